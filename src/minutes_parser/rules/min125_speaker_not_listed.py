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
from minutes_parser.rules.capitals import COMMON
from minutes_parser.rules.subject import Fault, Subject

SEVERITY: Severity = "info"
SENTENCES = True

_PERSON = re.compile(
    r"(?:[A-Z][\w'’-]+ ){1,3}[A-Z][\w'’-]+|[A-Z]{2,3}|(?:Mr|Mrs|Ms|Dr|Cllr|Councillor)\.? [A-Z][^,;&/]*"
)
_GROUP = re.compile(
    r".*\b(?:and|team|group|(?:officer|member|governor|councillor|trustee|resident|director|manager)s)", re.IGNORECASE
)
"""A full name, initials, or a surname behind a title; roles and groups are written otherwise or with an article."""


def check(subject: Subject) -> Iterator[Fault]:
    """Report each name once, where the person first asks or answers."""
    if not subject.minutes.attendees:
        return
    seen: set[str] = set()
    for exchange in subject.minutes.exchanges:
        for party in (exchange.question.asker, *(answer.speaker for answer in exchange.answers)):
            if not party or party.attendee or party.text in seen or not _is_person(party.text):
                continue
            seen.add(party.text)
            if not subject.roster.candidates(party.text):
                yield Fault(f"'{party.text}' speaks and is on no attendance list.", party.span)


def _is_person(mention: str) -> bool:
    return mention not in COMMON and bool(_PERSON.fullmatch(mention)) and not _GROUP.fullmatch(mention)
