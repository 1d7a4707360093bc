"""A record as rows of the tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from minutes_parser import __version__
from minutes_parser.models import Action, Commitment, Minutes, Party
from minutes_parser.register.held import body_key
from minutes_parser.writers._lookup import Lookup


class Rows:
    """Writes the rows of one record after the other, and knows the bodies and people that there are."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """Write to ``db``."""
        self._db = db

    def add(self, path: str, sha256: str, minutes: Minutes) -> None:
        """Add the meeting of a record."""
        meeting, body = minutes.meeting, minutes.meeting.body
        date = meeting.date.value if meeting.date else None
        body_id = self._body(body.text) if body else None
        following = meeting.next_meeting.date if meeting.next_meeting else None
        label = " ".join(filter(None, (date, body.text if body else meeting.title.text if meeting.title else path)))
        known = Lookup(minutes)
        self._meeting = self._insert(
            "meetings", label=label, body_id=body_id, date=date,
            start_time=meeting.start_time.value if meeting.start_time else None,
            end_time=meeting.end_time.value if meeting.end_time else None,
            title=meeting.title.text if meeting.title else None, venue=meeting.venue.text if meeting.venue else None,
            chair=known.name(meeting.chair) or None, minute_taker=known.name(meeting.minute_taker) or None,
            next_meeting=following.value if following else None, path=path, sha256=sha256, tool=__version__,
        )  # fmt: skip
        self._known, self._people = known, self._attendees(minutes, body_id)
        self._sections = self._add_sections(minutes)
        self._add_tasks("action", minutes.actions)
        self._add_tasks("commitment", minutes.commitments)
        self._add_exchanges(minutes)
        self._add_decisions(minutes)

    def _attendees(self, minutes: Minutes, body_id: int | None) -> dict[str, int]:
        """Add the attendees; return which person each is."""
        people: dict[str, int] = {}
        for one in minutes.attendees:
            people[one.id] = person = self._person(one.name, body_id)
            self._insert(
                "attendees", meeting_id=self._meeting, person_id=person, name=one.name, honorific=one.honorific, role=one.role,
                organisation=one.organisation, abbreviation=one.abbreviation, status=one.status,
            )  # fmt: skip
        return people

    def _add_sections(self, minutes: Minutes) -> dict[str, int]:
        """Add the sections; return the row of each."""
        rows: dict[str, int] = {}
        for section in minutes.sections:
            label = " ".join(filter(None, (section.number, section.title))) or section.id
            text = "\n".join(block.text for block in section.blocks)
            rows[section.id] = self._insert(
                "sections", meeting_id=self._meeting, parent_id=rows.get(section.parent or ""), label=label,
                number=section.number, title=section.title, level=section.level, text=text,
            )  # fmt: skip
            self._entry("section", None, section.id, (), "\n".join(filter(None, (section.title, text))))
        return rows

    def _add_tasks(self, kind: str, tasks: Sequence[Action] | Sequence[Commitment]) -> None:
        for task in tasks:
            due = task.due
            done = {"done": int(task.done)} if isinstance(task, Action) else {}
            row = self._insert(
                f"{kind}s", meeting_id=self._meeting, section_id=self._section(task.section), code=task.id, text=task.text,
                due=due.text if due else None, due_earliest=due.earliest if due else None,
                due_latest=due.latest if due else None, start=task.span.start, end=task.span.end, **done,
            )  # fmt: skip
            for owner in task.owners:
                self._insert(
                    "owners",
                    **{f"{kind}_id": row},
                    person_id=self._of(owner),
                    name=self._known.name(owner),
                    as_written=owner.text,
                )
            self._entry(kind, task.id, task.section, task.owners, task.text)

    def _add_exchanges(self, minutes: Minutes) -> None:
        for one in minutes.exchanges:
            question = one.question
            row = self._insert(
                "exchanges", meeting_id=self._meeting, section_id=self._section(one.section), code=one.id,
                question=question.text, asker=self._name(question.asker), asker_id=self._of(question.asker),
                addressee=self._name(question.addressee), addressee_id=self._of(question.addressee), status=one.status,
            )  # fmt: skip
            self._entry("question", one.id, one.section, (question.asker, question.addressee), question.text)
            for answer in one.answers:
                self._insert(
                    "answers", exchange_id=row, text=answer.text, speaker=self._name(answer.speaker),
                    speaker_id=self._of(answer.speaker),
                )  # fmt: skip
                self._entry("answer", one.id, one.section, (answer.speaker,), answer.text)

    def _add_decisions(self, minutes: Minutes) -> None:
        for one in minutes.decisions:
            self._insert(
                "decisions", meeting_id=self._meeting, section_id=self._section(one.section), code=one.id, text=one.text,
                moved_by=self._name(one.moved_by), moved_by_id=self._of(one.moved_by),
                seconded_by=self._name(one.seconded_by), seconded_by_id=self._of(one.seconded_by), vote=one.vote,
            )  # fmt: skip
            self._entry("decision", one.id, one.section, (one.moved_by, one.seconded_by), one.text)

    def _entry(
        self, kind: str, code: str | None, section: str | None, parties: Sequence[Party | None], text: str
    ) -> None:
        self._insert(
            "entries", meeting_id=self._meeting, kind=kind, code=code, section=self._known.section(section) or None,
            people=self._known.names(parties) or None, text=text,
        )  # fmt: skip

    def _body(self, name: str) -> int:
        """Return the row of a body: the same for names that differ in capitals, spaces and their article alone."""
        return self._one("bodies", {"key": body_key(name)}, name)

    def _person(self, name: str, body_id: int | None) -> int:
        """Return the row of a person: the same for attendees of one body whose names differ in capitals and spaces alone."""
        return self._one("people", {"body_id": body_id, "key": " ".join(name.casefold().split())}, name)

    def _one(self, table: str, key: dict[str, int | str | None], name: str) -> int:
        where = " AND ".join(f'"{column}" IS ?' for column in key)
        found = self._db.execute(f"SELECT id FROM {table} WHERE {where}", tuple(key.values())).fetchone()
        return found[0] if found else self._insert(table, **key, name=name)

    def _of(self, party: Party | None) -> int | None:
        return self._people.get(party.attendee or "") if party else None

    def _name(self, party: Party | None) -> str | None:
        return self._known.name(party) or None

    def _section(self, id: str | None) -> int | None:
        return self._sections.get(id or "")

    def _insert(self, table: str, **values: int | str | None) -> int:
        columns, marks = ", ".join(f'"{name}"' for name in values), ", ".join("?" * len(values))
        row = self._db.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", tuple(values.values())).lastrowid
        assert row is not None  # an insert always has one
        return row
