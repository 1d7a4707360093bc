"""The rules: each finds what its cases say, where they say, and has a page."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from minutes_parser import parse_bytes
from minutes_parser.checks.located import Lines, locate
from minutes_parser.checks.suppression import UNUSED, accepted, remarks, unused
from minutes_parser.models import Minutes
from minutes_parser.rules import check, names, rule
from minutes_parser.rules.subject import Subject

FOLDER = Path(__file__).parents[1] / "fixtures" / "rules"
HEAD = """\
Minutes of the Quay Committee
Thursday 4 May 2023, 7pm

Present: Orla Fenwick (OF) (Chair), Tom Ashby (TA)
Minutes: Tom Ashby

"""
UNREADABLE = "MIN001"  # has no text to show it by; tests/test_check.py breaks files


def cases(kind: str) -> list[object]:
    """Return the cases of every rule, each as its code, the text and what is to be found."""
    found = []
    for file in sorted(FOLDER.glob("*.toml")):
        for number, case in enumerate(tomllib.loads(file.read_text("utf-8"))[kind], 1):
            found.append(pytest.param(file.stem[:6].upper(), case, id=f"{file.stem} {kind} {number}"))
    return found


def read(text: str, format: str = "text") -> Minutes:
    return parse_bytes(text.encode(), format=format, with_text=True)


def quotes(code: str, case: dict) -> list[str]:
    """Return what the findings of a rule quote in the text of a case; the empty string for the whole document."""
    minutes = read(case.get("text") or HEAD + case["body"], case.get("format", "text"))
    text = minutes.source.text or ""
    subject = Subject(minutes, text, tuple(read(earlier) for earlier in case.get("earlier", ())))
    if code == UNUSED:
        lines, codes = Lines(text), [known for known in names() if known != UNUSED]
        marks = remarks(lines)
        accepted([locate("-", finding, lines) for finding in check(subject, codes)], marks)
        findings = unused(marks, frozenset(codes))
    else:
        findings = check(subject, [code])
    return [" ".join(text[item.span.start : item.span.end].split()) if item.span else "" for item in findings]


@pytest.mark.parametrize(("code", "case"), cases("bad"))
def test_a_fault_is_found_in_its_place(code, case):
    assert quotes(code, case) == [found.strip() for found in case["found"]]


@pytest.mark.parametrize(("code", "case"), cases("good"))
def test_what_is_right_is_left_alone(code, case):
    assert quotes(code, case) == []


def test_every_rule_has_cases_of_both_kinds():
    shown = {kind: {case.values[0] for case in cases(kind)} for kind in ("bad", "good")}
    assert shown["bad"] == shown["good"] == set(names()) - {UNREADABLE}


@pytest.mark.parametrize("code", names())
def test_every_rule_has_a_page(code):
    page = rule(code).page
    assert re.fullmatch(
        r"[^\n]+\.\n\nWhy: .+\.\n\nBad:\n\n(?:    .*\n|\n)+\nGood:\n\n(?:    .*(?:\n|$)|\n)+", page, re.DOTALL
    )
    assert re.fullmatch(r"MIN\d{3}", code)
    assert rule(code).severity in ("error", "warning", "info")


def test_names_say_the_fault_once():
    assert len(set(names().values())) == len(names())
