"""Whom a promise binds: who "he" is, whose deed is told, who promises."""

from __future__ import annotations

from minutes_parser.language import words as W
from minutes_parser.language.acts import Act
from minutes_parser.language.phrases import Words, is_person, mention
from minutes_parser.language.subjects import leading

_BOUNDARY = frozenset(
    [",", ";", ":", "and", "but", "so", "(", "-", "–", "—", "•", "then", ")", "“", '"', "that", "--", "however", "/"]
)
"""What may stand before the subject of a promise."""
_OPENS = frozenset(
    "in at on by before after following during for with to once when if as until next every each this"
    " from within under over towards because since while prior regarding concerning upon ahead".split()
)
"""What a sentence opens with that tells when or why before it tells who, with or without a comma."""
TELLS = frozenset(["that", "said", "says", "confirmed", "explained", "stated", "replied"])
"""Before "he would": whoever says so means himself."""
_SAYS = frozenset(
    "said says indicated confirmed advised stated explained replied added agreed reported undertook suggested announced reiterated".split()
)
_INFORMS = frozenset("told assured informed advised reassured promised".split())
"""Before those who are told, and what will be done."""
_REPORTS = frozenset(
    "said says reported confirmed explained advised stated noted informed added announced indicated meeting members board".split()
)
"""Before "that" and what somebody else will do: it is settled, and not just felt or hoped."""
_AND = frozenset(["and", "&", "/"])
_GOVERNS = frozenset("of to for with from about on at in by".split())
"""Before a name that belongs to what was said before: "... for the hut and Mr Hill replied that"."""
_FARTHEST = 60
"""Words between "that" and what somebody will do."""


def himself(words: Words, verb: int) -> tuple[int, int] | None:
    """Return who "he" is in "Mr Hill said that he would"; nobody where he had said so before."""
    says = words.around[verb - 1] in {"he", "she", "i"} and words.around[verb - 2] in TELLS
    if words.around[verb - 1] == "they":
        several = who_told(words, verb - 2) if words.around[verb - 2] in {"said", "says"} else None
        return several or _themselves(words, verb - 1)  # 'several members said they would'
    if not says or "had" in words.low[max(0, verb - 5) : verb - 2]:
        return None
    return who_told(words, verb - 2) or leading(words)


def _themselves(words: Words, they: int) -> tuple[int, int] | None:
    """Return the several named ones of "Mr Hill and Ann Dale said that they would"."""
    telling, head = they - 1 - (words.around[they - 1] == "that"), leading(words)
    if head is None or head[1] != telling or words.low[telling] not in _SAYS | _REPORTS:
        return None
    return head if not _AND.isdisjoint(words.low[slice(*head)]) else None


def _to_whom(words: Words, pronoun: int) -> bool:
    """Whether "told members", "assured the Council" stands before "she would"."""
    if words.around[pronoun] not in {"he", "she"}:
        return False
    near = range(max(0, pronoun - 5), pronoun - 1)
    return any(words.low[k] in _INFORMS and mention(words, k + 1) == pronoun for k in near)


def who_told(words: Words, telling: int) -> tuple[int, int] | None:
    """Return X of "X indicated that" and "was informed by X that", nearest to "that" or the verb at ``telling``."""
    if words.around[telling] == "that":
        for first in range(max(0, telling - 5), telling):
            if words.low[first - 1] == "by" and first and mention(words, first) == telling:
                return first, telling
        telling -= 1
    for first in range(max(0, telling - 6), telling):
        says = words.low[telling] in _SAYS and mention(words, first) == telling
        if says and words.around[first - 1] not in _GOVERNS:
            return first, telling
    return None


def _tells(low: list[str], that: int) -> bool:
    """Whether it is said what will be done behind this "that", or said on: "said that signs were there, and that the Clerk"."""
    if low[that - 1] in _REPORTS:
        return True
    if low[that - 1] != "and" or low[that + 1] != "the":
        return False
    before = low[max(0, that - _FARTHEST) : that]
    return "agreed" not in before and not _SAYS.isdisjoint(before)


def told(words: Words, verb: int) -> Act | None:
    """Read "the Chair said that the Clerk would write": of others than the speaker, a name alone proves nothing."""
    low, near = words.low, range(max(1, verb - _FARTHEST), verb)
    if "that" not in low[near.start : verb]:
        return _said_at_once(words, verb)
    that = next((k for k in near if low[k] == "that" and _tells(low, k)), verb)
    if that == verb:
        return None
    at_once = words.around[that + 1] not in _OPENS
    for first in range(max(that + 1, verb - 8), that + 2 if at_once else verb):
        if mention(words, first) == verb:
            role = words.low[verb - 1] in W.BODY or words.low[verb - 1] in {"officer", "officers", "clerk", "chair"}
            role = role or (verb - first > 1 and words.low[first].rstrip(".") in W.TITLE | W.MEMBER)
            return Act("promises", words.span(verb, verb + 1), words.span(first, verb), person=role)
    return None


def _said_at_once(words: Words, verb: int) -> Act | None:
    """Read "the Manager stated staff would look into it", of those who work for the body that meets."""
    if words.low[verb - 1] not in {"staff", "officers"}:
        return None
    first = next((k for k in range(max(1, verb - 3), verb) if mention(words, k) == verb), verb)
    if words.low[first - 1] not in _REPORTS:
        return None
    return Act("promises", words.span(verb, verb + 1), words.span(first, verb), person=True)


def done_by(words: Words, verb: int, deed: int) -> Act | None:
    """Read "this will be taken forward by the Clerk"; of what a body will do in due course, this says nothing."""
    low = words.low
    for k in [k for k in range(deed + 2, min(deed + 14, len(low))) if low[k] == "by"]:
        last = mention(words, k + 1)
        if last > k + 1 and not W.GROUP.intersection(low[k + 1 : last]):
            return Act("promises", words.span(verb, verb + 1), words.span(k + 1, last))
    return None


def promised(words: Words, verb: int, who: tuple[int, int] | None) -> Act | None:
    """Return the promise of ``who``; for "he", whom the sentence names as its subject."""
    if who is None:
        return None
    if _to_whom(words, who[0]):
        who = leading(words) or who
    before = words.around[who[0] - 1]
    if (
        who[0]
        and before not in _BOUNDARY
        and before not in W.SAY
        and (before, words.around[who[0]]) != ("announced", "we")
        and before not in W.ADVERB
        and words.low[0] not in _OPENS
        and (before, words.around[who[1]]) != ("by", "that")
    ):
        return None
    if words.low[who[0]] in {"he", "she", "i"} and who[0]:
        head = himself(words, who[0] + 1) or leading(words)
        who = head if head and head[1] <= who[0] else who
    elif words.low[who[0]] == "they" and who[0]:
        who = _themselves(words, who[0]) or who
    return Act("promises", words.span(verb, verb + 1), words.span(*who), person=is_person(words, *who))
