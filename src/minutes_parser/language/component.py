"""What spaCy does for us: the component ``reported_speech``, and cutting sentences into words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import cache
from sys import intern

from spacy import blank
from spacy.language import Language
from spacy.tokens import Doc

from minutes_parser import lazy, sentences
from minutes_parser.language.phrases import Words
from minutes_parser.language.sentence import Sentence

_MOST_STRINGS = 100_000
"""Strings that the tokenizer may have learnt before a fresh one takes its place, so that an archive fits in memory."""
_Pieces = tuple[str, ...]
"""The tokens of a stretch without white space, each as it is written and then in lower case: one place of memory."""
_COLON_AND_DASH = frozenset([":-", ":–", ":—"])
"""Clerks end what announces a list so; the tokenizer leaves it at the word."""
_BACKTICK = lazy.compile(r"`_{0,2}(?!\w)|`")
"""Marks of code and of links in reStructuredText, which belong to no word: "`Ann Hill`_ asked"."""
_LONGEST_STRETCH = 200
"""Characters that go to the tokenizer at once: its time grows with the square of a run of brackets."""


class ReportedSpeech:
    """Finds the sentences of a paragraph and what each reports; the result is ``doc._.reported_speech``."""

    def __call__(self, doc: Doc) -> Doc:
        """Read ``doc`` as one paragraph."""
        text = doc.text
        tokens = [(written, token.idx) for token in doc if not (written := token.text).isspace()]
        offsets = [offset for _, offset in tokens]

        def cut(start: int, end: int) -> Words:
            within = tokens[bisect_left(offsets, start) : bisect_left(offsets, end)]
            return Words([token for token, _ in within], [token.lower() for token, _ in within], text, start)

        doc._.reported_speech = tuple(Sentence(start, end, cut) for start, end in sentences.split(text, 0, len(text)))
        return doc


@Language.factory("reported_speech")
def make_reported_speech(nlp: Language, name: str) -> ReportedSpeech:
    """Make the component for ``nlp``; called by spaCy."""
    if not Doc.has_extension("reported_speech"):
        Doc.set_extension("reported_speech", default=())
    return ReportedSpeech()


class Cutter:
    """Cuts sentences into words by spaCy's English tokenizer.

    The tokenizer looks at the text between two white spaces by itself. What it made of such a stretch is remembered:
    most of a sentence's words were seen before, and need no document of spaCy's. A word is kept once, however many
    stretches have it, so that fewer places of memory are asked.
    """

    def __init__(self) -> None:
        """Make the tokenizer."""
        self._language = blank("en")
        self._known: dict[str, _Pieces] = {}

    def _learn(self, stretch: str) -> _Pieces:
        """Cut a stretch that was not seen before."""
        if len(stretch) > _LONGEST_STRETCH:
            return tuple(
                self.forms(stretch[k : k + _LONGEST_STRETCH] for k in range(0, len(stretch), _LONGEST_STRETCH))
            )
        if "`" in stretch and (bare := [part for part in _BACKTICK.split(stretch) if part]):
            pieces = tuple(self.forms(bare))
        elif stretch[-2:] in _COLON_AND_DASH and len(stretch) > 2:
            pieces = tuple(self.forms([stretch[:-2], ":", stretch[-1]]))
        else:
            texts = [token.text for token in self._language.tokenizer(stretch)]
            pieces = tuple(intern(form) for text in texts for form in (text, text.lower()))
        self._known[intern(stretch)] = pieces
        return pieces

    def forms(self, stretches: Iterable[str]) -> list[str]:
        """Return the tokens of the stretches, each as it is written and then in lower case."""
        forms: list[str] = []
        known = self._known
        for stretch in stretches:
            try:  # most are known: to ask for them so takes half as long as by a method
                forms += known[stretch]
            except KeyError:
                forms += self._learn(stretch)
        return forms

    @property
    def full(self) -> bool:
        """Whether it has learnt as many strings as fit in memory."""
        return len(self._language.vocab.strings) > _MOST_STRINGS


@cache
def _cutter() -> Cutter:
    return Cutter()


def cutter() -> Cutter:
    """Return the cutter for one document, which is a fresh one where the last has learnt too much."""
    if _cutter().full:
        _cutter.cache_clear()
    return _cutter()
