"""The minutes do not say who chaired the meeting.

Why: the chair signs the minutes; in many bodies a meeting without one decides nothing.

Bad:

    Present: Orla Fenwick, Tom Ashby

Good:

    Present: Orla Fenwick (Chair), Tom Ashby
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_parser.models import Severity
from minutes_parser.rules.subject import Fault, Subject

SEVERITY: Severity = "info"


def check(subject: Subject) -> Iterator[Fault]:
    """Report a record without a chair."""
    if not subject.minutes.meeting.chair:
        yield Fault("The minutes do not say who chaired the meeting.")
