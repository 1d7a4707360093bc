"""The days that a phrase such as 'in 6 – 12 months' or 'by the end of March' means, counted from the meeting."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from minutes_parser import lazy
from minutes_parser.dates.settle import in_order, next_after
from minutes_parser.dates.written import MONTH, WEEKDAYS, find_dates, month_number
from minutes_parser.source import Source

Reach = tuple[str | None, str | None]
"""First and last day meant, ISO 8601; None where it cannot be worked out."""

_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
            "nine": 9, "ten": 10, "twelve": 12, "a couple of": 2}  # fmt: skip
_NUMBER = rf"(\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_LENGTH = lazy.compile(rf"(?i)\b{_NUMBER}(?:\s?(?:-|–|—|to|or)\s?{_NUMBER})?[\s-]?(day|week|fortnight|month|year)s?\b")
_MONTH_YEAR = lazy.compile(rf"(?i)(end (?:of )?)?\b({MONTH})(?:,? ((?:19|20)\d\d))?(?! ?/)")
_END_OF = lazy.compile(r"(?i)\bend of (?:the |this |calendar |current )*(day|week|month|year|(?:19|20)\d\d)\b")
_THIS = lazy.compile(r"(?i)\b(this|next|the following) (week|month|year)\b")
_DAY_NAME = lazy.compile(rf"(?i)\b({'|'.join(WEEKDAYS)})\b")
_TOMORROW = lazy.compile(r"(?i)\b(tomorrow|today|tonight)\b")
_UP_TO = lazy.compile(r"(?i)(?:by|until|till|no later|not later|on or before|within|over|in time)\b")
_BEFORE = lazy.compile(r"(?i)(?:before|prior|in advance|ahead)\b")
_EVENING = timedelta(days=1)
_EARLIER = timedelta(days=100)


def reach(source: Source, start: int, end: int, meeting_date: str | None) -> Reach:
    """Return the first and last day meant by the phrase in ``source.text[start:end]``."""
    meeting = date.fromisoformat(meeting_date) if meeting_date else None
    phrase = source.fold(start, end)
    try:
        dated = any(in_order(source, written) for written in find_dates(source.text, start, end))
        days = _written_day(source, start, end, meeting) if dated else _days(phrase, meeting)
    except (OverflowError, ValueError):  # beyond the calendar
        return None, None
    if days is None:
        return None, None
    first, last = days
    if _BEFORE.match(phrase):
        return None, (first - _EVENING).isoformat()
    return (None if _UP_TO.match(phrase) else first.isoformat()), last.isoformat()


def _written_day(source: Source, start: int, end: int, meeting: date | None) -> tuple[date, date] | None:
    """The days of a date in the phrase; one without a year is the first of its name from the meeting's day on."""
    found = [ordered for written in find_dates(source.text, start, end) if (ordered := in_order(source, written))]
    if not found:
        return None
    year = found[0].year or (next_after(found[0], meeting - _EVENING) if meeting else None)
    day = found[0].on(year) if year else None
    if day and meeting and not found[0].year and _just_before(found[0].on(meeting.year), meeting):
        return None
    return (day, day) if day else None


def _just_before(day: date | None, meeting: date) -> bool:
    """Whether a day without a year may be the one shortly before the meeting, as in a list of earlier actions."""
    return day is not None and timedelta(0) < meeting - day < _EARLIER


def _days(phrase: str, meeting: date | None) -> tuple[date, date] | None:
    """The days of any other phrase."""
    if match := _MONTH_YEAR.search(phrase):
        return _month(match, meeting)
    if meeting is None:
        return None
    if match := _LENGTH.search(phrase):
        if re.search(r"(?i)working|school|business", phrase):
            return None
        low, high = _number(match[1]), _number(match[2] or match[1])
        return later(meeting, low, match[3]), later(meeting, high, match[3])
    if match := _TOMORROW.search(phrase):
        day = meeting + timedelta(days=match[1].casefold() == "tomorrow")
        return day, day
    if match := _END_OF.search(phrase):
        return _end_of(match[1].casefold(), meeting)
    if match := _THIS.search(phrase):
        return _this_or_next(match[1].casefold() != "this", match[2].casefold(), meeting)
    if match := _DAY_NAME.search(phrase):
        ahead = (WEEKDAYS.index(match[1].casefold()) - meeting.weekday() - 1) % 7 + 1
        return meeting + timedelta(days=ahead), meeting + timedelta(days=ahead)
    return None


def _month(match: re.Match[str], meeting: date | None) -> tuple[date, date] | None:
    """A month, in the year beside it or else the first one from the meeting's month on."""
    number = month_number(match[2])
    if match[3]:
        year = int(match[3])
    elif meeting:
        year = meeting.year + (number < meeting.month)
    else:
        return None
    last = date(year, number, monthrange(year, number)[1])
    return (last if match[1] else last.replace(day=1)), last


def _end_of(period: str, meeting: date) -> tuple[date, date]:
    if period.isdigit():
        last = date(int(period), 12, 31)
    else:
        last = _this_or_next(False, period, meeting)[1] if period != "day" else meeting
    return last, last


def _this_or_next(upcoming: bool, period: str, meeting: date) -> tuple[date, date]:
    """The week (from Monday), month or year of the meeting, from its day on, or the whole of the one after."""
    if period == "week":
        first = meeting - timedelta(days=meeting.weekday())
    elif period == "month":
        first = meeting.replace(day=1)
    else:
        first = meeting.replace(month=1, day=1)
    following = later(first, 1, period)
    if upcoming:
        return following, later(following, 1, period) - timedelta(days=1)
    return meeting, following - timedelta(days=1)


def later(day: date, count: int, unit: str) -> date:
    """Return the day ``count`` days, weeks, fortnights, calendar months or years later.

    Where the month is too short, its last day: a month from 31 January is 28 or 29 February.
    """
    unit = unit.casefold()
    if unit in ("day", "week", "fortnight"):
        return day + timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[unit])
    months = day.month - 1 + count * (12 if unit == "year" else 1)
    year, month = day.year + months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _number(written: str) -> int:
    return int(written) if written.isdigit() else _NUMBERS[written.casefold()]
