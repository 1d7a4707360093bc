"""Lists of people that a reader has cut at the ends of their lines, put together again.

Converted pages set every line apart, so that a list goes on in the next paragraph: what stands at the line's end tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutes_parser import lazy
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.names import HONORIFIC, ROLE
from minutes_parser.layout.posts import is_office, post_at, qualifies
from minutes_parser.layout.telling import is_sentence
from minutes_parser.layout.topics import topic
from minutes_parser.stages.attendees.abreast import apart
from minutes_parser.stages.attendees.groups import label_at
from minutes_parser.stages.attendees.inverted import lists_by_surname
from minutes_parser.stages.attendees.kinds import set_as_code

_CUT = lazy.compile(rf"(?:[(,]|\b(?:and|of|for|{HONORIFIC})|(?:^|[\s(])[A-Z])\.?\Z")
"""How a line ends within a list: at a bracket or comma, behind 'and', a title or an initial."""
_LAST = lazy.compile(r"(?:[,;(]|\A)\s*(?P<words>[A-Z][^,;()]{1,40})\Z")
"""What stands last in a line of a list."""
_TITLE = lazy.compile(rf"{HONORIFIC}\b\.?\s+")
_SURNAME = lazy.compile(r"[A-Z][\w’'-]{1,24}(?:\s*[,;]|\s+and\b|\s*\.?\s*\Z)")
_BEFORE_BRACKET = lazy.compile(rf"\(\s*{HONORIFIC}\b")
_FEWEST = 2
"""Commas of a line that is a list."""
_NO_LIST = ("metadata", "furniture", "row")
_LONGEST, _LONGEST_LINE = 1500, 160
_REACH = 60
_OPENING = 240
"""Characters in which a sentence shows to be one."""


def lines_of(text: str, blocks: Sequence[Block], *, headed: bool) -> tuple[list[Block], bool]:
    """Return the lines of lists with each person whole, and whether the lists put surnames first.

    ``headed`` tells whether a heading stands above them.
    """
    lines = [
        line
        for block in blocks
        if block.kind not in _NO_LIST
        for whole in set_as_code(text, block, headed=headed)
        for line in (apart(text, whole) if len(whole.lines) > 1 else (whole,))
    ]
    turned = lists_by_surname(text, [(line.body, line.end) for line in lines])
    return lines if turned else list(joined(text, lines)), turned


def joined(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks, those of one list that a line's end has cut as one."""
    whole: Block | None = None
    for block in blocks:
        if whole is not None and _goes_on(text, whole, block):
            whole = replace(whole, end=block.end, lines=(*whole.lines, *block.lines))
            continue
        if whole is not None:
            yield whole
        whole = block
    if whole is not None:
        yield whole


def _goes_on(text: str, whole: Block, block: Block) -> bool:
    """Whether a list of people goes on in the next block."""
    if whole.kind not in ("paragraph", "bullet") or block.kind != "paragraph" or block.depth != whole.depth:
        return False
    last = text[whole.end - 1]
    if (
        last in ":!?"
        or (last == ";" and not _parts_people(text, whole, block))
        or block.end - whole.start > _LONGEST
        or block.bold != whole.bold
    ):
        return False
    line = whole.lines[-1][0] if whole.lines else whole.start
    if whole.end - line > _LONGEST_LINE or block.lines[0][1] - block.start > _LONGEST_LINE:
        return False
    if ROLE.fullmatch(text, block.start, block.end):
        return False  # 'Chair' over a name
    if not _is_cut(text, whole, block.start, block.end) or label_at(text, block.start, block.end):
        return False
    opening = min(block.end, block.start + _OPENING)  # long roles make the whole of a list look like one
    return not is_sentence(text, block.start, opening) and topic(text[block.start : block.end]) == "other"


def _parts_people(text: str, whole: Block, block: Block) -> bool:
    """Whether semicolons part the people of a paragraph, so that the next line goes on behind one."""
    beside = text.count("\n", whole.end, block.start) < _FEWEST
    return beside and text.count(";", whole.start, whole.end) >= _FEWEST and text.find(",", block.start, block.end) > 0


def _is_cut(text: str, whole: Block, start: int, end: int) -> bool:
    """Whether a line ends within a list, so that what begins at ``start`` belongs to it."""
    if text[whole.end - 1] == ";":
        return True
    tail = max(whole.start, whole.end - _REACH)
    if text.count("(", whole.start, whole.end) > text.count(")", whole.start, whole.end):
        return text[whole.end - 1] != "." or _CUT.search(text, tail, whole.end) is not None
    if _BEFORE_BRACKET.match(text, start, end):
        return True
    listed = text.count(",", whole.start, whole.end) + text.count(";", whole.start, whole.end) >= _FEWEST
    if listed and _CUT.search(text, tail, whole.end):
        return True
    found = _LAST.search(text, tail, whole.end)
    if found is None or text[whole.end - 1] == ".":
        return False
    words = found["words"].split()
    if (
        listed
        and (qualifies(words[-1]) or ROLE.search(found["words"]))
        and is_office(text[start : start + 40].split()[0].strip(",.;()"))
    ):
        return True
    title, post = _TITLE.match(found["words"]), post_at(text, *found.span("words"))
    single = len(text[post.name.start : whole.end].split() if post else words[bool(title) :]) == 1
    if not single or ROLE.fullmatch(words[-1]) or _TITLE.match(text, start, end):
        return False
    return text.count(",", whole.start, whole.end) > 0 and _SURNAME.match(text, start, end) is not None
