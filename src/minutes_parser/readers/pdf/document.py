"""From pages to a ``Source``."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from minutes_parser.readers.pdf import asides
from minutes_parser.readers.pdf.boxes import boxed
from minutes_parser.readers.pdf.flow import Paragraph, TextLine, follows, is_near, paragraphs, pitch, text_lines
from minutes_parser.readers.pdf.furniture import furniture
from minutes_parser.readers.pdf.grid import Grid, grids
from minutes_parser.readers.pdf.gutters import unruled
from minutes_parser.readers.pdf.headings import Scale
from minutes_parser.readers.pdf.lists import Nesting, mark
from minutes_parser.readers.pdf.page import Page, pages
from minutes_parser.readers.pdf.running import attach, row_paragraphs, titles
from minutes_parser.readers.pdf.tables import Row, Table, head_above, rows_of
from minutes_parser.readers.pdf.words import Word
from minutes_parser.readers.pdf.write import Writer
from minutes_parser.source import MinutesError, Source

_SIGNS = ".,;:!?()[]'\"‘’“”"
_MAX_GRIDS = 100
_LONGEST_HEADING = 120


@dataclass(slots=True)
class _Flow:
    """Lines between two tables, on one page."""

    page: int
    lines: list[TextLine] = field(default_factory=list)


@dataclass(slots=True)
class _Sheet:
    """What a page holds, from the top down, and its furniture."""

    number: int
    parts: list[_Flow | Table]
    furniture: list[str]


def read_document(data: bytes, name: str, media_type: str) -> Source:
    """Return the text of a document."""
    read = list(pages(data, name))
    if not any(page.words for page in read):
        raise MinutesError(f"{name}: holds page images without text (a scan); run OCR first")
    _soften(read)
    lines = [text_lines(page.words) for page in read]
    for page, of in zip(read, lines, strict=True):
        mark(of, page.dots)
    away = furniture(lines)
    sheets = [_sheet(*of) for of in zip(read, lines, away, strict=True)]
    count = sum(len(sheet.furniture) for sheet in sheets)
    notes = (f"{count} running heads, footers and page numbers were set aside",) if count else ()
    return _Setting(sheets).source(name, media_type, notes)


def _soften(read: Sequence[Page]) -> None:
    """Make the hyphen at a line's end a soft one where the document has the word without it elsewhere."""
    broken = [
        (word, after) for page in read for word, after in pairwise(page.words)
        if word.y > after.y and word.text[-1] == "-" and word.text[-2:-1].isalpha()
    ]  # fmt: skip
    known = {word.text.strip(_SIGNS).lower() for page in read for word in page.words} if broken else set()
    for word, after in broken:
        if f"{word.text[:-1]}{after.text}".strip(_SIGNS).lower() in known:
            word.text = f"{word.text[:-1]}\u00ad"


def _sheet(page: Page, lines: list[TextLine], away: set[int]) -> _Sheet:
    """Part a page into tables and the text between them."""
    kept = [line for at, line in enumerate(lines) if at not in away]
    ruled = grids(page.rules)[:_MAX_GRIDS]
    tables = [grid for grid in ruled if grid.columns > 1]
    loose = unruled([line for line in kept if not any(_inside(line.words[0], grid) for grid in ruled)])
    tables = sorted([*tables, *loose], key=lambda grid: -grid.ys[0])
    boxes = [grid for grid in ruled if grid.columns == grid.rows == 1]
    texts = [lines[at].text for at in sorted(away)]
    if not tables and not boxes:
        return _Sheet(page.number, [_Flow(page.number, kept)] if kept else [], texts)
    words: list[list[Word]] = [[] for _ in tables]
    flow: list[Word] = []
    for line in kept:
        for word in line.words:
            at = next((i for i, grid in enumerate(tables) if _inside(word, grid)), None)
            (flow if at is None else words[at]).append(word)
    parts: list[_Flow | Table] = [_Flow(page.number)]
    waiting = boxed(text_lines(flow), boxes)
    for grid, inside in zip(tables, words, strict=True):
        rows = rows_of(grid, inside, page.number)
        if not rows:
            continue
        above = _Flow(page.number)
        while waiting and waiting[0].y > grid.ys[0]:
            above.lines.append(waiting.pop(0))
        head = head_above(above.lines[-1], grid) if above.lines else None
        if head:
            above.lines.pop()
            rows.insert(0, Row(head.cells, page.number, head.top))
        parts.extend((above, Table(grid, rows)))
    parts.append(_Flow(page.number, waiting))
    return _Sheet(page.number, [part for part in parts if isinstance(part, Table) or part.lines], texts)


def _inside(word: Word, grid: Grid) -> bool:
    x, y = (word.x0 + word.x1) / 2, word.y + 0.25 * word.size
    return grid.xs[0] - 1 <= x <= grid.xs[-1] + 1 and grid.ys[-1] - 1 <= y <= grid.ys[0] + 1


