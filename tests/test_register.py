"""The register of actions: followed through later meetings of the same body, by rules that abstain."""

from __future__ import annotations

import json
import sys

import pytest

from minutes_parser import cli
from minutes_parser.register.verbs import participles

HEAD = """Minutes of the {body}
Held on {day} at 7.30pm in the Reading Room, Nether Sallow

Present: Cllr Ida Marsh (Chair), Cllr Tom Okoro, Petra Lund (Clerk, PL)

"""
CLOSE = "\n2. Close\nThe meeting closed at nine.\n"
JANUARY, MARCH, MAY = "Tuesday 9 January 2024", "Tuesday 12 March 2024", "Tuesday 14 May 2024"
FIRST = """1. Water supply
The tap was discussed.

Action: PL to send plot holders the date of the plumbing works by 31 January 2024.
Action: Cllr Okoro to mend the gate at the upper field.
"""


@pytest.fixture
def register(tmp_path, capsysbinary, monkeypatch):
    """Return a function that writes meetings and returns the register of them."""

    def run(
        *meetings: tuple[str, str], options: tuple[str, ...] = (), body: str = "Allotments Committee"
    ) -> list[dict]:
        for number, (day, text) in enumerate(meetings):
            name = body if number else "Allotments Committee"
            (tmp_path / f"{number}.txt").write_text(HEAD.format(body=name, day=day) + text + CLOSE)
        monkeypatch.setattr(sys, "argv", ["minutes", "actions", str(tmp_path), *options])
        with pytest.raises(SystemExit) as left:
            cli.main()
        assert not left.value.code
        return json.loads(capsysbinary.readouterr().out)

    return run


def statuses(rows: list[dict]) -> list[str]:
    return [row["status"] for row in rows]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PL had sent plot holders the date of the plumbing works. Done.", ["done", "open"]),
        ("The date of the plumbing works for plot holders was outstanding.", ["carried over", "open"]),
        ("The date of the plumbing works for plot holders was not yet completed.", ["carried over", "open"]),
        ("The date of the plumbing works for plot holders will be completed soon.", ["open", "open"]),
        ("The plumbing was done.", ["open", "open"]),
        ("PL had sent plot holders the date of the plumbing works.", ["done", "open"]),
        ("The date of the plumbing works had been asked for by plot holders.", ["open", "open"]),
        ("PL had not sent plot holders the date of the plumbing works.", ["open", "open"]),
        ("The gate at the upper field has been mended.", ["open", "done"]),
        ("PL to send plot holders the date of the plumbing works - PL - complete", ["done", "open"]),
        ("PL to send plot holders the date of the plumbing works - to be completed", ["carried over", "open"]),
        ("All actions from the last meeting were completed.", ["done", "done"]),
        ("All actions were completed except the gate.", ["open", "open"]),
    ],
)
def test_what_matters_arising_say(register, text, expected):
    assert statuses(register((JANUARY, FIRST), (MARCH, f"1. Matters arising\n{text}\n"))) == expected


@pytest.mark.parametrize(
    ("verb", "told"),
    [("pay", "paid"), ("order", "ordered"), ("circulate", "circulated"), ("apply", "applied"), ("submit", "submitted")],
)
def test_verbs_are_told_as_done(verb, told):
    assert told in participles(verb)
    assert verb not in participles(verb)


def test_a_mark_elsewhere_counts_for_nothing(register):
    text = "1. Gate\nCllr Okoro had mended the gate at the upper field. Done.\n"
    assert statuses(register((JANUARY, FIRST), (MARCH, text))) == ["open", "open"]


def test_an_action_recorded_again_is_one_action_with_its_latest_due_date(register):
    again = "1. Gate\nAction: Cllr Okoro to mend the gate at the upper field by 30 April 2024.\n"
    rows = register((JANUARY, FIRST), (MARCH, again))
    assert [(row["status"], row["due_latest"], row["reported_in"]) for row in rows] == [
        ("open", "2024-01-31", None),
        ("carried over", "2024-04-30", "1.txt"),
    ]


def test_another_owner_is_another_action(register):
    again = "1. Gate\nAction: Cllr Marsh to mend the gate at the upper field.\n"
    assert len(register((JANUARY, FIRST), (MARCH, again))) == 3


def test_another_body_is_not_followed(register):
    text = "1. Matters arising\nAll actions from the last meeting were completed.\n"
    assert statuses(register((JANUARY, FIRST), (MARCH, text), body="Footpaths Committee")) == ["open", "open"]


def test_overdue_only_as_of_a_day_and_without_later_meetings(register):
    meetings = (JANUARY, FIRST), (MARCH, "1. Matters arising\nAll actions from the last meeting were completed.\n")
    assert statuses(register(*meetings, options=("--as-of", "2024-02-01"))) == ["overdue", "open"]
    assert [row["id"] for row in register(*meetings, options=("--as-of", "2024-02-01", "--overdue"))] == ["A1"]
    assert register(*meetings, options=("--as-of", "2024-04-01", "--open")) == []


def test_what_three_meetings_do_not_mention_is_stale(register):
    silent = "1. Seeds\nSeeds were discussed.\n"
    later = [(day, silent) for day in (MARCH, MAY, "Tuesday 9 July 2024")]
    assert statuses(register((JANUARY, FIRST), *later[:2])) == ["open", "open"]
    assert statuses(register((JANUARY, FIRST), *later)) == ["stale", "stale"]


def test_the_owner_is_found_by_name_and_by_mention(register):
    for name in ("lund", "PL"):
        assert [row["id"] for row in register((JANUARY, FIRST), options=("--owner", name))] == ["A1"]


@pytest.mark.parametrize(
    ("suffix", "start"), [("csv", b"body,meeting_date"), ("ics", b"BEGIN:VCALENDAR"), ("xlsx", b"PK")]
)
def test_the_register_as_a_file(tmp_path, monkeypatch, suffix, start):
    (tmp_path / "a.txt").write_text(HEAD.format(body="Allotments Committee", day=JANUARY) + FIRST + CLOSE)
    out = tmp_path / f"register.{suffix}"
    monkeypatch.setattr(sys, "argv", ["minutes", "actions", str(tmp_path), "-o", str(out)])
    with pytest.raises(SystemExit):
        cli.main()
    assert out.read_bytes().startswith(start)


def test_overdue_needs_a_day(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["minutes", "actions", str(tmp_path), "--overdue"])
    with pytest.raises(SystemExit) as left:
        cli.main()
    assert left.value.code == 2
    assert "needs --as-of" in capsys.readouterr().err
