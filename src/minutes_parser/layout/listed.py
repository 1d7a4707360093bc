"""Outermost list items that head the business: they repeat the agenda's items and carry their notes below them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from minutes_parser import lazy
from minutes_parser.layout.blocks import Block, tail
from minutes_parser.layout.headings import heads_business
from minutes_parser.layout.numbering import number_at
from minutes_parser.layout.outline import Part
from minutes_parser.layout.over_lists import OVER_ALL
from minutes_parser.layout.running import colon_behind, opening_title
from minutes_parser.layout.telling import is_sentence
from minutes_parser.layout.topics import topic
from minutes_parser.source import Source

_REFERENCE = lazy.compile(r"#\d{1,6}\W{0,2}$")
_DIALOGUE = lazy.compile(r"[@\w.’' /]{1,30}:(?:\s|$)")
_ASIDE = ("attendance", "people", "agenda", "details")
_PRONOUN = lazy.compile(r"(?:We|I|They|It|He|She|There)\b")
_OF_MEETING = lazy.compile(r"(?:[A-Z][\w.&’'-]*[ ]){1,6}(?i:(?:meeting|call)[ ](?:notes|minutes)|minutes)")
"""One that names the body, too: 'Harbour TSC Meeting Notes'."""
_FEWEST = 2
_FEWEST_LED = 3
_MARKS = " :.–—-\n\t"
"""What sets a title off."""
_NOTES = 15
"""Characters behind the title with which an item opens, at least."""
_SHORT = 40
_WORDS = lazy.compile(r"[a-z0-9]+")


class Item(NamedTuple):
    """An outermost list item and what is nested below it."""

    block: Block
    below: list[Block]


def listed_items(source: Source, parts: list[Part]) -> list[Part]:
    """Cut parts whose outermost list items head the notes below them."""
    agenda = {_key(source, item.block) for part in parts if part.kind == "agenda" for item in _items(part)} - {""}
    no_business = not any(
        p.kind == "business" and not (p.title and topic(source.fold(*p.title)) == "actions") for p in parts
    )
    cut: list[Part] = []
    under_agenda = False
    over_all = _over_all(source, parts)
    for part in parts:
        if part is over_all and (carriers := _carriers(source, part)):
            pieces = _cut(source, part, carriers)
            if part.title and not OVER_ALL.fullmatch(source.fold(*part.title)):  # it names the meeting
                pieces = [pieces[0]._replace(kind="front"), *(piece._replace(level=part.level) for piece in pieces[1:])]
            cut.extend(_without_wrapper(source, pieces))
            continue
        if (part is over_all or (no_business and part.kind in ("agenda", "front"))) and (
            led := _led(source, parts, part)
        ):
            cut.extend(_without_wrapper(source, _cut(source, part, led, run_in=True)))
            continue
        wrapper = part.kind == "agenda" and not part.blocks
        under_agenda = wrapper or (under_agenda and part.kind == "business")
        heading = _heads(source, part, agenda, under_agenda, no_business)
        cut.extend(_without_wrapper(source, _cut(source, part, heading)) if heading else [part])
    return cut


def _without_wrapper(source: Source, pieces: list[Part]) -> list[Part]:
    """Return the pieces of 'Notes', itself no section where it has no text of its own but what its items head."""
    whole = pieces[0]
    if whole.number or not whole.title or whole.kind != "business" or whole.blocks:
        return pieces
    title, plain = source.fold(*whole.title), whole.heading is not None and whole.heading.kind != "heading"
    if topic(title) != "notes" and not (plain and OVER_ALL.fullmatch(title)):
        return pieces
    return [whole._replace(kind="front"), *(piece._replace(level=whole.level) for piece in pieces[1:])]


def _items(part: Part) -> list[Item]:
    """Return the outermost list items of a part with what stands below each."""
    depths = [b.depth for b in part.blocks if b.kind == "bullet" and b.depth]
    if not depths:
        return []
    outer = min(depths)
    items: list[Item] = []
    for block in part.blocks:
        if block.kind == "bullet" and block.depth == outer:
            items.append(Item(block, []))
        elif items and (block.depth or block.kind != "paragraph"):
            items[-1].below.append(block)
    return items


def _heads(source: Source, part: Part, agenda: set[str], under_agenda: bool, no_business: bool) -> list[Block]:
    """Return the list items of a part that head business, if any."""
    if part.kind in ("attendance", "details") or (part.kind == "agenda" and not no_business):
        return []
    items = _items(part)
    if not items:
        return []
    fewest = 1 if sum(1 for item in items if item.below and _proposes(source, item)) >= _FEWEST else _FEWEST_LED
    few = 0 if sum(1 for item in items if _opens(source, item, 0)) >= _FEWEST_LED else 1
    carrying = [
        item
        for item in items
        if item.below
        and (_is_title(source, item.block, led=True) or _opens(source, item, few) or _proposes(source, item, fewest))
    ]
    if part.kind in ("agenda", "front") and no_business and len(carrying) > 1 and _most(source, carrying, items):
        if len(carrying) >= _FEWEST_LED:
            carrying = [item for item in items if item in carrying or _among_carriers(source, item.block)]
        return [item.block for item in carrying]
    if part.kind != "business":
        return []
    if bold := _bold_over_text(source, part, items):
        return bold
    again = [item for item in items if _stands_in(agenda, _key(source, item.block))] if agenda else []
    repeated = [item.block for item in again]
    if sum(1 for item in again if item.below) > 1:
        starts = {block.start for block in repeated}
        return [i.block for i in items if i.below and (i.block.start in starts or _is_title(source, i.block, led=True))]
    if len(repeated) > 1 or (repeated and len(items) == 1):
        return repeated
    if under_agenda and any(_REFERENCE.search(_text(source, item.block)) for item in carrying or items[:1]):
        return [
            item.block
            for item in items
            if _REFERENCE.search(_text(source, item.block)) and _is_title(source, item.block)
        ]
    numbered = [item for item in carrying if _number_end(source, item.block)]
    if len(numbered) >= 3 and len(numbered) * 5 >= len(items) * 4:
        return [item.block for item in numbered]
    return []


def _bold_over_text(source: Source, part: Part, items: list[Item]) -> list[Block]:
    """Return the outermost items where all are bold titles, two or more, each with plain paragraphs at the margin below it."""
    if len(items) < _FEWEST or not all(item.block.bold and not item.below for item in items):
        return []
    after = dict(pairwise(block.start for block in part.blocks))
    plain = {block.start for block in part.blocks if block.kind == "paragraph" and not block.depth and not block.bold}
    over = all(after.get(item.block.start) in plain for item in items)
    return [item.block for item in items if over and _is_title(source, item.block)]


def _most(source: Source, carrying: list[Item], items: list[Item]) -> bool:
    """Whether half of the items carry notes, or a third among short titles."""
    return len(carrying) * 2 >= len(items) or (
        len(carrying) >= _FEWEST_LED and len(carrying) * 3 >= len(items)
        and all(item in carrying or _among_carriers(source, item.block) for item in items)
    )  # fmt: skip


def _among_carriers(source: Source, block: Block) -> bool:
    """Whether an item without notes is a short title like those that carry some: 'Any other business'."""
    return block.end - block.body <= _SHORT and _is_title(source, block, led=True) and not _tells(source, block)


def _over_all(source: Source, parts: Sequence[Part]) -> Part | None:
    """Return the part that holds the notes of the whole meeting: 'Notes' or 'Discussion' over most of the business."""
    business = [p for p in parts if p.kind == "business" and p.blocks and p.title]
    named = [p for p in business if p.title and OVER_ALL.fullmatch(source.fold(*p.title))]
    if not named and len(business) <= _FEWEST and not any(p.number for p in business):
        named = [p for p in business[:1] if p.title and _OF_MEETING.fullmatch(source.fold(*p.title))]
    if len(named) != 1 or named[0].number:
        return None
    others = sum(p.end - p.start for p in parts if p.kind == "business" and p is not named[0])
    return named[0] if named[0].end - named[0].start > others else None


def _carriers(source: Source, part: Part) -> list[Block]:
    """Return the outermost items that head the notes below them, where most do: each matter is an item."""
    items = [item for item in _items(part) if topic(_text(source, item.block)) not in ("attendance", "details")]
    titles = [
        item for item in items
        if (_is_title(source, item.block, led=True) or _opens(source, item)) and (item.block.checked is not None or not _tells(source, item.block, item.below))
    ]  # fmt: skip
    carrying = [item for item in titles if item.below]
    if len(carrying) >= _FEWEST and len(carrying) * 2 >= len(items) and len(carrying) * 3 >= len(titles) * 2:
        return [item.block for item in titles]
    if len(titles) == len(items) and len(carrying) >= _FEWEST_LED and _longest(titles) <= _SHORT:
        return [item.block for item in carrying]  # between items of the agenda that are told of in a word
    return []


def _longest(items: Sequence[Item]) -> int:
    """Return the characters of the longest item."""
    return max(item.block.end - item.block.body for item in items)


def _led(source: Source, parts: Sequence[Part], part: Part) -> list[Block]:
    """Return the outermost items that open with a title and go on with its notes: '**Roof**: It leaks.', 'New business: none'

    Most of the list are such, none comes twice, and none is of somebody who was there.
    """
    items = [item.block for item in _items(part)]
    titles = {block.start: opening_title(source, block) for block in items if block.emphasis}
    led = [block for block in items if titles.get(block.start) and block.end - block.emphasis[0][1] > _NOTES]
    if not led:
        titles = {
            block.start: source.text[block.body : colon] for block in items if (colon := colon_behind(source, block))
        }
        usual = sum(1 for words in titles.values() if heads_business(f"{words}: "))
        led = [block for block in items if titles.get(block.start)] if usual * 2 >= len(titles) else []
    if len(led) < _FEWEST_LED or len(led) * 4 < len(items) * 3 or len({titles[b.start] for b in led}) < len(led):
        return []
    came = {w for p in parts if p.kind == "attendance" for w in _WORDS.findall(source.text[p.start : p.end].lower())}
    named = [block for block in led if came.issuperset(_WORDS.findall(titles[block.start].lower()))]
    return [] if came and named else led


def _tells(source: Source, block: Block, below: Sequence[Block] = ()) -> bool:
    """Whether an item is a sentence or names who is to do something; a title in small letters has notes ``below`` it."""
    opens = source.text[block.body].isupper() or bool(below)
    return is_sentence(source.text, block.body, block.end) or not opens


def _opens(source: Source, item: Item, few: int = 1) -> bool:
    """Whether an item that ends with a colon heads more than ``few`` items below it: 'Events:'."""
    if len(item.below) <= few:
        return False
    text = _text(source, item.block)
    return text.endswith(":") and len(text) < _SHORT and topic(text) not in _ASIDE


def _proposes(source: Source, item: Item, fewest: int = _FEWEST_LED) -> bool:
    """Whether an item names who proposed the matter and has notes below it: 'Ann Bell: Funding'."""
    text = _text(source, item.block)
    return (
        len(item.below) >= fewest
        and 0 < len(text) < 2 * _SHORT
        and text[-1] not in ".,;"
        and not _tells(source, item.block)
    )


def _cut(source: Source, part: Part, heading: Sequence[Block], *, run_in: bool = False) -> list[Part]:
    starts = {block.start for block in heading}
    pieces: list[Part] = []
    current, own = part, list[Block]()
    rank = part.level + 1 if part.kind == "business" else 10
    for block in part.blocks:
        if block.start in starts:
            pieces.append(current._replace(blocks=tuple(own)))
            own = []
            title = (max(block.body, _number_end(source, block)), block.end)
            if block.emphasis and opening_title(source, block):
                title, behind = _parted(source, block)
                own.append(tail(block, behind))
                block = block.until(source.trim(block.start, behind)[1])
            elif run_in and (colon := colon_behind(source, block)):
                title = (title[0], colon)
                if (after := source.trim(colon + 1, block.end)[0]) < block.end:
                    own.append(tail(block, after))
                block = block.until(colon + 1)
            number = number_at(source.text, block.start, block.end)
            current = Part(
                "business", (), heading=block, number=number.text if number else None, title=title, level=rank
            )
        else:
            own.append(block)
    return [*pieces, current._replace(blocks=tuple(own))]


def _parted(source: Source, block: Block) -> tuple[tuple[int, int], int]:
    """Return the title with which an item opens, without the mark that sets it off, and where the notes begin behind that."""
    start, end = block.emphasis[0]
    behind = end
    while behind < block.end - 1 and source.text[behind] in _MARKS:
        behind += 1
    while source.text[end - 1] in _MARKS:
        end -= 1
    return (start, end), behind


def _number_end(source: Source, block: Block) -> int:
    number = number_at(source.text, block.start, block.end)
    return number.end if number and not number.bare else 0


def _text(source: Source, block: Block) -> str:
    return source.text[block.body : block.end].rstrip()


def _key(source: Source, block: Block) -> str:
    """Return the words of an item, by which it is known again."""
    if block.kind not in ("bullet", "paragraph") or block.end - block.start > 200:
        return ""
    return " ".join(_WORDS.findall(_text(source, block).lower())[:6])


def _stands_in(agenda: set[str], key: str) -> bool:
    """Whether an item of the agenda begins with the same words."""
    return bool(key) and (key in agenda or (" " in key and any(item.startswith(key) for item in agenda)))


def _is_title(source: Source, block: Block, *, led: bool = False) -> bool:
    """Whether an item may be the title of what stands below it; ticked off, or behind a name, only where the list is ``led`` by titles."""
    text = _text(source, block)
    ticked = block.checked is not None
    if len(text) > 140 or (ticked and not led) or text.endswith(".") or _PRONOUN.match(text):
        return False
    return bool(_REFERENCE.search(text)) or (ticked and led) or not _DIALOGUE.match(text)
