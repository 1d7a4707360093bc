"""``minutes parse``: read minutes and show the record, or print it."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from minutes_parser import collector
from minutes_parser.cli.options import (
    UNREADABLE,
    Comments,
    ModelName,
    Output,
    TableChoice,
    Template,
    To,
    chosen,
    findings,
    flag,
    loaded,
    on_terminal,
    rendered,
)
from minutes_parser.output import complain, opened
from minutes_parser.source import MinutesError

if TYPE_CHECKING:
    from minutes_parser.models import Minutes


class Color(StrEnum):
    """When to use colours."""

    auto = "auto"
    always = "always"
    never = "never"


class Format(StrEnum):
    """The formats of documents."""

    text = "text"
    markdown = "markdown"
    wiki = "wiki"
    org = "org"
    rst = "rst"
    asciidoc = "asciidoc"
    html = "html"
    docx = "docx"
    pdf = "pdf"
    odt = "odt"
    rtf = "rtf"
    doc = "doc"
    mail = "mail"


_FORMAT_HELP = f"Read as {', '.join(Format)}; else the content decides."
_COLOR_HELP = "'auto', 'always' (shows the view through a pipe, too) or 'never'."


def parse(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE", help="Minutes to read; - is standard input.", show_default=False)
    ],
    as_json: Annotated[bool, flag("--json", "Print the record as JSON, in a terminal too.")] = False,
    as_lines: Annotated[bool, flag("--jsonl", "Print each record as one line of JSON.")] = False,
    to: To = None,
    output: Output = None,
    table: TableChoice = None,
    template: Template = None,
    comments: Comments = False,
    with_text: Annotated[bool, flag("--with-text", "Keep the text that was read as source.text.")] = False,
    no_sentences: Annotated[
        bool, flag("--no-sentences", "Leave out exchanges and commitments, which take most of the time.")
    ] = False,
    model: ModelName = None,
    coverage: Annotated[
        bool, flag("--coverage", "Print how much of each file was understood, and what was not, instead of the record.")
    ] = False,
    format: Annotated[
        Format | None, typer.Option("--format", metavar="FORMAT", help=_FORMAT_HELP, show_default=False)
    ] = None,
    every: Annotated[
        bool, flag("--all", "One record for each meeting that a file holds, as JSON Lines; else the first.")
    ] = False,
    color: Annotated[Color, typer.Option("--color", metavar="WHEN", help=_COLOR_HELP, show_default=False)] = Color.auto,
) -> None:
    """Read minutes and show the record, or print it as JSON.

    A terminal gets a view for people, a pipe gets JSON, a file what its suffix says.

    \b
    Examples:
      minutes parse minutes.txt                        show it
      minutes parse minutes.docx --json | jq .actions  pick from the record
      minutes parse 2023/*.pdf --jsonl -o 2023.jsonl   one line for each file
      minutes parse minutes.pdf -o actions.csv         write another format
      minutes parse minutes.txt -o out.docx --comments with what minutes check finds
      minutes parse 2023.pdf --all                     one line for each meeting
      curl -s https://example.org/minutes | minutes parse - --format html
    """
    to = "jsonl" if as_lines else "json" if as_json else to
    show = not (to or output or comments) and (color is Color.always or on_terminal(output))
    target, text = chosen(to, output)
    if every and not (to or output):
        target = "jsonl"
    if (len(files) > 1 or every) and not (target == "jsonl" or show or coverage):
        what, where = ("several meetings", "--all") if every else ("several files", "FILE...")
        raise typer.BadParameter(f"{what} need --jsonl", param_hint=where)
    failed = False
    model = None if no_sentences or coverage else loaded(model)
    with opened(output, files) as write:
        for file in _watched(files, quiet=on_terminal(output)):
            try:
                if coverage:
                    write(_covered(file, format).encode())
                    continue
                for record in _records(file, format, not no_sentences, with_text or text, every, model):
                    collector.settle()
                    found = findings(record, file) if comments else None
                    write(
                        _shown(record, color)
                        if show
                        else rendered(
                            [record], target, on_terminal(output), table=table, template=template, comments=found
                        )
                    )
            except MinutesError as error:
                complain(error)
                failed = True
    if failed:
        raise typer.Exit(UNREADABLE)


def _records(
    file: str, format: Format | None, sentences: bool, with_text: bool, every: bool, model: str | None
) -> list[Minutes]:
    """Return the record of a file, or the record of every meeting in it."""
    if not every:
        return [read(file, format, sentences, with_text, model)]
    from minutes_parser import file_bytes, parse_all

    data, name = (sys.stdin.buffer.read(), file) if file == "-" else file_bytes(file)
    return parse_all(data, name, format=format, sentences=sentences, with_text=with_text, model=model)


def read(file: str, format: Format | None, sentences: bool, with_text: bool, model: str | None) -> Minutes:
    """Return the record of a file, or of standard input for '-'."""
    from minutes_parser import parse_bytes, parse_file
    from minutes_parser.language.lean import leave_out_commands

    leave_out_commands()
    if file != "-":
        return parse_file(file, format=format, sentences=sentences, with_text=with_text, model=model)
    return parse_bytes(sys.stdin.buffer.read(), format=format, sentences=sentences, with_text=with_text, model=model)


def _covered(file: str, format: Format | None) -> str:
    """Return how much of a file was understood."""
    from minutes_parser import file_bytes
    from minutes_parser.coverage import coverage
    from minutes_parser.readers import read_bytes

    data, name = (sys.stdin.buffer.read(), file) if file == "-" else file_bytes(file)
    return coverage(read_bytes(data, name, format)).shown(name)


def _shown(record: Minutes, color: Color) -> bytes:
    from minutes_parser import view

    return view.render(record, color.value).encode()


def _watched(files: list[str], quiet: bool) -> Iterable[str]:
    """Go through the files, with a progress bar where there are several and standard error is a terminal."""
    if len(files) < 2 or quiet or not sys.stderr.isatty():
        return files
    from minutes_parser import view

    return view.progress(files)
