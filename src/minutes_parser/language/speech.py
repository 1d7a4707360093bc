"""Reading the speech acts of one sentence from the cue words found in it."""

from __future__ import annotations

from collections.abc import Sequence

from minutes_parser.language import words as W
from minutes_parser.language.acts import Act
from minutes_parser.language.demands import addressee, demand, invites
from minutes_parser.language.parties import (
    about,
    accompanied,
    by,
    for_whom,
    left_out,
    named_last,
    span,
    subject_word,
    whose,
)
from minutes_parser.language.phrases import Words, mention
from minutes_parser.language.promises import charge, going, happy, is_to, left, modal, promise
from minutes_parser.language.replies import amid_answer, with_reply, without_comma
from minutes_parser.language.seeking import know, seek
from minutes_parser.language.subjects import leading, subject, word_before

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
_HANDED_IN = frozenset(["made", "received", "submitted", "tabled"])
"""Said of questions in the passive alone: "a query was made"."""
_NOT_NOW = frozenset(
    ["had", "has", "have", "be", "being", "often", "frequently", "regularly", "sometimes", "always", "usually"]
)
"""Before "asked": somebody did so before, or does so again and again."""
_CLOSES_WORDS = frozenset([",", "?", "'", "’", "”", '"'])
"""Before "asked", where the words of the question stand in front: "How many are there, asked Mr Hill"."""
_DONE_BEFORE = frozenset("no been sent put got taken brought given written made met seen left set dealt".split())
"""Behind "had": what was done to a question at another time, as "had posted some questions" says, too."""
_LEADS = 4
_ONE_OF = frozenset("a an another one first second third next last final further".split())
"""Before a question that is told of: "the next question", "another question"."""
_COMES = frozenset("arose came concerned related regarded".split())
_FARTHEST = 12
"""Tokens of a sentence that opens with the question and goes over to the answer, among which the question is named."""
_RESPONSE = frozenset(["response", "answer", "reply", "responding", "replying", "answering", "following", "further"])


def read_cue(name: str, words: Words, index: int) -> Act | None:
    """Return the act that the cue ``name`` at token ``index`` turns out to be."""
    return _READERS[name](words, index)


def _ask(words: Words, verb: int) -> Act | None:
    """Read "asked" in active and passive."""
    before = word_before(words, verb)
    if opening := _answered_clause(words, verb):
        return opening
    if words.low[verb] == "asking" and before == "by":
        who = leading(words)  # 'Mr Hill followed up by asking'
        return (
            with_reply(words, Act("asks", words.span(verb, verb + 1), span(words, who)), verb + 1)
            if who and demand(words, verb + 1) == "asks"
            else None
        )
    if (
        before in _NOT_NOW
        or (before == "been" and words.low[verb] == "asking")
        or (before == "to" and words.at(verb - 2) not in _WISHES)
    ):
        return None
    if words.low[verb] == "ask" and verb > 1 and before not in ("to", "we", "i", "they", "members"):
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
        verb + 2 if words.at(verb + 1) in ("to", "of") and _put_to(words, verb) else verb + 1
    )  # 'asked of the Clerk if'
    end = addressee(words, put)
    kind = demand(words, end if end > put else verb + 1)
    if kind is None:
        return None
    whom, clause = words.span(put, end) if end > put else None, about(words, end)
    if kind == "requests" and who and left_out(words, verb, who):
        return Act(kind, words.span(verb, verb + 1), None, words.span(*who))
    if kind == "requests" and not whom:
        whom = for_whom(words, end) or clause
    return with_reply(words, Act(kind, words.span(verb, verb + 1), span(words, who), whom, clause), end)


def _asked_behind(words: Words, verb: int) -> Act | None:
    """Read "How many are there, asked Mr Hill": the words of the question, then who put it."""
    if words.around[verb - 1] not in _CLOSES_WORDS:
        return None
    last = mention(words, verb + 1)
    if last == verb + 1 or len(words.low) > last + 1 or words.around[last] not in (".", ""):
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
        and words.at(end) == "to"
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
    act = Act(kind, words.span(verb, verb + 1), asker, None if impersonal else span(words, whom), about(words, end))
    return with_reply(words, act, end, passive=True)


def _since_done(words: Words, index: int) -> bool:
    """Whether the sentence goes on that it was done: "was asked to write and had done so"."""
    low = words.low
    return any(low[k] in ("had", "has") and low[k - 1] in ("and", ",") for k in range(index + 1, len(low)))


