"""What tells father from son behind a name and belongs to it: 'Robert Tarn, Jr.', 'Daniel Moss III'."""

from __future__ import annotations

from minutes_parser import lazy

_GENERATION = lazy.compile(
    r",?[ ](?:(?:Jr|JR|Sr|SR)\b\.?(?!(?<=[Ss][rR]\.)[ ][A-Z]|(?<=[Ss][rR])[ ][A-Z])|(?:II|III|IV)\b(?!\.\w))"
)
_SUFFIX = lazy.compile(r",?\s(?:Jr|JR|Sr|SR|II|III|IV)\.?\Z")
_LAST = frozenset("rRIV.")
"""What such a word ends in."""


def behind_generation(text: str, stop: int, end: int) -> int:
    """Return where a name ends that ends at ``stop`` without such a word; 'Sr. Planner' behind it is an office."""
    if text[stop : stop + 1] not in (",", " "):
        return stop
    found = _GENERATION.match(text, stop, end)
    return found.end() if found else stop


def without_generation(name: str) -> str:
    """Return a name without such a word, as people are called by it."""
    return _SUFFIX.sub("", name) if name[-1:] in _LAST else name
