"""Stars beside names and the legends that tell what they stand for."""

from __future__ import annotations

from minutes_parser import lazy
from minutes_parser.source import Source
from minutes_parser.stages.attendees.entry import Entry
from minutes_parser.stages.attendees.groups import Group

_STARRED = lazy.compile(
    r"(?i)\(?\s*(voting members?|members?)\s+(?:are\s+)?(?:denoted|marked|indicated|shown)\s+(?:by|with)\s+(?:an\s+)?asterisks?"
)
_PRESENT_STARRED = lazy.compile(
    r"(?i)\*[ ]?(?:denotes|indicates|means|=)[ ]?(?:those[ ]|members?[ ])?(?:who[ ](?:were|are)[ ])?(present|in attendance|absent)"
)
"""A legend above a list of all members: '(* denotes present)'."""


def _star(source: Source, people: list[tuple[Entry, Group]], role: str) -> None:
    """Give the role that a legend gives to starred names."""
    for entry, _ in people:
        if "*" in source.text[entry.start : entry.end + 2] and entry.role is None:
            entry.role = role


def _star_present(source: Source, people: list[tuple[Entry, Group]], legend: int, says: str) -> None:
    """Give the people of the list below a legend the status that a star before or behind the name stands for."""
    below = [pair for pair in people if pair[0].start > legend]
    for entry, group in below:
        if group is not below[0][1]:
            return
        line = source.text.rfind("\n", legend, entry.start) + 1
        starred = "*" in source.text[line or entry.start : entry.end + 2].partition("\n")[0]
        entry.status = "present" if starred != (says == "absent") else "absent"


def read_stars(source: Source, people: list[tuple[Entry, Group]]) -> None:
    """Give starred people the role, and a list with stars the statuses, that its legend tells."""
    if "asterisk" in source.text and (starred := _STARRED.search(source.text)):
        _star(source, people, starred[1].rstrip("s").capitalize())
    if "*" in source.text and (starred := _PRESENT_STARRED.search(source.text)):
        _star_present(source, people, starred.end(), starred[1].lower())
