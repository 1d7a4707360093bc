"""Scopes: the stretches of the minutes in which an unlabelled block is a task, too."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import pairwise

from minutes_parser import lazy
from minutes_parser.layout import owners
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.cues import Cues
from minutes_parser.layout.items import numbered_items, place
from minutes_parser.layout.mentions import Known
from minutes_parser.layout.mentions import Span as Place
from minutes_parser.layout.outline import Outline, Part
from minutes_parser.layout.standing import bids, closes, standing_behind
from minutes_parser.layout.task import Task, read_task

_LIST_TITLE = lazy.compile(
    r"(?i)[\W\d]*(?:next\s+steps?\s*(?:[/&,]|and)\s*)?(?:(?:summary|list|table|log|record)\s+of\s+|(?:agreed|outstanding|open|new|key|further|current|the|all|other|these"
    r"|ongoing|completed|closed|finished|meeting|priority|immediate|misc(?:ellaneous)?|general|additional|remaining|individual|urgent|follow[ -]?up|committee|board|council"
    r"|staff|officers?[’']?|clerk[’']?s?|secretary[’']?s?|treasurer[’']?s?|chair(?:man)?[’']?s?|team|group|trustees?[’']?|governors?[’']?"
    r"|sysadmins?|webmaster[’']?s?|editors?|maintainers?)\s+){0,3}"
    r"(?:actions?(?:\s+(?:items?|points?|list|log|register|summary|table|plan|tracker|sheet|grid|steps?))?"
    r"|(?:matters|items|points)\s+for\s+(?:action|follow[ -]?up)|follow[ -]?ups?(?:\s+(?:items?|points?|tasks?))?|(?:things\s+)?to-?\s?do(?:s|\s+list)?|tasks?(?:\s+list)?|assignments|homework|who(?:[’']s|\s+is)?\s+(?:does|doing)\s+what)"
    r"(?:\s+(?:to\s+be\s+taken|to\s+take|to\s+do|arising|agreed|noted|required|summary|outstanding|taken|assigned|list|recorded"
    r"|(?:from|of|at|in|for)\s+(?:this|the|today.?s|next)(?:\s+\w{3,9})?(?:\s+meeting)?|(?:for|by|before|until|ahead\s+of)\s+(?:the\s+|our\s+)?next\s+(?:\w+\s+)?(?:meeting|time|call)"
    r"|(?:[/&,+]|and)\s*(?:next\s+steps?|to-?\s?dos?|owners?|responsib\w+|deadlines?|tasks?|action\s+items?)"
    r"|(?:relating\s+to|regarding|concerning|(?:(?<=s\s)|(?<=d\s))for)\s+(?:the\s+)?\w[^.:;!?\n]{2,60})){0,3}\W*\Z"
)
_BACKWARD_TITLE = lazy.compile(
    r"(?i)(?=.{0,80}\bactions?\b).{0,40}\b(?:review|update|previous|old|existing|last|past|prior|former|matters\s+arising"
    r"|(?:from|of)\s+(?:the\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+\w{3,9}|\w{3,9}\s+(?:meeting|minutes)|(?:meeting|minutes)\s+(?:no\.?\s*|#)?\d))\b"
)
_INTRO = lazy.compile(
    r"(?i)(?:the\s+)?(?:following|new|agreed|ongoing|outstanding|open)\s+(?:\w+\s+){0,2}(?:actions?|tasks?)(?:\s+(?:items?|points?))?\b"
    r"[^.]{0,80}:?\s*\Z"
)
_NEEDED = lazy.compile(
    r"(?i)[^.:]{0,60}\b(?:items?|things|jobs|tasks|points|repairs|following)\b[^.:]{0,60}?\bneed(?:s|ed)?\s+(?:to\s+be\s+)?(?:done|doing|addressed|fixed|completed|taken\s+care\s+of|attended\s+to"
    r"|attention|carried\s+out|dealt\s+with|put\s+right)\s*:\s*\Z"
)
"""Items below it are tasks: 'Several things need to be done:'."""
_REVIEWED = lazy.compile(r"(?i)\b(?:noted|reported|reviewed|discharged|completed|carried\s+out)\W*\Z")
"""With which a line ends below which it is told what became of earlier actions."""
_GONE_THROUGH = lazy.compile(
    r"(?i)\W{0,4}(?:was|were|(?:has|have)\s+been)\s+(?:\w{3,12}\s+)?(?:reviewed|noted|discussed|considered|updated|circulated|gone\s+through)\b"
)
"""How a line goes on with its title, 'List of actions', which then heads no list but what was said of it."""
_DONE_TITLE = lazy.compile(r"(?i)[\W\d]*(?:recently\s+)?(?:completed|closed|finished)\s+(?:actions?|tasks|to-?dos)\b")
_STEPS_TITLE = lazy.compile(r"(?i)[\W\d]*next\s+steps?\W*\Z")
"""Below it stands who does what, and what is merely to be expected."""
_MIXED_TITLE = lazy.compile(
    r"(?i)[\W\d]*(?:key\s+)?(?:decisions?(?:\s+(?:made|taken))?\s*(?:[/&,]|and)\s*(?:actions?(?:\s+(?:items?|points?))?|next\s+steps?)"
    r"|actions?(?:\s+(?:items?|points?))?\s*(?:[/&,]|and)\s*decisions?)\W*\Z"
)
_DECIDED_TITLE = lazy.compile(r"(?i)\W*(?:resolved|decisions?|resolutions?|agreed)\W*\Z")
_TITLE_WORDS = tuple("action do task assign homework who follow resol decision agreed step".split())
"""What each of these titles holds."""


_LONGEST_ITEM = 400
_COLUMN = lazy.compile(
    r"(?i)(?:progress|status|updates?|owners?|lead|by\s+whom|who|due(?:\s+date)?|deadline|when)\W*\Z"
)
"""The head of a column beside that of the tasks; where a table was run out line by line it stands below it."""
_LONGEST_OWNER = 40
_MOST_OWNERS = 40
_LONGEST_INTRO = 200
_LONGEST_TITLE = 70
_ACTIONS = lazy.compile(r"\b(?:[Aa]ctions?|ACTIONS?|[Tt]asks)\b")
_LAST_MEETING = lazy.compile(r"(?i)\b(?:last|previous|prior|former|past)\b")
_NO_BOXES = lazy.compile(
    r"(?i)event|deadline|calendar|attend|present|roll.?call|quorum|agenda|member|participant|apolog|regrets|invite"
    r"|requirements?\W*\Z|criteria|eligib|checklist|poll|\bvot(?:e|ing)|feature"
)


@dataclass(slots=True)
class Scope:
    """A stretch in which unlabelled blocks are actions, too: below 'Actions:' or under such a heading."""

    depth: int = -1
    """Items deeper than this belong to it; -1 where the heading opens it, so that every block does."""
    owners: tuple[Place, ...] = ()
    owner_depth: int = 0
    """Nesting of the item that names those owners, which its like ends; 0 for a paragraph."""
    owned: bool = False
    """Only items that name an owner count."""
    bidding: bool = False
    """So do items that bid something be done, whoever may do it."""
    steps: bool = False
    """It tells the next steps: what somebody says that they will do is no item of a list."""
    named: bool = False
    """Only items 'Name: task' count: a list of decisions."""
    labelled: bool = False
    """Its items have labels of their own: what has neither label nor owner is a note."""
    bulleted: bool = False
    """Only bullets belong to it."""
    item_depth: int = 0
    """Nesting of its items, 0 until the first is met; what is deeper are notes on them."""


def lists_tasks(title: str) -> bool:
    """Whether a heading opens a list of actions."""
    return _LIST_TITLE.match(title) is not None


def heads(outline: Outline) -> Cues:
    """Return where the sections begin that end with the head of a list of actions: the list stands in those behind them."""
    return Cues([part.start for part in outline.parts if _ends_with_head(outline, part)])


def scope_within(outline: Outline, part: Part, title: str, known: Known, headed: Cues) -> Scope | None:
    """Return the scope of a section: the one that its ``title`` opens, or that a heading for actions above it does.

    'Action items' may be divided by matters or by people: below 'Ann Bell' the tasks are hers. ``headed`` are the ``heads``.
    """
    scope = scope_below(title)
    if scope and part.title and part.blocks and _GONE_THROUGH.match(outline.source.text, part.title[1]):
        scope = replace(scope, owned=True)
    behind_head = headed.last(part.start) >= 0
    if scope is None and behind_head and _COLUMN.match(title):
        index = bisect_left(outline.parts, part.start, key=lambda one: one.start)
        if index and _ends_with_head(outline, outline.parts[index - 1]):
            return Scope()
    if scope is not None or part.title is None or part.number:
        return scope
    if part.parent is None:
        return _scope_of_owner(outline, part, known) if behind_head else None
    if any(block.kind not in ("bullet", "row") for block in part.blocks):
        return None
    above, source = next(outline.above(part), None), outline.source
    if above is None or above.title is None or above.number or not lists_tasks(source.fold(*above.title)):
        return None
    given = owners.only(source.text, *part.title, known)
    return Scope(owners=given)


def _scope_of_owner(outline: Outline, part: Part, known: Known) -> Scope | None:
    """Return the scope of a heading that is but an owner, behind the head of a list of actions and others like it: 'Ann:'."""
    text = outline.source.text
    given = (
        owners.only(text, *part.title, known) if part.title and part.title[1] - part.title[0] < _LONGEST_OWNER else ()
    )
    last = bisect_left(outline.parts, part.start, key=lambda one: one.start) - 1 if given else -1
    for index in range(last, max(last - _MOST_OWNERS, -1), -1):
        before = outline.parts[index]
        if _ends_with_head(outline, before):
            return Scope(owners=given)
        if before.title is None or not owners.only(text, *before.title, known):
            return None
    return None


def _ends_with_head(outline: Outline, part: Part) -> bool:
    """Whether nothing stands below the title or the last line of the section, which would open a list of actions."""
    if part.blocks:
        return _ends_with_label(outline, part)
    return part.title is not None and lists_tasks(outline.source.fold(*part.title))


def _ends_with_label(outline: Outline, part: Part) -> bool:
    label = outline.label_of(part.blocks[-1]) if part.blocks and part.blocks[-1].kind != "row" else None
    return label is not None and label.kind == "action" and label.alone


def are_done(outline: Outline, part: Part) -> bool:
    """Whether the section, or the one that it divides, lists actions that are done: 'Completed actions'."""
    titles = (one.title for one in (part, *outline.above(part)))
    return any(title is not None and _DONE_TITLE.match(outline.source.text, *title) for title in titles)


_COLUMN_HEAD = lazy.compile(r"(?i)\W*action\W*\Z")
"""What stands over a column of owners beside the items of the business, as well as over a list."""
_HEADS = frozenset("actions items points tasks todo todos list log register assignments homework".split())


def listed_parts(outline: Outline) -> frozenset[int]:
    """Return where the parts begin that are numbered from one on below 'Actions' or the like."""
    if outline.source.words.isdisjoint(_HEADS):
        return frozenset()
    return numbered_items(outline, lambda title: lists_tasks(title) and not _COLUMN_HEAD.match(title))


def item_of(
    outline: Outline, part: Part, known: Known, labelled: AbstractSet[int], listed: AbstractSet[int]
) -> Task | None:
    """Return the task that a numbered part is, if it is an item of a list of actions.

    ``labelled`` and ``listed`` tell where the items begin of lists that a label or a heading opens.
    """
    behind_label = part.start in labelled
    task = _numbered_item(outline, part, known, behind_label) if part.parent or behind_label else None
    return task or (_listed_item(outline, part, known) if part.start in listed else None)


def _listed_item(outline: Outline, part: Part, known: Known) -> Task | None:
    """Return the task of such a part: '1. Buy a new pump', '2. Write to the club (Ann)'."""
    words = place(part)
    if words is None or words[1] - words[0] > _LONGEST_ITEM or closes(outline.source.text, *words):
        return None
    return read_task(outline.source.text, *words, known, listed=True)


def items_behind(outline: Outline) -> frozenset[int]:
    """Return where the numbered parts begin, one behind another, of a list that a lone label opens: 'Actions:', '1. Ann: ...'."""
    found: list[int] = []
    for before, part in pairwise(outline.parts):
        listing = bool(found) and found[-1] == before.start
        if part.number and (listing or (before.kind in ("front", "business") and _ends_with_label(outline, before))):
            found.append(part.start)
    return frozenset(found)


def _numbered_item(outline: Outline, part: Part, known: Known, listed: bool) -> Task | None:
    """Return the task of a section that is no more than an item of a list of actions: '1. Ann Bell: write the post'.

    ``listed`` tells that a lone label opens the list.
    """
    if part.title is None or len(part.blocks) > 1:
        return None
    above, source = next(outline.above(part), None), outline.source
    if not listed and (above is None or above.title is None or not lists_tasks(source.fold(*above.title))):
        return None
    start, end = part.title[0], part.end
    if listed and source.text[part.title[1] - 1] != ":" and part.blocks and part.blocks[0].start > part.title[1] + 1:
        end = part.title[1]  # what stands below has nothing to do with it
    close = source.text.find("~", start + 1, end) if source.text[start] == "~" else -1
    start, end = (start + 1, close) if close > start else (start, end)  # struck through: '~Ann: write the post~ sent'
    if end - start > _LONGEST_ITEM:
        return None
    task = read_task(source.text, start, end, known, listed=True)
    if task is None or not (task.owners or owners.ahead(source.text, start, end, known)):
        return None
    return replace(task, done=True) if close > 0 else task


def scope_of_line(text: str, block: Block, below: Block | None) -> Scope | None:
    """Return the scope that a line opens which announces actions; those of an earlier meeting are told of in prose, too.

    A sentence announces them where a list stands ``below`` whose items name their owners: '[AB] Write to ...'.
    """
    if block.end - block.body > _LONGEST_INTRO:
        return None
    if text[block.end - 1] == ".":
        listed = (
            block.kind == "paragraph"
            and below is not None
            and below.kind == "bullet"
            and text.startswith("[", below.body)
        )
        return Scope(block.depth, owned=True) if listed and _ACTIONS.search(text, block.body, block.end) else None
    said = text[block.body : block.end]
    if below is not None and below.kind == "bullet" and _NEEDED.match(said):
        return Scope(block.depth, bulleted=True)
    if not _INTRO.match(said):
        if lists_tasks(said):
            return Scope(block.depth, owned=bool(_LAST_MEETING.search(said)))
        steps = bool(_STEPS_TITLE.match(said))
        owned = steps or (len(said) < _LONGEST_TITLE and _BACKWARD_TITLE.match(said))
        return Scope(block.depth, owned=True, bidding=steps, steps=steps) if owned else None
    return Scope(block.depth, owned=bool(_BACKWARD_TITLE.match(said) or _REVIEWED.search(said)))


def takes(scope: Scope, text: str, task: Task, end: int) -> bool:
    """Whether an item of the list that names nobody is a task: it bids something be done, or tells what became of it."""
    if scope.bidding and bids(text, task.start, task.end):
        return True
    return scope.owned and standing_behind(text, task.start, end)[0] is not None


def boxes_of_tasks(outline: Outline, part: Part) -> bool:
    """Whether boxes in the section are those of tasks, by its title and those above it."""
    parts = [part, *outline.above(part)]
    return not _NO_BOXES.search(" | ".join(outline.source.fold(*one.title) if one.title else "" for one in parts))


def scope_below(title: str) -> Scope | None:
    """Return the scope that a heading opens, if it opens one."""
    low = title.lower()
    if title.isascii() and not any(map(low.__contains__, _TITLE_WORDS)):
        return None
    if lists_tasks(title):
        return Scope()
    if _BACKWARD_TITLE.match(title):
        return Scope(owned=True)
    if _STEPS_TITLE.match(title):
        return Scope(owned=True, bidding=True, steps=True)
    if _MIXED_TITLE.match(title):
        return Scope(owned=True, bidding=True)
    return Scope(named=True) if _DECIDED_TITLE.match(title) else None
