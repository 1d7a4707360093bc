"""From the lines of a document in AsciiDoc to a page."""

from __future__ import annotations

import re

from minutes_parser.readers.asciidoc.marks import MARKS
from minutes_parser.readers.asciidoc.tables import FENCE, read_table
from minutes_parser.readers.markup.counting import MARK
from minutes_parser.readers.markup.indents import stands_alone
from minutes_parser.readers.markup.page import Page, page_of
from minutes_parser.readers.markup.spans import lines_of

_HEADING = re.compile(r"(?P<signs>={1,6}|\#{1,6})[ \t]+(?P<title>\S.{0,1000}?)(?:[ \t]+(?P=signs))?[ \t]*")
_ATTRIBUTE = re.compile(r":(?P<key>!?[\w-]{1,60}!?):(?:[ \t]+(?P<value>\S.*))?[ \t]*")
_TECHNICAL = re.compile(
    r"(?i)!?(?:toc.*|icons.*|sect.*|num.*|imagesdir|.*highlighter|doctype|experimental|id.*|pdf.*|style.*|link.*|source.*|table.*|lang|encoding"
    r"|data-uri|backend|compat.*|leveloffset|partnums|chapter-.*|figure-.*|hide.*|nofooter|noheader|sectanchors|stem|page-.*|jbake-.*|uri-.*|keywords|description|xref.*|email)!?"
)
"""Attributes that say how the document is set, and nothing of it."""
_REFERENCE = re.compile(r"\{([\w-]{1,60})\}")
_BUILT_IN = {
    "empty": "", "sp": " ", "nbsp": " ", "plus": "+", "asterisk": "*", "apos": "'", "amp": "&amp;", "vbar": "|", "zwsp": "",
    "startsb": "[", "endsb": "]", "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "deg": "°",
}  # fmt: skip
"""What the markup itself has names for."""
_BY = re.compile(r"[^\W\d_][^<>\n]{1,80}<[^<>\s]{3,100}>[ \t]*|v?\d[\d.]{0,10},[ \t].{1,60}|\d{4}-\d\d-\d\d")
"""Below the title: who wrote it, and which version it is."""
_BLOCK = re.compile(r"\[(?P<inner>[^\[\]\n]{0,400})\][ \t]*|\[\[[^\[\]\n]{1,200}\]\][ \t]*")
_TITLE = re.compile(r"\.(?P<title>[^\s.].{0,200})")
_ITEM = re.compile(rf"[ \t]*(?:(?P<sign>\*{{1,6}}|-|•|\.{{1,5}})|(?P<mark>{MARK}))[ \t]+(?P<words>\S.*)")
_TERM = re.compile(r"[ \t]*(?P<term>\S(?:.{0,80}?\S)?)(?::{2,4}|;;)(?:[ \t]+(?P<words>\S.*))?[ \t]*")
_FENCE = re.compile(r"(?:={4,}|\*{4,}|_{4,}|--|'{3,}|<{3}|-{3}|\*{3}|\+)[ \t]*")
"""Lines around a block whose text is one of the document's; rules, and what joins a block to an item."""
_SHOWN_AS_IT_STANDS = re.compile(r"(?:-{4,}|\.{4,}|`{3,}\w{0,20})[ \t]*")
_UNSHOWN = re.compile(r"(?:\+{4,}|/{4,})[ \t]*")
_MACRO = re.compile(r"(?:include|image|toc|video|audio|ifdef|ifndef|ifeval|endif|plantuml)::.{0,600}")


def page(text: str) -> Page:
    """Return the page of a document."""
    return page_of(_Reader(lines_of(text)))


