"""Lists side by side in plain text: 'Present      In attendance      Apologies' with the names in columns below."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from minutes_parser import lazy
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.slices import between
from minutes_parser.stages.attendees.groups import Group, heading_group, label_at

_GAP = lazy.compile(r"[ ]{3,}|[ ]*\t[ \t]*")
_LONGEST = 200
"""Characters of a line of labels."""
_MOST = 4
"""Lists that stand side by side."""


_WHO = frozenset(
    "name names member members director directors trustee trustees commissioner commissioners councillor councillors attendee attendees".split()
)
_MARKED = lazy.compile(r"(?i)[x✓✔√☑✅*]|yes|y|1")
_HOW = lazy.compile(
    r"(?i)(?:present|attended|attending|in[ ]attendance|absent|excused|apolog(?:y|ies)|regrets|here|late|remote(?:ly)?|in[ ]person|virtual(?:ly)?|online)"
)
"""What heads a column of marks."""


class Column(NamedTuple):
    """Where a list begins in its lines, in characters, and whom it holds."""

    offset: int
    group: Group


def heads(text: str, block: Block) -> list[Column]:
    """Return the columns of a line that holds nothing but labels, two or more; else nothing."""
    if block.end - block.start > _LONGEST or not _has_gaps(text, block):
        return []
    places = cells(text, block)
    if not 1 < len(places) <= _MOST:
        return []
    labels = [label_at(text, a, b) for a, b in places]
    if not all(label and label.end >= b for label, (_, b) in zip(labels, places, strict=True)):
        return []
    start = _line(block)
    return [Column(a - start, label) for label, (a, _) in zip(labels, places, strict=True) if label]


def labelled(text: str, block: Block) -> list[tuple[tuple[int, int], Group]]:
    """Return the cells of a line in which lists that stand side by side begin, with the group of each: 'Present:  Ann Bell      Apologies:  Bob Day'."""
    if text.find(":", block.body, block.end) < 0 or not _has_gaps(text, block):
        return []
    found, labels, group = list[tuple[tuple[int, int], Group]](), 0, None
    for a, b in cells(text, block):
        label = label_at(text, a, b)
        group, labels = label or group, labels + bool(label)
        if group is None:
            return []
        if not label or label.end < b:
            found.append(((label.end if label else a, b), group))
    return found if labels > 1 and len(found) > 1 else []


def below(places: list[tuple[tuple[int, int], Group]], block: Block) -> list[Column]:
    """Return the columns that the cells of such a line begin."""
    return [Column(place[0] - _line(block), group) for place, group in places]


def marked(text: str, block: Block) -> list[Column]:
    """Return the columns of marks that a line heads: 'Name      Present   Absent'."""
    if block.end - block.start > _LONGEST or not _has_gaps(text, block):
        return []
    (start, end), *places = cells(text, block) or [(0, 0)]
    if len(places) < 2 or text[start:end].lower().split()[-1:] == [] or text[start:end].lower().split()[-1] not in _WHO:
        return []
    if not all(_HOW.fullmatch(text, a, b) for a, b in places):
        return []
    return [Column(a - _line(block), heading_group(text[a:b])) for a, b in places]


def mark(columns: list[Column], text: str, block: Block) -> tuple[tuple[int, int], Group] | None:
    """Return where somebody stands in a line below such a head, and the group of the column with the mark."""
    person, *marks = cells(text, block) or [(0, 0)]
    if len(marks) != 1 or not _MARKED.fullmatch(text, *marks[0]):
        return None
    return person, under(columns, block, marks[0][0])


def apart(text: str, block: Block) -> list[Block]:
    """Return the lines of a paragraph in which wide gaps set columns one by one, and any other block as it is."""
    if len(block.lines) < 2 or block.kind != "paragraph" or text.find("   ", block.body, block.lines[0][1]) < 0:
        return [block]
    first = cells(text, replace(block, end=block.lines[0][1], lines=block.lines[:1]))
    label = label_at(text, *first[0]) if first else None
    if label is None or len(first) + (label.end < first[0][1]) < 3:
        return [block]
    places = [(block.body, *block.lines[0]), *((_behind(text, a, b), a, b) for a, b in block.lines[1:])]
    return [replace(block, start=at, body=at, end=b, lines=((a, b),)) for at, a, b in places if at < b]


def _behind(text: str, start: int, end: int) -> int:
    """Return where a line begins behind its indent."""
    return start + len(text[start:end]) - len(text[start:end].lstrip())


def _has_gaps(text: str, block: Block) -> bool:
    return text.find("   ", block.body, block.end) >= 0 or text.find("\t", block.body, block.end) >= 0


def cells(text: str, block: Block) -> list[tuple[int, int]]:
    """Return the slices of a line that wide gaps or tabs set apart."""
    if len(block.lines) > 1:
        return []
    return between(_GAP, text, block.body, block.end)


def under(columns: list[Column], block: Block, start: int) -> Group:
    """Return the group in whose column the cell at ``start`` stands: the nearest one."""
    offset = start - _line(block)
    return min(columns, key=lambda column: abs(column.offset - offset)).group


def _line(block: Block) -> int:
    return block.lines[0][0] if block.lines else block.start
