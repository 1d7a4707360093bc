"""AsciiDoc: titles that open with equals signs, attributes above the text, lists of stars and points, tables of '|==='."""

from __future__ import annotations

import re

from minutes_parser.readers import text as plain
from minutes_parser.source import Source

SUFFIXES = (".adoc", ".asciidoc")
MEDIA_TYPE = "text/asciidoc"
LARGEST = 2_000_000

_LOOKED_AT = 30_000
"""Bytes of a document in which it shows its markup."""
_HEADING = re.compile(rb"^={1,6}[ \t]+[^\s=][^\n]{0,200}[^\s=][ \t]*\r?$", re.MULTILINE)
_BESIDE = re.compile(
    rb"^\|===|^:[\w-]{2,40}:(?:[ \t]|\r?$)|^\[[\w=\"',.%\# -]{2,80}\]\r?$|^\*{2,5} \S|^\.{1,5}[ ]?[A-Za-z]|https?://[^\s\[\]]{3,300}\[[^\]\n]{1,200}\]"
    rb"|^(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION): |^[^\s:|][^:\n]{0,60}::(?:[ \t]|\r?$)|(?:^|[ ])\*[^\s*][^*\n]{0,80}\*(?=[\s.,:;]|$)|^\* \S|<<[\w-]{1,60}[,>]|^(?:include|image)::",
    re.MULTILINE,
)
"""What stands beside its headings."""
_CLOSED = re.compile(rb"^(={1,6})[ \t]*[^\s=][^\n]{0,200}?[ \t]*\1[ \t]*\r?$", re.MULTILINE)
_FEWEST = 2


def recognises(data: bytes) -> bool:
    """Whether a text is in AsciiDoc: headings that no sign closes, beside another of its marks."""
    first = data[:_LOOKED_AT]
    if b"= " not in first or len(data) > LARGEST or b"\0" in first or _CLOSED.search(first):
        return False
    headings = len(_HEADING.findall(first))
    return headings >= _FEWEST and _BESIDE.search(first) is not None


def read(data: bytes, name: str) -> Source:
    """Read AsciiDoc; the numbers of the lines are those of the file."""
    from minutes_parser.readers.asciidoc.document import page

    text, encoding = plain.decode(data, name)
    return page(text).source(name, MEDIA_TYPE, encoding)
