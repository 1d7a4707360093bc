"""Divide the blocks into parts: the headings of the business, and what stands in front of it and around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from minutes_parser import lazy
from minutes_parser.layout import hanging
from minutes_parser.layout.announced import announced
from minutes_parser.layout.around import numbered_behind, without_files, without_times
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.dashed import cut_at_dashes
from minutes_parser.layout.headed import headed, titles_number, under_headings, within_items
from minutes_parser.layout.headings import opens_business, tells_business
from minutes_parser.layout.inline import may_run_on
from minutes_parser.layout.leads import with_leads
from minutes_parser.layout.listed import listed_items
from minutes_parser.layout.marks import TOPIC, Mark, announces_next, mark
from minutes_parser.layout.minuted import with_minuted
from minutes_parser.layout.missing import with_missing_numbers
from minutes_parser.layout.names import name_at
from minutes_parser.layout.numbering import Number
from minutes_parser.layout.opening import (
    OPENED,
    attendance_in_text,
    counted_on,
    first_business,
    own_number,
    runs_in,
    with_public,
)
from minutes_parser.layout.outline import Outline, Part, PartKind, with_ids
from minutes_parser.layout.over_lists import with_over_lists
from minutes_parser.layout.roll import without_rolls
from minutes_parser.layout.sequence import main_sequence, numbered_through
from minutes_parser.layout.subitems import sub_items
from minutes_parser.layout.tabled import with_items
from minutes_parser.layout.telling import is_sentence
from minutes_parser.layout.topics import Topic
from minutes_parser.layout.wrapped import approves_those, carries, over_title, unwrapped
from minutes_parser.readers.heads import LEVEL
from minutes_parser.source import Source

_ASIDE: dict[Topic, PartKind] = {
    "attendance": "attendance",
    "people": "attendance",
    "agenda": "agenda",
    "details": "details",
}
_NOTES_HEAD = lazy.compile(r"(?i)(?:notes?|minutes|discussion|actions?|decisions?|outcomes?|resolutions?)\b")
_CONTENTS = ("contents", "table of contents")
"""Over a list of what follows, however it is set."""
_PROSE = 100
"""Characters of a paragraph that is more than a list of people."""
_LOWEST = 99
"""Level below that of every heading."""
_LONGEST_PERSON = 80
"""Characters of a line with somebody's name and what is told of them."""
_FEWEST, _BELOW = 3, 5
"""Titles in capitals over all others, and by how much lines that are only short rank below them."""
_TOP = 10
"""Rank of a top item; reader headings rank by their level, sub-items above it."""


def outline(source: Source, blocks: Sequence[Block]) -> Outline:
    """Divide the blocks of a document into parts."""
    blocks, behind = numbered_behind(
        source, without_times(source, with_items(source, hanging.parted(source, without_files(source, blocks))))
    )
    found = mark(source, blocks)
    if behind:
        found = [replace(m, number=behind.get(b.start, m.number)) for b, m in zip(blocks, found, strict=True)]
    marks = without_rolls(source, blocks, found)
    chain = main_sequence(blocks, marks)
    whole = with_missing_numbers(source, blocks, chain)
    if len(whole) > len(blocks):
        blocks, found = whole, mark(source, whole)
        marks = without_rolls(source, blocks, found)
        chain = main_sequence(blocks, marks)
    if (again := announced(source, blocks, marks, chain)) is not marks:
        marks, chain = again, {}
    if chain:
        marks = with_public(source, blocks, marks, min(chain))
    else:
        marks = with_leads(source, blocks, marks, attendance_in_text(source, marks, blocks))
        marks = with_over_lists(source, blocks, marks)
    parts = _parts(source, blocks, marks, chain)
    parts = with_minuted(source, listed_items(source, cut_at_dashes(source, parts)))
    numbers = {block.start: m.number for block, m in zip(blocks, found, strict=True)}
    cut, inline = list[Part](), may_run_on(source)
    for part in parts:
        cut += sub_items(source, part, numbers, cut[-1] if cut else None, inline=inline)
    return Outline(source, with_ids(unwrapped(source, cut)))


