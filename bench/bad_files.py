"""Files that cannot be read, one of each kind that archives hold, for the poisoned archive of the tests and of
``make bench-archive``. Each is made here, the same each time.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from docx import Document

OFFICE = Path(__file__).parents[1] / "fixtures" / "readers"
_OLD_CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%b">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b"]>"
)
"""Ten to the tenth letters, for a reader that expands entities."""


def bad_files() -> Mapping[str, bytes]:
    """Return the content of a file of each kind by its name; none of them can be read as minutes."""
    return {name: make() for name, make in _KINDS.items()}


def _word() -> bytes:
    saved, document = io.BytesIO(), Document()
    document.add_paragraph("Minutes of the Gates Committee, held on 9 January 2024")
    document.save(saved)
    return saved.getvalue()


def _word_with(document: bytes) -> bytes:
    """Return a Word file with other XML as its text."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_word())) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as changed:
        for name in parts.namelist():
            changed.writestr(name, document if name == "word/document.xml" else parts.read(name))
    return out.getvalue()


def _open_document(content: bytes, manifest: bytes = b"<manifest/>") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        packed.writestr("content.xml", content)
        packed.writestr("META-INF/manifest.xml", manifest)
    return out.getvalue()


def _pdf(trailer: bytes = b"") -> bytes:
    """Return a PDF of one page with no letter on it, as a scanner without text recognition leaves."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
        b"<< /Filter /Standard /V 1 /R 2 /O <%b> /U <%b> /P -4 >>" % (b"a5" * 32, b"5a" * 32),
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return b"%bxref\n0 5\n0000000000 65535 f \n%btrailer << /Size 5 /Root 1 0 R %b >>\nstartxref\n%d\n%%%%EOF\n" % (
        out, table, trailer, len(out),
    )  # fmt: skip


_KINDS: Mapping[str, Callable[[], bytes]] = {
    "empty.txt": lambda: b"",
    "binary.txt": lambda: bytes(range(256)) * 4,
    "nothing.html": lambda: b"<!DOCTYPE html><html><body><script>1</script></body></html>",
    "cut.docx": lambda: _word()[:4000],
    "entities.docx": lambda: _word_with(_ENTITIES + b"<d>&j;</d>"),
    "bomb.docx": lambda: _word_with(b"<d>" + b" " * 400_000_000 + b"</d>"),
    "no-word-file.docx": lambda: _open_document(b"<x/>")[:40],
    "protected.docx": lambda: _OLD_CONTAINER + "EncryptedPackage".encode("utf-16-le") + bytes(2000),
    "cut.odt": lambda: (OFFICE / "quay.odt").read_bytes()[:3000],
    "entities.odt": lambda: _open_document(_ENTITIES + b"<d>&j;</d>"),
    "protected.odt": lambda: _open_document(b"\x01\x02", b"<manifest><encryption-data/></manifest>"),
    "cut.doc": lambda: (OFFICE / "quay.doc").read_bytes()[:1500],
    "cut.rtf": lambda: (OFFICE / "quay.rtf").read_bytes()[:200],
    "nested.rtf": lambda: b"{\\rtf1 " + b"{" * 200_000,
    "cut.pdf": lambda: _pdf()[:60],
    "scanned.pdf": lambda: _pdf(),
    "protected.pdf": lambda: _pdf(b"/Encrypt 4 0 R /ID [<aa> <bb>]"),
}
