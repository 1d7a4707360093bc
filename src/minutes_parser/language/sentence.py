"""A sentence, and what it reports as far as somebody asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from minutes_parser.language import words as W
from minutes_parser.language.acts import Act, Span
from minutes_parser.language.phrases import Words, is_person, means_thing, mention
from minutes_parser.language.speech import CUES, DEED_CUES, QUESTION_CUES, Reader, ask
from minutes_parser.language.subjects import leading, past_adverbs, predicate

_Clause = tuple[Span | None, str, tuple[int, int] | None, int]
"""The subject of the main clause, its verb, and the tokens of both; the first token where there is no subject."""


class Sentence:
    """One sentence, from ``start`` to ``end`` in the text that was read.

    It is cut into words, and its subject and acts are looked for, when they are first needed: most sentences of a
    document are never asked about.
    """

    __slots__ = ("_asked", "_clause", "_cut", "_question", "_words", "end", "start")

    def __init__(self, start: int, end: int, cut: Callable[[int, int], Words]) -> None:
        """Keep the offsets and ``cut``, which returns the words between two offsets."""
        self.start, self.end = start, end
        self._cut = cut
        self._words: Words | None = None
        self._asked: dict[int, Act | None] = {}
        """What "asked" at a token turns out to be, which is read once for those who look for questions and for requests."""
        self._question: tuple[Act | None] | None = None
        self._clause: _Clause | None = None

    @property
    def words(self) -> Words:
        """Its tokens."""
        return self._cut_once()

    def _cut_once(self) -> Words:
        if self._words is None:
            self._words = self._cut(self.start, self.end)
        return self._words

    @property
    def acts(self) -> tuple[Act, ...]:
        """The acts it reports, in their order; of several questions the first."""
        acts: list[Act] = []
        for act in self._read(CUES):
            if not (acts and acts[-1].kind == act.kind == "asks"):
                acts.append(act)
        return tuple(acts)

    @property
    def question(self) -> Act | None:
        """The first question that it puts."""
        if self._question is None:
            self._question = (self._first_question(),)
        return self._question[0]

    def _first_question(self) -> Act | None:
        for act in self._read(QUESTION_CUES):
            if act.kind == "asks":
                return act
        return None

    @property
    def deeds(self) -> list[Act]:
        """The promises and requests that it reports, in their order."""
        return [act for act in self._read(DEED_CUES) if act.kind != "asks"]

    def _read(self, cues: Mapping[str, tuple[Reader, ...]]) -> Iterator[Act]:
        """Yield the acts that the words in ``cues`` turn out to be."""
        words, asked = self._cut_once(), self._asked
        low, index = words.low, -1
        for word in filter(cues.__contains__, low):
            index = low.index(word, index + 1)
            for read in cues[word]:
                if read is not ask:
                    act = read(words, index)
                elif index in asked:
                    act = asked[index]
                else:
                    act = asked[index] = ask(words, index)
                if act:
                    yield act

    @property
    def subject(self) -> Span | None:
        """The person or group that is its grammatical subject."""
        return (self._clause or self._read_clause())[0]

    @property
    def person(self) -> bool:
        """Whether the subject looks like people by itself."""
        head = (self._clause or self._read_clause())[2]
        return head is not None and is_person(self._cut_once(), *head)

    @property
    def predicate(self) -> str:
        """The verb behind the subject, or the first word where it has no such subject; lower case."""
        return (self._clause or self._read_clause())[1]

    @property
    def complement(self) -> str:
        """The word behind a form of "to be" or a modal, lower case."""
        index = (self._clause or self._read_clause())[3] + 1
        low = self._cut_once().around
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

    def _read_clause(self) -> _Clause:
        """Find subject and verb of the main clause."""
        words = self._cut_once()
        head = leading(words)
        verb = predicate(words, head[1]) if head else 0
        clause = self._clause = words.span(head[0], head[1]) if head else None, words.around[verb], head, verb
        return clause
