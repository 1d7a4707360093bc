"""Links that CommonMark leaves as they stand: a wiki's, and references whose addresses stand in another file of the site."""

from __future__ import annotations

import re

_WIKI = re.compile(r"(?<![!\[])\[\[(?:[^\[\]|\n]{1,100}\|)?([^\[\]|]{1,100})\]\](?!\])")
"""'[[Ann Bell]]', '[[User:Bell|Ann Bell]]'."""
_REFERENCE = re.compile(r"(?<![!\]\\])\[([^\[\]]{1,60})\]\[([^\[\]\n]{0,60})\]")
"""'[Ann Bell][AnnBell]'."""
_SHORTCUT = re.compile(
    r"(?<![!\]\\\[])\[(?!(?:Action|Todo|Decision|Agreed|Resolved|Note|Draft)\b)([A-Z][a-z’'-]+(?:\s[A-Z][\w.’'-]{0,24}){0,3})\](?![\[(:])"
)
"""'[Ann]', where others are set as references."""


def without_marks(body: str) -> str:
    """Return the Markdown with the texts of such links in their place."""
    if "]]" in body:
        body = _WIKI.sub(r"\1", body)
    if "][" not in body:
        return body
    plain = _REFERENCE.sub(lambda link: link[1] if _names_it(link[1], link[2]) else link[0], body)
    return plain if plain == body else _SHORTCUT.sub(r"\1", plain)


def _names_it(shown: str, label: str) -> bool:
    """Whether the label is made of the words shown, so that it is no second pair of brackets: '[ACTION][Ann]'."""
    words = shown.casefold().split()
    return not label or (bool(words) and words[0] in label.casefold())
