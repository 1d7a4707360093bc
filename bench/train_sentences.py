"""Train a classifier of sentences from annotated minutes, and measure whether it would help the rules.

    python bench/train_sentences.py --corpus FOLDER [--models NAME NAME] [--apart BODY,BODY] [--folds 6]

Every sentence may be a question, part of an answer, a commitment, a decision, several of these or none. What is measured
is always a model that has seen no minutes of the same body: the bodies are dealt into folds, and thresholds are chosen
on folds within the others. ``--apart`` shows the figures of some bodies by themselves, as of those that whoever wrote
the rules had not read. Seeds are fixed: the same corpus gives the same table. Leaves with 2 where there is no corpus.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

from sentence_data import KINDS, Document, Range, load, matches, touches
from sentence_model import LEARNERS, Learner, Scores, dealt, judge, learn, out_of_fold

INNER = 3
"""Folds within the training bodies on which thresholds are chosen."""
OFF = 1.01
GRID = (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


@dataclass(slots=True)
class Tally:
    """Right, found and annotated."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def add(self, other: Tally) -> None:
        self.right, self.found, self.gold = self.right + other.right, self.found + other.found, self.gold + other.gold

    @property
    def figures(self) -> tuple[float, float, float]:
        """Precision, recall and F1."""
        return (
            self.right / self.found if self.found else 0.0,
            self.right / self.gold if self.gold else 0.0,
            2 * self.right / (self.found + self.gold) if self.found + self.gold else 0.0,
        )


@dataclass(slots=True)
class Table:
    """Tallies by kind and way, of all documents and of those of the bodies apart."""

    apart: frozenset[str]
    rows: dict[tuple[str, str, bool], Tally] = field(default_factory=lambda: defaultdict(Tally))

    def add(self, kind: str, way: str, document: Document, tally: Tally) -> None:
        self.rows[kind, way, False].add(tally)
        if document.body in self.apart:
            self.rows[kind, way, True].add(tally)

    def lines(self) -> list[str]:
        lines = ["| kind | way | precision | recall | F1 |" + (" apart: P | R | F1 |" if self.apart else "")]
        lines.append("|---|---|---|---|---|" + ("---|---|---|" if self.apart else ""))
        for kind, way in dict.fromkeys(key[:2] for key in sorted(self.rows, key=lambda key: KINDS.index(key[0]))):
            values = [*self.rows[kind, way, False].figures]
            values += self.rows[kind, way, True].figures if self.apart else ()
            lines.append(f"| {kind} | {way} | " + " | ".join(f"{value:.3f}" for value in values) + " |")
        return lines


@dataclass(frozen=True, slots=True)
class Way:
    """A way to put rules and model together: from which thresholds the best are taken, and what is asked besides."""

    keeps: Sequence[float] = (0,)
    """What the model must make of an entry of the rules for it to stay."""
    takes: Sequence[float] = (OFF,)
    """What it must make of a sentence for it to be an entry by itself."""
    rules: bool = True
    hinted: bool = False
    """Whether only sentences with a weaker sign are taken."""


WAYS = {
    "rules": Way(),
    "model": Way(takes=GRID, rules=False),
    "both agree": Way(keeps=GRID),
    "either": Way(takes=GRID),
    "either, hinted": Way(takes=GRID, hinted=True),
    "weighed": Way(keeps=(0, *GRID[:6]), takes=(*GRID, OFF)),
}


def chosen(document: Document, kind: str, scores: Scores, way: Way, keep: float, take: float) -> list[Range]:
    """Return the rules' entries that the model finds likelier than ``keep``, and the sentences likelier than ``take``."""
    likely = [(one, scores[id(one)][kind]) for one in document.examples]
    found = document.found[kind] if way.rules else []
    sure = [(one.start, one.end) for one, score in likely if score >= keep]
    kept = [place for place in found if touches(place, sure)] if keep else list(found)
    barred = [*found, *(document.tasks if kind == "commitment" and way.rules else ())]
    for one, score in likely:
        place = (one.start, one.end)
        if score >= take and (not way.hinted or kind in one.hinted) and not touches(place, barred):
            kept.append(place)
    return kept


def tally(document: Document, kind: str, places: list[Range]) -> Tally:
    """Hold the chosen ranges against the annotations."""
    gold = document.gold[kind]
    return Tally(matches(gold, [document.bag(place) for place in places]), len(places), len(gold))


def tuned(documents: Sequence[Document], kind: str, way: Way, scores: Scores) -> tuple[float, float]:
    """Return the values of ``keep`` and ``take`` with the best F1 on the documents; the most careful of equals."""
    pairs = list(product(way.keeps, sorted(way.takes, reverse=True)))
    if len(pairs) == 1:
        return pairs[0]

    def f1(pair: tuple[float, float]) -> float:
        total = Tally()
        for document in documents:
            total.add(tally(document, kind, chosen(document, kind, scores, way, *pair)))
        return total.figures[2]

    return max(pairs, key=f1)


def measure(documents: Sequence[Document], learner: Learner, folds: int, apart: frozenset[str]) -> Table:
    """Fill the table: for every fold, thresholds from folds within the others, then a model of all the others."""
    table = Table(apart)
    for fold in dealt(documents, folds):
        rest = [document for document in documents if document not in fold]
        inner, outer = out_of_fold(rest, learner, INNER), judge(learn(rest, learner), fold, learner)
        for kind, (name, way) in product(KINDS, WAYS.items()):
            values = tuned(rest, kind, way, inner)
            for document in fold:
                places = chosen(document, kind, outer, way, *values)
                table.add(kind, name, document, tally(document, kind, places))
    return table


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--models", nargs="+", choices=LEARNERS, default=list(LEARNERS))
    parser.add_argument("--apart", default="", help="bodies (names of files up to the date) to show by themselves, too")
    parser.add_argument("--folds", type=int, default=6)
    args = parser.parse_args()
    documents = load(args.corpus)
    if len({document.body for document in documents}) < 4:
        print(f"train: no annotated minutes of four bodies or more (CORPUS=folder) at {args.corpus}", file=sys.stderr)
        return 2
    count = Counter(label for document in documents for one in document.examples for label in one.labels)
    total = sum(len(document.examples) for document in documents)
    print(f"{len(documents)} documents of {len({d.body for d in documents})} bodies, {total} sentences: {dict(count)}")
    for name in args.models:
        table = measure(documents, LEARNERS[name], args.folds, frozenset(filter(None, args.apart.split(","))))
        print(f"\n{name}\n", *table.lines(), sep="\n", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
