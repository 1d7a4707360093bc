"""Terms that the document itself expands."""

from __future__ import annotations

from minutes_parser.layout.outline import Outline
from minutes_parser.models import Abbreviation


def read(outline: Outline) -> list[Abbreviation]:
    """Read them in document order."""
    return []
