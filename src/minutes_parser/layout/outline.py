"""The outline: which blocks head the business, which stand in front of it, and which list the attendance."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from minutes_parser.layout.blocks import Block
from minutes_parser.layout.labels import Label, labels_of
from minutes_parser.source import Source

PartKind = Literal["front", "attendance", "agenda", "details", "business"]


class Part(NamedTuple):
    """A stretch of the document under one heading; the first part has none."""

    kind: PartKind
    blocks: tuple[Block, ...]
    """What stands under the heading, up to the next one; the heading itself is not among them."""
    heading: Block | None = None
    number: str | None = None
    title: tuple[int, int] | None = None
    """Offsets of the heading's text."""
    level: int = 1
    id: str | None = None
    """'s1', 's2', ... for business; None for anything else."""
    parent: str | None = None

    @property
    def start(self) -> int:
        """Where the part begins, its heading included."""
        return self.heading.start if self.heading else self.blocks[0].start if self.blocks else 0

    @property
    def end(self) -> int:
        """Where its last block ends."""
        return self.blocks[-1].end if self.blocks else self.heading.end if self.heading else 0


@dataclass(frozen=True)
class Outline:
    """The document as a sequence of parts, in the order of the text."""

    source: Source
    parts: tuple[Part, ...]

    @cached_property
    def business(self) -> tuple[Part, ...]:
        """The sections."""
        return tuple(part for part in self.parts if part.kind == "business")

    @cached_property
    def front(self) -> tuple[Block, ...]:
        """All blocks that are no business, headings included, in order."""
        return tuple(block for part in self.parts if part.kind != "business" for block in blocks_of(part))

    @cached_property
    def _sections(self) -> dict[str | None, Part]:
        return {part.id: part for part in self.business}

    def above(self, part: Part) -> Iterator[Part]:
        """Yield the sections that hold this one, innermost first."""
        while part.parent is not None and (holder := self._sections.get(part.parent)) is not None:
            part = holder
            yield part

    @cached_property
    def labels(self) -> dict[tuple[int, int], Label]:
        """The labels with which the blocks of ``told`` open, by the block's body and end."""
        return labels_of(self.source.text, self.told)

    @cached_property
    def _labels_by_start(self) -> dict[int, Label]:
        return {start: label for (start, _), label in self.labels.items()}

    def label_of(self, block: Block) -> Label | None:
        """Return the label with which the block opens, even if it was put together of several."""
        return self._labels_by_start.get(block.body)

    @cached_property
    def told(self) -> tuple[Block, ...]:
        """All blocks that stand in no list of people, agenda or table of details; headings are not among them."""
        return tuple(block for part in self.parts if part.kind in ("front", "business") for block in part.blocks)

    @cached_property
    def _starts(self) -> list[int]:
        return [part.start for part in self.parts]

    def part_at(self, offset: int) -> Part | None:
        """Return the part in which ``offset`` stands."""
        index = bisect_right(self._starts, offset) - 1
        return self.parts[index] if index >= 0 else None

    def section_at(self, offset: int) -> str | None:
        """Return the id of the innermost section that holds ``offset``; None before and outside the business."""
        part = self.part_at(offset)
        return part.id if part else None


def blocks_of(part: Part) -> tuple[Block, ...]:
    """Return the part's blocks, its heading first."""
    return (part.heading, *part.blocks) if part.heading else part.blocks


def with_ids(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Number the business parts, level them by nesting and name their parents.

    ``Part.level`` comes in as a rank, any rising integers; a part's parent is the nearest one before it with a smaller
    rank, and its level in the record is one more than its parent's.
    """
    numbered: list[Part] = []
    open_parts: list[tuple[int, Part]] = []
    count = 0
    for part in parts:
        if part.kind == "business":
            count += 1
            while open_parts and open_parts[-1][0] >= part.level:
                open_parts.pop()
            parent = open_parts[-1][1] if open_parts else None
            kind, blocks, heading, number, title, rank, *_ = part
            level, above = (parent.level + 1, parent.id) if parent else (1, None)
            part = Part(kind, blocks, heading, number, title, level, f"s{count}", above)
            open_parts.append((rank, part))
        numbered.append(part)
    return tuple(numbered)
