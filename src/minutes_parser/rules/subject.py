"""What a rule looks at, and what it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from minutes_parser.models import Minutes, Party, Span
from minutes_parser.roster import Roster
from minutes_parser.rules.numbers import Numbered, numbers_of

_LONGEST_EXCERPT = 60


@dataclass(frozen=True)
class Subject:
    """The minutes that a rule looks at."""

    minutes: Minutes
    text: str | None = None
    """The text to which the spans refer, where it is known."""
    earlier: tuple[Minutes, ...] = ()
    """Minutes of earlier meetings of the same body, the last one at the end."""

    people: Roster | None = None
    """The attendees, looked up by mention, where reading has already indexed them."""

    @cached_property
    def roster(self) -> Roster:
        """The attendees, looked up by mention."""
        if self.people is not None:
            return self.people
        chair = self.minutes.meeting.chair
        return Roster(self.minutes.attendees, chair.attendee if chair else None)

    @cached_property
    def numbered(self) -> tuple[Numbered, ...]:
        """The sections whose number counts."""
        return tuple(numbers_of(self.minutes.sections))

    def reported(self, code: str) -> Iterator[Fault]:
        """Yield what the reading of the document itself reported under ``code``."""
        for diagnostic in self.minutes.diagnostics:
            if diagnostic.code == code:
                yield Fault(diagnostic.message, diagnostic.span)

    def parties(self) -> Iterator[Party]:
        """Yield every mention of a party in what was read from the business."""
        minutes = self.minutes
        for action in minutes.actions:
            yield from action.owners
        for commitment in minutes.commitments:
            yield from commitment.owners
        for exchange in minutes.exchanges:
            for party in (exchange.question.asker, exchange.question.addressee):
                if party:
                    yield party
            for answer in exchange.answers:
                if answer.speaker:
                    yield answer.speaker
        for decision in minutes.decisions:
            for party in (decision.moved_by, decision.seconded_by):
                if party:
                    yield party

    def written(self) -> Iterator[tuple[str, Span]]:
        """Yield the text of each block of the business, and where it stands."""
        for section in self.minutes.sections:
            for block in section.blocks:
                yield block.text, block.span


class Fix(NamedTuple):
    """A change of the text that mends a fault."""

    span: Span
    replacement: str
    safe: bool
    """It cannot change what the minutes say."""


class Fault(NamedTuple):
    """What a rule found."""

    message: str
    """One sentence."""
    span: Span | None = None
    """Where it applies; None for the whole document."""
    fix: Fix | None = None


def excerpt(text: str) -> str:
    """Return ``text``, cut where it is long."""
    return text if len(text) <= _LONGEST_EXCERPT else f"{text[:_LONGEST_EXCERPT].rstrip()}…"
