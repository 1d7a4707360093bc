"""Rich Text: paragraphs, lists and tables; what is set bold as a whole may be a heading."""

from __future__ import annotations

from minutes_parser.readers.office import read_marked
from minutes_parser.source import MinutesError, Source

SUFFIXES = (".rtf",)
MEDIA_TYPE = "application/rtf"
DEEPEST = 500
"""Groups within groups; Word nests a dozen."""


def recognises(data: bytes) -> bool:
    """Whether the bytes begin as Rich Text does."""
    return data.startswith(b"{\\rtf")


def read(data: bytes, name: str) -> Source:
    """Read Rich Text; raise ``MinutesError`` for a file that is damaged."""
    if _depth(data) > DEEPEST:
        raise MinutesError(f"{name}: is nested deeper than any document; check where it comes from")
    return read_marked(data, name, MEDIA_TYPE)


def _depth(data: bytes) -> int:
    """Return how deep the groups of the file are nested."""
    depth = deepest = 0
    for brace in data.translate(None, delete=_NO_BRACES):
        depth += 1 if brace == 0x7B else -1
        deepest = max(deepest, depth)
    return deepest


_NO_BRACES = bytes(byte for byte in range(256) if byte not in b"{}")
