"""Word files from before 2007: the text, its paragraphs, and tables as rows of cells set off by tabs.

kreuzberg takes the file apart, offline. It knows the text alone, tabs between the cells of a row and two behind each row.
"""

from __future__ import annotations

from minutes_parser.source import MinutesError, Source

SUFFIXES = (".doc", ".dot")
MEDIA_TYPE = "application/msword"
LARGEST = 100_000_000

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD = "WordDocument".encode("utf-16-le")
_PROTECTED = "EncryptedPackage".encode("utf-16-le")
_OTHERS = tuple(name.encode("utf-16-le") for name in ("Workbook", "PowerPoint Document", "__properties_version1.0"))
"""What only sheets, slides and messages have in them, which are compound files too."""
_HEADER = 512
_FIRST = b"\xec\xa5"
"""The first bytes of Word's own stream, which mostly comes first in the file."""
_ROW_END = "\t\t"


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
    from minutes_parser.readers.composer import Composer
    from minutes_parser.readers.flow import Para, Piece, Row, Table, write

    def para(words: str) -> Para:
        return Para([Piece(words)])

    composer = Composer()
    for line in _text(data, name).replace("\r", "\n").split("\n"):
        *rows, rest = line.split(_ROW_END)
        if rows:
            write([Table([Row([[para(cell)] for cell in row.split("\t")]) for row in rows])], composer)
        if rest.strip():
            write([para(rest)], composer)
    return composer.source(name, MEDIA_TYPE, None)


def _text(data: bytes, name: str) -> str:
    """Return the document's text; raise ``MinutesError`` where there is none to be had."""
    if _PROTECTED in data:
        raise MinutesError(f"{name}: is protected by a password; save a copy without one")
    if not data.startswith(_COMPOUND) or any(other in data for other in _OTHERS):
        raise MinutesError(f"{name}: is no Word file of the old kind; check the file or leave out --format")
    if _is_cut(data):
        raise MinutesError(f"{name}: the file is damaged or cut short; open and save it again, or fetch it anew")
    from kreuzberg import ExtractionConfig, KreuzbergError, extract_bytes_sync

    try:
        settings = ExtractionConfig(output_format="plain", use_cache=False)
        content = extract_bytes_sync(data, MEDIA_TYPE, settings).content
    except (KreuzbergError, RuntimeError, ValueError) as error:
        raise MinutesError(f"{name}: the file is damaged or cut short; open and save it again as .docx") from error
    if not content.strip():
        raise MinutesError(f"{name}: no text in it; check that it is the right file")
    return content
