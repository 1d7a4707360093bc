"""Recorded actions with owners and due dates."""

from __future__ import annotations

from collections.abc import Callable

from minutes_parser import dates
from minutes_parser.layout.outline import Outline
from minutes_parser.layout.task import Task
from minutes_parser.layout.task_cues import TaskCues
from minutes_parser.layout.tasks import tasks
from minutes_parser.models import Action, Span
from minutes_parser.roster import Roster


def read(outline: Outline, roster: Roster, meeting_date: str | None) -> list[Action]:
    """Read them in document order."""
    nicknames = {attendee.name for attendee in roster.attendees if attendee.name.islower()}
    known, cues = _known(roster), TaskCues(outline, nicknames)
    found: dict[tuple[int, int], Task] = {}
    for part in outline.parts:
        if part.kind in ("front", "business"):
            for task in tasks(outline, part, known, cues):
                found.setdefault((task.start, task.end), task)
    ordered = sorted(found.values(), key=lambda task: task.start)
    return [_action(f"A{number}", task, outline, roster, meeting_date) for number, task in enumerate(ordered, 1)]


def _known(roster: Roster) -> Callable[[str], bool]:
    """Return a function that tells whether a mention means somebody of the meeting, first names included."""
    every = [attendee.name.split() for attendee in roster.attendees]
    names = {name for words in every for name in (words[0], words[-1])}

    def known(mention: str) -> bool:
        return mention in names or roster.resolve(mention) is not None

    return known


def _action(number: str, task: Task, outline: Outline, roster: Roster, meeting_date: str | None) -> Action:
    source = outline.source
    place, field = (task.due, True) if task.due else ((task.start, task.end), False)
    return Action(
        id=number,
        text=source.fold(task.start, task.end),
        span=Span(start=task.start, end=task.end),
        owners=[roster.party(source, start, end) for start, end in task.owners],
        due=dates.due(source, *place, meeting_date, field=field),
        done=task.done,
        section=outline.section_at(task.start),
    )
