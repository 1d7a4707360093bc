"""Attendance in tables: columns for name, role and organisation, and grids of dates with P, A and the like."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from minutes_parser import lazy
from minutes_parser.dates import find_dates
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.names import name_at, role_or_organisation
from minutes_parser.layout.topics import topic
from minutes_parser.source import Source
from minutes_parser.stages.attendees.cuts import is_bare
from minutes_parser.stages.attendees.described import describe
from minutes_parser.stages.attendees.entry import Entry, entry_at, turned_at
from minutes_parser.stages.attendees.groups import Group, heading_group, label_at
from minutes_parser.stages.attendees.inline import names_in
from minutes_parser.stages.attendees.inverted import surname_first
from minutes_parser.stages.attendees.ticks import is_mark, marks_of, status_in

_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("first", lazy.compile(r"(?i)(?:first|given) ?names?|forename")),
    ("last", lazy.compile(r"(?i)(?:last|family) ?names?|surname")),
    ("status", lazy.compile(r"(?i)(?:(?:present|attended|in attendance|apologies|absent)\s?(?:[/,]|or)\s?){1,3}(?:present|not attended|in attendance|apologies|absent)|present\b.{0,3}|attend(?:ed|ance|ing|s)?\b.{0,3}|status|here\??|apologies|[a-z](?:/[a-z]){1,3}|yn|in attendance")),
    ("organisation", lazy.compile(r"(?i)organi[sz]ations?|compan(?:y|ies)|affiliations?|employer|institution|agency|body|representing|department")),
    ("role", lazy.compile(r"(?i)roles?\b.{0,4}|position|(?:job )?title|(?:\w+ )?(?:type|category)|capacity|office|membership")),
    ("short", lazy.compile(r"(?i)initials?|abbreviations?")),
    ("name", lazy.compile(r"(?i)(?:full )?names?\b.{0,30}|(?:(?:board|committee|council|commission|team|voting|staff|group) )?members?\b.{0,20}|attendees?|participants?|governors?\b.{0,20}|who|councillors?|trustees?|directors?|commissioners?|supervisors?|delegates?|(?:seat |post )?holder|person")),
)  # fmt: skip
_LEGEND = lazy.compile(
    r"\b([A-Z]{1,2})\s*[–=:-]\s*(present|absent|apolog\w+|sanctioned|late|excused|attended|regrets)", re.IGNORECASE
)
_FEWEST_ABREAST = 3
"""Columns of names: of two, the second may hold organisations."""
_SHORT = lazy.compile(r"[A-Z]{2,4}")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATE = lazy.compile(
    rf"\d{{1,2}}\s*[./-]\s*\d{{1,2}}|(?:\d{{1,2}}(?:st|nd|rd|th)?[ -]{_MONTH}|{_MONTH}[ ]\d{{1,2}})(?:,?[ -]\d{{2,4}})?\Z"
)
"""A day at the head of a column."""


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
        if beside := [pair for row in rows for pair in _beside(source, row)]:
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


def _beside(source: Source, row: Block) -> Iterator[tuple[Entry, Group]]:
    """Yield the entries of a row 'Apologies | Di Frost, Ed Gale', whose names may stand below one another."""
    if len(row.cells) != 2 or not (label := label_at(source.text, *row.cells[0])) or label.end < row.cells[0][1]:
        return
    start, stop = row.cells[1]
    if (second := label_at(source.text, start, stop)) and second.end >= stop:
        return  # 'Present | Absent' heads two lists
    if any(head.fullmatch(source.fold(start, stop)) for _, head in _COLUMNS):
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
        heads = all(any(head.fullmatch(source.fold(*cell)) for _, head in _COLUMNS) for cell in cells)
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
    said = [_cell(source, row, len(row.cells) - 1) for row in rows[1:]]
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
    head = next((row for row in rows[:4] if len(_columns(source, row, day)) > 1), None)
    if not head and (people := _abreast(source, rows)):
        yield from ((entry, group or Group("present", None, 0)) for entry in people)
        return
    columns = _columns(source, head, day) if head else _guessed(source, rows)
    if "name" not in columns and "first" not in columns:
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
            entry.status = next((status for index, status in marks if _cell(source, row, index)), None)
            yield entry, group or Group("present", None, 0)
        elif entry:
            status = status_in(_cell(source, row, columns.get("status")), legend) if "status" in columns else None
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


def _columns(source: Source, row: Block, day: str | None) -> dict[str, int]:
    """Return which column is which, by the words in the head of the table."""
    columns: dict[str, int] = {}
    dates: list[tuple[int, str]] = []
    for index, (a, b) in enumerate(row.cells):
        words = source.fold(a, b)
        if _DATE.match(words):
            dates.append((index, words))
            continue
        for name, pattern in _COLUMNS:
            if name not in columns and pattern.fullmatch(words):
                columns[name] = index
                break
    if dates and "status" not in columns:
        column = _column_of_day(source, row, dates, day)
        if column is not None:
            columns["status"] = column
            columns.setdefault("name", 0)
    return columns


def _column_of_day(source: Source, row: Block, dates: list[tuple[int, str]], day: str | None) -> int | None:
    """Return the column headed by the date of the meeting; where that is not known, the only one."""
    for index, words in dates:
        digits = re.findall(r"\d+", words)
        if day and len(digits) >= 2 and [int(digits[0]), int(digits[1])] == [int(day[8:]), int(day[5:7])]:
            return index
        for date in find_dates(source.text, *row.cells[index]):
            if day and (date.month, date.day) == (int(day[5:7]), int(day[8:])):
                return index
    return dates[0][0] if len(dates) == 1 else None


def _guessed(source: Source, rows: list[Block]) -> dict[str, int]:
    """Return the columns of a table without a head whose first column, or second behind initials, holds names."""
    width = max(len(row.cells) for row in rows)
    first = 1 if width > 1 and all(_SHORT.fullmatch(_cell(source, row, 0)) for row in rows) else 0
    columns = {"name": first, "short": 0} if first else {"name": 0}
    names = sum(
        1 for row in rows if len(row.cells) > first
        and (n := name_at(source.text, *row.cells[first])) and " " in source.text[n.start : n.end]
    )  # fmt: skip
    if names * 3 < len(rows) * 2 or not names:
        return {}
    for index in range(first + 1, width):
        values = [_cell(source, row, index) for row in rows]
        said = [value for value in values if value]
        if said and all(map(is_mark, said)):
            columns.setdefault("status", index)
        elif said and all(_SHORT.fullmatch(value) for value in said):
            columns.setdefault("short", index)
        elif said:
            roles = sum(role_or_organisation(value) == "role" for value in said) * 2 >= len(said)
            columns.setdefault("role" if roles or "status" in columns else "organisation", index)
    return columns


def _cell(source: Source, row: Block, index: int | None) -> str:
    return source.fold(*row.cells[index]) if index is not None and index < len(row.cells) else ""


def _row(
    source: Source, row: Block, columns: dict[str, int], read: Callable[[str, int, int], Entry | None]
) -> Entry | None:
    """Read one row."""
    if "first" in columns and "last" in columns:
        first, last = _cell(source, row, columns["first"]), _cell(source, row, columns["last"])
        entry = Entry(row.start, row.end, f"{first} {last}".strip()) if first and last else None
    else:
        place = columns["name"]
        entry = read(source.text, *row.cells[place]) if place < len(row.cells) else None
    if entry is None:
        return None
    entry.start, entry.end = row.start, row.end
    for field in ("role", "organisation", "short"):
        words = _cell(source, row, columns.get(field))
        if words and getattr(entry, field) is None:
            setattr(entry, field, words)
    if entry.role and (cut := re.match(r"(?i)([^,]+),\s*(?:taking notes|minutes|scribe).*", entry.role)):
        entry.role = cut[1]
    if entry.role and re.fullmatch(r"(?i)observer|guest|invited", entry.role):
        entry.role = None
    return entry
