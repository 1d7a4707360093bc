"""Workflow commands of GitHub Actions, which show findings beside the lines of a change.

Source: GitHub's documentation, "Workflow commands for GitHub Actions", "Setting an error message".
"""

from __future__ import annotations

from minutes_parser.checks.run import Outcome
from minutes_parser.output import visible

_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def render(outcome: Outcome, color: bool) -> str:
    """Return one command a finding."""
    lines = []
    for located in outcome.found:
        place = f"file={_property(located.path)},line={located.line},endLine={located.end_line}"
        if located.line == located.end_line:  # columns of several lines are refused
            place += f",col={located.column},endColumn={max(located.column, located.end_column)}"
        title = _property(f"{located.code} {located.name}")
        lines.append(f"::{_LEVELS[located.severity]} title={title},{place}::{_data(located.message)}\n")
    return "".join(lines)


def _data(text: str) -> str:
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
