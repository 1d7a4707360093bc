"""Streams of a PDF that unpack to gigabytes, found before PDFium unpacks them."""

from __future__ import annotations

import re
import zlib

MOST_BYTES = 200_000_000
"""What the streams of a document that are not pictures may unpack to."""

_STREAM = re.compile(rb"stream\r?\n")
_TWICE = re.compile(rb"/(?:FlateDecode|Fl)\s*/(?:FlateDecode|Fl|LZWDecode|LZW)\b")
_HEAD = 400
"""The dictionary of a stream stands in so many bytes before it."""
_SMALL = 20_000
"""A stream of so many bytes unpacks to twenty megabytes at most."""
_STEP = 1_000_000


def unpacks_to_too_much(data: bytes) -> bool:
    """Whether streams other than pictures and fonts unpack to far more than any document holds."""
    left = MOST_BYTES
    for match in _STREAM.finditer(data):
        head = data[max(match.start() - _HEAD, 0) : match.start()].rpartition(b" obj")[2]
        if b"/Fl" not in head or b"/Image" in head:
            continue
        if _TWICE.search(head):
            return True
        end = data.find(b"endstream", match.end())
        size = (end if end >= 0 else len(data)) - match.end()
        if size > _SMALL:
            left -= _unpacked(data[match.end() : match.end() + size], left)
        else:
            left -= size
        if left < 0:
            return True
    return False


def _unpacked(stream: bytes, most: int) -> int:
    """Return how many bytes a stream unpacks to, counted to a little over ``most``; nothing is kept."""
    unpacking, count = zlib.decompressobj(), 0
    try:
        while stream and count <= most:
            count += len(unpacking.decompress(stream, _STEP))
            stream = unpacking.unconsumed_tail
    except zlib.error:
        pass
    return count
