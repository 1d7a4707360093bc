"""The record as lists of entries, each with a link to its place in the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from minutes_parser.models import Action, Commitment, Due, Exchange, Minutes, Party
from minutes_parser.writers._lookup import Lookup
from minutes_parser.writers.html.marks import MEETING, Mark
from minutes_parser.writers.html.markup import element, escape
from minutes_parser.writers.html.shown import Shown


class Label(NamedTuple):
    """What a kind of entry is called."""

    one: str
    many: str


LABELS = {
    "meeting": Label("Meeting", "Meeting"),
    "attendee": Label("Attendee", "Attendees"),
    "section": Label("Section", "Sections"),
    "action": Label("Action", "Actions"),
    "commitment": Label("Commitment", "Commitments"),
    "decision": Label("Decision", "Decisions"),
    "question": Label("Question", "Questions"),
    "answer": Label("Answer to question", "Answers"),
    "abbreviation": Label("Abbreviation", "Abbreviations"),
    "note": Label("Note", "Notes"),
    "unread": Label("Not read", "Not read"),
}


class Entry(NamedTuple):
    """An entry of the record, its parts as markup."""

    id: str
    kind: str
    lead: str
    """What stands in front: a number, an abbreviation, a name of the value."""
    text: str
    more: str = ""
    level: int = 0


class Entries:
    """Makes the entries of a record."""

    def __init__(self, minutes: Minutes, shown: Shown) -> None:
        """Make those of ``minutes``, which link to their places in ``shown``."""
        self._minutes = minutes
        self._shown = shown
        self._known = Lookup(minutes)
        self._placed = {mark.entry for mark in shown.marks}

    def by_kind(self) -> dict[str, list[Entry]]:
        """Return the entries of each kind of which there are any, in the order in which the page shows them."""
        minutes = self._minutes
        made = {
            "meeting": self._meeting(),
            "action": (self._task(task, "action") for task in minutes.actions),
            "commitment": (self._task(task, "commitment") for task in minutes.commitments),
            "decision": self._decisions(),
            "question": (self._exchange(exchange) for exchange in minutes.exchanges),
            "attendee": self._attendees(),
            "section": self._sections(),
            "abbreviation": (
                Entry(f"b{number}", "abbreviation", term.term, escape(term.expansion))
                for number, term in enumerate(minutes.abbreviations, 1)
            ),
            "note": self._notes(),
            "unread": self._unread(),
        }
        return {kind: found for kind, entries in made.items() if (found := list(entries))}

    def card(self, entry: Entry) -> str:
        """Return an entry as an item of a list."""
        lead = element("span", escape(entry.lead), class_="lead") + " " if entry.lead else ""
        head = lead + element("span", entry.text or "–", class_="quote")
        if entry.id in self._placed:
            head = element("a", head, class_="go", href=f"#t-{entry.id}", data_e=entry.id)
        else:
            head = element("span", head, class_="go")
        level = f" l{min(entry.level, 4)}" if entry.level else ""
        return element("li", head + entry.more, id=entry.id, class_=f"card k-{entry.kind}{level}")

    def _meeting(self) -> Iterator[Entry]:
        meeting = self._minutes.meeting
        for name in MEETING:
            value = getattr(meeting, name)
            if value is not None:
                read = getattr(value, "value", None)
                more = _details({"Read as": escape(read)}) if read else ""
                if getattr(value, "inferred", None):
                    more = _details({"Read as": escape(read or ""), "Worked out": escape(", ".join(value.inferred))})
                yield Entry(f"m-{name}", "meeting", name.replace("_", " ").capitalize(), escape(value.text), more)

    def _attendees(self) -> Iterator[Entry]:
        for person in self._minutes.attendees:
            name = escape(" ".join(filter(None, (person.honorific, person.name))))
            details = {
                "Role": escape(person.role or ""),
                "Organisation": escape(person.organisation or ""),
                "Also": escape(", ".join(person.aliases)),
                "Status": "" if person.status == "present" else escape(person.status.replace("_", " ")),
            }
            yield Entry(person.id, "attendee", person.abbreviation or "", name, _details(details))

    def _sections(self) -> Iterator[Entry]:
        for section in self._minutes.sections:
            yield Entry(
                section.id,
                "section",
                section.number or "",
                escape(section.title or ""),
                level=max(section.level - 1, 0),
            )

    def _task(self, task: Action | Commitment, kind: str) -> Entry:
        details = {
            "Owner": self._people(task.owners) or element("span", "nobody is named", class_="none"),
            "Due": _due(task.due) or element("span", "no date", class_="none"),
            "Section": self._section(task.section),
            "Done": "yes" if getattr(task, "done", False) else "",
        }
        return Entry(task.id, kind, task.id, escape(task.text), _details(details))

    def _decisions(self) -> Iterator[Entry]:
        for decision in self._minutes.decisions:
            details = {
                "Moved": self._people([decision.moved_by]),
                "Seconded": self._people([decision.seconded_by]),
                "Vote": escape(decision.vote or ""),
                "Section": self._section(decision.section),
            }
            yield Entry(decision.id, "decision", decision.id, escape(decision.text), _details(details))

    def _exchange(self, exchange: Exchange) -> Entry:
        question = exchange.question
        asked = {"Asked by": self._people([question.asker]), "To": self._people([question.addressee])}
        answers = "".join(
            element("p", escape(answer.text), class_="answer")
            + _details({"Answered by": self._people([answer.speaker])})
            for answer in exchange.answers
        )
        settled = {"Status": escape(exchange.status), "Section": self._section(exchange.section)}
        more = _details(asked) + answers + _details(settled)
        return Entry(exchange.id, "question", exchange.id, escape(question.text), more)

    def _notes(self) -> Iterator[Entry]:
        for number, note in enumerate(self._minutes.diagnostics, 1):
            yield Entry(f"n{number}", "note", f"{note.code} {note.severity}", escape(note.message))

    def _unread(self) -> Iterator[Entry]:
        for mark in self._shown.marks:
            if mark.kind == "unread":
                yield Entry(mark.entry, "unread", "", escape(self._text(mark)))

    def _text(self, mark: Mark) -> str:
        return " ".join(self._shown.text[mark.start : mark.end].split())

    def _people(self, parties: Sequence[Party | None]) -> str:
        """Return the mentions as written, with a link to the attendee who is meant."""
        return ", ".join(dict.fromkeys(self._person(party) for party in parties if party))

    def _person(self, party: Party) -> str:
        name = self._known.name(party)
        written = "" if party.text in name else f" ({escape(party.text)})"
        if party.attendee and any(person.id == party.attendee for person in self._minutes.attendees):
            return element("a", escape(name), href=f"#{party.attendee}") + written
        return escape(party.text)

    def _section(self, id: str | None) -> str:
        label = self._known.section(id)
        return element("a", escape(label), href=f"#{id}") if label else ""


def _due(due: Due | None) -> str:
    if due is None:
        return ""
    days = " to ".join(dict.fromkeys(filter(None, (due.earliest, due.latest))))
    return escape(due.text) + (f" ({escape(days)})" if days and days != due.text else "")


def _details(details: dict[str, str]) -> str:
    """Return what is known as a list of names and values, given as markup."""
    made = "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in details.items() if value)
    return f"<dl>{made}</dl>" if made else ""


def missing(kinds: Iterable[str]) -> str:
    """Return the names of the kinds of which there are none, as the end of a sentence."""
    absent = [
        label.many.lower()
        for kind, label in LABELS.items()
        if kind not in {*kinds, "answer", "note", "unread", "meeting"}
    ]
    return ", ".join(absent)
