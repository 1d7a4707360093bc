"""The outline: which blocks head the business, which stand in front of it, and which list the attendance."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from minutes_parser.layout.blocks import Block, tail
from minutes_parser.source import Source

PartKind = Literal["front", "attendance", "agenda", "details", "business"]

_NUMBER = re.compile(r"(\d{1,3}(?:\.\d{1,3}){0,3})[.)]?[ \t]+(?=\S)")
_ATTENDANCE = re.compile(r"(?i)(present|attendance|attendees|in attendance|apologies|participants|members present)\b[^.]{0,20}:?$")
_AGENDA = re.compile(r"(?i)agenda:?$")


@dataclass(frozen=True, slots=True)
class Part:
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


@dataclass(frozen=True, slots=True)
class Outline:
    """The document as a sequence of parts, in the order of the text."""

    source: Source
    parts: tuple[Part, ...]

    @property
    def business(self) -> tuple[Part, ...]:
        """The sections."""
        return tuple(part for part in self.parts if part.kind == "business")

    @property
    def front(self) -> tuple[Block, ...]:
        """All blocks that are no business, headings included, in order."""
        return tuple(
            block
            for part in self.parts
            if part.kind != "business"
            for block in ((part.heading, *part.blocks) if part.heading else part.blocks)
        )

    def part_at(self, offset: int) -> Part | None:
        """Return the part in which ``offset`` stands."""
        index = bisect_right([part.start for part in self.parts], offset) - 1
        return self.parts[index] if index >= 0 else None

    def section_at(self, offset: int) -> str | None:
        """Return the id of the innermost section that holds ``offset``; None before and outside the business."""
        part = self.part_at(offset)
        return part.id if part else None


def outline(source: Source, blocks: tuple[Block, ...]) -> Outline:
    """Divide the blocks into parts."""
    parts: list[Part] = []
    current: list[Block] = []
    head: dict = {}
    count, expected = 0, 1
    kind: PartKind = "front"

    def close() -> None:
        parts.append(Part(kind, tuple(current), **head))
        current.clear()

    for block in blocks:
        text = source.text[block.body : block.end]
        numbered = _NUMBER.match(source.text, block.body, block.end)
        bare = text.strip("*:# ")
        is_heading = block.kind == "heading" or (
            numbered and len(text) < 140 and numbered[1].split(".")[0] in (str(expected), str(expected - 1))
        ) or (block.bold and len(text) < 120 and block.kind == "paragraph")
        if not is_heading:
            current.append(block)
            continue
        close()
        start = numbered.end() if numbered else block.body
        if _ATTENDANCE.match(bare):
            kind, head = "attendance", {"heading": block, "title": (start, block.end)}
        elif _AGENDA.match(bare):
            kind, head = "agenda", {"heading": block, "title": (start, block.end)}
        else:
            count += 1
            level = 1 + numbered[1].count(".") if numbered else max(block.level, 1)
            if numbered and level == 1:
                expected = int(numbered[1]) + 1
            kind = "business"
            head = {"heading": block, "number": numbered[1] if numbered else None,
                    "title": (start, block.end), "level": level, "id": f"s{count}"}
    close()
    return Outline(source, tuple(parts))


__all__ = ["Block", "Outline", "Part", "outline", "tail"]
