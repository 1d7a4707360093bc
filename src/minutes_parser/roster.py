"""The roster: which attendee a mention in the text means, abstaining when unsure."""

from __future__ import annotations

from collections.abc import Sequence

from minutes_parser.models import Attendee, Party, Span
from minutes_parser.source import Source


class Roster:
    """The attendees of one meeting, looked up by the ways in which minutes mention them."""

    def __init__(self, attendees: Sequence[Attendee]) -> None:
        """Index the attendees by abbreviation, name and surname."""
        self.attendees = tuple(attendees)
        self._by_key: dict[str, set[str]] = {}
        for attendee in attendees:
            for key in (attendee.abbreviation, attendee.name, attendee.name.split()[-1]):
                if key:
                    self._by_key.setdefault(key.casefold(), set()).add(attendee.id)

    def resolve(self, mention: str) -> str | None:
        """Return the id of the one attendee whom ``mention`` means, or None."""
        found = self._by_key.get(mention.removeprefix("The ").removeprefix("the ").casefold(), set())
        return next(iter(found)) if len(found) == 1 else None

    def party(self, source: Source, start: int, end: int) -> Party:
        """Return the mention at ``start`` to ``end`` of ``source`` as a party."""
        text = source.fold(start, end)
        return Party(text=text, span=Span(start=start, end=end), attendee=self.resolve(text))
