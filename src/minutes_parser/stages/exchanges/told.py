"""The answer told in sentences: what each of those behind a question does to its answer."""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter

from minutes_parser import lazy
from minutes_parser.language import Sentence
from minutes_parser.language import words as W
from minutes_parser.layout.posts import is_office
from minutes_parser.stages.exchanges.asked import Asked
from minutes_parser.stages.exchanges.below import said_by, speaks_first
from minutes_parser.stages.exchanges.floor import Floor
from minutes_parser.stages.exchanges.moves import ANSWERS_TO, Move, move_of
from minutes_parser.stages.exchanges.passages import ANSWER_LABEL, REPORTED, Passage
from minutes_parser.stages.exchanges.speakers import NO_SPEAKER
from minutes_parser.stages.exchanges.turns import (
    MOST,
    SHORTLY,
    SPEAKS,
    Turn,
    add,
    label_at,
)

_SETTLED = lazy.compile(
    r"(?i)(?:there (?:were|was) none|no(?:body| one) (?:did|was|had|objected)|all (?:were )?agreed|everyone (?:agreed|was)|members agreed)\b"
)
"""What settles a question by what the meeting decides."""
_AGREED = lazy.compile(r"It was (?:\w{3,12}ly )?agreed\b")
"""The same in the passive, behind the question in its paragraph."""
_NOBODY = lazy.compile(r"(?:[Ii]t|[Tt]h(?:is|at|ere|ese))\s")
"""Sentences that open so have no person as their subject, and need not be cut into words to see that."""
_NOTE = lazy.compile(
    r"(?i)[*_\\]{0,4}[(\[][*_]{0,3}(?:(?:editor|clerk|secretary|chair|scribe|author|officer)(?:['’]?s)? |(?:post|after)[- ]meeting |later )?note\b"
)
"""What the clerk adds in brackets, found out after the meeting."""
_begin = attrgetter("start")
_BEFORE = 10_000
"""Characters before an answer in which those are told of who give it."""
_PEOPLE_DO = SPEAKS | W.ASK | W.QUERY
_ENUMERATED = lazy.compile(r"\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s")
"""A paragraph that is one of several, as an item of a list is."""
_RUN_IN = lazy.compile(
    r"(?!(?i:note|update|[\w’']{1,12} (?:response|reply|answer|comment)|(?:response|reply|answer|comment)s?)\b)[A-Z0-9][\w&’'/-]{1,20}(?: [\w&’'/-]{1,20}){0,3}: "
)
"""What a paragraph that runs on behind its topic opens with."""
_LONGEST_TOPIC = 60
_FROM_PLACE = lazy.compile(
    r"[A-Z][\w.’'-]{0,24}(?: [A-Z][\w.’'-]{0,24}){1,3}, (?P<place>(?:of )?[\dA-Z][^,.;:\n]{1,50}(?:, [\dA-Z][^,.;:\n]{1,40})?), "
    r"(?:stated|said|spoke|asked|commented|expressed|thanked|addressed|shared|requested|urged|told|explained|voiced|read|inquired|questioned|noted)\b"
)
_NO_ONE = frozenset(["nobody", "no one", "none", "noone", "all", "everyone", "everybody"])
_RETORTS = frozenset("replied responded answered replies responds answers".split())
"""With which somebody answers what was asked in the paragraph before, and takes no answer further."""
_SAID = frozenset(["said", "says", "offered", "volunteered", "thought", "felt"])


def told(question: Asked, turns: list[Turn], limit: int, floor: Floor) -> list[Turn]:
    """Return the turns that answer a question told in running text, up to where they end."""
    text, home = floor.text, floor.flow[question.passage]
    behind, left = turns[-1].end if turns else question.end, MOST
    clear, listing, answered_here = floor.clear_from(question.start), False, False
    for passage in floor.flow[question.passage : question.passage + MOST]:
        fresh = passage is not home
        if passage.part != home.part or passage.start >= limit or (fresh and passage.label == "question"):
            break
        first = 0 if fresh else question.sentence + 1
        for sentence in passage.sentences[first : first + MOST + 2]:
            start, end = sentence.start, sentence.end
            if start >= limit or left < 0:
                return turns
            left -= 1
            opens, fresh, mark, listed = fresh, False, "", False
            if end > clear and floor.stop(start, end):
                return _settled(question, turns, passage, sentence, floor)
            if opens and passage.label:
                if not _labelled(question, turns, passage, limit, floor):
                    return turns
                continue
            if not turns and (reply := ANSWER_LABEL.match(text, start, end)):
                turns.append(Turn(reply.end(), end, None, ""))
                continue
            if turns and text[start] in "([\\*_" and _NOTE.match(text, start, end):
                return turns
            if opens:
                if _parts_from(home, passage, sentence, floor, answered=answered_here):
                    return turns
                mark = floor.mark(behind)
                listed = _in_list(passage, question, mark, floor, begun=listing)
            elif floor.marks.within(start, end) and (label := _label_of_one(start, end, floor, begun=bool(turns))):
                add(turns, label.end(), end, label.span(1), floor.key(label.span(1)))
                continue
            key = ""
            move: Move = "goes on" if turns else "states"
            if listed and (mark == ":" or not turns or listing):
                listing = True
            elif not (mark == ":" and turns and not passage.label):
                key = _key(sentence, turns, question, floor)
                move = move_of(question, turns, passage, sentence, key, limit, floor, fresh=opens)
            if move == "ends":
                return turns
            asks_on = move == "states" and not turns and passage is home and _asks_on(question, sentence, floor)
            if move != "passes" and not asks_on:
                _take(move, turns, sentence, key, question, floor, listed=listed)
            behind, answered_here = end, question.told and passage is home and passage.nested and bool(turns)
    return turns


