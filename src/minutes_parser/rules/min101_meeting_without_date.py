"""The minutes do not say on which day the meeting was held.

Why: a due date relative to the meeting, and the place in the series, hang on it.

Bad:

    Minutes of the Quay Committee

Good:

    Minutes of the Quay Committee, 4 May 2023
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_parser.models import Severity
from minutes_parser.rules.subject import Fault, Subject

SEVERITY: Severity = "warning"


def check(subject: Subject) -> Iterator[Fault]:
    """Report a date that is missing or not settled."""
    day = subject.minutes.meeting.date
    if not day:
        yield Fault("The minutes do not say on which day the meeting was held.")
    elif not day.value:
        yield Fault(f"The document does not settle which day '{day.text}' is.", day.span)