def _parts(source: Source, blocks: Sequence[Block], marks: list[Mark], chain: dict[int, Number]) -> list[Part]:
    """Cut the blocks at each heading."""
    heads = [i for i in _heads(marks, chain) if i in chain or not titles_number(source, blocks, marks, chain, i)]
    first = first_business(source, marks, chain, heads, blocks)
    parts = [Part("front", tuple(blocks[: heads[0]] if heads else blocks))]
    first_number = min((blocks[i].start for i in chain), default=len(source.text))
    shouted = not chain and sum(1 for i in heads if marks[i].look == "capitals") >= _FEWEST
    through = numbered_through(source, blocks, marks, chain)
    counted = counted_on(marks, heads)
    numbered_heads = [m for m in marks if m.number and own_number(m)]
    own = len(numbered_heads) > 1 or any(
        m.number.value == (1,) and m.look in ("heading", "bold") for m in numbered_heads if m.number
    )
    top = min((blocks[i].level for i in chain if marks[i].look == "heading"), default=_TOP)
    within = within_items(marks, chain, first)
    in_business, people = False, _LOWEST
    for index, end in pairwise([*heads, len(blocks)]):
        number = chain.get(index) or (own_number(marks[index]) if own else None)
        number = marks[index].number if index in counted else number
        below = tuple(blocks[index + 1 : end])
        among_items = in_business and parts[-1].kind != "attendance"  # 'Guests' below 'Members present' are people
        numbered = number is not None or (through and not below and end in chain)
        kind = _kind(source, marks[index], numbered, among_items, index < first, below)
        if kind == "details" and not below and end < len(blocks) and _divides(marks[index], marks[end]):
            kind = "business"
        if end < len(blocks) and _over_table(marks[index], blocks[end], below):
            kind = "front"
        level = blocks[index].level if marks[index].look == "heading" else 0
        if number is None and level > people and _names_people(source, marks[index], below):
            kind = "attendance"  # 'Committee' below 'Attendance'
        people = _open_attendance(people, level, kind)
        if kind == "front" and marks[index].topic == "notes" and runs_in(blocks[index], marks[index]):
            kind = "business"
        if kind == "business" and marks[index].topic == "notes" and index <= 1 and over_title(source, below):
            kind = "front"
        in_business = in_business or kind == "business"
        if kind == "business":
            part = headed(source, blocks[index], marks[index], number, below)
            if through and index in chain:
                rank = _TOP + 8
            elif within and index > within and index not in chain:
                rank = _TOP + 1
            else:
                rank = _rank(blocks[index], marks[index], top if through or index in chain else 0, first_number)
                rank += _BELOW if shouted and _is_lower(marks[index]) else 0
            parts.append(part._replace(level=rank))
        else:
            parts.extend(_aside(source, blocks[index], kind, below))
    return [part for part in parts if part.blocks or part.heading]


def _is_lower(m: Mark) -> bool:
    """Whether a title is only a short line, not in capitals itself: it ranks below those that are."""
    return m.look == "short" and m.topic == "other" and not m.text.partition(":")[0].isupper()


def _divides(m: Mark, following: Mark) -> bool:
    """Whether a heading 'Details' stands over headings of the business: behind a summary the matters come at length."""
    return (
        m.text.lower().rstrip(" :") == "details" and m.look == following.look == "heading"
        and following.topic in ("other", "actions")
    )  # fmt: skip


def _over_table(m: Mark, following: Block, below: Sequence[Block]) -> bool:
    """Whether below 'Actions' or 'Agenda' a table of the business stands: the head of one, and then its items."""
    heads = len(below) == 1 and below[0].kind == "row"
    return heads and m.topic in ("actions", "agenda") and following.level == LEVEL


def _minuted(source: Source, below: Sequence[Block]) -> bool:
    """Whether a table of notes, decisions or actions stands below a heading: an agenda that became the minutes."""
    head = next((block for block in below if block.kind == "row"), None)
    return head is not None and any(_NOTES_HEAD.match(source.fold(*cell)) for cell in head.cells[1:])


def _aside(source: Source, heading: Block, kind: PartKind, below: tuple[Block, ...]) -> list[Part]:
    """Return the part under a heading that heads no business; prose behind a list ends it."""
    part = Part(kind, below, heading=heading, title=(heading.body, heading.end))
    if kind not in ("attendance", "agenda"):
        return [part]
    for index, block in enumerate(below):
        if (
            block.kind == "paragraph"
            and not block.depth
            and (
                OPENED.search(source.text, block.start, block.end)
                or (block.end - block.start > 200 and is_sentence(source.text, block.start, block.end))
            )
        ):
            return [part._replace(blocks=below[:index]), Part("front", below[index:])]
    return [part]


