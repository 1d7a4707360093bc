"""The meeting itself: title, body, date, times, venue, chair, minute-taker, next meeting."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import islice
from operator import attrgetter

from minutes_parser.dates import WrittenDate, find_dates, resolve
from minutes_parser.layout.outline import Outline, Part
from minutes_parser.models import Attendee, DateValue, Meeting, Party, Quoted, Span
from minutes_parser.roster import Roster
from minutes_parser.source import Source
from minutes_parser.stages.header import day, hours, naming, officers, people, takers, upcoming, where
from minutes_parser.stages.header.lines import HeadLine, Labelled, Place, business_lines, head_lines, labelled
from minutes_parser.stages.header.signed import signed, signed_by
from minutes_parser.stages.header.zones import Zone, zones_of

_LINES_BELOW_TITLE, _ROWS = 25, 60
_FIRST_TITLES = 4
_LONGEST_LINE = 120
"""Characters of a heading with what runs on behind it."""
_OPENING_PARTS, _CLOSING_PARTS, _BLOCKS, _LONGEST_BLOCK = 6, 5, 8, 1500


def read(outline: Outline) -> Meeting:
    """Read the meeting's fields; chair and minute-taker are not resolved yet."""
    source, text = outline.source, outline.source.text
    lines, values = _head_of(outline)
    later = _labelled_people(outline, values)
    opening, closing = _opening(outline, lines), _closing(outline, lines)
    headings = [_with_hour(text, *part.title) for part in outline.parts if part.title and part.kind != "agenda"]
    coming = upcoming.upcoming(outline, values)
    top = _top(outline, lines)
    titles = [part.title for part in outline.parts[:_FIRST_TITLES] if part.title]
    written = day.meeting_day(source, top, values, opening, titles)
    meeting_date = _date(source, top, values, coming, written)
    held = date.fromisoformat(meeting_date.value) if meeting_date and meeting_date.value else None
    began, ended = hours.hours(source, top, values, written, opening, closing, headings)
    named = naming.title(text, top, values)
    chair = (
        people.labelled_person(text, values, "chair", nicknames=True)
        or people.labelled_person(text, later, "chair")
        or people.chair_in_sentences(text, [*_wrapped(outline), *opening, *closing])
    )
    taker = (
        people.labelled_person(text, values, "minutes", nicknames=True)
        or people.labelled_person(text, later, "minutes")
        or people.labelled_person(text, takers.beside_chair(source, values), "secretary")
        or takers.minute_taker_in_sentences(text, [*opening, *closing])
        or signed(source, _last_part(outline))
    )
    return Meeting(
        title=_quote(source, named),
        body=_quote(source, naming.body(text, top, values, named)),
        date=meeting_date,
        start_time=hours.as_value(source, began),
        end_time=hours.as_value(source, ended),
        venue=_quote(source, where.venue(text, top, values, written, opening, headings[:3])),
        chair=_party(source, chair),
        minute_taker=_party(source, taker),
        next_meeting=upcoming.settled(source, coming, held),
    )


def complete(outline: Outline, meeting: Meeting, attendees: Sequence[Attendee], roster: Roster) -> Meeting:
    """Resolve chair and minute-taker to attendees, and take them from the attendees' roles where no field names them."""
    chair, taker = meeting.chair, meeting.minute_taker
    listed_chair = officers.listed_chair(attendees)
    listed_taker = takers.listed_minute_taker(outline.source.text, attendees)
    if chair:
        chair = people.resolved(chair, roster, listed_chair)
        if listed_chair and officers.was_away(chair, attendees):  # 'Chair: Ann Bell' tells who was elected
            chair = people.as_party(outline.source, listed_chair)
    elif listed_chair and not officers.is_deputy(listed_chair):
        chair = people.as_party(outline.source, listed_chair)
    else:
        chair = _chair_in_text(outline, attendees, roster, listed_chair)
    foot = _last_part(outline)
    if listed_taker and taker and (place := signed(outline.source, foot)) and place[0] == taker.span.start:
        taker = None  # the list says more of the minutes than a signature does
    if taker:
        taker = people.resolved(taker, roster, listed_taker)
    elif listed_taker:
        taker = people.as_party(outline.source, listed_taker)
    else:
        marked = takers.marked_minute_taker(outline.source.text, _head_of(outline)[0])
        marked = marked or signed_by(outline.source, attendees, foot)
        taker = _resolved(outline.source, marked, roster, None)
    return meeting.model_copy(update={"chair": chair, "minute_taker": taker})


