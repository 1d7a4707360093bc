"""Plain text: UTF-8 with or without byte order mark, UTF-16 with one, else Windows-1252."""

from __future__ import annotations

import codecs

from minutes_parser.source import MinutesError, Source, plain_lines

SUFFIXES = (".txt", ".text")
MEDIA_TYPE = "text/plain"


def decode(data: bytes, name: str) -> tuple[str, str]:
    """Return the text and the encoding it was read with; raise ``MinutesError`` for binary data."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace"), "utf-16"
    if b"\0" in data:
        raise MinutesError(f"{name}: binary data, not text; give a text, Markdown, HTML, Word or PDF file")
    try:
        return data.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), "windows-1252"


def read(data: bytes, name: str) -> Source:
    """Read plain text."""
    text, encoding = decode(data, name)
    return Source(name, text, plain_lines(text), MEDIA_TYPE, encoding)
