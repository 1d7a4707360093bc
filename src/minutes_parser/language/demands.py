"""What is asked for: information (a question) or a deed (a request)."""

from __future__ import annotations

from typing import Literal

from minutes_parser.language import words as W
from minutes_parser.language.phrases import Words, mention
from minutes_parser.language.subjects import past_adverbs

Demand = Literal["asks", "requests"]

_NO_MATTER = frozenset(
    [
        "questions",
        "question",
        "comments",
        "comment",
        "queries",
        "declarations",
        "declaration",
        "apologies",
        "amendments",
        "corrections",
        "interest",
        "interests",
        "business",
        "matters",
        "nominations",
    ]
)
_COMES_FORWARD = frozenset("speak comment object declare oppose".split())
"""Behind "if anyone wished to": what a meeting is invited to."""
_AT_ONCE = frozenset(
    "note approve agree ratify endorse vote stand introduce sign accept adopt leave declare discuss receive remember decide choose".split()
)
"""What a meeting is asked to do there and then."""
_TO_A_MEETING = frozenset(
    "board council committee group members meeting panel governors us them team trustees on".split()
)
_NOBODY = W.WH | {"about", "for", "to", "that"}
"""Where what is asked follows at once, and not the one who is asked."""
_BEHIND_WHOM = W.WH | frozenset(["for", "about", "as", "to", "on", "that", "regarding", ",", "at", "in"])
"""What may follow the one who is asked."""
_MATTERS = W.FIGURE | frozenset(
    "reason reasons status position view views opinion rationale timescale timeline".split()
)
"""What somebody asks in few words: "asked the reason for the delay"."""
_BEHIND_MATTER = frozenset("of for on behind about with regarding . ,".split()) | {""}
_OFFERS_ANY = frozenset("any no anyone anybody".split())
"""Without one of these nobody invites questions, comments or interests."""
_ASSEMBLED = frozenset("meeting assembly room hall house".split())
"""Who is asked, behind "the", if nobody else is."""
_NUMBERS = frozenset("1 i a".split())
_INQUIRES = frozenset("could would can will should do does did".split())
"""Behind "asked": words that open nothing but a question told as it was put."""
_IN_HIS_PART = frozenset("as in on who for from".split())
"""With which it is told, between commas, as what somebody is asked."""
_WOULD = frozenset("would could will might".split())
_ASKED_DEED = frozenset(
    "contact email circulate draft liaise arrange obtain forward phone ring chase write send prepare keep organise organize"
    " investigate check collect order book look speak bring add post publish upload include invite remind ensure".split()
)
"""Behind "asked whether he would": what is done after the meeting."""
_MADE_CLEAR = frozenset("explained clarified confirmed outlined justified defined".split())
_REPORTED_TO = frozenset("updated informed told advised reassured assured briefed given".split())


def demand(words: Words, index: int) -> Demand | None:
    """Return what the words from ``index`` on demand, behind "asked" or "asked the Clerk"; None where neither."""
    index = past_adverbs(words, _past_office(words, index))
    while words.around[index] in {",", ":", "“", '"', "‘", "'", "-", "–"}:
        index += 1
    index = _past_number(words, index)
    low = words.around[index]
    if low in {"if", "whether"} and _would_do(words, index + 1):
        return "requests"
    if low in W.WH:
        return None if invites(words, index) else "asks"
    if low in {"about", "regarding", "concerning", "on", "re"} or (low == "as" and words.around[index + 1] == "to"):
        return "asks"
    if low in W.INVERTED and words.around[index - 1] in W.ASK and _opens_clause(words, index + 1):
        return "asks"
    if low in {"in", "at", "to", "by", "from", "of", "for"} and words.around[index + 1] in W.WH:
        return "asks"
    if low == "for":
        return None if invites(words, index) else _for(words, index + 1)
    if low == "to":
        return _to(words, index + 1)
    if low == "that":
        whom = mention(words, index + 1)
        if whom > index + 1 and words.around[whom] in {"explain", "clarify", "outline", "describe"}:
            return "asks"
        later = range(index + 3, len(words) - 1)
        return "asks" if any(words.low[k] == "and" and words.low[k + 1] in W.WH for k in later) else "requests"
    if low == "the" and words.around[index + 1] == "following" and words.around[index + 2] == ":":
        return "asks"
    if words.low[index - 1] != "ask" and _matter(words, index):
        return "asks"
    if "same" in words.low[index : index + 3]:
        return None  # 'asked the same at the last meeting'
    noun = next((k for k in range(index, index + 4) if words.around[k] in W.QUESTION_NOUN), None)
    if noun is not None:  # 'asked several questions.' does not say which
        return None if words.around[noun] == "questions" and words.around[noun + 1] in {".", ""} else "asks"
    return "asks" if "?" in words.low[-2:] else None  # a quote may close behind it


