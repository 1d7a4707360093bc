"""From the lines of an Org document to a page."""

from __future__ import annotations

import re

from minutes_parser.readers.markup.bars import cells, is_rule
from minutes_parser.readers.markup.counting import MARK
from minutes_parser.readers.markup.indents import Indents, column, stands_alone
from minutes_parser.readers.markup.page import Page, page_of
from minutes_parser.readers.markup.spans import lines_of

_B, _E = r"(?<![\w*/+=~])", r"(?!\w)"
_MARKS = re.compile(
    rf"""\A\[(?P<box>[ xX-])\](?=\s)
    |\[\[[^\[\]\n]{{1,600}}\]\[(?P<plain>[^\[\]\n]{{1,400}})\]\]|\[\[(?P<plain2>[^\[\]\n]{{1,600}})\]\]
    |{_B}\*(?=[^\s*])(?P<bold>[^*\n]{{1,600}}?)(?<=\S)\*{_E}|{_B}/(?=[^\s/])(?P<italic>[^/\n]{{1,400}}?)(?<=\S)/{_E}
    |{_B}_(?=[^\s_])(?P<bold2>[^_\n]{{1,400}}?)(?<=\S)_{_E}|{_B}\+(?=[^\s+])(?P<struck>[^+\n]{{1,400}}?)(?<=\S)\+{_E}
    |{_B}[=~](?=\S)(?P<code>[^=~\n]{{1,300}}?)(?<=\S)[=~]{_E}
    |[<\[](?P<plain3>\d{{4}}-\d\d-\d\d[^<>\[\]\n]{{0,40}})[>\]]|\[fn:[\w-]{{0,30}}:(?P<note>[^\[\]\n]{{1,1000}})\]|\[fn:[\w-]{{1,30}}\]
    |[ ]?\[\d{{0,3}}(?:/\d{{0,3}}|%)\]|\\\\(?P<break>)(?=\s*$)""",
    re.VERBOSE,
)
_HEADING = re.compile(
    r"(?P<stars>\*{1,12})[ \t]+(?:(?P<state>TODO|DONE|NEXT|WAITING|HOLD|STARTED|IN-PROGRESS|CANCELLED|CANCELED|DELEGATED)[ \t]+)?"
    r"(?:\[#[A-Z0-9]\][ \t]*)?(?P<title>\S.{0,1000}?)(?:[ \t]+:[\w@#%:]{1,100}:)?[ \t]*"
)
_ENDED = frozenset(("DONE", "CANCELLED", "CANCELED"))
_ITEM = re.compile(
    rf"(?:[ \t]*(?P<bullet>[-+])|[ \t]+\*|[ \t]*(?P<mark>{MARK}))[ \t]+(?:\[@\d{{1,3}}\][ \t]*)?(?P<words>\S.*)"
)
_TERM = re.compile(r"(?P<term>\S.{0,80}?)[ ]::[ ](?P<words>.+)")
_KEYWORD = re.compile(r"\s*#\+(?P<key>[\w-]{1,40}):?[ \t]*(?P<value>.*)")
_TECHNICAL = re.compile(
    r"(?i)(?:options|startup|property|latex.*|html.*|export.*|language|tags|filetags|todo|(?:seq|typ)_todo|toc|attr_.*|caption|name"
    r"|include|macro|setupfile|tblfm|columns|archive|category|link|bind|(?:select|exclude)_tags|creator|results|beamer.*|cite.*|bibliography"
    r"|begin_.*|end_.*|roam.*|hugo.*|call|header|plot|constants|priorities|id|custom_id|created|updated|modified|type)"
)
"""Keywords and properties that say how the document is set, and nothing of it."""
_SHOWN_AS_IT_STANDS = re.compile(r"(?i)\s*#\+begin_(src|example)\b")
_DRAWER = re.compile(r"[ \t]*:(?P<name>[\w-]{1,40}):[ \t]*")
_PROPERTY = re.compile(r"[ \t]*:(?P<key>[\w-]{1,40}):[ \t]+(?P<value>\S.*)")
_PLANNING = re.compile(r"[ \t]*(?:(?:DEADLINE|SCHEDULED|CLOSED):[ \t]*[<\[][^<>\[\]\n]{6,60}[>\]][ \t]*){1,3}")
_DEADLINE = re.compile(r"DEADLINE:[ \t]*[<\[][^<>\[\]\n]{6,60}[>\]]")
_LONGEST_DRAWER = 40
"""Lines of it."""
_ASIDE = re.compile(rf"{_PLANNING.pattern}|[ \t]*:.*")
"""What stands below a heading and is none of the text."""
_DRAWERS = frozenset(("PROPERTIES", "LOGBOOK"))


def page(text: str) -> Page:
    """Return the page of a document."""
    return page_of(_Reader(lines_of(text)))


