"""The minutes do not list who attended.

Why: without it nobody can tell whether enough members were there to decide.

Bad:

    1. Apologies

Good:

    Present: Orla Fenwick, Tom Ashby
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_parser.models import Severity
from minutes_parser.rules.subject import Fault, Subject

SEVERITY: Severity = "warning"


def check(subject: Subject) -> Iterator[Fault]:
    """Report a record without attendees."""
    if not subject.minutes.attendees:
        yield Fault("The minutes do not list who attended.")
