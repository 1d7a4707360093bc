"""Tables of AsciiDoc, whose cells may stand in one line or one below another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes_parser.readers.markup.page import Page

FENCE = re.compile(r"[|,:!]={3,}[ \t]*")
_CELL = re.compile(
    r"(?:(?<=\s)|^)(?:(?P<span>\d{1,2})(?:\.\d{1,2})?\+|\.\d{1,2}\+)?(?:(?P<times>\d{1,2})\*)?[<^>.]{0,3}(?P<set>[adehlmsv])?\|(?!=)|(?<!\\)\|(?!=)"
)
_COLUMNS = re.compile(r"cols\s*=\s*(?:\"([^\"\n]{1,200})\"|'([^'\n]{1,200})'|([\w*<^>.]{1,40}))")
_TIMES = re.compile(r"(\d{1,2})\*")
_HEADER = re.compile(r"%header|options\s*=\s*[\"']?[\w,]{0,40}header|%autowidth%header")
_MOST = 60
"""Columns of a table."""
_LEAD = re.compile(r"^[ \t]*(?:\*{1,5}|\.{1,5}|-)[ \t]+")

Cell = tuple[str, str, int, int]
"""The words, the tag with its attributes, the columns over which it goes, and the line."""


def read_table(lines: Sequence[str], start: int, attributes: str, page: Page) -> int:
    """Add the table that a fence opens; return the line behind it."""
    fence = lines[start].strip()
    end = next((n for n in range(start + 1, len(lines)) if lines[n].strip() == fence), len(lines))
    cells: list[Cell] = []
    first = 0
    for at in range(start + 1, end):
        line = lines[at]
        if "|" in line:
            _read_cells(line, at, cells)
            first = first or len(cells)
        elif line.strip() and cells:
            words, tag, span, number = cells[-1]
            cells[-1] = (f"{words}\n{_LEAD.sub('', line).strip()}", tag, span, number)
    columns = _columns(attributes) or sum(cell[2] for cell in cells[:first]) or 1
    implied = start + 2 < end and lines[start + 1].strip() != "" and not lines[start + 2].strip()
    _write(cells, min(columns, _MOST), implied or _HEADER.search(attributes) is not None, page)
    return end + 1


def _read_cells(line: str, at: int, cells: list[Cell]) -> None:
    """Add the cells of a line; what stands before the first bar goes on with the cell above."""
    bars = list(_CELL.finditer(line))
    for index, bar in enumerate(bars):
        stop = bars[index + 1].start() if index + 1 < len(bars) else len(line)
        words = line[bar.end() : stop].strip().replace("\\|", "|")
        span = int(bar["span"] or 1)
        tag = ("th" if bar["set"] == "h" else "td") + (f' colspan="{span}"' if span > 1 else "")
        cells += [(words, tag, span, at)] * min(int(bar["times"] or 1), _MOST)


def _columns(attributes: str) -> int:
    """Return how many columns the attributes of a table tell, 0 for none."""
    told = _COLUMNS.search(attributes)
    if told is None:
        return 0
    columns = (told[1] or told[2] or told[3]).replace(";", ",").split(",")
    return sum(int(times[1]) if (times := _TIMES.match(column.strip())) else 1 for column in columns)


def _write(cells: Sequence[Cell], columns: int, header: bool, page: Page) -> None:
    row: list[tuple[str, str]] = []
    width, rows, line = 0, 0, 0
    for words, tag, span, at in cells:
        line = line if row else at
        row.append((words, "th" if header and not rows else tag))
        width += span
        if width >= columns:
            page.row(row, line, begins=not rows)
            row, width, rows = [], 0, rows + 1
    if row:
        page.row(row, line, begins=not rows)
    page.end_table()
