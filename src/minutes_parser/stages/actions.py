"""Recorded actions with owners and due dates."""

from __future__ import annotations

from collections.abc import Callable

from minutes_parser import dates
from minutes_parser.layout.outline import Outline, Part
from minutes_parser.layout.task import Task
from minutes_parser.layout.tasks import TaskCues, tasks
from minutes_parser.models import Action, Span
from minutes_parser.roster import Roster
from minutes_parser.source import Source


def read(outline: Outline, roster: Roster, meeting_date: str | None) -> list[Action]:
    """Read them in document order."""
    source = outline.source
    nicknames = {attendee.name for attendee in roster.attendees if attendee.name.islower()}
    known, cues = _known(roster), TaskCues(source, nicknames)
    sections: dict[str | None, Part] = {part.id: part for part in outline.business}
    found: dict[tuple[int, int], Task] = {}
    for part in outline.parts:
        if part.kind in ("front", "business"):
            for task in tasks(source, part, _above(source, part, sections), known, cues):
                found.setdefault((task.start, task.end), task)
    ordered = sorted(found.values(), key=lambda task: task.start)
    return [_action(f"A{number}", task, outline, roster, meeting_date) for number, task in enumerate(ordered, 1)]


def _above(source: Source, part: Part, sections: dict[str | None, Part]) -> str:
    """Return the titles of the parts that hold this one, innermost first."""
    titles: list[str] = []
    while (holder := sections.get(part.parent)) is not None and part.parent is not None:
        part = holder
        titles.append(source.fold(*part.title) if part.title else "")
    return " | ".join(titles)


def _known(roster: Roster) -> Callable[[str], bool]:
    """Return a function that tells whether a mention means somebody of the meeting, first names included."""
    names = {name for attendee in roster.attendees for name in (attendee.name.split()[0], attendee.name.split()[-1])}

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
