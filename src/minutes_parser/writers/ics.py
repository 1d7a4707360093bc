"""The actions and the next meeting as iCalendar (RFC 5545): to-dos with their due dates, and an event."""

from __future__ import annotations

import hashlib
from collections import Counter
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from minutes_parser.models import Action, Minutes, NextMeeting
from minutes_parser.output import visible
from minutes_parser.writers._lookup import Lookup, written
from minutes_parser.writers._tables import day

if TYPE_CHECKING:
    from icalendar import Component, Event, Todo

SUFFIXES = (".ics",)
PRODUCT = "-//minutes-parser//minutes//EN"
UNDATED = date(1970, 1, 1)
"""The day of what is written for a meeting whose own day is not known."""


def write(minutes: Minutes) -> bytes:
    """Return a calendar with a to-do for each action and an event for the next meeting, where its day is known.

    An entry's UID is made of the body, the day of the meeting and the entry's text: a calendar that reads corrected
    minutes again keeps what stayed the same and adds what did not. DTSTAMP is the day of the meeting.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    known, seen = Lookup(minutes), Counter[str]()
    for action in minutes.actions:
        todo = _todo(action, known, minutes.source.name)
        seen[action.text] += 1
        _stamp(todo, minutes, f"action {action.text} {seen[action.text]}")
        calendar.add_component(todo)
    following = minutes.meeting.next_meeting
    if following and (event := _event(following, minutes)):
        _stamp(event, minutes, "next meeting")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _todo(action: Action, known: Lookup, document: str) -> Todo:
    from icalendar import Todo

    todo = Todo()
    todo.add("summary", visible(action.text))
    todo.add("status", "COMPLETED" if action.done else "NEEDS-ACTION")
    latest, earliest = (day(action.due.latest), day(action.due.earliest)) if action.due else (None, None)
    if latest:
        todo.add("due", latest)
        if earliest and earliest < latest:
            todo.add("dtstart", earliest)
    details = {
        "Owner": known.names(action.owners),
        "Owner as written": written(action.owners),
        "Due": action.due.text if action.due else "",
        "Section": known.section(action.section),
        "Document": document,
    }
    todo.add("description", "\n".join(f"{name}: {visible(value)}" for name, value in details.items() if value))
    return todo


def _event(following: NextMeeting, minutes: Minutes) -> Event | None:
    """Return the next meeting, at its hour where the text gives one; none where its day is not known."""
    from icalendar import Event

    held = day(following.date.value) if following.date else None
    if held is None:
        return None
    event = Event()
    body = minutes.meeting.body or minutes.meeting.title
    event.add("summary", visible(body.text) if body else "Next meeting")
    event.add("description", visible(following.text))
    if following.venue:
        event.add("location", visible(following.venue.text))
    hour = _hour(following.text)
    event.add("dtstart", datetime.combine(held, hour) if hour else held)
    return event


def _hour(text: str) -> time | None:
    """Return the first time of day in a text; none where it leaves open which half of the day is meant."""
    from minutes_parser.dates.clock import find_times

    for found in find_times(text)[:1]:
        if not found.half_open and not found.impossible and found.hour < 24:
            return time(found.hour, found.minute)
    return None


def _stamp(entry: Component, minutes: Minutes, what: str) -> None:
    """Give the entry its UID and its stamp."""
    meeting = minutes.meeting
    held = meeting.date.value if meeting.date else None
    identity = "\n".join((meeting.body.text if meeting.body else "", held or minutes.source.sha256, what))
    entry.add("uid", f"{hashlib.sha256(identity.encode()).hexdigest()[:32]}@minutes")
    entry.add("dtstamp", datetime.combine(day(held) or UNDATED, time(), UTC))
