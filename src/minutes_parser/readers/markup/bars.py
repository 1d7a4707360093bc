"""Rows of tables between bars: '| Name | Post |', '|| Name || Post ||', '^ Name ^ Post ^'."""

from __future__ import annotations

import re

_LINK = r"\[\[[^\[\]\n]{0,400}\]\]|\[[^\[\]\n|]{0,200}\|[^\[\]\n]{1,400}\]|\{\{[^{}\n]{0,400}\}\}|\{\{\{.{0,400}?\}\}\}"
_BARS = re.compile(rf"(?P<link>{_LINK})|\|\|?|\^")
_SINGLE = re.compile(rf"(?P<link>{_LINK})|(?<!\\)\|")
_RULE = re.compile(r"[ \t]*[|+][-+:=| \t]*--[-+:=| \t]*")
_SET = re.compile(
    r"(?:<(?:[-|^:(]|[a-z]{5,12}=)[^<>\n]{0,80}>)*[ ]?(?:(?P<head>=(?=[ \w])|_[<>=~^.{(/\\\d]{0,8}\.[ ]?)|[<>=~^/\\][<>=~^\d]{0,5}\.[ ])?"
)
"""How a cell is set, at its beginning: '<-2>', '=', '_.', '>. '."""
_HEAD, _CELL = "th", "td"
_MOST = 60
"""Cells of a row; the last one holds the rest."""


def is_rule(line: str) -> bool:
    """Whether the line stands between rows and holds nothing: '|---+---|'."""
    return _RULE.fullmatch(line) is not None


def cells(line: str, *, double_is_head: bool = False) -> list[tuple[str, str]]:
    """Return the cells of a row, each with the tag of HTML for it.

    With ``double_is_head`` two bars stand before each name of a column and one before other cells; else a row has either.
    """
    line = line.strip()
    pattern = _BARS if line[0] == "^" or " ^" in line or double_is_head or line.startswith("||") else _SINGLE
    found: list[tuple[str, str]] = []
    opened, at = "", 0
    for bar in pattern.finditer(line):
        if bar["link"] is not None:
            continue
        if len(found) == _MOST:
            break
        if opened:
            found.append(_cell(line[at : bar.start()], opened, double_is_head))
        elif bar.start():
            break
        opened, at = bar[0], bar.end()
    if line[at:].strip():
        found.append(_cell(line[at:], opened, double_is_head))
    return found


def _cell(words: str, opened: str, double_is_head: bool) -> tuple[str, str]:
    told = _SET.match(words)
    head = opened == "^" or (opened == "||" and double_is_head) or bool(told and told["head"])
    words = words[told.end() :] if told else words
    return words.rstrip(" =") if head else words, _HEAD if head else _CELL
