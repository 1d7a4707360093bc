"""Documents that are zip archives of XML parts (Word, OpenDocument), read without trusting them.

Nothing is unpacked to disk, no name from the archive is used as a path, no entity is expanded and nothing is fetched.
"""

from __future__ import annotations

import codecs
import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING, TypeAlias

from minutes_parser.source import MinutesError

if TYPE_CHECKING:
    from lxml import etree

Element: TypeAlias = "etree._Element"
"""An element of an XML part."""

_MOST_BYTES = 200_000_000
_MOST_PARTS = 20_000
_WORST_RATIO = 200
_SMALL_BYTES = 10_000_000
"""A part below this size may be packed as tightly as it likes: blank pictures are."""

_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_STRICT = (
    b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
)
"""Word's "strict" files differ from the others in the names of their namespaces alone."""
_ENCODING = re.compile(r"<\?xml[^>]{0,200}?\sencoding\s*=\s*[\"']([\w.\-]{1,40})", re.IGNORECASE)

_ENCODINGS = ("utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "windows-1252")


class Archive:
    """An open document; ``name`` is what the user calls it."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open the archive; raise ``MinutesError`` where it is broken or unpacks to something huge."""
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError, EOFError) as error:
            raise self.broken() from error
        members = self._zip.infolist()
        packed_tight = any(
            m.file_size > _SMALL_BYTES and m.file_size > _WORST_RATIO * max(m.compress_size, 1) for m in members
        )
        if packed_tight or len(members) > _MOST_PARTS or sum(m.file_size for m in members) > _MOST_BYTES:
            raise MinutesError(f"{name}: unpacks to far more than a document holds; check where the file comes from")
        self.names = frozenset(m.filename for m in members)

    def broken(self) -> MinutesError:
        """Return the error for a document that is cut short or damaged."""
        return damaged(self.name)

    def part(self, path: str) -> bytes | None:
        """Return the bytes of a part, None where the archive has none of that name."""
        if path not in self.names:
            return None
        try:
            info = self._zip.getinfo(path)
            if info.flag_bits & 0x1:
                raise MinutesError(f"{self.name}: is password-protected; save a copy without password")
            with self._zip.open(info) as file:  # the declared size may lie, so never ask for more than it
                return file.read(info.file_size)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
            raise self.broken() from error

    def tree(self, path: str) -> Element | None:
        """Return the root element of an XML part, None where there is no such part."""
        data = self.part(path)
        if data is None:
            return None
        return parse_xml(data, self.name)


def parse_xml(data: bytes, name: str) -> Element:
    """Return the root element of XML; raise ``MinutesError`` where it is damaged or declares entities."""
    from lxml import etree  # which formats there are is asked without reading any

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        data = _as_utf8(data)
        if _DECLARES.search(data):
            raise MinutesError(f"{name}: its XML declares entities, as no document does; check where it comes from")
        root: Element = etree.fromstring(data.replace(*_STRICT), parser)
        return root
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(name) from error


def damaged(name: str) -> MinutesError:
    """Return the error for a document that is cut short or damaged."""
    return MinutesError(f"{name}: the file is damaged or cut short; open and save it again, or fetch it anew")


def _as_utf8(data: bytes) -> bytes:
    """Return XML in UTF-8, so that no other encoding hides a declaration from the check; ``ValueError`` where it cannot be."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = data.decode("utf-16", "replace")
        return (text.partition("?>")[2] if text.startswith("<?xml") else text).encode()
    data = data.removeprefix(codecs.BOM_UTF8).lstrip()
    named = _ENCODING.match(data[:300].decode("latin-1"))
    if not data.startswith(b"<") or b"\0" in data[:100] or (named and named[1].lower() not in _ENCODINGS):
        raise ValueError("not XML in an encoding that documents use")
    return data
