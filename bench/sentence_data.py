"""Labelled sentences from annotated minutes: what ``train_sentences.py`` learns from and measures against.

An annotation is a YAML file ``NAME.gold.yaml`` beside its document, with ``document`` (its file name) and the lists
``exchanges`` (``question``; ``answers`` of ``first`` and ``last`` words), ``commitments`` and ``decisions`` (``quote``).
Names, numbers and capitals are masked before anything is learnt, so that no feature can hold whom a meeting names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

import yaml

from minutes_parser import file_bytes
from minutes_parser.language import Reading, Sentence
from minutes_parser.language import words as W
from minutes_parser.layout.outline import Outline
from minutes_parser.layout.verdicts import CUES
from minutes_parser.models import Minutes
from minutes_parser.pipeline import plan_of, read_plan
from minutes_parser.readers import read_bytes

KINDS = ("question", "answer", "commitment", "decision")
_WORD = re.compile(r"[a-z0-9]+(?:['’.][a-z0-9]+)*")
_DATED = re.compile(r"-?\d{4}(?:-\d\d)*.*")
_LEAST = 0.5
"""Share of words (multiset Jaccard) that makes two texts the same entry."""

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence from ``start`` to ``end``: its masked tokens, what it is, what rules say of it."""

    start: int
    end: int
    tokens: tuple[str, ...]
    labels: frozenset[str]
    """Kinds of the annotations that it is, or is a good part of."""
    ruled: frozenset[str]
    """Kinds of the record's entries that it is in."""
    hinted: frozenset[str]
    """Kinds of which it holds a weaker sign."""


@dataclass(frozen=True, slots=True)
class Document:
    """One annotated document: its sentences, the texts annotated and the ranges found by the rules, by kind."""

    name: str
    body: str
    text: str
    examples: list[Example]
    gold: dict[str, list[Counter[str]]]
    found: dict[str, list[Range]]
    tasks: list[Range]
    """The recorded actions, whose sentences are no commitments."""
    _bags: dict[Range, Counter[str]] = field(default_factory=dict, compare=False, repr=False)

    def bag(self, place: Range) -> Counter[str]:
        """Return the words of a range, counted; thresholds are tried on the same ranges again and again."""
        if place not in self._bags:
            self._bags[place] = Counter(words(self.text[slice(*place)]))
        return self._bags[place]


def load(corpus: Path) -> list[Document]:
    """Read every annotated document below ``corpus``, in the order of the names."""
    return [_document(path) for path in sorted(corpus.rglob("*.gold.yaml"))]


def words(text: object) -> list[str]:
    """Return the words of ``text`` in lower case."""
    return _WORD.findall(str(text or "").casefold())


def same(a: Counter[str], b: Counter[str]) -> float:
    """Return how much two bags of words have in common, from 0 to 1."""
    common = (a & b).total()
    return common / (a.total() + b.total() - common) if common else 0.0


