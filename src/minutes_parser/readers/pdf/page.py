"""What PDFium knows of a page: its words with their places, and the lines that are ruled on it.

All places are in points, as the page is shown: x to the right, y upwards.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium

from minutes_parser.readers.pdf.bombs import unpacks_to_too_much
from minutes_parser.readers.pdf.rules import Rule, drawn
from minutes_parser.readers.pdf.words import TURNS, Word, Words
from minutes_parser.source import MinutesError

MAX_PAGES = 2_000
MAX_CHARACTERS = 20_000_000


@dataclass(frozen=True, slots=True)
class Page:
    """A page; ``number`` counts from 1."""

    number: int
    words: list[Word]
    rules: list[Rule]
    dots: list[tuple[float, float]]
    """Middles of small round or square marks, as browsers draw bullets."""


def pages(data: bytes, name: str) -> Iterator[Page]:
    """Yield the pages of a document; raise ``MinutesError`` for what cannot be read."""
    document = _open(data, name)
    try:
        if len(document) > MAX_PAGES:
            raise MinutesError(f"{name}: has {len(document)} pages; give at most {MAX_PAGES} pages at a time")
        fonts: dict[bytes, bool] = {}
        left = MAX_CHARACTERS
        for index in range(len(document)):
            page, characters = _page(document, index, name, fonts, left)
            left -= characters
            yield page
    finally:
        document.close()


def _open(data: bytes, name: str) -> pdfium.PdfDocument:
    if unpacks_to_too_much(data):
        raise MinutesError(f"{name}: unpacks to far more than a document holds; check where the file comes from")
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise MinutesError(f"{name}: is encrypted; remove the password and try again") from None
        raise MinutesError(f"{name}: is broken or cut short; get a whole copy of the PDF") from None


def _page(document: pdfium.PdfDocument, index: int, name: str, fonts: dict[bytes, bool], left: int) -> tuple[Page, int]:
    """Return a page, and how many characters it holds, which must not be more than ``left``."""
    try:
        page = document[index]
    except pdfium.PdfiumError:
        raise MinutesError(f"{name}: page {index + 1} is broken; get a whole copy of the PDF") from None
    try:
        turn = page.get_rotation() // 90 % 4
        text = page.get_textpage()
        try:
            characters = text.count_chars()
            if characters > left:
                raise MinutesError(
                    f"{name}: holds more than {MAX_CHARACTERS:,} characters; split it into smaller files"
                )
            words = Words(text, turn, fonts).read()
        finally:
            text.close()
        return Page(index + 1, words, *drawn(page, TURNS[turn])), characters
    except pdfium.PdfiumError:
        raise MinutesError(f"{name}: page {index + 1} is broken; get a whole copy of the PDF") from None
    finally:
        page.close()
