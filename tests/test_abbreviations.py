"""Terms that the document expands: each case of fixtures/stages/abbreviations.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from minutes_parser import parse

CASES = tomllib.loads((Path(__file__).parent.parent / "fixtures/stages/abbreviations.toml").read_text("utf-8"))["case"]
_FRAME = "Minutes of the Quay Forum\n\nPresent: Ada Pell (AP), Tom Rusk (TR)\n\n1. Harbour report\n\n{}\n\n2. Close\n\nThe meeting ended.\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_terms(case: dict[str, Any]) -> None:
    """The terms read from a case are the ones it lists, and their places hold both parts."""
    text = _FRAME.format(case["text"])
    found = parse(text, sentences=False).abbreviations
    assert {term.term: term.expansion for term in found} == case["terms"]
    for term in found:
        assert term.term in text[term.span.start : term.span.end]


def test_attendees_initials_are_no_terms() -> None:
    """The short forms of the attendance list belong to the attendees."""
    assert parse(_FRAME.format("AP spoke."), sentences=False).abbreviations == []
