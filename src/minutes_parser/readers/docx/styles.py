"""Word's styles: what a paragraph or a run of text inherits."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from minutes_parser.readers.archive import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The namespace of nearly all of a Word document's elements."""

_HEADING = re.compile(r"heading ([1-9])")
_CONTENTS = re.compile(r"toc \d|table of figures|index \d")
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Look:
    """What a style gives; None for what it leaves to the style that it is based on."""

    bold: bool | None = None
    italic: bool | None = None
    struck: bool | None = None
    hidden: bool | None = None
    level: int | None = None
    """Heading level, 1 to 6; 0 for text."""
    list_id: str | None = None
    list_level: int | None = None
    title: bool = False
    contents: bool = False
    """A line of a table of contents."""


class Styles:
    """The styles of a document, by their ids."""

    def __init__(self, root: Element | None) -> None:
        """Take the root of ``styles.xml``; a document without one has no styles."""
        self._elements: dict[str, Element] = {}
        self._looks: dict[str, Look] = {}
        self._default = ""
        for style in root.iter(f"{W}style") if root is not None else ():
            name = style.get(f"{W}styleId") or ""
            self._elements[name] = style
            if style.get(f"{W}type") == "paragraph" and is_on(style.get(f"{W}default"), absent=False):
                self._default = name

    def paragraph(self, properties: Element | None) -> Look:
        """Return the look of a paragraph from its ``w:pPr``: its style, changed by what it says itself."""
        named = value(properties, "pStyle") if properties is not None else None
        style = self._look(named if named in self._elements else self._default)
        if properties is None:
            return style
        own = _own(properties, None)
        return _over(style, own)

    def run(self, properties: Element | None, base: Look) -> Look:
        """Return the look of a run from its ``w:rPr`` within a paragraph that looks like ``base``."""
        if properties is None:
            return base
        named = value(properties, "rStyle")
        if named in self._elements:
            base = _over(base, self._look(named or ""))
        return _over(base, _own(None, properties))

    def list_of(self, name: str) -> str | None:
        """Return the id of the list that a numbering style stands for."""
        return self._look(name).list_id

    def _look(self, name: str, depth: int = 0) -> Look:
        if name not in self._looks:
            style = self._elements.get(name)
            if style is None or depth > _DEEPEST:
                return Look()
            self._looks[name] = Look()  # a style that is based on itself ends here
            based_on = self._look(value(style, "basedOn") or "", depth + 1)
            self._looks[name] = _over(replace(based_on, title=False, contents=False), _of_style(style))
        return self._looks[name]


def _of_style(style: Element) -> Look:
    """Return what a style itself says."""
    name = (value(style, "name") or "").lower()
    look = _own(style.find(f"{W}pPr"), style.find(f"{W}rPr"))
    if heading := _HEADING.fullmatch(name):
        look = replace(look, level=min(int(heading[1]), 6))
    if "hyperlink" in name or name == "internet link":
        look = replace(look, bold=None)  # underlined for another reason
    return replace(look, title=name in ("title", "subtitle"), contents=bool(_CONTENTS.fullmatch(name)))


def _own(paragraph: Element | None, run: Element | None) -> Look:
    """Return what the properties of a paragraph and of a run say themselves."""
    level = list_id = list_level = None
    if paragraph is not None:
        outline = whole(value(paragraph, "outlineLvl"))
        level = None if outline is None else outline + 1 if outline < 6 else 0
        numbered = paragraph.find(f"{W}numPr")
        if numbered is not None:
            list_id, list_level = value(numbered, "numId"), whole(value(numbered, "ilvl"))
    if run is None:
        return Look(level=level, list_id=list_id, list_level=list_level)
    struck = _switch(run, "strike")
    return Look(
        _emphatic(run), _switch(run, "i"), _switch(run, "dstrike") if struck is None else struck, _switch(run, "vanish"),
        level, list_id, list_level,
    )  # fmt: skip


def _emphatic(run: Element) -> bool | None:
    """Return whether a run is set in bold, or in what stands for it: underlined, or in capitals of either size."""
    lined = value(run, "u")
    if (lined and lined != "none") or _switch(run, "caps") or _switch(run, "smallCaps"):
        return True
    return _switch(run, "b")


def _over(base: Look, own: Look) -> Look:
    """Return ``base`` with what ``own`` says instead."""
    return Look(
        base.bold if own.bold is None else own.bold,
        base.italic if own.italic is None else own.italic,
        base.struck if own.struck is None else own.struck,
        base.hidden if own.hidden is None else own.hidden,
        base.level if own.level is None else own.level,
        base.list_id if own.list_id is None else own.list_id,
        base.list_level if own.list_level is None else own.list_level,
        base.title or own.title,
        base.contents or own.contents,
    )


def value(parent: Element, tag: str) -> str | None:
    """Return the ``w:val`` of a child element, None without the child."""
    child = parent.find(W + tag)
    return None if child is None else child.get(f"{W}val")


def style_of(properties: Element | None) -> str:
    """Return the style that a ``w:pPr`` names, '' for none."""
    return (value(properties, "pStyle") if properties is not None else None) or ""


def whole(words: str | None) -> int | None:
    """Return an attribute as a whole number, None where it is none."""
    return int(words) if words and re.fullmatch(r"\d{1,9}", words) else None


def is_on(words: str | None, *, absent: bool = True) -> bool:
    """Return an on-off attribute; it is ``absent`` where it is not given."""
    return absent if words is None else words not in ("0", "false", "off", "none")


def _switch(parent: Element, tag: str) -> bool | None:
    child = parent.find(W + tag)
    return None if child is None else is_on(child.get(f"{W}val"))