def _settled(question: Asked, turns: list[Turn], passage: Passage, sentence: Sentence, floor: Floor) -> list[Turn]:
    """Return the turns where a recorded action or decision ends them, which may be the answer itself."""
    text, start, end = floor.text, sentence.start, sentence.end
    if not turns and (
        (question.told and SHORTLY.match(text, start, end))
        or _SETTLED.match(text, start, end)
        or _agrees(sentence)
        or _replies(sentence, question, floor)
        or (passage is floor.flow[question.passage] and _AGREED.match(text, start, end))
    ):
        return [Turn(start, end, floor.name(sentence.subject), floor.key(sentence.subject))]
    return turns


def _parts_from(home: Passage, passage: Passage, first: Sentence, floor: Floor, *, answered: bool) -> bool:
    """Whether the paragraph that opens with the sentence is of another matter, or another speaker's turn."""
    if not passage.nested and _other_topic(first, floor):
        return True
    if _of_somewhere(home, floor) and _of_somewhere(passage, floor):
        return True
    return answered and floor.depth(passage) <= floor.depth(home)


def _label_of_one(start: int, end: int, floor: Floor, *, begun: bool) -> re.Match[str] | None:
    """Return the label of a speaker at ``start``, if he is known, or was told of and the answer has not ``begun``."""
    label = label_at(floor.text, start, end)
    return label if label and (floor.known(label.span(1)) or (not begun and _told_of(label, floor))) else None


def addressed(question: Asked, floor: Floor) -> list[Turn]:
    """Return the answer that is given later by name: several ask, then "In reply to Mr Hill, the Clerk said"."""
    home = floor.flow[question.passage]
    for one in floor.flow[question.passage : question.passage + MOST]:
        if one.part != home.part:
            break
        for place in floor.replies.between(max(one.start, question.end), one.end)[:MOST]:
            position = bisect_left(one.sentences, place, key=_begin)
            sentence = one.sentences[position] if position < len(one.sentences) else None
            to = ANSWERS_TO.match(floor.text, place, sentence.end) if sentence and sentence.start == place else None
            if sentence and to and floor.key(to.span(1)) == question.key:
                who, later = floor.name(sentence.subject), one.sentences[position + 1 :]
                others = (after.start for after in later if floor.replies.within(after.start, after.start + 1))
                return [Turn(sentence.start, next(others, one.end), who, floor.key(who))]
    return []


def _in_list(passage: Passage, question: Asked, mark: str, floor: Floor, *, begun: bool) -> bool:
    """Whether the passage is an item of a list that the answer is, or goes on with, behind the last ``mark``."""
    led = begun or mark in {":", "."} or (question.told and mark == "?")
    if not led or floor.flow[question.passage].nested:
        return False
    return passage.nested or _ENUMERATED.match(floor.text, passage.block.body, passage.end) is not None


def _other_topic(sentence: Sentence, floor: Floor) -> bool:
    """Whether a paragraph opens with its topic and goes on with what somebody does: "Roof: Ann Hill said"."""
    if floor.text.find(":", sentence.start, sentence.start + _LONGEST_TOPIC) < 0:
        return False
    topic = _RUN_IN.match(floor.text, sentence.start, sentence.end)
    if topic is None or sentence.subject is None:
        return False
    return sentence.subject[0] == topic.end() and sentence.predicate in W.SAY


def _of_somewhere(passage: Passage, floor: Floor) -> bool:
    """Whether the paragraph opens one speaker's turn of many: "Ann Hill, Mill Lane, stated that"."""
    found = _FROM_PLACE.match(floor.text, passage.start, passage.end)
    return found is not None and not any(map(is_office, found["place"].split()))


