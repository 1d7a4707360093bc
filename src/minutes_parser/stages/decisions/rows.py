"""Decisions in tables: in a column of decisions, as the result of a motion, or told in a cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from minutes_parser import lazy
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.columns import tables
from minutes_parser.layout.cues import Cues
from minutes_parser.layout.outline import Part
from minutes_parser.layout.task import is_nothing
from minutes_parser.layout.verdict_cues import VerdictCues
from minutes_parser.sentences import split
from minutes_parser.source import Source
from minutes_parser.stages.decisions.found import Found
from minutes_parser.stages.decisions.outcomes import merely_outcome

Columns = dict[int, tuple[int, int]]
_SHORTEST = 15
"""Characters of the shortest decision in a cell: 'Approved' alone is the state of something."""
_HEAD = lazy.compile(
    r"(?i)\W{0,4}(?:decisions?|resolutions?|motions?(?=\s?[/&]))(?:\s?[/&]\s?(?:motions?|decisions?|resolutions?|votes?|outcomes?|results?)|\s+(?:made|taken|reached|of\s+the\s+\w+))?\W{0,4}\Z"
)
_MOTION = lazy.compile(r"(?i)\W{0,4}(?:motions?|proposals?|resolutions?)\W{0,4}\Z")
_RESULT = lazy.compile(r"(?i)\W{0,4}(?:results?|outcomes?|votes?|carried(?:\s*/\s*lost)?)\W{0,4}\Z")


def in_rows(
    source: Source,
    part: Part,
    cues: VerdictCues,
    columns: Columns,
    puts: Cues,
    told: Callable[[Block], Iterator[Found]],
) -> Iterator[Found]:
    """Yield the decisions that the rows of tables record, those of lists of actions left out.

    ``puts`` are the places where a motion may be put; ``told`` reads such a cell as it does a paragraph.
    """
    rows = [block for block in part.blocks if block.kind == "row"]
    if not rows:
        return
    text = source.text
    telling = [
        row
        for row in rows
        if not row.header
        and (row.table in columns or cues.likely.within(row.body, row.end) or _labels(text, row.body, row.end))
    ]
    tasks = {row.start for head, row in tables(source, rows) if head.lists_tasks} if telling else ()
    for row in telling:
        if row.start in tasks and row.table not in columns:
            continue
        subject, decision = columns.get(row.table, (-1, -1))
        if 0 <= decision < len(row.cells):
            yield from _settled(text, row, subject, decision)
            continue
        for cell in row.cells:
            if puts.within(*cell) or _labels(text, *cell):
                yield from told(replace(row, body=cell[0], end=cell[1], kind="paragraph"))
                continue
            for a, b in split(text, *cell):
                a += len(text[a:b]) - len(text[a:b].lstrip("• "))
                if b - a >= _SHORTEST and cues.decides(a, b):
                    yield Found(a, b, b)


def _labels(text: str, start: int, end: int) -> bool:
    """Whether 'Decision:' stands there."""
    return text.find("ecision:", start, end) >= 0


def columns_of(source: Source, blocks: Sequence[Block]) -> Columns:
    """Return, by table, the columns of what is decided on, and of what was decided."""
    found: Columns = {}
    for row in blocks:
        if row.kind != "row" or not row.header or len(row.cells) < 2:
            continue
        heads = [source.fold(*cell) for cell in row.cells]
        decision = next((index for index, head in enumerate(heads) if index and _HEAD.match(head)), -1)
        motion = next((index for index, head in enumerate(heads) if _MOTION.match(head)), -1)
        result = next((index for index, head in enumerate(heads) if index > motion >= 0 and _RESULT.match(head)), -1)
        if result >= 0:
            found[row.table] = (motion, result)
        elif decision >= 0:
            found[row.table] = (decision - 1, decision)
    return found


def _settled(text: str, row: Block, subject: int, decision: int) -> Iterator[Found]:
    """Yield what the row says was decided; of a mere 'Approved', with what was."""
    start, end = row.cells[decision]
    if merely_outcome(text, start, end):
        yield Found(row.cells[subject][0], end, end)
    elif end - start >= _SHORTEST and not is_nothing(text, start, end):
        yield Found(start, end, end)
