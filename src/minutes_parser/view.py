"""The record for a person at a terminal; the only home of rich.

Nothing of the document is read as markup, and no control character of it reaches the terminal.
"""

from __future__ import annotations

import io
import os
import re
import shutil
from collections.abc import Iterable, Sequence
from datetime import date

from rich import box
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.progress import track
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from minutes_parser import lazy
from minutes_parser.models import (
    Action,
    Attendee,
    Commitment,
    DateValue,
    Exchange,
    Meeting,
    Minutes,
    Party,
    Quoted,
    Section,
    TimeValue,
)
from minutes_parser.output import visible

WIDEST = 120
"""Columns beyond which lines would be hard to read."""
EXCERPT = 200
"""Characters of a question or task that are shown; the record holds all of it."""
NARROW = 18
"""Columns that an owner, asker or due date may take beside the text, before it is broken."""

_TRAILING = lazy.compile(r"[ ]+$", re.MULTILINE)
_STATUS = {"present": "present", "in_attendance": "in attendance", "apologies": "apologies", "absent": "absent"}
_SEVERITY = {"error": "red", "warning": "yellow", "info": "dim"}


def render(minutes: Minutes, color: str = "auto", width: int | None = None) -> str:
    """Return the view of ``minutes``, with colours as ``color`` ('auto', 'always', 'never') and the environment say."""
    file = io.StringIO()
    console = Console(
        file=file, width=width or min(shutil.get_terminal_size().columns, WIDEST), highlight=False, markup=False,
        emoji=False, force_terminal=_colored(color), legacy_windows=False,
    )  # fmt: skip
    console.print(_header(minutes))
    for title, count, content in _parts(minutes):
        if content is not None:
            console.print(Text.assemble("\n", (title, "bold"), (f"  {count}" if count else "", "dim")))
            console.print(Padding(content, (0, 0, 0, 2)))
    return _TRAILING.sub("", file.getvalue())


def progress(files: Sequence[str]) -> Iterable[str]:
    """Go through ``files`` with a progress bar on standard error."""
    return track(files, "Reading", console=Console(stderr=True), transient=True)


def _colored(color: str) -> bool:
    return color == "always" or (color == "auto" and not os.environ.get("NO_COLOR"))


def _parts(minutes: Minutes) -> Iterable[tuple[str, int | str, RenderableType | None]]:
    """Yield title, count and content of what is shown below the header; no content where there is nothing."""
    yield "Attendees", _turnout(minutes.attendees), _attendees(minutes.attendees)
    yield "Sections", len(minutes.sections), _sections(minutes)
    yield "Actions", len(minutes.actions), _tasks(minutes.actions)
    yield "Commitments", len(minutes.commitments), _tasks(minutes.commitments)
    yield "Questions", len(minutes.exchanges), _exchanges(minutes.exchanges)
    yield "Decisions", len(minutes.decisions), _decisions(minutes)
    yield "Abbreviations", len(minutes.abbreviations), _abbreviations(minutes)
    yield "Remarks", len(minutes.diagnostics), _diagnostics(minutes)


