"""A number is left out among the items of one level.

Why: an item may have been lost, and references by number point to the wrong one.

Bad:

    1. Apologies
    3. Accounts

Good:

    1. Apologies
    2. Accounts
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_parser.models import Severity
from minutes_parser.rules.numbers import head, numbers_of
from minutes_parser.rules.subject import Fault, Subject

SEVERITY: Severity = "info"


def check(subject: Subject) -> Iterator[Fault]:
    """Report gaps of up to ten numbers; a wider one is another series."""
    for numbered in numbers_of(subject.minutes.sections):
        before, value = numbered.before, numbered.value
        if not numbered.again and before is not None and 1 < value - before <= 10:
            missing = f"{before + 1} is" if value - before == 2 else f"{before + 1} to {value - 1} are"
            yield Fault(
                f"Number {numbered.section.number} follows {before}: {missing} missing.", head(numbered.section)
            )