class _Reader:
    """Reads line after line."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.page = Page(lines, _MARKS, filled=True)
        self.indents = Indents()
        self.in_task = False
        self.above = (0, False)
        """The level of the heading above, and whether it has the state of a task."""
        self.begun = False
        """A heading or text stands above."""
        self.unclosed: set[str] = set()
        """What is known not to come again, of what closes a block."""

    def read(self, at: int) -> int:
        """Read the block that begins on a line; return the line behind it."""
        line, page = self.lines[at], self.page
        first = line.lstrip()
        if not first:
            page.gap()
            return at + 1
        if line[0] == "*" and (heading := _HEADING.fullmatch(line)):
            self._heading(heading, at)
        elif first[0] == "#":
            return self._keyword(at)
        elif first[0] == ":" and (drawer := _DRAWER.fullmatch(line)):
            return self._drawer(drawer["name"].upper(), at)
        elif _PLANNING.fullmatch(line):
            if self.in_task and (deadline := _DEADLINE.search(line)):
                page.text(deadline[0], at)
        elif first[0] == "|":
            self._row(at)
        elif item := _ITEM.fullmatch(line):
            self._item(item, at)
        elif not (first.startswith("-----") and not first.strip("- \t")):
            self._text(at)
        self.begun = True
        return at + 1

    def _heading(self, heading: re.Match[str], at: int) -> None:
        """Read a heading. With the state of a task it is one, unless it heads others."""
        level, words, state = len(heading["stars"]), heading["title"], heading["state"]
        self.indents.clear()
        self.in_task = bool(state) and self._is_task(at, level)
        if self.in_task:
            box = "[x] " if state in _ENDED else "[ ] "
            self.page.item(1, box + words, at)
        else:
            self.page.heading(level, words, at)
        self.above = (level, bool(state))

    def _is_task(self, at: int, level: int) -> bool:
        """Whether a heading with a state is no item of the agenda: it heads no others, nor text among headings without one."""
        end = next((n for n in range(at + 1, len(self.lines)) if _HEADING.fullmatch(self.lines[n])), len(self.lines))
        below = _HEADING.fullmatch(self.lines[end]) if end < len(self.lines) else None
        depth = len(below["stars"]) if below else 0
        if depth > level:
            return False
        told = any(line.strip() and not _ASIDE.fullmatch(line) for line in self.lines[at + 1 : end])
        plain = self.above == (level, False) or (below is not None and depth == level and not below["state"])
        return not (told and plain)

    def _keyword(self, at: int) -> int:
        """Read a line that begins with '#': a keyword, a comment, or what is shown as it stands."""
        line = self.lines[at]
        if opening := _SHOWN_AS_IT_STANDS.match(line):
            closing = f"#+end_{opening[1].lower()}"
            end = -1
            if closing not in self.unclosed:
                end = next((n for n in range(at + 1, len(self.lines)) if closing in self.lines[n].lower()), -1)
            if end > 0:
                self.page.preformatted(self.lines[at + 1 : end], at + 1)
                return end + 1
            self.unclosed.add(closing)
        if found := _KEYWORD.fullmatch(line):
            if found["value"].strip() and not _TECHNICAL.fullmatch(found["key"]):
                self.page.metadata.append(f"{found['key']}: {found['value'].strip()}")
        elif not line.lstrip().startswith("# "):
            self._text(at)
        return at + 1

    def _drawer(self, name: str, at: int) -> int:
        """Read a drawer: properties above the text say something of the document."""
        stop = min(len(self.lines), at + _LONGEST_DRAWER)
        end = next((n for n in range(at + 1, stop) if self.lines[n].strip().upper() == ":END:"), 0)
        if name not in _DRAWERS or not end:
            return at + 1
        for line in self.lines[at + 1 : end] if not self.begun else ():
            if (found := _PROPERTY.fullmatch(line)) and not _TECHNICAL.fullmatch(found["key"]):
                self.page.metadata.append(f"{found['key']}: {found['value']}")
        return end + 1

    def _row(self, at: int) -> None:
        line = self.lines[at]
        if is_rule(line):
            return
        row = cells(line)
        if at + 1 < len(self.lines) and is_rule(self.lines[at + 1]) and not self.lines[at - 1].lstrip().startswith("|"):
            row = [(words, "th") for words, _ in row]
        self.page.row(row, at)

    def _item(self, item: re.Match[str], at: int) -> None:
        if item["mark"] and not self.page.depth and stands_alone(self.lines, at, _ITEM):
            self._text(at)
            return
        depth, words = self.indents.depth(column(item.string)) + self.in_task, item["words"]
        term = _TERM.fullmatch(words) if item["bullet"] and depth == 1 else None
        if term:
            self.page.described(term["term"], term["words"], at)
        else:
            self.page.item(depth, words, at, item["mark"] or "")

    def _text(self, at: int) -> None:
        line, page = self.lines[at], self.page
        if not self.in_task:
            self._leave(column(line))
        page.end_table()
        page.text(line, at)

    def _leave(self, at_column: int) -> None:
        """Leave the lists in which text at a column does not stand."""
        depth = self.indents.within(at_column)
        if depth < self.page.depth:
            self.page.end_lists(depth)
