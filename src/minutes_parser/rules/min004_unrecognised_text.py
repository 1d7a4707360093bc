"""Text was set aside or could not be made sense of.

Why: what was set aside as page furniture is in no section; a look at it shows whether that is right.

Bad:

    Page 3 of 7

Good:

    Any text within an item of business.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_parser.models import Severity
from minutes_parser.rules.subject import Fault, Subject

SEVERITY: Severity = "info"


def check(subject: Subject) -> Iterator[Fault]:
    """Report what the reader set aside or could not read, as the record says it."""
    yield from subject.reported("MIN004")
