"""The measurement of a trained classifier: honest folds, masked words, the same table every time."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import pytest
import yaml

sys.path.insert(0, str(Path(__file__).parents[1] / "bench"))
import sentence_data
import sentence_model
import train_sentences

ASKED = "{who} asked whether the {what} had been repaired."
TOLD = "The Clerk replied that it was done in spring."
PROMISED = "{who} will write to the tenants."
DECIDED = "It was resolved to accept the {what} report."
TEXT = f"""Minutes of the {{body}}, 3 May 2023

Present: {{who}} (Chair), Ines Orrell (Clerk)

1. Repairs

{ASKED} {TOLD} {PROMISED} The sun shone.

2. Finance

{DECIDED}
"""
BODIES = {"brook": "Ada Linfoot", "chapel": "Otis Marden", "heath": "Wim Calloway", "quay": "Nell Tarrant"}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for body, who in BODIES.items():
        for what, day in (("pump", "2023-05-03"), ("fence", "2023-06-07")):
            said = {"body": f"{body.title()} Trust", "who": who, "what": what}
            (tmp_path / f"{body}-{day}.txt").write_text(TEXT.format_map(said))
            answer = {"speaker": "Clerk", "first": "The Clerk replied that it", "last": "was done in spring."}
            gold = {
                "document": f"{body}-{day}.txt",
                "exchanges": [{"question": ASKED.format_map(said), "answers": [answer]}],
                "commitments": [{"quote": PROMISED.format_map(said)}],
                "decisions": [{"quote": DECIDED.format_map(said)}],
            }
            (tmp_path / f"{body}-{day}.gold.yaml").write_text(yaml.safe_dump(gold))
    return tmp_path


def test_sentences_bear_the_labels_of_their_annotations(corpus):
    documents = sentence_data.load(corpus)
    assert {document.body for document in documents} == set(BODIES)
    for document in documents:
        labels = {document.text[one.start : one.end]: set(one.labels) for one in document.examples}
        assert labels[TOLD] == {"answer"}
        assert [set(one.labels) for one in document.examples if one.labels] == [
            {"question"}, {"answer"}, {"commitment"}, {"decision"},
        ]  # fmt: skip
        assert labels["The sun shone."] == set()


def test_what_is_learnt_holds_no_names(corpus):
    for document in sentence_data.load(corpus):
        learnt = {token for one in document.examples for token in one.tokens}
        assert not learnt & {word.lower() for word in BODIES[document.body].split()}
        assert {"<name>", "asked", "<role>"} <= learnt


def test_a_body_is_never_on_both_sides(corpus):
    folds = sentence_model.dealt(sentence_data.load(corpus), 3)
    bodies = [{document.body for document in fold} for fold in folds]
    assert sum(map(len, bodies)) == len(set.union(*bodies)) == len(BODIES)


def test_texts_are_paired_once():
    bags = [Counter(sentence_data.words(text)) for text in ("the pump was mended", "the roof leaks", "the roof leaks")]
    assert sentence_data.matches(bags[:2], bags) == 2


def test_the_table_is_the_same_every_time(corpus, capsys, monkeypatch):
    monkeypatch.setattr(sys, "argv", f"train --corpus {corpus} --models ngrams --folds 2 --apart quay".split())
    assert train_sentences.main() == 0
    table = capsys.readouterr().out
    assert "| question | rules | 1.000 | 1.000 | 1.000 | 1.000 | 1.000 | 1.000 |" in table
    assert train_sentences.main() == 0
    assert capsys.readouterr().out == table


def test_without_a_corpus_it_says_so(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["train", "--corpus", str(tmp_path / "none")])
    assert train_sentences.main() == 2
    assert "no annotated minutes" in capsys.readouterr().err
