"""What stands on a page whose parts are told apart by named styles: paragraphs and tables of runs."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias


class Run(NamedTuple):
    """Characters set in one character style."""

    text: str
    style: str = ""
    """Name of the character style; '' for none."""
    name: str = ""
    """Bookmark around it, by which other places can show the same words."""
    refers: str = ""
    """It is the result of a field that shows the words of this bookmark."""
    start: int = 0
    """Offset in the text that was read; 0 on a page that is to be written."""
    absent: bool = False
    """Its words say that there is no value."""

    @property
    def end(self) -> int:
        """Offset just after the last character."""
        return self.start + len(self.text)


class Paragraph(NamedTuple):
    """A paragraph in one paragraph style."""

    style: str
    """Name of the paragraph style."""
    runs: tuple[Run, ...]
    shows: tuple[int, int] | None = None
    """Offsets in the source of what it shows."""


class Table(NamedTuple):
    """A table: rows of cells, each cell its paragraphs."""

    rows: tuple[tuple[tuple[Paragraph, ...], ...], ...]
    widths: tuple[int, ...] = ()
    """Shares of the page's width, one a column; () shares it evenly."""
    title: str = ""
    """What it holds, for those who cannot see it."""
    head: bool = True
    """The first row names the columns."""


Page: TypeAlias = tuple[Paragraph | Table, ...]
