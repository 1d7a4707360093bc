"""Every character counts to one kind, and what was not understood is shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_parser.coverage import coverage
from minutes_parser.readers import read_bytes
from minutes_parser.readers.text import from_text

FIXTURES = sorted(p for p in (Path(__file__).parents[1] / "fixtures" / "minutes").iterdir() if p.suffix != ".json")
LINES = st.lists(
    st.one_of(
        st.sampled_from(
            ["Present: Orla Fenwick (OF)", "1. Apologies", "Action: OF to paint it", "-----", "4 May 2023", "2. Gate"]
        ),
        st.text(max_size=40),
    ),
    max_size=12,
).map("\n\n".join)


@given(LINES)
def test_no_character_is_counted_twice_or_never(text):
    found = coverage(from_text(text, "-"))
    assert found.total == sum(len(word) for word in text.split())
    assert min(found.front, found.sections, found.furniture, found.missed) >= 0


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_the_fixtures_are_understood(path):
    found = coverage(read_bytes(path.read_bytes(), path.name))
    assert found.missed <= 0.05 * found.total
    assert found.sections > 0.5 * found.total


def test_what_was_not_understood_is_shown():
    text = "Minutes of the Quay Committee\n4 May 2023\n\nPresent: Orla Fenwick\n\nThere was tea and cake for everybody.\n\n1. Gate\n\nIt is green.\n\n2. Boats\n\nTwo.\n"
    found = coverage(from_text(text, "-"))
    assert [(block.number, block.text) for block in found.blocks] == [(6, "There was tea and cake for everybody.")]
    assert found.missed == len("Therewasteaandcakeforeverybody.")
