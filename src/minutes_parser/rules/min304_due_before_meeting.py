"""An open action was due before the meeting that recorded it.

Why: the date is wrong, or the action is late already and should say so.

Bad:

    Meeting of 4 May 2023 ... Action: OF to write to the tenants by 20 April 2023

Good:

    Meeting of 4 May 2023 ... Action: OF to write to the tenants by 20 May 2023
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_parser.models import Severity
from minutes_parser.rules.subject import Fault, Subject

SEVERITY: Severity = "warning"


def check(subject: Subject) -> Iterator[Fault]:
    """Compare the last day meant with the day of the meeting."""
    day = subject.minutes.meeting.date
    if not (day and day.value):
        return
    for action in subject.minutes.actions:
        if action.due and action.due.latest and not action.done and action.due.latest < day.value:
            yield Fault(f"Due {action.due.latest}, before the meeting of {day.value}.", action.due.span)
