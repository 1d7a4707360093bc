"""One page for reviewing a record: the text with all that was found marked in its place, and the record beside it."""

from __future__ import annotations

from minutes_parser.models import Minutes

SUFFIXES = (".html", ".htm")
WANTS_TEXT = True


def write(minutes: Minutes) -> bytes:
    """Return the page as UTF-8: whole in itself, it asks for nothing from elsewhere, and no text of the minutes can run.

    A record without its text shows what its sections hold instead, and says so.
    """
    from minutes_parser.writers.html.page import page

    return page(minutes).encode()
