"""An old Word file taken apart and put into the elements of a new one, which is then read as any other."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from itertools import pairwise
from typing import TypeVar

from minutes_parser.readers.archive import Element, damaged
from minutes_parser.readers.doc.compound import Compound
from minutes_parser.readers.doc.elements import DELETED, add, set_paragraph, set_run, shown, style_sheet
from minutes_parser.readers.doc.lists import numbering
from minutes_parser.readers.doc.pieces import ProtectedError, TooLongError, TooOldError, Words, plex
from minutes_parser.readers.doc.properties import Settings, changes, settings
from minutes_parser.readers.doc.tables import Place, Tables
from minutes_parser.readers.docx.document import Parts, read_parts
from minutes_parser.readers.docx.styles import W
from minutes_parser.source import MinutesError, Source

T = TypeVar("T")
_BROKEN = (ValueError, IndexError, struct.error)
_SECTION = "\x0c"
_PARAGRAPH = re.compile("[^\r\x07\x0c]*[\r\x07\x0c]?")
_SIGNS = re.compile("[\x00-\x1f]|[^\x00-\x1f]+")
_FIELD, _RESULT, _FIELD_END = "\x13", "\x14", "\x15"
_NOTE, _SYMBOL = "\x02", 0x6A09
_MOST_PARAGRAPHS = 50_000
_HEADS = (0, 1, 4)
"""Of the six running heads and feet of a section, those at its top."""
_SEPARATORS = 6
"""The first stories among the running heads: lines above notes."""


def read_document(data: bytes, name: str, media_type: str) -> Source:
    """Read an old Word file."""
    try:
        parts = _Document(Words(_opened(data, name))).parts()
    except ProtectedError:
        raise MinutesError(f"{name}: is protected by a password; save a copy without one") from None
    except TooLongError:
        raise MinutesError(
            f"{name}: holds far more than the minutes of a meeting; split it into several files"
        ) from None
    except TooOldError:
        raise MinutesError(f"{name}: was saved by a Word of before 1997; open and save it again as .docx") from None
    except _BROKEN as error:
        raise damaged(name) from error
    source = read_parts(parts, name, media_type)
    if not source.lines:
        raise MinutesError(f"{name}: no text in it; check that it is the right file")
    return source


def _sound(read: Callable[[], T], otherwise: T) -> T:
    """Return what ``read`` does, or ``otherwise`` where that part of the file is broken: the text can do without it."""
    try:
        return read()
    except TooLongError:
        raise
    except _BROKEN:
        return otherwise


def _opened(data: bytes, name: str) -> Compound:
    file = Compound(data)
    if "WordDocument" not in file.root:
        raise MinutesError(f"{name}: is no Word file of the old kind; check the file or leave out --format")
    return file


class _Fields:
    """The fields that are open, such as links: only their results are shown, not what they are made of."""

    def __init__(self) -> None:
        self.hidden = 0
        """How many of them have not come to their result."""
        self._shown: list[bool] = []

    def meet(self, sign: str) -> bool:
        """Begin a field, reach its result or end it; return whether that is what the sign stands for."""
        if sign == _FIELD:
            self._shown.append(False)
            self.hidden += 1
        elif sign in (_RESULT, _FIELD_END):
            shown = self._shown.pop() if self._shown else True
            self.hidden -= not shown
            if sign == _RESULT:
                self._shown.append(True)
        else:
            return False
        return True


class _Document:
    """Makes the elements of one document."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.looks = _sound(lambda: settings(words, "characters"), Settings([]))
        self.paragraphs = _sound(lambda: settings(words, "paragraphs"), Settings([]))
        self.sections = {end - 1 for end in plex(words.table("sections"), 12)[0][1:]}
        self.refers: dict[int, tuple[str, str]] = {}
        for kind in ("footnote", "endnote"):
            for index, at in enumerate(plex(words.table(f"{kind}_refs"), 2)[0][:-1]):
                self.refers[at] = kind, str(index)
        self.boxes = self._boxes()
        self.changes = lru_cache(1_000)(partial(changes, data=words.data))
        self.count = 0
        self.fields = _Fields()

    def parts(self) -> Parts:
        """Return the document as one of the new kind."""
        body = self.story("body", *self.words.parts["text"])
        styles = _sound(lambda: style_sheet(self.words.table("styles")), None)
        lists = _sound(lambda: numbering(self.words.tail("lists"), self.words.tail("list_uses")), None)
        parts = Parts(body, styles, lists, self.notes("footnote"), self.notes("endnote"))
        for index, (first, last) in enumerate(self._stories("headers", 0)):
            if index >= _SEPARATORS and self.words.characters[first:last].strip():
                margins = parts.headers if index % 6 in _HEADS else parts.footers
                margins.append(self.story("hdr", first, last))
        return parts

    def notes(self, kind: str) -> Element:
        """Return the foot- or endnotes."""
        root = add(None, f"{kind}s")
        for index, (first, last) in enumerate(self._stories(f"{kind}s", 0)):
            note = self.story(kind, first, last)
            note.set(f"{W}id", str(index))
            root.append(note)
        return root

    def _stories(self, part: str, size: int) -> Iterator[tuple[int, int]]:
        """Yield where each story of a part begins and ends."""
        start, end = self.words.parts[part]
        places = plex(self.words.table(part), size)[0]
        reached = 0  # the last number of some tables means nothing, and stories never overlap
        for first, last in pairwise(places):
            if reached <= first <= last <= end - start:
                reached = last
                yield start + first, start + last

    def _boxes(self) -> dict[int, list[tuple[int, int]]]:
        """Return the stories of text boxes by the characters at which they hang; without one they hang on the first."""
        shapes, told = plex(self.words.table("shapes"), 26)
        end = self.words.parts["text"][1]
        hung = {shape[:4]: at for at, shape in zip(shapes, told, strict=False) if at < end}
        first = min(hung.values(), default=0)
        found: dict[int, list[tuple[int, int]]] = {}
        boxes = plex(self.words.table("boxes"), 22)[1]
        for box, story in zip(boxes, self._stories("boxes", 22), strict=False):
            found.setdefault(hung.get(box[14:18], first), []).append(story)
        return found

    def story(self, tag: str, first: int, last: int) -> Element:
        """Return the paragraphs and tables from one character to another."""
        root = add(None, tag)
        tables = Tables(root)
        kept, self.fields = self.fields, _Fields()
        for start, end in self._cut(first, last):
            self.count += 1
            if self.count > _MOST_PARAGRAPHS:
                raise TooLongError
            packed = self.paragraphs.at(end - 1)
            told = self.changes(packed[2:])
            place = Place.of(told, self.words.characters[end - 1])
            if place.row_end:
                tables.end_row(place, told)
                continue
            paragraph = add(tables.inside(place.depth), "p")
            set_paragraph(paragraph, told, int.from_bytes(packed[:2], "little"))
            self.mark(paragraph, end - 1)
            self.runs(paragraph, start, end)
            if place.cell_end:
                tables.end_cell(place.depth)
        tables.close(0)
        self.fields = kept
        return root

    def _cut(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """Yield the paragraphs; a page ends within one, a section with one."""
        start = at = first
        while at < last:
            match = _PARAGRAPH.match(self.words.characters, at, last)
            at = match.end() if match and match.end() > at else last
            if at < last and self.words.characters[at - 1] == _SECTION and at - 1 not in self.sections:
                continue
            yield start, at
            start = at

    def mark(self, paragraph: Element, at: int) -> None:
        """Say of a paragraph whose end is deleted that it goes on with the next one."""
        if (DELETED, b"\x01") in self.changes(self.looks.at(at)):
            add(add(paragraph[0], "rPr"), "del")

    def runs(self, paragraph: Element, first: int, last: int) -> None:
        """Add the characters of a paragraph, without what a tracked change has deleted."""
        for run in self.looks.between(first, last):
            told = self.changes(run.packed)
            gone = any(number == DELETED and operand[0] for number, operand in told)
            element = add(None, "r")
            set_run(element, told)
            begun = len(element)
            symbol = next((operand for number, operand in told if number == _SYMBOL), None)
            for match in _SIGNS.finditer(self.words.characters, run.first, run.last):
                if not self.fields.meet(match[0]) and not gone and not self.fields.hidden:
                    self.sign(element, match[0], match.start(), symbol)
            if len(element) > begun:
                paragraph.append(element)

    def sign(self, run: Element, words: str, at: int, symbol: bytes | None) -> None:
        """Add characters, or what one that is none stands for."""
        if words[0] >= " ":
            if symbol is not None and len(symbol) == 4:
                add(run, "sym", char=f"{int.from_bytes(symbol[2:], 'little'):04X}")
            else:
                add(run, "t").text = shown(words)
        elif words == "\t":
            add(run, "tab")
        elif words in "\x0b\x0c\x0e":
            add(run, "br")
        elif words == "\x1e":
            add(run, "noBreakHyphen")
        elif words == _NOTE and at in self.refers:
            kind, number = self.refers[at]
            add(run, f"{kind}Reference", id=number)
        for first, last in self.boxes.pop(at, ()):
            add(run, "pict").append(self.story("txbxContent", first, last))
