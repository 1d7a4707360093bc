"""Outcomes that stand alone: 'Passed.', 'Approved unanimously.' - what was decided is told before them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from minutes_parser import lazy
from minutes_parser.layout import motions, movers
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.outline import Part
from minutes_parser.layout.telling import is_sentence
from minutes_parser.sentences import split
from minutes_parser.stages.decisions.found import Found

_HOW = (
    r"(?:,?\s+(?:unanimously|in\s+(?:full|part|principle)|as\s+(?:presented|amended|written|circulated|read)|by\s+(?:all|everyone|(?:general\s+)?consen(?:sus|t)|acclamation"
    r"|(?:a\s+)?(?:majority|voice\s+vote|show\s+of\s+hands)|unanimous\s+(?:consent|vote))|nem\.?\s+con\.?"
    r"|with(?:out)?\s+(?:\w{1,6}\s+)?(?:abstentions?|objections?|dissent|opposition|(?:votes?\s+)?against)|\d{1,3}\s?[-–:/]\s?\d{1,3}(?:\s?[-–:/]\s?\d{1,3})?))?"
)
_TALLY = (
    r"(?:\d{1,3}(?:\s?/\s?\d{1,3}|\s+(?:out\s+)?of\s+\d{1,3})?)\s+(?:[a-z]{4,12}\s+){0,2}(?:(?:votes?|voted|say|said),?\s+)?(?:in\s+favou?r|yes|yeas?|ayes?)"
    r"(?:[;,]?\s+\w{1,5}\s+(?:abst\w{2,8}|against|opposed|no|noes|nays?))*"
)
"""'6/6 yes', '7 in favour, 2 abstain'."""
_ALONE = lazy.compile(
    r"(?i)\W{0,4}(?:(?:yes|ok|okay),?\s+)?(?:(?:(?:the\s+|this\s+)?(?:motion|proposal|resolution|amendment|vote)\s+(?:was\s+|is\s+)?(?:duly\s+|unanimously\s+)?)?"
    r"(?:carried|carries|passe[sd]|approved|adopted|accepted|agreed|rejected|defeated|declined|refused|granted|failed|fails|lost|postponed|deferred|tabled)"
    rf"{_HOW}|(?:deferred|declined|rejected|refused|postponed)[;,]\s[^.;]{{3,60}}|unanimous(?:ly)?(?:\s+(?:approved|agreed|carried|passed|consent|approval))?|(?:by\s+)?consensus|no\s+objections?(?:\s+(?:raised|heard))?"
    r"|there\s+(?:was|were)\s+no\s+(?:disagreement|objections?|dissent|opposition)|(?:all|everyone|everybody)\s+(?:present\s+)?(?:were\s+)?(?:in\s+favou?r(?:\s+of\s+(?:this|it))?|agreed(?:\s+(?:to|with|on)\s+(?:this|that|it))?)"
    rf"|{_TALLY}|recommend(?:ed)?\s+(?:approval|refusal)|(?:approval|refusal)\s+recommended|(?:both|these)\s+(?:were\s+)?(?:agreed|approved)|(?:the\s+)?meeting\s+(?:approved|agreed|concurred))\W*\Z"
)
_PUT = lazy.compile(
    r"\W{0,4}(?:[A-Z]\w{2,15}:\s|(?i:motion|proposal|to|that|resolution|request)\b|[^.\n]{3,80}?\b(?i:propose[ds]?|mov(?:ed|es)|motion|proposal)\b)"
)
"""A sentence that is put to the meeting, not told of it."""
_REFERENCE = lazy.compile(r"(?:[A-Z]{1,4}[/-])?\d{1,8}/\w{1,8}(?:/\w{1,8}){0,3}\b")
"""By which an application goes: '24/0012', 'AB/2024/00012'; all of its line says what was decided on it."""
_SAYS_WHAT = lazy.compile(r"\b(?:that|to|as|for|of)\b")
_DEMANDS = lazy.compile(r"(?:The|An?|All|[A-Z][\w’'-]{0,20})\s(?:[\w’'-]{1,20}\s){0,4}?(?:should|shall)\s")
"""A sentence that words what is put: 'The society should buy the pond.'"""
_LONGEST = 80
_LONGEST_LINE = 120
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
        if index >= 0 and _tells_no_matter(text, one.start, one.end):
            begin = _matter(text, blocks, index, one)
            if begin >= 0 and begin >= taken:
                one = replace(one, start=begin, terms=one.terms if 0 <= one.terms < begin else -1)
        taken = max(one.end, one.reach)
        yield one


def _tells_no_matter(text: str, start: int, end: int) -> bool:
    """Whether a decision is an outcome, or begins with who moved and seconded and does not say what."""
    if merely_outcome(text, start, end):
        return True
    paragraph = text.find("\n\n", start, end)
    first = split(text, start, paragraph if paragraph >= 0 else end, one_paragraph=True)[:1]
    return bool(first) and names_movers(text, *first[0])


def names_movers(text: str, start: int, end: int) -> bool:
    """Whether nothing but who moved stands there, and what became of it."""
    return (
        motions.merely_terms(text, start, end)
        and _SAYS_WHAT.search(text, start, end) is None
        and movers.terms(text, start, end).moved_by is not None
    )


def _matter(text: str, blocks: list[Block], index: int, one: Found) -> int:
    """Return where the matter begins that ``one``, in the block of that index, does not tell; -1 where nothing does."""
    block, outcome = blocks[index], one.start
    window = max(block.body, outcome - _LONGEST_SENTENCE)
    said = split(text, window, outcome, one_paragraph=True) if outcome > block.body else []
    said = said if window == block.body else said[1:]
    if (
        said
        and block.end - one.end < 2
        and block.end - block.body < _LONGEST_MATTER
        and _REFERENCE.match(text, block.body)
    ):
        return block.body
    if said and text[block.body : outcome].strip(" :–—-").isalpha():
        said = []  # 'Resolution: passed'
    first = outcome
    while said:
        first, end = said.pop()
        if not motions.merely_terms(text, first, end):
            titled = end - first < _LONGEST and not is_sentence(text, first, end)
            return first if titled or merely_outcome(text, one.start, one.end) else -1
    above = (
        _line_above(text, blocks, index)
        if names_movers(text, block.body, min(block.end, one.end))
        else _paragraph_above(text, blocks, index)
    )
    return above if above >= 0 or first == outcome else first


def _line_above(text: str, blocks: list[Block], index: int) -> int:
    """Return where the title begins above the block that names the movers of what it says; -1 for a sentence or a longer paragraph."""
    before = blocks[index - 1] if index else None
    if before is None or before.end - before.body > _LONGEST_LINE or before.depth > blocks[index].depth:
        return -1
    told = is_sentence(text, before.body, before.end) and not _DEMANDS.match(text, before.body, before.end)
    return -1 if told else before.body


def _paragraph_above(text: str, blocks: list[Block], index: int) -> int:
    """Return where the short paragraph or item begins above the block that tells what became of it; -1 where there is none."""
    block, before = blocks[index], blocks[index - 1] if index else None
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
