"""A question that was found."""

from __future__ import annotations

from dataclasses import dataclass

from minutes_parser.language import Act
from minutes_parser.stages.exchanges.speakers import Span


@dataclass(slots=True)
class Asked:
    """A question, and where its answer is to be looked for."""

    passage: int
    """Position of its passage in the flow."""
    sentence: int
    """Position of its sentence in the passage."""
    start: int
    end: int
    asker: Span | None
    addressee: Span | None
    key: str
    """Who asked, for comparing."""
    act: Act | None = None
    """The reported act; None for a direct question."""
    rest: int | None = None
    """Where, behind a direct question, the same passage goes on."""
    told: bool = False
    """The answer to this direct question is told in sentences, as that to a reported one."""

    settled: bool = False
    """Somebody is to see to it; it was not answered."""

    @property
    def direct(self) -> bool:
        """Whether it opens its passage in its own words, to be answered behind or below."""
        alone = self.rest is not None or not self.asker
        return self.act is None and not self.told and self.sentence == 0 and alone

    def follows(self, other: Asked) -> bool:
        """Whether the same person put this question right after ``other``, to be answered with it."""
        adjacent = self.passage == other.passage and self.sentence == other.sentence + 1
        return adjacent and bool(self.key) and self.key == other.key
