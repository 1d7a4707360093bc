"""The answer to a question put in its own words: behind it, nested below it, or in the lines that follow."""

from __future__ import annotations

from collections.abc import Sequence

from minutes_parser import lazy
from minutes_parser.honorifics import EVERYDAY
from minutes_parser.language import Reading, Sentence
from minutes_parser.language import words as W
from minutes_parser.stages.exchanges.asked import Asked
from minutes_parser.stages.exchanges.floor import Floor
from minutes_parser.stages.exchanges.passages import ANSWER_LABEL, REPORTED, Passage
from minutes_parser.stages.exchanges.turns import (
    FILLER,
    INVITES,
    LOOSE_LABEL,
    MOST,
    SHORTLY,
    SPEAKS,
    Turn,
    add,
    label_at,
)

_PUT_OFF = r"not (?:yet )?discussed|skipped|deferred|tb[dca]|pending|to be (?:discussed|decided|determined|confirmed)"
_UNDISCUSSED = lazy.compile(rf"(?i)(?:{_PUT_OFF}|n/?a|none)\W*\Z")
"""Behind a question to which there is no answer."""
_OPEN = lazy.compile(rf"(?i)(?:{_PUT_OFF})\W*\Z")
"""What stands in a line of its own where there is no answer."""
_HEDGES = lazy.compile(
    r"(?:Perhaps|Maybe|Might|Probably|Possibly|Could|Would|Should|Yep|Yeah|Nope|OK|Not|Only|Depends|Because)\b"
)
"""With which an answer opens that is no sentence."""
_GOES_ON = lazy.compile(r"(?i)(?:if (?:not|so|you|yes)|otherwise|especially)\b")
"""With which the one who asked goes on."""
_SIGNED = lazy.compile(r"\(((?:the )?[A-Z][^,()]{0,40})\)[.!]?\Z")
"""Who says so, behind his words: "Not before May (MK)."."""
_TASK = lazy.compile(
    r"(?:Action|ACTION|AP|AI|TODO)\b|[A-Z][\w/’'.-]{0,24}(?: (?:[A-Z][\w/’'.-]{0,24}|and|&)){0,4} to [a-z]+\b"
)
_LABELLED = lazy.compile(r"[*_]{0,3}(?:Actions?|ACTIONS?|AP|AI|TODO)[*_]{0,3}(?:\s?[:\-–—]| (?:on|for|item|point)\b)")
"""The label of a task, whether one was recorded there or not."""
_WORTH = 12
"""Characters of an answer before the action or decision that it ends with."""
_NEAR_END = 60
_SETTLES = lazy.compile(
    r"(?i)(?:[\w’',()-]{1,20}\s){0,6}?(?:yes|no|agree(?:d|s|ment)|consensus|approved?|unanimous(?:ly)?|carried|passed|accepted|decided|resolved)\b"
)
"""With which the meeting's agreement is itself the reply: "General agreement, yes"."""
_SAID = lazy.compile(
    r"(?:[,?!][”\"’']?\s(?:said|replied|answered|confirmed|according to)\s|\()((?:the\s)?[A-Z][^,()]{0,40}?)\)?[.!]?\Z"
)
_SAID_BY = lazy.compile(
    rf"[^.]{{1,60}}?\b(?:told|informed|advised|assured|reassured|thought|felt|said|stated|explained|clarified|confirmed|answered|addressed|given|provided|replied|pointed out|reported|noted|agreed|considered) by ((?:the )?(?:{EVERYDAY} )?[A-Z][^,.;]{{0,40}}?)(?= that\b|[,.;])"
    r"|((?:The )?[A-Z][^,.;]{0,40}?)['’]s? (?:\w{1,12} )?(?:response|reply|answer) (?:was|is)\b"
)
"""Who answers where it is no subject: "He was told by the Clerk that", "The Clerk's answer was"."""
_PEOPLE_DO = W.SAY - W.BE - W.MODAL - {"can", "could"} | {"took"}
_OWN_REMARK = lazy.compile(
    r"(?i)(?:(?:so|and|but|well),? )?(?:I|we)(?:['’]d like| (?:just|hope|wish|want(?:ed)?|would like|thought|posted))\b|seeing (?:this|that|how)\b|thank(?:s| you)\b"
)
"""With which a speaker opens who tells what he wants, thought or did, and answers nobody."""
_LONG_REMARK = 150
"""Characters of a paragraph from which on it is no second answer, but the next speaker's own speech."""
_LEAD = lazy.compile(r"[\s.\-–—:>→⇒=\"”]*")