def _past_office(words: Words, comma: int) -> int:
    """Return where it goes on behind ", as the responsible officer," if a question word stands there; else ``comma``."""
    if words.around[comma] != "," or words.around[comma + 1] not in _IN_HIS_PART:
        return comma
    closing = next((k for k in range(comma + 2, min(comma + 10, len(words) - 1)) if words.low[k] == ","), 0)
    return closing + 1 if closing and words.around[closing + 1] in W.WH else comma


def _opens_clause(words: Words, index: int) -> bool:
    """Whether the subject of "could they be dimmed" stands at ``index``."""
    then = words.around[index]
    if then in W.IMPERSONAL or then in W.DETERMINER or mention(words, index) > index:
        return True
    if words.around[index - 1] == "are":
        return then.endswith("s") and then not in W.ADVERB  # 'asked are dogs allowed'
    asked = words.around[index - 1] in _INQUIRES and then.isalpha() and then not in W.FUNCTION
    return asked and not then.endswith("ly")  # 'asked could rents be frozen'


def _matter(words: Words, index: int) -> bool:
    """Whether "the reason for the delay", "the Clerk's view on it" stands at ``index``."""
    if words.around[index] not in {"the", "his", "her", "their", "its"}:
        return False
    named = (k for k in range(index + 1, min(index + 5, len(words))) if words.low[k] in _MATTERS)
    return any(words.around[k + 1] in _BEHIND_MATTER for k in named)


def _past_number(words: Words, index: int) -> int:
    """Return the index behind the number of the first of several questions: "asked (1) whether", "asked: a) whether"."""
    bracket = index + (words.around[index] == "(")
    if words.around[bracket + 1] == ")" and words.low[bracket] in _NUMBERS:
        return bracket + 2
    return index


def _would_do(words: Words, index: int) -> bool:
    """Whether "he would draft", "the Clerk could contact" stands at ``index``: work that somebody is asked to do."""
    last = mention(words, index)
    then = past_adverbs(words, last + 1)
    return last > index and words.around[last] in _WOULD and words.around[then] in _ASKED_DEED


def invites(words: Words, index: int) -> bool:
    """Whether "any questions", "any interests to declare" stands in the words from ``index`` on."""
    low, near = words.around, words.low[index : index + 14]
    if low[index] == "for" and low[index + 1] == "public" and low[index + 2] in {"comment", "comments"}:
        return True
    if _OFFERS_ANY.isdisjoint(near):
        return False
    if ("anyone" in near or "anybody" in near) and not _COMES_FORWARD.isdisjoint(near):
        return True
    if "any" not in near and "no" not in near:
        return False
    return any(word in {"any", "no"} and _NO_MATTER.intersection(near[k : k + 5]) for k, word in enumerate(near))


