"""Two with one surname: 'Ann and Bob Day' are Ann Day and Bob Day."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from minutes_parser import lazy
from minutes_parser.layout.given import begins_given
from minutes_parser.stages.attendees.cuts import is_full_name

_FORENAME = lazy.compile(r"[A-Z][a-z’'-]{1,20}")
_FULL = lazy.compile(r"[A-Z][\w’'.-]{1,20}(?:[ ]|\r?\n)(?P<surname>[A-Z][\w’'-]{1,24})[ .]{0,2}")
_FEWEST = 3
"""Entries of a list that tells by itself whether its people go by one name."""


def surnames(text: str, places: Sequence[tuple[int, int]]) -> dict[int, str]:
    """Return the surnames of those who share that of the next one, by where they begin.

    Where anybody else in the list goes by one word, a single name may be somebody's whole name.
    """
    found = dict[int, str]()
    for (a, b), (c, d) in pairwise(places):
        full = _FULL.fullmatch(text, c, d) if text[b:c].strip() in ("and", "&") else None
        if full and _FORENAME.fullmatch(text, a, b) and is_full_name(text, c, full.end("surname")):
            found[a] = full["surname"]
    if not found:
        return found
    single = sum(1 for place in places if _FORENAME.fullmatch(text, *place))
    given = all(begins_given(text, a, b) for a, b in places)
    return found if single == len(found) and (given or len(places) >= _FEWEST) else {}