def below(question: Asked, limit: int, floor: Floor, *, nested: bool = False) -> list[Turn]:
    """Return the answers behind a direct question: the rest of its line, what is nested below, or the next lines.

    With ``nested`` nothing but what is nested counts.
    """
    passage = floor.flow[question.passage]
    turns: list[Turn] = []
    rest = _LEAD.match(floor.text, question.rest or passage.end, passage.end)
    behind = rest.end() if rest else passage.end
    announced: tuple[int, int] | None = None
    holder: Passage | None = None
    if behind < min(passage.end, limit) and floor.text[behind] != "(":
        if _UNDISCUSSED.match(floor.text, behind, passage.end):
            return []
        task = floor.stop(behind, passage.end)
        if _LABELLED.match(floor.text, behind, passage.end) or (
            task and task[0] - behind < _WORTH and _TASK.match(floor.text, behind, passage.end)
        ):
            return []  # what is to be done about it
        if not _speaks_on(question, behind, floor):
            turns += _beside(behind, passage.end, passage.reading, floor)
    for one in floor.flow[question.passage + 1 : question.passage + 1 + MOST]:
        if (
            one.part != passage.part
            or one.start >= limit
            or one.label == "question"
            or floor.text.startswith("#", one.start)
        ):
            break  # '#topic' begins another one
        deeper = floor.depth(one) > floor.depth(passage)
        stop = floor.stop(one.start, one.end)
        settled = stop is not None
        if not turns and _OPEN.match(floor.text, one.start, one.end):
            break
        told = one.label == "answer" or (
            one.label == "speaker" and _answers_beside(question, one, passage, turns, floor)
        )
        if stop and told and not turns and stop[0] > one.start + _WORTH:
            who = floor.name(one.speaker) or speaks_first(one.sentences, floor)
            return [Turn(one.start, stop[0], who, floor.key(who))]
        if settled and (turns or not _SETTLES.match(floor.text, one.start, one.end)):
            break
        if not deeper and not announced and (nested or not _answers_beside(question, one, passage, turns, floor)):
            break
        if turns and one.label == "speaker" and INVITES.match(floor.text, one.start, one.end):
            break
        if turns and one.label == "speaker" and limit <= one.end:
            break  # whoever puts the next question has begun to speak
        nested = nested or deeper
        if who := _announces(one, floor):
            announced = who
            continue
        holder = one if one.label == "speaker" or (holder and floor.depth(one) <= floor.depth(holder)) else holder
        speaker = floor.name(one.speaker) or announced
        start, announced = one.start, None
        if not speaker and (label := LOOSE_LABEL.match(floor.text, start, one.end)):
            speaker, start = label.span(1), label.end()
        speaker = speaker or speaks_first(one.sentences, floor) or _signed(start, one.end, floor)
        if not speaker and holder and holder is not one:
            speaker = floor.name(holder.speaker)  # nested below what he said
        add(turns, start, min(one.end, limit), speaker, floor.key(speaker))
        if settled:
            break
    return turns


def _speaks_on(question: Asked, behind: int, floor: Floor) -> bool:
    """Whether the speaker who asked goes on himself, as somebody else answers under a label of his own."""
    passage, after = floor.flow[question.passage], floor.flow[question.passage + 1 : question.passage + 2]
    if _GOES_ON.match(floor.text, behind, passage.end):
        return True
    if passage.label != "speaker" or not after or after[0].label != "speaker" or after[0].part != passage.part:
        return False
    if floor.key(after[0].speaker) == question.key or SHORTLY.match(floor.text, behind, passage.end):
        return False
    if ANSWER_LABEL.match(floor.text, behind, passage.end):
        return False
    label = label_at(floor.text, behind, passage.end)
    named = label is not None and floor.known(label.span(1))
    return not named and speaks_first(passage.reading.sentences(behind, passage.end), floor) is None


def _announces(one: Passage, floor: Floor) -> tuple[int, int] | None:
    """Return X of "A. X gave the following response:", whose words stand below."""
    if one.label != "answer" or len(one.sentences) != 1 or floor.mark(one.end) != ":":
        return None
    return floor.name(one.sentences[0].subject)


