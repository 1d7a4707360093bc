"""Who is named where in a sentence: noun phrases that may mean people, and the subject of a verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from minutes_parser.language import words as W

_MAX_PHRASE = 14
"""Tokens that a mention may have; longer ones are no mentions."""
_OPENINGS = frozenset(
    [("as", "such"), ("in", "response"), ("in", "reply"), ("in", "answer"), ("more", "generally"), ("as", "a")]
)
_OPENS = W.PRONOUN | W.DETERMINER | W.ROLE | W.ADJECTIVE | W.PARTICLE
"""Words with which a mention may begin, if not with a name."""


class Words:
    """The tokens of one sentence: as they are written in ``text``, in lower case in ``low``."""

    __slots__ = ("_offsets", "_read", "_source", "low", "text")

    def __init__(self, text: Sequence[str], low: Sequence[str], source: str, start: int) -> None:
        """Keep the tokens, which stand in ``source`` from ``start`` on with nothing but white space between them."""
        self.text, self.low = text, low
        self._source, self._read = source, start
        self._offsets: list[int] = []

    def start(self, index: int) -> int:
        """Return the offset of token ``index`` in the text that was read; found when it is needed, as few are."""
        offsets, source = self._offsets, self._source
        while len(offsets) <= index:
            token = self.text[len(offsets)]
            offset = source.find(token, self._read)
            offsets.append(offset)
            self._read = offset + len(token)
        return offsets[index]

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.text)

    def end(self, index: int) -> int:
        """Return the offset behind token ``index``."""
        return self.start(index) + len(self.text[index])

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the offsets of the tokens from ``first`` up to, not including, ``last``."""
        return self.start(first), self.end(last - 1)

    def at(self, index: int) -> str:
        """Return token ``index`` in lower case; nothing outside the sentence."""
        return self.low[index] if 0 <= index < len(self.low) else ""


def mention(words: Words, first: int) -> int:
    """Return where the noun phrase at ``first`` ends that may mean a person or a group; ``first`` where there is none.

    "The Chair", "Cllr J. Smith (JS)", "a member of the public", "AB and CD", "@nick", "she".
    """
    if not 0 <= first < len(words.low):
        return first
    low = words.low[first]
    if low not in _OPENS and not _is_name(words.text[first]) and low != ".":
        return first
    if low in W.PRONOUN:
        return first + 1
    end = _single(words, first)
    while end > first and end - first < _MAX_PHRASE:
        joint = end + 1 if words.at(end) in ("and", "&", ",", "/") else 0
        if joint and words.at(end) == "," and words.at(joint) == "and":
            joint += 1
        after = _single(words, joint) if joint else 0
        if (
            not joint
            or after <= joint
            or (words.at(end) == "," and not _list_goes_on(words, after) and not _titled(words, first, joint))
        ):
            break
        end = after
    return end


def _list_goes_on(words: Words, index: int) -> bool:
    """Whether a comma or an "and" follows, so that a comma before was that of a list of people."""
    return words.at(index) in ("and", "&", ",")


def _titled(words: Words, first: int, second: int) -> bool:
    """Whether both phrases begin with a title, as in "Mr Hill, Mr Dale agreed"."""
    return words.at(first).rstrip(".") in W.TITLE and words.at(second).rstrip(".") in W.TITLE


def _single(words: Words, first: int) -> int:
    """Return where the phrase for one person or group ends that begins at ``first``."""
    index = first
    if words.at(index) in W.DETERMINER and not (len(words.text[index]) > 1 and words.text[index].isupper()):
        index += 1
    core = _core(words, index)
    if core == index:
        return first
    index = _post(words, core) if words.low[core - 1] in W.ROLE else core
    if words.at(index) == "(":
        closing = next((k for k in range(index + 1, min(index + 9, len(words))) if words.low[k] == ")"), 0)
        index = closing + 1 if closing else index
    return index


