"""The business of a meeting as it stands on the page: headings, paragraphs, tables, and what is set off in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from minutes_parser.models import Action, Block, Minutes, Section
from minutes_parser.page import wording
from minutes_parser.page.marks import Mark, Places, Thing, bookmark, pieces, place, things
from minutes_parser.page.setting import Setting, apart, label, value
from minutes_parser.styled import Paragraph, Run, Table
from minutes_parser.styled import names as n
from minutes_parser.styled.escapes import NOT_RECORDED, encode, fold

_DEEPEST = 9
_STYLES = {"bullet": n.BULLET, "preformatted": n.PREFORMATTED}
_KINDS = {
    n.QUESTION: "Question",
    n.ANSWER: "Answer",
    n.ACTION: "Action",
    n.DECISION: "Decision",
    n.COMMITMENT: "Promise",
}
_ALL_BUT = 30
"""Characters of a paragraph that an action leaves over where it takes the paragraph up: 'Action:', a full stop."""


class Business:
    """Lays out the sections of one record."""

    def __init__(self, minutes: Minutes, setting: Setting) -> None:
        """Take the record; its text, where it holds one, shows the cells of table rows."""
        self.minutes = minutes
        self.setting = setting
        self.text = minutes.source.text or ""
        self.actions = {f"A{number}": action for number, action in enumerate(minutes.actions, 1)}
        self.order = {section.id: number for number, section in enumerate(minutes.sections, 1)}
        self.things: dict[str | None, list[Thing]] = defaultdict(list)
        for thing in things(minutes):
            self.things[thing.section if thing.section in self.order else None].append(thing)

    def outside(self) -> Iterator[Paragraph]:
        """Yield what was recorded outside the sections."""
        for thing in self.things[None]:
            yield from self._behind(thing, marked=False)

    def paragraphs(self) -> Iterator[Paragraph | Table]:
        """Yield the sections, one after another."""
        above: list[tuple[Section, int]] = []
        for section in self.minutes.sections:
            while above and above[-1][0].level >= section.level:
                above.pop()
            depth = min(above[-1][1] + 1 if above else 1, _DEEPEST)
            yield self._heading(section, depth, above[-1][0] if above else None)
            above.append((section, depth))
            cells = [self._cells(block) for block in section.blocks]
            places = place(section.blocks, cells, self.things[section.id])
            yield from self._blocks(section.blocks, cells, places)

    def _heading(self, section: Section, depth: int, above: Section | None) -> Paragraph:
        """Return the heading of a section; what its level does not tell of its place is said behind it."""
        runs = [value(section.number, n.NUMBER)] if section.number is not None else []
        if section.title is not None:
            runs += [label("\t")] * bool(runs) + [Run(encode(fold(section.title)))]
        elif not runs:
            runs.append(label("(untitled)"))
        under = self.order.get(section.parent or "")
        derived = self.order[above.id] if above else None
        said = wording.place_reading(
            section.level, under, level_said=section.level != depth, under_said=under != derived
        )
        runs += [Run(said, n.READING)] if said else []
        return Paragraph(f"{n.SECTION} {depth}", tuple(runs), (section.span.start, section.span.end))

    def _cells(self, block: Block) -> list[str]:
        """Return the texts of a block: those of a table row's cells where the text that was read shows them."""
        whole = fold(block.text)
        if block.kind == "table_row" and self.text:
            cells = [fold(cell) for cell in self.text[block.span.start : block.span.end].split("\t")]
            if whole and " ".join(filter(None, cells)) == whole:
                return cells
        return [whole]

    def _blocks(self, blocks: Sequence[Block], cells: list[list[str]], places: Places) -> Iterator[Paragraph | Table]:
        """Yield the blocks of a section, what belongs to them behind each, rows put together to tables."""
        rows: list[int] = []
        for number, block in enumerate(blocks):
            if block.kind == "table_row":
                rows.append(number)
                if number + 1 < len(blocks) and blocks[number + 1].kind == "table_row":
                    continue
                yield self._table([(blocks[row], cells[row], places.marks[row]) for row in rows])
            else:
                rows.append(number)
                yield self._block(block, cells[number][0], places.marks[number])
            for row in rows:
                for thing, marked in places.behind[row]:
                    yield from self._behind(thing, marked=marked)
            rows = []
        for thing, marked in places.behind[-1]:
            yield from self._behind(thing, marked=marked)

    @staticmethod
    def _block(block: Block, text: str, marks: Sequence[Mark]) -> Paragraph:
        style = _STYLES.get(block.kind, n.TEXT)
        if style == n.TEXT and any(
            mark.thing.style == n.ACTION and len(text) - (mark.end - mark.start) <= _ALL_BUT for mark in marks
        ):
            style = n.ACTION
        return Paragraph(style, tuple(pieces(text, 0, marks)), (block.span.start, block.span.end))

    @staticmethod
    def _table(rows: list[tuple[Block, list[str], list[Mark]]]) -> Table:
        """Return a table; texts of its cells, those that are not empty, make up the text of the row."""
        columns = max(len(cells) for _, cells, _ in rows)
        made = []
        for block, cells, marks in rows:
            offset, row, shows = 0, [], (block.span.start, block.span.end)
            alone = len(cells) == 1
            for cell in cells:
                runs = pieces(cell, offset, marks) if cell or alone else []
                row.append((Paragraph(n.ROW, tuple(runs), shows),))
                offset += len(cell) + 1 if cell else 0
            row += [(Paragraph(n.ROW, ()),)] * (columns - len(row))
            made.append(tuple(row))
        return Table(tuple(made), title="Table of the minutes", head=columns > 1 and len(rows) > 1)

    def _behind(self, thing: Thing, *, marked: bool) -> Iterator[Paragraph]:
        """Yield what stands behind the block of a thing: all of it where it is not marked there, an action's details."""
        if not marked:
            lead = [Run(thing.tag, n.REFERENCE), label(f"  {_KINDS[thing.style]}: ")]
            yield Paragraph(
                n.EXTRACT,
                (*lead, Run(encode(thing.text), thing.style, name=bookmark(thing.tag))),
                (thing.span.start, thing.span.end),
            )
        if thing.tag in self.actions:
            yield self._details(thing.tag, self.actions[thing.tag])

    def _details(self, tag: str, action: Action) -> Paragraph:
        """Return who is to do an action by when, and whether it is done."""
        due = self.setting.due(action.due, n.DUE) if action.due else [Run(NOT_RECORDED, n.DUE)]
        runs = [
            *(Run(tag, n.REFERENCE), label("  Owner: ")), *apart(self.owners(tag, action), ", "),
            *(label("   Due: "), *_named(due, bookmark(tag, "due")), label("   Status: ")),
            Run("Done" if action.done else "Open", n.STATE, name=bookmark(tag, "status")),
        ]  # fmt: skip
        return Paragraph(n.DETAILS, tuple(runs), (action.span.start, action.span.end))

    def owners(self, tag: str, action: Action) -> list[list[Run]]:
        """Return the owners of an action, each to be shown again in the summary."""
        owners = [self.setting.party(owner, n.OWNER) for owner in action.owners] or [[Run(NOT_RECORDED, n.OWNER)]]
        return [_named(owner, bookmark(tag, f"owner_{number}")) for number, owner in enumerate(owners, 1)]


def _named(runs: Sequence[Run], name: str) -> list[Run]:
    """Return the runs with the first in a bookmark, by which the summary shows the same words."""
    return [runs[0]._replace(name=name), *runs[1:]]
