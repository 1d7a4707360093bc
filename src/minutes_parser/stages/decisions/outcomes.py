"""Outcomes that stand alone: 'Passed.', 'Approved unanimously.' - what was decided is told before them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from minutes_parser import lazy
from minutes_parser.layout import motions
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.outline import Part
from minutes_parser.sentences import split
from minutes_parser.stages.decisions.found import Found

_HOW = (
    r"(?:,?\s+(?:unanimously|in\s+(?:full|part|principle)|as\s+(?:presented|amended|written|circulated|read)|by\s+(?:all|everyone|(?:general\s+)?consen(?:sus|t)|acclamation"
    r"|(?:a\s+)?(?:majority|voice\s+vote|show\s+of\s+hands)|unanimous\s+(?:consent|vote))|nem\.?\s+con\.?"
    r"|with(?:out)?\s+(?:\w{1,6}\s+)?(?:abstentions?|objections?|dissent|opposition|(?:votes?\s+)?against)|\d{1,3}\s?[-–:/]\s?\d{1,3}(?:\s?[-–:/]\s?\d{1,3})?))?"
)
_ALONE = lazy.compile(
    r"(?i)\W{0,4}(?:(?:yes|ok|okay),?\s+)?(?:(?:(?:the\s+|this\s+)?(?:motion|proposal|resolution|amendment|vote)\s+(?:was\s+|is\s+)?(?:duly\s+|unanimously\s+)?)?"
    r"(?:carried|carries|passe[sd]|approved|adopted|accepted|agreed|rejected|defeated|declined|refused|granted|failed|fails|lost|postponed|deferred|tabled)"
    rf"{_HOW}|(?:deferred|declined|rejected|refused|postponed)[;,]\s[^.;]{{3,60}}|unanimous(?:ly)?(?:\s+(?:approved|agreed|carried|passed|consent|approval))?|(?:by\s+)?consensus|no\s+objections?(?:\s+(?:raised|heard))?"
    r"|there\s+(?:was|were)\s+no\s+(?:disagreement|objections?|dissent|opposition)|all\s+(?:were\s+)?(?:in\s+favou?r|agreed)|(?:both|these)\s+(?:were\s+)?(?:agreed|approved)|(?:the\s+)?meeting\s+(?:approved|agreed|concurred))\W*\Z"
)
_PUT = lazy.compile(
    r"\W{0,4}(?:[A-Z]\w{2,15}:\s|(?i:motion|proposal|to|that|resolution|request)\b|[^.\n]{3,80}?\b(?i:propose[ds]?|mov(?:ed|es)|motion|proposal)\b)"
)
"""A sentence that is put to the meeting, not told of it."""
_LONGEST = 80
_LONGEST_SENTENCE = 1200
_LONGEST_MATTER = 500
"""Characters of a paragraph of which a line below says what became of it."""


def merely_outcome(text: str, start: int, end: int) -> bool:
    """Whether nothing but an outcome stands there: 'Approved unanimously.'"""
    return end - start < _LONGEST and bool(_ALONE.match(text, start, end) or motions.merely_moved(text, start, end))


def with_matter(text: str, part: Part, found: list[Found]) -> Iterator[Found]:
    """Yield the decisions; an outcome that stands alone begins with the sentence or short paragraph before it."""
    blocks = [block for block in part.blocks if block.kind not in ("furniture", "metadata", "row")] if found else []
    starts, taken = [block.start for block in blocks], -1
    for one in found:
        index = bisect_right(starts, one.start) - 1
        if index >= 0 and merely_outcome(text, one.start, one.end):
            begin = _matter(text, blocks, index, one.start)
            if begin >= 0 and begin >= taken:
                one = replace(one, start=begin, terms=one.terms if 0 <= one.terms < begin else -1)
        taken = max(one.end, one.reach)
        yield one


def _matter(text: str, blocks: list[Block], index: int, outcome: int) -> int:
    """Return where the matter begins whose ``outcome`` stands in the block of that index; -1 where none is told."""
    block = blocks[index]
    window = max(block.body, outcome - _LONGEST_SENTENCE)
    said = split(text, window, outcome, one_paragraph=True) if outcome > block.body else []
    said = said if window == block.body else said[1:]
    if said and text[block.body : outcome].strip(" :–—-").isalpha():
        said = []  # 'Resolution: passed'
    while said:
        a, b = said.pop()
        if not said or not motions.merely_terms(text, a, b):
            return a
    before = blocks[index - 1] if index else None
    if (
        before is None
        or before.kind != block.kind
        or before.depth > block.depth
        or before.end - before.body > _LONGEST_MATTER
        or (
            block.kind == "paragraph"
            and text[before.end - 1] == "."
            and not _PUT.match(text, before.body, before.end)
            and not motions.words_motion(text, before.body)
        )
    ):
        return -1
    return before.body
