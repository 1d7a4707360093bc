"""Colours for findings."""

from __future__ import annotations

from minutes_parser.checks.located import Located
from minutes_parser.output import visible

_COLORS = {"error": "31", "warning": "33", "info": "36", "bold": "1", "faint": "2"}


def styled(text: str, style: str, color: bool) -> str:
    """Return ``text`` in a style, where colours are wanted."""
    return f"\x1b[{_COLORS[style]}m{text}\x1b[0m" if color else text


def headline(located: Located, color: bool) -> str:
    """Return a finding in one line: file, place, rule, message."""
    place = styled(f"{visible(located.path)}:{located.line}:{located.column}:", "bold", color)
    return f"{place} {styled(located.code, located.severity, color)} {located.name}: {visible(located.message)}"
