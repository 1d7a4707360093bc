"""Reading promises: "the Clerk will write", "AB offered to chair", "the Chair is to circulate"."""

from __future__ import annotations

from minutes_parser.language import words as W
from minutes_parser.language.acts import Act
from minutes_parser.language.phrases import Words, is_person, mention
from minutes_parser.language.subjects import leading, subject, word_before

_BOUNDARY = frozenset([",", ";", ":", "and", "but", "(", "-", "–", "—", "•", "then", ")", "“", '"', "that"])
"""What may stand before the subject of a promise."""
_TELLS = frozenset(["that", "said", "says", "confirmed", "explained", "stated", "replied"])
"""Before "he would": whoever says so means himself."""


def promise(words: Words, verb: int) -> Act | None:
    """Read "agreed to look into", "offered to chair"."""
    bound = words.at(verb + 1) == "to" or (
        words.at(verb + 1) == "that" and words.low[verb] in ("undertook", "promised")
    )
    if not bound or word_before(words, verb) in W.TO_BE or word_before(words, verb) == "had":
        return None
    return _promised(words, verb, subject(words, verb))


def modal(words: Words, verb: int) -> Act | None:
    """Read "the Clerk will write", "he said that he would look into it"."""
    deed = verb + 1
    while words.at(deed) in W.ADVERB:
        deed += 1
    doing = words.at(deed) == "be" and words.at(deed + 1).endswith("ing")
    foretells = words.at(deed) in W.NEGATION or words.at(deed) in W.STATIVE
    if verb and words.text[verb] == "Will":
        return None  # a name
    if words.low[verb] in ("'d", "’d") and words.at(deed).endswith(("ed", "en", "better")):
        return None  # 'he'd checked'
    if words.at(deed) == "be" and not doing:
        return _done_by(words, verb, deed)
    if (foretells and not doing) or words.at(verb - 1) in W.IMPERSONAL:
        return None
    who = subject(words, verb)
    if words.at(deed) in W.EFFECT and who and not _surely_person(words, *who):
        return None
    if words.at(deed) in ("meet", "receive") and who and words.low[who[1] - 1] in W.GROUP:
        return None  # when a body meets next, what members get
    if words.low[verb] in W.WOULD and words.at(verb - 1) not in ("he", "she"):
        who = who if who and who == leading(words) and "if" not in words.low[:verb] else None
    if who is None and words.at(verb - 1) in ("he", "she") and words.at(verb - 2) in _TELLS:
        who = leading(words)
    return _promised(words, verb, who)


def _done_by(words: Words, verb: int, deed: int) -> Act | None:
    """Read "this will be taken forward by the Clerk"; of what a body will do in due course, this says nothing."""
    for k in range(deed + 2, min(deed + 7, len(words))):
        last = mention(words, k + 1)
        if words.low[k] == "by" and last > k + 1 and not W.GROUP.intersection(words.low[k + 1 : last]):
            return Act("promises", words.span(verb, verb + 1), words.span(k + 1, last))
    return None


def going(words: Words, verb: int) -> Act | None:
    """Read "the Clerk is going to order"."""
    if words.at(verb + 1) != "to" or word_before(words, verb) not in ("is", "are", "am", "was", "were", "'s", "’s"):
        return None
    if words.at(verb + 2) in W.STATIVE:
        return None
    who = subject(words, verb - 1 if words.at(verb - 1) in ("'s", "’s") else verb)
    return _promised(words, verb, who)


def happy(words: Words, verb: int) -> Act | None:
    """Read "AB is happy to take this on"."""
    if words.at(verb + 1) != "to" or words.at(verb + 2) in W.CONTENT or word_before(words, verb) not in W.BE:
        return None
    first = verb
    while words.at(first - 1) in W.BE or words.at(first - 1) in W.MODAL:
        first -= 1
    return _promised(words, verb, subject(words, first))


def charge(words: Words, verb: int) -> Act | None:
    """Read "the Clerk was instructed to obtain", "the Council instructed the Clerk to", "requested that the Clerk do"."""
    low = words.low[verb]
    if word_before(words, verb) in W.TO_BE:
        whom = subject(words, verb) if words.at(verb + 1) == "to" else None
    else:
        first = verb + 2 if words.at(verb + 1) == "that" else verb + 1
        last = mention(words, first)
        to = words.at(last) in ("to", "with") or words.at(verb + 1) == "that"
        whom = (first, last) if last > first and to and (low != "tasked" or words.at(last) != "to") else None
    if whom is None or words.low[whom[1] - 1] in W.THING:
        return None
    return Act("requests", words.span(verb, verb + 1), None, words.span(*whom))


def is_to(words: Words, verb: int) -> Act | None:
    """Read "the Clerk is to circulate"."""
    if words.at(verb + 1) != "to" or words.at(verb + 2) in W.STATIVE:
        return None
    return _promised(words, verb, subject(words, verb))


def _surely_person(words: Words, first: int, last: int) -> bool:
    """Whether the phrase means people even where it is no name of two words, which a thing may have, too."""
    return last - first == 1 or any(
        word in W.ROLE or word in W.TITLE or word in W.PRONOUN for word in words.low[first:last]
    )


def _promised(words: Words, verb: int, who: tuple[int, int] | None) -> Act | None:
    """Return the promise of ``who``; for "he", whom the sentence names as its subject."""
    if who is None or not (
        who[0] == 0 or words.at(who[0] - 1) in _BOUNDARY or words.at(who[0] - 1) in W.SAY | W.ADVERB
    ):
        return None
    if words.low[who[0]] in ("he", "she", "i") and (head := leading(words)) and head[1] <= who[0]:
        who = head
    return Act("promises", words.span(verb, verb + 1), words.span(*who), person=is_person(words, *who))
