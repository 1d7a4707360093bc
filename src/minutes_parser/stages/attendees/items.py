"""Lists of which each item is one person with where they come from: '- Ann Bell, Quay and Vale Laboratory, France'."""

from __future__ import annotations

from collections.abc import Sequence

from minutes_parser import lazy
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.given import begins_given
from minutes_parser.layout.names import ORGANISATION, role_or_organisation
from minutes_parser.stages.attendees.cuts import cut_at, is_full_name

_COMMA = lazy.compile(r"[()\[\]]|,\s*")
_BEHIND = lazy.compile(r"\s*[(\[–—-]")
_FEWEST, _LONGEST = 3, 200
_NEARLY = 8
"""One name of so many may be odd."""
_MOSTLY = 5
"""One phrase of so many, at least, can be nobody."""


def are_one_each(text: str, lines: Sequence[Block]) -> bool:
    """Whether the first items in a row are a person each: a full name first, and what commas set off behind it is nobody else."""
    items: list[Block] = []
    for line in lines:
        if line.kind == "bullet":
            items.append(line)
        elif items:
            break
    if len(items) < _FEWEST or any(item.end - item.body > _LONGEST for item in items):
        return False
    if sum(text.count(",", item.body, item.end) for item in items) * 2 <= len(items):
        return False  # there are no more phrases than commas
    cut = [cut_at(_COMMA, text, item.body, item.end) for item in items]
    phrases = [phrase for _, *behind in cut for phrase in behind]
    told = sum(1 for a, b in phrases if _tells(text[a:b]))
    if len(phrases) * 2 <= len(items) or told * _MOSTLY < len(phrases):
        return False
    people = 0
    for (start, end), *_ in cut:
        mark = _BEHIND.search(text, start, end)
        people += is_full_name(text, start, mark.start() if mark else end)
    others = sum(1 for phrase in phrases if begins_given(text, *phrase) and is_full_name(text, *phrase))
    return others * _NEARLY <= len(phrases) and people * _NEARLY >= len(items) * (_NEARLY - 1)


def _tells(words: str) -> bool:
    """Whether a phrase can be nobody where others have full names: one word, a body, an office."""
    return " " not in words.strip() or ORGANISATION.search(words) is not None or role_or_organisation(words) == "role"
