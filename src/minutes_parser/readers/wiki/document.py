"""From the lines of a wiki to a page."""

from __future__ import annotations

import re

from minutes_parser.readers.markup.bars import cells, is_rule
from minutes_parser.readers.markup.counting import MARK
from minutes_parser.readers.markup.indents import Indents, column
from minutes_parser.readers.markup.inline import KNOWN
from minutes_parser.readers.markup.page import Page, page_of
from minutes_parser.readers.markup.spans import lines_of, without
from minutes_parser.readers.wiki.dialects import Dialect, dialect_of
from minutes_parser.readers.wiki.tables import read_table

_ITEM = re.compile(r"(?!\*\*[^\s*][^*]{0,600}\*\*)(?P<marks>[*#:;]{1,20})[ \t]*(?P<words>[^\s*#:;].*|)")
_STARRED_ITEM = re.compile(r"(?P<marks>[*#]{1,20}|-{1,6})(?:\([^()]{0,80}\))?[ \t]+(?P<words>\S.*|)")
_INSET = re.compile(rf"[ \t]+(?P<mark>[*#.•-]|(?P<number>{MARK}|\d(?= )))(?:\#\d{{1,3}})?[ \t]+(?P<words>\S.*)")
_TERM = re.compile(r"[ \t]+(?:\$[ \t]+(?P<term>[^:]{1,80}):[ \t]+|(?P<term2>\S[^:]{0,80})::[ \t]+)(?P<words>\S.*)")
_TERM_BESIDE = re.compile(r"(?P<term>.{1,80}?)[ ]?:[ ](?P<words>.+)")
_DEFINED = re.compile(r"-[ \t]+(?P<term>\S.{0,80}?)[ ]:=[ ]?(?P<words>.+)")
_BLOCK = re.compile(r"(?:p|bq|fn\d{1,3}|table)(?:\([^()]{0,80}\)|\{[^{}]{0,120}\}|[<>=]){0,4}\.(?:[ \t]+|$)")
_BOXES = {
    "<pre": "</pre>", "<code": "</code>", "<source": "</source>", "<syntaxhighlight": "</syntaxhighlight>",
    "<verbatim": "</verbatim>", "<file": "</file>", "{{{": "}}}", "{code": "{code}", "{noformat": "{noformat}",
}  # fmt: skip
"""How lines begin and end that are shown as they stand."""
_OPENS_BOX = re.compile(
    r"<(?:pre|code|source|syntaxhighlight|verbatim|file)\b[^<>]{0,200}>|\{\{\{|\{(?:code|noformat)(?::[^{}]{0,80})?\}"
)
_UNSHOWN = re.compile(
    r"(?i)\s*(?:-{4,}|</?html>|~~[A-Z]+(?::[^~]{0,80})?~~|\#(?:format|acl|language|pragma|redirect)\b.*|\{(?:toc|toc:.{0,200})\}|%TOC.{0,100}%"
    r"|\[\[(?:category|file|image):[^\[\]]{0,400}\]\])\s*"
)
_HTML = re.compile(
    rf"(?i)\s*</?(?!(?:a|abbr|b|big|cite|code|del|em|font|i|ins|kbd|q|s|small|span|strike|strong|sub|sup|tt|u|br|ref)\b)(?:{KNOWN})\b[^<>]{{0,400}}>"
)
"""A line that begins with a block of HTML."""
_FIELD = re.compile(r"\|?\s*(?P<key>[\w ()/-]{1,40}?)\s*=\s*(?P<value>\S.{0,300})")
_LONGEST_TEMPLATE = 60
"""Lines of the call of a template."""


def page(text: str) -> Page:
    """Return the page of a text of a wiki."""
    lines = lines_of(without(text, "<!--", "-->"))
    return page_of(_Reader(lines, dialect_of(lines)))


