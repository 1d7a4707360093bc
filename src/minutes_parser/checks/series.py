"""Which minutes came before others of the same body."""

from __future__ import annotations

from collections.abc import Iterable

from minutes_parser.models import Minutes
from minutes_parser.rules.subject import Subject


class Series:
    """Minutes by body and day; those that do not say their day are in no series."""

    def __init__(self, minutes: Iterable[Minutes] = ()) -> None:
        """Put ``minutes`` in order."""
        dated = [(day, item) for item in minutes if (day := _day(item))]
        self._dated = sorted(dated, key=lambda entry: entry[0])

    def subject(self, minutes: Minutes) -> Subject:
        """Return ``minutes`` as what rules look at, with those of the same body before their day."""
        day, body = _day(minutes), _body(minutes)
        earlier = [item for before, item in self._dated if day and before < day and _body(item) == body]
        return Subject(minutes, minutes.source.text, tuple(earlier))


def _day(minutes: Minutes) -> str | None:
    return minutes.meeting.date.value if minutes.meeting.date else None


def _body(minutes: Minutes) -> str:
    return minutes.meeting.body.text.casefold() if minutes.meeting.body else ""
