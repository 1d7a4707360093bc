"""The component in a pipeline of others, and sentences cut and read when they are asked about."""

from __future__ import annotations

import gc
import random

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from minutes_parser import parse
from minutes_parser.language import Reading, component
from minutes_parser.language.sentence import Sentence
from minutes_parser.readers.text import from_text

TEXT = (
    "MK thanked the volunteers.  The Chair asked the\nClerk whether it can't wait. Cllr. Vane (JV) will ring the bank."
)


@Language.component("count_words")
def count_words(doc: Doc) -> Doc:
    doc.user_data["count"] = len(doc)
    return doc


def told(sentence: Sentence) -> tuple:
    return sentence.acts, sentence.question, sentence.subject, sentence.person, sentence.predicate, sentence.complement


def test_the_component_stands_in_the_pipelines_of_others() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("count_words")
    nlp.add_pipe("reported_speech", first=True)
    doc = nlp(TEXT)
    assert doc.user_data["count"] == len(doc)
    _, asks, promises = doc._.reported_speech
    assert [TEXT[slice(*span)] for span in (asks.question.speaker, asks.question.addressee, promises.subject)] == [
        "The Chair", "the\nClerk", "Cllr. Vane (JV)",
    ]  # fmt: skip
    assert [act.kind for act in promises.acts] == ["promises"]
    first, second = nlp.pipe([TEXT, "TR asked why."])
    assert len(first._.reported_speech) == 3
    assert second._.reported_speech[0].question.speaker == (0, 2)


def test_a_reading_says_what_the_component_says() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("reported_speech")
    read = Reading(TEXT).sentences(0, len(TEXT))
    assert [told(one) for one in read] == [told(one) for one in nlp(TEXT)._.reported_speech]


def test_a_sentence_is_the_same_for_whoever_asks() -> None:
    reading = Reading(TEXT)
    assert reading.sentences(0, len(TEXT))[1] is reading.sentences(28, len(TEXT))[0]


def test_words_learnt_do_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    component._cutter.cache_clear()
    Reading("MK will.").sentences(0, 8)[0].acts  # noqa: B018 (reading is the deed)
    most = len(component._cutter()._language.vocab.strings) + 500
    monkeypatch.setattr(component, "_MOST_STRINGS", most)
    letters = random.Random(7)
    for _ in range(60):
        text = " ".join("".join(letters.choices("abcdefgh", k=9)) for _ in range(40))
        assert Reading(text).sentences(0, len(text))[0].question is None
        assert len(component._cutter()._language.vocab.strings) <= most + 100
        assert len(component._cutter()._known) <= 600
    component._cutter.cache_clear()


def test_letters_whose_lower_case_is_ascii_are_known_in_lower_case() -> None:
    alone = {chr(code) for code in range(128, 0x110000) if chr(code).lower()[0].isascii()}
    assert alone == {"İ", "\u212a"}
    assert all(len(chr(code).lower()) == 1 for code in range(0x110000) if chr(code) != "İ")
    assert from_text("Aſk. AS\u212a. İ aSK", "-").low == "a?k. ask. i ask"


def test_sentences_are_freed_with_their_document() -> None:
    def kept() -> int:
        return sum(isinstance(one, Sentence) for one in gc.get_objects())

    gc.collect()
    gc.disable()
    try:
        before = kept()
        parse(
            "Minutes of the Weir Club, 3 May 2024\n\n1. Boats\n\nMr Hill asked who rows. Ms Orr said that she will.\n"
        )
        assert kept() == before
    finally:
        gc.enable()
