"""Word documents: paragraphs, lists with their numbers as shown, tables, with tracked changes as accepted.

Notes stand at the end of the section that refers to them, headers and footers as furniture before and behind the text.
Comments are left out, macros are never looked at.
"""

from __future__ import annotations

import importlib

from minutes_parser.source import Source

SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LARGEST = 200_000_000


def recognises(data: bytes) -> bool:
    """Whether the bytes are a zip archive that names a part of a Word document."""
    return data.startswith(b"PK\x03\x04") and (b"word/" in data[:4096] or b"word/document" in data)


def read(data: bytes, name: str) -> Source:
    """Read a Word document; raise ``MinutesError`` for one that is damaged, protected or unpacks to too much."""
    document = importlib.import_module(f"{__name__}.document")  # lxml is loaded only for a document that needs it
    source: Source = document.read_document(data, name, MEDIA_TYPE)
    return source
