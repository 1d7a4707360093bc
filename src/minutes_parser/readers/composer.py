"""Compose a ``Source`` line by line: what all readers of structured formats share.

A reader says what it meets (a paragraph begins, a run of bold text, a list item) and the composer keeps the text, the
offsets and the knowledge of each line together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from minutes_parser.source import Line, LineKind, Source


@dataclass(slots=True)
class Style:
    """How a run of text is set."""

    bold: bool = False
    italic: bool = False
    struck: bool = False


Run = tuple[str, Style]
"""A text and how it is set."""

_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]+")
"""Soft hyphens, zero-width spaces and marks of byte order: nobody sees them."""
_LABEL = re.compile(r"[^\W\d_][^\d\t]{2,40}(?<![.)])\t|\t")
"""What stands before the first column: words without a number, or nothing where the columns go on from above."""
_BOX = re.compile(r"\[([ xX])\] ")


def _lines(cell: str) -> Iterator[Run]:
    """Yield the lines of a cell, line feeds between them."""
    for index, line in enumerate(cell.split("\n")):
        yield from [("\n", Style())] if index else []
        yield line, Style()


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
    first: str = ""
    """The first characters of an item's text, which may be a task-list box."""
    piece: int = 0
    """Where it begins among the pieces."""
    columns: bool = False
    """It has a tab in it."""


class Composer:
    """Collects text and lines; white space within a line is folded as it comes."""

    def __init__(self) -> None:
        """Begin with an empty text."""
        self._pieces: list[str] = []
        self._length = 0
        self._lines: list[Line] = []
        self._open: _Open | None = None
        self._space = self._tab = False
        self._led = False
        """A tab stands before what comes next."""
        self._labelled = False
        """The last line has columns behind a label: 'Present:', a tab, names."""
        self._gap = ""
        self.block = 1
        self.number = 1
        self.kind: LineKind = "text"
        self.level = 0
        self.depth = 0
        self.marker: str | None = None
        """Bullet or number of the item that begins with the next text."""
        self.table = 0
        """Number of the table that was begun last."""

    def text(self, words: str, style: Style) -> None:
        """Add a run of text to the current line."""
        if not words.isascii():
            words = _INVISIBLE.sub("", words)
        parts = words.split()
        if not parts:
            self._space = self._space or bool(words and self._open)
            self._tab = self._tab or (words == "\n" and self._open is not None)
            return
        if words[0].isspace():
            self._space = True
        line = self._line()
        if self._space and self._length > line.start and self._length != line.content:
            self._put("\t" if self._tab else " ")
            line.columns = line.columns or self._tab
        self._tab = False
        run, start = " ".join(parts), self._length
        self._put(run)
        if len(line.first) < 4:
            line.first = (line.first + " " * (self._space and bool(line.first)) + run)[:4]
        count = len(run) - run.count(" ") - run.count(":")
        line.characters += count
        line.bold += count * style.bold
        line.italic += count * style.italic
        line.struck += count * style.struck
        if style.bold or style.italic:
            self._emphasise(line, start)
        self._space = words[-1].isspace()

    def tab(self) -> None:
        """Set what comes next off with a tab: it stands in a column of its own, as the owner of an action may."""
        if self._open is not None:
            self._space = self._tab = True
        else:
            self._led = True

    def _emphasise(self, line: _Open, start: int) -> None:
        if line.emphasis and line.emphasis[-1][1] >= start - 1 and start != line.content:
            start = line.emphasis.pop()[0]
        line.emphasis.append((start, self._length))

    def _put(self, words: str) -> None:
        self._pieces.append(words)
        self._length += len(words)

    def _line(self) -> _Open:
        """Return the current line; begin one, with its marker, where there is none."""
        if self._open is None:
            led = self._led and self._labelled and self.marker is None and self.kind == "text"
            if led:  # the columns go on below the first line: the same block
                self.block = self._lines[-1].block
            self._put("\n" if led else self._gap if self._length else "")
            self._gap, self._led = "\n", False
            self._open = _Open(self._length, piece=len(self._pieces), columns=led)
            self._put("\t" if led else "")
            if self.marker is not None:
                self._put("  " * (self.depth - 1) + self.marker)
                self._open.content = self._length
            self._space = False
        return self._open

    def end_line(self) -> None:
        """End the current line; the next one belongs to the same block."""
        line, self._open, self._space = self._open, None, False
        self._led = False
        if line is None:
            return
        self._labelled = (
            line.columns and self.marker is None and bool(_LABEL.match("".join(self._pieces[line.piece :])))
        )
        whole = max(line.characters, 1)
        kind: LineKind = "item" if self.marker is not None and self.kind == "text" else self.kind
        if kind == "item":
            line.checked, line.content = self._box(line)
        flags = (line.bold == whole, line.italic == whole, line.struck == whole)
        self._lines.append(
            Line(
                line.start, self._length, self.number, kind, self.block, self.level, self.depth, line.content,
                *flags, line.checked, emphasis=() if flags[0] or flags[1] else tuple(line.emphasis),
            )
        )  # fmt: skip
        self.marker = None

    @staticmethod
    def _box(line: _Open) -> tuple[bool | None, int]:
        """Return the state of the task-list box that opens an item and the offset behind it."""
        box = _BOX.fullmatch(line.first)
        return (box[1] != " ", line.content + 4) if box else (None, line.content)

    @property
    def in_list(self) -> bool:
        """Whether the last line stands in a list."""
        return bool(self._lines) and self._lines[-1].depth > 0

    def _text(self) -> str:
        return "".join(self._pieces)

    def end_block(self, *, apart: bool = True) -> None:
        """End the current line and its block; ``apart`` sets the next one off with a blank line."""
        self.end_line()
        self.block += 1
        self._gap = "\n\n" if apart else self._gap or "\n"

    def row(self, cells: Sequence[str | Iterable[Run]], table: int, header: bool) -> None:
        """Add a table row; each cell's white space is folded, and its lines are set off by tabs."""
        self.end_block(apart=False)
        self._put(self._gap if self._length else "")
        kind: LineKind = "furniture" if self.kind == "furniture" else "row"
        row, spans = _Open(self._length), []
        for index, cell in enumerate(cells):
            self._put("\t" if index else "")
            self._open = row
            row.content, self._space, self._tab = self._length, False, False
            for words, style in _lines(cell) if isinstance(cell, str) else cell:
                self.text(words, style)
            spans.append((row.content, self._length))
        self._open = None
        if any(a < b for a, b in spans):
            whole = max(row.characters, 1)
            flags = (row.bold == whole, row.italic == whole, row.struck == whole)
            self._lines.append(
                Line(
                    row.start, self._length, self.number, kind, self.block, 0, 0, -1, *flags, cells=tuple(spans),
                    table=table, header=header, emphasis=() if flags[0] or flags[1] else tuple(row.emphasis),
                )
            )  # fmt: skip
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
