"""Who is named where in a sentence: its words, and the noun phrases that may mean people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from minutes_parser.language import words as W

if TYPE_CHECKING:
    from minutes_parser.language.model import Model
    from minutes_parser.language.parsed import Parsed

MAX_PHRASE = 14
"""Tokens that a mention may have; longer ones are no mentions."""
JOINTS = frozenset(["and", "&", ",", "/"])
"""Between the people of a list; one with commas alone is no list, but a name and what its owner is."""
_OPENS = W.PRONOUN | W.DETERMINER | W.ROLE | W.ADJECTIVE | W.PARTICLE | {"."}
"""Words with which a mention may begin, if not with a name."""

_CLOSES = W.PRONOUN | W.ROLE | W.BODY | {"present", "office", ")"}
"""Words with which a mention may end, if not with a name."""
_WITHIN = frozenset(["'s", "’s", "-", "/", "&", "’", "'"])
"""What may stand between the words of a mention: "the Clerk's deputy"."""
_GOES_ON = W.ADJECTIVE | W.PARTICLE | _WITHIN | {"."}
"""What may stand within a mention besides roles and names."""
_IN_CORE = _GOES_ON | W.ROLE
"""What may stand within the names, titles and roles of a mention in small letters."""
_TOLD_APART = W.ROLE | W.ADJECTIVE
"""What goes on with a mention behind a hyphen or stroke, if no name does: "Ann Hill/chair"."""
_DWELLING = frozenset(["unit", "lot", "flat", "apartment", "apt", "plot"])
"""Before a number: where somebody lives, for himself."""
_NUMBERED = _DWELLING | W.ANONYMOUS
_OUTSIDE = [""] * 8
"""What stands in front of and behind a sentence, farther than we look from one of its words at once."""
_TITLED = W.TITLE | W.MEMBER
"""Before a name."""
_PEOPLE = W.ROLE | W.TITLE | W.PRONOUN
"""Words that mean people by themselves."""
_BEHIND = frozenset(["of", "from", "for", "at", "present", "("])
"""With which the phrase for somebody may go on, beside a number."""
_VOLUNTEERS = frozenset(["volunteer", "volunteers"])
_SOME = frozenset(["number", "couple", "group", "majority", "handful"])
"""Before "of" and those who are meant: "a number of residents"."""


class Words:
    """The tokens of one sentence: as they are written in ``text``, in lower case in ``low``."""

    __slots__ = ("_offsets", "_parsed", "_read", "_source", "around", "led", "low", "mentions", "model", "text")

    def __init__(
        self, text: Sequence[str], low: list[str], source: str, start: int, model: Model | None = None
    ) -> None:
        """Keep the tokens, which stand in ``source`` from ``start`` on with nothing but white space between them."""
        self.text, self.low = text, low
        self.model = model
        self._parsed: tuple[Parsed | None] | None = None
        self._source, self._read = source, start
        self._offsets: list[int] = []
        self.around = low + _OUTSIDE
        """``low``, with nothing at the places right in front of the sentence (-1, -2) and behind it."""
        self.mentions: dict[int, int] = {}
        """Where the mention ends that begins at a token, as far as it was looked for."""
        self.led: tuple[tuple[int, int] | None] | None = None
        """The subject of its main clause, if it was looked for."""

    def start(self, index: int) -> int:
        """Return the offset of token ``index`` in the text that was read; found when it is needed, as few are."""
        offsets = self._offsets
        if index >= len(offsets):
            source, read = self._source, self._read
            for token in self.text[len(offsets) : index + 1]:
                if source[read] == " ":
                    read += 1
                if source[read] != token[0]:
                    read = source.find(token, read)
                offsets.append(read)
                read += len(token)
            self._read = read
        return offsets[index]

    @property
    def parsed(self) -> Parsed | None:
        """Its dependency parse; None without a model."""
        if self.model is None:
            return None
        if self._parsed is None:
            last = len(self) - 1
            spaces = [k < last and self.end(k) < self.start(k + 1) for k in range(len(self))]
            self._parsed = (self.model.parse(list(self.text), spaces),)
        return self._parsed[0]

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.text)

    def end(self, index: int) -> int:
        """Return the offset behind token ``index``."""
        return self.start(index) + len(self.text[index])

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the offsets of the tokens from ``first`` up to, not including, ``last``."""
        end = self.start(last - 1) + len(self.text[last - 1])
        return self._offsets[first], end


