"""Tasks: where the minutes record work to be done, in all the ways in which clerks set it apart.

A label ('Action: ...'), a heading or a line that opens a list of actions, a ticked or open box, a column of a table, an
owner at the end of a paragraph, or the fixed form 'AB to write ...'.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from itertools import zip_longest

from minutes_parser.layout import motions, owners, scopes
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.broken import mended, unstruck
from minutes_parser.layout.closing import bracketed, marked, set_apart
from minutes_parser.layout.columns import row_tasks, tables
from minutes_parser.layout.labelled import Labelled, label_closes
from minutes_parser.layout.labels import Label, emphasised_label, inline_actions, label_at
from minutes_parser.layout.mentions import Known
from minutes_parser.layout.nested import heads_items, noted, peers
from minutes_parser.layout.outline import Outline, Part
from minutes_parser.layout.prose import bidden, fixed_form, in_title, pointed, taken
from minutes_parser.layout.scopes import Scope, boxes_of_tasks, item_of, lists_tasks, scope_of_line, scope_within
from minutes_parser.layout.spaced import spaced_rows
from minutes_parser.layout.standing import closes, merely_date, promises, standing, tells
from minutes_parser.layout.task import Task, behind_topic, read_task, task_start, unnumbered
from minutes_parser.layout.task_cues import TaskCues

_UNREAD = frozenset(("furniture", "metadata", "preformatted"))
_LONGEST_STATE = 20  # of a state in brackets that stands alone
_LONGEST_REVIEWED = 300  # of a paragraph that may be an earlier action; what is longer tells of the discussion


def tasks(outline: Outline, part: Part, known: Known, cues: TaskCues) -> list[Task]:
    """Return the tasks of one part of the document, in the order of the text; ``cues`` are those of the whole text."""
    source = outline.source
    title = source.fold(*part.title) if part.title else ""
    scope = scope_within(outline, part, title, known, cues.heads)
    called = cues.calls.between(*part.title) if part.title else ()
    headed = in_title(source.text, part, called, known) if called else []
    itemised = scope is None and part.number and (part.parent or cues.items or cues.listed)
    if itemised and (item := item_of(outline, part, known, cues.items, cues.listed)):
        return [item]
    if scope is None and not cues.touch(part):
        return headed
    blocks = mended(source.text, [block for block in part.blocks if block.kind not in _UNREAD])
    rows = [block for block in blocks if block.kind == "row"]
    if part.blocks and cues.gaps.within(part.blocks[0].start, part.blocks[-1].end):
        spaced, blocks = spaced_rows(source, blocks)
        rows += spaced
    listing = known if rows and lists_tasks(title) else None
    found = [
        task
        for head, row in (tables(source, rows, listing) if rows else ())
        for task in row_tasks(source.text, head, row, known)
    ]
    found = headed + found + _Walk(outline, part, known, scope, cues).over(blocks)
    return [replace(task, done=True) for task in found] if found and scopes.are_done(outline, part) else found


class _Walk:
    """The way over the blocks of one part; remembers the open list and the last task."""

    def __init__(self, outline: Outline, part: Part, known: Known, scope: Scope | None, cues: TaskCues) -> None:
        self.outline, self.part, self.source, self.text = outline, part, outline.source, outline.source.text
        self.known, self.cues = known, cues
        self.heading = self.scope = scope
        self.found: list[Task] = []
        self.behind = Labelled(self.source, known, self.found)
        self.fresh = False
        """The block before was a task, or said something of it."""
        self.labelled = False  # the block before, as an action
        self.below: Block | None = None
        """The block after the one that is read."""
        self.grown = -1
        """Where the last task ends that has taken in items below it."""

    @cached_property
    def boxes(self) -> bool:
        """Whether boxes are those of tasks, by the titles above them."""
        return boxes_of_tasks(self.outline, self.part)

    def over(self, blocks: list[Block]) -> list[Task]:
        """Return the tasks that the blocks record."""
        if self.scope is not None:
            self.known = peers(self.source, blocks, self.known)
        before: Block | None = None
        coming = -1  # the next place of a cue
        for whole, self.below in zip_longest(blocks, blocks[1:]):
            if coming < whole.start:
                coming = self.cues.any.first(whole.start)
            if coming >= whole.end and self.scope is None and not self.fresh and not self.labelled:
                before = whole  # it holds nothing of a task, and none is open that it might go on with
                continue
            block, state = self._without_state(unstruck(self.text, whole))
            if block.kind != "row":
                count = len(self.found)
                label = self._label(whole) if block is whole else label_at(self.text, block.body, block.end)
                labelled, self.labelled = self.labelled, False
                said = self.behind.goes_on(block) if labelled and not label else False
                said = said or self._block(block, label, before)
                self.fresh = said or len(self.found) > count
                if (block.struck or state) and len(self.found) > count:
                    self.found[count:] = [replace(task, done=True) for task in self.found[count:]]
            before = block
        return self.found

    def _label(self, block: Block) -> Label | None:
        found = self.outline.label_of(block)
        if block.emphasis and (found is None or found.weak) and block.emphasis[0][0] - block.body < 2:
            return emphasised_label(self.text, block.emphasis[0], block.end) or found
        return found

    def _without_state(self, block: Block) -> tuple[Block, bool]:
        """Return the block without what is set apart at its end to tell of the task ('**not done**'), and whether it is done."""
        start, end = block.emphasis[-1] if block.emphasis else (0, 0)
        if not block.body < start < end == block.end:
            return block, False
        state = standing(self.text, start, end)
        kept = self.source.trim(block.body, start)[1]
        return (block, False) if state is None else (replace(block, end=kept), state)

    def _block(self, block: Block, label: Label | None, before: Block | None) -> bool:
        """Read one block, with its ``label``; return whether it only says something of the task before."""
        text, scope = self.text, self.scope
        if scope is not None and scope is not self.heading and not self._within(block, scope):
            self.scope = scope = self.heading
        if label and label.weak:
            close = block.end - (text[block.end - 1] in ")]")  # '(Action Clerk)'
            label = label if owners.only(text, *(label.owner or (label.end, close)), self.known) else None
        if (
            label
            and label.kind == "action"
            and not label.owner
            and self.known(text[label.start : label.end].rstrip(": "))
        ):
            label = None  # the initials of somebody who speaks: 'AP: ...'
        if label and label.kind == "action":
            return self._labelled(block, label, before)
        if self.fresh and self._remark(block, label):
            return True
        if self._parted(block):
            return False
        if label and label.alone and label.kind == "decision":
            self.scope = Scope(block.depth, named=True)
            return False
        if (text[block.end - 1] in ":." or block.bold) and (opened := scope_of_line(text, block, self.below)):
            self.scope = opened
            return False
        if block.checked is not None and self.boxes:
            self._add(read_task(text, block.body, block.end, self.known, listed=True), done=block.checked)
            if scope is not None and scope is self.scope:
                self.scope = replace(scope, item_depth=block.depth or 1)
                self.heading = self.scope if scope is self.heading else self.heading
        elif scope is None or not self._item(block, scope):
            self._plain(block)
        return False

    def _parted(self, block: Block) -> bool:
        """Read an owner whose task is the next block: 'AB', and below it 'to write ...'."""
        below = self.below
        if below is None or below.kind != block.kind or not self.text.startswith("to ", below.body):
            return False
        who = owners.only(self.text, block.body, block.end, self.known)
        if who:
            self._add(read_task(self.text, block.body, below.end, self.known, given=who))
        return bool(who)

    def _within(self, block: Block, scope: Scope) -> bool:
        """Whether the block still belongs to the list that a line opened."""
        if block.kind == "bullet":
            return block.depth > scope.depth or not scope.depth
        if scope.bulleted:
            return False
        if unnumbered(self.text, block.start, block.end) > block.start:
            return True
        return self.fresh or not self.found or bool(owners.subject(self.text, block.start, block.end, self.known))

    def _remark(self, block: Block, label: Label | None) -> bool:
        """Read what the block says of the task before: when it is due, who owns it, what became of it."""
        text, last = self.text, self.found[-1] if self.found else None
        if last is None:
            return False
        if last.start <= block.body < last.end:
            return True  # it was read with its owner
        if not last.due and merely_date(text, block.body, block.end):
            self.found[-1] = replace(last, due=(block.body, block.end))
            return True
        if label and label.kind == "due":
            apart = min((a for a, _ in block.emphasis if a > label.end), default=block.end)
            self.found[-1] = replace(last, due=self.source.trim(label.end, apart))
            return True
        if label and label.kind == "owner":
            given = owners.named(text, label.end, block.end, self.known)
            self.found[-1] = replace(last, owners=given or last.owners)
            return True
        begins = label.end if label and label.kind == "status" else block.body
        state = standing(text, begins, block.end)
        if state is None:
            return bool(label and label.kind == "status")
        if (
            text[begins] == "["
            and block.kind == "bullet"
            and self.scope is not None
            and block.end - block.body > _LONGEST_STATE
        ):
            return False  # '[DONE] Ann to mend the gate' is the next item
        self.found[-1] = replace(last, done=state)
        places = self.cues.calls.between(begins, block.end)
        self.found.extend(fixed_form(text, places, begins, block.end, self.known))
        return True

    def _labelled(self, block: Block, first: Label, before: Block | None) -> bool:
        """Read a block that opens with an action label; further labels may stand in it."""
        text = self.text
        if first.alone and first.owner is None:
            self.scope = Scope(block.depth)
            return False
        if self.scope is self.heading and self.scope is not None:
            self.scope = self.heading = replace(self.scope, labelled=True)
        found = [first, *(label for label in inline_actions(text, first.end, block.end))]
        behind = before if before is not None and before.kind in ("paragraph", "bullet") else None
        self.behind.read(block, found, (behind.body, behind.end) if behind else None)
        self.labelled = True
        return False

    def _item(self, block: Block, scope: Scope) -> bool:
        """Read an item of a list of actions; return whether it was one, or a note on one."""
        text = self.text
        depth = block.depth or 1
        if 0 < block.depth <= scope.owner_depth:
            self.scope = scope = replace(scope, owners=(), owner_depth=0)
        if scope.item_depth and depth > scope.item_depth and block.kind == "bullet":
            self.grown = noted(text, block, self.found, self.known, self.grown)
            return True
        if sole := owners.only(text, unnumbered(text, block.body, block.end), block.end, self.known):
            self.scope = replace(scope, owners=sole, owner_depth=block.depth)
            return True
        if heads_items(text, block, self.below, self.known, scope.item_depth):
            return True
        if closes(text, block.body, block.end):
            return True
        if scope.owned and block.kind == "paragraph" and block.end - block.body > _LONGEST_REVIEWED:
            return False
        start = task_start(text, block.body, block.end, self.known)
        if scope.bidding:
            start = behind_topic(text, block, start, self.known)
        if scope.named and not owners.ahead(text, start, block.end, self.known):
            return False
        task = read_task(text, start, block.end, self.known, given=scope.owners, listed=True)
        if task and not task.owners and (scope.labelled or motions.of_meeting(text, task.start, block.end)):
            return True
        told = task is None or tells(text, task.start, spoken=scope.owned) or text.startswith("Motion:", block.body)
        told = told or (scope.steps and promises(text, task.start if task else start, block.end))
        bid = task and block.kind == "bullet" and scopes.takes(scope, text, task, block.end)
        if task is None or (scope.owned and (told or not (task.owners or bid or self._owned_below()))):
            return scope is self.heading and not scope.owned and not scope.named
        self._add(task)
        if self.scope is scope:
            self.scope = replace(scope, item_depth=depth)
            self.heading = self.scope if scope is self.heading else self.heading
        return True

    def _owned_below(self) -> bool:
        """Whether the next line names the owner: 'Assigned: Ann'."""
        label = self._label(self.below) if self.below else None
        return label is not None and label.kind == "owner"

    def _plain(self, block: Block) -> None:
        """Read a block of the discussion: labels within it, an owner at its end, sentences in the fixed form of a task."""
        text, start, end = self.text, block.body, block.end
        if self.cues.labels.within(start, end) and (found := list(inline_actions(text, start, end))):
            self.behind.read(block, found, (start, found[0].start))
            close = label_closes(text, found[-1], end)  # '... (Action AB). CD to write ...'
            if close and (places := self.cues.calls.between(close, end)):
                self.found.extend(fixed_form(text, places, close, end, self.known))
            return
        if (block.emphasis or self.cues.gaps.within(start, end)) and (task := marked(text, block, self.known)):
            self._add(task)
            return
        if block.emphasis and (told := set_apart(text, block, self.known)):
            self._add(told)
            return
        if task := bracketed(text, start, end, self.known, column=self.cues.column):
            self._add(task)
            return
        if self.cues.arrows.within(start, start + 1) and (task := pointed(text, start, end, self.known)):
            self._add(task)
            return
        if self.cues.took.within(start, end):
            self.found.extend(taken(text, start, end, self.known))
        if text[start].isdigit():
            start = unnumbered(text, start, end)
        if places := self.cues.calls.between(start, end):
            self.found.extend(fixed_form(text, places, start, end, self.known))
        if places := self.cues.bidden.between(start, end):
            self.found.extend(bidden(text, places, start, end, self.known))

    def _add(self, task: Task | None, *, done: bool = False) -> None:
        if task:
            self.found.append(replace(task, done=True) if done else task)
