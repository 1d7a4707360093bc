"""Questions and their answers."""

from __future__ import annotations

from minutes_parser.layout.outline import Outline
from minutes_parser.models import Exchange
from minutes_parser.roster import Roster


def read(outline: Outline, roster: Roster, stops: list[tuple[int, int]]) -> list[Exchange]:
    """Read them in document order."""
    return []
