"""Offices with their holders behind a comma: 'Curator of Boats, A. Bell', 'Chair, Ann Bell, Clerk, Bob Day'."""

from __future__ import annotations

from minutes_parser import lazy
from minutes_parser.layout.given import begins_given
from minutes_parser.layout.names import HONORIFIC, Name, name_at, role_or_organisation
from minutes_parser.layout.posts import behind_article, may_open_post, post_at
from minutes_parser.layout.slices import between
from minutes_parser.stages.attendees.cuts import is_full_name

_COMMA = lazy.compile(r",\s*")
_INITIALLED = lazy.compile(r"(?:(?:[A-Z]\.[ ]?){1,3}|[A-Z]{1,2}[ ])[A-Z][\w’'-]{1,30}")
"""'A. Bell', 'AB Bell'."""
_TITLED = lazy.compile(rf"(?!Hon\b\.?[ ](?i:sec|treas|pres|vice)){HONORIFIC}\b\.?[ ][A-Z]")
_LONGEST, _LONGEST_HOLDER = 140, 60
"""Characters of an office, and of who holds it."""
_PAIR = 2
"""Words of an office whose first one may be any ('Wellness Officer', not 'Ann Bell Treasurer'), and its phrases."""


def holder_behind(text: str, start: int, end: int) -> tuple[str, Name] | None:
    """Return the office that fills the slice up to its last comma, and who holds it; None for anything else.

    The holder has a title, an initial or a well-known given name: 'Chair, Harbour Rail' names nobody.
    """
    opened = text.rfind(" (", start, end) if text[end - 1] == ")" else -1
    stop = opened if opened > start else end
    comma = text.rfind(", ", max(start, stop - _LONGEST_HOLDER), stop)
    if not 0 < comma - start < _LONGEST or not text[start].isupper() or not _is_person(text, comma + 2, stop):
        return None
    name = name_at(text, comma + 2, stop)
    begin = behind_article(text, start, comma)
    words = " ".join(text[begin:comma].split())
    return (words, name) if name and _is_office(text, start, comma) else None


def taking_turns(text: str, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return each office with its holder where a list has them by turns: 'Chair', 'Ann Bell', 'Clerk', 'Bob Day'; else nothing."""
    pairs = list(zip(parts[::2], parts[1::2], strict=False))
    if len(parts) % 2 or not all(_is_person(text, *b) and _is_office(text, *a) for a, b in pairs):
        return []
    return [(a, end) for (a, _), (_, end) in pairs]


def _is_office(text: str, start: int, end: int) -> bool:
    """Whether a slice, up to its first comma and as a whole, says an office and nobody in it."""
    first = text[start:end].partition(",")[0]
    phrases = between(_COMMA, text, start, end)
    if "(" in first or not (may_open_post(text, start, end) or first.count(" ") < _PAIR):
        return False
    if len(phrases) > _PAIR or any(_may_be_person(text, *one) or post_at(text, *one) for one in phrases):
        return False
    return role_or_organisation(first) == "role" == role_or_organisation(text[start:end])


def _is_person(text: str, start: int, end: int) -> bool:
    """Whether a slice is a name beyond doubt and nothing else."""
    end -= text[end - 1] == "." and end > start
    return _may_be_person(text, start, end) and is_full_name(text, start, end)


def _may_be_person(text: str, start: int, end: int) -> bool:
    """Whether a slice begins as names do that are ones beyond doubt."""
    return (
        begins_given(text, start, end)
        or _INITIALLED.match(text, start, end) is not None
        or _TITLED.match(text, start, end) is not None
    )