def _beside(start: int, end: int, reading: Reading, floor: Floor) -> list[Turn]:
    """Return the answer on the question's own line, under its speaker's label where it has one."""
    if answer := ANSWER_LABEL.match(floor.text, start, end):
        who = floor.name(answer.span("a") if answer["a"] else answer.span("b") if answer["b"] else None)
        return [Turn(answer.end(), end, who, floor.key(who))]
    label = label_at(floor.text, start, end)
    if label and floor.known(label.span(1)):
        return [Turn(label.end(), end, label.span(1), floor.key(label.span(1)))]
    who = speaks_first(reading.sentences(start, end), floor) or _signed(start, end, floor)
    return [Turn(start, end, who, floor.key(who))]


def _signed(start: int, end: int, floor: Floor) -> tuple[int, int] | None:
    """Return who is named in brackets behind the words: "Not before May (MK)."."""
    if floor.text[end - 1] not in ").!":
        return None
    signed = _SIGNED.search(floor.text, max(start, end - _NEAR_END), end)
    return floor.name(signed.span(1)) if signed and floor.known(signed.span(1)) else None


def speaks_first(sentences: Sequence[Sentence], floor: Floor) -> tuple[int, int] | None:
    """Return the subject of the first sentence, if it has the floor."""
    first = sentences[0] if sentences else None
    if not first or not first.subject:
        return said_by(first, floor) if first else None
    known = floor.known(first.subject)
    if known and first.predicate == "will":
        return floor.name(first.subject)
    named = first.person or known
    return floor.name(first.subject) if first.predicate in (_PEOPLE_DO if named else SPEAKS) else None


def said_by(sentence: Sentence, floor: Floor) -> tuple[int, int] | None:
    """Return the speaker named behind an answer's words: "Not yet, said the Clerk.", "Nobody knew (the Clerk)."."""
    match = _SAID.search(floor.text, max(sentence.start, sentence.end - 60), sentence.end)
    if match and floor.known(match.span(1)):
        return floor.name(match.span(1))
    said = floor.text[sentence.start : sentence.end]
    if " by " not in said and "'" not in said and "’" not in said:
        return None
    named = _SAID_BY.match(floor.text, sentence.start, sentence.end)
    return floor.name(named.span(named.lastindex or 1)) if named else None


def _answers_beside(question: Asked, one: Passage, passage: Passage, turns: list[Turn], floor: Floor) -> bool:
    """Whether a line on the same level as the question answers it."""
    within = one.block.kind == "paragraph" and one.block.depth >= passage.block.depth > 0
    if floor.depth(one) < floor.depth(passage) and not within:
        return False
    if one.label == "answer":
        return True
    if one.label == "speaker":
        key = floor.key(floor.name(one.speaker))
        known = {turn.key for turn in turns}
        again = bool(turns) and key == turns[-1].key and not _apart(turns[-1].end, one, floor)
        fresh = key not in known and len(known) < 2 and (passage.label != "question" or not turns)
        fresh = fresh and not (turns and turns[0].end <= passage.end)  # it was answered on its own line
        return key != question.key and (again or (fresh and not (turns and _own_remark(one, floor))))
    asks = bool(one.sentences) and floor.text[one.sentences[0].end - 1] == "?"
    if one.nested and passage.nested and (_next_matter(one, floor) or _his_list(question, one, passage, floor)):
        return False
    return not turns and not asks and not FILLER.match(floor.text, one.start, one.end)


def _his_list(question: Asked, one: Passage, passage: Passage, floor: Floor) -> bool:
    """Whether the next item is one more of those below the name of the one who asked."""
    if not question.asker or passage.label or question.asker[1] > passage.start:
        return False
    return not SHORTLY.match(floor.text, one.start, one.end) and speaks_first(one.sentences, floor) is None


def _next_matter(one: Passage, floor: Floor) -> bool:
    """Whether the next item of a list is no answer to the one before, but what is on the list next: "The roof"."""
    text, start, end = floor.text, one.start, one.end
    if text[end - 1] in ".!:" or not text[start].isupper() or not one.sentences or one.sentences[0].subject:
        return False
    return not (SHORTLY.match(text, start, end) or REPORTED.match(text, start, end) or _HEDGES.match(text, start, end))


def _apart(end: int, one: Passage, floor: Floor) -> bool:
    """Whether a blank line, and no bullet, parts the passage from what ends before it."""
    return not one.nested and floor.text.count("\n", end, one.block.body) > 1


def _own_remark(one: Passage, floor: Floor) -> bool:
    """Whether the second who speaks behind a question goes on to something of his own."""
    long = not one.nested and one.end - one.start > _LONG_REMARK
    return long or _OWN_REMARK.match(floor.text, one.start, one.end) is not None
