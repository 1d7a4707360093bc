"""Word files from before 2007: the text, its paragraphs, and tables as rows of cells set off by tabs."""

from __future__ import annotations

from minutes_parser.readers.office import read_plain
from minutes_parser.source import MinutesError, Source

SUFFIXES = (".doc", ".dot")
MEDIA_TYPE = "application/msword"

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD = "WordDocument".encode("utf-16-le")
_PROTECTED = "EncryptedPackage".encode("utf-16-le")


def recognises(data: bytes) -> bool:
    """Whether the bytes are a compound file of Microsoft's that holds a Word document, or one that is protected."""
    return data.startswith(_COMPOUND) and (_WORD in data or _PROTECTED in data)


def read(data: bytes, name: str) -> Source:
    """Read an old Word file; raise ``MinutesError`` for one that is damaged or protected."""
    if _PROTECTED in data:
        raise MinutesError(f"{name}: is protected by a password; save a copy without one")
    if not recognises(data):
        raise MinutesError(f"{name}: is no Word file of the old kind; check the file or leave out --format")
    return read_plain(data, name, MEDIA_TYPE)
