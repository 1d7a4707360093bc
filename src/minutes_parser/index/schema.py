"""The tables of an index, and opening one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from minutes_parser.source import MinutesError

APPLICATION = 0x6D696E75
"""What ``PRAGMA application_id`` says of an index: 'minu'."""
VERSION = 1
"""What ``PRAGMA user_version`` says: raised where the tables change."""

_PASSAGE = """
    id INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL REFERENCES meetings(id) ON DELETE CASCADE,
    section_id INTEGER REFERENCES sections(id) ON DELETE CASCADE,
    code TEXT NOT NULL,"""
_TASK = f"""{_PASSAGE}
    text TEXT NOT NULL,
    due TEXT,
    due_earliest TEXT,
    due_latest TEXT,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL"""

_TABLES = f"""
CREATE TABLE bodies (
    id INTEGER PRIMARY KEY,
    "key" TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL
);
CREATE TABLE people (
    id INTEGER PRIMARY KEY,
    body_id INTEGER REFERENCES bodies(id),
    "key" TEXT NOT NULL,
    name TEXT NOT NULL
);
CREATE TABLE meetings (
    id INTEGER PRIMARY KEY,
    label TEXT NOT NULL,
    body_id INTEGER REFERENCES bodies(id),
    date TEXT,
    start_time TEXT,
    end_time TEXT,
    title TEXT,
    venue TEXT,
    chair TEXT,
    minute_taker TEXT,
    next_meeting TEXT,
    path TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL,
    tool TEXT NOT NULL
);
CREATE TABLE attendees (
    id INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL REFERENCES meetings(id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES people(id),
    name TEXT NOT NULL,
    honorific TEXT,
    role TEXT,
    organisation TEXT,
    abbreviation TEXT,
    status TEXT NOT NULL
);
CREATE TABLE sections (
    id INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL REFERENCES meetings(id) ON DELETE CASCADE,
    parent_id INTEGER REFERENCES sections(id) ON DELETE CASCADE,
    label TEXT NOT NULL,
    number TEXT,
    title TEXT,
    level INTEGER NOT NULL,
    text TEXT NOT NULL
);
CREATE TABLE actions ({_TASK},
    done INTEGER NOT NULL
);
CREATE TABLE commitments ({_TASK}
);
CREATE TABLE owners (
    id INTEGER PRIMARY KEY,
    action_id INTEGER REFERENCES actions(id) ON DELETE CASCADE,
    commitment_id INTEGER REFERENCES commitments(id) ON DELETE CASCADE,
    person_id INTEGER REFERENCES people(id),
    name TEXT NOT NULL,
    as_written TEXT NOT NULL
);
CREATE TABLE exchanges ({_PASSAGE}
    question TEXT NOT NULL,
    asker TEXT,
    asker_id INTEGER REFERENCES people(id),
    addressee TEXT,
    addressee_id INTEGER REFERENCES people(id),
    status TEXT NOT NULL
);
CREATE TABLE answers (
    id INTEGER PRIMARY KEY,
    exchange_id INTEGER NOT NULL REFERENCES exchanges(id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    speaker TEXT,
    speaker_id INTEGER REFERENCES people(id)
);
CREATE TABLE decisions ({_PASSAGE}
    text TEXT NOT NULL,
    moved_by TEXT,
    moved_by_id INTEGER REFERENCES people(id),
    seconded_by TEXT,
    seconded_by_id INTEGER REFERENCES people(id),
    vote TEXT
);
CREATE TABLE entries (
    id INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL REFERENCES meetings(id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    code TEXT,
    section TEXT,
    people TEXT,
    text TEXT NOT NULL
);
CREATE UNIQUE INDEX people_of_bodies ON people(coalesce(body_id, 0), "key");
CREATE INDEX meetings_by_date ON meetings(body_id, date);
CREATE VIRTUAL TABLE entries_fts USING fts5(text, content='entries', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2');
CREATE TRIGGER entries_added AFTER INSERT ON entries BEGIN
    INSERT INTO entries_fts(rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER entries_removed AFTER DELETE ON entries BEGIN
    INSERT INTO entries_fts(entries_fts, rowid, text) VALUES ('delete', old.id, old.text);
END;
"""
_REFERRING = {
    "attendees": ("meeting_id", "person_id"), "sections": ("meeting_id", "parent_id"), "actions": ("meeting_id", "section_id"),
    "commitments": ("meeting_id", "section_id"), "owners": ("action_id", "commitment_id", "person_id"),
    "exchanges": ("meeting_id", "section_id", "asker_id", "addressee_id"), "answers": ("exchange_id", "speaker_id"),
    "decisions": ("meeting_id", "section_id", "moved_by_id", "seconded_by_id"), "entries": ("meeting_id",),
}  # fmt: skip
"""Columns that refer to another table: each has an index, as removing what they refer to looks for them."""
_VIEWS = """
CREATE VIEW action_register AS
    SELECT bodies.name AS body, meetings.date, actions.code, actions.text AS action,
        (SELECT group_concat(name, '; ') FROM owners WHERE action_id = actions.id) AS owner,
        actions.due, actions.due_latest, actions.done, sections.label AS section, meetings.path
    FROM actions JOIN meetings ON meetings.id = actions.meeting_id
        LEFT JOIN bodies ON bodies.id = meetings.body_id LEFT JOIN sections ON sections.id = actions.section_id;
CREATE VIEW decision_register AS
    SELECT bodies.name AS body, meetings.date, decisions.code, decisions.text AS decision, decisions.moved_by,
        decisions.seconded_by, decisions.vote, sections.label AS section, meetings.path
    FROM decisions JOIN meetings ON meetings.id = decisions.meeting_id
        LEFT JOIN bodies ON bodies.id = meetings.body_id LEFT JOIN sections ON sections.id = decisions.section_id;
CREATE VIEW questions_and_answers AS
    SELECT bodies.name AS body, meetings.date, exchanges.code, exchanges.asker, exchanges.question, exchanges.status,
        answers.speaker, answers.text AS answer, sections.label AS section, meetings.path
    FROM exchanges JOIN meetings ON meetings.id = exchanges.meeting_id LEFT JOIN answers ON answers.exchange_id = exchanges.id
        LEFT JOIN bodies ON bodies.id = meetings.body_id LEFT JOIN sections ON sections.id = exchanges.section_id;
CREATE VIEW attendance AS
    SELECT bodies.name AS body, people.name AS person, count(*) AS meetings,
        sum(attendees.status IN ('present', 'in_attendance')) AS attended, sum(attendees.status = 'apologies') AS apologies,
        min(meetings.date) AS first, max(meetings.date) AS last
    FROM attendees JOIN people ON people.id = attendees.person_id JOIN meetings ON meetings.id = attendees.meeting_id
        LEFT JOIN bodies ON bodies.id = people.body_id
    GROUP BY people.id;
"""


@contextmanager
def opened(path: Path, *, create: bool = False) -> Iterator[sqlite3.Connection]:
    """Open the index at ``path``; with ``create`` make it where there is none, and anew where it is of another version.

    Raises ``MinutesError`` where there is none, or where the file is something else.
    """
    if not create and not path.is_file():
        raise MinutesError(f"{path.name}: no such index; make one with minutes index ARCHIVE --db {path.name}")
    try:
        db = sqlite3.connect(path)
    except sqlite3.OperationalError as error:
        raise MinutesError(f"{path.name}: cannot be opened ({error}); check the folder and its rights") from None
    try:
        _check(db, path, create)
        db.execute("PRAGMA foreign_keys = ON")
        yield db
    except sqlite3.DatabaseError as error:
        raise MinutesError(f"{path.name}: cannot be used ({error}); remove it and index anew") from None
    finally:
        db.close()


def _check(db: sqlite3.Connection, path: Path, create: bool) -> None:
    """Make sure that the file is an index of this version, or make it one where that is asked for."""
    try:
        [application], [version] = (
            db.execute(f"PRAGMA {name}").fetchone() for name in ("application_id", "user_version")
        )
        [tables] = db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError:
        raise MinutesError(f"{path.name}: is no database; name another file") from None
    if tables and application != APPLICATION:
        raise MinutesError(f"{path.name}: is a database of something else; name another file")
    if tables and version == VERSION:
        return
    if not create:
        raise MinutesError(f"{path.name}: was made by another version of minutes; index anew")
    _make(db, anew=bool(tables))


def _make(db: sqlite3.Connection, *, anew: bool) -> None:
    if anew:
        names = db.execute(
            "SELECT type, name FROM sqlite_master WHERE type IN ('view', 'table') ORDER BY type DESC"
        ).fetchall()
        for kind, name in names:
            if name == "entries_fts" or not name.startswith(("sqlite_", "entries_fts")):
                db.execute(f'DROP {kind} IF EXISTS "{name}"')
    indexes = "".join(
        f"CREATE INDEX {table}_by_{column} ON {table}({column});\n"
        for table, columns in _REFERRING.items()
        for column in columns
    )
    db.executescript(
        f"BEGIN;{_TABLES}{indexes}{_VIEWS}PRAGMA application_id = {APPLICATION};PRAGMA user_version = {VERSION};COMMIT;"
    )
