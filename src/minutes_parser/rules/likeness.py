"""Whether two sentences speak of the same task: by the words that carry meaning."""

from __future__ import annotations

import re

_WORD = re.compile(r"[a-z0-9][a-z0-9'’-]*")
_EMPTY = frozenset(
    "a an and any are as at be been by can could for from had has have he her his i if in into is it its may of on or our shall "
    "she should so that the their them they this to up was we were what when which who will with would you action actions".split()
)
"""Words that stand in sentences on any matter."""
ALIKE = 0.6
"""Share of the shorter sentence's words that two sentences on one task have in common; below it they only share a topic."""
FEWEST = 2
"""Words that sentences must share at least: one word alone ('report') proves nothing."""


def words_of(text: str) -> list[str]:
    """Return the words of ``text`` that carry meaning, cut to six letters: 'circulated' and 'circulate' are one."""
    return [word[:6] for word in _WORD.findall(text.lower()) if word not in _EMPTY]


def alike(one: str, other: str) -> bool:
    """Return whether the shorter of two sentences says little that the longer does not."""
    return _covered(set(words_of(one)), set(words_of(other)))


def mentions(text: str, task: str) -> bool:
    """Return whether ``text`` has most words of ``task``."""
    words = set(words_of(task))
    return not words or _share(words & set(words_of(text)), words)


def _covered(one: set[str], other: set[str]) -> bool:
    return _share(one & other, min(one, other, key=len))


def _share(common: set[str], words: set[str]) -> bool:
    return len(common) >= min(FEWEST, len(words)) and bool(words) and len(common) >= ALIKE * len(words)
