"""Whether two sentences speak of the same task: by the words that carry meaning."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Set

_WORD = re.compile(r"[a-z0-9][a-z0-9'’-]*")
_EMPTY = frozenset(
    "a an and any are as at be been by can could for from had has have he her his i if in into is it its may of on or our shall "
    "she should so that the their them they this to up was we were what when which who will with would you action actions".split()
)
"""Words that stand in sentences on any matter."""
ALIKE = 0.6
"""Share of the shorter sentence's words that two sentences on one task have in common; below it they only share a topic."""
FEWEST = 2
"""Words that sentences must share at least: one word alone ('report') proves nothing."""
_MOST = 100
"""Texts looked at for each word of a sentence: a bound for documents that say the same ten thousand times."""


def words_of(text: str) -> list[str]:
    """Return the words of ``text`` that carry meaning, cut to six letters: 'circulated' and 'circulate' are one."""
    return [word[:6] for word in _WORD.findall(text.lower()) if word not in _EMPTY]


class Texts:
    """Texts among which those are found that are on the matter of a sentence."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Take the texts, told by their number from 0."""
        self._words = [frozenset(words_of(text)) for text in texts]
        self._holding: dict[str, list[int]] = defaultdict(list)
        for number, words in enumerate(self._words):
            for word in words:
                if len(self._holding[word]) < _MOST:
                    self._holding[word].append(number)

    def alike(self, sentence: str) -> Iterator[int]:
        """Yield the texts where the shorter of the two says little that the longer does not."""
        words = set(words_of(sentence))
        return (
            number
            for number in self._near(words)
            if _covered(_shorter(words, self._words[number]), words & self._words[number])
        )

    def mention(self, task: str) -> bool:
        """Return whether a text has most words of ``task``."""
        words = set(words_of(task))
        return not words or any(_covered(words, words & self._words[number]) for number in self._near(words))

    def kindred(self, sentence: str) -> Iterator[int]:
        """Yield the texts that share words enough with ``sentence`` to be on one matter."""
        words = set(words_of(sentence))
        return (number for number in self._near(words) if len(words & self._words[number]) >= FEWEST)

    def _near(self, words: Iterable[str]) -> list[int]:
        """Return the texts that share a word, in order."""
        return sorted({number for word in words for number in self._holding.get(word, ())})


def mentions(text: str, task: str) -> bool:
    """Return whether ``text`` has most words of ``task``."""
    return Texts([text]).mention(task)


def _shorter(one: Set[str], other: Set[str]) -> Set[str]:
    return one if len(one) <= len(other) else other


def _covered(words: Set[str], common: Set[str]) -> bool:
    return len(common) >= min(FEWEST, len(words)) and bool(words) and len(common) >= ALIKE * len(words)
