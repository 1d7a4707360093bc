"""Findings with their place in a file."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from minutes_parser.models import Span
from minutes_parser.rules import Finding


@dataclass(frozen=True)
class Located:
    """A finding in a file. Lines and columns count from 1, columns in Unicode code points; the end is excluded.

    What concerns a whole document, or a record without its text, stands at line 1, column 1, and has no ``excerpt``.
    """

    path: str
    """The file as it was named, with slashes."""
    finding: Finding
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1
    excerpt: str = ""
    """The line of the text in which the finding begins."""
    quote: str = ""
    """What the finding is about, white space folded; the message where that is the whole document."""


class Lines:
    """The lines of a text, by offset."""

    def __init__(self, text: str) -> None:
        """Take the text to which spans refer."""
        self.text = text

    @cached_property
    def starts(self) -> list[int]:
        """The offset at which each line begins."""
        return [0, *(index + 1 for index, character in enumerate(self.text) if character == "\n")]

    def at(self, offset: int) -> tuple[int, int]:
        """Return line and column of ``offset``."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def line(self, number: int) -> str:
        """Return a line without its end."""
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[self.starts[number - 1] : end].rstrip("\r\n")


def locate(path: str, finding: Finding, lines: Lines | None) -> Located:
    """Return ``finding`` with its place."""
    if finding.span is None or lines is None:
        return Located(path, finding, quote=finding.message)
    span: Span = finding.span
    line, column = lines.at(span.start)
    end_line, end_column = lines.at(span.end)
    quote = " ".join(lines.text[span.start : span.end].split())
    return Located(path, finding, line, column, end_line, end_column, lines.line(line), quote or finding.message)
