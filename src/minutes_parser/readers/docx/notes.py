"""Foot- and endnotes of a Word document.

Word prints a footnote below the page, which a document without pages does not have. Here notes stand at the end of the
section in which they are referred to, in a list of their own, so that they part neither paragraphs nor lists of names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from minutes_parser.readers.archive import Element
from minutes_parser.readers.docx.styles import W
from minutes_parser.readers.ordinals import to_roman

_MOST_ROMAN = 89


class Notes:
    """The notes of a document, numbered as they are referred to."""

    def __init__(self, roots: Mapping[str, Element | None]) -> None:
        """Take the roots of the parts that hold the notes, by their kind: 'footnote', 'endnote'."""
        self._notes = {
            (kind, note.get(f"{W}id") or ""): note
            for kind, root in roots.items() if root is not None
            for note in root.iter(f"{W}{kind}")
        }  # fmt: skip
        self._counts = {"footnote": 0, "endnote": 0}
        self._due: list[tuple[str, Element]] = []

    def refer(self, notes: Iterable[tuple[str, str]]) -> None:
        """Count notes that are referred to; each is written once."""
        for kind, id in notes:
            note = self._notes.pop((kind, id), None)
            if note is not None:
                self._counts[kind] += 1
                self._due.append((f"[{_shown(kind, self._counts[kind])}] ", note))

    def due(self) -> Iterator[tuple[str, list[Element]]]:
        """Yield the mark and the paragraphs of each note that was referred to and is not written yet."""
        due, self._due = self._due, []
        for mark, note in due:
            yield mark, list(note.iter(f"{W}p"))


def _shown(kind: str, count: int) -> str:
    """Return a note's number as Word shows it where nothing else is set: endnotes have Roman ones."""
    return to_roman(count) if kind == "endnote" and count <= _MOST_ROMAN else str(count)
