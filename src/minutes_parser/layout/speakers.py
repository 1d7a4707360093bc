"""Who speaks in a log: the names before a colon with which lines open again and again, 'Ann: not yet'."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from minutes_parser import lazy

_SPEAKER = lazy.compile(
    r"(?!(?i:(?:sub-?)?topic|(?:agenda )?items?|agenda|section|part|project|subject|title|motion|report|issue|matter|business)\b)"
    r"[A-Z][\w.’'-]{1,20}(?=: \S)"
)
_WITHIN = 24
"""Characters within which a name and its colon stand."""
_OFTEN = 3
"""Lines of the only one who comes again."""


def speakers(lines: Iterable[str]) -> set[str]:
    """Return the names of those who speak more than once: two of them, or one who often does."""
    names = [found[0] for line in lines if ": " in line[:_WITHIN] and (found := _SPEAKER.match(line))]
    again = {name: count for name, count in Counter(names).items() if count > 1}
    return set(again) if len(again) > 1 or max(again.values(), default=0) >= _OFTEN else set()
