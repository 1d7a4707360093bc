"""What a reader of the record should know, worked out from the record and its outline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_parser.layout.outline import Outline
from minutes_parser.models import DateValue, Diagnostic, Minutes, TimeValue

_AFTER_NOON_TWICE = re.compile(r"(?:1[3-9]|2[0-3])[:.h]?\d{0,2}\s?[ap]\.?m", re.IGNORECASE)


def diagnose(outline: Outline, minutes: Minutes) -> list[Diagnostic]:
    """Return the diagnostics of a record, in the order of their codes and places."""
    found = [*_reader(outline), *_whole(minutes), *_times(minutes)]
    return sorted(found, key=lambda item: (item.code, item.span.start if item.span else -1))


def _reader(outline: Outline) -> Iterator[Diagnostic]:
    """Yield what the reader of the format has to report."""
    for note in outline.source.notes:
        yield Diagnostic(code="MIN004", severity="warning", message=note)


def _whole(minutes: Minutes) -> Iterator[Diagnostic]:
    """Yield what is missing from the record as a whole."""
    held = (minutes.attendees, minutes.actions, minutes.decisions, minutes.exchanges, minutes.commitments)
    if not minutes.meeting.date and not any(held):
        message = "Nothing here looks like the minutes of a meeting: no date, attendance, decision or action was found."
        yield Diagnostic(code="MIN002", severity="warning", message=message)
    elif minutes.meeting.date:
        yield from _date(minutes.meeting.date)
    else:
        yield Diagnostic(code="MIN101", severity="warning", message="No date of the meeting was found.")


def _date(day: DateValue) -> Iterator[Diagnostic]:
    """Yield how sure the date of the meeting is."""
    if day.value is None:
        message = f"The document does not settle which day is meant by “{day.text}”."
        yield Diagnostic(code="MIN101", severity="warning", message=message, span=day.span)
    elif day.inferred:
        parts = " and ".join(day.inferred)
        message = f"The {parts} of “{day.text}” follows from the rest of the document: read as {day.value}."
        yield Diagnostic(code="MIN103", severity="info", message=message, span=day.span)


def _times(minutes: Minutes) -> Iterator[Diagnostic]:
    """Yield times that no clock shows, such as "14:00pm"."""
    times: tuple[TimeValue | None, ...] = (minutes.meeting.start_time, minutes.meeting.end_time)
    for time in times:
        if time and _AFTER_NOON_TWICE.search(time.text):
            message = f"No clock shows “{time.text}”: read as {time.value}."
            yield Diagnostic(code="MIN104", severity="warning", message=message, span=time.span)
