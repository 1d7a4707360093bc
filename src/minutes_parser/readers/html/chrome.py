"""Which parts of a web page belong to the site and not to the document: menus, banners, forms."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from minutes_parser.readers.html.folding import folds

_ALWAYS = frozenset(("nav", "aside", "button", "select", "dialog", "menu"))
_ROLES = frozenset(
    ("navigation", "search", "banner", "contentinfo", "complementary", "dialog", "alertdialog", "menu", "menubar")
)
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|breadcrumbs?|navbar|nav|menu|side-?bar|skip-?(?:links?|nav|to|content)|pager"
    r"|pagination|diagnostics|shar(?:e|ing)|social|related|newsletter|toolbar|screen-reader-text|(?:site|page)-?(?:header|footer)"
    r"|search-?(?:form|box)|widget(?!-(?:content|header|body|box)))(?:$|[\s_-])",
    re.IGNORECASE,
)
_TITLES = ("h1", "h2", "h3", "h4", "h5", "h6")
_SAYING = ("h1", "h2", "h3", "h4", "time", "p")
LONG = 1500
"""Something with more characters than these is no menu, whatever its class says."""


def is_chrome(element: Any) -> bool:
    """Whether the element (of lxml) and all in it belong to the site."""
    tag = element.tag
    if tag == "button" and (folds(element) or element.getparent().tag in _TITLES):
        return False
    if tag in _ALWAYS or element.get("role") in _ROLES:
        return True
    if tag == "footer":
        return not any(parent.tag in ("blockquote", "li", "td") for parent in element.iterancestors())
    if tag == "header":
        return (element.find(".//nav") is not None and not _is_head(element)) or next(
            element.iter(*_SAYING), None
        ) is None
    if tag == "form":
        return not is_long(element, 300)
    if tag in ("div", "ul", "section", "a", "p", "span"):
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        business = next(element.iter("table", "ol", "h1"), None)
        named = business is None and _NAMES.search(names) is not None
        return named and not is_long(element, LONG) and not _is_most(element)
    return False


def _is_most(element: Any) -> bool:
    """Whether a part of less than ``LONG`` characters, and no list of links, holds more than half of what the page says."""
    own = sum(len(text.strip()) for text in element.itertext())
    linked = sum(len("".join(link.itertext()).strip()) for link in element.iter("a"))
    return linked * 2 < own and not is_long(element.getroottree().getroot(), 2 * own)


def main_part(root: Any) -> Any | None:
    """Return the element that the page itself calls its main part, if it has just one with some text in it.

    Where the document's head stands above it, as in minutes of the W3C, it is but the talk, and the head belongs to it.
    """
    parts = root.iter("main", "div", "section", "article")
    found = [part for part in parts if part.tag == "main" or part.get("role") == "main"]
    if len(found) != 1 or not is_long(found[0], 200):
        return None
    return None if any(map(_is_head, found[0].itersiblings("header", preceding=True))) else found[0]


def _is_head(header: Any) -> bool:
    """Whether a header has the title of a document and, in a heading below it, the day or the like; a site has a name alone."""
    return header.find(".//h1") is not None and header.find(".//h2") is not None


def is_long(element: Any, limit: int) -> bool:
    """Whether the element holds more characters, or runs of text, than ``limit``."""
    length = 0
    for text in islice(element.itertext(), limit + 1):
        length += len(text.strip())
        if length > limit:
            return True
    return False
