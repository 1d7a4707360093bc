"""Which column of an attendance table is which: by the words in its head, or by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes_parser import lazy
from minutes_parser.dates import find_dates
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.names import name_at, role_or_organisation
from minutes_parser.layout.posts import is_post
from minutes_parser.source import Source
from minutes_parser.stages.attendees.cuts import is_full_name
from minutes_parser.stages.attendees.ticks import is_mark

COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("first", lazy.compile(r"(?i)(?:first|given) ?names?|forename")),
    ("last", lazy.compile(r"(?i)(?:last|family) ?names?|surname")),
    ("status", lazy.compile(r"(?i)(?:(?:present|attended|in attendance|apologies|absent)\s?(?:[/,]|or)\s?){1,3}(?:present|not attended|in attendance|apologies|absent)|present\b.{0,3}|attend(?:ed|ance|ing|s)?\b.{0,3}|status|here\??|apologies|[a-z](?:/[a-z]){1,3}|yn|in attendance")),
    ("organisation", lazy.compile(r"(?i)organi[sz]ations?|compan(?:y|ies)|affiliations?|employer|institution|agency|body|representing|department")),
    ("role", lazy.compile(r"(?i)roles?\b.{0,4}|position|(?:job )?title|(?:\w+ )?(?:type|category)|capacity|office|membership")),
    ("short", lazy.compile(r"(?i)initials?|abbreviations?|call ?signs?")),
    ("name", lazy.compile(r"(?i)(?:full )?names?\b.{0,30}|(?:(?:board|committee|council|commission|team|voting|staff|group) )?members?\b.{0,20}|attendees?|participants?|governors?\b.{0,20}|who|councillors?|trustees?|directors?|commissioners?|supervisors?|delegates?|(?:seat |post )?holder|person|representatives?")),
)  # fmt: skip
_SHORT = lazy.compile(r"[A-Z]{2,4}")
_FEWEST = 2
"""Rows of a table without a head that gives offices and who holds them."""
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATE = lazy.compile(
    rf"\d{{1,2}}\s*[./-]\s*\d{{1,2}}|(?:\d{{1,2}}(?:st|nd|rd|th)?[ -]{_MONTH}|{_MONTH}[ ]\d{{1,2}})(?:,?[ -]\d{{2,4}})?\Z"
)
"""A day at the head of a column."""


def columns_of(source: Source, row: Block, day: str | None) -> dict[str, int]:
    """Return which column is which, by the words in the head of the table."""
    columns: dict[str, int] = {}
    dates: list[tuple[int, str]] = []
    for index, (a, b) in enumerate(row.cells):
        words = source.fold(a, b)
        if _DATE.match(words):
            dates.append((index, words))
            continue
        for name, pattern in COLUMNS:
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


def guessed(source: Source, rows: Sequence[Block]) -> dict[str, int]:
    """Return the columns of a table without a head whose first column, or second behind initials, holds names."""
    width = max(len(row.cells) for row in rows)
    first = 1 if width > 1 and all(_SHORT.fullmatch(cell_of(source, row, 0)) for row in rows) else 0
    columns = {"name": first, "short": 0} if first else {"name": 0}
    names = sum(
        1 for row in rows if len(row.cells) > first
        and (n := name_at(source.text, *row.cells[first])) and " " in source.text[n.start : n.end]
    )  # fmt: skip
    if names * 3 < len(rows) * 2 or not names:
        return {"role": 0, "name": 1} if give_offices(source, rows) else {}
    for index in range(first + 1, width):
        values = [cell_of(source, row, index) for row in rows]
        said = [value for value in values if value]
        if said and all(map(is_mark, said)):
            columns.setdefault("status", index)
        elif said and all(_SHORT.fullmatch(value) for value in said):
            columns.setdefault("short", index)
        elif said:
            roles = sum(role_or_organisation(value) == "role" for value in said) * 2 >= len(said)
            columns.setdefault("role" if roles or "status" in columns else "organisation", index)
    return columns


def give_offices(source: Source, rows: Sequence[Block]) -> bool:
    """Whether every row of a table is an office and who holds it."""
    return len(rows) >= _FEWEST and all(_holds_office(source, row) for row in rows)


def _holds_office(source: Source, row: Block) -> bool:
    """Whether a row is an office and a full name: 'Treasurer | Ann Bell'."""
    if len(row.cells) < 2 or not (is_post(source.text, *row.cells[0]) or cell_of(source, row, 0) == "Member"):
        return False
    return is_full_name(source.text, *row.cells[1])


def cell_of(source: Source, row: Block, index: int | None) -> str:
    """Return the words of a cell, none where the row has no such column."""
    return source.fold(*row.cells[index]) if index is not None and index < len(row.cells) else ""
