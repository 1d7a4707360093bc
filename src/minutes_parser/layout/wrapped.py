"""Headings over the business as a whole: 'Minutes' over the items, which is none of them."""

from __future__ import annotations

from minutes_parser.layout.headings import WHOLE
from minutes_parser.layout.outline import Part
from minutes_parser.layout.topics import labels_attendance
from minutes_parser.source import Source

_HEAD_LINES = 15
"""Lines under 'Minutes' among which the attendance list may begin."""


def unwrapped(source: Source, parts: list[Part]) -> list[Part]:
    """Take a heading over the whole ('Minutes') for front matter where others divide the business below it, or people follow."""
    found = list[Part]()
    after: Part | None = None  # the next one that is no front matter
    for part in reversed(parts):
        if part.kind == "business" and not part.number and part.title and WHOLE.fullmatch(source.fold(*part.title)):
            people = any(labels_attendance(source.text[b.body : b.body + 110]) for b in part.blocks[:_HEAD_LINES])
            if people or (after is not None and _divides(part, after)):
                part = part._replace(kind="front")
        after = after if part.kind == "front" else part
        found.append(part)
    return found[::-1]


def _divides(part: Part, after: Part) -> bool:
    """Whether what follows divides the business: people, an item or a heading below; a numbered paragraph is but text."""
    if after.kind != "business" or (after.number and after.title is None):
        return after.kind == "attendance"
    return after.number is not None or after.level > part.level
