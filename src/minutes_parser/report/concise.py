"""One line a finding."""

from __future__ import annotations

from minutes_parser.checks.run import Outcome
from minutes_parser.report._style import headline, summary


def render(outcome: Outcome, color: bool) -> str:
    """Return ``file:line:column: CODE name: message`` for each finding, and a summary."""
    return "".join(f"{headline(item, color)}\n" for item in outcome.found) + summary(outcome)
