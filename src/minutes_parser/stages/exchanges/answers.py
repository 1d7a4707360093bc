"""The answer to a question: where it begins, who gives it, and where it ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from minutes_parser.language import Sentence
from minutes_parser.language import words as W
from minutes_parser.models import Answer, Span
from minutes_parser.stages.exchanges.floor import Floor
from minutes_parser.stages.exchanges.passages import Passage
from minutes_parser.stages.exchanges.questions import Asked

Move = Literal["speaks", "states", "goes on", "passes", "ends"]
"""What a sentence does to the answer: a named speaker speaks; an answer without a speaker begins; what was begun goes
on; something that is no answer is passed over; the answer is at its end."""

_REPORTED = re.compile(
    r"(?i)(?:in (?:response|reply|answer),? |in return,? )?(?:it was (?:\w+ly )?(?:confirmed|explained|clarified|advised|stated|reported|noted|said|indicated|accepted"
    r"|agreed|felt|thought|suggested|answered|acknowledged|recognised|pointed out|highlighted|understood|suggest)"
    r"|(?:assurance|reassurance|confirmation|clarification|an? (?:explanation|update|assurance)) (?:was|were) (?:given|provided)"
    r"|(?:the )?(?:answer|response|reply) (?:was|is)\b|yes\b|no[,. ]|as previously|the following)"
)
_FILLER = re.compile(
    r"(?i)(?:there (?:was|followed) (?:a |an |some |further |much |general )?\w*\s?(?:discussion|debate|conversation)|(?:a |general )?discussion)"
)
_LINK = re.compile(
    r"(?i)(?:this|these|that|it|he|she|they|in (?:addition|practice|preparation|particular|short|summary|total|turn|the meantime)|also|additionally|furthermore|moreover"
    r"|however|as such|therefore|for (?:example|instance)|such|to \w+ (?:this|these)|the following)\b"
)
_UNDISCUSSED = re.compile(r"(?i)(?:not discussed|skipped|deferred|n/?a|tbd|none|pending|to be discussed)\W*\Z")
_LOOSE_LABEL = re.compile(r"(@?[A-Z][\w’'-]{1,20}(?:[ \t][A-Z][\w’'-]{0,20}){0,2})(?:[ \t]--|:)[ \t]+(?=\S)")
"""A name before an answer nested under a question, where the same word would be no speaker elsewhere."""
_LEAD = re.compile(r"[\s\-–—:]*(?:A\d{0,2}:\s+)?")
_AWAY = W.OPENS_TOPIC & frozenset(
    [
        "welcomed",
        "thanked",
        "raised",
        "introduced",
        "presented",
        "opened",
        "closed",
        "proposed",
        "moved",
        "queried",
        "asked",
        "invited",
        "commended",
        "congratulated",
        "discussed",
        "reviewed",
        "announced",
    ]
)
_ANSWERS = W.REPLY | frozenset(["said", "stated", "indicated", "agreed", "reported", "informed", "told"])
_SPEAKS = _ANSWERS | frozenset(["says", "thought", "felt", "believed", "suggested", "added", "noted", "pointed"])
"""After a single name that may also be a thing: verbs that only people do."""
_TAKES_OVER = W.REPLY - {"advised"} | frozenset(["said", "added", "reiterated", "stated"])
"""With which another speaker goes on with the answer in a new paragraph."""
_TAKES_NOTE = frozenset(["noted", "acknowledged", "considered", "received"])
_ALSO = re.compile(r"(?i)(?:\S+\s){1,6}?also\b")
_MAX_SENTENCES = 40


@dataclass(slots=True)
class _Turn:
    start: int
    end: int
    speaker: tuple[int, int] | None
    key: str


def follow(question: Asked, after: Asked | None, floor: Floor) -> list[Answer]:
    """Return the answers to ``question``, which end at the latest before ``after``, the next question."""
    limit = after.start if after else len(floor.text) + 1
    turns: list[_Turn] = []
    if question.act and question.act.reply is not None:
        sentence = floor.flow[question.passage].sentences[question.sentence]
        replier = floor.name(question.act.replier)
        turns.append(_Turn(question.act.reply, sentence.end, replier, floor.key(replier)))
    if question.act is None and question.sentence == 0 and (question.rest is not None or not question.asker):
        turns = _below(question, limit, floor)
    else:
        turns = _told(question, turns, limit, floor)
        if not turns and floor.flow[question.passage].label == "speaker":
            turns = _below(question, limit, floor)
    return [_answer(turn, floor) for turn in turns]


def _answer(turn: _Turn, floor: Floor) -> Answer:
    start, end = floor.source.trim(turn.start, turn.end)
    speaker = floor.roster.party(floor.source, *turn.speaker) if turn.speaker else None
    return Answer(text=floor.source.fold(start, end), span=Span(start=start, end=end), speaker=speaker)


def _add(turns: list[_Turn], start: int, end: int, speaker: tuple[int, int] | None, key: str) -> None:
    """Let ``speaker`` speak from ``start`` to ``end``: a new turn, or more of the last one."""
    if turns and key == turns[-1].key:
        turns[-1].end = end
    else:
        turns.append(_Turn(start, end, speaker, key))


# --- answers below a direct question --------------------------------------------------------------------------------


def _below(question: Asked, limit: int, floor: Floor) -> list[_Turn]:
    """Return the answers behind a direct question: the rest of its line, what is nested below, or the next lines."""
    passage = floor.flow[question.passage]
    turns: list[_Turn] = []
    rest = _LEAD.match(floor.text, question.rest or passage.end, passage.end)
    behind = rest.end() if rest else passage.end
    if behind < min(passage.end, limit) and floor.text[behind] != "(":
        if _UNDISCUSSED.match(floor.text, behind, passage.end):
            return []
        turns.append(_Turn(behind, passage.end, None, ""))
    nested = False
    for one in floor.flow[question.passage + 1 : question.passage + 1 + _MAX_SENTENCES]:
        if one.part != passage.part or one.start >= limit or floor.stop(one.start, one.end) or one.label == "question":
            break
        deeper = floor.depth(one) > floor.depth(passage)
        if not deeper and (nested or not _answers_beside(question, one, passage, turns, floor)):
            break
        nested = nested or deeper
        speaker = floor.name(one.speaker)
        start = one.start
        if not speaker and (label := _LOOSE_LABEL.match(floor.text, start, one.end)):
            speaker, start = label.span(1), label.end()
        speaker = speaker or _first_speaker(one, floor)
        _add(turns, start, min(one.end, limit), speaker, floor.key(speaker))
    return turns


def _first_speaker(passage: Passage, floor: Floor) -> tuple[int, int] | None:
    """Return the subject of the passage's first sentence, if it has the floor."""
    first = passage.sentences[0] if passage.sentences else None
    if not first or not first.subject:
        return None
    named = first.person or floor.known(first.subject)
    spoken = first.predicate in (W.SAY - W.BE - W.MODAL - {"can", "could"} if named else _SPEAKS)
    return floor.name(first.subject) if spoken else None


