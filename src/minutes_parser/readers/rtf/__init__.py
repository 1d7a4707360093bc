"""Rich Text: paragraphs, headings, lists with their numbers as written, tables, notes; deleted and hidden text left out."""

from __future__ import annotations

from minutes_parser.source import Source

SUFFIXES = (".rtf",)
MEDIA_TYPE = "application/rtf"
LARGEST = 100_000_000


def recognises(data: bytes) -> bool:
    """Whether the bytes begin as Rich Text does."""
    return data.startswith(b"{\\rtf")


def read(data: bytes, name: str) -> Source:
    """Read Rich Text; raise ``MinutesError`` for a file that is cut short, nested without end or far too large."""
    from minutes_parser.readers.rtf.document import read_document

    return read_document(data, name, MEDIA_TYPE)
