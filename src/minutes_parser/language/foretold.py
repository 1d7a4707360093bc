"""What is said of the future and promises nothing: how the meeting goes on, what a rule says, what would come of something."""

from __future__ import annotations

from minutes_parser.language import words as W
from minutes_parser.language.phrases import Words

_ANSWERED = frozenset("questions queries".split())
"""Behind "answer" and "take": what is done later in the meeting."""
_RULED = frozenset("members councillors governors trustees directors officers attendees".split())
"""Before "shall": whom a rule binds that is quoted."""
_FORESEES = frozenset(
    "observed observes warned warns cautioned noted notes feared fears argued argues thought thinks felt feels believed"
    " believes commented comments concerned worried".split()
)
"""Before "that if": what would come of something."""
_NEXT_ON = frozenset("discussion item items next agenda vote voting questions".split())
"""Behind "move to": how the meeting goes on."""


def goes_on(words: Words, deed: int) -> bool:
    """Whether it is told how the meeting goes on: "Ann will speak to this later", "take questions", "we will move that"."""
    low, then = words.around, words.around[deed + 1]
    if low[deed] == "move":
        if "to" in (then, low[deed + 2]) and not _NEXT_ON.isdisjoint(low[deed + 2 : deed + 5]):
            return True
        return then in {"that", "the", "a"} or (then == "at" and "meeting" in low[deed + 2 : deed + 6])
    if low[deed] in {"defer", "postpone", "adjourn"} or (low[deed] in {"start", "begin"} and then == "by"):
        return True
    if low[deed] in {"answer", "take"}:
        asked = not _ANSWERED.isdisjoint(low[deed + 1 : deed + 4])
        return asked and "email" not in words.low and "writing" not in words.low
    if low[deed] in {"come", "return", "get"} and "back" in (then, low[deed]):
        return words.around[deed + 2] == "to" and words.around[deed + 3] in {"this", "it", "that", "item"}
    return low[deed] in {"speak", "come", "return"} and "later" in low[deed + 1 : deed + 6]


def ruled(words: Words, verb: int, who: tuple[int, int]) -> bool:
    """Whether a rule is quoted: "the directors shall serve without pay"."""
    return words.low[verb] == "shall" and words.low[who[1] - 1] in _RULED


def supposed(words: Words, verb: int, who: tuple[int, int]) -> bool:
    """Whether it is told what would come of something: "warned that if this goes on, the board will lose"."""
    low = words.low[:verb]
    that = low.index("that") if "that" in low else verb
    return words.around[that + 1] == "if" and words.around[that - 1] in _FORESEES and words.low[who[0]] not in W.PRONOUN
