"""From HTML, or what Markdown was turned into, to paragraphs and tables."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from lxml import etree, html

from minutes_parser.readers.composer import Style
from minutes_parser.readers.flow import BREAK, PLAIN, Flow, Para, Piece, Row, Table
from minutes_parser.readers.html import notes
from minutes_parser.readers.html.chrome import is_chrome, main_part
from minutes_parser.readers.html.folding import HEADINGS, begins_with_heading, folds
from minutes_parser.readers.html.numbering import Numbering, integer
from minutes_parser.readers.html.terms import between
from minutes_parser.readers.text import is_chrome_line
from minutes_parser.source import LineKind, MinutesError

_HIDDEN = {
    "script", "style", "template", "head", "noscript", "svg", "math", "canvas", "object", "iframe", "audio", "video",
    "map", "datalist", "textarea", "select",
}  # fmt: skip
_BLOCKS = {
    "p", "div", "section", "article", "main", "header", "footer", "nav", "aside", "address", "blockquote", "figure",
    "figcaption", "form", "fieldset", "legend", "details", "summary", "hr", "center", "body", "html", "h1", "h2", "h3",
    "h4", "h5", "h6", "ul", "ol", "menu", "dir", "dl", "dt", "dd", "pre", "caption", "button", "dialog", "li", "table",
    "tr", "td", "th",
}  # fmt: skip
_BOLD = {"b", "strong", "u"}
"""Underlined counts as bold: both set off a title."""
_ITALIC = {"i", "em", "cite"}
_STRUCK = {"s", "strike", "del"}
_SET_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_SET_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)|text-decoration[\w-]*\s*:[^;]*underline", re.I)
_SET_ITALIC = re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.I)
_SET_STRUCK = re.compile(r"text-decoration[\w-]*\s*:[^;]*line-through", re.I)
_SET_PLAIN = re.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)", re.I)
_BIG_LINE = 65535
"""libxml2 counts lines up to this number."""
_WIDEST = 60
"""Columns that one cell may span, and tables that may stand in one another, at most."""

_MOST_COVERED = 100_000
"""Empty cells, in all tables together, that stand for places over which others reach."""


class _Outer(NamedTuple):
    """What holds again behind the end of an element."""

    style: Style
    chrome: bool
    depth: int
    level: int
    kind: LineKind
    marker: str | None


def flow(page: str, name: str) -> Flow:
    """Return the paragraphs and tables of a page; raise ``MinutesError`` where it cannot be parsed."""
    parser = html.HTMLParser(encoding="utf-8", recover=True, huge_tree=False, no_network=True)
    try:
        root = etree.fromstring(page.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        root = None
    if any("xcessive depth" in error.message for error in parser.error_log.filter_from_level(etree.ErrorLevels.FATAL)):
        raise MinutesError(f"{name}: its elements are nested too deeply; save the page as text")
    return _Walk(root).flow() if root is not None else []


class _Walk:
    """One walk over the elements, in the order of the document."""

    def __init__(self, root: Any) -> None:
        self.root = root
        self.main = main_part(root)
        self.notes = notes.find(root)
        self.referred: list[str] = []
        self.sinks: list[Flow] = [[]]
        self.rows: list[list[Row]] = []
        self.spans: list[dict[int, int]] = []
        self.lists: list[Numbering] = []
        self.outer: list[_Outer] = []
        self.pieces: list[Piece] = []
        self.style = PLAIN
        self.depth, self.level, self.number = 0, 0, 1
        self.chrome = self.main is not None
        self.kind: LineKind = "text"
        self.marker: str | None = None
        self.covered = 0

    def flow(self) -> Flow:
        """Walk and return what was found."""
        walk = etree.iterwalk(self.root, events=("start", "end", "comment", "pi"))
        for event, element in walk:
            if event == "start":
                if _is_hidden(element) or self._is_mark(element) or (self.kind == "heading" and _links_here(element)):
                    self.number += "".join(element.itertext()).count("\n")
                    walk.skip_subtree()
                    self.outer.append(self._here())
                else:
                    self._open(element)
            elif event == "end":
                self._close(element)
            else:
                self.number += (element.text or "").count("\n")
                self._text(element.tail)
        self._flush()
        return notes.settle(self.sinks[0], self.notes) if self.notes.texts else self.sinks[0]

    def _is_mark(self, element: Any) -> bool:
        """Whether the element is the mark of a note, in the running text or before or behind the note itself."""
        if label := self.notes.marks.get(element):
            self.referred.append(label)
        return label is not None or element in self.notes.backs

    def _here(self) -> _Outer:
        return _Outer(self.style, self.chrome, self.depth, self.level, self.kind, self.marker)

    def _open(self, element: Any) -> None:
        tag = element.tag
        if self.number <= (line := element.sourceline or 0) < _BIG_LINE:
            self.number = line
        if tag in _BLOCKS:
            self._flush()
        self.outer.append(self._here())
        self.style = _style(element, self.style)
        if element is self.main:
            self.chrome = False
        elif not self.chrome and is_chrome(element):
            self.chrome = True
        if element in self.notes.bodies:
            self._note(self.notes.bodies[element])
        elif tag in HEADINGS:
            self.level, self.kind = HEADINGS[tag], "heading"
        elif self.kind == "text" and not self.depth and (level := folds(element)):
            self._flush()
            self.level, self.kind = level, "heading"
        elif tag == "pre":
            self.kind = "preformatted"
        elif tag in ("ol", "ul"):
            self.lists.append(Numbering(element))
        elif tag == "li":
            self._item(element)
        elif tag == "dd":
            self._description(element)
        elif tag in ("table", "tr", "td", "th"):
            self._table(element)
        elif tag == "br":
            self.pieces.append(Piece(BREAK, PLAIN, self.number))
        elif tag == "img":
            self._add(f" {element.get('alt')} " if element.get("alt") else "")
        elif tag == "input" and (element.get("type") or "").lower() == "checkbox":
            self._add("[ ] " if element.get("checked") is None else "[x] ")
        elif tag == "q":
            self._add("“")
        self._text(element.text)

    def _close(self, element: Any) -> None:
        tag = element.tag
        if tag in _BLOCKS or (self.kind == "heading" and self.outer[-1].kind == "text"):
            self._flush()
        if tag == "li":
            self._number_alone()
        if tag == "q":
            self._add("”")
        elif tag in ("ol", "ul") and self.lists:
            self.lists.pop()
        elif (tag in ("td", "th") or element in self.notes.bodies) and len(self.sinks) > 1:
            self.sinks.pop()
        elif tag == "table" and self.rows:
            self.rows.pop()
            self.spans.pop()
        marker = self.marker
        self.style, self.chrome, self.depth, self.level, self.kind, self.marker = self.outer.pop()
        if tag not in ("li", "td", "th"):
            self.marker = marker
        self._text(element.tail)

    def _text(self, text: str | None) -> None:
        """Add text of the page; in white space folding, line ends count lines only."""
        if not text:
            return
        if self.kind == "preformatted":
            for index, line in enumerate(text.split("\n")):
                if index:
                    self.pieces.append(Piece(BREAK, PLAIN, self.number))
                    self.number += 1
                self._add(line)
            return
        lead = text[: len(text) - len(text.lstrip())].count("\n")
        self.number += lead
        self._add(text)
        self.number += text.count("\n") - lead

    def _add(self, text: str) -> None:
        if text:
            self.pieces.append(Piece(" " if text == BREAK else text, self.style, self.number))

    def _note(self, label: str) -> None:
        """Begin the text of a note."""
        self.sinks.append(self.notes.texts.setdefault(label, []))
        self.chrome, self.depth, self.level, self.kind, self.marker = False, 0, 0, "text", None

    def _item(self, element: Any) -> None:
        """Begin a list item. An item that begins with a heading is a part of the document, not of a list."""
        self._number_alone()
        self.marker = self.lists[-1].marker(element) if self.lists else "• "
        if begins_with_heading(element):
            self.marker = None if self.marker == "• " else self.marker
        else:
            self.depth += 1

    def _number_alone(self) -> None:
        """Write the number of an item in which nothing stands, as its title stands below it."""
        if self.marker and self.marker != "• ":
            self.pieces = [Piece(self.marker.strip(), PLAIN, self.number)]
            self.marker = None
            self._flush()

    def _description(self, element: Any) -> None:
        """Begin the description of a term; a short one goes on with the term's line."""
        sign, last = between(element), self.sinks[-1][-1] if self.sinks[-1] else None
        if sign and isinstance(last, Para) and last.kind == "text":
            self.sinks[-1].pop()
            self.pieces, self.marker, self.referred = [*last.pieces, Piece(sign)], last.marker, last.notes

    def _table(self, element: Any) -> None:
        """Begin a table, a row or a cell."""
        tag = element.tag
        if tag == "table" and len(self.rows) < _WIDEST:
            table = Table()
            self.sinks[-1].append(table)
            self.rows.append(table.rows)
            self.spans.append({})
        elif tag == "tr" and self.rows:
            head = element.getparent() is not None and element.getparent().tag == "thead"
            cells = [child.tag for child in element]
            self.rows[-1].append(Row(header=head or ("th" in cells and "td" not in cells)))
        elif tag in ("td", "th") and self.rows and self.rows[-1]:
            self._cell(element, self.rows[-1][-1], self.spans[-1])

    def _cell(self, element: Any, row: Row, spans: dict[int, int]) -> None:
        """Begin a cell; leave empty cells where one above or to the left reaches."""
        while spans.get(len(row.cells), 0) > 0 and self.covered < _MOST_COVERED:
            spans[len(row.cells)] -= 1
            row.cells.append([])
            self.covered += 1
        down, right = integer(element.get("rowspan"), 1), integer(element.get("colspan"), 1)
        cell: Flow = []
        if down > 1:
            spans[len(row.cells)] = down - 1
        row.cells.append(cell)
        more = min(right, _WIDEST, _MOST_COVERED - self.covered + 1) - 1
        row.cells.extend([] for _ in range(more))
        self.covered += max(more, 0)
        self.sinks.append(cell)
        self.depth, self.level, self.kind, self.marker = 0, 0, "text", None

    def _flush(self) -> None:
        """End the paragraph."""
        pieces, self.pieces = self.pieces, []
        if not any(piece.text.strip() for piece in pieces):
            return
        kind = self.kind
        if self.chrome or (len(pieces) == 1 and is_chrome_line(pieces[0].text)):
            kind = "furniture"
        level = self.level if kind == "heading" else 0
        marker, depth = self.marker, 0 if kind in ("heading", "furniture") else self.depth
        self.sinks[-1].append(Para(pieces, kind, level, depth, marker, self.referred))
        self.marker, self.referred = None, []


def _links_here(element: Any) -> bool:
    """Whether the element is the sign of a heading that links to the heading itself: '¶', '#'."""
    if element.tag != "a" or not (element.get("href") or "").startswith("#"):
        return False
    sign = "".join(element.itertext()).strip()
    return len(sign) == 1 and not sign.isalnum()


def _is_hidden(element: Any) -> bool:
    """Whether the browser shows nothing of the element."""
    if element.tag in _HIDDEN or element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style = element.get("style")
    return bool(style and _SET_HIDDEN.search(style))


def _style(element: Any, style: Style) -> Style:
    """Return the style inside the element."""
    tag, css = element.tag, element.get("style")
    bold = style.bold or tag in _BOLD
    italic = style.italic or tag in _ITALIC
    struck = style.struck or tag in _STRUCK
    if css and tag != "a":
        bold = bool((bold and not _SET_PLAIN.search(css)) or _SET_BOLD.search(css))
        italic = italic or bool(_SET_ITALIC.search(css))
        struck = struck or bool(_SET_STRUCK.search(css))
    if (bold, italic, struck) == (style.bold, style.italic, style.struck):
        return style
    return Style(bold, italic, struck)
