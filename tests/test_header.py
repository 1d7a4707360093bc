"""The meeting's fields in several house styles."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from minutes_parser import parse, parse_bytes
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


ELECTED = """Quay Guild, annual meeting, 5 March 2024

Present:
Ada Thorne (2023 Secretary, AGM Chair)
Beck Rowe

Apologies: {away}

1. Reports
Nothing.

2. Officers from now on
Chairperson: Cyril Moss
Secretary: Beck Rowe
"""


@pytest.mark.parametrize(("away", "chair"), [("Cyril Moss", "Ada Thorne"), ("Dora Quill", "Cyril Moss")])
def test_who_was_away_did_not_chair(away: str, chair: str) -> None:
    meeting = parse(ELECTED.format(away=away), sentences=False).meeting
    assert meeting.chair
    assert meeting.chair.text == chair


def test_a_sentence_over_two_lines_of_the_head_tells_who_chaired() -> None:
    told = "The mill of the guild is open on every day of the week, and so it was\nwhen the wheel stood still.\n\n"
    opened = "The members came to the hall on the fifth of March at noon, and there Ada\nThorne took the chair.\n"
    text = f"# Quay Guild\n\n{opened}\n## Reports\n\n{told * 5}"
    meeting = parse_bytes(text.encode(), "minutes.md", sentences=False).meeting
    assert meeting.chair
    assert meeting.chair.text == "Ada Thorne"


def test_page_data_tell_the_hour_of_the_end() -> None:
    text = "---\ntitle: Board\ndate: 2024-03-05 13:00:00\nendDate: 2024-03-05 14:45:00\n---\n\n## Reports\n\nNothing.\n"
    meeting = parse_bytes(text.encode(), "minutes.md", sentences=False).meeting
    assert meeting.end_time
    assert meeting.end_time.value == "14:45"


@pytest.mark.parametrize(("published", "held"), [("2024-03-01", "2024-03-01"), ("2024-08-01", None)])
def test_a_page_younger_than_the_next_meeting_does_not_tell_the_day(published: str, held: str | None) -> None:
    text = f"---\ntitle: Quay Guild notes\ndate: {published}\n---\n\n## Reports\n\nNothing.\n\n## Next meeting\n\n12 July 2024\n"
    meeting = parse_bytes(text.encode(), "minutes.md", sentences=False).meeting
    assert (meeting.date.value if meeting.date else None) == held


@pytest.mark.parametrize(
    ("opening", "chair"),
    [
        ("Ada Thorne called the meeting to order.", "Ada Thorne"),
        ("The meeting was called to order by Ada Thorne.", "Ada Thorne"),
        ("The meeting began.", "Beck Rowe"),
    ],
)
def test_a_deputy_chaired_where_nobody_else_opened(opening: str, chair: str) -> None:
    text = f"Quay Guild minutes, 5 March 2024\n\nPresent:\nBeck Rowe, Vice Chair\nCyril Moss\nAda Thorne\n\n1. Opening\n{opening}\n"
    meeting = parse(text, sentences=False).meeting
    assert meeting.chair
    assert meeting.chair.text == chair
