"""Web pages: the text as a reader sees it, with headings, lists, tables and emphasis.

Navigation, banners, forms and the like are kept as furniture. Nothing is fetched, no entity beyond HTML's own is
expanded, scripts are left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree, html

from minutes_parser.readers.composer import Composer, Style
from minutes_parser.readers.ordinals import to_letters, to_roman
from minutes_parser.readers.text import decode
from minutes_parser.source import MinutesError, Source

SUFFIXES = (".html", ".htm", ".xhtml")
MEDIA_TYPE = "text/html"

_SKIPPED = {"script", "style", "template", "head", "noscript", "svg", "math", "iframe", "object", "select", "textarea"}
_BLOCKS = {
    "p", "div", "section", "article", "main", "header", "footer", "nav", "aside", "form", "fieldset", "figure", "address",
    "figcaption", "blockquote", "dl", "dt", "dd", "details", "summary", "hr", "body", "html", "center", "caption",
}  # fmt: skip
_CHROME_TAGS = {"nav", "aside", "form", "button", "dialog"}
_CHROME = re.compile(
    r"(?:^|[\s_\-])(?:nav(?:bar|igation)?|menu|breadcrumbs?|cookies?(?:-\w+)?|skip(?:-?link|-?to)?|sidebar|social|share|sharing|"
    r"pagination|pager|site-(?:header|footer)|footer|banner|toolbar|search(?:-?form|box)?)(?:$|[\s_\-])",
    re.IGNORECASE,
)
_CHROME_ROLES = {"navigation", "banner", "search", "complementary", "contentinfo", "menu", "toolbar", "dialog", "alert"}
_LONG_CELL = 400
_DEEPEST = 200
_MARKER = re.compile(r"minutes-line:(\d{1,9})")


def read(data: bytes, name: str) -> Source:
    """Read a web page."""
    text, encoding = decode(data, name)
    composer = Composer()
    furniture = compose(text, composer, own_lines=True)
    notes = (f"{furniture} lines of the page's navigation and banners were set aside",) if furniture else ()
    return composer.source(name, MEDIA_TYPE, encoding, notes)


def compose(text: str, composer: Composer, *, own_lines: bool) -> int:
    """Write the page's text into ``composer`` and return how many elements of page chrome were met.

    With ``own_lines`` line numbers are those of ``text``; otherwise they come from ``data-line`` attributes and
    ``<!--minutes-line:N-->`` comments.
    """
    parser = html.HTMLParser(encoding="utf-8", huge_tree=False, remove_pis=True, recover=True)
    try:
        root = html.document_fromstring(text.replace("\0", "\ufffd").encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        if not text.strip():
            return 0
        raise MinutesError("the page holds no text that can be read; check the file") from error
    walker = _Walker(composer, own_lines)
    walker.children(root, Style())
    composer.end_block()
    return walker.chrome


class _Walker:
    """Walks the tree once, in document order."""

    def __init__(self, composer: Composer, own_lines: bool) -> None:
        self.out = composer
        self.own_lines = own_lines
        self.offset = 0
        self.tables = 0
        self.depth = 0
        self.chrome = 0
        self.special: dict[str, Callable[[html.HtmlElement, Style], None]] = {
            "br": self.line_break, "table": self.table, "ul": self.listing, "ol": self.listing, "pre": self.pre, "img": self.image,
            **{f"h{level}": self.heading for level in range(1, 7)},
        }  # fmt: skip

    def children(self, element: html.HtmlElement, style: Style) -> None:
        """Write an element's text and its children."""
        if element.text:
            self.out.text(element.text, style)
        for child in element:
            self.element(child, style)
            if child.tail:
                self.out.text(child.tail, style)

    def element(self, element: html.HtmlElement, style: Style) -> None:
        """Write one element."""
        if not isinstance(element.tag, str):
            self.comment(element)
            return
        tag = element.tag.rpartition("}")[2].lower()
        if tag in _SKIPPED or element.get("hidden") is not None or self.depth > _DEEPEST:
            return
        self.place(element)
        self.depth += 1
        if self.out.kind != "furniture" and _is_chrome(element, tag):
            self.aside(element, style)
        elif tag in self.special:
            self.special[tag](element, style)
        elif tag in _BLOCKS:
            self.out.end_block()
            self.children(element, style)
            self.out.end_block()
        else:
            self.children(element, _styled(tag, element, style))
        self.depth -= 1

    def comment(self, element: html.HtmlElement) -> None:
        """Take a line number from a comment that the Markdown reader left."""
        found = _MARKER.fullmatch((element.text or "").strip()) if element.tag is etree.Comment else None
        if found and not self.own_lines:
            self.out.number = int(found[1])
            self.offset = int(found[1]) - (element.sourceline or 0)

    def place(self, element: html.HtmlElement) -> None:
        """Note the line of the file in which the element stands."""
        if self.own_lines:
            self.out.number = element.sourceline or self.out.number
        elif line := element.get("data-line"):
            self.out.number = int(line) if line.isdecimal() else self.out.number
            self.offset = 0
        elif self.offset and element.sourceline:
            self.out.number = max(element.sourceline + self.offset, 1)

    def aside(self, element: html.HtmlElement, style: Style) -> None:
        """Write page chrome as furniture."""
        self.out.end_block()
        kind, self.out.kind = self.out.kind, "furniture"
        self.children(element, style)
        self.out.end_block()
        self.out.kind = kind
        self.chrome += 1

    def line_break(self, element: html.HtmlElement, style: Style) -> None:
        """End the line within its block."""
        self.out.end_line()
        if not self.own_lines:
            self.out.number += 1

    def image(self, element: html.HtmlElement, style: Style) -> None:
        """Write the text that stands for a picture."""
        self.out.text(element.get("alt") or "", style)

    def pre(self, element: html.HtmlElement, style: Style) -> None:
        """Write preformatted text."""
        self.out.preformatted(element.text_content())

    def heading(self, element: html.HtmlElement, style: Style) -> None:
        """Write a heading; the number of the list item that it opens stands before it."""
        self.out.end_block()
        kind, level = self.out.kind, self.out.level
        if kind != "furniture":
            self.out.kind, self.out.level = "heading", int(element.tag[-1])
        if self.out.marker is not None and not self.out.marker[0].isalnum():
            self.out.marker = None
        self.children(element, style)
        self.out.end_block()
        self.out.kind, self.out.level = kind, level

    def listing(self, element: html.HtmlElement, style: Style) -> None:
        """Write a list; a numbered one with its numbers as a browser shows them."""
        self.out.end_block(apart=self.out.depth == 0)
        self.out.depth += 1
        value = _whole(element.get("start"), 1)
        for child in element:
            if child.tag == "li":
                value = _whole(child.get("value"), value)
                self.place(child)
                self.out.marker = _label(value, element) if element.tag == "ol" else "• "
                value += 1
                depth = self.out.depth
                self.children(child, style)
                self.out.end_block(apart=False)
                self.out.marker, self.out.depth = None, depth
            else:
                self.element(child, style)
        self.out.depth -= 1
        self.out.end_block(apart=self.out.depth == 0)

    def table(self, element: html.HtmlElement, style: Style) -> None:
        """Write a table row by row; one that only lays out the page is read as running text."""
        rows = [row for row in element.iter("tr") if next(row.iterancestors("table")) is element]
        cells = [cell for row in rows for cell in row if cell.tag in ("td", "th")]
        if any(_lays_out(cell) for cell in cells):
            for cell in cells:
                self.out.end_block()
                self.children(cell, style)
                self.out.end_block()
            return
        self.out.end_block()
        self.tables += 1
        for row in rows:
            own = [cell for cell in row if cell.tag in ("td", "th")]
            self.place(row)
            head = bool(own) and (
                all(c.tag == "th" for c in own) or (row.getparent() is not None and row.getparent().tag == "thead")
            )
            self.out.row([c.text_content() for c in own], self.tables, head)
        self.out.end_block()


