"""Plain lines below 'Discussion' or 'Notes', each over a list of what was said of it: the matters, one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from minutes_parser import lazy
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.headings import heads_nothing
from minutes_parser.layout.marks import LABELLED, Mark
from minutes_parser.layout.telling import is_sentence
from minutes_parser.layout.topics import topic
from minutes_parser.source import Source

OVER_ALL = lazy.compile(
    r"(?i)(?:(?:meeting|the|detailed|general|agenda|discussion|call)[ ]?(?:/|&|and|with)?[ ]?)?(?:minutes|notes|discussions?|summary|business|proceedings"
    r"|(?:items|topics|points|matters) (?:discussed|covered)|(?:new |open |today[’']s |main )?(?:agenda|discussion) (?:items|topics|points))(?:[ ]?(?:/|&|and)[ ]?(?:minutes|notes|discussions?|decisions|actions))?:?"
)
"""A heading over the notes of the whole meeting."""
_FEWEST = 3
_LONGEST = 100


def with_over_lists(source: Source, blocks: Sequence[Block], marks: list[Mark]) -> list[Mark]:
    """Return the marks with such lines set apart, the heading as one over the whole, where nearly every paragraph behind the last heading is one."""
    heads = [i for i, m in enumerate(marks) if m.look == "heading" and m.topic != "actions"]
    if not heads or not OVER_ALL.fullmatch(marks[heads[-1]].text):
        return marks
    start = heads[-1] + 1
    end = next((i for i in range(start, len(marks)) if marks[i].look == "heading"), len(marks))
    lines = [i for i in range(start, end) if blocks[i].kind == "paragraph" and not blocks[i].depth]
    found = {i for i in lines if i + 1 < end and _stands_over(source, blocks[i], blocks[i + 1], marks[i])}
    if len(found) < _FEWEST or len(found) + 1 < len(lines) or len({marks[i].text for i in found}) < len(found):
        return marks
    marks = [replace(m, look="capitals", topic="other") if i in found else m for i, m in enumerate(marks)]
    marks[heads[-1]] = replace(marks[heads[-1]], topic="notes")
    return marks


def _stands_over(source: Source, block: Block, below: Block, m: Mark) -> bool:
    """Whether a paragraph is a line without a stop over a list."""
    words = m.text
    return (
        below.kind == "bullet" and len(block.lines) == 1 and 2 < len(words) <= _LONGEST and words[-1] not in ".,;"
        and topic(words) == "other" and not LABELLED.match(words) and not heads_nothing(words)
        and not is_sentence(source.text, block.start, block.end)
    )  # fmt: skip
