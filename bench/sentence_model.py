"""A classifier of sentences, trained with spaCy: what ``train_sentences.py`` measures.

A model never sees the body it judges: documents are dealt into folds by body. Fixed seeds make it the same model
every time.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import spacy
from sentence_data import KINDS, Document, Example
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example as Lesson
from spacy.util import fix_random_seed, minibatch

SEED = 7
SHARED = 3
"""Bodies that must use a word for it to be told apart from others."""
_NGRAMS = {
    "@architectures": "spacy.TextCatBOW.v3",
    "exclusive_classes": False,
    "ngram_size": 2,
    "no_output_layer": False,
    "length": 65536,
}
_CNN = {
    "@architectures": "spacy.TextCatReduce.v1",
    "exclusive_classes": False,
    "use_reduce_first": True,
    "use_reduce_last": True,
    "use_reduce_max": True,
    "use_reduce_mean": True,
    "tok2vec": {
        "@architectures": "spacy.HashEmbedCNN.v2",
        "width": 48,
        "depth": 2,
        "embed_size": 1000,
        "window_size": 1,
        "maxout_pieces": 2,
        "subword_features": False,
        "pretrained_vectors": None,
    },
}


@dataclass(frozen=True, slots=True)
class Learner:
    """A way to learn: spaCy's architecture, passes over the sentences, rate, and whether it is told what the rules found."""

    model: dict
    passes: int
    rate: float
    rules: bool = False


LEARNERS = {
    "ngrams": Learner(_NGRAMS, 8, 0.01),
    "ngrams told": Learner(_NGRAMS, 8, 0.01, rules=True),
    "cnn": Learner(_CNN, 10, 0.002),
}


@dataclass(frozen=True, slots=True)
class Model:
    """What was learnt, and the words that it tells apart."""

    nlp: Language
    known: frozenset[str]


Scores = dict[int, dict[str, float]]
"""How likely each sentence, by its ``id``, is of each kind."""


def common(documents: Sequence[Document]) -> frozenset[str]:
    """Return the words that several bodies use: what one body alone says teaches nothing about the others."""
    users: dict[str, set[str]] = defaultdict(set)
    for document in documents:
        for token in {token for one in document.examples for token in one.tokens}:
            users[token].add(document.body)
    return frozenset(token for token, bodies in users.items() if len(bodies) >= SHARED)


def learn(documents: Sequence[Document], learner: Learner) -> Model:
    """Train ``textcat_multilabel`` on the sentences of the documents; the same documents give the same model."""
    fix_random_seed(SEED)
    nlp = spacy.blank("en")
    pipe = nlp.add_pipe("textcat_multilabel", config={"model": learner.model})
    for label in KINDS:
        pipe.add_label(label)  # type: ignore[attr-defined]
    known = common(documents)
    lessons = [
        Lesson.from_dict(
            _doc(nlp, one, learner, known), {"cats": {label: float(label in one.labels) for label in KINDS}}
        )
        for document in documents
        for one in document.examples
    ]
    optimizer = nlp.initialize(lambda: lessons[:200])
    optimizer.learn_rate = learner.rate
    order = random.Random(SEED)
    for _ in range(learner.passes):
        order.shuffle(lessons)
        for batch in minibatch(lessons, 64):
            nlp.update(batch, sgd=optimizer)
    return Model(nlp, known)


def judge(model: Model, documents: Sequence[Document], learner: Learner) -> Scores:
    """Return what the model makes of each sentence of the documents."""
    examples = [one for document in documents for one in document.examples]
    docs = model.nlp.pipe([_doc(model.nlp, one, learner, model.known) for one in examples])
    return {id(one): dict(doc.cats) for one, doc in zip(examples, docs, strict=True)}


def _doc(nlp: Language, one: Example, learner: Learner, known: frozenset[str]) -> Doc:
    told = [f"<rules:{label}>" for label in sorted(one.ruled)] if learner.rules else []
    told += [f"<hint:{label}>" for label in sorted(one.hinted)] if learner.rules else []
    return Doc(
        nlp.vocab,
        words=["<start>", *(token if token in known else "<rare>" for token in one.tokens[:120]), "<end>", *told],
    )


def dealt(documents: Sequence[Document], count: int) -> list[list[Document]]:
    """Deal the documents into folds of about the same size, those of one body into the same fold."""
    bodies: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        bodies[document.body].append(document)
    folds: list[list[Document]] = [[] for _ in range(min(count, len(bodies)))]
    sizes = Counter({body: sum(len(one.examples) for one in own) for body, own in bodies.items()})
    for body, _ in sizes.most_common():
        min(folds, key=lambda fold: sum(len(one.examples) for one in fold)).extend(bodies[body])
    return folds


def out_of_fold(documents: Sequence[Document], learner: Learner, count: int) -> Scores:
    """Judge every document by a model that has seen no other of its body."""
    scores: Scores = {}
    for fold in dealt(documents, count):
        rest = [document for document in documents if document not in fold]
        scores |= judge(learn(rest, learner), fold, learner)
    return scores
