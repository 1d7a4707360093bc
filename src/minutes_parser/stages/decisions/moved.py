"""Motions told over several blocks: put, seconded, voted on; worded below or above those who moved them."""

from __future__ import annotations

from minutes_parser import lazy
from minutes_parser.layout import motions, movers
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.cues import Cues
from minutes_parser.sentences import split
from minutes_parser.stages.decisions.found import Found
from minutes_parser.stages.decisions.lists import itemised

_CALLED = lazy.compile(
    r"(?i)\W{0,4}(?:roll[ -]?call|ayes?|yeas?|nays?|noes|abstain\w{0,4}|abstentions?)\b[^\n]{0,30}?[:–-]"
)
_PROPOSED = lazy.compile(r"(?i)\W{0,4}(?:propos|mov)(?:ed|er)\b")
_SECONDED = lazy.compile(r"(?i)\W{0,4}second(?:ed|er)\b")
_IT_WAS = lazy.compile(
    r"(?i)\b(?:it\s+was|was|were|unanimously|duly|carried|and)[\s,]*\Z|\bfollowing\s(?:resolution|motion)\b[^.;:\n]{0,60}:\Z"
)
_RESOLVED = ("RESOLVED", "Resolved", '"RESOLVED', '"Resolved', "“RESOLVED", "“Resolved")
_MOVERS_FIRST = ("RESOLVED (", "Resolved (")
_CARRIED = lazy.compile(
    r"(?i)\W{0,4}(?:(?:the\s+)?motion\s+(?:was\s+)?)?(?:unanimously\s+)?(?:carried|passed|defeated|lost|failed|approved)\b"
)
_MOVES_TO = lazy.compile(r"(?i)[^.;:\n]{0,100}?\b(?:moved|moves|motioned)\s+(?:to|that)\s")
"""With which a sentence says itself what is moved."""
_RESULT = lazy.compile(
    r"(?i)result\s?:\s{0,9}(?:approved|adopted|carried|passed|accepted|defeated|failed|lost|denied|tabled|deferred|continued|received|unanimous)"
)
_FIELD = lazy.compile(
    r"(?i)(?:mover|moved(?:\sby)?|seconder|seconded(?:\sby)?|second|ayes?|yeas?|yes|nays?|noes|no|abstain(?:ed)?|abstentions?|absent|excused|recused|in\sfavou?r|opposed|against)\s?:"
)
_GOING_ON = (";", ";and", "; and", ", and", ":")
_MOST_BLOCKS = 8
_LONGEST_OUTCOME = 80
_LONGEST_TITLE = 120
_LONGEST_MOTION = 800
_MOST_VOTING = 25
_MOST_TERMS = 4
"""Blocks of which the last may word the motion whose movers the first names."""


def told(text: str, blocks: list[Block], index: int, put: Cues) -> Found | None:
    """Return the motion that begins with this block, in which one is put or only worded; ``put`` are the places where one may be."""
    block = blocks[index]
    puts = put.within(block.body, block.end) or text.startswith(_MOVERS_FIRST, block.body)
    found = (worded_below(text, blocks, index) or moved_alone(text, blocks, index)) if puts else None
    found = found or worded_here(text, block) or _resolved_below(text, blocks, index) or _result(text, blocks, index)
    return found or moved_below(text, blocks, index) or (motion(text, blocks, index, put) if puts else None)


def wording_end(text: str, start: int, end: int) -> int:
    """Return where the terms of a motion end that is worded at ``start``: what is told behind 'Moved Ann, seconded Tom' is no part."""
    while start < end and text[start] == " ":
        start += 1
    if not motions.words_motion(text, start):
        return end
    last = -1
    for a, b in split(text, start, end, one_paragraph=True)[1:]:
        if motions.merely_terms(text, a, b) or motions.goes_on(text, a, b):
            last = b
        elif last >= 0:
            return last
    return end


