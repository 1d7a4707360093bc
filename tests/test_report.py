"""The formats of findings, each held against its documentation, schema or an independent reader."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import junitparser
import pytest

from minutes_parser import report
from minutes_parser.checks.located import Lines, Located, locate
from minutes_parser.checks.run import Outcome
from minutes_parser.models import Span
from minutes_parser.rules import Finding

SARIF = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0.json").read_text("utf-8"))
TEXT = "Minutes\n\nAction: to paint\nthe gate 50% & <more>\n"
MESSAGE = "Nobody is named\nto do this: 100% <paint>, 'the gate':\x1b[31m \x00"


def located(path: str = "old minutes/may:1,2.txt", severity: str = "warning", span: Span | None = None) -> Located:
    finding = Finding("MIN301", "action-without-owner", severity, MESSAGE, span)
    return locate(path, finding, Lines(TEXT) if span else None)


@pytest.fixture
def outcome() -> Outcome:
    start = TEXT.index("to paint")
    return Outcome(
        [
            located(),
            located(span=Span(start=start, end=start + 8)),
            located(span=Span(start=start, end=start + 8)),
            located(severity="error", span=Span(start=start, end=TEXT.index(" 50%"))),
            located("b.txt", severity="info"),
        ],
        files=3,
    )


@pytest.mark.parametrize("format", report.formats())
def test_every_format_takes_any_finding_and_none(format, outcome):
    assert isinstance(report.render(outcome, format), str)
    assert isinstance(report.render(Outcome(files=1), format), str)
    assert report.render(outcome, format) == report.render(outcome, format)


@pytest.mark.parametrize("format", ["full", "concise", "junit", "github"])
def test_no_control_character_gets_through(format, outcome):
    assert not re.search("[\x00-\x08\x0b-\x1f]", report.render(outcome, format))


def test_colours_are_only_added_when_asked(outcome):
    plain, coloured = report.render(outcome, "full"), report.render(outcome, "full", report.View(color=True))
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[\d+m", "", coloured) == plain


def test_sarif_fits_its_schema(outcome):
    for found in (outcome, Outcome(files=1)):
        log = json.loads(report.render(found, "sarif"))
        jsonschema.Draft4Validator(SARIF).validate(log)
    results = json.loads(report.render(outcome, "sarif"))["runs"][0]["results"]
    place = results[3]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "old%20minutes/may%3A1%2C2.txt"
    assert place["region"] == {"startLine": 3, "startColumn": 9, "endLine": 4, "endColumn": 9}
    assert [result["level"] for result in results] == ["warning", "warning", "warning", "error", "note"]


def test_fingerprints_tell_findings_apart_and_survive_new_lines_above(outcome):
    digests = [
        result["partialFingerprints"]["minutes/v1"]
        for result in json.loads(report.render(outcome, "sarif"))["runs"][0]["results"]
    ]
    assert len(set(digests)) == len(digests)
    start = TEXT.index("to paint") + 5
    lower = locate(
        "a.txt",
        Finding("MIN301", "action-without-owner", "error", "x", Span(start=start, end=start + 8)),
        Lines("\n" * 5 + TEXT),
    )
    upper = locate(
        "a.txt",
        Finding("MIN301", "action-without-owner", "error", "x", Span(start=start - 5, end=start + 3)),
        Lines(TEXT),
    )
    first, second = (json.loads(report.render(Outcome([item]), "gitlab"))[0] for item in (lower, upper))
    assert first["fingerprint"] == second["fingerprint"]


def test_junit_is_read_by_another_parser(outcome):
    suites = junitparser.JUnitXml.fromstring(report.render(outcome, "junit").encode())
    assert [(suite.name, suite.tests, suite.failures) for suite in suites] == [
        ("old minutes/may:1,2.txt", 4, 4),
        ("b.txt", 1, 1),
    ]
    assert all(case.is_failure for suite in suites for case in suite)
    clean = junitparser.JUnitXml.fromstring(report.render(Outcome(files=1), "junit").encode())
    assert [(suite.tests, suite.failures) for suite in clean] == [(1, 0)]


def test_github_commands_escape_what_would_end_them(outcome):
    lines = report.render(outcome, "github").splitlines()
    command = re.compile(r"::(error|warning|notice) ((?:\w+=[^,:]*,?)+)::(.*)")
    parsed = [command.fullmatch(line) for line in lines]
    assert all(parsed)
    assert [match[1] for match in parsed] == ["warning", "warning", "warning", "error", "notice"]
    properties = dict(pair.split("=", 1) for pair in parsed[1][2].split(","))
    assert properties == {
        "title": "MIN301 action-without-owner", "file": "old minutes/may%3A1%2C2.txt",
        "line": "3", "endLine": "3", "col": "9", "endColumn": "17",
    }  # fmt: skip
    assert "col" not in parsed[3][2]
    assert parsed[1][3].startswith("Nobody is named to do this: 100%25 <paint>, 'the gate':")


def test_gitlab_has_what_its_documentation_asks(outcome):
    issues = json.loads(report.render(outcome, "gitlab"))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert not issue["location"]["path"].startswith("./")
        assert issue["location"]["lines"]["begin"] >= 1


def test_rdjson_has_what_its_documentation_asks(outcome):
    result = json.loads(report.render(outcome, "rdjson"))
    assert result["source"]["name"] == "minutes"
    assert {item["severity"] for item in result["diagnostics"]} == {"ERROR", "WARNING", "INFO"}
    assert result["diagnostics"][3]["location"]["range"] == {
        "start": {"line": 3, "column": 9},
        "end": {"line": 4, "column": 9},
    }


def test_json_and_jsonl_say_the_same(outcome):
    listed = json.loads(report.render(outcome, "json"))
    assert [json.loads(line) for line in report.render(outcome, "jsonl").splitlines()] == listed
    assert listed[1] == {
        "code": "MIN301", "name": "action-without-owner", "severity": "warning", "message": MESSAGE,
        "file": "old minutes/may:1,2.txt", "line": 3, "column": 9, "end_line": 3, "end_column": 17,
        "span": {"start": 17, "end": 25}, "fixable": False,
    }  # fmt: skip
