"""Values of a record as runs of text in named styles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from minutes_parser.models import Attendee, DateValue, Due, Minutes, Party, TimeValue
from minutes_parser.page import wording
from minutes_parser.roster import Roster
from minutes_parser.styled import Paragraph, Run
from minutes_parser.styled import names as n
from minutes_parser.styled.escapes import NONE, encode, fold


def value(text: str, style: str) -> Run:
    """Return a text of the record in its style."""
    return Run(encode(fold(text)), style)


def optional(text: str | None, style: str) -> list[Run]:
    """Return a text that may be missing."""
    return [Run(NONE, style)] if text is None else [value(text, style)]


def label(words: str) -> Run:
    """Return words that only label or separate."""
    return Run(words, n.LABEL)


def apart(parts: Iterable[Sequence[Run]], by: str) -> list[Run]:
    """Return the runs of several parts with a separator between them."""
    return list(chain.from_iterable([label(by), *part] if index else part for index, part in enumerate(parts)))


def line(words: str, runs: Sequence[Run]) -> Paragraph:
    """Return a line of the particulars: a label, then values."""
    return Paragraph(n.PARTICULARS, (label(f"{words}\t"), *runs))


def folded(attendee: Attendee) -> Attendee:
    """Return the attendee as the page will give it back: the roster looks people up by these texts."""
    return attendee.model_copy(
        update={
            "name": fold(attendee.name),
            "role": None if attendee.role is None else fold(attendee.role),
            "abbreviation": None if attendee.abbreviation is None else fold(attendee.abbreviation),
            "aliases": [fold(alias) for alias in attendee.aliases],
        }
    )


class Setting:
    """What the values of one record need to be set: who is meant by which name, and the day of the meeting."""

    def __init__(self, minutes: Minutes) -> None:
        """Take the record."""
        people = [folded(attendee) for attendee in minutes.attendees]
        chair, date = minutes.meeting.chair, minutes.meeting.date
        self.numbers = {attendee.id: number for number, attendee in enumerate(people, 1)}
        self.strangers = Roster(people)
        self.roster = Roster(people, chair.attendee if chair and chair.attendee in self.numbers else None)
        self.day = date.value if date else None
        self.cites_numbers = False
        """Some name is told apart by its number in the attendance list."""

    def party(self, party: Party | None, style: str, roster: Roster | None = None) -> list[Run]:
        """Return a mention, with the attendee meant where the roster does not say so."""
        if party is None:
            return [Run(NONE, style)]
        run = value(party.text, style)
        meant = self.numbers.get(party.attendee or "")
        known = (roster or self.roster).resolve(fold(party.text))
        if meant == self.numbers.get(known or ""):
            return [run]
        self.cites_numbers = self.cites_numbers or meant is not None
        return [run, Run(wording.party_reading(meant), n.READING)]

    def date(self, date: DateValue, style: str) -> list[Run]:
        """Return a date, with the day meant where its words do not say so."""
        run = value(date.text, style)
        if wording.day_meant(fold(date.text)) == (date.value, date.inferred):
            return [run]
        return [run, Run(wording.date_reading(date.value, list(date.inferred)), n.READING)]

    def time(self, time: TimeValue, style: str) -> list[Run]:
        """Return a time of day, on the 24-hour clock too where its words do not say so."""
        run = value(time.text, style)
        if wording.time_meant(fold(time.text)) == time.value:
            return [run]
        return [run, Run(wording.time_reading(time.value), n.READING)]

    def due(self, due: Due, style: str) -> list[Run]:
        """Return a due time, with the days meant where its words do not say so."""
        run = value(due.text, style)
        if wording.days_meant(fold(due.text), self.day) == (due.earliest, due.latest):
            return [run]
        return [run, Run(wording.due_reading(due.earliest, due.latest), n.READING)]
