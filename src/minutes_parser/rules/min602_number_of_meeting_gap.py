"""The number of the meeting does not follow that of the meeting before.

Why: minutes are missing from the series, or a number is wrong.

Bad:

    the 14th meeting after the 12th

Good:

    the 13th meeting after the 12th
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_parser.models import Minutes, Severity
from minutes_parser.rules.subject import Fault, Subject

SEVERITY: Severity = "info"

_NUMBER = re.compile(
    r"\b(?:(\d{1,4})(?:st|nd|rd|th)\s+(?:\w+\s+)?meeting|meeting\s+(?:no\.?|number|#)\s*(\d{1,4}))\b", re.IGNORECASE
)


def check(subject: Subject) -> Iterator[Fault]:
    """Compare the numbers in the titles of these minutes and of the last earlier ones."""
    title = subject.minutes.meeting.title
    number = _number(subject.minutes)
    before = _number(subject.earlier[-1]) if subject.earlier else None
    if title and number is not None and before is not None and number != before + 1:
        yield Fault(f"Meeting number {number} follows number {before}.", title.span)


def _number(minutes: Minutes) -> int | None:
    found = _NUMBER.search(minutes.meeting.title.text) if minutes.meeting.title else None
    return int(found[1] or found[2]) if found else None
