"""Margins: text that is inset as a whole, as word processors and printers set it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from minutes_parser.source import Line

_TAB = 4
"""Columns of a tab, as in ``blocks``."""
_OUT = 0.05
"""The part of the lines that may stand out into the margin: titles, numbers of pages."""
_FEWEST = 4


def without_margin(text: str, lines: Sequence[Line]) -> list[Line]:
    """Return the lines without the white space before all of them, or before all but a few that stand out."""
    allowed, out = int(len(lines) * _OUT), 0
    if len(lines) < _FEWEST:
        return list(lines)
    for line in lines:
        if text[line.start] not in " \t":
            out += 1
            if out > allowed:
                return list(lines)
    starts = [_indent(text, line) for line in lines]
    out, margin = 0, 0
    for columns, count in sorted(Counter(starts).items()):
        margin = columns
        out += count
        if out > allowed:
            break
    return [_moved(text, line, margin) for line in lines] if margin else list(lines)


def _indent(text: str, line: Line) -> int:
    words = text[line.start : line.end]
    return len(words[: len(words) - len(words.lstrip(" \t"))].expandtabs(_TAB))


def _moved(text: str, line: Line, margin: int) -> Line:
    """Return the line without as much white space as the margin is wide."""
    start, columns = line.start, 0
    while columns < margin and text[start] in " \t":
        columns += _TAB - columns % _TAB if text[start] == "\t" else 1
        start += 1
    return replace(line, start=start)