def _chair_in_text(
    outline: Outline, attendees: Sequence[Attendee], roster: Roster, deputy: Attendee | None
) -> Party | None:
    """Return who chaired where neither label nor list says so: a name in the text, the deputy, or the office of who opened."""
    source, mayor = outline.source, officers.listed_presider(attendees)
    presumed = _resolved(source, _presumed_chair(outline), roster, deputy)
    if presumed and (" " in presumed.text or presumed.attendee or not (deputy or mayor)):
        return presumed
    office = None if deputy or mayor else officers.opened_by_office(source.text, _ends_of(outline))
    holder = officers.holder(source.text[slice(*office)], attendees) if office else deputy or mayor
    return people.as_party(source, holder) if holder else _resolved(source, office, roster, None)


def _last_part(outline: Outline) -> int:
    """Return where the last section begins, behind which signatures stand."""
    return outline.business[-1].start if outline.business else 0


def _head_of(outline: Outline) -> tuple[list[HeadLine], list[Labelled]]:
    """Return the lines outside the business and what is labelled in them.

    Where those hold neither a label nor a date, a heading such as 'DRAFT MINUTES' may have been taken for business:
    then the lines below the first heading belong to the head.
    """
    text = outline.source.text
    lines = head_lines(outline)
    values = labelled(text, lines)
    if any(value.field in ("date", "venue", "chair", "start") for value in values):
        return lines, values
    if any(line.counts and find_dates(text, line.start, min(line.end, line.start + 400)) for line in lines[:30]):
        return lines, values
    below = list(islice(business_lines(outline, _stacked(outline.business)), _LINES_BELOW_TITLE))
    more = labelled(text, below)
    dated = any(find_dates(text, line.start, line.end) and line.end - line.start < 100 for line in below)
    if not dated:
        return lines, values
    before = [line for line in lines if line.start < below[0].start]
    return [*before, *below, *lines[len(before) :]], more + values


def _stacked(business: Sequence[Part]) -> Sequence[Part]:
    """Return the first section, or the headings over each other and what stands below them: a title in several lines."""
    bare = next((index for index, part in enumerate(business) if part.blocks), 0)
    return business[: bare + 1]


def _top(outline: Outline, lines: list[HeadLine]) -> list[HeadLine]:
    """Return the lines of the head that stand before the business, where there are any beside metadata."""
    first = outline.business[0].start if outline.business else len(outline.source.text)
    title = {id(block) for part in _stacked(outline.business) for block in (part.heading, *part.blocks)}
    top = [line for line in lines if line.start < first or id(line.block) in title]
    return top if any(not line.metadata for line in top) else lines


def _date(
    source: Source,
    lines: list[HeadLine],
    values: list[Labelled],
    coming: list[upcoming.Upcoming],
    written: WrittenDate | None,
) -> DateValue | None:
    if written is None:
        return None
    year, following = None, upcoming.full_days(source, coming)
    if written.year is None:
        year = day.proven_year(source, written, lines, values, following)
    found = resolve(source, written, year)
    if following and any(value.metadata and value.start <= written.start < value.end for value in values):
        published = found is not None and found.value is not None and date.fromisoformat(found.value) > following[0]
        return None if published else found  # the page is younger than the next meeting
    return found


def _labelled_people(outline: Outline, values: list[Labelled]) -> list[Labelled]:
    """Return chair and minute-taker labels inside the business: 'Meeting chair: ...' under a welcome."""
    if {"chair", "minutes"} <= {value.field for value in values}:
        return []
    lines = [
        line
        for line in business_lines(outline, [part for part in _ends(outline.business) if not _is_next(outline, part)])
        if line.end - line.start < 80 and not line.cells and ":" in outline.source.text[line.start : line.end]
    ]
    return [value for value in labelled(outline.source.text, lines) if value.field in ("chair", "minutes")]


def _with_hour(text: str, start: int, end: int) -> Place:
    """Return a title with what stands before it in its line, where that begins with a digit: '6:40 PM  Fees'."""
    before = text[max(0, start - _LONGEST_HOUR) : start]
    if before[-1:] in ("\n", ""):
        return start, end
    hour = before.rpartition("\n")[2].lstrip(" \t(#*")
    return (start - len(hour), end) if hour[:1].isdecimal() and ":" in hour else (start, end)


_LONGEST_HOUR = 14


