"""What the meeting resolved."""

from __future__ import annotations

from minutes_parser.layout.outline import Outline
from minutes_parser.models import Decision
from minutes_parser.roster import Roster


def read(outline: Outline, roster: Roster) -> list[Decision]:
    """Read them in document order."""
    return []
