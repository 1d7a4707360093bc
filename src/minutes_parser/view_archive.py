"""The register of actions and the hits of a search for a person at a terminal; a home of rich beside the view."""

from __future__ import annotations

import io
import os
import re
import shutil
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from minutes_parser.index.search import MARKS
from minutes_parser.output import visible

if TYPE_CHECKING:
    from minutes_parser.index.search import Hit
    from minutes_parser.register.rows import Row

WIDEST = 120
NARROW = 20
_STATUS = {"done": "green", "overdue": "red", "stale": "yellow", "carried over": "cyan", "open": ""}


def actions(rows: Sequence[Row], color: bool = True, width: int | None = None) -> str:
    """Return the register, body by body, a line an action, and how many there are of each status."""
    console = _console(color, width)
    for body, members in groupby(rows, key=lambda row: row.body):
        console.print(Text(visible(body or "Body not known"), style="bold"))
        table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
        for name in ("Status", "Meeting", "Id", "Owner", "Due"):
            table.add_column(name, max_width=NARROW, overflow="fold", no_wrap=name in ("Meeting", "Id"))
        table.add_column("Action", ratio=1)
        for row in members:
            status = Text(row.status, style=_STATUS[row.status])
            due = row.due_latest or row.due_as_written or ""
            cells = (row.meeting_date or row.document, row.id, row.owner or row.owner_as_written, due, row.action)
            table.add_row(status, *(Text(visible(cell)) for cell in cells))
        console.print(table)
        console.print()
    counts = [(status, sum(row.status == status for row in rows)) for status in _STATUS]
    parts = ", ".join(f"{count} {status}" for status, count in counts if count)
    console.print(Text(f"{len(rows)} action{'s' * (len(rows) != 1)}{': ' if parts else ''}{parts}", style="dim"))
    return _printed(console)


def hits(found: Sequence[Hit], color: bool = True, width: int | None = None) -> str:
    """Return what was found, each with its place, what was looked for set apart."""
    console = _console(color, width)
    for hit in found:
        place = " · ".join(visible(part) for part in (hit.date, hit.body, hit.section) if part)
        console.print(Text(f"{visible(hit.path)}  ", style="cyan").append(place, style="dim"))
        words = Text(f"  {hit.kind}{f' {hit.code}' if hit.code else ''}: ", style="dim")
        console.print(words.append_text(_marked(hit.text)))
        if hit.people:
            console.print(Text(f"    {visible(hit.people)}", style="dim"))
    console.print(Text(f"{len(found) or 'Nothing'} found." if len(found) != 1 else "1 found.", style="dim"))
    return _printed(console)


def _marked(text: str) -> Text:
    """Return an excerpt with what was looked for in bold."""
    made = Text(style="not dim")
    for number, part in enumerate(re.split(f"[{''.join(MARKS)}]", text)):
        made.append(visible(part), style="bold yellow" if number % 2 else "")
    return made


def _console(color: bool, width: int | None) -> Console:
    return Console(
        file=io.StringIO(), width=width or min(shutil.get_terminal_size().columns, WIDEST), highlight=False,
        markup=False, emoji=False, force_terminal=color and not os.environ.get("NO_COLOR"), legacy_windows=False,
    )  # fmt: skip


def _printed(console: Console) -> str:
    file = console.file
    assert isinstance(file, io.StringIO)
    return "".join(f"{line.rstrip()}\n" for line in file.getvalue().splitlines())
