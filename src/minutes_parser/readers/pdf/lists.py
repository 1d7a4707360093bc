"""Lists: which lines begin an item, and how deep it is nested, by how far it is indented."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from minutes_parser.readers.pdf.flow import BULLET, Paragraph, TextLine

_NUMBER = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,5})[.)]\Z")
_SET_OFF = 0.5
"""More than a space, in font sizes."""
_NEAR = 2.5
"""A drawn bullet stands no further in front of its text, in font sizes."""
_SAME = 0.5
"""Left edges so close are those of one list, in font sizes."""
_DEEPEST = 8


def mark(lines: Sequence[TextLine], dots: Iterable[tuple[float, float]]) -> None:
    """Mark the lines in front of which a bullet is drawn; they come from the top down."""
    heights = [-line.y for line in lines]
    for x, y in dots:
        at = bisect_left(heights, -y)
        for line in lines[at : at + 2]:
            before = line.x0 - x
            if line.y <= y <= line.y + line.size and 0 < before < _NEAR * line.size:
                line.words[0].dotted = True


class Nesting:
    """Knows the lists that are open, by their left edges, outermost first."""

    def __init__(self, margin: float) -> None:
        """Begin outside of any list; ``margin`` is the left edge of the text."""
        self._margin = margin
        self._edges: list[float] = []

    def item(self, paragraph: Paragraph) -> tuple[int, int]:
        """Return the depth of an item, 1 for the outermost, and how many characters its bullet takes; (0, 0) for others."""
        line = paragraph.lines[0]
        bullet = len(line.words) > 1 and (bool(BULLET.match(line.words[0].text)) or self._counts(line))
        while self._edges and line.x0 < self._edges[-1] - _SAME * line.size:
            self._edges.pop()
        if not (bullet or line.dotted):
            if self._edges and line.x0 < self._edges[0] + _SAME * line.size:
                self._edges.clear()
            return 0, 0
        if len(self._edges) < _DEEPEST and (not self._edges or line.x0 > self._edges[-1] + _SAME * line.size):
            self._edges.append(line.x0)
        return len(self._edges), len(line.words[0].text) + 1 if bullet else 0

    def _counts(self, line: TextLine) -> bool:
        """Whether a line begins with a number as word processors set it in a list: indented, or set off from the text."""
        first, then = line.words[:2]
        set_off = then.x0 - first.x1 > _SET_OFF * first.size or line.x0 - self._margin > _SET_OFF * first.size
        return set_off and bool(_NUMBER.match(first.text))
