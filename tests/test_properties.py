"""What holds for every text, minutes or not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from minutes_parser import Minutes, parse

FOLDER = Path(__file__).parent.parent / "fixtures" / "minutes"
TEXTS = [p.read_text(encoding="utf-8") for p in sorted(FOLDER.glob("*.txt"))]
LINES = sorted({line for text in TEXTS for line in text.splitlines()})

shuffled = st.lists(st.sampled_from(LINES) | st.text(max_size=30), max_size=40).map("\n".join)
cut = st.sampled_from(TEXTS).flatmap(
    lambda text: st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda ab: text[min(ab) : max(ab)])
)
any_text = st.text(max_size=300) | shuffled | cut


def quotes(value: Any) -> list[dict[str, Any]]:
    """Return every object with a text and a span, at any depth."""
    if isinstance(value, list):
        return [quote for item in value for quote in quotes(item)]
    if not isinstance(value, dict):
        return []
    own = [value] if "span" in value and "text" in value else []
    return own + [quote for item in value.values() for quote in quotes(item)]


@settings(max_examples=150, deadline=None)
@example("\x00\x1b[31m\u2028\ufeff")
@example("1. \n2. \n3. ")
@example("Present:\nAction:\nQ:\nA:")
@example("Present:\n\n✓")
@example("☐ \n\n✓\nto write")
@example("3. Hall\n\nText.\n\n4İ. Roof")
@example(
    "# Board\n\n## Present\n\n| First Name | Last Name # | Present |\n|---|---|---|\n| Ann | Hill | Yes |\n| Tom | Day | No |"
)
@given(any_text)
def test_parsing_never_raises_and_every_span_slices_back(text: str) -> None:
    record = parse(text)
    dumped = record.model_dump()
    for quote in quotes(dumped):
        span = quote["span"]
        assert " ".join(text[span["start"] : span["end"]].split()) == quote["text"]
    assert Minutes.model_validate_json(record.to_json()).to_json() == record.to_json()


@settings(max_examples=100, deadline=None)
@given(any_text)
def test_sections_stand_in_the_order_of_the_text(text: str) -> None:
    record = parse(text)
    starts = [section.span.start for section in record.sections]
    assert starts == sorted(starts)
    ids = {section.id for section in record.sections}
    for section in record.sections:
        assert section.parent is None or section.parent in ids
        spans = [(block.span.start, block.span.end) for block in section.blocks]
        assert spans == sorted(spans)
    for item in (*record.actions, *record.commitments, *record.decisions, *record.exchanges):
        assert item.section is None or item.section in ids


@settings(max_examples=50, deadline=None)
@given(any_text)
def test_ids_are_unique_and_references_resolve(text: str) -> None:
    record = parse(text)
    people = {attendee.id for attendee in record.attendees}
    assert len(people) == len(record.attendees)
    for quote in quotes(record.model_dump()):
        assert quote.get("attendee") is None or quote["attendee"] in people


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_the_same_text_gives_the_same_bytes(text: str) -> None:
    assert parse(text).to_json() == parse(text).to_json()
