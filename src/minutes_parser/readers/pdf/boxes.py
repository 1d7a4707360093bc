"""Boxes: forms that put a value into a box of its own beside its label."""

from __future__ import annotations

from collections.abc import Sequence

from minutes_parser.readers.pdf.flow import TextLine
from minutes_parser.readers.pdf.grid import Grid
from minutes_parser.readers.pdf.words import Word

_LOW = 3.5
"""A box is at most so many font sizes high; a higher one frames a text."""


def boxed(lines: Sequence[TextLine], boxes: Sequence[Grid]) -> list[TextLine]:
    """Put what stands in a box behind the label to its left; each such pair becomes a line of its own."""
    found: list[TextLine] = list(lines)
    for box in boxes:
        inside = [word for line in found for word in line.words if _holds(box, word)]
        if not inside or box.ys[0] - box.ys[1] > _LOW * inside[0].size:
            continue
        labels = [(line, label) for line in found if (label := _label(line, box))]
        if not labels:
            continue
        host, label = max(labels, key=lambda pair: pair[1][-1].x1)
        used = {id(word) for word in (*label, *inside)}
        for word in inside:
            word.y = label[-1].y
        at = found.index(host)
        rest = [TextLine([word for word in line.words if id(word) not in used]) for line in found]
        rest.insert(at, TextLine([*label, *inside]))
        found = [line for line in rest if line.words]
    return found


def _holds(box: Grid, word: Word) -> bool:
    return box.xs[0] <= word.x0 and word.x1 <= box.xs[1] + 2 and box.ys[1] <= word.y + 0.3 * word.size <= box.ys[0]


def _label(line: TextLine, box: Grid) -> list[Word]:
    """Return the words of a line at the box's height that stand next to its left."""
    before = [word for word in line.words if word.x1 <= box.xs[0] + 2]
    if not before or not box.ys[1] - 2 <= line.y + 0.3 * line.size <= box.ys[0] + 2:
        return []
    return TextLine(before).segments()[-1].words
