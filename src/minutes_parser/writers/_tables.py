"""The parts of a record as tables, which csv and xlsx write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from minutes_parser.models import Due, Minutes
from minutes_parser.source import MinutesError
from minutes_parser.writers._lookup import Lookup, written

Cell = str | int | bool | date | None


@dataclass(frozen=True)
class Table:
    """Rows of equal length under the names of their columns."""

    name: str
    columns: tuple[str, ...]
    rows: list[list[Cell]]


def table(records: Iterable[Minutes], name: str) -> Table:
    """Return a part of the records as a table: 'actions', 'attendees', 'exchanges' or 'decisions'.

    Each row begins with the document and the day of the meeting, so that tables of many meetings can be put together,
    and ends with the place of the quote in the text that was read.
    """
    if name not in _PARTS:
        raise MinutesError(f"unknown table '{name}'; choose one of {', '.join(_PARTS)}")
    columns, rows = _PARTS[name]
    made: list[list[Cell]] = [
        [minutes.source.name, meeting_day(minutes), *row] for minutes in records for row in rows(minutes)
    ]
    return Table(name, ("document", "meeting_date", *columns), made)


def meeting_day(minutes: Minutes) -> date | None:
    """Return the day of the meeting, where the minutes settle it."""
    return day(minutes.meeting.date.value if minutes.meeting.date else None)


def day(value: str | None) -> date | None:
    """Return the day that an ISO date names."""
    return date.fromisoformat(value) if value else None


def _due(due: Due | None) -> list[Cell]:
    return [due.text, day(due.earliest), day(due.latest)] if due else [None, None, None]


def _actions(minutes: Minutes) -> Iterator[list[Cell]]:
    known = Lookup(minutes)
    for action in minutes.actions:
        yield [
            action.id, action.text, known.names(action.owners), written(action.owners), *_due(action.due), action.done,
            known.section(action.section), action.span.start, action.span.end,
        ]  # fmt: skip


def _attendees(minutes: Minutes) -> Iterator[list[Cell]]:
    for person in minutes.attendees:
        yield [
            person.id, person.name, person.honorific, person.role, person.organisation, person.abbreviation,
            person.status.replace("_", " "), person.span.start, person.span.end,
        ]  # fmt: skip


def _exchanges(minutes: Minutes) -> Iterator[list[Cell]]:
    known = Lookup(minutes)
    for exchange in minutes.exchanges:
        question, answers = exchange.question, exchange.answers
        yield [
            exchange.id, question.text, known.name(question.asker), known.name(question.addressee),
            "\n".join(answer.text for answer in answers), known.names(answer.speaker for answer in answers),
            exchange.status, known.section(exchange.section), question.span.start, question.span.end,
        ]  # fmt: skip


def _decisions(minutes: Minutes) -> Iterator[list[Cell]]:
    known = Lookup(minutes)
    for decision in minutes.decisions:
        yield [
            decision.id, decision.text, known.name(decision.moved_by), known.name(decision.seconded_by), decision.vote,
            known.section(decision.section), decision.span.start, decision.span.end,
        ]  # fmt: skip


_PLACE = ("start", "end")
_TASK = ("owner", "owner_as_written", "due_as_written", "due_earliest", "due_latest", "done")
_PARTS: dict[str, tuple[tuple[str, ...], Callable[[Minutes], Iterator[list[Cell]]]]] = {
    "actions": (("id", "action", *_TASK, "section", *_PLACE), _actions),
    "attendees": (
        ("id", "name", "honorific", "role", "organisation", "abbreviation", "status", *_PLACE),
        _attendees,
    ),
    "exchanges": (
        ("id", "question", "asker", "addressee", "answers", "answered_by", "status", "section", *_PLACE),
        _exchanges,
    ),
    "decisions": (("id", "decision", "moved_by", "seconded_by", "vote", "section", *_PLACE), _decisions),
}
