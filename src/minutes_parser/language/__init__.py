"""Who said what to whom: sentences of running text and the speech acts they report.

The only home of spaCy. Its import costs more than half a second, so it waits for the first sentence that is cut into
words by spaCy's English tokenizer. What we do with the words is a component, too, which others can add to theirs::

    import spacy, minutes_parser.language.component
    nlp = spacy.blank("en")
    nlp.add_pipe("reported_speech")
    nlp("The Chair asked whether it was safe.")._.reported_speech[0].acts[0].speaker

Its sentences, like those of the ``Reading`` that the stages share, are read by the same rules when they are asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from minutes_parser.language.acts import Act, Span
from minutes_parser.language.phrases import Words
from minutes_parser.language.sentence import Sentence
from minutes_parser.sentences import split

if TYPE_CHECKING:
    from minutes_parser.language.component import Cutter
    from minutes_parser.language.model import Model

__all__ = ["Act", "Reading", "Sentence"]


class Reading:
    """The sentences of one document; each is made once, for whoever asks."""

    def __init__(self, text: str, model: str | None = None) -> None:
        """Keep the text, to which all offsets refer, and the name of the model to ask beside the patterns."""
        self._text, self._cut = text, _Knife(text, model).cut
        self._known: dict[Span, Sentence] = {}
        self._spans: dict[Span, list[Span]] = {}

    def sentences(self, start: int, end: int) -> list[Sentence]:
        """Return the sentences of the paragraph ``text[start:end]``."""
        found: list[Sentence] = []
        known, cut = self._known, self._cut
        for span in self.spans(start, end):
            sentence = known.get(span)
            if sentence is None:
                sentence = known[span] = Sentence(span[0], span[1], cut)
            found.append(sentence)
        return found

    def spans(self, start: int, end: int) -> list[Span]:
        """Return the offsets of the sentences of the paragraph ``text[start:end]``."""
        found = self._spans.get((start, end))
        if found is None:
            found = self._spans[start, end] = split(self._text, start, end, one_paragraph=True)
        return found

    def sentence(self, start: int, end: int) -> Sentence:
        """Return the sentence at these offsets, which are among the ``spans`` of a paragraph."""
        found = self._known.get((start, end))
        if found is None:
            found = self._known[start, end] = Sentence(start, end, self._cut)
        return found


class _Knife:
    """Cuts sentences of a text into words.

    It stands apart from the reading, which keeps the sentences: they keep it, and what keeps one another in a circle
    is not freed at the end of a document, but waits for a search through all of memory.
    """

    def __init__(self, text: str, model: str | None) -> None:
        self._text, self._name = text, model
        self._cutter: Cutter | None = None
        self._model: Model | None = None

    def cut(self, start: int, end: int) -> Words:
        """Return the words between the offsets."""
        if self._cutter is None:
            from minutes_parser.language import component

            if self._name:
                from minutes_parser.language.model import load

                self._model = load(self._name)
            self._cutter = component.cutter()
        forms = self._cutter.forms(self._text[start:end].split())
        return Words(forms[::2], forms[1::2], self._text, start, self._model)
