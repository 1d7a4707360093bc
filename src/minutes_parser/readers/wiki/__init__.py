"""Markups of wikis: MediaWiki, DokuWiki, MoinMoin, Trac and Creole, whose headings stand between equals signs; Textile,
Confluence and Jira, whose headings begin with 'h2.'; and TWiki, whose headings begin with '---++'."""

from __future__ import annotations

import re

from minutes_parser.readers import text as plain
from minutes_parser.source import Source

SUFFIXES = (
    ".wiki", ".mediawiki", ".mw", ".dokuwiki", ".moin", ".creole", ".trac", ".textile", ".confluence", ".jira", ".twiki",
)  # fmt: skip
MEDIA_TYPE = "text/x-wiki"
LARGEST = 2_000_000

_LOOKED_AT = 30_000
"""Bytes of a document in which it shows its markup."""
STARRED_SIGNS = (
    r"^\|\|[^|\n]{1,80}\|\|[^\n]{0,400}\|\|[ \t]*\r?\n\|[^|\n]|^\|_[<>=.]{0,3}\. |\[[^\[\]|\n]{2,80}\|https?://|\"[^\"\n]{2,80}\":https?://"
    r"|\{(?:color|status)[:}]|\[~[\w.@-]{2,40}\]"
)
"""What stands in Textile and Confluence alone."""
_CLOSED = re.compile(rb"^(={1,6})[ \t]*[^=\s](?:[^\n]{0,200}[^=\s])?[ \t]*\1[ \t]*\r?$", re.MULTILINE)
_NUMBERED = re.compile(rb"^h[1-6](?:\([^()\n]{0,200}\)|\{[^{}\n]{0,80}\})?\.[ \t]+\S", re.MULTILINE)
_DASHED = re.compile(rb"^---\+{1,6}(?:!!)?[ \t]*[^\s+]", re.MULTILINE)
_BESIDE = re.compile(
    rb"'''[^'\n]|\[\[[^\[\]\n]{1,200}\]\]|^\{\||^\{\{|\[https?://\S{1,300} |^(?:\*{2,6}|[*#]+[:#]|[#:])[ \t]?[^\s*#:]|^ {1,8}[*-] \S"
    rb"|^\*[^\s*\n][^*\n]{0,200}$|^(?:\||\^ )[^\n]{0,400}[|^][ \t]*\r?$|^~~[A-Z]|<ref|<nowiki|\*\*[^\s*][^*\n]{0,80}\*\*|__TOC__|^#(?:format|acl|language|pragma) |''[^'\n]",
    re.MULTILINE,
)
"""What stands beside headings between equals signs in a wiki, and hardly in a text without other marks."""
_CERTAIN = re.compile(
    rb"^\{\|[^\n]{0,300}\r?\n|\[\[(?:User|Category|Image|Template)(?: talk)?:[^\]\n]|'''[^'\n]{1,200}'''", re.MULTILINE
)
"""What stands in the markup of wikis alone, twice or more."""
_STARRED = re.compile(STARRED_SIGNS.encode(), re.MULTILINE)
_LABEL = re.compile(rb"^\*[A-Z][^*\n:]{1,40}(?::\*|\*:)[ \t]+\S", re.MULTILINE)
_BOLD = re.compile(rb"^\*[A-Z][^*\n]{1,80}\*:?(?:[ \t]|\r?$)", re.MULTILINE)
"""Lines that begin with words in bold, as Textile, Confluence, mail and chat write it: '*Present:* Ann Bell', '*Roof*'."""
_MARKDOWN_BOLD = re.compile(rb"\*\*[^\s*][^*\n]{0,80}\*\*")
_COUNTED = re.compile(rb"^#[ \t]+[^\s#][^\n]{0,400}\n#[ \t]+[^\s#]", re.MULTILINE)
"""Items that are counted, line below line."""
_NO_LIST = re.compile(
    rb"\A#|\n(?!#[ \t])[^\n]*\n#[ \t][^\n]*\n(?!#[ \t])|^#{2,6} |^[ \t]*```|^#!|\]\(|^\w+ ?=", re.MULTILINE
)
"""What stands in Markdown or a program: a line that begins so on top or alone among others is a heading."""
_MARKDOWN = re.compile(rb"^#{1,6} \S|\*\*[^\s*]|\]\(|^(?:={3,}|-{3,}|~{3,})[ \t]*\r?$", re.MULTILINE)
_FEWEST = 2


def recognises(data: bytes) -> bool:
    """Whether a text is in the markup of a wiki, whatever its suffix says."""
    first = data[:_LOOKED_AT]
    if len(data) > LARGEST or b"\0" in first:
        return False
    if b"=" in first and _CLOSED.search(first) and _BESIDE.search(first):
        return True
    if b"h" in first and len(_NUMBERED.findall(first)) >= _FEWEST:
        return True
    if b"---+" in first and len(_DASHED.findall(first)) >= _FEWEST:
        return True
    if (b"|" in first or b"{" in first or b'":' in first) and len(_STARRED.findall(first)) >= _FEWEST:
        return True
    if b"\n# " in first and _COUNTED.search(first) and not (_MARKDOWN_BOLD.search(first) or _NO_LIST.search(first)):
        return True
    if (b":*" in first or b"*:" in first) and _LABEL.search(first):
        return len(_BOLD.findall(first)) >= _FEWEST and _MARKDOWN.search(first) is None
    return (b"''" in first or b"[[" in first or b"{|" in first) and len(_CERTAIN.findall(first)) >= _FEWEST


def read(data: bytes, name: str) -> Source:
    """Read the markup of a wiki; the numbers of the lines are those of the file."""
    from minutes_parser.readers.wiki.document import page

    text, encoding = plain.decode(data, name)
    return page(text).source(name, MEDIA_TYPE, encoding)
