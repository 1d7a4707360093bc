"""The subject of a verb, and of a sentence."""

from __future__ import annotations

from minutes_parser.language import words as W
from minutes_parser.language.phrases import JOINTS, MAX_PHRASE, Words, is_name, may_close, means_thing, mention

_OPENINGS = frozenset(
    [("as", "such"), ("in", "response"), ("in", "reply"), ("in", "answer"), ("more", "generally"), ("as", "a")]
)
_SKIPPED = W.ADVERB | {"however", "and", "but", ",", "(", "-", "–", "•", "*", "so"}
"""What may stand in front of all that."""
_CIRCUMSTANCE = frozenset("in at by on during after following with under upon for".split())
"""With which a sentence opens that tells when, where or how before it tells who."""
_GOVERNS = frozenset("of to by from with for about on at in and between".split())
_FARTHEST = 9
"""Tokens among which the subject behind such an opening begins."""
_TELLS = (W.SAY - W.BE - W.MODAL - {"can", "could", "cannot", "did", "does", "set", "read"}) | W.ASK | W.QUERY
_REPLIES = frozenset(["replied", "responded", "answered", "advised", "reassured", "assured"])
"""Verbs that only people do."""
_VERBS = W.SAY | {"took", "brought"} | W.BE | W.MODAL | W.ASK | W.QUERY
"""With what "-ed" ends: the verbs that may follow a subject."""
_NO_OPENING = W.PRONOUN | W.IMPERSONAL
"""Words with which the main clause begins."""
_CLAUSE = 40
"""Tokens that a clause has at most."""
_DASH = frozenset(["-", "–", "—", ":"])
"""What may set off the one who speaks from the verb: "Mr Hill - asked about"."""
_RESPONSE = frozenset(["response", "reply", "answer"])
_TOLD = W.REPLY | W.QUERY | {"asked", "asks", "said", "says", "stated", "states", "added", "adds"}
_SET_OFF = frozenset([(",", "who"), ("in", "particular"), ("in", "turn")])
"""What may stand between the subject and its verb: "the Clerk, who asked", "the Clerk in particular asked"."""
_SETS_OFF = frozenset("who in through via on for from of as at with after".split())
"""What an aside between two commas opens with: "the Clerk, in response, said", "Mr Hill, on behalf of the club, asked"."""
_ENDS_SET_OFF = frozenset(last for _, last in _SET_OFF)
_PARTS_CLAUSES = frozenset(["", ",", ";", ".", "-", "–", "and"])
_BESIDE_VERB = W.ADVERB | W.BE
_BINDS = W.SUBORDINATE | {"had", "of", "to", "by", "from", "with", "for", "about"}
"""Before a phrase that is no subject of the main clause."""
_PEOPLE_ASK = W.ASK | W.QUERY | W.SEEK | W.WANT
"""Verbs of which only people are the subject."""


def leading(words: Words) -> tuple[int, int] | None:
    """Return the tokens of the person or group that is the subject of the sentence's main clause."""
    if words.led is None:
        words.led = (_leading(words),)
    return words.led[0]


def _leading(words: Words) -> tuple[int, int] | None:
    opening = _skip_opening(words)
    if found := _acting(words, opening):
        return found
    for first in _further_openings(words):
        if found := _acting(words, first):
            return found
    return _behind_circumstance(words) if words.around[0] in _CIRCUMSTANCE else _organ(words)


def _behind_circumstance(words: Words) -> tuple[int, int] | None:
    """Return the subject behind words that no comma sets off: "At this point Mr Hill proposed"."""
    for first in range(2, min(_FARTHEST, len(words) - 1)):
        last = mention(words, first)
        if last > first and words.low[first - 1] not in _GOVERNS and not means_thing(words, last):
            return (first, last) if words.around[past_adverbs(words, last)] in _TELLS else None
    return None


def _organ(words: Words) -> tuple[int, int] | None:
    """Return the subject of "The practice replied": whatever replies is people, if no word tells it."""
    if words.around[0] != "the":
        return None
    for last in (2, 3):
        if words.around[last] in _REPLIES and words.around[last + 1] != "by":
            known = W.THING | W.FUNCTION | W.WH
            return (0, last) if words.low[last - 1].isalpha() and known.isdisjoint(words.low[1:last]) else None
    return None


def _acting(words: Words, first: int) -> tuple[int, int] | None:
    """Return the people at ``first`` if what they do stands behind them."""
    last = mention(words, first)
    acts = last > first and not means_thing(words, last) and verb_follows(words, last)
    return (first, last) if acts else None


def _further_openings(words: Words) -> list[int]:
    """Return where the main clause may begin if not at the front: behind "Adjourned:" or one of the first commas."""
    if words.around[0] in _NO_OPENING:
        return []
    front = words.low[:-1][:_CLAUSE]
    openings, behind = [k for k, low in enumerate(front[:4], 1) if low[-1] in _DASH], 0
    for _ in range(front.count(","))[:3]:
        behind = front.index(",", behind) + 1
        openings.append(behind)
    return openings


