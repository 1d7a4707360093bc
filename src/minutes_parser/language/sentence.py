"""A sentence, and what it reports as far as somebody asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from minutes_parser.language import words as W
from minutes_parser.language.acts import Act, Span
from minutes_parser.language.phrases import Words, is_person, means_thing, mention
from minutes_parser.language.speech import CUES, DEED_CUES, QUESTION_CUES, read_cue
from minutes_parser.language.subjects import leading, past_adverbs, predicate


class Sentence:
    """One sentence, from ``start`` to ``end`` in the text that was read.

    It is cut into words, and its subject and acts are looked for, when they are first needed: most sentences of a
    document are never asked about.
    """

    __slots__ = ("_acts", "_cut", "_head", "_known", "_named", "_question", "_verb", "_words", "end", "start")

    def __init__(self, start: int, end: int, cut: Callable[[int, int], Words]) -> None:
        """Keep the offsets and ``cut``, which returns the words between two offsets."""
        self.start, self.end = start, end
        self._cut = cut
        self._words: Words | None = None
        self._known: dict[tuple[int, str], Act | None] = {}
        self._acts: tuple[Act, ...] | None = None
        self._question: tuple[Act | None] | None = None
        self._named: Span | None = None
        self._head: tuple[int, int] | None = None
        self._verb: int | None = None
        """The anchor of the main clause; None while that was not read, as subject and ``_head`` are then."""

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
            self._question = (self._first_question(),)
        return self._question[0]

    def _first_question(self) -> Act | None:
        return next((act for act in self._read(QUESTION_CUES) if act.kind == "asks"), None)

    @property
    def deeds(self) -> list[Act]:
        """The promises and requests that it reports, in their order."""
        return [act for act in self._read(DEED_CUES) if act.kind != "asks"]

    def _read(self, cues: Mapping[str, tuple[str, ...]]) -> Iterator[Act]:
        """Yield the acts that the words in ``cues`` turn out to be."""
        low, index = self.words.low, -1
        for word in filter(cues.__contains__, low):
            index = low.index(word, index + 1)
            for name in cues[word]:
                if act := self._act(index, name):
                    yield act

    def _act(self, index: int, name: str) -> Act | None:
        """Return what the cue ``name`` at token ``index`` turns out to be, which is read once."""
        known, cue = self._known, (index, name)
        if cue not in known:
            known[cue] = read_cue(name, self.words, index)
        return known[cue]

    @property
    def subject(self) -> Span | None:
        """The person or group that is its grammatical subject."""
        if self._verb is None:
            self._read_clause()
        return self._named

    @property
    def person(self) -> bool:
        """Whether the subject looks like people by itself."""
        if self._verb is None:
            self._read_clause()
        return self._head is not None and is_person(self.words, *self._head)

    @property
    def predicate(self) -> str:
        """The verb behind the subject, or the first word where it has no such subject; lower case."""
        verb = self._read_clause() if self._verb is None else self._verb
        return self.words.around[verb]

    @property
    def complement(self) -> str:
        """The word behind a form of "to be" or a modal, lower case."""
        verb = self._read_clause() if self._verb is None else self._verb
        low, index = self.words.around, verb + 1
        while low[index] in W.ADVERB or low[index] in W.NEGATION:
            index += 1
        return low[index]

    @property
    def parts(self) -> Iterator[tuple[int, Span]]:
        """Where, behind semicolons, other people speak, and who."""
        words = self.words
        for first in [k + 1 for k, word in enumerate(words.low) if word == ";"]:
            last = mention(words, first)
            if (
                last > first
                and not means_thing(words, last)
                and words.around[past_adverbs(words, last)] in W.REPLY | W.OPINE
            ):
                yield words.start(first), words.span(first, last)

    def _read_clause(self) -> int:
        """Find subject and verb of the main clause; return the position of the verb."""
        words = self.words
        head = self._head = leading(words)
        if head:
            self._named = words.span(*head)
        self._verb = predicate(words, head[1]) if head else 0
        return self._verb
