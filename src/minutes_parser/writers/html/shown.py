"""The text that the page shows, and the marks at their places in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from minutes_parser.layout.topics import topic
from minutes_parser.models import Block, Minutes, Section
from minutes_parser.writers.html.marks import Mark, marks

_LINE = re.compile(r"[^\r\n\f]+")


@dataclass(frozen=True)
class Shown:
    """A text, the marks in it, and what of it is set as it stands."""

    text: str
    marks: list[Mark]
    preformatted: list[tuple[int, int]]
    whole: bool
    """The text is the one that was read; else it is put together from the sections."""


def shown(minutes: Minutes) -> Shown:
    """Return the text that was read, with its marks; without it, what the sections hold."""
    text = minutes.source.text
    if text is None:
        return _put_together(minutes)
    found = [mark for mark in marks(minutes) if mark.start < mark.end <= len(text)]
    headings = [_heading(section, following, text) for section, following in _pairs(minutes.sections)]
    preformatted = [
        (block.span.start, block.span.end)
        for section in minutes.sections
        for block in section.blocks
        if block.kind == "preformatted"
    ]
    every = [*found, *(mark for mark in headings if mark.start < mark.end)]
    return Shown(text, [*every, *_unread(text, every, minutes.sections)], preformatted, True)


def _pairs(sections: list[Section]) -> Iterator[tuple[Section, int]]:
    """Yield each section with the offset where what is not its heading begins."""
    for section, following in zip_longest(sections, sections[1:]):
        ends = [section.span.end, *(block.span.start for block in section.blocks[:1])]
        if following and following.span.start > section.span.start:
            ends.append(following.span.start)
        yield section, min(ends)


def _heading(section: Section, end: int, text: str) -> Mark:
    end = section.span.start + len(text[section.span.start : end].rstrip())
    return Mark(section.span.start, end, section.id, "section")


def _unread(text: str, found: list[Mark], sections: list[Section]) -> Iterator[Mark]:
    """Yield the lines that no value quotes and no section holds: running heads, page numbers, a head not understood.

    A heading over values, such as 'Apologies:', is understood, as it is for ``coverage``.
    """
    covered = bytearray(len(text))
    spans = [(mark.start, mark.end) for mark in found if mark.kind != "note"]
    spans += [(block.span.start, block.span.end) for section in sections for block in section.blocks]
    for start, end in spans:
        covered[start:end] = b"\1" * (min(end, len(text)) - start)
    number = 0
    for line in _LINE.finditer(text):
        if covered.find(1, *line.span()) < 0 and not line[0].isspace() and topic(line[0]) == "other":
            number += 1
            yield Mark(*line.span(), f"u{number}", "unread")


def _put_together(minutes: Minutes) -> Shown:
    """Return the headings and blocks of the sections as a text, with those marks whose place can be found in it."""
    pieces: list[str] = []
    placed: list[Mark] = []
    preformatted: list[tuple[int, int]] = []
    wanted = marks(minutes)
    at = 0
    for section in minutes.sections:
        heading = " ".join(filter(None, (section.number, section.title)))
        placed.append(Mark(at, at + len(heading), section.id, "section"))
        pieces.append(heading)
        at += len(heading) + 2
        for block in section.blocks:
            placed += _within(block, wanted, at)
            if block.kind == "preformatted":
                preformatted.append((at, at + len(block.text)))
            pieces.append(block.text)
            at += len(block.text) + 2
    return Shown("\n\n".join(pieces), [mark for mark in placed if mark.start < mark.end], preformatted, False)


def _within(block: Block, wanted: list[Mark], at: int) -> Iterator[Mark]:
    """Yield the marks of a block, which stands at ``at``: where white space was folded, at their own texts in it."""
    start, end = block.span.start, block.span.end
    exact = len(block.text) == end - start
    for mark in wanted:
        if mark.start >= end or mark.end <= start:
            continue
        if exact:
            first, last = max(mark.start, start) - start, min(mark.end, end) - start
        elif mark.text and (first := block.text.find(mark.text)) >= 0:
            last = first + len(mark.text)
        elif not mark.part:
            first, last = 0, len(block.text)
        else:
            continue
        yield mark._replace(start=at + first, end=at + last)
