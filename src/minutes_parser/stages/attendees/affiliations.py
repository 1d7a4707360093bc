"""Affiliations that only the rest of the list shows to be some: '(orrin-tools)', 'Ann Bell Quay', 'Bob Day-Quay'."""

from __future__ import annotations

from collections.abc import Sequence

from minutes_parser import lazy
from minutes_parser.stages.attendees.entry import Entry
from minutes_parser.stages.attendees.remarks import says_nothing

_FEWEST = 3
"""People whose affiliations in brackets show that what the list has in brackets is one."""
_SMALL = lazy.compile(r"(?<=\w)[ ]?\((?P<words>[a-z][\w.+-]{1,23}(?:/[\w.+-]{2,24})?)\)")
_NO_ONE = frozenset(
    "he/him she/her they/them he/they she/they chair scribe minutes notes remote host clerk guest".split()
)
_FULL = lazy.compile(r"[A-Z][\w’'-]+[ ][A-Z][\w’'-]+|[A-Z][a-z]+-[A-Z][a-z]+")
"""What is left of a name without the affiliation: two words, or two that a hyphen joins."""
_MARK = lazy.compile(r"[ -]")
_NAME_AND_ONE = lazy.compile(r"(?P<name>[A-Z][a-z’'-]+[ ][A-Z][\w’'-]+)[ ](?P<body>[A-Z][a-z]{2,15})")


def give_affiliations(text: str, entries: Sequence[Entry]) -> None:
    """Give those people the affiliation behind their names whose list shows what stands there to be one."""
    shown = sum(1 for entry in entries if f"({entry.organisation})" in text[entry.start : entry.end])
    if shown >= _FEWEST:
        _bracketed(text, entries)
    known = {entry.organisation for entry in entries if entry.organisation}
    if known:
        _known_of_others(known, entries)
        _without_mark(text, entries)


def _bracketed(text: str, entries: Sequence[Entry]) -> None:
    """Take a word in small letters in a bracket for one where the others have theirs in brackets, too."""
    for entry in entries:
        small = _SMALL.search(text, entry.start, entry.end) if not (entry.organisation or entry.role) else None
        if small and small["words"] not in _NO_ONE and not says_nothing(small["words"]):
            entry.organisation = small["words"]


def _known_of_others(known: set[str], entries: Sequence[Entry]) -> None:
    """Part a name from the organisation run on to it that others of the list have: 'Ann Bell Quay' and 'Bob Day-Quay' beside 'Cy Dale - Quay'."""
    for entry in entries:
        if entry.organisation or entry.written:
            continue
        for mark in _MARK.finditer(entry.name):
            name, body = entry.name[: mark.start()], entry.name[mark.end() :]
            if body in known and _FULL.fullmatch(name):
                entry.name, entry.organisation = name, body
                break


def _without_mark(text: str, entries: Sequence[Entry]) -> None:
    """Take the third word of a name for its organisation where everybody else has one, set off by nothing but a space."""
    bare = [entry for entry in entries if not (entry.organisation or entry.role)]
    lines = [(entry, " ".join(text[entry.start : entry.end].split())) for entry in entries if entry.organisation]
    unmarked = sum(1 for entry, line in lines if f"{entry.name} {entry.organisation}" in line)
    names = [_NAME_AND_ONE.fullmatch(entry.name) for entry in bare]
    if unmarked < _FEWEST or len(bare) > unmarked or not all(names):
        return
    for entry, found in zip(bare, names, strict=True):
        if found:
            entry.name, entry.organisation = found["name"], found["body"]
