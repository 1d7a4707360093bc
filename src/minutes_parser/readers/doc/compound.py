"""Compound files: a file system within a file, in which Word kept its streams ([MS-CFB]).

A stream is a chain of sectors, which a table joins; small streams lie in sectors of 64 bytes within a stream of the root.
Whatever is broken (a chain that turns back, a sector behind the end) raises ``ValueError``.
"""

from __future__ import annotations

from struct import iter_unpack, unpack_from

_LARGEST_SECTOR = 0xFFFFFFFA
"""Numbers from here on are no sectors: ends of chains, free places."""
_FREE = 0xFFFFFFFF
_ENTRY = 128
_HEADER = 512


class Compound:
    """An open compound file."""

    def __init__(self, data: bytes) -> None:
        """Read the table of sectors and the list of what the root holds."""
        if len(data) < _HEADER:
            raise ValueError("no compound file")
        self._data = data
        shift, small_shift = unpack_from("<HH", data, 30)
        if shift not in (9, 12) or small_shift != 6:
            raise ValueError("sectors of a size that nobody uses")
        self._size, self._small_size = 1 << shift, 1 << small_shift
        first_entry, self._cutoff, first_small = unpack_from("<I4xII", data, 48)
        self._next = self._table()
        used = next((at for at in range(len(self._next), 0, -1) if self._next[at - 1] != _FREE), 0)
        if (used + 1) * self._size > len(data):
            raise ValueError("the file ends before its last sector")
        entries = self._whole(first_entry)
        self._entries = [entries[at : at + _ENTRY] for at in range(0, len(entries) - _ENTRY + 1, _ENTRY)]
        self._next_small = _numbers(self._whole(first_small)) if first_small < _LARGEST_SECTOR else []
        start, size = unpack_from("<IQ", self._entries[0], 116)
        self._small = self._whole(start)[:size] if start < _LARGEST_SECTOR else b""
        self.root = self._children()

    def stream(self, name: str) -> bytes | None:
        """Return a stream that lies in the root itself, None where there is none of that name."""
        entry = self.root.get(name)
        if entry is None:
            return None
        start, size = unpack_from("<II", entry, 116)  # what is larger than 4 GB is not read
        if not size:
            return b""
        if size < self._cutoff:
            sectors = _chain(self._next_small, start)
            found = b"".join(self._small[at * self._small_size : (at + 1) * self._small_size] for at in sectors)
        else:
            found = self._whole(start)
        if len(found) < size:
            raise ValueError("a stream ends early")
        return found[:size]

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        if start >= len(self._data):
            raise ValueError("a sector behind the end of the file")
        return self._data[start : start + self._size]

    def _whole(self, start: int) -> bytes:
        return b"".join(map(self._sector, _chain(self._next, start)))

    def _table(self) -> list[int]:
        """Return for each sector the one that follows it in its chain."""
        more, count = unpack_from("<II", self._data, 68)
        parts = _numbers(self._data[76:_HEADER])
        seen: set[int] = set()
        while count and more < _LARGEST_SECTOR:
            if more in seen:
                raise ValueError("a chain without end")
            seen.add(more)
            *listed, more = _numbers(self._sector(more))
            parts += listed
        parts = [part for part in parts if part < _LARGEST_SECTOR]
        if len(set(parts)) < len(parts):
            raise ValueError("a part of the table that is named twice")
        return [number for part in parts for number in _numbers(self._sector(part))]

    def _children(self) -> dict[str, bytes]:
        """Return the entries of the root by their names; those of embedded files lie deeper."""
        found: dict[str, bytes] = {}
        (first,) = unpack_from("<I", self._entries[0], 76)
        todo, seen = [first], {_FREE}
        while todo:
            number = todo.pop()
            if number in seen or number >= len(self._entries):
                continue
            seen.add(number)
            entry = self._entries[number]
            length, _kind, left, right = unpack_from("<HHII", entry, 64)
            found.setdefault(entry[: max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace"), entry)
            todo += [left, right]
        return found


def _numbers(data: bytes) -> list[int]:
    return [number for (number,) in iter_unpack("<I", data)]


def _chain(following: list[int], number: int) -> list[int]:
    """Return the sectors of a chain, beginning with ``number``."""
    chain: list[int] = []
    while number < _LARGEST_SECTOR:
        if number >= len(following) or len(chain) > len(following):
            raise ValueError("a chain that leads nowhere")
        chain.append(number)
        number = following[number]
    return chain
