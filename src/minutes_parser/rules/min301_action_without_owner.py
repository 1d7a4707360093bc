"""An open action names nobody who is to do it.

Why: what nobody owns nobody does, and at the next meeting nobody can report on it.

Bad:

    Action: to write to the harbour master

Good:

    Action: OF to write to the harbour master
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_parser.models import Severity
from minutes_parser.rules.subject import Fault, Subject, excerpt

SEVERITY: Severity = "warning"


def check(subject: Subject) -> Iterator[Fault]:
    """Report each action that is not done and has no owner."""
    for action in subject.minutes.actions:
        if not action.owners and not action.done:
            yield Fault(f"Nobody is named to do this: '{excerpt(action.text)}'", action.span)