def _told_of(label: re.Match[str], floor: Floor) -> bool:
    """Whether the label names somebody who was told of before: right behind the question it gives the answer to him."""
    return (
        not NO_SPEAKER.match(label[1])
        and floor.text.find(label[1], max(0, label.start() - _BEFORE), label.start()) >= 0
    )


def _labelled(question: Asked, turns: list[Turn], passage: Passage, limit: int, floor: Floor) -> bool:
    """Take what stands under a label of its own as an answer to a question told in sentences; return whether it is."""
    key = floor.key(passage.speaker)
    deeper = floor.depth(passage) > floor.depth(floor.flow[question.passage])
    if passage.label != "answer" and (not key or key == question.key or (turns and not deeper)):
        return False
    who = floor.name(passage.speaker) or speaks_first(passage.sentences, floor)
    add(turns, passage.start, min(passage.end, limit), who, key or floor.key(who))
    return True


def _take(
    move: Move, turns: list[Turn], sentence: Sentence, key: str, question: Asked, floor: Floor, *, listed: bool
) -> None:
    if move == "speaks":
        speaker = None if key in W.PRONOUN else floor.name(sentence.subject)
        asked = question.addressee and key == floor.key(question.addressee)
        if asked and floor.key(sentence.subject) in W.PRONOUN:
            speaker = question.addressee
        add(turns, sentence.start, sentence.end, speaker, key)
        if floor.text.find(";", sentence.start, sentence.end) >= 0:
            _take_parts(turns, sentence, floor)
    elif listed and (who := speaks_first([sentence], floor)) and floor.key(who) != question.key:
        add(turns, sentence.start, sentence.end, who, floor.key(who))
    elif turns:
        turns[-1].end = sentence.end
    else:
        whom = question.addressee if listed else said_by(sentence, floor)
        turns.append(Turn(sentence.start, sentence.end, whom, floor.key(whom)))


def _take_parts(turns: list[Turn], sentence: Sentence, floor: Floor) -> None:
    """Part the speakers of "Ann says that it is safe; Ben says that it is not"."""
    for start, who in sentence.parts:
        key = floor.key(who)
        if key != turns[-1].key and key not in W.PRONOUN:
            turns[-1].end = floor.text.rfind(";", turns[-1].start, start)
            add(turns, start, sentence.end, floor.name(who), key)


def _key(sentence: Sentence, turns: list[Turn], question: Asked, floor: Floor) -> str:
    """Return who is the sentence's subject, if it is a person or a group at the meeting."""
    subject = None if _NOBODY.match(floor.text, sentence.start, sentence.end) else sentence.subject
    if not subject:
        return ""
    key = floor.key(subject)
    if key in W.PRONOUN:
        return _meant(key, turns, question, floor)
    if key in _NO_ONE:
        return ""
    return key if floor.attends(key) or sentence.person or sentence.predicate in _PEOPLE_DO else ""


def _meant(pronoun: str, turns: list[Turn], question: Asked, floor: Floor) -> str:
    """Return who "he" or "they" is in an answer: whoever spoke last, or was asked."""
    if pronoun in {"he", "she"}:
        asked = floor.key(question.addressee) if question.addressee and not floor.several(question.addressee) else ""
        return (
            turns[-1].key
            if turns and turns[-1].key
            else asked or (pronoun if floor.several_of(question.asker) else question.key) or pronoun
        )
    return turns[-1].key if turns else floor.key(question.addressee) if pronoun == "they" else ""


def _asks_on(question: Asked, sentence: Sentence, floor: Floor) -> bool:
    """Whether what nobody is said to say is the asker's still: somebody replies in the next paragraph."""
    home, below = floor.flow[question.passage], floor.flow[question.passage + 1 : question.passage + 2]
    if not below or below[0].part != home.part or below[0].label or not below[0].sentences:
        return False
    reply = below[0].sentences[0]
    replies = reply.predicate in _RETORTS or reply.predicate in floor.answering
    return (
        replies
        and reply.subject is not None
        and floor.key(reply.subject) != question.key
        and not SHORTLY.match(floor.text, sentence.start, sentence.end)
        and not REPORTED.match(floor.text, sentence.start, sentence.end)
    )


def _replies(sentence: Sentence, question: Asked, floor: Floor) -> bool:
    """Whether somebody else replies in what is recorded as a decision, too: "The Clerk advised that it was agreed"."""
    span = sentence.subject if sentence.predicate in W.REPLY or sentence.predicate in _SAID else None
    return span is not None and floor.key(span) != question.key


def _agrees(sentence: Sentence) -> bool:
    """Whether the meeting's agreement is itself the reply: "The Board agreed."."""
    if not sentence.subject:
        return False
    together = sentence.predicate == "discussed" and sentence.complement == "and"
    return together or sentence.predicate in {"agreed", "approved", "supported", "confirmed", "accepted"}
