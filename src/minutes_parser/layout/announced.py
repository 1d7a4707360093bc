"""Titles that a list in front announces, each in its own line: 'Roof' below an agenda in which 'Roof' is an item."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from minutes_parser.layout.blocks import Block
from minutes_parser.layout.marks import Mark
from minutes_parser.layout.numbering import Number
from minutes_parser.source import Source

_FEWEST = 2
_LONGEST = 100
_LISTS = 3
"""Lists among which the agenda is."""


def announced(source: Source, blocks: Sequence[Block], marks: list[Mark], chain: Mapping[int, Number]) -> list[Mark]:
    """Return the marks with the lines set apart that repeat the titles of a list, in its order and most of them.

    The list is that of the numbers of ``chain``, with nothing between them, or one with signs; without such lines the
    marks are those given.
    """
    for items in [[(i, n.end) for i, n in sorted(chain.items())]] if chain else islice(_lists(blocks), _LISTS):
        if len(items) < _FEWEST or any(b > a + 1 for (a, _), (b, _) in pairwise(items)):
            continue
        titles = [_words(source, blocks[i], start) for i, start in items]
        found = _again(source, blocks, marks, titles, items[-1][0] + 1)
        if len(found) >= _FEWEST and len(found) * 3 >= len(items) * 2 and not all(marks[i].look for i in found):
            return [
                replace(m, look=m.look or "capitals", topic="other") if i in found else m for i, m in enumerate(marks)
            ]
    return marks


def _lists(blocks: Sequence[Block]) -> Iterator[list[tuple[int, int]]]:
    """Yield the lists with signs: each item's place and where its text begins."""
    found = list[tuple[int, int]]()
    for index, block in enumerate(blocks):
        if block.kind == "bullet" and block.depth <= 1:
            found.append((index, block.body))
        elif found:
            yield found
            found = []


def _again(source: Source, blocks: Sequence[Block], marks: Sequence[Mark], titles: list[str], start: int) -> set[int]:
    """Return the lines from ``start`` on that repeat the titles, in their order."""
    found, places = set[int](), {words: place for place, words in enumerate(titles) if words}
    last = -1
    for index in range(start, len(blocks) - 1):
        block = blocks[index]
        if (
            block.kind == "paragraph"
            and len(block.lines) == 1
            and block.end - block.start < _LONGEST
            and not marks[index].number
        ):
            place = places.get(_words(source, block, block.start), -1)
            if place > last:
                found.add(index)
                last = place
    return found


def _words(source: Source, block: Block, start: int) -> str:
    """Return the words of a title, in small letters and without the mark behind it."""
    return source.fold(max(start, block.body), block.end).casefold().rstrip(" :.") if start < block.end else ""
