"""Divide the blocks into parts: the headings of the business, and what stands in front of it and around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from minutes_parser.layout.blocks import Block, tail
from minutes_parser.layout.headings import Topic, names_meeting, topic
from minutes_parser.layout.listed import listed_items
from minutes_parser.layout.marks import Mark, main_sequence, mark
from minutes_parser.layout.numbering import Number
from minutes_parser.layout.outline import Outline, Part, PartKind, with_ids
from minutes_parser.layout.subitems import sub_items
from minutes_parser.layout.titles import title_end
from minutes_parser.source import Source

_ASIDE: dict[Topic, PartKind] = {"attendance": "attendance", "people": "attendance", "agenda": "agenda", "details": "details"}
_TOP = 10
"""Rank of a top item; reader headings rank by their level, sub-items above it."""


def outline(source: Source, blocks: Sequence[Block]) -> Outline:
    """Divide the blocks of a document into parts."""
    marks = mark(source, blocks)
    chain = main_sequence(blocks, marks)
    parts = _join(_parts(source, blocks, marks, chain))
    parts = listed_items(source, parts)
    parts = [piece for part in parts for piece in sub_items(source, part)]
    return Outline(source, with_ids(parts))


def _parts(source: Source, blocks: Sequence[Block], marks: list[Mark], chain: dict[int, Number]) -> list[Part]:
    """Cut the blocks at each heading."""
    heads = _heads(marks, chain)
    first = _first_business(marks, chain, heads, source, blocks)
    parts = [Part("front", tuple(blocks[: heads[0]] if heads else blocks))]
    in_business = False
    for index, end in zip(heads, [*heads[1:], len(blocks)], strict=True):
        number = chain.get(index) or (marks[index].number if marks[index].look == "heading" else None)
        part = _headed(source, blocks[index], number, tuple(blocks[index + 1 : end]), _rank(blocks[index], marks[index], index in chain, chain))
        kind = _kind(marks[index], index in chain or number is not None, in_business, index < first)
        in_business = in_business or kind == "business"
        parts.append(part if kind == "business" else replace(part, kind=kind, number=None, title=(part.heading.body, part.heading.end) if part.heading else None))
    return [part for part in parts if part.blocks or part.heading]


def _heads(marks: list[Mark], chain: dict[int, Number]) -> list[int]:
    """Return the indexes of the blocks that are headings of any kind."""
    by_look: dict[str, list[int]] = {"heading": [], "bold": [], "capitals": [], "short": []}
    for index, m in enumerate(marks):
        if m.look:
            by_look[m.look].append(index)
    heads = set(chain) | set(by_look["heading"])
    if sum(1 for i in by_look["heading"] if topic(marks[i].text) == "other") < 4:
        heads |= set(by_look["bold"]) | set(by_look["capitals"])
        plain = not by_look["heading"] and len(by_look["bold"]) < 2
        heads |= {i for i in by_look["short"] if plain or topic(marks[i].text) != "other"}
    return sorted(heads)


def _first_business(marks: list[Mark], chain: dict[int, Number], heads: list[int], source: Source, blocks: Sequence[Block]) -> int:
    """Return the index of the first heading that may head business: behind title, attendance and agenda."""
    first_number = min(chain, default=len(marks))
    lead = [i for i in heads if i <= first_number]
    start = 0
    for place, index in enumerate(lead):
        m = marks[index]
        if index in chain:
            break
        kind = topic(m.text)
        if kind in ("attendance", "agenda", "notes") and index * 3 < 2 * len(marks):
            start = index + 1
        elif kind == "other" and place < 4 and (names_meeting(m.text) or _alone_on_top(blocks, marks, lead, index)):
            start = max(start, index + 1)
    return start


def _alone_on_top(blocks: Sequence[Block], marks: list[Mark], heads: list[int], index: int) -> bool:
    """Whether the document's first heading ranks above all others: its title."""
    ranks = [blocks[i].level for i in range(len(marks)) if marks[i].look == "heading"]
    return index == heads[0] and blocks[index].level > 0 and ranks.count(blocks[index].level) == 1 and min(ranks) == blocks[index].level


def _kind(m: Mark, numbered: bool, in_business: bool, in_front: bool) -> PartKind:
    """Say what kind of part a heading begins."""
    what = topic(m.text)
    if numbered:
        return "business"
    if what == "people" and in_business:
        return "business"
    if what in _ASIDE and not (what == "details" and in_business and m.look in ("capitals", "short")):
        return _ASIDE[what]
    if what == "actions":
        return "business"
    return "front" if in_front or what == "notes" else "business"


def _rank(block: Block, m: Mark, in_chain: bool, chain: dict[int, Number]) -> int:
    """Return the heading's rank: the smaller, the higher."""
    if m.look == "heading":
        return block.level
    if in_chain or not chain:
        return _TOP
    return _TOP


def _headed(source: Source, block: Block, number: Number | None, rest: tuple[Block, ...], rank: int) -> Part:
    """Return the part under the heading ``block``; text that runs on behind the title becomes a block of the part."""
    start = number.end if number and number.end > block.start else block.body
    if number and block.kind == "heading":
        start = max(start, block.body)
    end = block.end if block.kind == "heading" or block.bold else title_end(source.text, start, block.end)
    after, _ = source.trim(end, block.end)
    if end < block.end and after < block.end:
        rest = (tail(block, after), *rest)
    title = source.trim(start, end)
    return Part("business", rest, heading=replace(block, end=max(end, start)), number=number.text if number else None,
                title=title if title[0] < title[1] else None, level=rank)  # fmt: skip


def _join(parts: list[Part]) -> list[Part]:
    """Leave out headings over the whole business ('Minutes', 'Agenda') that hold nothing themselves."""
    return parts
