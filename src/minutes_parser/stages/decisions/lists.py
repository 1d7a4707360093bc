"""Lists below a decision: what a line opens by announcing it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, takewhile

from minutes_parser import lazy
from minutes_parser.layout import motions
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.items import numbered_items, place
from minutes_parser.layout.outline import Outline
from minutes_parser.layout.task import unnumbered
from minutes_parser.layout.verdicts import lists_decisions
from minutes_parser.stages.decisions.found import Found

_LISTED_AFTER = lazy.compile(r"\b(?:elected|appointed|shall be)\b[^.]{0,60}:?\s*\Z")
_FOLLOWING = lazy.compile(
    r"\b[Ff]ollowing\s(?:\w{1,20}\s){0,2}(?:proposals|motions|resolutions|recommendations|amendments|policies)\s[^.:]{0,60}"
    r"\b(?:adopted|approved|accepted|agreed|passed|carried|ratified|endorsed)\b[^.:]{0,60}:\Z"
)
_APPROVED_AFTER = lazy.compile(
    r"\b(?:approved|adopted|ratified|accepted|endorsed|agreed)\s(?:the\sfollowing|as\sfollows)\b[^.:]{0,60}:\Z"
)
_ITEMS_AFTER = lazy.compile(r"\b(?:[Rr]esolved|RESOLVED|[Rr]ecommended|RECOMMENDED)\b[^.;]{0,100}[:–—-]\Z")
_SHOULD_AFTER = lazy.compile(
    r"\b(?:[Aa]greed|[Dd]ecided|[Rr]esolved|RESOLVED|AGREED)\s[^.;:]{0,60}\b(?:should|would|will|shall|must|to|can|could|may)\s?:\Z"
)
"""The sentence itself goes on in the list: 'It was agreed that the clerk should:'."""
_HEADS = frozenset("decisions decision resolutions resolved agreements".split())
_LONGEST_ITEM = 500
_LONGEST_HEAD = 50
_EACH_AFTER = lazy.compile(
    r"\b(?:agreed|decided|resolved|approved)(?:\s+that|\s+(?:on\s+)?the\s+following(?:\s+\w{1,20}){0,2})\s*:\Z"
)
_SENTENCE = lazy.compile(r"[\"“]?[A-Z](?:\S+\s+){4,}\S")


def listed_parts(outline: Outline) -> dict[int, Found]:
    """Return, by where they begin, the parts that are items of a list of decisions: 'Decisions', '1. The gate stays.'"""
    if outline.source.words.isdisjoint(_HEADS):
        return {}
    listed = numbered_items(outline, lists_decisions)
    items = {part.start: place(part) for part in outline.parts if part.start in listed}
    return {start: Found(*words, words[1]) for start, words in items.items() if words}


def each_below(text: str, found: Found, block: Block, after: list[Block]) -> list[Found]:
    """Return the items below a decision that is no more than 'The Board agreed that:', each a sentence and a decision."""
    if found.end < block.end or not _EACH_AFTER.search(text, max(found.start, found.end - 80), found.end):
        return []
    items = [
        (unnumbered(text, item.body, item.end), item.end)
        for item in takewhile(lambda item: itemised(text, item, block.depth), after)
    ]
    if len(items) < 2 or not all(b - a < _LONGEST_ITEM and _SENTENCE.match(text, a, b) for a, b in items):
        return []
    return [Found(a, b, b) for a, b in items]


def itemised(text: str, block: Block, depth: int) -> bool:
    """Whether the block is an item of the list that a line opened at ``depth``."""
    if block.kind == "bullet":
        return block.depth >= depth
    return unnumbered(text, block.start, block.end) > block.start


def with_list(text: str, found: Found, block: Block, after: list[Block]) -> Found:
    """Take in the list that a decision ends by announcing: what was resolved, or who was elected."""
    if found.end < block.end:
        return found
    said = text[found.start : found.end].rstrip()
    if said.endswith(("vote:", "votes:")):
        return _behind_votes(text, found, after)
    if said.endswith((":", "–", "—", "-")) and (
        _SHOULD_AFTER.search(said[-120:])
        or _EACH_AFTER.search(said[-80:])
        or _ITEMS_AFTER.search(said[-160:])
        or _FOLLOWING.search(said[-200:])
        or _APPROVED_AFTER.search(said[-100:])
    ):
        items = list(takewhile(lambda item: itemised(text, item, block.depth), after))
        if not items and after and motions.words_motion(text, after[0].body):
            items = after[:1]
        return replace(found, end=items[-1].end, reach=items[-1].end) if items else found
    if not _LISTED_AFTER.search(said[-120:]) or not (said.endswith(":") or "following" in said):
        return found
    end = found.end
    for item in after:
        if item.kind != "bullet" and item.end - item.start > 80:
            break
        end = item.end
    return replace(found, end=end, reach=end)


def _behind_votes(text: str, found: Found, after: list[Block]) -> Found:
    """Take in what was decided where it stands behind the votes: 'carried with the following vote:', 'Ayes: ...', 'to paint the gate.'"""
    for above, block in pairwise(after):
        if not motions.merely_terms(text, above.body, above.end):
            break
        if text.startswith(("to ", "that "), block.body):
            return replace(found, end=block.end, reach=block.end)
    return found


def heads_notes(text: str, block: Block, after: list[Block]) -> bool:
    """Whether an item of a list of decisions is no more than a heading of the items below it: 'Escalation', 'Dues:'."""
    if not after or after[0].kind != "bullet" or after[0].depth <= block.depth:
        return False
    return text[block.end - 1] == ":" or (block.end - block.body < _LONGEST_HEAD and text[block.end - 1].isalnum())


def with_notes(text: str, block: Block, after: list[Block]) -> Found:
    """Return such an item with what stands below it."""
    last = list(takewhile(lambda item: item.depth > block.depth, after))[-1]
    return Found(unnumbered(text, block.body, block.end), last.end, last.end)
