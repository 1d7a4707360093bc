"""Tables of questions and answers: a column of each, and perhaps one of those who asked."""

from __future__ import annotations

from typing import Literal, NamedTuple

from minutes_parser.layout.outline import Outline

Span = tuple[int, int]

_COLUMNS: dict[str, Literal["question", "answer", "who"]] = {
    **dict.fromkeys(("question", "questions", "query", "queries", "question asked", "question/comment"), "question"),
    **dict.fromkeys(("answer", "answers", "response", "responses", "reply", "officer response"), "answer"),
    **dict.fromkeys(("asked by", "raised by", "from", "member", "councillor", "questioner", "name"), "who"),
}


_ASKED = frozenset(["question", "questions", "query", "queries"])


class Cell(NamedTuple):
    """What a cell of such a table holds."""

    label: Literal["question", "answer"]
    who: Span | None


def cells(outline: Outline) -> dict[int, Cell]:
    """Return the cells of questions and answers by where they begin."""
    source, found = outline.source, dict[int, Cell]()
    if source.words.isdisjoint(_ASKED):
        return found
    for part in outline.parts:
        columns: list[str | None] = []
        for block in part.blocks:
            if block.kind != "row":
                columns = []
                continue
            named = [_COLUMNS.get(source.text[slice(*cell)].strip(" *:.").casefold()) for cell in block.cells]
            if "question" in named and "answer" in named:
                columns = list(named)
            elif len(columns) == len(named):
                found.update(_row(columns, block.cells))
    return found


def _row(columns: list[str | None], row: tuple[Span, ...]) -> dict[int, Cell]:
    by = dict(zip(columns, row, strict=True))
    who = by.get("who")
    asked = who if who and who[1] > who[0] else None
    return {
        by["question"][0]: Cell("question", asked),
        by["answer"][0]: Cell("answer", None),
    }
