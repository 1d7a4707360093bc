"""Word's automatic numbers and bullets, as Word shows them.

A paragraph names a list ("num") and a level; the list follows a definition ("abstractNum") that says how each level is
numbered. Lists of one definition go on counting where the last one stopped, unless a list says that it starts anew.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from minutes_parser.readers.archive import Element
from minutes_parser.readers.docx.styles import Look, Styles, W, is_on, value, whole
from minutes_parser.readers.ordinals import to_letters, to_ordinal, to_roman

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
_MOST_LETTERS = 26 * 4
_BULLET = "•"


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    form: str
    """Word's name of the number format: 'decimal', 'lowerRoman', 'bullet', ..."""
    text: str
    """What is shown, with %1 to %9 for the numbers of the levels."""
    gap: str
    legal: bool
    """All numbers are shown as Arabic ones."""
    restarts: bool


@dataclass(slots=True)
class _Definition:
    levels: dict[int, _Level]
    styles: dict[str, int]
    """Levels by the paragraph style that is linked to each."""
    counts: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


@dataclass(slots=True)
class _List:
    definition: _Definition
    levels: dict[int, _Level]
    """Levels that this list defines in its own way."""
    starts: dict[int, int]
    """Levels at which this list starts anew, with the first number; emptied as they are used."""


class Numbering:
    """Counts the numbered paragraphs of one document, in order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        """Take the root of ``numbering.xml``; a document without one has no lists."""
        self._lists: dict[str, _List] = {}
        if root is None:
            return
        definitions, links = {}, {}
        for element in root.iter(f"{W}abstractNum"):
            name = element.get(f"{W}abstractNumId") or ""
            definitions[name] = _definition(element)
            if link := value(element, "numStyleLink"):
                links[name] = link
        ids = {num.get(f"{W}numId") or "": value(num, "abstractNumId") or "" for num in root.iter(f"{W}num")}
        for name, link in links.items():
            definitions[name] = definitions.get(ids.get(styles.list_of(link) or "", ""), definitions[name])
        for num in root.iter(f"{W}num"):
            name = num.get(f"{W}numId") or ""
            if ids[name] in definitions:
                self._lists[name] = _list(num, definitions[ids[name]])

    def marker(self, look: Look, style: str) -> tuple[str, int] | None:
        """Count a paragraph and return what stands before it, with the level of its list from 1; None without a list.

        ``style`` is the id of the paragraph's style, which may decide the level.
        """
        numbered = self._lists.get(look.list_id or "")
        if numbered is None:
            return None
        depth = numbered.definition.styles.get(style, 0) if look.list_level is None else look.list_level
        level = _level(numbered, depth)
        if level is None:
            return None
        _count(numbered, depth, level)
        return _shown(numbered, depth, level), depth + 1


def _definition(element: Element) -> _Definition:
    levels = {}
    styles = {}
    for child in element.iter(f"{W}lvl"):
        number = whole(child.get(f"{W}ilvl"))
        if number is not None and number < _LEVELS:
            levels[number] = _read_level(child, number)
            if linked := value(child, "pStyle"):
                styles[linked] = number
    return _Definition(levels, styles)


def _read_level(element: Element, number: int) -> _Level:
    start = whole(value(element, "start"))
    text = value(element, "lvlText")
    gap = {"nothing": "", None: " "}.get(value(element, "suff"), " ")
    legal = element.find(f"{W}isLgl")
    return _Level(
        1 if start is None else start,
        value(element, "numFmt") or "decimal",
        "" if text is None else text,
        gap,
        legal is not None and is_on(legal.get(f"{W}val")),
        value(element, "lvlRestart") != "0",
    )


def _list(num: Element, definition: _Definition) -> _List:
    levels, starts = {}, {}
    for override in num.iter(f"{W}lvlOverride"):
        number = whole(override.get(f"{W}ilvl"))
        if number is None or number >= _LEVELS:
            continue
        if (start := whole(value(override, "startOverride"))) is not None:
            starts[number] = start
        if (own := override.find(f"{W}lvl")) is not None:
            levels[number] = _read_level(own, number)
    return _List(definition, levels, starts)


def _level(numbered: _List, depth: int) -> _Level | None:
    return numbered.levels.get(depth) or numbered.definition.levels.get(depth)


def _count(numbered: _List, depth: int, level: _Level) -> None:
    """Count up at ``depth`` and let the deeper levels begin again."""
    counts = numbered.definition.counts
    before = counts[depth]
    counts[depth] = numbered.starts.pop(depth, level.start if before is None else before + 1)
    for deeper in range(depth + 1, _LEVELS):
        below = _level(numbered, deeper)
        if below is None or below.restarts:
            counts[deeper] = None


def _shown(numbered: _List, depth: int, level: _Level) -> str:
    """Return the number or bullet with the gap behind it; '' where nothing is shown."""
    if level.form == "bullet":
        return f"{_BULLET} "

    def number(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        at = _level(numbered, place) or level
        count = numbered.definition.counts[place]
        return _form(at.start if count is None else count, "decimal" if level.legal else at.form)

    text = _PLACE.sub(number, level.text).strip() if level.form != "none" or level.text else ""
    return f"{text}{level.gap}" if text else ""


def _form(count: int, form: str) -> str:
    """Return a number in one of Word's formats; in figures where the format is a rare one."""
    if form in ("lowerLetter", "upperLetter") and 1 <= count <= _MOST_LETTERS:
        shown = to_letters(count)
    elif form in ("lowerRoman", "upperRoman") and 1 <= count < 90:
        shown = to_roman(count)
    elif form == "decimalZero":
        return f"{count:02}"
    elif form == "ordinal":
        return to_ordinal(count)
    elif form == "none":
        return ""
    else:
        return str(count)
    return shown.upper() if form.startswith("upper") else shown
