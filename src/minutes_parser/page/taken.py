"""What stands on a page, gathered by where it stands: particulars, registers, sections, and things marked in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from minutes_parser.models import BlockKind, Span
from minutes_parser.page.values import Value, values
from minutes_parser.styled import Page, Paragraph, Run, Table
from minutes_parser.styled import names as n

_TAG = re.compile(r"([QACD])(\d{1,6})(?:\.(\d{1,6}))?")
_LETTERS = {n.QUESTION: "Q", n.ANSWER: "Q", n.ACTION: "A", n.DECISION: "D", n.COMMITMENT: "C"}
_HEADING = re.compile(rf"{n.SECTION} ([1-9])")
_BULLET = re.compile(r"List (?:Bullet|Number|Paragraph)\b.*|List(?: \d)?")

Tag = tuple[str, int, int]
"""Kind, number, and the turn of an answer: ('Q', 1, 2) for Q1.2; 0 where there is no turn."""


def tags(words: str) -> list[Tag]:
    """Return the references that stand in ``words``."""
    return [(match[1], int(match[2]), int(match[3] or 0)) for match in _TAG.finditer(words)]


@dataclass
class Part:
    """A section: its heading, and its blocks as kind and place."""

    level: int
    runs: tuple[Run, ...]
    blocks: list[tuple[BlockKind, Span]] = field(default_factory=list)


@dataclass
class Thing:
    """Where something stands: the words that are marked with its reference."""

    start: int
    end: int
    section: int
    """Its place among the sections, from 1; 0 outside them."""


@dataclass
class Taken:
    """What was found on a page."""

    title: list[Value] = field(default_factory=list)
    lines: list[list[Value]] = field(default_factory=list)
    """The particulars."""
    parts: list[Part] = field(default_factory=list)
    things: dict[Tag, Thing] = field(default_factory=dict)
    details: dict[Tag, list[Value]] = field(default_factory=dict)
    """What the line below an action says."""
    rows: list[tuple[list[Value], list[Tag]]] = field(default_factory=list)
    """The rows of all registers, with the references in them."""
    inside: bool = False
    """The business has begun, and no register."""

    def take(self, page: Page) -> None:
        """Gather what stands on the page."""
        for part in page:
            if isinstance(part, Table):
                self._table(part)
            else:
                self._paragraph(part)

    def _paragraph(self, paragraph: Paragraph) -> None:
        style = paragraph.style
        if style == n.TITLE:
            self.title = self.title or values(paragraph.runs)
        elif style == n.PARTICULARS:
            self.lines.append(values(paragraph.runs))
        elif style == n.DETAILS:
            self._details(paragraph)
        elif match := _HEADING.fullmatch(style):
            self.inside = True
            self.parts.append(Part(int(match[1]), paragraph.runs))
        elif style == n.HEADING:
            self.inside = False
        elif style == n.EXTRACT:
            self._mark(paragraph.runs)
        elif style not in (n.NOTE, n.REGISTER, n.REGISTER_HEAD) and self.inside:
            self._block(_kind(style), list(paragraph.runs))

    def _details(self, paragraph: Paragraph) -> None:
        named = [tag for run in paragraph.runs if run.style == n.REFERENCE for tag in tags(run.text)]
        if named:
            self.details[named[0]] = values(paragraph.runs)

    def _block(self, kind: BlockKind, runs: list[Run]) -> None:
        """Take in a block, and the things that are marked in it."""
        spoken = [run for run in runs if run.style not in (n.REFERENCE, n.LABEL, n.COPY)]
        inked = [run for run in spoken if run.text.strip()]
        if inked:
            last, start = inked[-1], inked[0]
            begin = start.start + len(start.text) - len(start.text.lstrip())
            self.parts[-1].blocks.append((kind, Span(start=begin, end=last.start + len(last.text.rstrip()))))
            self._mark(runs)
        elif any(not run.text for run in spoken):
            self.parts[-1].blocks.append((kind, Span(start=spoken[0].start, end=spoken[0].start)))

    def _mark(self, runs: list[Run] | tuple[Run, ...]) -> None:
        """Note where the things marked in a paragraph stand; words in a thing's style without reference are a new one."""
        current: list[Tag] = []
        for run in runs:
            if run.style == n.REFERENCE:
                current = tags(run.text)
            elif run.style in n.THINGS:
                current = current or [self._new(run.style)]
                for tag in current:
                    thing = self.things.setdefault(
                        tag, Thing(run.start, run.end, len(self.parts) if self.inside else 0)
                    )
                    thing.start, thing.end = min(thing.start, run.start), max(thing.end, run.end)

    def _new(self, style: str) -> Tag:
        """Return the next free reference for something that was given its style by hand; an answer is one to the last question."""
        letter = _LETTERS[style]
        numbers = [tag[1] for tag in self.things if tag[0] == letter]
        if style == n.ANSWER and numbers:
            question = max(numbers) if not self.things else [tag for tag in self.things if tag[0] == "Q"][-1][1]
            return "Q", question, max(tag[2] for tag in self.things if tag[:2] == ("Q", question)) + 1
        return letter, max(numbers, default=0) + 1, 0

    def _table(self, table: Table) -> None:
        columns = _columns(table)
        for row in table.rows[bool(columns) :]:
            if columns:
                self._register(row, columns)
            elif self.inside:
                self._block("table_row", [run for cell in row for paragraph in cell for run in paragraph.runs])

    def _register(self, row: tuple[tuple[Paragraph, ...], ...], columns: list[str]) -> None:
        """Take in a row of a register; what stands there in no style is a value of its column."""
        found: list[Value] = []
        named: list[Tag] = []
        for cell, style in zip(row, columns, strict=False):
            runs = [run for paragraph in cell for run in paragraph.runs]
            named += [tag for run in runs if n.REFERENCE in (run.style, run.style or style) for tag in tags(run.text)]
            found += values(runs, style) if style not in (n.LABEL, n.COPY, n.REFERENCE) else []
        self.rows.append((found, named))

    def of(self, tag: Tag) -> Iterator[Value]:
        """Yield what the registers say of a thing."""
        for found, named in self.rows:
            if named[:1] == [tag]:
                yield from found


def _columns(table: Table) -> list[str]:
    """Return the styles of the values in the columns of a register; [] for any other table."""
    heads = (
        [[run.style for paragraph in cell for run in paragraph.runs] for cell in table.rows[0]] if table.rows else []
    )
    styles = {paragraph.style for cell in (table.rows[0] if table.rows else ()) for paragraph in cell}
    return [(head or [""])[0] for head in heads] if styles == {n.REGISTER_HEAD} else []


def _kind(style: str) -> BlockKind:
    if style == n.PREFORMATTED:
        return "preformatted"
    return "bullet" if _BULLET.fullmatch(style) else "paragraph"
