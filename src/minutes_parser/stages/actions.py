"""Recorded actions with owners and due dates."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from minutes_parser import dates, lazy
from minutes_parser.layout.commands import typists
from minutes_parser.layout.cues import places
from minutes_parser.layout.mentions import ROLES
from minutes_parser.layout.outline import Outline
from minutes_parser.layout.task import Task
from minutes_parser.layout.task_cues import TaskCues
from minutes_parser.layout.tasks import tasks
from minutes_parser.models import Action, Attendee, Span
from minutes_parser.roster import Roster
from minutes_parser.source import Source

_SAYING = frozenset(
    "said says asked asks suggested suggests mentioned mentions explained explains wondered thinks volunteered".split()
)
_NO_NAMES = frozenset(
    "She They One Who Someone Somebody Everyone Everybody Anyone Nobody Others Another Some Many Several Also Then And But"
    " Members Committee Board Council Panel Chair Clerk Secretary Treasurer Report Reports Residents Question Questions".split()
)
_LONGEST_NAME = 20
_FEW = 3
"""Names that are sought one by one; for more of them all who speak are listed, so that time stays linear."""
_WORD = lazy.compile(r"[\w’'-]+")
_TITLES = frozenset(
    "the mr mrs ms miss dr prof professor rev revd sir dame lord lady cllr councillor coun pc pcso fr acting of".split()
)


def read(outline: Outline, roster: Roster, meeting_date: str | None) -> list[Action]:
    """Read them in document order."""
    typing = typists(outline.source)
    nicknames = typing | {attendee.name for attendee in roster.attendees if attendee.name.islower()}
    known = _known(outline.source, roster, typing)
    cues = TaskCues(outline, known, nicknames)
    found: dict[tuple[int, int], Task] = {}
    for part in outline.parts:
        if part.kind in ("front", "business"):
            for task in tasks(outline, part, known, cues):
                found.setdefault((task.start, task.end), task)
    ordered = sorted(found.values(), key=lambda task: task.start)
    return [_action(f"A{number}", task, outline, roster, meeting_date) for number, task in enumerate(ordered, 1)]


def _known(source: Source, roster: Roster, typing: set[str]) -> Callable[[str], bool]:
    """Return a function that tells whether a mention means somebody of the meeting, first names included.

    Whoever is told to have said something was there, too, even if no list names them.
    """
    every = [attendee.name.split() for attendee in roster.attendees]
    names = typing | {name for words in every for name in words if len(name) > 2 or name in (words[0], words[-1])}
    people = {attendee.id: attendee for attendee in roster.attendees}
    asked: dict[str, bool] = {}
    verbs = tuple(f" {verb}" for verb in _SAYING & source.words)
    speaking: set[str] | None = None  # looked for when several single names are on no list
    sought = 0

    def speaks(name: str) -> bool:
        nonlocal speaking, sought
        if speaking is None and sought < _FEW and len(name) < _LONGEST_NAME:
            sought += 1
            return _says(source, name, verbs)
        if speaking is None:
            speaking = set(_speaking(source))
        return name in speaking

    def means(mention: str) -> bool:
        found = roster.resolve(mention)
        if found is not None:
            return " " not in mention or _only_names(mention, people[found])
        return mention.isalpha() and mention.istitle() and speaks(mention)

    def known(mention: str) -> bool:
        if mention not in asked:
            asked[mention] = mention in names or means(mention)
        return asked[mention]

    return known


def _only_names(mention: str, attendee: Attendee) -> bool:
    """Whether each word belongs to the person or is a title: 'Call Ann Bell' ends with a name and is none."""
    every = f"{attendee.name} {attendee.role or ''} {attendee.organisation or ''} {attendee.abbreviation or ''}"
    own = set(_WORD.findall(every.casefold()))
    return all(
        word.isupper() or word.casefold() in own or word.casefold() in ROLES or word.casefold() in _TITLES
        for word in _WORD.findall(mention)
    )


def _says(source: Source, name: str, verbs: tuple[str, ...]) -> bool:
    """Whether the name stands before one of the ``verbs``: what ``_speaking`` holds of one that is short."""
    if len(name) < 3 or name in _NO_NAMES:
        return False
    text = source.text
    at = text.find(name)
    while at >= 0:
        if source.low.startswith(verbs, at + len(name)) and text[at - 1 : at] in ("", " ", "\n"):
            return True
        at = text.find(name, at + 1)
    return False


def _speaking(source: Source) -> Iterator[str]:
    """Yield the single names before a verb that only people do: 'Ann asked', 'Tom suggests'."""
    text = source.text
    for verb in _SAYING & source.words:
        for at in places(source.low, f" {verb}"):
            name = text[max(0, at - _LONGEST_NAME) : at].rpartition(" ")[2].rpartition("\n")[2]
            if name.istitle() and name.isalpha() and len(name) > 2 and name not in _NO_NAMES:
                yield name


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
