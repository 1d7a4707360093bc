"""Numbered and lettered sub-items of a section.

'2.1' under '2' is a sub-item wherever it stands. Letters, Roman and plain numbers are one only where they head
something: most of them carry a title of their own, or a label such as 'Action:'. Otherwise they are a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from minutes_parser import lazy
from minutes_parser.layout.blocks import Block, tail
from minutes_parser.layout.headed import titles_below
from minutes_parser.layout.headings import says_none
from minutes_parser.layout.inline import LABEL, with_inline
from minutes_parser.layout.marks import ANNOUNCES, SIGNS
from minutes_parser.layout.numbering import Number, number_at
from minutes_parser.layout.outline import Part
from minutes_parser.layout.titles import title_end
from minutes_parser.layout.topics import topic
from minutes_parser.source import Source

_TASK = lazy.compile(r"[A-Z][\w’'-]*(?:[ ](?:and|&)[ ][A-Z]\w*)?[ ]to[ ](?!the\b|an\b|our\b|all\b|be\b)[a-z]{2,}\b")
"""Who is to do something: 'Ann to book the hall'."""
_SPEAKER = lazy.compile(r"(?!AO)[A-Z][A-Za-z]{1,3}:?")
"""Initials of who speaks in an item: 'AB - The gate is mended.'"""
_DASH = lazy.compile(r"[A-Z][\w’'/&, ]{2,50}(?=[ ][–—-][ ][^\n]{2,200}\.\Z)")
"""A title before a dash and what was said: 'Wind farm – application lodged.'"""
_INITIALS, _SHORT = 5, 20
"""Characters between the word that announces a list and its colon."""
_FEWEST_PROSE = 2
_PROSE = 50
"""Characters of the shortest numbered paragraph that is prose."""
_LIST_STYLES = ("letter", "roman", "capital", "decimal")
_LETTERED = 6
"""By how much a lettered sub-item ranks below its section."""

Numbers = Sequence[tuple[int, Block, Number]]
"""The numbered blocks of a section: index, block and number."""


class SubItem(NamedTuple):
    """A sub-item found: its block, its number and where its title ends."""

    place: int
    number: Number
    title: tuple[int, int]


def sub_items(
    source: Source, part: Part, known: Mapping[int, Number | None], before: Part | None = None, *, inline: bool = True
) -> list[Part]:
    """Cut a section at its sub-items; any other part is returned whole.

    ``known`` holds the numbers with which blocks begin, by the offset of the block. Letters may go on across a heading
    without a number: ``before`` is the lettered sub-item in front of it. Without ``inline`` none can run on within a
    paragraph of the document.
    """
    if part.kind != "business" or not part.blocks:
        return [part]
    text = source.text
    blocks, own = part.blocks, known
    start, end = blocks[0].start, blocks[-1].end
    if inline and (text.find("1)", start, end) >= 0 or text.find("a)", start, end) >= 0):
        blocks, own = with_inline(source, blocks, known)
    numbers = [
        (index, block, number)
        for index, block in enumerate(blocks)
        if (number := own[block.start] if block.start in own else number_at(text, block.start, block.end))
        and _may_head(text, block)
    ]
    if not numbers:
        return [part]
    below = before is not None and part.number is None and part.level > before.level - _LETTERED
    goes_on = below and before is not None and before.number is not None and len(before.number) == 1
    counted = ord(before.number) - 96 if goes_on and before and before.number and before.number.islower() else 0
    found = sorted(
        [*_dotted(source, part, numbers), *_listed(source, blocks, numbers, counted, _consents(source, part))],
        key=lambda item: item.place,
    )
    if not found:
        return [part]
    heads = topic(source.fold(*part.title)) if part.title else "other"
    if heads == "actions" and _names_owners(source, found):
        return [part]
    pieces = [part._replace(blocks=tuple(blocks[: found[0].place]))]
    for item, after in zip(found, [*found[1:], None], strict=False):
        rest = blocks[item.place + 1 : after.place if after else len(blocks)]
        piece = _piece(source, part, blocks[item.place], item, rest, people=heads == "attendance")
        piece = piece._replace(level=before.level) if counted and before else piece
        pieces += _outlined(source, piece, known, inline) if item.number.style == "capital" else [piece]
    return pieces


def _names_owners(source: Source, found: Sequence[SubItem]) -> bool:
    """Whether most numbered lines open with who is to do something: 'AB: Write to the council'."""
    owners = [
        item for item in found if item.title[1] - item.title[0] <= _SHORT and source.text[item.title[1] - 1] == ":"
    ]
    return len(owners) * 2 > len(found)


def _outlined(source: Source, part: Part, known: Mapping[int, Number | None], inline: bool) -> list[Part]:
    """Cut a sub-item 'A.' of an outline at the numbers below it: 'II.', 'A.', '1.'"""
    digits = {
        block.start: number for block in part.blocks if (number := known.get(block.start)) and number.style == "decimal"
    }
    only = {block.start: digits.get(block.start) for block in part.blocks}
    return sub_items(source, part, only, inline=inline) if digits else [part]


def _piece(source: Source, part: Part, block: Block, item: SubItem, rest: Sequence[Block], *, people: bool) -> Part:
    start, end = item.title
    if item.number.style == "dotted" and start >= block.end and rest and titles_below(source, rest[0]):
        block, (start, end), rest = block.until(rest[0].end), source.trim(rest[0].body, rest[0].end), rest[1:]
    elif item.number.style == "dotted" and end == block.end > start:
        told = people or says_none(source.text[start:end]) or (not rest and _says_all(source, start, end))
        end = start if told else end
    after, _ = source.trim(end, block.end)
    own = [tail(block, after)] if after < block.end else []
    if block.end != (stop := max(end, item.number.end)):
        block = block.until(stop)
    depth = len(item.number.value) - 1 if item.number.style == "dotted" else _LETTERED
    return Part("business", (*own, *rest), heading=block, number=item.number.text,
                title=source.trim(start, end) if end > start else None, level=part.level + depth)  # fmt: skip


def _says_all(source: Source, start: int, end: int) -> bool:
    """Whether a numbered line with nothing below it is all that is said, with its stop: 'No accidents since the last meeting.'"""
    return (
        source.text[end - 1] == "." and not source.text[start:end].isupper() and source.text.count(" ", start, end) != 1
    )


def _may_head(text: str, block: Block) -> bool:
    """Whether the number of a block may head something: neither behind the sign of a list nor in a table or heading."""
    return (
        text[block.start] not in SIGNS
        and block.kind not in ("row", "preformatted", "heading")
        and block.checked is None
    )


def _dotted(source: Source, part: Part, numbers: Numbers) -> Iterator[SubItem]:
    """Yield the blocks numbered '2.1' under the section '2'; or rising ones where the section has no number."""
    above = tuple(int(digits) for digits in re.findall(r"\d+", part.number)[:1]) if part.number else ()
    last: tuple[int, ...] = ()
    letter = part.number if part.number and len(part.number) == 1 and part.number.isupper() else ""
    for index, block, number in numbers:
        if letter and number.style == "reference" and number.prefix.rstrip(" .-/") == letter:
            if number.value[0] == len(last) + 1:
                last = (*last, number.value[0])
                yield _sub_item(source, block, index, number)
            continue
        if number.style != "dotted":
            continue
        if (above and number.value[:1] != above) or not _follows(number.value, last):
            continue
        last = number.value
        yield _sub_item(source, block, index, number)


def _follows(value: tuple[int, ...], last: tuple[int, ...]) -> bool:
    """Whether '2.3' may follow '2.2' (or '2.1', or '2.3' itself); a first one is '2.1' or '2.2'."""
    if not last:
        return value[1] <= 2
    depth = min(len(value), len(last)) - 1
    return last <= value and (value[:depth] != last[:depth] or value[depth] - last[depth] <= 3)


def _sub_item(source: Source, block: Block, index: int, number: Number) -> SubItem:
    start = min(number.end, block.end)
    end = block.end if block.bold else title_end(source.text, start, block.end)
    if LABEL.match(source.text, start, block.end):
        end = start
    elif end == block.end and source.text[end - 1] == "." and (dash := _DASH.match(source.text, start, end)):
        end = dash.end()
    return SubItem(index, number, (start, end))


def _consents(source: Source, part: Part) -> bool:
    """Whether a section is the consent agenda, which lists matters of business with nothing said of them."""
    return part.title is not None and "consent" in source.text[slice(*part.title)].lower()


def _listed(source: Source, blocks: Sequence[Block], numbers: Numbers, counted: int, consents: bool) -> list[SubItem]:
    """Return the sub-items of the first style whose numbers rise from one and that head something.

    ``counted`` letters stand before the section; of a consent agenda all are ``consents`` to a matter each.
    """
    for style in _LIST_STYLES if not counted else ("letter",):
        items: list[SubItem] = []
        for index, block, number in numbers:
            lettered = style == "letter" and len(number.text) == 1
            if number.bare or (number.style != style and not (lettered and number.style == "roman")):
                continue
            value = ord(number.text) - 96 if lettered and number.text.islower() else number.value[0]
            alike = not items or block.depth == blocks[items[0].place].depth
            if alike and value == counted + len(items) + 1:
                items.append(_sub_item(source, block, index, number))
        if consents and len(items) > 1 and all(item.title[0] < item.title[1] for item in items):
            return items
        if style == "decimal" and items and _within_list(blocks, items[0].place):
            continue
        if _heads_something(source, blocks, items) or _numbers_all(source, blocks, items):
            return items
    return []


def _numbers_all(source: Source, blocks: Sequence[Block], items: list[SubItem]) -> bool:
    """Whether a section consists of numbered paragraphs of prose, from its first line on: each number is one of its items."""
    if len(items) < _FEWEST_PROSE or items[0].place:
        return False
    told = sum(1 for item in items if _is_prose(source, blocks[item.place], item))
    return told * 2 > len(items)


def _is_prose(source: Source, block: Block, item: SubItem) -> bool:
    """Whether a numbered paragraph is prose and no item of a list."""
    return block.kind == "paragraph" and block.end - item.number.end > _PROSE and source.text[block.end - 1] in '.?!)”"'


def _heads_something(source: Source, blocks: Sequence[Block], items: list[SubItem]) -> bool:
    """Whether the items head parts of the business and are no list."""
    if not items:
        return False
    ends = [item.place for item in items[1:]] + [len(blocks)]
    introduces = ANNOUNCES.search(source.text, *_before(blocks, items[0].place))
    announced = introduces and items[0].number.style == "decimal" and len(introduces["behind"]) <= _SHORT
    titled, named = 0, {source.text[slice(*item.title)] for item in items if item.title[0] < item.title[1]}
    if all(_lists_people(source, item) for item in items):
        return False
    if len(items) > 1 and len(named) == 1 and next(iter(named))[-1] == ":":
        return False  # who speaks, each time
    for item, end in zip(items, ends, strict=True):
        block, (start, stop) = blocks[item.place], item.title
        whole = stop == block.end and stop > start
        run_in = start < stop < block.end
        content = any(other.kind in ("paragraph", "bullet", "row") for other in blocks[item.place + 1 : end])
        labelled = bool(LABEL.match(source.text, start, block.end))
        listed = (
            run_in
            and _introduced(source, blocks, items[0].place)
            and (
                announced
                or _continued(source, block)
                or source.text[start].islower()
                or (source.text[stop - 1] == ":" and block.end - block.start < 160)
            )
        ) or (run_in and stop - start <= _INITIALS and _SPEAKER.fullmatch(source.text, start, stop) is not None)
        tasked = _TASK.match(source.text, start, block.end) is not None
        titled += (
            not tasked and ((whole and content and not _continued(source, block)) or (run_in and not listed))
        ) or labelled
    if len(items) == 1:
        return titled == 1 and items[0].number.style != "decimal"
    lettered = items[0].number.style != "decimal" and not _introduced(source, blocks, items[0].place)
    return titled * 2 > len(items) or (titled * 2 == len(items) and lettered)


def _lists_people(source: Source, item: SubItem) -> bool:
    """Whether an item is a label with those who came or did not: 'a. Present: Ann Bell, Bob Day'."""
    start, end = item.title
    return end > start and source.text[end - 1] == ":" and topic(source.text[start:end]) in ("attendance", "people")


def _within_list(blocks: Sequence[Block], index: int) -> bool:
    """Whether an item stands below one of a list, which it only counts out further."""
    before, block = blocks[index - 1] if index else None, blocks[index]
    return before is not None and block.kind == before.kind == "bullet" and block.depth > before.depth


def _before(blocks: Sequence[Block], index: int) -> tuple[int, int]:
    """Return the end of the block before."""
    return (max(blocks[index - 1].start, blocks[index - 1].end - 60), blocks[index - 1].end) if index else (0, 0)


def _continued(source: Source, block: Block) -> bool:
    return source.text[block.end - 1] in ";,"


def _introduced(source: Source, blocks: Sequence[Block], index: int) -> bool:
    """Whether a line with a colon introduces the items: then they are a list."""
    return index > 0 and source.text[blocks[index - 1].end - 1] == ":"
