"""The command ``minutes``: one module a subcommand; each parses its arguments, calls and prints."""

from __future__ import annotations

import io
import sys
from typing import Annotated

import typer

from minutes_parser import collector
from minutes_parser.cli import actions, check, clean, convert, index, parse, rule, schema, view, write
from minutes_parser.cli.options import UNREADABLE, flag
from minutes_parser.cli.plain import PlainCommand, PlainGroup
from minutes_parser.output import complain, to_stdout
from minutes_parser.source import MinutesError

app = typer.Typer(
    cls=PlainGroup,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help: importing what draws boxes takes twice as long as everything else
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 all was read; 1 a check found something; 2 something could not be read or written, or the command is misspelt.",
)


def _version(asked: bool) -> None:
    if asked:
        from minutes_parser import __version__

        to_stdout(f"minutes {__version__}\n".encode())
        raise typer.Exit


@app.callback()
def minutes(
    version: Annotated[
        bool, flag("--version", "Print the version and leave.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Turn minutes of meetings into structured, validated records: offline, every value quoted from the source.

    \b
    Examples:
      minutes parse minutes.txt                       show the record
      minutes parse minutes.txt --json                print it as JSON
      minutes parse 2023/*.pdf --jsonl -o 2023.jsonl  one line of JSON a file
      minutes write record.json -o minutes.docx       write a record in another format
      minutes view minutes.pdf                        review it in the browser
      minutes check minutes/ --require owner          find what is missing
      minutes convert minutes/ records/ -j 2          convert a whole archive
      minutes index records/                          make a database of it
      minutes search "referral pathways"              search that
      minutes actions records/ --open                 what is still to be done
      minutes schema                                  print the JSON Schema
    """


app.command(no_args_is_help=True)(parse.parse)
app.command(no_args_is_help=True)(write.write)
app.command(no_args_is_help=True)(view.view)
app.command(cls=PlainCommand)(check.check)
app.command(no_args_is_help=True)(convert.convert)
app.command(no_args_is_help=True)(index.index)
app.command(no_args_is_help=True)(index.search)
app.command(no_args_is_help=True)(actions.actions)
app.command(no_args_is_help=True)(rule.rule)
app.command()(rule.rules)
app.command()(clean.clean)
app.command()(schema.schema)


def main() -> None:
    """Run the command."""
    collector.load()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app(prog_name="minutes")
    except MinutesError as error:
        complain(error)
        sys.exit(UNREADABLE)
