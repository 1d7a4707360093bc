"""A part of the record as comma-separated values: the action register, unless another table is named."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from minutes_parser.models import Minutes
from minutes_parser.writers._tables import Cell, Table
from minutes_parser.writers._tables import table as table_of

SUFFIXES = (".csv",)

# What spreadsheet programs take for the beginning of a formula (OWASP, "CSV Injection"), the wide forms included.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


def write(minutes: Minutes, *, table: str = "actions") -> bytes:
    """Return the table as RFC 4180 wants it: UTF-8, lines ended by CR LF, the names of the columns first.

    A text that a spreadsheet program would take for a formula, behind white space too, gets an apostrophe in front.
    Dates are ISO 8601, truth is 'true' or 'false', and what is not known is an empty cell.
    """
    return write_all([minutes], table=table)


def write_all(records: Sequence[Minutes], *, table: str = "actions") -> bytes:
    """Return the table of several records, the rows of each behind those of the one before."""
    return written(table_of(records, table))


def written(made: Table) -> bytes:
    """Return any table, as ``write`` does."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(made.columns)
    writer.writerows([_written(cell) for cell in row] for row in made.rows)
    return out.getvalue().encode()


def _written(cell: Cell) -> str:
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_FORMULA) or cell.lstrip().startswith(_FORMULA) else cell
    return "" if cell is None else str(cell)
