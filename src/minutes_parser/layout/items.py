"""Items: numbered lines of a list that a heading or a lone line opens, where each looks like a section of its own."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from minutes_parser.layout.blocks import Block
from minutes_parser.layout.mentions import Span as Place
from minutes_parser.layout.outline import Outline, Part
from minutes_parser.layout.task import unnumbered

_LONGEST_HEAD = 60
_DEEPEST = 20
"""Blanks before the head of a list; farther to the right stands that of a column."""
_NEAR = 2
"""Characters between a title and the words that go on with it in its line."""


def numbered_items(outline: Outline, opens: Callable[[str], bool]) -> frozenset[int]:
    """Return where the parts begin that are numbered from one on below a line of which ``opens`` says that it heads a list."""
    found: set[int] = set()
    number = 0
    for before, part in pairwise(outline.parts):
        if number and part.number == str(number + 1):
            number += 1
        elif part.number == "1" or (part.number and before.blocks and _is_numbered(outline, before.blocks[-1])):
            number = _first(outline, before, opens)
        else:
            number = 0
        if number and part.number == str(number) and part.kind == "business":
            found.add(part.start)
        else:
            number = 0
    return frozenset(found)


def _is_numbered(outline: Outline, block: Block) -> bool:
    text = outline.source.text
    return text[block.start] in "(0123456789" and unnumbered(text, block.start, block.end) > block.start


def place(part: Part) -> Place | None:
    """Return where the words of such a part stand: its title, or the paragraph that stands for it or goes on with it.

    None where more stands below, as below the heading of a matter.
    """
    first = part.blocks[0] if part.blocks else None
    if first and (part.title is None or first.start - part.title[1] < _NEAR):
        return part.title[0] if part.title else first.body, first.end
    return part.title if first is None or first.kind == "paragraph" else None


def _first(outline: Outline, part: Part, opens: Callable[[str], bool]) -> int:
    """Return the number that the next item has if the part ends with the head of a list, or with its first items; else 0."""
    source = outline.source
    for passed, block in enumerate(reversed(part.blocks), 1):
        if not _is_numbered(outline, block):
            indent = block.start - block.lines[0][0] if block.lines else 0
            heads = (
                indent < _DEEPEST
                and block.end - block.body < _LONGEST_HEAD
                and opens(source.fold(block.body, block.end))
            )
            return passed if heads else 0
    if part.title is None or part.number or not opens(source.fold(*part.title)):
        return 0
    return len(part.blocks) + 1
