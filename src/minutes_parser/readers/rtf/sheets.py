"""The font table and the style sheet of Rich Text: what stands in front of the document, to be referred to by number."""

from __future__ import annotations

import re

from minutes_parser.readers.rtf import words
from minutes_parser.readers.rtf.paragraphs import Look

_HEADING = re.compile(r"heading ([1-9])\b", re.IGNORECASE)
_TITLE = re.compile(r"(?:sub)?title\s*;?\Z", re.IGNORECASE)


class Sheets:
    """Fonts and styles, as far as they are defined."""

    def __init__(self) -> None:
        """Begin with none."""
        self.fonts: dict[int, str] = {}
        """The codec of each font."""
        self.styles: dict[int, Look] = {}
        self.name = ""
        """What the name of the style that is being defined is so far."""
        self._font = self._style = self._level = 0

    def word(self, word: str, number: int | None, codec: str) -> None:
        """Read a control word within a definition; ``codec`` is that of the document."""
        if word == "f":
            self._font = number or 0
        elif word == "fcharset" and number is not None:
            self.fonts[self._font] = words.charset(number, codec)
        elif word == "s":
            self._style, self._level, self.name = number or 0, 0, ""
        elif word == "outlinelevel":
            self._level = (number or 0) + 1

    def define(self) -> None:
        """End the definition of a style."""
        name = self.name.strip()
        heading = _HEADING.match(name)
        level = int(heading[1]) if heading else self._level
        self.styles[self._style] = Look(level if level <= 6 else 0, title=bool(_TITLE.match(name)))