def _is_next(outline: Outline, part: Part) -> bool:
    """Whether a section is on the next meeting, whose chair is another."""
    return part.title is not None and "next" in outline.source.fold(*part.title).casefold()


def _ends(parts: Sequence[Part]) -> Sequence[Part]:
    """Return the first and the last parts of the business."""
    if len(parts) <= _OPENING_PARTS + _CLOSING_PARTS:
        return parts
    return [*parts[:_OPENING_PARTS], *parts[-_CLOSING_PARTS:]]


def _opening(outline: Outline, lines: list[HeadLine]) -> list[Zone]:
    """Return the places where minutes say how the meeting was opened: the head, then the first items."""
    source, first = outline.source, outline.business[:_OPENING_PARTS]
    head = [_cut(line.start, line.end) for line in lines[:80] if not line.metadata]
    rows = [_cut(block.start, block.end) for part in first for block in part.blocks if block.cells]
    return zones_of(source, head + rows[:_ROWS]) + _blocks(source, first, slice(None, _BLOCKS))


def _wrapped(outline: Outline) -> list[Zone]:
    """Return the paragraphs of the head that run over several lines, whole: a sentence may stand in two of them."""
    places = [
        _cut(block.start, block.end)
        for part in outline.parts[:_OPENING_PARTS]
        if part.kind not in ("business", "agenda")
        for block in part.blocks[:_BLOCKS]
        if block.kind == "paragraph" and len(block.lines) > 1
    ]
    return zones_of(outline.source, places)


def _closing(outline: Outline, lines: list[HeadLine]) -> list[Zone]:
    """Return the places where minutes say how the meeting was closed: the last items and what stands behind them."""
    source = outline.source
    last = outline.business[-1].start if outline.business else 0
    tail = zones_of(source, [_cut(line.start, line.end) for line in lines[-40:] if line.start >= last])
    return sorted(
        _blocks(source, outline.business[-_CLOSING_PARTS:], slice(-_BLOCKS, None)) + tail, key=attrgetter("start")
    )


def _blocks(source: Source, parts: Sequence[Part], which: slice) -> list[Zone]:
    """Return the places of the parts' headings and of their first or last blocks, long ones cut in the middle."""
    places: list[Place] = []
    for part in parts:
        if part.title:
            places.append(_cut(part.title[0], _line_end(source, part)))
        for start, end in [(block.body, block.end) for block in part.blocks if not block.cells][which]:
            if end - start <= 2 * _LONGEST_BLOCK:
                places.append((start, end))
            else:
                places += [(start, start + _LONGEST_BLOCK), (end - _LONGEST_BLOCK, end)]
    return zones_of(source, places)


def _line_end(source: Source, part: Part) -> int:
    """Return where the heading's line ends: what runs on behind it ('Adjournment: 9:04 PM') belongs to it."""
    start, end = part.title or (0, 0)
    after = part.blocks[0] if part.blocks else None
    runs_on = after and not after.cells and after.end - start < _LONGEST_LINE and (
        "\n" not in source.text[end : after.start]
        or (after.end - after.body <= _LONGEST_HOUR and source.text[after.body].isdecimal())  # 'Adjournment' over '9:04 pm'
    )  # fmt: skip
    return after.end if after and runs_on else end


def _cut(start: int, end: int) -> Place:
    """Return a place, cut where it is long."""
    return start, min(end, start + _LONGEST_BLOCK)


def _presumed_chair(outline: Outline) -> Place | None:
    """Return who chaired where no label, sentence or list says so: a mark behind a name, an item's heading, the opening."""
    text, lines = outline.source.text, _head_of(outline)[0]
    headings = [part.title for part in outline.business if part.title]
    return (
        people.marked_chair(text, lines)
        or people.chair_in_headings(text, headings)
        or people.opener(text, [*_opening(outline, lines), *_closing(outline, lines)])
    )


def _ends_of(outline: Outline) -> list[Zone]:
    lines = _head_of(outline)[0]
    return [*_opening(outline, lines), *_closing(outline, lines)]


def _resolved(source: Source, place: Place | None, roster: Roster, listed: Attendee | None) -> Party | None:
    return people.resolved(roster.party(source, *place), roster, listed) if place else None


def _quote(source: Source, place: Place | None) -> Quoted | None:
    return Quoted(text=source.fold(*place), span=Span(start=place[0], end=place[1])) if place else None


def _party(source: Source, place: Place | None) -> Party | None:
    return Party(text=source.fold(*place), attendee=None, span=Span(start=place[0], end=place[1])) if place else None
