"""The record that a page gives."""

from __future__ import annotations

from collections.abc import Sequence

from minutes_parser.models import (
    Abbreviation,
    Action,
    Answer,
    Attendee,
    Block,
    Commitment,
    Decision,
    Exchange,
    ExchangeStatus,
    Meeting,
    Minutes,
    NextMeeting,
    Question,
    Section,
    SourceInfo,
    Span,
    Status,
)
from minutes_parser.page import wording
from minutes_parser.page.front import STATUSES
from minutes_parser.page.registers import OUTCOMES
from minutes_parser.page.taken import Part, Tag, Taken
from minutes_parser.page.values import Meanings, Value, date, first, time, values, words
from minutes_parser.roster import Roster
from minutes_parser.source import Source
from minutes_parser.styled import names as n

_DONE = ("done", "closed", "complete", "completed")
_STATUS_OF: dict[str, Status] = {text.casefold(): status for status, text in STATUSES.items()}
_OUTCOME_OF: dict[str, ExchangeStatus] = {text.casefold(): status for status, text in OUTCOMES.items()}


def read(source: Source, info: SourceInfo) -> Minutes:
    """Return the record that stands on the page of ``source``."""
    taken = Taken()
    taken.take(source.page)
    attendees = _attendees(taken)
    ids = [attendee.id for attendee in attendees]
    particulars = [value for found in taken.lines for value in found]
    chair = Meanings(ids, Roster(attendees)).one(particulars, n.CHAIR)
    day = first(particulars, n.DATE)
    meeting = Meeting(
        title=taken.title[0].quoted if taken.title else None,
        body=value.quoted if (value := first(particulars, n.BODY)) else None,
        date=date(day) if day else None,
        start_time=time(first(particulars, n.START)),
        end_time=time(first(particulars, n.END)),
        venue=value.quoted if (value := first(particulars, n.VENUE)) else None,
        chair=chair,
        next_meeting=_next(source, taken.lines),
    )
    meanings = Meanings(
        ids, Roster(attendees, chair.attendee if chair else None), meeting.date.value if meeting.date else None
    )
    sections = _sections(source, taken.parts)
    things = _Things(source, taken, meanings, sections)
    return Minutes(
        source=info,
        meeting=meeting.model_copy(update={"minute_taker": meanings.one(particulars, n.TAKER)}),
        attendees=attendees,
        sections=sections,
        actions=[things.action(*item) for item in things.numbered("A")],
        commitments=[things.commitment(*item) for item in things.numbered("C")],
        exchanges=[things.exchange(*item) for item in things.numbered("Q")],
        decisions=[things.decision(*item) for item in things.numbered("D")],
        abbreviations=[
            Abbreviation(term=term.text, expansion=long.text, span=Span(start=term.span.start, end=long.span.end))
            for found, _ in taken.rows
            if (term := first(found, n.TERM)) and (long := first(found, n.EXPANSION))
        ],
    )


def _attendees(taken: Taken) -> list[Attendee]:
    people: list[Attendee] = []
    for found, _ in taken.rows:
        if not (name := first(found, n.NAME)):
            continue
        people.append(
            Attendee(
                id=f"p{len(people) + 1}",
                name=name.text,
                honorific=words(found, n.HONORIFIC),
                role=words(found, n.ROLE),
                organisation=words(found, n.ORGANISATION),
                abbreviation=words(found, n.ABBREVIATION),
                aliases=[value.text for value in found if value.style == n.ALIAS],
                status=_STATUS_OF.get((words(found, n.STATUS) or "").casefold(), "present"),
                span=Span(start=found[0].span.start, end=found[-1].span.end),
            )
        )
    return people


def _next(source: Source, lines: Sequence[Sequence[Value]]) -> NextMeeting | None:
    """Return what is said of the next meeting: the first line that says anything of it holds all of its text."""
    styles = (n.NEXT, n.NEXT_DATE, n.NEXT_VENUE)
    said = [found for found in lines if any(value.style in styles for value in found)]
    if not said:
        return None
    span = Span(start=said[0][0].span.start, end=said[0][-1].span.end)
    found = [value for line in said for value in line]
    day, venue = first(found, n.NEXT_DATE), first(found, n.NEXT_VENUE)
    return NextMeeting(
        date=date(day) if day else None, text=source.fold(span.start, span.end), venue=venue.quoted if venue else None, span=span
    )  # fmt: skip


