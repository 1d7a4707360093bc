"""Tables of MediaWiki: '{|' opens one, '|-' begins a row, '|' and '!' begin cells, '|}' closes it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes_parser.readers.markup.page import Page

_CELLS = re.compile(r"\[\[[^\[\]\n]{0,400}\]\]|\{\{[^{}\n]{0,400}\}\}|(?P<bar>\|\||!!)")
_ATTRIBUTES = re.compile(
    r"\s*(?:[\w-]{2,20}\s*=\s*(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'|[^\s|\"']{1,100})\s*)+\|(?!\|)"
)
_SPAN = re.compile(r"((?:row|col)span)\s*=\s*[\"']?(\d{1,3})")
_LISTED = re.compile(r"[*#:;]{1,6}[ \t]*")


def read_table(lines: Sequence[str], start: int, page: Page) -> int:
    """Add the table that is opened on a line; return the line behind it."""
    cells: list[tuple[str, str]] = []
    begun, row_line, at, inner = True, start, start + 1, 0

    def end_row() -> None:
        nonlocal begun
        if cells:
            page.row(cells, row_line, begins=begun)
            begun = False
            cells.clear()

    while at < len(lines):
        line = lines[at].strip()
        if line.startswith("{|"):  # a table in a cell: its rows are told one after another
            inner += 1
        elif line.startswith("|}"):
            inner -= 1
            if inner < 0:
                break
        elif line.startswith("|-"):
            end_row()
        elif line.startswith("|+"):
            page.text(line[2:], at)
            page.gap()
        elif line[:1] in ("|", "!"):
            row_line = row_line if cells else at
            cells += _cells(line)
        elif line and cells:
            words, tag = cells[-1]
            cells[-1] = (f"{words}\n{_LISTED.sub('', line, count=1) if _LISTED.match(line) else line}", tag)
        at += 1
    end_row()
    page.end_table()
    return at + 1


def _cells(line: str) -> list[tuple[str, str]]:
    """Return the cells of a line, each with its tag."""
    tag = "th" if line[0] == "!" else "td"
    found, at = [], 1
    for bar in _CELLS.finditer(line, 1):
        if bar["bar"] == "||" or (bar["bar"] == "!!" and tag == "th"):
            found.append(_cell(line[at : bar.start()], tag))
            at = bar.end()
    return [*found, _cell(line[at:], tag)]


def _cell(words: str, tag: str) -> tuple[str, str]:
    attributes = _ATTRIBUTES.match(words)
    if attributes is None:
        return words, tag
    spans = "".join(f' {name}="{count}"' for name, count in _SPAN.findall(attributes[0]))
    return words[attributes.end() :], tag + spans