def _skip_opening(words: Words) -> int:
    """Return the index behind "However,", "As such", "Also" and a bullet or bracket."""
    low, index = words.around, 0
    while index < 4 and low[index] in _SKIPPED:
        index += 1
    if (low[index], low[index + 1]) in _OPENINGS:
        index += 2
        if low[index] == ",":
            index += 1
    return index


def verb_follows(words: Words, index: int) -> bool:
    """Whether a verb stands at ``index``, adverbs and an aside looked past."""
    low = words.around[index]
    if low == "," or low in W.ADVERB:
        index = predicate(words, index)
        low = words.around[index]
    return low in _VERBS or low.endswith("ed") or (low == "in" and words.around[index + 1] in _RESPONSE)


def predicate(words: Words, last: int) -> int:
    """Return the index of the verb behind a subject that ends at ``last``, adverbs and an aside looked past."""
    return past_adverbs(words, _past_aside(words, last) if words.around[last] == "," else last)


def past_adverbs(words: Words, index: int) -> int:
    """Return the first index from ``index`` on at which no adverb stands."""
    low = words.around
    while low[index] in W.ADVERB:
        index += 1
    return index


def _past_aside(words: Words, comma: int) -> int:
    """Return where ", the Tree Warden," or ", who lives nearby," ends that begins at ``comma``; else ``comma``."""
    first = words.around[comma + 1]
    if first in _TOLD and words.around[comma + 2] != "by":
        return comma + 1  # a comma astray: "Mr Hill, advised that"
    if first in {"from", "of", "at", "for"}:
        home = _home(words, comma + 2)
        if home > comma + 2 and words.around[home] in _TELLS | W.TO_BE | W.WANT:
            return home  # 'Ann, from Hill Farm asked'
    doing = first.endswith("ing") and first not in W.ADVERB
    office = mention(words, comma + 1)
    if office > comma + 1 and words.around[office] in _TELLS and _is_office(words, comma + 1, office):
        return office  # 'Mr Hill, Roads Engineer stated that'
    if (
        first in _SETS_OFF
        or doing
        or first[:1].isdigit()
        or (first not in W.ADVERB and mention(words, comma + 1) > comma + 1)
    ):
        closing = next((k for k in range(comma + 2, min(comma + 10, len(words))) if words.low[k] == ","), comma - 1)
        return closing + 1
    return comma


def _home(words: Words, first: int) -> int:
    """Return where the name of a place or firm ends that begins at ``first``."""
    last = first + (words.around[first] == "the")
    while last < min(first + 5, len(words)) and (is_name(words.text[last]) or words.low[last] in {"of", "and", "&"}):
        last += 1
    return last


def _is_office(words: Words, first: int, last: int) -> bool:
    """Whether the phrase names an office or letters behind a name, and nobody else: "Roads Engineer", "S.E.E."."""
    low = words.low[first]
    letters = last == first + 1 and words.text[first].isupper() and "." in words.text[first]
    return letters or (words.low[last - 1] in W.ROLE and low not in W.DETERMINER and low.rstrip(".") not in W.TITLE)


def agent(words: Words, first: int) -> int:
    """Return where the phrase behind "by" or "from" ends, without who begins the next clause.

    "Raised by Mr Hill, and the Clerk advised": Mr Hill alone is meant.
    """
    last = mention(words, first)
    joint = next((k for k in range(first + 1, last) if words.low[k] in JOINTS), 0)
    return joint if joint and verb_follows(words, last) else last


def subject(words: Words, verb: int) -> tuple[int, int] | None:
    """Return the people who are the subject of the verb at ``verb``; None where there are none.

    The patterns say who. The parse, if a model was asked for, says who where they see nobody or but a part of the name,
    and contradicts them where the subject is somebody or something else.
    """
    found = _subject(words, verb)
    if words.model is None:
        return found
    parsed = words.parsed.subject(verb) if words.parsed else None
    if not parsed or words.low[parsed[0]] in W.PRONOUN:
        return found
    if found and found[0] < parsed[1] and parsed[0] < found[1]:
        wider = parsed[1] == found[1] and (JOINTS | {"but", "or"}).isdisjoint(words.low[parsed[0] : found[0]])
        return parsed if wider and parsed[0] < found[0] else found
    return parsed if _means_people(words, *parsed, verb) else None


def _means_people(words: Words, first: int, last: int, verb: int) -> bool:
    """Whether the subject of the verb is people: by the verb, a role, or a name other than a sentence's first word."""
    if last - first > MAX_PHRASE or words.low[last - 1] in W.THING | W.IMPERSONAL | W.WH:
        return False
    if words.low[verb] in _PEOPLE_ASK or (words.low[verb] in W.PROMISE and last - first > 1):
        return True
    return any((k and is_name(words.text[k])) or words.low[k] in W.ROLE for k in range(first, last))


