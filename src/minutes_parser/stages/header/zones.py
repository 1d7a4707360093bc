"""The stretches of text in which sentences about the meeting itself may stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from string import digits
from typing import NamedTuple

from minutes_parser.layout.cues import places
from minutes_parser.source import Source
from minutes_parser.stages.header.lines import Place


class Zone(NamedTuple):
    """A stretch of text in which sentences about the meeting itself may stand."""

    start: int
    end: int
    low: str
    """Its text in lower case, to look for words before any pattern is tried."""
    counts: bool
    """Whether a digit stands in it: without one it has no date, and no hour but 'noon' and 'midnight'."""


def zones_of(source: Source, slices: Iterable[Place]) -> list[Zone]:
    """Return the stretches of the text as zones."""
    text, low = source.text, source.low
    return [Zone(start, end, words := low[start:end], _counts(text[start:end], words)) for start, end in slices]


def _counts(words: str, low: str) -> bool:
    """Whether a digit stands among the words: such as ASCII has, or another, for which ``low`` has a '?'."""
    for digit in digits:
        if digit in low:
            return True
    return "?" in low and any(words[at].isdecimal() for at in places(low, "?"))


def holding(zones: Iterable[Zone], stems: Sequence[str]) -> Iterator[Zone]:
    """Yield the zones in which one of the stems stands."""
    for zone in zones:
        low = zone.low
        for stem in stems:
            if stem in low:
                yield zone
                break
