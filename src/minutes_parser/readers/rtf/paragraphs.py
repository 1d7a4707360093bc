"""Paragraphs and tables of Rich Text while they are put together."""

from __future__ import annotations

from dataclasses import dataclass, field

from minutes_parser.readers.composer import Style
from minutes_parser.readers.flow import BREAK, Flow, Para, Piece, Row, Table, head_by_bold
from minutes_parser.readers.heads import counts


@dataclass(slots=True)
class Look:
    """How the paragraph is set, until the file says otherwise."""

    level: int = 0
    """Heading level, 1 to 6; 0 for text."""
    depth: int = 0
    """Level of the list, from 0."""
    title: bool = False
    in_table: bool = False


@dataclass(slots=True)
class Place:
    """Where text goes: the document itself, or a note, box or margin within it."""

    flow: Flow = field(default_factory=list)
    look: Look = field(default_factory=Look)
    marker: str = ""
    """What was written as the number or bullet of the paragraph to come."""
    notes: Flow = field(default_factory=list)
    """Notes that were referred to since the last heading: they end its section, and so break no list."""
    _pieces: list[Piece] = field(default_factory=list)
    _cell: Flow = field(default_factory=list)
    _row: Row = field(default_factory=Row)
    _table: Table | None = None
    _beside: Flow = field(default_factory=list)

    def add(self, words: str, style: Style, number: int) -> None:
        """Add characters to the open paragraph, or a break or tab."""
        self._pieces.append(Piece(words, style, number))

    def beside(self, flow: Flow) -> None:
        """Add what hangs on the open paragraph: it comes behind it."""
        self._beside.extend(flow)

    def end_paragraph(self) -> None:
        """End the open paragraph."""
        pieces, self._pieces, marker, self.marker = self._pieces, [], self.marker, ""
        beside, self._beside = self._beside, []
        if not self.look.in_table:
            self._table = None
            if self.look.level and pieces:
                self._add_notes()
        flow = self._cell if self.look.in_table else self.flow
        if any(not piece.text.isspace() for piece in pieces):
            flow.append(self._para(pieces, marker))
        elif self.look.in_table and counts(marker):
            flow.append(Para([Piece(marker)]))
        flow.extend(beside)

    def _add_notes(self) -> None:
        self.flow += self.notes
        self.notes = []

    def _para(self, pieces: list[Piece], marker: str) -> Para:
        look = self.look
        if look.title or look.level:
            pieces = [
                piece._replace(
                    text=" " if piece.text == BREAK else piece.text,
                    style=Style(piece.style.bold or look.title, piece.style.italic, piece.style.struck),
                )
                for piece in pieces
            ]
        shown = None if not marker else f"{marker} " if counts(marker) else "• "
        depth = look.depth + 1 if shown and not look.level else 0
        return Para(pieces, "heading" if look.level else "text", look.level, depth, shown)

    def end_cell(self) -> None:
        """End a cell of a table."""
        self.look.in_table = True
        self.end_paragraph()
        self._row.cells.append(self._cell)
        self._cell = []

    def end_row(self, *, header: bool) -> None:
        """End a row; it is one of the same table as the row before, if nothing stood in between."""
        row, self._row = self._row, Row()
        if self._table is None:
            self._table = Table()
            self.flow.append(self._table)
        row.header = header
        self._table.rows.append(row)

    def finish(self) -> Flow:
        """End what is open and return all there is."""
        self.end_paragraph()
        if self._cell or self._row.cells:  # cells without the end of their row
            self._row.cells.append(self._cell)
            self.end_row(header=False)
        self._add_notes()
        for part in self.flow:
            if isinstance(part, Table):
                head_by_bold(part)
        return self.flow


def once(margin: Flow) -> Flow:
    """Return the paragraphs of running heads or feet as furniture, each text once."""
    found: dict[str, Para] = {}
    for part in margin:
        if isinstance(part, Para):
            words = "".join(piece.text for piece in part.pieces)
            found.setdefault(words, Para([Piece(p.text, p.style, p.number) for p in part.pieces], "furniture"))
    return list(found.values())