def _core(words: Words, first: int) -> int:
    """Return where the names, initials, titles and role nouns end that begin at ``first``."""
    index, limit, solid = first, min(len(words), first + _MAX_PHRASE), first
    while index < limit:
        token, low = words.text[index], words.low[index]
        if low in W.ROLE or (_is_name(token) and (low not in W.FUNCTION or (len(token) > 1 and token.isupper()))):
            index += 1
            solid = index
        elif low in W.ADJECTIVE or low in W.PARTICLE or (token == "." and words.low[index - 1] in W.TITLE):
            index += 1
        elif solid > first and low in ("'s", "’s", "-", "/", "&", "’", "'") and index + 1 < limit:
            if not (_is_name(words.text[index + 1]) or words.low[index + 1] in W.ROLE | W.ADJECTIVE):
                break
            index += 1
        else:
            break
    return solid


def _post(words: Words, first: int) -> int:
    """Return where "of the public", "from Mill Lane", "of Governors" ends behind a role noun."""
    index = first
    if words.at(index) in ("of", "from", "for", "at"):
        index += 1
        if words.at(index) in W.DETERMINER:
            index += 1
        core = _core(words, index)
        return core if core > index else first
    return first


def _is_name(token: str) -> bool:
    return token[0].isupper() or (token[0] in "@<" and len(token) > 1)


def is_person(words: Words, first: int, last: int) -> bool:
    """Whether the phrase looks like people by itself: a name of two words, initials, a title, a role, a handle."""
    low = words.low[first:last]
    if low[-1] in W.THING:
        return False
    if any(word in W.ROLE or word in W.TITLE or word in W.PRONOUN for word in low):
        return True
    names = [token for token in words.text[first:last] if _is_name(token) and token.lower() not in W.DETERMINER]
    return len(names) >= 2 or any((2 <= len(name) <= 5 and name[:2].isupper()) or name[0] == "@" for name in names)


def leading(words: Words) -> tuple[int, int] | None:
    """Return the tokens of the person or group that is the subject of the sentence's main clause."""
    for first in _openings(words):
        last = mention(words, first)
        if last > first and words.low[last - 1] not in W.THING and verb_follows(words, last):
            return first, last
    return None


def _openings(words: Words) -> Iterator[int]:
    """Yield where the main clause may begin: at the front, or behind one of the first commas."""
    yield _skip_opening(words)
    if words.at(0) not in W.PRONOUN and words.at(0) not in W.IMPERSONAL:
        commas = (k for k, low in enumerate(words.low[: min(len(words) - 1, 40)]) if low == ",")
        yield from (k + 1 for k in islice(commas, 3))


def _skip_opening(words: Words) -> int:
    """Return the index behind "However,", "As such", "Also" and a bullet or bracket."""
    index = 0
    while index < min(4, len(words)) and (
        words.low[index] in W.ADVERB
        or words.low[index] in ("however", "and", "but", ",", "(", "-", "–", "•", "*", "so")
    ):
        index += 1
    if (words.at(index), words.at(index + 1)) in _OPENINGS:
        index += 2
        if words.at(index) == ",":
            index += 1
    return index


def verb_follows(words: Words, index: int) -> bool:
    """Whether a verb stands at ``index``, adverbs looked past."""
    while words.at(index) in W.ADVERB:
        index += 1
    low = words.at(index)
    return low in W.SAY or low in W.BE or low in W.MODAL or low in W.ASK or low.endswith("ed") or low in W.QUERY


def predicate(words: Words, last: int) -> int:
    """Return the index of the verb behind a subject that ends at ``last``, adverbs looked past."""
    while words.at(last) in W.ADVERB:
        last += 1
    return last


def subject(words: Words, verb: int) -> tuple[int, int] | None:
    """Return the subject of the verb at ``verb``: the phrase right before it, or the one it shares by "and".

    None where there is none, or where the verb stands in a subordinate clause, as in "he said that residents asked".
    """
    end = verb
    while words.at(end - 1) in W.ADVERB or words.at(end - 1) in W.BE:
        end -= 1
    for first in range(max(0, end - _MAX_PHRASE), end):
        if mention(words, first) != end or words.low[end - 1] in W.THING:
            continue
        before = words.at(first - 1)
        if before in W.SUBORDINATE or before in ("had", "of", "to", "by", "from", "with", "for", "about"):
            return None
        return first, end
    if words.at(end - 1) in ("and", ",", "but", "also", "then", ")", ";"):
        return leading(words)
    return None


def word_before(words: Words, verb: int) -> str:
    """Return the word before the verb, adverbs looked past."""
    index = verb - 1
    while words.at(index) in W.ADVERB:
        index -= 1
    return words.at(index)
