"""Findings with their place in a file: plain values, which a cache can keep and a report needs no record for."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from minutes_parser.rules import Finding

Severity = Literal["error", "warning", "info"]
Mendable = Literal["safe", "unsafe"]


@dataclass(frozen=True)
class Located:
    """A finding in a file. Lines and columns count from 1, columns in Unicode code points; the end is excluded.

    What concerns a whole document, or a record without its text, stands at line 1, column 1, and has no ``excerpt``.
    """

    path: str
    """The file as it was named, with slashes."""
    code: str
    name: str
    severity: Severity
    message: str
    span: tuple[int, int] | None = None
    """Offsets in the text that was read; None for the whole document."""
    mendable: Mendable | None = None
    """How ``--fix`` can mend it: without changing what the minutes say, or only when that is allowed."""
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
    span = (finding.span.start, finding.span.end) if finding.span else None
    mendable: Mendable | None = None if finding.fix is None else "safe" if finding.fix.safe else "unsafe"
    what = (path, finding.code, finding.name, finding.severity, finding.message, span, mendable)
    if span is None or lines is None:
        return Located(*what, quote=finding.message)
    line, column = lines.at(span[0])
    end_line, end_column = lines.at(span[1])
    quote = " ".join(lines.text[slice(*span)].split())
    return Located(*what, line, column, end_line, end_column, lines.line(line), quote or finding.message)
