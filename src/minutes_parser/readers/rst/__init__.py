"""reStructuredText: underlined titles, fields, directives, tables in plain characters."""

from __future__ import annotations

import re

from minutes_parser.readers import text as plain
from minutes_parser.source import Source

SUFFIXES = (".rst", ".rest", ".restx")
MEDIA_TYPE = "text/x-rst"
LARGEST = 2_000_000

_LOOKED_AT = 30_000
"""Bytes of a document in which it shows its markup."""
_UNDERLINED = re.compile(rb"^[^\s=~^\"'`#*+-][^\n]{2,200}\n([=~^\"'`#*+-])\1{2,200}[ \t]*\r?$", re.MULTILINE)
_TICKS = re.compile(rb"^[^\s=~^\"'`#*+-][^\n]{2,200}\n([~^\"'`#*+])\1{4,200}[ \t]*\r?$", re.MULTILINE)
_SIGNS = re.compile(
    rb"^\.\. (?:[\w-]{2,40}::|_[^:\n]{1,100}:|\[[\w#*]{1,20}\] |\|)|`[^`\n<>]{1,200} <[^<>\n]{3,300}>`__?|``[^`\n]{1,100}``"
    rb"|^[ \t]*\#\. \S|^\+-{2,}[-+]*\+\r?$|^={2,} {1,4}={2,}[= ]*\r?$|`[^`\n]{1,100}`_\b|:[a-z]{2,12}:`[^`\n]{1,200}`",
    re.MULTILINE,
)
"""What hardly stands in another markup, nor in plain text."""
_CERTAIN = re.compile(
    rb"^\.\. (?:[\w-]{2,40}::|_[^:\n]{1,100}:)|`[^`\n<>]{1,200} <https?:[^<>\n]{3,300}>`__?", re.MULTILINE
)
_FIELD = re.compile(rb"^:[A-Z][\w ()/-]{1,40}:[ \t]+\S", re.MULTILINE)
_BOLD = re.compile(rb"\*\*[^\s*][^*\n]{0,80}\*\*")
_MARKDOWN = re.compile(rb"^#{1,6} \S|\]\((?:https?://|/|#)|^```", re.MULTILINE)
_FEWEST = 2


def recognises(data: bytes) -> bool:
    """Whether a text is in reStructuredText: underlined titles beside what no other markup has, or its fields."""
    first = data[:_LOOKED_AT]
    if (
        len(data) > LARGEST
        or b"\0" in first
        or not (b"==" in first or b"--" in first or b"~~" in first or b".. " in first)
    ):
        return False
    if _UNDERLINED.search(first) is None:
        return len(_CERTAIN.findall(first)) >= _FEWEST and _MARKDOWN.search(first) is None
    if _SIGNS.search(first) or len(_FIELD.findall(first)) >= _FEWEST:
        return _MARKDOWN.search(first) is None
    return _TICKS.search(first) is not None and _BOLD.search(first) is not None and _MARKDOWN.search(first) is None


def read(data: bytes, name: str) -> Source:
    """Read reStructuredText; the numbers of the lines are those of the file."""
    from minutes_parser.readers.rst.document import page

    text, encoding = plain.decode(data, name)
    return page(text).source(name, MEDIA_TYPE, encoding)