def _styled(tag: str, element: html.HtmlElement, style: Style) -> Style:
    """Return the style inside an inline element."""
    css = (element.get("style") or "").lower()
    bold = style.bold or tag in ("strong", "b") or "font-weight:bold" in css.replace(" ", "")
    italic = style.italic or tag in ("em", "i") or "italic" in css
    struck = style.struck or tag in ("del", "s", "strike") or "line-through" in css
    return Style(bold, italic, struck)


def _is_chrome(element: html.HtmlElement, tag: str) -> bool:
    """Whether an element belongs to the page and not to the document on it."""
    if tag in _CHROME_TAGS or (element.get("role") or "") in _CHROME_ROLES:
        return True
    if tag in ("body", "html", "main", "article"):
        return False
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    return bool(named.strip()) and len(named) < 300 and bool(_CHROME.search(named)) and element.find(".//h1") is None


def _lays_out(cell: html.HtmlElement) -> bool:
    """Whether a cell holds running text: several paragraphs or lists, or very much of it."""
    if cell.find(".//table") is not None:
        return True
    blocks = sum(1 for _ in cell.iter("p", "li", "div"))
    return blocks > 3 and len(cell.text_content()) > _LONG_CELL


def _whole(words: str | None, default: int) -> int:
    """Return an attribute as a whole number."""
    return int(words) if words and re.fullmatch(r"\d{1,6}", words.strip()) else default


def _label(value: int, listing: html.HtmlElement) -> str:
    """Return the number of a list item as shown, with its dot or bracket."""
    shown, style = str(value), listing.get("type")
    if style in ("a", "A") and 1 <= value <= 26:
        shown = to_letters(value)
    elif style in ("i", "I") and 1 <= value < 90:
        shown = to_roman(value)
    mark = ")" if listing.get("data-mark") == ")" else "."
    return f"{shown.upper() if style in ('A', 'I') else shown}{mark} "
