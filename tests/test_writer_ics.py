"""The calendar, read back by icalendar."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar, Component

from minutes_parser import parse, parse_file, writers

DOCUMENT = Path(__file__).parents[1] / "docs" / "allotments.txt"
HOSTILE = "Action: JB to a\\nEND:VTODO; BEGIN:VALARM, é\x01\u202e by 31 May 2024."


def entries(data: bytes, kind: str) -> list[Component]:
    return Calendar.from_ical(data).walk(kind)


def minutes(action: str, day: str = "Tuesday 14 May 2024", following: str = "Tuesday 9 July 2024 at 7.30pm") -> bytes:
    text = (
        f"Minutes of the Ferry Committee\n\nHeld on {day}\n\n1. Slipway\n\n{action}\n\n2. Next meeting\n\n{following}\n"
    )
    return writers.render(parse(text, sentences=False), "ics")


def test_an_action_is_a_todo_with_its_due_date():
    [todo] = entries(writers.render(parse_file(DOCUMENT), "ics"), "VTODO")
    assert todo.decoded("due") == date(2024, 5, 31)
    assert str(todo["summary"]) == "PL to send plot holders the date by 31 May."
    assert str(todo["status"]) == "NEEDS-ACTION"
    assert "Owner: Petra Lund\nOwner as written: PL\n" in str(todo["description"])
    assert todo.decoded("dtstamp") == datetime(2024, 5, 14, tzinfo=UTC)


@pytest.mark.parametrize(
    ("following", "starts"),
    [
        ("Tuesday 9 July 2024 at 7.30pm", datetime(2024, 7, 9, 19, 30)),
        ("Tuesday 9 July 2024", date(2024, 7, 9)),
        ("Tuesday 9 July 2024 at 7.30", date(2024, 7, 9)),
    ],
)
def test_the_next_meeting_is_an_event(following, starts):
    [event] = entries(minutes("None.", following=following), "VEVENT")
    assert event.decoded("dtstart") == starts
    assert str(event["summary"]) == "Ferry Committee"


def test_a_next_meeting_without_a_day_is_none():
    assert entries(minutes("None.", following="To be confirmed."), "VEVENT") == []


def test_an_entry_keeps_its_uid_when_another_changes():
    before = minutes("Action: JB to mend it.")
    after = minutes("Action: KL to paint it.\n\nAction: JB to mend it.")
    [mend] = entries(before, "VTODO")
    assert mend["uid"] in {todo["uid"] for todo in entries(after, "VTODO")}
    assert len({entry["uid"] for entry in Calendar.from_ical(after).subcomponents}) == 3


def test_equal_actions_have_uids_of_their_own():
    todos = entries(minutes("Action: JB to mend it.\n\nAction: JB to mend it."), "VTODO")
    assert len({todo["uid"] for todo in todos}) == 2


def test_what_stands_in_a_document_stays_text():
    data = minutes(HOSTILE)
    [todo] = entries(data, "VTODO")
    assert not entries(data, "VALARM")
    assert str(todo["summary"]).startswith("JB to a\\nEND:VTODO; BEGIN:VALARM, é")
    assert not {"\x01", "\u202e"} & set(data.decode())
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
