"""The lists of an old Word file, in the elements of a new one ([MS-DOC] 2.9.131, 2.9.147, 2.9.150 and 2.9.201)."""

from __future__ import annotations

from struct import unpack_from

from minutes_parser.readers.archive import Element
from minutes_parser.readers.doc.elements import add, shown

_FORMATS = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 5: "ordinal", 22: "decimalZero",
    23: "bullet", 255: "none",
}  # fmt: skip
_GAPS = {1: "space", 2: "nothing"}
_LEVELS = 9
_LIST, _LEVEL, _USE = 28, 28, 16
"""Bytes of a list, of the fixed part of a level and of a use of a list."""
_NO_STYLE = 0xFFF
_MOST_LISTS = 4094
_STARTS, _FORMATTED = 0x10, 0x20


def numbering(lists: bytes, uses: bytes) -> Element:
    """Return the definitions of the lists, and the lists that paragraphs name, which follow them."""
    root = add(None, "numbering")
    count = unpack_from("<h", lists)[0] if lists else 0
    at = 2 + count * _LIST
    for index in range(min(count, _MOST_LISTS)):
        start = 2 + index * _LIST
        (number,) = unpack_from("<i", lists, start)
        styles = unpack_from(f"<{_LEVELS}H", lists, start + 8)
        definition = add(root, "abstractNum", abstractNumId=str(number))
        for level in range(1 if lists[start + 26] & 1 else _LEVELS):
            at = _level(definition, lists, at, level, styles[level])
    _uses(root, uses)
    return root


def _uses(root: Element, table: bytes) -> None:
    """Add the uses: a list, and the levels at which it starts anew or is numbered in its own way."""
    count = unpack_from("<I", table)[0] if table else 0
    at = 4 + count * _USE
    for index in range(min(count, _MOST_LISTS)):
        start = 4 + index * _USE
        number = add(root, "num", numId=str(index + 1))
        add(number, "abstractNumId", val=str(unpack_from("<i", table, start)[0]))
        at += 4
        for _ in range(table[start + 12]):
            first, flags = unpack_from("<iI", table, at)
            at += 8
            level = flags & 0xF
            override = add(number, "lvlOverride", ilvl=str(level))
            if flags & _FORMATTED:
                at = _level(override, table, at, level, _NO_STYLE)
            if flags & _STARTS:
                add(override, "startOverride", val=str(first))


def _level(parent: Element, table: bytes, at: int, number: int, style: int) -> int:
    """Add a level and return the offset behind it."""
    start, form, flags = unpack_from("<iBB", table, at)
    gap, characters, paragraph = table[at + 15], table[at + 24], table[at + 25]
    at += _LEVEL + characters + paragraph
    length = int.from_bytes(table[at : at + 2], "little")
    text = table[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace")
    level = add(parent, "lvl", ilvl=str(number))
    add(level, "start", val=str(max(start, 0)))
    add(level, "numFmt", val=_FORMATS.get(form, "decimal"))
    add(level, "lvlText", val=shown("".join(f"%{ord(sign) + 1}" if ord(sign) < _LEVELS else sign for sign in text)))
    add(level, "suff", val=_GAPS.get(gap, "tab"))
    if flags & 0x4:
        add(level, "isLgl")
    if flags & 0x8:
        add(level, "lvlRestart", val="0")
    if style != _NO_STYLE:
        add(level, "pStyle", val=str(style))
    return at + 2 + 2 * length