def worded_below(text: str, blocks: list[Block], index: int) -> Found | None:
    """Return the motion whose wording stands below who moved it: 'Proposed by Ann Bell', 'And resolved:', 'That ...'."""
    first = blocks[index]
    if not motions.merely_terms(text, first.body, first.end) or motions.begins_anew(text, first.body, first.end):
        return None
    for at, block in enumerate(blocks[index + 1 : index + _MOST_TERMS], index + 1):
        if motions.words_motion(text, block.body):
            worded = _clauses(text, blocks, at)
            last = blocks[worded + 1] if worded + 1 < len(blocks) else None
            if last and last.end - last.body < _LONGEST_OUTCOME and motions.goes_on(text, last.body, last.end):
                return Found(first.body, last.end, last.end)
            if worded > at:
                return Found(block.body, blocks[worded].end, blocks[worded].end, first.body)
            end = wording_end(text, block.body, block.end)
            quoted = text.find("”", block.body, end) + 1 or end  # what stands behind the wording is told
            return Found(block.body, quoted, end, first.body)
        if not motions.merely_terms(text, block.body, block.end) and not motions.resolves_below(
            text, block.body, block.end
        ):
            break
    return None


def _clauses(text: str, blocks: list[Block], at: int) -> int:
    """Return the index of the last block of a motion that goes on in further ones: 'That ...; and', 'That ...'."""
    last, opens = at, text[blocks[at].end - 1] == ":"
    while last + 1 < len(blocks) and last - at < _MOST_BLOCKS:
        if not text.endswith(_GOING_ON, 0, blocks[last].end) and not (
            opens and itemised(text, blocks[last + 1], blocks[at].depth)
        ):
            break
        last += 1
    return last


def moved_alone(text: str, blocks: list[Block], index: int) -> Found | None:
    """Return what lines say of a motion that the heading tells: 'Proposed: Ann Bell', 'Seconded: Tom Day', 'Carried'."""
    first, second = blocks[index], blocks[index + 1] if index + 1 < len(blocks) else None
    if second is None or not (_PROPOSED.match(text, first.body, first.end) and _SECONDED.match(text, second.body)):
        return None
    if not (motions.merely_terms(text, first.body, first.end) and motions.merely_terms(text, second.body, second.end)):
        return None
    if index and text.startswith(_RESOLVED, blocks[index - 1].body):
        return None  # they belong to the resolution above
    after = blocks[index + 2 : index + _MOST_BLOCKS]
    if after and motions.confirms(text, after[0].body, after[0].end):
        return Found(after[0].body, after[0].end, after[0].end, first.body)
    outcome = next((at for at, block in enumerate(after) if motions.goes_on(text, block.body, block.end)), None)
    if outcome is None:
        return Found(_subject(text, blocks, index), second.end, second.end)
    last = outcome
    while last + 1 < len(after) and motions.goes_on(text, after[last + 1].body, after[last + 1].end):
        last += 1
    start = after[outcome].body if outcome else _subject(text, blocks, index)
    return Found(start, after[last].end, after[last].end, first.body)


def _result(text: str, blocks: list[Block], index: int) -> Found | None:
    """Return what fields say of a motion that the heading words: 'RESULT: APPROVED', 'MOVER: Ann Bell', 'AYES: Bell, Day'."""
    first, last = blocks[index], index
    if not text.startswith(("RESULT", "Result"), first.body) or not _RESULT.match(text, first.body, first.end):
        return None
    while last + 1 < len(blocks) and last - index < _MOST_BLOCKS and _FIELD.match(text, blocks[last + 1].body):
        last += 1
    return Found(first.body, blocks[last].end, blocks[last].end)


def _subject(text: str, blocks: list[Block], index: int) -> int:
    """Return where the motion begins whose movers the block names: with a line before it that is but a title."""
    first, before = blocks[index], blocks[index - 1] if index else None
    if (
        before is None
        or before.kind != first.kind
        or before.end - before.body > _LONGEST_TITLE
        or text[before.end - 1] in ".:;"
    ):
        return first.body
    return before.body


def _resolved_below(text: str, blocks: list[Block], index: int) -> Found | None:
    """Return the resolution that a line opens and the next one words: 'On a motion of Ann Bell it was', 'RESOLVED, that ...'."""
    first, below = blocks[index], blocks[index + 1] if index + 1 < len(blocks) else None
    if below is None or not text.startswith(("RESOLVED", "Resolved", '"', "“", "That "), below.body):
        return None
    opens = _IT_WAS.search(text, max(first.body, first.end - _LONGEST_TITLE), first.end)
    if opens and text[first.end - 1] == ":":
        return Found(below.body, below.end, below.end, first.body)
    return Found(first.body, below.end, below.end) if opens and text[below.body] in "Rr" else None


