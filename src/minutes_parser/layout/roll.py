"""Lists of those who came that number the people: '1. Ann Bell' below 'Present:' heads no business."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from minutes_parser import lazy
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.names import name_at, names_nobody
from minutes_parser.layout.numbering import Number
from minutes_parser.layout.posts import post_at
from minutes_parser.layout.topics import labels_attendance, topic
from minutes_parser.source import Source

if TYPE_CHECKING:
    from minutes_parser.layout.marks import Mark

_NEAR = 20
"""Blocks behind a list within which the business would carry its count on."""
_LONGEST_LABEL = 60
_LONGEST_ENTRY = 120
_SHORT_FIRST = lazy.compile(r"[A-Z]{2,4}[ ]?[:=–-][ ]?(?=[A-Z][a-z])")
"""'AB - Ann Bell'."""
_STYLES = ("decimal", "roman", "letter")


def without_rolls(source: Source, blocks: Sequence[Block], marks: list[Mark]) -> list[Mark]:
    """Take the numbers from people who are counted from the first on directly below the label of their list.

    A list whose count the business carries on is left alone, as is one in which something else than people stands.
    """
    found, marks = marks, list(marks)
    for index, first in enumerate(found[1:]):
        if not first.number or first.number.value != (1,) or found[index].number or not _is_label(found[index].text):
            continue
        end = index + 1
        while end < len(marks) and _counts(source, blocks[end], marks[end].number, end - index):
            end += 1
        following = next((m.number for m in marks[end : end + _NEAR] if m.number), None)
        if end > index + 1 and not (following and following.value == (end - index,)):
            marks[index + 1 : end] = [replace(m, look="", number=None, topic="other") for m in marks[index + 1 : end]]
    return marks


def _is_label(words: str) -> bool:
    """Whether a line is the label of an attendance list and holds no names itself."""
    if not 0 < len(words) < _LONGEST_LABEL:
        return False
    behind = words.partition(":")[2].strip()
    return not behind and (labels_attendance(words) or topic(words) == "people")


def _counts(source: Source, block: Block, number: Number | None, place: int) -> bool:
    """Whether a block is a person with the number ``place`` of a list."""
    counts = number is not None and number.style in _STYLES and number.value == (place,)
    if number is None or not counts or block.end - block.start > _LONGEST_ENTRY:
        return False
    post = post_at(source.text, number.end, block.end)  # '2. Treasurer Ann Bell'
    short = _SHORT_FIRST.match(source.text, number.end, block.end)
    name = post.name if post else name_at(source.text, short.end() if short else number.end, block.end)
    if name is None or names_nobody(source.text[name.start : name.end]):
        return False
    return bool(name.title) or " " in source.text[name.start : name.end]
