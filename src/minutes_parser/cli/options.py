"""What the commands share: exit codes, options, and how a record is printed."""

from __future__ import annotations

import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from minutes_parser.output import complain, escaped, visible
from minutes_parser.source import MinutesError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from minutes_parser.models import Minutes
    from minutes_parser.rules import Finding

FOUND = 1
"""Exit code where a check found something."""
UNREADABLE = 2
"""Exit code where something could not be read or written."""


def flag(name: str, help: str, **more: Any) -> Any:
    """Return an option that takes no value, without the type in its help."""
    return typer.Option(name, help=help, metavar="", show_default=False, **more)


class Table(StrEnum):
    """The parts of a record that can be written as a table."""

    actions = "actions"
    attendees = "attendees"
    exchanges = "exchanges"
    decisions = "decisions"


To = Annotated[
    str | None,
    typer.Option(
        "--to", metavar="FORMAT", help="Write this format; else the suffix of -o decides.", show_default=False
    ),
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file, once it is whole.")
]
TableChoice = Annotated[
    Table | None,
    typer.Option("--table", metavar="TABLE", help=f"{', '.join(Table)}: what csv and xlsx hold.", show_default=False),
]
Template = Annotated[
    Path | None,
    typer.Option("--template", metavar="FILE", help="Word file whose styles docx takes.", show_default=False),
]

ModelName = Annotated[
    str | None,
    typer.Option(
        "--model", metavar="NAME", help="Installed spaCy pipeline to ask, too, who does what in a sentence.",
        envvar="MINUTES_MODEL", show_default=False,
    ),
]  # fmt: skip

Comments = Annotated[bool, flag("--comments", "Put what minutes check finds into the Word file, as comments.")]

ARCHIVE = typer.Argument(
    metavar="ARCHIVE", help="Documents, or what convert made of them; - reads a list.", show_default=False
)
"""What ``index`` and ``actions`` read."""


def iso_day(text: str | None, option: str, *, today: bool = False) -> str | None:
    """Return the day given to ``option``, which with ``today`` may be named so; anything else is a usage error."""
    if today and text == "today":
        return date.today().isoformat()
    try:
        return date.fromisoformat(text).isoformat() if text else None
    except ValueError:
        word = ", or today" if today else ""
        raise typer.BadParameter(f"is no day; write it as 2024-07-01{word}", param_hint=option) from None


def chosen(to: str | None, output: Path | None) -> tuple[str, bool]:
    """Return the format to write, and whether it shows the source text: the one named, or that of ``output``."""
    from minutes_parser import writers

    format = to or (writers.format_of(output) if output else "json")
    return format, writers.wants_text(format)


def rendered(records: Sequence[Minutes], format: str, to_terminal: bool, **options: object) -> bytes:
    """Return the records in ``format``, made harmless where a terminal is to show it."""
    from minutes_parser import writers

    data = writers.render_all(records, format, **options)
    if not to_terminal:
        return data
    if b"\0" in data:
        raise MinutesError(f"{format} is not for a terminal; write it to a file with -o")
    if format.startswith("json"):
        return escaped(data)
    return "".join(f"{visible(line)}\n" for line in data.decode().splitlines()).encode()


def findings(record: Minutes, file: str) -> Sequence[Finding]:
    """Return what ``minutes check`` finds in the record of a file, by the settings of the working folder."""
    from minutes_parser.checks import run, settings

    place = settings.find(Path.cwd())
    return run.findings(record, file, run.Options(settings.load(place), place.folder))


def loaded(model: str | None) -> str | None:
    """Load the model that is asked for, if one is, so that what is wrong with it is told once; return its name."""
    if not model:
        return None
    from minutes_parser.language.lean import leave_out_commands

    leave_out_commands()
    from minutes_parser.language.model import load

    if remark := load(model).remark:
        complain(remark)
    return model


def on_terminal(output: Path | None) -> bool:
    """Return whether what is written goes to a terminal."""
    return output is None and sys.stdout.isatty()
