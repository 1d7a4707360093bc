"""A sentence, and what it reports as far as somebody asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from minutes_parser.language import words as W
from minutes_parser.language.acts import Act, Span
from minutes_parser.language.phrases import Words, is_person
from minutes_parser.language.speech import CUES, DEED_CUES, QUESTION_CUES, read_cue
from minutes_parser.language.subjects import leading, predicate


class Sentence:
    """One sentence, from ``start`` to ``end`` in the text that was read.

    It is cut into words, and its subject and acts are looked for, when they are first needed: most sentences of a
    document are never asked about.
    """

    __slots__ = ("_acts", "_cut", "_head", "_known", "_named", "_question", "_words", "end", "start")

    def __init__(self, start: int, end: int, cut: Callable[[int, int], Words]) -> None:
        """Keep the offsets and ``cut``, which returns the words between two offsets."""
        self.start, self.end = start, end
        self._cut = cut
        self._words: Words | None = None
        self._known: dict[tuple[int, str], Act | None] = {}
        self._acts: tuple[Act, ...] | None = None
        self._question: tuple[Act | None] | None = None
        self._named: tuple[Span | None] | None = None
        self._head: tuple[tuple[int, int] | None] | None = None

    @property
    def words(self) -> Words:
        """Its tokens."""
        if self._words is None:
            self._words = self._cut(self.start, self.end)
        return self._words

    @property
    def acts(self) -> tuple[Act, ...]:
        """The acts it reports, in their order; of several questions the first."""
        if self._acts is None:
            acts: list[Act] = []
            for act in self._read(CUES):
                if not (acts and acts[-1].kind == act.kind == "asks"):
                    acts.append(act)
            self._acts = tuple(acts)
        return self._acts

    @property
    def question(self) -> Act | None:
        """The first question that it puts."""
        if self._question is None:
            self._question = (next((act for act in self._read(QUESTION_CUES) if act.kind == "asks"), None),)
        return self._question[0]

    @property
    def deeds(self) -> Iterator[Act]:
        """The promises and requests that it reports, in their order."""
        return (act for act in self._read(DEED_CUES) if act.kind != "asks")

    def _read(self, cues: Mapping[str, tuple[str, ...]]) -> Iterator[Act]:
        """Yield the acts that the words in ``cues`` turn out to be."""
        words, known = self.words, self._known
        for index in [k for k, low in enumerate(words.low) if low in cues]:
            for name in cues[words.low[index]]:
                if (index, name) not in known:
                    known[index, name] = read_cue(name, words, index)
                if act := known[index, name]:
                    yield act

    @property
    def subject(self) -> Span | None:
        """The person or group that is its grammatical subject."""
        if self._named is None:
            head = self._subject()
            self._named = (self.words.span(*head) if head else None,)
        return self._named[0]

    @property
    def person(self) -> bool:
        """Whether the subject looks like people by itself."""
        head = self._subject()
        return head is not None and is_person(self.words, *head)

    @property
    def predicate(self) -> str:
        """The verb behind the subject, or the first word where it has no such subject; lower case."""
        return self.words.at(self._anchor())

    @property
    def complement(self) -> str:
        """The word behind a form of "to be" or a modal, lower case."""
        words, verb = self.words, self._anchor()
        while words.at(verb + 1) in W.ADVERB or words.at(verb + 1) in W.NEGATION:
            verb += 1
        return words.at(verb + 1)

    def _anchor(self) -> int:
        head = self._subject()
        return predicate(self.words, head[1]) if head else 0

    def _subject(self) -> tuple[int, int] | None:
        """Return the tokens of the subject."""
        if self._head is None:
            self._head = (leading(self.words),)
        return self._head[0]
