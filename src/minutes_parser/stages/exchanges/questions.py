"""Finding the questions: reported in a sentence, under a label, or in a speaker's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minutes_parser.language import Act, Sentence
from minutes_parser.stages.exchanges.floor import Floor
from minutes_parser.stages.exchanges.passages import Passage, Span

_OPENS_QUESTION = re.compile(
    r"(?i)(?:and|but|so|also,?|ok,?|well,?|or)?\s{0,2}(?:who|whom|whose|what|when|where|why|how|which|is|are|was|were|do|does|did|can"
    r"|could|should|shall|will|would|has|have|had|may|any|isn['’]t|aren['’]t|don['’]t|doesn['’]t|didn['’]t|won['’]t|can['’]t)\b"
)
_ASIDE = re.compile(r"\?[”\"’')\]]{0,2}\s{0,4}(?:[-–—]\s{1,4}|(?=\S))")
_DASH = re.compile(r"\s{0,4}[-–—]\s{1,4}(?=\S)")
_COMMA = re.compile(r",\s{1,4}")
_MARK = re.compile(r"\?(?=[\s\"”’')\]]|\Z)")
_BUT = re.compile(r"(?i)(?:yes|no|yep|sure|ok|agreed)\b[,.;]?\s{1,4}(?=but\b)")
_LAST_STOP = re.compile(r"[.;]\s+(?=[a-z])")
_NO_QUESTION = re.compile(
    r"(?i)(?:any|no)\b[^?]{0,40}\b(?:questions?|comments|other business|objections|apologies|aob)\b"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and where its answer is to be looked for."""

    passage: int
    """Position of its passage in the flow."""
    sentence: int
    """Position of its sentence in the passage."""
    start: int
    end: int
    asker: Span | None
    addressee: Span | None
    key: str
    """Who asked, for comparing."""
    act: Act | None = None
    """The reported act; None for a direct question."""
    rest: int | None = None
    """Where, behind a direct question, the same passage goes on."""

    def follows(self, other: Asked) -> bool:
        """Whether the same person put this question right after ``other``, to be answered with it."""
        adjacent = self.passage == other.passage and self.sentence == other.sentence + 1
        return adjacent and bool(self.key) and self.key == other.key


def asked(flow: Sequence[Passage], floor: Floor) -> list[Asked]:
    """Return the questions in the order of the text."""
    found: list[Asked] = []
    for index, passage in enumerate(flow):
        if not passage.promising() or (passage.label != "speaker" and floor.recorded(passage)):
            continue
        if passage.label:
            found += _direct(index, passage, flow, floor)
        found += _reported(index, passage, flow, floor)
    return _without_doubles(found)


def _without_doubles(found: list[Asked]) -> list[Asked]:
    """Leave out a question that begins within the one before."""
    kept: list[Asked] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _reported(index: int, passage: Passage, flow: Sequence[Passage], floor: Floor) -> Iterator[Asked]:
    """Yield the questions that sentences report, and the direct ones that stand unlabelled."""
    last: Asked | None = None
    for position, sentence in enumerate(passage.sentences):
        act = sentence.question
        one: Asked | None = None
        if act:
            one = _from_act(index, position, sentence, act, passage, floor)
        elif (
            not passage.label
            and floor.text[sentence.end - 1] == "?"
            and not _NO_QUESTION.search(floor.text, sentence.start, sentence.end)
        ):
            one = _unlabelled(index, position, passage, flow, floor, last)
        if one:
            yield one
        last = one


def _from_act(index: int, position: int, sentence: Sentence, act: Act, passage: Passage, floor: Floor) -> Asked | None:
    asker = floor.person(act.speaker, passage, sentence) if act.speaker else None
    if not act.speaker and passage.label == "speaker" and act.verb[0] - passage.start < 12 and not act.addressee:
        asker = passage.speaker
    addressee = floor.name(act.addressee) if act.addressee else floor.at_meeting(act.about)
    end = act.question_end if act.reply is not None and act.question_end else sentence.end
    return Asked(index, position, sentence.start, end, asker, addressee, floor.key(asker), act)


def _unlabelled(
    index: int, position: int, passage: Passage, flow: Sequence[Passage], floor: Floor, last: Asked | None
) -> Asked | None:
    """Return a sentence with a question mark as a question where it goes on from one, or is answered below."""
    sentence = passage.sentences[position]
    if last and not last.rest:
        return Asked(index, position, sentence.start, sentence.end, last.asker, None, last.key, None)
    if not position and _DASH.match(floor.text, sentence.end, passage.end):
        return Asked(index, position, sentence.start, sentence.end, None, None, "", None, sentence.end)
    if not _asks(floor.text, sentence) or position != len(passage.sentences) - 1:
        return None
    below = flow[index + 1] if index + 1 < len(flow) else None
    answered = below and below.part == passage.part and below.nested and floor.depth(below) > floor.depth(passage)
    if position or not answered:
        return None
    return Asked(index, position, sentence.start, sentence.end, None, None, "", None)


def _asks(text: str, sentence: Sentence) -> bool:
    """Whether the sentence, or a clause behind a comma in it, opens as questions do."""
    starts = [sentence.start, *(match.end() for match in _COMMA.finditer(text, sentence.start, sentence.end))]
    return any(_OPENS_QUESTION.match(text, start, sentence.end) for start in starts)


def _direct(index: int, passage: Passage, flow: Sequence[Passage], floor: Floor) -> Iterator[Asked]:
    """Yield the question in the words behind a label."""
    if passage.label == "answer":
        return
    text, start = floor.text, passage.start
    if passage.label == "question":
        mark = text.rfind("?", start, passage.end)
        aside = _ASIDE.search(text, start, passage.end)
        end = (
            mark + 1
            if mark >= 0 and not aside
            else aside.start() + 1
            if aside and _is_reply(text, aside)
            else passage.end
        )
        yield Asked(index, 0, start, end, floor.name(passage.speaker), None, floor.key(passage.speaker), None, end)
        return
    marks = [match.start() for match in _MARK.finditer(text, start, passage.end)]
    if not marks or any(sentence.question for sentence in passage.sentences):
        return
    mark, last = marks[0], marks[-1]
    begin = but.end() if (but := _BUT.match(text, start, mark)) else start
    for stop in _LAST_STOP.finditer(text, start, mark):
        begin = stop.end()
    for sentence in passage.sentences:
        if begin < sentence.start <= mark:
            begin = sentence.start
    if _NO_QUESTION.search(text, begin, last + 1):
        return
    yield Asked(
        index, 0, begin, last + 1, floor.name(passage.speaker), None, floor.key(passage.speaker), None, last + 1
    )


def _is_reply(text: str, aside: re.Match[str]) -> bool:
    return "-" in aside[0] or "–" in aside[0] or "—" in aside[0]
