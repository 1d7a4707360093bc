"""Where text is cut at marks outside brackets, and whether a slice is a name and nothing else."""

from __future__ import annotations

import re

from minutes_parser.layout.names import ORGANISATION, ROLE, TITLE_WORDS, name_at

_TITLE_WORDS = frozenset(word + stop for word in TITLE_WORDS for stop in ("", "."))


def may_hold_title(text: str, start: int, end: int) -> bool:
    """Whether a title may stand behind a space or a mark of italics in the slice, and another word behind it."""
    return not _TITLE_WORDS.isdisjoint(text[start:end].replace("_", " ").split(" "))


def cut_at(marks: re.Pattern[str], text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the slices between separators, leaving brackets whole; ``marks`` finds separators and brackets."""
    parts, begin, depth = [], start, 0
    for match in marks.finditer(text, start, end):
        if match[0] in "([":
            depth += 1
        elif match[0] in ")]":
            depth = max(depth - 1, 0)
        elif not depth:
            parts.append((begin, match.start()))
            begin = match.end()
    parts.append((begin, end))
    return [(a, b) for a, b in parts if b > a]


def is_bare(text: str, start: int, end: int) -> bool:
    """Whether a slice is a name and nothing else."""
    name = name_at(text, start, end)
    return name is not None and not text[name.end : end].strip()


def is_full_name(text: str, start: int, end: int) -> bool:
    """Whether a slice is a full name and nothing else: 'Ann Bell', not 'Quay Trust' or 'Ferry Warden'."""
    words = text[start:end]
    return " " in words and is_bare(text, start, end) and not (ROLE.search(words) or ORGANISATION.search(words))


def is_full(text: str, start: int, end: int) -> bool:
    """Whether a slice, white space aside, begins with a full name."""
    name = name_at(text, start + len(text[start:end]) - len(text[start:end].lstrip()), end)
    return name is not None and " " in text[name.start : name.end]
