"""Org mode: headings of stars, tasks, check boxes, tables, keywords above the text."""

from __future__ import annotations

import re

from minutes_parser.readers import text as plain
from minutes_parser.source import Source

SUFFIXES = (".org",)
MEDIA_TYPE = "text/org"
LARGEST = 2_000_000

_LOOKED_AT = 30_000
"""Bytes of a document in which it shows its markup."""
_HEADING = re.compile(rb"^\*{1,6} \S", re.MULTILINE)
_OUTER = re.compile(rb"^\* \S", re.MULTILINE)
_INNER = re.compile(rb"^\*{2,6} \S", re.MULTILINE)
_KEYWORD = re.compile(rb"^#\+[A-Za-z][\w-]{2,30}(?::|[ \t]*\r?$)|^[ \t]{0,8}:(?:PROPERTIES|LOGBOOK):", re.MULTILINE)
_BESIDE = re.compile(
    rb"^\*{1,6} (?:TODO|DONE|NEXT|WAITING|CANCELLED) |^[ \t]*[-+] \[[ Xx-]\] |^[ \t]*\|-{2,}\+|\]\[[^\[\]\n]{1,200}\]\]"
    rb"|<\d{4}-\d\d-\d\d [A-Z][a-z]{1,2}|^[ \t]*(?:DEADLINE|SCHEDULED): <|^\*{1,6} [^\n]{1,200}[ \t]:[\w@:]{2,40}:\r?$",
    re.MULTILINE,
)
_DASHED = re.compile(rb"^[ \t]*[-+] \S", re.MULTILINE)
_OTHER = re.compile(
    rb"^={1,6}[ \t]*\S|^h[1-6](?:\.[ \t]|[({])|^---\+|^#{1,6} \S|\*\*[^\s*][^*\n]{0,80}\*\*", re.MULTILINE
)
"""What stands in other markups, in which stars are bullets."""
_FEWEST = 2


def recognises(data: bytes) -> bool:
    """Whether a text is in Org mode: headings of stars beside what no other markup has, or above lists of hyphens."""
    if b"*" not in data[:_LOOKED_AT] and b"#+" not in data[:_LOOKED_AT]:
        return False
    first = data[:_LOOKED_AT]
    if len(data) > LARGEST or b"\0" in first or _HEADING.search(first) is None:
        return False
    if len(_KEYWORD.findall(first)) >= _FEWEST or (_KEYWORD.match(first) and not _OTHER.search(first)):
        return True
    if not (_OUTER.search(first) and _INNER.search(first)) or _OTHER.search(first):
        return False
    return _BESIDE.search(first) is not None or len(_DASHED.findall(first)) >= _FEWEST


def read(data: bytes, name: str) -> Source:
    """Read Org mode; the numbers of the lines are those of the file."""
    from minutes_parser.readers.org.document import page

    text, encoding = plain.decode(data, name)
    return page(text).source(name, MEDIA_TYPE, encoding)
