"""Calendar dates as they are written: found, not yet settled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from minutes_parser import lazy

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
          "november", "december")  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH_NUMBERS = {name[:3]: number for number, name in enumerate(MONTHS, 1)}
_WEEKDAY_NUMBERS = {name[:3]: number for number, name in enumerate(WEEKDAYS)}

# 'may', 'march', 'mar' and 'jan' are also words or names: as months they are capitalised.
MONTH = (r"(?:(?:january|february|(?-i:March|MARCH)|april|(?-i:May|MAY)|june|july|august|september|october|november|"
         r"december)(?![A-Za-z_])|(?:jan|feb|(?-i:Mar|MAR)|apr|jun|jul|aug|sept?|oct|nov|dec)(?![A-Za-z_])\.?)")  # fmt: skip
WEEKDAY = r"(?:mon|tue(?:s)?|wed(?:nes|s)?|thu(?:rs|r)?|fri|sat(?:ur)?|sun)(?:day)?"
_ORDINAL = r"(?:\s?\^?(?:st|nd|rd|th)\^?)"
_DAY = rf"(?:[12]\d|3[01]|0?[1-9])(?!\d){_ORDINAL}?"
_FURTHER_DAY = rf"(?:\s?(?:-|–|—|/|&|to|and)\s?{_DAY})?"  # "10-12 May": a meeting of several days
_SEVERAL_DAYS = rf"(?:,\s?{_DAY}){{1,4}}(?:,?\s?(?:&|and)|,)\s?{_DAY}"  # '24, 25 and 26 May'
_MOST_DAYS = 7
"""Days that a meeting may last: in 'Council 3 - 24th November' the first number is another."""
_YEAR = r"(?:(?:19|20)\d\d(?!\d)|['‘’]\d\d(?!\d))"
_SHORT_YEAR = r"(?:(?<=-)\d\d(?![\w:./-])|(?<=[a-z] )[012]\d(?=[ ]*(?:[\r\n);]|\Z)))"
"""'14-May-24', and '14 May 24' at the end of a line: elsewhere it may be a number of anything."""

# A date is found by its first number: the rest of it stands behind, a month or weekday before.
_DAY_MONTH = (
    rf"(?P<d1>{_DAY})(?P<f1>{_SEVERAL_DAYS}|{_FURTHER_DAY})(?:\s+day)?(?:\s+of)?(?:\s+|\s?[-,.]\s?|(?<=[a-z^]))"
    rf"(?P<m1>{MONTH})(?:(?:\s*,\s*|\s+|\s?-\s?|(?<=[a-z]))(?P<y1>{_YEAR}|{_SHORT_YEAR}))?"
)
_ISO = r"(?P<y3>(?:19|20)\d\d)(?P<s3>[-/. ])(?P<m3>0\d|1[0-2])(?P=s3)(?P<d3>[0-3]\d)(?![\d-]|/(?!\d\d(?![\d/])))"
_NUMERIC = r"(?P<a4>[0-3]?\d)(?P<s4>[-/.])(?P<b4>[0-3]?\d)(?P=s4)(?P<y4>(?:19|20)\d\d|\d\d)(?![\d/-]|\.\d)"
_COMPACT = r"(?P<y5>(?:19|20)\d\d)(?P<m5>0[1-9]|1[0-2])(?P<d5>0[1-9]|[12]\d|3[01])(?!\d)"  # 20190530
_YEAR_FIRST = rf"(?P<y6>(?:19|20)\d\d)(?P<s6>[-/. ])(?P<m6>{MONTH})(?P=s6)(?P<d6>{_DAY})(?![\w-]|:\d)"  # 2018-Jun-07
_FROM_NUMBER = lazy.compile(rf"(?i)(?:{_ISO}|{_COMPACT}|{_NUMERIC}|{_YEAR_FIRST}|{_DAY_MONTH})")
_NUMBER = lazy.compile(r"\d(?<![\d:/£$€#]\d)(?<!\S-\d)(?<!\d[.,]\d)(?:\d{0,3}|\d{7})(?!\d)")
"""The digit first, what may not stand before it afterwards: so the search runs from digit to digit."""
_DAY_AFTER_MONTH = lazy.compile(
    rf"(?i)(?P<d2>{_DAY})(?![:.]\d|\s?[ap]\.?m\b|%){_FURTHER_DAY}(?:\s*(?:,\s*)?(?P<y2>{_YEAR}))?"
)
_MONTH_BEFORE = lazy.compile(rf"(?i)(?<![A-Za-z])(?P<m2>{MONTH})\s+(?:the\s+)?$")
_LAST_OF_MONTH = frozenset("ynhletrbcvgp.YNHLETRBCVGP")
"""What a month's name or its short form ends in (or 'the')."""
_WEEKDAY_BEFORE = lazy.compile(rf"(?i)(?<![A-Za-z])({WEEKDAY})\.?(?:\s*,\s*|\s*)(?:the\s+)?$")
_WEEKDAY_AFTER = lazy.compile(rf"(?i)\s?[(,]\s?({WEEKDAY})\b\)?")
_LONGEST_BEFORE = 18
"""Characters of the longest month or weekday with 'the' before the number."""
_DIGITS = lazy.compile(r"\d+")

