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
    record: Annotated[
        str, typer.Argument(metavar="RECORD", help="Record as JSON, or several as JSON Lines; - is standard input.")
    ],
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
      minutes write 2023.jsonl -o actions.xlsx          one table of many meetings
    """
    format, _ = chosen(to, output)
    records = load(record)
    found = findings(records[0], record) if comments else None
    with opened(output, [record]) as write:
        write(rendered(records, format, on_terminal(output), table=table, template=template, comments=found))


def load(record: str) -> list[Minutes]:
    """Return the record in a file, or the record in each of its lines; '-' is standard input."""
    from minutes_parser import file_bytes
    from minutes_parser.models import Minutes

    data, name = (sys.stdin.buffer.read(), record) if record == "-" else file_bytes(record)
    lines = [(number, line) for number, line in enumerate(data.splitlines(), 1) if line.strip()]
    if len(lines) < 2 or not lines[0][1].rstrip().endswith(b"}"):
        return [Minutes.from_json(data, name)]
    return [Minutes.from_json(line, f"{name}:{number}") for number, line in lines]