def matches(gold: list[Counter[str]], found: list[Counter[str]]) -> int:
    """Return how many of ``found`` are one of ``gold`` each, the likest paired first."""
    pairs = ((same(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found))
    left, right = set[int](), set[int]()
    for likeness, i, j in sorted(pairs, key=lambda pair: (-pair[0], pair[1:])):
        if likeness >= _LEAST and i not in left and j not in right:
            left.add(i)
            right.add(j)
    return len(left)


def touches(place: Range, others: list[Range]) -> bool:
    """Whether a range overlaps one of the others."""
    return any(start < place[1] and place[0] < end for start, end in others)


def _document(path: Path) -> Document:
    gold = yaml.safe_load(path.read_text("utf-8"))
    plan = plan_of(read_bytes(*file_bytes(path.with_name(gold["document"]))))
    record, text = read_plan(plan), plan.source.text
    places = {kind: _places(text, quotes) for kind, quotes in _quotes(gold).items()}
    found = _found(record)
    sentences = list(_sentences(plan))
    examples = [_example(text, one, _names(record), places, found) for one in sentences]
    bags = {kind: [Counter(words(quote)) for quote in quotes] for kind, quotes in _quotes(gold).items()}
    answers = [Counter(words(text[one.start : one.end])) for one in examples if "answer" in one.labels]
    found["answer"] = [(one.start, one.end) for one in examples if "answer" in one.ruled]
    tasks = [(action.span.start, action.span.end) for action in record.actions]
    name = path.name.removesuffix(".gold.yaml")
    return Document(name, _DATED.sub("", name), text, examples, {**bags, "answer": answers}, found, tasks)


def _quotes(gold: dict) -> dict[str, list[str]]:
    exchanges = gold.get("exchanges") or []
    return {
        "question": [one["question"] for one in exchanges],
        "answer": [f"{a['first']}\0{a.get('last') or a['first']}" for one in exchanges for a in one.get("answers") or []],
        "commitment": [one["quote"] for one in gold.get("commitments") or []],
        "decision": [one["quote"] for one in gold.get("decisions") or []],
    }  # fmt: skip


def _found(record: Minutes) -> dict[str, list[Range]]:
    spans = {
        "question": [one.question.span for one in record.exchanges],
        "answer": [answer.span for one in record.exchanges for answer in one.answers],
        "commitment": [one.span for one in record.commitments],
        "decision": [one.span for one in record.decisions],
    }
    return {kind: [(span.start, span.end) for span in each] for kind, each in spans.items()}


def _places(text: str, quotes: list[str]) -> list[Range]:
    """Return where the quotes stand; of one that stands there several times, each time it is quoted the next place."""
    places: list[Range] = []
    for quote in quotes:
        first, _, last = quote.partition("\0")
        start = _place(text, first, 0, places)
        end = _place(text, last, start[0], []) if start and last else start
        if start and end:
            places.append((start[0], end[1]))
    return places


def _place(text: str, quote: str, begin: int, taken: list[Range]) -> Range | None:
    pattern = re.compile(r"\W{1,40}".join(map(re.escape, re.findall(r"\w+", quote)[:150])), re.IGNORECASE)
    found = [match.span() for match in pattern.finditer(text, begin) if match.end() > match.start()]
    return next((place for place in found if place not in taken), None)


def _sentences(plan: Outline) -> Iterator[Sentence]:
    reading = Reading(plan.source.text)
    for part in plan.parts:
        for block in part.blocks if part.kind in ("business", "front") else ():
            for place in block.cells or ((block.body, block.end),) if block.kind != "furniture" else ():
                yield from reading.sentences(*place)


def _example(text: str, one: Sentence, names: set[str], gold: dict, found: dict) -> Example:
    place = (one.start, one.end)
    acts, low = {act.kind for act in one.acts}, text[one.start : one.end].lower()
    hints = {
        "question": "asks" in acts or "?" in low,
        "answer": any(word in W.SAY for word in one.words.low),
        "commitment": bool({"promises", "requests"} & acts),
        "decision": any(cue in low for cue in CUES),
    }
    return Example(
        *place,
        tuple(mask(one.words.text, names)),
        frozenset(kind for kind in KINDS if any(_shares(place, other) for other in gold[kind])),
        frozenset(kind for kind in KINDS if any(_shares(place, other) for other in found[kind])),
        frozenset(kind for kind, hinted in hints.items() if hinted),
    )


def _shares(a: Range, b: Range) -> bool:
    """Whether the smaller of two ranges lies in the other for the better part."""
    common = min(a[1], b[1]) - max(a[0], b[0])
    return 2 * common > min(a[1] - a[0], b[1] - b[0])


def _names(record: Minutes) -> set[str]:
    said = [value for one in record.attendees for value in (one.name, one.abbreviation, *one.aliases) if value]
    return {word for value in said for word in value.split() if word[0].isupper()}


def mask(tokens: list[str], names: set[str]) -> list[str]:
    """Return the tokens in lower case, with classes in the place of names, numbers, capitals and words for people."""
    return [token for token, _ in groupby(_masked(token, first=not k, names=names) for k, token in enumerate(tokens))]


def _masked(token: str, *, first: bool, names: set[str]) -> str:
    low = token.lower()
    if low in W.ROLE or low in W.TITLE:
        return "<role>"
    if low in W.GROUP:
        return "<group>"
    if any(letter.isdigit() for letter in token):
        return "<number>"
    if token in names or (token[0].isupper() and not first and token != "I"):
        return "<name>"
    return low
