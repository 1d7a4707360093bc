"""Minutes set as a table: each row that names an item is a heading, and what stands beside it is its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from minutes_parser.layout.blocks import Block
from minutes_parser.layout.names import name_at
from minutes_parser.layout.numbering import number_at
from minutes_parser.layout.telling import is_sentence
from minutes_parser.layout.titles import title_end
from minutes_parser.layout.topics import topic
from minutes_parser.readers.heads import LEVEL, Shape, shape
from minutes_parser.source import Source

_FEWEST = 3
"""Numbered rows that make minutes of a table without a head."""
_FIELDS = 12
"""Rows of a table among which its head stands."""
_LONGEST_TITLE = 60
_LONGEST_NAME = 20
_LONGEST = 200
"""Characters of the longest item that a row names."""


def with_items(source: Source, blocks: Sequence[Block]) -> Sequence[Block]:
    """Return the blocks with the rows of minutes set as a table cut into headings and the rest of the row."""
    if "row" not in [block.kind for block in blocks]:
        return blocks
    found: list[Block] = []
    heads: dict[int, tuple[Block, Shape | None]] = {}
    for table, group in groupby(blocks, key=lambda block: block.table if block.kind == "row" else 0):
        rows = list(group)
        if table and (named := _of_form(source, rows[0])):
            found += [_heading(rows[0], *named), *rows[1:]]
            continue
        if table and table not in heads:
            place, columns = _head(source, rows)
            heads[table] = rows[place], columns or _numbered(source, rows) or _titled(source, rows)
            found += rows[:place]
            rows = rows[place:]
        if table and heads[table][1] is None and (bands := _bands(source, rows)):
            found += [_heading(row, *_filled(row)[0]) if row.start in bands else row for row in rows]
            continue
        found += _items(source, rows, *heads[table]) if table else rows
    return found


_ITEM = "agenda item:"


def _of_form(source: Source, row: Block) -> tuple[int, int] | None:
    """Return the item that a row of a form names: 'Agenda item: | Parking | Presenter: | Ann Bell'."""
    text, cells = source.text, _filled(row)
    if len(cells) < 2 or cells[0][1] - cells[0][0] > len(_ITEM) or text[cells[1][0]] in "0123456789":
        return None
    return cells[1] if text[slice(*cells[0])].lower() == _ITEM else None


def _head(source: Source, rows: Sequence[Block]) -> tuple[int, Shape | None]:
    """Return the place of the row that names the columns of minutes, and those: the first row, or below the meeting's fields."""
    for place, row in enumerate(rows[:_FIELDS]):
        if columns := shape([source.fold(*cell) for cell in row.cells]):
            return place, columns
    return 0, None


def _items(source: Source, rows: list[Block], head: Block, columns: Shape | None) -> Iterator[Block]:
    """Yield the rows of a table, cut where each is an item of the business; running text may part them."""
    named = columns is not None and (columns.headed or _over(head))
    for row in rows:
        if columns is None or row.header or (named and row is head):
            yield row
        else:
            yield from _cut(source, row, head.cells if named or head.header else (), columns)


def _over(head: Block) -> bool:
    """Whether the first row names only the columns behind those of the items: 'Action' over the owners."""
    cells = _filled(head)
    return head.cells[0] not in cells and all(b - a < _LONGEST_NAME for a, b in cells)


def _filled(row: Block) -> list[tuple[int, int]]:
    return [cell for cell in row.cells if cell[0] < cell[1]]


def _bands(source: Source, rows: list[Block]) -> set[int]:
    """Return the offsets of the rows that stand over others as headings do: one cell, in bold or numbered, over rows of prose."""
    if len(rows) < 2 * _FEWEST - 1 or len(rows[0].cells) < 2:
        return set()
    bands = {row.start for row in rows if len(filled := _filled(row)) == 1 and _heads(source, row, *filled[0])}
    told = [
        row for row in rows if row.start not in bands and any(is_sentence(source.text, *cell) for cell in row.cells)
    ]
    return bands if len(bands) >= _FEWEST and len(told) * 2 >= len(bands) else set()


def _heads(source: Source, row: Block, start: int, end: int) -> bool:
    """Whether the only cell of a row is a title, in bold or with a number."""
    number = number_at(source.text, start, end)
    set_apart = row.bold or (number is not None and not number.bare)
    return (
        set_apart and end - start < _LONGEST and source.text[end - 1] not in ".:;," and not is_sentence(source.text, start, end)
        and topic(source.fold(start, end)) in ("other", "actions")
    )  # fmt: skip


def _heading(row: Block, start: int, end: int) -> Block:
    """Return the item that a row names as a heading."""
    return replace(
        row, start=start, end=end, body=start, kind="heading", level=LEVEL, cells=(), head=(), lines=((start, end),)
    )


