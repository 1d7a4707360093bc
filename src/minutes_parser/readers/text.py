"""Plain text: UTF-8 with or without byte order mark, UTF-16 with one, else Windows-1252.

People who write plain text set headings too: underlined, or with the marks of Markdown and wikis.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import replace

from minutes_parser.readers.margin import without_margin
from minutes_parser.readers.piped import with_rows
from minutes_parser.readers.wrapping import is_one_a_line
from minutes_parser.source import Line, MinutesError, Source, plain_lines

SUFFIXES = (".txt", ".text")
MEDIA_TYPE = "text/plain"
LARGEST = 50_000_000

_RULE = re.compile(r"[ \t]*([=\-~_*^#+])\1{2,}[ \t]*")
_MARKED = re.compile(
    r"(#{1,6}|\*{2,5})[ \t]+(?=\S)|(={2,5})[ \t]*(?=\S.*?\2[ \t]*$)|(={1,5})[ \t]+(?=[\"'“(]?(?:[A-Z]|\d{1,3}\.))"
)
"""Marks of Markdown, of wikis, which close them, and of AsciiDoc, which does not."""
_WIKI = re.compile(r"^={1,5}[ \t]*[^\s=]", re.MULTILINE)
"""A heading of a wiki or of AsciiDoc, in which stars are bullets and none are headings."""
_STARS = re.compile(r"(\*{1,5})[ \t]+(?=\S)")
_STAR_LIST = re.compile(r"^\*[ \t]+\S.*\n\*\*[ \t]+\S.*\n\*{1,3}[ \t]+\S", re.MULTILINE)
"""Items with stars, those within one with two of them, line below line."""
_AROUND = "-~+*_"
_FRAMED = re.compile(
    r"(?:(?P<dashes>([-~+])\2{1,5})[ ]?(?P<words>(?!(?i:begin|end|original|forwarded|page|boundary|cut here|snip|\d+[ ]?[-~+])\b)[A-Z0-9][^\n]{1,98}[^\s\-~+])[ ]?\2{2,6}|(?P<sign>\*\*?|__?)(?P<bold>[A-Z0-9][^*_\n]{1,98}[^*_\s])(?P=sign))[ \t]*"
)
"""A title between dashes ('--- Roof ---'; not what mail programs set so), or in what stands for bold letters ('*Roof*')."""
_FRAME_LEVEL = 3
# What a page of the web has above its document, when all of it is copied. Only words that no minutes begin with.
_CERTAIN = (
    r"(?:skip to (?:the )?(?:main )?(?:content|navigation|menu|search|footer)"
    r"|accessibility (?:settings|options|tools|links)|toggle (?:navigation|menu)"
    r"|(?:print|share|search|email) this (?:page|site)|cookie (?:settings|preferences|policy)"
    r"|accept (?:all )?cookies|back to top|main menu|you are here:?.{0,80})"
)
_LIKELY = r"(?:menu|search|home|log ?in|sign in|close|print|share|contact us|about us)"
_CHROME = re.compile(rf"(?i)\W*(?:{_LIKELY}\W+){{0,8}}{_CERTAIN}(?:\W+(?:{_CERTAIN}|{_LIKELY})){{0,8}}\W*")
_LONGEST_TITLE = 120
SPACES = "\u00a0\u202f\u2007\u2009\u2002\u2003\u3000"
"""Spaces that do not break or have another width."""
_TOP = 5
"""Lines among which the links of a web site may stand."""


def decode(data: bytes, name: str) -> tuple[str, str]:
    """Return the text and the encoding it was read with; raise ``MinutesError`` for binary data."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace"), "utf-16"
    if b"\0" in data:
        raise MinutesError(f"{name}: binary data, not text; give a text, Markdown, HTML, Word or PDF file")
    try:
        return data.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), "windows-1252"


def plain_spaces(text: str) -> str:
    """Return the text with plain spaces for the others, as word processors write them behind numbers and in gaps."""
    if not text.isascii():
        for space in SPACES:
            text = text.replace(space, " ")
    return text


def read(data: bytes, name: str) -> Source:
    """Read plain text."""
    text, encoding = decode(data, name)
    return replace(from_text(text, name), encoding=encoding)


