"""An open action has no date by which it is to be done.

Why: without a date nobody can say that it is late.

Bad:

    Action: OF to write to the harbour master

Good:

    Action: OF to write to the harbour master by 1 June
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_parser.models import Severity
from minutes_parser.rules.likeness import Texts
from minutes_parser.rules.subject import Fault, Subject, excerpt

SEVERITY: Severity = "info"


def check(subject: Subject) -> Iterator[Fault]:
    """Report each action that is not done and says nothing of a date; nor does the same action elsewhere, as in a table."""
    dated = Texts(action.text for action in subject.minutes.actions if action.due)
    for action in subject.minutes.actions:
        if not action.due and not action.done and next(dated.alike(action.text), None) is None:
            yield Fault(f"No date is set for this: '{excerpt(action.text)}'", action.span)
