"""Lists of bodies with those who came from each in brackets: 'Quay Trust (A Bell, B Day), Vale Council (C Dale)'."""

from __future__ import annotations

from minutes_parser import lazy
from minutes_parser.layout.names import ORGANISATION, ROLE
from minutes_parser.layout.slices import between
from minutes_parser.stages.attendees.cuts import is_full_name
from minutes_parser.stages.attendees.entry import Entry, entry_at

_DELEGATION = lazy.compile(
    r"(?:and[ ])?(?P<body>[A-Z][\w’'&./ -]{1,60}?)[ ]?\((?P<names>[^()]{3,200})\)(?:[,;.][\s]*|[ ]+(?=and[ ]|[A-Z])|\s*\Z)"
)
_NEXT = lazy.compile(r"\s*(?:[,;/&]|\band\b)\s*(?:and\b\s*)?")
_WITH_INITIAL = lazy.compile(r"(?:[A-Z]\.?[ ]?){1,3}[A-Z][\w’'-]+")
_FEWEST = 2


def by_delegation(text: str, start: int, end: int) -> list[Entry]:
    """Return the people of a line in which every bracket holds nothing but names, and what stands before it is a body; nothing for another line."""
    if text.count("(", start, end) < _FEWEST or text[end - 1] not in ").;":
        return []
    found, at, bodies, several = list[Entry](), start, 0, False
    while at < end:
        delegation = _DELEGATION.match(text, at, end)
        if delegation is None or ROLE.search(delegation["body"]):
            return []
        places = between(_NEXT, text, *delegation.span("names"))
        if not all(is_full_name(text, *place) for place in places):
            return []
        several = several or len(places) > 1
        bodies += ORGANISATION.search(delegation["body"]) is not None or bool(_WITH_INITIAL.fullmatch(text, *places[0]))
        for place in places:
            if entry := entry_at(text, *place):
                entry.organisation = " ".join(delegation["body"].split())
                found.append(entry)
        at = delegation.end()
    return found if bodies and several else []