def _for(words: Words, index: int) -> Demand:
    """Judge what stands behind "asked for": information, or someone to do something."""
    low = words.low
    if _figure(words, index) or _to_be_made_clear(words, index):
        return "asks"
    for k in range(index, min(index + 8, len(low))):
        if low[k] == "to" and k > index:
            return "requests"
        his = low[k] == "response" and low[k - 1] in {"his", "her", "their", "'s", "’s"}
        if his or low[k : k + 2] == ["run", "down"] or low[k] in W.INFORMATION or low[k] in W.QUESTION_NOUN:
            near = low[k : k + 12]
            return "requests" if "to" in near and "be" in near and "to be" in " ".join(near) else "asks"
        if low[k] in {",", "by", "and"} and k > index:
            break
    return "requests"


def _to_be_made_clear(words: Words, index: int) -> bool:
    """Whether "the policy to be explained" stands at ``index``."""
    low = words.low
    if _MADE_CLEAR.isdisjoint(low[index + 2 : index + 12]):
        return False
    clear = next((k for k in range(index + 2, min(index + 12, len(low))) if low[k] in _MADE_CLEAR), 0)
    return low[clear - 2 : clear] == ["to", "be"]


def _figure(words: Words, index: int) -> bool:
    """Whether "the likely cost" stands at ``index``, and nothing is to be done with it."""
    later = words.low[index:]
    if words.around[index] not in {"the", "a", "an"} or "to" in later[:12] or "next meeting" in " ".join(later):
        return False
    noun = next((k for k in range(index + 1, index + 4) if words.around[k] in W.FIGURE), 0)
    return noun > 0 and "of" not in words.low[index:noun]


def _to(words: Words, index: int) -> Demand | None:
    """Judge the verb behind "asked the Clerk to"."""
    while words.around[index] in W.ADVERB or words.around[index] == "please":
        index += 1
    low, after = words.around[index], words.low[index + 1 : index + 9]
    if low in {"know", "hear", "understand"}:
        return "asks"
    if low in _AT_ONCE and words.around[index + 1] != "up":
        return None
    if low == "be" and words.around[index + 1] in _REPORTED_TO:
        return "requests" if "when" in after[1:4] else "asks"
    if low not in W.TELL or {"write", "email"} & set(after) or "next meeting" in " ".join(words.low[index:]):
        return "requests"
    if low == "set":
        return "asks" if "out" in after[:2] else "requests"
    if low in {"give", "provide", "share"}:
        return "asks" if any(word in W.INFORMATION for word in after) else "requests"
    if low in {"update", "advise", "brief"}:
        return "asks" if any(word in _TO_A_MEETING or word in W.WH for word in after[:3]) else "requests"
    if low in {"walk", "talk", "speak"}:
        return "asks" if {"through", "about", "more", "on"}.intersection(after[:2]) else "requests"
    if low == "respond":
        return "requests" if W.QUESTION_NOUN.isdisjoint(after) else "asks"
    if low in {"introduce", "account", "detail", "tell"}:
        return "requests"
    if low == "confirm":
        return "asks" if after and (after[0] in W.WH or after[0] in {"that", "the"}) else "requests"
    return "asks"


def addressee(words: Words, index: int) -> int:
    """Return where the phrase for the one asked ends that begins at ``index``; ``index`` where there is none."""
    if words.around[index] in _NOBODY:
        return index
    if (
        words.around[index + 1] in _ASSEMBLED
        and words.around[index] == "the"
        and words.around[index + 2] in _BEHIND_WHOM
    ):
        return index + 2
    end = mention(words, index)
    if (
        words.around[index] in {"him", "her", "them"}
        and words.low[index - 1] != "ask"
        and words.around[index + 1] in _BEHIND_WHOM
    ):
        return index + 1
    if end > index:
        thing = words.around[end] in {"the", "a", "this"} and words.around[end + 1] in _MATTERS | {
            "following",
            "question",
        }
        return end if thing or words.around[end] in _BEHIND_WHOM else index
    end = words.parsed.object(index - 1, index) if words.parsed and index > 1 else index
    named = end > index and words.low[end - 1] not in W.QUESTION_NOUN | W.THING
    return end if named and (words.around[end] in W.WH or words.around[end] == "to") else index
