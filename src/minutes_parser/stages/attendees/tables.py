"""Attendance in tables: columns for name, role and organisation, and grids of dates with P, A and the like."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from minutes_parser import lazy
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.names import name_at, role_or_organisation
from minutes_parser.layout.topics import topic
from minutes_parser.source import Source
from minutes_parser.stages.attendees.cuts import is_bare
from minutes_parser.stages.attendees.described import describe
from minutes_parser.stages.attendees.entry import Entry, entry_at, turned_at
from minutes_parser.stages.attendees.groups import Group, heading_group, label_at
from minutes_parser.stages.attendees.heads import COLUMNS, cell_of, columns_of, give_offices, guessed
from minutes_parser.stages.attendees.inline import names_in
from minutes_parser.stages.attendees.inverted import surname_first
from minutes_parser.stages.attendees.ticks import is_mark, marks_of, status_in

_LEGEND = lazy.compile(
    r"\b([A-Z]{1,2})\s*[–=:-]\s*(present|absent|apolog\w+|sanctioned|late|excused|attended|regrets)", re.IGNORECASE
)
_FEWEST_ABREAST = 3
"""Columns of names: of two, the second may hold organisations."""


def tabled(
    source: Source, blocks: Sequence[Block], group: Group | None, day: str | None
) -> Iterator[tuple[Entry, Group]]:
    """Yield the entries of the attendance tables among ``blocks``; ``day`` is the ISO date of the meeting."""
    tables: dict[int, list[Block]] = {}
    for block in blocks:
        if block.kind == "row" and block.cells:
            tables.setdefault(block.table, []).append(block)
    legend = _legend(source, blocks) if tables else {}
    for rows in tables.values():
        labels = [_label(source, row) for row in rows]
        if give_offices(source, rows) or {"role", "name"} <= columns_of(source, rows[0], day).keys():
            # 'Member' is a role there and no label
            yield from _table(source, rows, group, day, legend)
        elif beside := list(_all_beside(source, rows)):
            yield from beside
        elif len(rows) - labels.count(None) > 1 or _labelled_once(rows, labels):
            yield from _grouped(source, rows, labels)
        elif any(_labels(source, row) for row in rows[:2]) and not _are_marks(source, rows):
            yield from _side_by_side(source, rows, group)
        else:
            yield from _table(source, rows, group, day, legend)


def _labelled_once(rows: list[Block], labels: list[Group | None]) -> bool:
    """Whether the first row alone has a label before its person, and the others nothing in that column."""
    first = rows[0].cells[0] if rows[0].cells else (0, 0)
    rest = [row.cells[0] for row in rows[1:] if row.cells]
    return (
        labels[0] is not None
        and bool(rest)
        and len(_filled(rows[0])) > 1
        and first[1] > first[0]
        and all(a >= b for a, b in rest)
    )


def _all_beside(source: Source, rows: list[Block]) -> Iterator[tuple[Entry, Group]]:
    """Yield the entries of rows 'Apologies | Di Frost, Ed Gale', and of those below that have nothing before the names."""
    above: Group | None = None
    for row in rows:
        found = list(_beside(source, row))
        if found:
            above = found[-1][1]
        elif above and len(row.cells) == 2 and row.cells[0][0] >= row.cells[0][1]:
            found = list(_stacked(source, *row.cells[1], above, labelled=True))
        else:
            above = None
        yield from found


def _beside(source: Source, row: Block) -> Iterator[tuple[Entry, Group]]:
    """Yield the entries of one such row, whose names may stand below one another."""
    if len(row.cells) != 2 or not (label := label_at(source.text, *row.cells[0])) or label.end < row.cells[0][1]:
        return
    start, stop = row.cells[1]
    if (second := label_at(source.text, start, stop)) and second.end >= stop:
        return  # 'Present | Absent' heads two lists
    if any(head.fullmatch(source.fold(start, stop)) for _, head in COLUMNS):
        return  # 'Attended | Name' heads columns
    yield from _stacked(source, start, stop, label, labelled=True)


def _stacked(source: Source, start: int, stop: int, group: Group, *, labelled: bool) -> Iterator[tuple[Entry, Group]]:
    """Yield the entries of a cell, in which names may stand below one another."""
    while start < stop:
        end = source.text.find("\t", start, stop)
        end = end if end >= 0 else stop
        yield from names_in(source, start, end, group, labelled)
        start = end + 1


def _label(source: Source, row: Block) -> Group | None:
    """Return the group of a row that a label opens: 'Apologies | Di Frost | Governor'; a row of labels alone is none."""
    cells = _filled(row)
    label = label_at(source.text, *cells[0]) if cells else None
    if not label or label.end < cells[0][1] or (len(cells) > 1 and _labels(source, row)):
        return None
    return label


def _grouped(source: Source, rows: list[Block], labels: list[Group | None]) -> Iterator[tuple[Entry, Group]]:
    """Yield the entries of a table in which labels open the groups, one person a row."""
    group: Group | None = None
    for row, label in zip(rows, labels, strict=True):
        cells = _filled(row)
        if label:
            group, cells = label, cells[1:]
        heads = all(any(head.fullmatch(source.fold(*cell)) for _, head in COLUMNS) for cell in cells)
        if group and cells and not heads and (entry := _told(source, cells)):
            yield entry, group


def _told(source: Source, cells: Sequence[tuple[int, int]]) -> Entry | None:
    """Return the person whose name stands in one of the cells, with what the others say."""
    named = next((cell for cell in cells if _is_full_name(source, cell)), cells[0])
    entry = entry_at(source.text, *named)
    for cell in cells if entry else ():
        if entry and cell != named:
            describe(source.fold(*cell), entry)
    if entry:
        entry.start, entry.end = cells[0][0], cells[-1][1]
    return entry


def _filled(row: Block) -> list[tuple[int, int]]:
    return [cell for cell in row.cells if cell[1] > cell[0]]


def _is_full_name(source: Source, cell: tuple[int, int]) -> bool:
    """Whether a cell holds a name of two words or more, and nothing else."""
    return is_bare(source.text, *cell) and " " in source.text[slice(*cell)]


def _labels(source: Source, row: Block) -> bool:
    """Whether cells of a row are heads of attendance lists: 'Attendees | Apologies'."""
    words = [source.fold(*cell) for cell in row.cells if cell[1] > cell[0]]
    return (
        bool(words)
        and all(topic(word) in ("attendance", "people") for word in words)
        and (len(words) > 1 or len(row.cells) == 1)
    )


def _are_marks(source: Source, rows: list[Block]) -> bool:
    """Whether the last column has nothing but marks below its head: 'Member | Present', 'Ann Bell | Y'."""
    said = [cell_of(source, row, len(row.cells) - 1) for row in rows[1:]]
    return len(rows[0].cells) > 1 and any(said) and all(is_mark(word) for word in said)


def _side_by_side(source: Source, rows: list[Block], group: Group | None) -> Iterator[tuple[Entry, Group]]:
    """Yield the entries of lists that stand beside one another, each under a head of its own."""
    groups: dict[int, Group] = {}
    for row in rows:
        for index, (a, b) in enumerate(row.cells):
            words = source.fold(a, b)
            if words and "(" not in words and topic(words) in ("attendance", "people"):
                groups[index] = heading_group(words)
            elif words and (under := groups.get(index, group)):
                yield from _stacked(source, a, b, under, labelled=False)


def _legend(source: Source, blocks: Sequence[Block]) -> dict[str, str]:
    """Return what the letters of a grid mean, as a line below it says."""
    legend: dict[str, str] = {}
    for block in blocks:
        if block.end - block.start < 300:
            legend.update(
                {letter.lower(): word.lower() for letter, word in _LEGEND.findall(source.text[block.start : block.end])}
            )
    return legend


def _table(
    source: Source, rows: list[Block], group: Group | None, day: str | None, legend: dict[str, str]
) -> Iterator[tuple[Entry, Group]]:
    head = next((row for row in rows[:4] if len(columns_of(source, row, day)) > 1), None)
    if not head and (people := _abreast(source, rows)):
        yield from ((entry, group or Group("present", None, 0)) for entry in people)
        return
    columns = columns_of(source, head, day) if head else guessed(source, rows)
    if "name" not in columns and not {"first", "last"} <= columns.keys():
        return
    marks = marks_of(source, head) if head else []
    names = [row.cells[columns["name"]] for row in rows if row is not head and columns.get("name", 99) < len(row.cells)]
    turned = surname_first(source.text, [cell for cell in names if cell[1] > cell[0]])
    for row in rows:
        if row is head or (row.header and (head or not _is_full_name(source, row.cells[columns.get("name", 0)]))):
            continue
        if (label := _label(source, row)) and len(_filled(row)) == 1:
            group = label  # 'Apologies:' alone in its row
            continue
        entry = _row(source, row, columns, turned_at if turned else entry_at)
        if entry and len(marks) > 1:
            entry.status = next((status for index, status in marks if cell_of(source, row, index)), None)
            yield entry, group or Group("present", None, 0)
        elif entry:
            status = status_in(cell_of(source, row, columns.get("status")), legend) if "status" in columns else None
            entry.status = status or entry.status
            yield entry, group or Group("present", None, 0)


def _tells_of_person(source: Source, cell: tuple[int, int]) -> bool:
    """Whether a cell holds a full name with something on the person behind a comma or in a bracket: 'Ann Bell, Quay'."""
    name = name_at(source.text, *cell)
    behind = source.text[name.end : cell[1]].lstrip()[:1] if name else ""
    return name is not None and " " in source.text[name.start : name.end] and behind in (",", "(") and behind != ""


def _abreast(source: Source, rows: list[Block]) -> list[Entry]:
    """Return the people of a table of three columns or more in which each cell is a full name and nothing else."""
    cells = [cell for row in rows for cell in _filled(row)]
    if len(cells) > len(rows) and all(_tells_of_person(source, cell) for cell in cells):
        return [entry for cell in cells if (entry := entry_at(source.text, *cell))]
    if max(len(row.cells) for row in rows) < _FEWEST_ABREAST or not all(_is_full_name(source, cell) for cell in cells):
        return []
    if any(role_or_organisation(source.fold(*cell)) == "role" for cell in cells):
        return []
    return [entry for cell in cells if (entry := entry_at(source.text, *cell))]


def _row(
    source: Source, row: Block, columns: dict[str, int], read: Callable[[str, int, int], Entry | None]
) -> Entry | None:
    """Read one row."""
    if "first" in columns and "last" in columns:
        first, last = cell_of(source, row, columns["first"]), cell_of(source, row, columns["last"])
        entry = Entry(row.start, row.end, f"{first} {last}".strip()) if first and last else None
    else:
        place = columns["name"]
        entry = read(source.text, *row.cells[place]) if place < len(row.cells) else None
    if entry is None:
        return None
    entry.start, entry.end = row.start, row.end
    for field in ("role", "organisation", "short"):
        words = cell_of(source, row, columns.get(field))
        if words and getattr(entry, field) is None:
            setattr(entry, field, words)
    if entry.role and (cut := re.match(r"(?i)([^,]+),\s*(?:taking notes|minutes|scribe).*", entry.role)):
        entry.role = cut[1]
    if entry.role and re.fullmatch(r"(?i)observer|guest|invited", entry.role):
        entry.role = None
    return entry
