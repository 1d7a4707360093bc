"""What a sentence behind a question does to its answer."""

from __future__ import annotations

from typing import Literal

from minutes_parser import lazy
from minutes_parser.honorifics import EVERYDAY
from minutes_parser.language import Sentence
from minutes_parser.language import words as W
from minutes_parser.stages.exchanges.asked import Asked
from minutes_parser.stages.exchanges.floor import Floor
from minutes_parser.stages.exchanges.passages import Passage
from minutes_parser.stages.exchanges.turns import FILLER, Turn

Move = Literal["speaks", "states", "goes on", "passes", "ends"]
"""What a sentence does to the answer: a named speaker speaks; an answer without a speaker begins; what was begun goes
on; something that is no answer is passed over; the answer is at its end."""


_REPORTED = lazy.compile(
    r"(?i)(?:in (?:response|reply|answer),? |in return,? )?(?:it was (?:\w+ly )?(?:confirmed|explained|clarified|advised|stated|reported|noted|said|indicated|accepted"
    r"|agreed|felt|thought|suggested|answered|acknowledged|recognised|pointed out|highlighted|understood|suggest)"
    r"|(?:assurance|reassurance|confirmation|clarification|an? (?:explanation|update|assurance)) (?:was|were) (?:given|provided)"
    r"|(?:the )?(?:answer|response|reply)(?: (?:given|received|provided))? (?:was|is)\b|yes\b|no[,. ]|as previously|the following)"
)
_LINK = lazy.compile(
    r"(?i)(?:this|these|that|it|he|she|they|in (?:addition|practice|preparation|particular|short|summary|total|turn|the meantime)|also|additionally|furthermore|moreover"
    r"|however|as such|therefore|for (?:example|instance)|such|to \w+ (?:this|these)|the following)\b"
)
_AWAY = W.OPENS_TOPIC - {
    "reported", "noted", "presented", "updated", "outlined", "informed", "acknowledged", "considered",
} | {"directed", "instructed", "requested"}  # fmt: skip
"""Verbs with which somebody leaves the question."""
_AND_SAYS = lazy.compile(
    r"\band (?:then |also |\w+ly )?(?:confirmed|said|stated|explained|advised|replied|responded|answered|clarified|noted|agreed|assured|reassured"
    r"|informed|indicated|reported|outlined)\b"
)
"""Behind thanks or a welcome: it is an answer after all."""
_ABLE = frozenset(["can", "could", "cannot"])
_TOLD = frozenset(["told", "informed", "advised", "assured", "reassured"])
"""What is done to the one who asked, by an answer."""
ANSWERS_TO = lazy.compile(
    rf"(?:In (?:answer|reply|response) to|Replying to|Responding to|Answering) ((?:the )?(?:{EVERYDAY} )?[A-Z][^,.;]{{0,40}}?),"
)
_OWN_VIEW = lazy.compile(r"(?i)in (?:his|her|their) (?:own )?(?:view|opinion|experience)\b")
"""With which the one who asked goes on."""
_SHORT_TITLE = 40
"""Characters of a line before a colon that names what stands below it, and is no sentence."""
_TAKES_OVER = W.REPLY - {"advised"} | frozenset(["said", "added", "reiterated", "stated", "pointed"])
"""With which another speaker goes on with the answer in a new paragraph."""
_SAYS = frozenset(["says", "adds", "states"])
"""The same in notes in the present tense, where all that is said is told so: the first of them."""
_RETORT = lazy.compile(r"[^.\n]{1,60}?\s(?:replied|responded|answered)\b")
"""An answer that was one: what somebody else "stated" in the next paragraph is his own."""
_ANSWERS = W.REPLY | frozenset(
    "said says stated states indicated agreed agrees reported informed told thinks mentioned mentions observed observes commented"
    " remarked argued argues countered disagreed concurred".split()
)
"""With which an item of a list answers the question in the one above; what somebody "felt" or "noted" may be of his own."""
_TAKES_NOTE = frozenset(["noted", "acknowledged", "considered", "received"])
_ALSO = lazy.compile(r"(?i)(?:\S+\s){1,6}?also\b")


