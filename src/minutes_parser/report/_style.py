"""Colours for findings, and their summary."""

from __future__ import annotations

from collections import Counter

from minutes_parser.checks.located import Located
from minutes_parser.checks.run import Outcome
from minutes_parser.output import visible

_COLORS = {"error": "31", "warning": "33", "info": "36", "bold": "1", "faint": "2"}


def styled(text: str, style: str, color: bool) -> str:
    """Return ``text`` in a style, where colours are wanted."""
    return f"\x1b[{_COLORS[style]}m{text}\x1b[0m" if color else text


def headline(located: Located, color: bool) -> str:
    """Return a finding in one line: file, place, rule, message."""
    finding = located.finding
    place = styled(f"{visible(located.path)}:{located.line}:{located.column}:", "bold", color)
    return f"{place} {styled(finding.code, finding.severity, color)} {finding.name}: {visible(finding.message)}"


def summary(outcome: Outcome) -> str:
    """Return how many findings there are and what can be done."""
    found = len(outcome.found)
    parts = ["All checks passed." if not found else f"{found} finding{'s' * (found != 1)} in {_files(outcome)}."]
    if outcome.fixed:
        parts.append(f"{outcome.fixed} fixed.")
    fixable = Counter(located.finding.fix.safe for located in outcome.found if located.finding.fix)
    if fixable[True]:
        parts.append(f"{fixable[True]} can be fixed with --fix.")
    if fixable[False]:
        parts.append(f"{fixable[False]} can be fixed with --fix --unsafe-fixes.")
    if outcome.accepted:
        parts.append(f"{outcome.accepted} accepted by the baseline.")
    return " ".join(parts) + "\n"


def _files(outcome: Outcome) -> str:
    with_findings = len({located.path for located in outcome.found})
    return f"{with_findings} of {outcome.files} file{'s' * (outcome.files != 1)}"
