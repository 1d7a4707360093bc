"""Headings: lines set larger than the body, each size and weight a level."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from operator import attrgetter

from minutes_parser.readers.pdf.flow import TextLine

_LARGER = 1.12
"""A line this much larger than the body is a heading: word processors set the least of them an eighth larger."""
_LARGER_BOLD = 1.04
"""The same for a line that is bold, too."""
_COLOURED = 0.9
"""The same for a line in the colour of larger ones: the lower levels of a word processor's headings are no larger."""
_ALIKE = 1.02
"""Sizes that differ by less are one."""
_DEEPEST = 6
_LINK = re.compile(r"://|@|\w\.\w\w")


class Scale:
    """The sizes of a document's headings, largest first."""

    def __init__(self, lines: Sequence[TextLine]) -> None:
        """Measure the body and what is larger."""
        self._body = _body(lines)
        self._colours = _own_colours(lines) | {line.colour for line in lines if line.size >= _LARGER * self._body}
        headings = [line for line in lines if self._is_larger(line)]
        self._sizes: list[float] = []
        for size in sorted((line.size for line in headings), reverse=True):
            if not self._sizes or size * _ALIKE < self._sizes[-1]:
                self._sizes.append(size)
        self._looks = sorted({self._look(line) for line in headings})

    def level(self, line: TextLine) -> int:
        """Return the level of the heading that the line is, 1 for the largest; 0 if it is none."""
        return min(bisect_left(self._looks, self._look(line)) + 1, _DEEPEST) if self._is_larger(line) else 0

    def _look(self, line: TextLine) -> tuple[int, bool]:
        """Return the rank of the line's size, and whether it is not bold: bold ones stand over others of their size."""
        return sum(1 for size in self._sizes if line.size * _ALIKE < size), not line.bold

    def _is_larger(self, line: TextLine) -> bool:
        if line.colour in self._colours and line.colour and not _LINK.search(line.text):
            return line.size >= _COLOURED * self._body
        return line.size >= (_LARGER_BOLD if line.bold else _LARGER) * self._body


def _body(lines: Sequence[TextLine]) -> float:
    """Return the size of the word in the middle of all words by size."""
    left = sum(len(line.words) for line in lines) / 2
    for line in sorted(lines, key=attrgetter("size")):
        left -= len(line.words)
        if left <= 0:
            return line.size
    return 10.0


def _own_colours(lines: Sequence[TextLine]) -> set[int]:
    """Return the colours of whole lines that no word of another line has, as links have."""
    whole = Counter(line.colour for line in lines)
    within = {word.colour for line in lines if not line.colour for word in line.words}
    return {colour for colour, count in whole.items() if count > 1} - within