def mention(words: Words, first: int) -> int:
    """Return where the noun phrase at ``first`` ends that may mean a person or a group; ``first`` where there is none.

    "The Chair", "Cllr J. Smith (JS)", "a member of the public", "AB and CD", "@nick", "she".
    """
    low = words.low
    if not 0 <= first < len(low) or not (low[first] in _OPENS or is_name(words.text[first])):
        return first
    found = words.mentions.get(first)
    if found is None:
        found = words.mentions[first] = _people(words, first)
    return found


def may_close(words: Words, last: int) -> bool:
    """Whether a mention may end with the token ``last``: by a name, a role, a bracket, but by no other word."""
    low = words.around
    return low[last] in _CLOSES or is_name(words.text[last]) or low[last - 1] in _NUMBERED


def _people(words: Words, first: int) -> int:
    """Return where the phrase for one person or more ends that begins at ``first``."""
    if words.low[first] in W.PRONOUN:
        return first + 1
    low, listed = words.around, True
    end = alone = _single(words, first)
    if low[end] not in JOINTS:
        return end
    while end > first and end - first < MAX_PHRASE and low[end] in JOINTS:
        comma = low[end] == "," and low[end + 1] != "and"
        joint = end + 1 if low[end + 1] != "and" else end + 2
        after = _single(words, joint)
        titled = comma and after > joint and _titled(words, first, joint)
        if after <= joint or (comma and not titled and low[after] not in JOINTS):
            break
        listed = titled or not comma
        end = after
    return end if listed else alone


def _titled(words: Words, first: int, second: int) -> bool:
    """Whether both phrases begin with a title, as in "Mr Hill, Mr Dale agreed"."""
    return words.around[first].rstrip(".") in W.TITLE and words.around[second].rstrip(".") in W.TITLE


def _single(words: Words, first: int) -> int:
    """Return where the phrase for one person or group ends that begins at ``first``."""
    texts, low, index = words.text, words.around, first
    if low[index] in W.DETERMINER and (not texts[index].isupper() or len(texts[index]) == 1):
        index += 1
    if low[index] in _SOME and low[index + 1] == "of" and low[index + 2] not in W.DETERMINER:
        index += 2
    if low[index] in W.DAY:
        return first
    core = _core(words, index)
    if core == index and index > first:
        core = _body(words, index)
    if core == index or (index == first and low[first] in W.ADJECTIVE and _adrift(words, first)):
        return first
    then = low[core]
    if then not in _BEHIND and not then.isdigit():
        return core
    named = then in {"of", "from"} and _full_name(words, index, core)
    index = _post(words, core) if named or low[core - 1] in W.ROLE else core
    numbered = low[index].isdigit() and low[index - 1] in W.ANONYMOUS
    if numbered or (low[index] == "present" and low[index - 1] in W.ROLE):
        index += 1
    if low[index] == "(":
        closing = next((k for k in range(index + 1, min(index + 9, len(words))) if words.low[k] == ")"), 0)
        index = closing + 1 if closing else index
    return index


def _body(words: Words, first: int) -> int:
    """Return where "working group", "tree warden" ends that says which body or office it is in common words."""
    for index in (first + 1, first + 2):
        if words.around[index] in W.BODY and all(word.isalpha() for word in words.low[first:index]):
            return index + 1
    office = words.around[first + 1] in W.OFFICE and words.text[first].islower() and words.low[first].isalpha()
    return first + 2 if office and words.low[first] not in W.FUNCTION else first


