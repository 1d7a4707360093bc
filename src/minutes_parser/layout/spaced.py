"""Spaced: tables of actions that plain text sets with tabs or spaces, a line for each row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from minutes_parser import lazy
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.columns import columns
from minutes_parser.layout.mentions import Span as Place
from minutes_parser.layout.slices import between
from minutes_parser.source import Source

_GAP = lazy.compile(r"[ ]*\t[ \t]*|[ ]{2,}")
_LONGEST_LINE = 400
_TOLERANCE = 2
"""Columns by which a cell may stand before its head."""


def spaced_rows(source: Source, blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """Return the lines that are rows of such tables, each with its head before it, as rows of tables are; and the other blocks."""
    rows, others = list[Block](), list[Block]()
    head: Block | None = None
    for number, block in enumerate(blocks):
        cells = _cells(source.text, block)
        if len(cells) < 2:
            head = None
            others.append(block)
            continue
        named = replace(block, kind="row", cells=tuple(cells), header=True, table=-1 - number)
        if (found := columns(source, named)) and found.lists_tasks:
            head = named
            rows.append(named)
        elif head and (placed := _placed(head, block, cells)):
            rows.append(replace(block, kind="row", cells=tuple(placed), table=head.table))
        else:
            head = None
            others.append(block)
    return rows, others


def _cells(text: str, block: Block) -> list[Place]:
    """Return the parts of a line between its gaps."""
    if block.kind not in ("paragraph", "bullet") or block.end - block.start > _LONGEST_LINE or len(block.lines) != 1:
        return []
    return between(_GAP, text, block.start, block.end)


def _placed(head: Block, block: Block, cells: list[Place]) -> list[Place]:
    """Return the cells, one for each column of the head: those of a full row in turn, else each below its head."""
    if len(cells) == len(head.cells):
        return cells
    if len(cells) > len(head.cells):
        return []
    starts = [start - head.lines[0][0] for start, _ in head.cells]
    placed = [(block.end, block.end)] * len(starts)
    for start, end in cells:
        column = max((i for i, at in enumerate(starts) if at <= start - block.lines[0][0] + _TOLERANCE), default=0)
        if placed[column] != (block.end, block.end):
            return []
        placed[column] = (start, end)
    return placed
