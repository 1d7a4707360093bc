"""Decisions, in the forms that clerks use."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from minutes_parser import parse_bytes
from minutes_parser.models import Decision
from minutes_parser.pipeline import read_minutes
from minutes_parser.readers import text as plain

CASES = tomllib.loads((Path(__file__).parent.parent / "fixtures/stages/decisions.toml").read_text("utf-8"))["case"]


def decisions(text: str) -> list[Decision]:
    return read_minutes(plain.read(text.encode(), "case.txt"), sentences=False).decisions


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_forms(case: dict) -> None:
    told = [
        {
            "text": one.text,
            "moved_by": one.moved_by.text if one.moved_by else "",
            "seconded_by": one.seconded_by.text if one.seconded_by else "",
            "vote": one.vote or "",
        }
        for one in decisions(case["text"])
    ]
    assert told == [{"moved_by": "", "seconded_by": "", "vote": "", **expected} for expected in case["decisions"]]


def test_a_table_of_notes_records_decisions_and_a_list_of_actions_none():
    text = (
        "# Quay group, 3 May 2021\n\n## Attendees\n\n* Ann Hazel\n* Bob Larch\n\n## Agenda\n\n"
        "| Topic | Notes | Actions: Responsible |\n| --- | --- | --- |\n"
        "| Quorum | It was long. The group agreed to reduce the quorum to five. | Ann will update the page. |\n\n"
        "## Log\n\n| Action | Owner | Status |\n| --- | --- | --- |\n| Paint the gate, which was agreed | Bob | Approved by all |\n"
    )
    record = parse_bytes(text.encode(), "case.md", sentences=False)
    assert [one.text for one in record.decisions] == ["The group agreed to reduce the quorum to five."]
    assert [section.title for section in record.sections] == ["Agenda", "Log"]
    assert [action.text for action in record.actions] == [
        "Ann will update the page.",
        "Paint the gate, which was agreed",
    ]
