"""From the lines of a document in reStructuredText to a page."""

from __future__ import annotations

import re

from minutes_parser.readers.markup.counting import MARK
from minutes_parser.readers.markup.indents import Indents, column, stands_alone
from minutes_parser.readers.markup.page import Page, page_of
from minutes_parser.readers.markup.spans import lines_of
from minutes_parser.readers.rst.marks import MARKS
from minutes_parser.readers.rst.tables import GRID, SIMPLE, read_grid, read_list, read_simple

_RULE = re.compile(r"([!-/:-@\[-`{-~])\1{2,}[ \t]*")
_ITEM = re.compile(rf"[ \t]*(?:[-*+•‣]|(?P<mark>{MARK}))[ \t]+(?P<words>\S.*)")
_FIELD = re.compile(r"[ \t]*:(?P<name>(?![ \t])[^:`\n]{1,60}):(?:[ \t]+(?P<words>\S.*))?[ \t]*")
_DIRECTIVE = re.compile(r"(?P<indent>[ \t]*)\.\.[ \t]+(?P<name>[\w-]{2,40})::[ \t]*(?P<words>.*)")
_EXPLICIT = re.compile(
    r"(?P<indent>[ \t]*)(?:\.\.(?:[ \t]+(?:\[(?P<note>[\w#*]{1,20})\][ \t]+(?P<words>\S.*)|.*))?|__ .*)"
)
_SHOWN = frozenset(
    "note warning tip hint important attention caution danger error admonition topic sidebar container todo class rst-class epigraph pull-quote compound table"
    " rubric seealso versionadded highlights line-block".split()
)
"""Directives whose text is one of the document's."""
_CODE = frozenset("code code-block sourcecode parsed-literal".split())
_TITLED = frozenset(("admonition", "topic", "sidebar", "table"))
_UNTITLED = frozenset(("container", "class", "rst-class", "compound"))
_OPTION = re.compile(r"[ \t]*:[\w-]{1,30}:(?:[ \t].*)?")
_HEADER_ROWS = re.compile(r"[ \t]*:header-rows:[ \t]*(\d)")
_BLOCK_LINE = re.compile(r"[ \t]*\|[ \t]+(?P<words>\S.*)")
_LONGEST_TITLE = 200


def page(text: str) -> Page:
    """Return the page of a document."""
    return page_of(_Reader([line.expandtabs(8) if "\t" in line else line for line in lines_of(text)]))


