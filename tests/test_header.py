"""The meeting's fields in several house styles."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from minutes_parser.layout.blocks import look
from minutes_parser.layout.divide import outline
from minutes_parser.layout.outline import Outline
from minutes_parser.models import Attendee, Meeting, Span
from minutes_parser.roster import Roster
from minutes_parser.source import Source, plain_lines
from minutes_parser.stages import header

CASES = tomllib.loads(
    (Path(__file__).parent.parent / "fixtures" / "stages" / "header.toml").read_text(encoding="utf-8")
)["case"]
FIELDS = ("title", "body", "date", "start_time", "end_time", "venue", "chair", "minute_taker", "next_meeting")


def plan_of(text: str) -> Outline:
    source = Source("minutes.txt", text, plain_lines(text))
    return outline(source, look(source))


def values(meeting: Meeting) -> dict[str, str]:
    found = {}
    for name in FIELDS:
        field = getattr(meeting, name)
        if name == "next_meeting" and field:
            field = field.date
        if field:
            found[name] = getattr(field, "value", None) or field.text
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["style"])
def test_the_fields_of_the_meeting(case):
    expected = {name: case[name] for name in FIELDS if name in case}
    plan = plan_of(case["text"])
    assert values(header.complete(plan, header.read(plan), [], Roster([]))) == expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["style"])
def test_every_field_is_a_quote(case):
    plan = plan_of(case["text"])
    meeting = header.read(plan)
    for name in FIELDS:
        field = getattr(meeting, name)
        assert field is None or plan.source.fold(field.span.start, field.span.end) == field.text


def test_an_inferred_year_is_marked():
    read = header.read(plan_of(CASES[0]["text"])).date
    assert read
    assert (read.text, read.inferred) == ("Monday 19th December", ["year"])


def person(number: int, name: str, role: str | None, status: str = "present") -> Attendee:
    return Attendee(id=f"p{number}", name=name, role=role, status=status, span=Span(start=0, end=60))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("listed", "chair", "taker"),
    [
        ([("Ada Moss", "Chair"), ("Ben Firth", "Vice-Chair")], "Ada Moss", None),
        ([("Ada Moss", "Chair", "apologies"), ("Ben Firth", "Vice Chair")], "Ben Firth", None),
        ([("Ada Moss", "Co-Chair"), ("Ben Firth", "Co-Chair")], None, None),
        ([("Ada Moss", "Chair of Finance Committee"), ("Ben Firth", "minute taker")], None, "Ben Firth"),
        ([("Ada Moss", "Chairman"), ("Ben Firth", "Secretary")], "Ada Moss", None),
        ([("Ada Moss", "Past Chair"), ("Ben Firth", "TSC Chairperson")], "Ben Firth", None),
        ([("Ada Moss", "Secretary, taking notes")], None, "Ada Moss"),
    ],
)
def test_chair_and_minute_taker_come_from_the_attendance_list(listed, chair, taker):
    text = "Present: Ada Moss and Ben Firth and others who came to the meeting."
    people = [person(number, *entry) for number, entry in enumerate(listed, 1)]
    read = header.complete(plan_of(text), Meeting(), people, Roster(people))
    assert (read.chair.text if read.chair else None) == chair
    assert (read.minute_taker.text if read.minute_taker else None) == taker
