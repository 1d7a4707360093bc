"""``minutes index`` and ``minutes search``: an archive as a database, and looking things up in it."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from minutes_parser.cli.options import ARCHIVE, FOUND, flag, iso_day, on_terminal
from minutes_parser.output import complain, escaped, replacing, to_stdout

Database = Annotated[Path, typer.Option("--db", metavar="FILE", help="The database.")]
DATABASE = Path("minutes.db")


class Kind(StrEnum):
    """What can be found."""

    action = "action"
    answer = "answer"
    commitment = "commitment"
    decision = "decision"
    question = "question"
    section = "section"


def index(
    archive: Annotated[str, ARCHIVE],
    db: Database = DATABASE,
    metadata: Annotated[
        Path | None,
        typer.Option("--metadata", metavar="FILE", help="Also write what Datasette should know.", show_default=False),
    ] = None,
    quiet: Annotated[bool, flag("--quiet", "Print nothing but errors.")] = False,
) -> None:
    """Make a SQLite database of an archive, or bring it up to date: only what has changed is read again.

    The records that minutes convert made are taken as they are, which is much faster than reading documents here.

    \b
    Examples:
      minutes index records/
      minutes index records/ --db council.db --metadata metadata.json
      datasette council.db --metadata metadata.json

    \b
    Exit codes: 0 all is indexed; 1 some documents could not be read; 2 could not run.
    """
    from minutes_parser import progress
    from minutes_parser.batch.records import stored
    from minutes_parser.index.build import update
    from minutes_parser.index.schema import opened

    found = stored(archive, sys.stdin)
    with opened(db, create=True) as connection, progress.conversion(len(found), quiet) as watch:
        done = update(
            connection,
            found,
            lambda now: watch(now.seen, {"failed": len(now.failures), "skipped": now.unchanged}),
        )
    if metadata:
        from minutes_parser.index.metadata import metadata as made

        with replacing(metadata) as file:
            file.write(made(db.stem))
    for path, message in done.failures:
        complain(f"{path}: {message}")
    if not quiet:
        counts = {"added": done.added, "changed": done.changed, "unchanged": done.unchanged, "removed": done.removed}
        to_stdout("".join(f"{count:8d}  {name}\n" for name, count in counts.items() if count).encode())
    if done.failures:
        raise typer.Exit(FOUND)


def search(
    query: Annotated[str, typer.Argument(metavar="QUERY", help="Words, all of which must stand there.")],
    db: Database = DATABASE,
    body: Annotated[
        str | None, typer.Option("--body", metavar="NAME", help="Only this body.", show_default=False)
    ] = None,
    person: Annotated[
        str | None,
        typer.Option(
            "--person", metavar="NAME", help="Only what this person asked, said, moved or owns.", show_default=False
        ),
    ] = None,
    kind: Annotated[
        Kind | None, typer.Option("--kind", metavar="KIND", help=f"Only {', '.join(Kind)}.", show_default=False)
    ] = None,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DATE", help="Only meetings on this day or later.", show_default=False),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option("--until", metavar="DATE", help="Only meetings on this day or earlier.", show_default=False),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, help="Print no more than this.")] = 20,
    as_json: Annotated[bool, flag("--json", "Print the hits as JSON.")] = False,
) -> None:
    """Search the database of an archive, the best hits first.

    Words are found in all their forms; put a phrase in quotes, end a word with * to find what begins so.

    \b
    Examples:
      minutes search "referral pathways"
      minutes search 'fence*' --kind decision --since 2023-01-01
      minutes search budget --person marsh --json

    \b
    Exit codes: 0 something was found; 1 nothing was; 2 could not run.
    """
    from minutes_parser import view_archive
    from minutes_parser.index.schema import opened
    from minutes_parser.index.search import MARKS, Filters
    from minutes_parser.index.search import search as looked_up

    filters = Filters(body, person, kind.value if kind else None, iso_day(since, "--since"), iso_day(until, "--until"))
    with opened(db) as connection:
        hits = looked_up(connection, query, filters, limit)
    if as_json:
        plain = [hit._replace(text=hit.text.replace(MARKS[0], "").replace(MARKS[1], ""))._asdict() for hit in hits]
        data = json.dumps(plain, ensure_ascii=False, indent=2).encode() + b"\n"
        to_stdout(escaped(data) if on_terminal(None) else data)
    else:
        to_stdout(view_archive.hits(hits, color=on_terminal(None)).encode())
    if not hits:
        raise typer.Exit(FOUND)
