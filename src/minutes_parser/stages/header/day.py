"""The day of the meeting."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from minutes_parser import lazy
from minutes_parser.dates import WrittenDate, find_dates, year_of
from minutes_parser.dates.settle import full_dates, in_order
from minutes_parser.source import Source
from minutes_parser.stages.header.lines import HeadLine, Labelled, Place, of_page
from minutes_parser.stages.header.zones import Zone, holding

_OTHER_DAY = lazy.compile(
    r"(?i)\b(?:previous|last)\b[^.;\n]{0,60}$|\b(?:next|approved|approval|published|updated|revised|created|posted|printed|signed|report|letter|email|dated|releas\w*(?![ ](?:\w+[ ]){0,2}meeting\b)|agreed|future|cancel\w*|scheduled|set\s+for|"
    r"forthcoming|following|target|deadline|expires?|born|since|until|resigned|appointed|ended|ending|as\s+at|as\s+of|recording|version|drafted|processed|scanned|digiti[sz]ed|transcribed|modified)\b[^.;\n]{0,40}$"
)
_STATE = lazy.compile(r"(?i)\W*approved\s+minutes\s+(?:of|from|for|[-–—])[^.;\n]{0,60}$")
"""What became of these minutes, before their name: 'Approved Minutes of June 11'."""
_PRINTED = lazy.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4},[ ]\d{1,2}:\d{2}(?:[ ]?[AaPp][Mm])?[ \t]+(?=[A-Z])")
"""When a page was printed, as browsers set it before the page's name: no day of the meeting where there is another."""
_MEETING_WORD = lazy.compile(
    r"(?i)\b(?:minutes|meeting|held|plenum|plenary|assembly|AGM|EGM|session|call|notes|agenda)\b"
)
_OTHER_EVENT = lazy.compile(
    r"(?i)\W*(?:the|an?|this|our)\s+(?!(?:\w+\s+){0,5}(?:meeting|minutes|plenum|plenary|assembly|agm|egm|session|call|committee|council|"
    r"board|panel)\b)(?:[\w'’-]+\s+){1,5}(?:was|were|is|will\s+be)\s+(?:then\s+)?held\b"
)
"""A sentence on something else that was held: 'The fair will be held on ...'."""
_MEETING_OF = lazy.compile(r"(?i)\b(?:agenda|minutes|meeting|held|met)\s+(?:for|of|on|held\s+on)(?:\s+the)?\s*$")
_CONVENED = lazy.compile(
    r"(?i)\b(?:called\s+to\s+order|convened|met|held|took\s+place|assembled)\b(?:[^.;\n]|\.(?=\d)|[ap]\.m\.){0,70}[\s,]on(?:\s+the)?\s*$"
)
"""The meeting itself: 'was called to order at 4:30 p.m. on ...'."""
_HELD_ON = lazy.compile(
    r"(?i)\bmeeting\b[^.;\n]{0,60}\b(?:held|convened|took\s+place)\b[^.;\n]{0,60}[\s,]on(?:\s+the)?\s*$"
)
"""'Regular meeting of the board held at the school on ...'."""
_LAST_MEETING = lazy.compile(
    r"(?i)\b(?:last|previous|minutes\s+of\s+(?:the\s+)?(?:\w+\s+){0,4}meetings?)\b[^.;]{0,60}$|\bapprov\w+\s+(?:of\s+)?(?:the\s+)?minutes\s+(?:of|from|for)\s+(?:the\s+)?$"
)
_APPROVES = lazy.compile(
    r"(?i)\b(?:approval\s+of|to\s+approve|be(?:en)?\s+(?:accepted|approved|adopted|confirmed|signed)|(?:was|were)\s+(?:\w+ly\s+)?"
    r"(?:accepted|approved|adopted|agreed|circulated|confirmed|presented|read|reviewed|signed|taken)|moved|motion)\b"
)
"""What a line says of the minutes of another meeting."""
_APPROVING = lazy.compile(
    r"(?i)\W*(?:\d{1,2}[.)]?\s+)?(?:to\s+)?(?:approve|approval|adopt|adoption|accept|acceptance|confirm|confirmation|agree|sign|read(?:ing)?)\b"
)
_MEETING_KEY = lazy.compile(r"(?i)\W*meeting")
_HELD = lazy.compile(r"(?i)\bmeeting\b[^.;\n]{0,90}\b(?:held|convened)(?:\s+on)?(?:\s+the)?\s*\Z")
_LETTER = lazy.compile(r"[A-Za-z]{2,}")
_YEAR = lazy.compile(r"(?<![\d/£$€#.,–-])(?:19|20)\d\d(?![\d/–-]|[.,]\d)")
"""A year alone, none of two: '2019/20' is no year of a day."""
_LOGGED = lazy.compile(r"[\w%/-]\.(\d{4}-\d\d-\d\d)-\d\d\.\d\d\.(?:log\.)?(?:html|txt)\b")
"""The name of the log that a bot kept of the meeting, with its day and hour."""
_TITLE_LINES, _LONGEST_TITLE = 5, 120
_FEW = 3
"""Words beside the day in a heading that tells when the meeting was."""
LINES_OF_HEAD = 60
"""Lines outside the business in which the day is looked for."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A date that may be the meeting's, the better the smaller its rank."""

    rank: int
    written: WrittenDate


