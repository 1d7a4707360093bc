"""Tasks: where the minutes record work to be done, in all the ways in which clerks set it apart.

A label ('Action: ...'), a heading or a line that opens a list of actions, a ticked or open box, a column of a table, an
owner at the end of a paragraph, or the fixed form 'AB to write ...'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from minutes_parser.layout import owners
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.columns import Columns, tables
from minutes_parser.layout.cues import Cues
from minutes_parser.layout.labels import Label, inline_actions, label_at, status_label
from minutes_parser.layout.outline import Part
from minutes_parser.layout.owners import Known
from minutes_parser.layout.owners import Span as Place
from minutes_parser.layout.standing import cell_done, standing
from minutes_parser.layout.task import Task, is_nothing, read_task, unnumbered, working
from minutes_parser.sentences import split
from minutes_parser.source import Source

_LIST_TITLE = re.compile(
    r"(?i)[\W\d]*(?:(?:summary|list|table|log|record)\s+of\s+|(?:agreed|outstanding|open|new|key|further|current|the|all"
    r"|ongoing|meeting|priority|immediate)\s+){0,3}"
    r"(?:actions?(?:\s+(?:items?|points?|list|log|register|summary|table|plan|tracker|sheet|grid|steps?))?"
    r"|(?:matters|items|points)\s+for\s+action|to-?\s?do(?:s|\s+list)?|tasks?(?:\s+list)?)"
    r"(?:\s+(?:to\s+be\s+taken|to\s+take|to\s+do|arising|agreed|required|summary|outstanding|taken|assigned|list|recorded"
    r"|(?:from|of|at|in|for)\s+(?:this|the|today.?s|next)(?:\s+\w{3,9})?(?:\s+meeting)?|(?:for|by)\s+next\s+meeting)){0,3}\W*\Z"
)
_BACKWARD_TITLE = re.compile(
    r"(?i)(?=.{0,80}\bactions?\b).{0,40}\b(?:review|update|previous|last|past|prior|former|matters\s+arising)\b"
)
_DECIDED_TITLE = re.compile(r"(?i)\W*(?:resolved|decisions?|resolutions?|agreed)\W*\Z")
_INTRO = re.compile(
    r"(?i)(?:the\s+)?(?:following|new|agreed|ongoing|outstanding|open)\s+(?:\w+\s+){0,2}(?:actions?|tasks?)(?:\s+(?:items?|points?))?\b"
    r"[^.]{0,80}:?\s*\Z"
)
_NO_BOXES = re.compile(
    r"(?i)event|deadline|calendar|attend|present|roll.?call|quorum|agenda|member|participant|apolog|regrets|invite"
    r"|requirements?\W*\Z|criteria|eligib|checklist|poll|\bvot(?:e|ing)|feature"
)
_TOOK = re.compile(
    r"\b(?:took|takes|has\s+taken|will\s+take|accepted|agreed\s+to\s+take|was\s+(?:given|assigned)|volunteered\s+for|has|have)"
    r"\s+(?:on\s+)?(?:an?|the|this)\s+(?:new\s+)?action(?:\s+(?:item|point))?\s+(?:to|of|on|for)\b"
)
_OWN_TASK = re.compile(r"\b(?:will|agreed\s+to|agreed\s+that|has\s+agreed\s+to|would)\b")
_WORKS = re.compile(r"\b(?:to|will|would|shall|must|should|needs?)\b")

@dataclass(frozen=True, slots=True)
class _Scope:
    """A stretch in which unlabelled blocks are actions, too: below 'Actions:' or under such a heading."""

    depth: int = -1
    """Items deeper than this belong to it; -1 where the heading opens it, so that every block does."""
    owners: tuple[Place, ...] = ()
    owned: bool = False
    """Only items that name an owner count."""
    named: bool = False
    """Only items 'Name: task' count: a list of decisions."""
    item_depth: int = 0
    """Nesting of its items, 0 until the first is met; what is deeper are notes on them."""


CUES = ("ction", "CTION", "AP", "AI", "TODO", "TO DO", "To do")
"""Only a paragraph with one of these holds a label behind its start."""


def tasks(source: Source, part: Part, above: str, known: Known, cues: Cues) -> list[Task]:
    """Return the tasks of one part of the document, in the order of the text.

    ``above`` are the titles of the parts that hold it, ``cues`` the places of ``CUES`` in the whole text.
    """
    blocks = [block for block in part.blocks if block.kind not in ("furniture", "metadata", "preformatted")]
    rows = [block for block in blocks if block.kind == "row"]
    found = [task for head, row in tables(source, rows) for task in _row(source.text, head, row, known)] if rows else []
    title = source.fold(*part.title) if part.title else ""
    return found + _Walk(source, known, title, above, cues).over(blocks)


def _row(text: str, head: Columns, row: Block, known: Known) -> Iterator[Task]:
    """Yield the tasks of a table's row."""
    cell = row.cells
    if head.lists_tasks and head.task is not None:
        given = owners.named(text, *cell[head.owner], known) if head.owner is not None else ()
        due = cell[head.due] if head.due is not None and text[slice(*cell[head.due])].strip() else None
        task = read_task(text, *cell[head.task], known, given=given, listed=True, due=due)
        if task:
            status = head.status is not None and cell_done(text, *cell[head.status])
            yield replace(task, done=task.done or status or row.struck)
        return
    marker = head.task if head.task is not None else head.owner
    if marker is None or is_nothing(text, *cell[marker]):
        return
    if given := owners.only(text, *cell[marker], known):
        if head.notes is not None:
            yield from _told(read_task(text, *working(text, *cell[head.notes]), known, given=given))
    elif head.task is not None:
        for start, end in split(text, *cell[marker]):
            yield from _told(read_task(text, start, end, known, listed=True))


