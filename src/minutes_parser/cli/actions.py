"""``minutes actions``: the register of actions across meetings."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from minutes_parser.cli.options import ARCHIVE, FOUND, Output, To, flag, iso_day, on_terminal
from minutes_parser.output import complain, escaped, opened
from minutes_parser.source import MinutesError

if TYPE_CHECKING:
    from minutes_parser.register.held import Held


def actions(
    archive: Annotated[str | None, ARCHIVE] = None,
    db: Annotated[
        Path | None,
        typer.Option("--db", metavar="FILE", help="A database that index made, instead.", show_default=False),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DATE", help="State on this day: YYYY-MM-DD, or today.", show_default=False),
    ] = None,
    owner: Annotated[
        str | None, typer.Option("--owner", metavar="NAME", help="Only those of this owner.", show_default=False)
    ] = None,
    body: Annotated[
        str | None, typer.Option("--body", metavar="NAME", help="Only those of this body.", show_default=False)
    ] = None,
    unfinished: Annotated[bool, flag("--open", "Only those that are not done.")] = False,
    overdue: Annotated[bool, flag("--overdue", "Only those overdue; needs --as-of.")] = False,
    to: To = None,
    output: Output = None,
) -> None:
    """Show the register of actions across meetings: who is to do what by when, and what became of it.

    An action is followed through later meetings of the same body: where it is recorded again, and by what is said of it
    under matters arising and the like. Without --as-of nothing is overdue: the register is the same on every day.

    \b
    Examples:
      minutes actions records/ --open
      minutes actions --db minutes.db --body allotments
      minutes actions records/ --owner marsh --as-of 2024-07-01
      minutes actions minutes/ --overdue --as-of today -o overdue.xlsx

    \b
    Exit codes: 0 fine; 1 some documents could not be read; 2 could not run.
    """
    from minutes_parser.register.follow import register
    from minutes_parser.register.rows import Wanted, render, rows

    day = iso_day(as_of, "--as-of", today=True)
    if overdue and not day:
        raise typer.BadParameter("needs --as-of DATE; 'today' is one", param_hint="--overdue")
    if (archive is None) == (db is None):
        raise typer.BadParameter("name an archive or a database, one of them", param_hint="ARCHIVE, --db")
    held, complete = _indexed(db) if db else _meetings(archive or "")
    found = rows(register(held, day), Wanted(owner, unfinished, overdue, body), day)
    format = to or (output.suffix.lower().lstrip(".") if output else None) or "json"
    with opened(output, [archive or str(db)]) as write:
        if on_terminal(output) and not to:
            from minutes_parser import view_archive

            write(view_archive.actions(found).encode())
        else:
            if on_terminal(output) and format == "xlsx":
                raise MinutesError("xlsx is not for a terminal; write it to a file with -o")
            data = render(found, format)
            write(escaped(data) if on_terminal(output) and format == "json" else data)
    if not complete:
        raise typer.Exit(FOUND)


def _indexed(db: Path) -> tuple[list[Held], bool]:
    """Return the meetings of a database."""
    from minutes_parser.index.meetings import held
    from minutes_parser.index.schema import opened as connected

    with connected(db) as connection:
        return list(held(connection)), True


def _meetings(archive: str) -> tuple[list[Held], bool]:
    """Return the meetings, and whether all documents could be read."""
    from minutes_parser.batch.records import stored
    from minutes_parser.register.held import held

    found, complete = [], True
    for item in stored(archive, sys.stdin):
        try:
            data, _ = item.read()
            found.append(held(item.path, item.minutes(data)))
        except MinutesError as error:
            complain(f"{item.path}: {str(error).removeprefix(f'{Path(item.entry.name).name}: ')}")
            complete = False
    return found, complete