class _Reader:
    """Reads line after line."""

    def __init__(self, lines: list[str], dialect: Dialect) -> None:
        self.lines = lines
        self.dialect = dialect
        self.page = Page(lines, dialect.marks)
        self.indents = Indents()
        self.unclosed: set[str] = set()
        """What is known not to come again, of what closes a block."""

    def read(self, at: int) -> int:
        """Read the block that begins on a line; return the line behind it."""
        line, page = self.lines[at], self.page
        if not line.strip():
            page.gap()
            return at + 1
        if (title := self.dialect.title(line)) is not None:
            page.heading(*title, at)
            self.indents.clear()
            return at + 1
        first = line.lstrip()
        if first.startswith("{|"):
            return read_table(self.lines, at, page)
        if first[0] in "<{" and (box := _OPENS_BOX.match(first)):
            return self._box(at, box)
        if first.startswith("{{") and "}}" not in first and (end := self._template(at)):
            return end
        if _UNSHOWN.fullmatch(line):
            page.end_lists()
        elif first[0] == "<" and _HTML.match(line):
            page.raw(line, at)
        elif first[0] in "|^" and (first[0] == "|" or first.rstrip()[-1] in "|^"):
            return self._row(at)
        else:
            return self._item(at) or self._text(at)
        return at + 1

    def _box(self, at: int, opening: re.Match[str]) -> int:
        """Read lines that are shown as they stand, up to where they end."""
        closing = next(end for start, end in _BOXES.items() if opening[0].startswith(start))
        first = opening.string[opening.end() :]
        if closing in first:
            return self._text(at)
        end = -1
        if closing not in self.unclosed:
            end = next((n for n in range(at + 1, len(self.lines)) if closing in self.lines[n]), -1)
        if end < 0:
            self.unclosed.add(closing)
            return self._text(at)
        last = self.lines[end].partition(closing)[0]
        self.page.preformatted([first, *self.lines[at + 1 : end], last], at)
        return end + 1

    def _template(self, at: int) -> int:
        """Read the call of a template, whose fields say something of the document; return 0 if it does not end."""
        stop = min(len(self.lines), at + _LONGEST_TEMPLATE)
        end = next((n for n in range(at + 1, stop) if "}}" in self.lines[n]), 0)
        for line in self.lines[at + 1 : end]:
            if field := _FIELD.fullmatch(line.strip()):
                self.page.metadata.append(f"{field['key']}: {field['value']}")
        return end and end + 1

    def _row(self, at: int) -> int:
        """Read a row; in some wikis its last cell goes on below it."""
        line, end = self.lines[at].strip(), at + 1
        if is_rule(line):
            return end
        more: list[str] = []
        while self.dialect.starred and not (more or [line])[-1].endswith("|") and end < len(self.lines):
            below = self.lines[end].strip()
            if not below or below[0] == "|" or len(more) == _LONGEST_TEMPLATE:
                break
            more.append(below.lstrip("*# "))
            end += 1
        self.page.row(cells("\n".join([line, *more]), double_is_head=self.dialect.starred), at)
        return end

    def _item(self, at: int) -> int:
        """Read an item or a term; return 0 if the line is neither."""
        line, page = self.lines[at], self.page
        if line[0] in " \t":
            return self._inset(at)
        if self.dialect.starred:
            if defined := _DEFINED.fullmatch(line):
                page.described(defined["term"], defined["words"], at)
            elif item := _STARRED_ITEM.fullmatch(line):
                page.item(len(item["marks"]), item["words"], at, "#" * (item["marks"][-1] == "#"))
            return at + 1 if defined or item else 0
        item = _ITEM.fullmatch(line) if line[0] in "*#:;" else None
        if item is None:
            return 0
        marks, words = item["marks"], item["words"]
        if marks[-1] == ";":
            return self._term(words, at)
        if marks[-1] == ":" and len(marks) > 1 and marks.strip(":") and page.depth >= len(marks.rstrip(":")):
            page.gap()
            page.text(words, at)
        elif words:
            page.item(len(marks), words, at, "#" * (marks[-1] == "#"))
        return at + 1

    def _term(self, words: str, at: int) -> int:
        """Read a term, and its description where it has one of a line."""
        below = self.lines[at + 1 : at + 3]
        if beside := _TERM_BESIDE.fullmatch(words):
            self.page.described(beside["term"], beside["words"], at)
        elif below and below[0][:1] == ":" and below[-1][:1] != ":" and below[0][1:].strip():
            self.page.described(words, below[0][1:], at)
            return at + 2
        else:
            self.page.term(words, at)
        return at + 1

    def _inset(self, at: int) -> int:
        """Read an item with white space before its mark, which tells the depth."""
        line, page = self.lines[at], self.page
        if item := _INSET.fullmatch(line):
            counted = item["mark"] == "#" or (item["mark"] == "-" and self.dialect.reversed)
            mark = item["number"] or ("#" if counted else "")
            page.item(self.indents.depth(column(line)), item["words"], at, mark)
        elif term := _TERM.fullmatch(line):
            page.described(term["term"] or term["term2"], term["words"], at)
        else:
            return 0
        return at + 1

    def _text(self, at: int) -> int:
        """Read a line of running text."""
        line, page = self.lines[at], self.page
        page.end_table()
        if page.depth and not (line[0] in " \t" or (page.open and (self.dialect.starred or line[0].islower()))):
            page.end_lists()
        if not page.depth:
            self.indents.clear()
        if self.dialect.starred and line[0] in "pbft" and (block := _BLOCK.match(line)):
            page.gap()
            line = line[block.end() :]
        page.text(line, at)
        return at + 1
