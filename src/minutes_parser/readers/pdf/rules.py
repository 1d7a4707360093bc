"""What a page draws by paths: ruled lines, horizontal and vertical, and the dots in front of list items.

Writers of PDF draw a table's borders as lines, as thin filled rectangles or as outlines of cells; all become rules.
Browsers draw a list's bullets, too, where others write them as characters.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as api

_THIN = 3.0
_SHORT = 4.0
_DOT = (1.5, 8.0)
"""Least and greatest width and height of a list's bullet."""
_MAX_OBJECTS = 20_000
_MAX_SEGMENTS = 20_000
_Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Rule:
    """A line from ``low`` to ``high``; ``at`` is y of a horizontal one, x of a vertical one."""

    horizontal: bool
    at: float
    low: float
    high: float


def drawn(page: pdfium.PdfPage, place: Callable[[float, float], _Point]) -> tuple[list[Rule], list[_Point]]:
    """Return the rules of a page and the middles of its dots, shown by ``place``."""
    rules: list[Rule] = []
    dots: list[_Point] = []
    segments = 0
    for index in range(min(api.FPDFPage_CountObjects(page), _MAX_OBJECTS)):
        item = api.FPDFPage_GetObject(page, index)
        if api.FPDFPageObj_GetType(item) != api.FPDF_PAGEOBJ_PATH:
            continue
        box = _bounds(item)
        if box is None:
            continue
        left, low, right, high = box
        if _is_dot(right - left, high - low):
            dots.append(place((left + right) / 2, (low + high) / 2))
        if right - left < _SHORT and high - low < _SHORT:
            continue
        if right - left < _THIN or high - low < _THIN:
            rules.append(_rule(place(left, low), place(right, high)))
        elif segments < _MAX_SEGMENTS:
            corners = list(_strokes(item))
            segments += len(corners)
            rules.extend(
                _rule(place(*a), place(*b))
                for a, b in corners
                if min(abs(a[0] - b[0]), abs(a[1] - b[1])) < 1 and _apart(a, b)
            )
    return rules, dots


def _is_dot(width: float, height: float) -> bool:
    least, greatest = _DOT
    return least <= width <= greatest and least <= height <= greatest and 0.7 < width / height < 1.4


def _bounds(item: object) -> tuple[float, float, float, float] | None:
    left, low, right, high = (ctypes.c_float() for _ in range(4))
    if not api.FPDFPageObj_GetBounds(item, left, low, right, high):
        return None
    return left.value, low.value, right.value, high.value


def _apart(a: _Point, b: _Point) -> bool:
    return max(abs(a[0] - b[0]), abs(a[1] - b[1])) >= _SHORT


def _rule(a: _Point, b: _Point) -> Rule:
    if abs(a[0] - b[0]) >= abs(a[1] - b[1]):
        return Rule(True, (a[1] + b[1]) / 2, min(a[0], b[0]), max(a[0], b[0]))
    return Rule(False, (a[0] + b[0]) / 2, min(a[1], b[1]), max(a[1], b[1]))


def _strokes(item: object) -> Iterator[tuple[_Point, _Point]]:
    """Yield the straight strokes of a path that is drawn, not only filled."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not api.FPDFPath_GetDrawMode(item, fill, stroke) or not stroke.value:
        return
    matrix = api.FS_MATRIX()
    if not api.FPDFPageObj_GetMatrix(item, matrix):
        return
    x, y = ctypes.c_float(), ctypes.c_float()
    start = last = (0.0, 0.0)
    for index in range(min(api.FPDFPath_CountSegments(item), _MAX_SEGMENTS)):
        segment = api.FPDFPath_GetPathSegment(item, index)
        if not segment or not api.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = api.FPDFPathSegment_GetType(segment)
        if kind == api.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == api.FPDF_SEGMENT_LINETO:
            yield last, point
        if api.FPDFPathSegment_GetClose(segment):
            yield point, start
        last = point
