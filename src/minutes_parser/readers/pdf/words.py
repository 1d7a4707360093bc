"""The words of a PDF's page, with their places, sizes and faces, as PDFium knows them.

All places are in points, as the page is shown: x to the right, y upwards.
"""

from __future__ import annotations

import ctypes
import re
from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import repeat
from math import hypot
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as api

_WORD = re.compile(r"[^\s\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
"""PDFium writes U+FFFE (once U+0002) for a hyphen at the end of a line, and goes on with the next line."""
_HYPHENS = "\x02\ufffe"
_LINE = re.compile(r"[^\r\n]+")
_BOLD_NAME = re.compile(rb"(?i)bold|black|heavy|-bd\b")
_BOLD_WEIGHT = 600
_SIZES = (1.0, 1_000.0)
"""Least and greatest size of a font that is believed."""
_GREY = 40
"""The parts of a grey, of 255, differ by no more."""
_get_origin = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(
    ctypes.cast(api.FPDFText_GetCharOrigin, ctypes.c_void_p).value or 0
)
"""Writes where a character of a page of text stands to two addresses; given as numbers they need no objects of their own."""
_Face = tuple[bool, int]
"""Whether something is bold, and its colour."""
_Placed = tuple[float, float, str]
"""Lower and upper bound of a character, and the character."""
_Place = Callable[[float, float], tuple[float, float]]


@dataclass(slots=True)
class Word:
    """A word; ``y`` is its baseline, ``size`` the height of its font."""

    x0: float
    x1: float
    y: float
    size: float
    text: str
    bold: bool = False
    colour: int = 0
    """As 0xRRGGBB; 0 for black and any grey."""
    dotted: bool = False
    """A bullet is drawn in front of it."""


# As the page is turned for showing, by quarters clockwise.
TURNS: tuple[_Place, ...] = (
    lambda x, y: (x, y),
    lambda x, y: (y, -x),
    lambda x, y: (-x, -y),
    lambda x, y: (-y, x),
)


class Words:
    """Collects the words of a page."""

    def __init__(self, page: pdfium.PdfTextPage, turn: int, fonts: dict[bytes, bool]) -> None:
        """Read a page that is shown turned by ``turn`` quarters; ``fonts`` holds, by their address, which of them are bold."""
        self._page = page.raw
        self._count = page.count_chars()
        self._turn = turn
        self._place = TURNS[turn]
        self._fonts = fonts
        self._faces: dict[bytes, _Face] = {}
        self._colour = tuple(ctypes.c_uint() for _ in range(4))
        self._box = tuple(ctypes.c_double() for _ in range(4))
        self._matrix = api.FS_MATRIX()

    def read(self) -> list[Word]:
        """Return the words in the order in which the page draws them."""
        text = self._text()
        spans = [match.span() for match in _WORD.finditer(text)]
        starts = [start for start, _ in spans]
        xs, ys = self._origins(starts)
        words: list[Word] = []
        upended: list[int] = []
        first = 0
        for line in _LINE.finditer(text):
            last = bisect_left(starts, line.end(), first)
            if first == last:
                continue
            level = not self._turn and first < last - 1 and ys[first] == ys[last - 1]
            if not level and (self._quarter(starts[first]) + self._turn) % 2:
                upended.extend(at for a, b in spans[first:last] for at in range(a, b))
            else:
                words.extend(self._line(text, spans[first:last], xs[first:last], ys[first:last]))
            first = last
        if upended:
            words.extend(self._upended(text, upended))
        return words

    def _origins(self, places: list[int]) -> tuple[list[float], list[float]]:
        """Return where characters stand, as x and y, as the page is shown."""
        room = (ctypes.c_double * (2 * len(places)))()
        first = ctypes.addressof(room)
        ends = first + ctypes.sizeof(room)
        page = ctypes.cast(self._page, ctypes.c_void_p).value
        told = map(_get_origin, repeat(page), places, range(first, ends, 16), range(first + 8, ends, 16))
        deque(told, maxlen=0)  # a loop in C: one call a word
        flat, high = room[::2], room[1::2]
        if self._turn and places:
            turned = list(map(self._place, flat, high))
            return [x for x, _ in turned], [y for _, y in turned]
        return flat, high

    def _text(self) -> str:
        """Return the text, one character for each of PDFium's."""
        buffer = (ctypes.c_ushort * (self._count + 1))()
        length = api.FPDFText_GetText(self._page, 0, self._count, buffer) - 1
        if length == self._count:
            text = bytes(buffer)[: 2 * length].decode("utf-16-le", errors="replace")
            if len(text) == self._count:
                return text
        codes = (api.FPDFText_GetUnicode(self._page, at) for at in range(self._count))
        return "".join(chr(code) if code <= 0x10FFFF and not 0xD800 <= code < 0xE000 else "\ufffd" for code in codes)

    def _quarter(self, at: int) -> int:
        return round(float(api.FPDFText_GetCharAngle(self._page, at)) / 1.5708) % 4

    def _line(self, text: str, spans: list[tuple[int, int]], xs: list[float], ys: list[float]) -> list[Word]:
        """Return the words of a line that reads from left to right; ``xs`` and ``ys`` are where they begin."""
        size = self._size(spans[len(spans) // 2][0])
        face = self._shared_face([start for start, _ in spans])
        bold, colour = face or (False, 0)
        words = []
        follows = (*zip(xs[1:], ys[1:], strict=True), (0.0, None))
        for (start, end), x, y, (after, base) in zip(spans, xs, ys, follows, strict=True):
            if y == base and 0 < after - x < size * (0.7 * (end - start) + 0.8):
                right = after - 0.25 * size
            else:
                right = max(self._bounds(end - 1)[2], x)
            word = text[start:end]
            if word[-1] in _HYPHENS:
                word = f"{word[:-1]}-"
            if face is None:
                bold, colour = self._face(self._item(start))
            words.append(Word(x, right, y, size, word, bold, colour))
        return words

    def _bounds(self, at: int) -> tuple[float, float, float, float]:
        """Return left, lower, right and upper bound of a character as it is shown."""
        left, right, low, high = self._box
        api.FPDFText_GetCharBox(self._page, at, left, right, low, high)
        if not self._turn:
            return left.value, low.value, right.value, high.value
        ax, ay = self._place(left.value, low.value)
        bx, by = self._place(right.value, high.value)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)

    def _size(self, at: int) -> float:
        """Return the size of a character's font as it is shown."""
        matrix = self._matrix
        size = float(api.FPDFText_GetFontSize(self._page, at))
        shown = size * hypot(matrix.c, matrix.d) if api.FPDFText_GetMatrix(self._page, at, matrix) else size
        return shown if _SIZES[0] <= shown <= _SIZES[1] else 10.0

    def _shared_face(self, starts: list[int]) -> _Face | None:
        """Return the face of the words at the start, in the middle and at the end of a line; None where they differ."""
        first, last = self._item(starts[0]), self._item(starts[-1])
        items = (first,) if bytes(first) == bytes(last) else (first, self._item(starts[len(starts) // 2]), last)
        faces = {self._face(item) for item in items}
        return faces.pop() if len(faces) == 1 else None

    def _item(self, at: int) -> Any:
        """Return the object in which the page draws a character."""
        return api.FPDFText_GetTextObject(self._page, at)

    def _face(self, item: Any) -> _Face:
        """Return whether what an object draws is bold, and its colour."""
        key = bytes(item)  # the address
        if key not in self._faces:
            self._faces[key] = self._is_bold(item), self._colour_of(item)
        return self._faces[key]

    def _colour_of(self, item: object) -> int:
        if not item or not api.FPDFPageObj_GetFillColor(item, *self._colour):
            return 0
        red, green, blue = (part.value for part in self._colour[:3])
        return red << 16 | green << 8 | blue if max(red, green, blue) - min(red, green, blue) > _GREY else 0

    def _is_bold(self, item: object) -> bool:
        font = api.FPDFTextObj_GetFont(item) if item else None
        if not font:
            return False
        key, fonts = bytes(font), self._fonts
        if key not in fonts:
            name = (ctypes.c_char * 200)()
            api.FPDFFont_GetBaseFontName(font, name, 200)
            fonts[key] = bool(_BOLD_NAME.search(name.value)) or api.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT
        return fonts[key]

    def _upended(self, text: str, places: list[int]) -> list[Word]:
        """Return runs of characters that stand on their side, each as one word at the lower end of its run."""
        columns: list[tuple[float, float, list[_Placed]]] = []
        rising = 0
        last: tuple[float, float] | None = None
        for at in places:
            x0, y0, x1, y1 = self._bounds(at)
            if last and abs(x0 - last[0]) < 2:
                rising += 1 if y0 > last[1] else -1
            last = (x0, y0)
            column = next((c for c in columns[-40:] if c[0] < (x0 + x1) / 2 < c[1]), None)
            if column is None:
                column = (x0 - 3, x1 + 3, [])
                columns.append(column)
            column[2].append((y0, y1, (" " if text[at - 1 : at] == " " else "") + text[at]))
        return [word for left, right, run in columns for word in _runs(left, right, run, rising >= 0)]


def _runs(left: float, right: float, run: list[_Placed], rising: bool) -> Iterator[Word]:
    """Yield what stands in one upended column; a wide gap parts it."""
    size = max(right - left - 6, 4.0)
    run.sort(reverse=not rising)
    start = 0
    for at in range(1, len(run)):
        gap = run[at][0] - run[at - 1][1] if rising else run[at - 1][0] - run[at][1]
        if gap > size * 1.5:
            yield _run_word(left, right, run[start:at], size)
            start = at
    yield _run_word(left, right, run[start:], size)


def _run_word(left: float, right: float, run: list[_Placed], size: float) -> Word:
    text = "".join(piece for _, _, piece in run).strip()
    return Word(left + 3, right - 3, min(low for low, _, _ in run), size, text)
