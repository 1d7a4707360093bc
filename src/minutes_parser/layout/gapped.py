"""Tables that plain text sets with spaces or tabs, a line for each row: 'Action      Owner     Due' and what stands below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutes_parser import lazy
from minutes_parser.source import Line, Source

_Cells = tuple[tuple[int, int], ...]

_GAP = lazy.compile(r"[ ]{2,}|[ ]?\t[ \t]*")
_HEAD = lazy.compile(
    r"(?i)(?:(?:new |agreed |outstanding )?(?:actions?|tasks?|to-?dos?)(?: (?:items?|points?|required|agreed|description))?|action by|by whom|owners?|who|lead|resp(?:\.|onsib\w{2,6})?|assigned(?: to)?|assignee"
    r"|(?:by )?when|due(?: date| by)?|deadline|target(?: date)?|status|progress|done|complete(?:d|tion)?|updates?|date(?: raised)?|raised|no\.?|nr\.?|#|id|ref\.?|(?:agenda )?item(?: no\.?)?|sec(?:\.|tion)?|minute|description|details?|subject|topic|decisions?"
    r"|(?:(?:first|last|full|given|family) )?names?|surname|initials|roles?(?:\(s\))?|votes?|position|post|title|office|organi[sz]ation|affiliation|company|represent(?:s|ing|ative)|department|members?|present|attend(?:ed|ance|ing)|apologies|absent|e-?mail|comments?|notes?)\??:?"
)
_STATE = lazy.compile(r"(?i)(?:members? )?(?:present|attend|apologies|absent)")
"""Where nothing else heads a column, lists stand side by side."""
_FEWEST_HEADS, _FEWEST_ROWS = 2, 2
_LONGEST_HEAD, _LONGEST_LINE = 40, 400
_TOLERANCE = 2
"""Columns by which a cell may stand before its head."""


def with_gapped(source: Source) -> Source:
    """Return ``source`` with the lines of such tables as rows."""
    text, lines = source.text, source.lines
    if "   " not in text and "\t" not in text:
        return source
    gaps = [
        i for i, line in enumerate(lines)
        if line.kind == "text" and (text.find("  ", line.start, line.end) >= 0 or text.find("\t", line.start, line.end) >= 0)
    ]  # fmt: skip
    heads = {i: cells for i in gaps if (cells := _heads(text, lines[i]))}
    if not heads:
        return source
    found, at = list[Line](), 0
    tables = max([line.table for line in lines], default=0)
    while at < len(lines):
        rows, end = _table(text, lines, at, heads[at], tables + 1) if at in heads else ([], at)
        tables += bool(rows)
        found += rows or [lines[at]]
        at = end if rows else at + 1
    return replace(source, lines=tuple(found))


def _table(text: str, lines: Sequence[Line], at: int, cells: _Cells, number: int) -> tuple[list[Line], int]:
    """Return the lines of a table whose head stands at this place, as rows, and where it ends; no lines where no rows follow."""
    head = lines[at]
    starts = [start - head.start for start, _ in cells]
    tabbed = "\t" in text[head.start : head.end]
    found, full, end = [replace(head, kind="row", cells=cells, table=number, header=True)], 0, at + 1
    for place in range(at + 1, len(lines)):
        line = lines[place]
        if line.kind == "furniture" and line.number == lines[end - 1].number + 1:
            end += 1
            continue
        placed = _placed(text, line, starts, tabbed) if line.block <= head.block + (full == 0) else ()
        if not placed:
            break
        end += 1
        filled = [place for place, (a, b) in enumerate(placed) if a < b]
        if len(filled) > 1:
            full += 1
            found.append(replace(line, kind="row", cells=placed, table=number))
        elif full and filled[0]:
            found += _gone_on(found, line, filled[0], placed)
        else:
            end -= 1
            break
    return (found, end) if full >= _FEWEST_ROWS else ([], at)


def _heads(text: str, line: Line) -> _Cells:
    """Return the cells of a line that names the columns of a table."""
    if line.end - line.start > _LONGEST_LINE or line.bold:
        return ()
    cells = tuple(_cells(text, line))
    if len(cells) < 2 or any(b - a > _LONGEST_HEAD for a, b in cells):
        return ()
    named = [(a, b) for a, b in cells if _HEAD.fullmatch(text, a, b)]
    if len(named) < _FEWEST_HEADS or len(named) * 2 <= len(cells) or all(_STATE.match(text, *cell) for cell in named):
        return ()
    return cells


def _cells(text: str, line: Line) -> Iterator[tuple[int, int]]:
    """Yield the parts of a line between its gaps."""
    start = line.start
    for gap in [*_GAP.finditer(text, line.start, line.end), None]:
        end = gap.start() if gap else line.end
        if text[start:end].strip():
            yield start, end
        start = gap.end() if gap else end


def _placed(text: str, line: Line, starts: list[int], tabbed: bool) -> _Cells:
    """Return the cells of a line, one for each head: each below its head, or in turn; none where it is no row."""
    if line.kind not in ("text", "item") or line.end - line.start > _LONGEST_LINE:
        return ()
    if tabbed:
        cells = _between_tabs(text, line)
        return (*cells, *[(line.end, line.end)] * (len(starts) - len(cells))) if 1 < len(cells) <= len(starts) else ()
    placed = [(line.end, line.end)] * len(starts)
    cells = list(_cells(text, line))
    for start, end in cells if len(cells) == 1 else _parted(text, line, cells, starts):
        column = max((i for i, at in enumerate(starts) if at <= start - line.start + _TOLERANCE), default=0)
        if column + 1 < len(starts) and end - line.start > starts[column + 1] + _TOLERANCE:
            return ()  # running text, through the columns
        placed[column] = (min(placed[column][0], start), end)
    return tuple(placed)


def _parted(text: str, line: Line, cells: Sequence[tuple[int, int]], starts: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the cells, cut where one that is full stands a single space before the next column."""
    edges = [line.start + at for at in starts]
    for start, end in cells:
        for edge in edges:
            if start + 1 < edge < end and text[edge - 1] == " " != text[edge]:
                yield start, edge - 1
                start = edge
        yield start, end


_TAB = re.compile(r"[ ]*\t[ ]*")


def _between_tabs(text: str, line: Line) -> list[tuple[int, int]]:
    """Return the cells between single tabs, empty ones, too."""
    cells, start = list[tuple[int, int]](), line.start
    for tab in [*_TAB.finditer(text, line.start, line.end), None]:
        cells.append((start, tab.start() if tab else line.end))
        start = tab.end() if tab else line.end
    return cells


def _gone_on(found: list[Line], line: Line, column: int, placed: _Cells) -> list[Line]:
    """Lengthen the last row by the rest of its last cell; what goes on beside others is kept as it stands, in a line of its own."""
    row = found[-1]
    if row.kind != "row" or (column + 1 < len(row.cells) and row.cells[-1][0] < row.cells[-1][1]):
        return [replace(line, kind="preformatted")]
    start = row.cells[column][0]
    cells = tuple((start, placed[column][1]) if i == column else cell for i, cell in enumerate(row.cells))
    found[-1] = replace(row, end=line.end, cells=cells)
    return []