_PRESENTED = lazy.compile(
    r"(?i)[^.;\n]{0,40}?\b(?:was|were)\s+(?:presented|approved|accepted|read|reviewed|circulated|adopted|signed|agreed|distributed)\b"
)
"""Behind the day of other minutes: '... October 18 Board meeting were presented.'"""


def meeting_day(
    source: Source,
    lines: Sequence[HeadLine],
    values: Sequence[Labelled],
    opening: Sequence[Zone],
    headings: Iterable[Place],
) -> WrittenDate | None:
    """Return the date that the document gives for the meeting, as written: in one of the first headings where nowhere else."""
    candidates = sorted(_candidates(source.text, lines, values, opening), key=lambda candidate: candidate.rank)
    if not candidates:
        return _in_headings(source.text, headings)
    best = candidates[0].written
    if best.year is None:  # the same day may be written in full elsewhere in the head
        same = [
            other.written for other in candidates if (other.written.day, other.written.month) == (best.day, best.month)
        ]
        return next((written for written in same if written.year), best)
    return best


def _in_headings(text: str, headings: Iterable[Place]) -> WrittenDate | None:
    """Return the day of a heading that holds little else: 'Agenda 2020-11-18', 'Session 1: March 3, 2014'."""
    for start, end in headings:
        for written in find_dates(text, start, end)[:1]:
            rest = text[start : written.start] + text[written.end : end]
            other = _APPROVING.match(text, start, end) or _OTHER_DAY.search(text[start : written.start])
            if written.year and len(_LETTER.findall(rest)) <= _FEW and not other:
                return written
    return None


def _candidates(
    text: str, lines: Sequence[HeadLine], values: Sequence[Labelled], opening: Sequence[Zone]
) -> Iterator[Candidate]:
    for value in values:
        if value.field in ("date", "start") and (
            found := find_dates(text, value.start, min(value.end, value.start + 200))
        ):
            strong = not (value.metadata or of_page(text, value)) or _MEETING_KEY.match(text, *value.label)
            yield Candidate(0 if strong else 6, found[0])
        if value.field == "title" and value.metadata and (found := find_dates(text, value.start, value.end)):
            yield Candidate(4, found[0])
    if ".log." in text and (log := _LOGGED.search(text)):
        yield from [Candidate(0, written) for written in find_dates(text, *log.span(1))]
    for above, line in pairwise([None, *lines[:LINES_OF_HEAD]]):
        if line and line.counts and not line.metadata:
            yield from _in_line(text, line, bool(above and _HELD.search(text, above.start, above.end)))
    for zone in holding(
        (zone for zone in opening if zone.counts), ("agenda", "minutes", "meeting", "held", "met", "to order")
    ):
        for written in find_dates(text, zone.start, min(zone.end, zone.start + 1000)):
            before = text[max(zone.start, written.start - 80) : written.start]
            presented = _PRESENTED.match(text, written.end, min(zone.end, written.end + 80))
            if (
                (_MEETING_OF.search(before) or _HELD_ON.search(before))
                and not _LAST_MEETING.search(before)
                and not presented
            ):
                yield Candidate(7, written)
            elif _CONVENED.search(before) and not _LAST_MEETING.search(before):
                yield Candidate(5, written)


