"""Headings of a page: those called so, titles that fold and unfold what stands below them, and what only a program for
reading aloud takes for headings.
"""

from __future__ import annotations

import re
from typing import Any

from minutes_parser.readers.html.numbering import integer

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
LEVEL = 6
_FOLDS = re.compile(
    r"\b(?:accordion|collapse|toggle|expander)[-_]?(?:\w{0,12}[-_])?(?:title|toggle|button|head(?:er|ing)?|trigger)\b|\baccordion-toggle\b",
    re.I,
)
_CONTROLS = frozenset(("a", "button", "summary", "dt", "div", "span"))


def folds(element: Any) -> int:
    """Return the level of the heading that an element is without being called one, 0 where it is none."""
    tag = element.tag
    if tag == "summary":
        return LEVEL
    if element.get("role") == "heading":
        return min(max(integer(element.get("aria-level"), LEVEL), 1), LEVEL)
    if tag not in _CONTROLS:
        return 0
    toggles = element.get("data-toggle") or element.get("data-bs-toggle")
    if toggles == "collapse":
        return LEVEL
    if tag == "button" and element.get("aria-expanded") is not None and element.get("aria-controls"):
        return LEVEL
    return LEVEL if _FOLDS.search(element.get("class") or "") else 0


def begins_with_heading(item: Any) -> bool:
    """Whether the first thing in a list item is a heading."""
    element = item
    for _ in range(4):
        if (element.text or "").strip() or not len(element):
            return False
        element = element[0]
        if element.tag in HEADINGS:
            return True
        if element.tag not in ("div", "header", "section", "article", "a"):
            return False
    return False
