"""What stands between marks in a line."""

from __future__ import annotations

import re


def between(marks: re.Pattern[str], text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the offsets of the slices of ``text[start:end]`` between what ``marks`` finds, empty ones left out."""
    found, at = list[tuple[int, int]](), start
    for mark in marks.finditer(text, start, end):
        if mark.start() > at:
            found.append((at, mark.start()))
        at = mark.end()
    return [*found, (at, end)] if at < end else found
