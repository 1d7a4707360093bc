"""The output formats: which there are, how one is chosen, and what every one of them must do."""

from __future__ import annotations

from pathlib import Path, PurePath

import pytest

from minutes_parser import MinutesError, parse, parse_file, writers
from minutes_parser.models import Minutes

FIXTURE = Path(__file__).parents[1] / "fixtures" / "minutes" / "harbour-scrutiny.txt"


@pytest.fixture(scope="module")
def record() -> Minutes:
    return parse_file(FIXTURE, with_text=True)


@pytest.mark.parametrize("format", writers.formats())
def test_equal_records_give_equal_bytes(record, format):
    again = Minutes.from_json(record.to_json().encode(), "again")
    assert writers.render(record, format) == writers.render(again, format)


@pytest.mark.parametrize("format", writers.formats())
def test_a_suffix_leads_back_to_its_format(format):
    for suffix in writers._named(format).SUFFIXES:
        assert writers.format_of(PurePath(f"MINUTES{suffix.upper()}")) == format


def test_no_suffix_is_json():
    assert writers.format_of(PurePath("record")) == "json"


def test_an_unknown_suffix_names_what_there_is():
    with pytest.raises(
        MinutesError, match=r"x\.wpd: no format is written to '\.wpd' files; name one with --to: .*json"
    ):
        writers.format_of(PurePath("x.wpd"))


def test_an_unknown_format_names_what_there_is(record):
    with pytest.raises(MinutesError, match=r"unknown format 'wpd'; choose one of .*json"):
        writers.render(record, "wpd")


def test_an_option_of_another_format_is_refused(record):
    with pytest.raises(MinutesError, match="--table does not apply to json; leave it out"):
        writers.render(record, "json", table="actions")
    assert writers.render(record, "json", table=None) == writers.render(record, "json")


@pytest.mark.parametrize("format", writers.formats())
def test_minutes_without_sections_are_written(format):
    record = parse("hello\n", with_text=True)
    assert not record.sections
    assert writers.render(record, format)
