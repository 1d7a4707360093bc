"""What the readers of older and other office formats share: kreuzberg takes the document apart, offline.

It says of OpenDocument what is a heading, a list, a table and bold, as HTML, which our own reader of HTML
reads; of an old Word file it knows the text alone, tabs between the cells of a row and two behind each row.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from minutes_parser.readers import html
from minutes_parser.readers.composer import Composer
from minutes_parser.readers.flow import Para, Piece, Row, Table, write
from minutes_parser.source import MinutesError, Source

_ROW_END = "\t\t"
LARGEST = 100_000_000
"""Bytes of a document; more would take gigabytes to read."""


def read_marked(data: bytes, name: str, media_type: str) -> Source:
    """Read a document of which headings, lists and tables are known."""
    page = _content(data, name, media_type, "html")
    source = html.read(f'<!doctype html><meta charset="utf-8"><body>{page}'.encode(), name)
    return replace(source, media_type=media_type, encoding=None)


def read_plain(data: bytes, name: str, media_type: str) -> Source:
    """Read a document of which the text is known, each of its lines a paragraph or a table."""
    composer = Composer()
    for line in _content(data, name, media_type, "plain").replace("\r", "\n").split("\n"):
        *rows, rest = line.split(_ROW_END)
        if rows:
            write([Table([Row([[_para(cell)] for cell in row.split("\t")]) for row in rows])], composer)
        if rest.strip():
            write([_para(rest)], composer)
    return composer.source(name, media_type, None)


def _para(words: str) -> Para:
    return Para([Piece(words)])


def _content(data: bytes, name: str, media_type: str, form: Literal["html", "plain"]) -> str:
    """Return the document's content; raise ``MinutesError`` where there is none to be had."""
    from kreuzberg import ExtractionConfig, KreuzbergError, extract_bytes_sync

    if len(data) > LARGEST:
        raise MinutesError(f"{name}: is larger than {LARGEST // 1_000_000} MB; save it without its pictures")
    try:
        settings = ExtractionConfig(output_format=form, use_cache=False)
        content = extract_bytes_sync(data, media_type, settings).content
    except (KreuzbergError, RuntimeError, ValueError) as error:
        raise MinutesError(f"{name}: the file is damaged or cut short; open and save it again as .docx") from error
    if not content.strip():
        raise MinutesError(f"{name}: no text in it; check that it is the right file")
    return content
