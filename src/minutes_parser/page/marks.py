"""Where the things of a record (questions, answers, actions, decisions, promises) stand in its running text.

A thing that stands word for word in one paragraph of its section is marked there: the paragraph is cut wherever a thing
begins or ends, and each piece says in front which things it belongs to. So things may lie within one another.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from minutes_parser.models import Block, Minutes, Span
from minutes_parser.styled import Run
from minutes_parser.styled import names as n
from minutes_parser.styled.escapes import encode, fold

_MOST_PLACES = 50
"""Places of the same words in one paragraph that are weighed against each other."""


class Thing(NamedTuple):
    """Something that stands in the business."""

    tag: str
    """By which the page refers to it: Q1, Q1.1 (its first answer), A1, D1, C1."""
    style: str
    text: str
    section: str | None
    span: Span


class Mark(NamedTuple):
    """A thing's place in the text of its block."""

    start: int
    end: int
    thing: Thing


@dataclass
class Places:
    """The things of one section: marked in its blocks, or to be set out behind one."""

    marks: dict[int, list[Mark]] = field(default_factory=lambda: defaultdict(list))
    """By the number of the block."""
    behind: dict[int, list[tuple[Thing, bool]]] = field(default_factory=lambda: defaultdict(list))
    """By the number of the block, things in the order of the record, and whether they are marked in a block."""


def things(minutes: Minutes) -> Iterator[Thing]:
    """Yield all things of a record."""
    for number, exchange in enumerate(minutes.exchanges, 1):
        question = exchange.question
        yield Thing(f"Q{number}", n.QUESTION, fold(question.text), exchange.section, question.span)
        for turn, answer in enumerate(exchange.answers, 1):
            yield Thing(f"Q{number}.{turn}", n.ANSWER, fold(answer.text), exchange.section, answer.span)
    for number, action in enumerate(minutes.actions, 1):
        yield Thing(f"A{number}", n.ACTION, fold(action.text), action.section, action.span)
    for number, decision in enumerate(minutes.decisions, 1):
        yield Thing(f"D{number}", n.DECISION, fold(decision.text), decision.section, decision.span)
    for number, promise in enumerate(minutes.commitments, 1):
        yield Thing(f"C{number}", n.COMMITMENT, fold(promise.text), promise.section, promise.span)


def place(blocks: Sequence[Block], cells: Sequence[Sequence[str]], found: Sequence[Thing]) -> Places:
    """Find the place of each thing of a section; ``cells`` are the texts of each block, one but for a table row."""
    places = Places()
    for thing in found:
        number = _block_of(blocks, thing)
        mark = _mark(blocks[number], cells[number], thing) if number is not None else None
        if mark is not None and number is not None:
            places.marks[number].append(mark)
        places.behind[len(blocks) - 1 if number is None else number].append((thing, mark is not None))
    return places


def _block_of(blocks: Sequence[Block], thing: Thing) -> int | None:
    """Return the number of the block in which the thing begins."""
    for number, block in enumerate(blocks):
        if block.span.start <= thing.span.start < block.span.end:
            return number
    return None


def _mark(block: Block, cells: Sequence[str], thing: Thing) -> Mark | None:
    """Return where the thing's words stand in its block: of several places that nearest to its span."""
    if not thing.text:
        return None
    about, text = thing.span.start - block.span.start, " ".join(cells)
    starts = [match.start() for match in re.finditer(f"(?={re.escape(thing.text)})", text)][:_MOST_PLACES]
    for start in sorted(starts, key=lambda start: abs(start - about)):
        offset, end = 0, start + len(thing.text)
        for cell in cells:
            if offset <= start and end <= offset + len(cell):
                return Mark(start, end, thing)
            offset += len(cell) + 1
    return None


def pieces(text: str, start: int, marks: Sequence[Mark]) -> list[Run]:
    """Return the runs of the ``text`` that stands at ``start`` of its block, marked."""
    end = start + len(text)
    within = [mark for mark in marks if start <= mark.start and mark.end <= end]
    cuts = sorted({start, end, *(mark.start for mark in within), *(mark.end for mark in within)})
    if not within:
        return [Run(encode(text))]
    runs: list[Run] = []
    for begin, stop in pairwise(cuts):
        over = [mark for mark in within if mark.start <= begin and stop <= mark.end]
        runs += _piece(text[begin - start : stop - start], over)
    return runs


def _piece(text: str, over: Sequence[Mark]) -> list[Run]:
    if not over:
        return [Run(encode(text))]
    inner = min(over, key=lambda mark: mark.end - mark.start).thing
    whole = len(over) == 1 and len(text) == over[0].end - over[0].start
    tag = Run("+".join(mark.thing.tag for mark in over), n.REFERENCE)
    return [tag, Run(encode(text), inner.style, name=bookmark(inner.tag) if whole else "")]


def bookmark(tag: str, part: str = "") -> str:
    """Return the name of the bookmark around a thing's words, or around a part of what is said of it."""
    return f"minutes_{tag.replace('.', '_')}{f'_{part}' if part else ''}"