def _subject(words: Words, verb: int) -> tuple[int, int] | None:
    """Return the phrase right before the verb, or the one it shares by "and".

    None where there is none, or where the verb stands in a subordinate clause, as in "he said that residents asked".
    """
    low, end = words.around, verb
    while low[end - 1] in _BESIDE_VERB:
        end -= 1
    if low[end - 1] in _ENDS_SET_OFF and (low[end - 2], low[end - 1]) in _SET_OFF:
        end -= 2
    elif low[end - 1] in _DASH:
        end -= 1
    if end > 0 and not means_thing(words, end) and may_close(words, end - 1):
        for first in range(end - MAX_PHRASE if end > MAX_PHRASE else 0, end):
            if mention(words, first) == end:
                if low[first - 1] == "," and mention(words, 0) == first - 1 and _is_office(words, first, end):
                    return 0, first - 1  # 'Mr Hill, Roads Engineer asked'
                if low[first - 1] in _BINDS:
                    return (
                        _behind_joint(words, first, end)
                        or (low[verb] in _ONLY_PEOPLE and _unlisted(words, end))
                        or None
                    )
                return (low[first - 1] in _CIRCUMSTANCE and _behind_joint(words, first, end)) or (first, end)
    if low[end - 1] == ")" and low[end - 3] == "(" and low[end - 4] in _PARTS_CLAUSES and words.text[end - 2].isupper():
        return end - 2, end - 1  # '..., (AB) will ask'
    if low[end - 2] == "the" and low[end - 3] in {"of", "from", "at"} and low[verb] in _PEOPLE_ASK:
        return next(((k, end) for k in range(max(0, end - 7), end - 3) if mention(words, k) == end - 3), None)
    if low[end - 1] == "," and mention(words, 0) == end - 1 and low[verb] in _TOLD:
        return 0, end - 1
    if low[end - 1] == "," and low[verb] in _PEOPLE_ASK and low[end - 2] not in W.THING:
        named = mention(words, 0)
        if named and low[named] == "," and low[named + 1] in _SETS_OFF and end - named < _FARTHEST:
            return 0, named  # 'Mr Hill, of Mill Lane, asked'
    if low[verb] in _ONLY_PEOPLE and (unlisted := _unlisted(words, end)):
        return unlisted
    if low[end - 1] in {"and", "&", ",", "but", "so", "also", "then", ")", ";"}:
        return _within_clause(words, end) or leading(words)
    return None


def _unlisted(words: Words, end: int) -> tuple[int, int] | None:
    """Return the subject of "A local farmer asked", "One of the dog walkers asked": who opens a sentence by asking is people."""
    first = _skip_opening(words)
    told = words.low[first + 1 : end]
    if words.around[first] not in _SOMEBODY or not 0 < len(told) <= _LONGEST_UNLISTED:
        return None
    rest = told[2:] if told[0] == "of" and told[-1] != "of" and told[1] in {"the", "our", "those"} else told
    people = bool(rest) and all(word.isalpha() for word in rest) and _NO_PERSON.isdisjoint(rest)
    return (first, end) if people and not rest[-1].endswith(_ABSTRACT) else None


_ONLY_PEOPLE = _PEOPLE_ASK | {"raised", "posed"}
_SOMEBODY = frozenset("a an the one another two three several some many".split())
_NO_PERSON = W.FUNCTION | W.THING | W.QUESTION_NOUN | W.INFORMATION | W.BE | W.MODAL | W.ASK | W.SAY
_ABSTRACT = ("tion", "ment", "ance", "ence", "ity", "ing", "sal", "ism", "ness", "ure", "cy")
_LONGEST_UNLISTED = 5


def _within_clause(words: Words, end: int) -> tuple[int, int] | None:
    """Return the subject of the clause behind a semicolon: "Ann wondered how; Ben agreed and would ask"."""
    first = next((k + 1 for k in range(end - 1, max(0, end - _CLAUSE), -1) if words.low[k] == ";"), 0)
    last = mention(words, first) if first else 0
    return (first, last) if last > first > 0 and verb_follows(words, last) else None


def _behind_joint(words: Words, first: int, end: int) -> tuple[int, int] | None:
    """Return the one with a title, or initials, in "the state of Back Lane and Mr Hill": a clause begins with him."""
    joint = next((k for k in range(end - 1, first, -1) if words.low[k] == "and"), 0)
    alone = joint + 2 == end and words.text[joint + 1].isupper() and not words.text[joint - 1].isupper()
    titled = joint and words.around[joint + 1].rstrip(".") in W.TITLE
    return (joint + 1, end) if titled or (joint and alone and 2 <= len(words.text[joint + 1]) <= 4) else None


def word_before(words: Words, verb: int) -> str:
    """Return the word before the verb, adverbs looked past."""
    low, index = words.around, verb - 1
    while low[index] in W.ADVERB:
        index -= 1
    return low[index]
