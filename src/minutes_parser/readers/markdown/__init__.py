"""Markdown: CommonMark with tables, strikethrough, task lists, front matter and HTML in between."""

from __future__ import annotations

import re

from minutes_parser.readers import text as plain
from minutes_parser.readers.composer import Composer
from minutes_parser.source import Source

SUFFIXES = (".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd", ".rmd")
MEDIA_TYPE = "text/markdown"
LARGEST = 4_000_000

_FENCES = ("---", "+++")
_LONGEST_FRONT = 400
_FEWEST_KEYS = 3
_PLAIN_KEY = re.compile(r"[a-z_]{2,20}:(?:\s|$)")
_TWICE = re.compile(r"^(#{1,6}) #{1,6} ", re.MULTILINE)
"""A heading marked by the program that exported it and by who wrote it: '# ## Welcome'."""
_GLUED = re.compile(r"(\A|\n[ \t]*\n)(#{2,6}(?=[A-Z0-9*])|#(?=[A-Z]|\d{1,2}[.)][ ]?[A-Z]))(?=[^#\n]{3,150}#*(?:\n|\Z))")
"""The marks of a heading without the space behind them, which not every program asks for: '##Welcome'."""
_FIRM = re.compile(rf"(?<=\S)[ ]*[{plain.SPACES}][{plain.SPACES} ]*")
"""Spaces that do not break, as word processors leave them behind marks and numbers: no mark is one with them behind it."""
_DEFINITION = re.compile(r"^([ ]{0,8}):(?=(?:[ ]{1,3}|\t)\S)", re.MULTILINE)
"""What a definition list or a wiki sets off by a colon; here an item like any other."""
_BULLET = re.compile(r"^([ \t]*)[•◦▪●○■‣⁃·\uf0b7\uf0a7](?=[ \t]+\S)", re.MULTILINE)
"""Bullets as word processors draw them, which Markdown does not know; here items like any other."""
_STAMP = re.compile(r"(?:slug|tags|layout|permalink|category|categories|draft):")
"""A key of front matter, which may stand without fences."""
_KEY = re.compile(r"\s|[\w .-]{1,60}[:=]|[-#\]}\[]|$")


_SIGNS = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (rb"^#{1,6}[ \t]+[^\s#]", rb"\]\((?:https?://|/|\.|#|mailto:)", rb"^[ \t]*(?:\d{1,3}|[a-z])\\[.)]")
)
"""Headings, links and numbers whose stop is no mark: what hardly stands in a text that is not Markdown."""
_FRONT = re.compile(rb"---\r?\n[a-z_]{2,20}:")
_PAGE = re.compile(rb"(?i)<(?:!doctype|html|head|body)\b")
_FEWEST_SIGNS = 2
_LOOKED_AT = 30_000
"""Bytes of a document in which it shows whether it is Markdown."""


def recognises(data: bytes) -> bool:
    """Whether a text is Markdown, whatever its suffix says: front matter in fences, or several of one of its signs."""
    first = data[:_LOOKED_AT]
    if len(data) > LARGEST or b"\0" in first or _PAGE.search(first):
        return False
    return _FRONT.match(first) is not None or any(len(sign.findall(first)) >= _FEWEST_SIGNS for sign in _SIGNS)


def read(data: bytes, name: str) -> Source:
    """Read Markdown; the numbers of the lines are those of the file."""
    from minutes_parser.readers.flow import write
    from minutes_parser.readers.html.page import flow
    from minutes_parser.readers.markdown import attributes
    from minutes_parser.readers.markdown.commonmark import to_html
    from minutes_parser.readers.markdown.links import without_marks

    document, encoding = plain.decode(data, name)
    front, body = _front_matter(document.replace("\r\n", "\n").replace("\r", "\n"))
    if not body.isascii():
        body = _BULLET.sub(r"\1-", _FIRM.sub(" ", body))
    if "\n#" in body or body[:1] == "#":
        body = _GLUED.sub(r"\1\2 ", _TWICE.sub(r"\1 ", body))
    if "}" in body or ":::" in body:
        body = attributes.without(body)
    composer = Composer()
    composer.number = 2
    composer.metadata(front)
    write(flow(to_html(_DEFINITION.sub(r"\1-", without_marks(body))), name), composer)
    return plain.noted(plain.unboxed(composer.source(name, MEDIA_TYPE, encoding)))


def _unfenced(document: str, lines: list[str]) -> tuple[str, str]:
    """Return keys that stand above the document without fences, as some publishing tools have them."""
    close = next((index for index, line in enumerate(lines) if not line.strip()), 0)
    inside = lines[:close]
    if close < _FEWEST_KEYS or not all(_PLAIN_KEY.match(line) for line in inside) or not any(map(_STAMP.match, inside)):
        return "", document
    return "\n".join(inside), "\n" * close + "\n".join(lines[close:])


def _front_matter(document: str) -> tuple[str, str]:
    """Return the YAML or TOML before the document, and the document with those lines left empty."""
    lines = document.split("\n", _LONGEST_FRONT)
    fence = lines[0].rstrip()
    if fence not in _FENCES:
        return _unfenced(document, lines)
    ends = ("---", "...") if fence == "---" else (fence,)
    close = next((index for index, line in enumerate(lines[1:_LONGEST_FRONT], 1) if line.rstrip() in ends), 0)
    inside = lines[1:close]
    if not close or not all(_KEY.match(line) for line in inside) or not "".join(inside[:1]).strip():
        return "", document
    return "\n".join(inside), "\n" * (close + 1) + "\n".join(lines[close + 1 :])
