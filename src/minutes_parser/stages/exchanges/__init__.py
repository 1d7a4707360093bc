"""Questions and their answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from minutes_parser.language import Reading
from minutes_parser.layout.outline import Outline
from minutes_parser.models import Answer, Exchange, Party, Question, Span
from minutes_parser.roster import Roster
from minutes_parser.stages.exchanges.answers import follow
from minutes_parser.stages.exchanges.floor import Floor
from minutes_parser.stages.exchanges.passages import passages
from minutes_parser.stages.exchanges.questions import Asked, asked
from minutes_parser.stages.exchanges.status import status


def read(outline: Outline, roster: Roster, reading: Reading, stops: Sequence[tuple[int, int]]) -> list[Exchange]:
    """Read them in document order; ``stops`` are the spans of recorded actions and decisions, at which answers end."""
    flow = passages(outline, roster, reading)
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
    waiting: Sequence[Asked], answers: list[Answer], number: int, outline: Outline, roster: Roster
) -> list[Exchange]:
    """Return one exchange for questions answered together, one for each where nobody answered; ids from ``number``."""
    groups = [(waiting[0], waiting[-1])] if answers else [(one, one) for one in waiting]
    return [
        Exchange(
            id=f"Q{k}", section=outline.section_at(first.start), question=_question(first, last, outline, roster),
            answers=answers, status=status(answers),
        )
        for k, (first, last) in enumerate(groups, number)
    ]  # fmt: skip


def _question(first: Asked, last: Asked, outline: Outline, roster: Roster) -> Question:
    source = outline.source

    def party(span: tuple[int, int] | None) -> Party | None:
        return roster.party(source, *span) if span else None

    return Question(
        text=source.fold(first.start, last.end), span=Span(start=first.start, end=last.end),
        asker=party(first.asker), addressee=party(first.addressee),
    )  # fmt: skip
