"""What tells the markups of wikis apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from minutes_parser.readers.markup.inline import Marks
from minutes_parser.readers.wiki import STARRED_SIGNS
from minutes_parser.readers.wiki.marks import QUOTED, STARRED

_EQUALS = re.compile(r"(?P<signs>={1,6})[ \t]*(?P<title>[^=\s].{0,400}?)[ \t]*(?P=signs)(?:[ \t]*#[\w-]{1,60})?[ \t]*")
_DOTTED = re.compile(
    r"[ \t]{0,3}h(?P<level>[1-6])(?:\([^()]{0,200}\)|\{[^{}]{0,80}\}|\[[\w-]{1,10}\]|[<>=]){0,4}\.[ \t]+(?P<title>\S.{0,400})"
    r"|---(?P<signs>\+{1,6})(?:!!)?[ \t]*(?P<title2>[^\s+].{0,400})"
)
_STARRED = re.compile(rf"{STARRED_SIGNS}|^\*[A-Z][^*\n:]{{1,40}}(?::\*|\*:)[ \t]+\S", re.MULTILINE)
_HIGHEST = 6
"""Signs around a heading of the first level in DokuWiki, where they get fewer below it."""
_LIKELY = 5
"""Signs around the first heading from which on it is one of the first levels and none of the last."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """A markup."""

    marks: Marks
    heading: re.Pattern[str]
    starred: bool = False
    """A line goes on with the item above it, names of columns stand between two bars."""
    reversed: bool = False
    """The more signs, the higher a heading; and a hyphen numbers an item."""

    def title(self, line: str) -> tuple[int, str] | None:
        """Return the level and the words of a heading."""
        found = self.heading.fullmatch(line)
        if found is None:
            return None
        if self.starred:
            return int(found["level"] or len(found["signs"])), found["title"] or found["title2"]
        signs = len(found["signs"])
        return _HIGHEST + 1 - signs if self.reversed else signs, found["title"]


def dialect_of(lines: Sequence[str]) -> Dialect:
    """Return the markup in which the lines are written."""
    first = next((found for line in lines if line[:1] == "=" and (found := _EQUALS.fullmatch(line))), None)
    dotted = first is None and any(line[:1] in "h- " and _DOTTED.fullmatch(line) for line in lines)
    if dotted or (first is None and _STARRED.search("\n".join(lines))):
        return Dialect(STARRED, _DOTTED, starred=True)
    return Dialect(QUOTED, _EQUALS, reversed=first is not None and len(first["signs"]) >= _LIKELY)
