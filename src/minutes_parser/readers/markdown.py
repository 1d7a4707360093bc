"""Markdown: CommonMark with tables, front matter and the HTML that people mix into it.

The document is rendered to HTML with the line of each block noted on it, and read from there, so that Markdown and HTML
come out alike.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt

from minutes_parser.readers.composer import Composer
from minutes_parser.readers.html import compose
from minutes_parser.readers.text import decode
from minutes_parser.source import Source

SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")
MEDIA_TYPE = "text/markdown"

_FRONT_MATTER = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*\r?\n(.*?)\r?\n\1[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_LONGEST_FRONT = 20_000


def read(data: bytes, name: str) -> Source:
    """Read a Markdown document."""
    text, encoding = decode(data, name)
    composer = Composer()
    front = _FRONT_MATTER.match(text, 0, _LONGEST_FRONT)
    before = 0
    if front:
        composer.number = 2
        composer.metadata(front[2])
        before = text.count("\n", 0, front.end())
    rendered = _render(text[front.end() if front else 0 :], before)
    compose(rendered, composer, own_lines=False)
    return composer.source(name, MEDIA_TYPE, encoding)


def _render(text: str, before: int) -> str:
    """Return the document as HTML; ``before`` lines of the file stand in front of it."""
    parser = MarkdownIt("commonmark", {"html": True, "breaks": True}).enable(["table", "strikethrough"])
    tokens = parser.parse(text)
    for token in tokens:
        if token.map and token.nesting >= 0:
            line = token.map[0] + 1 + before
            if token.type == "html_block":
                token.content = f"<!--minutes-line:{line}-->{token.content}"
            else:
                token.attrSet("data-line", str(line))
        if token.type == "ordered_list_open":
            token.attrSet("data-mark", token.markup)
    return str(parser.renderer.render(tokens, parser.options, {}))
