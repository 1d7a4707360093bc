"""Tables of questions and answers: a column of each, and perhaps one of those who asked."""

from __future__ import annotations

from typing import Literal, NamedTuple

from minutes_parser import lazy
from minutes_parser.layout.outline import Outline

Span = tuple[int, int]

_Column = Literal["question", "comment", "answer", "who"]
"""What a column holds; comments may be questions."""
_PUT = frozenset(["question", "comment"])
_COLUMNS: dict[str, _Column] = {
    **dict.fromkeys(("comment", "comments", "comment received", "comments received", "issue raised"), "comment"),
    **dict.fromkeys(("asked by", "raised by", "from", "member", "councillor", "questioner", "name"), "who"),
}


_QUESTION = lazy.compile(r"(?:[\w/&]{1,14} ){0,3}(?:questions?|quer(?:y|ies))\b[\w /&]{0,24}")
_ANSWER = lazy.compile(
    r"(?:[\w'’]{1,14} )?(?:answer|response|reply)s?(?: (?:by|from|given|provided|/ action|/ answer)\b[\w ]{0,16})?"
)
"""The titles of such columns that say more: "Question / comment", "Response from the Trust"."""
_ASKED = frozenset(["question", "questions", "query", "queries", "comment", "comments"])
_LONGEST_TITLE = 40


class Cell(NamedTuple):
    """What a cell of such a table holds."""

    label: Literal["question", "answer"]
    who: Span | None


def cells(outline: Outline) -> dict[int, Cell]:
    """Return the cells of questions and answers by where they begin."""
    source = outline.source
    found: dict[int, Cell] = {}
    if source.words.isdisjoint(_ASKED):
        return found
    for part in outline.parts:
        columns: list[str | None] = []
        for block in part.blocks:
            if block.kind != "row":
                columns = []
                continue
            named = [_named(source.text[slice(*cell)].strip(" *:.").casefold()) for cell in block.cells]
            if "answer" in named and not _PUT.isdisjoint(named):
                columns = list(named)
            elif len(columns) == len(named):
                found.update(_row(columns, block.cells, source.text))
    return found


def _named(title: str) -> _Column | None:
    """Return what the column with this title holds."""
    if title in _COLUMNS or len(title) > _LONGEST_TITLE:
        return _COLUMNS.get(title)
    if "que" in title and _QUESTION.fullmatch(title):
        return "comment" if "comment" in title else "question"
    return "answer" if _ANSWER.fullmatch(title) else None


def _row(columns: list[str | None], row: tuple[Span, ...], text: str) -> dict[int, Cell]:
    by = dict(zip(columns, row, strict=True))
    if "comment" in by and "?" not in text[slice(*by["comment"])] and "ask" not in text[slice(*by["comment"])]:
        return {}
    by.setdefault("question", by.get("comment", (0, 0)))
    who = by.get("who")
    asked = who if who and who[1] > who[0] else None
    return {
        by["question"][0]: Cell("question", asked),
        by["answer"][0]: Cell("answer", None),
    }
