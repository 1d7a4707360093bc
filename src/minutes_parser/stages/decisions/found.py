"""Decisions as they are found, and the terms told around them: who moved, who seconded, how the vote went."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from minutes_parser import lazy
from minutes_parser.layout import motions, movers
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.outline import Part
from minutes_parser.sentences import split


@dataclass(slots=True)
class Found:
    """A decision: the text that records it, and where the text stands that tells its terms."""

    start: int
    end: int
    reach: int
    """How far the text reaches that tells its terms."""
    terms: int = -1
    """Where that text begins; -1 where it is the decision itself."""


_VOTED = lazy.compile(r"(?i)\W{0,4}(?:all\b|(?:the\s)?(?:motion|vote)\b|carried|passed|ayes?\b|unanimous)")
_LONGEST_TERMS = 140
_FARTHEST = 800
"""Characters from a decision to the paragraph that tells its terms, so that time stays bounded."""


def with_terms(text: str, found: list[Found]) -> list[Found]:
    """Give paragraphs that only tell who moved, seconded and voted to the decision they follow."""
    kept: list[Found] = []
    for one in found:
        before = kept[-1] if kept else None
        mere = (
            before is not None
            and before.reach - before.start < _FARTHEST
            and _goes_on(text, before.reach, one.start)
            and _mere(text, one.start, one.end)
            and not motions.begins_anew(text, one.start, one.end)
        )
        if before and not mere and _settled_later(text, before, one):
            kept[-1] = replace(before, reach=one.reach)
            continue
        begins = before.terms if before and before.terms >= 0 else before.start if before else 0
        told = movers.terms(text, begins, before.reach) if before and mere else None
        if before and told and not told.moved_by:
            kept[-1] = replace(before, terms=one.start, reach=one.reach)
        elif before and told and not (told.seconded_by and _own_terms(text, one).moved_by):
            kept[-1] = replace(before, reach=one.reach)
        else:
            kept.append(one)
    return kept


def _settled_later(text: str, before: Found, one: Found) -> bool:
    """Whether the vote stands alone behind what was said of a motion: 'Bell moved, Day seconded.', 'Ann asked ...', 'All in favour.'"""
    if one.start - before.start > _FARTHEST or not motions.merely_terms(text, one.start, one.end):
        return False
    if not _VOTED.search(text, one.start, one.end) or motions.settled(text, before.start, before.reach):
        return False
    told = movers.terms(text, before.terms if before.terms >= 0 else before.start, before.reach)
    return bool(told.moved_by and told.seconded_by) and not (
        told.vote or motions.puts_motion(text, before.reach, one.start)
    )


def _own_terms(text: str, one: Found) -> movers.Terms:
    return movers.terms(text, one.terms if one.terms >= 0 else one.start, one.end)


def _mere(text: str, start: int, end: int) -> bool:
    """Whether each sentence only tells of the motion before it: 'All ayes. Resolution adopted.'"""
    return motions.merely_terms(text, start, end) or (
        end - start < _LONGEST_TERMS
        and all(
            motions.merely_terms(text, a, b) or motions.confirms(text, a, b)
            for a, b in split(text, start, end, one_paragraph=True)
        )
    )


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether nothing stands between a decision and what follows, or only terms: 'Ayes: Bell, Day'."""
    between = text[start:end].strip(" \t\r\n.•*-")
    return not between or (len(between) < _LONGEST_TERMS and motions.merely_terms(between, 0, len(between)))


def _wraps(text: str, end: int, block: Block) -> bool:
    """Whether the block is the rest of a line of names that ends there: 'Ayes: Bell, Day and', 'Moor'."""
    return text.endswith((",", " and"), 0, end) and block.end - block.body < _LONGEST_TERMS


def with_terms_below(text: str, part: Part, found: list[Found]) -> Iterator[Found]:
    """Yield the decisions with what stands alone in the paragraphs below: 'Proposed: Ann Bell', 'All members in favour'."""
    starts = {one.start for one in found}
    below = {above.end: block for above, block in pairwise(part.blocks)} if found else {}
    for one in found:
        reach = one.reach
        while (
            (block := below.get(reach)) is not None
            and reach - one.start < _FARTHEST
            and block.body not in starts
            and (
                motions.merely_terms(text, block.body, block.end) or (reach > one.reach and _wraps(text, reach, block))
            )
            and not movers.terms(text, one.start, reach).complete
        ):
            reach = block.end
        yield replace(one, reach=reach) if reach > one.reach else one
