"""The text of an OpenDocument file, read in its order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from minutes_parser.readers.archive import Archive, Element, parse_xml
from minutes_parser.readers.composer import Composer, Style
from minutes_parser.readers.flow import BREAK, TAB, Flow, Para, Piece, Row, Table, head_by_bold, write
from minutes_parser.readers.heads import counts
from minutes_parser.readers.odt.lists import Counts, Lists, whole
from minutes_parser.readers.odt.styles import DRAW, OFFICE, STYLE, TABLE, TEXT, Look, Styles, over
from minutes_parser.source import MinutesError, Source

_DEEPEST = 60
_WIDEST = 60
_WITHIN = {f"{TEXT}section", f"{TEXT}index-body", f"{TEXT}index-title", f"{TEXT}numbered-paragraph"}
_INDEXES = {f"{TEXT}{kind}" for kind in ("table-of-content", "illustration-index", "table-index", "alphabetical-index")}
_ROWS = {f"{TABLE}{part}" for part in ("table-header-rows", "table-rows", "table-row-group")}
_BOXES = {f"{DRAW}text-box", f"{DRAW}custom-shape"}
_UNSEEN = {
    f"{OFFICE}annotation", f"{TEXT}ruby-text", f"{TEXT}tracked-changes", f"{TEXT}hidden-text", f"{TEXT}note-citation",
    f"{OFFICE}forms", f"{TEXT}number",
}  # fmt: skip
"""Elements whose text is not shown, or shown otherwise."""


def read_document(data: bytes, name: str, media_type: str) -> Source:
    """Read an OpenDocument text."""
    content, named = _parts(data, name)
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise MinutesError(f"{name}: holds no OpenDocument text; check the file or save it again as .odt")
    reading = _Reading(name, [root for root in (named, content) if root is not None])
    pages = named if named is not None else content
    heads = [flow for kind in ("header", "header-first", "header-left") for flow in reading.margins(pages, kind)]
    flow = reading.read(body)
    feet = [flow for kind in ("footer", "footer-first", "footer-left") for flow in reading.margins(pages, kind)]
    composer = Composer()
    composer.number = 0
    write([*heads, *flow, *feet], composer)
    source = composer.source(name, media_type, None)
    if not source.lines:
        raise MinutesError(f"{name}: no text in it; check that it is the right file")
    return source


def _parts(data: bytes, name: str) -> tuple[Element, Element | None]:
    """Return the roots of content and styles; a file that is no archive holds both in one."""
    if not data.startswith(b"PK"):
        return parse_xml(data, name), None
    archive = Archive(data, name)
    if b"encryption-data" in (archive.part("META-INF/manifest.xml") or b""):
        raise MinutesError(f"{name}: is protected by a password; save a copy without one")
    content = archive.tree("content.xml")
    if content is None:
        raise archive.broken()
    return content, archive.tree("styles.xml")


class _Reading:
    """One walk over the elements, in the order of the document."""

    def __init__(self, name: str, roots: Iterable[Element]) -> None:
        self.name = name
        roots = list(roots)
        self.styles = Styles(roots)
        self.lists = Lists(roots)
        self.number = self.noted = self.depth = 0
        self.notes: Flow = []
        self.furniture = self.in_cell = False

    def read(self, body: Element) -> Flow:
        """Return what stands in the body, the notes of each section at its end."""
        flow: Flow = []
        self._blocks(body, flow)
        return [*flow, *self.notes]

    def margins(self, root: Element, kind: str) -> Flow:
        """Return headers or footers as furniture, each text once."""
        self.furniture = True
        found: dict[str, Para] = {}
        for margin in root.iter(f"{STYLE}{kind}"):
            flow: Flow = []
            if margin.get(f"{STYLE}display") != "false":
                self._blocks(margin, flow)
            for part in flow:
                if isinstance(part, Para):
                    found.setdefault("".join(piece.text for piece in part.pieces), part)
        self.furniture = False
        return list(found.values())

    def _deeper(self) -> None:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise MinutesError(f"{self.name}: is nested deeper than any document; check where it comes from")

    def _blocks(self, parent: Element, into: Flow) -> None:
        self._deeper()
        for child in parent:
            tag = child.tag
            if tag in (f"{TEXT}p", f"{TEXT}h"):
                self._paragraph(child, into)
            elif tag == f"{TEXT}list":
                style = child.get(f"{TEXT}style-name") or ""
                self._list(child, into, self.lists.begin(child, style), 1)
            elif tag == f"{TABLE}table":
                into.append(self._table(child))
            elif tag in _WITHIN:
                self._blocks(child, into)
            elif tag in _INDEXES:
                kept, self.furniture = self.furniture, True
                self._blocks(child, into)
                self.furniture = kept
            elif tag.startswith(DRAW):
                self._boxes(child, into)
        self.depth -= 1

    def _list(self, element: Element, into: Flow, counts: Counts, level: int) -> None:
        """Read a list; an item has its number before its first paragraph."""
        self._deeper()
        for item in element:
            numbered = item.tag == f"{TEXT}list-item"
            start = whole(item.get(f"{TEXT}start-value"))
            for child in item:
                if child.tag == f"{TEXT}list":
                    self._list(child, into, counts, level + 1)
                elif child.tag in (f"{TEXT}p", f"{TEXT}h"):
                    marker = counts.marker(level, start) if numbered else ""
                    numbered = False
                    self._paragraph(child, into, marker, level)
                elif child.tag == f"{TABLE}table":
                    into.append(self._table(child))
        self.depth -= 1

    def _paragraph(self, element: Element, into: Flow, marker: str = "", depth: int = 0) -> None:
        """Read a paragraph or heading, then the boxes that hang on it."""
        look = self.styles.look("paragraph", element.get(f"{TEXT}style-name"))
        level = (whole(element.get(f"{TEXT}outline-level")) or 1) if element.tag == f"{TEXT}h" else 0
        if level and not depth:
            marker = self.lists.outline.marker(level) if element.get(f"{TEXT}is-list-header") != "true" else ""
        pieces: list[Piece] = []
        boxes: Flow = []
        self.number += 1
        self._text(element, look, pieces, boxes)
        level = level if level <= 6 else 0
        if any(not piece.text.isspace() for piece in pieces):
            if level and self.depth == 1 + bool(depth):
                into += self.notes
                self.notes = []
            into.append(self._para(pieces, look, level, marker, depth))
        elif self.in_cell and counts(marker):
            into.append(Para([Piece(marker.strip(), number=self.number)]))
        into += boxes

    def _para(self, pieces: list[Piece], look: Look, level: int, marker: str, depth: int) -> Para:
        if look.title:
            pieces = [piece._replace(style=replace(piece.style, bold=True)) for piece in pieces]
        if self.furniture:
            return Para(pieces, "furniture")
        if level:
            pieces = [piece._replace(text=" ") if piece.text == BREAK else piece for piece in pieces]
            return Para(pieces, "heading", level, 0, marker or None)
        return Para(pieces, depth=depth, marker=marker or None)

    def _text(self, parent: Element, look: Look, pieces: list[Piece], boxes: Flow) -> None:
        """Add the characters within an element."""
        self._deeper()
        style = Style(bool(look.bold), bool(look.italic), bool(look.struck))

        def add(words: str | None) -> None:
            if words and not look.hidden:
                pieces.append(Piece(words, style, self.number))

        add(_folded(parent.text))
        for child in parent:
            tag = child.tag
            if tag == f"{TEXT}s":
                add(" ")
            elif tag == f"{TEXT}tab":
                add(TAB)
            elif tag == f"{TEXT}line-break":
                add(BREAK)
            elif tag == f"{TEXT}note":
                self._note(child)
            elif tag == f"{TEXT}span":
                named = self.styles.look("text", child.get(f"{TEXT}style-name"))
                self._text(child, over(look, named), pieces, boxes)
            elif tag.startswith(DRAW) and tag != f"{DRAW}a":
                self._boxes(child, boxes)
            elif tag not in _UNSEEN:
                self._text(child, look, pieces, boxes)
            add(_folded(child.tail))
        self.depth -= 1

    def _note(self, element: Element) -> None:
        """Keep a note for the end of its section, as an item of a list under its own number."""
        citation, body = element.find(f"{TEXT}note-citation"), element.find(f"{TEXT}note-body")
        if body is None or self.furniture:
            return
        self.noted += 1
        shown = "".join(citation.itertext()).strip() if citation is not None else ""
        flow: Flow = []
        self._blocks(body, flow)
        for index, part in enumerate(part for part in flow if isinstance(part, Para)):
            self.notes.append(Para(part.pieces, depth=1, marker=None if index else f"[{shown or self.noted}] "))

    def _boxes(self, element: Element, into: Flow) -> None:
        """Read the text boxes and shapes in a drawing; pictures have none."""
        if element.tag in _BOXES:
            self._blocks(element, into)
            return
        self._deeper()
        for child in element:
            if child.tag.startswith(DRAW):
                self._boxes(child, into)
        self.depth -= 1

    def _table(self, element: Element) -> Table:
        table = Table()
        self._rows(element, table, header=False)
        head_by_bold(table)
        return table

    def _rows(self, parent: Element, table: Table, *, header: bool) -> None:
        self._deeper()
        for child in parent:
            if child.tag in _ROWS:
                self._rows(child, table, header=header or child.tag == f"{TABLE}table-header-rows")
            elif child.tag == f"{TABLE}table-row":
                row = Row(header=header)
                for cell in child.iterchildren(f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
                    flow: Flow = []
                    if cell.tag == f"{TABLE}table-cell":
                        kept, self.in_cell = self.in_cell, True
                        self._blocks(cell, flow)
                        self.in_cell = kept
                    row.cells.append(flow)
                    more = whole(cell.get(f"{TABLE}number-columns-repeated")) or 1
                    row.cells.extend([] for _ in range(min(more, _WIDEST) - 1))
                table.rows.append(row)
        self.depth -= 1


def _folded(words: str | None) -> str | None:
    """Return text of the XML, in which ends of lines and tabs are spaces like others."""
    return words.translate(_SPACES) if words else words


_SPACES = str.maketrans("\t\r\n", "   ")
