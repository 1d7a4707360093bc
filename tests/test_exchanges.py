"""Questions and answers, by the cases in fixtures/stages/exchanges.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from minutes_parser import parse_bytes
from minutes_parser.language import Reading
from minutes_parser.layout.blocks import look
from minutes_parser.layout.divide import outline
from minutes_parser.models import Attendee, Exchange, Span
from minutes_parser.readers.text import from_text
from minutes_parser.roster import Roster
from minutes_parser.stages import exchanges

CASES = tomllib.loads((Path(__file__).parent.parent / "fixtures/stages/exchanges.toml").read_text("utf-8"))["case"]
PEOPLE = [
    ("Ada Lark", "Chair", None), ("Ben Hollis", "Bursar", None), ("Mia Keane", None, "MK"), ("Tom Rudd", None, "TR"),
    ("Eve Marsh", "Treasurer", None), ("Ian Brook", "Clerk", None), ("Jo Vane", "Councillor", None),
]  # fmt: skip


def read(text: str) -> list[Exchange]:
    source = from_text("1. Grounds\n\n" + text, "x")
    people = [
        Attendee(id=f"p{k}", name=name, role=role, abbreviation=short, status="present", span=Span(start=0, end=0))
        for k, (name, role, short) in enumerate(PEOPLE, 1)
    ]
    return exchanges.read(outline(source, look(source)), Roster(people), Reading(source.text), [])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict) -> None:
    found = read(case["text"].strip())
    assert len(found) == len(case["exchanges"]), [one.question.text for one in found]
    for one, (asker, addressee, first, speakers, last, status) in zip(found, case["exchanges"], strict=True):
        question = one.question
        assert (question.asker.text if question.asker else "") == asker
        assert (question.addressee.text if question.addressee else "") == addressee
        assert question.text.startswith(first)
        assert [answer.speaker.text if answer.speaker else "" for answer in one.answers] == speakers
        assert (one.answers[-1].text if one.answers else "").endswith(last)
        assert one.status == status


def test_an_answer_ends_at_a_recorded_action() -> None:
    text = "1. Grounds\n\nMK asked whether it was safe. It was confirmed that it was. TR to fix the gate."
    source = from_text(text, "x")
    stop = text.index("TR to")
    found = exchanges.read(outline(source, look(source)), Roster([]), Reading(text), [(stop, len(text))])
    assert found[0].answers[0].text == "It was confirmed that it was."


TABLE = """# Hut Committee, 4 May 2021

Present: Mia Keane (MK), Ben Hollis (Bursar)

## 1. Questions

| Asked by | Question | Response |
|---|---|---|
| Mia Keane | How many keys are there? | Four |
| Ben Hollis | Please explain the fees | They follow the county's scale. |

## 2. Tasks

| Question | Owner |
|---|---|
| Could the hut be aired in the summer? | Mia Keane |
"""


def test_a_table_of_questions_and_answers() -> None:
    found = parse_bytes(TABLE.encode(), "minutes.md").exchanges
    assert [
        (one.question.asker.text, one.question.text, [answer.text for answer in one.answers])
        for one in found
        if one.question.asker
    ] == [
        ("Mia Keane", "How many keys are there?", ["Four"]),
        ("Ben Hollis", "Please explain the fees", ["They follow the county's scale."]),
    ]
    assert len(found) == 2
