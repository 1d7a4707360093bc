"""Where a sentence that puts a question goes over to its answer."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_parser.language import words as W
from minutes_parser.language.acts import Act
from minutes_parser.language.parties import by, named_last, whose
from minutes_parser.language.phrases import Words, is_person, means_thing, mention
from minutes_parser.language.subjects import past_adverbs, predicate, verb_follows

_JOINTS = frozenset([",", ";", "and", "–", "-", "but", "("])
_TOLD = (W.REPLY | {
    "said", "says", "stated", "states", "suggested", "suggests", "indicated", "noted", "notes", "agreed", "agrees", "felt",
    "feels", "thought", "thinks", "added", "adds", "believed", "believes", "reported", "reports", "commented", "accepted",
    "acknowledged", "informed", "pointed", "points", "highlighted", "undertook", "promised", "mentioned", "mentions", "observed",
    "argued", "remarked", "reminded",
})  # fmt: skip
_ASSURED = frozenset(["told", "informed", "advised", "assured", "reassured"])
"""What is done to the one who asked: "and was told that it could not"."""
_GIVES = frozenset("gave provided outlined described offered identified listed named cited quoted estimated".split())
"""With which somebody answers if he does so behind a comma: "asked for the cost, and the Clerk gave the figure"."""
_DEALS_WITH = frozenset("addressed answered clarified explained fielded tackled".split())
"""What is done to questions, told in few words: "asked about the cost, which the Clerk answered"."""
_BINDS = W.SUBORDINATE | W.WH | {"by", "from", "of", "to"}
"""Before those who act within the question: "what the Clerk advised"."""
_RESPONSE_TO = frozenset(["response", "answer", "reply", "responding", "replying", "answering", "following", "after"])
"""In an aside that names a question: "The Clerk, in response to a question from X, said"."""
_NEAR = 25
"""Tokens of a question in which no comma sets off the answer."""
_SHORTLY = frozenset(["yes", "no", "not", "none", "nobody"])
"""What a dash may set off as the answer: "asked if it was open - no, not yet"."""
_TALK = frozenset(["discussion", "discussions", "debate", "consideration", "deliberation"])
"""Behind "after some": what went before the answer."""
_IMPERSONAL = frozenset(["it", "this", "these", "there", "that", "they"])


def with_reply(words: Words, act: Act, index: int, *, passive: bool = False) -> Act:
    """Return ``act`` with the place where the sentence goes over to the answer, if it does behind token ``index``.

    ", and Y confirmed", "; Y was unsure", ", to which Y said", ", who said", "and was told by Y"; in the ``passive`` the
    one who was asked may go on: "X was asked why and explained".
    """
    low = words.low
    which = 0
    if "which" in low:
        which = next((k for k in range(index, len(low) - 3) if low[k] == "to" and low[k + 1] == "which"), 0)
    if which and low[which - 1] not in _JOINTS:
        last = mention(words, which + 2)
        if last > which + 2 and low[past_adverbs(words, last) % len(low)] in _TOLD:
            start, end = words.start(which + 2), words.end(which - 1)
            return act._replace(reply=start, question_end=end, replier=words.span(which + 2, last))
    joint = index - 1
    for mark in filter(_JOINTS.__contains__, low[index:-2]):
        joint = low.index(mark, joint + 1)
        for first, replier in _answer_at(words, act, joint, passive=passive):
            return act._replace(reply=words.start(first), question_end=words.end(joint - 1), replier=replier)
    return act


def without_comma(words: Words, act: Act, index: int) -> Act:
    """Return ``act`` with the answer of "In response to a question about the cost the Clerk advised"."""
    for first in range(index, min(index + _NEAR, len(words))):
        last = mention(words, first)
        named = words.around[first] == "the" or words.around[first].rstrip(".") in W.TITLE
        tells = _TOLD if first == index or named else W.REPLY
        if last > first and words.around[first - 1] not in _BINDS and words.around[past_adverbs(words, last)] in tells:
            end = words.end(first - 1)
            return act._replace(reply=words.start(first), question_end=end, replier=words.span(first, last))
    return act


def amid_answer(words: Words, noun: int) -> Act | None:
    """Read "The Clerk, in response to a question from X, said" and "The Clerk said, after a question from X, that"."""
    comma = next((k for k in range(max(1, noun - 7), noun - 1) if words.low[k] == ","), 0)
    if not comma or _RESPONSE_TO.isdisjoint(words.low[comma + 1 : comma + 3]):
        return None
    closing = next((k for k in range(noun + 1, min(noun + 30, len(words) - 1)) if words.low[k] == ","), 0)
    then = words.around[past_adverbs(words, closing + 1)]
    last = mention(words, 0)
    if not closing or not 0 < last <= comma or means_thing(words, last):
        return None
    if then not in (W.SAY - W.BE if last == comma else ("that",)):
        return None
    _, asker = by(words, noun + 1)
    asker = asker or whose(words, noun) or named_last(words, noun, words.end(closing - 1))
    return Act(
        "asks", words.span(noun, noun + 1), asker, reply=words.start(closing + 1), question_end=words.end(closing - 1),
        replier=words.span(0, last),
    )  # fmt: skip


def _answer_at(words: Words, act: Act, joint: int, *, passive: bool) -> Iterator[tuple[int, tuple[int, int] | None]]:
    """Yield where the answer begins behind the token ``joint``, and who gives it; nothing where none does."""
    low, first = words.around, joint + 1
    dash = low[joint] in {"-", "–"} and words.end(joint - 1) < words.start(joint) < words.start(first) - 1
    while low[first] in {"and", "but", "to", "which", "so"}:
        first += 1
    if low[first] in {"after", "following"}:
        first = next((k + 1 for k in range(first + 1, first + 5) if low[k] in _TALK), first)
        first += low[first] == ","
    last = mention(words, first)
    if (
        last > first
        and not means_thing(words, last)
        and (low[first] not in {"i", "they"} or (passive and act.addressee))
    ):
        if low[first - 1] == "which" and low[first - 2] != "to" and low[past_adverbs(words, last)] in _DEALS_WITH:
            yield first - 1, words.span(first, last)
        elif _tells(words, predicate(words, last), ";" if dash else low[joint]) or (
            low[joint] == "," and low[last] == "will" and is_person(words, first, last)
        ):
            himself = low[first] in {"he", "she", "they"} and act.addressee
            yield first, himself or words.span(first, last)
        elif low[first] in W.PRONOUN and low[last] in W.TO_BE and low[past_adverbs(words, last + 1)] in _ASSURED:
            yield first, _by(words, last + 1)
        elif low[joint] in {"(", ";", "–", "-"} and low[last] == ":":
            yield last + 1, words.span(first, last)
        return
    opening, then, mark = low[first], low[past_adverbs(words, first + 1)], low[joint]
    if dash and opening in _SHORTLY:
        yield (
            first,
            next(
                (
                    words.span(k, to)
                    for k in range(first + 2, first + 4)
                    if (to := mention(words, k)) > k and low[to] in _TOLD
                ),
                None,
            ),
        )
    elif low[first - 1] == "but" and opening in {"no", "nobody", "none"}:
        yield first, None
    elif (dash or mark in {";", "–", "("}) and opening in _IMPERSONAL:
        yield from [(first, None)] if verb_follows(words, first + 1) else ()
    elif (low[first - 1] == "but" and opening == "there" and {"no", "none"} & set(low[first + 2 : first + 4])) or (
        opening == "it" and low[first + 1] == "was" and low[past_adverbs(words, first + 2)] in _TOLD
    ):
        yield first, None
    elif mark == "," and opening == "who":
        yield from [(first, act.addressee)] if then in _TOLD else ()
    elif passive and act.addressee and low[past_adverbs(words, first)] in _TOLD:
        yield first, act.addressee
    elif not passive and opening in {"was", "were"} and then in _ASSURED:
        yield first, _by(words, first + 1)


def _tells(words: Words, verb: int, joint: str) -> bool:
    """Whether the verb is one with which somebody answers behind ``joint``."""
    if joint == ";":
        return verb_follows(words, verb) and words.around[verb] not in W.ASK | W.QUERY
    low = words.around
    return (
        low[verb] in _TOLD
        or (joint == "," and low[verb] in _GIVES)
        or (low[verb] in {"gave", "provided"} and low[verb + 1] in {"these", "this", "them", "it"})
        or (joint != "and" and low[verb] in W.TO_BE and low[verb + 1] in W.STATE)
    )


def _by(words: Words, index: int) -> tuple[int, int] | None:
    """Return whom "advised by Y that" names within the next words."""
    for k in range(index, min(index + 5, len(words))):
        if words.low[k] == "by" and (last := mention(words, k + 1)) > k + 1:
            return words.span(k + 1, last)
    return None
