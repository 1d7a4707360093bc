"""Mentions that are sure to name one person, or one team."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from minutes_parser.layout.names import ORGANISATION, ROLE, name_at
from minutes_parser.models import Attendee
from minutes_parser.rules.capitals import COMMON

_HANDLE = re.compile(r"@[\w.-]+")
_INITIALS = re.compile(r"[A-Z]{2,3}")
_GROUP = re.compile(
    r"(?:teams?|staff|offices?|officers?|admins?|services?|units?|divisions?|directorates?|secretariat|leadership|reps?|users?|"
    r"working|task|force|highways|international|national|england|scotland|wales|ireland|uk|master|sub-?committees?|chairs?|owners?|families|volunteers?|students?|pupils?|public|exec)",
    re.IGNORECASE,
)
"""Words that no person is called by."""


_TEAM = re.compile(
    r"(?:[Tt]he )?[A-Z][\w&’'-]*(?: [\w&’'-]+){0,4} (?:team|unit|department|directorate|division)", re.IGNORECASE
)


def is_person(mention: str, *, initials: bool) -> bool:
    """Return whether a mention is a handle, a full name, a surname behind a title or, where such are in use, ``initials``.

    One capitalised word may be a forename, a role or a company: it is not taken for a person.
    """
    if _HANDLE.fullmatch(mention):
        return True
    if _INITIALS.fullmatch(mention):
        return initials and mention not in COMMON
    name = name_at(mention, 0, len(mention), handles=False)
    if name is None or name.end != len(mention):
        return False
    words = mention[name.start :].split()
    if any(_names_many(word) for word in words):
        return False
    return name.title is not None or len(words) > 1


class Listed:
    """The people of an attendance list by surname, for names that the list writes shorter or longer."""

    def __init__(self, people: Iterable[Attendee]) -> None:
        """Take the attendees."""
        self._forenames: dict[str, set[str]] = defaultdict(set)
        for person in people:
            first, *others = person.name.casefold().split() or [""]
            if others:
                self._forenames[others[-1]].add(first.rstrip("."))

    def may_hold(self, mention: str) -> bool:
        """Return whether somebody is listed by the initial and surname of a full name, or the other way round."""
        name = name_at(mention, 0, len(mention), handles=False)
        first, *others = (mention[name.start :] if name else mention).casefold().split() or [""]
        known = self._forenames.get(others[-1], set()) if others else set()
        initial = first[:1]
        return initial in known or (len(first.rstrip(".")) == 1 and any(other[:1] == initial for other in known))


def is_team(mention: str) -> bool:
    """Return whether a mention names a team of an organisation, whose people could be named; bodies and offices are none."""
    return _TEAM.fullmatch(mention) is not None


def _names_many(word: str) -> bool:
    """Whether a word is of a role, a group or an organisation."""
    one = word.strip(".,").removesuffix("s")
    return any(pattern.fullmatch(form) for pattern in (_GROUP, ROLE, ORGANISATION) for form in (word, one))