def _in_line(text: str, line: HeadLine, held: bool) -> Iterator[Candidate]:
    """Rank the dates of a line: beside a word for the meeting, alone or nearly so, or in other words.

    ``held``: the line above ends with 'held on', so that the day at its beginning is the meeting's.
    """
    end = min(line.end, line.start + 400)
    for written in find_dates(text, line.start, end):
        if written.start == line.start and _PRINTED.match(text, line.start, end):
            yield Candidate(8, written)
            continue
        if held and written.start - line.start < 3:
            yield Candidate(0, written)
            continue
        before = text[max(line.start, written.start - 90) : written.start]
        if (_OTHER_DAY.search(before) and not _STATE.match(before)) or _OTHER_EVENT.match(before.rpartition(". ")[2]):
            continue
        rest = text[line.start : written.start] + text[written.end : end]
        words = len(_LETTER.findall(rest))
        if _APPROVING.match(text, line.start, end) or (not line.heading and words > 8 and _APPROVES.search(rest)):
            yield Candidate(8, written)
        elif _MEETING_WORD.search(rest) and (
            words < 40 or _MEETING_OF.search(before) or (_CONVENED.search(before) and not _LAST_MEETING.search(before))
        ):
            yield Candidate(1, written)
        elif words <= 4 and not line.cells:
            yield Candidate(2, written)
        elif line.heading or words <= 12:
            yield Candidate(3, written)


def proven_year(
    source: Source,
    written: WrittenDate,
    lines: Sequence[HeadLine],
    values: Sequence[Labelled],
    upcoming: Sequence[date],
) -> int | None:
    """Return the year of the meeting's day where none is written beside it, as far as the document proves it.

    ``upcoming``: days of the next meeting. The surest evidence comes first: the same day in full in the head, the next
    meeting, the last one, the day of publication; and at last the years of all dates in the text, by the weekday.
    """
    heads = [
        day
        for line in lines[:LINES_OF_HEAD]
        if line.counts
        for day in full_dates(source, line.start, min(line.end, line.start + 400))
    ]
    published = [
        day
        for value in values
        if value.metadata and value.field in ("published", "date")
        for day in full_dates(source, value.start, value.end)[:1]
    ]
    return (
        year_of(written, same=heads)
        or (upcoming and year_of(written, after=upcoming))
        or _year_after_last(source, written)
        or (published and year_of(written, after=[min(published)]))
        or _by_weekday(source, written)
        or _in_titles(source, written, lines)
        or None
    )


def _year_after_last(source: Source, written: WrittenDate) -> int | None:
    """Return the year by the last of the earlier meetings that the text names."""
    past = list(_last_meetings(source))
    return year_of(written, before=past[-1:]) if past else None


def _last_meetings(source: Source) -> Iterator[date]:
    """Yield the days of earlier meetings that the text names in full."""
    for written in _written_years(source):
        if _LAST_MEETING.search(source.text[max(0, written.start - 90) : written.start]):
            ordered = in_order(source, written)
            if ordered and (day := ordered.on()):
                yield day


def _written_years(source: Source, most: int = 200) -> Iterable[WrittenDate]:
    """Return up to ``most`` dates of the text that are written with their year."""
    found: list[WrittenDate] = []
    reached = 0
    for year in re.finditer(r"(?:19|20)\d\d(?!\d)", source.text):
        if year.start() < reached:
            continue
        dates = [
            d
            for d in find_dates(source.text, max(reached, year.start() - 40), min(year.end() + 8, len(source.text)))
            if d.year
        ]
        found += dates
        reached = dates[-1].end if dates else reached
        if len(found) >= most:
            break
    return found


def _in_titles(source: Source, written: WrittenDate, lines: Sequence[HeadLine]) -> int | None:
    """Return the one year that the title lines name, if it fits the weekday: 'Annual General Meeting 2019'."""
    titles = [line for line in lines[:_TITLE_LINES] if not line.metadata and line.end - line.start < _LONGEST_TITLE]
    years = {int(year) for line in titles for year in _YEAR.findall(source.text[line.start : line.end])}
    day = written.on(next(iter(years))) if len(years) == 1 else None
    return day.year if day and written.weekday in (None, day.weekday()) else None


def _by_weekday(source: Source, written: WrittenDate) -> int | None:
    """Return the one year among those of the text's dates in which the date falls on its weekday."""
    if written.weekday is None:
        return None
    years = {found.year for found in _written_years(source) if found.year}
    if not years or max(years) - min(years) > 4:
        return None
    fitting = [
        year
        for year in range(min(years), max(years) + 1)
        if (day := written.on(year)) and day.weekday() == written.weekday
    ]
    return fitting[0] if len(fitting) == 1 else None
