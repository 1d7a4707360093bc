"""Nothing is lost: every character of a document that is no white space counts to one of four kinds."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from minutes_parser.layout.blocks import Block
from minutes_parser.layout.outline import Outline, Part, blocks_of
from minutes_parser.layout.topics import topic
from minutes_parser.models import Minutes, Span
from minutes_parser.output import visible
from minutes_parser.pipeline import plan_of, read_plan
from minutes_parser.source import Source


@dataclass(frozen=True)
class Missed:
    """A block in front of or behind the business from which nothing was read."""

    number: int
    """Line of the file in which it begins; the page for a PDF."""
    text: str


@dataclass(frozen=True)
class Coverage:
    """How many characters are of which kind; white space is not counted."""

    front: int
    """In front matter: a value was read from the block, or it heads one or is a repeated agenda."""
    sections: int
    """In headings and blocks of the business."""
    furniture: int
    """In page numbers, running heads, rules and web chrome, and front matter that is data."""
    missed: int
    """In anything else."""
    blocks: tuple[Missed, ...]
    """Where those stand, in the order of the text."""

    @property
    def total(self) -> int:
        """All characters that are no white space."""
        return self.front + self.sections + self.furniture + self.missed

    def shown(self, name: str) -> str:
        """Return the shares of the kinds in the document ``name``, and the blocks that were missed, as lines."""
        kinds = {
            "front matter": self.front, "sections": self.sections, "furniture": self.furniture, "not understood": self.missed,
        }  # fmt: skip
        lines = [f"{visible(name)}: {self.total} characters"]
        lines += [f"  {kind:15}{count / max(self.total, 1):7.1%}" for kind, count in kinds.items()]
        lines += [f"  {block.number}: {visible(block.text)}" for block in self.blocks]
        return "".join(f"{line}\n" for line in lines)


def coverage(source: Source) -> Coverage:
    """Read ``source`` and say what became of each of its characters."""
    plan = plan_of(source)
    values = sorted((span.start, span.end) for span in _spans(read_plan(plan, sentences=False)))
    front = sections = furniture = 0
    missed = []
    for part, block in _blocks(plan):
        size = _size(source, block)
        if block.kind in ("furniture", "metadata"):
            furniture += size
        elif part.kind == "business":
            sections += size
        elif part.kind == "agenda" or block is part.heading or _holds(block, values) or _labels(source, block):
            front += size
        else:
            missed.append(Missed(block.number, source.fold(block.start, block.end)))
    total = sum(len(word) for word in source.text.split())
    return Coverage(front, sections, furniture, total - front - sections - furniture, tuple(missed))


def _blocks(plan: Outline) -> Iterator[tuple[Part, Block]]:
    for part in plan.parts:
        for block in blocks_of(part):
            yield part, block


def _size(source: Source, block: Block) -> int:
    return sum(len(word) for word in source.text[block.start : block.end].split())


def _holds(block: Block, values: list[tuple[int, int]]) -> bool:
    """Return whether a value stands in the block."""
    index = bisect_right(values, (block.end, -1)) - 1
    return any(end > block.start for _, end in values[max(0, index - 50) : index + 1])


def _labels(source: Source, block: Block) -> bool:
    """Return whether the block is a heading over what follows, such as 'Apologies:'."""
    return topic(source.fold(block.start, block.end)) != "other"


def _spans(minutes: Minutes) -> Iterator[Span]:
    """Yield where the values of the meeting and its attendees stand, and what was read beside the business."""
    fields = (getattr(minutes.meeting, name) for name in type(minutes.meeting).model_fields)
    for value in [*fields, *minutes.attendees, *minutes.actions, *minutes.decisions, *minutes.abbreviations]:
        if value is not None:
            yield value.span
