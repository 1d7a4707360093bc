"""Affiliations in small letters: '(orrin-tools)' is one where the others of the list have theirs in brackets, too."""

from __future__ import annotations

from collections.abc import Iterable

from minutes_parser import lazy
from minutes_parser.stages.attendees.entry import Entry
from minutes_parser.stages.attendees.remarks import says_nothing

_FEWEST = 3
"""People whose affiliations in brackets show that what the list has in brackets is one."""
_SMALL = lazy.compile(r"(?<=\w)[ ]?\((?P<words>[a-z][\w.+-]{1,23}(?:/[\w.+-]{2,24})?)\)")
_NO_ONE = frozenset(
    "he/him she/her they/them he/they she/they chair scribe minutes notes remote host clerk guest".split()
)


def give_affiliations(text: str, entries: Iterable[Entry]) -> None:
    """Give those people the affiliation behind their names whose list has it in brackets."""
    entries = list(entries)
    shown = sum(1 for entry in entries if f"({entry.organisation})" in text[entry.start : entry.end])
    if shown < _FEWEST:
        return
    for entry in entries:
        small = _SMALL.search(text, entry.start, entry.end) if not (entry.organisation or entry.role) else None
        if small and small["words"] not in _NO_ONE and not says_nothing(small["words"]):
            entry.organisation = small["words"]
