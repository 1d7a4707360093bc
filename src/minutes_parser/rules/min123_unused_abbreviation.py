"""An abbreviation from the attendance list is used nowhere.

Why: it is either superfluous, or the minutes call the person by other initials than they announce.

Bad:

    Present: Orla Fenwick (OF) ... OFW to write to the mooring holders

Good:

    Present: Orla Fenwick (OF) ... OF to write to the mooring holders
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_parser.models import Severity
from minutes_parser.rules.subject import Fault, Subject

SEVERITY: Severity = "info"


def check(subject: Subject) -> Iterator[Fault]:
    """Report each person who was there, whose abbreviation stands in no block of the business and is no part of the name."""
    words = {word for text, _ in subject.written() for word in re.findall(r"\w+", text)}
    taker = subject.minutes.meeting.minute_taker
    for person in subject.minutes.attendees:
        if taker and taker.attendee == person.id:
            continue
        short = person.abbreviation
        if person.status in ("apologies", "absent") or (short or "").casefold() in person.name.casefold().split():
            continue
        if short and words and not set(re.findall(r"\w+", short)) & words:
            yield Fault(f"The minutes announce '{short}' for {person.name} and never use it.", person.span)
