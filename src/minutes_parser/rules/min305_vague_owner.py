"""An action is owned by everybody.

Why: what all are to do, each leaves to the others.

Bad:

    Action: all to tell the neighbours

Good:

    Action: TA to tell the neighbours
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_parser.models import Severity
from minutes_parser.rules.owners import vague
from minutes_parser.rules.subject import Fault, Subject

SEVERITY: Severity = "info"


def check(subject: Subject) -> Iterator[Fault]:
    """Report owners that are no person, role or team in particular."""
    for action in subject.minutes.actions:
        for owner in action.owners:
            if owner.attendee is None and vague(owner.text):
                yield Fault(f"'{owner.text}' is nobody in particular.", owner.span)
