"""Questions and their answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from minutes_parser.language import Reading
from minutes_parser.layout.outline import Outline
from minutes_parser.models import Exchange
from minutes_parser.roster import Roster
from minutes_parser.source import Source
from minutes_parser.stages.exchanges.announced import with_announced
from minutes_parser.stages.exchanges.answers import Reply, follow
from minutes_parser.stages.exchanges.asked import Asked
from minutes_parser.stages.exchanges.floor import Floor
from minutes_parser.stages.exchanges.passages import passages
from minutes_parser.stages.exchanges.questions import asked
from minutes_parser.stages.exchanges.status import status


def read(outline: Outline, roster: Roster, reading: Reading, stops: Sequence[tuple[int, int]]) -> list[Exchange]:
    """Read them in document order; ``stops`` are the spans of recorded actions and decisions, at which answers end."""
    flow = with_announced(passages(outline, roster, reading), outline)
    floor = Floor(flow, roster, outline.source, stops)
    found = asked(flow, floor)
    often = Counter(question.key for question in found if question.key)
    floor.askers = frozenset(key for key, times in often.items() if times >= 3)
    exchanges: list[Exchange] = []
    waiting: list[Asked] = []
    for index, question in enumerate(found):
        waiting.append(question)
        after = found[index + 1] if index + 1 < len(found) else None
        answers = follow(question, after, floor)
        if not answers and after and (after.follows(question) or _goes_on(question, after, floor)):
            continue
        exchanges += _exchanges(waiting, answers, len(exchanges) + 1, outline, roster)
        waiting = []
    return exchanges


def _goes_on(question: Asked, after: Asked, floor: Floor) -> bool:
    """Whether the one who asked goes on with another question in the next line, to be answered together."""
    return after.passage == question.passage + 1 and floor.flow[after.passage].goes_on and after.key == question.key


def _exchanges(
    waiting: Sequence[Asked], answers: list[Reply], number: int, outline: Outline, roster: Roster
) -> list[Exchange]:
    """Return one exchange for questions answered together, one for each where nobody answered; ids from ``number``.

    Each is validated as a whole, from plain values, which takes a third of the time of making each model.
    """
    source = outline.source
    replies = [
        {**_quote(one.text, one.start, one.end), "speaker": _party(one.speaker, source, roster)} for one in answers
    ]
    became = status([one.text for one in answers])
    groups = [(waiting[0], waiting[-1])] if answers else [(one, one) for one in waiting]
    return [
        Exchange.model_validate(
            {
                "id": f"Q{k}",
                "section": outline.section_at(first.start),
                "question": {
                    **_quote(source.fold(first.start, last.end), first.start, last.end),
                    "asker": _party(first.asker, source, roster),
                    "addressee": _party(first.addressee, source, roster),
                },
                "answers": replies,
                "status": became,
            }
        )
        for k, (first, last) in enumerate(groups, number)
    ]


def _quote(text: str, start: int, end: int) -> dict[str, object]:
    return {"text": text, "span": {"start": start, "end": end}}


def _party(span: tuple[int, int] | None, source: Source, roster: Roster) -> dict[str, object] | None:
    if span is None:
        return None
    text = source.fold(*span)
    return {**_quote(text, *span), "attendee": roster.resolve(text)}
