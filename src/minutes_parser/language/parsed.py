"""The dependency parse of a sentence, where a model was asked for: the second source of evidence beside the patterns.

The labels are those of spaCy's English pipelines and of Universal Dependencies.
"""

from __future__ import annotations

from collections.abc import Sequence

_SUBJECT = frozenset(["nsubj", "nsubjpass", "nsubj:pass"])
_OBJECT = frozenset(["dobj", "obj", "dative", "iobj"])
_AUXILIARY = frozenset(["aux", "auxpass", "aux:pass"])
_ASIDE = frozenset(["relcl", "acl", "acl:relcl", "advcl", "appos", "ccomp", "parataxis", "prep", "nmod"])
"""What may hang on a noun without being a part of how it is named."""
_JOINS = frozenset(["punct", "cc", "preconj"])
_MOST_STEPS = 4
"""Verbs joined by "and" that share a subject."""


class Parsed:
    """Which token hangs on which, and as what, by their positions in the sentence."""

    __slots__ = ("_children", "_heads", "_labels")

    def __init__(self, heads: Sequence[int], labels: Sequence[str]) -> None:
        """Keep for each token the one it hangs on (the root on itself) and its label."""
        self._heads, self._labels = heads, labels
        self._children: list[list[int]] = [[] for _ in heads]
        for token, head in enumerate(heads):
            if head != token:
                self._children[head].append(token)

    def subject(self, verb: int) -> tuple[int, int] | None:
        """Return the tokens of the subject of the verb, or of the auxiliary, at ``verb``; also one shared by "and"."""
        if self._labels[verb] in _AUXILIARY:
            verb = self._heads[verb]
        for _ in range(_MOST_STEPS):
            for child in self._children[verb]:
                if self._labels[child] in _SUBJECT:
                    return self._phrase(child)
            if self._labels[verb] != "conj":
                return None
            verb = self._heads[verb]
        return None

    def object(self, verb: int, first: int) -> int:
        """Return where the object of the verb ends that begins at ``first``; ``first`` where none does."""
        for child in self._children[verb]:
            if self._labels[child] in _OBJECT | _SUBJECT and (phrase := self._phrase(child))[0] == first:
                return phrase[1]
        return first

    def _phrase(self, noun: int) -> tuple[int, int]:
        """Return the tokens around ``noun`` that hang on it, without clauses that tell more of it."""
        within, waiting = {noun}, [noun]
        while waiting:
            for child in self._children[waiting.pop()]:
                if self._labels[child] not in _ASIDE:
                    within.add(child)
                    waiting.append(child)
        first, last = noun, noun + 1
        while first - 1 in within:
            first -= 1
        while last in within:
            last += 1
        while last > noun + 1 and self._labels[last - 1] in _JOINS:
            last -= 1
        return first, last
