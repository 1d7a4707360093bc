"""A weekday is not that of the date beside it.

Why: one of the two is wrong, and whoever comes on the other day finds a closed door.

Bad:

    Monday 4 May 2023

Good:

    Thursday 4 May 2023
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from minutes_parser.dates import find_dates
from minutes_parser.dates.written import WEEKDAYS
from minutes_parser.models import Severity
from minutes_parser.rules.subject import Fault, Subject

SEVERITY: Severity = "warning"


def check(subject: Subject) -> Iterator[Fault]:
    """Report the meeting's date and the next meeting's."""
    meeting = subject.minutes.meeting
    for day in (meeting.date, meeting.next_meeting.date if meeting.next_meeting else None):
        written = find_dates(day.text) if day and day.value else []
        if not (day and day.value and written):
            continue
        weekday = date.fromisoformat(day.value).weekday()
        if written[0].weekday not in (None, weekday):
            message = f"'{day.text}' contradicts itself: {day.value} is a {WEEKDAYS[weekday].title()}."
            yield Fault(message, day.span)
