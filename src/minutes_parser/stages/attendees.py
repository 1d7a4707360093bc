"""The people of the attendance lists."""

from __future__ import annotations

from minutes_parser.layout.outline import Outline
from minutes_parser.models import Attendee, Meeting


def read(outline: Outline, meeting: Meeting) -> list[Attendee]:
    """Read them in document order."""
    return []
