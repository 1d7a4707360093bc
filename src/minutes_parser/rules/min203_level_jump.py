"""A number goes more than one level deeper than the item above it.

Why: an item between the two was lost, or the number is wrong.

Bad:

    3. Accounts
    3.1.1 Bank charges

Good:

    3. Accounts
    3.1 Bank charges
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_parser.models import Severity
from minutes_parser.rules.numbers import head
from minutes_parser.rules.subject import Fault, Subject

SEVERITY: Severity = "info"


def check(subject: Subject) -> Iterator[Fault]:
    """Compare the parts of each dotted number with those of its parent's."""
    numbers = {section.id: section.number for section in subject.minutes.sections}
    for section in subject.minutes.sections:
        above = numbers.get(section.parent or "")
        if (
            section.number
            and above
            and section.number.startswith(f"{above}.")
            and _parts(section.number) > _parts(above) + 1
        ):
            yield Fault(f"Number {section.number} stands directly below {above}.", head(section))


def _parts(number: str) -> int:
    return number.strip(".").count(".") + 1
