"""Cues: where a text holds any of some words, found once, so that patterns are tried only where they may succeed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable


class Cues:
    """The places of some words in a text."""

    def __init__(self, text: str, words: Iterable[str], *, any_case: bool = False) -> None:
        """Find the ``words`` in ``text``; with ``any_case`` they are given in lower case and found in any."""
        low = text.lower() if any_case else text
        if len(low) != len(text):  # a letter whose lower case is longer would shift what follows
            low = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
        places: list[int] = []
        for word in words:
            at = low.find(word)
            while at >= 0:
                places.append(at)
                at = low.find(word, at + len(word))
        places.sort()
        self.places = places

    @classmethod
    def at(cls, places: list[int]) -> Cues:
        """Return cues at known places, in order."""
        cues = cls("", ())
        cues.places = places
        return cues

    def between(self, start: int, end: int) -> list[int]:
        """Return the places between the offsets."""
        return self.places[bisect_left(self.places, start) : bisect_left(self.places, end)]

    def within(self, start: int, end: int) -> bool:
        """Whether one of the words begins between the offsets."""
        index = bisect_left(self.places, start)
        return index < len(self.places) and self.places[index] < end
