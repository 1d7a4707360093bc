"""Columns: what the columns of a table of actions, or of minutes set as a table, hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from minutes_parser import lazy
from minutes_parser.layout import motions, owners
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.mentions import Known
from minutes_parser.layout.standing import cell_done
from minutes_parser.layout.task import Task, is_nothing, read_task, working
from minutes_parser.sentences import split
from minutes_parser.source import Source

# Heads as clerks write them, the more telling ones first: "Action by" is an owner, "Action" a task.
_HEADS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("owner", lazy.compile(r"(?i)(?:(?:to\s+be\s+)?action(?:ed)?\s+)?(?:by\s+whom|by|owner(?:s|\(s\))?|whom?|leads?|resp\.?|responsib(?:le|ility)\b.{0,20}|(?:assigned|allocated|delegated)(?:\s+to)?"
                         r"|assignees?|person(?:s|\(s\))?(?:\s+responsible)?|action\s+(?:owner|officer|holder)|(?:lead|responsible)\s+(?:officer|person|member|party|body)"
                         r"|for\s+action(?:\s+by)?|officer)\s*[?:]?\Z")),
    ("due", lazy.compile(r"(?i)(?:(?:by\s+)?when|due(?:\s+(?:date|by))?|deadline|target(?:\s+date)?|date\s+due|time\s?(?:scale|frame|line)"
                       r"|completion\s+date|complete\s+by|by\s+date|until|eta)\s*[?:]?\Z")),
    ("status", lazy.compile(r"(?i)(?:(?:action\s+)?stat(?:us|e)|progress|completed?\??|done\??|closed\??|outcome|rag(?:\s+rating)?|update"
                          r"|progress\s*/\s*update|open/closed)(?:\s+/?\s*update)?\s*:?\Z")),
    ("task", lazy.compile(r"(?i)(?:agreed\s+|new\s+|outstanding\s+)?(?:action(?:s|\(s\))?|tasks?|to[ -]?dos?(?:\s+list)?)(?:\s+(?:points?|items?|required|agreed"
                        r"|needed|to\s+be\s+taken|description|arising|detail))?s?(?:\s*(?:[/&]|and)\s*(?:notes?|comments?|discussion|decisions?|outcomes?))?\s*:?\Z|(?:decisions?|outcomes?)\s*(?:[/&]|and)\s*actions?(?:\s+(?:items?|points?))?\s*:?\Z|(?i:description|what|follow[ -]?ups?)\Z|(?i:actions?\s*[:(/–-]+\s*(?:responsib|owner|who\b|assign).*)\Z")),
    ("notes", lazy.compile(r"(?i)(?:notes?|minutes?|results?|discussion|details?|items?(?:\s+discussed)?|subject|topic|issue|agenda\s+item"
                         r"|key\s+points.{0,30}|discussion.{0,30})\s*:?\Z")),
)  # fmt: skip


_NAMES = lazy.compile(r"(?i)(?:names?|initials|volunteers?)\s*:?\Z")
"""What stands over the owners of tasks, and of other things over people who did none."""


_NEXT_TASK = lazy.compile(r";\s+(?=[A-Z@][\w.’'-]{0,30}(?:\s(?:(?:and|&)\s)?[A-Z][\w.’'-]{0,30}){0,2}\s(?:to|will)\s)")
"""Between two tasks of a cell: 'Ann to buy paint; Tom to find a ladder'."""
_SHORTEST_NOTE = 20


@dataclass(frozen=True, slots=True)
class Columns:
    """Numbers of the columns, from 0; None for what the table has not."""

    count: int
    task: int | None = None
    owner: int | None = None
    due: int | None = None
    status: int | None = None
    notes: int | None = None

    @property
    def lists_tasks(self) -> bool:
        """Whether each row is a task: the table tells who or by when, beside what."""
        return self.task is not None and (self.owner is not None or self.due is not None or self.status is not None)


def columns(source: Source, row: Block, *, listed: bool = False) -> Columns | None:
    """Return what the columns hold if ``row`` is the head of a table that tells of actions.

    ``listed`` tells that it stands below a heading for actions: there 'Detail' and 'Lead' are enough.
    """
    found: dict[str, int] = {}
    for number, (start, end) in enumerate(row.cells):
        head = source.fold(start, end)
        kind = next((kind for kind, pattern in _HEADS if pattern.match(head)), None)
        if kind == "notes":  # the last one: minutes set as a table go number, subject, notes, action
            found[kind] = number
        elif kind:
            found.setdefault(kind, number)
    if "task" in found and "owner" not in found:
        names = [number for number, cell in enumerate(row.cells) if _NAMES.match(source.fold(*cell))]
        if names:
            found["owner"] = names[0]
    told = listed or "due" in found or "status" in found
    if "task" not in found and "owner" in found and told and "notes" in found:
        found["task"] = _unlabelled(source, row, found.pop("notes"))
    if "task" not in found and (not {"owner", "notes"} <= found.keys() or _speaks(source, row, found)):
        return None
    return Columns(len(row.cells), **found)


def _speaks(source: Source, row: Block, found: Mapping[str, int]) -> bool:
    """Whether 'Who' stands before 'Notes': there is told who spoke, not who is to do what was said."""
    head = source.fold(*row.cells[found["owner"]]).lower()
    return head.rstrip(" ?:") in ("who", "lead") and found["owner"] < found["notes"]


def _unlabelled(source: Source, row: Block, item: int) -> int:
    """Return the column behind ``item`` if it has no head of its own: "Item" stands over the number and the task."""
    behind = row.cells[item + 1 : item + 2]
    return item + 1 if behind and not source.fold(*behind[0]) else item


def tables(source: Source, blocks: Sequence[Block], known: Known | None = None) -> Iterator[tuple[Columns, Block]]:
    """Yield the rows of tables that tell of actions; a table without a head goes on with the one before.

    With ``known``, below a heading for actions, a table may be without any: the column of names holds the owners.
    """
    head: Columns | None = None
    table = 0
    rows: dict[int, list[Block]] = {}
    for block in blocks if known else ():
        rows.setdefault(block.table, []).append(block)
    for block in blocks:
        if block.kind != "row":
            continue
        if block.table != table or block.header:
            named = replace(block, cells=block.head) if block.head else block
            table, fresh = block.table, columns(source, named, listed=known is not None)
            head = fresh or head
            if fresh and not block.head:
                continue
            if not fresh and (block.header or head is None or len(block.cells) != head.count):
                head = _without_head(source.text, rows[table], known) if known else None
                if head is None:
                    continue
        if head and len(block.cells) == head.count:
            yield head, block


def _without_head(text: str, rows: Sequence[Block], known: Known) -> Columns | None:
    """Return the columns of a table in which one holds nothing but owners; the widest of the others tells the tasks."""
    count = len(rows[0].cells)
    if count < 2 or any(len(row.cells) != count for row in rows):
        return None
    for owner in range(count):
        if all(owners.only(text, *row.cells[owner], known) for row in rows):
            others = [column for column in range(count) if column != owner]
            return Columns(
                count, max(others, key=lambda column: sum(b - a for a, b in (row.cells[column] for row in rows))), owner
            )
    return None


def row_tasks(text: str, head: Columns, row: Block, known: Known) -> Iterator[Task]:
    """Yield the tasks of a row: in a list of tasks the row itself, in minutes set as a table what the action column says."""
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
        # where only 'Action' has a head, the cell that holds most tells what was said
        told = max(cell, key=lambda place: place[1] - place[0]) if head.notes is None else cell[head.notes]
        if head.notes is not None or told[1] - told[0] > _SHORTEST_NOTE:
            yield from _told(read_task(text, *working(text, *told), known, given=given))
    elif head.task is not None:
        for start, end in split(text, *cell[marker]):
            if motions.of_meeting(text, start, end):
                continue
            cuts = [gap.end() for gap in _NEXT_TASK.finditer(text, start, end)]
            for a, b in zip([start, *cuts], [*cuts, end], strict=True):
                yield from _told(read_task(text, *_without_sign(text, a, b), known, listed=True))


def _without_sign(text: str, start: int, end: int) -> tuple[int, int]:
    return start, start + len(text[start:end].rstrip(" ;"))


def _told(task: Task | None) -> Iterator[Task]:
    if task:
        yield task
