"""Findings that a remark in the text accepts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from minutes_parser.checks.located import Lines, Located
from minutes_parser.checks.selection import matching
from minutes_parser.layout.remarks import REMARK
from minutes_parser.models import Span
from minutes_parser.rules import Finding, rule
from minutes_parser.source import MinutesError

UNUSED = "MIN005"


@dataclass
class Remark:
    """A remark, the rules that it names and the lines for which it speaks."""

    span: Span
    rules: str
    codes: frozenset[str]
    lines: range
    used: set[str] = field(default_factory=set)

    def covers(self, found: Located) -> bool:
        """Return whether the remark accepts a finding: one in its lines, or one of the whole document."""
        return found.code in self.codes and (found.span is None or found.line in self.lines)


def remarks(lines: Lines) -> list[Remark]:
    """Return the remarks of a text; one that stands alone in its line speaks for the paragraph below it, too."""
    if "minutes:" not in lines.text:
        return []
    found = []
    for match in REMARK.finditer(lines.text):
        line, _ = lines.at(match.start())
        alone = lines.line(line).strip() == match[0]
        last = _paragraph_end(lines, line + 1) if alone else line
        span = Span(start=match.start(), end=match.end())
        found.append(Remark(span, match["rules"], _codes(match["rules"]), range(line, last + 1)))
    return found


def accepted(found: Sequence[Located], marks: Sequence[Remark]) -> list[Located]:
    """Return the findings that no remark accepts, and note in the remarks what they accepted."""
    left = []
    for located in found:
        covering = [mark for mark in marks if mark.covers(located)]
        for mark in covering:
            mark.used.add(located.code)
        if not covering:
            left.append(located)
    return left


def unused(marks: Sequence[Remark], checked: frozenset[str]) -> list[Finding]:
    """Return a finding for each remark that accepted nothing, though all rules that it names were checked."""
    return [
        Finding(UNUSED, rule(UNUSED).name, rule(UNUSED).severity, _reason(mark), mark.span)
        for mark in marks
        if not mark.used and mark.codes <= checked
    ]


def _reason(mark: Remark) -> str:
    if not mark.codes:
        return f"There is no rule '{mark.rules}'."
    return f"Nothing here breaks {mark.rules}; remove the remark."


def _paragraph_end(lines: Lines, number: int) -> int:
    """Return the last line of the paragraph that begins at or below line ``number``."""
    total = len(lines.starts)
    while number <= total and not lines.line(number).strip():
        number += 1
    while number < total and lines.line(number + 1).strip():
        number += 1
    return number


def _codes(rules: str) -> frozenset[str]:
    """Return the codes that a remark names; none for a rule that does not exist."""
    try:
        return frozenset(code for selector in rules.split(",") for code in matching(selector))
    except MinutesError:
        return frozenset()
