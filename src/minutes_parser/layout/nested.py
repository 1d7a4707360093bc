"""Nested lists of actions: items that only name the matter of those below them, and what stands below an item."""

from __future__ import annotations

from dataclasses import replace

from minutes_parser import lazy
from minutes_parser.layout import owners
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.mentions import Known, is_bid, is_mention
from minutes_parser.layout.task import Task, read_task, unnumbered, works
from minutes_parser.source import Source

_DOING = lazy.compile(r"[A-Z][a-z]{2,12}ing\b")
_HEAD = lazy.compile(r"(?P<who>[A-Z][a-z][\w’'-]{1,18})(?:\s?:(?=\s)|\s*\Z)")
"""A word that opens an item and may name its owner."""
_FEW = 3
"""Names that are sought one by one."""
_LONGEST_MATTER = 40
_LONGEST_TITLE = 100
_WIDEST_GAP = 40
"""Characters between an item and what it announces: white space and marks of lists."""


def heads_items(text: str, block: Block, below: Block | None, known: Known, depth: int) -> bool:
    """Whether an item is no more than a heading of those below it; ``depth`` is the nesting of the tasks read so far."""
    announces = text[block.end - 1] == ":"
    if announces and (block.kind == "paragraph" or _groups(text, block, below, known)):
        return True
    return below is not None and _heads_owned(text, block, below, known, depth)


def peers(source: Source, blocks: list[Block], known: Known) -> Known:
    """Return ``known``, to which lone names are that open items in the form in which others name somebody of the meeting: 'Zoe: ...'.

    Where nobody is known of them, the minutes must tell what one of them will do.
    """
    heads = {match["who"] for block in blocks if (match := _HEAD.match(source.text, block.body, block.end))}
    names = {
        name for name in heads if not known(name) and is_mention(name, known) and name.lower() not in source.common
    }
    among = any(known(name) or name in ("All", "Everyone") for name in heads)
    if not names or not (among or any(f"{name} will " in source.text for name in sorted(names)[:_FEW])):
        return known
    return lambda mention: mention in names or known(mention)


def noted(text: str, block: Block, found: list[Task], known: Known, grown: int) -> int:
    """Read what stands below an item: with an owner of its own it is a task, else it may be what 'Website:' announces.

    Return where the last task ends if it has taken in items below it; ``grown`` is what was returned before.
    """
    last = found[-1] if found else None
    alone = last is not None and not last.owners and block.body - last.end < _WIDEST_GAP  # it names but what they share
    if (text[block.body] in "[(" or alone) and owners.ahead(text, block.body, block.end, known):
        task = read_task(text, block.body, block.end, known, listed=True)
        found.extend((task,) if task else ())
    elif last and (text[last.end - 1] == ":" or last.end == grown) and block.body - last.end < _WIDEST_GAP:
        found[-1] = replace(last, end=block.end)
        return block.end
    return -1


def _groups(text: str, block: Block, below: Block | None, known: Known) -> bool:
    """Whether the item announces those below it and names no owner: 'Website:'."""
    if below is None or below.depth <= block.depth or works(text, block.body, block.end):
        return False
    if " " in text[block.body : block.end] and is_bid(text[block.body : block.end]):  # 'Update the papers:'
        return False
    owned = owners.ahead(text, unnumbered(text, block.body, block.end), block.end, known)
    return owned is None or bool(_DOING.match(text, owned.start))


def _heads_owned(text: str, block: Block, below: Block, known: Known, depth: int) -> bool:
    """Whether the item names but the matter of those below it, which name their owners: 'Website', '- AB to write ...'."""
    if not below.depth > block.depth or not below.kind == block.kind == "bullet" or block.checked is not None:
        return False
    if block.end - block.body < _LONGEST_TITLE and text[block.body] != "[" == text[below.body]:
        return bool(owners.ahead(text, below.body, below.end, known))  # '- A1 (The page)', '  - [AB] Write the text'
    if block.end - block.body > _LONGEST_MATTER or text[block.end - 1] == "." or works(text, block.body, block.end):
        return False
    task = read_task(text, block.body, block.end, known, listed=True)
    if task is None or task.owners or task.due:
        return False
    if 0 < block.depth < depth:
        return True  # as the ones before it
    said = read_task(text, below.body, below.end, known, listed=True)
    return not depth and bool(said and said.owners)
