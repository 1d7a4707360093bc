"""Forms of plain text: the same minutes as people type them, export them, print them and mail them.

Markdown is set as text first: marks of headings and bold are gone, or stand as underlines, in capitals; tables are set
with spaces or drawn. Then the text may be inset, quoted in a mail, cut into pages.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from itertools import groupby

Form = Callable[[str, str], tuple[str, str]]
Change = Callable[[str], str]

_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*")
_ITEM = re.compile(r"(\s*)((?:[-*+•o–·»]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])[ \t]+)(.*)")
_BULLET = re.compile(r"(\s*)[-*+•](\s+)(\S.*)")
_RULE = re.compile(r"\s*\|?[\s:|+=-]*-[\s:|+=-]*\|?\s*")
_CELL = re.compile(r"(?<!\\)\|")
_COLUMN = 78
_WIDEST = 40
_PAGE = 48


def is_markup(document: str) -> bool:
    """Whether the document is a page, which is no text."""
    return document.lstrip()[:1] == "<" and "</" in document


def bare(line: str) -> str:
    """Return a line of Markdown without its marks but those of headings and items."""
    line = re.sub(r"!\[[^\]]*\]\([^)]*\)", "", line)
    line = re.sub(r"(?<!\\)\[([^\]]*)\]\([^)]*\)", r"\1", line)
    line = re.sub(r"<br\s*/?>", " ", line)
    line = re.sub(r"<(https?://[^>]*)>", r"\1", line)
    line = re.sub(r"</?(?:b|i|u|em|strong|span|a|p|div|sup|sub)\b[^>]*>", "", line)
    line = re.sub(r"(?<!\\)(\*\*|__)(?=\S)(.*?)(?<=\S)\1", r"\2", line)
    line = re.sub(r"(?<![\\\w*])([*_])(?=[^\s*_])([^*_\n]*?)(?<=[^\s*_])\1(?!\w)", r"\2", line)
    line = re.sub(r"`([^`\n]+)`", r"\1", line)
    line = re.sub(r"\\$|[ ]{2,}$", "", line)
    return re.sub(r"\\([.*_#\[\]()<>|$&~`+-])", r"\1", line)


def as_text(heading: Callable[[int, str], str], table: Callable[[list[list[str]]], list[str]]) -> Form:
    """Return the form in which Markdown is a text; texts stay as they are."""

    def form(document: str, gold: str) -> tuple[str, str]:
        name, _, rest = gold.partition("\n")
        if not name.endswith(".md") or re.search("<(?:td|li)", document):
            return document, gold
        said = []
        lines = _counted(_joined(_unfronted(re.sub(r"(?s)<!--.*?-->", "", document)))).split("\n")
        for tabled, group in groupby(lines, lambda line: line.lstrip().startswith("|")):
            if tabled:
                said += table([_cells(line) for line in group if not _RULE.fullmatch(line)])
                continue
            for line in group:
                found = _HEADING.fullmatch(line)
                said.append(heading(len(found[1]), bare(found[2])) if found else bare(line))
        return "\n".join(said), f"{name[:-3]}.txt\n{rest}"

    return form


def _unfronted(document: str) -> str:
    """Return the document with the title of its front matter as its first line, and without the rest."""
    front = re.match(r"([-+])\1\1\n(?P<keys>.*?)\n\1{3}\n", document, re.DOTALL)
    if not front:
        return document
    title = re.search(r"(?m)^title *[:=] *[\"']?(.*?)[\"']?$", front["keys"])
    return (f"{title[1]}\n\n" if title else "") + document[front.end() :]


def _joined(document: str) -> str:
    """Return the document with each phrase in bold or behind a link in one line, and without attributes."""
    document = re.sub(r"[ \t]*\{[#.:][^}\n]*\}", "", document)
    document = re.sub(r"\*\*(?=\S)([^*\n]+)\n[ \t]*([^*\n]+?)\*\*", r"**\1 \2**", document)
    return re.sub(r"\[([^\[\]\n]+)\n[ \t]*([^\[\]\n]+)\](?=\()", r"[\1 \2]", document)


def _counted(document: str) -> str:
    """Return the document with the numbers that a page shows: many write '1.' before each item."""
    said, counts = [], dict[int, int]()
    for line in document.split("\n"):
        item = re.match(r"( *)(\d{1,3})([.)] .*)", line)
        indent = len(line) - len(line.lstrip())
        for depth in [
            depth
            for depth in counts
            if (line.strip() and depth > indent) or (depth == indent == 0 and line[:1].isalpha())
        ]:
            del counts[depth]
        if item:
            counts[indent] = counts[indent] + 1 if indent in counts and item[2] in ("1", "0") else int(item[2])
            line = f"{item[1]}{counts[indent]}{item[3]}"
        said.append(line)
    return "\n".join(said)


def _cells(line: str) -> list[str]:
    return [bare(cell.strip()) for cell in _CELL.split(line.strip().strip("|"))]


def _widths(rows: list[list[str]]) -> list[int]:
    count = max(map(len, rows))
    return [min(_WIDEST, max(len(row[i]) if i < len(row) else 0 for row in rows)) for i in range(count)]


def spaced(rows: list[list[str]]) -> list[str]:
    """Set a table in columns of spaces; a long cell goes on in the lines below."""
    widths = _widths(rows)
    lines = []
    for row in rows:
        cells = [textwrap.wrap(cell, width) if width else [] for cell, width in zip(row, widths, strict=False)]
        for number in range(max([1, *map(len, cells)])):
            parts = [
                (cell[number] if number < len(cell) else "").ljust(width)
                for cell, width in zip(cells, widths, strict=False)
            ]
            lines.append("   ".join(parts).rstrip())
    return lines


def tabbed(rows: list[list[str]]) -> list[str]:
    """Set a table with tabs, a line each row."""
    return ["\t".join(row) for row in rows]


def drawn(rows: list[list[str]]) -> list[str]:
    """Draw a table with bars and rules."""
    widths = _widths(rows)
    rule = "+" + "+".join("-" * (width + 2) for width in widths) + "+"
    lines = [rule]
    for row in rows:
        cells = [textwrap.wrap(cell, width) if width else [] for cell, width in zip(row, widths, strict=False)]
        cells += [[]] * (len(widths) - len(cells))
        for number in range(max([1, *map(len, cells)])):
            parts = [
                (cell[number] if number < len(cell) else "").ljust(width)
                for cell, width in zip(cells, widths, strict=False)
            ]
            lines.append("| " + " | ".join(parts) + " |")
        lines.append(rule)
    return lines


def underlined(level: int, title: str) -> str:
    return f"{title}\n{'=-~^+*'[level - 1] * len(title)}"


def wrapped(text: str, column: int = _COLUMN) -> str:
    """Fill the lines of running text to the column, those of items hanging."""
    said = []
    for line in text.split("\n"):
        if len(line) <= column or "\t" in line or re.search(r"\S {3,}\S|^[|+]", line):
            said.append(line)
            continue
        item = _ITEM.fullmatch(line)
        first = item[1] + item[2] if item else re.match(r"\s*", line)[0]  # type: ignore[index]
        said.append(textwrap.fill(
            item[3] if item else line.strip(), column, initial_indent=first, subsequent_indent=" " * len(first.expandtabs(4)),
            break_long_words=False, break_on_hyphens=False,
        ))  # fmt: skip
    return "\n".join(said)


def inset(margin: int) -> Change:
    return lambda text: "\n".join(" " * margin + line if line.strip() else "" for line in text.split("\n"))


def quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def mailed(text: str) -> str:
    """Set the text into a mail to a list."""
    return (
        "From: Robin Tern <robin.tern@post.example>\nTo: members@lists.post.example\nDate: Fri, 1 Jan 2027 09:30:11 +0000\n"
        "Subject: [members] Minutes of our last meeting\nMessage-ID: <4f7d2a@post.example>\n\nHi all,\n\n"
        "Please find the minutes below. Corrections to me, please.\n\nRobin\n\n"
        f"{text}\n\n-- \nRobin Tern | Office of the Terns\nhttps://post.example/robin\n"
        "_______________________________________________\nmembers mailing list\nmembers@lists.post.example\n"
        "https://lists.post.example/mailman/listinfo/members\n"
    )


def answered(text: str) -> str:
    """Quote the text in an answer to the mail that brought it."""
    return f"Thanks, looks good to me.\n\nOn Fri, Jan 1, 2027 at 9:30 AM Robin Tern <robin.tern@post.example> wrote:\n{quoted(text)}\n"


def paged(text: str) -> str:
    """Print the text: inset, with a form feed, a running head and a number at each page, wherever it falls."""
    lines = inset(6)(text).split("\n")
    pages = [lines[i : i + _PAGE] for i in range(0, len(lines), _PAGE)]
    said = []
    for number, page in enumerate(pages, 1):
        said.append("\n".join(page) + f"\n\n{' ' * 40}{number}\n")
    return "\f".join(said)


def signs(*each: str) -> Change:
    """Return the form in which the bullets of each depth have other signs."""

    def change(text: str) -> str:
        said, depths = [], list[int]()
        for line in text.split("\n"):
            if (item := _BULLET.fullmatch(line)) and not re.match(r"[\s-]+$", line):
                while depths and depths[-1] > len(item[1]):
                    depths.pop()
                if not depths or depths[-1] < len(item[1]):
                    depths.append(len(item[1]))
                line = f"{item[1]}{each[min(len(depths), len(each)) - 1]}{item[3]}"
            elif line.strip() and not line[0].isspace():
                depths.clear()
            said.append(line)
        return "\n".join(said)

    return change


def by_indent(text: str) -> str:
    """Take the bullets away: what is below what shows by its indent only."""
    return re.sub(r"(?m)^([ \t]*)[-*+•](\s+)(?=\S)", r"\1 \2", text)


def capitals(document: str, gold: str) -> tuple[str, str]:
    return document.upper(), gold


def then(form: Form, *changes: Change) -> Form:
    """Return the form of the text that is changed on."""

    def both(document: str, gold: str) -> tuple[str, str]:
        if is_markup(document):
            return document, gold
        text, said = form(document, gold)
        for change in changes:
            text = change(text)
        return text, said

    return both


_PLAIN = as_text(lambda _, title: title, spaced)
_RULED = as_text(underlined, drawn)

PLAIN_FORMS: dict[str, Form] = {
    "text, underlined": then(_RULED),
    "text, capital titles": then(as_text(lambda _, title: title.upper(), spaced)),
    "text, bare titles": then(_PLAIN),
    "text, close titles": then(_PLAIN, lambda text: re.sub(r"\n{2,}", "\n", text)),
    "text, wrapped": then(_RULED, wrapped),
    "text, tabs for cells": then(as_text(underlined, tabbed)),
    "text, spaces for cells": then(as_text(underlined, spaced)),
    "text, wide inset": then(_RULED, wrapped, inset(12)),
    "text, printed": then(_RULED, wrapped, paged),
    "text, quoted": then(_RULED, wrapped, quoted),
    "text, mailed": then(_RULED, wrapped, mailed),
    "text, answered": then(_RULED, wrapped, answered),
    "text, dashes": then(_RULED, signs("– ", "– ")),
    "text, signs": then(_RULED, signs("• ", "o ", "▪ ")),
    "text, angles": then(_RULED, signs("» ", "· ")),
    "text, by indent": then(_RULED, by_indent),
    "text, capitals": then(_RULED, str.upper),
    "text, other line ends": then(_RULED, lambda text: text.replace("\n", "\r\n")),
}
