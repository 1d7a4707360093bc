"""A document does not look like the minutes of a meeting.

Why: a letter or a web page among the minutes would otherwise count as minutes without actions.

Bad:

    Dear customer, thank you for your order.

Good:

    Minutes of the Quay Committee, 4 May 2023
    Present: Orla Fenwick, Tom Ashby
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_parser.models import Severity
from minutes_parser.rules.subject import Fault, Subject

SEVERITY: Severity = "warning"


def check(subject: Subject) -> Iterator[Fault]:
    """Report a record without a date, people and business."""
    minutes, meeting = subject.minutes, subject.minutes.meeting
    recorded = minutes.attendees or minutes.actions or minutes.decisions or minutes.exchanges
    if not recorded and not meeting.date and not (minutes.sections and (meeting.title or meeting.body)):
        yield Fault("This does not look like the minutes of a meeting: "
                    "no date, nobody who attended and no business was found.")  # fmt: skip
