"""OpenDocument texts, as LibreOffice and others write them: headings, lists, tables."""

from __future__ import annotations

from minutes_parser.readers.office import read_marked
from minutes_parser.source import MinutesError, Source

SUFFIXES = (".odt", ".ott")
MEDIA_TYPE = "application/vnd.oasis.opendocument.text"


def recognises(data: bytes) -> bool:
    """Whether the bytes are a zip archive that begins by saying that it is an OpenDocument text."""
    return data.startswith(b"PK\x03\x04") and MEDIA_TYPE.encode() in data[:200]


def read(data: bytes, name: str) -> Source:
    """Read an OpenDocument text; raise ``MinutesError`` for one that is damaged, protected or unpacks to too much."""
    from minutes_parser.readers.archive import Archive

    archive = Archive(data, name)
    if b"encryption-data" in (archive.part("META-INF/manifest.xml") or b""):
        raise MinutesError(f"{name}: is protected by a password; save a copy without one")
    if archive.tree("content.xml") is None:  # looked at here for entities and damage before anybody else parses it
        raise archive.broken()
    return read_marked(data, name, MEDIA_TYPE)
