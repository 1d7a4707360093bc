"""Somebody speaks who is on no attendance list.

Why: either the list is incomplete or a name is misspelt.

Bad:

    Present: Orla Fenwick. ... Tom Ashby asked whether the quay is safe.

Good:

    Present: Orla Fenwick, Tom Ashby. ... Tom Ashby asked whether the quay is safe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_parser.models import Severity
from minutes_parser.rules.people import Listed, is_person
from minutes_parser.rules.subject import Fault, Subject

SEVERITY: Severity = "info"
SENTENCES = True
_INTRODUCED = re.compile(
    r",?\s(?:an?|the|who|of|from|representing|on behalf of)\s|,?\s?\((?=[a-z]+\s|[A-Z]{0,1}[a-z]+\b)"
)
"""Behind a guest's name: 'Mr Lund, a resident,', 'Ada Crane (Lund & Sons)'."""


def check(subject: Subject) -> Iterator[Fault]:
    """Report each name once, where the person first asks or answers."""
    if not subject.minutes.attendees:
        return
    seen: set[str] = set()
    listed = Listed(subject.minutes.attendees)
    for exchange in subject.minutes.exchanges:
        for party in (exchange.question.asker, *(answer.speaker for answer in exchange.answers)):
            if not party or party.attendee or party.text in seen or not is_person(party.text, initials=True):
                continue
            seen.add(party.text)
            introduced = subject.text and _INTRODUCED.match(subject.text, party.span.end)
            if not introduced and not listed.may_hold(party.text) and not subject.roster.candidates(party.text):
                yield Fault(f"'{party.text}' speaks and is on no attendance list.", party.span)
