"""What an old Word file says, in the elements of a new one: changes to paragraphs and characters, and the style sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from struct import unpack_from

from lxml import etree

from minutes_parser.readers.archive import Element
from minutes_parser.readers.doc.properties import Change, changes
from minutes_parser.readers.docx.styles import W

_UNSEEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML does not hold."""
_HALVES = re.compile("[\ud800-\udfff]")

STYLE, LIST_LEVEL, LIST, OUTLINE = 0x4600, 0x260A, 0x460B, 0x2640
_CHARACTER_STYLE, _UNDERLINED = 0x4A30, 0x2A3E
DELETED = 0x0800
_SWITCHES = {
    0x0835: "b", 0x0836: "i", 0x0837: "strike", 0x2A53: "dstrike", 0x083A: "smallCaps", 0x083B: "caps", 0x083C: "vanish",
}  # fmt: skip
_AS_STYLE = 0x80
_NO_LIST = 0xF801
"""Numbers of lists from here on tell of a list in which the paragraph stands no longer."""
_BODY = 9
"""The outline level of what is no heading."""

_NAMES = {
    **{number: f"heading {number}" for number in range(1, 10)}, **{number + 9: f"index {number}" for number in range(1, 10)},
    **{number + 18: f"toc {number}" for number in range(1, 10)}, 35: "table of figures", 62: "title", 74: "subtitle",
}  # fmt: skip
"""Word's own styles by their numbers, whatever they are called in the language of the file."""
_KINDS = {1: "paragraph", 2: "character", 4: "numbering"}
_NO_STYLE = 0xFFF


def add(parent: Element | None, tag: str, **attributes: str) -> Element:
    """Add an element of Word's to ``parent``, or make one that stands by itself."""
    named = {W + name: value for name, value in attributes.items()}
    return etree.Element(W + tag, named) if parent is None else etree.SubElement(parent, W + tag, named)


def shown(characters: str) -> str:
    """Return characters that were counted by code units as a text."""
    if characters.isascii() and characters.isprintable():
        return characters
    if _HALVES.search(characters):
        characters = characters.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _UNSEEN.sub("", characters)


def set_paragraph(element: Element, told: Iterable[Change], style: int | None = None) -> None:
    """Say in ``element`` how a paragraph is set: its style, outline level and place in a list."""
    properties = add(element, "pPr")
    listed: dict[str, str] = {}
    outline: int | None = None
    for number, operand in told:
        if number == STYLE:
            (style,) = unpack_from("<H", operand)
        elif number == LIST_LEVEL:
            listed["ilvl"] = str(operand[0])
        elif number == LIST:
            (use,) = unpack_from("<H", operand)
            listed["numId"] = str(use if use < _NO_LIST else 0)
        elif number == OUTLINE and outline is None:
            outline = min(operand[0], _BODY)
    if outline is not None:
        add(properties, "outlineLvl", val=str(outline))
    if style is not None:
        add(properties, "pStyle", val=str(style))
    if listed:
        numbered = add(properties, "numPr")
        for tag, value in listed.items():
            add(numbered, tag, val=value)


def set_run(element: Element, told: Iterable[Change]) -> None:
    """Say in ``element`` how characters are set; of several changes to one thing the last holds."""
    said: dict[str, str] = {}
    for number, operand in told:
        if number in _SWITCHES:
            if operand[0] != _AS_STYLE:
                said[_SWITCHES[number]] = "1" if operand[0] else "0"
        elif number == _CHARACTER_STYLE:
            said["rStyle"] = str(unpack_from("<H", operand)[0])
        elif number == _UNDERLINED:
            said["u"] = "single" if operand[0] else "none"
    if said:
        properties = add(element, "rPr")
        for tag, value in said.items():
            add(properties, tag, val=value)


def style_sheet(table: bytes) -> Element:
    """Return the styles ([MS-DOC] 2.9.271); each has the number by which paragraphs call it for its id."""
    root = add(None, "styles")
    if len(table) < 6:
        return root
    head, count, fixed = unpack_from("<HHH", table)
    at = 2 + head
    for number in range(count):
        if at + 2 > len(table):
            break
        (length,) = unpack_from("<H", table, at)
        if length > fixed:
            _style(root, number, table[at + 2 : at + 2 + length], fixed)
        at += 2 + length
    return root


def _style(root: Element, number: int, told: bytes, fixed: int) -> None:
    """Add a style: its name, that on which it is based, and its changes."""
    own, kind, parts = unpack_from("<HHH", told)
    kind, based, own = kind & 0xF, kind >> 4, own & 0xFFF
    if kind not in _KINDS:
        return
    style = add(root, "style", type=_KINDS[kind], styleId=str(number), default="1" if own == 0 and kind == 1 else "0")
    (length,) = unpack_from("<H", told, fixed)
    at = fixed + 2 + 2 * length + 2
    name = told[fixed + 2 : at - 2].decode("utf-16-le", "replace")
    add(style, "name", val=_NAMES.get(own, shown(name)))
    if based != _NO_STYLE:
        add(style, "basedOn", val=str(based))
    for part in range(parts & 0xF):
        if at + 2 > len(told):
            break
        (length,) = unpack_from("<H", told, at)
        packed = told[at + 2 : at + 2 + length]
        at += 2 + length + length % 2
        if kind == 4 or (kind == 1 and part == 0):
            set_paragraph(style, changes(packed[2:]))
        else:
            set_run(style, changes(packed))
