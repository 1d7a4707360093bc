"""The document part of a Word file, read in its order.

The XML is read directly, since objects for each paragraph would cost more time than everything else together.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field

from minutes_parser.readers.archive import Archive, Element
from minutes_parser.readers.composer import Composer, Style
from minutes_parser.readers.docx.notes import Notes
from minutes_parser.readers.docx.numbering import Numbering
from minutes_parser.readers.docx.runs import Runs, collect
from minutes_parser.readers.docx.styles import Look, Styles, W, style_of
from minutes_parser.readers.docx.table_writer import TableWriter
from minutes_parser.readers.docx.written import is_written, names_of, read_written
from minutes_parser.source import MinutesError, Source

_LONG_HEADING = 250
_DEEPEST = 60
_PARTS = ("styles", "numbering", "header", "footer", "footnotes", "endnotes")
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(slots=True)
class Parts:
    """What a Word document consists of; None for what it does not have."""

    body: Element
    styles: Element | None = None
    numbering: Element | None = None
    footnotes: Element | None = None
    endnotes: Element | None = None
    headers: list[Element | None] = field(default_factory=list)
    footers: list[Element | None] = field(default_factory=list)


def read_document(data: bytes, name: str, media_type: str) -> Source:
    """Read a Word document."""
    archive = Archive(data, name)
    main = next(iter(_related(archive, "", "officeDocument")), "word/document.xml")
    root = archive.tree(main)
    if root is None or (body := root.find(f"{W}body")) is None:
        raise MinutesError(f"{name}: holds no Word document; check the file or save it again as .docx")
    found = {kind: [archive.tree(part) for part in _related(archive, main, kind)] for kind in _PARTS}
    single = {kind: roots[0] if roots else None for kind, roots in found.items()}
    parts = Parts(body, single["styles"], single["numbering"], single["footnotes"], single["endnotes"])
    parts.headers, parts.footers = found["header"], found["footer"]
    names = names_of(parts.styles)
    if is_written(body, names):
        return read_written(body, names, name, media_type)
    return read_parts(parts, name, media_type)


def read_parts(parts: Parts, name: str, media_type: str) -> Source:
    """Read the parts of a Word document, wherever they come from."""
    styles = Styles(parts.styles)
    notes = Notes({"footnote": parts.footnotes, "endnote": parts.endnotes})
    writer = Writer(name, styles, Numbering(parts.numbering, styles), notes)
    writer.margins(parts.headers)
    writer.blocks(parts.body)
    writer.write_notes()
    writer.margins(parts.footers)
    return writer.out.source(name, media_type, None)


def _related(archive: Archive, part: str, kind: str) -> list[str]:
    """Return the names of the parts of a kind that ``part`` refers to, '' being the whole package."""
    folder, file = posixpath.split(part)
    root = archive.tree(posixpath.join(folder, "_rels", f"{file}.rels"))
    found: list[str] = []
    for relation in root.iter(_RELATION) if root is not None else ():
        if (relation.get("Type") or "").endswith(f"/{kind}"):
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target") or ""))
            if target[1:] in archive.names:
                found.append(target[1:])
    return found


class Writer:
    """Writes the document in its order."""

    def __init__(self, name: str, styles: Styles, numbering: Numbering, notes: Notes) -> None:
        """Begin with nothing written."""
        self.name = name
        self.out = Composer()
        self.out.number = 0
        self.styles = styles
        self.numbering = numbering
        self.notes = notes
        self.tables = TableWriter(self)
        self.depth = 0
        self.carried: list[tuple[str, Style]] = []
        self.listed = False
        """The paragraph before is an item of a list."""

    def margins(self, roots: list[Element | None]) -> None:
        """Write headers or footers as furniture, each text once."""
        self.out.kind = "furniture"
        seen = set()
        for root in roots:
            words = "".join(root.itertext()) if root is not None else ""
            if words.strip() and words not in seen:
                seen.add(words)
                self.blocks(root)
        self.out.kind = "text"

    def blocks(self, parent: Element) -> None:
        """Write paragraphs and tables, those within content controls and tracked insertions too."""
        self.depth += 1
        if self.depth > _DEEPEST:
            raise MinutesError(f"{self.name}: is nested deeper than any document; check where it comes from")
        for child in parent:
            tag = child.tag
            if tag == f"{W}p":
                self.paragraph(child)
            elif tag == f"{W}tbl":
                self.tables.write(child)
            elif tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo", f"{W}smartTag"):
                self.blocks(child)
        self.depth -= 1

    def paragraph(self, element: Element, *, joined: bool = False) -> None:
        """Write one paragraph, then the text boxes that hang on it; ``joined`` leaves its last line open."""
        properties = element.find(f"{W}pPr")
        look = self.styles.paragraph(properties)
        found = collect(element, look, self.styles)
        found.runs[:0], self.carried = self.carried, []
        if _joins_next(properties):
            self.carried = found.runs
            return
        style = style_of(properties)
        if look.level and self.out.kind == "text" and not joined:
            self.write_notes()
        self.notes.refer(found.notes)
        if found.text.strip():
            self.out.number += 1
            self._write(found, look, style, joined)
        elif not found.boxes:
            self.numbering.marker(look, style) if look.list_id else None
        for box in found.boxes:
            self.blocks(box)

    def _write(self, found: Runs, look: Look, style: str, joined: bool) -> None:
        """Write the runs with what stands before them."""
        out, kept = self.out, self.out.kind
        item = self.numbering.marker(look, style)
        heading = bool(look.level) and len(found.text) <= _LONG_HEADING
        if kept == "text":
            out.kind = "furniture" if look.contents else "heading" if heading else "text"
            out.level = look.level or 0 if heading else 0
        if item and item[0]:
            out.end_block(apart=heading)
            out.marker, out.depth = item[0], 0 if heading else item[1]
        elif self.listed and not joined:
            out.end_block()
        self.listed = bool(item)
        for words, style_ in found.runs:
            if words == "\t":
                out.tab()
            elif words == "\n" and not heading:
                out.end_line()
            else:
                out.text(words, Style(True, style_.italic, style_.struck) if look.title else style_)
        if not joined:
            out.end_block(apart=not item or heading)
            out.marker, out.depth = None, 0
            out.kind, out.level = kept, 0

    def write_notes(self) -> None:
        """Write the notes that were referred to since the last heading: they end its section and break no list."""
        for mark, lines in self.notes.due():
            self.out.end_block()
            self.out.marker, self.out.depth = mark, 1
            for paragraph in lines:
                for words, style in collect(paragraph, Look(), self.styles).runs:
                    self.out.text(" " if words in "\t\n" else words, style)
                self.out.end_line()
        self.out.end_block()
        self.out.marker, self.out.depth = None, 0


def _joins_next(properties: Element | None) -> bool:
    """Whether a tracked change takes away the paragraph's end, so that it goes on with the next one."""
    if properties is None:
        return False
    mark = properties.find(f"{W}rPr")
    return mark is not None and (mark.find(f"{W}del") is not None or mark.find(f"{W}moveFrom") is not None)