def _heads(marks: list[Mark], chain: dict[int, Number]) -> list[int]:
    """Return the indexes of the blocks that are headings of any kind."""
    by_look: dict[str, list[int]] = {"heading": [], "bold": [], "capitals": [], "short": []}
    for index, m in enumerate(marks):
        if m.look:
            by_look[m.look].append(index)
    heads = set(chain) | set(by_look["heading"])
    if sum(1 for i in by_look["heading"] if marks[i].topic == "other") < 4:
        last = max(chain, default=-1)
        runs = {i for i in by_look["capitals"] if marks[i].text != marks[i].text.upper()}
        heads |= set(by_look["bold"]) | {i for i in by_look["capitals"] if i not in runs or i > last}
        plain = sum(1 for i in by_look["bold"] if marks[i].topic not in _ASIDE) < 2 and (
            not by_look["heading"]
            or (
                not chain
                and (first := [i for i in by_look["heading"] if marks[i].topic != "details"] or by_look["heading"][:1])
                and first == sorted((heads | set(by_look["short"])) - (set(by_look["heading"]) - set(first)))[:1]
            )  # the title of the document; the day may stand below it
        )
        heads |= {
            i
            for i in by_look["short"]
            if marks[i].topic != "other" or (plain and not (chain and marks[i].text[-1] == ":"))
        }
    elif len(by_look["bold"]) >= _FEWEST and within_items(marks, chain, min(chain, default=0)):
        heads |= set(by_look["bold"])
    elif len(by_look["bold"]) >= _FEWEST:
        heads |= under_headings(marks, by_look["heading"], by_look["bold"], _ASIDE)
    labels = {i for i in heads if chain and i > min(chain) and marks[i].topic == "notes" and _labels_notes(marks[i])}
    topics = {i for i in by_look["capitals"] if TOPIC.match(marks[i].text)}
    return sorted(heads - labels | topics)


def _labels_notes(m: Mark) -> bool:
    """Whether a line within the numbered business labels what was noted: 'NOTES:', 'Minutes:'."""
    return m.look != "heading" and m.number is None and m.text[-1] == ":"


def _open_attendance(people: int, level: int, kind: PartKind) -> int:
    """Return the level of the heading over attendance below which the next one may stand, ``_LOWEST`` where there is none."""
    if kind == "attendance" and level:
        return min(people, level)
    return people if level > people else _LOWEST


def _names_people(source: Source, m: Mark, below: Sequence[Block]) -> bool:
    """Whether nothing but people, one a line, stands below a heading that is none of the business."""
    text = source.text
    return (
        bool(below)
        and not (opens_business(m.text) or tells_business(m.text))
        and all(
            block.kind in ("paragraph", "bullet")
            and block.end - block.body < _LONGEST_PERSON
            and name_at(text, block.body, block.end) is not None
            and not is_sentence(text, block.body, block.end)
            for block in below
        )
    )


def _tells(source: Source, block: Block) -> bool:
    """Whether a block is prose of some length."""
    return (
        block.kind == "paragraph"
        and block.end - block.body > _PROSE
        and is_sentence(source.text, block.body, block.end)
    )


def _kind(
    source: Source, m: Mark, numbered: bool, in_business: bool, in_front: bool, below: Sequence[Block]
) -> PartKind:
    """Say what kind of part a heading begins that has the blocks ``below`` under it."""
    what = m.topic
    if below and (what == "people" or (what == "details" and in_business)) and _tells(source, below[0]):
        what = "other"  # 'Guest speakers' over what they said, 'Goals' within the business
    if numbered or what == "actions" or (what == "agenda" and _minuted(source, below)):
        return "business"
    if what == "notes":
        return "business" if carries(source, below) or approves_those(source, below, in_business) else "front"
    if (
        what in _ASIDE
        and not (what == "people" and in_business)
        and not (what == "details" and m.look in ("capitals", "short") and m.text.lower() not in _CONTENTS)
    ):
        return _ASIDE[what]
    return "front" if in_front and not opens_business(m.text) else "business"


def _rank(block: Block, m: Mark, in_chain: int, first_number: int) -> int:
    """Return the heading's rank: the smaller, the higher; ``in_chain`` is that of an item of the sequence, 0 for others."""
    if m.look == "heading":
        return block.level
    if not in_chain and m.number and m.number.style == "dotted":
        return _TOP + len(m.number.value) - 1  # '4.1 ROADS' set as '4 REPORTS' is
    if in_chain or m.look == "capitals" or m.topic == "actions" or block.start < first_number or announces_next(m.text):
        return in_chain or _TOP
    return _TOP + 5