def move_of(
    question: Asked,
    turns: list[Turn],
    passage: Passage,
    sentence: Sentence,
    key: str,
    limit: int,
    floor: Floor,
    *,
    fresh: bool,
) -> Move:
    """Judge one sentence, whose subject is ``key``."""
    if fresh and _answers_other(question, sentence, floor):
        return "ends"
    if key:
        return _personal(question, turns, passage, sentence, key, limit, floor, fresh=fresh)
    if turns and not fresh:
        discussed = floor.text.startswith("There", sentence.start)
        return "ends" if discussed and FILLER.match(floor.text, sentence.start, sentence.end) else "goes on"
    text, start, end = floor.text, sentence.start, sentence.end
    if FILLER.match(text, start, end):
        return "ends" if turns else "passes"
    if not turns and _OWN_VIEW.match(text, start, end):
        return "passes"
    if fresh and text[end - 1] == ":" and end - start < _SHORT_TITLE:
        return "ends"
    if not turns and (not fresh or _REPORTED.match(text, start, end)):
        return "states"
    if limit <= passage.end or ((turns or passage.nested) and not _LINK.match(text, start, end)):
        return "ends"
    return "states" if not turns else "ends" if passage.nested else "goes on"


def _answers_other(question: Asked, sentence: Sentence, floor: Floor) -> bool:
    """Whether the sentence answers somebody else: "In answer to Mr Hill, the Clerk said"."""
    to = ANSWERS_TO.match(floor.text, sentence.start, sentence.end)
    return to is not None and floor.known(to.span(1)) and floor.key(to.span(1)) != question.key


def _personal(
    question: Asked,
    turns: list[Turn],
    passage: Passage,
    sentence: Sentence,
    key: str,
    limit: int,
    floor: Floor,
    *,
    fresh: bool,
) -> Move:
    """Judge a sentence whose subject is a person or a group."""
    verb = sentence.predicate
    if key == question.key and verb in W.TO_BE and sentence.complement in _TOLD and not turns:
        return "states"
    if key == question.key or (not question.key and key in floor.askers):
        return "ends" if turns or fresh else "passes"
    if verb == "in" and sentence.complement in {"response", "reply", "answer"}:
        return "speaks"
    if (
        not fresh
        and not turns
        and verb in {"welcomed", "thanked"}
        and _AND_SAYS.search(floor.text, sentence.start, sentence.end)
    ):
        return "speaks"
    if verb in _AWAY and not (verb == "discussed" and sentence.complement == "and"):
        return "ends" if turns or fresh else "passes"
    if verb in _ABLE and turns and not fresh and key != turns[-1].key:
        return "goes on"  # 'Members can vote by post', told by the one who answers
    if verb in W.MODAL and sentence.complement not in {"like", "be", "welcome", "want", "prefer"}:
        return "ends" if turns and fresh else "goes on" if turns else "speaks"
    if not turns and verb in {"has", "had", "have"} and floor.at_meeting(sentence.subject):
        return "speaks"
    if not turns and key == floor.key(question.addressee) and key != floor.key(sentence.subject):
        return "speaks"  # 'She has not heard yet', of the one who was asked
    if verb in W.TO_BE and sentence.complement == "going" and not turns:
        return "speaks"
    if verb in W.BE and sentence.complement not in W.STATE:
        return "ends" if turns and fresh else "goes on" if turns else "states"
    if fresh and (
        (verb in _TAKES_NOTE and verb not in floor.answering)
        or (verb == "spoke" and not turns and sentence.complement == "in")
        or (limit <= passage.end and verb in W.OPENS_TOPIC)
    ):
        return "ends"
    if (
        fresh
        and turns
        and not (passage.nested and floor.depth(passage) > floor.depth(floor.flow[question.passage]) > 0)
        and not (
            (verb in _TAKES_OVER and not (verb == "stated" and _RETORT.match(floor.text, turns[0].start, turns[0].end)))
            or verb in floor.answering
            or (verb in _SAYS and len(turns) == 1)
            or verb in W.BE
            or _ALSO.match(floor.text, sentence.start, sentence.end)
        )
    ):
        return "ends"
    if fresh and passage.nested and not turns and verb not in _ANSWERS:
        return "ends"
    if verb in W.SAY:
        return "speaks"
    if turns:
        return "ends" if fresh else "goes on"
    if not fresh:
        return "speaks" if verb.endswith("ed") or verb == "took" else "states"
    return "ends"
