"""How any text can stand in a word processor's file, and come back the same.

Texts of a record have their white space folded. What XML cannot hold, and what word processors would change, stands as
its code in brackets; so does a text that would be read as "no value".
"""

from __future__ import annotations

import re

NONE = "–"
"""Stands where there is no value; writing over it gives one."""
NOT_RECORDED = "not recorded"
"""The same for an action's owner and time."""
_ABSENT = (NONE, NOT_RECORDED)
_NOTHING = "⟦⟧"
"""Stands for a value without any characters."""

# What XML cannot hold, what word processors read as something else, and the bracket that begins an escape.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u2028\u2029⟦]")
_ESCAPE = re.compile(r"⟦U\+([0-9A-F]{4})⟧|⟦⟧")


def fold(text: str) -> str:
    """Return ``text`` with runs of white space folded to one space, as the texts of a record are."""
    return " ".join(text.split())


def encode(text: str) -> str:
    """Return ``text`` as it can stand in a word processor: characters that cannot as their code in brackets."""
    if not text:
        return _NOTHING
    if text.casefold() in _ABSENT:
        return _escape(text[0]) + text[1:]
    return _UNPRINTABLE.sub(lambda match: _escape(match[0]), text)


def decode(text: str) -> str:
    """Return what ``encode`` was given."""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)) if match[1] else "", text) if "⟦" in text else text


def _escape(character: str) -> str:
    return f"⟦U+{ord(character):04X}⟧"


def is_absent(words: str) -> bool:
    """Whether the words, not decoded, say that there is no value."""
    return words.strip().casefold() in _ABSENT
