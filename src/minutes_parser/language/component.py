"""The spaCy component ``reported_speech`` and the pipeline that holds it."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from spacy import blank
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from minutes_parser import sentences
from minutes_parser.language import words as W
from minutes_parser.language.acts import Sentence
from minutes_parser.language.phrases import Words
from minutes_parser.language.speech import Cue, read_sentence

_CUES = {
    "ask": W.ASK,
    "query": W.QUERY,
    "seek": W.SEEK,
    "know": frozenset(["know", "understand", "hear"]),
    "raise": W.RAISE,
    "noun": W.QUESTION_NOUN,
    "promise": W.PROMISE,
    "modal": W.MODAL,
    "is to": frozenset(["is", "are"]),
}
"""Kinds of cue words. A phrase matcher looks each token up once, ten times faster than patterns with lists."""


class ReportedSpeech:
    """Finds the sentences of a paragraph and what each reports; the result is ``doc._.reported_speech``."""

    def __init__(self, language: Language) -> None:
        """Build the matcher over the vocabulary of ``language``."""
        self._matcher = PhraseMatcher(language.vocab, attr="LOWER")
        for name, listed in _CUES.items():
            self._matcher.add(name, [Doc(language.vocab, words=[word]) for word in sorted(listed)])
        self._names = {language.vocab.strings[name]: name for name in _CUES}

    def __call__(self, doc: Doc) -> Doc:
        """Read ``doc`` as one paragraph."""
        base = doc.user_data.get("offset", 0)
        marks = sorted((doc[first].idx, self._names[key]) for key, first, _ in self._matcher(doc))
        text = doc.user_data.get("text") or doc.text
        tokens = [pair for pair in [(token.text, token.idx) for token in doc] if not pair[0].isspace()]
        offsets = [offset for _, offset in tokens]
        doc._.reported_speech = tuple(
            _sentence(tokens, offsets, marks, start, end, base)
            for start, end in sentences.split(text, 0, len(text))
        )
        return doc


def _sentence(
    tokens: list[tuple[str, int]], offsets: list[int], marks: list[tuple[int, str]], start: int, end: int, base: int
) -> Sentence:
    first, last = bisect_left(offsets, start), bisect_left(offsets, end)
    texts = [text for text, _ in tokens[first:last]]
    words = Words(texts, [text.lower() for text in texts], [base + offset for offset in offsets[first:last]])
    low, high = bisect_left(marks, (start, "")), bisect_left(marks, (end, ""))
    cues: list[Cue] = [(name, bisect_left(offsets, offset) - first) for offset, name in marks[low:high]]
    return read_sentence(words, base + start, base + end, cues)


@Language.factory("reported_speech")
def make_reported_speech(nlp: Language, name: str) -> ReportedSpeech:
    """Make the component for ``nlp``; called by spaCy."""
    if not Doc.has_extension("reported_speech"):
        Doc.set_extension("reported_speech", default=())
    return ReportedSpeech(nlp)


_MOST_STRINGS = 100_000
"""Strings that the pipeline may have learnt before a fresh one takes its place, so that an archive fits in memory."""


@cache
def pipeline() -> Language:
    """Return the blank English pipeline with the component, made once."""
    nlp = blank("en")
    nlp.max_length = 1 << 40  # its limit guards trained models, whose memory grows with the text; a tokenizer needs none
    nlp.add_pipe("reported_speech")
    return nlp


def read(text: str, start: int, end: int) -> list[Sentence]:
    """Read the paragraph ``text[start:end]``."""
    nlp = pipeline()
    if len(nlp.vocab.strings) > _MOST_STRINGS:
        pipeline.cache_clear()
        nlp = pipeline()
    paragraph = text[start:end]
    doc = nlp.make_doc(paragraph)
    doc.user_data.update(text=paragraph, offset=start)
    return list(nlp(doc)._.reported_speech)
