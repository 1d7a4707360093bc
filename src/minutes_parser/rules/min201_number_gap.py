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

import re
from collections.abc import Iterator

from minutes_parser.models import Severity, Span
from minutes_parser.rules.numbers import Numbered, head
from minutes_parser.rules.subject import Fault, Fix, Subject

SEVERITY: Severity = "info"
WIDEST = 10
"""Numbers that one gap may leave out."""


def check(subject: Subject) -> Iterator[Fault]:
    """Report gaps of up to ten numbers, as a wider one is another series; the fix counts on from the number before.

    A number that begins a line in between is not missing: it is in a table, or was not read as a heading.
    """
    for numbered in subject.numbered:
        before, value = numbered.before, numbered.value
        if numbered.again or before is None or not 1 < value - before <= WIDEST:
            continue
        missing = [number for number in range(before + 1, value) if not _written(subject, numbered, number)]
        if missing:
            first, last = _like(numbered, missing[0]), _like(numbered, missing[-1])
            named = f"{first} is" if first == last else f"{first} to {last} are"
            message = f"Number {numbered.section.number} follows {_like(numbered, before)}: {named} missing."
            yield Fault(message, head(numbered.section), _fix(subject, numbered))


def _like(numbered: Numbered, number: int) -> str:
    """Return ``number`` in the form in which the section's own is written."""
    first, last = numbered.digits
    written = numbered.section.number or ""
    return f"{written[:first]}{number:0{last - first if written[first] == '0' else 1}d}{written[last:]}"


def _written(subject: Subject, numbered: Numbered, number: int) -> bool:
    """Return whether a line between the two sections begins with ``number`` in their form."""
    if not subject.text or not numbered.behind:
        return False
    first, last = numbered.digits
    prefix, suffix = (numbered.section.number or "")[:first], (numbered.section.number or "")[last:]
    form = re.compile(rf"^\W{{0,8}}{re.escape(prefix)}0{{0,2}}{number}{re.escape(suffix)}(?![\d/])", re.MULTILINE)
    return form.search(subject.text, numbered.behind.span.start, numbered.section.span.start) is not None


def _fix(subject: Subject, numbered: Numbered) -> Fix | None:
    """Return the change of the number in the heading, where the text is known and shows it."""
    section = numbered.section
    place = head(section)
    start = subject.text.find(section.number or "", place.start, place.end) if subject.text else -1
    if start < 0 or numbered.before is None:
        return None
    first, last = numbered.digits
    return Fix(Span(start=start + first, end=start + last), str(numbered.before + 1), safe=False)
