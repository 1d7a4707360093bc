"""The numbers of pages and the running heads beside them that stand in text taken from a printed document."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from minutes_parser import lazy
from minutes_parser.source import Source

_NUMBER = lazy.compile(
    r"(?i)\W{0,4}(?:page|pg\.?|p\.)\s?\d{1,3}(?:\s?(?:of|/)\s?\d{1,3})?\W{0,4}|\d{1,3}\s?\|\s?p\s?a\s?g\s?e\W{0,4}|[^\n:]{0,80}\bpage\s\d{1,3}\sof\s\d{1,3}\W{0,4}"
)
_BARE = lazy.compile(r"[ \t]*[-–—(\[]?[ ]?\d{1,3}[ ]?[-–—)\]]?[ \t]*")
"""The number of a page as it stands alone beside the page's end."""
_DIGITS = lazy.compile(r"\d+")
_LONGEST = 120
_TITLE_LINES = 6
"""Lines on top of the document that are its title, even if they come again on each page."""


def without_pages(source: Source) -> Source:
    """Return ``source`` with page numbers set aside as furniture, and with the lines that come again beside them.

    Those at form feeds are left out, as nothing shall part a title from what stands below it on the next page.

    A single number is one of a page only if it tells of how many, or stands at a form feed, with which printed text ends pages.
    """
    text, lines = source.text, source.lines
    printed = "\f" in text
    if "page" not in source.words and not printed:
        return source
    found = {
        i for i, line in enumerate(lines)
        if line.kind == "text" and line.end - line.start < _LONGEST and _NUMBER.fullmatch(text, line.start, line.end)
    }  # fmt: skip
    if len(found) == 1 and not any(" of " in text[lines[i].start : lines[i].end].lower() for i in found):
        found = set()
    ends = _page_ends(source) if printed else set()
    found |= {i for i in ends if _BARE.fullmatch(text, lines[i].start, lines[i].end)}
    if not found and not ends:
        return source
    beside = {
        i: _DIGITS.sub("#", source.fold(lines[i].start, lines[i].end))
        for i in {i for place in found for i in (place - 1, place + 1)} | ends
        if _TITLE_LINES <= i < len(lines) and i not in found and lines[i].end - lines[i].start < _LONGEST
    }  # fmt: skip
    counts = Counter(beside.values())
    aside = found.union(i for i, words in beside.items() if counts[words] > 1)
    kept = [
        replace(line, kind="furniture") if i in aside else line
        for i, line in enumerate(lines) if i not in aside or i not in ends
    ]  # fmt: skip
    return replace(source, lines=tuple(kept))


def _page_ends(source: Source) -> set[int]:
    """Return the lines beside which a page ends: the last one of each and the first one of the next."""
    text, lines, ends = source.text, source.lines, set[int]()
    for i, line in enumerate(lines):
        before = lines[i - 1].end if i else 0
        if "\f" in text[before : line.start]:
            ends.update((i - 1, i) if i else (i,))
    if ends or (lines and "\f" in text[lines[-1].end :]):
        ends.add(len(lines) - 1)
    return ends
