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

from minutes_parser.models import Severity, Span
from minutes_parser.rules.numbers import Numbered, head, numbers_of
from minutes_parser.rules.subject import Fault, Fix, Subject

SEVERITY: Severity = "info"
WIDEST = 10
"""Numbers that one gap may leave out."""


def check(subject: Subject) -> Iterator[Fault]:
    """Report gaps of up to ten numbers, as a wider one is another series; the fix counts on from the number before."""
    for numbered in numbers_of(subject.minutes.sections):
        before, value = numbered.before, numbered.value
        if not numbered.again and before is not None and 1 < value - before <= WIDEST:
            missing = f"{before + 1} is" if value - before == 2 else f"{before + 1} to {value - 1} are"
            message = f"Number {numbered.section.number} follows {before}: {missing} missing."
            yield Fault(message, head(numbered.section), _fix(subject, numbered))


def _fix(subject: Subject, numbered: Numbered) -> Fix | None:
    """Return the change of the number in the heading, where the text is known and shows it."""
    section = numbered.section
    place = head(section)
    start = subject.text.find(section.number or "", place.start, place.end) if subject.text else -1
    if start < 0 or numbered.before is None:
        return None
    first, last = numbered.digits
    return Fix(Span(start=start + first, end=start + last), str(numbered.before + 1), safe=False)
