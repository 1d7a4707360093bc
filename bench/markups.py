"""Minutes in Markdown, rewritten line by line as their author would have written them in another light markup."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_HEADING = re.compile(r"(#{1,6})[ ]+(.*?)[ #]*")
_ITEM = re.compile(r"([ \t]*)([-*+]|(\d{1,3})[.)])[ \t]+(.*)")
_UNDERLINED = re.compile(r"^(?![-*+>|#\s])(.+)\n(=|-)\2{2,}[ ]*$", re.MULTILINE)
_HTML = re.compile(r"^\s*</?(?:p|ul|ol|li|table|div|html|!DOCTYPE)\b", re.MULTILINE | re.IGNORECASE)
_RULE = re.compile(r"\|?[ :|-]*--[ :|-]*")
_INLINE = re.compile(
    r"\*\*(?P<bold>[^*\n]+)\*\*|(?<![\w*])[*_](?P<italic>[^*_\n]+)[*_](?![\w*])|!?\[(?P<shown>[^\]\n]*)\]\((?P<to>[^)\s]*)[^)]*\)|\\(?P<sign>[^\w\s])"
)


@dataclass(frozen=True)
class Markup:
    """How a markup writes what minutes consist of."""

    heading: Callable[[int, str], str]
    item: Callable[[int, str], str]
    """The mark of an item at a depth; of one that is counted, with its number."""
    bold: tuple[str, str]
    italic: tuple[str, str]
    link: str
    row: Callable[[list[str], bool], str]
    table: tuple[str, str] = ("", "")
    ruled: str = ""
    """What stands below the head of a table."""
    apart: bool = False
    """A list is set off with a blank line wherever its depth changes."""
    joined: bool = False
    """An item is one line, whatever its length."""


def _bars(cells: list[str], _head: bool) -> str:
    return f"| {' | '.join(cells)} |"


def _under(level: int, title: str) -> str:
    return f"{title}\n{'=-~^+.'[level - 1] * len(title)}"


MARKUPS = {
    "MediaWiki": Markup(
        lambda level, title: f"{'=' * level} {title} {'=' * level}",
        lambda depth, number: ("#" if number else "*") * depth + " ",
        ("'''", "'''"), ("''", "''"), "[{1} {0}]",
        lambda cells, head: "|-\n" + ("! " + " !! ".join(cells) if head else "| " + " || ".join(cells)),
        ('{| class="wikitable"', "|}"), joined=True,
    ),
    "DokuWiki": Markup(
        lambda level, title: f"{'=' * (7 - level)} {title} {'=' * (7 - level)}",
        lambda depth, number: "  " * depth + ("- " if number else "* "),
        ("**", "**"), ("//", "//"), "[[{1}|{0}]]",
        lambda cells, head: f"^ {' ^ '.join(cells)} ^" if head else _bars(cells, head), joined=True,
    ),
    "MoinMoin": Markup(
        lambda level, title: f"{'=' * level} {title} {'=' * level}",
        lambda depth, number: " " * depth + (f"{number}. " if number else "* "),
        ("'''", "'''"), ("''", "''"), "[[{1}|{0}]]",
        lambda cells, _head: f"|| {' || '.join(cells)} ||", joined=True,
    ),
    "Textile": Markup(
        lambda level, title: f"h{level}. {title}",
        lambda depth, number: ("#" if number else "*") * depth + " ",
        ("*", "*"), ("_", "_"), '"{0}":{1}',
        lambda cells, head: "|" + "".join(f"{'_. ' if head else ''}{cell}|" for cell in cells), joined=True,
    ),
    "Confluence": Markup(
        lambda level, title: f"h{level}. {title}",
        lambda depth, number: ("#" if number else "*") * depth + " ",
        ("*", "*"), ("_", "_"), "[{0}|{1}]",
        lambda cells, head: f"||{'||'.join(cells)}||" if head else f"|{'|'.join(cell or ' ' for cell in cells)}|", joined=True,
    ),
    "TWiki": Markup(
        lambda level, title: f"---{'+' * level} {title}",
        lambda depth, number: "   " * depth + (f"{number}. " if number else "* "),
        ("*", "*"), ("_", "_"), "[[{1}][{0}]]",
        lambda cells, head: _bars([f"*{cell}*" for cell in cells] if head else cells, head), joined=True,
    ),
    "Org mode": Markup(
        lambda level, title: f"{'*' * level} {title}",
        lambda depth, number: "  " * (depth - 1) + (f"{number}. " if number else "- "),
        ("*", "*"), ("/", "/"), "[[{1}][{0}]]", _bars, ruled="|---+---|",
    ),
    "reStructuredText": Markup(
        _under,
        lambda depth, number: "  " * (depth - 1) + (f"{number}. " if number else "* "),
        ("**", "**"), ("*", "*"), "`{0} <{1}>`__",
        lambda cells, head: ("   :header-rows: 1\n\n" if head else "") + "   * - " + "\n     - ".join(cells),
        (".. list-table::", ""), apart=True,
    ),
    "AsciiDoc": Markup(
        lambda level, title: f"{'=' * level} {title}",
        lambda depth, number: ("." if number else "*") * depth + " ",
        ("*", "*"), ("_", "_"), "{1}[{0}]",
        lambda cells, _head: "|" + " |".join(cells), ('[options="header"]\n|===', "|==="), joined=True,
    ),
}  # fmt: skip


def rewritten(document: str, markup: Markup) -> str:
    """Return the document in that markup; one with front matter, boxes or elements of HTML stays as it is."""
    if document.startswith(("---", "+++")) or "```" in document or _HTML.search(document):
        return document
    document = _UNDERLINED.sub(lambda title: f"{'#' if title[2] == '=' else '##'} {title[1]}\n", document)
    out: list[str] = []
    indents: list[int] = []
    table = False
    for line in document.split("\n"):
        if table != line.lstrip().startswith("|"):
            table = not table
            out.append(markup.table[not table])
            head = table
        if table:
            if _RULE.fullmatch(line):
                out += [markup.ruled] if markup.ruled else []
            else:
                out.append(
                    markup.row([_inline(cell.strip(), markup) for cell in line.strip().strip("|").split("|")], head)
                )
                head = False
        elif heading := _HEADING.fullmatch(line):
            indents.clear()
            out.append(markup.heading(len(heading[1]), _inline(heading[2], markup)))
        elif (item := _ITEM.fullmatch(line)) and (indents or not item[3] or not out or not out[-1]):
            _add_item(item, indents, markup, out)
        elif indents and line.strip() and (line[0] in " \t" or out[-1]):
            words = _inline(line.strip(), markup)
            if markup.joined:
                out[-1] += f" {words}"
            else:
                out.append("  " * len(indents) + words)
        else:
            if line.strip():
                indents.clear()
            out.append(_inline(line, markup))
    return "\n".join(out)


def _add_item(item: re.Match[str], indents: list[int], markup: Markup, out: list[str]) -> None:
    column, before = len(item[1].expandtabs(4)), len(indents)
    while indents and indents[-1] > column:
        indents.pop()
    if not indents or column > indents[-1] + (indents[-1] == 0 and len(item[2]) > 1):
        indents.append(column)
    if markup.apart and len(indents) != before:
        out.append("")
    out.append(markup.item(len(indents), item[3] or "") + _inline(item[4], markup))


def _inline(words: str, markup: Markup) -> str:
    def write(found: re.Match[str]) -> str:
        if found["bold"]:
            return found["bold"].join(markup.bold)
        if found["italic"]:
            return found["italic"].join(markup.italic)
        if found["sign"]:
            return found["sign"]
        return markup.link.format(found["shown"], found["to"]) if "://" in found["to"] else found["shown"]

    return _INLINE.sub(write, words)