DATE = (
    rf"(?:{WEEKDAY}\.?,?\s*)?(?:the\s+)?(?:{_DAY}(?:\s+of)?[\s-]{MONTH}(?:,?[\s-]{_YEAR})?|{MONTH}\s+(?:the\s+)?{_DAY}(?:,?\s+{_YEAR})?"
    r"|(?:19|20)\d\d-\d\d-\d\d|[0-3]?\d[-/.][0-3]?\d[-/.](?:(?:19|20)\d\d|\d\d)(?!\d))"
)
"""A date as part of a larger pattern, without groups."""


@dataclass(slots=True)
class WrittenDate:
    """A date as it stands in the text: its place, and the parts that are written."""

    start: int
    end: int
    day: int
    month: int
    year: int | None
    """Four digits; None where none is written beside it."""
    weekday: int | None
    """0 for Monday to 6 for Sunday; None where none is written beside it."""
    order_open: bool = False
    """Day and month are both numbers up to 12 and differ: either may come first. ``day`` is the number that does."""

    def on(self, year: int | None = None) -> date | None:
        """Return the calendar day, in ``year`` where none is written; None where there is no such day."""
        try:
            return date(self.year or year or 0, self.month, self.day)
        except ValueError:
            return None


def find_dates(text: str, start: int = 0, end: int | None = None) -> list[WrittenDate]:
    """Return the dates that name a day in ``text[start:end]``, in order."""
    end = len(text) if end is None else end
    found: list[WrittenDate] = []
    reached = start
    for number in _NUMBER.finditer(text, start, end):
        if number.start() >= reached and (written := _at_number(text, number.start(), reached, end)):
            found.append(written)
            reached = written.end
    return found


def _at_number(text: str, at: int, start: int, end: int) -> WrittenDate | None:
    """Return the date whose first number stands at ``at``; what belongs before it begins at ``start`` or later."""
    begin = max(start, at - _LONGEST_BEFORE)
    if match := _FROM_NUMBER.match(text, at, end):
        weekday = _weekday_before(text, begin, at)
        first = weekday.start() if weekday else at
        written = _from_number(match, first, weekday[1] if weekday else None)
    elif at - begin > 3 and text[at - 1].isspace() and (text[at - 2] in _LAST_OF_MONTH or text[at - 2].isspace()):
        written = _from_month(text, at, begin, start, end)
    else:
        return None
    return _with_weekday_after(text, written, end) if written else None


def _from_number(match: re.Match[str], start: int, weekday: str | None) -> WrittenDate | None:
    """Return a date that begins with a number, or None where its numbers are none."""
    order_open = False
    year: int | None
    if match["y3"]:
        day, month, year = int(match["d3"]), int(match["m3"]), int(match["y3"])
    elif match["y5"]:
        day, month, year = int(match["d5"]), int(match["m5"]), int(match["y5"])
    elif match["y6"]:
        day, month, year = _number(match["d6"]), month_number(match["m6"]), int(match["y6"])
    elif match["a4"]:
        day, month, year = int(match["a4"]), int(match["b4"]), full_year(match["y4"])
        order_open = day <= 12 and month <= 12 and day != month
        if month > 12:  # month first: the second number can only be the day
            day, month = month, day
    else:
        day, month, year = _number(match["d1"]), month_number(match["m1"]), _year(match["y1"])
        if not all(0 < int(further) - day <= _MOST_DAYS for further in _DIGITS.findall(match["f1"])):
            return None
    written = WrittenDate(start, match.end(), day, month, year, _weekday(weekday), order_open)
    return written if written.on(2000) else None


def _from_month(text: str, at: int, begin: int, start: int, end: int) -> WrittenDate | None:
    """Return a date with the month's name before the number at ``at``: 'Friday, March 14th, 2022'."""
    month = _MONTH_BEFORE.search(text, begin, at)
    day = _DAY_AFTER_MONTH.match(text, at, end) if month else None
    if not month or not day:
        return None
    weekday = _weekday_before(text, max(start, month.start() - _LONGEST_BEFORE), month.start())
    written = WrittenDate(
        weekday.start() if weekday else month.start(), day.end(), _number(day["d2"]), month_number(month["m2"]),
        _year(day["y2"]), _weekday(weekday[1] if weekday else None),
    )  # fmt: skip
    return written if written.on(2000) else None


def _weekday_before(text: str, begin: int, end: int) -> re.Match[str] | None:
    return _WEEKDAY_BEFORE.search(text, begin, end) if end - begin > 2 else None


def _number(written: str) -> int:
    digits = _DIGITS.match(written)
    return int(digits[0]) if digits else 0


def _year(written: str | None) -> int | None:
    return full_year(written.lstrip("'‘’")) if written else None


def _with_weekday_after(text: str, written: WrittenDate, end: int) -> WrittenDate:
    """Take in a weekday that stands behind the date: '14 March 2022 (Monday)'."""
    if written.weekday is None and text[written.end : written.end + 2].strip()[:1] in ("(", ","):
        after = _WEEKDAY_AFTER.match(text, written.end, end)
        if after:
            return WrittenDate(written.start, after.end(), written.day, written.month, written.year,
                               _weekday(after[1]), written.order_open)  # fmt: skip
    return written


def _weekday(name: str | None) -> int | None:
    return _WEEKDAY_NUMBERS.get(name[:3].casefold()) if name else None


def month_number(name: str) -> int:
    """Return 1 to 12 for a month's name or its short form."""
    return _MONTH_NUMBERS[name[:3].casefold()]


def full_year(digits: str) -> int:
    """Return a year of four digits; two digits are of this century up to 69."""
    year = int(digits)
    return year if year > 99 else year + (2000 if year < 70 else 1900)
