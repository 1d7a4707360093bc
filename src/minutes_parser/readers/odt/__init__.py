"""OpenDocument texts, as LibreOffice and others write them: headings, lists with their numbers, tables, notes."""

from __future__ import annotations

from minutes_parser.source import Source

SUFFIXES = (".odt", ".ott", ".fodt")
MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
LARGEST = 200_000_000


def recognises(data: bytes) -> bool:
    """Whether the bytes are a zip archive, or a single XML file, that begins by saying that it is an OpenDocument text."""
    start = data[:4000]
    if data.startswith(b"PK\x03\x04"):
        return MEDIA_TYPE.encode() in start[:200]
    return b"<office:document" in start and MEDIA_TYPE.encode() in start


def read(data: bytes, name: str) -> Source:
    """Read an OpenDocument text; raise ``MinutesError`` for one that is damaged, protected or unpacks to too much."""
    from minutes_parser.readers.odt.document import read_document

    return read_document(data, name, MEDIA_TYPE)
