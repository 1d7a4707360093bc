"""The spaCy component ``reported_speech`` and the pipeline that holds it."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from itertools import chain
from operator import itemgetter

from spacy import blank
from spacy.language import Language
from spacy.tokens import Doc

from minutes_parser import sentences
from minutes_parser.language.phrases import Words
from minutes_parser.language.sentence import Sentence

_MOST_STRINGS = 100_000
"""Strings that the tokenizer may have learnt before a fresh one takes its place, so that an archive fits in memory."""
_Pieces = tuple[list[str], list[str]]
"""Tokens of a stretch without white space: as they are written, and in lower case."""
_TEXT, _LOW = itemgetter(0), itemgetter(1)


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
    """Cuts sentences into words by the tokenizer of a blank English pipeline.

    The tokenizer looks at the text between two white spaces by itself. What it makes of one is kept: most of a
    sentence's words were seen before, and need no document of spaCy's.
    """

    def __init__(self) -> None:
        """Make the pipeline."""
        self.language = blank("en")
        self._pieces: dict[str, _Pieces] = {}

    @property
    def full(self) -> bool:
        """Whether it has learnt as many words as fit in memory."""
        return len(self.language.vocab.strings) > _MOST_STRINGS

    def cut(self, text: str, start: int, end: int) -> Words:
        """Return the tokens of ``text[start:end]``."""
        known = self._pieces
        pieces = [known.get(chunk) or self._learn(chunk) for chunk in text[start:end].split()]

        texts, low = chain.from_iterable(map(_TEXT, pieces)), chain.from_iterable(map(_LOW, pieces))
        return Words(list(texts), list(low), text, start)

    def _learn(self, chunk: str) -> _Pieces:
        texts = [token.text for token in self.language.tokenizer(chunk)]
        pieces = self._pieces[chunk] = (texts, [text.lower() for text in texts])
        return pieces


@cache
def _cutter() -> Cutter:
    return Cutter()


def cut(text: str, start: int, end: int) -> Words:
    """Return the tokens of ``text[start:end]``, a sentence."""
    if _cutter().full:
        _cutter.cache_clear()
    return _cutter().cut(text, start, end)
