"""JUnit's XML: a test suite a file, a failing test case a finding."""

from __future__ import annotations

import re
from itertools import groupby
from xml.etree import ElementTree as xml

from minutes_parser.checks.run import Outcome

_FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold, even escaped."""


def render(outcome: Outcome, color: bool) -> str:
    """Return one document; where nothing was found, one suite with a passing case."""
    total = str(len(outcome.found))
    suites = xml.Element("testsuites", name="minutes check", tests=total or "0", failures=total)
    for path, group in groupby(outcome.found, key=lambda located: located.path):
        found = list(group)
        suite = xml.SubElement(
            suites, "testsuite", name=_clean(path), tests=str(len(found)), failures=str(len(found)), errors="0"
        )
        for located in found:
            name = f"{located.code} {located.name} ({located.line}:{located.column})"
            case = xml.SubElement(suite, "testcase", name=name, classname=_clean(path), time="0")
            failure = xml.SubElement(case, "failure", type=located.severity, message=_clean(located.message))
            failure.text = _clean(f"{path}:{located.line}:{located.column}: {located.message}")
    if not outcome.found:
        suites.set("tests", "1")
        suite = xml.SubElement(suites, "testsuite", name="minutes check", tests="1", failures="0", errors="0")
        xml.SubElement(suite, "testcase", name="all files", classname="minutes check", time="0")
    xml.indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + xml.tostring(suites, encoding="unicode") + "\n"


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
