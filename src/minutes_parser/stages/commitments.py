"""Promises made in the discussion."""

from __future__ import annotations

from minutes_parser.layout.outline import Outline
from minutes_parser.models import Commitment
from minutes_parser.roster import Roster


def read(outline: Outline, roster: Roster, recorded: list[tuple[int, int]], meeting_date: str | None) -> list[Commitment]:
    """Read them in document order."""
    return []
