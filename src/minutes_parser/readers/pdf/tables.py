"""Tables: the cells of a ruled grid, and whether they are a small table or minutes set in columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from minutes_parser.readers.pdf.flow import TextLine, text_lines, wraps
from minutes_parser.readers.pdf.grid import Grid
from minutes_parser.readers.pdf.words import Word

_LONG_CELL = 7
"""A cell of so many full lines holds minutes, not an entry of a table."""


@dataclass(slots=True)
class Cell:
    """A cell: the columns that it spans and the lines in it."""

    first: int
    last: int
    lines: list[TextLine]
    x1: float = 0.0
    """Its right edge."""

    @property
    def text(self) -> str:
        """Its lines as one; those of few characters, as dates in a narrow head, are put together without a space."""
        texts = [line.text for line in self.lines]
        if len(texts) > 2 and all(len(text) <= 3 for text in texts) and any(text.endswith("/") for text in texts):
            return "".join(texts)
        return " ".join(texts)


@dataclass(slots=True)
class Row:
    """A row of a table, on one page."""

    cells: list[Cell]
    page: int
    top: float

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts of its cells."""
        return tuple(cell.text for cell in self.cells)


@dataclass(slots=True)
class Table:
    """A table, over as many pages as it takes."""

    grid: Grid
    rows: list[Row] = field(default_factory=list)

    def running(self) -> bool:
        """Whether its cells hold paragraphs, or a list of names beside each label."""
        cells = [cell for row in self.rows for cell in row.cells]
        return any(map(_holds_minutes, cells)) or (self.grid.columns == 2 and any(map(_holds_list, cells)))

    def notes(self) -> int:
        """Return the column that holds most of the text."""
        weight = [0] * self.grid.columns
        for row in self.rows:
            for cell in row.cells:
                if cell.first == cell.last:
                    weight[cell.first] += sum(len(line.words) for line in cell.lines)
        return weight.index(max(weight))


def _holds_minutes(cell: Cell) -> bool:
    """Whether the cell goes over many lines, of which most are full."""
    return len(cell.lines) >= _LONG_CELL and sum(len(line.words) > 3 for line in cell.lines) * 2 > len(cell.lines)


def _holds_list(cell: Cell) -> bool:
    """Whether most of the cell's lines end though there is room for more."""
    ended = sum(not wraps(a, b, cell.x1 - 5) for a, b in pairwise(cell.lines))
    return len(cell.lines) > 2 and ended * 2 > len(cell.lines)


def rows_of(grid: Grid, words: Sequence[Word], page: int) -> list[Row]:
    """Put the words that stand in a grid into its rows and cells."""
    bands: list[list[Word]] = [[] for _ in range(grid.rows)]
    for word in words:
        row = grid.row(word.y + 0.25 * word.size)
        if row is not None:
            bands[row].append(word)
    rows = []
    for number, band in enumerate(bands):
        if not band:
            continue
        cells = [Cell(a, b, [], grid.xs[b + 1]) for a, b in grid.spans(number)]
        held: list[list[Word]] = [[] for _ in cells]
        for word in band:
            middle = word.x0 + min(word.x1 - word.x0, word.size) / 2
            at = next((i for i, cell in enumerate(cells) if middle < cell.x1), len(cells) - 1)
            held[at].append(word)
        for cell, inside in zip(cells, held, strict=True):
            cell.lines = text_lines(inside)
        rows.append(Row(cells, page, grid.ys[number]))
    return rows


def head_above(line: TextLine, grid: Grid) -> Row | None:
    """Return the line as the grid's head if its parts stand over different columns."""
    parts = line.segments()
    columns = [next((c for c in range(grid.columns) if part.x0 < grid.xs[c + 1]), None) for part in parts]
    if (
        len(parts) < 2
        or None in columns
        or len(set(columns)) < len(parts)
        or not 0 < line.y - grid.ys[0] < 2 * line.size
    ):
        return None
    cells = [Cell(c, c, [], grid.xs[c + 1]) for c in range(grid.columns)]
    for part, column in zip(parts, columns, strict=True):
        cells[column or 0].lines = [part]
    return Row(cells, 0, line.y + line.size)
