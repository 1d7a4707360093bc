"""Who said what to whom: sentences of running text and the speech acts they report.

The only home of spaCy. Its import costs more than half a second, so it waits for the first call of ``read``. The
pipeline is a blank English tokenizer and one component of ours, ``reported_speech``, which others can add to theirs::

    import spacy, minutes_parser.language.component
    nlp = spacy.blank("en")
    nlp.add_pipe("reported_speech")
    nlp("The Chair asked whether it was safe.")._.reported_speech[0].acts[0].speaker
"""

from __future__ import annotations

from minutes_parser.language.acts import Act, Sentence

__all__ = ["Act", "Sentence", "read"]


def read(text: str, start: int, end: int) -> list[Sentence]:
    """Return the sentences of the paragraph ``text[start:end]``; all offsets are those of ``text``."""
    from minutes_parser.language import component

    return component.read(text, start, end)
