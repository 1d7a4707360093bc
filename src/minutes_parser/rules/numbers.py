"""The numbers of sections as series: what counts up, and from what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from minutes_parser import lazy
from minutes_parser.models import Section, Span

_COUNTER = lazy.compile(r"\d+(?=/)|\d+(?!.*\d)")
"""The part of a section's number that counts: '117' in '117/23', '2' in '1.2'."""


class Numbered(NamedTuple):
    """A section whose number counts."""

    section: Section
    value: int
    before: int | None
    """The value before it in its series; None for the first."""
    behind: Section | None
    """The section that has that value."""
    again: bool
    """The same number stands before in the series."""
    digits: tuple[int, int]
    """Where the value stands in the number: (2, 3) for the 2 of '1.2'."""


def numbers_of(sections: Sequence[Section]) -> Iterator[Numbered]:
    """Yield the sections with a number; those of one parent and form are a series, which may begin anew at 1."""
    last: dict[tuple[str | None, str], tuple[int, Section]] = {}
    runs: dict[tuple[str | None, str], int] = {}
    seen: set[tuple[str | None, str, int]] = set()
    for section in sections:
        counter = _COUNTER.search(section.number) if section.number else None
        if not section.number or not counter:
            continue
        form = section.number[: counter.start()] + "#" + section.number[counter.end() :]
        series, value = (section.parent, form), int(counter[0])
        run = runs[series] = runs.get(series, 0) + (value == 1)
        place = (section.parent, section.number, run)
        before, behind = last.get(series, (None, None))
        yield Numbered(section, value, before, behind, place in seen, counter.span())
        seen.add(place)
        last[series] = value, section


def head(section: Section) -> Span:
    """Return where the section's heading stands, or its beginning."""
    first = section.blocks[0].span.start if section.blocks else section.span.end
    return Span(start=section.span.start, end=max(section.span.start, min(section.span.end, first)))
