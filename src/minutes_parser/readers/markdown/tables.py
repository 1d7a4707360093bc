"""Tables whose cells go over several lines, as programs write them that turn web pages and documents into Markdown.

Markdown has no such tables, so the rows would come apart. A row is whole when it has as many bars as the line of hyphens
below the head.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

_RULE = re.compile(r"[ ]{0,3}\|(?:[ \t]*:?-+:?[ \t]*\|){2,40}[ \t]*")
_BAR = re.compile(r"(?<!\\)\|")
_HEAD_LINES = 40
_ROW_LINES = 400


def enable(parser: MarkdownIt) -> MarkdownIt:
    """Let the parser read them."""
    parser.block.ruler.before("table", "broken_table", _table, {"alt": ["paragraph", "reference"]})
    return parser


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a table of which at least one row goes over several lines."""
    first = state.bMarks[start] + state.tShift[start]
    if state.src[first : first + 1] != "|" or state.sCount[start] - state.blkIndent >= 4:
        return False
    rule = next((n for n in range(start + 1, min(end, start + _HEAD_LINES)) if _RULE.fullmatch(_line(state, n))), 0)
    bars = len(_BAR.findall(_line(state, rule))) if rule else 0
    if not rule or _bars(state, start, rule) != bars:
        return False
    rows, at = [(start, rule)], rule + 1
    while at < end and _line(state, at)[:1] == "|" and (stop := _row(state, at, end, bars)):
        rows.append((at, stop))
        at = stop
    if all(stop - begin == 1 for begin, stop in rows) or silent:
        return silent and not all(stop - begin == 1 for begin, stop in rows)
    state.push("table_open", "table", 1).map = [start, at]
    for begin, stop in rows:
        _write(state, begin, stop)
    state.push("table_close", "table", -1)
    state.line = at
    return True


def _bars(state: StateBlock, start: int, stop: int) -> int:
    return sum(len(_BAR.findall(_line(state, n))) for n in range(start, stop))


def _row(state: StateBlock, start: int, end: int, bars: int) -> int:
    """Return the line behind a row that begins on this line, 0 if it never has all its bars or has too many."""
    count = 0
    for line in range(start, min(end, start + _ROW_LINES)):
        text = _line(state, line)
        count += len(_BAR.findall(text))
        if count >= bars:
            return line + 1 if count == bars and text.rstrip().endswith("|") else 0
    return 0


def _write(state: StateBlock, start: int, stop: int) -> None:
    """Write a row: the paragraphs of its cells, each with the line on which it begins."""
    state.push("tr_open", "tr", 1).map = [start, stop]
    cells: list[list[tuple[int, str]]] = [[]]
    for line in range(start, stop):
        for number, piece in enumerate(_BAR.split(_line(state, line))):
            if number:
                cells.append([])
            cells[-1].append((line, piece.replace("\\|", "|")))
    for cell in cells[1:-1]:
        state.push("td_open", "td", 1)
        _paragraphs(state, cell)
        state.push("td_close", "td", -1)
    state.push("tr_close", "tr", -1)


def _paragraphs(state: StateBlock, cell: list[tuple[int, str]]) -> None:
    lines: list[tuple[int, str]] = []
    for line, piece in [*cell, (0, "")]:
        if piece.strip():
            lines.append((line, piece.strip()))
        elif lines:
            state.push("paragraph_open", "p", 1).map = [lines[0][0], lines[-1][0] + 1]
            token = state.push("inline", "", 0)
            token.content, token.map, token.children = (
                "\n".join(text for _, text in lines),
                [lines[0][0], lines[-1][0] + 1],
                [],
            )
            state.push("paragraph_close", "p", -1)
            lines = []