def _query(words: Words, verb: int) -> Act | None:
    """Read "queried", "questioned", "enquired", "wondered", "challenged"."""
    low, before = words.low[verb], word_before(words, verb)
    if opening := _answered_clause(words, verb):
        return opening
    if before in ("had", "has", "have", "to", "be", "being") or before in W.DETERMINER or before in ("any", "no"):
        return None
    end, asker = by(words, verb + 1)
    going = low == "curious" or low.endswith("ing")
    if going and before not in W.TO_BE:
        return None
    if before in W.TO_BE and not going:
        if subject_word(words, verb) == "it":
            return (
                with_reply(words, Act("asks", words.span(verb, verb + 1), asker), end)
                if words.at(end) in W.WH
                else None
            )
        whom = subject(words, verb)
        if (
            low in ("questioned", "quizzed", "pressed", "challenged")
            and whom
            and words.at(end) in ("on", "about", "as", "regarding", "concerning", "over")
        ):
            return with_reply(words, Act("asks", words.span(verb, verb + 1), asker, span(words, whom)), end)
        queried = low in ("queried", "questioned") and (asker or words.at(end) in (".", ""))
        return with_reply(words, Act("asks", words.span(verb, verb + 1), asker), end) if queried else None
    who = subject(words, verb)
    if not who and verb > 1:
        return None
    end = addressee(words, verb + 2 if words.at(verb + 1) == "of" else verb + 1)
    then = words.at(end)
    plain = low in (
        "queried",
        "querying",
        "enquiring",
        "inquiring",
        "queries",
        "questioned",
        "enquired",
        "enquires",
        "inquired",
        "inquires",
    )
    if invites(words, end) or not (plain or then in W.WH or then in ("about", "on", "as", "for")):
        return None
    first = verb + 2 if words.at(verb + 1) == "of" else verb + 1
    whom = words.span(first, end) if end > first else None
    if plain and then not in W.WH and then not in ("about", "on", "as"):
        whom = None
    return with_reply(words, Act("asks", words.span(verb, verb + 1), span(words, who), whom, about(words, end)), end)


def _raise(words: Words, verb: int) -> Act | None:
    """Read "raised the question whether", "a query was raised by", "raised the issue of how"."""
    low, before = words.low[verb], word_before(words, verb)
    if before in ("had", "has", "have", "to"):
        return None
    if before in W.TO_BE:
        named = words.low[:verb]
        _, asker = by(words, verb + 1)
        known = any(word in W.QUESTION_NOUN for word in named[-6:]) if low in _HANDED_IN else _question_object(named)
        known = known or ("request" in named[-3:] and not W.WH.isdisjoint(words.low[verb + 1 : verb + 4]))
        if not known or invites(words, 0) or "no" in named[:1]:
            return None
        return with_reply(words, Act("asks", words.span(verb, verb + 1), asker, _put_to(words, verb)), verb + 1)
    near = W.QUESTION_NOUN.intersection(words.low[verb + 1 : verb + 4])
    who = subject(words, verb) if low not in _HANDED_IN or (low == "made" and near) else None
    whether = low.startswith("raise") and "whether" in words.low[verb + 1 : verb + 14]
    if not who or not (whether or _question_object(words.low[verb + 1 :])):
        return None
    return with_reply(words, Act("asks", words.span(verb, verb + 1), span(words, who), _put_to(words, verb)), verb + 1)


def _put_to(words: Words, verb: int) -> tuple[int, int] | None:
    """Return X of "put a question to X" and "a question was put to X"."""
    for k in range(verb + 1, min(verb + 5, len(words))):
        if words.low[k] == "to" and (words.low[k - 1] in W.QUESTION_NOUN or k == verb + 1):
            last = mention(words, k + 1)
            return words.span(k + 1, last) if last > k + 1 else None
    return None


def _noun(words: Words, index: int) -> Act | None:
    """Read "There was a question from X about", "In response to a query by X, Y explained", "X had a question"."""
    if opening := _answered_clause(words, index) or amid_answer(words, index):
        return opening
    if has := next((k for k in range(max(1, index - 3), index) if words.low[k] in ("had", "has", "have")), 0):
        done = words.low[has + 1].endswith("ed") or words.low[has + 1] in _DONE_BEFORE
        who = None if done or invites(words, has) else subject(words, has)
        return (
            with_reply(words, Act("asks", words.span(index, index + 1), span(words, who)), index + 1) if who else None
        )
    end, asker = by(words, index + 1)
    if index < 2 and asker and end < len(words):
        return with_reply(words, Act("asks", words.span(index, index + 1), asker), end)
    if index == 1 and words.low[0] in ("a", "another", "one") and words.at(2) in ("re", "about", "on", "regarding"):
        if not W.TO_BE.isdisjoint(words.low[3:]):
            return None
        return with_reply(words, Act("asks", words.span(1, 2)), 2)  # whoever speaks has one
    if index < _LEADS and not _ONE_OF.isdisjoint(words.low[:index]) and (told := _arose(words, index, end)):
        return Act("asks", words.span(index, index + 1), asker or by(words, told)[1])
    if words.at(index + 1) in W.TO_BE and words.at(index + 2) in W.WH and (who := whose(words, index)):
        return with_reply(words, Act("asks", words.span(index, index + 1), who), index + 1)
    if words.at(0) == "there" and words.at(1) in ("was", "were", "followed") and not invites(words, 0) and index < 7:
        return with_reply(words, Act("asks", words.span(index, index + 1), asker), index + 1)
    return None


