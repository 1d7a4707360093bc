"""Cues: where a text holds any of some words, found once, so that patterns are tried only where they may succeed."""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from minutes_parser.source import Source

_BEHIND_ALL = sys.maxsize


class Cues:
    """Places in a text, in order."""

    def __init__(self, places: list[int], words: Mapping[int, str] | None = None) -> None:
        """Take the offsets, in order, and which word begins at each."""
        self.places, self._words = places, words or {}
        self._bounded = [*places, _BEHIND_ALL]  # there always is a next one

    @classmethod
    def of(cls, source: Source, words: AbstractSet[str]) -> Cues:
        """Return the places of ``words``, in lower case; those that the text holds as words of their own are sought."""
        low, places = source.low, dict[int, str]()
        for word in sorted(words & source.words, key=len):  # the longest word that begins at a place comes last
            at = low.find(word)
            while at >= 0:
                places[at] = word
                at = low.find(word, at + len(word))
        return cls(sorted(places), places)

    def words(self, start: int, end: int) -> list[str]:
        """Return the words that begin between the offsets."""
        return [self._words[place] for place in self.between(start, end)]

    def between(self, start: int, end: int) -> list[int]:
        """Return the places between the offsets."""
        return self.places[bisect_left(self.places, start) : bisect_left(self.places, end)]

    def first(self, start: int) -> int:
        """Return the first place from the offset on; where there is none, one behind any text."""
        return self._bounded[bisect_left(self._bounded, start)]

    def last(self, end: int) -> int:
        """Return the last place before the offset; -1 where there is none."""
        index = bisect_left(self.places, end)
        return self.places[index - 1] if index else -1

    def within(self, start: int, end: int) -> bool:
        """Whether one of the words begins between the offsets."""
        return self._bounded[bisect_left(self._bounded, start)] < end


def places(text: str, word: str) -> list[int]:
    """Return where ``word`` stands in the text, in order."""
    found: list[int] = []
    find, length = text.find, len(word)
    at = find(word)
    while at >= 0:
        found.append(at)
        at = find(word, at + length)
    return found
