"""Lead lines: headings in plain text that stand directly over their text, with a blank line above them alone.

One such line may be the first line of anything; a document without numbers that has several of them divides its
business by them.
"""

from __future__ import annotations

from collections.abc import Sequence

from minutes_parser.layout.blocks import Block
from minutes_parser.layout.headings import heads_nothing, is_short_line, topic
from minutes_parser.layout.marks import LABELLED, Mark, apart
from minutes_parser.layout.titles import is_sentence
from minutes_parser.source import Source

_FEWEST = 3
_LONGEST = 60


def with_leads(source: Source, blocks: Sequence[Block], marks: list[Mark]) -> list[Mark]:
    """Return the marks with the lead lines marked as short headings, where there are several."""
    leads = [index for index in range(len(blocks) - 1) if _leads(source, blocks, marks, index)]
    if len(leads) < _FEWEST:
        return marks
    marked = list(marks)
    for index in leads:
        marked[index] = marks[index]._replace(look="short", topic=topic(marks[index].text))
    return marked


def _leads(source: Source, blocks: Sequence[Block], marks: Sequence[Mark], index: int) -> bool:
    block, after, words = blocks[index], blocks[index + 1], marks[index].text
    if marks[index].look or block.kind != "paragraph" or block.cells or block.depth or len(block.lines) != 1:
        return False
    if not words or len(words) > _LONGEST or marks[index].number or after.kind not in ("paragraph", "bullet"):
        return False
    if LABELLED.match(words) or heads_nothing(words) or is_sentence(source.text, block.start, block.end):
        return False
    if not apart(source, blocks[index - 1] if index else None, block) or apart(source, block, after):
        return False
    return topic(words) in ("attendance", "actions") or is_short_line(words, after, carries=after.kind == "bullet")