class _Reader:
    """Reads line after line."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.page = Page(lines, MARKS, filled=True)
        self.indents = Indents()
        self.levels: dict[str, int] = {}
        """The level of titles by how they are underlined, in the order in which these come up."""

    def line(self, at: int) -> str:
        """Return a line, an empty one behind the last."""
        return self.lines[at] if at < len(self.lines) else ""

    def read(self, at: int) -> int:
        """Read the block that begins on a line; return the line behind it."""
        line, page = self.lines[at], self.page
        if not line.strip():
            page.gap()
            return at + 1
        if end := self._title(at):
            return end
        first = line.lstrip()
        if first[0] == "+" and GRID.fullmatch(line):
            return read_grid(self.lines, at, page)
        if first[0] == "=" and SIMPLE.fullmatch(line):
            return read_simple(self.lines, at, page)
        if _RULE.fullmatch(line):
            page.end_lists()
        elif first.startswith("..") and (directive := _DIRECTIVE.fullmatch(line)):
            return self._directive(directive, at)
        elif first[0] in "._" and (explicit := _EXPLICIT.fullmatch(line)):
            return self._explicit(explicit, at)
        elif first[0] == ":" and (field := _FIELD.fullmatch(line)):
            return self._field(field, at)
        elif item := _ITEM.fullmatch(line):
            return self._item(item, at)
        else:
            return self._term(at) or self._text(at)
        return at + 1

    def _title(self, at: int) -> int:
        """Read a title with its rule below, and perhaps one above; return 0 if none begins on the line."""
        rule = _RULE.fullmatch(self.lines[at])
        over = rule is not None
        title, below = self.line(at + over), self.line(at + over + 1)
        under = _RULE.fullmatch(below) if title.strip() and below else None
        if under is None or len(title) > _LONGEST_TITLE or (title[0] == " " and not over) or _RULE.fullmatch(title):
            return 0
        if (rule and rule[1] != under[1]) or len(below.rstrip()) < len(title.strip()) - 2:
            return 0
        level = self.levels.setdefault(under[1] * (1 + over), len(self.levels) + 1)
        self.page.heading(level, title, at + over)
        self.indents.clear()
        return at + over + 2

    def _body(self, at: int, indent: int) -> int:
        """Return the line behind those that are indented further, from this one on."""
        end = at
        while at < len(self.lines) and (not self.lines[at].strip() or column(self.lines[at]) > indent):
            end = at + 1 if self.lines[at].strip() else end
            at += 1
        return end

    def _directive(self, directive: re.Match[str], at: int) -> int:
        """Read a directive: some hold text of the document, which is then read as any other."""
        name, body = directive["name"].lower(), at + 1
        end = self._body(body, len(directive["indent"]))
        options = body
        while options < end and _OPTION.fullmatch(self.lines[options]):
            options += 1
        if name in _CODE:
            self.page.preformatted([line.strip() for line in self.lines[options:end]], options)
        elif name == "list-table":
            told = [found for line in self.lines[body:options] if (found := _HEADER_ROWS.match(line))]
            read_list(self.lines[options:end], int(told[0][1]) if told else 0, options, self.page)
        elif name in _SHOWN:
            return self._shown(directive, at)
        return end

    def _shown(self, directive: re.Match[str], at: int) -> int:
        """Read the title of a block, or the text behind its name, without its options; the block is read as other text."""
        name, words, indent = directive["name"].lower(), directive["words"].strip(), len(directive["indent"])
        end = at + 1
        while (
            words
            and self.line(end).strip()
            and column(self.line(end)) > indent
            and not _OPTION.fullmatch(self.line(end))
        ):
            words += " " + self.lines[end].strip()
            end += 1
        if name == "rubric":
            self.page.heading(self.levels.setdefault(name, len(self.levels) + 1), words, at)
            self.indents.clear()
        elif words and name not in _UNTITLED:
            self.page.end_lists(min(self.indents.within(indent), self.page.depth))
            self.page.text(f"**{words}**" if name in _TITLED else words, at)
            self.page.gap()
        while _OPTION.fullmatch(self.line(end)) and column(self.line(end)) > indent:
            end += 1
        return end

    def _explicit(self, explicit: re.Match[str], at: int) -> int:
        """Read a note, or leave out a comment or a target with what is indented below it."""
        end = self._body(at + 1, len(explicit["indent"])) if explicit["indent"] is not None else at + 1
        if explicit["note"]:
            words = " ".join([explicit["words"], *[line.strip() for line in self.lines[at + 1 : end]]])
            self.page.end_lists()
            self.page.item(1, f"\\[{explicit['note']}] {words}", at)
        return end

    def _field(self, field: re.Match[str], at: int) -> int:
        """Read a field: its name, and what stands beside and below it."""
        name, words = field["name"], field["words"]
        end = at + 1
        if not words:
            self.page.term(name + ":", at)
            return end
        while (
            (below := self.line(end)).strip()
            and below[0] == " "
            and not _ITEM.fullmatch(below)
            and not _FIELD.fullmatch(below)
        ):
            words += " " + below.strip()
            end += 1
        self.page.described(name, words, at)
        return end

    def _item(self, item: re.Match[str], at: int) -> int:
        if item["mark"] and not self.page.depth and stands_alone(self.lines, at, _ITEM):
            return self._text(at)
        self.page.item(self.indents.depth(column(item.string)), item["words"], at, item["mark"] or "")
        return at + 1

    def _term(self, at: int) -> int:
        """Read a term with its description indented below it; return 0 if the line is none."""
        line, below = self.lines[at], self.line(at + 1)
        single = not below.strip() or column(below) <= column(line) or (self.line(at - 1).strip() if at else "")
        if single or line[0] == " " or self.page.open:
            return 0
        end = self._body(at + 1, 0)
        inner = self.lines[at + 1 : end]
        if any(not text.strip() or _ITEM.fullmatch(text) or _FIELD.fullmatch(text) for text in inner):
            self.page.term(line, at)
            return at + 1
        self.page.described(line, " ".join([text.strip() for text in inner]), at)
        return end

    def _text(self, at: int) -> int:
        """Read a line of running text."""
        line, page = self.lines[at], self.page
        depth = self.indents.within(column(line))
        if depth < page.depth:
            page.end_lists(depth)
        page.end_table()
        if block := _BLOCK_LINE.fullmatch(line):
            page.text(block["words"], at, apart=True)
        else:
            page.text(line.rstrip()[:-1] if line.rstrip().endswith("::") else line, at)
        return at + 1
