"""The minutes do not say who took them.

Why: whoever finds a mistake does not know whom to tell.

Bad:

    Present: Orla Fenwick (Chair), Tom Ashby

Good:

    Present: Orla Fenwick (Chair), Tom Ashby (minutes)
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_parser.models import Severity
from minutes_parser.rules.subject import Fault, Subject

SEVERITY: Severity = "info"


def check(subject: Subject) -> Iterator[Fault]:
    """Report a record without a minute-taker."""
    if not subject.minutes.meeting.minute_taker:
        yield Fault("The minutes do not say who took them.")
