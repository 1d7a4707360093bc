"""Several meetings in one document: where each begins.

A year's minutes in one file, a page with a heading for each meeting. Another meeting begins where a title with another day
stands, and a list of those present soon behind it; one without the other is an annex, a quotation or a date to come.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from minutes_parser.dates import find_dates
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.telling import is_sentence
from minutes_parser.layout.topics import COLON_WITHIN, LONGEST_ALONE, labels_attendance, names_meeting, opens_vote
from minutes_parser.source import Source

_NEAR = 8
"""Blocks from a title to the list of those present, at most."""
_MOST = 400
"""Further meetings that are told apart: what stands behind them belongs to the last, so that time stays bounded."""
_LONGEST = 250
_LABEL = 110
"""Characters within which a label of an attendance list stands."""
_TITLE_LINES = 3
"""Lines of a title that may stand in front of the one with the day."""


def starts(source: Source, blocks: Sequence[Block]) -> list[int]:
    """Return the offsets at which the second and further meetings begin, each that of a line."""
    lists = list(_lists(source, blocks))
    if len(lists) < 2:
        return []
    seen = {day for index in range(lists[0] + 1) for day in _days(source, blocks[index])}
    found = []
    for before, index in pairwise(lists):
        title = next(
            (i for i in range(index - 1, max(before, index - _NEAR - 1), -1) if _titles(source, blocks[i])), -1
        )
        days = set(_days(source, blocks[title])) if title >= 0 else set()
        if days and not seen and title - lists[0] <= _NEAR:
            seen |= days  # the day of the first meeting stands below its list
        elif days and not days & seen:
            seen |= days
            found.append(blocks[_first_line(source, blocks, title, before)].lines[0][0])
    return found[:_MOST]


def parted(source: Source, begins: Sequence[int]) -> Iterator[Source]:
    """Yield each meeting as a source of its own, in which everything else is blank: so offsets stay those of the document."""
    edges = [0, *begins, len(source.text)]
    for start, end in pairwise(edges):
        lines = tuple(line for line in source.lines if start <= line.start < end)
        yield replace(source, text=" " * start + source.text[start:end], lines=lines)


def _lists(source: Source, blocks: Sequence[Block]) -> Iterator[int]:
    """Yield the blocks with which a list begins of those who came or did not."""
    text = source.text
    for index, block in enumerate(blocks):
        start, end = block.body, block.end
        if end - start > LONGEST_ALONE and text.find(":", start, start + COLON_WITHIN) < 0:
            continue  # no label: it has no colon, and is too long to stand without one
        if labels_attendance(text[start : min(end, start + _LABEL)]):
            votes = (text[b.body : b.body + _LABEL] for b in blocks[max(index - 2, 0) : index])
            if not any(map(opens_vote, votes)):
                yield index


def _days(source: Source, block: Block) -> list[tuple[int, int]]:
    """Return the days that a line of a title names, as day and month."""
    end = min(block.end, block.start + _LONGEST)
    return [(found.day, found.month) for found in find_dates(source.text, block.start, end) if found.day]


def _titles(source: Source, block: Block) -> bool:
    """Whether a block may be the title of a meeting, its day within."""
    if block.end - block.start > _LONGEST or block.cells or is_sentence(source.text, block.start, block.end):
        return False
    return bool(_days(source, block)) and (
        block.kind == "heading" or names_meeting(source.fold(block.start, block.end))
    )


def _first_line(source: Source, blocks: Sequence[Block], title: int, before: int) -> int:
    """Return the first line of the title: of the lines in front of its day those that name the meeting or are set apart."""
    first = title
    for index in range(title - 1, max(before, title - _TITLE_LINES - 1), -1):
        words = source.fold(blocks[index].start, min(blocks[index].end, blocks[index].start + _LONGEST))
        if not (blocks[index].kind == "heading" or names_meeting(words)) or words[-1:] in ".:;":
            break
        first = index
    return first
