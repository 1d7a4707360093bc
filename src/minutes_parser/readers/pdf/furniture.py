"""Furniture: running heads, footers and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from minutes_parser.readers.pdf.flow import TextLine

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?i)[-–—|\s]*(?P<word>page|p\.)?\s*(?P<number>\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?(?:\s*\|\s*page)?[-–—|\s]*\Z"
)
_EDGE = 4
"""So many lines at the head and at the foot of a page may be furniture."""
_STEP = 9.0
"""Points by which the height of a running head may differ."""


def furniture(pages: Sequence[Sequence[TextLine]]) -> list[set[int]]:
    """Return for each page, given as its lines from the top down, the indices of those that are furniture."""
    edges = [_edges(len(lines)) for lines in pages]
    counts: Counter[tuple[str, int]] = Counter()
    for lines, edge in zip(pages, edges, strict=True):
        counts.update({key for at in edge for key in _keys(lines[at])})
    least = max(2, round(len(pages) * 0.4))
    found: list[set[int]] = []
    for number, (lines, edge) in enumerate(zip(pages, edges, strict=True), 1):
        chosen = {at for at in edge if max(counts[key] for key in _keys(lines[at])) >= least}
        if number == 1:  # what heads the first page says what the document is
            chosen -= {at for at in chosen if at < len(lines) // 2 and not _is_page_number(lines[at].text, number)}
        chosen.update(at for at in (0, len(lines) - 1) if lines and _is_page_number(lines[at].text, number))
        found.append(chosen)
    return found


def _edges(count: int) -> list[int]:
    return sorted({*range(min(_EDGE, count)), *range(max(0, count - _EDGE), count)})


def _keys(line: TextLine) -> tuple[tuple[str, int], ...]:
    """Return the text without its digits with two heights, so that near ones share at least one."""
    text = _DIGITS.sub("#", line.text)
    step = int(line.y // _STEP)
    return (text, step), (text, step + 1)


def _is_page_number(text: str, page: int) -> bool:
    match = _PAGE_NUMBER.match(text)
    return bool(match and (match["word"] or int(match["number"]) == page))
