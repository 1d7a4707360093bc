"""Headings over the business as a whole: 'Minutes' over the items, which is none of them."""

from __future__ import annotations

from collections.abc import Sequence

from minutes_parser.layout.blocks import Block
from minutes_parser.layout.headings import TOPICS, WHOLE
from minutes_parser.layout.opening import approves
from minutes_parser.layout.outline import Part
from minutes_parser.layout.topics import labels_attendance, names_meeting
from minutes_parser.source import Source

_FEW = 4
"""Paragraphs on the approval of minutes."""
_NOTHING = 100
"""A heading over the whole business ('Minutes') has no more characters than this of its own."""
_TITLE_LINE = 100
"""Characters of the longest line of a title."""
_HEAD_LINES = 15
"""Lines under 'Minutes' among which the attendance list may begin."""


def unwrapped(source: Source, parts: list[Part]) -> list[Part]:
    """Take a heading over the whole ('Minutes') for front matter where others divide the business below it, or people follow."""
    found = list[Part]()
    after: Part | None = None  # the next one that is no front matter
    first = next((part for part in parts if part.kind == "business"), None)
    for part in reversed(parts):
        if part.kind == "business" and not part.number and part.title and WHOLE.fullmatch(source.fold(*part.title)):
            people = any(labels_attendance(source.text[b.body : b.body + 110]) for b in part.blocks[:_HEAD_LINES])
            if people or (after is not None and _divides(part, after)):
                part = part._replace(kind="front")
        elif part is first and part.title and after and not part.blocks and not part.number:
            below = _divides(part, after) and TOPICS.fullmatch(source.fold(*part.title))
            part = part._replace(kind="front") if below else part
        after = after if part.kind == "front" else part
        found.append(part)
    return found[::-1]


def _divides(part: Part, after: Part) -> bool:
    """Whether what follows divides the business: people, an item or a heading below; a numbered paragraph is but text."""
    if after.kind != "business" or (after.number and after.title is None):
        return after.kind == "attendance"
    return after.number is not None or after.level > part.level


def lists_people(source: Source, below: Sequence[Block]) -> bool:
    """Whether the attendance list stands at once below a heading: 'MINUTES' over 'Present: ...'."""
    return bool(below) and labels_attendance(source.fold(below[0].start, min(below[0].end, below[0].start + 60)))


def approves_those(source: Source, below: Sequence[Block], in_business: bool) -> bool:
    """Whether but a line or two stand below 'Minutes': how those of the last meeting were approved."""
    if not 0 < len(below) <= _FEW or below[0].kind != "paragraph" or lists_people(source, below):
        return False
    return in_business or approves(source, below[0])


def over_title(source: Source, below: Sequence[Block]) -> bool:
    """Whether 'MINUTES' stands over the other lines of the document's title."""
    return any(names_meeting(source.fold(b.start, b.end)) for b in below[:4] if b.end - b.start < _TITLE_LINE)


def carries(source: Source, below: Sequence[Block]) -> bool:
    """Whether text stands below a heading over the whole business, and neither people nor the next heading at once."""
    return sum(block.end - block.start for block in below) > _NOTHING and not lists_people(source, below)
