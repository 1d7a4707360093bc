"""Titles that a list in front announces, each in its own line: 'Roof' below an agenda in which 'Roof' is an item."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from minutes_parser import lazy
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.marks import Mark
from minutes_parser.layout.numbering import Number
from minutes_parser.source import Source

_FEWEST, _SURELY = 2, 4
"""Titles that come again: most of a list, or so many that they were copied from it."""
_LONGEST = 100
_LISTS = 3
"""Lists among which the agenda is."""

_Items = list[tuple[int, int]]
"""The items of a list: the place of each and where its text begins."""


def announced(source: Source, blocks: Sequence[Block], marks: list[Mark], chain: Mapping[int, Number]) -> list[Mark]:
    """Return the marks with the lines set apart that repeat the titles of a list, most of them in its order.

    The list is that of the numbers of ``chain``, with nothing between them but what stands below them, or one with signs;
    without such lines the marks are those given.
    """
    first = min(chain, default=len(blocks))
    numbered = _numbered(blocks, marks, chain)
    for items in [*([numbered] if numbered else []), *islice(_lists(blocks[:first]), _LISTS)]:
        if len(items) < _FEWEST:
            continue
        titles = [_words(source, blocks[i], start) for i, start in items]
        last = (
            items[-1][0] if items is numbered else max(items[-1][0], *chain, 0)
        )  # no titles that part what is numbered
        found = _again(source, blocks, marks, titles, last + 1)
        outer = {
            place for place, (i, _) in enumerate(items) if (i in chain if items is numbered else blocks[i].depth <= 1)
        }
        again = len(outer.intersection(found.values()))
        most = again * 3 >= len(outer) * 2 or (again >= _FEWEST and len(found) >= _SURELY)
        fewest = _FEWEST if items is numbered or not chain else _SURELY
        looks = {marks[i].look for i in found}
        known = not looks & {"", "short"} if items is numbered else "" not in looks
        if len(found) >= fewest and most and not known:
            plain = {"", "short"} if items is numbered else {""}
            listed = {i for i, _ in items} if items is numbered else set()
            return [
                replace(m, look="capitals" if m.look in plain else m.look, topic="other") if i in found
                else replace(m, look="") if i in listed else m
                for i, m in enumerate(marks)
            ]  # fmt: skip
    return marks


def _numbered(blocks: Sequence[Block], marks: Sequence[Mark], chain: Mapping[int, Number]) -> _Items:
    """Return the items of the chain and of the lists below them, if nothing stands between; none where text does."""
    places = range(min(chain, default=0), max(chain, default=-1) + 1)
    items = _Items()
    for i in places:
        number = chain.get(i) or marks[i].number
        if blocks[i].kind != "bullet" and number is None:
            return []
        items.append((i, number.end if number else blocks[i].body))
    return items


def _lists(blocks: Sequence[Block]) -> Iterator[_Items]:
    """Yield the lists with signs."""
    found = _Items()
    for index, block in enumerate(blocks):
        if block.kind == "bullet":
            found.append((index, block.body))
        elif found:
            yield found
            found = []


def _again(
    source: Source, blocks: Sequence[Block], marks: Sequence[Mark], titles: list[str], start: int
) -> dict[int, int]:
    """Return the lines from ``start`` on that repeat the titles, each with its place in the list: those in order, or all if these are many."""
    places = {words: place for place, words in enumerate(titles) if words}
    found = dict[int, int]()
    for index in range(start, len(blocks) - 1):
        block = blocks[index]
        if (
            block.kind == "paragraph"
            and len(block.lines) == 1
            and block.end - block.start < _LONGEST
            and not marks[index].number
        ):
            place = places.pop(_words(source, block, block.start), -1)
            if place >= 0:
                found[index] = place
    ordered, last = dict[int, int](), -1
    for index, place in found.items():
        if place > last:
            ordered[index] = last = place
    return found if len(ordered) >= _SURELY else ordered


def _words(source: Source, block: Block, start: int) -> str:
    """Return the words of a title, in small letters and without the mark behind it."""
    words = source.fold(max(start, block.body), block.end).casefold().rstrip(" :.") if start < block.end else ""
    return _LINK.sub("", words) if words[:1] == "[" else words


_LINK = lazy.compile(r"\A\[\d{1,3}\]")
"""The number of a link, where a page was turned into text: '[5]Roof'."""
