"""Terms that the document expands: each case of fixtures/stages/abbreviations.toml."""

from __future__ import annotations

import time
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


@pytest.mark.parametrize(
    "hostile", ["(A" * 200_000, "AB (" * 100_000, "Aa " * 100_000 + "(ABCDEF)", "AB (CD) " * 60_000]
)
def test_hostile_text_takes_little_time(hostile: str) -> None:
    """Time grows with the text and no faster."""
    from minutes_parser.layout.outline import Outline
    from minutes_parser.readers.text import from_text
    from minutes_parser.stages.abbreviations import read

    began = time.process_time()
    read(Outline(from_text(hostile, "-"), ()), [])
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    "line", ["Two Ferry Wardens (FWs) were thanked.", "The Boatyard Executive (BoEx) wrote to the council."]
)
def test_a_sentence_under_welcome_lists_nobody(line: str) -> None:
    """An item that often holds the apologies may hold a sentence instead."""
    text = _FRAME.format("Nothing.").replace("1. Harbour report\n", f"1. Welcome\n\n{line}\n")
    assert [a.name for a in parse(text, sentences=False).attendees] == ["Ada Pell", "Tom Rusk"]
