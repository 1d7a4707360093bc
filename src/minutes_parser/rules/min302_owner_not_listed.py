"""The owner of an action is on no attendance list.

Why: nobody who was there took the action on, or the name is misspelt.

Bad:

    Present: Orla Fenwick. ... Action: Tom Ashby to paint the gate

Good:

    Present: Orla Fenwick, Tom Ashby. ... Action: Tom Ashby to paint the gate
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_parser.models import Severity
from minutes_parser.rules.people import is_person
from minutes_parser.rules.subject import Fault, Subject

SEVERITY: Severity = "info"


def check(subject: Subject) -> Iterator[Fault]:
    """Report each person who resolves to no attendee and fits none; roles and groups are on no list."""
    people = subject.minutes.attendees
    if not people:
        return
    short = 2 * sum(person.abbreviation is not None for person in people) >= len(people)
    expanded = {abbreviation.term for abbreviation in subject.minutes.abbreviations}
    for action in subject.minutes.actions:
        for owner in action.owners:
            if owner.attendee or not is_person(owner.text, initials=short and owner.text not in expanded):
                continue
            if not subject.roster.candidates(owner.text):
                yield Fault(f"'{owner.text}' owns an action and is on no attendance list.", owner.span)
