"""Dates and times as written, the years a document proves, and the phrases that say by when."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from minutes_parser.dates import due, find_dates, find_times, next_after, resolve, year_of
from minutes_parser.source import Source, plain_lines

CASES = Path(__file__).parent.parent / "fixtures" / "stages"
DATES = tomllib.loads((CASES / "dates.toml").read_text(encoding="utf-8"))
DUE = tomllib.loads((CASES / "due.toml").read_text(encoding="utf-8"))["due"]
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def source(text: str, name: str = "minutes.txt") -> Source:
    return Source(name, text, plain_lines(text))


@pytest.mark.parametrize(("text", "expected"), DATES["dates"].items())
def test_dates_are_found_as_written(text, expected):
    found = []
    for written in find_dates(text):
        parts = [f"{written.year or '????'}-{written.month:02}-{written.day:02}"]
        parts += [WEEKDAYS[written.weekday]] if written.weekday is not None else []
        parts += ["open"] if written.order_open else []
        found.append(" ".join(parts))
    assert found == expected


@pytest.mark.parametrize(("text", "expected"), DATES["times"].items())
def test_times_are_read_in_24_hours(text, expected):
    found = [
        " ".join(
            [written.value]
            + ["impossible"] * written.impossible
            + ["bare"] * written.bare
            + ["half"] * written.half_open
        )
        for written in find_times(text, bare=True)
    ]
    assert found == expected


@pytest.mark.parametrize("case", DUE, ids=lambda case: case[0])
def test_the_time_by_when_is_quoted(case):
    text, *expected = case
    read = due(source(text), 0, len(text), "2022-12-19")
    assert ([read.text, read.earliest or "", read.latest or ""] if read else []) == expected
    assert read is None or text[read.span.start : read.span.end] == read.text


def test_a_due_field_is_taken_whole():
    text = "Comments wanted by 23 March"
    read = due(source(text), 0, len(text), "2022-12-19", field=True)
    assert read
    assert (read.text, read.latest) == (text, "2023-03-23")
    assert due(source("n/a"), 0, 3, None, field=True) is None


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("7/9/2020", "minutes.txt", None),
        ("7/9/2020", "committee-2020-07-09.txt", "2020-07-09"),
        ("7/9/2020; the lease ends on 7/28/2021", "minutes.txt", "2020-07-09"),
        ("7/9/2020; the lease ends on 28/7/2021", "minutes.txt", "2020-09-07"),
        ("Monday 7/9/2020", "minutes.txt", "2020-09-07"),
        ("7/9/2020, 9:00 am PT", "minutes.txt", "2020-07-09"),
        ("7/9/2020, £40", "minutes.txt", "2020-09-07"),
    ],
)
def test_the_order_of_day_and_month_needs_evidence(text, name, value):
    read = source(text, name)
    assert resolve(read, find_dates(text)[0]).value == value


def test_a_year_is_proven_by_what_lies_before_and_after():
    monday, plain = find_dates("Monday 19th December; 19 December")
    assert year_of(monday, after=[date(2023, 1, 30)]) == 2022
    assert year_of(plain, after=[date(2023, 1, 30)]) == 2022
    assert year_of(plain, before=[date(2021, 11, 4)], after=[date(2022, 1, 9)]) == 2021
    assert year_of(plain, same=[date(2019, 12, 19)]) == 2019
    assert year_of(monday, same=[date(2019, 12, 19)]) is None
    assert year_of(monday, after=[date(2022, 1, 30)]) is None
    assert year_of(plain) is None


def test_the_next_date_without_a_year_is_the_first_one_after():
    thursday, plain = find_dates("Thursday 11th December; 6 September")
    assert next_after(thursday, date(2008, 11, 19)) == 2008
    assert next_after(thursday, date(2009, 11, 19)) is None
    assert next_after(plain, date(2011, 9, 6)) == 2012
