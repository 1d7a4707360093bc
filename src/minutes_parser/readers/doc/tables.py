"""The tables of an old Word file: paragraphs that say how deep in tables they stand, and which of them end a cell or a row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from struct import unpack_from

from minutes_parser.readers.archive import Element
from minutes_parser.readers.doc.elements import add
from minutes_parser.readers.doc.properties import TABLE_COLUMNS, Change
from minutes_parser.readers.docx.styles import W

_IN_TABLE, _ROW_END, _DEPTH, _INNER_CELL, _INNER_ROW_END = 0x2416, 0x2417, 0x6649, 0x244B, 0x244C
_HEADER = 0x3404
_DEEPEST = 4
_MOST_EDGES = 200
_CELL = "\x07"
_NEAR = 30
"""Twentieths of a point by which the edges of one column may differ from row to row."""


@dataclass(slots=True)
class Place:
    """Where a paragraph stands."""

    depth: int = 0
    """Tables within tables; 0 outside them."""
    cell_end: bool = False
    row_end: bool = False

    @classmethod
    def of(cls, told: Iterable[Change], last: str) -> Place:
        """Return the place that the changes of a paragraph tell; ``last`` is its last character."""
        flags: dict[int, int] = {}
        for number, operand in told:
            if number in (_IN_TABLE, _ROW_END, _DEPTH, _INNER_CELL, _INNER_ROW_END):
                flags[number] = int.from_bytes(operand, "little", signed=True)
        if not (flags.get(_IN_TABLE) or flags.get(_DEPTH) or flags.get(_ROW_END)):
            return cls()
        depth = min(max(flags.get(_DEPTH, 1), 1), _DEEPEST)
        inner = depth > 1
        row_end = bool(flags.get(_INNER_ROW_END if inner else _ROW_END))
        return cls(depth, bool(flags.get(_INNER_CELL)) if inner else last == _CELL, row_end)


@dataclass(slots=True)
class _Open:
    """A table that goes on."""

    table: Element
    row: Element
    cell: Element
    rows: list[tuple[Element, Sequence[int]]] = field(default_factory=list)
    """Its rows with the edges of their columns."""


class Tables:
    """The tables that are open, from the outermost to the innermost."""

    def __init__(self, root: Element) -> None:
        """Begin outside all tables, in ``root``."""
        self._root = root
        self._open: list[_Open] = []

    def inside(self, depth: int) -> Element:
        """Return the element in which a paragraph of this depth stands."""
        self.close(depth)
        while len(self._open) < depth:
            parent = self._open[-1].cell if self._open else self._root
            self._open.append(_Open(add(parent, "tbl"), add(None, "tr"), add(None, "tc")))
        return self._open[-1].cell if depth else self._root

    def end_cell(self, depth: int) -> None:
        """End the cell in which a paragraph stands."""
        if depth:
            here = self._open[-1]
            here.row.append(here.cell)
            here.cell = add(None, "tc")

    def end_row(self, place: Place, told: Iterable[Change]) -> None:
        """End a row: only here stands what it says of its columns and of whether it is the head."""
        self.inside(place.depth)
        here = self._open[-1]
        edges: Sequence[int] = ()
        head = False
        for number, operand in told:
            if number == TABLE_COLUMNS and len(operand) > 2:
                edges = unpack_from(f"<{operand[2] + 1}h", operand, 3)
            elif number == _HEADER and operand[0]:
                head = True
        if head:
            add(add(here.row, "trPr"), "tblHeader")
        self._end(here, edges)

    def close(self, depth: int) -> None:
        """End the tables that are deeper than ``depth``."""
        while len(self._open) > depth:
            here = self._open.pop()
            self._end(here, ())
            _span(here.rows)

    @staticmethod
    def _end(here: _Open, edges: Sequence[int]) -> None:
        if len(here.cell):
            here.row.append(here.cell)
            here.cell = add(None, "tc")
        if len(here.row):
            here.table.append(here.row)
            here.rows.append((here.row, edges))
            here.row = add(None, "tr")


def _span(rows: list[tuple[Element, Sequence[int]]]) -> None:
    """Say of each cell how many columns it spans, as other rows have edges within it."""
    places: list[int] = []
    for edge in sorted({edge for _, edges in rows for edge in edges}):
        if not places or edge - places[-1] > _NEAR:
            places.append(edge)
    if len(places) > _MOST_EDGES:
        return
    for row, edges in rows:
        cells = row.findall(f"{W}tc")
        if len(cells) + 1 != len(edges):
            continue
        for cell, left, right in zip(cells, edges, edges[1:], strict=False):
            within = sum(left + _NEAR < place < right - _NEAR for place in places)
            if within:
                properties = add(None, "tcPr")
                add(properties, "gridSpan", val=str(within + 1))
                cell.insert(0, properties)