def _text(value: str | None, style: str = "", limit: int = 0) -> Text:
    """Return a value of the document as text for the terminal, cut at a word where it is longer than ``limit``."""
    shown = visible(value or "")
    if limit and len(shown) > limit:
        shown = shown[: limit + 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + " …"
    return Text(shown, style=style)


def _grid(*columns: str) -> Table:
    """Return a table without lines or head; a column is 'wide', or narrow and in the style given."""
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    for style in columns:
        wide = style == "wide"
        table.add_column(style="" if wide else style, max_width=None if wide else NARROW, overflow="fold")
    return table


def _header(minutes: Minutes) -> Panel:
    meeting, people = minutes.meeting, {person.id: person for person in minutes.attendees}
    grid = _grid("dim", "wide")
    for label, value in _fields(meeting, people):
        if value is not None:
            grid.add_row(label, value)
    if not grid.row_count:
        grid.add_row("", Text("Nothing is known of the meeting itself.", style="dim"))
    title = meeting.title or meeting.body
    source = f"{minutes.source.name} · {minutes.source.characters:,} characters"
    return Panel(
        grid, box=box.ROUNDED, border_style="dim", padding=(0, 1), title_align="left", subtitle_align="right",
        title=_text(title.text if title else "Minutes", "bold", 100), subtitle=_text(source, "dim"),
    )  # fmt: skip


def _fields(meeting: Meeting, people: dict[str, Attendee]) -> Iterable[tuple[str, Text | None]]:
    """Yield label and value of each line of the header."""
    yield "Body", _text(meeting.body.text) if meeting.body and meeting.title else None
    yield "Date", _day(meeting.date)
    yield "Time", _times(meeting.start_time, meeting.end_time)
    yield "Venue", _quoted(meeting.venue)
    yield "Chair", _person(meeting.chair, people)
    yield "Minutes", _person(meeting.minute_taker, people)
    if following := meeting.next_meeting:
        known = following.date if following.date and following.date.value else None
        yield "Next", _day(known) if known else _text(following.text, limit=EXCERPT)


def _quoted(value: Quoted | None) -> Text | None:
    return _text(value.text) if value else None


def _day(value: DateValue | None) -> Text | None:
    """Return a date as "Monday 9 January 2023", and which parts of it the document proves elsewhere."""
    if value is None:
        return None
    if value.value is None:
        return _text(value.text).append("  year not settled", style="dim")
    day = date.fromisoformat(value.value)
    shown = Text(f"{day:%A} {day.day} {day:%B %Y}")
    return shown.append(f"  {' and '.join(value.inferred)} inferred", style="dim") if value.inferred else shown


def _times(start: TimeValue | None, end: TimeValue | None) -> Text | None:
    if start and end:
        return Text(f"{start.value} – {end.value}")
    return Text(start.value) if start else Text(f"until {end.value}") if end else None


def _person(party: Party | None, people: dict[str, Attendee]) -> Text | None:
    """Return a mention and, where it does not say it, the name of the attendee it means."""
    if party is None:
        return None
    person = people.get(party.attendee or "")
    if person and person.name.casefold() not in party.text.casefold():
        return _text(f"{party.text} ({person.name})")
    return _text(party.text)


def _turnout(attendees: Sequence[Attendee]) -> str:
    """Return how many there were of each status, as who sent apologies was not there: "6 present, 1 apologies"."""
    statuses = [person.status for person in attendees]
    return ", ".join(f"{statuses.count(status)} {word}" for status, word in _STATUS.items() if status in statuses)


def _attendees(attendees: Sequence[Attendee]) -> Table | None:
    """Return a line a person: abbreviation, name, role and organisation, and the status where they differ."""
    if not attendees:
        return None
    mixed = len({person.status for person in attendees}) > 1
    table = _grid("cyan", "wide", "wide", "dim")
    for person in attendees:
        name = " ".join(filter(None, (person.honorific, person.name)))
        role = ", ".join(filter(None, (person.role, person.organisation)))
        status = _STATUS[person.status] if mixed or person.status != "present" else ""
        table.add_row(_text(person.abbreviation), _text(name), _text(role), status)
    return table


def _sections(minutes: Minutes) -> Tree | None:
    """Return the sections as a tree, each with what it holds."""
    if not minutes.sections:
        return None
    root = Tree("", hide_root=True, guide_style="dim")
    branches: dict[str | None, Tree] = {None: root}
    holds = _holdings(minutes)
    for section in minutes.sections:
        parent = branches.get(section.parent, root)
        branches[section.id] = parent.add(_section(section, holds.get(section.id, "")))
    return root


def _section(section: Section, holds: str) -> Text:
    line = Text.assemble((visible(section.number or ""), "cyan"), " " if section.number and section.title else "")
    if section.title:
        line.append_text(_text(section.title, limit=90))
    elif section.blocks:
        line.append(" ").append_text(_text(section.blocks[0].text, "dim", 60))
    return line.append(f"  {holds}", style="dim") if holds else line


def _holdings(minutes: Minutes) -> dict[str, str]:
    """Return for each section what stands in it: "2 questions, 1 action"."""
    kinds = (("question", minutes.exchanges), ("action", minutes.actions), ("commitment", minutes.commitments),
             ("decision", minutes.decisions))  # fmt: skip
    counts: dict[str, list[str]] = {}
    for word, items in kinds:
        held = [item.section for item in items]
        for section in dict.fromkeys(held):
            number = held.count(section)
            counts.setdefault(section or "", []).append(f"{number} {word}{'s' if number > 1 else ''}")
    return {section: ", ".join(parts) for section, parts in counts.items()}


def _names(parties: Sequence[Party | None]) -> Text:
    """Return the mentions, each once."""
    return _text(", ".join(dict.fromkeys(party.text for party in parties if party)))


def _tasks(tasks: Sequence[Action | Commitment]) -> Table | None:
    """Return a line a task: id, owners, text, due."""
    if not tasks:
        return None
    table = _grid("dim", "cyan", "wide", "yellow")
    for task in tasks:
        text = _text(task.text, "dim strike" if getattr(task, "done", False) else "", EXCERPT)
        table.add_row(task.id, _names(task.owners), text, _text(task.due.text if task.due else ""))
    return table


def _exchanges(exchanges: Sequence[Exchange]) -> Table | None:
    """Return a line a question: id, asker and addressee, question, who answered or what became of it."""
    if not exchanges:
        return None
    table = _grid("dim", "cyan", "wide", "green")
    for exchange in exchanges:
        question = exchange.question
        asker = _names([question.asker])
        if question.addressee:
            asker.append(" → " if question.asker else "→ ").append_text(_names([question.addressee]))
        table.add_row(exchange.id, asker, _text(question.text, limit=EXCERPT), _outcome(exchange))
    return table


def _outcome(exchange: Exchange) -> Text:
    speakers = _names([answer.speaker for answer in exchange.answers])
    if exchange.status != "answered":
        return Text.assemble(speakers, " " if speakers.plain else "", (exchange.status, "yellow"))
    return Text.assemble(("by ", "dim"), speakers) if speakers.plain else Text("answered", style="dim")


def _decisions(minutes: Minutes) -> Table | None:
    if not minutes.decisions:
        return None
    table = _grid("dim", "wide", "wide")
    for decision in minutes.decisions:
        movers = _names([decision.moved_by, decision.seconded_by])
        movers.stylize("cyan")
        if decision.vote:
            movers.append(" ").append_text(_text(decision.vote))
        table.add_row(decision.id, _text(decision.text, limit=EXCERPT), movers)
    return table


def _abbreviations(minutes: Minutes) -> Table | None:
    if not minutes.abbreviations:
        return None
    table = _grid("cyan", "wide")
    for entry in minutes.abbreviations:
        table.add_row(_text(entry.term), _text(entry.expansion))
    return table


def _diagnostics(minutes: Minutes) -> Table | None:
    if not minutes.diagnostics:
        return None
    table = _grid("dim", "wide", "wide")
    for finding in minutes.diagnostics:
        severity = Text(finding.severity, style=_SEVERITY[finding.severity])
        table.add_row(finding.code, severity, _text(finding.message))
    return table
