"""How paragraphs and characters of an old Word file are set: lists of single changes ([MS-DOC] 2.6, 2.9.43 and 2.9.243).

Each change ("sprm") is a number and an operand, whose length the number tells. Pages of 512 bytes hold those of many runs.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice
from struct import unpack_from
from typing import NamedTuple

from minutes_parser.readers.doc.pieces import Piece, TooLongError, Words, plex

Change = tuple[int, bytes]
"""The number of a change and its operand."""

_LENGTHS = (1, 1, 2, 4, 2, 2, 0, 3)
"""Bytes of an operand, by the last three bits of the number; 0 where the operand begins with its length."""
TABLE_COLUMNS = 0xD608
_TABS = 0xC615
_ELSEWHERE = (0x6645, 0x6646)
"""The changes stand in the stream of data, as they are too many."""
_PAGE = 512
_MOST_RUNS = 500_000
_MOST_CHANGES = 300
"""Changes of one list; a paragraph of a table with many columns has a hundred."""


def changes(packed: bytes, data: bytes = b"") -> list[Change]:
    """Return the changes of a list; ``data`` is the stream where too long a list goes on."""
    return list(islice(_changes(packed, data), _MOST_CHANGES))


def _changes(packed: bytes, data: bytes) -> Iterator[Change]:
    at = 0
    while at + 2 < len(packed):
        (number,) = unpack_from("<H", packed, at)
        at += 2
        length = _LENGTHS[number >> 13]
        if number == TABLE_COLUMNS:
            length = unpack_from("<H", packed, at)[0] + 1 if at + 2 <= len(packed) else 2
        elif not length:
            if number == _TABS and packed[at] == 255:
                return  # so many tabs that their length must be counted: nobody sets them beside a list or a heading
            length = packed[at] + 1
        operand = packed[at : at + length]
        if number in _ELSEWHERE and data and len(operand) == 4:
            (place,) = unpack_from("<I", operand)
            more = unpack_from("<H", data, place)[0] if place + 2 <= len(data) else 0
            yield from _changes(data[place + 2 : place + 2 + more], b"")
        else:
            yield number, operand
        at += length


class Run(NamedTuple):
    """Characters that are set alike."""

    first: int
    last: int
    packed: bytes
    """Their list of changes; that of paragraphs begins with the number of their style."""


class Settings:
    """The runs of a document, characters or paragraphs, in its order."""

    def __init__(self, runs: list[Run]) -> None:
        """Take runs that are sorted."""
        self._runs = runs
        self._starts = [run.first for run in runs]

    def at(self, character: int) -> bytes:
        """Return the changes at a character."""
        index = bisect_right(self._starts, character) - 1
        return self._runs[index].packed if index >= 0 and character < self._runs[index].last else b""

    def between(self, first: int, last: int) -> Iterator[Run]:
        """Yield runs that cover all characters from ``first`` to ``last``; those of which nothing is told change nothing."""
        index = max(bisect_right(self._starts, first) - 1, 0)
        while first < last:
            run = self._runs[index] if index < len(self._runs) else Run(last, last, b"")
            index += 1
            if run.first > first:
                yield Run(first, min(run.first, last), b"")
            if run.last > first and run.first < last:
                yield Run(max(run.first, first), min(run.last, last), run.packed)
            first = max(first, run.last)


def settings(words: Words, kind: str) -> Settings:
    """Return how ``kind`` ('paragraphs' or 'characters') are set."""
    stored = sorted(islice(_stored(words, kind), _MOST_RUNS + 1))
    if len(stored) > _MOST_RUNS:
        raise TooLongError
    starts = [run.first for run in stored]
    found = []
    for piece in words.pieces:
        index = max(bisect_right(starts, piece.place) - 1, 0)
        end = piece.place + (piece.last - piece.first) * piece.width
        while index < len(stored) and stored[index].first < end:
            run = stored[index]
            index += 1
            first, last = _counted(piece, max(run.first, piece.place)), _counted(piece, min(run.last, end))
            if first < last:
                found.append(Run(first, last, run.packed))
            if len(found) > _MOST_RUNS:
                raise TooLongError
    return Settings(found)


def _counted(piece: Piece, place: int) -> int:
    return piece.first + (place - piece.place) // piece.width


def _stored(words: Words, kind: str) -> Iterator[Run]:
    """Yield the runs as they stand in the file, by the offsets of their bytes."""
    _, numbers = plex(words.table(kind), 4)
    for number in dict.fromkeys(unpack_from("<I", entry)[0] & 0x3FFFFF for entry in numbers):
        page = words.stream[number * _PAGE : (number + 1) * _PAGE]
        if len(page) < _PAGE:
            raise ValueError("a page behind the end of its stream")
        count = page[-1]
        places = unpack_from(f"<{count + 1}I", page)
        size = 13 if kind == "paragraphs" else 1
        for index in range(count):
            at = page[4 * (count + 1) + index * size] * 2
            packed = _packed(page, at, kind == "paragraphs") if at else b""
            if places[index] < places[index + 1]:
                yield Run(places[index], places[index + 1], packed)


def _packed(page: bytes, at: int, paragraph: bool) -> bytes:
    """Return the list of changes that stands at ``at`` on a page."""
    length = page[at]
    if not paragraph:
        return page[at + 1 : at + 1 + length]
    if length:
        return page[at + 1 : at + 2 * length]
    return page[at + 2 : at + 2 + 2 * page[at + 1]]
