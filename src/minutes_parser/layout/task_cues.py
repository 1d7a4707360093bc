"""Where a text may record tasks: places found once for the whole of it, so that most parts and blocks need no look."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import zip_longest

from minutes_parser import lazy
from minutes_parser.layout import owners
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.closing import closes_with_names
from minutes_parser.layout.cues import Cues, places
from minutes_parser.layout.mentions import ROLES, Known
from minutes_parser.layout.outline import Outline, Part
from minutes_parser.layout.scopes import heads, items_behind, listed_parts
from minutes_parser.source import Source

_LABEL = lazy.compile(r"A(?:ction|CTION|P|I|R(?=[ ]?[:(]))")
_OFFICES = ("Clerk", "Secretary", "Treasurer", "Chairman", "Chairperson", "Chair", "Bursar", "Headteacher", "Convenor")
_BIDDEN = lazy.compile(
    r"(?:write|e-?mail|contact|notify|ask|inform|advise|chase|arrange|obtain|circulate|send|check|remind|thank|invite|reply|respond"
    r"|investigate|forward|submit|order|organise|organize|book|purchase|buy|pay|add|request|find|get|liaise|speak|report|follow|prepare|draft)"
    r"\s(?!(?:details?|address(?:es)?|account|from|is|was|has|had|and|for|of|by|on)\b)[\w‘“\"£]"
)
"""Only of somebody who is to do it does a clerk write the bare verb, and not 'writes' or 'wrote'."""
_ENDS = frozenset(")ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_FARTHEST = 8
_FEWEST = 2
"""Paragraphs with an owner behind their last sentence that make a column."""
_INITIALS = lazy.compile(r"\b([A-Z]{2,5})[).]{0,2}\Z")
_WORK = (" be ", " will ", "need", " must ", "should", " has to ", " have to ", "greed ", "esolved ", "ecided ", ": ")
"""Parts of the words without which no paragraph tells of work."""
_NAME_BEFORE = 40
"""Characters before ' to ' in which the last word of a name stands."""
_ARROWS = frozenset("-=→⇒➔➜➡")


class TaskCues:
    """Where a text may hold what its blocks say of actions.

    A block without any of this records a task only where its like does so that stands before it: below a heading or
    a line that opens a list, or behind a labelled block.
    """

    def __init__(self, outline: Outline, known: Known, nicknames: AbstractSet[str] = frozenset()) -> None:
        """Look once for the whole text; ``nicknames`` are the names in small letters of those who came."""
        text = outline.source.text
        self.labels = Cues(sorted([*(match.start() for match in _LABEL.finditer(text)), *places(text, "TODO")]))
        self.took = Cues(_taking(outline.source))
        self.calls = Cues(_calls(text, nicknames))
        self.bidden = Cues(_bidden(outline.source))
        self.gaps = Cues(sorted([*places(text, "\t"), *places(text, "    ")]))
        self.arrows = Cues([block.body for block in outline.told if text[block.body : block.body + 1] in _ARROWS])
        self.items, self.listed, self.heads = items_behind(outline), listed_parts(outline), heads(outline)
        within = (self.arrows, self.labels, self.took, self.calls, self.bidden, self.gaps)
        closed = [b.start for b in outline.told if closes_with_names(text, b.body, b.end, known)]
        self.column = len(closed) >= _FEWEST
        """Owners stand behind the paragraphs, as in a column beside them."""
        told = zip_longest(outline.told, outline.told[1:])
        opening = [block.start for block, below in told if _tells(text, block, below, known)]
        opening += [*closed, *(start for start, _ in outline.labels)]
        self.any = Cues(sorted([*opening, *(place for cues in within for place in cues.places)]))

    def touch(self, part: Part) -> bool:
        """Whether any block of the part holds one of the places."""
        return bool(part.blocks) and self.any.within(part.blocks[0].start, part.blocks[-1].end)


def _tells(text: str, block: Block, below: Block | None, known: Known) -> bool:
    """Whether a block may record a task by what it is: a row, a box, a line that announces a list, or has its owner at its end."""
    last = text[block.end - 1]
    if last in ":]" or block.emphasis or block.checked is not None or block.kind == "row":
        return True
    if (last in _ENDS or text[block.end - 2] == ")") and _owned(text, block, known):
        return True
    if below is None:
        return False
    opening = text[below.body : below.body + 3]
    return opening == "to " or (below.kind == "bullet" and (opening[:1] == "[" or block.bold))


def _owned(text: str, block: Block, known: Known) -> bool:
    """Whether a paragraph tells of work and may end with initials that name its owner, or one set in italics: '... (AB).', '... AB', '... (*Ann*)'."""
    if text.endswith("*)", block.body, block.end) or text.find(" (assigned to ", block.body, block.end) >= 0:
        return True
    initials = _INITIALS.search(text, max(block.body, block.end - _FARTHEST), block.end)
    if initials is None or not (known(initials[1]) or initials[1] in ("CLERK", "CHAIR")):
        return False
    return any(text.find(word, block.body, block.end) >= 0 for word in _WORK)


def _taking(source: Source) -> list[int]:
    """Return the places of '... an action', 'the action', 'this action', 'action item': somebody may take it on."""
    text = source.text
    found: list[int] = []
    for at in places(text, "action ") if "action" in source.words else ():
        before = text[max(0, at - 4) : at]
        if before in ("the ", "his "):
            found.append(at - 4)
        if before == "ake ":  # 'will take action to'
            found.append(at)
        if before.endswith("n "):
            found.append(at - 2)
        if text.startswith(("item ", "point "), at + 7):
            found.append(at)
    return found


def _bidden(source: Source) -> list[int]:
    """Return the places of an office before a bare verb: 'Clerk write to ...'."""
    text = source.text
    return sorted(
        at
        for office in _OFFICES
        if office.lower() in source.words
        for at in places(text, f"{office} ")
        if _BIDDEN.match(text, at + len(office) + 1)
    )


def _calls(text: str, nicknames: AbstractSet[str]) -> list[int]:
    """Return the places of every ' to ' behind a capital, a handle, a role or one of the ``nicknames`` of those who came.

    There 'AB to write' may stand.
    """
    doers = ROLES | nicknames if nicknames else ROLES
    found: list[int] = []
    at = 0
    for before in text.split(" to ")[:-1]:
        at += len(before)
        word = before.rpartition(" ")[2]
        if word in doers or not (word.isalpha() and word.islower()):  # else an ordinary word, as most are
            last = "".join(text[max(0, at - _NAME_BEFORE) : at].split()[-1:])
            named = last and (last[0].isupper() or last[0] in "@([-–—" or last[-1] in ")]:" or last in doers)
            if named and not owners.calls_nobody(text, at):
                found.append(at)
        at += len(" to ")
    return found
