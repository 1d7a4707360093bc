"""The meetings of an index as the register of actions looks at them."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator

from minutes_parser.register.held import Held, Task, reports


def held(db: sqlite3.Connection) -> Iterator[Held]:
    """Yield the meetings, in the order of their paths."""
    tasks, sections = _tasks(db), _sections(db)
    meetings = db.execute(
        "SELECT meetings.id, path, name, date FROM meetings LEFT JOIN bodies ON bodies.id = body_id ORDER BY path"
    )
    for row, path, body, date in meetings:
        yield Held(path, body, date, tuple(tasks[row]), reports(sections[row]))


def _tasks(db: sqlite3.Connection) -> dict[int, list[Task]]:
    owners: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for action, name, written in db.execute(
        "SELECT action_id, name, as_written FROM owners WHERE action_id ORDER BY id"
    ):
        owners[action].append((name, written))
    found: dict[int, list[Task]] = defaultdict(list)
    actions = db.execute(
        'SELECT actions.id, actions.meeting_id, code, actions.text, due, due_earliest, due_latest, done, label, "start", "end"'
        " FROM actions LEFT JOIN sections ON sections.id = section_id ORDER BY actions.id"
    )
    for row, meeting, code, text, due, earliest, latest, done, section, start, end in actions:
        names = tuple(name for name, _ in owners[row])
        written = "; ".join(dict.fromkeys(word for _, word in owners[row]))
        found[meeting].append(
            Task(code, text, names, written, due, earliest, latest, bool(done), section or "", start, end)
        )
    return found


def _sections(db: sqlite3.Connection) -> dict[int, list[tuple[int, int | None, str, list[str]]]]:
    found: dict[int, list[tuple[int, int | None, str, list[str]]]] = defaultdict(list)
    for row, meeting, parent, title, text in db.execute(
        "SELECT id, meeting_id, parent_id, title, text FROM sections ORDER BY id"
    ):
        found[meeting].append((row, parent, title or "", text.split("\n")))
    return found
