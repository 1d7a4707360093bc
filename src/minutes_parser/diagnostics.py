"""What a reader of the record should know, worked out from the finished record and its outline."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

from minutes_parser.dates import find_dates, find_times
from minutes_parser.dates.written import WEEKDAYS
from minutes_parser.layout.outline import Outline
from minutes_parser.models import Attendee, DateValue, Diagnostic, Minutes, Party, Section, Severity, Span
from minutes_parser.roster import Roster
from minutes_parser.source import Source

_COUNTER = re.compile(r"\d+(?=/)|\d+(?!.*\d)")
"""The part of a section's number that counts: '117' in '117/23', '2' in '1.2'."""
_LONGEST_EXCERPT = 60


def diagnose(outline: Outline, minutes: Minutes, roster: Roster) -> list[Diagnostic]:
    """Return the diagnostics of a record, those of the whole document first, then in the order of place and code."""
    found = [*_document(outline.source, minutes)]
    if not any(diagnostic.code == "MIN002" for diagnostic in found):
        found += [
            *_meeting(minutes),
            *_attendance(minutes),
            *_ambiguous(minutes, roster),
            *_numbers(minutes.sections),
            *_actions(minutes),
        ]
    return sorted(found, key=lambda item: (item.span.start if item.span else -1, item.code))


def _finding(code: str, severity: Severity, message: str, span: Span | None = None) -> Diagnostic:
    return Diagnostic(code=code, severity=severity, message=message, span=span)


def _document(source: Source, minutes: Minutes) -> Iterator[Diagnostic]:
    """Report what the reader noted, what was set aside, and text that is no record of a meeting."""
    for note in source.notes:
        yield _finding("MIN004", "info", note)
    aside = [line for line in source.lines if line.kind == "furniture"]
    if aside and not any("set aside" in note for note in source.notes):
        first = Span(start=aside[0].start, end=aside[0].end)
        lines = "1 line was" if len(aside) == 1 else f"{len(aside)} lines were"
        excerpt = source.fold(first.start, min(first.end, first.start + _LONGEST_EXCERPT))
        yield _finding("MIN004", "info", f"{lines} set aside as page numbers, running heads or web chrome, "
                       f"the first of them '{excerpt}'.", first)  # fmt: skip
    meeting = minutes.meeting
    recorded = minutes.attendees or minutes.actions or minutes.decisions or minutes.exchanges
    if not recorded and not meeting.date and not (minutes.sections and (meeting.title or meeting.body)):
        yield _finding("MIN002", "warning", "This does not look like the minutes of a meeting: "
                       "no date, nobody who attended and no business was found.")  # fmt: skip


def _meeting(minutes: Minutes) -> Iterator[Diagnostic]:
    """Report what is missing from the meeting's fields and what contradicts itself in them."""
    meeting = minutes.meeting
    if not meeting.date:
        yield _finding("MIN101", "warning", "The minutes do not say on which day the meeting was held.")
    elif not meeting.date.value:
        yield _finding("MIN101", "warning", f"The document does not settle which day '{meeting.date.text}' is.",
                       meeting.date.span)  # fmt: skip
    following = meeting.next_meeting.date if meeting.next_meeting else None
    for day in (meeting.date, following):
        if day and day.value:
            yield from _day(day, day.value)
    if meeting.date and following and (following.value or "9999") <= (meeting.date.value or ""):
        yield _finding("MIN105", "warning", f"The next meeting, {following.value}, is not after this one, {meeting.date.value}.",
                       following.span)  # fmt: skip
    for time in (meeting.start_time, meeting.end_time):
        if time and any(written.impossible for written in find_times(time.text, bare=True)):
            yield _finding(
                "MIN104", "warning", f"There is no such time as '{time.text}', read as {time.value}.", time.span
            )
    if not meeting.chair:
        yield _finding("MIN106", "info", "The minutes do not say who chaired the meeting.")


