"""Recorded actions, in the forms that clerks use."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from minutes_parser import parse_bytes
from minutes_parser.layout import owners
from minutes_parser.layout.labels import action_label
from minutes_parser.layout.standing import standing_behind
from minutes_parser.models import Action
from minutes_parser.pipeline import read_minutes
from minutes_parser.readers import read_bytes

CASES = tomllib.loads((Path(__file__).parent.parent / "fixtures/stages/actions.toml").read_text("utf-8"))["case"]


def actions(text: str, format: str = "text") -> list[Action]:
    return read_minutes(read_bytes(text.encode(), "case", format), sentences=False).actions


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_forms(case: dict) -> None:
    found = actions(case["text"], case.get("format", "text"))
    told = [
        {
            "text": one.text,
            "owners": [owner.text for owner in one.owners],
            "due": one.due.text if one.due else "",
            "done": one.done,
        }
        for one in found
    ]
    assert told == [{"owners": [], "due": "", "done": False, **expected} for expected in case["actions"]]


@pytest.mark.parametrize(
    "line",
    [
        "Action: x",
        "ACTION - x",
        "Action Point 4: x",
        "ACTIONS: x",
        "AP1 x",
        "AI: x",
        "TODO: x",
        "Action Agreed: x",
        "ACTION x",
    ],
)
def test_labels(line: str) -> None:
    label = action_label(line, 0, len(line))
    assert label is not None
    assert line[label.end :] == "x"


@pytest.mark.parametrize(
    "line", ["Action log was reviewed", "Actions speak", "APRIL 1", "AID: x", "Activity: x", "AI was discussed"]
)
def test_no_labels(line: str) -> None:
    label = action_label(line, 0, len(line))
    assert label is None or label.weak


@pytest.mark.parametrize(
    ("text", "done", "left"),
    [
        ("Mend the gate - DONE", True, "Mend the gate"),
        ("Mend the gate (completed)", True, "Mend the gate"),
        ("Mend the gate - not yet done", False, "Mend the gate"),
        ("Mend the gate NOT COMPLETED, rain", False, "Mend the gate"),
        ("Say when the gate is done", None, "Say when the gate is done"),
    ],
)
def test_standing(text: str, done: bool | None, left: str) -> None:
    state, end = standing_behind(text, 0, len(text))
    assert (state, text[:end]) == (done, left)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Clerk to write", ["Clerk"]),
        ("The Parish Clerk will write", ["Parish Clerk"]),
        ("AB, CD and the Chair to meet", ["AB", "CD", "Chair"]),
        ("Upon receipt of the note, SP to reply", ["SP"]),
        ("Mr Pell was asked to reply", ["Mr Pell"]),
        ("A letter to be sent", []),
        ("Minutes to be published", []),
        ("Copy of the lease to go to all", []),
    ],
)
def test_subjects(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in owners.subject(text, 0, len(text), lambda _: False)] == expected


def test_a_table_below_a_heading_for_actions_needs_no_head() -> None:
    table = "<table><tr><td>Ada Thorne</td><td>Write to the bank</td></tr><tr><td>Beck Rowe</td><td>Order the sign by 1 June 2024</td></tr></table>"
    page = (
        f"<p>Present: Ada Thorne, Beck Rowe</p><h2>1. Accounts</h2><p>They were approved.</p><h2>2. Actions</h2>{table}"
    )
    found = parse_bytes(page.encode(), "page.html", sentences=False).actions
    assert [(one.text, [owner.text for owner in one.owners]) for one in found] == [
        ("Write to the bank", ["Ada Thorne"]),
        ("Order the sign by 1 June 2024", ["Beck Rowe"]),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Action:** **Orla** Ask the bank.", [("Ask the bank.", ["Orla"])]),
        ("**Action:** **Contact** The bank must be told.", [("Contact The bank must be told.", [])]),
        ("## Actions\n\n- Orla: Ask the bank\n- All: read the plan", [("Ask the bank", ["Orla"]), ("read the plan", ["All"])]),
        ("Orla will ask.\n\n## Actions\n\n- [ ] **Orla**: Need a plan\n- [ ] **Wim**: Need a map", [("Need a plan", ["Orla"]), ("Need a map", ["Wim"])]),
        ("## Actions\n\n- Gutter: Ask for a price\n- Hedge: Cut it", [("Gutter: Ask for a price", []), ("Hedge: Cut it", [])]),
        ("## Actions\n\n- Gutter: Ask for a price of a gutter\n- All: cut it", [("Gutter: Ask for a price of a gutter", []), ("cut it", ["All"])]),
        ("Beck Rowe volunteers to paint it. Up to know nobody has.", []),
        ("* Beck from the **Upper Sallow Band**", []),
    ],
)  # fmt: skip
def test_whom_no_list_names(text: str, expected: list[tuple[str, list[str]]]) -> None:
    page = f"# Wardens\n\n3 May 2024\n\nPresent: Ada Thorne, Beck Rowe\n\n## Roof\n\n{text}\n"
    found = parse_bytes(page.encode(), "a.md", sentences=False).actions
    assert [(one.text, [owner.text for owner in one.owners]) for one in found] == expected
