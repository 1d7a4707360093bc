"""How the tables of a Word document are written: row by row, or as the running text that they lay out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from minutes_parser.readers.archive import Element
from minutes_parser.readers.composer import Style
from minutes_parser.readers.docx.runs import collect
from minutes_parser.readers.docx.styles import W, style_of
from minutes_parser.readers.docx.tables import Grid, Row, grid, paragraphs, titled
from minutes_parser.readers.heads import LEVEL, Shape, counts, is_number, shape

if TYPE_CHECKING:
    from minutes_parser.readers.docx.document import Writer

_LONGEST_ITEM = 200
"""Characters of the longest item that a row of a table names."""


class TableWriter:
    """Writes tables with the help of what writes paragraphs."""

    def __init__(self, writer: Writer) -> None:
        """Write where ``writer`` does."""
        self._writer = writer
        self._out = writer.out
        self._count = 0

    def write(self, element: Element) -> None:
        """Write a table row by row; one that lays out running text as such."""
        table = grid(element, self._writer.styles)
        if table.runs_on:
            self._laid_out(table)
            return
        self._out.end_block()
        self._count += 1
        for row in table.rows:
            self._writer.notes.refer(row.notes)
            if any(row.texts):
                self._out.number += 1
                texts = list(map(self._text, row.cells)) if row.listed else row.texts
                self._out.row(texts, self._count, row.header)
        self._out.end_block()

    def _text(self, cell: Element | None) -> str:
        """Return the lines of a cell with their numbers, and with their bullets where there are several."""
        found = []
        for paragraph in cell.iter(f"{W}p") if cell is not None else ():
            properties = paragraph.find(f"{W}pPr")
            look = self._writer.styles.paragraph(properties)
            words = collect(paragraph, look, self._writer.styles).text
            style = style_of(properties)
            marker = (self._writer.numbering.marker(look, style) if look.list_id else None) or ("", 0)
            lines = [" ".join(line.split()) for line in words.split("\n") if line.strip()]
            found.append((marker[0], "\n".join(lines)))
        several = sum(bool(words) for _, words in found) > 1
        texts = [f"{marker}{words}" if several or counts(marker) else words for marker, words in found]
        return "\n".join(text.strip() for text in texts if text.strip())

    def _laid_out(self, table: Grid) -> None:
        """Write a table's cells as running text: a short first cell before the next one, an action column behind."""
        columns = shape(table.rows[0].texts)
        for number, row in enumerate(table.rows):
            self._out.end_block()
            if row.header and sum(map(bool, row.texts)) > 1:  # names of columns head nothing
                self._count += 1
                self._out.row(row.texts, self._count, True)
                continue
            label = self._counted(row.cells[0]) if row.counted else ""
            told = self._item(row, columns, label) if columns and number else 0
            if label and not told:
                self._out.text(label, Style())
                self._out.tab()
            cells = [
                (cell, text) for cell, text in zip(row.cells[told:], row.texts[told:], strict=True) if text and cell is not None
            ]  # fmt: skip
            beside = columns is not None and told > columns.notes
            for index, (cell, text) in enumerate(cells):
                last = index == len(cells) - 1
                follows = beside or (index > 0 and len(cells) > 1 + (index == 1 and row.short_first))
                if follows and last and table.is_narrow(text):
                    self._behind(text)
                    continue
                if index:
                    self._out.tab()
                self._cell(
                    cell, label=index == 0 and not (last or told or row.counted) and row.short_first, before=not last
                )
            self._close()

    def _item(self, row: Row, columns: Shape, label: str) -> int:
        """Write the item that a row names, as a heading behind its counted ``label``; return how many cells were used."""
        cells = [cell for cell in row.cells[: columns.notes] if cell is not None]
        texts = [text for text in row.texts[: columns.notes] if text]
        if not (texts or label) or "\n" in "".join(texts) or sum(map(len, texts)) > _LONGEST_ITEM:
            return 0
        if columns.number == 0 and not (row.texts[0] or label):
            return 0  # the row goes on with the item above
        used, title = columns.notes, cells
        if is_number("".join(texts) or label) and (first := titled(row.cells[used : used + 1])) is not None:
            title = [*cells, first]
        self._out.kind, self._out.level = "heading", LEVEL
        self._out.text(label, Style())
        for cell in title:
            self._out.tab()
            for paragraph in cell.iter(f"{W}p"):
                self._writer.paragraph(paragraph, joined=True)
        self._close()
        if len(title) > len(cells):
            below = paragraphs(row.cells[used])[1:]
            for paragraph in below:
                self._writer.paragraph(paragraph, joined=paragraph is below[-1])
            used += 1
        return used

    def _counted(self, cell: Element | None) -> str:
        """Return the number that Word counts in a cell without text."""
        for paragraph in cell.iter(f"{W}p") if cell is not None else ():
            properties = paragraph.find(f"{W}pPr")
            look = self._writer.styles.paragraph(properties)
            if look.list_id:
                counted = self._writer.numbering.marker(look, style_of(properties))
                return counted[0].strip() if counted else ""
        return ""

    def _behind(self, text: str) -> None:
        """Put the text of an action column behind the line before it, in a column of its own."""
        self._out.tab()
        self._out.text(text, Style())

    def _cell(self, cell: Element, *, label: bool, before: bool) -> None:
        """Write a cell; its last line stays open where a further cell may follow on it."""
        if not label:
            paragraphs = [child for child in cell if child.tag == f"{W}p" and "".join(child.itertext(f"{W}t")).strip()]
            plain = all(child.tag in (f"{W}p", f"{W}tcPr") for child in cell)
            if plain and before and paragraphs:
                for paragraph in paragraphs[:-1]:
                    self._writer.paragraph(paragraph)
                self._writer.paragraph(paragraphs[-1], joined=True)
            else:
                self._writer.blocks(cell)
            return
        for paragraph in cell.iter(f"{W}p"):
            self._writer.paragraph(paragraph, joined=True)
        self._out.tab()

    def _close(self) -> None:
        """End what a row left open."""
        self._out.end_block()
        self._out.marker, self._out.depth, self._out.level = None, 0, 0
        if self._out.kind == "heading":
            self._out.kind = "text"
