"""Minutes set as a table: each row that names an item is a heading, and what stands beside it is its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from minutes_parser.layout.blocks import Block
from minutes_parser.layout.headings import topic
from minutes_parser.layout.numbering import number_at
from minutes_parser.layout.titles import is_sentence, title_end
from minutes_parser.readers.heads import LEVEL, Shape, shape
from minutes_parser.source import Source

_LONGEST = 200
"""Characters of the longest item that a row names."""


def with_items(source: Source, blocks: Sequence[Block]) -> Sequence[Block]:
    """Return the blocks with the rows of minutes set as a table cut into headings and the rest of the row."""
    if not any([block.kind == "row" for block in blocks]):  # noqa: C419 - a generator takes twice the time
        return blocks
    found: list[Block] = []
    heads: dict[int, tuple[Block, Shape | None]] = {}
    for row, group in groupby(blocks, key=lambda block: block.kind == "row"):
        if not row:
            found += group
            continue
        for block in group:
            if block.table not in heads:
                heads[block.table] = block, shape([source.fold(*cell) for cell in block.cells])
                found.append(block)
                continue
            head, columns = heads[block.table]
            found += _cut(source, block, head, columns) if columns and not block.header else (block,)
    return found


def _cut(source: Source, row: Block, head: Block, columns: Shape) -> Iterator[Block]:
    """Yield the item that a row names as a heading, and behind it the rest of the row."""
    row = row._replace(head=head.cells)
    before = [cell for cell in row.cells[: columns.notes] if cell[0] < cell[1]]
    text = source.text
    if not before or before[-1][1] - before[0][0] > _LONGEST or not _names(source, row, before, columns):
        yield row
        return
    start, end = before[0][0], before[-1][1]
    rest = row.cells[columns.notes :]
    if _is_number(text, *before[-1]) and rest and rest[0][0] < (stop := title_end(text, *rest[0])):
        end = source.trim(rest[0][0], stop)[1]
        rest = ((source.trim(end, rest[0][1])[0], rest[0][1]), *rest[1:])
    yield row._replace(start=start, end=end, body=start, kind="heading", level=LEVEL, cells=(), head=(), lines=((start, end),))
    if begins := [a for a, b in rest if a < b]:
        places = ((begins[0], begins[0]),) * columns.notes
        yield row._replace(start=begins[0], body=begins[0], cells=(*places, *rest), lines=((begins[0], row.end),))


def _names(source: Source, row: Block, cells: Sequence[tuple[int, int]], columns: Shape) -> bool:
    """Whether the cells name an item: a number, a title or both, and neither a sentence nor a list of people."""
    text = source.text
    if columns.number >= 0 and row.cells[0][0] == row.cells[0][1]:
        return False  # the row goes on with the item above
    if _is_number(text, *cells[0]):
        return len(cells) == 1 or not is_sentence(text, *cells[-1])
    return not is_sentence(text, cells[0][0], cells[-1][1]) and topic(source.fold(*cells[0])) not in ("attendance", "people", "details")


def _is_number(text: str, start: int, end: int) -> bool:
    """Whether a cell holds a number and nothing else."""
    number = number_at(text, start, end)
    return number is not None and number.end >= end
