"""A time of day does not exist.

Why: readers must guess what was meant.

Bad:

    The meeting began at 14:00pm.

Good:

    The meeting began at 14:00.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_parser.dates import find_times
from minutes_parser.models import Severity
from minutes_parser.rules.subject import Fault, Subject

SEVERITY: Severity = "warning"


def check(subject: Subject) -> Iterator[Fault]:
    """Report the meeting's start and end."""
    for time in (subject.minutes.meeting.start_time, subject.minutes.meeting.end_time):
        if time and any(written.impossible for written in find_times(time.text, bare=True)):
            yield Fault(f"There is no such time as '{time.text}', read as {time.value}.", time.span)
