"""What a structured document consists of, whatever its format: paragraphs and tables in the order of reading.

For readers that must know a whole table before they can tell whether it is one, or only lays out running text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import NamedTuple

from minutes_parser.readers.composer import Composer, Run, Style
from minutes_parser.readers.heads import LEVEL, is_number, numbers_items, shape
from minutes_parser.source import LineKind

BREAK = "\n"
"""The text of a piece that ends a line inside a paragraph."""
TAB = "\t"
"""The text of a piece behind which a column of its own begins."""
PLAIN = Style()
_LAYOUT_CELL = 250
"""A cell with several paragraphs and more characters than these holds running text: its table serves the layout."""
_HEAD_PIECES = 20
"""Pieces of a cell in the head of a table, at most."""
_NARROW = 60
"""Characters of the longest cell of a column for owners."""
_SHORT_CELLS = 120
"""What stands before the running text of such a row (number, title, time) becomes one line up to this length."""


class Piece(NamedTuple):
    """A run of characters set in one style."""

    text: str
    style: Style = PLAIN
    number: int = 0
    """Line of the file, or the page, on which it stands."""


@dataclass(slots=True)
class Para:
    """A paragraph, heading or list item."""

    pieces: list[Piece]
    kind: LineKind = "text"
    level: int = 0
    depth: int = 0
    marker: str | None = None
    """The bullet or number that stands before the text, with the space behind it."""
    notes: list[str] = field(default_factory=list)
    """Labels of the notes to which a web page refers in it."""


@dataclass(slots=True)
class Row:
    """A row of a table; each cell holds paragraphs and further tables."""

    cells: list[list[Para | Table]] = field(default_factory=list)
    header: bool = False


@dataclass(slots=True)
class Table:
    """A table."""

    rows: list[Row] = field(default_factory=list)


Flow = list[Para | Table]


def head_by_bold(table: Table) -> None:
    """Take a first row that is all bold for the head, where the table says of none that it is."""
    rows = table.rows
    if len(rows) > 1 and not any(row.header for row in rows):
        rows[0].header = _is_bold(rows[0]) and not all(map(_is_bold, rows))


def _is_bold(row: Row) -> bool:
    pieces = [
        piece for cell in row.cells for part in cell if isinstance(part, Para)
        for piece in part.pieces if not piece.text.isspace()
    ]  # fmt: skip
    return sum(map(bool, row.cells)) > 1 and all(piece.style.bold for piece in pieces)


def write(flow: Iterable[Para | Table], out: Composer) -> None:
    """Write paragraphs and tables into ``out``; a table that only lays out running text becomes paragraphs."""
    for part in flow:
        if isinstance(part, Para):
            _write_para(part, out)
        else:
            _write_table(part, out)


def _write_para(para: Para, out: Composer) -> None:
    kind, level, depth = out.kind, out.level, out.depth
    out.end_block(apart=not (para.marker and para.depth and out.in_list))
    out.kind, out.level, out.depth, out.marker = para.kind, para.level, para.depth, para.marker
    if para.kind == "preformatted":
        out.number = para.pieces[0].number
        out.preformatted("".join(piece.text for piece in para.pieces))
    else:
        _write_pieces(para.pieces, out)
    out.end_line()
    out.kind, out.level, out.depth, out.marker = kind, level, depth, None


def _write_pieces(pieces: list[Piece], out: Composer) -> None:
    fresh = True
    for piece in pieces:
        if piece.text == BREAK:
            out.end_line()
            fresh = True
            continue
        if piece.text == TAB:
            out.tab()
            continue
        if fresh and piece.text.strip():
            out.number, fresh = piece.number, False
        out.text(piece.text, piece.style)


def _write_table(table: Table, out: Composer) -> None:
    out.end_block()
    out.table += 1
    number = out.table
    columns = max((len(row.cells) for row in table.rows), default=0)
    items = columns > 1 and shape([_text(cell) for cell in table.rows[0].cells]) is not None
    numbered = _numbered(table)
    for row in table.rows:
        if columns < 2 or _lays_out(row) or (numbered and _is_item(row)):
            write(_unrolled(row, items), out)
            continue
        paras = [part for cell in row.cells for part in cell if isinstance(part, Para)]
        kind = out.kind
        if paras and all(para.kind == "furniture" for para in paras):
            out.kind = "furniture"
        out.number = next((piece.number for para in paras for piece in para.pieces if piece.number), out.number)
        out.row([list(_runs(cell)) for cell in row.cells], number, row.header)
        out.kind = kind
    out.end_block()


def _runs(cell: Flow) -> Iterator[Run]:
    return ((piece.text, piece.style) for piece in _pieces(cell))


def _pieces(cell: Flow) -> Iterator[Piece]:
    """Yield all pieces of a cell, its lines set off by line feeds."""
    for part in cell:
        if isinstance(part, Table):
            for row in part.rows:
                for inner in row.cells:
                    yield from _pieces(inner)
            continue
        if part.marker and (len(cell) > 1 or part.marker != "• "):
            yield Piece(part.marker)
        yield from part.pieces
        yield Piece(BREAK)


def _length(cell: Flow) -> int:
    return sum(len(piece.text) for piece in _pieces(cell))


def _text(cell: Flow) -> str:
    return " ".join("".join(piece.text for piece in islice(_pieces(cell), _HEAD_PIECES)).split())


def _numbered(table: Table) -> bool:
    """Whether the rows are numbered items, each with its title and text in one cell."""
    rows = [row.cells for row in table.rows if len(row.cells) > 1]
    return numbers_items((_text(cells[0]), _has_lines(cells[1])) for cells in rows)


def _is_item(row: Row) -> bool:
    """Whether a row of numbered items is one of them, or goes on with the one above."""
    number = _text(row.cells[0]) if row.cells else ""
    return not row.header and (not number or is_number(number))


def _has_lines(cell: Flow) -> bool:
    return len(cell) > 1 or any(piece.text == BREAK for part in cell if isinstance(part, Para) for piece in part.pieces)


def _lays_out(row: Row) -> bool:
    """Whether the row only arranges running text: a cell holds a table, headings or several long paragraphs."""
    for cell in row.cells:
        if any(isinstance(part, Table) for part in cell):
            return True
        headings = any(isinstance(part, Para) and part.kind == "heading" for part in cell)
        if len(cell) > 1 and (headings or _length(cell) > _LAYOUT_CELL):
            return True
    return False


def _unrolled(row: Row, items: bool) -> Iterator[Para | Table]:
    """Yield the content of a row of a layout table; the short cells before the running text come on one line.

    Where the rows are the ``items`` of minutes, that line is a heading.
    """
    longest = max(range(len(row.cells)), key=lambda index: _length(row.cells[index]), default=0)
    before = [cell for cell in row.cells[:longest] if cell]
    single = all(len(cell) == 1 and isinstance(cell[0], Para) for cell in before)
    if len(before) > 1 - items and before and single and sum(map(_length, before)) <= _SHORT_CELLS:
        line = [piece for cell in before for piece in _one_line(cell)]
        yield Para(line, "heading", LEVEL) if items else Para(line)
        before = []
    told = _with_owners([cell for cell in row.cells[longest:] if cell])
    first = told[0] if told else None
    if single and len(before) == 1 and isinstance(first, Para) and is_number(_text(before[0])):
        told[0] = replace(first, pieces=[*_one_line(before.pop()), Piece(TAB), *first.pieces])
    for cell in [*before, told]:
        yield from cell


def _one_line(cell: Flow) -> list[Piece]:
    """Return the pieces of a cell, those that end a line as spaces."""
    return [piece._replace(text=" ") if piece.text == BREAK else piece for piece in _pieces(cell)]


def _with_owners(cells: list[Flow]) -> Flow:
    """Return running text with the short cell behind it, a column for owners, behind its last line."""
    last = cells[-1] if len(cells) > 1 else []
    told = [part for cell in (cells[:-1] if last else cells) for part in cell]
    above = told[-1] if told else None
    if not last or not isinstance(above, Para) or _length(last) > _NARROW or not all(isinstance(p, Para) for p in last):
        return [*told, *last]
    return [*told[:-1], replace(above, pieces=[*above.pieces, Piece(TAB), *_one_line(last)])]
