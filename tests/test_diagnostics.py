"""Findings about a record, each at its place."""

from __future__ import annotations

import pytest

from minutes_parser.diagnostics import diagnose
from minutes_parser.models import (
    Action,
    Attendee,
    DateValue,
    Decision,
    Meeting,
    Minutes,
    NextMeeting,
    Party,
    Section,
    SourceInfo,
    Span,
    TimeValue,
)  # fmt: skip
from minutes_parser.source import Line, Source, plain_lines


def span(start: int = 0, end: int = 5) -> Span:
    return Span(start=start, end=end)


def day(text: str, value: str | None, *inferred: str) -> DateValue:
    return DateValue(text=text, value=value, inferred=list(inferred), span=span())  # type: ignore[arg-type]


def person(number: int, name: str, abbreviation: str | None = None) -> Attendee:
    return Attendee(
        id=f"p{number}", name=name, abbreviation=abbreviation, status="present", span=span(number * 10, number * 10 + 5)
    )


def section(number: str, place: int = 0, parent: str | None = None) -> Section:
    return Section(id=f"s{place}", number=number, title="Reports", level=1, parent=parent, span=span(place, place + 5))


def party(text: str, start: int = 50, attendee: str | None = None) -> Party:
    return Party(text=text, attendee=attendee, span=span(start, start + len(text)))


def findings(source: Source | None = None, **fields) -> list[tuple[str, str]]:
    source = source or Source("minutes.txt", "Minutes", plain_lines("Minutes"))
    info = SourceInfo(name="minutes.txt", media_type="text/plain", encoding="utf-8", sha256="", characters=7)
    meeting = {"date": day("5 March 2024", "2024-03-05"), "chair": party("Ada Moss")} | fields.pop("meeting", {})
    record = {"attendees": [person(1, "Ada Moss")]} | fields
    minutes = Minutes(source=info, meeting=Meeting(**meeting), **record)
    return [(found.code, found.message) for found in diagnose(source, minutes)]


def test_minutes_without_fault_have_no_findings():
    assert (
        findings(sections=[section("1"), section("2", 10), section("2.1", 20, "s10"), section("2.2", 30, "s10")]) == []
    )


@pytest.mark.parametrize(
    ("meeting", "code", "message"),
    [
        ({"date": None}, "MIN101", "The minutes do not say on which day the meeting was held."),
        ({"date": day("7/9/2020", None)}, "MIN101", "The document does not settle which day '7/9/2020' is."),
        ({"date": day("Monday 5 March 2024", "2024-03-05")}, "MIN102",
         "'Monday 5 March 2024' contradicts itself: 2024-03-05 is a Tuesday."),
        ({"date": day("5 March", "2024-03-05", "year")}, "MIN103",
         "No year stands beside '5 March'; the document shows that it is 2024."),
        ({"start_time": TimeValue(text="14:00pm", value="14:00", span=span())}, "MIN104",
         "There is no such time as '14:00pm', read as 14:00."),
        ({"next_meeting": NextMeeting(text="1 March 2024", date=day("1 March 2024", "2024-03-01"), span=span())}, "MIN105",
         "The next meeting, 2024-03-01, is not after this one, 2024-03-05."),
        ({"chair": None}, "MIN106", "The minutes do not say who chaired the meeting."),
    ],
)  # fmt: skip
def test_the_meetings_fields(meeting, code, message):
    assert findings(meeting=meeting) == [(code, message)]


@pytest.mark.parametrize(
    ("fields", "code", "message"),
    [
        ({"attendees": []}, "MIN121", "The minutes do not list who attended."),
        ({"attendees": [person(1, "Ada Moss", "AM"), person(2, "Abel Marsh", "AM")]}, "MIN122",
         "'AM' stands for Ada Moss and Abel Marsh."),
        ({"attendees": [person(1, "Ada Moss"), person(2, "Ben Moss")],
          "decisions": [Decision(id="D1", text="Agreed", span=span(), moved_by=party("Moss"), section=None)]},
         "MIN126", "'Moss' may mean Ada Moss or Ben Moss."),
        ({"actions": [Action(id="A1", text="Paint the door", span=span(), section=None)]}, "MIN301",
         "Nobody is named to do this: 'Paint the door'"),
        ({"sections": [section("1"), section("2", 10), section("5", 20)]}, "MIN201", "Number 5 follows 2: 3 to 4 are missing."),
        ({"sections": [section("117/23"), section("119/23", 10)]}, "MIN201", "Number 119/23 follows 117/23: 118/23 is missing."),
        ({"sections": [section("3"), section("4", 10), section("4", 20)]}, "MIN202", "Number 4 is used twice."),
    ],
)  # fmt: skip
def test_people_numbers_and_actions(fields, code, message):
    assert findings(**fields) == [(code, message)]


def test_a_sequence_may_begin_anew():
    assert (
        findings(sections=[section(number, 10 * place) for place, number in enumerate(["1", "2", "3", "1", "2"])]) == []
    )


def test_a_text_that_is_no_record_of_a_meeting_has_this_finding_alone():
    assert [code for code, _ in findings(meeting={"date": None, "chair": None}, attendees=[])] == ["MIN002"]


def test_what_was_set_aside_and_what_the_reader_noted_is_reported():
    text = "Page 1\nMinutes\nPage 2"
    lines = (Line(0, 6, 1, "furniture"), Line(7, 14, 2), Line(15, 21, 3, "furniture"))
    found = findings(Source("minutes.pdf", text, lines, notes=("Page 3 holds no text.",)))
    assert found == [
        ("MIN004", "Page 3 holds no text."),
        ("MIN004", "2 lines were set aside as page numbers, running heads or web chrome, the first of them 'Page 1'."),
    ]
