"""The record as a Word document: title, attendance list, business under real headings, registers of what came of it.

What stands on the page is all there is: the same record is read from it again, see ``minutes_parser.page``.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from pathlib import Path

from minutes_parser.models import Minutes
from minutes_parser.rules import Finding

SUFFIXES = (".docx",)
WANTS_TEXT = True


def write(minutes: Minutes, *, template: Path | None = None, comments: Sequence[Finding] = ()) -> bytes:
    """Return the record as a Word document, the same bytes for equal records.

    ``template`` is a Word file whose styles and page it takes, without its text; styles that it lacks are added.
    ``comments`` are findings of checks, each shown as a comment at its place. Raises ``MinutesError`` for a template
    that cannot be used.
    """
    document = importlib.import_module(f"{__name__}.document")  # python-docx is loaded only by the first document
    written: bytes = document.written(minutes, template, comments)
    return written
