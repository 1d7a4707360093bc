"""Questions and their answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from minutes_parser import lazy
from minutes_parser.language import Act, Reading
from minutes_parser.layout.outline import Outline
from minutes_parser.models import Exchange, exchanges_of
from minutes_parser.roster import Roster
from minutes_parser.stages.exchanges.announced import with_announced
from minutes_parser.stages.exchanges.answers import follow
from minutes_parser.stages.exchanges.asked import Asked
from minutes_parser.stages.exchanges.floor import Floor
from minutes_parser.stages.exchanges.passages import passages
from minutes_parser.stages.exchanges.questions import asked
from minutes_parser.stages.exchanges.speakers import marks_of
from minutes_parser.stages.exchanges.status import Outcomes
from minutes_parser.stages.exchanges.turns import SPEAKS, Turn

_QUESTIONS = lazy.compile(r"\s(?:(?!the\b)\w{1,12}\s){0,2}questions\s")
"""Behind "asked" or "raised"."""
_SAYS_WHICH = lazy.compile(r"(?i)\b(?:whether|if|how|why|what|when|where|who|which)\b|[:?]")
_OFTEN = 3
"""Times that somebody does something before it is a habit."""


def read(outline: Outline, roster: Roster, reading: Reading, stops: Sequence[tuple[int, int]]) -> list[Exchange]:
    """Read them in document order; ``stops`` are the spans of recorded actions and decisions, at which answers end."""
    marks, outcomes = marks_of(outline.source.text), Outcomes(outline.source)
    flow = with_announced(passages(outline, roster, reading, marks), outline)
    floor = Floor(flow, roster, outline.source, stops, marks)
    found = asked(flow, floor)
    often = Counter(question.key for question in found if question.key and not question.direct)
    floor.askers = frozenset(key for key, times in often.items() if times >= _OFTEN)
    floor.answering = _answering(found, floor)
    exchanges: list[dict[str, object]] = []
    waiting: list[Asked] = []
    for index, question in enumerate(found):
        waiting.append(question)
        after = found[index + 1] if index + 1 < len(found) else None
        answers = follow(question, after, floor)
        if (
            not answers
            and after
            and (after.follows(question) or _goes_on(question, after, floor) or _keeps_on(question, after, floor))
        ):
            continue
        if not answers and question.act and _merely_told(question, question.act, outline.source.text):
            waiting.pop()
        texts = [floor.source.fold(answer.start, answer.end) for answer in answers]
        for asked_together in [waiting] if answers else [[one] for one in waiting]:
            exchanges.append(
                {
                    "id": f"Q{len(exchanges) + 1}",
                    "section": outline.section_at(asked_together[0].start),
                    "question": _question(asked_together, floor),
                    "answers": [_answer(answer, text, floor) for answer, text in zip(answers, texts, strict=True)],
                    "status": outcomes.status(texts),
                }
            )
        waiting = []
    return exchanges_of(exchanges)


def _merely_told(question: Asked, act: Act, text: str) -> bool:
    """Whether it is told that questions were put about something, but not which: "The panel asked questions about the cost"."""
    start, end = act.verb
    several = _QUESTIONS.match(text, end) or "questions " in text[question.start : start].casefold()
    return bool(several) and not _SAYS_WHICH.search(text, end, question.end)


def _answering(found: Sequence[Asked], floor: Floor) -> frozenset[str]:
    """Return the verbs of telling with which the paragraphs right behind a question open again and again."""
    often: Counter[str] = Counter()
    for question in found:
        home, below = floor.flow[question.passage], floor.flow[question.passage + 1 : question.passage + 2]
        if not question.act or question.end != home.end or not below or below[0].label or below[0].part != home.part:
            continue
        first = next(iter(below[0].sentences), None)
        if first and first.subject and first.predicate in SPEAKS and floor.key(first.subject) != question.key:
            often[first.predicate] += 1
    return frozenset(verb for verb, times in often.items() if times >= _OFTEN)


def _goes_on(question: Asked, after: Asked, floor: Floor) -> bool:
    """Whether the one who asked goes on with another question in the next line, to be answered together."""
    return after.passage == question.passage + 1 and floor.flow[after.passage].goes_on and after.key == question.key


def _keeps_on(question: Asked, after: Asked, floor: Floor) -> bool:
    """Whether the one who asked keeps the floor up to his next question: "X asked why. She felt that. She asked when"."""
    if after.passage != question.passage or not question.key or after.key != question.key:
        return False
    passage = floor.flow[question.passage]
    for sentence in passage.sentences[question.sentence + 1 : after.sentence]:
        key = floor.key(floor.person(sentence.subject, passage, sentence)) if sentence.subject else ""
        if key and key != question.key:
            return False
    return True


def _question(together: Sequence[Asked], floor: Floor) -> dict[str, object]:
    """Return the question, or those that are answered together, as plain values."""
    first, last = together[0], together[-1]
    return {
        "text": floor.source.fold(first.start, last.end),
        "span": {"start": first.start, "end": last.end},
        "asker": _party(first.asker, floor),
        "addressee": _party(first.addressee, floor),
    }


def _answer(answer: Turn, text: str, floor: Floor) -> dict[str, object]:
    return {
        "text": text,
        "span": {"start": answer.start, "end": answer.end},
        "speaker": _party(answer.speaker, floor),
    }


def _party(span: tuple[int, int] | None, floor: Floor) -> dict[str, object] | None:
    if span is None:
        return None
    start, end = span
    text, attendee = floor.means(start, end)
    return {"text": text, "span": {"start": start, "end": end}, "attendee": attendee}
