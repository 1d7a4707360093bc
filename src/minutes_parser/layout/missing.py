"""Items that begin in the middle of a line, found by the gap that they leave in the sequence of numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from minutes_parser.layout.blocks import Block, tail
from minutes_parser.layout.numbering import Number
from minutes_parser.source import Source


def with_missing_numbers(source: Source, blocks: Sequence[Block], chain: Mapping[int, Number]) -> list[Block]:
    """Cut the blocks in which an item that the sequence misses begins in the middle of a line.

    Only numbers with a year ('135/17') are looked for: they stand for nothing else.
    """
    cuts: dict[int, int] = {}
    for (a, first), (b, second) in pairwise(chain.items()):
        if first.style != "slash" or second.value[0] != first.value[0] + 2:
            continue
        wanted = re.compile(
            rf"(?<=[.!?:]\s){first.value[0] + 1}{re.escape(first.text[len(str(first.value[0])) :])}[ \t]+[A-Z]"
        )
        for index in range(a, b):
            if found := wanted.search(source.text, blocks[index].body, blocks[index].end):
                cuts[index] = found.start()
                break
    if not cuts:
        return list(blocks)
    return [piece for index, block in enumerate(blocks) for piece in _cut(source, block, cuts.get(index))]


def _cut(source: Source, block: Block, at: int | None) -> list[Block]:
    if at is None:
        return [block]
    return [replace(block, end=source.trim(block.start, at)[1]), tail(block, at)]
