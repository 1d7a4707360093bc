"""PDF: lines in reading order, tables by their rules, running heads set aside.

The text of a page is put together from the places of its words: paragraphs by gaps and edges, the rows of a ruled table
as rows. A table whose cells hold whole paragraphs is read as running text: number and title of an item on a line of
their own, then the paragraphs, each with whatever stands beside it in a column for actions behind a tab. Pages of
images without text are not read.
"""

from __future__ import annotations

import importlib

from minutes_parser.source import Source

SUFFIXES = (".pdf",)
MEDIA_TYPE = "application/pdf"
LARGEST = 500_000_000


def recognises(data: bytes) -> bool:
    """Whether the document begins as a PDF does; some have a few bytes in front."""
    return data[:1024].lstrip().startswith(b"%PDF-")


def read(data: bytes, name: str) -> Source:
    """Read a PDF; raise ``MinutesError`` for one that is encrypted, broken, too long or without text."""
    document = importlib.import_module(f"{__name__}.document")  # PDFium is loaded only for a PDF
    source: Source = document.read_document(data, name, MEDIA_TYPE)
    return source
