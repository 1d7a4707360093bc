"""Marks within a line, as HTML: what stands between them is bold, in italics or struck out, and an address is left out.

The marks of a markup are one pattern, whose groups are named by what they hold (``bold``, ``italic2``): ``bold``, ``italic``
and ``struck`` set it so, ``plain`` shows it without its marks, ``code`` shows it as it stands, ``note`` is a footnote, ``box``
a box of a task, ticked where it holds an x, a star or a stroke, ``break`` ends a line. What matches without a group is not shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable

Marks = re.Pattern[str]
Noted = Callable[[str], str]
"""Keeps the text of a footnote, and returns what refers to it."""

_TAGS = {"bold": "b", "italic": "i", "struck": "s"}
_DEEPEST = 4
"""Marks within one another that are read."""
_AMPERSAND = re.compile(r"&(?!#?\w{1,20};)")
KNOWN = (
    "a|abbr|b|big|blockquote|br|center|cite|code|dd|del|div|dl|dt|em|font|h[1-6]|hr|i|ins|kbd|li|ol|p|pre|q|s|small|span"
    "|strike|strong|sub|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul"
)
"""Tags of HTML that people write between the marks; what else stands in angles is text, such as an address."""
_ANGLE = re.compile(rf"<(?!/?(?:{KNOWN})(?:\s[^<>]{{0,400}})?/?>)")


def escaped(text: str) -> str:
    """Return text for HTML, in which entities and tags that people write between the marks stay what they are."""
    if "&" in text:
        text = _AMPERSAND.sub("&amp;", text)
    return _ANGLE.sub("&lt;", text) if "<" in text else text


def literal(text: str) -> str:
    """Return text for HTML that is shown as it stands."""
    return text.replace("&", "&amp;").replace("<", "&lt;")


def to_html(text: str, marks: Marks, noted: Noted | None = None, depth: int = 0) -> str:
    """Return the HTML of a text with such marks."""
    parts, at = [], 0
    for found in marks.finditer(text):
        parts.append(escaped(text[at : found.start()]))
        at = found.end()
        if found.lastgroup is None:
            continue
        name, inner = found.lastgroup.rstrip("0123456789"), found[found.lastgroup]
        if name == "code":
            parts.append(literal(inner))
        elif name == "note":
            parts.append(noted(inner) if noted else "")
        elif name == "break":
            parts.append("<br>")
        elif name == "box":
            parts.append("[x] " if inner.lower() in ("x", "*", "/") else "[ ] ")
        else:
            shown = to_html(inner, marks, noted, depth + 1) if depth < _DEEPEST else escaped(inner)
            tag = _TAGS.get(name)
            parts.append(f"<{tag}>{shown}</{tag}>" if tag else shown)
    return "".join(parts) + escaped(text[at:]) if parts else escaped(text)
