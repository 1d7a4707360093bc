"""List items whose first line is the title of the lines hanging below it: '* Roof' over '  The slates are loose.'"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from minutes_parser.layout.blocks import Block, tail
from minutes_parser.layout.telling import is_sentence
from minutes_parser.source import Source

_FEWEST = 2
_LONGEST_TITLE = 50


def parted(source: Source, blocks: Sequence[Block]) -> Sequence[Block]:
    """Return the blocks with such items cut behind their first lines, where nearly all items of several lines are such."""
    long = [i for i, block in enumerate(blocks) if block.kind == "bullet" and block.depth == 1 and len(block.lines) > 1]
    if len(long) < _FEWEST:
        return blocks
    width = max(b - a for block in blocks for a, b in block.lines[:1])
    titled = {i for i in long if _is_titled(source, blocks[i], width)}
    if len(titled) < _FEWEST or len(titled) * 4 < len(long) * 3:
        return blocks
    found = list[Block]()
    for index, block in enumerate(blocks):
        if index in titled:
            first, second = block.lines[:2]
            cut = source.trim(*first)[1]
            found += [replace(block.until(cut), lines=(first,)), tail(block, source.trim(*second)[0])]
        else:
            found.append(block)
    return found


def _is_titled(source: Source, block: Block, width: int) -> bool:
    """Whether the first line is short and a title, and a sentence or more begins in the second."""
    text, (_, end), (after, _) = source.text, block.lines[0], block.lines[1]
    start, end = source.trim(block.body, end)
    return (
        start < end <= start + _LONGEST_TITLE and (end - start) * 3 < width * 2
        and text[start].isupper() and text[end - 1].isalnum() and text[source.trim(after, block.end)[0]].isupper()
        and not is_sentence(text, start, end)
    )  # fmt: skip
