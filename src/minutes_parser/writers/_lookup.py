"""Who and what the ids of a record stand for."""

from __future__ import annotations

from collections.abc import Iterable

from minutes_parser.models import Minutes, Party


class Lookup:
    """The names of a record's attendees and the labels of its sections, by id.

    An id that nothing bears stands for nothing: a record that was edited by hand may hold one.
    """

    def __init__(self, minutes: Minutes) -> None:
        self._names = {person.id: person.name for person in minutes.attendees}
        self._sections = {
            section.id: " ".join(filter(None, (section.number, section.title))) for section in minutes.sections
        }

    def name(self, party: Party | None) -> str:
        """Return the name of the attendee who is meant, or the mention as written where it is not certain who is."""
        if party is None:
            return ""
        return self._names.get(party.attendee or "", party.text)

    def names(self, parties: Iterable[Party | None]) -> str:
        """Return who is meant, each once, set off by semicolons."""
        return "; ".join(dict.fromkeys(name for party in parties if (name := self.name(party))))

    def section(self, id: str | None) -> str:
        """Return the number and title of a section."""
        return self._sections.get(id or "", "")


def written(parties: Iterable[Party | None]) -> str:
    """Return the mentions as they are written, each once, set off by semicolons."""
    return "; ".join(dict.fromkeys(party.text for party in parties if party))
