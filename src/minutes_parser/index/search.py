"""Searching an index."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass
from typing import NamedTuple

from minutes_parser.source import MinutesError

MARKS = ("\x02", "\x03")
"""What stands before and behind words that were looked for."""
_TERM = re.compile(r'"([^"]*)"|(\S+)')
_WORDS = 32
"""Words that the excerpt of a hit holds at most."""


class Hit(NamedTuple):
    """Something that was found."""

    kind: str
    code: str | None
    text: str
    """An excerpt, with ``MARKS`` around what was looked for."""
    people: str | None
    section: str | None
    body: str | None
    date: str | None
    path: str


@dataclass(frozen=True)
class Filters:
    """What hits must be beside; parts of names, in capitals or not, and ISO dates."""

    body: str | None = None
    person: str | None = None
    kind: str | None = None
    since: str | None = None
    until: str | None = None


def search(db: sqlite3.Connection, query: str, filters: Filters, limit: int) -> list[Hit]:
    """Return the best hits, best first (BM25), then by day and place; raise ``MinutesError`` for a query without words.

    All words must stand in an entry, in any form of theirs; words in double quotes one after the other; 'plan*' finds what
    begins so.
    """
    conditions = {
        "bodies.name LIKE ? ESCAPE '!'": _part(filters.body), "entries.people LIKE ? ESCAPE '!'": _part(filters.person),
        "entries.kind = ?": filters.kind, "meetings.date >= ?": filters.since, "meetings.date <= ?": filters.until,
    }  # fmt: skip
    asked = {condition: value for condition, value in conditions.items() if value}
    where = "".join(f" AND {condition}" for condition in asked)
    found = db.execute(
        f"""SELECT entries.kind, entries.code, snippet(entries_fts, 0, ?, ?, '…', {_WORDS}), entries.people, entries.section,
                bodies.name, meetings.date, meetings.path
            FROM entries_fts JOIN entries ON entries.id = entries_fts.rowid JOIN meetings ON meetings.id = entries.meeting_id
                LEFT JOIN bodies ON bodies.id = meetings.body_id
            WHERE entries_fts MATCH ?{where}
            ORDER BY bm25(entries_fts), meetings.date DESC, meetings.path, entries.id LIMIT ?""",
        (*MARKS, match(query), *asked.values(), limit),
    )
    return [Hit(*row) for row in found]


def match(query: str) -> str:
    """Return what a person typed as an expression of FTS5, in which nothing but a final star is an operator."""
    terms = []
    for phrase, word in _TERM.findall(query):
        words = re.sub(r"[^\w’'-]+", " ", phrase or word).strip()
        if words.strip("’'- "):
            terms.append(f'"{words}"' + ("*" if word.endswith("*") else ""))
    if not terms:
        raise MinutesError(f"'{query}': holds no word to look for; name one")
    return " ".join(terms)


def _part(text: str | None) -> str | None:
    """Return the pattern of what holds ``text``."""
    return f"%{re.sub('([!%_])', r'!' + chr(92) + '1', text)}%" if text else None
