"""The actions and the next meeting as iCalendar (RFC 5545): to-dos with their due dates, and an event."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, NamedTuple

from minutes_parser.models import Minutes, NextMeeting
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
    known, seen, tasks = Lookup(minutes), Counter[str](), []
    meeting = minutes.meeting
    held = meeting.date.value if meeting.date else None
    for action in minutes.actions:
        seen[action.text] += 1
        due = action.due
        details = {
            "Owner": known.names(action.owners),
            "Owner as written": written(action.owners),
            "Due": due.text if due else "",
            "Section": known.section(action.section),
            "Document": minutes.source.name,
        }
        identity = _identity(minutes, f"action {action.text} {seen[action.text]}")
        days = (day(due.earliest), day(due.latest)) if due else (None, None)
        tasks.append(Task(identity, day(held), action.text, action.done, *days, details))
    following = meeting.next_meeting
    event = _event(following, minutes) if following else None
    if event:
        _stamp(event, _identity(minutes, "next meeting"), day(held))
    return calendar(tasks, event)


class Task(NamedTuple):
    """A to-do of a calendar."""

    identity: str
    """What its UID is made of."""
    stamp: date | None
    summary: str
    done: bool
    earliest: date | None
    latest: date | None
    details: Mapping[str, str]
    """What its description says, by label."""


def calendar(tasks: Iterable[Task], event: Event | None = None) -> bytes:
    """Return a calendar with these to-dos and this event."""
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    for task in tasks:
        made.add_component(_todo(task))
    if event:
        made.add_component(event)
    return bytes(made.to_ical())


def _todo(task: Task) -> Todo:
    from icalendar import Todo

    todo = Todo()
    todo.add("summary", visible(task.summary))
    todo.add("status", "COMPLETED" if task.done else "NEEDS-ACTION")
    if task.latest:
        todo.add("due", task.latest)
        if task.earliest and task.earliest < task.latest:
            todo.add("dtstart", task.earliest)
    lines = (f"{name}: {visible(value)}" for name, value in task.details.items() if value)
    todo.add("description", "\n".join(lines))
    _stamp(todo, task.identity, task.stamp)
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


def _identity(minutes: Minutes, what: str) -> str:
    meeting = minutes.meeting
    held = meeting.date.value if meeting.date else None
    return "\n".join((meeting.body.text if meeting.body else "", held or minutes.source.sha256, what))


def _stamp(entry: Component, identity: str, held: date | None) -> None:
    """Give the entry its UID and its stamp."""
    entry.add("uid", f"{hashlib.sha256(identity.encode()).hexdigest()[:32]}@minutes")
    entry.add("dtstamp", datetime.combine(held or UNDATED, time(), UTC))
