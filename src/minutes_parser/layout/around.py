"""What stands around titles: numbers in brackets behind them, and the times of a recording before them.

'Approval of the minutes (A-2)' and 'Highways (item 4)' are numbered as well as '4. Highways', once several of them
follow each other. '[12:05] Roof' tells where in the recording the roof is spoken of, and is no part of the title.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from minutes_parser import lazy
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.marks import apart
from minutes_parser.layout.numbering import Number, number_at
from minutes_parser.layout.telling import is_sentence
from minutes_parser.readers.heads import LEVEL
from minutes_parser.source import Source

_BEHIND = lazy.compile(
    r"(?:[ ][(\[]|[ ][–—-][ ](?=(?i:agenda|item|minute|min)\b))(?P<named>(?i:agenda[ ]item|item|minute|min\.?|agenda)[ ](?i:no\.?[ ])?)?"
    r"(?P<number>(?:(?P<letter>[A-Z])[-.]?)?(?P<digits>\d{0,3}|(?<=-)I)(?P<below>[.-]\d{1,2})?[a-z]?(?P<range>(?:/|–|[ ]?[-–][ ]|-)[A-Z]?-?[\dIVX]{1,3})?)[)\]]?\Z"
)
_TIME = lazy.compile(
    r"(?:[\[(](?:\d{1,2}:)?\d{1,3}:\d\d(?:[ ]?[ap]\.?m\.?)?[\])][ \t]*(?:[-–—:][ \t]*)?|\d{1,2}:\d\d(?::\d\d)?[ ][-–—][ ])(?=[A-Z\d“\"‘'a-z])"
)
_ENDS = ")]0123456789"
_LONGEST_TITLE, _LONGEST_BRACKETS = 200, 24
_FEWEST = 4
"""Titles with numbers behind them that make a sequence."""


class _Found(NamedTuple):
    """A title with its number behind it."""

    place: int
    end: int
    """Where the title ends."""
    number: str
    key: tuple[str, int]
    over: bool
    """Whether the number may stand over others: 'G' over 'G-1'."""
    named: bool


_FILE = lazy.compile(r"[ ](?:(?:pdf|doc|word|file|excel) icon )?(?:PDF|DOCX?|XLSX?|PPTX?) \d{1,4}(?:\.\d)? ?[KM]B\Z")
_LONGEST_FILE = 30


def without_files(source: Source, blocks: Sequence[Block]) -> Sequence[Block]:
    """Return the blocks without the words of a link to a file behind titles: 'Minutes of May PDF 135 KB'."""
    if source.words.isdisjoint(("kb", "mb")):
        return blocks
    return [
        block.until(file.start())
        if block.kind in ("paragraph", "heading", "bullet")
        and (file := _FILE.search(source.text, max(block.body + 1, block.end - _LONGEST_FILE), block.end))
        else block
        for block in blocks
    ]


def without_times(source: Source, blocks: Sequence[Block]) -> Sequence[Block]:
    """Return the blocks with headings that begin behind the time of the recording at which they were spoken of."""
    text, found = source.text, dict[int, int]()
    may_begin = [
        (i, b) for i, b in enumerate(blocks) if b.start < b.end and (b.body > b.start or not text[b.start].isalpha())
    ]
    for index, block in may_begin:
        opening = text[block.body : block.body + 1]
        set_apart = block.kind == "heading" or block.bold
        if (opening and opening in "[(" and not block.cells) or (set_apart and opening.isdecimal()):
            time = _TIME.match(text, block.body, block.end)
            if time and time.end() < block.end and (set_apart or _is_item(text, time.end(), block.end)):
                found[index] = time.end()
    if not found:
        return _timed(source, blocks, may_begin)
    return [replace(b, start=found[i], body=found[i]) if i in found else b for i, b in enumerate(blocks)]


_CLOCK = lazy.compile(
    r"\(?(?P<hour>\d{1,2})[:.](?P<minute>\d\d)[ ]?(?P<half>[AaPp]\.?[Mm]\b\.?)?\)?(?:[ ]?[-–—:|][ \t]+|[ ]{2,}|\t[ \t]*|(?<=[Mm]\.)[ ]|(?<=[Mm])[ ]|(?P<one>[ ]))(?=[A-Z])"
)
_LONGEST_TIMED, _FEWEST_TIMED = 80, 3


def _timed(source: Source, blocks: Sequence[Block], may_begin: Sequence[tuple[int, Block]]) -> Sequence[Block]:
    """Return the blocks with lines as headings before whose titles stands the hour: '6:40 PM  Fees' over what was said of them.

    The hours rise, most such lines have text below and none is a sentence: in a log the hour stands before what happened.
    """
    text, found, last = source.text, dict[int, int](), 0
    for index, block in may_begin:
        opening = text[block.start : block.start + 2].lstrip("(")[:1]
        if block.kind != "paragraph" or block.depth or not opening.isdecimal():
            continue
        clock = _CLOCK.match(text, block.start, block.end)
        if clock is None or (clock["one"] and (block.bold or not _stands_alone(source, blocks, index))):
            continue
        at = int(clock["hour"]) % 12 * 60 + int(clock["minute"])
        if len(block.lines) > 1 or block.end - clock.end() > _LONGEST_TIMED or _tells(text, clock.end(), block.end):
            return blocks
        if found and not 0 <= (at - last) % 720 <= 360:
            return blocks
        found[index], last = block.start if clock["one"] else clock.end(), at
    over = sum(1 for i in found if i + 1 < len(blocks) and i + 1 not in found)
    if over < _FEWEST_TIMED or over * 3 < len(found) * 2:
        return blocks
    return [
        replace(b, start=found[i], body=found[i], kind="heading", level=LEVEL) if i in found else b
        for i, b in enumerate(blocks)
    ]


def _stands_alone(source: Source, blocks: Sequence[Block], index: int) -> bool:
    """Whether blank lines stand around the line: '20:30 Finances'."""
    above, below = (blocks[index - 1] if index else None), (blocks[index + 1] if index + 1 < len(blocks) else None)
    return apart(source, above, blocks[index]) and apart(source, blocks[index], below)


def _tells(text: str, start: int, end: int) -> bool:
    """Whether a line tells what happened: it ends as a sentence does, or is one."""
    return (text[end - 1] in ".,;" and not text.endswith("...", start, end)) or is_sentence(text, start, end)


def _is_item(text: str, start: int, end: int) -> bool:
    """Whether a number with its point stands behind the time in a line of plain text."""
    number = number_at(text, start, end) if text[start].isdecimal() else None
    return number is not None and not number.bare


def numbered_behind(source: Source, blocks: Sequence[Block]) -> tuple[Sequence[Block], dict[int, Number]]:
    """Return the blocks with the titles whose numbers stand behind them as headings, and those numbers by the block's start."""
    text = source.text
    found = [
        _found(source, index, block)
        for index, block in enumerate(blocks)
        if text[block.end - 1] in _ENDS and block.end > block.start
    ]
    titles = [title for title in found if title]
    if len(titles) < _FEWEST or not _rise(titles):
        return blocks, {}
    cut, numbers = list(blocks), dict[int, Number]()
    top = ""
    for title in titles:
        block = blocks[title.place]
        below = not title.over and title.key[0] != "" and title.key[0] == top
        top = top if below else title.key[0] if title.over else ""
        cut[title.place] = replace(block, end=title.end, kind="heading", level=LEVEL + below)
        numbers[block.start] = Number(title.number, "item", (title.key[1],), "", block.start)
    return cut, numbers


