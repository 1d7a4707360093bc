"""The document holds the minutes of several meetings.

Why: a record is of one meeting. What is read and checked here is the first; the others need a file each, or
``minutes parse --all``, which gives one record for each.

Bad:

    Minutes of 9 January, and below them in the same file the minutes of 12 March

Good:

    A file for each meeting
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_parser.models import Severity
from minutes_parser.rules.subject import Fault, Subject

SEVERITY: Severity = "warning"


def check(subject: Subject) -> Iterator[Fault]:
    """Report where the second meeting begins, as the record says it."""
    yield from subject.reported("MIN006")
