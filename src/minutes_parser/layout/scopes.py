"""Scopes: the stretches of the minutes in which an unlabelled block is a task, too."""

from __future__ import annotations

from dataclasses import dataclass

from minutes_parser import lazy
from minutes_parser.layout import owners
from minutes_parser.layout.mentions import Known
from minutes_parser.layout.mentions import Span as Place
from minutes_parser.layout.outline import Outline, Part

_LIST_TITLE = lazy.compile(
    r"(?i)[\W\d]*(?:(?:summary|list|table|log|record)\s+of\s+|(?:agreed|outstanding|open|new|key|further|current|the|all"
    r"|ongoing|meeting|priority|immediate|misc(?:ellaneous)?|general|additional|remaining|individual|urgent|follow[ -]?up|committee|board|council"
    r"|staff|officers?[’']?|clerk[’']?s?|secretary[’']?s?|treasurer[’']?s?|chair(?:man)?[’']?s?|team|group|trustees?[’']?|governors?[’']?"
    r"|sysadmins?|webmaster[’']?s?|editors?|maintainers?)\s+){0,3}"
    r"(?:actions?(?:\s+(?:items?|points?|list|log|register|summary|table|plan|tracker|sheet|grid|steps?))?"
    r"|(?:matters|items|points)\s+for\s+(?:action|follow[ -]?up)|follow[ -]?ups?(?:\s+(?:items?|points?|tasks?))?|to-?\s?do(?:s|\s+list)?|tasks?(?:\s+list)?)"
    r"(?:\s+(?:to\s+be\s+taken|to\s+take|to\s+do|arising|agreed|required|summary|outstanding|taken|assigned|list|recorded"
    r"|(?:from|of|at|in|for)\s+(?:this|the|today.?s|next)(?:\s+\w{3,9})?(?:\s+meeting)?|(?:for|by)\s+next\s+meeting"
    r"|(?:relating\s+to|regarding|concerning|(?<=s\s)for)\s+(?:the\s+)?\w[^.:;!?\n]{2,60})){0,3}\W*\Z"
)
_BACKWARD_TITLE = lazy.compile(
    r"(?i)(?=.{0,80}\bactions?\b).{0,40}\b(?:review|update|previous|last|past|prior|former|matters\s+arising)\b"
)
_DECIDED_TITLE = lazy.compile(r"(?i)\W*(?:resolved|decisions?|resolutions?|agreed)\W*\Z")
_TITLE_WORD = lazy.compile(r"action|to-?\s?do|task|follow|resol|decision|agreed")
"""What each of these titles holds."""


@dataclass(frozen=True, slots=True)
class Scope:
    """A stretch in which unlabelled blocks are actions, too: below 'Actions:' or under such a heading."""

    depth: int = -1
    """Items deeper than this belong to it; -1 where the heading opens it, so that every block does."""
    owners: tuple[Place, ...] = ()
    owner_depth: int = 0
    """Nesting of the item that names those owners, which its like ends; 0 for a paragraph."""
    owned: bool = False
    """Only items that name an owner count."""
    named: bool = False
    """Only items 'Name: task' count: a list of decisions."""
    labelled: bool = False
    """Its items have labels of their own: what has neither label nor owner is a note."""
    item_depth: int = 0
    """Nesting of its items, 0 until the first is met; what is deeper are notes on them."""


def lists_tasks(title: str) -> bool:
    """Whether a heading opens a list of actions."""
    return _LIST_TITLE.match(title) is not None


def scope_within(outline: Outline, part: Part, known: Known) -> Scope | None:
    """Return the scope of a section: the one that its heading opens, or that a heading for actions above it does.

    'Action items' may be divided by matters or by people: below 'Ann Bell' the tasks are hers.
    """
    source = outline.source
    scope = scope_below(source.fold(*part.title) if part.title else "")
    if scope is not None or part.parent is None or part.title is None or part.number:
        return scope
    if any(block.kind not in ("bullet", "row") for block in part.blocks):
        return None
    above = next(outline.above(part), None)
    if above is None or above.title is None or above.number or not lists_tasks(source.fold(*above.title)):
        return None
    given = owners.only(source.text, *part.title, known)
    return Scope(owners=given)


def scope_of_line(line: str, depth: int) -> Scope:
    """Return the scope that a line opens which announces actions; those of an earlier meeting are told of in prose, too."""
    return Scope(depth, owned=bool(_BACKWARD_TITLE.match(line)))


def scope_below(title: str) -> Scope | None:
    """Return the scope that a heading opens, if it opens one."""
    if title.isascii() and not _TITLE_WORD.search(title.lower()):
        return None
    if lists_tasks(title):
        return Scope()
    if _BACKWARD_TITLE.match(title):
        return Scope(owned=True)
    return Scope(named=True) if _DECIDED_TITLE.match(title) else None
