"""The look of the styles: for a document without a template, and for what a template lacks."""

from __future__ import annotations

from typing import NamedTuple

from minutes_parser.styled import names as n

FONT, FIXED = "Arial", "Courier New"
"""Fonts that every word processor has, or has one of the same widths for."""
DARK, _ACCENT, _GREY, _PALE = "1F3864", "0B5563", "595959", "EAF3F4"
"""Each at least 7 to 1 against white, and the last as pale as to leave the text on it so."""


class Style(NamedTuple):
    """A style as WordprocessingML: the insides of its ``w:pPr`` and ``w:rPr``."""

    name: str
    paragraph: str | None = None
    """None for a character style."""
    run: str = ""
    based_on: str = ""
    next: str = ""

    @property
    def id(self) -> str:
        """The id that the style gets in a document which has no such style."""
        return self.name.replace(" ", "")


def _font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:cs="{name}" w:eastAsia="{name}"/>'


def _size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def _colour(code: str) -> str:
    return f'<w:color w:val="{code}"/>'


def _space(before: int, after: int, line: int = 264) -> str:
    """Return the space above and below in points, and between lines in 240ths."""
    return f'<w:spacing w:before="{before * 20}" w:after="{after * 20}" w:line="{line}" w:lineRule="auto"/>'


def _heading(level: int) -> Style:
    size = {1: 14, 2: 12, 3: 11}.get(level, 10.5)
    space = _space(18 if level == 1 else 12, 6 if level == 1 else 4)
    hang = '<w:tabs><w:tab w:val="left" w:pos="680"/></w:tabs>', '<w:ind w:left="680" w:hanging="680"/>'
    return Style(
        f"{n.SECTION.lower()} {level}",
        f'<w:keepNext/><w:keepLines/>{hang[0]}{space}{hang[1]}<w:outlineLvl w:val="{level - 1}"/>',
        f"<w:b/>{_colour(DARK)}{_size(size)}",
        n.TEXT,
        n.TEXT,
    )


_BAR = f'<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="{_ACCENT}"/></w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{_PALE}"/>'
_BULLET = '<w:tabs><w:tab w:val="left" w:pos="567"/></w:tabs>{space}<w:ind w:left="567" w:hanging="283"/>'

BULLETS = '<w:numPr><w:numId w:val="1"/></w:numPr>'
"""Makes the style of bullets a list, in a document that has our numbering."""

PARAGRAPHS = (
    Style(n.TEXT, _space(0, 6)),
    Style(
        n.TITLE,
        f'<w:keepNext/><w:pBdr><w:bottom w:val="single" w:sz="12" w:space="6" w:color="{_ACCENT}"/></w:pBdr>{_space(0, 10, 240)}',
        f"<w:b/>{_colour(DARK)}{_size(20)}", n.TEXT, n.TEXT,
    ),
    *(_heading(level) for level in range(1, 10)),
    Style(n.HEADING, '<w:ind w:left="0" w:firstLine="0"/><w:outlineLvl w:val="0"/>', "", f"{n.SECTION} 1", n.TEXT),
    Style(n.BULLET, _BULLET.format(space=_space(0, 3)), "", n.TEXT),
    Style(
        n.PARTICULARS,
        f'<w:tabs><w:tab w:val="left" w:pos="2268"/></w:tabs>{_space(0, 2)}<w:ind w:left="2268" w:hanging="2268"/>',
        "", n.TEXT,
    ),
    Style(n.PREFORMATTED, _space(0, 0, 240), f"{_font(FIXED)}{_size(9)}", n.TEXT),
    Style(n.ROW, _space(2, 2, 240), _size(9.5), n.TEXT),
    Style(n.REGISTER, _space(2, 2, 240), _size(9), n.TEXT),
    Style(n.REGISTER_HEAD, f"<w:keepNext/>{_space(3, 3, 240)}", f"<w:b/>{_colour('FFFFFF')}{_size(9)}", n.TEXT),
    Style(n.ACTION, f'<w:keepNext/>{_BAR}{_space(6, 0)}<w:ind w:left="227"/>', "", n.TEXT, n.DETAILS),
    Style(n.DETAILS, f'<w:keepLines/>{_BAR}{_space(0, 8)}<w:ind w:left="227"/>', _size(9.5), n.TEXT, n.TEXT),
    Style(
        n.EXTRACT,
        f'<w:pBdr><w:left w:val="single" w:sz="8" w:space="8" w:color="{_GREY}"/></w:pBdr>{_space(0, 6)}<w:ind w:left="227"/>',
        _size(9.5), n.TEXT, n.TEXT,
    ),
    Style(
        n.NOTE,
        f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="{_GREY}"/></w:pBdr>{_space(18, 0)}',
        f"{_colour(_GREY)}{_size(8.5)}", n.TEXT,
    ),
    *(Style(name, "", "", n.TEXT) for name in (n.QUESTION, n.ANSWER, n.DECISION, n.COMMITMENT)),
    Style("header", f'<w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs>{_space(0, 0, 240)}', f"{_colour(_GREY)}{_size(8.5)}", n.TEXT),
    Style("footer", f'<w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs>{_space(0, 0, 240)}', f"{_colour(_GREY)}{_size(8.5)}", n.TEXT),
    Style("annotation text", _space(0, 0, 240), _size(10), n.TEXT),
)  # fmt: skip

