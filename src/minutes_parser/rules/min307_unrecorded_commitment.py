"""Somebody says that they will do something, and no action records it.

Why: a promise in the discussion is forgotten where no list of actions holds it.

Bad:

    TA said that he will paint the gate.

Good:

    TA said that he will paint the gate.
    Action: TA to paint the gate
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_parser.models import Severity
from minutes_parser.rules.likeness import alike
from minutes_parser.rules.subject import Fault, Subject, excerpt

SEVERITY: Severity = "info"
SENTENCES = True


def check(subject: Subject) -> Iterator[Fault]:
    """Report each commitment that no action of the record resembles."""
    for commitment in subject.minutes.commitments:
        if not any(alike(commitment.text, action.text) for action in subject.minutes.actions):
            yield Fault(f"No action records this: '{excerpt(commitment.text)}'", commitment.span)