def _sections(source: Source, parts: Sequence[Part]) -> list[Section]:
    sections: list[Section] = []
    for number, part in enumerate(parts, 1):
        found = values(part.runs, n.SECTION)
        reading = next((value.reading for value in found if value.reading), "") or _reading(part)
        level, under, said = wording.read_place(reading)
        level = level or part.level
        above = next((section for section in reversed(sections) if section.level < level), None)
        parent = (f"s{under}" if under else None) if said else above.id if above else None
        spans = [value.span for value in found] + [span for _, span in part.blocks]
        start = min((span.start for span in spans), default=part.runs[0].start if part.runs else 0)
        sections.append(
            Section(
                id=f"s{number}", number=words(found, n.NUMBER), title=_title(source, found), level=level, parent=parent,
                blocks=[Block(kind=kind, text=source.fold(span.start, span.end), span=span) for kind, span in part.blocks],
                span=Span(start=start, end=max((span.end for span in spans), default=start)),
            )
        )  # fmt: skip
    return sections


def _title(source: Source, found: Sequence[Value]) -> str | None:
    title = [value for value in found if value.style != n.NUMBER]
    return source.fold(title[0].span.start, title[-1].span.end) if title else None


def _reading(part: Part) -> str:
    return next((run.text for run in part.runs if run.style == n.READING), "")


class _Things:
    """The things that are marked in the business, with what details and registers say of them."""

    def __init__(self, source: Source, taken: Taken, meanings: Meanings, sections: Sequence[Section]) -> None:
        self.source = source
        self.taken = taken
        self.meanings = meanings
        self.sections = sections

    def numbered(self, letter: str) -> list[tuple[str, Tag]]:
        """Return the references of a kind in their order, each with its new id."""
        found = sorted(tag for tag in self.taken.things if tag[0] == letter and not tag[2])
        return [(f"{letter}{number}", tag) for number, tag in enumerate(found, 1)]

    def _span(self, tag: Tag) -> Span:
        thing = self.taken.things[tag]
        start, end = self.source.trim(thing.start, thing.end)
        return Span(start=start, end=end)

    def _text(self, tag: Tag) -> str:
        return self.source.fold(self.taken.things[tag].start, self.taken.things[tag].end)

    def _section(self, tag: Tag) -> str | None:
        number = self.taken.things[tag].section
        return self.sections[number - 1].id if number else None

    def action(self, id: str, tag: Tag) -> Action:
        """Return an action: what its details say, unless somebody wrote over the summary, which only shows them again."""
        details, summary = self.taken.details.get(tag, []), list(self.taken.of(tag))
        owners, due, state = (
            [value for value in summary if value.style == style and not value.refers and not value.absent]
            or [value for value in details if value.style == style]
            for style in (n.OWNER, n.DUE, n.STATE)
        )
        return Action(
            id=id, text=self._text(tag), owners=self.meanings.parties(owners, n.OWNER), due=self.meanings.due(due),
            done=(words(state, n.STATE) or "").casefold() in _DONE, section=self._section(tag), span=self._span(tag),
        )  # fmt: skip

    def commitment(self, id: str, tag: Tag) -> Commitment:
        """Return a promise."""
        found = list(self.taken.of(tag))
        return Commitment(
            id=id, text=self._text(tag), owners=self.meanings.parties(found, n.OWNER), due=self.meanings.due(found),
            section=self._section(tag), span=self._span(tag),
        )  # fmt: skip

    def decision(self, id: str, tag: Tag) -> Decision:
        """Return a decision."""
        found = list(self.taken.of(tag))
        return Decision(
            id=id, text=self._text(tag), moved_by=self.meanings.one(found, n.MOVER),
            seconded_by=self.meanings.one(found, n.SECONDER), vote=words(found, n.VOTE),
            section=self._section(tag), span=self._span(tag),
        )  # fmt: skip

    def exchange(self, id: str, tag: Tag) -> Exchange:
        """Return a question with its answers."""
        found = list(self.taken.of(tag))
        question = Question(
            text=self._text(tag), asker=self.meanings.one(found, n.ASKER),
            addressee=self.meanings.one(found, n.ADDRESSEE), span=self._span(tag),
        )  # fmt: skip
        turns = sorted(other for other in self.taken.things if other[:2] == tag[:2] and other[2])
        speakers = [value for value in found if value.style == n.SPEAKER]
        answers = [
            Answer(
                text=self._text(turn), span=self._span(turn),
                speaker=self.meanings.one(speakers[turn[2] - 1 : turn[2]], n.SPEAKER),
            )
            for turn in turns
        ]  # fmt: skip
        said = (words(found, n.OUTCOME) or "").casefold()
        status = _OUTCOME_OF.get(said, "answered" if answers else "unanswered")
        return Exchange(id=id, section=self._section(tag), question=question, answers=answers, status=status)
