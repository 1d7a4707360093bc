"""What was read: the text, and what the reader knows of each of its lines.

A value of the record is a quote: a slice of ``Source.text``. The text is never edited after reading; whoever wants to
leave something out narrows the slice.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import repeat
from typing import Literal

from minutes_parser import lazy
from minutes_parser.styled import Page

_WORD = lazy.compile(r"\w+")

LineKind = Literal["text", "heading", "item", "row", "preformatted", "metadata", "furniture"]


class MinutesError(Exception):
    """A document that cannot be read. The message is one sentence: what is wrong and what to do."""


@dataclass(slots=True)
class Line:
    """One line of the text, without its line end, and what the reader knows of it.

    ``start`` and ``end`` are offsets into ``Source.text``. A reader of plain text knows nothing but those and the
    ``number``; a reader of a structured format fills in the rest. A line never changes; to freeze it would take too long.
    """

    start: int
    end: int
    number: int
    """Line in the file as the user sees it, from 1; the page for a PDF; 0 where there is none."""
    kind: LineKind = "text"
    """'heading': set as one; 'item': of a list; 'row': of a table; 'metadata': front matter; 'furniture': page numbers,
    running heads, web chrome; 'text': anything else."""
    block: int = 0
    """Lines of one paragraph, list item or cell share this number; 0 where the reader does not know."""
    level: int = 0
    """Heading level, 1 to 6, 10 for an item of minutes set as a table; 0 for no heading."""
    depth: int = 0
    """Nesting of a list item, 1 for the outermost; 0 outside lists. Also set on further lines of an item."""
    content: int = -1
    """Offset where an item's text begins, behind the bullet or number that stands in the text; -1 means ``start``."""
    bold: bool = False
    """The whole line is set bold."""
    italic: bool = False
    """The whole line is set in italics."""
    struck: bool = False
    """The whole line is struck out."""
    checked: bool | None = None
    """Of a task-list item: its box is ticked."""
    cells: tuple[tuple[int, int], ...] = ()
    """Of a table row: the offsets of each cell's text, empty cells included."""
    table: int = 0
    """Rows of one table share this number."""
    header: bool = False
    """Of a table row: it is the table's head."""
    emphasis: tuple[tuple[int, int], ...] = ()
    """Offsets of the parts that are set in italics, in a line that is not so as a whole."""


_WORDS = bytes(ord(chr(code).lower()) if chr(code).isalnum() else ord(" ") for code in range(128)) + b" " * 128
"""Maps the bytes of an ASCII text to lower-case letters, digits and spaces."""
_ASCII = bytes(range(128))
_GAPS = b"\t\v\f\r\x1c\x1d\x1e\x1f"
"""The white space of ASCII but spaces and line feeds."""


@dataclass(frozen=True, eq=False)
class Source:
    """A document that was read; two of them are never the same one, whatever their text."""

    name: str
    text: str
    lines: tuple[Line, ...]
    media_type: str = "text/plain"
    encoding: str | None = "utf-8"
    sha256: str = ""
    notes: tuple[str, ...] = ()
    """What the reader has to report, one sentence each."""
    one_a_line: bool = False
    """Each line is a paragraph of its own, and no blank lines tell which of them stand apart."""
    page: Page = ()
    """Of a document in the styles in which this program writes records: what stands on it, by style."""

    @cached_property
    def low(self) -> str:
        """The text in lower case, character by character, to look for plain words in: what is not ASCII stands as '?'.

        But the dotted I and the sign for kelvin, whose lower case is ASCII, stand as letters.
        """
        return self._ascii.lower().decode("ascii")

    @cached_property
    def words(self) -> frozenset[str]:
        """The distinct words of ``low``, letters and digits only: a pattern need not look for what is not among them."""
        return frozenset(self._ascii.translate(_WORDS).decode("ascii").split())

    @cached_property
    def beyond(self) -> str:
        """The characters beyond ASCII: few in most texts, so that what is one of them is sought among them alone."""
        if self.text.isascii():
            return ""
        return self.text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")

    @cached_property
    def numbers_beyond(self) -> bool:
        """Whether the text has digits beyond ASCII, which ``low`` does not show."""
        return any(map(str.isdecimal, self.beyond))

    @cached_property
    def common(self) -> frozenset[str]:
        """The distinct words that stand somewhere in small letters: a capital makes no name of them."""
        return frozenset(filter(str.islower, _WORD.findall(self.text)))

    @cached_property
    def _ascii(self) -> bytes:
        return self.text.replace("İ", "I").replace("\u212a", "K").encode("ascii", "replace")

    @cached_property
    def _plain(self) -> bool:
        """Whether the text has no white space but spaces and line feeds."""
        return not (any(gap in self._ascii for gap in _GAPS) or any(map(str.isspace, self.beyond)))

    def fold(self, start: int, end: int) -> str:
        """Return the characters from ``start`` to ``end`` with white space folded and trimmed."""
        words = self.text[start:end]
        spaced = "\n" not in words if self._plain else words.isprintable()  # no white space but the space is printable
        if spaced and "  " not in words and words == words.strip():
            return words
        return " ".join(words.split())

    def trim(self, start: int, end: int) -> tuple[int, int]:
        """Return the slice without the white space at its ends."""
        text = self.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return start, end


_LINE_END = lazy.compile(r"(\r\n?|\n|\f)")


def plain_lines(text: str) -> tuple[Line, ...]:
    """Cut plain text into its lines that are not blank; those between two blank ones share a block number.

    A line ends at a line feed, a form feed or a carriage return; other Unicode separators are ordinary characters.
    """
    lines: list[Line] = []
    start, block, blank = 0, 1, True
    for number, (line, line_end) in enumerate(_cut(text), 1):
        end = start + len(line)
        if line and not line.isspace():
            lines.append(Line(start, end, number, "text", block))
            blank = False
        elif not blank:
            block, blank = block + 1, True
        start = end + line_end
    return tuple(lines)


def _cut(text: str) -> Iterable[tuple[str, int]]:
    """Return each line with the number of characters of its line end."""
    if "\r" not in text and "\f" not in text:
        return zip(text.split("\n"), repeat(1), strict=False)
    pieces = _LINE_END.split(text)
    return zip(pieces[::2], [*map(len, pieces[1::2]), 0], strict=True)
