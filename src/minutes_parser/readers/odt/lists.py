"""The numbers and bullets of OpenDocument lists and headings, as they are shown (ODF 1.3, parts 5.3 and 16.30)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from minutes_parser.readers.archive import Element
from minutes_parser.readers.odt.styles import STYLE, TEXT
from minutes_parser.readers.ordinals import to_letters, to_roman

_LEVELS = 10
_MOST_LETTERS = 104
_BULLET = "• "
_PATTERN = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}num-list-format"
"""LibreOffice writes a level's pattern here: '%1%.%2%'."""
_PLACE = re.compile(r"%(\d{1,2})%")
_ID = "{http://www.w3.org/XML/1998/namespace}id"


@dataclass(frozen=True, slots=True)
class _Level:
    form: str = ""
    """'1', 'a', 'A', 'i', 'I', or '' for no number."""
    pattern: str = ""
    start: int = 1
    bullet: bool = False


class Counts:
    """A list that is being counted: the numbers of its levels."""

    def __init__(self, levels: dict[int, _Level]) -> None:
        """Begin to count by the levels of a list style."""
        self._levels = levels
        self._counts: list[int | None] = [None] * (_LEVELS + 1)

    def marker(self, level: int, start: int | None = None) -> str:
        """Count an item at a level, from 1, and return what stands before it; ``start`` is its own number."""
        level = min(max(level, 1), _LEVELS)
        own = self._levels.get(level, _Level())
        before = self._counts[level]
        self._counts[level] = start if start is not None else own.start if before is None else before + 1
        self._counts[level + 1 :] = [None] * (_LEVELS - level)
        if own.bullet:
            return _BULLET
        shown = _PLACE.sub(self._number, own.pattern).strip() if own.form else ""
        return f"{shown} " if shown else ""

    def _number(self, match: re.Match[str]) -> str:
        place = int(match[1])
        level = self._levels.get(place, _Level())
        count = self._counts[place] if place <= _LEVELS else None
        return _form(level.start if count is None else count, level.form)


class Lists:
    """The list styles of a document and the lists that were met."""

    def __init__(self, roots: Iterable[Element]) -> None:
        """Take the roots of the parts that define styles."""
        self._styles: dict[str, dict[int, _Level]] = {}
        self._by_id: dict[str, Counts] = {}
        self._by_style: dict[str, Counts] = {}
        outline: dict[int, _Level] = {}
        for root in roots:
            for style in root.iter(f"{TEXT}list-style"):
                self._styles[style.get(f"{STYLE}name") or ""] = _levels(style)
            for style in root.iter(f"{TEXT}outline-style"):
                outline = _levels(style)
        self.outline = Counts(outline)

    def begin(self, element: Element, style: str) -> Counts:
        """Return the counts of an outermost list: its own, or those of a list that it goes on with."""
        before = element.get(f"{TEXT}continue-list")
        other = self._by_id.get(before) if before else None
        if other is None and element.get(f"{TEXT}continue-numbering") == "true":
            other = self._by_style.get(style)
        counts = other or Counts(self._styles.get(style, {}))
        self._by_id[element.get(_ID) or ""] = counts
        self._by_style[style] = counts
        return counts


def _levels(style: Element) -> dict[int, _Level]:
    levels = {}
    for element in style:
        number = element.get(f"{TEXT}level") or ""
        if isinstance(element.tag, str) and number.isdecimal() and len(number) < 3:
            levels[int(number)] = _level(element, int(number))
    return levels


def _level(element: Element, number: int) -> _Level:
    if not element.tag.endswith(("-number", "outline-level-style")):
        return _Level(bullet=True)
    form = element.get(f"{STYLE}num-format") or ""
    pattern = element.get(_PATTERN)
    if pattern is None:
        count = whole(element.get(f"{TEXT}display-levels")) or 1
        numbers = ".".join(f"%{place}%" for place in range(max(number - count, 0) + 1, number + 1))
        pattern = f"{element.get(f'{STYLE}num-prefix') or ''}{numbers}{element.get(f'{STYLE}num-suffix') or ''}"
    start = whole(element.get(f"{TEXT}start-value"))
    return _Level(form, pattern, 1 if start is None else start)


def whole(words: str | None) -> int | None:
    """Return an attribute as a whole number, None where it is none."""
    return int(words) if words and words.isascii() and words.isdecimal() and len(words) < 10 else None


def _form(count: int, form: str) -> str:
    if form in ("a", "A") and 1 <= count <= _MOST_LETTERS:
        shown = to_letters(count)
    elif form in ("i", "I") and 1 <= count < 90:
        shown = to_roman(count)
    else:
        return str(count) if form else ""
    return shown.upper() if form in ("A", "I") else shown
