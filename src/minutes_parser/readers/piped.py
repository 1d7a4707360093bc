"""Tables that stand in plain text between upright bars, with a rule below their head: '| Name | Present |'."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby, pairwise

from minutes_parser.source import Line

_RULE = re.compile(r"[ \t]*[|+](?=.*--)[ \t:|+=-]+")
_BAR = re.compile(r"(?<!\\)\|")
_FEWEST = 3
"""Lines of a table: its head, the rule and a row; and rows, each with a rule below it, whose cells may go on below."""


def with_rows(text: str, lines: list[Line]) -> None:
    """Make the lines of such tables rows, in place."""
    tables = 0
    for _, group in groupby(range(len(lines)), lambda i: lines[i].block if text[lines[i].start] in "|+" else -i - 1):
        indexes = list(group)
        if len(indexes) < _FEWEST:
            continue
        rules = [i for i in indexes if _RULE.fullmatch(text, lines[i].start, lines[i].end)]
        ruled = set(rules)
        rows = [i for i in indexes if text[lines[i].start] == "|" and i not in ruled]
        if not rows or not rules or rules[0] > indexes[0] + 1:
            continue
        tables += 1
        for i in rules:
            lines[i] = replace(lines[i], kind="furniture")
        each = sum(1 for a, b in pairwise(rules) if b > a + 1) >= _FEWEST
        for i in rows:
            goes_on = each and i > indexes[0] and i - 1 not in ruled  # a cell of the row above does
            lines[i] = replace(lines[i], kind="preformatted") if goes_on else _row(text, lines[i], tables, i == rows[0])


def _row(text: str, line: Line, table: int, header: bool) -> Line:
    """Return the line as a row with its cells."""
    bars = [bar.start() for bar in _BAR.finditer(text, line.start, line.end)]
    ends = bars[1:] if not text[bars[-1] + 1 : line.end].strip() else [*bars[1:], line.end]
    cells = tuple([_trimmed(text, bar + 1, end) for bar, end in zip(bars, ends, strict=False)])
    return replace(line, kind="row", cells=cells, table=table, header=header)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the slice without white space around it; of a blank cell its beginning."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return (start, start + len(words.strip())) if words.strip() else (end, end)
