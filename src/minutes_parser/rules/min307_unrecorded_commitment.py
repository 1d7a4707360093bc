"""Somebody says that they will do something, and no action records it.

Why: a promise in the discussion is forgotten where no list of actions holds it.

Bad:

    TA said that he will paint the gate.

Good:

    TA said that he will paint the gate.
    Action: TA to paint the gate
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_parser.models import Severity
from minutes_parser.rules.likeness import Texts
from minutes_parser.rules.subject import Fault, Subject, excerpt

SEVERITY: Severity = "info"
SENTENCES = True
_NO_TASK = re.compile(
    r"\bwill (?:recall|remember|know|note|notice|see|hear|receive|find|need|have to|be aware)\b", re.IGNORECASE
)
"""What happens to people, and is no promise of theirs."""
BELOW = 400
"""Characters behind a promise within which an action on the same matter is its record, in whatever words."""


def check(subject: Subject) -> Iterator[Fault]:
    """Report each commitment that no action of the record resembles."""
    actions = subject.minutes.actions
    recorded = Texts(action.text for action in actions)
    for commitment in subject.minutes.commitments:
        if _NO_TASK.search(commitment.text):
            continue
        end = commitment.span.end
        below = (actions[number].span.start - end for number in recorded.kindred(commitment.text))
        if not any(0 <= distance < BELOW for distance in below) and next(recorded.alike(commitment.text), None) is None:
            yield Fault(f"No action records this: '{excerpt(commitment.text)}'", commitment.span)
