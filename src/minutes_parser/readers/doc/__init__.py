"""Word files from before 2007, as Word 97 and later ones save them: read as their successors are, with all that is read of those.

The binary format ([MS-DOC]) is taken apart here: text, styles, lists, tables, notes, running heads and text boxes.
"""

from __future__ import annotations

from minutes_parser.source import MinutesError, Source

SUFFIXES = (".doc", ".dot")
MEDIA_TYPE = "application/msword"
LARGEST = 100_000_000

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD = "WordDocument".encode("utf-16-le")
_PROTECTED = "EncryptedPackage".encode("utf-16-le")
_HEADER = 512
_FIRST = b"\xec\xa5"
"""The first bytes of Word's own stream, which mostly comes first in the file."""


def recognises(data: bytes) -> bool:
    """Whether the bytes are a compound file of Microsoft's that holds a Word document, or one that is protected."""
    return data.startswith(_COMPOUND) and (
        _WORD in data or _PROTECTED in data or data.startswith(_FIRST, _HEADER) or _is_cut(data)
    )


def _is_cut(data: bytes) -> bool:
    """Whether the list of what the compound file holds would stand behind its end ([MS-CFB] 2.2)."""
    if len(data) < _HEADER:
        return True
    sector = 1 << min(int.from_bytes(data[30:32], "little"), 16)
    return (int.from_bytes(data[48:52], "little") + 1) * sector >= len(data)


def read(data: bytes, name: str) -> Source:
    """Read an old Word file; raise ``MinutesError`` for one that is damaged, protected or too large."""
    if _PROTECTED in data and _WORD not in data:
        raise MinutesError(f"{name}: is protected by a password; save a copy without one")
    if not data.startswith(_COMPOUND):
        raise MinutesError(f"{name}: is no Word file of the old kind; check the file or leave out --format")
    from minutes_parser.readers.doc.document import read_document

    return read_document(data, name, MEDIA_TYPE)
