"""Decisions, in the forms that clerks use."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from minutes_parser import parse_bytes
from minutes_parser.layout.labels import label_at
from minutes_parser.layout.task import unnumbered
from minutes_parser.layout.verdict_cues import VerdictCues
from minutes_parser.layout.verdicts import FORM_WORDS, decides
from minutes_parser.layout.verdicts_elsewhere import here
from minutes_parser.models import Decision
from minutes_parser.pipeline import plan_of, read_minutes
from minutes_parser.readers import read_bytes
from minutes_parser.readers import text as plain
from minutes_parser.sentences import split

FIXTURES = Path(__file__).parent.parent / "fixtures"
CASES = tomllib.loads((FIXTURES / "stages/decisions.toml").read_text("utf-8"))["case"]
TEXTS = [case["text"] for case in CASES] + [path.read_text("utf-8") for path in FIXTURES.glob("minutes/*.txt")]


def decisions(text: str, format: str = "text") -> list[Decision]:
    return read_minutes(read_bytes(text.encode(), "case", format), sentences=False).decisions


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_forms(case: dict) -> None:
    told = [
        {
            "text": one.text,
            "moved_by": one.moved_by.text if one.moved_by else "",
            "seconded_by": one.seconded_by.text if one.seconded_by else "",
            "vote": one.vote or "",
        }
        for one in decisions(case["text"], case.get("format", "text"))
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


def test_a_sentence_is_tried_for_no_form_but_those_of_words_with_what_stands_beside_them():
    decided = 0
    for text in TEXTS:
        for written in (text, text.upper(), text.replace(" ", "\n")):
            plan = plan_of(plain.read(written.encode(), "case.txt"))
            cues, read = VerdictCues(plan), plan.source.text
            for block in plan.told:
                for start, end in split(read, unnumbered(read, block.body, block.end), block.end):
                    low = plan.source.low[start:end]
                    words = [word for word in FORM_WORDS if word in low]
                    if words and decides(read, start, end, words):
                        assert cues.decides(start, end), read[start:end]
                        decided += 1
    assert decided > 300


def test_labels_of_blocks_are_those_at_their_starts():
    for text in TEXTS:
        plan = plan_of(plain.read(text.encode(), "case.txt"))
        found = {(block.body, block.end): label_at(plan.source.text, block.body, block.end) for block in plan.told}
        assert plan.labels == {place: label for place, label in found.items() if label}


def test_columns_of_tables():
    text = (
        "# Minutes of the Pond Club, 14 May 2024\n\n## Motions\n\n| Motion | Moved | Result |\n|---|---|---|\n"
        "| Raise the dues to £10 | Oake | Carried |\n\n## Matters\n\n| Matter | Who spoke | Decision |\n|---|---|---|\n"
        "| The pond | Moor | Fill it before the summer |\n| The wall | Oake | Noted |\n\n"
        "## Results\n\n| Race | Time | Result |\n|---|---|---|\n| Sculls | 10 | Oake was first of all |\n"
    )
    found = read_minutes(read_bytes(text.encode(), "case", "markdown"), sentences=False).decisions
    assert [one.text for one in found] == ["Raise the dues to £10 Oake Carried", "Fill it before the summer"]


@pytest.mark.parametrize(
    ("sentence", "own"),
    [
        ("the budget was agreed", "the budget was agreed"),
        ("the plan had already been approved and the budget was agreed", "the plan   and the budget was agreed"),
        ("it was agreed that the item be deferred", "it was agreed that the item be deferred"),
        ("the item had been deferred", "the item  "),
        ("the grant was agreed by the county council", "the grant was   council"),
    ],
)
def test_what_was_decided_elsewhere_is_left_out(sentence: str, own: str) -> None:
    assert here(sentence) == own