def _answers_beside(question: Asked, one: Passage, passage: Passage, turns: list[_Turn], floor: Floor) -> bool:
    """Whether a line on the same level as the question answers it."""
    if floor.depth(one) < floor.depth(passage):
        return False
    if one.label == "answer":
        return True
    if one.label == "speaker":
        key = floor.key(floor.name(one.speaker))
        known = {turn.key for turn in turns}
        again = bool(turns) and key == turns[-1].key
        fresh = key not in known and len(known) < 2 and (passage.label != "question" or not turns)
        return key != question.key and (again or fresh)
    return not turns and not _FILLER.match(floor.text, one.start, one.end)


# --- answers told in sentences --------------------------------------------------------------------------------------


def _told(question: Asked, turns: list[_Turn], limit: int, floor: Floor) -> list[_Turn]:
    """Return the turns that answer a question told in running text."""
    before, listing = floor.text[max(0, question.end - 1) : question.end], False
    for passage, sentence, fresh in _onward(question, limit, floor):
        if floor.stop(sentence.start, sentence.end):
            if not turns and _agrees(sentence, floor):
                key = floor.key(sentence.subject)
                turns.append(_Turn(sentence.start, sentence.end, floor.name(sentence.subject), key))
            break
        key = _key(sentence, turns, question, floor)
        listed = fresh and passage.nested and not floor.flow[question.passage].nested and before in (":", ".")
        if listed and (before == ":" or not turns or listing):
            listing = True
            move: Move = "goes on" if turns else "states"
        else:
            move = _move(question, turns, passage, sentence, key, limit, floor, fresh=fresh)
        if move == "ends":
            break
        if move != "passes":
            _take(move, turns, sentence, key, question, floor, listed=listed)
        before = floor.text[sentence.end - 1 : sentence.end]
    return turns


