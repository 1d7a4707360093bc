"""Finding the questions: reported in a sentence, under a label, or in a speaker's own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from minutes_parser import lazy
from minutes_parser.language import Act, Sentence
from minutes_parser.language.cues import Cues
from minutes_parser.language.words import ASK, BE, QUERY, REPLY, SAY
from minutes_parser.stages.exchanges.floor import Floor
from minutes_parser.stages.exchanges.passages import ANSWER_LABEL, REPORTED, Passage, Span, cues

_OPENS_QUESTION = lazy.compile(
    r"(?i)\W{0,4}(?:and|but|so|also,?|ok,?|well,?|or)?\s{0,2}(?:who|whom|whose|what|when|where|why|how|which|is|are|was|were|do|does|did|can"
    r"|could|should|shall|will|would|has|have|had|may|any|isn['’]t|aren['’]t|don['’]t|doesn['’]t|didn['’]t|won['’]t|can['’]t)\b"
)
_ASKED_OF = r"(?:we|you|they|he|she|it|there|this|that|these|those|any(?:one|body)|some(?:one|body)|people)\b"
_INVERTED = lazy.compile(
    r"(?i)(?:do|does|did|should|shall|can|could|are|is|was|were|have|has)\s" + _ASKED_OF +
    r"|(?:who|what|which|when|where|why|how)(?:\s[\w’'-]{1,20}){0,4}?\s(?:do|does|did|should|shall|can|could|are|is|was|were|have|has|will|would)\s"
    + _ASKED_OF
)
"""A question by the order of its words, where the mark is left out."""
_ASIDE = lazy.compile(r"\?[”\"’')\]]{0,2}\s{0,4}(?:[-–—]\s{1,4}|(?=\S))")
_INLINE = lazy.compile(r"(?<=[.?!\"”)])\s{1,4}(?=[AR])")
_DASH = lazy.compile(r"\s{0,4}[-–—]\s{1,4}(?=\S)")
_COMMA = lazy.compile(r",\s{1,4}")
_TOPIC = lazy.compile(r"[^,:?]{1,60}?(?::|\s[-–—])\s{1,4}")
"""What an item of a list asks about, before the question: "Gates - who has the key?"."""
_MARK = lazy.compile(r"\?(?=[\s\"”’')\].]|\Z)")
_BUT = lazy.compile(r"(?i)(?:yes|no|yep|sure|ok|agreed)\b[,.;]?\s{1,4}(?=but\b)")
_LAST_STOP = lazy.compile(r"[.;]\s+(?=[a-z])")
_SHORTLY = lazy.compile(r"(?:Yes|No|None|Nobody|Not)\b")
_SPEAKS = SAY - BE - ASK - QUERY - {"can", "could"}
_WONDERS = lazy.compile(
    r"(?i)(?:(?:so|and|but|just|also|ok),?\s)*(?:(?:I|we|I['’]m|we['’]re|I am|was)\s)?(?:(?:just|was|also)\s)*(?:wonder(?:ing)?|curious"
    r"|want(?:ed)? to (?:know|understand))\s(?:if|whether|how|what|why|when|which|who|about)\b"
)
_GOES_ON = lazy.compile(
    r"(?:And |Also,? |And also |and also )(?:also )?(?:about|whether|if|why|how|what|when|who|where|as to)\b"
)
"""With which a question goes on in a fragment of its own."""
_ANNOUNCES = 40
"""Labelled questions and answers that one "X asked the following:" may stand above."""
_NO_QUESTION = lazy.compile(
    r"(?i)(?:any|no)\b[^?]{0,40}\b(?:questions?|comments|other business|objections|apologies|aob)\b"
)


_MANY = 3
"""Questions in a row, without a word between them, that are a list of them."""
_LISTED = 6
"""Items of a list among which these and what announces them are looked for."""


class Asked(NamedTuple):
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
    told: bool = False
    """The answer to this direct question is told in sentences, as that to a reported one."""

    @property
    def direct(self) -> bool:
        """Whether it opens its passage in its own words, to be answered behind or below."""
        alone = self.rest is not None or not self.asker
        return self.act is None and not self.told and self.sentence == 0 and alone

    def follows(self, other: Asked) -> bool:
        """Whether the same person put this question right after ``other``, to be answered with it."""
        adjacent = self.passage == other.passage and self.sentence == other.sentence + 1
        return adjacent and bool(self.key) and self.key == other.key


def asked(flow: Sequence[Passage], floor: Floor) -> list[Asked]:
    """Return the questions in the order of the text."""
    found: list[Asked] = []
    places = cues(floor.source)
    for index, passage in enumerate(flow):
        unmarked = _unmarked(index, passage, flow, floor)
        if unmarked:
            found.append(unmarked)
            continue
        promising = passage.label == "question" or places.within(passage.start, passage.end)
        if not promising or (passage.label != "speaker" and floor.recorded(passage)):
            continue
        if passage.label:
            found += _direct(index, passage, flow, floor)
        found += _reported(index, passage, flow, floor, places)
    return _without_doubles(found)


def _unmarked(index: int, passage: Passage, flow: Sequence[Passage], floor: Floor) -> Asked | None:
    """Return what a speaker asks, or what an item of a list asks that is answered below it, without a question mark."""
    text, start, end = floor.text, passage.start, passage.end
    if not (passage.nested or passage.label == "speaker") or not _INVERTED.match(text, start, end):
        return None
    if text.find("?", start, end) >= 0 or len(passage.sentences) > 1 or passage.label in ("question", "answer"):
        return None
    if passage.label != "speaker" and not _answered_below(index, flow, floor):
        return None
    who = floor.name(passage.speaker) if passage.label == "speaker" else None
    return Asked(index, 0, start, end, who, None, floor.key(who), None, end if who else None)


_NAMED = lazy.compile(
    r"([A-Z][\w’'-]{0,20}(?: [A-Z][\w’'.-]{0,20}){0,2})[,:]?\s+"
    r"(?=(?:what|how|why|when|where|who|which|would|could|should|can|is|are|do|does|will|did|has|have)\b)"
)
"""'Michael would that include ...?': who asks, then the words of the question."""


def _without_doubles(found: list[Asked]) -> list[Asked]:
    """Leave out a question that begins within the one before."""
    kept: list[Asked] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _reported(index: int, passage: Passage, flow: Sequence[Passage], floor: Floor, places: Cues) -> Iterator[Asked]:
    """Yield the questions that sentences report, and the direct ones that stand unlabelled."""
    last: Asked | None = None
    for position, sentence in enumerate(passage.sentences):
        act = sentence.question if places.within(sentence.start, sentence.end) else None
        one: Asked | None = None
        if act:
            one = _from_act(index, position, sentence, act, passage, floor)
        elif last and _GOES_ON.match(floor.text, sentence.start, sentence.end):
            one = Asked(index, position, sentence.start, sentence.end, last.asker, None, last.key, last.act)
        elif (
            not passage.label
            and floor.text[sentence.end - 1] == "?"
            and not _NO_QUESTION.search(floor.text, sentence.start, sentence.end)
            and not _within_brackets(floor.text, sentence.start, sentence.end)
        ):
            one = _unlabelled(index, position, passage, flow, floor, last)
        if one := one and _with_words_below(one, passage, flow, floor):
            yield one
        last = one


def _with_words_below(one: Asked, passage: Passage, flow: Sequence[Passage], floor: Floor) -> Asked | None:
    """Return the question with its very words, where they stand in the paragraph below "X asked the following:".

    None where they stand there under labels of their own.
    """
    below = flow[one.passage + 1] if one.passage + 1 < len(flow) else None
    ends = one.end == passage.end and floor.mark(one.end) == ":"
    if not ends or not below or below.part != passage.part:
        return one
    if below.label == "question":
        return None
    if below.label or "?" not in floor.text[below.end - 2 : below.end]:
        return one
    return one._replace(passage=one.passage + 1, sentence=len(below.sentences) - 1, end=below.end)


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
    if (named := _NAMED.match(floor.text, sentence.start, sentence.end)) and floor.known(named.span(1)):
        return Asked(
            index,
            position,
            sentence.start,
            sentence.end,
            named.span(1),
            None,
            floor.key(named.span(1)),
            None,
            told=True,
        )
    if last and not last.rest:
        return Asked(index, position, sentence.start, sentence.end, last.asker, None, last.key, None)
    if not position and _DASH.match(floor.text, sentence.end, passage.end):
        return Asked(index, position, sentence.start, sentence.end, None, None, "", None, sentence.end)
    if _asks(floor.text, sentence) and _replied(index, position, passage, flow, floor):
        asker = _spoke_before(position, passage, floor)
        return Asked(index, position, sentence.start, sentence.end, asker, None, floor.key(asker), None, told=True)
    return _listed(index, position, passage, flow, floor)


def _listed(index: int, position: int, passage: Passage, flow: Sequence[Passage], floor: Floor) -> Asked | None:
    """Return the question with which an item of a list, or a paragraph above a list, ends, to be answered below it."""
    sentences = passage.sentences
    last = position
    end = sentences[last].end
    while last + 1 < len(sentences) and (marked := floor.text[sentences[last + 1].end - 1]) in "?)":
        if marked == ")" and floor.text[sentences[last + 1].start] != "(":
            break
        last += 1
        end = sentences[last].end if marked == "?" else end
    start = sentences[position].start
    if last + 1 < len(sentences):
        if position or not passage.nested or not _asks(floor.text, sentences[0], listed=True) or _enumerated(index, flow, floor):
            return None
        return Asked(index, 0, start, end, None, None, "", None, end)
    opens = _asks(floor.text, sentences[position], listed=passage.nested)
    if _answered_below(index, flow, floor):
        put = opens or passage.nested
    else:
        put = opens and passage.nested and not _enumerated(index, flow, floor)
    if not put:
        return None
    return Asked(index, position, start, end, None, None, "", None)


def _answered_below(index: int, flow: Sequence[Passage], floor: Floor) -> bool:
    """Whether something is nested below the passage."""
    passage, below = flow[index], flow[index + 1] if index + 1 < len(flow) else None
    deeper = below and below.part == passage.part and below.nested and floor.depth(below) > floor.depth(passage)
    return bool(deeper)


def _enumerated(index: int, flow: Sequence[Passage], floor: Floor) -> bool:
    """Whether the item is one of a list of questions, which are to be discussed and were not put by anybody."""
    depth, part, questions = floor.depth(flow[index]), flow[index].part, 1
    for near in (flow[index + 1 : index + _LISTED], flow[max(0, index - _LISTED) : index][::-1]):
        unbroken = True
        for one in near:
            deeper = floor.depth(one) - depth
            if one.part != part or deeper < 0:
                if one.part == part and one.start < flow[index].start and floor.mark(one.end) == ":":
                    return True  # "What has to be considered:"
                break
            unbroken = unbroken and not deeper and floor.text[one.start : one.end].rstrip(")")[-1:] == "?"
            questions += unbroken
    return questions >= _MANY


def _replied(index: int, position: int, passage: Passage, flow: Sequence[Passage], floor: Floor) -> bool:
    """Whether somebody replies in the sentence behind, as to a question that no one is said to have put."""
    if position + 1 < len(passage.sentences):
        after = passage.sentences[position + 1]
    else:
        below = flow[index + 1] if index + 1 < len(flow) else None
        if below and below.part == passage.part and below.label in ("answer", "speaker"):
            return True
        if not below or below.part != passage.part or below.label or not below.sentences:
            return False
        after = below.sentences[0]
    if REPORTED.match(floor.text, after.start, after.end):
        return True
    if position + 1 < len(passage.sentences) and _SHORTLY.match(floor.text, after.start, after.end):
        return True
    replies = after.predicate in REPLY or (position + 1 < len(passage.sentences) and after.predicate in _SPEAKS)
    return replies and after.subject is not None and (after.person or floor.known(after.subject))


def _spoke_before(position: int, passage: Passage, floor: Floor) -> Span | None:
    """Return who speaks in the sentence before, as the one who goes on to ask."""
    before = passage.sentences[position - 1] if position else None
    if not before or not before.subject or before.predicate not in _SPEAKS:
        return None
    return floor.person(before.subject, passage, before) if before.person or floor.known(before.subject) else None


def _within_brackets(text: str, start: int, end: int) -> bool:
    """Whether a bracket is open where the question ends: "two shelves, (a sign?)"."""
    return any(text.count(mark, start, end) > text.count(other, start, end) for mark, other in ("()", "[]"))


def _asks(text: str, sentence: Sentence, *, listed: bool = False) -> bool:
    """Whether the sentence, or a clause behind a comma in it, opens as questions do; if ``listed``, behind its topic."""
    starts = [sentence.start, *(match.end() for match in _COMMA.finditer(text, sentence.start, sentence.end))]
    if listed and (topic := _TOPIC.match(text, sentence.start, sentence.end)):
        starts.append(topic.end())
    return any(_OPENS_QUESTION.match(text, start, sentence.end) for start in starts)


def _direct(index: int, passage: Passage, flow: Sequence[Passage], floor: Floor) -> Iterator[Asked]:
    """Yield the question in the words behind a label."""
    if passage.label == "answer":
        return
    text, start = floor.text, passage.start
    if passage.label == "question":
        if put := _put_below(index, flow, floor):
            yield put
            return
        below = flow[index + 1] if index + 1 < len(flow) else None
        answered = below is not None and (below.label == "answer" or floor.depth(below) > floor.depth(passage))
        end = _question_end(text, start, passage.end, answered=answered)
        who = floor.name(passage.speaker) or _announced(index, flow, floor)
        yield Asked(index, 0, start, end, who, None, floor.key(who), None, end)
        return
    marks = [match.start() for match in _MARK.finditer(text, start, passage.end)]
    if any(sentence.question for sentence in passage.sentences):
        return
    if not marks:
        yield from _wondered(index, passage, floor)
        return
    mark, last = marks[0], marks[-1]
    begin = but.end() if (but := _BUT.match(text, start, mark)) else start
    for stop in _LAST_STOP.finditer(text, start, mark):
        begin = stop.end()
    for sentence in passage.sentences:
        if begin < sentence.start <= mark:
            begin = sentence.start
    if _NO_QUESTION.search(text, begin, last + 1) or _within_brackets(text, begin, last + 1):
        return
    yield Asked(
        index, 0, begin, last + 1, floor.name(passage.speaker), None, floor.key(passage.speaker), None, last + 1
    )


def _put_below(index: int, flow: Sequence[Passage], floor: Floor) -> Asked | None:
    """Return the question that stands below "Q. X asked the following question:"."""
    passage, below = flow[index], flow[index + 1] if index + 1 < len(flow) else None
    if not below or below.label or below.part != passage.part or floor.mark(passage.end) != ":":
        return None
    last = passage.sentences[-1]
    if not last.question or not last.question.speaker:
        return None
    who = floor.person(last.question.speaker, passage, last)
    return Asked(index + 1, 0, below.start, below.end, who, None, floor.key(who), None, below.end)


def _announced(index: int, flow: Sequence[Passage], floor: Floor) -> Span | None:
    """Return X of "X asked the following:" above the labelled questions and answers."""
    for above in reversed(flow[max(0, index - _ANNOUNCES) : index]):
        if above.part != flow[index].part:
            return None
        if above.label in ("question", "answer"):
            continue
        last = above.sentences[-1] if above.sentences and floor.text[above.end - 1] == ":" else None
        act = last.question if last else None
        return floor.person(act.speaker, above, last) if last and act and act.speaker else None
    return None


def _wondered(index: int, passage: Passage, floor: Floor) -> Iterator[Asked]:
    """Yield the sentence in which a speaker asks without a question mark: "I wonder whether"."""
    for position, sentence in enumerate(passage.sentences):
        if _WONDERS.match(floor.text, sentence.start, sentence.end):
            who = floor.name(passage.speaker)
            rest = sentence.end if position + 1 < len(passage.sentences) else None
            yield Asked(index, 0, sentence.start, sentence.end, who, None, floor.key(who), None, rest)
            return


def _question_end(text: str, start: int, end: int, *, answered: bool) -> int:
    """Return where the question behind its label ends: before a label or dash of an answer, or at its last mark.

    What stands behind that mark answers, unless the question is ``answered`` below.
    """
    for gap in _INLINE.finditer(text, start, end):
        if ANSWER_LABEL.match(text, gap.end(), end):
            return gap.start()
    mark, aside = text.rfind("?", start, end), _ASIDE.search(text, start, end)
    if not aside:
        return mark + 1 if mark >= 0 else end
    if any(dash in aside[0] for dash in "-–—"):
        return aside.start() + 1
    return end if answered else mark + 1
