"""The next meeting is not after this one.

Why: one of the two dates is wrong.

Bad:

    Meeting of 4 May 2023 ... Next meeting: 6 April 2023

Good:

    Meeting of 4 May 2023 ... Next meeting: 1 June 2023
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_parser.models import Severity
from minutes_parser.rules.subject import Fault, Subject

SEVERITY: Severity = "warning"


def check(subject: Subject) -> Iterator[Fault]:
    """Compare the two dates."""
    meeting = subject.minutes.meeting
    following = meeting.next_meeting.date if meeting.next_meeting else None
    if meeting.date and following and (following.value or "9999") <= (meeting.date.value or ""):
        message = f"The next meeting, {following.value}, is not after this one, {meeting.date.value}."
        yield Fault(message, following.span)
