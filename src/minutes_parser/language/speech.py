"""Reading the speech acts of one sentence from the cue words found in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet

from minutes_parser.language import words as W
from minutes_parser.language.acts import Act
from minutes_parser.language.demands import addressee, demand, invites
from minutes_parser.language.parties import (
    about,
    accompanied,
    by,
    for_whom,
    left_out,
    span,
    subject_word,
)
from minutes_parser.language.phrases import Words, mention
from minutes_parser.language.promises import charge, going, happy, is_to, left, modal, promise
from minutes_parser.language.raising import answered_clause, named, put_to, raised
from minutes_parser.language.replies import with_reply
from minutes_parser.language.seeking import know, seek
from minutes_parser.language.subjects import leading, subject, verb_follows, word_before

Reader = Callable[[Words, int], Act | None]
"""Returns the act that the cue at a token turns out to be."""
_WISHES = frozenset(
    [
        "wished",
        "wanted",
        "like",
        "liked",
        "spoke",
        "rose",
        "wrote",
        "called",
        "came",
        "adjourned",
        "suspended",
        "paused",
        "on",
        "proceeded",
        "continued",
    ]
)
"""Before "to ask": someone does ask."""
_NOT_NOW = frozenset(
    ["had", "has", "have", "be", "being", "often", "frequently", "regularly", "sometimes", "always", "usually"]
)
"""Before "asked": somebody did so before, or does so again and again."""
_PLAIN = frozenset(
    "queried querying queries questioned enquired enquires enquiring inquired inquires inquiring".split()
)
"""Verbs that put a question whatever stands behind them."""
_CLOSES_WORDS = frozenset([",", "?", "'", "’", "”", '"'])
"""Before "asked", where the words of the question stand in front: "How many are there, asked Mr Hill"."""


def ask(words: Words, verb: int) -> Act | None:
    """Read "asked" in active and passive."""
    before = word_before(words, verb)
    if opening := answered_clause(words, verb):
        return opening
    if words.low[verb] == "asking" and before in {"by", "up"}:
        who = leading(words) or _began(words, verb)  # 'Mr Hill followed up by asking'
        return (
            with_reply(words, Act("asks", words.span(verb, verb + 1), span(words, who)), verb + 1)
            if who and demand(words, verb + 1) == "asks"
            else None
        )
    if (
        before in _NOT_NOW
        or (before == "been" and words.low[verb] == "asking")
        or (before == "to" and words.around[verb - 2] not in _WISHES)
    ):
        return None
    if words.low[verb] == "ask" and verb > 1 and before not in {"to", "we", "i", "they", "members"}:
        return None
    if before in W.TO_BE or before == "been":
        return _asked(words, verb)
    if inverted := _asked_behind(words, verb):
        return inverted
    who = subject(words, verb) or (accompanied(words, verb) if words.low[verb] == "asking" else None)
    if not who and verb > 1 and before != "to":
        return None
    if before == "to":
        who = leading(words)
    put = (
        verb + 2 if words.around[verb + 1] in {"to", "of"} and put_to(words, verb) else verb + 1
    )  # 'asked of the Clerk if'
    end = addressee(words, put)
    kind = demand(words, end if end > put else verb + 1)
    if kind is None:
        return None
    whom = words.span(put, end) if end > put else None
    clause = None if whom else about(words, end)
    if kind == "requests" and who and left_out(words, verb, who):
        return Act(kind, words.span(verb, verb + 1), None, words.span(*who))
    if kind == "requests" and not whom:
        whom = for_whom(words, end) or clause
    return with_reply(words, Act(kind, words.span(verb, verb + 1), span(words, who), whom, clause), end)


def _began(words: Words, verb: int) -> tuple[int, int] | None:
    """Return X of "there was no agenda, so X began by asking"."""
    firsts = (k for k in range(1, verb) if words.low[k - 1] in {"so", "and", "then", ","} and mention(words, k) > k)
    acting = (
        (k, last) for k in firsts if words.around[last := mention(words, k)] == "began" or verb_follows(words, last)
    )
    return next(acting, None)


def _asked_behind(words: Words, verb: int) -> Act | None:
    """Read "How many are there, asked Mr Hill": the words of the question, then who put it."""
    if words.around[verb - 1] not in _CLOSES_WORDS:
        return None
    last = mention(words, verb + 1)
    if last == verb + 1 or len(words.low) > last + 1 or words.around[last] not in {".", ""}:
        return None
    return Act("asks", words.span(verb, verb + 1), words.span(verb + 1, last))


def _asked(words: Words, verb: int) -> Act | None:
    """Read "X was asked (by Y) whether", "it was asked whether", "a question was asked"."""
    whom = subject(words, verb)
    end, asker = by(words, verb + 1)
    if any(word in W.QUESTION_NOUN for word in words.low[max(0, verb - 5) : verb]):
        return None if invites(words, 0) else with_reply(words, Act("asks", words.span(verb, verb + 1), asker), end)
    impersonal = subject_word(words, verb) == "it"
    kind = demand(words, end)
    if (
        kind == "asks"
        and words.around[end] == "to"
        and words.low[verb - 1] == "are"
        and whom
        and words.low[whom[1] - 1] in W.GROUP
    ):
        kind = "requests"  # 'members are asked to comment by Friday'
    if "been" in words.low[max(0, verb - 2) : verb] and "had" in words.low[max(0, verb - 4) : verb]:
        return None
    if kind == "requests" and ("had" in words.low[max(0, verb - 3) : verb] or _since_done(words, end)):
        return None
    if kind is None or (not whom and not impersonal and (kind == "requests" or verb > 8)):
        return None
    named = None if impersonal else span(words, whom)
    act = Act(kind, words.span(verb, verb + 1), asker, named, None if named else about(words, end))
    return with_reply(words, act, end, passive=True)


def _since_done(words: Words, index: int) -> bool:
    """Whether the sentence goes on that it was done: "was asked to write and had done so"."""
    low = words.low
    return any(low[k] in {"had", "has"} and low[k - 1] in {"and", ","} for k in range(index + 1, len(low)))


def _query(words: Words, verb: int) -> Act | None:
    """Read "queried", "questioned", "enquired", "wondered", "challenged"."""
    low, before = words.low[verb], word_before(words, verb)
    if opening := answered_clause(words, verb):
        return opening
    if before in {"had", "has", "have", "to", "be", "being"} or before in W.DETERMINER or before in {"any", "no"}:
        return None
    if not verb and low in {"questions", "queries"} and words.around[1] not in W.WH:
        return None  # a heading
    end, asker = by(words, verb + 1)
    going = low == "curious" or low.endswith("ing")
    if going and before not in W.TO_BE:
        return None
    if before in W.TO_BE and not going:
        if subject_word(words, verb) == "it":
            return (
                with_reply(words, Act("asks", words.span(verb, verb + 1), asker), end)
                if words.around[end] in W.WH
                else None
            )
        whom = subject(words, verb)
        if (
            low in {"questioned", "quizzed", "pressed", "challenged"}
            and whom
            and words.around[end] in {"on", "about", "as", "regarding", "concerning", "over"}
        ):
            return with_reply(words, Act("asks", words.span(verb, verb + 1), asker, span(words, whom)), end)
        queried = low in {"queried", "questioned"} and (asker or words.around[end] in {".", ""})
        return with_reply(words, Act("asks", words.span(verb, verb + 1), asker), end) if queried else None
    who = subject(words, verb)
    if not who and verb > 1:
        return None
    first = verb + 2 if words.around[verb + 1] in {"of", "with"} else verb + 1
    end = addressee(words, first)
    then = words.around[end]
    plain = low in _PLAIN
    order = then in W.INVERTED and words.around[end + 1] in W.IMPERSONAL | W.DETERMINER | W.PRONOUN
    challenged = low == "challenged" and then in {"the", "this", "these"}
    if invites(words, end) or not (
        plain or order or challenged or then in W.WH or then in {"about", "on", "as", "for"}
    ):
        return None
    whom = words.span(first, end) if end > first else None
    if plain and then not in W.WH and then not in {"about", "on", "as"}:
        whom = None
    clause = None if whom else about(words, end)
    return with_reply(words, Act("asks", words.span(verb, verb + 1), span(words, who), whom, clause), end)


_ASKING: dict[Reader, frozenset[str]] = {
    named: W.QUESTION_NOUN, ask: W.ASK, _query: W.QUERY, raised: W.RAISE, seek: W.SEEK, know: frozenset(["know", "understand", "hear"]),
}  # fmt: skip
"""What may put a question, and the words at which it is looked for."""
_BINDING: dict[Reader, frozenset[str]] = {
    ask: W.ASK, promise: W.PROMISE, modal: W.MODAL, is_to: frozenset(["is", "are", "was", "were"]), charge: W.CHARGE,
    going: frozenset(["going", "planning", "intending"]), happy: frozenset(["happy", "willing", "prepared"]), left: W.LEFT,
}  # fmt: skip
"""What may bind somebody to do something."""


def _by_word(listed: Mapping[Reader, AbstractSet[str]]) -> dict[str, tuple[Reader, ...]]:
    words = frozenset[str]().union(*listed.values())
    return {word: tuple(read for read, cues in listed.items() if word in cues) for word in words}


CUES = _by_word({**_BINDING, **_ASKING})
"""Words at which a reader looks for an act, with the readers of such acts."""
QUESTION_CUES = _by_word(_ASKING)
DEED_CUES = _by_word(_BINDING)
"""The same for questions alone, and for promises and requests alone."""
