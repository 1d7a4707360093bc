"""Wrapping: at which column the lines of a text were cut, and whether they were cut at all."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from minutes_parser.honorifics import SHORTENED
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


_TITLES = tuple(f" {title}." for title in SHORTENED)


def is_full(line: str, after: str, width: int) -> bool:
    """Whether the line was cut at this column: the first word of the line ``after`` it had no room in it.

    So was one that ends with a title, whose name stands in the next.
    """
    return len(line) + 1 + len(after.split(maxsplit=1)[0]) > width or line.endswith(_TITLES)


_FEWEST_LINES = 10
_FEWEST_BLANK = 10
"""Lines to each blank one, where blank lines part no paragraphs."""


def is_one_a_line(text: str, lines: Sequence[Line]) -> bool:
    """Whether each line is a paragraph, as word processors save text: hardly a blank line stands between them, and they are not cut."""
    return len(lines) >= _FEWEST_LINES and lines[-1].block * _FEWEST_BLANK <= len(lines) and not wrap_width(text, lines)
