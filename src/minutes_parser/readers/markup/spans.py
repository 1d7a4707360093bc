"""Parts of a document that are found before its lines are read: what is hidden, what is shown as it stands."""

from __future__ import annotations


def without(text: str, opening: str, closing: str) -> str:
    """Return the text without what stands between two signs; line ends in there stay."""
    if opening not in text:
        return text
    parts, at = [], 0
    while (start := text.find(opening, at)) >= 0 and (end := text.find(closing, start)) >= 0:
        parts += [text[at:start], "\n" * text.count("\n", start, end)]
        at = end + len(closing)
    return "".join(parts) + text[at:]


def lines_of(text: str) -> list[str]:
    """Return the lines of a text, whatever ends them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
