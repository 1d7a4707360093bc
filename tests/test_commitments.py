"""Promises, by the cases in fixtures/stages/commitments.toml, are told from narrative about the future and actions."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from minutes_parser import parse_bytes
from minutes_parser.language import Reading
from minutes_parser.layout.blocks import look
from minutes_parser.layout.divide import outline
from minutes_parser.models import Attendee, Commitment, Span
from minutes_parser.readers.text import from_text
from minutes_parser.roster import Roster
from minutes_parser.stages import commitments

CASES = tomllib.loads((Path(__file__).parent.parent / "fixtures/stages/commitments.toml").read_text("utf-8"))["case"]
PEOPLE = [
    Attendee(id="p1", name="Ian Brook", role="Clerk", status="present", span=Span(start=0, end=0)),
    Attendee(id="p2", name="Mia Keane", abbreviation="MK", status="present", span=Span(start=0, end=0)),
]


def read(text: str, recorded: list[tuple[int, int]] | None = None) -> list[Commitment]:
    source = from_text("1. Grounds\n\n" + text, "x")
    return commitments.read(outline(source, look(source)), Roster(PEOPLE), Reading(source.text), recorded or [], None)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_case(case: dict) -> None:
    found = read(case["text"])
    if not case.get("promises", True):
        assert found == []
        return
    assert [one.text for one in found] == [case.get("quote", case["text"])]
    assert (found[0].owners[0].attendee or "") == case["owner"]


def test_what_an_action_records_is_no_commitment() -> None:
    text = "The Clerk will write to the water company.\n\nAction: Clerk to write to the water company"
    start = len("1. Grounds\n\n") + text.index("Clerk to")
    assert read(text, [(start, start + len("Clerk to write to the water company"))]) == []


def test_the_number_of_an_item_is_no_part_of_the_promise():
    assert [one.text for one in read("1. All was dry.\n2. Mia Keane will ask for a price.")] == [
        "Mia Keane will ask for a price."
    ]


def test_a_promise_goes_on_in_the_next_line():
    assert [one.text for one in read("The form is half done. Mia Keane plans\nto finish it this week.")] == [
        "Mia Keane plans to finish it this week."
    ]


def test_notes_below_the_speakers_own_line_are_hers():
    text = "- MK: the gate\n  - I will be asking for a price today.\n  - The goal is a gate that closes."
    found = read(text)
    assert [(one.text, one.owners[0].text) for one in found] == [("I will be asking for a price today.", "MK")]


def test_the_initials_of_the_body_itself():
    text = "Nether Sallow Water District\n4 May 2021\n\n1. Wells\n\nThe Clerk stated that NSWD will clean up the site.\n\n2. Pumps\n\nXYZW will help."
    source = from_text(text, "x")
    found = commitments.read(outline(source, look(source)), Roster(PEOPLE), Reading(source.text), [], None)
    assert [one.owners[0].text for one in found] == ["NSWD"]


@pytest.mark.parametrize("heading", ["Mia Keane", "Report from Mia Keane", "Mia Keane's update"])
def test_what_is_told_in_short_under_ones_heading_is_ones_own(heading: str) -> None:
    page = f"# Wardens, 3 May 2024\n\nPresent: Mia Keane, Ian Brook\n\n## {heading}\n\nThe gate is stiff. Will report back on it. Will be wet.\n\n## Gate report\n\nWill ask them.\n"
    found = parse_bytes(page.encode(), "a.md").commitments
    assert [(one.text, one.owners[0].text) for one in found] == [("Will report back on it.", "Mia Keane")]


def test_an_empty_cell_at_the_end_of_the_text_promises_nothing() -> None:
    assert parse_bytes(b"<h2>Roof</h2><table><tr><td>Ann will paint it.</td><td></td></tr></table>", "a.html").source


def test_each_clause_has_an_owner_of_its_own() -> None:
    [found] = read("Mia Keane will buy a lamp, the Clerk will hang it and MK will ask whether Ian Brook will come.")
    assert [owner.text for owner in found.owners] == ["Mia Keane", "Clerk", "MK"]


def test_items_below_a_name_are_that_persons_own() -> None:
    found = read("- Mia Keane –\n  - Will write to the county.\n  - Will Oake is back.")
    assert [(one.text, one.owners[0].text) for one in found] == [("Will write to the county.", "Mia Keane")]


def test_what_stands_below_a_name_goes_on_as_that_persons_own_however_deep() -> None:
    found = read(
        "- Mia Keane\n  - The pond is clean.\n    - Will also ask about the ducks.\n  - Has a key, will hand it to MK.\n  - It is shut, will open in May."
    )
    assert [(one.text, one.owners[0].text) for one in found] == [
        ("Will also ask about the ducks.", "Mia Keane"),
        ("Has a key, will hand it to MK.", "Mia Keane"),
    ]


def test_a_lone_name_that_has_spoken_is_a_persons() -> None:
    assert [
        one.text for one in read("Tamsin asked when. Tamsin will cover the cost. Gritting will cover the hill.")
    ] == ["Tamsin will cover the cost."]
