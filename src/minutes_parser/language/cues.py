"""Where certain letters stand in a text, found once for the whole of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from minutes_parser.source import Source

_LOWER_IS_ASCII = ("İ", "\u212a")
"""The only letters beyond ASCII whose lower case is ASCII: the dotted I, and the sign for kelvin."""


class Cues:
    """The places of some strings in a text, letters' case aside.

    A search through the whole text for one string after another is many times faster than one through each sentence.
    """

    def __init__(self, source: Source, strings: Iterable[str]) -> None:
        """Find the ``strings``, which are in lower case: letters and spaces, or marks without letters."""
        text, low = source.text, _lower(source)
        vocabulary = " ".join(source.words) if low is source.low else low
        places: list[tuple[int, int]] = []
        for string in strings:
            if not string[0].isalpha():
                within = text
            elif string.split()[-1] in vocabulary:
                within = low
            else:
                continue
            start = within.find(string)
            while start >= 0:
                places.append((start, start + len(string)))
                start = within.find(string, start + 1)
        self._places = sorted(places)

    def within(self, start: int, end: int) -> bool:
        """Whether one of them stands between the two offsets."""
        places = self._places
        for index in range(bisect_left(places, (start, 0)), len(places)):
            first, last = places[index]
            if last <= end:
                return True
            if first >= end:
                return False
        return False


def _lower(source: Source) -> str:
    """Return the text in lower case, as long as it was; of letters beyond ASCII nothing needs to be told."""
    if any(letter in source.text for letter in _LOWER_IS_ASCII):
        return source.text.replace("İ", "I").lower()
    return source.low
