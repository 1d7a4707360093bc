"""Patterns that are compiled when they are first asked.

Reading minutes takes some five hundred patterns, and one document needs about half of them. To compile them all at
import would take longer than to read the document.
"""

from __future__ import annotations

import re
from typing import Any, cast

_CAPITALS = "A-ZÀ-ÞĀ-Ž"
"""With the small letters between those of Latin Extended-A, with which words of English do not begin."""
_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")


class _Pattern:
    """What stands for a compiled pattern: its methods come with the first call and are the compiled one's own.

    Capitals are those of all Latin alphabets: people are called Éamonn and Łukasz, too.
    """

    __slots__ = ("__weakref__", "flags", "pattern", *_METHODS)

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self.flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        pattern = self.pattern if "(?i)" in self.pattern else self.pattern.replace("A-Z", _CAPITALS)
        compiled = re.compile(pattern, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


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
