"""The spaCy component ``reported_speech`` and the pipeline that holds it."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from spacy import blank
from spacy.language import Language
from spacy.tokens import Doc

from minutes_parser import sentences
from minutes_parser.language.phrases import Words
from minutes_parser.language.sentence import Sentence


class ReportedSpeech:
    """Finds the sentences of a paragraph and what each reports; the result is ``doc._.reported_speech``."""

    def __call__(self, doc: Doc) -> Doc:
        """Read ``doc`` as one paragraph."""
        text, whole = doc.text, words(doc, 0)

        def cut(start: int, end: int) -> Words:
            first, last = bisect_left(whole.start, start), bisect_left(whole.start, end)
            return Words(whole.text[first:last], whole.low[first:last], whole.start[first:last])

        doc._.reported_speech = tuple(Sentence(start, end, cut) for start, end in sentences.split(text, 0, len(text)))
        return doc


def words(doc: Doc, offset: int) -> Words:
    """Return the tokens of ``doc`` that are not white space; ``offset`` is where its text stands in the one read."""
    tokens = [(token.text, token.idx) for token in doc]
    texts = [text for text, _ in tokens if not text.isspace()]
    starts = [offset + index for text, index in tokens if not text.isspace()]
    return Words(texts, [text.lower() for text in texts], starts)


@Language.factory("reported_speech")
def make_reported_speech(nlp: Language, name: str) -> ReportedSpeech:
    """Make the component for ``nlp``; called by spaCy."""
    if not Doc.has_extension("reported_speech"):
        Doc.set_extension("reported_speech", default=())
    return ReportedSpeech()


_MOST_STRINGS = 100_000
"""Strings that the pipeline may have learnt before a fresh one takes its place, so that an archive fits in memory."""


@cache
def pipeline() -> Language:
    """Return the blank English pipeline with the component, made once."""
    nlp = blank("en")
    nlp.max_length = 1 << 40  # its limit guards trained models, whose memory grows with the text; a tokenizer needs none
    nlp.add_pipe("reported_speech")
    return nlp


def cut(text: str, start: int, end: int) -> Words:
    """Return the tokens of ``text[start:end]``, a sentence, as the pipeline's tokenizer makes them."""
    nlp = pipeline()
    if len(nlp.vocab.strings) > _MOST_STRINGS:
        pipeline.cache_clear()
        nlp = pipeline()
    return words(nlp.make_doc(text[start:end]), start)
