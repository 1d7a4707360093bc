"""Patterns that are compiled when they are first asked.

Reading minutes takes some five hundred patterns, and one document needs about half of them. To compile them all at
import would take longer than to read the document.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, cast

_CAPITALS, _EXTENDED = "A-ZÀ-Þ", "Ā-Ž"
"""Those of Latin-1, and of Latin Extended-A with the small letters between them, with which words of English do not begin."""
_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")


class _Pattern:
    """What stands for a compiled pattern: its methods come with the first call and are the compiled one's own.

    Those of the class compile the pattern; behind its own they are found no more. To ask for them in ``__getattr__`` would
    take a fifth of the time of every later call, too.

    Capitals are those of all Latin alphabets: people are called Éamonn and Łukasz, too. Those beyond Latin-1 double the
    time to compile a pattern, so they count from the first document on that has any (``widen``); no other has them to match.
    """

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self.flags = pattern, flags

    def compiled(self) -> re.Pattern[str]:
        """Compile the pattern and take over the methods of what comes of it."""
        capitals = _CAPITALS + _EXTENDED if _wide else _CAPITALS
        pattern = self.pattern if "(?i)" in self.pattern else self.pattern.replace("A-Z", capitals)
        compiled = re.compile(pattern, self.flags)
        if not _wide:
            _narrow.append(self)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return compiled


def _first(name: str) -> Callable[..., Any]:
    """Return the method of that name as it is before the pattern is compiled."""
    return lambda self, *arguments, **named: getattr(self.compiled(), name)(*arguments, **named)


for _name in _METHODS:
    setattr(_Pattern, _name, _first(_name))

_wide = False
_narrow: list[_Pattern] = []
"""The patterns compiled so far that know no capitals beyond Latin-1."""


def widen(text: str) -> None:
    """Have all patterns know the capitals beyond Latin-1 from now on, if the text has any."""
    global _wide
    if _wide or text.isascii() or not _BEYOND.search(text):
        return
    _wide = True
    for pattern in _narrow:
        for method in _METHODS:
            delattr(pattern, method)
    _narrow.clear()


_BEYOND = re.compile(f"[{_EXTENDED}]")


def by_letter(alternatives: str) -> str:
    """Return a pattern for what matches one of the ``alternatives``, which '|' parts and of which each begins with a letter.

    Those of one letter are tried only where it stands, in their order: with many words this takes a fourth of the time.
    """
    behind: dict[str, list[str]] = {}
    for alternative in alternatives.split("|"):
        behind.setdefault(alternative[0], []).append(alternative[1:])
    return "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in behind.items())


def compile(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what behaves like ``re.compile(pattern, flags)``; an error in the pattern is raised at the first use."""
    return cast("re.Pattern[str]", _Pattern(pattern, flags))
