"""What the head of a table says it holds: minutes, each row an item of the business, or something else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

LEVEL = 10
"""Level of a heading that is the item of a row: it ranks with the lines that are set apart in other minutes."""
_NUMBER = re.compile(r"(?i)(?:(?:agenda |minute )?(?:item )?(?:no|num|number|nr|ref|reference|#)s?\.?|item #|#)[:.]?")
_ITEM = re.compile(
    r"(?i)(?:agenda|topics?|subjects?|matters?|issues?|business|(?:agenda |discussion |meeting )?(?:items?|points?|topics?|headings?)"
    r"|items? (?:of business|discussed|for discussion))"
    r"(?: (?:no\.?|number|#|title|name))?(?: ?(?:/|&|and) ?(?:topics?|subjects?|items?|presenters?|leads?|owner|title|no\.?))?[:.]?"
)
_NOTES = re.compile(
    r"(?i)(?:(?:meeting |key |main |summary of )?(?:notes?|minutes?|discussions?|comments?|key points|summary|outcomes?|decisions?|details?|conclusions?"
    r"|resolutions?|proceedings|deliberations?|remarks|points discussed|points)\b.{0,40})"
)
_TASKS = re.compile(
    r"(?i)(?:status|progress|rag|priority|owners?|assigned(?: to)?|assignees?|due(?: date)?|deadline|target(?: date)?|date (?:due|raised|opened|closed)|cost|price|amount|budget|votes?|risk|likelihood)[:.]?"
)
_SPEAKS = re.compile(
    r"(?i)(?:meeting )?(?:minutes?|discussions?|notes?|key points|points discussed|proceedings|deliberations?)\b"
)
_ACTION = re.compile(
    r"(?i)actions?(?: (?:by|points?|items?|required|owner|date|by whom|arising))?[:.]?|by whom\??|who\??|responsib.{0,20}|resp\.?"
)


_COUNT = re.compile(r"\d{1,3}[.):]?")
_REFERENCE = re.compile(r"(?:\d{1,3}|\d{1,4}[./-]\d{1,4}(?:[./-]\d{1,3})?)[.):]?")
_FEWEST_ITEMS = 3


class Shape(NamedTuple):
    """The columns of minutes set as a table."""

    notes: int
    """The first column that does not name the item."""
    number: int
    """The column that numbers the items, -1 for none."""
    headed: bool = True
    """Whether the first row names the columns."""


def shape(head: Sequence[str]) -> Shape | None:
    """Return the columns if this is the head of minutes set as a table, each row an item: 'Item | Notes | Action by'."""
    names = [(column, name.strip()) for column, name in enumerate(head) if name.strip()]
    if not 2 <= len(names) <= _MOST or len(names[0][1]) > _LONGEST or names[0][0] > 0:
        return None
    number = 0 if _NUMBER.fullmatch(names[0][1]) else -1
    leads = [column for column, name in names if _ITEM.fullmatch(name)]
    told = [column for column, name in names if _NOTES.fullmatch(name) and column not in leads]
    if not leads and not (number == 0 and any(_SPEAKS.match(name) for column, name in names if column in told)):
        return None
    lead = leads[0] if leads else 0
    if lead > 1 or (lead == 1 and number < 0):
        return None
    told = [column for column in told if column > lead]
    speaks = any(_SPEAKS.match(name) for column, name in names if column in told)
    if any(_TASKS.fullmatch(name) for _, name in names) and not speaks:
        return None
    if not told and not (number == 0 and leads and any(_ACTION.fullmatch(name) for _, name in names)):
        return None
    return Shape(min(told, default=lead + 1) if leads else min(told), number)


def counts(marker: str) -> bool:
    """Whether what stands before a paragraph is a number, and no bullet."""
    return any(map(str.isalnum, marker))


def is_number(text: str) -> bool:
    """Whether a cell holds nothing but the number of an item."""
    return _REFERENCE.fullmatch(text.strip()) is not None


def numbers_items(rows: Iterable[tuple[str, bool]]) -> bool:
    """Whether the first cells of rows number items, most of which have a title and text below it in the second one.

    Of each row the text of the first cell is given, and whether the second one has several lines.
    """
    numbered = [titled for first, titled in rows if _COUNT.fullmatch(first)]
    return len(numbered) >= _FEWEST_ITEMS and sum(numbered) * 2 >= len(numbered)


_MOST = 8
"""Columns of the widest minutes set as a table."""
_LONGEST = 40
"""Characters of the longest name of the first column."""
