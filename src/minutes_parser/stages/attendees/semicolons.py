"""People set off by semicolons, each with what a comma sets off: 'Ann Bell, President; Bob Day, Trustee'."""

from __future__ import annotations

from itertools import pairwise

from minutes_parser import lazy
from minutes_parser.layout.names import ORGANISATION, ROLE, name_at, role_or_organisation
from minutes_parser.layout.slices import between
from minutes_parser.stages.attendees.cuts import cut_at, is_bare, is_full

_COMMA = lazy.compile(r",(?!\s*(?:Inc|Ltd|LLC|LLP|PLC|plc|Corp|GmbH)\b)\s*")
_MANY = 5
"""Parts of a list in which one semicolon may be a comma."""
SEMICOLON = lazy.compile(r"[()\[\]]|\s*;\s*(?:and\s+)?")


def by_semicolon(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the people of a line 'Ann Bell, President; Bob Day, Trustee; ...', or nothing where it is none."""
    parts = cut_at(SEMICOLON, text, start, end)
    if len(parts) >= _MANY:
        parts = [one for part in parts for one in _parted(text, *part)]
    commas = sum(1 for a, b in parts if text.find(",", a, b) > 0)
    if len(parts) > 1 and commas * 2 > len(parts) and all(_is_one(text, *part) for part in parts):
        return parts  # 'Ann Bell, Quay Ltd; Bob Day, Vale Herald'
    people = [one for place in parts for one in _pair(text, *place)]
    good = sum(1 for place in people if _has_role(text, *place))
    return people if good > 1 and good * 3 >= len(people) * 2 else []


def _is_one(text: str, start: int, end: int) -> bool:
    """Whether a part is a full name, alone or with what a comma sets off."""
    if text.find(",", start, end) < 0:
        return is_full(text, start, end) and is_bare(text, start, end - (text[end - 1] == "."))
    return _is_before_comma(text, start, end) and not _lists_more(text, start, end)


def _parted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a part where a comma stands for a semicolon, before somebody else: 'Ann Bell, Quay University, Bob Day, Editor'."""
    phrases = between(_COMMA, text, start, end)
    for before, (begin, stop) in pairwise(phrases):
        cut = [(start, before[1]), (begin, end)]
        if before[0] > start and _is_somebody(text, begin, stop) and all(_is_one(text, *one) for one in cut):
            return cut
    return [(start, end)]


def _is_before_comma(text: str, start: int, end: int) -> bool:
    """Whether a full name, and nothing else, stands before the first comma."""
    comma = text.find(",", start, end)
    return comma > start and is_full(text, start, comma) and is_bare(text, start, comma)


def _lists_more(text: str, start: int, end: int) -> bool:
    """Whether behind the first comma stands a list with 'and', or behind one of several somebody else."""
    comma = text.find(",", start, end)
    if text.find(" and ", comma, end) >= 0:
        return role_or_organisation(text[comma + 1 : end]) != "role"
    phrases = between(_COMMA, text, comma + 1, end)
    return len(phrases) > 1 and any(_is_somebody(text, *one) for one in phrases)


def _is_somebody(text: str, start: int, end: int) -> bool:
    words = text[start:end].strip(" .")
    return is_full(text, start, end) and not (ROLE.search(words) or ORGANISATION.search(words))


def _pair(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut 'Ann Bell and Bob Day, Directors' in two: the role behind them is that of both, and stands with the second."""
    first = name_at(text, start, end)
    gap = first.end if first else end
    if not first or not text.startswith(" and ", gap) or not name_at(text, gap + 5, end):
        return [(start, end)]
    return [(start, gap), (gap + 5, end)]


def _has_role(text: str, start: int, end: int) -> bool:
    """Whether the slice is a name and, behind a comma, a role."""
    comma, name = text.find(",", start, end), name_at(text, start, end)
    return (
        name is not None
        and comma >= name.end
        and not text[name.end : comma].strip()
        and role_or_organisation(text[comma + 1 : end]) == "role"
    )
