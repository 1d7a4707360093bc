"""The same action is recorded twice.

Why: one of the two is closed and the other stays open for ever.

Bad:

    Action: OF to write to the tenants
    Action: OF to write to the tenants

Good:

    Action: OF to write to the tenants
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_parser.models import Severity
from minutes_parser.rules.likeness import words_of
from minutes_parser.rules.subject import Fault, Subject, excerpt

SEVERITY: Severity = "info"


def check(subject: Subject) -> Iterator[Fault]:
    """Report each action whose words and owners were recorded before."""
    seen: set[tuple[str, ...]] = set()
    for action in subject.minutes.actions:
        owners = {owner.attendee or owner.text.casefold() for owner in action.owners}
        key = (" ".join(words_of(action.text)), *sorted(owners))
        if key in seen:
            yield Fault(f"This is recorded before: '{excerpt(action.text)}'", action.span)
        seen.add(key)
