"""HTML: the visible text of a page; its menus, banners and forms are furniture."""

from __future__ import annotations

import codecs
import re

from minutes_parser.readers import text as plain
from minutes_parser.readers.composer import Composer
from minutes_parser.source import MinutesError, Source

SUFFIXES = (".html", ".htm", ".xhtml")
MEDIA_TYPE = "text/html"
LARGEST = 50_000_000

_OPENING = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|(?:html|head|body)[\s>])", re.I | re.S
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.I)


def recognises(data: bytes) -> bool:
    """Whether the data begins as a page of HTML does."""
    return bool(_OPENING.match(data.removeprefix(codecs.BOM_UTF8)[:4000]))


def decode(data: bytes, name: str) -> tuple[str, str]:
    """Return the text and its encoding: as declared in the page, else as of plain text."""
    declared = _CHARSET.search(data, 0, 4000)
    if declared and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = declared[1].decode("ascii")
        try:
            if (codec := codecs.lookup(encoding)).name not in ("utf-8", "iso8859-1", "ascii"):
                return data.decode(codec.name), codec.name
        except (LookupError, UnicodeDecodeError):
            pass
    return plain.decode(data, name)


def read(data: bytes, name: str) -> Source:
    """Read a page of HTML or a part of one."""
    from minutes_parser.readers.flow import write
    from minutes_parser.readers.html.page import flow

    page, encoding = decode(data, name)
    paragraphs = flow(page, name)
    if not paragraphs:
        raise MinutesError(f"{name}: no visible text in the page; save it as shown in the browser")
    composer = Composer()
    write(paragraphs, composer)
    return plain.noted(plain.unboxed(composer.source(name, MEDIA_TYPE, encoding)))
