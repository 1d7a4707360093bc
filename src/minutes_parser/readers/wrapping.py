"""Wrapping: at which column the lines of a text were cut, and whether they were cut at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from minutes_parser.source import Line


def wrap_width(text: str, lines: Sequence[Line]) -> int:
    """Return the column at which the text was wrapped by hand or by a mailer, or 0 where its lines are not wrapped.

    Wrapped text has hardly a line beyond the column, and behind many of the full lines a sentence goes on in lower case,
    or the line ends without a stop.
    """
    running = [line for line in lines if line.kind in ("text", "item")]
    if len(running) < 4:
        return 0
    lengths = sorted([line.end - line.start for line in running])
    width = lengths[int(len(lengths) * 0.98)]
    if _wrapped(text, running, width, 1):
        return width
    width = lengths[int(len(lengths) * 0.9)]  # a line or two stick out
    return width if _wrapped(text, running, width, _SURELY) else 0


_SURELY = 3
"""Lines that go on in lower case, where some stick out."""


def _wrapped(text: str, lines: Sequence[Line], width: int, fewest: int) -> bool:
    """Whether the lines were wrapped at this column; at least ``fewest`` of them go on in lower case."""
    if not 40 <= width <= 130:
        return False
    pairs = [(a, b) for a, b in pairwise(lines) if a.block == b.block and width * 0.8 < a.end - a.start <= width]
    lower = sum(1 for _, after in pairs if text[after.start : after.end].lstrip()[:1].islower())
    if lower >= fewest and lower * 4 >= len(pairs):
        return True
    unended = sum(1 for a, _ in pairs if text[a.start : a.end].rstrip()[-1:].isalpha())
    return lower > fewest and lower * 10 >= len(pairs) and unended * 2 >= len(pairs)


def is_full(line: str, after: str, width: int) -> bool:
    """Whether the line was cut at this column, if any: the first word of the line ``after`` it had no room in it."""
    word = after.partition(" ")[0]
    return 0 < width < len(line) + 1 + len(word)


_COLUMNS = range(60, 111)
_FEWEST_FULL = 5
_STRAY = 20
"""One line in so many may be longer than the column."""


def fill_width(lines: Sequence[str]) -> int:
    """Return the column at which a program filled the lines, or 0: most long ones had no room for the next line's first word."""
    pairs = [(len(a), len(b.split(None, 1)[0])) for a, b in pairwise(lines) if a.strip() and b.strip()]
    full = Counter(
        column
        for length, word in pairs
        for column in range(max(length, _COLUMNS[0]), min(length + word, _COLUMNS[-1]) + 1)
    )
    width, most = max(full.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    longer = sum(1 for length, _ in pairs if length > width)
    long = sum(1 for length, _ in pairs if length > width * 0.7)
    return width if most >= _FEWEST_FULL and longer * _STRAY <= len(pairs) and most * 3 >= long * 2 else 0


_FEWEST_LINES = 10
_FEWEST_BLANK = 10
"""Lines to each blank one, where blank lines part no paragraphs."""


def is_one_a_line(text: str, lines: Sequence[Line]) -> bool:
    """Whether each line is a paragraph, as word processors save text: hardly a blank line stands between them, and they are not cut."""
    return len(lines) >= _FEWEST_LINES and lines[-1].block * _FEWEST_BLANK <= len(lines) and not wrap_width(text, lines)
