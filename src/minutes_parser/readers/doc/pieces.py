"""The characters of an old Word file and where each of its parts stands ([MS-DOC] 2.4 and 2.5).

Characters are counted through all parts: the text, then notes, headers, comments and text boxes. The text lies in
pieces, in the order in which it was saved; a table says which piece comes next.
"""

from __future__ import annotations

from array import array
from itertools import accumulate
from struct import iter_unpack, unpack_from
from typing import NamedTuple

from minutes_parser.readers.doc.compound import Compound

PARTS = ("text", "footnotes", "headers", "macros", "comments", "endnotes", "boxes", "header_boxes")
TABLES = {
    "styles": 1, "footnote_refs": 2, "footnotes": 3, "sections": 6, "headers": 11, "characters": 12, "paragraphs": 13,
    "pieces": 33, "shapes": 40, "endnote_refs": 46, "endnotes": 47, "boxes": 56, "lists": 73, "list_uses": 74,
}  # fmt: skip
"""Where the file information block tells the place of each table."""
_COUNTS, _PLACES = 76, 154
_FIRST_FORMAT = 0xC0
"""The number of Word 97's format, which is this or a little higher."""
_MOST_CHARACTERS = 2_000_000
_COMPRESSED = 0x40000000


class ProtectedError(ValueError):
    """The file is encrypted."""


class TooOldError(ValueError):
    """The file was saved by a Word of before 1997."""


class TooLongError(ValueError):
    """The file holds far more than minutes do."""


class Piece(NamedTuple):
    """Characters that lie side by side in the file."""

    first: int
    last: int
    """The character behind it."""
    place: int
    """Offset in the stream of Word's text."""
    width: int
    """Bytes of a character."""


class Words:
    """The characters, and the tables that tell about them."""

    def __init__(self, file: Compound) -> None:
        """Read the file information block and the pieces; ``ValueError`` where they are broken."""
        self.stream = file.stream("WordDocument") or b""
        magic, version, flags = unpack_from("<HH6xH", self.stream)
        if version < _FIRST_FORMAT and magic in (0xA5EC, 0xA5DC, 0xA5DB):
            raise TooOldError
        if magic != 0xA5EC:
            raise ValueError("no text of Word's")
        if flags & 0x100:
            raise ProtectedError
        self._tables = file.stream("1Table" if flags & 0x200 else "0Table") or b""
        self.data = file.stream("Data") or b""
        counts = unpack_from("<iii4xiiii", self.stream, _COUNTS)
        counts = (*counts[:3], 0, *counts[3:])
        if min(counts) < 0:
            raise ValueError("fewer characters than none")
        ends = list(accumulate(counts))
        self.parts = {name: (end - count, end) for name, count, end in zip(PARTS, counts, ends, strict=True)}
        self.pieces = _pieces(self.table("pieces"))
        self.characters = "".join(self._decode(piece) for piece in self.pieces)

    def table(self, name: str) -> bytes:
        """Return a table, b'' where the file has none of that kind."""
        start, length = unpack_from("<II", self.stream, _PLACES + 8 * TABLES[name])
        return self._tables[start : start + length]

    def tail(self, name: str) -> bytes:
        """Return a table and all that stands behind it."""
        start, length = unpack_from("<II", self.stream, _PLACES + 8 * TABLES[name])
        return self._tables[start:] if length else b""

    def _decode(self, piece: Piece) -> str:
        """Return the characters of a piece, one for each code unit."""
        found = self.stream[piece.place : piece.place + (piece.last - piece.first) * piece.width]
        if len(found) < (piece.last - piece.first) * piece.width:
            raise ValueError("text behind the end of its stream")
        if piece.width == 1:
            return found.decode("cp1252", "replace")
        return "".join(map(chr, array("H", found)))


def _pieces(table: bytes) -> list[Piece]:
    """Return the pieces in the order of the text; changes of the text's look that go with them stand before."""
    at = 0
    while table[at : at + 1] == b"\x01":
        at += 3 + unpack_from("<H", table, at + 1)[0]
    if table[at : at + 1] != b"\x02":
        raise ValueError("no table of pieces")
    places, told = plex(table[at + 5 : at + 5 + unpack_from("<I", table, at + 1)[0]], 8)
    if places != sorted(places) or not places or places[0]:
        raise ValueError("pieces in no order")
    if places[-1] > _MOST_CHARACTERS:
        raise TooLongError
    found = []
    for index, entry in enumerate(told):
        (place,) = unpack_from("<I", entry, 2)
        if place & _COMPRESSED:
            found.append(Piece(places[index], places[index + 1], (place & ~_COMPRESSED) // 2, 1))
        else:
            found.append(Piece(places[index], places[index + 1], place, 2))
    return found


def plex(table: bytes, size: int) -> tuple[list[int], list[bytes]]:
    """Return a table of n + 1 numbers and n entries of ``size`` bytes, as Word's tables are."""
    count = max(len(table) - 4, 0) // (4 + size)
    start = 4 * (count + 1)
    numbers = [number for (number,) in iter_unpack("<I", table[:start])] if table else []
    return numbers, [table[start + at * size : start + (at + 1) * size] for at in range(count)]
