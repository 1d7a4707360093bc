"""Offices with their holders in brackets: 'Chief Executive (Dr. A. Bell), Engineer, Roads (Ms. B. Day)'.

The title within the bracket tells that a person stands there, so the office may be one of any words.
"""

from __future__ import annotations

import re

from minutes_parser import lazy
from minutes_parser.layout.names import HONORIFIC, ORGANISATION, ROLE, Name, name_at
from minutes_parser.layout.posts import is_office, is_post

_BRACKET = lazy.compile(rf"\(\s*(?P<name>{HONORIFIC}\b\.?\s+[A-Z][^()]{{1,40}}?)\s*\)")
_TWO = lazy.compile(
    rf"\(\s*(?P<first>{HONORIFIC}\b\.?\s+[A-Z][^(),]{{1,30}}?)(?:,\s*|\s+(?:and|&)\s+)(?P<second>{HONORIFIC}\b\.?\s+[A-Z][^(),]{{1,30}}?)\s*\)"
)
"""Two who hold the same office."""
_UNTITLED = lazy.compile(r"\(\s*(?P<name>[A-Z][\w’'-]{1,20}\s[A-Z][\w’'-]{1,24})\s*\)")
"""Somebody without a title, which counts behind what can only be an office."""
_SOMEBODY = lazy.compile(rf"{HONORIFIC}\b\.?\s+[A-Z]")
_ANY = lazy.compile(r"\([^()]{3,60}\)")
_WORD = lazy.compile(r"[A-Za-z]+")
_BETWEEN = " \t\n,;.&"
_LONGEST = 140
"""Characters of an office."""


def held(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the slices of a list in which every person stands in a bracket behind an office; nothing for another list."""
    opened = text.find("(", start, end)
    if opened < 0 or not _BRACKET.match(text, opened, end):
        return []
    places, begin = list[tuple[int, int]](), start
    for bracket in _ANY.finditer(text, start, end):
        begin = _behind(text, begin, bracket.start())
        if places and (two := _TWO.fullmatch(text, *bracket.span())):
            places += [two.span("first"), two.span("second")]
            begin = bracket.end()
            continue
        if holder_at(text, begin, bracket.end()) is None:
            return []
        places.append((begin, bracket.end()))
        begin = bracket.end()
    return places if not text[begin:end].strip(_BETWEEN) else []


def _behind(text: str, start: int, end: int) -> int:
    """Return where an office begins behind the bracket before it: commas and 'and' may stand between."""
    while start < end and text[start] in _BETWEEN:
        start += 1
    return start + 4 if text.startswith("and ", start) else start


def holder_at(text: str, start: int, end: int) -> tuple[str, Name] | None:
    """Return the office that fills the slice but for a bracket behind it, and who holds it; None for anything else."""
    start = start + 4 if text.startswith(("the ", "The "), start) else start
    opened = text.find("(", start, min(end, start + _LONGEST))
    bracket = None
    if opened > start and text[start].isupper():
        bracket = _BRACKET.match(text, opened, end) or _untitled(text, start, opened, end)
    if not bracket or text[bracket.end() : end].strip(_BETWEEN) or _SOMEBODY.match(text, start, opened):
        return None
    office = " ".join(text[start:opened].split()).rstrip(" ,;:–-")
    name = name_at(text, *bracket.span("name"))
    named = name is not None and not text[name.end : bracket.end("name")].strip(" \n.")
    if not named or ")" in office or not (ROLE.search(office) or any(map(is_office, _WORD.findall(office)))):
        return None
    return (office, name) if name else None


def _untitled(text: str, start: int, opened: int, end: int) -> re.Match[str] | None:
    """Return the bracket with a full name behind an office and, set off by a comma, where it is: 'Head Clerk, Markets (Ann Bell)'."""
    comma = text.find(",", start, opened)
    if comma < 0 or not is_post(text, start, comma):
        return None
    bracket = _UNTITLED.match(text, opened, end)
    return bracket if bracket and not (ROLE.search(bracket["name"]) or ORGANISATION.search(bracket["name"])) else None
