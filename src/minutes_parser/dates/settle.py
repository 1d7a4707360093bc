"""Settle what a written date leaves open, by the document's own evidence: the year, and whether day or month comes first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from minutes_parser import lazy
from minutes_parser.dates.written import MONTH, WrittenDate, find_dates
from minutes_parser.models import DateValue, Span
from minutes_parser.source import Source

LONGEST_INTERVAL = timedelta(days=400)
"""From one meeting to the next: no body meets less often than once a year, give or take a month."""

_NUMERIC = lazy.compile(r"(?<![\d./-])([0-3]?\d)([-/.])([0-3]?\d)\2(?:(?:19|20)\d\d|\d\d)(?![\d/-])")
_DAY_THEN_MONTH = lazy.compile(rf"(?i)\b\d{{1,2}}(?:st|nd|rd|th)?\s{MONTH}")
_MONTH_THEN_DAY = lazy.compile(rf"(?i)\b{MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?\b(?![:.]\d)")
# Words and forms that only one side uses: spelling, money, places, and what the items of business are called.
_BRITISH = lazy.compile(
    r"£|\b(?:Cllrs?|Councillors?|Parish|[Oo]rganisations?|[Pp]rogramme|[Cc]entre|[Cc]olour|[Ww]hilst|AOB|Clerk|"
    r"Any [Oo]ther [Bb]usiness|Matters [Aa]rising|Apologies|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2})\b|\d ?hrs\b"
)
_AMERICAN = lazy.compile(
    r"\b[ap]\.?m\.? (?:[ECMP][SD]?T|Eastern|Pacific|Central)\b|\$\d|\b[A-Z]{2} \d{5}\b|"
    r"\b(?:[Cc]enters?|[Cc]olors?|[Oo]rganizations?|Roll [Cc]all|Old [Bb]usiness|New [Bb]usiness|[Ee]xcused)\b"
)
_ISO_IN_NAME = lazy.compile(r"((?:19|20)\d\d)[-_.]?(\d\d)[-_.]?(\d\d)")


def resolve(source: Source, written: WrittenDate, year: int | None = None) -> DateValue:
    """Return the date as a value of the record; ``year`` is the one that the document proves where none is written."""
    ordered = in_order(source, written)
    day = ordered.on(year) if ordered and (written.year or year) else None
    return DateValue(
        text=source.fold(written.start, written.end),
        value=day.isoformat() if day else None,
        inferred=["year"] if day and not written.year else [],
        span=Span(start=written.start, end=written.end),
    )


def in_order(source: Source, written: WrittenDate) -> WrittenDate | None:
    """Return the date with day and month in the order that the document uses, or None where that stays open."""
    if not written.order_open:
        return written
    swapped = replace(written, day=written.month, month=written.day)
    first, second = written.on(), swapped.on()
    if written.weekday is not None and first and second and first.weekday() != second.weekday():
        if written.weekday == second.weekday():
            return swapped
        if written.weekday == first.weekday():
            return written
    month_first = _month_first(source, first, second)
    if month_first is None and source.text.find(".", written.start, written.end) > 0:
        month_first = False  # between dots the day comes first
    return None if month_first is None else swapped if month_first else written


def _month_first(source: Source, first: date | None, second: date | None) -> bool | None:
    """Whether numbers stand as month/day in this text: its own dates decide, then its name, then its spelling."""
    named = _ISO_IN_NAME.search(source.name)
    if named and "".join(named.groups()) in {day.isoformat().replace("-", "") for day in (first, second) if day}:
        return second is not None and "".join(named.groups()) == second.isoformat().replace("-", "")
    return _convention(source)


@lru_cache(maxsize=1)
def _convention(source: Source) -> bool | None:
    """Whether a text writes the month first; None where nothing in it tells. Found once for the source at hand."""
    text = source.text
    votes = [
        int(match[1]) - int(match[3]) for match in _NUMERIC.finditer(text) if max(int(match[1]), int(match[3])) > 12
    ]
    days, months = sum(vote > 0 for vote in votes), sum(vote < 0 for vote in votes)
    if not days and not months:
        days = sum(1 for _ in _DAY_THEN_MONTH.finditer(text))
        months = sum(1 for _ in _MONTH_THEN_DAY.finditer(text))
    if days == months:
        days, months = len(set(_BRITISH.findall(text))), len(set(_AMERICAN.findall(text)))
    return None if days == months else months > days


def year_of(
    written: WrittenDate, *, before: Iterable[date] = (), after: Iterable[date] = (), same: Iterable[date] = ()
) -> int | None:
    """Return the year that the document proves for a date without one, or None.

    ``same``: full dates that may name the same day (title, front matter). ``before``: days that lie before it by at
    most a meeting's interval (the last meeting). ``after``: days that follow it likewise (the next meeting, the day of
    publication). A weekday beside the date must agree.
    """
    for day in same:
        if (day.day, day.month) == (written.day, written.month) and _agrees(written, day.year):
            return day.year
    candidates: set[int] | None = None
    for bound, sign in [(day, 1) for day in after] + [(day, -1) for day in before]:
        years = {
            year
            for year in range(bound.year - 2, bound.year + 3)
            if _agrees(written, year) and timedelta(0) <= sign * (bound - _day(written, year)) <= LONGEST_INTERVAL
        }
        candidates = years if candidates is None else candidates & years
    return candidates.pop() if candidates and len(candidates) == 1 else None


def _day(written: WrittenDate, year: int) -> date:
    return written.on(year) or date(year, 3, 1)


def _agrees(written: WrittenDate, year: int) -> bool:
    """Whether the date exists in ``year`` and falls on the weekday that stands beside it, if one does."""
    day = written.on(year)
    return day is not None and written.weekday in (None, day.weekday())


def next_after(written: WrittenDate, day: date) -> int | None:
    """Return the year of the first such date after ``day``; None where its weekday disagrees."""
    for year in (day.year, day.year + 1):
        found = written.on(year)
        if found and found > day:
            return year if _agrees(written, year) else None
    return None


def full_dates(source: Source, start: int = 0, end: int | None = None) -> list[date]:
    """Return the days of the dates in a slice of the text that are written with their year and whose order is settled."""
    ordered = (in_order(source, written) for written in find_dates(source.text, start, end) if written.year)
    return [day for written in ordered if written and (day := written.on())]
