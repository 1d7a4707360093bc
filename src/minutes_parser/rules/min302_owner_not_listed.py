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
from minutes_parser.rules.people import Listed, is_person, is_team
from minutes_parser.rules.subject import Fault, Subject

SEVERITY: Severity = "info"


def check(subject: Subject) -> Iterator[Fault]:
    """Report each person who fits no attendee, and each team of which nobody is listed; roles and bodies are on no list."""
    people = subject.minutes.attendees
    if not people:
        return
    listed = Listed(people)
    short = 2 * sum(person.abbreviation is not None for person in people) >= len(people)
    expanded = {abbreviation.term for abbreviation in subject.minutes.abbreviations}
    places = "\n".join(f"{person.role} {person.organisation}" for person in people).casefold()
    for action in subject.minutes.actions:
        for owner in action.owners:
            name = owner.text
            if owner.attendee or subject.roster.candidates(name) or listed.may_hold(name):
                continue
            if is_person(name, initials=short and name not in expanded):
                yield Fault(f"'{name}' owns an action and is on no attendance list.", owner.span)
            elif is_team(name) and name.casefold().removeprefix("the ") not in places:
                yield Fault(f"'{name}' owns an action and nobody of it is on the attendance list.", owner.span)
