"""A list of findings as JSON."""

from __future__ import annotations

import json

from minutes_parser.checks.run import Outcome
from minutes_parser.report._data import entry


def render(outcome: Outcome, color: bool) -> str:
    """Return one JSON array."""
    return json.dumps([entry(located) for located in outcome.found], indent=2, ensure_ascii=False) + "\n"
