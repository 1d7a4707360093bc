"""Lists that put the surname first: 'Bell, Ann (Quay Trust)', 'Bell, Ann; Day, Bob'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes_parser import lazy
from minutes_parser.layout.given import is_given
from minutes_parser.layout.names import HONORIFIC, ORGANISATION, ROLE
from minutes_parser.stages.attendees.cuts import cut_at

_INVERTED = lazy.compile(
    r"(?P<last>(?:(?:de|van|von|der|den|da|di|la|le|du|al|el)[ ]){0,2}[A-ZÀ-Þ][\w’'-]{1,24})"
    rf"(?:[ ](?:Jr|Sr|II|III)\.?)?,[ ]{{1,3}}(?P<title>{HONORIFIC}\b\.?[ ])?"
    r"(?P<first>[A-ZÀ-Þ](?:[\w’'-]{1,20}|\.|\b)(?:[ ]?[A-Z](?:\.|[\w’'-]{1,20}|\b)){0,2})(?=[ ]*(?:[(\[–—;,:<@/-]|\n|\Z)|[ ]{2}|\t)"
)
_BETWEEN = lazy.compile(r"[()\[\]]|\s*(?:;|\n|\|)\s*(?:and\s+)?")
_LONGEST, _LABEL = 2000, 50


def turned(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return a surname with the ``title`` and the ``first`` name behind its comma with which a slice begins."""
    return _INVERTED.match(text, start, end)


def surname_first(text: str, places: Sequence[tuple[int, int]]) -> bool:
    """Whether nearly all slices begin so, and given names or initials behind the commas show that it is no list of first names or bodies."""
    found = [match for place in places if (match := turned(text, *place)) and _is_set_off(match, place[1])]
    if len(found) * 5 < len(places) * 4:
        return False
    sure = [_is_sure(match) for match in found]
    wrong = sum(is_given(match["last"]) and not one for match, one in zip(found, sure, strict=True))
    return sum(sure) * 2 >= len(found) > 0 and sum(sure) > wrong


def by_surname(text: str, start: int, end: int, *, alone: bool = False) -> list[tuple[int, int]]:
    """Return the people of a line that lists several so, or one ``alone`` where the list does; nothing for any other line."""
    if text.find(",", start, end) < 0 or end - start > _LONGEST or not (alone or text.find(";", start, end) > 0):
        return []
    places = cut_at(_BETWEEN, text, start, end)
    return places if (alone or len(places) > 1) and surname_first(text, places) else []


def lists_by_surname(text: str, lines: Sequence[tuple[int, int]]) -> bool:
    """Whether two lines of a list or more, or two people of one, put the surname first."""
    lines = [(_behind_label(text, *line), line[1]) for line in lines if text.find(", ", *line) > 0]
    single = [line for line in lines if text.count(",", *line) == 1 or text.find("(", *line) > 0]
    return (len(single) > 1 and surname_first(text, single)) or any(by_surname(text, *line) for line in lines)


def _behind_label(text: str, start: int, end: int) -> int:
    """Return where the people of a line begin: behind its first colon."""
    colon = text.find(": ", start, min(end, start + _LABEL))
    return colon + 2 + len(text[colon + 2 : end]) - len(text[colon + 2 : end].lstrip()) if colon > 0 else start


def _is_set_off(match: re.Match[str], end: int) -> bool:
    """Whether what stands behind a second comma is no further first name: 'Bell, Ann, Quay Trust'."""
    behind = match.string[match.end() : end].strip()
    return not behind.startswith(",") or bool(ROLE.search(behind) or ORGANISATION.search(behind))


def _is_sure(match: re.Match[str]) -> bool:
    first = match["first"]
    if ROLE.search(match["last"]) or ORGANISATION.search(match["last"]):
        return False
    initials = first.replace(" ", "")
    return (
        (is_given(first.split()[0].split(".")[0]) and not (is_given(match["last"]) and not match["last"].isupper()))
        or bool(match["title"])
        or (initials.isupper() and "." in initials and len(initials) < _INITIALS)
    )


_INITIALS = 7
"""Characters of initials with their stops."""
