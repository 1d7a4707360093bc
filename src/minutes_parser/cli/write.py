"""``minutes write``: a record in another format."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from minutes_parser.cli.options import (
    Comments,
    Output,
    TableChoice,
    Template,
    To,
    chosen,
    findings,
    on_terminal,
    rendered,
)
from minutes_parser.output import opened

if TYPE_CHECKING:
    from minutes_parser.models import Minutes


def write(
    record: Annotated[str, typer.Argument(metavar="RECORD", help="Record as JSON; - is standard input.")],
    to: To = None,
    output: Output = None,
    table: TableChoice = None,
    template: Template = None,
    comments: Comments = False,
) -> None:
    """Write a record that was parsed before in another format.

    \b
    Examples:
      minutes write record.json -o minutes.docx
      minutes write record.json --to csv --table attendees
    """
    format, _ = chosen(to, output)
    minutes = load(record)
    found = findings(minutes, record) if comments else None
    with opened(output, [record]) as write:
        write(rendered(minutes, format, on_terminal(output), table=table, template=template, comments=found))


def load(record: str) -> Minutes:
    """Return the record in a file, or on standard input for '-'."""
    from minutes_parser import file_bytes
    from minutes_parser.models import Minutes

    if record == "-":
        return Minutes.from_json(sys.stdin.buffer.read(), record)
    return Minutes.from_json(*file_bytes(record))
