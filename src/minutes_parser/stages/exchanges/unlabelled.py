"""Questions in their own words under no label: in running text, and as items of a list."""

from __future__ import annotations

from collections.abc import Sequence

from minutes_parser import lazy
from minutes_parser.language import Sentence
from minutes_parser.language.words import ASK, BE, OPENS_TOPIC, QUERY, REPLY, SAY
from minutes_parser.stages.exchanges.asked import Asked
from minutes_parser.stages.exchanges.floor import Floor
from minutes_parser.stages.exchanges.held import held_by, questions_of
from minutes_parser.stages.exchanges.passages import REPORTED, Passage
from minutes_parser.stages.exchanges.speakers import Span
from minutes_parser.stages.exchanges.turns import SHORTLY, label_at

_OPENERS = (
    "who|whom|whose|what|when|where|why|how|which|is|are|was|were|do|does|did|can|could|should|shall|will|would|has|have|had|may|any"
    "|isn['’]t|aren['’]t|don['’]t|doesn['’]t|didn['’]t|won['’]t|can['’]t"
)
_OPENS_QUESTION = lazy.compile(rf"(?i)\W{{0,4}}(?:and|but|so|also,?|ok,?|well,?|or)?\s{{0,2}}(?:{_OPENERS})\b")
_COMMA = lazy.compile(r",\s{1,4}")
_TOPIC = lazy.compile(r"[^,:?]{1,60}?(?::|\s[-–—])\s{1,4}")
"""What an item of a list asks about, before the question: "Gates - who has the key?"."""
_ASKED_OF = r"(?:we|you|they|he|she|it|there|this|that|these|those|any(?:one|body)|some(?:one|body)|people)\b"
INVERTED = lazy.compile(
    r"(?i)(?!(?:do|have)\s(?:it|this|that|these|those|there)\b)(?:do|does|did|should|shall|can|could|are|is|was|were|have|has)\s"
    + _ASKED_OF
    + r"|(?:who|what|which|when|where|why|how)(?:\s[\w’'-]{1,20}){0,4}?\s(?:do|does|did|should|shall|can|could|are|is|was|were|have|has|will|would)\s"
    + _ASKED_OF
    + r"|(?:what|how) about\s"
)
"""A question by the order of its words, where the mark is left out."""
_AUXILIARY = lazy.compile(
    r"(?:is|are|was|were|do|does|did|can|could|should|would|will|has|have)\s(?!(?:not|no|been|be|also|still|now|to|on|in|at|by|for|off|away|out|back|\w{2,20}ed|\w{2,20}ing)\b)[a-z]"
)
_ASKED_OF_THING = lazy.compile(
    r"(?i)(?:is|are|was|were|do|does|did|can|could|should|would|will|has|have)\s(?:the|a|an|any|our|all|my|your|anything)\s"
)
"""The order of a question whose subject is no pronoun: "does the lease cover it."."""
_YES_OR_NO = lazy.compile(
    r"(?i)(?:(?:yes|yep|yeah|nope|not (?:yet|sure|really)|correct|i (?:think|believe|don['’]t))\b|no\s?(?:[,.;!]|\Z))"
)
_OFTEN_ASKED = lazy.compile(r"\s[-–—]\s{1,4}(?:should|shall|can|could|do|are|have) we\b")
"""Behind what a speaker tells: "it took hours - should we set a day aside."."""
_DASH = lazy.compile(r"\s{0,4}[-–—]\s{1,4}(?=\S)")
_SPEAKS = SAY - BE - ASK - QUERY - {"can", "could"}
_DOUBTS = frozenset(["sure", "certain", "unsure", "worried", "concerned", "curious", "unclear", "puzzled", "confused"])
"""What somebody is who goes on to ask."""
_SPEAKS_ON = 4
"""Sentences before a question among which the one who asks is named."""
_ASKS_ON = lazy.compile(
    r"(?:[;:,]|\s[-–—]|\bthat)\s{1,4}(?:(?:and|but|so)\s)?(?:do|does|did|can|could|should|shall|will|would|is|are|was|were|has|have|what|how|why|when|where|who|which)\s"
)
"""Within a sentence that somebody speaks: where his question begins."""
SIGNED = lazy.compile(r"\s{1,3}\(?([A-Z][\w’'-]{0,20}(?:\s[A-Z][\w’'-]{0,20})?)(?:\)[.:]?|\.)(?=\s|\Z)")
"""Who asked, behind the question: "Is there a list? MK. Not yet.", "Is there a list? (MK) Not yet."."""
_MANY = 3
"""Questions in a row, without a word between them, that are a list of them."""
_LISTED = 6
"""Items of a list among which these and what announces them are looked for."""
_SHORT = 200
"""Characters of a question that a paragraph above a list may be, whatever it opens with."""
_NAMED = lazy.compile(
    rf"(?!(?i:{_OPENERS})\b)([A-Z][\w’'-]{{0,20}}(?: [A-Z][\w’'.-]{{0,20}}){{0,2}})[,:]?\s+"
    r"(?=(?:what|how|why|when|where|who|which)\b|(?:would|could|should|can|is|are|do|does|will|did|has|have)\s"
    r"(?:we|you|they|he|she|it|i|I|there|this|that|these|those|the|a|any|our|my|your|all|anybody|anyone|people)\b)"
)
"""'Ivo would that include ...?': who asks, then the words of the question."""
_OF_QUESTIONS = lazy.compile(r"(?i)\b(?:questions?|queries|q ?(?:&|and) ?a)\b")
"""What stands above a list of questions that were put."""
_NAMES = lazy.compile(r"([A-Z][\w’'-]{1,20})(?:(?:, (?:and )?| and | & )[A-Z][\w’'-]{1,20}){0,5}\.?")
"""A sentence of nothing but names, with which "Who is coming?" is answered."""
_WHO = lazy.compile(r"(?i)\bwho(?:['’]s|m)?\b")
_FULL_NAME = lazy.compile(r"[A-Z][a-zé’'-]+ [A-Z][\wé’'-]+")
"""Two words of which nothing else than a person's name would stand right before a question."""