class _Setting:
    """Sets the sheets as one text: tables and paragraphs that go over a page are put together."""

    def __init__(self, sheets: Sequence[_Sheet]) -> None:
        flows = [part.lines for sheet in sheets for part in sheet.parts if isinstance(part, _Flow)]
        cells = [
            cell.lines for sheet in sheets for part in sheet.parts if isinstance(part, Table)
            for row in part.rows for cell in row.cells
        ]  # fmt: skip
        every = [line for lines in (*flows, *cells) for line in lines]
        self._scale = Scale(every)
        self._flow_pitch, self._cell_pitch = pitch(flows), pitch(cells)
        flowing = [line for lines in flows for line in lines]
        self._column = asides.column(flowing)
        self._right = _edge((line.x1 for line in asides.split(flowing, self._column)[0]), 0.97)
        self._writer = Writer()
        self._open: tuple[Paragraph, float, str] | None = None
        self._aside: list[tuple[str, int]] = []
        self._tables = 0
        self._last: Paragraph | None = None
        self._nesting = Nesting(_edge((line.x0 for line in flowing), 0.05))
        self._waiting = deque(sheets)
        for part in _merged(sheets):
            if isinstance(part, Table):
                self._table(part)
                continue
            self._turn(part.page)
            self._flow(part)
        self._turn(len(sheets))
        self._close()

    def _turn(self, page: int) -> None:
        """Turn to a page: its furniture is written behind the paragraph that comes over from the page before."""
        while self._waiting and self._waiting[0].number <= page:
            sheet = self._waiting.popleft()
            self._aside.extend((text, sheet.number) for text in sheet.furniture)

    def _flow(self, part: _Flow) -> None:
        lines, beside = asides.split(part.lines, self._column)
        body = paragraphs(lines, part.page, self._right, self._flow_pitch)
        self._aside.extend((line.text, part.page) for line in beside if asides.is_head(line.text))
        held = [line for line in beside if not asides.is_head(line.text)]
        attach(body, held, max((line.x1 for line in held), default=0.0), part.page)
        for paragraph in body:
            self._add(paragraph, self._right)

    def _add(self, paragraph: Paragraph, right: float, prefix: str = "") -> None:
        """Add a paragraph; it may go on with the last one of the page before."""
        if self._open and not prefix:
            last, edge, _ = self._open
            over = paragraph.page != last.page
            if over and follows(last.lines, paragraph.lines[0], edge) and not _ends(last):
                last.lines.extend(paragraph.lines)
                last.asides.extend(paragraph.asides)
                return
        self._close()
        self._open = (paragraph, right, prefix)

    def _close(self) -> None:
        """Write the open paragraph, then the furniture that stood within it."""
        if self._open:
            paragraph, _, prefix = self._open
            text, spans = paragraph.composed()
            if prefix:
                text, spans = f"{prefix} {text}", [(a + len(prefix) + 1, b + len(prefix) + 1) for a, b in spans]
            level = self._scale.level(paragraph.lines[0]) if len(text) <= _LONGEST_HEADING else 0
            apart = self._apart(paragraph)
            self._last = paragraph
            if level:
                self._writer.text(text, paragraph.page, "heading", bold=paragraph.bold, level=level, apart=apart)
            else:
                words = "\t".join((text, *paragraph.asides))
                item = (0, 0) if prefix else self._nesting.item(paragraph)
                self._writer.text(words, paragraph.page, bold=paragraph.bold, emphasis=spans, apart=apart, item=item)
            self._open = None
        for text, page in self._aside:
            self._writer.text(text, page, "furniture")
        self._aside.clear()

    def _apart(self, paragraph: Paragraph) -> bool:
        """Whether more than the usual room stands between this paragraph and the last one."""
        last, first = self._last, paragraph.lines[0]
        if last is None or last.page != paragraph.page or first.y > last.bottom:
            return False
        return not is_near(last.bottom, first, self._flow_pitch)

    def _table(self, table: Table) -> None:
        self._tables += 1
        head = _head(table)
        running = table.running()
        notes = table.notes()
        for at, row in enumerate(table.rows):
            self._turn(row.page)
            if head and at and row.texts == head:
                self._aside.append((" ".join(filter(None, head)), row.page))
            elif running and not (head and at == 0):
                self._running(row, notes)
            else:
                self._row(row, table.grid.columns, header=bool(head) and at == 0)

    def _row(self, row: Row, columns: int, *, header: bool) -> None:
        self._close()
        texts = [""] * columns
        for cell in row.cells:
            texts[cell.first] = cell.text.replace("\t", " ").strip()
        if any(texts):
            self._writer.row(texts, row.page, self._tables, header=header)

    def _running(self, row: Row, notes: int) -> None:
        title, number = titles(row, notes)
        if title:
            self._close()
            self._writer.text(title, row.page, bold=True)
        right = next((cell.x1 for cell in row.cells if cell.first <= notes <= cell.last), 0.0) - 5
        for paragraph in row_paragraphs(row, notes, self._cell_pitch):
            self._add(paragraph, right, number)
            number = ""

    def source(self, name: str, media_type: str, notes: tuple[str, ...]) -> Source:
        """Return the whole text."""
        return self._writer.source(name, media_type, notes)


def _merged(sheets: Sequence[_Sheet]) -> list[_Flow | Table]:
    """Return the parts of all sheets; a table that goes on is one."""
    found: list[_Flow | Table] = []
    for part in (part for sheet in sheets for part in sheet.parts):
        last = found[-1] if found else None
        if isinstance(part, Table) and isinstance(last, Table) and part.grid.like(last.grid):
            last.rows.extend(part.rows)
        else:
            found.append(part)
    return found


def _head(table: Table) -> tuple[str, ...]:
    """Return the texts of the table's head, if its first row is one: a few words in two columns at least."""
    texts = table.rows[0].texts
    held = [text for text in texts if text]
    short = all(len(text.split()) <= 6 and not text.endswith(":") for text in held)
    return texts if len(table.rows) > 1 and len(held) > 1 and short else ()


def _ends(paragraph: Paragraph) -> bool:
    """Whether the paragraph ends with a sentence."""
    return paragraph.lines[-1].words[-1].text.endswith((".", ":", "?", "!"))


def _edge(edges: Iterable[float], share: float) -> float:
    """Return the edge before which that share of them stands: a margin, though a few lines go beyond it."""
    ordered = sorted(edges)
    return ordered[int(len(ordered) * share)] if ordered else 0.0