def _told(task: Task | None) -> Iterator[Task]:
    if task:
        yield task


def _clause(text: str, start: int, end: int, *, whole: bool) -> int:
    """Return where the sentence or bracket begins that goes on to ``end``; -1 where it begins before ``start``."""
    last = -1
    for stop in _STOP.finditer(text, start, end):
        last = stop.end()
    return last if last >= 0 else start if whole else -1


_STOP = re.compile(r"(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bCllr)(?<!\bProf)(?<!\b[A-Z])[.?!;]\s+|\n|\((?=[^()]{0,60}\))|[→⇒>]\s+")


class _Walk:
    """The way over the blocks of one part; remembers the open list and the last task."""

    def __init__(self, source: Source, known: Known, title: str, above: str, cues: Cues) -> None:
        self.cues = cues
        self.text, self.known, self.source = source.text, known, source
        self.boxes = not (_NO_BOXES.search(title) or _NO_BOXES.search(above))
        self.heading = self._heading_scope(title)
        self.scope = self.heading
        self.found: list[Task] = []
        self.fresh = False
        """The block before was a task, or said something of it."""
        self.labelled = False
        """The block before was labelled as an action."""

    @staticmethod
    def _heading_scope(title: str) -> _Scope | None:
        if _LIST_TITLE.match(title):
            return _Scope()
        if _BACKWARD_TITLE.match(title):
            return _Scope(owned=True)
        return _Scope(named=True) if _DECIDED_TITLE.match(title) else None

    def over(self, blocks: list[Block]) -> list[Task]:
        """Return the tasks that the blocks record."""
        before: Block | None = None
        for block in blocks:
            if block.kind != "row":
                count = len(self.found)
                labelled, self.labelled = self.labelled, False
                said = self._goes_on(block) if labelled else False
                said = said or self._block(block, before)
                self.fresh = said or len(self.found) > count
                if block.struck and len(self.found) > count:
                    self.found[count:] = [replace(task, done=True) for task in self.found[count:]]
            before = block
        return self.found

    def _block(self, block: Block, before: Block | None) -> bool:
        """Read one block; return whether it only says something of the task before."""
        text, scope = self.text, self.scope
        if scope is not None and scope is not self.heading and not self._within(block, scope):
            self.scope = scope = self.heading
        label = label_at(text, block.body, block.end) or (label_at(text, block.start, block.end) if block.body > block.start else None)
        if label and label.weak and not owners.only(text, label.end, block.end, self.known):
            label = None
        if label and label.kind == "action":
            return self._labelled(block, label, before)
        if self.fresh and self._remark(block, label):
            return True
        if label and label.alone and label.kind == "decision":
            self.scope = _Scope(block.depth, named=True)
            return False
        if _INTRO.match(text, block.body, min(block.end, block.body + 200)) and text[block.end - 1] == ":":
            self.scope = _Scope(block.depth)
            return False
        if block.checked is not None and self.boxes:
            self._add(read_task(text, block.body, block.end, self.known, listed=True), done=block.checked)
        elif scope is not None and self._item(block, scope):
            return False
        else:
            self._plain(block)
        return False

    def _goes_on(self, block: Block) -> bool:
        """Read a paragraph below a labelled one that states one more task: 'The Clerk will ...'."""
        text = self.text
        if block.kind != "paragraph" or block.end - block.body > 300 or label_at(text, block.body, block.end):
            return False
        first = split(text, block.body, block.end)
        who = owners.subject(text, block.body, block.end, self.known) if len(first) == 1 else ()
        if not who or not owners.opens(text, block.body, who, self.known):
            return False
        self._add(read_task(text, block.body, block.end, self.known, given=who))
        return True

    def _within(self, block: Block, scope: _Scope) -> bool:
        """Whether the block still belongs to the list that a line opened."""
        if block.kind == "bullet":
            return block.depth > scope.depth or not scope.depth
        if unnumbered(self.text, block.start, block.end) > block.start:
            return True
        return self.fresh or not self.found or bool(owners.subject(self.text, block.start, block.end, self.known))

    def _remark(self, block: Block, label: Label | None) -> bool:
        """Read what the block says of the task before: when it is due, who owns it, what became of it."""
        text, last = self.text, self.found[-1] if self.found else None
        if last is None:
            return False
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
        self.found[-1] = replace(last, done=state)
        self._fixed_form(begins, block.end)
        return True

    def _labelled(self, block: Block, first: Label, before: Block | None) -> bool:
        """Read a block that opens with an action label; further labels may stand in it."""
        text = self.text
        if first.alone and first.owner is None:
            self.scope = _Scope(block.depth)
            return False
        found = [first, *(label for label in inline_actions(text, first.end, block.end))]
        behind = before if before is not None and before.kind in ("paragraph", "bullet") else None
        self._segments(block, found, (behind.body, behind.end) if behind else None)
        self.labelled = True
        return False

    def _segments(self, block: Block, found: list[Label], told: Place | None) -> None:
        """Read what stands behind each of the labels; ``told`` is the text to which a label with a mere owner belongs."""
        text = self.text
        for label, after in zip(found, [*found[1:], None], strict=True):
            end = status_label(text, label.end, after.start if after else block.end)
            given = owners.named(text, *label.owner, self.known) if label.owner else ()
            start, end = self._unbracketed(label, end)
            if label.weak and not owners.only(text, start, end, self.known):
                continue
            if not given and told and (speaker := owners.only(text, *told, self.known)):
                given, told = speaker, None
            if sole := owners.only(text, start, end, self.known) or (given if start >= end else ()):
                self._claim(sole, told)
            elif (label.plural or self._told_apart(start, end)) and len(items := split(text, start, end)) > 1 and self._each_works(items):
                for a, b in items:
                    self._add(read_task(text, a, b, self.known, given=given))
            else:
                for a, b in self._lines(block, start, end):
                    self._add(read_task(text, a, b, self.known, given=given, listed=True))
            told = None

    def _unbracketed(self, label: Label, end: int) -> Place:
        """Return the labelled text; a label in brackets ends where they close."""
        text = self.text
        before = text[max(0, label.start - 2) : label.start].rstrip()[-1:]
        closing = text.find({"[": "]", "(": ")"}[before], label.end, end) if before in ("[", "(") else -1
        return self.source.trim(label.end, closing if closing >= 0 else end)

    def _lines(self, block: Block, start: int, end: int) -> list[Place]:
        """Return the lines of a labelled block one by one where each is a task of its own, else the whole."""
        cuts = [a for a, _ in block.lines if start < a < end]
        if not cuts or not all(owners.subject(self.text, a, end, self.known) and self.text[:a].rstrip()[-1:] in ".;" for a in cuts):
            return [(start, end)]
        return list(zip([start, *cuts], [*cuts, end], strict=True))

    def _told_apart(self, start: int, end: int) -> bool:
        """Whether a later sentence is a task of its own: 'The Clerk will ...', 'The Clerk agreed to ...'."""
        return any(
            _OWN_TASK.search(self.text, a, min(b, a + 80)) and owners.subject(self.text, a, b, self.known)
            for a, b in split(self.text, start, end)[1:]
        )

    def _each_works(self, items: list[Place]) -> bool:
        return all(_WORKS.search(self.text, a, b) for a, b in items)

    def _claim(self, sole: tuple[Place, ...], told: Place | None) -> None:
        """Give the owners of a lone 'Action: Clerk' to the task just told, or make one of the text it stands under."""
        if told is None:
            return
        last = self.found[-1] if self.found else None
        if last and last.start >= told[0] and last.end <= told[1]:
            self.found[-1] = replace(last, owners=last.owners or sole)
        else:
            self._add(read_task(self.text, *working(self.text, *told), self.known, given=sole))

    def _item(self, block: Block, scope: _Scope) -> bool:
        """Read an item of a list of actions; return whether it was one, or a note on one."""
        text = self.text
        depth = block.depth or 1
        if scope.item_depth and depth > scope.item_depth and block.kind == "bullet":
            return True
        if sole := owners.only(text, unnumbered(text, block.body, block.end), block.end, self.known):
            self.scope = replace(scope, owners=sole)
            return True
        if text[block.end - 1] == ":" and block.kind == "paragraph":
            return True
        start = unnumbered(text, block.body, block.end)
        if scope.named and not owners.ahead(text, start, block.end, self.known):
            return False
        task = read_task(text, start, block.end, self.known, given=scope.owners, listed=True)
        if task is None or (scope.owned and not task.owners):
            return scope is self.heading and not scope.owned and not scope.named
        self._add(task)
        if self.scope is scope:
            self.scope = replace(scope, item_depth=depth)
            self.heading = self.scope if scope is self.heading else self.heading
        return True

    def _plain(self, block: Block) -> None:
        """Read a block of the discussion: labels within it, an owner at its end, sentences in the fixed form of a task."""
        text, start, end = self.text, block.body, block.end
        cued = self.cues.within(start, end)
        if cued and (found := list(inline_actions(text, start, end))):
            self._segments(block, found, (start, found[0].start))
            return
        if self._marked(block):
            return
        if cued and "action" in text[start:end]:
            for a, b in split(text, start, end):
                if took := _TOOK.search(text, a, b):
                    who = owners.subject_before(text, a, took.start(), self.known)
                    self._add(read_task(text, a, b, self.known, given=who))
        if " to " in text[start:end]:
            self._fixed_form(start, end)

    def _marked(self, block: Block) -> bool:
        """Read an owner who stands at the end of the paragraph, set in italics or behind a tab."""
        text = self.text
        start = max((a for a, b in block.emphasis if b >= block.end - 1), default=-1)
        if start <= block.body and (tab := text.rfind("\t", block.body, block.end)) > 0:
            start = tab + 1
        if start <= block.body:
            return False
        sole = owners.only(text, start, block.end, self.known)
        if sole:
            at, end = self._called(*working(text, block.body, start))
            who = owners.subject(text, at, end, self.known)
            names = {text[a:b] for a, b in sole}
            self._add(read_task(text, at, end, self.known, given=who if who and all(text[a:b] in names for a, b in who) else sole))
        return bool(sole)

    def _called(self, start: int, end: int) -> Place:
        """Return the part of a sentence behind a dash that calls on somebody: '... - Clerk to write'."""
        for sign in ("– ", " - ", "— "):
            at = self.text.rfind(sign, start, end) + len(sign)
            if at > start + len(sign) and owners.subject(self.text, at, end, self.known):
                return at, end
        return start, end

    def _fixed_form(self, start: int, end: int) -> None:
        """Read the sentences 'AB to write ...' whose owner is certain."""
        text, at = self.text, start
        while (to := text.find(" to ", at, end)) >= 0:
            at = to + 4
            word = text[max(text.rfind(" ", start, to), start - 1) + 1 : to]
            if not (word[:1].isupper() or word[:1] == "@" or word.lower() in owners.ROLES):
                continue
            begin = _clause(text, max(start, to - 90), to, whole=to - 90 <= start)
            if begin < 0 or not (text[begin].isupper() or text[begin] == "@" or text.startswith("the ", begin)):
                continue
            if text.count(" ", begin, to) > 7 or not owners.named(text, begin, to, self.known):
                continue
            close = text.find(")", at, end) if text[begin - 1] == "(" else -1
            stop = close if close >= 0 else split(text, begin, end)[0][1]
            who = owners.subject(text, begin, stop, self.known)
            if not who or not owners.opens(text, begin, who, self.known):
                continue
            if close >= 0:
                self._bracketed(start, begin, close, end, who)
            else:
                self._add(read_task(text, begin, stop, self.known, given=who))
            at = stop

    def _bracketed(self, start: int, begin: int, close: int, end: int, who: tuple[Place, ...]) -> None:
        """Read '... (AB to update)' at the end of an item: it says who is to do what the item names."""
        if close - begin < 40 and not self.text[close + 1 : end].strip(" ."):
            self._add(Task(start, close + 1, who))

    def _add(self, task: Task | None, *, done: bool = False) -> None:
        if task:
            self.found.append(replace(task, done=task.done or done))
