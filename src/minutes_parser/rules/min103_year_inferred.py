"""A date is written without its year.

Why: the document still shows which year it is, but nobody should have to prove it.

Bad:

    Minutes of the meeting of Thursday 4 May

Good:

    Minutes of the meeting of Thursday 4 May 2023
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_parser.models import Severity
from minutes_parser.rules.subject import Fault, Subject

SEVERITY: Severity = "info"


def check(subject: Subject) -> Iterator[Fault]:
    """Report the meeting's date and the next meeting's."""
    meeting = subject.minutes.meeting
    for day in (meeting.date, meeting.next_meeting.date if meeting.next_meeting else None):
        if day and day.value and "year" in day.inferred:
            message = f"No year stands beside '{day.text}'; the document shows that it is {day.value[:4]}."
            yield Fault(message, day.span)
