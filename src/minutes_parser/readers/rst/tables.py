"""Tables that are drawn in characters: grids of '+---+', and columns below '=== ==='; and lists set as tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from minutes_parser.readers.markup.page import Page

GRID = re.compile(r"\s*\+[-=]{2,}[-=+]*\+\s*")
SIMPLE = re.compile(r"\s*={2,}(?: +={2,})+\s*")
_SPANNING = re.compile(r"\s*-{2,}(?: +-{2,})*\s*")
_COLUMN = re.compile(r"=+")
_LEAD = re.compile(r"^(?:[-*+]|#\.)[ \t]+")

Rows = list[list[str]]


def read_grid(lines: Sequence[str], start: int, page: Page) -> int:
    """Add the grid whose first line this is; return the line behind it."""
    at = start + 1
    edges = [index for index, sign in enumerate(lines[start]) if sign == "+"]
    rows: list[tuple[int, list[str]]] = []
    heads, fresh = 0, True
    while at < len(lines) and lines[at].strip()[:1] in ("+", "|"):
        line = lines[at]
        if GRID.fullmatch(line):
            heads = len(rows) if "=" in line else heads
            fresh = True
        elif line.strip()[0] == "|":
            if fresh:
                rows.append((at, [""] * (len(edges) - 1)))
                fresh = False
            _add(rows[-1][1], _between(line, edges))
        at += 1
    _write(rows, heads, page)
    return at


def _between(line: str, edges: Sequence[int]) -> list[str]:
    """Return what stands in a line between the edges of the columns; what goes over an edge counts to the first one."""
    cells, begin = [], edges[0] + 1
    for b in edges[1:]:
        if line[b : b + 1] in ("|", "+", ""):
            cells.append(line[begin:b])
            begin = b + 1
        else:
            cells.append("")
    whole = [cell for cell in cells if cell]
    return cells if len(whole) == len(cells) else _shifted(cells)


def _shifted(cells: list[str]) -> list[str]:
    """Return cells of which some go over several columns, each in the first of them."""
    shown: list[str] = []
    empty = 0
    for cell in cells:
        if cell:
            shown += [cell, *[""] * empty]
            empty = 0
        else:
            empty += 1
    return [*shown, *[""] * empty]


def read_simple(lines: Sequence[str], start: int, page: Page) -> int:
    """Add the table below a line of equals signs; return the line behind it."""
    columns = [(found.start(), found.end()) for found in _COLUMN.finditer(lines[start])]
    cuts = [(a, b) for (a, _), (b, _) in pairwise(columns)] + [(columns[-1][0], None)]
    rows: list[tuple[int, list[str]]] = []
    heads, at, rules = 0, start + 1, 1
    while at < len(lines):
        line = lines[at]
        if SIMPLE.fullmatch(line):
            rules += 1
            ends = rules > 2 or at + 1 == len(lines) or not lines[at + 1].strip()
            if ends:
                break
            heads = len(rows)
        elif line.strip() and not _SPANNING.fullmatch(line):
            cells = [line[a:b] for a, b in cuts]
            if rows and not cells[0].strip():
                _add(rows[-1][1], cells)
            else:
                rows.append((at, cells))
        at += 1
    _write(rows, heads, page)
    return at + 1


def read_list(lines: Sequence[str], heads: int, first: int, page: Page) -> None:
    """Add a list of lists that is set as a table: '* - Name', then '  - Post'."""
    rows: list[tuple[int, list[str]]] = []
    for number, line in enumerate(lines, first):
        words = line.strip()
        if words.startswith(("* - ", "- - ", "* -")):
            rows.append((number, [words[3:].strip()]))
        elif rows and words.startswith("- "):
            rows[-1][1].append(words[2:].strip())
        elif rows and words == "-":
            rows[-1][1].append("")
        elif rows and words:
            rows[-1][1][-1] += f"\n{words}"
    _write(rows, heads, page)


def _add(row: list[str], cells: Sequence[str]) -> None:
    """Add a further line to the cells of a row."""
    for column, cell in enumerate(cells[: len(row)]):
        words = _LEAD.sub("", cell.strip())
        if words:
            row[column] = f"{row[column].strip()}\n{words}" if row[column].strip() else words


def _write(rows: Sequence[tuple[int, list[str]]], heads: int, page: Page) -> None:
    for index, (line, row) in enumerate(rows):
        page.row([(words, "th" if index < heads else "td") for words in row], line, begins=not index)
    page.end_table()
