"""``minutes view``: the page for reviewing what was read, in the browser."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from minutes_parser.cli.options import ModelName, flag, loaded
from minutes_parser.cli.parse import Format, read
from minutes_parser.cli.write import load
from minutes_parser.output import to_stdout
from minutes_parser.source import MinutesError


def view(
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", help="Minutes, or a record (.json); - is standard input.", show_default=False),
    ],
    no_open: Annotated[bool, flag("--no-open", "Only write the page and print where it is.")] = False,
    no_sentences: Annotated[bool, flag("--no-sentences", "Leave out exchanges and commitments.")] = False,
    model: ModelName = None,
    format: Annotated[
        Format | None,
        typer.Option("--format", metavar="FORMAT", help=f"Read as {', '.join(Format)}.", show_default=False),
    ] = None,
) -> None:
    """Show what was read beside the text it was read from, in the browser.

    The page is a temporary file, which only you can read, and needs no network. Its place is printed.

    \b
    Examples:
      minutes view minutes.docx
      minutes view record.json     a record, best one kept with --with-text
    """
    from minutes_parser import writers
    from minutes_parser.writers.jsonl import SUFFIXES

    held = Path(file).suffix.lower() in (".json", *SUFFIXES)
    records = (
        load(file) if held else [read(file, format, not no_sentences, True, None if no_sentences else loaded(model))]
    )
    page = _kept(writers.render_all(records, "html"))
    to_stdout(f"{page}\n".encode())
    if not no_open:
        _open(page)


def _kept(data: bytes) -> Path:
    """Write the page to a temporary file, which outlives the command as the browser reads it later."""
    try:
        handle, name = tempfile.mkstemp(prefix="minutes-", suffix=".html")
        with os.fdopen(handle, "wb") as page:
            page.write(data)
    except OSError as error:
        raise MinutesError(
            f"the page cannot be written ({error.strerror}); write it elsewhere with minutes parse -o page.html"
        ) from error
    return Path(name)


def _open(page: Path) -> None:
    import webbrowser

    if not webbrowser.open(page.as_uri()):
        raise MinutesError("no browser could be started; open the page that is named above")
