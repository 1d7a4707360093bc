"""A mention fits several of those who attended.

Why: a reader cannot tell who asked, answered or is to act.

Bad:

    Present: Ann Reed, Paul Reed. ... Action: Reed to write to the tenants

Good:

    Present: Ann Reed, Paul Reed. ... Action: Paul Reed to write to the tenants
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_parser.models import Party, Severity
from minutes_parser.rules.subject import Fault, Subject

SEVERITY: Severity = "info"
SENTENCES = True


def check(subject: Subject) -> Iterator[Fault]:
    """Report each mention once that fits two attendees or more and was left unresolved."""
    names = {person.id: person.name for person in subject.minutes.attendees}
    unresolved: dict[str, Party] = {}
    for party in subject.parties():
        if party.attendee is None:
            unresolved.setdefault(party.text, party)
    for mention, party in unresolved.items():
        people = sorted(names[identity] for identity in subject.roster.candidates(mention))
        if len(people) > 1:
            yield Fault(f"'{mention}' may mean {' or '.join(people)}.", party.span)
