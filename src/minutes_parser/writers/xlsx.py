"""A part of the record as an Excel workbook: the action register, unless another table is named."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from minutes_parser.models import Minutes
from minutes_parser.writers._tables import Cell, Table, meeting_day
from minutes_parser.writers._tables import table as table_of

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

SUFFIXES = (".xlsx",)
LONGEST = 32767
"""Characters that a cell of Excel holds at most."""
WIDEST, NARROWEST = 60, 8
_FIRST_DAY = date(1900, 3, 1)  # before it Excel counts a day that never was


class _Formats(NamedTuple):
    """How cells are set."""

    head: Format
    text: Format
    day: Format


def write(minutes: Minutes, *, table: str = "actions") -> bytes:
    """Return a workbook with one sheet: head frozen and repeated on each page, filters, dates as dates.

    Texts are written as texts and marked as such (Excel's quote prefix), so that none becomes a formula or a link,
    not even when its cell is edited. The file bears the date of the meeting.
    """
    return write_all([minutes], table=table)


def write_all(records: Sequence[Minutes], *, table: str = "actions") -> bytes:
    """Return the table of several records in one sheet; the file bears the date of the last meeting."""
    return workbook(table_of(records, table), max(filter(None, map(meeting_day, records)), default=None))


def workbook(made: Table, meeting: date | None = None) -> bytes:
    """Return a workbook with any table, as ``write`` does."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})  # in memory the times within the file are fixed
    created = datetime.combine(meeting if meeting and meeting >= _FIRST_DAY else date(2000, 1, 1), datetime.min.time())
    book.set_properties({"title": made.name.capitalize(), "created": created})
    plain = {"valign": "top", "text_wrap": True}
    formats = _Formats(
        book.add_format({"bold": True, "bg_color": "#E7ECF2", "bottom": 1, "valign": "top"}),
        book.add_format({**plain, "quote_prefix": True}),
        book.add_format({**plain, "num_format": "yyyy-mm-dd", "align": "left"}),
    )
    _fill(book.add_worksheet(made.name.capitalize()), made, formats)
    book.close()
    return out.getvalue()


def _fill(sheet: Worksheet, made: Table, formats: _Formats) -> None:
    for column, name in enumerate(made.columns):
        title = name.replace("_", " ").capitalize()
        sheet.write_string(0, column, title, formats.head)
        longest = max((len(str(row[column])) for row in made.rows if row[column] is not None), default=0)
        sheet.set_column(column, column, min(max(longest, len(title) + 2, NARROWEST), WIDEST))
    for number, row in enumerate(made.rows, 1):
        for column, cell in enumerate(row):
            _write(sheet, number, column, cell, formats)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(made.rows), 1), len(made.columns) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _write(sheet: Worksheet, row: int, column: int, cell: Cell, formats: _Formats) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, bool):
        sheet.write_string(row, column, "yes" if cell else "no", formats.text)
    elif isinstance(cell, int):
        sheet.write_number(row, column, cell)
    elif isinstance(cell, date) and cell >= _FIRST_DAY:
        sheet.write_datetime(row, column, datetime.combine(cell, datetime.min.time()), formats.day)
    else:
        sheet.write_string(row, column, _text(str(cell)), formats.text)


def _text(text: str) -> str:
    """Return what a cell can hold of a text.

    XlsxWriter takes a text between ``<r>`` and ``</r>`` for markup of its own and would not escape it: a blank at the
    end makes it a text like any other.
    """
    if len(text) > LONGEST:
        text = text[: LONGEST - 1] + "…"
    return f"{text} " if text.endswith("</r>") else text
