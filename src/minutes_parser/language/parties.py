"""Who stands where beside a cue word: "by X", "X's question", "asked for X to do", the subject of "whether X is"."""

from __future__ import annotations

from minutes_parser.language import words as W
from minutes_parser.language.phrases import Words, mention
from minutes_parser.language.subjects import agent, past_adverbs, verb_follows


def whose(words: Words, noun: int) -> tuple[int, int] | None:
    """Return X of "X's question"."""
    own = noun - 1
    while own > 0 and words.low[own] in {"supplementary", "further", "second", "written", "follow-up", "earlier"}:
        own -= 1
    if words.around[own] not in {"'s", "’s", "'", "’"}:
        return None
    first = next((k for k in range(max(0, own - 6), own) if mention(words, k) == own), None)
    return words.span(first, own) if first is not None else None


def named_last(words: Words, noun: int, end: int) -> tuple[int, int] | None:
    """Return X of "a question about Y from X", which ends at the offset ``end``."""
    for k in range(noun + 1, min(noun + 40, len(words))):
        if words.start(k) >= end:
            return None
        last, who = by(words, k)
        if who and words.end(last - 1) == end:
            return who
    return None


def by(words: Words, index: int) -> tuple[int, tuple[int, int] | None]:
    """Read "by X" or "from X" at ``index``: where it ends and who X is."""
    if words.around[index] in {"by", "from"} and (last := agent(words, index + 1)) > index + 1:
        return last, words.span(index + 1, last)
    return index, None


def for_whom(words: Words, index: int) -> tuple[int, int] | None:
    """Return X of "asked for X to do" and "asked that X do"."""
    last = mention(words, index + 1)
    if last > index + 1 and (words.around[index], words.around[last] == "to") in {("for", True), ("that", False)}:
        return words.span(index + 1, last)
    return None


def about(words: Words, index: int) -> tuple[int, int] | None:
    """Return the subject of the clause that "whether" or "if" opens at ``index``."""
    if words.around[index] not in {"whether", "if"}:
        return None
    last = mention(words, index + 1)
    if last > index + 1 and verb_follows(words, last):
        return words.span(index + 1, last)
    return None


def subject_word(words: Words, verb: int) -> str:
    """Return the word before the verb's auxiliaries."""
    low, index = words.around, verb - 1
    while low[index] in W.ADVERB or low[index] in W.BE:
        index -= 1
    return low[index]


def span(words: Words, phrase: tuple[int, int] | None) -> tuple[int, int] | None:
    """Return the offsets of the tokens; None for none."""
    return words.span(*phrase) if phrase else None


def left_out(words: Words, verb: int, who: tuple[int, int]) -> bool:
    """Whether "was" is left out in "Clerk asked to obtain quotations"."""
    if who != (0, past_adverbs(words, 0) or who[1]) or words.low[verb] != "asked" or words.around[verb + 1] != "to":
        return False
    several = words.low[who[1] - 1] in W.GROUP and words.around[verb + 2] in W.PERSONAL
    return words.low[0] in W.OFFICE or several


def accompanied(words: Words, verb: int) -> tuple[int, int] | None:
    """Return X of "a discussion followed, with X asking whether"."""
    named = (k for k in range(max(1, verb - 6), verb) if words.low[k - 1] == "with" and mention(words, k) == verb)
    return next(((k, verb) for k in named), None)
