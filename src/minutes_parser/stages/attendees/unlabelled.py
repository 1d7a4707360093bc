"""Lists of people that no label heads: full names in a row, one to a line or several, with what is told of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minutes_parser import lazy
from minutes_parser.dates import find_dates
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.outline import Outline
from minutes_parser.layout.telling import is_sentence
from minutes_parser.source import Source
from minutes_parser.stages.attendees.cuts import cut_at, is_full_name
from minutes_parser.stages.attendees.entry import Entry, entry_at
from minutes_parser.stages.attendees.groups import Group, label_at
from minutes_parser.stages.attendees.prose import mere_names

_SEMICOLON = lazy.compile(r"[()\[\]]|\s*;\s*")
_LONGEST = 80
FEWEST = 3
"""People in attendance who make a list of their own."""


def unlabelled(outline: Outline) -> list[tuple[Entry, Group]]:
    """Return the entries of a list that no label heads: four names or more in a row, each a full one with more behind it.

    They stand one to a line, or several set off by semicolons.
    """
    source, run = outline.source, list[tuple[Entry, Group]]()
    for block in outline.front:
        if not run and (names := _one_list(source, block)):
            return names
        places = cut_at(_SEMICOLON, source.text, block.body, block.end) if block.kind in ("paragraph", "bullet") else []
        entries = [_person(source, *place, following=bool(run)) for place in places]
        for entry in entries if block.checked is False or block.struck else ():
            if entry:
                entry.status = "absent"
        if not run and all(entries) and any(find_dates(source.text, block.body, block.end)):
            entries = []  # 'Quay Partnership – Steering Group – 4 June 2014' above the list
        if entries and all(entries):
            run += [(entry, Group("present", None, 0)) for entry in entries if entry]
        elif len(run) > 3:
            break
        else:
            run = []
    return run if len(run) > 3 else []


def above_label(outline: Outline) -> list[tuple[Entry, Group]]:
    """Return those of three lines or more, each a full name alone or with an office, at once above the label of another list.

    Below 'In attendance' stand those who are no members; who stands right above it can only be one.
    """
    source, run = outline.source, list[tuple[Entry, Group]]()
    for start, end in _lines(source, outline.front):
        label = label_at(source.text, start, end)
        if label and label.status != "present":
            return run if len(run) >= FEWEST else []
        entry = entry_at(source.text, start, end)
        run = [*run, (entry, Group("present", None, 0))] if entry and _is_sure(source, entry) else []
    return []


def _lines(source: Source, blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Yield the lines of paragraphs and items, each without its mark."""
    for block in blocks:
        for start, end in block.lines if block.kind in ("paragraph", "bullet") else ():
            yield source.trim(max(start, block.body), end)


def _is_sure(source: Source, entry: Entry) -> bool:
    """Whether a line is somebody's full name, alone or with a title, initials or an office."""
    start, end = entry.start, entry.end
    named = entry.honorific is not None or entry.role is not None or is_full_name(source.text, start, end)
    plain = entry.organisation is None or entry.short is not None
    whole = " " in entry.name or entry.honorific is not None
    return named and plain and whole and end - start < _LONGEST and not is_sentence(source.text, start, end)


def is_person(source: Source, block: Block) -> bool:
    """Whether a block is one line with a full name and the role or organisation beside it: 'Ann Bell      Director'."""
    return (
        block.kind in ("paragraph", "bullet")
        and len(block.lines) < 2
        and _person(source, block.body, block.end, following=False) is not None
    )


def _one_list(source: Source, block: Block) -> list[tuple[Entry, Group]]:
    """Return the people of a paragraph that is a list of full names set off by commas, and nothing else."""
    commas = source.text.count(",", block.body, block.end)
    if block.kind != "paragraph" or commas + 1 < FEWEST:
        return []
    found = list(mere_names(source, (block,), Group("present", None, 0)))
    if commas < FEWEST and not all(entry.organisation or entry.short for entry, _ in found):
        return []
    marks = source.text.count(",", block.body, block.end - 1)
    return found if len(found) > marks and all(" " in entry.name or entry.honorific for entry, _ in found) else []


def _is_told(organisation: str | None) -> bool:
    """Whether what stands behind a name may be where somebody comes from; a number or a date is not."""
    return organisation is not None and not organisation[0].isdigit()


def _person(source: Source, start: int, end: int, *, following: bool) -> Entry | None:
    """Return the entry in a slice without a label if it is one beyond doubt, or one more of those before it."""
    entry = entry_at(source.text, start, end)
    if (
        entry
        and (" " in entry.name or entry.honorific or (entry.short or "")[:1] == entry.name[0])
        and (entry.short or _is_told(entry.organisation) or entry.role or (following and entry.honorific))
        and end - start < (120 if " " in entry.name else 60)
        and source.text[end - 1] != ":"
        and not is_sentence(source.text, start, end)
    ):
        return entry
    return None
