"""Gutters: tables without rules, whose columns stand apart by white space alone and whose cells go over several lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from math import inf

from minutes_parser.readers.pdf.flow import BULLET, WIDE, TextLine, opens
from minutes_parser.readers.pdf.grid import Grid
from minutes_parser.readers.pdf.rules import Rule

_WIDTH = 0.5
"""Font sizes of a gutter that is one by its width; between words of a line stands half of that."""
_NARROW = 0.2
"""Font sizes of the narrowest gutter; in many lines the space about it must be wider than between words."""
_SPACE = 1.0
_SENTENCE = 6
"""Words of a line that may be running text; in a row of a table so many do not stand together without a gap."""
_APART = 2.5
"""Font sizes between two baselines of a table at most."""
_FEWEST_COLUMNS, _FEWEST_ROWS = 3, 4
_ALIGNED = 0.7
"""Share of the cells of a column that begin, or end, at one place."""
_NEAR = 2.0
_CLOSE = 1.12
"""Lines of one row stand closer than two rows, whose distance is greater by this factor."""
_MOST_LINES = 200
"""Lines of a page that are looked at as one table."""
_Span = tuple[float, float]


def unruled(lines: Sequence[TextLine]) -> list[Grid]:
    """Return the tables among the lines of a page, given from the top down; only those that lines with gaps cannot show.

    That is so where a cell goes on in a line of its own, or two columns stand too close to be told apart in each line.
    """
    found: list[Grid] = []
    for among in _between_text(lines):
        start = 0
        while len(among) - start >= _FEWEST_ROWS:
            end, gutters = _run(among, start)
            grid = _grid(among[start:end], gutters)
            if grid:
                found.append(grid)
            start = end if grid else start + 1
    return found


def _between_text(lines: Sequence[TextLine]) -> Iterator[list[TextLine]]:
    """Yield the lines in a row that may belong to a table: no items of lists, no running text."""
    for told, some in groupby(lines, lambda line: _is_text(line) or _lists(line)):
        if not told:
            yield list(some)


def _is_text(line: TextLine) -> bool:
    """Whether the words of a line stand as close as in a sentence."""
    words = line.words
    return len(words) >= _SENTENCE and all(b.x0 - a.x1 < _WIDTH * b.size for a, b in pairwise(words))


def _run(lines: Sequence[TextLine], start: int) -> tuple[int, list[_Span]]:
    """Return the end of the lines from ``start`` on in which the same gutters stay free, and these from left to right."""
    free = _without([(-inf, inf)], lines[start])
    end = start + 1
    for above, line in pairwise(lines[start : start + _MOST_LINES]):
        left = _without(free, line)
        if above.y - line.y >= _APART * line.size or (end - start > 1 and len(left) <= _FEWEST_COLUMNS):
            break
        free, end = left, end + 1
    return end, [gutter for gutter in free[1:-1] if _parts(lines[start:end], gutter)]


def _lists(line: TextLine) -> bool:
    """Whether the line is an item of a list: the white behind bullets and numbers is no gutter."""
    return bool(BULLET.match(line.words[0].text)) or opens(line)


def _without(free: Sequence[_Span], line: TextLine) -> list[_Span]:
    """Return what a line leaves free of stretches that are free above it."""
    left: list[_Span] = []
    for a, b in free:
        for word in line.words:
            if word.x1 > a and word.x0 < b:
                left.append((a, word.x0))
                a = word.x1
        left.append((a, b))
    return [(a, b) for a, b in left if b - a >= _NARROW * line.size]


def _parts(lines: Sequence[TextLine], gutter: _Span) -> bool:
    """Whether a gutter parts columns: by its own width, or as wide gaps stand about it in many lines."""
    if gutter[1] - gutter[0] >= _WIDTH * lines[0].size:
        return True
    gaps = [
        (b.x0 - a.x1) / b.size for line in lines for a, b in pairwise(line.words)
        if a.x1 <= gutter[0] + _NEAR and b.x0 >= gutter[1] - _NEAR
    ]  # fmt: skip
    return sum(1 for gap in gaps if gap > _SPACE) * 3 > len(gaps)


def _grid(lines: Sequence[TextLine], gutters: Sequence[_Span]) -> Grid | None:
    """Return the table that the lines make, or None where they make none."""
    if len(lines) < _FEWEST_ROWS or len(gutters) + 1 < _FEWEST_COLUMNS:
        return None
    edges = [b for _, b in gutters]
    cells = [_cells(line, edges) for line in lines]
    full = sum(1 for row in cells if sum(map(bool, row)) * 3 >= len(row) * 2)
    if full < _FEWEST_ROWS or not _needed(lines, cells) or not all(map(_aligned, zip(*cells, strict=True))):
        return None
    tops = [lines[0].y + lines[0].size]
    for (above, line), starts in zip(pairwise(lines), _starts(lines, cells), strict=True):
        if starts:
            tops.append((above.y + line.y) / 2 + 0.3 * line.size)
    ys = (*tops, lines[-1].y - 0.4 * lines[-1].size)
    xs = (min(line.x0 for line in lines) - 1, *(x - 0.5 for x in edges), max(line.x1 for line in lines) + 1)
    return Grid(xs, ys, tuple(Rule(False, x, ys[-1], ys[0]) for x in xs[1:-1]))


def _cells(line: TextLine, edges: Sequence[float]) -> list[list[_Span]]:
    """Return the stretches of ink of a line by their column; ``edges`` are where the second column and each later one begin."""
    cells: list[list[_Span]] = [[] for _ in range(len(edges) + 1)]
    for word in line.words:
        cells[bisect_right(edges, word.x0 + 0.5)].append((word.x0, word.x1))
    return cells


def _needed(lines: Sequence[TextLine], cells: Sequence[list[list[_Span]]]) -> bool:
    """Whether wide gaps do not tell the columns: a line goes on with cells, or two columns stand close."""
    for line, row in zip(lines, cells, strict=True):
        held = [cell for cell in row if cell]
        if not row[0] or any(b[0][0] - a[-1][1] <= WIDE * line.size for a, b in pairwise(held)):
            return True
    return False


def _aligned(column: Sequence[list[_Span]]) -> bool:
    """Whether the cells of a column begin or end at one place."""
    held = [cell for cell in column if cell]
    for edges in ([cell[0][0] for cell in held], [cell[-1][1] for cell in held]):
        most = max(sum(1 for other in edges if abs(other - edge) <= _NEAR) for edge in edges)
        if most >= _ALIGNED * len(held):
            return True
    return False


def _starts(lines: Sequence[TextLine], cells: Sequence[list[list[_Span]]]) -> list[bool]:
    """Return of each line but the first whether it begins a row."""
    gaps = [a.y - b.y for a, b in pairwise(lines)]
    close = _CLOSE * min(gaps)
    spaced = max(gaps) > close
    filled = [sum(map(bool, row)) for row in cells]
    return [
        gap > close or not (not row[0] or (spaced and min(before, now) * 2 <= len(row)))
        for gap, row, (before, now) in zip(gaps, cells[1:], pairwise(filled), strict=True)
    ]
