"""What a reader of the record should know, worked out from the record and its outline."""

from __future__ import annotations

from minutes_parser.layout.outline import Outline
from minutes_parser.models import Diagnostic, Minutes


def diagnose(outline: Outline, minutes: Minutes) -> list[Diagnostic]:
    """Return the diagnostics of a record, in the order of their codes and places."""
    return []
