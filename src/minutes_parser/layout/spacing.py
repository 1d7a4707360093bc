"""Text with a blank line after every line, as some programs take it from a page: there a blank line ends no paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from minutes_parser import lazy
from minutes_parser.source import Line

_FEWEST = 8
"""Lines that must go on across a blank line before the whole text is taken to be set so."""
_ENDS = frozenset(".:;!?")
_PAGE = lazy.compile(r"(?:[Pp]age )?\d{1,3}(?: of \d{1,3})?")


def spaced_out(text: str, lines: Sequence[Line]) -> bool:
    """Whether blank lines cut sentences: one line in five goes on in lower case behind one, hardly any without one."""
    lower = [index for index, line in enumerate(lines) if index and text[line.start].islower()]
    if len(lower) < _FEWEST or not len(lines) < len(lower) * 5 < 4 * len(lines):
        return False  # nearly all in lower case: somebody who writes no capitals
    across = sum(1 for index in lower if _goes_on(text, lines[index - 1], lines[index]))
    within = sum(1 for before, line in pairwise(lines) if before.block == line.block and line.kind == "text")
    return across >= _FEWEST and across * 5 >= len(lines) and across > 2 * within


def _goes_on(text: str, before: Line, line: Line) -> bool:
    """Whether a sentence goes on across the blank line between two lines."""
    return before.block != line.block and text[before.start : before.end].rstrip()[-1:] not in _ENDS


_FULL = 60
"""Characters of a line that is full, so that a sentence without its stop goes on behind it."""


def _is_cut(text: str, line: Line) -> bool:
    """Whether a full line ends without a stop: what stands below it, above the rule of a page, is no heading."""
    end = text[line.end - 1 : line.end]
    return line.kind == "text" and not line.bold and line.end - line.start >= _FULL and (end.isalpha() or end == ",")


def closed_up(text: str, lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines of such a text as if no blank line stood between them; page numbers are furniture.

    A line above a rule that goes on with a sentence is no heading.
    """
    above: Line | None = None
    for line in lines:
        if line.kind == "heading" and (text[line.start].islower() or (above and _is_cut(text, above))):
            line = replace(line, kind="text", level=0)
        if line.kind == "text" and _PAGE.fullmatch(text, line.start, line.end) and not line.bold:
            yield replace(line, kind="furniture")
            continue
        if above is not None and above.kind in ("text", "item") and line.kind == "text" and line.content < 0:
            line = replace(line, block=above.block)
        above = line
        yield line
