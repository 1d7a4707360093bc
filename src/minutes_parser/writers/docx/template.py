"""A body's own Word file as a template: its styles, its page, its header and footer."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from docx import Document
from docx.document import Document as Docx

from minutes_parser.readers.archive import Archive
from minutes_parser.source import MinutesError

_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How the containers begin that hold .doc files and encrypted ones ([MS-CFB] 2.2)."""
_TYPES = "[Content_Types].xml"
_XML = (".xml", ".rels")


def opened(path: Path) -> Docx:
    """Return the template as a document; raise ``MinutesError`` for what is none, or holds macros."""
    name = path.name
    try:
        data = path.read_bytes()
    except OSError as error:
        raise MinutesError(f"{name}: cannot be read as a template ({error.strerror}); check its name") from error
    if data.startswith(_OLD):
        raise MinutesError(f"{name}: is an old Word file, or protected by a password; save it as .docx without one")
    archive = Archive(data, name)
    if any(part.endswith("vbaProject.bin") for part in archive.names):
        raise MinutesError(f"{name}: holds macros, which no template needs; save it as .docx or .dotx")
    if archive.tree("word/document.xml") is None or archive.tree("word/styles.xml") is None:
        raise MinutesError(f"{name}: is no Word document with styles; save it as .docx and give that")
    for part in archive.names:
        if part.endswith(_XML):
            archive.tree(part)  # refuses what is damaged, and entities
    try:
        document: Docx = Document(_as_document(data))
    except Exception as error:  # python-docx raises what its many parts raise
        raise MinutesError(
            f"{name}: cannot be used as a template; open it in Word and save it again as .docx"
        ) from error
    return document


def _as_document(data: bytes) -> io.BytesIO:
    """Return the file with a template (.dotx) declared as the document that it otherwise is."""
    copied = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as parts, zipfile.ZipFile(copied, "w") as archive:
        for name in parts.namelist():
            content = parts.read(name)
            archive.writestr(name, content.replace(_TEMPLATE, _MAIN) if name == _TYPES else content)
    copied.seek(0)
    return copied
