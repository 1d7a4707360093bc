"""A decision says neither who moved it nor how it was carried.

Why: where standing orders ask for a mover or a vote, the decision can be challenged.

Bad:

    RESOLVED that the accounts be adopted.

Good:

    RESOLVED that the accounts be adopted (proposed OF, seconded TA, all in favour).
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_parser.models import Severity
from minutes_parser.rules.subject import Fault, Subject, excerpt

SEVERITY: Severity = "info"


def check(subject: Subject) -> Iterator[Fault]:
    """Report each decision without a mover and without a vote."""
    for decision in subject.minutes.decisions:
        if not decision.moved_by and not decision.vote:
            yield Fault(f"Neither mover nor vote is minuted: '{excerpt(decision.text)}'", decision.span)
