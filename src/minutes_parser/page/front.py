"""What stands above the business: the title, the particulars of the meeting, the attendance list."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_parser.models import Attendee, Minutes, NextMeeting, Status
from minutes_parser.page.registers import Column, heading, register
from minutes_parser.page.setting import Setting, apart, label, line, optional, value
from minutes_parser.styled import Paragraph, Run, Table
from minutes_parser.styled import names as n
from minutes_parser.styled.escapes import encode, fold

STATUSES: dict[Status, str] = {
    "present": "Present", "in_attendance": "In attendance", "apologies": "Apologies", "absent": "Absent",
}  # fmt: skip
_COLUMNS = (
    Column("No.", n.LABEL, 6), Column("Name", n.NAME, 26, True), Column("Role", n.ROLE, 26),
    Column("Organisation", n.ORGANISATION, 20), Column("Known as", n.ABBREVIATION, 18),
    Column("Attendance", n.STATUS, 16, True),
)  # fmt: skip


def front(minutes: Minutes, setting: Setting) -> Iterator[Paragraph | Table]:
    """Yield what stands above the business, which is laid out before: it tells whether the list needs numbers."""
    particulars = list(_particulars(minutes, setting))
    title = minutes.meeting.title
    yield Paragraph(n.TITLE, (value(title.text, "") if title else label("Minutes"),))
    yield from particulars or [Paragraph(n.PARTICULARS, (label("No particulars of the meeting are recorded."),))]
    if minutes.attendees:
        yield heading("Attendance")
        rows = [_entry(number, person, setting) for number, person in enumerate(minutes.attendees, 1)]
        yield register(_COLUMNS, rows, "Attendance")


def _particulars(minutes: Minutes, setting: Setting) -> Iterator[Paragraph]:
    """Yield a line for each thing that is known of the meeting."""
    meeting = minutes.meeting
    if meeting.body:
        yield line("Body", [value(meeting.body.text, n.BODY)])
    if meeting.date:
        yield line("Date", setting.date(meeting.date, n.DATE))
    times = [setting.time(meeting.start_time, n.START)] if meeting.start_time else []
    if meeting.end_time:
        times.append([*([] if times else [label("until ")]), *setting.time(meeting.end_time, n.END)])
    if times:
        yield line("Time", apart(times, " – "))
    if meeting.venue:
        yield line("Venue", [value(meeting.venue.text, n.VENUE)])
    if meeting.chair:
        yield line("Chair", setting.party(meeting.chair, n.CHAIR, setting.strangers))
    if meeting.minute_taker:
        yield line("Minutes taken by", setting.party(meeting.minute_taker, n.TAKER))
    if meeting.next_meeting:
        yield from _next(meeting.next_meeting, setting)


def _next(meeting: NextMeeting, setting: Setting) -> Iterator[Paragraph]:
    """Yield what is said of the next meeting, its date and venue marked in it, or else on lines of their own."""
    text, found = fold(meeting.text), []
    date = setting.date(meeting.date, n.NEXT_DATE) if meeting.date else []
    if meeting.date and len(date) == 1 and (words := fold(meeting.date.text)) and words in text:
        found.append((text.index(words), words, n.NEXT_DATE))
        date = []
    venue = [value(meeting.venue.text, n.NEXT_VENUE)] if meeting.venue else []
    if meeting.venue and (words := fold(meeting.venue.text)) and words in text:
        at = text.rindex(words)
        if all(at >= start + len(other) or at + len(words) <= start for start, other, _ in found):
            found.append((at, words, n.NEXT_VENUE))
            venue = []
    runs, reached = [], 0
    for start, words, style in sorted(found):
        runs += [Run(encode(text[reached:start]), n.NEXT)] if reached < start else []
        runs.append(Run(encode(words), style))
        reached = start + len(words)
    runs += [Run(encode(text[reached:]), n.NEXT)] if reached < len(text) or not text else []
    yield line("Next meeting", runs)
    if date:
        yield line("Its date", date)
    if venue:
        yield line("Its venue", venue)


def _entry(number: int, person: Attendee, setting: Setting) -> list[list[Run]]:
    """Return a row of the attendance list."""
    title = [value(person.honorific, n.HONORIFIC), label(" ")] if person.honorific is not None else []
    short = [[value(person.abbreviation, n.ABBREVIATION)]] if person.abbreviation is not None else []
    return [
        [label(f"{number}" if setting.cites_numbers else "–")],
        [*title, value(person.name, n.NAME)],
        optional(person.role, n.ROLE),
        optional(person.organisation, n.ORGANISATION),
        apart([*short, *([value(alias, n.ALIAS)] for alias in person.aliases)], ", ") or [label("–")],
        [Run(STATUSES[person.status], n.STATUS)],
    ]
