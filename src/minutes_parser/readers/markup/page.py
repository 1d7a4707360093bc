"""The page of HTML that a light markup is turned into, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Protocol

from minutes_parser.readers import text as plain
from minutes_parser.readers.composer import Composer
from minutes_parser.readers.flow import write
from minutes_parser.readers.markup.counting import Count, opened
from minutes_parser.readers.markup.inline import Marks, literal, to_html
from minutes_parser.readers.wrapping import fill_width, is_full
from minutes_parser.source import Source

_LONG = 50
"""Characters from which on a line is one that people cut."""
_LABEL = re.compile(r"[A-Z][^:.\n]{0,40}:(?:\s|$)")
_ENDS = ".!?:;"
_DEEPEST = 40
"""Lists within one another; deeper ones stand at this depth."""


class Page:
    """HTML so far. Each block begins on the line on which it stands in the markup."""

    def __init__(self, lines: Sequence[str], marks: Marks, *, filled: bool = False) -> None:
        """Begin a page of a document that consists of these lines; ``filled`` where people cut long lines by hand."""
        self._filled = filled
        self._lines = lines
        self._marks = marks
        self._width = fill_width([line for line in lines if "|" not in line])
        self._parts: list[str] = []
        self._at = 0
        self._lists: list[Count] = []
        self._block = ""
        """The element that holds the running text: 'p', 'li', 'dt', 'dd', or nothing."""
        self._last = 0
        """The line of the markup whose text was added last."""
        self._in_table = False
        self._headed = ""
        """The heading above, if nothing stands below it yet."""
        self._notes: list[str] = []
        self.metadata: list[str] = []
        """Lines that say something of the document and stand in none of its blocks."""

    @property
    def open(self) -> bool:
        """Whether running text may go on."""
        return bool(self._block)

    @property
    def depth(self) -> int:
        """How many lists are open."""
        return len(self._lists)

    def heading(self, level: int, words: str, line: int) -> None:
        """Add a heading that stands on a line, counted from 0."""
        self.end_lists()
        self.end_table()
        if words == self._headed:
            return  # programs that export pages write their titles above the heading that repeats it
        tag, self._headed = f"h{min(max(level, 1), 6)}", words
        self._add(f"<{tag}>{self._inline(words)}</{tag}>", line)

    def text(self, words: str, line: int, *, apart: bool = False) -> None:
        """Add a line of running text: it goes on with the paragraph or item before it, if one is open.

        With ``apart`` it stands in a line of its own.
        """
        if not self._block:
            self.end_table()
            self._add("<p>", line)
            self._block = "p"
        else:
            self._add("\n" if not apart and self._last + 1 == line and self._goes_on(line) else "<br>\n", line)
        self._add(self._inline(words), line)
        self._last = line

    def _goes_on(self, line: int) -> bool:
        """Whether a line was cut from the one before it, and is no line of its own."""
        before, after = self._lines[line - 1].rstrip(), self._lines[line].lstrip()
        if not self._filled:
            return is_full(before, after, self._width)
        if after[:1].islower():
            return True
        if _LABEL.match(after):
            return False
        return is_full(before, after, self._width) or (len(before) > _LONG and before[-1] not in _ENDS)

    def gap(self) -> None:
        """End the paragraph; a list may go on."""
        if self._block in ("p", "dt"):
            self._add(f"</{self._block}>")
        self._block = ""

    def item(self, depth: int, words: str, line: int, mark: str = "") -> None:
        """Add an item of a list, with the number or letter that stands before it, or '#' where it is to be counted."""
        depth = min(depth, _DEEPEST)
        self.end_table()
        self.end_lists(depth)
        if len(self._lists) == depth and bool(mark) != (self._lists[-1].tag == "ol"):
            self.end_lists(depth - 1)
        elif len(self._lists) == depth:
            self._add("</li>")
        while len(self._lists) < depth:
            count, tag = opened(mark)
            self._lists.append(count)
            self._add(tag, line)
        self._add(f"<li{self._lists[-1].attributes(mark) if mark else ''}>", line)
        self._block, self._last = "li", line
        self._add(self._inline(words), line)

    def end_lists(self, depth: int = 0) -> None:
        """End the paragraph, and the lists within one another down to ``depth``."""
        self.gap()
        while len(self._lists) > depth:
            self._add(f"</li></{self._lists.pop().tag}>")

    def term(self, words: str, line: int) -> None:
        """Add a term whose description follows."""
        self.end_lists()
        self.end_table()
        self._add(f"<dl><dt>{self._inline(words)}</dt></dl>", line)

    def described(self, term: str, words: str, line: int) -> None:
        """Add a term and what stands beside it."""
        self.end_lists()
        self.end_table()
        self._add(f"<dl><dt>{self._inline(term)}</dt><dd>{self._inline(words)}</dd></dl>", line)

    def row(self, cells: Iterable[tuple[str, str]], line: int, *, begins: bool = False) -> None:
        """Add a row of a table: each cell's words with its tag, attributes included; ``begins`` another table."""
        if begins or not self._in_table:
            self.end_lists()
            self.end_table()
            self._add("<table>", line)
            self._in_table = True
        self._add("<tr>", line)
        for words, tag in cells:
            shown = "<br>".join([self._inline(part) for part in words.split("\n")])
            self._add(f"<{tag}>{shown}</{tag.split(' ')[0]}>", line)
        self._add("</tr>")

    def end_table(self) -> None:
        """End the table, if one is open."""
        if self._in_table:
            self._add("</table>")
            self._in_table = False

    def preformatted(self, lines: Sequence[str], line: int) -> None:
        """Add lines that are shown as they stand."""
        self.end_lists()
        self.end_table()
        self._add("<pre>\n" + literal("\n".join(lines)) + "</pre>", line)

    def raw(self, markup: str, line: int) -> None:
        """Add a line of HTML."""
        self.gap()
        self._add(markup, line)

    def _inline(self, words: str) -> str:
        return to_html(words.strip(), self._marks, self._noted)

    def _noted(self, words: str) -> str:
        """Keep a footnote for the end of the page and return the mark that refers to it."""
        label = str(len(self._notes) + 1)
        self._notes.append(f'<div data-note="{label}">{to_html(words, self._marks)}</div>')
        return f'<sup data-note="{label}"></sup>'

    def _add(self, markup: str, line: int = -1) -> None:
        if line > self._at:
            self._parts.append("\n" * (line - self._at))
            self._at = line
        self._parts.append(markup)
        self._at += markup.count("\n")
        if not markup.startswith(("<h", "</")):
            self._headed = ""

    def source(self, name: str, media_type: str, encoding: str) -> Source:
        """Return the page as it is read."""
        from minutes_parser.readers.html.page import flow

        self.end_lists()
        self.end_table()
        composer = Composer()
        composer.metadata("\n".join(self.metadata))
        write(flow("".join([*self._parts, *self._notes]), name), composer)
        return plain.noted(plain.unboxed(composer.source(name, media_type, encoding)))


class Reader(Protocol):
    """What turns the lines of a markup into a page, block after block."""

    lines: list[str]
    page: Page

    def read(self, at: int) -> int:
        """Read the block that begins on a line; return the line behind it."""
        ...


def page_of(reader: Reader) -> Page:
    """Return the page of all that the reader reads."""
    at = 0
    while at < len(reader.lines):
        at = reader.read(at)
    return reader.page
