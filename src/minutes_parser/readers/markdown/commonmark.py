"""Markdown to HTML whose line ends stand where they do in the Markdown, so that line numbers come through."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token

from minutes_parser.readers.markdown import notes, tables
from minutes_parser.readers.wrapping import fill_width, is_full


class _Parser(MarkdownIt):
    """Leaves addresses as they are written: nobody follows them, and to take one apart takes as long as to read a paragraph."""

    def normalizeLink(self, url: str) -> str:
        return url

    def normalizeLinkText(self, link: str) -> str:
        return link


_PARSER = tables.enable(
    notes.enable(
        _Parser("commonmark", {"html": True, "maxNesting": 80}).enable(["table", "strikethrough"]).disable("code")
    )
)
"""Indented code is off: where people indent lines of minutes, they mean a list or a quotation, not a program."""
_LONGEST_HEADING = 200
_PAGE = re.compile(r"(?i)(?:page )?[-–]?\s?\d{1,3}\s?[-–]?(?: of \d{1,3})?")
"""What stands below the rule at the end of a page: its number."""
_TEXT = re.compile(r"\W{0,4}[a-z][^\n]{0,400}|\S+(?: \S+){4,60}[.?!;,]\W{0,4}|[\\_\s.]+")
"""A line that is no heading: it goes on from the line before, ends a sentence or is to be signed on."""
_KEPT = ("start", "value", "data-delimiter", notes.KEY)


class _Page:
    """The HTML so far."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.line = 0

    def add(self, markup: str) -> None:
        self.parts.append(markup)
        self.line += markup.count("\n")

    def reach(self, token: Token) -> None:
        """Go on to the line of the Markdown on which the token begins."""
        if token.map and token.nesting >= 0 and token.map[0] > self.line:
            self.add("\n" * (token.map[0] - self.line))


@dataclass(slots=True)
class _Count:
    """How far the items of a list were counted."""

    next: int
    written: int = 1
    """The number written before the last item."""


def to_html(document: str) -> str:
    """Return the HTML of the document. Each of its elements begins on the same line as in the Markdown."""
    page = _Page()
    tokens, lines = _PARSER.parse(document), document.split("\n")
    if "\n---" in document:
        _break_pages(lines, tokens)
    width = fill_width([line for line in lines if "|" not in line])
    counts: list[_Count] = []
    for index, token in enumerate(tokens):
        page.reach(token)
        if token.type == "inline":
            first = token.map[0] if token.map else 0
            for child in token.children or ():
                if child.type in ("softbreak", "hardbreak"):
                    wrapped = child.type == "softbreak" and first + 1 < len(lines)
                    wrapped = wrapped and is_full(lines[first], lines[first + 1].lstrip("> \t"), width)
                    page.add("\n" if wrapped else "<br>\n")
                    first += 1
                else:
                    _inline(page, child)
        elif token.type in ("fence", "code_block"):
            page.add("<pre>\n" + escape(token.content) + "</pre>")
        elif token.type == "html_block":
            page.add(token.content)
        elif not token.hidden:
            _number(token, counts)
            _tag(page, token, _as_paragraph(tokens, index))
    return "".join(page.parts)


def _break_pages(lines: list[str], tokens: list[Token]) -> None:
    """Take the rules of three hyphens for what they are where a page ends with each, and the line above it for a line of text."""
    found = [
        index for index, token in enumerate(tokens)
        if token.type == "heading_open" and token.markup == "-" and token.map and lines[token.map[1] - 1].strip() == "---"
    ]  # fmt: skip
    numbered = any(_PAGE.fullmatch(_below(lines, tokens[index])) for index in found)
    cut = sum(1 for index in found if _TEXT.fullmatch(tokens[index + 1].content))
    if numbered or cut * 2 > len(found):
        for index in found:
            tokens[index].tag = tokens[index + 2].tag = "p"


def _below(lines: list[str], heading: Token) -> str:
    """Return the next line with text below a heading."""
    end = heading.map[1] if heading.map else 0
    return next((line.strip() for line in lines[end : end + 3] if line.strip()), "")


def _number(token: Token, counts: list[_Count]) -> None:
    """Give list items the number written before them, where it is higher than the one that counting gives, or begins anew.

    It begins anew with a 1 behind numbers that rose; where '1.' is written before each item, they are to be counted.
    """
    if token.type == "ordered_list_open":
        counts.append(_Count(int(token.attrs.get("start", 1))))
        token.attrs["data-delimiter"] = token.markup
    elif token.type == "ordered_list_close":
        counts.pop()
    elif token.type == "list_item_open" and token.info:
        count, written = counts[-1], int(token.info)
        if written > count.next or written == 1 < count.written:
            count.next = written
            token.attrs["value"] = token.info
        count.next, count.written = count.next + 1, written


def _as_paragraph(tokens: list[Token], index: int) -> bool:
    """Whether the token opens or ends a heading that is none: a paragraph above a line of hyphens."""
    token = tokens[index]
    if token.type not in ("heading_open", "heading_close") or token.markup not in "-=":
        return False
    inline = tokens[index + 1 if token.nesting > 0 else index - 1]
    return "\n" in inline.content or len(inline.content) > _LONGEST_HEADING


def _tag(page: _Page, token: Token, as_paragraph: bool = False) -> None:
    tag = "p" if as_paragraph else token.tag
    if token.nesting < 0:
        page.add(f"</{tag}>")
        return
    attributes = "".join(f' {key}="{escape(str(token.attrs[key]))}"' for key in _KEPT if key in token.attrs)
    page.add(f"<{tag}{attributes}>")


def _inline(page: _Page, token: Token) -> None:
    if token.type == "text":
        page.add(escape(token.content, quote=False))
    elif token.type == "code_inline":
        page.add(f"<code>{escape(token.content)}</code>")
    elif token.type == "html_inline":
        page.add(token.content)
    elif token.type == "image":
        page.add(escape(token.content))
    elif token.tag:
        _tag(page, token)
        page.add("</sup>" if token.type == "note_mark" else "")
