"""The stretches of text in which sentences about the meeting itself may stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from string import digits

from minutes_parser.source import Source
from minutes_parser.stages.header.lines import Place


@dataclass(slots=True)
class Zone:
    """A stretch of text in which sentences about the meeting itself may stand; it never changes (see ``Block``)."""

    start: int
    end: int
    low: str
    """Its text in lower case, to look for words before any pattern is tried."""
    counts: bool
    """Whether a digit may stand in it: without one it has no date, and no hour but 'noon' and 'midnight'."""


def zones_of(source: Source, slices: Iterable[Place]) -> list[Zone]:
    """Return the stretches of the text as zones."""
    low = source.low
    return [Zone(start, end, words := low[start:end], _counts(source, words)) for start, end in slices]


def _counts(source: Source, words: str) -> bool:
    """Whether a digit stands among the words: one of those beyond ASCII, where the text has any, may stand in all."""
    for digit in digits:
        if digit in words:
            return True
    return source.numbers_beyond


def holding(zones: Iterable[Zone], stems: Sequence[str]) -> Iterator[Zone]:
    """Yield the zones in which one of the stems stands."""
    for zone in zones:
        low = zone.low
        for stem in stems:
            if stem in low:
                yield zone
                break
