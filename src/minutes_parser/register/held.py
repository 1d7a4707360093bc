"""A meeting as the register looks at it: its actions, and what it says of earlier ones."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from minutes_parser.models import Minutes
from minutes_parser.writers._lookup import Lookup, written

Id = TypeVar("Id")
_REPORTING = re.compile(
    r"\b(?:matters?|business|actions?|points?|items?)\s+arising\b|\bactions?\s+(?:from|log|list|tracker|register|review|update|"
    r"points?\s+from|status|outstanding)|\b(?:outstanding|previous|open|review\s+of|update\s+on|follow[- ]?up\s+(?:of|on))\s+"
    r"(?:the\s+)?(?:open\s+|previous\s+|outstanding\s+)?actions?\b|\b(?:previous|last)\s+(?:minutes|meeting)\b",
    re.IGNORECASE,
)
"""Headings under which minutes report on earlier meetings."""


@dataclass(frozen=True)
class Task:
    """An action of one meeting."""

    code: str
    """Its id in the record: 'A1'."""
    text: str
    owners: tuple[str, ...]
    """The attendees who are meant, or the mentions as written where it is not certain who is."""
    owner_as_written: str
    due_as_written: str | None
    due_earliest: str | None
    """ISO date."""
    due_latest: str | None
    """ISO date."""
    done: bool
    section: str
    start: int
    end: int


@dataclass(frozen=True)
class Held:
    """A meeting that was held."""

    path: str
    body: str | None
    date: str | None
    """ISO date."""
    tasks: tuple[Task, ...]
    reports: tuple[str, ...]
    """The blocks of the sections that report on earlier meetings."""

    @property
    def key(self) -> str:
        """The body, however its name is spaced and capitalised; empty where it is not known."""
        return body_key(self.body)


def body_key(name: str | None) -> str:
    """Return the name of a body as it is compared with others."""
    return " ".join((name or "").casefold().split()).removeprefix("the ")


def held(path: str, minutes: Minutes) -> Held:
    """Return the meeting of a record."""
    known, meeting = Lookup(minutes), minutes.meeting
    tasks = tuple(
        Task(
            action.id, action.text, tuple(known.names([owner]) for owner in action.owners), written(action.owners),
            action.due.text if action.due else None, action.due.earliest if action.due else None,
            action.due.latest if action.due else None, action.done, known.section(action.section),
            action.span.start, action.span.end,
        )
        for action in minutes.actions
    )  # fmt: skip
    parts = [
        (section.id, section.parent, section.title or "", [block.text for block in section.blocks])
        for section in minutes.sections
    ]
    return Held(
        path,
        meeting.body.text if meeting.body else None,
        meeting.date.value if meeting.date else None,
        tasks,
        reports(parts),
    )


def reports(sections: Iterable[tuple[Id, Id | None, str, list[str]]]) -> tuple[str, ...]:
    """Return the blocks under headings that report on earlier meetings; a section is id, parent, title and blocks."""
    reporting: set[Id | None] = set()
    found: list[str] = []
    for id, parent, title, blocks in sections:
        if parent in reporting or _REPORTING.search(title):
            reporting.add(id)
            found += blocks
    return tuple(found)
