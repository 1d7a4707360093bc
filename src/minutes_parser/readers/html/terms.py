"""Lists of terms (``dl``): what they describe stands beside each term, as in "Chair: Ann Bell"."""

from __future__ import annotations

import re
from typing import Any

from minutes_parser.readers.html.chrome import is_long

_LONGEST_TERM = 60
_LONGEST_DESCRIPTION = 300
_OWN_COLON = re.compile(r"[:.?!;,–—-]\s*\Z")
_NUMBERED = re.compile(r"\s*\(?(?:item\s+)?\d", re.IGNORECASE)
_PHRASING = {
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "em", "i", "ins", "mark", "q", "s", "small", "span",
    "strong", "sub", "sup", "time", "u",
}  # fmt: skip


def between(description: Any) -> str | None:
    """Return what stands between a term and its ``dd``: a colon, or nothing but a space where the term has its own sign.

    None where they do not stand in one line: the term has several descriptions or a number as headings have, the
    description is long or holds paragraphs.
    """
    term = description.getprevious()
    if term is None or term.tag != "dt" or _is(term.getprevious(), "dt") or _is(description.getnext(), "dd"):
        return None
    if is_long(term, _LONGEST_TERM) or is_long(description, _LONGEST_DESCRIPTION):
        return None
    if any(inner.tag not in _PHRASING for part in (term, description) for inner in part.iterdescendants()):
        return None
    words = "".join(term.itertext())
    if not words.strip() or _NUMBERED.match(words):
        return None
    return " " if _OWN_COLON.search(words) else ": "


def _is(element: Any | None, tag: str) -> bool:
    return element is not None and element.tag == tag
