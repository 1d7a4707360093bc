"""What is marked in the text: each value of the record at its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from minutes_parser.models import Due, Meeting, Minutes, Party, Span

MEETING = ("title", "body", "date", "start_time", "end_time", "venue", "chair", "minute_taker", "next_meeting")


class Mark(NamedTuple):
    """A stretch of the text that belongs to an entry of the record."""

    start: int
    end: int
    entry: str
    """Id of the entry in the page."""
    kind: str
    part: str = ""
    """Which part of the entry it is, where it lies within another: 'who' or 'due'."""
    text: str = ""
    """The characters, white space folded, where the record holds them."""


def marks(minutes: Minutes) -> list[Mark]:
    """Return the marks of all that the record quotes, headings and what was not read left out."""
    return [
        *_meeting(minutes.meeting),
        *(_mark(person.span, person.id, "attendee") for person in minutes.attendees),
        *_tasks(minutes),
        *_exchanges(minutes),
        *_decisions(minutes),
        *(_mark(term.span, f"b{number}", "abbreviation") for number, term in enumerate(minutes.abbreviations, 1)),
        *(_mark(it.span, f"n{number}", "note") for number, it in enumerate(minutes.diagnostics, 1) if it.span),
    ]


def _mark(span: Span, entry: str, kind: str, part: str = "", text: str = "") -> Mark:
    return Mark(span.start, span.end, entry, kind, part, text)


def _meeting(meeting: Meeting) -> Iterator[Mark]:
    for name in MEETING:
        value = getattr(meeting, name)
        if value is not None:
            yield _mark(value.span, f"m-{name}", "meeting", text=value.text)


def _tasks(minutes: Minutes) -> Iterator[Mark]:
    for kind, tasks in (("action", minutes.actions), ("commitment", minutes.commitments)):
        for task in tasks:
            yield _mark(task.span, task.id, kind, text=task.text)
            yield from _within(task.id, kind, task.owners, task.due)


def _exchanges(minutes: Minutes) -> Iterator[Mark]:
    for exchange in minutes.exchanges:
        question = exchange.question
        yield _mark(question.span, exchange.id, "question", text=question.text)
        yield from _within(exchange.id, "question", (question.asker, question.addressee))
        for answer in exchange.answers:
            yield _mark(answer.span, exchange.id, "answer", text=answer.text)
            yield from _within(exchange.id, "answer", (answer.speaker,))


def _decisions(minutes: Minutes) -> Iterator[Mark]:
    for decision in minutes.decisions:
        yield _mark(decision.span, decision.id, "decision", text=decision.text)
        yield from _within(decision.id, "decision", (decision.moved_by, decision.seconded_by))


def _within(entry: str, kind: str, parties: Iterable[Party | None], due: Due | None = None) -> Iterator[Mark]:
    for party in parties:
        if party:
            yield _mark(party.span, entry, kind, "who", party.text)
    if due:
        yield _mark(due.span, entry, kind, "due", due.text)
