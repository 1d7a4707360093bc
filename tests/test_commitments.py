"""Promises are told from requests granted, narrative about the future and recorded actions."""

from __future__ import annotations

import pytest

from minutes_parser.language import Reading
from minutes_parser.layout.blocks import look
from minutes_parser.layout.divide import outline
from minutes_parser.models import Attendee, Commitment, Span
from minutes_parser.readers.text import from_text
from minutes_parser.roster import Roster
from minutes_parser.stages import commitments

PEOPLE = [
    Attendee(id="p1", name="Ian Brook", role="Clerk", status="present", span=Span(start=0, end=0)),
    Attendee(id="p2", name="Mia Keane", abbreviation="MK", status="present", span=Span(start=0, end=0)),
]


def read(text: str, recorded: list[tuple[int, int]] | None = None) -> list[Commitment]:
    source = from_text("1. Grounds\n\n" + text, "x")
    return commitments.read(outline(source, look(source)), Roster(PEOPLE), Reading(source.text), recorded or [], None)


@pytest.mark.parametrize(("text", "owner"), [
    ("The Clerk will write to the water company.", "p1"),
    ("MK offered to paint the gate.", "p2"),
    ("Mia Keane said that she would ring the nursery.", "p2"),
    ("The Clerk was asked to circulate the plan.", "p1"),
    ("MK undertook to find out.", "p2"),
    ("The Clerk is to collect the keys.", "p1"),
    ("We will publish the figures each month.", None),
])  # fmt: skip
def test_promise(text: str, owner: str | None) -> None:
    found = read(text)
    assert [one.text for one in found] == [text]
    assert found[0].owners[0].attendee == owner


@pytest.mark.parametrize("text", [
    "This will give the tenants some peace.", "The path will be closed.", "It was agreed that the Clerk would write.",
    "The Clerk will not be away.", "The Clerk was asked to explain the figures.", "Residents will see lower bills.",
])  # fmt: skip
def test_no_promise(text: str) -> None:
    assert read(text) == []


def test_what_an_action_records_is_no_commitment() -> None:
    text = "The Clerk will write to the water company.\n\nAction: Clerk to write to the water company"
    start = len("1. Grounds\n\n") + text.index("Clerk to")
    assert read(text, [(start, start + len("Clerk to write to the water company"))]) == []
