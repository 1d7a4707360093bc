"""Reading how information is sought: "sought assurance", "requested how", "wanted to know", "was keen to understand"."""

from __future__ import annotations

from minutes_parser.language import words as W
from minutes_parser.language.acts import Act
from minutes_parser.language.parties import about, by, span
from minutes_parser.language.phrases import Words, mention
from minutes_parser.language.replies import with_reply
from minutes_parser.language.subjects import subject, word_before

_SOUGHT = W.INFORMATION & {
    "update", "updates", "clarification", "clarity", "assurance", "assurances", "reassurance", "confirmation",
    "explanation", "explanations", "view", "views", "opinion", "opinions", "comments", "feedback", "information",
    "details", "detail", "suggestions", "ideas",
}  # fmt: skip
_LAST = _SOUGHT | {"timeline", "timelines", "timescale", "timescales", "timeframe", "breakdown", "figures", "status"}
"""What is asked for, last in a sentence."""
_KNOWN = W.WH | frozenset('more about the their our his her " “'.split())
"""Behind "wanted to know"."""
_LEARN = frozenset(["understand", "know", "establish", "clarify", "ascertain", "learn", "find"])
_NEAR = 12
"""Tokens from the verb to the end of a sentence that names last what is asked for."""


def seek(words: Words, verb: int) -> Act | None:
    """Read "sought assurance", "sought to understand", "requested an update", "clarification was sought"."""
    before = word_before(words, verb)
    if words.around[verb + 1] == "to" and words.low[verb] in {"sought", "seeks", "seek"}:
        return _learn(words, verb) if words.around[verb + 2] in _LEARN else None
    if before in W.TO_BE:
        known = any(word in _SOUGHT for word in words.low[max(0, verb - 8) : verb])
        end, asker = by(words, verb + 1) if words.around[verb + 1] == "by" else (verb + 1, None)
    else:
        known = any(word in _SOUGHT for word in words.low[verb + 1 : verb + 6])
        end, who = verb + 1, subject(words, verb)
        if who is None and verb > 1:
            return None
        asker = span(words, who)
    known = known or _sought_last(words, verb)
    later = " ".join(words.low[verb:])
    if not known or before in {"had", "has", "have", "to"} or "next meeting" in later or _deed_sought(words, verb):
        return None
    whom = None
    for k in range(verb + 1, min(verb + 8, len(words))):
        if words.low[k] == "from" and (last := mention(words, k + 1)) > k + 1:
            whom = words.span(k + 1, last)
    return with_reply(words, Act("asks", words.span(verb, verb + 1), asker, whom), end)


def _sought_last(words: Words, verb: int) -> bool:
    """Whether it is "requested how", or information is named last: "requested the strategy's timeline."."""
    if words.around[verb + 1] in W.WH and words.around[verb + 1] != "who":
        return words.low[verb] in {"requested", "requests"}
    ends = words.around[len(words) - 1] == "." and len(words) - verb < _NEAR
    return ends and words.around[verb + 1] in {"the", "an", "a"} and words.around[len(words) - 2] in _LAST


def _deed_sought(words: Words, verb: int) -> bool:
    """Whether information is to be given later: "requested an update to be sent"."""
    low = words.low
    named = next((k for k in range(verb + 1, min(verb + 6, len(low))) if low[k] in _SOUGHT), len(low))
    return any(low[k : k + 2] == ["to", "be"] for k in range(named, min(named + 8, len(low))))


def _learn(words: Words, verb: int) -> Act | None:
    """Read "sought to understand why"."""
    who = subject(words, verb)
    act = Act("asks", words.span(verb, verb + 1), span(words, who), None, about(words, verb + 3))
    return with_reply(words, act, verb + 3) if who and words.around[verb + 3] in W.WH else None


def know(words: Words, verb: int) -> Act | None:
    """Read "wanted to know", "was keen to understand how", "a wish from the board to know more"."""
    if words.around[verb - 1] != "to":
        return None
    near = range(max(0, verb - 8), verb)
    want = next((k for k in near if words.low[k] in W.WANT), None)
    strict = words.low[verb] != "know" or (want is not None and words.low[want] in {"like", "liked"})
    then = words.around[verb + 1]
    if want is None or then not in (W.WH if strict else _KNOWN):
        return None
    if then not in W.WH | {"more", "about"} and words.low[want] not in {"wants", "wanted"}:
        return None
    who = subject(words, want - 1 if words.around[want - 1] in W.WOULD else want)
    if words.around[want + 1] == "from" and (last := mention(words, want + 2)) > want + 2:
        who = (want + 2, last)
    return with_reply(words, Act("asks", words.span(verb, verb + 1), span(words, who)), verb + 1)
