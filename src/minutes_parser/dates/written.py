"""Calendar dates as they are written: found, not yet settled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
          "november", "december")  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

# 'may', 'march', 'mar' and 'jan' are also words or names: as months they are capitalised.
MONTH = (r"(?:jan(?:uary)?|feb(?:ruary)?|(?-i:Mar(?:ch)?|MAR(?:CH)?)|apr(?:il)?|(?-i:May|MAY)|june?|july?|aug(?:ust)?"
         r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?")  # fmt: skip
WEEKDAY = r"(?:mon|tue(?:s)?|wed(?:nes|s)?|thu(?:rs|r)?|fri|sat(?:ur)?|sun)(?:day)?"
_ORDINAL = r"(?:\s?\^?(?:st|nd|rd|th)\^?)"
_DAY = rf"(?:[12]\d|3[01]|0?[1-9])(?!\d){_ORDINAL}?"
_FURTHER_DAY = rf"(?:\s?(?:-|–|—|/|&|to|and)\s?{_DAY})?"  # "10-12 May": a meeting of several days
_YEAR = r"(?:(?:19|20)\d\d(?!\d)|['’]\d\d(?!\d))"
_NAMED = rf"(?<![A-Za-z])(?P<{{0}}>{WEEKDAY})\.?(?:\s*,\s*|\s*)(?:the\s+)?"

_DAY_MONTH = (
    rf"(?:{_NAMED.format('w1')})?(?<![\d:.,/£$€#-])(?P<d1>{_DAY}){_FURTHER_DAY}(?:\s+of)?(?:\s+|\s?[-,.]\s?|(?<=[a-z^]))"
    rf"(?P<m1>{MONTH})(?:(?:\s*,\s*|\s+|\s?-\s?)(?P<y1>{_YEAR}))?"
)
_MONTH_DAY = (
    rf"(?:{_NAMED.format('w2')})?(?<![A-Za-z])(?P<m2>{MONTH})\s+(?:the\s+)?(?P<d2>{_DAY})(?![:.]\d|\s?[ap]\.?m\b|%)"
    rf"{_FURTHER_DAY}(?:\s*(?:,\s*)?(?P<y2>{_YEAR}))?"
)
_ISO = rf"(?:{_NAMED.format('w3')})?(?<![\d./-])(?P<y3>(?:19|20)\d\d)(?P<s3>[-/. ])(?P<m3>0\d|1[0-2])(?P=s3)(?P<d3>[0-3]\d)(?![\d/-])"
_NUMERIC = (
    rf"(?:{_NAMED.format('w4')})?(?<![\d./-])(?P<a4>[0-3]?\d)(?P<s4>[-/.])(?P<b4>[0-3]?\d)(?P=s4)"
    r"(?P<y4>(?:19|20)\d\d|\d\d)(?![\d/-]|\.\d)"
)
_DATE = re.compile(rf"(?i){_ISO}|{_NUMERIC}|{_DAY_MONTH}|{_MONTH_DAY}")
_WEEKDAY_AFTER = re.compile(rf"(?i)\s?[(,]\s?({WEEKDAY})\b\)?")
_DIGITS = re.compile(r"\d+")

DATE = (
    rf"(?:{WEEKDAY}\.?,?\s*)?(?:the\s+)?(?:{_DAY}(?:\s+of)?[\s-]{MONTH}(?:,?[\s-]{_YEAR})?|{MONTH}\s+(?:the\s+)?{_DAY}(?:,?\s+{_YEAR})?"
    r"|(?:19|20)\d\d-\d\d-\d\d|[0-3]?\d[-/.][0-3]?\d[-/.](?:(?:19|20)\d\d|\d\d)(?!\d))"
)
"""A date as part of a larger pattern, without groups."""


@dataclass(frozen=True, slots=True)
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
    return list(_dates(text, start, len(text) if end is None else end))


def _dates(text: str, start: int, end: int) -> Iterator[WrittenDate]:
    for match in _DATE.finditer(text, start, end):
        if written := _written(match):
            yield _with_weekday_after(text, written, end)


def _written(match: re.Match[str]) -> WrittenDate | None:
    """Return the match as a date, or None where the numbers are none."""
    group = match.groupdict()
    order_open = False
    weekday = group["w1"] or group["w2"] or group["w3"] or group["w4"]
    if group["y3"]:
        day, month, year = int(group["d3"]), int(group["m3"]), int(group["y3"])
    elif group["a4"]:
        day, month, year = int(group["a4"]), int(group["b4"]), full_year(group["y4"])
        if month > 12:  # month first: the second number can only be the day
            day, month = month, day
        order_open = day <= 12 and day != month and int(group["a4"]) == day
    else:
        name, number = group["m1"] or group["m2"], group["d1"] or group["d2"]
        written_year = group["y1"] or group["y2"]
        digits = _DIGITS.search(number)
        day, month = int(digits[0]) if digits else 0, month_number(name)
        year = full_year(written_year.lstrip("'’")) if written_year else None  # type: ignore[assignment]
    written = WrittenDate(match.start(), match.end(), day, month, year, _weekday(weekday), order_open)
    return written if written.on(2000) else None


def _with_weekday_after(text: str, written: WrittenDate, end: int) -> WrittenDate:
    """Take in a weekday that stands behind the date: '14 March 2022 (Monday)'."""
    if written.weekday is None and text[written.end : written.end + 2].strip()[:1] in ("(", ","):
        after = _WEEKDAY_AFTER.match(text, written.end, end)
        if after:
            return WrittenDate(written.start, after.end(), written.day, written.month, written.year,
                               _weekday(after[1]), written.order_open)  # fmt: skip
    return written


def _weekday(name: str | None) -> int | None:
    if not name:
        return None
    return next((index for index, full in enumerate(WEEKDAYS) if full.startswith(name[:3].casefold())), None)


def month_number(name: str) -> int:
    """Return 1 to 12 for a month's name or its short form."""
    return next(index for index, full in enumerate(MONTHS, 1) if full.startswith(name[:3].casefold()))


def full_year(digits: str) -> int:
    """Return a year of four digits; two digits are of this century up to 69."""
    year = int(digits)
    return year if year > 99 else year + (2000 if year < 70 else 1900)
