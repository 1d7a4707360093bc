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
from minutes_parser.rules.owners import vague
from minutes_parser.rules.subject import Fault, Subject

SEVERITY: Severity = "info"


def check(subject: Subject) -> Iterator[Fault]:
    """Report each owner who resolves to no attendee, fits not several of them and is not everybody."""
    if not subject.minutes.attendees:
        return
    for action in subject.minutes.actions:
        for owner in action.owners:
            if owner.attendee is None and not vague(owner.text) and not subject.roster.candidates(owner.text):
                yield Fault(f"'{owner.text}' owns an action and is on no attendance list.", owner.span)