def _found(source: Source, index: int, block: Block) -> _Found | None:
    """Return the title that a block is, with its number behind it, or None."""
    text, start = source.text, block.start
    if block.kind not in ("paragraph", "heading") or block.depth or len(block.lines) != 1:
        return None
    if block.end - start > _LONGEST_TITLE or not (text[start].isupper() or text[start].isdecimal()):
        return None
    match = _BEHIND.search(text, max(start + 3, block.end - _LONGEST_BRACKETS), block.end)
    if match is None or not (match["letter"] or match["digits"]) or is_sentence(text, start, match.start()):
        return None
    digits = int((match["digits"] or "0").replace("I", "1"))  # an I for a 1 is a slip of many typists
    over = match["letter"] is None or not digits or match["range"] is not None
    return _Found(
        index, match.start(), match["number"], (match["letter"] or "", digits), over, match["named"] is not None
    )


def _rise(titles: Sequence[_Found]) -> bool:
    """Whether the numbers rise from the first ones on: by letters, then by digits."""
    keys = [title.key for title in titles]
    rising = all(a <= b or title.over for a, b, title in zip(keys, keys[1:], titles, strict=False))
    return (
        rising
        and len(set(keys)) * 4 >= len(keys) * 3
        and (keys[0] in (("A", 0), ("A", 1)) or keys[0] == ("", 1) or titles[0].named)
    )
