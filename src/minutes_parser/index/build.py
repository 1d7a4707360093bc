"""Bringing an index up to date with an archive: what has changed is read anew, what is gone is removed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from minutes_parser import collector
from minutes_parser.batch.records import Stored
from minutes_parser.index.rows import Rows
from minutes_parser.models import SCHEMA_VERSION
from minutes_parser.source import MinutesError

_OFTEN = 200
"""Documents after which the work is kept: a run that is killed loses no more, and goes on where it was."""


@dataclass
class Changes:
    """What a run did."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    failures: list[tuple[str, str]] = field(default_factory=list)
    """Path and message of what could not be read; what was known of it before is removed."""

    @property
    def seen(self) -> int:
        """How many documents were looked at."""
        return self.added + self.changed + self.unchanged + len(self.failures)


def update(db: sqlite3.Connection, stored: Sequence[Stored], watch: Callable[[Changes], None]) -> Changes:
    """Make ``db`` hold the records of what is ``stored``, and nothing else; ``watch`` is called after each."""
    known = {path: (row, sha256) for row, path, sha256 in db.execute("SELECT id, path, sha256 FROM meetings")}
    changes, rows = Changes(), Rows(db)
    for number, item in enumerate(stored, 1):
        _take(db, rows, item, *known.pop(item.path, (0, "")), changes)
        watch(changes)
        collector.settle()
        if not number % _OFTEN:
            db.commit()
    for row, _ in known.values():
        _remove(db, row)
    changes.removed = len(known)
    _forget(db)
    db.commit()
    if changes.seen != changes.unchanged or changes.removed:
        db.execute("INSERT INTO entries_fts(entries_fts) VALUES ('optimize')")
        db.commit()
        db.execute("VACUUM")
    return changes


def _take(db: sqlite3.Connection, rows: Rows, item: Stored, row: int, sha256: str, changes: Changes) -> None:
    """Add one record, in the place of an older one of the same path."""
    try:
        data, digest = item.read()
        digest = f"{digest}-{SCHEMA_VERSION}"
        if row and digest == sha256:
            changes.unchanged += 1
            return
        minutes = item.minutes(data)
    except MinutesError as error:
        changes.failures.append((item.path, str(error).removeprefix(f"{item.path}: ")))
        if row:
            _remove(db, row)
        return
    if row:
        _remove(db, row)
    rows.add(item.path, digest, minutes)
    changes.added += not row
    changes.changed += bool(row)


def _remove(db: sqlite3.Connection, row: int) -> None:
    db.execute("DELETE FROM meetings WHERE id = ?", (row,))


def _forget(db: sqlite3.Connection) -> None:
    """Remove the people and bodies of whom no meeting tells any more."""
    db.execute("DELETE FROM people WHERE id NOT IN (SELECT person_id FROM attendees)")
    db.execute(
        "DELETE FROM bodies WHERE id NOT IN (SELECT body_id FROM meetings WHERE body_id IS NOT NULL)"
        " AND id NOT IN (SELECT body_id FROM people WHERE body_id IS NOT NULL)"
    )