def _take(
    move: Move, turns: list[_Turn], sentence: Sentence, key: str, question: Asked, floor: Floor, *, listed: bool
) -> None:
    if move == "speaks":
        _add(turns, sentence.start, sentence.end, floor.name(sentence.subject), key)
    elif turns:
        turns[-1].end = sentence.end
    else:
        whom = question.addressee if listed else None
        turns.append(_Turn(sentence.start, sentence.end, whom, floor.key(whom)))


def _onward(question: Asked, limit: int, floor: Floor) -> Iterator[tuple[Passage, Sentence, bool]]:
    """Yield the sentences behind the question up to the next one, and whether each opens a passage."""
    first = floor.flow[question.passage]
    count = 0
    for one in floor.flow[question.passage : question.passage + _MAX_SENTENCES]:
        if one.part != first.part or one.start >= limit:
            return
        if one is not first and one.label == "question":
            return
        for position, sentence in enumerate(one.sentences):
            if one is first and position <= question.sentence:
                continue
            if sentence.start >= limit or count > _MAX_SENTENCES:
                return
            count += 1
            yield one, sentence, position == 0


def _move(
    question: Asked,
    turns: list[_Turn],
    passage: Passage,
    sentence: Sentence,
    key: str,
    limit: int,
    floor: Floor,
    *,
    fresh: bool,
) -> Move:
    """Judge one sentence, whose subject is ``key``."""
    if key:
        within, listed = limit <= passage.end, fresh and passage.nested
        return _personal(question, turns, sentence, fresh, key, floor, within=within, listed=listed)
    if _FILLER.match(floor.text, sentence.start, sentence.end):
        return "goes on" if turns and not fresh else "passes"
    reported = bool(_REPORTED.match(floor.text, sentence.start, sentence.end))
    if not turns:
        if not fresh or reported:
            return "states"
        return "ends" if passage.nested or limit <= passage.end else "states"
    if not fresh:
        return "goes on"
    linked = bool(_LINK.match(floor.text, sentence.start, sentence.end))
    return "goes on" if linked and limit > passage.end and not passage.nested else "ends"


def _personal(
    question: Asked,
    turns: list[_Turn],
    sentence: Sentence,
    fresh: bool,
    key: str,
    floor: Floor,
    *,
    within: bool,
    listed: bool,
) -> Move:
    """Judge a sentence whose subject is a person or a group."""
    verb = sentence.predicate
    if key == question.key or (not question.key and key in floor.askers):
        return "ends" if turns or fresh else "passes"
    if verb in _AWAY and not (verb == "discussed" and sentence.complement == "and"):
        return "ends" if turns or fresh else "passes"
    if verb in W.MODAL and sentence.complement not in ("like", "be", "welcome", "want"):
        return "ends" if turns and fresh else "goes on" if turns else "speaks"
    if not turns and verb in ("has", "had", "have") and floor.at_meeting(sentence.subject):
        return "speaks"
    if verb in W.BE and sentence.complement not in W.STATE:
        return "ends" if turns and fresh else "goes on" if turns else "states"
    if fresh and (verb in _TAKES_NOTE or (within and verb in W.OPENS_TOPIC)):
        return "ends"
    if (
        fresh
        and turns
        and not (verb in _TAKES_OVER or verb in W.BE or _ALSO.match(floor.text, sentence.start, sentence.end))
    ):
        return "ends"
    if listed and not turns and verb not in _ANSWERS:
        return "ends"
    if verb in W.SAY:
        return "speaks"
    if turns:
        return "ends" if fresh else "goes on"
    return "states" if not fresh else "ends"


def _key(sentence: Sentence, turns: list[_Turn], question: Asked, floor: Floor) -> str:
    """Return who is the sentence's subject, if it is a person or a group at the meeting."""
    if not sentence.subject:
        return ""
    span = floor.name(sentence.subject)
    key = floor.key(span)
    if key in ("he", "she"):
        return turns[-1].key if turns and turns[-1].key else question.key or key
    if key in ("they", "we", "i"):
        return turns[-1].key if turns else ""
    if sentence.person or (span and floor.known(span)) or sentence.predicate in _SPEAKS:
        return key
    return ""


def _agrees(sentence: Sentence, floor: Floor) -> bool:
    """Whether the meeting's agreement is itself the reply: "The Board agreed."."""
    if not sentence.subject:
        return False
    together = sentence.predicate == "discussed" and sentence.complement == "and"
    return together or sentence.predicate in ("agreed", "approved", "supported", "confirmed", "accepted")