def _numbered(source: Source, rows: list[Block]) -> Shape | None:
    """Return the columns of a table without a head in which the first one numbers the items from one on, beside running text."""
    text = source.text
    counted = [row for row in rows if len(row.cells) > 1 and _is_number(text, *row.cells[0])]
    if len(counted) < _FEWEST or len(counted) * 3 < len(rows) * 2:
        return None
    numbers = [number_at(text, *row.cells[0]) for row in counted]
    if any(n is None or n.value[0] != place for place, n in enumerate(numbers, 1)):
        return None
    told = sum(1 for row in counted if any(title_end(text, a, b) < b for a, b in row.cells[1:]))
    covered = rows[-1].end - rows[0].start
    if told * 2 < len(counted) or covered * 2 < rows[-1].end:
        return None
    return Shape(1, 0, headed=False)


def _titled(source: Source, rows: list[Block]) -> Shape | None:
    """Return the columns of a table of two without a head in which titles, each another, stand beside prose: most of the text."""
    text = source.text
    pairs = [
        row.cells
        for row in rows
        if len(filled := _filled(row)) == 2 and len(row.cells) == 2 and filled[0] == row.cells[0]
    ]
    if len(pairs) < _FEWEST or len(pairs) * 4 < len(rows) * 3 or (rows[-1].end - rows[0].start) * 2 < rows[-1].end:
        return None
    titles = {
        source.fold(*cell).lower()
        for cell, _ in pairs
        if cell[1] - cell[0] < _LONGEST_TITLE and text[cell[0]].isupper()
    }
    told = sum(1 for _, (a, b) in pairs if b - a > _LONGEST_TITLE and is_sentence(text, a, b))
    named = sum(1 for cell, _ in pairs if _names_people(source, *cell))
    if len(titles) < len(pairs) or told * 3 < len(pairs) * 2 or named * 3 > len(pairs):
        return None
    return Shape(1, -1, headed=False)


def _names_people(source: Source, start: int, end: int) -> bool:
    """Whether a cell names somebody by more than a word, or heads what is no business."""
    name = name_at(source.text, start, end)
    full = name is not None and source.text.find(" ", start, min(name.end, end)) > 0
    return full or topic(source.fold(start, end)) != "other"


def _cut(source: Source, row: Block, head: tuple[tuple[int, int], ...], columns: Shape) -> Iterator[Block]:
    """Yield the item that a row names as a heading, and behind it the rest of the row."""
    row = replace(row, head=head)
    before = [cell for cell in row.cells[: columns.notes] if cell[0] < cell[1]]
    text = source.text
    opened = next((b for a, b in row.emphasis if before and a == before[-1][0] and b < before[-1][1]), 0)
    behind = ((source.trim(opened, before[-1][1])[0], before[-1][1]),) if opened else ()
    if opened:  # '**Roof** It leaks.' in one cell
        before[-1] = (before[-1][0], opened)
    if not before or before[-1][1] - before[0][0] > _LONGEST or not _names(source, row, before, columns):
        yield row
        return
    start, end = before[0][0], before[-1][1]
    rest = (*behind, *row.cells[columns.notes :])
    if _is_number(text, *before[-1]) and rest and rest[0][0] < (stop := _title_end(source, row, *rest[0])):
        end = source.trim(rest[0][0], stop)[1]
        rest = ((source.trim(end, rest[0][1])[0], rest[0][1]), *rest[1:])
    yield _heading(row, start, end)
    if begins := [a for a, b in rest if a < b]:
        places = ((begins[0], begins[0]),) * columns.notes
        yield replace(row, start=begins[0], body=begins[0], cells=(*places, *rest), lines=((begins[0], row.end),))


def _title_end(source: Source, row: Block, start: int, end: int) -> int:
    """Return where the title ends with which a cell opens: what is set in bold, or by its words."""
    emphasis = next((b for a, b in row.emphasis if a == start), start)
    return emphasis if start < emphasis else title_end(source.text, start, end)


def _names(source: Source, row: Block, cells: Sequence[tuple[int, int]], columns: Shape) -> bool:
    """Whether the cells name an item: a number, a title or both, and neither a sentence nor a list of people."""
    text = source.text
    if columns.number >= 0 and row.cells[0][0] == row.cells[0][1]:
        return False  # the row goes on with the item above
    if _is_number(text, *cells[0]):
        return len(cells) == 1 or not is_sentence(text, *cells[-1])
    return not is_sentence(text, cells[0][0], cells[-1][1]) and topic(source.fold(*cells[0])) not in (
        "attendance",
        "people",
        "details",
    )


def _is_number(text: str, start: int, end: int) -> bool:
    """Whether a cell holds a number and nothing else."""
    number = number_at(text, start, end)
    return number is not None and number.end >= end
