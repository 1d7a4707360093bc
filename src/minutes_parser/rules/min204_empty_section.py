"""An item has a heading and nothing below it.

Why: nobody can tell whether the item was taken, deferred or forgotten.

Bad:

    4. Accounts

    5. Planning

Good:

    4. Accounts

    Deferred to the next meeting.

    5. Planning
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_parser.models import Severity
from minutes_parser.rules.numbers import head
from minutes_parser.rules.subject import Fault, Subject, excerpt

SEVERITY: Severity = "info"


def check(subject: Subject) -> Iterator[Fault]:
    """Report each section without text and without sections of its own."""
    parents = {section.parent for section in subject.minutes.sections}
    for section in subject.minutes.sections:
        if not section.blocks and section.id not in parents:
            yield Fault(f"Nothing is minuted under '{excerpt(section.title or section.number or '')}'.", head(section))
