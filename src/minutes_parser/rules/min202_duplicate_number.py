"""A number is used twice among the items of one level.

Why: a reference to that number means either of two items.

Bad:

    3. Accounts
    3. Planning

Good:

    3. Accounts
    4. Planning
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_parser.models import Severity
from minutes_parser.rules.numbers import head
from minutes_parser.rules.subject import Fault, Subject

SEVERITY: Severity = "warning"


def check(subject: Subject) -> Iterator[Fault]:
    """Report each item whose number was used before in its series."""
    for numbered in subject.numbered:
        if numbered.again:
            yield Fault(f"Number {numbered.section.number} is used twice.", head(numbered.section))