def _adrift(words: Words, first: int) -> bool:
    """Whether an adjective before a name belongs to other words, as in "when all are present Ann Hill will start"."""
    low, index = words.around, first
    while low[index] in W.ADJECTIVE and words.text[index].islower():
        index += 1
    return index > first and low[index] not in W.ROLE and low[first] not in W.ROLE


def _core(words: Words, first: int) -> int:
    """Return where the names, initials, titles and role nouns end that begin at ``first``."""
    texts, lower, index, solid = words.text, words.around, first, first
    limit = first + MAX_PHRASE
    while index < limit and lower[index]:
        token, low = texts[index], lower[index]
        if token[0].islower() and low not in _IN_CORE:
            break
        if low in W.ROLE:
            if low in _VOLUNTEERS and index > first and _what_they_do(words, index):
                break  # what Ann does, and no name
            index = solid = index + 1
        elif (is_name(token) and (low not in W.FUNCTION or (len(token) > 1 and token.isupper()))) or (
            low[0].isdigit() and index > first and lower[index - 1] in _DWELLING
        ):
            index = solid = index + 1
        elif low not in _GOES_ON:
            break
        elif low in W.ADJECTIVE or low in W.PARTICLE or (low == "." and lower[index - 1] in W.TITLE):
            index += 1
        elif solid > first and low in _WITHIN and index + 1 < limit and lower[index + 1]:
            close = low != "-" or words.end(index) == words.start(index + 1)
            named = is_name(texts[index + 1]) or lower[index + 1] in _TOLD_APART
            if not close or not (named or texts[first][0] == "@"):
                break
            index += 1
            solid = index if named else index + 1
        else:
            break
    return solid


def _what_they_do(words: Words, index: int) -> bool:
    """Whether "volunteers" is what the one before it does, as in "Ann Hill volunteers to", "AB volunteer"."""
    then = words.around[index + 1]
    return then == "to" or (words.text[index - 1].isupper() and then in {"as", "for", ".", ""})


def _post(words: Words, first: int) -> int:
    """Return where "of the public", "from Mill Lane", "of Governors" ends behind a role noun."""
    low, index = words.around, first
    if low[index] in {"of", "from", "for", "at"}:
        index += 1
        if low[index] in W.DETERMINER:
            index += 1
        core = _core(words, index)
        if core > index and low[core] in {"'s", "’s", "'", "’"} and low[core + 1] == "office":
            core += 2
        return core if core > index else first
    return first


def _full_name(words: Words, first: int, last: int) -> bool:
    """Whether the phrase has a title or more than one name, as in "Mr Hill of Mill Lane"."""
    return words.around[first].rstrip(".") in W.TITLE or (
        last - first > 1 and all(map(is_name, words.text[first:last]))
    )


def is_name(token: str) -> bool:
    """Whether the token is a name, initials or a handle, by how it is written."""
    first = token[0]
    return (first.isupper() and token[-1] != "-") or (first in "@<" and len(token) > 1)


def means_thing(words: Words, last: int) -> bool:
    """Whether the phrase that ends at ``last`` means a thing: "the grant", but not "Mr Grant"."""
    low = words.around
    return low[last - 1] in W.THING and low[last - 2].rstrip(".") not in _TITLED


def is_person(words: Words, first: int, last: int) -> bool:
    """Whether the phrase looks like people by itself: a name of two words, initials, a title, a role, a handle."""
    low = words.low[first:last]
    if means_thing(words, last):
        return False
    if not _PEOPLE.isdisjoint(low):
        return True
    names = [
        token
        for token, lower in zip(words.text[first:last], low, strict=True)
        if lower not in W.DETERMINER and is_name(token)
    ]
    return len(names) >= 2 or any((2 <= len(name) <= 5 and name[:2].isupper()) or name[0] == "@" for name in names)
