"""Streams of a PDF that unpack to gigabytes, found before PDFium unpacks them."""

from __future__ import annotations

import base64
import binascii
import re
import zlib

MOST_BYTES = 200_000_000
"""What the streams of a document that are not pictures may unpack to."""

_STREAM = re.compile(rb"stream\r?\n")
_FILTER = re.compile(rb"/Filter\s*(\[[^\]]{0,400}\]|/[A-Za-z0-9]{1,40}|\d{1,9}\s)")
_NAME = re.compile(rb"/([A-Za-z0-9]{1,40})")
_LATE = re.compile(rb"/EarlyChange\s{1,9}0")
"""Codes of LZW as no program writes them, which would be miscounted."""
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_SHORT = {b"Fl": b"FlateDecode", b"LZW": b"LZWDecode", b"RL": b"RunLengthDecode", b"A85": b"ASCII85Decode",
          b"AHx": b"ASCIIHexDecode"}  # fmt: skip
_UNPACKING = frozenset((b"FlateDecode", b"LZWDecode", b"RunLengthDecode"))
_HEAD = 20_000
"""The dictionary of a stream stands in so many bytes before it."""
_SMALL = 20_000
"""A stream of so many bytes unpacks to twenty megabytes at most."""
_STEP = 1_000_000
_RUN = 64
"""Two bytes of run lengths stand for 128 at most."""
_MOST_LZW = 5_000_000
"""Streams of this size in LZW, which nobody has written for decades, are not counted but refused."""
_CLEAR, _END, _WIDEST = 256, 257, 12


def unpacks_to_too_much(data: bytes) -> bool:
    """Whether streams other than pictures and fonts unpack to far more than any document holds."""
    left, before = MOST_BYTES, 0
    for match in _STREAM.finditer(data):
        since = max(match.start() - _HEAD, before)
        head = data[max(data.rfind(b" obj", since, match.start()), since) : match.start()]
        before = match.end()
        filters = [] if b"/Image" in head else _filters(head)
        unpacking = [name for name in filters if name in _UNPACKING]
        if not unpacking:
            continue
        if len(unpacking) > 1 or _LATE.search(head):
            return True
        end = data.find(b"endstream", match.end())
        size = (end if end >= 0 else len(data)) - match.end()
        if size > _SMALL:
            left -= _unpacked(data[match.end() : match.end() + size], filters, left)
        else:
            left -= size
        if left < 0:
            return True
    return False


def _filters(head: bytes) -> list[bytes]:
    """Return the names of a stream's filters; one that stands elsewhere is taken for the usual one."""
    if b"#" in head:
        head = _ESCAPED.sub(lambda match: bytes((int(match[1], 16),)), head)
    found = _FILTER.search(head)
    if not found:
        return []
    return [_SHORT.get(name, name) for name in _NAME.findall(found[1])] or [b"FlateDecode"]


def _unpacked(stream: bytes, filters: list[bytes], most: int) -> int:
    """Return how many bytes a stream unpacks to, counted to a little over ``most``; nothing is kept."""
    for name in filters:
        if name == b"FlateDecode":
            return _inflated(stream, most)
        if name == b"LZWDecode":
            return _lzw(stream, most)
        if name == b"RunLengthDecode":
            return len(stream) * _RUN
        try:
            if name == b"ASCII85Decode":
                stream = base64.a85decode(b"".join(stream.partition(b"~>")[0].split()))
            elif name == b"ASCIIHexDecode":
                digits = b"".join(stream.partition(b">")[0].split())
                stream = binascii.unhexlify(digits[: len(digits) // 2 * 2])
        except ValueError:  # no program writes it so
            return most + 1
    return len(stream)


def _inflated(stream: bytes, most: int) -> int:
    unpacking, count = zlib.decompressobj(), 0
    try:
        while stream and count <= most:
            count += len(unpacking.decompress(stream, _STEP))
            stream = unpacking.unconsumed_tail
    except zlib.error:
        pass
    return count


def _lzw(stream: bytes, most: int) -> int:
    """Count what codes of LZW stand for: each new code for one byte more than the code before it."""
    if len(stream) > _MOST_LZW:
        return most + 1
    lengths = [1] * 258
    bits = held = count = last = 0
    width = 9
    for byte in stream:
        bits, held = (bits << 8 | byte) & 0xFFFFFF, held + 8
        if held < width:
            continue
        held -= width
        code = bits >> held & (1 << width) - 1
        if code == _CLEAR:
            del lengths[258:]
            width, last = 9, 0
            continue
        if code == _END or count > most:
            break
        if last and len(lengths) < 1 << _WIDEST:
            lengths.append(last + 1)
        last = lengths[code] if code < len(lengths) else 1
        count += last
        width = min(max((len(lengths) + 2).bit_length(), 9), _WIDEST)  # one code early, as PDF has it
    return count
