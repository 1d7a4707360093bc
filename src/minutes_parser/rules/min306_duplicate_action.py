"""The same action is recorded twice.

Why: one of the two is closed and the other stays open for ever.

Bad:

    Action: OF to write to the tenants
    Action: OF to write to the tenants

Good:

    Action: OF to write to the tenants
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_parser.models import Severity
from minutes_parser.rules.likeness import words_of
from minutes_parser.rules.subject import Fault, Subject, excerpt

SEVERITY: Severity = "info"

TELLING = 4
"""Words that tell a task by themselves: 'Clerk to write to the county' is another letter below another paragraph."""
BESIDE = 40
"""Characters between two actions with nothing but labels in between."""
_POINTS = re.compile(r"\b(?:this|that|these|those|it|them|above)\b", re.IGNORECASE)
"""What points at the words before it is another task in another place."""


def check(subject: Subject) -> Iterator[Fault]:
    """Report each action whose words and owners were recorded before in its section: a list at the end repeats them all."""
    ends: dict[tuple[str | None, ...], int] = {}
    for action in subject.minutes.actions:
        owners = {owner.attendee or owner.text.casefold() for owner in action.owners}
        words = words_of(action.text)
        key = (action.section, " ".join(words), *sorted(owners))
        telling = len(words) >= TELLING or action.span.start - ends.get(key, 0) < BESIDE
        if key in ends and telling and not _POINTS.search(action.text):
            yield Fault(f"This is recorded before: '{excerpt(action.text)}'", action.span)
        ends[key] = action.span.end
