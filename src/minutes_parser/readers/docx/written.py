"""Word files in the styles that this program writes: read as a page of styled runs, whatever else was edited in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from minutes_parser.readers.archive import Element
from minutes_parser.readers.docx.styles import W, value
from minutes_parser.source import Line, LineKind, Source
from minutes_parser.styled import Paragraph, Run, Table
from minutes_parser.styled import names as n
from minutes_parser.styled.escapes import decode, is_absent

_REFERS = re.compile(r"\s*REF\s+(\w+)")
_WITHIN = {f"{W}{name}" for name in ("ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "customXml")}
_GONE = {f"{W}del", f"{W}moveFrom"}
_DEEPEST = 60


def names_of(styles: Element | None) -> dict[str, str]:
    """Return the names of the styles by their ids, a character style by that of the paragraph style it is linked with."""
    names = {}
    for style in styles.iter(f"{W}style") if styles is not None else ():
        name = (value(style, "name") or "").removesuffix(" Char")
        names[style.get(f"{W}styleId") or ""] = name[:1].upper() + name[1:]
    return names


def is_written(body: Element, names: dict[str, str]) -> bool:
    """Whether the document holds a record in our styles: some paragraph is one of its particulars."""
    ours = {id for id, name in names.items() if name == n.PARTICULARS}
    return bool(ours) and any(style.get(f"{W}val") in ours for style in body.iter(f"{W}pStyle"))


def read_written(body: Element, names: dict[str, str], name: str, media_type: str) -> Source:
    """Return the document as a page: the text holds its words without the references in it."""
    composed = _Composed()
    page = tuple(composed.add(part) for part in _parts(body, names, 0))
    return Source(name, "".join(composed.pieces), tuple(composed.lines), media_type, None, page=page)


def _parts(parent: Element, names: dict[str, str], depth: int) -> Iterator[Paragraph | Table]:
    """Yield the paragraphs and tables in ``parent``, as they stand in the file."""
    for child in parent:
        if child.tag == f"{W}p":
            yield _paragraph(child, names)
        elif child.tag == f"{W}tbl":
            rows = [row for row in child.iter(f"{W}tr") if row.find(f"{W}trPr/{W}del") is None]
            yield Table(tuple(tuple(_cell(cell, names, depth) for cell in row.iter(f"{W}tc")) for row in rows))
        elif child.tag in _WITHIN and depth < _DEEPEST:
            yield from _parts(child, names, depth + 1)


def _cell(cell: Element, names: dict[str, str], depth: int) -> tuple[Paragraph, ...]:
    return tuple(part for part in _parts(cell, names, depth + 1) if isinstance(part, Paragraph))


def _paragraph(element: Element, names: dict[str, str]) -> Paragraph:
    properties = element.find(f"{W}pPr")
    style = value(properties, "pStyle") if properties is not None else None
    runs: list[Run] = []
    for run in _runs(element, names):
        if runs and (runs[-1].style, runs[-1].refers) == (run.style, run.refers):
            runs[-1] = runs[-1]._replace(text=runs[-1].text + run.text)
        elif run.text:
            runs.append(run)
    return Paragraph(names.get(style or "", n.TEXT), tuple(runs))


def _runs(paragraph: Element, names: dict[str, str]) -> Iterator[Run]:
    """Yield the runs of a paragraph, with the bookmark whose words they show."""
    fields: list[str] = []
    for element in _elements(paragraph, 0):
        if element.tag != f"{W}r":
            if element.tag == f"{W}fldSimple":
                refers = _referred(element.get(f"{W}instr") or "")
                yield from (Run(_text(run), _style(run, names), refers=refers) for run in element.iter(f"{W}r"))
            continue
        for child in element:
            if child.tag == f"{W}fldChar":
                kind = child.get(f"{W}fldCharType")
                if kind == "begin":
                    fields.append("")
                elif kind == "end" and fields:
                    fields.pop()
            elif child.tag == f"{W}instrText" and fields:
                fields[-1] += child.text or ""
        yield Run(_text(element), _style(element, names), refers=_referred(fields[-1]) if fields else "")


def _elements(parent: Element, depth: int) -> Iterator[Element]:
    for child in parent:
        if child.tag in _WITHIN and depth < _DEEPEST:
            yield from _elements(child, depth + 1)
        elif child.tag not in _GONE:
            yield child


def _referred(instruction: str) -> str:
    match = _REFERS.match(instruction)
    return match[1] if match else ""


def _style(run: Element, names: dict[str, str]) -> str:
    properties = run.find(f"{W}rPr")
    name = names.get((value(properties, "rStyle") if properties is not None else None) or "", "")
    return name if name.startswith("Minutes ") else ""


def _text(run: Element) -> str:
    """Return the characters of a run; what breaks a line or stands for a tab is white space."""
    words = []
    for child in run:
        if child.tag == f"{W}t":
            words.append(child.text or "")
        elif child.tag in (f"{W}tab", f"{W}br", f"{W}cr"):
            words.append(" ")
        elif child.tag == f"{W}noBreakHyphen":
            words.append("-")
    return "".join(words)


@dataclass
class _Composed:
    """The text of a page while it is put together."""

    pieces: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    length: int = 0
    open: bool = False
    """A space may follow what was written last."""

    def add(self, part: Paragraph | Table) -> Paragraph | Table:
        """Write a paragraph or table, and return it with the offsets of its words."""
        if isinstance(part, Table):
            return part._replace(rows=tuple(self._row(row) for row in part.rows))
        return self._line(part, "heading" if part.style.startswith(n.SECTION) else "text")

    def _put(self, words: str) -> None:
        self.pieces.append(words)
        self.length += len(words)

    def _row(self, row: tuple[tuple[Paragraph, ...], ...]) -> tuple[tuple[Paragraph, ...], ...]:
        """Write a row, its cells set off by tabs, the paragraphs of a cell by spaces."""
        start, made = self.length, []
        for index, cell in enumerate(row):
            self._put("\t" if index else "")
            self.open = False
            made.append(tuple(self._next(paragraph) for paragraph in cell))
        self._end(start, "row")
        return tuple(made)

    def _line(self, paragraph: Paragraph, kind: LineKind) -> Paragraph:
        start = self.length
        self.open = False
        made = self._words(paragraph)
        self._end(start, kind)
        return made

    def _end(self, start: int, kind: LineKind) -> None:
        number = len(self.lines) + 1
        if self.length > start:
            self.lines.append(Line(start, self.length, number, kind, block=number))
        self._put("\n")

    def _next(self, paragraph: Paragraph) -> Paragraph:
        """Write a paragraph of a cell, set off from the one before."""
        self._put(" " if self.open else "")
        self.open = False
        return self._words(paragraph)

    def _words(self, paragraph: Paragraph) -> Paragraph:
        """Write the runs of a paragraph, white space folded, without the references."""
        made = []
        for run in paragraph.runs:
            if run.style == n.REFERENCE:
                made.append(run._replace(start=self.length))
                continue
            words = " ".join(f"|{run.text}|".split())[1:-1]
            words = words if self.open else words.lstrip(" ")
            if not words:
                continue
            text = decode(words)
            made.append(run._replace(text=text, start=self.length, absent=is_absent(words)))
            self._put(text)
            self.open = not words.endswith(" ")
        return Paragraph(paragraph.style, tuple(made))
