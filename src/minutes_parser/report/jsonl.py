"""One JSON object a line for each finding."""

from __future__ import annotations

import json

from minutes_parser.checks.run import Outcome
from minutes_parser.report._data import entry


def render(outcome: Outcome, color: bool) -> str:
    """Return JSON Lines."""
    return "".join(json.dumps(entry(located), ensure_ascii=False) + "\n" for located in outcome.found)
