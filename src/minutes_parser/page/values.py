"""Values of a record, taken from runs of text in named styles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from minutes_parser.models import DateValue, Due, Party, Quoted, Span, TimeValue
from minutes_parser.page import wording
from minutes_parser.roster import Roster
from minutes_parser.styled import Run
from minutes_parser.styled import names as n

_BETWEEN = (n.LABEL, n.REFERENCE, n.COPY)


class Value(NamedTuple):
    """Words in one style, with the reading in brackets behind them."""

    style: str
    text: str
    span: Span
    absent: bool
    refers: str
    reading: str = ""

    @property
    def quoted(self) -> Quoted:
        """The value as a text of the record."""
        return Quoted(text=self.text, span=self.span)


def values(runs: Iterable[Run], style: str = "") -> list[Value]:
    """Return the values that stand in ``runs``, in order; words in no style are in ``style``."""
    found: list[Value] = []
    for run in runs:
        if run.style == n.READING and found:
            found[-1] = found[-1]._replace(reading=run.text)
        elif run.style not in (*_BETWEEN, n.READING):
            text = run.text.strip()
            start = run.start + len(run.text) - len(run.text.lstrip())
            if text or not run.text:
                span = Span(start=start, end=start + len(text))
                found.append(Value(run.style or style, text, span, run.absent, run.refers))
    return found


def first(found: Sequence[Value], style: str) -> Value | None:
    """Return the first value in a style, None where it is missing or said to be absent."""
    return next((value for value in found if value.style == style and not value.absent), None)


def words(found: Sequence[Value], style: str) -> str | None:
    """Return the text of the first value in a style."""
    value = first(found, style)
    return value.text if value else None


class Meanings:
    """What values mean: who is who, and the days counted from that of the meeting."""

    def __init__(self, attendees: Sequence[str], roster: Roster, day: str | None = None) -> None:
        """Take the ids of the attendees in their order, the roster, and the day of the meeting."""
        self.attendees = attendees
        self.roster = roster
        self.day = day

    def party(self, value: Value) -> Party:
        """Return a mention of somebody."""
        if value.reading:
            number = wording.read_party(value.reading) or 0
            attendee = self.attendees[number - 1] if 0 < number <= len(self.attendees) else None
        else:
            attendee = self.roster.resolve(value.text)
        return Party(text=value.text, attendee=attendee, span=value.span)

    def one(self, found: Sequence[Value], style: str) -> Party | None:
        """Return the first mention in a style."""
        value = first(found, style)
        return self.party(value) if value else None

    def parties(self, found: Sequence[Value], style: str) -> list[Party]:
        """Return all mentions in a style."""
        return [self.party(value) for value in found if value.style == style and not value.absent]

    def due(self, found: Sequence[Value]) -> Due | None:
        """Return the time by when."""
        value = first(found, n.DUE)
        if value is None:
            return None
        days = wording.read_due(value.reading) if value.reading else wording.days_meant(value.text, self.day)
        return Due(text=value.text, earliest=days[0], latest=days[1], span=value.span)


def date(value: Value) -> DateValue:
    """Return a date."""
    day, inferred = wording.read_date(value.reading) if value.reading else wording.day_meant(value.text)
    return DateValue.model_validate({"text": value.text, "value": day, "inferred": inferred, "span": value.span})


def time(value: Value | None) -> TimeValue | None:
    """Return a time of day; None where its words name none."""
    if value is None:
        return None
    clock = wording.read_time(value.reading) if value.reading else wording.time_meant(value.text)
    return TimeValue(text=value.text, value=clock, span=value.span) if clock else None
