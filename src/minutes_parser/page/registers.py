"""The registers behind the business: actions, decisions, questions, promises, abbreviations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from minutes_parser.models import Commitment, Exchange, ExchangeStatus, Minutes
from minutes_parser.page.business import Business
from minutes_parser.page.marks import bookmark
from minutes_parser.page.setting import Setting, apart, label, optional, value
from minutes_parser.styled import Paragraph, Run, Table
from minutes_parser.styled import names as n
from minutes_parser.styled.escapes import NONE, NOT_RECORDED, encode, fold

OUTCOMES: dict[ExchangeStatus, str] = {
    "answered": "Answered", "partly": "Partly answered", "declined": "Declined", "deferred": "Deferred",
    "unanswered": "Unanswered",
}  # fmt: skip


class Column(NamedTuple):
    """A column of a register."""

    words: str
    style: str
    """Of the values in it."""
    width: int
    always: bool = False
    """It stands there even where no row has a value in it."""


_REFERENCE = Column("Ref", n.REFERENCE, 8, True)


def register(columns: Sequence[Column], rows: Sequence[Sequence[Sequence[Run]]], title: str) -> Table:
    """Return a register without the columns in which no row has anything."""
    kept = [
        index
        for index, column in enumerate(columns)
        if column.always or any(run.text != NONE for row in rows for run in row[index])
    ]
    head = [Paragraph(n.REGISTER_HEAD, (Run(columns[index].words, columns[index].style),)) for index in kept]
    body = [[Paragraph(n.REGISTER, tuple(row[index])) for index in kept] for row in rows]
    cells = tuple(tuple((cell,) for cell in row) for row in [head, *body])
    return Table(cells, tuple(columns[index].width for index in kept), title)


def heading(words: str) -> Paragraph:
    """Return the heading of something that is no section of the business."""
    return Paragraph(n.HEADING, (label(words),))


class Registers:
    """Lays out the registers of one record."""

    def __init__(self, minutes: Minutes, setting: Setting, business: Business, named: frozenset[str]) -> None:
        """Take the record, how its business was laid out, and the names of the bookmarks in that."""
        self.named = named
        self.minutes = minutes
        self.setting = setting
        self.business = business

    def paragraphs(self) -> Iterator[Paragraph | Table]:
        """Yield all registers that have anything in them."""
        for words, columns, rows in (
            self._actions(), self._decisions(), self._exchanges(), self._commitments(), self._abbreviations(),
        ):  # fmt: skip
            if rows:
                yield heading(words)
                yield register(columns, rows, words)

    def _actions(self) -> tuple[str, list[Column], list[list[list[Run]]]]:
        """Return the actions; owners and times are shown here again, as they stand with each action."""
        rows = []
        for number, action in enumerate(self.minutes.actions, 1):
            tag = f"A{number}"
            due = self.setting.due(action.due, n.DUE) if action.due else []
            owners = [
                [run._replace(name="", refers=run.name) for run in owner] for owner in self.business.owners(tag, action)
            ]
            state = Run("Done" if action.done else "Open", n.STATE, refers=bookmark(tag, "status"))
            due_again = [Run(due[0].text if due else NOT_RECORDED, n.DUE, refers=bookmark(tag, "due")), *due[1:]]
            rows.append(
                [[Run(tag, n.REFERENCE)], [self._copy(tag, action.text)], apart(owners, ", "), due_again, [state]]
            )
        columns = [
            _REFERENCE, Column("Action", n.COPY, 44), Column("Owner", n.OWNER, 19, True), Column("Due", n.DUE, 19, True),
            Column("Status", n.STATE, 10),
        ]  # fmt: skip
        return "Summary of actions", columns, rows

    def _decisions(self) -> tuple[str, list[Column], list[list[list[Run]]]]:
        rows = [
            [
                [Run(f"D{number}", n.REFERENCE)],
                [self._copy(f"D{number}", decision.text)],
                self.setting.party(decision.moved_by, n.MOVER),
                self.setting.party(decision.seconded_by, n.SECONDER),
                optional(decision.vote, n.VOTE),
            ]
            for number, decision in enumerate(self.minutes.decisions, 1)
        ]
        columns = [
            _REFERENCE, Column("Decision", n.COPY, 44), Column("Moved by", n.MOVER, 16), Column("Seconded by", n.SECONDER, 16),
            Column("Vote", n.VOTE, 16),
        ]  # fmt: skip
        return "Decisions", columns, rows

    def _exchanges(self) -> tuple[str, list[Column], list[list[list[Run]]]]:
        rows = [self._exchange(f"Q{number}", exchange) for number, exchange in enumerate(self.minutes.exchanges, 1)]
        columns = [
            _REFERENCE, Column("Question", n.COPY, 38), Column("Asked by", n.ASKER, 14, True),
            Column("Put to", n.ADDRESSEE, 12), Column("Answered by", n.SPEAKER, 16, True), Column("Outcome", n.OUTCOME, 12, True),
        ]  # fmt: skip
        return "Questions and answers", columns, rows

    def _exchange(self, tag: str, exchange: Exchange) -> list[list[Run]]:
        answers = [
            [Run(f"{tag}.{turn}", n.REFERENCE), label(" "), *self.setting.party(answer.speaker, n.SPEAKER)]
            for turn, answer in enumerate(exchange.answers, 1)
        ]
        return [
            [Run(tag, n.REFERENCE)],
            [self._copy(tag, exchange.question.text)],
            self.setting.party(exchange.question.asker, n.ASKER),
            self.setting.party(exchange.question.addressee, n.ADDRESSEE),
            apart(answers, ", ") or [label(NONE)],
            [Run(OUTCOMES[exchange.status], n.OUTCOME)],
        ]

    def _commitments(self) -> tuple[str, list[Column], list[list[list[Run]]]]:
        rows = [self._commitment(f"C{number}", item) for number, item in enumerate(self.minutes.commitments, 1)]
        columns = [
            _REFERENCE, Column("Promise", n.COPY, 52), Column("By", n.OWNER, 20, True), Column("When", n.DUE, 20),
        ]  # fmt: skip
        return "Promises made in the discussion", columns, rows

    def _commitment(self, tag: str, item: Commitment) -> list[list[Run]]:
        owners = [self.setting.party(owner, n.OWNER) for owner in item.owners] or [[Run(NONE, n.OWNER)]]
        due = self.setting.due(item.due, n.DUE) if item.due else [Run(NONE, n.DUE)]
        return [[Run(tag, n.REFERENCE)], [self._copy(tag, item.text)], apart(owners, ", "), due]

    def _abbreviations(self) -> tuple[str, list[Column], list[list[list[Run]]]]:
        rows = [
            [[value(item.term, n.TERM)], [value(item.expansion, n.EXPANSION)]] for item in self.minutes.abbreviations
        ]
        return "Abbreviations", [Column("Term", n.TERM, 20, True), Column("Stands for", n.EXPANSION, 80, True)], rows

    def _copy(self, tag: str, text: str) -> Run:
        """Return the words of a thing to be shown again, where they stand in one piece."""
        name = bookmark(tag)
        return Run(encode(fold(text)), n.COPY, refers=name if name in self.named else "")