def _arose(words: Words, noun: int, end: int) -> int:
    """Return where it goes on behind "arose", "came" and "was about" of a question that a sentence tells of; 0 where none."""
    then = words.around[end]
    if not (W.TO_BE | {"no"}).isdisjoint(words.low[:noun]):
        return 0
    if then in _COMES:
        return end + 1
    return end + 1 if then in W.TO_BE and words.around[end + 1] in W.WH | {"about", "on", "regarding", "re"} else 0


def _question_object(low: Sequence[str]) -> bool:
    """Whether a question is named: "a query", or "the issue of" with a question word behind it."""
    if any(word in W.QUESTION_NOUN for word in low[:5]):
        return True
    for k, word in enumerate(low[:5]):
        if word in ("issue", "matter", "point", "subject") and "of" in low[k + 1 : k + 2]:
            return any(later in W.WH - {"which", "if"} for later in low[k + 2 : k + 14])
    return False


def _answered_clause(words: Words, index: int) -> Act | None:
    """Read "In response to a question from X about Y, Z confirmed" and "Asked whether Y, Z said"."""
    if index >= _FARTHEST:
        return None
    opening = words.low[:3]
    put = words.low[index] in ("asked", "questioned", "pressed", "quizzed")
    asked = index < 3 and put and (index == 0 or opening[0] in ("when", "on", "being", "having"))
    response = opening[0] == "to" or not _RESPONSE.isdisjoint(opening)
    if not asked and not (response and words.low[index] in W.QUESTION_NOUN):
        return None
    if asked and subject(words, index):
        return None
    end, asker = by(words, index + 1)
    act = Act("asks", words.span(index, index + 1), asker or whose(words, index))
    act = with_reply(words, act, end)
    if act.reply is None and (not asked or opening[0] == "when"):
        act = without_comma(words, act, end)
    if asked and act.question_end == words.end(index):
        return None  # 'When pressed, she said' does not tell what was asked
    if asked and act.replier:
        act = act._replace(addressee=act.replier)
    if act.reply is None or act.speaker or act.question_end is None:
        return act if act.reply is not None else None
    return act._replace(speaker=named_last(words, index, act.question_end))


_READERS = {
    "ask": _ask, "query": _query, "seek": seek, "know": know, "raise": _raise, "noun": _noun,
    "promise": promise, "modal": modal, "is to": is_to, "charge": charge, "going": going, "happy": happy, "left": left,
}  # fmt: skip
ASKING = frozenset(["ask", "query", "seek", "know", "raise", "noun"])
"""The kinds of cues that may put a question."""
DEEDS = frozenset(["ask", "promise", "modal", "is to", "charge", "going", "happy", "left"])
"""The kinds of cues that may bind somebody to do something."""
_LISTED = {
    "ask": W.ASK, "query": W.QUERY, "seek": W.SEEK, "know": frozenset(["know", "understand", "hear"]), "raise": W.RAISE,
    "noun": W.QUESTION_NOUN, "promise": W.PROMISE, "modal": W.MODAL, "is to": frozenset(["is", "are", "was", "were"]),
    "charge": W.CHARGE, "going": frozenset(["going", "planning", "intending"]), "happy": frozenset(["happy", "willing", "prepared"]),
    "left": W.LEFT,
}  # fmt: skip
CUES = {
    word: tuple(sorted(name for name, listed in _LISTED.items() if word in listed))
    for word in frozenset().union(*_LISTED.values())
}
"""Words at which a reader looks for an act, with the kinds of cues they are."""
QUESTION_CUES = {word: kinds for word, names in CUES.items() if (kinds := tuple(k for k in names if k in ASKING))}
DEED_CUES = {word: kinds for word, names in CUES.items() if (kinds := tuple(k for k in names if k in DEEDS))}
"""The same for questions alone, and for promises and requests alone."""