_LOOKS = {
    n.QUESTION: "<w:i/>",
    n.ACTION: "<w:b/>",
    n.DECISION: "<w:b/>",
    n.REFERENCE: f'<w:b/>{_colour(_ACCENT)}<w:vertAlign w:val="superscript"/>',
    n.LABEL: "",
    n.READING: _colour(_GREY),
    n.OWNER: "<w:b/>",
    n.DUE: "<w:b/>",
    n.NAME: "<w:b/>",
}
CHARACTERS = tuple(
    Style(f"{name} Char" if name in n.THINGS else name, None, _LOOKS.get(name, "")) for name in (*n.THINGS, *n.VALUES)
)
TABLE = "Minutes Table"
_LINE = '<w:{side} w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/>'
_BORDERS = "".join(_LINE.format(side=side) for side in ("top", "bottom", "insideH"))
TABLE_XML = (
    f'<w:tblPr><w:tblBorders>{_BORDERS}</w:tblBorders><w:tblCellMar><w:left w:w="85" w:type="dxa"/>'
    '<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr>'
    f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{DARK}"/></w:tcPr></w:tblStylePr>'
)
"""The insides of the table style: lines between rows, the head in white on dark."""
ROW_HEAD = f"<w:b/>{_colour('FFFFFF')}"


def xml(style: Style, based_on: str, following: str, *, shown: bool) -> str:
    """Return a style's element, without namespace; ``based_on`` and ``following`` are ids, '' for none."""
    kind = "character" if style.paragraph is None else "paragraph"
    default = ' w:default="1"' if style.name == n.TEXT else ""
    custom = ' w:customStyle="1"' if style.name.startswith("Minutes") else ""
    linked = ""
    if style.name in n.THINGS:
        linked = f'<w:link w:val="{style.id}Char"/>'
    elif style.name.removesuffix(" Char") in n.THINGS:
        linked = f'<w:link w:val="{style.id.removesuffix("Char")}"/>'
    parts = (
        f'<w:name w:val="{style.name}"/>',
        f'<w:basedOn w:val="{based_on}"/>' if based_on else "",
        f'<w:next w:val="{following}"/>' if following else "",
        linked,
        "" if shown else '<w:uiPriority w:val="99"/>',
        "<w:qFormat/>" if shown else "",
        f"<w:pPr>{style.paragraph}</w:pPr>" if style.paragraph else "",
        f"<w:rPr>{style.run}</w:rPr>" if style.run else "",
    )
    return f'<w:style w:type="{kind}"{default}{custom} w:styleId="{style.id}">{"".join(parts)}</w:style>'
