"""Each finding with the line of the source and a mark below it."""

from __future__ import annotations

from minutes_parser.checks.located import Located
from minutes_parser.checks.run import Outcome
from minutes_parser.output import visible
from minutes_parser.report._style import headline, styled

FOR_PEOPLE = True
WIDEST = 100
"""Columns of a source line that are shown."""
LEAD = 20
"""Columns shown before a finding that lies beyond that."""


def render(outcome: Outcome, color: bool) -> str:
    """Return the findings, each with its line where the text is known."""
    return "".join(f"{_shown(item, color)}\n" for item in outcome.found)


def _shown(located: Located, color: bool) -> str:
    head = headline(located, color)
    if not located.excerpt.strip():
        return f"{head}\n"
    skipped = 0 if located.column < WIDEST - LEAD else located.column - LEAD
    line = visible(located.excerpt[skipped : skipped + WIDEST])
    first = located.column - 1 - skipped
    last = located.end_column - 1 - skipped if located.end_line == located.line else len(line)
    marks = " " * first + "^" * max(1, min(last, len(line)) - first)
    number, gap = str(located.line), " " * len(str(located.line))
    bar = styled("|", "faint", color)
    mark = styled(marks, located.severity, color)
    return f"{head}\n{gap} {bar}\n{styled(number, 'faint', color)} {bar} {line}\n{gap} {bar} {mark}\n"
