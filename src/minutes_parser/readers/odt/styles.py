"""The styles of an OpenDocument text: what a paragraph or a span of text inherits."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from minutes_parser.readers.archive import Element

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
FORMAT = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
"""Namespaces of the elements and attributes."""

_BOLD = re.compile(r"bold|[6-9]00")
_TITLES = ("Title", "Subtitle")
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Look:
    """What a style gives; None for what it leaves to the style around it."""

    bold: bool | None = None
    italic: bool | None = None
    struck: bool | None = None
    hidden: bool | None = None
    title: bool = False


class Styles:
    """The styles of a document, by family and name."""

    def __init__(self, roots: Iterable[Element]) -> None:
        """Take the roots of the parts that define styles."""
        self._elements: dict[tuple[str, str], Element] = {}
        self._looks: dict[tuple[str, str], Look] = {}
        for root in roots:
            for style in root.iter(f"{STYLE}style"):
                self._elements[style.get(f"{STYLE}family") or "", style.get(f"{STYLE}name") or ""] = style

    def look(self, family: str, name: str | None, depth: int = 0) -> Look:
        """Return the look of a style with all that it inherits."""
        key = family, name or ""
        if key not in self._looks:
            style = self._elements.get(key)
            if style is None or depth > _DEEPEST:
                return Look(title=name in _TITLES)
            self._looks[key] = Look()  # a style that inherits from itself ends here
            parent = self.look(family, style.get(f"{STYLE}parent-style-name"), depth + 1)
            self._looks[key] = over(parent, _own(style, key[1]))
        return self._looks[key]


def _own(style: Element, name: str) -> Look:
    """Return what a style itself says."""
    title = name in _TITLES
    text = style.find(f"{STYLE}text-properties")
    if text is None:
        return Look(title=title)
    weight, slope = text.get(f"{FORMAT}font-weight"), text.get(f"{FORMAT}font-style")
    struck = text.get(f"{STYLE}text-line-through-style") or text.get(f"{STYLE}text-line-through-type")
    shown = text.get(f"{TEXT}display")
    lined = text.get(f"{STYLE}text-underline-style") or "none"
    stressed = lined != "none" and "internet" not in name.lower() and "link" not in name.lower()
    return Look(
        True if stressed else None if weight is None else bool(_BOLD.fullmatch(weight)),
        None if slope is None else slope in ("italic", "oblique"),
        None if struck is None else struck != "none",
        None if shown is None else shown == "none",
        title,
    )


def over(base: Look, own: Look) -> Look:
    """Return ``base`` with what ``own`` says instead."""
    return Look(
        base.bold if own.bold is None else own.bold,
        base.italic if own.italic is None else own.italic,
        base.struck if own.struck is None else own.struck,
        base.hidden if own.hidden is None else own.hidden,
        base.title or own.title,
    )
