"""What the record says of itself."""

from __future__ import annotations

import pytest

from minutes_parser.diagnostics import diagnose
from minutes_parser.layout.outline import Outline
from minutes_parser.models import Attendee, DateValue, Meeting, Minutes, SourceInfo, Span, TimeValue
from minutes_parser.source import Source

HERE = Span(start=0, end=1)
DAY = DateValue(text="Monday 9th January", value="2023-01-09", inferred=["year"], span=HERE)
PERSON = Attendee(id="p1", name="Ann Lee", status="present", span=HERE)


def codes(meeting: Meeting, attendees: tuple[Attendee, ...] = (PERSON,), notes: tuple[str, ...] = ()) -> list[str]:
    info = SourceInfo(name="-", media_type="text/plain", encoding="utf-8", sha256="", characters=1)
    outline = Outline(Source("-", "", (), notes=notes), ())
    minutes = Minutes(source=info, meeting=meeting, attendees=list(attendees))
    return [found.code for found in diagnose(outline, minutes)]


@pytest.mark.parametrize(
    ("meeting", "expected"),
    [
        (Meeting(), ["MIN101"]),
        (Meeting(date=DAY), ["MIN103"]),
        (Meeting(date=DAY.model_copy(update={"value": None, "inferred": []})), ["MIN101"]),
        (Meeting(date=DAY.model_copy(update={"inferred": []})), []),
    ],
)
def test_how_sure_the_date_is(meeting, expected):
    assert codes(meeting) == expected


@pytest.mark.parametrize(("text", "impossible"), [("14:00pm", True), ("19.30 p.m.", True), ("2pm", False), ("14:00", False)])
def test_times_that_no_clock_shows(text, impossible):
    time = TimeValue(text=text, value="14:00", span=HERE)
    assert ("MIN104" in codes(Meeting(date=DAY, start_time=time))) is impossible


def test_a_text_that_is_no_minutes():
    assert codes(Meeting(), attendees=()) == ["MIN002"]


def test_what_the_reader_reports_comes_first():
    assert codes(Meeting(date=DAY), notes=("Page 2 has no text.",)) == ["MIN004", "MIN103"]
