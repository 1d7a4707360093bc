"""One line a finding."""

from __future__ import annotations

from minutes_parser.checks.run import Outcome
from minutes_parser.report._style import headline

FOR_PEOPLE = True


def render(outcome: Outcome, color: bool) -> str:
    """Return ``file:line:column: CODE name: message`` for each finding."""
    return "".join(f"{headline(item, color)}\n" for item in outcome.found)
