"""Word's tables: their cells, and whether they are tables or only lay out running text."""

from __future__ import annotations

from dataclasses import dataclass, field

from minutes_parser.readers.archive import Element
from minutes_parser.readers.docx.runs import collect
from minutes_parser.readers.docx.styles import Styles, W, is_on, value, whole
from minutes_parser.readers.heads import numbers_items

_LONG_CELL = 400
_NARROW = 60
_LABEL = 40
_WIDEST = 60
"""Grid columns that one cell may span."""


@dataclass(slots=True)
class Row:
    """A row; a place that a merged cell covers has None and ''."""

    cells: list[Element | None]
    texts: list[str]
    header: bool
    bold: bool
    counted: bool = False
    """Word counts its first cell, in which nothing else stands."""
    listed: bool = False
    """A paragraph of its cells stands in a list."""
    notes: list[tuple[str, str]] = field(default_factory=list)
    """The notes that its cells refer to."""

    @property
    def short_first(self) -> bool:
        """Whether the first cell that holds text is a number or a short label."""
        return 0 < len(next((text for text in self.texts if text), "")) <= _LABEL


@dataclass(slots=True)
class Grid:
    """A table."""

    rows: list[Row]
    runs_on: bool
    """It lays out running text."""

    def is_narrow(self, text: str) -> bool:
        """Whether a row's last cell looks like one of a column for owners."""
        return len(text) <= _NARROW


def grid(table: Element, styles: Styles) -> Grid:
    """Read a table; rows that a tracked change deletes are left out."""
    rows, long_rows = [], 0
    for element in table.iter(f"{W}tr"):
        if next(element.iterancestors(f"{W}tbl")) is not table:
            continue
        properties = element.find(f"{W}trPr")
        if properties is not None and properties.find(f"{W}del") is not None:
            continue
        row, runs_on = _row(element, properties, styles)
        rows.append(row)
        long_rows += runs_on
    narrow = bool(rows) and all(len(row.cells) == 1 for row in rows)
    if rows and not any(row.header for row in rows):
        rows[0].header = rows[0].bold and len(rows) > 1 and not all(row.bold for row in rows)
    numbered = numbers_items(
        ("1" if row.counted else row.texts[0], "\n" in "".join(row.texts[1:2])) for row in rows if row.texts
    )
    return Grid(rows, narrow or (long_rows > 0 and long_rows * 4 >= len(rows)) or numbered)


def _row(element: Element, properties: Element | None, styles: Styles) -> tuple[Row, bool]:
    """Return a row and whether one of its cells holds running text."""
    head = properties.find(f"{W}tblHeader") if properties is not None else None
    row = Row([], [], head is not None and is_on(head.get(f"{W}val")), True)
    runs_on = False
    for cell in _cells(element):
        own = cell.find(f"{W}tcPr")
        span = whole(value(own, "gridSpan")) if own is not None else None
        merge = own.find(f"{W}vMerge") if own is not None else None
        covered = merge is not None and merge.get(f"{W}val") != "restart"
        paragraphs = [] if covered else _texts(cell, styles, row)
        row.counted = row.counted or (not row.cells and row.listed and not paragraphs)
        text = "\n".join(paragraphs)
        runs_on = runs_on or len(paragraphs) > 2 or len(text) > _LONG_CELL or cell.find(f".//{W}tbl") is not None
        more = min(max((span or 1) - 1, 0), _WIDEST)
        row.cells += [None if covered else cell] + [None] * more
        row.texts += [text] + [""] * more
    row.bold = row.bold and sum(map(bool, row.texts)) > 1
    return row, runs_on


def _cells(row: Element) -> list[Element]:
    """Return a row's cells, those within content controls too."""
    return [cell for cell in row.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tr")) is row]


def _texts(cell: Element, styles: Styles, row: Row) -> list[str]:
    """Return the paragraphs of a cell that hold text, each with its lines; note on the row if not all of it is bold."""
    texts = []
    for paragraph in cell.iter(f"{W}p"):
        look = styles.paragraph(paragraph.find(f"{W}pPr"))
        found = collect(paragraph, look, styles)
        row.listed = row.listed or bool(look.list_id)
        row.notes += found.notes
        text = "\n".join(" ".join(line.split()) for line in found.text.split("\n") if line.strip())
        if text:
            texts.append(text)
            row.bold = row.bold and all(style.bold for words, style in found.runs if words.strip())
    return texts


def paragraphs(cell: Element | None) -> list[Element]:
    """Return the paragraphs with text of a cell that holds nothing else, or none."""
    if cell is None or not all(child.tag in (f"{W}p", f"{W}tcPr") for child in cell):
        return []
    return [child for child in cell if "".join(child.itertext(f"{W}t")).strip()]


def titled(cells: list[Element | None]) -> Element | None:
    """Return the first paragraph of a cell if it is the title of those below it."""
    found = paragraphs(cells[0]) if cells else []
    title = "".join(found[0].itertext(f"{W}t")).strip() if len(found) > 1 else ""
    return found[0] if title and len(title) <= _NARROW and title[-1] not in ".;," else None
