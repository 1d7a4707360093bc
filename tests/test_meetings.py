"""Several meetings in one document."""

from __future__ import annotations

import json

import pytest

from minutes_parser import parse, parse_all

MEETING = """Gates Committee
Minutes of the meeting held on {day} at 7.30pm

Present: Ann Hazel (Chair), Bob Larch
Apologies: Cy Rowan

1. Gate
The gate was {state}.
Action: {who} to paint it.

2. Close
The meeting closed.

"""
JANUARY = MEETING.format(day="Tuesday 9 January 2024", state="shut", who="Bob")
MARCH = MEETING.format(day="Tuesday 12 March 2024", state="open", who="Ann")
MAY = MEETING.format(day="Tuesday 14 May 2024", state="gone", who="Cy")


def test_each_meeting_is_a_record_with_places_in_the_whole_text():
    text = JANUARY + MARCH + MAY
    records = parse_all(text.encode(), "2024.txt", with_text=True)
    assert [record.meeting.date.value for record in records] == ["2024-01-09", "2024-03-12", "2024-05-14"]
    for record in records:
        assert (record.source.text, record.source.characters) == (text, len(text))
        assert [person.name for person in record.attendees] == ["Ann Hazel", "Bob Larch", "Cy Rowan"]
        assert [section.number for section in record.sections] == ["1", "2"]
        [action] = record.actions
        assert text[action.span.start : action.span.end] == action.text


def test_each_record_is_that_of_the_meeting_alone():
    alone = parse(MARCH)
    [_, second] = parse_all((JANUARY + MARCH).encode())
    assert second.meeting.model_dump(exclude={"span"}).keys() == alone.meeting.model_dump().keys()
    told = [[item.text for item in record.actions] for record in (alone, second)]
    assert told[0] == told[1]
    assert [block.text for section in second.sections for block in section.blocks] == [
        block.text for section in alone.sections for block in section.blocks
    ]


def test_without_asking_the_first_is_read_and_the_others_are_told():
    record = parse(JANUARY + MARCH)
    assert record.meeting.date.value == "2024-01-09"
    assert len(record.actions) == 1
    [told] = [item for item in record.diagnostics if item.code == "MIN006"]
    assert told.message == (
        "The document holds 2 meetings; this record is of the first, the second begins with 'Gates Committee'."
    )
    assert told.span.start == len(JANUARY)


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("the same day again: a running head", JANUARY.partition("1. Gate")[0] + "3. Fence\nIt stands.\n"),
        ("a day without a list", "Minutes of the meeting held on 12 March 2024\n\nThey were approved.\n"),
        ("a list without a day", "Site visit\n\nPresent: Ann Hazel, Bob Larch\n\nAll was well.\n"),
        ("a sentence", "The minutes of the meeting held on 12 March 2024 were read.\n\nPresent: nobody objected.\n"),
        ("the next meeting", "Date of next meeting: 12 March 2024\n\nDistribution: all\n"),
    ],
    ids=lambda value: value if "\n" not in value else "",
)
def test_what_is_no_other_meeting(name, more):
    assert len(parse_all((JANUARY + more).encode())) == 1


def test_a_page_with_a_heading_for_each_meeting():
    page = "".join(
        f"## {day}\n\n### Attendees\n\n- Ann Hazel\n- Bob Larch\n\n### Notes\n\n- The gate was {state}, as everybody saw.\n\n"
        for day, state in (("2024-01-09", "shut"), ("2024-01-16", "open"), ("2024-01-23", "gone"))
    )
    records = parse_all(f"# Gates meetings\n\n{page}".encode(), "gates.md")
    assert [record.meeting.date.value for record in records] == ["2024-01-09", "2024-01-16", "2024-01-23"]
    assert [[person.name for person in record.attendees] for record in records] == [["Ann Hazel", "Bob Larch"]] * 3


def test_the_command_prints_a_line_for_each(minutes, tmp_path):
    (tmp_path / "2024.txt").write_text(JANUARY + MARCH)
    lines = minutes("parse", tmp_path / "2024.txt", "--all").out.splitlines()
    assert [json.loads(line)["meeting"]["date"]["value"] for line in lines] == ["2024-01-09", "2024-03-12"]
    assert minutes("parse", tmp_path / "2024.txt", "--all", "-o", tmp_path / "x.jsonl").code == 0
    assert len((tmp_path / "x.jsonl").read_text().splitlines()) == 2
    done = minutes("parse", tmp_path / "2024.txt", "--all", "-o", tmp_path / "x.docx")
    assert (done.code, (tmp_path / "x.docx").exists()) == (2, False)


def test_titles_set_in_the_middle_of_their_line_keep_it():
    text = "".join("\n".join("      " + line for line in meeting.splitlines()) + "\n\n" for meeting in (JANUARY, MARCH))
    records = parse_all(text.encode(), "2024.txt")
    assert [record.meeting.date.value for record in records] == ["2024-01-09", "2024-03-12"]
    assert [record.meeting.body.text for record in records] == ["Gates Committee", "Gates Committee"]


def test_those_absent_from_a_vote_begin_no_other_meeting_and_no_business():
    vote = "Ayes: Hazel, Larch\nNoes: None\nAbsent: None\n\n"
    text = JANUARY.replace(
        "2. Close", f"{vote}2. Minutes of 5 December 2023\nThey were read.\n\n3. Wall\n{vote}4. Close"
    )
    [record] = parse_all(text.encode())
    assert [section.number for section in record.sections] == ["1", "2", "3", "4"]
