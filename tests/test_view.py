"""The view of a record in a terminal: what it shows, and that it stays within its columns."""

from __future__ import annotations

import re

import pytest

from minutes_parser import view
from minutes_parser.models import (
    Abbreviation,
    Action,
    Answer,
    Attendee,
    Commitment,
    DateValue,
    Decision,
    Diagnostic,
    Due,
    Exchange,
    Meeting,
    Minutes,
    NextMeeting,
    Party,
    Question,
    Quoted,
    Section,
    SourceInfo,
    Span,
    TimeValue,
)

HERE = Span(start=0, end=1)
LONG = "whether the arrangements for the inspection of the sluices had been settled with the drainage board, and " * 4


def quoted(text: str) -> Quoted:
    return Quoted(text=text, span=HERE)


def party(text: str, attendee: str | None = None) -> Party:
    return Party(text=text, attendee=attendee, span=HERE)


def exchange(number: int, text: str, answered_by: tuple[str, ...], status: str = "answered") -> Exchange:
    question = Question(text=text, asker=party("HC", "p1"), addressee=party("HM", "p2"), span=HERE)
    answers = [Answer(text="Yes.", speaker=party(name) if name else None, span=HERE) for name in answered_by]
    return Exchange(id=f"Q{number}", section="s2", question=question, answers=answers, status=status)


FULL = Minutes(
    source=SourceInfo(name="sluices.txt", media_type="text/plain", encoding="utf-8", sha256="", characters=18_432),
    meeting=Meeting(
        title=quoted("Minutes of the Sluices Panel"),
        body=quoted("Sluices Panel"),
        date=DateValue(text="Monday 9th January", value="2023-01-09", inferred=["year"], span=HERE),
        start_time=TimeValue(text="10am", value="10:00", span=HERE),
        end_time=TimeValue(text="12 noon", value="12:00", span=HERE),
        venue=quoted("Pump House"),
        chair=party("HC", "p1"),
        minute_taker=party("Tobias Quill"),
        next_meeting=NextMeeting(
            text="6 March", date=DateValue(text="6 March", value="2023-03-06", span=HERE), span=HERE
        ),
    ),
    attendees=[
        Attendee(id="p1", name="Morag Ellery", role="Harbour Commissioner", abbreviation="HC", status="present",
                 span=HERE),
        Attendee(id="p2", name="Idris Penhallow", honorific="Capt", role="Harbour Master and Head of the Department of "
                 "Navigation, Moorings and Leisure", abbreviation="HM", status="present", span=HERE),
        Attendee(id="p3", name="Bo Lind", organisation="Anglers' Union", status="apologies", span=HERE),
    ],
    sections=[
        Section(id="s1", number="1", title="Sluices", level=1, parent=None, span=HERE),
        Section(id="s2", number="1.1", title="Inspection", level=2, parent="s1", span=HERE),
        Section(id="s3", number="2", title=None, level=1, parent=None, span=HERE),
        Section(id="s4", number=None, title="Any other business", level=1, parent=None, span=HERE),
    ],
    actions=[
        Action(id="A1", text="HM to write to the board.", owners=[party("HM", "p2")], section="s2", span=HERE,
               due=Due(text="by 28 February", latest="2023-02-28", span=HERE)),
        Action(id="A2", text=LONG, owners=[party("Navigation and Moorings Sub-Committee"), party("Clerk")],
               section="s2", done=True, span=HERE, due=Due(text="within six to twelve months of the survey",
                                                          span=HERE)),
    ],
    commitments=[Commitment(id="C1", text="The HM will ask.", owners=[party("The HM", "p2")], section="s2", span=HERE)],
    exchanges=[
        exchange(1, "The HC asked the HM " + LONG, ("HM", "DHM", "HM")),
        exchange(2, "The HC asked who paid.", (), "unanswered"),
        exchange(3, "The HC asked when.", ("",)),
    ],
    decisions=[
        Decision(id="D1", text="The report was accepted.", moved_by=party("BL"), seconded_by=party("HC"),
                 vote="5 for, 2 against", section="s1", span=HERE),
    ],
    abbreviations=[Abbreviation(term="SON", expansion="Safety of Navigation", span=HERE)],
    diagnostics=[Diagnostic(code="MIN103", severity="info", message="The year was inferred.", span=HERE)],
)  # fmt: skip


def shown(minutes: Minutes = FULL, width: int = 80) -> str:
    return view.render(minutes, "never", width)


@pytest.mark.parametrize("width", [40, 80, 120])
def test_nothing_leaves_its_columns(width):
    assert max(map(len, shown(width=width).splitlines())) <= width


@pytest.mark.parametrize(
    "line",
    [
        r"Date +Monday 9 January 2023  year inferred",
        r"Time +10:00 – 12:00",
        r"Chair +HC \(Morag Ellery\)",
        r"Minutes +Tobias Quill",
        r"Next +Monday 6 March 2023",
        r"sluices.txt · 18,432 characters",
        r"Attendees  2 present, 1 apologies",
        r"Bo Lind +Anglers' Union +apologies",
        r"1.1 Inspection  3 questions, 2 actions, 1 commitment",
        r"A1 +HM +HM to write to the board. +by 28 February",
        r"Q2 +HC → HM +The HC asked who paid. +unanswered",
        r"Q3 +HC → HM +The HC asked when. +answered",
        r"D1 +The report was accepted. +BL, HC 5 for, 2 against",
        r"SON +Safety of Navigation",
        r"MIN103 +info +The year was inferred.",
    ],
)
def test_what_is_shown(line):
    assert re.search(line, shown(width=120))


def test_what_is_empty_is_left_out():
    bare = Minutes(source=FULL.source, meeting=Meeting())
    assert "Actions" not in shown(bare)
    assert "Nothing is known of the meeting itself." in shown(bare)


def test_text_of_the_document_is_not_markup():
    hostile = FULL.model_copy(update={"meeting": Meeting(title=quoted("[red]A[/] :smile: \x1b[2J"))})
    assert "[red]A[/] :smile: ␛[2J" in shown(hostile)
