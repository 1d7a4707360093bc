"""The record as GitHub-flavoured Markdown: the minutes as a page, the actions as a task list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from minutes_parser.models import Action, Commitment, Due, Exchange, Meeting, Minutes, Section
from minutes_parser.writers._lookup import Lookup

SUFFIXES = (".md", ".markdown")
DEEPEST = 6
"""The deepest heading of Markdown."""

# What means something wherever it stands, what does at the beginning of a line, and what makes a link of its own.
_ANYWHERE = re.compile(r"[\\`*_\[\]<>|~$]|&(?=[#\w])|:(?=//)|(?<=\S)@(?=\w)|(?<=www)\.", re.IGNORECASE)
_AT_START = re.compile(r"^(\d{1,9}(?=[.)])|(?=[-+#=:]))")


def write(minutes: Minutes) -> bytes:
    """Return the record as UTF-8 text. Whatever stands in the minutes stays text: no markup, link or HTML of theirs."""
    known = Lookup(minutes)
    parts = [
        *_head(minutes.meeting),
        *_attendance(minutes),
        *(line for section in minutes.sections for line in _section(section)),
        *_titled("Actions", [_action(action, known) for action in minutes.actions]),
        *_titled("Commitments", [f"- {_task(promise, known)}" for promise in minutes.commitments]),
        *_titled("Decisions", _decisions(minutes, known)),
        *_titled("Questions and answers", [_exchange(exchange, known) for exchange in minutes.exchanges]),
        *_titled("Abbreviations", [f"- **{text(it.term)}**: {text(it.expansion)}" for it in minutes.abbreviations]),
        *_titled("Notes of the reader", [f"- {it.code}: {text(it.message)}" for it in minutes.diagnostics]),
    ]
    return ("\n\n".join(parts) + "\n").encode()


def text(value: str) -> str:
    """Return a text as Markdown that shows it: on one line, with a backslash before what would mean something."""
    line = _ANYWHERE.sub(lambda match: f"\\{match[0]}", " ".join(value.split()))
    return _AT_START.sub(r"\1\\", line)


def _titled(title: str, items: Iterable[str]) -> list[str]:
    """Return a list under its heading; nothing for an empty list."""
    made = "\n".join(items)
    return [f"## {title}", made] if made else []


def _head(meeting: Meeting) -> Iterator[str]:
    title = meeting.title or meeting.body
    yield f"# {text(title.text) if title else 'Minutes'}"
    rows = {
        "Body": meeting.body and meeting.body.text,
        "Date": meeting.date and meeting.date.text,
        "Time": " to ".join(time.value for time in (meeting.start_time, meeting.end_time) if time),
        "Venue": meeting.venue and meeting.venue.text,
        "Chair": meeting.chair and meeting.chair.text,
        "Minutes taken by": meeting.minute_taker and meeting.minute_taker.text,
        "Next meeting": meeting.next_meeting and meeting.next_meeting.text,
    }
    if any(rows.values()):
        yield "\n".join(f"- **{name}:** {text(value)}" for name, value in rows.items() if value)


def _attendance(minutes: Minutes) -> list[str]:
    if not minutes.attendees:
        return []
    rows: list[tuple[str, ...]] = [("Name", "Role", "Organisation", "Short", "Status"), ("---",) * 5]
    for person in minutes.attendees:
        name = " ".join(filter(None, (person.honorific, person.name)))
        cells = (name, person.role, person.organisation, person.abbreviation, person.status.replace("_", " "))
        rows.append(tuple(text(cell or "") for cell in cells))
    return ["## Attendance", "\n".join(f"| {' | '.join(row)} |" for row in rows)]


def _section(section: Section) -> Iterator[str]:
    label = " ".join(filter(None, (section.number, section.title)))
    yield f"{'#' * min(section.level + 1, DEEPEST)} {text(label)}".rstrip()
    for listed, blocks in groupby(section.blocks, lambda block: block.kind == "bullet"):
        if listed:
            yield "\n".join(f"- {text(block.text)}" for block in blocks)
        else:
            yield from (text(block.text) for block in blocks)


def _action(action: Action, known: Lookup) -> str:
    return f"- [{'x' if action.done else ' '}] {_task(action, known)}"


def _task(task: Action | Commitment, known: Lookup) -> str:
    details = {
        "owner": known.names(task.owners),
        "due": _due(task.due),
        "section": known.section(task.section),
    }
    return f"**{task.id}** {text(task.text)}{_details(details)}"


def _due(due: Due | None) -> str:
    if due is None or due.text == due.latest:
        return due.text if due else ""
    return f"{due.text} ({due.latest})" if due.latest else due.text


def _details(details: dict[str, str]) -> str:
    """Return what is known, in brackets; nothing where nothing is."""
    made = "; ".join(f"{name}: {text(value)}" for name, value in details.items() if value)
    return f" *({made})*" if made else ""


def _decisions(minutes: Minutes, known: Lookup) -> Iterator[str]:
    for decision in minutes.decisions:
        details = {
            "moved by": known.name(decision.moved_by),
            "seconded by": known.name(decision.seconded_by),
            "vote": decision.vote or "",
            "section": known.section(decision.section),
        }
        yield f"- **{decision.id}** {text(decision.text)}{_details(details)}"


def _exchange(exchange: Exchange, known: Lookup) -> str:
    question = exchange.question
    asked = {"asked by": known.name(question.asker), "to": known.name(question.addressee), "status": exchange.status}
    lines = [f"- **{exchange.id}** {text(question.text)}{_details(asked)}"]
    lines += [
        f"  - {text(answer.text)}{_details({'answered by': known.name(answer.speaker)})}" for answer in exchange.answers
    ]
    return "\n".join(lines)
