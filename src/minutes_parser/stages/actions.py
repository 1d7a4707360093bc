"""Recorded actions with owners and due dates."""

from __future__ import annotations

from minutes_parser.layout.outline import Outline
from minutes_parser.models import Action
from minutes_parser.roster import Roster


def read(outline: Outline, roster: Roster, meeting_date: str | None) -> list[Action]:
    """Read them in document order."""
    return []