def from_text(text: str, name: str) -> Source:
    """Return decoded text as a source; all spaces are plain ones, character by character."""
    text = plain_spaces(text)
    lines = without_margin(text, plain_lines(text))
    levels: dict[str, int] = {}
    underlines: set[int] = set()
    wiki = ("=" in text and _WIKI.search(text) is not None) or ("\n** " in text and _STAR_LIST.search(text) is not None)
    for index, line in enumerate(lines):
        first = text[line.start]
        if first.isalnum() and index >= _TOP:
            continue  # neither marks nor a rule
        if first == "*" and wiki and (stars := _STARS.match(text, line.start, line.end)):
            depth = stars.end(1) - line.start
            lines[index] = replace(line, kind="item", depth=depth, content=stars.end())
        elif first in "#=*" and (marked := _MARKED.match(text, line.start, line.end)):
            end = line.end if first == "#" else _without_marks(text, marked.end(), line.end, first)
            lines[index] = replace(
                line, kind="heading", level=len(marked[1] or marked[2] or marked[3]), content=marked.end(), end=end
            )
        elif first in _AROUND and (framed := _FRAMED.fullmatch(text, line.start, line.end)):
            lines[index] = _unframed(line, framed)
        if not first.isalnum() and (rule := _RULE.fullmatch(text, line.start, line.end)) is not None:
            lines[index] = replace(line, kind="furniture")
            above = lines[index - 2] if index > 1 else None
            if index and _underlined(lines[index - 1], above, line, signs=rule[1] == "_"):
                overlined = above is not None and above.kind == "furniture" and above.block == line.block
                level = levels.setdefault(rule[1] * (1 + overlined), len(levels) + 1)
                lines[index - 1] = replace(lines[index - 1], kind="heading", level=level)
                underlines.update((index, index - 2) if overlined else (index,))
        elif index < _TOP and is_chrome_line(text[line.start : line.end]):
            lines[index] = replace(line, kind="furniture")
    if "|" in text:
        with_rows(text, lines)
    one_a_line = is_one_a_line(text, lines)
    if underlines:  # marks of the titles, as those before others are
        lines = [line for index, line in enumerate(lines) if index not in underlines]
    return noted(Source(name, text, tuple(lines), MEDIA_TYPE, one_a_line=one_a_line))


def _without_marks(text: str, start: int, end: int, mark: str) -> int:
    """Return where a title ends that is closed with the marks that open it: '== Roof =='."""
    closed = text[start:end].rstrip()
    bare = closed.rstrip(mark)
    return start + len(bare.rstrip()) if bare and len(closed) > len(bare) + 1 else end


def _unframed(line: Line, framed: re.Match[str]) -> Line:
    """Return a line that stands between marks, without them: a heading between dashes, words in bold between stars."""
    if framed["dashes"]:
        start, end = framed.span("words")
        return replace(line, kind="heading", level=_FRAME_LEVEL, content=start, end=end)
    start, end = framed.span("bold")
    return replace(line, start=start, end=end, bold=True)


def is_chrome_line(line: str) -> bool:
    """Whether the line consists of the links that stand above the documents of a web site."""
    return len(line) < 200 and bool(_CHROME.fullmatch(line))


def unboxed(source: Source) -> Source:
    """Return a source most of which is set as code, as old pages are, with those lines read as plain text."""
    boxed = [line for line in source.lines if line.kind == "preformatted"]
    if sum(line.end - line.start for line in boxed) <= len(source.text) * _MOSTLY:
        return source
    numbers = {line.start: line.number for line in boxed}
    last = max(line.block for line in source.lines)
    told = [
        replace(line, number=numbers[line.start], block=line.block + last)
        for line in from_text(source.text, source.name).lines if line.start in numbers
    ]  # fmt: skip
    rest = [line for line in source.lines if line.kind != "preformatted"]
    return replace(source, lines=tuple(sorted([*rest, *told], key=lambda line: line.start)))


_MOSTLY = 0.6
"""The part of a page in a box from which on the page is plain text."""


def noted(source: Source) -> Source:
    """Return the source with a sentence that tells how much of it was set aside."""
    count = [line.kind for line in source.lines].count("furniture")
    if not count:
        return source
    note = f"{count} line{'s' if count > 1 else ''} set aside as furniture: menus, banners, rules, running heads"
    return replace(source, notes=(*source.notes, note))


def _underlined(title: Line, before: Line | None, rule: Line, *, signs: bool) -> bool:
    """Whether a rule underlines the line above it and neither closes a paragraph nor ``signs``, as low dashes of any length do."""
    if title.number != rule.number - 1 or title.kind != "text" or title.end - title.start > _LONGEST_TITLE:
        return False
    alone = before is None or before.block != title.block or before.kind == "furniture"
    return (alone and not signs) or abs((title.end - title.start) - (rule.end - rule.start)) <= 2
