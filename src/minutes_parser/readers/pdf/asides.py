"""Asides: a narrow column at the right, not ruled, in which names stand beside the paragraphs that they are to act on."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from minutes_parser.readers.pdf.flow import TextLine

_HEAD = re.compile(
    r"(?i)(?:actions?|action(?:ed)?\s+by|by\s+whom|who|owners?|lead|responsib\w{2,6}|action\s+(?:owner|officer|point)s?)\s*:?\Z"
)
_WORDS = 6
"""An aside has at most so many words in a line."""


def is_head(text: str) -> bool:
    """Whether the text heads a column of asides and is none itself."""
    return bool(_HEAD.match(text))


def column(lines: Sequence[TextLine]) -> float | None:
    """Return the left edge of the column, or None where the document has none.

    At least three short texts begin there, right of a wide gap or alone; full lines end before it, and hardly a line
    crosses it.
    """
    if len(lines) < 12:
        return None
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    least = left + 0.62 * (right - left)
    reaching = [line for line in lines if line.words[-1].x0 >= least]
    starts = sorted(
        part.x0 for line in reaching for part in line.segments()[-1:] if part.x0 >= least and len(part.words) <= _WORDS
    )
    best = max(starts, key=lambda x: bisect_right(starts, x + 6) - bisect_left(starts, x - 1), default=None)
    if best is None or bisect_right(starts, best + 6) - bisect_left(starts, best - 1) < 3:
        return None
    edge = best - 3
    ends = [line.segments()[0].x1 for line in lines if line.x0 < edge and len(line.words) > 5]
    full = sum(1 for end in ends if edge - 0.2 * (right - left) < end <= edge)
    crossing = sum(1 for end in ends if end > edge)
    return edge if full >= 3 and crossing * 20 <= len(ends) else None


def split(lines: Sequence[TextLine], edge: float | None) -> tuple[list[TextLine], list[TextLine]]:
    """Part the lines of a flow into those of the text and those of the column."""
    if edge is None:
        return list(lines), []
    body, side = [], []
    for line in lines:
        words = [word for word in line.words if word.x0 < edge]
        beside = line.words[len(words) :]
        if words and beside and beside[0].x0 - words[-1].x1 < 1.5 * beside[0].size:  # a line that crosses the edge
            words, beside = line.words, []
        if words:
            body.append(TextLine(words))
        if beside:
            side.append(TextLine(beside))
    return body, side
