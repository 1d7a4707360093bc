"""The vocabulary of Rich Text: what its control words stand for (Rich Text Format Specification 1.9.1)."""

from __future__ import annotations

import codecs
from collections.abc import Mapping

CHARACTERS: Mapping[str, str] = {
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "endash": "–", "emdash": "—",
    "~": "\u00a0", "_": "-", "emspace": " ", "enspace": " ", "qmspace": " ", "\\": "\\", "{": "{", "}": "}",
}  # fmt: skip
"""Words and signs that stand for a character; an optional hyphen stands for none."""

SKIPPED = frozenset(
    "colortbl info pict objdata fldinst listtable listoverridetable revtbl rsidtbl generator xmlnstbl themedata"
    " colorschememapping datastore latentstyles nonshppict shprslt filetbl annotation atnid atnauthor tc xe txe rxe"
    " nonesttables ftnsep ftnsepc aftnsep aftnsepc pnseclvl template upr shpinst bkmkstart bkmkend fldtype do pntxta pntxtb"
    " mmathPr private objclass objname".split()
)
"""Groups of which nothing stands in the text; so are those that begin with an asterisk and a word not known."""

SHOWN = frozenset("shptxt dptxbxtext ud moMath mmath".split())
"""Groups that are shown though they stand within a skipped one, or begin with an asterisk."""

INTO = {
    "fonttbl": "font", "stylesheet": "style", "listtext": "marker", "pntext": "marker", "footnote": "note",
    "shptxt": "box", "dptxbxtext": "box",
    "header": "head", "headerl": "head", "headerr": "head", "headerf": "head",
    "footer": "foot", "footerl": "foot", "footerr": "foot", "footerf": "foot",
}  # fmt: skip
"""Groups whose text is no part of the paragraph that they stand in."""

_CHARSETS = {
    0: 1252, 77: 10000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256,
    186: 1257, 204: 1251, 222: 874, 238: 1250, 255: 850,
}  # fmt: skip
"""The code pages of the character sets that a font may name."""
_NAMED = {10000: "mac-roman", 65001: "utf-8"}


def codec(page: int) -> str:
    """Return Python's name of a Windows code page, that of Western Europe where there is none of that number."""
    try:
        return codecs.lookup(_NAMED.get(page, f"cp{page}")).name
    except LookupError:
        return "cp1252"


def charset(number: int, default: str) -> str:
    """Return the codec of a font's character set; the symbols and unknown sets are read as the document is."""
    return codec(_CHARSETS[number]) if number in _CHARSETS else default


SYMBOLS: Mapping[int, str] = {
    0xF0FE: "☑", 0xF052: "☑", 0xF0A8: "☐", 0xF06F: "☐", 0xF0FC: "✓", 0xF0B7: "•", 0xF0E0: "→", 0xF0A7: "▪", 0xF02D: "–",
}  # fmt: skip
"""Characters of symbol fonts, by the place in the private area that Word gives them."""
