"""How values stand on a page, and how they are read there again.

Where a value's words say by themselves what it means (a date with its year, an owner whom the attendance list knows),
nothing else stands there: whoever changes the words changes the value. Where they do not, the meaning stands behind
them in brackets, as a reading.
"""

from __future__ import annotations

import re
from datetime import date

from minutes_parser.dates import find_dates, find_times, resolve
from minutes_parser.dates.reach import reach
from minutes_parser.source import Source
from minutes_parser.styled.escapes import fold

_MONTHS = (
    "January February March April May June July August September October November December".split()
)  # never by locale
_DAY = re.compile(rf"(\d{{1,2}}) ({'|'.join(_MONTHS)}) (\d{{4}})")
_UNSETTLED = "no day settled"

Days = tuple[str | None, str | None]
"""The first and last day meant, ISO 8601."""


def day_in_words(iso: str) -> str:
    """Return '9 January 2023' for '2023-01-09'; what is no day of the calendar stays as it is."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    words = f"{day.day} {_MONTHS[day.month - 1]} {day.year:04}"
    return words if day_of(words) == iso else iso


def day_of(words: str) -> str | None:
    """Return the ISO date that ``day_in_words`` made these words of; None where it did not."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", words):
        return words
    if match := _DAY.fullmatch(words):
        return f"{int(match[3]):04}-{_MONTHS.index(match[2]) + 1:02}-{int(match[1]):02}"
    return None


def day_meant(text: str) -> tuple[str | None, list[str]]:
    """Return the day that the words themselves name, and the parts of it that they leave to be inferred."""
    source = Source("", text, ())
    found = find_dates(text)
    return (resolve(source, found[0]).value, []) if found else (None, [])


def time_meant(text: str) -> str | None:
    """Return the time of day (HH:MM) that the words themselves name."""
    found = find_times(text, bare=True)
    return found[0].value if found else None


def days_meant(text: str, meeting: str | None) -> Days:
    """Return the first and last day that the words of a due time mean, counted from the day of the meeting."""
    try:
        return reach(Source("", text, ()), 0, len(text), meeting)
    except (ValueError, OverflowError):  # a day of the meeting that no calendar has
        return None, None


def date_reading(value: str | None, inferred: list[str]) -> str:
    """Return a date's meaning: '(9 January 2023; year inferred)'."""
    day = day_in_words(value) if value else _UNSETTLED
    return f" ({day}; {', '.join(inferred)} inferred)" if inferred else f" ({day})"


def read_date(reading: str) -> tuple[str | None, list[str]]:
    """Return what ``date_reading`` was given."""
    day, _, parts = _bare(reading).partition("; ")
    named = [part.strip() for part in parts.removesuffix("inferred").split(",")]
    return day_of(day), [part for part in named if part in ("year", "month", "day")]


def due_reading(earliest: str | None, latest: str | None) -> str:
    """Return the meaning of a due time: '(from 1 May 2024 to 31 May 2024)', '(by 31 May 2024)'."""
    first = f"from {day_in_words(earliest)}" if earliest else ""
    last = f"{'to' if earliest else 'by'} {day_in_words(latest)}" if latest else ""
    return f" ({f'{first} {last}'.strip() or _UNSETTLED})"


def read_due(reading: str) -> Days:
    """Return what ``due_reading`` was given."""
    match = re.fullmatch(r"(?:from (.+?))??(?: ?(?:by|to) (.+))?", _bare(reading))
    first, last = match.groups() if match else (None, None)
    return day_of(first or ""), day_of(last or "")


def party_reading(number: int | None) -> str:
    """Return which attendee is meant: '(no. 3)', by the place in the attendance list."""
    return f" (no. {number})" if number else " (nobody listed)"


def read_party(reading: str) -> int | None:
    """Return what ``party_reading`` was given."""
    match = re.search(r"\d{1,9}", reading)
    return int(match[0]) if match else None


def place_reading(level: int | None, under: int | None, *, level_said: bool, under_said: bool) -> str:
    """Return a heading's place where its style does not say it: '(level 3; under heading 2)'."""
    parts = [f"level {level}"] if level_said else []
    parts += [f"under heading {under}" if under else "under none"] if under_said else []
    return f" ({'; '.join(parts)})" if parts else ""


def read_place(reading: str) -> tuple[int | None, int | None, bool]:
    """Return the level, the heading above (0 for none), and whether the latter is said."""
    level, under = re.search(r"level (\d{1,9})", reading), re.search(r"under (?:heading (\d{1,9})|none)", reading)
    return int(level[1]) if level else None, int(under[1] or 0) if under else None, under is not None


def time_reading(value: str) -> str:
    """Return a time's meaning: '(14:00)'."""
    return f" ({value})"


def read_time(reading: str) -> str | None:
    """Return what ``time_reading`` was given."""
    match = re.search(r"([01]\d|2[0-3]):[0-5]\d", reading)
    return match[0] if match else None


def _bare(reading: str) -> str:
    return fold(reading).removeprefix("(").removesuffix(")")
