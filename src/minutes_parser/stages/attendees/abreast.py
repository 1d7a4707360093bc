"""Lists side by side in plain text: 'Present      In attendance      Apologies' with the names in columns below."""

from __future__ import annotations

from typing import NamedTuple

from minutes_parser import lazy
from minutes_parser.layout.blocks import Block
from minutes_parser.stages.attendees.groups import Group, label_at

_GAP = lazy.compile(r"[ ]{3,}|[ ]*\t[ \t]*")
_LONGEST = 200
"""Characters of a line of labels."""
_MOST = 4
"""Lists that stand side by side."""


class Column(NamedTuple):
    """Where a list begins in its lines, in characters, and whom it holds."""

    offset: int
    group: Group


def heads(text: str, block: Block) -> list[Column]:
    """Return the columns of a line that holds nothing but labels, two or more; else nothing."""
    if block.end - block.start > _LONGEST or not _has_gaps(text, block):
        return []
    places = cells(text, block)
    if not 1 < len(places) <= _MOST:
        return []
    labels = [label_at(text, a, b) for a, b in places]
    if not all(label and label.end >= b for label, (_, b) in zip(labels, places, strict=True)):
        return []
    start = _line(block)
    return [Column(a - start, label) for label, (a, _) in zip(labels, places, strict=True) if label]


def _has_gaps(text: str, block: Block) -> bool:
    return text.find("   ", block.body, block.end) >= 0 or text.find("\t", block.body, block.end) >= 0


def cells(text: str, block: Block) -> list[tuple[int, int]]:
    """Return the slices of a line that wide gaps or tabs set apart."""
    if len(block.lines) > 1:
        return []
    places, at = [], block.body
    for gap in _GAP.finditer(text, block.body, block.end):
        if gap.start() > at:
            places.append((at, gap.start()))
        at = gap.end()
    return [*places, (at, block.end)] if at < block.end else places


def under(columns: list[Column], block: Block, start: int) -> Group:
    """Return the group in whose column the cell at ``start`` stands: the nearest one."""
    offset = start - _line(block)
    return min(columns, key=lambda column: abs(column.offset - offset)).group


def _line(block: Block) -> int:
    return block.lines[0][0] if block.lines else block.start
