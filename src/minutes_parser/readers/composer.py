"""Compose a ``Source`` line by line: what all readers of structured formats share.

A reader says what it meets (a paragraph begins, a run of bold text, a list item) and the composer keeps the text, the
offsets and the knowledge of each line together.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from minutes_parser.source import Line, LineKind, Source


@dataclass(slots=True)
class Style:
    """How a run of text is set."""

    bold: bool = False
    italic: bool = False
    struck: bool = False


@dataclass(slots=True)
class _Open:
    """The line being written: offsets count from the start of the whole text."""

    start: int
    content: int = -1
    checked: bool | None = None
    characters: int = 0
    bold: int = 0
    italic: int = 0
    struck: int = 0
    emphasis: list[tuple[int, int]] = field(default_factory=list)


class Composer:
    """Collects text and lines; white space within a line is folded as it comes."""

    def __init__(self) -> None:
        """Begin with an empty text."""
        self._pieces: list[str] = []
        self._length = 0
        self._lines: list[Line] = []
        self._open: _Open | None = None
        self._space = False
        self._gap = ""
        self.block = 1
        self.number = 1
        self.kind: LineKind = "text"
        self.level = 0
        self.depth = 0
        self.marker: str | None = None
        """Bullet or number of the item that begins with the next text."""

    def text(self, words: str, style: Style) -> None:
        """Add a run of text to the current line."""
        parts = words.split()
        if not parts:
            self._space = self._space or bool(words and self._open)
            return
        if words[0].isspace():
            self._space = True
        line = self._line()
        if self._space and self._length > line.start and self._length != line.content:
            self._put(" ")
        run, start = " ".join(parts), self._length
        self._put(run)
        count = len(run) - run.count(" ") - run.count(":")
        line.characters += count
        line.bold += count * style.bold
        line.italic += count * style.italic
        line.struck += count * style.struck
        if style.bold or style.italic:
            self._emphasise(line, start)
        self._space = words[-1].isspace()

    def _emphasise(self, line: _Open, start: int) -> None:
        if line.emphasis and line.emphasis[-1][1] >= start - 1:
            start = line.emphasis.pop()[0]
        line.emphasis.append((start, self._length))

    def _put(self, words: str) -> None:
        self._pieces.append(words)
        self._length += len(words)

    def _line(self) -> _Open:
        """Return the current line; begin one, with its marker, where there is none."""
        if self._open is None:
            self._put(self._gap if self._length else "")
            self._gap = "\n"
            self._open = _Open(self._length)
            if self.marker is not None:
                self._put("  " * (self.depth - 1) + self.marker)
                self._open.content = self._length
            self._space = False
        return self._open

    def end_line(self) -> None:
        """End the current line; the next one belongs to the same block."""
        line, self._open, self._space = self._open, None, False
        if line is None:
            return
        whole = max(line.characters, 1)
        kind: LineKind = "item" if self.marker is not None and self.kind == "text" else self.kind
        if kind == "item":
            line.checked, line.content = self._box(line.content)
        flags = (line.bold == whole, line.italic == whole, line.struck == whole)
        self._lines.append(
            Line(
                line.start, self._length, self.number, kind, self.block, self.level, self.depth, line.content,
                *flags, line.checked, emphasis=() if flags[0] or flags[1] else tuple(line.emphasis),
            )
        )  # fmt: skip
        self.marker = None

    def _box(self, content: int) -> tuple[bool | None, int]:
        """Return the state of a task-list box at ``content`` and the offset behind it."""
        head = "".join(self._pieces[-8:])
        at = len(head) - (self._length - content)
        box = head[at : at + 4] if at >= 0 else self._text()[content : content + 4]
        if len(box) == 4 and box[0] == "[" and box[1] in " xX" and box[2:] == "] ":
            return box[1] != " ", content + 4
        return None, content

    def _text(self) -> str:
        return "".join(self._pieces)

    def end_block(self, *, apart: bool = True) -> None:
        """End the current line and its block; ``apart`` sets the next one off with a blank line."""
        self.end_line()
        self.block += 1
        self._gap = "\n\n" if apart else self._gap or "\n"

    def row(self, cells: list[str], table: int, header: bool) -> None:
        """Add a table row; each cell's white space is folded."""
        self.end_block(apart=False)
        self._put(self._gap if self._length else "")
        start, spans = self._length, []
        for index, cell in enumerate(cells):
            self._put("\t" if index else "")
            begin = self._length
            self._put(" ".join(cell.split()))
            spans.append((begin, self._length))
        if any(a < b for a, b in spans):
            kind: LineKind = "furniture" if self.kind == "furniture" else "row"
            self._lines.append(
                Line(start, self._length, self.number, kind, self.block, cells=tuple(spans), table=table, header=header)
            )
        self.block += 1
        self._gap = "\n"

    def preformatted(self, words: str) -> None:
        """Add lines that are kept as they stand."""
        self.end_block()
        for line in words.splitlines():
            if line.strip():
                self._put(self._gap if self._length else "")
                start = self._length
                self._put(line.rstrip())
                self._lines.append(Line(start, self._length, self.number, "preformatted", self.block, depth=self.depth))
                self._gap = "\n"
            self.number += 1
        self.end_block()

    def metadata(self, words: str) -> None:
        """Add the lines of a front matter."""
        kind, self.kind = self.kind, "metadata"
        for line in words.splitlines():
            self.text(line, Style())
            self.end_line()
            self.number += 1
        self.end_block()
        self.kind = kind

    def source(self, name: str, media_type: str, encoding: str | None, notes: tuple[str, ...] = ()) -> Source:
        """Return what was composed."""
        self.end_line()
        return Source(name, self._text(), tuple(self._lines), media_type, encoding, notes=notes)