class _Reader:
    """Reads line after line."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.page = Page(lines, MARKS, filled=True)
        self.marks: list[str] = []
        """The marks of the items that are open, each other than those around it."""
        self.values = dict(_BUILT_IN)
        """What attributes of the document stand for."""
        self.attributes = ""
        """What is said in brackets of the block that follows."""
        self.unclosed: set[str] = set()
        """Fences that are known not to come again."""

    def read(self, at: int) -> int:
        """Read the block that begins on a line; return the line behind it."""
        line, page = self.lines[at], self.page
        if not line.strip():
            page.gap()
            return at + 1
        if line[0] in "=#" and (heading := _HEADING.fullmatch(line)):
            self.marks.clear()
            page.heading(len(heading["signs"]), self._told(heading["title"]), at)
            return self._below_title(at + 1) if heading["signs"] == "=" else at + 1
        if line[0] == ":" and (attribute := _ATTRIBUTE.fullmatch(line)):
            self._attribute(attribute)
        elif line[0] == "[" and (block := _BLOCK.fullmatch(line)):
            self.attributes = block["inner"] or ""
            page.gap()
            return at + 1
        elif line[0] in "|,:!" and FENCE.fullmatch(line):
            self.marks.clear()
            end = read_table(self.lines, at, self.attributes, page)
            self.attributes = ""
            return end
        elif (shown := _SHOWN_AS_IT_STANDS.fullmatch(line)) or _UNSHOWN.fullmatch(line):
            return self._fenced(at, shown=shown is not None)
        elif _FENCE.fullmatch(line):
            page.gap()
        elif not (line.startswith("//") or _MACRO.fullmatch(line)):
            end = self._running(at)
            self.attributes = ""
            return end
        return at + 1

    def _below_title(self, at: int) -> int:
        """Leave out of the text who wrote the document, and its version."""
        for number in range(at, min(at + 2, len(self.lines))):
            if not _BY.fullmatch(self.lines[number]):
                return number
            self.page.metadata.append(self.lines[number])
        return min(at + 2, len(self.lines))

    def _attribute(self, attribute: re.Match[str]) -> None:
        key, value = attribute["key"], (attribute["value"] or "").strip()
        self.values[key.lower()] = value
        if value and not _TECHNICAL.fullmatch(key):
            self.page.metadata.append(f"{key}: {value}")

    def _fenced(self, at: int, *, shown: bool) -> int:
        """Read lines between fences."""
        fence = self.lines[at].strip()
        closing = "```" if fence.startswith("```") else fence
        lines, end = self.lines, -1
        if closing not in self.unclosed:
            end = next((n for n in range(at + 1, len(lines)) if lines[n].strip() == closing), -1)
        if end < 0:
            self.unclosed.add(closing)
            return at + 1
        if shown:
            self.page.preformatted(lines[at + 1 : end], at + 1)
        return end + 1

    def _running(self, at: int) -> int:
        """Read an item, a term, the title of a block or a line of text."""
        line, page = self._told(self.lines[at]), self.page
        item = _ITEM.fullmatch(line)
        if item and item["mark"] and not page.depth and stands_alone(self.lines, at, _ITEM):
            self._text(line, at)
        elif item:
            sign = item["sign"] or "1"
            page.item(self._depth(sign), item["words"], at, item["mark"] or "#" * (sign[0] == "."))
        elif line[0] == "." and (title := _TITLE.fullmatch(line)):
            page.end_lists()
            page.text(f"*{title['title']}*", at)
            page.gap()
        elif "::" in line and (term := _TERM.fullmatch(line)):
            return self._term(term, at)
        else:
            self._text(line, at)
        return at + 1

    def _depth(self, mark: str) -> int:
        """Return the depth of an item with such a mark, and go there."""
        if mark in self.marks:
            del self.marks[self.marks.index(mark) + 1 :]
        else:
            self.marks.append(mark)
        return len(self.marks)

    def _term(self, term: re.Match[str], at: int) -> int:
        """Read a term and what stands beside it or, in one line, below it."""
        below = next((n for n in range(at + 1, min(at + 3, len(self.lines))) if self.lines[n].strip()), 0)
        words, end = term["words"], at + 1
        alone = below and (below + 1 >= len(self.lines) or not self.lines[below + 1].strip())
        if not words and alone and not _ITEM.fullmatch(self.lines[below]) and not _HEADING.fullmatch(self.lines[below]):
            words, end = self._told(self.lines[below]), below + 1
        self.marks.clear()
        if words:
            self.page.described(term["term"], words, at)
        else:
            self.page.term(term["term"] + ":", at)
        return end

    def _text(self, line: str, at: int) -> None:
        """Read a line of running text: below an item it goes on with it, or is joined to it by a plus."""
        page = self.page
        joined = at > 0 and self.lines[at - 1].strip() in ("+", "--")
        if page.depth and not page.open and not joined and line[0] not in " \t":
            page.end_lists()
            self.marks.clear()
        page.end_table()
        page.text(line, at)

    def _told(self, line: str) -> str:
        """Return the line with the values of attributes to which it refers."""
        if "{" not in line:
            return line
        return _REFERENCE.sub(lambda found: self.values.get(found[1].lower(), found[0]), line)