def worded_here(text: str, block: Block) -> Found | None:
    """Return the motion that a paragraph words before it names the movers: 'That ... be paid. Moved Ann, seconded Tom.'"""
    if not motions.words_motion(text, block.body):
        return None
    first = split(text, block.body, block.end, one_paragraph=True)
    if len(first) < 2 or not motions.merely_terms(text, *first[1]):
        return None
    end = wording_end(text, block.body, block.end)
    return Found(block.body, end, end)


def moved_below(text: str, blocks: list[Block], index: int) -> Found | None:
    """Return the motion that the block words, 'That the report be received', and of which the next one says who moved it."""
    if not motions.words_motion(text, blocks[index].body):
        return None
    last = _clauses(text, blocks, index)
    if blocks[last].end - blocks[index].body > _LONGEST_MOTION:
        last = index
    below = blocks[last + 1] if last + 1 < len(blocks) else None
    if below is None or not motions.merely_terms(text, below.body, below.end):
        return None
    return Found(blocks[index].body, blocks[last].end, below.end, below.body)


def motion(text: str, blocks: list[Block], index: int, put: Cues) -> Found | None:
    """Return the motion that this block puts and the next ones second, vote on and carry; ``put`` as in ``told``."""
    first, last = blocks[index], None
    if not motions.puts_motion(text, first.body, first.end) or _resolved_later(text, blocks, index):
        return None
    for block in blocks[index + 1 : index + _MOST_BLOCKS]:
        if motions.goes_on(text, block.body, block.end) and block.end - block.body < 320:
            last = block
        elif last is None and motions.words_motion(text, block.body):
            continue
        elif (
            last is not None
            or not put.within(block.body, block.end)
            or not motions.puts_motion(text, block.body, block.end)
            or motions.begins_anew(text, block.body, block.end)
        ):
            break
    if last is None:
        later = _settled_later(text, blocks, index)
        return later if later and not motions.settled(text, first.body, first.end) else None
    if motions.settled(text, first.body, first.end):
        return None
    end = terms_end(text, last)
    called = next(
        (block for block in blocks[index + 1 :] if block.end <= end and _CALLED.match(text, block.body)), None
    )
    if called is None:
        return Found(_begin(text, first), end, end)
    quoted = max(block.end for block in blocks[index:] if block.end <= called.start)
    return Found(_begin(text, first), quoted, end)  # who voted how is no part of the wording


def _resolved_later(text: str, blocks: list[Block], index: int) -> bool:
    """Whether a line below says what was resolved of the proposal, which is then no decision: 'PROPOSAL: ...', '+1', 'RESOLUTION: ...'"""
    return text.startswith(("PROPOSAL:", "Proposal:"), blocks[index].body) and any(
        text.startswith(("RESOLUTION:", "RESOLVED:", "Resolution:"), block.body)
        for block in blocks[index + 1 : index + _MOST_VOTING]
    )


def _begin(text: str, block: Block) -> int:
    """Return where the motion begins that the block puts: with the sentence that moves it, if that says what, else with the block."""
    said = split(text, block.body, block.end, one_paragraph=True)
    return next((a for a, b in said if _MOVES_TO.match(text, a, b)), block.body)


def _settled_later(text: str, blocks: list[Block], index: int) -> Found | None:
    """Return the motion of whose movers the block tells, and whose outcome stands alone behind what was said of it: 'Carried.'"""
    first = blocks[index]
    alone = motions.names_mover(text, first.body, first.end)  # 'Proposed by: Ann Bell'
    if not alone and text.find("econd", first.body, first.end) < 0 and text.find("/", first.body, first.end) < 0:
        return None
    told = movers.terms(text, first.body, first.end)
    if not (told.moved_by and (told.seconded_by or alone)):
        return None
    for block in blocks[index + 1 : index + _MOST_BLOCKS]:
        if block.end - block.body < _LONGEST_OUTCOME and _CARRIED.match(text, block.body, block.end):
            end = first.end if index or not alone else block.end
            return Found(_begin(text, first), end, block.end)
        if motions.puts_motion(text, block.body, block.end):
            return None
    return None


def terms_end(text: str, block: Block) -> int:
    """Return where the sentences end that go on with a motion at the beginning of the block."""
    end = -1
    for a, b in split(text, block.body, block.end, one_paragraph=True):
        if end >= 0 and not (motions.merely_terms(text, a, b) or motions.goes_on(text, a, b)):
            break
        end = b
    return end if end >= 0 else block.end