def _day(day: DateValue, value: str) -> Iterator[Diagnostic]:
    """Report a year that is not written beside the date, and a weekday that is not the date's."""
    if "year" in day.inferred:
        yield _finding(
            "MIN103",
            "info",
            f"No year stands beside '{day.text}'; the document shows that it is {value[:4]}.",
            day.span,
        )
    written = find_dates(day.text)
    weekday = date.fromisoformat(value).weekday()
    if written and written[0].weekday not in (None, weekday):
        yield _finding(
            "MIN102", "warning", f"'{day.text}' contradicts itself: {value} is a {WEEKDAYS[weekday].title()}.", day.span
        )


def _attendance(minutes: Minutes) -> Iterator[Diagnostic]:
    """Report a missing list, and short forms that two people share."""
    if not minutes.attendees:
        yield _finding("MIN121", "warning", "The minutes do not list who attended.")
    shared: dict[str, dict[str, Attendee]] = defaultdict(dict)
    for person in minutes.attendees:
        if person.abbreviation:
            shared[person.abbreviation.casefold()].setdefault(person.name.casefold(), person)
    for people in shared.values():
        if len(people) > 1:
            names = " and ".join(person.name for person in people.values())
            last = list(people.values())[-1]
            yield _finding("MIN122", "warning", f"'{last.abbreviation}' stands for {names}.", last.span)


def _ambiguous(minutes: Minutes, roster: Roster) -> Iterator[Diagnostic]:
    """Report each mention once that fits two attendees or more and was left unresolved."""
    names = {person.id: person.name for person in minutes.attendees}
    unresolved: dict[str, Party] = {}
    for party in _parties(minutes):
        if party.attendee is None:
            unresolved.setdefault(party.text, party)
    for mention, party in unresolved.items():
        people = sorted(names[identity] for identity in roster.candidates(mention))
        if len(people) > 1:
            yield _finding("MIN126", "info", f"'{mention}' may mean {' or '.join(people)}.", party.span)


def _parties(minutes: Minutes) -> Iterator[Party]:
    """Yield every mention of a party in the record."""
    for action in minutes.actions:
        yield from action.owners
    for commitment in minutes.commitments:
        yield from commitment.owners
    for exchange in minutes.exchanges:
        answerers = [answer.speaker for answer in exchange.answers]
        yield from (party for party in (exchange.question.asker, exchange.question.addressee, *answerers) if party)
    for decision in minutes.decisions:
        yield from (party for party in (decision.moved_by, decision.seconded_by) if party)


def _numbers(sections: list[Section]) -> Iterator[Diagnostic]:
    """Report numbers that are left out or used twice among the items of one level; a sequence may begin anew at 1."""
    last: dict[tuple[str | None, str], int] = {}
    runs: Counter[tuple[str | None, str]] = Counter()
    seen: set[tuple[str | None, str, int]] = set()
    for section in sections:
        counter = _COUNTER.search(section.number or "")
        if not section.number or not counter:
            continue
        form = section.number[: counter.start()] + "#" + section.number[counter.end() :]
        series, value = (section.parent, form), int(counter[0])
        before = last.get(series)
        runs[series] += value == 1
        place = (section.parent, section.number, runs[series])
        if place in seen:
            yield _finding("MIN202", "warning", f"Number {section.number} is used twice.", _head(section))
        elif before is not None and 1 < value - before <= 10:
            missing = f"{before + 1} is" if value - before == 2 else f"{before + 1} to {value - 1} are"
            yield _finding(
                "MIN201", "info", f"Number {section.number} follows {before}: {missing} missing.", _head(section)
            )
        seen.add(place)
        last[series] = value


def _head(section: Section) -> Span:
    """Return where the section's heading stands, or its beginning."""
    first = section.blocks[0].span.start if section.blocks else section.span.end
    return Span(start=section.span.start, end=max(section.span.start, min(section.span.end, first)))


def _actions(minutes: Minutes) -> Iterator[Diagnostic]:
    """Report open actions that nobody owns."""
    for action in minutes.actions:
        if not action.owners and not action.done:
            excerpt = (
                action.text if len(action.text) <= _LONGEST_EXCERPT else f"{action.text[:_LONGEST_EXCERPT].rstrip()}…"
            )
            yield _finding("MIN301", "warning", f"Nobody is named to do this: '{excerpt}'", action.span)