def unmarked(index: int, passage: Passage, flow: Sequence[Passage], floor: Floor) -> Asked | None:
    """Return what a speaker asks, or what an item of a list asks that is answered below it, without a question mark."""
    text, start, end = floor.text, passage.start, passage.end
    if put := _one_of_theirs(index, passage, flow, floor):
        return put
    spoken = passage.label == "speaker"
    if not (passage.nested or spoken) or not (
        INVERTED.match(text, start, end)
        or (spoken and (_OFTEN_ASKED.search(text, start, end) or _said_by_another(index, passage, flow, floor)))
    ):
        return None
    if text.find("?", start, end) >= 0 or len(passage.sentences) > 1 or passage.label in {"question", "answer"}:
        return None
    if passage.label != "speaker" and not _answered_below(index, flow, floor):
        return None
    who = floor.name(passage.speaker) if passage.label == "speaker" else None
    return Asked(index, 0, start, end, who, None, floor.key(who), None, end if who else None)


def _one_of_theirs(index: int, passage: Passage, flow: Sequence[Passage], floor: Floor) -> Asked | None:
    """Return the question without its mark that an item opens with below "Questions from X included:"."""
    if not passage.nested or passage.label or "questions" not in floor.source.words:
        return None
    if not _OPENS_QUESTION.match(floor.text, passage.start, passage.end):
        return None
    depth, near = floor.depth(passage), flow[max(0, index - _LISTED) : index]
    above = next((one for one in reversed(near) if floor.depth(one) < depth or one.part != passage.part), None)
    who = questions_of(above, floor) if above and above.part == passage.part else None
    first = passage.sentences[0]
    if not who or len(passage.sentences) == 1 or floor.text[first.end - 1] != ".":
        return None
    return Asked(index, 0, first.start, first.end, who, None, floor.key(who), None, told=True)


def _said_by_another(index: int, passage: Passage, flow: Sequence[Passage], floor: Floor) -> bool:
    """Whether words in the order of a question are answered by another speaker; by yes or no, if the order might mislead."""
    if not _AUXILIARY.match(passage.text, passage.start, passage.end):
        return False
    after = flow[index + 1] if index + 1 < len(flow) else None
    spoken = after is not None and after.label == "speaker" and after.part == passage.part
    if not after or not spoken or floor.key(after.speaker) == floor.key(passage.speaker):
        return False
    if _ASKED_OF_THING.match(floor.text, passage.start, passage.end):
        return True
    return _YES_OR_NO.match(floor.text, after.start, after.end) is not None


def unlabelled(
    index: int,
    position: int,
    passage: Passage,
    flow: Sequence[Passage],
    floor: Floor,
    last: Asked | None,
    *,
    after: bool,
) -> Asked | None:
    """Return a sentence with a question mark as a question where it goes on from one, or is answered below.

    What comes ``after`` a question in one paragraph is another one, if something stands behind it.
    """
    sentence = passage.sentences[position]
    named = _NAMED.match(floor.text, sentence.start, sentence.end)
    if named and (floor.known(named.span(1)) or _FULL_NAME.fullmatch(named[1])):
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
    goes_on = after and position + 1 < len(passage.sentences)
    put = _asks(floor.text, sentence) and (goes_on or _replied(index, position, passage, flow, floor))
    asker: Span | None = None
    if put and position:
        asker = _spoke_before(position, passage, floor)
    elif put and passage.nested:
        asker = held_by(passage, flow[max(0, index - _LISTED) : index], floor)
    asker = asker or _says_and_asks(sentence, passage, floor)
    if put or asker:
        return Asked(index, position, sentence.start, sentence.end, asker, None, floor.key(asker), None, told=True)
    return _listed(index, position, passage, flow, floor)


def _says_and_asks(sentence: Sentence, passage: Passage, floor: Floor) -> Span | None:
    """Return who asks in "Ann said she sees why; do all have to pay?"."""
    if not sentence.subject or not (sentence.predicate in _SPEAKS or sentence.predicate == "had"):
        return None
    if not _ASKS_ON.search(floor.text, sentence.start, sentence.end):
        return None
    return (
        floor.person(sentence.subject, passage, sentence) if sentence.person or floor.known(sentence.subject) else None
    )


