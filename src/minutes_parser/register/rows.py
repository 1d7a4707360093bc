"""The register as rows: what the command prints and writes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from minutes_parser.register.follow import Item, Status
from minutes_parser.source import MinutesError
from minutes_parser.writers import csv, ics, xlsx
from minutes_parser.writers._tables import Table, day

FORMATS = ("csv", "ics", "json", "xlsx")
_DAYS = ("meeting_date", "due_earliest", "due_latest", "reported_on")


@dataclass(frozen=True)
class Row:
    """An action of the register; what is not known is null."""

    body: str | None
    meeting_date: str | None
    document: str
    id: str
    action: str
    owner: str
    owner_as_written: str
    due_as_written: str | None
    due_earliest: str | None
    due_latest: str | None
    status: Status
    reported_on: str | None
    """Day of the last meeting that speaks of it."""
    reported_in: str | None
    report: str | None
    """What that meeting says, quoted."""
    section: str
    start: int
    end: int


@dataclass(frozen=True)
class Wanted:
    """Which actions to show."""

    owner: str | None = None
    """A part of the owner's name or of the mention, in capitals or not."""
    unfinished: bool = False
    overdue: bool = False
    body: str | None = None
    """A part of the body's name."""

    def takes(self, row: Row) -> bool:
        """Return whether the action is wanted."""
        owner, body = f"{row.owner}\n{row.owner_as_written}".casefold(), (row.body or "").casefold()
        return (
            (not self.owner or self.owner.casefold() in owner)
            and (not self.body or self.body.casefold() in body)
            and (not self.unfinished or row.status != "done")
            and (not self.overdue or row.status == "overdue")
        )


def row(item: Item, as_of: str | None) -> Row:
    """Return an action of the register, its status as of an ISO date."""
    task, last = item.task, item.reports[-1] if item.reports else None
    return Row(
        item.meeting.body, item.meeting.date, item.meeting.path, task.code, task.text,
        "; ".join(dict.fromkeys(task.owners)), task.owner_as_written,
        item.due.due_as_written, item.due.due_earliest, item.due.due_latest, item.status(as_of),
        last.date if last else None, last.path if last else None, last.text if last else None,
        task.section, task.start, task.end,
    )  # fmt: skip


def rows(items: Iterable[Item], wanted: Wanted, as_of: str | None) -> list[Row]:
    """Return the wanted actions, in the order of the register."""
    return [made for item in items if wanted.takes(made := row(item, as_of))]


def table(rows: Sequence[Row]) -> Table:
    """Return the rows as a table, dates as dates."""
    columns = tuple(Row.__dataclass_fields__)
    cells = [[day(value) if name in _DAYS else value for name, value in asdict(row).items()] for row in rows]
    return Table("actions", columns, cells)


def render(rows: Sequence[Row], format: str) -> bytes:
    """Return the rows in one of ``FORMATS``; raise ``MinutesError`` for another."""
    if format == "json":
        return json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=2).encode() + b"\n"
    if format == "csv":
        return csv.written(table(rows))
    if format == "xlsx":
        return xlsx.workbook(table(rows))
    if format == "ics":
        return ics.calendar(map(_task, rows))
    raise MinutesError(f"the register is not written as '{format}'; choose one of {', '.join(FORMATS)}")


def _task(row: Row) -> ics.Task:
    details = {
        "Status": row.status, "Owner": row.owner, "Owner as written": row.owner_as_written,
        "Due": row.due_as_written or "", "Last report": row.report or "", "Section": row.section,
        "Document": row.document,
    }  # fmt: skip
    identity = "\n".join((row.document, row.id, row.body or "", row.meeting_date or "", row.action))
    days = day(row.meeting_date), day(row.due_earliest), day(row.due_latest)
    return ics.Task(identity, days[0], row.action, row.status == "done", days[1], days[2], details)
