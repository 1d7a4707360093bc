"""Cues: where a text holds any of some words, found once, so that patterns are tried only where they may succeed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Set as AbstractSet

from minutes_parser.source import Source


class Cues:
    """Places in a text, in order."""

    def __init__(self, places: list[int]) -> None:
        """Take the offsets, in order."""
        self.places = places

    @classmethod
    def of(cls, source: Source, words: AbstractSet[str]) -> Cues:
        """Return the places of ``words``, in lower case; those that the text holds as words of their own are sought."""
        low, places = source.low, list[int]()
        for word in words & source.words:
            at = low.find(word)
            while at >= 0:
                places.append(at)
                at = low.find(word, at + len(word))
        places.sort()
        return cls(places)

    def between(self, start: int, end: int) -> list[int]:
        """Return the places between the offsets."""
        return self.places[bisect_left(self.places, start) : bisect_left(self.places, end)]

    def within(self, start: int, end: int) -> bool:
        """Whether one of the words begins between the offsets."""
        index = bisect_left(self.places, start)
        return index < len(self.places) and self.places[index] < end