def _listed(index: int, position: int, passage: Passage, flow: Sequence[Passage], floor: Floor) -> Asked | None:
    """Return the question with which an item of a list, or a paragraph above a list, ends, to be answered below it."""
    sentences = passage.sentences
    last = position
    end = sentences[last].end
    while (
        last + 1 < min(len(sentences), position + _LISTED)
        and (marked := floor.text[sentences[last + 1].end - 1]) in "?)"
    ):
        if marked == ")" and floor.text[sentences[last + 1].start] != "(":
            break
        last += 1
        end = sentences[last].end if marked == "?" else end
    start = sentences[position].start
    if last + 1 < len(sentences):
        alone = floor.text[end : end + 1] == "\n" and end - start < _SHORT  # a line of its own
        if (
            position
            or not (passage.nested or alone)
            or not _asks(floor.text, sentences[0], listed=True)
            or _enumerated(index, flow, floor)
        ):
            return None
        signed = SIGNED.match(floor.text, end, passage.end)
        if not signed or not floor.known(signed.span(1)):
            return Asked(index, 0, start, end, None, None, "", None, end)
        return Asked(index, 0, start, end, signed.span(1), None, floor.key(signed.span(1)), None, signed.end())
    opens = _asks(floor.text, sentences[position], listed=passage.nested)
    if _answered_below(index, flow, floor):
        put = opens or passage.nested or end - start < _SHORT
    else:
        put = opens and passage.nested and not _enumerated(index, flow, floor)
    if not put:
        return None
    above = flow[max(0, index - _LISTED) : index]
    who = held_by(passage, above, floor) if passage.nested and not position else None
    return Asked(index, position, start, end, who, None, floor.key(who), None, end if who else None)


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
                heads = one.part == part and one.start < flow[index].start and floor.mark(one.end) == ":"
                if heads and not _OF_QUESTIONS.search(floor.text, max(one.start, one.end - 60), one.end):
                    return True  # "What has to be considered:"
                break
            unbroken = unbroken and not deeper and floor.text[one.start : one.end].rstrip(")")[-1:] == "?"
            questions += unbroken
    return questions >= _MANY


def _replied(index: int, position: int, passage: Passage, flow: Sequence[Passage], floor: Floor) -> bool:
    """Whether somebody replies in the sentence behind, as to a question that no one is said to have put."""
    beside = position + 1 < len(passage.sentences)
    if beside:
        after = passage.sentences[position + 1]
    else:
        below = flow[index + 1] if index + 1 < len(flow) else None
        if below and below.part == passage.part and below.label in {"answer", "speaker"}:
            return True
        if not below or below.part != passage.part or below.label or not below.sentences:
            return False
        after = below.sentences[0]
    if REPORTED.match(floor.text, after.start, after.end):
        return True
    alone = not position and not passage.nested
    if (beside or alone) and SHORTLY.match(floor.text, after.start, after.end):
        return True
    names = _NAMES.fullmatch(floor.text, after.start, after.end)
    if names and floor.known(names.span(1)):
        return bool(_WHO.search(floor.text, passage.sentences[position].start, after.start))
    label = label_at(floor.text, after.start, after.end) if beside else None
    if label and floor.known(label.span(1)):
        return True
    if beside and after.subject and after.predicate.endswith("ed") and after.predicate not in OPENS_TOPIC:
        return floor.known(after.subject)
    replies = after.predicate in REPLY or (beside and after.predicate in _SPEAKS)
    return replies and after.subject is not None and (after.person or floor.known(after.subject))


def _spoke_before(position: int, passage: Passage, floor: Floor) -> Span | None:
    """Return who speaks in the sentences before, as the one who goes on to ask."""
    for before in reversed(passage.sentences[max(0, position - _SPEAKS_ON) : position]):
        if not before.subject or not (before.person or floor.known(before.subject)):
            continue
        doubts = before.predicate in BE and before.complement in _DOUBTS
        speaks = before.predicate in _SPEAKS or doubts
        return floor.person(before.subject, passage, before) if speaks else None
    return None


def within_brackets(text: str, start: int, end: int) -> bool:
    """Whether a bracket is open where the question ends: "two shelves, (a sign?)"."""
    return any(text.count(mark, start, end) > text.count(other, start, end) for mark, other in ("()", "[]"))


def _asks(text: str, sentence: Sentence, *, listed: bool = False) -> bool:
    """Whether the sentence, or a clause behind a comma in it, opens as questions do; if ``listed``, behind its topic."""
    starts = [sentence.start, *(match.end() for match in _COMMA.finditer(text, sentence.start, sentence.end))]
    if listed and (topic := _TOPIC.match(text, sentence.start, sentence.end)):
        starts.append(topic.end())
    return any(_OPENS_QUESTION.match(text, start, sentence.end) for start in starts)
