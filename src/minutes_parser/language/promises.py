"""Reading promises: "the Clerk will write", "AB offered to chair", "the Chair is to circulate"."""

from __future__ import annotations

from minutes_parser.language import words as W
from minutes_parser.language.acts import Act
from minutes_parser.language.phrases import Words, is_person, leading, subject, word_before

_BOUNDARY = frozenset([",", ";", ":", "and", "but", "(", "-", "–", "—", "•", "then", ")", "“", '"', "that"])
"""What may stand before the subject of a promise."""


def promise(words: Words, verb: int) -> Act | None:
    """Read "agreed to look into", "offered to chair"."""
    if words.at(verb + 1) != "to" or word_before(words, verb) in W.TO_BE or word_before(words, verb) == "had":
        return None
    return _promised(words, verb, subject(words, verb))


def modal(words: Words, verb: int) -> Act | None:
    """Read "the Clerk will write", "he said that he would look into it"."""
    deed = verb + 1
    while words.at(deed) in W.ADVERB:
        deed += 1
    doing = words.at(deed) == "be" and words.at(deed + 1).endswith("ing")
    foretells = words.at(deed) in W.NEGATION or words.at(deed) in W.STATIVE
    if (foretells and not doing) or words.at(verb - 1) in W.IMPERSONAL:
        return None
    who = subject(words, verb)
    if words.low[verb] == "would" and words.at(verb - 1) not in ("he", "she"):
        who = who if who and who == leading(words) and "if" not in words.low else None
    if who is None and words.at(verb - 1) in ("he", "she") and words.at(verb - 2) == "that":
        who = leading(words)
    return _promised(words, verb, who)


def is_to(words: Words, verb: int) -> Act | None:
    """Read "the Clerk is to circulate"."""
    if words.at(verb + 1) != "to" or words.at(verb + 2) in W.STATIVE:
        return None
    return _promised(words, verb, subject(words, verb))


def _promised(words: Words, verb: int, who: tuple[int, int] | None) -> Act | None:
    """Return the promise of ``who``; for "he", whom the sentence names as its subject."""
    if who is None or not (
        who[0] == 0 or words.at(who[0] - 1) in _BOUNDARY or words.at(who[0] - 1) in W.SAY | W.ADVERB
    ):
        return None
    if words.low[who[0]] in ("he", "she") and (head := leading(words)) and head[1] <= who[0]:
        who = head
    return Act("promises", words.span(verb, verb + 1), words.span(*who), person=is_person(words, *who))
