"""Attendance lists, in the ways in which clerks write them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from minutes_parser import parse, parse_bytes
from minutes_parser.layout.names import initials, name_at, role_or_organisation
from minutes_parser.models import Minutes
from minutes_parser.pipeline import read_minutes
from minutes_parser.readers import read_bytes
from minutes_parser.stages.attendees.mending import mended

CASES = tomllib.loads((Path(__file__).parent.parent / "fixtures/stages/attendance.toml").read_text("utf-8"))["case"]


def parsed(text: str, format: str = "text") -> Minutes:
    return read_minutes(read_bytes(text.encode(), "case", format), sentences=False)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_forms(case: dict) -> None:
    found = [
        {
            "name": person.name,
            "role": person.role or "",
            "organisation": person.organisation or "",
            "abbreviation": person.abbreviation or "",
            "status": person.status,
        }
        for person in parsed(case["text"], case.get("format", "text")).attendees
    ]
    nothing = {"role": "", "organisation": "", "abbreviation": "", "status": "present"}
    assert found == [{**nothing, **person} for person in case["people"]]


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Dr Ada Thorne", "Ada Thorne", "Dr"),
        ("Cllr. B. Rowe took the chair", "B. Rowe", "Cllr"),
        ("Coun. Ada Thorne", "Ada Thorne", "Coun"),
        ("Çağla Šimić, Clerk", "Çağla Šimić", None),
        ("Lord Marsh (Treasury)", "Lord Marsh", None),
        ("Sir Ivo Berners-Hill", "Ivo Berners-Hill", "Sir"),
        ("Kit von Holm (Quay Office)", "Kit von Holm", None),
        ("Ada M Thorne @athorne", "Ada M Thorne", None),
        ("Cyril O’Shea Saltmere University", "Cyril O’Shea", None),
        ("@heron", "@heron", None),
    ],
)
def test_a_name_ends_where_role_or_organisation_begin(text: str, name: str, title: str | None) -> None:
    found = name_at(text, 0, len(text))
    assert found is not None
    assert (text[found.start : found.end], found.title) == (name, title)


@pytest.mark.parametrize(
    "text", ["3 residents", "Members of the public", "Vacant", "Harbour Trust", "Crime Commissioner", "None"]
)
def test_what_is_no_name(text: str) -> None:
    assert name_at(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Deputy Harbour Master and Head of Works", "role"),
        ("retired pilot", "role"),
        ("University of Saltmere", "organisation"),
        ("Office of the Receiver of Wreck", "organisation"),
        ("HMQ", "organisation"),
        ("Saltmere Staff Contact", "role"),
    ],
)
def test_role_or_organisation(words: str, kind: str) -> None:
    assert role_or_organisation(words) == kind


def test_initials() -> None:
    assert [initials(name) for name in ("Ada Thorne", "Kit O’Hara", "Ada M Thorne", "JT")] == ["AT", "KOH", "AMT", "JT"]
    assert [initials(name) for name in ("Åsa Thorne", "Éamonn Łukas", "Siobhán Ødegård")] == ["AT", "EL", "SO"]


def test_forms_in_the_text_become_aliases() -> None:
    record = parsed(
        "Present:\nMs Ada Thorne - Clerk\nBeck Rowe\n\n1. Works\nMs Thorne said the Clerk had written.\n2. Close\nDone.\n"
    )
    assert record.attendees[0].aliases == ["the Clerk", "Ms Thorne"]
    assert record.attendees[1].aliases == []


@pytest.mark.parametrize(
    "after", ["Noted.", "The meeting opened at 7.30pm and was quorate.", "The report was noted by Ann Lee."]
)
def test_prose_behind_a_list_is_not_of_it(after: str) -> None:
    minutes = parsed(
        f"Quay Panel\nNotes of 18 September 2023\n\nPresent: Ann Lee (Chair), Bo Hay\n\n1. Report\n\n{after}\n"
    )
    assert [person.name for person in minutes.attendees] == ["Ann Lee", "Bo Hay"]


def test_initials_are_taken_with_accents_or_without_as_the_text_has_them() -> None:
    head = "Present: Łukasz Żak, Éva Bell, Tom Hill\n\n1. Roof\n"
    found = parse(head + "ŁŻ to mend it. EB asked why. TH said that it leaks.", sentences=False).attendees
    assert [person.abbreviation for person in found] == ["ŁŻ", "EB", "TH"]


def test_initials_that_fill_a_cell_are_a_short_form() -> None:
    table = "# Board\n\nPresent: Ada Thorne, Beck Rowe, Ivor Tern\n\n## Actions\n\n| Action | Who |\n|---|---|\n| Mend it | AT / BR |\n| Ask IT | Clerk |\n"
    people = parse_bytes(table.encode(), "board.md", sentences=False).attendees
    assert [person.abbreviation for person in people] == ["AT", "BR", None]


TABLE_OF_ROLES = (
    "<table><tr><td>Ada Thorne</td><td>Chair</td></tr><tr><td>Beck Rowe</td><td>Parent Governor</td></tr></table>"
)
NAMES_BELOW_ONE_ANOTHER = (
    "<table><tr><td>Present:</td><td>Ada Thorne (Chair)<br>Beck Rowe</td></tr>"
    "<tr><td>Apologies:</td><td><p>Cy Moss</p><p>Dora Quill</p></td></tr></table>"
)


def table(*rows: str) -> str:
    """Return a table of rows whose cells are set off by bars."""
    cells = ("".join(f"<td>{cell.strip()}</td>" for cell in row.split("|")) for row in rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


@pytest.mark.parametrize(
    ("page", "people"),
    [
        (
            table("Present|Initials|Role", "Ada Thorne|AT|Chair", "In attendance||", "Beck Rowe|BR|Clerk"),
            ["Ada Thorne Chair present", "Beck Rowe Clerk in_attendance"],
        ),
        (
            table("Present|Ada Thorne|Chair", "|Beck Rowe|Parent Governor", "Apologies|Cy Moss|Governor"),
            ["Ada Thorne Chair present", "Beck Rowe Parent Governor present", "Cy Moss Governor apologies"],
        ),
        (
            "<p>Present:</p>" + table("Ada Thorne|Beck Rowe|Cy Moss", "Dora Quill|Edna Frost|Finn Gale"),
            [
                f"{name} None present"
                for name in ("Ada Thorne", "Beck Rowe", "Cy Moss", "Dora Quill", "Edna Frost", "Finn Gale")
            ],
        ),
        (
            "<p>Attendees</p>" + table("AT|Ada Thorne|Chair", "BR|Beck Rowe|Treasurer"),
            ["Ada Thorne Chair present", "Beck Rowe Treasurer present"],
        ),
        (f"<h2>Present</h2>{TABLE_OF_ROLES}", ["Ada Thorne Chair present", "Beck Rowe Parent Governor present"]),
        (
            NAMES_BELOW_ONE_ANOTHER,
            [
                "Ada Thorne Chair present",
                "Beck Rowe None present",
                "Cy Moss None apologies",
                "Dora Quill None apologies",
            ],
        ),
    ],
)
def test_tables_without_a_head(page: str, people: list[str]) -> None:
    html = f"<h1>Minutes of the Quay Trust</h1>{page}<h2>1. Accounts</h2><p>They were approved.</p>"
    found = parse_bytes(html.encode(), "page.html", sentences=False).attendees
    assert [f"{one.name} {one.role} {one.status}" for one in found] == people
    assert not any(one.organisation for one in found)


def test_semicolons_within_brackets_divide_nobody_and_end():
    assert parse("Minutes\n\nPresent: Ann Bell (Chair; Weir; Lock), Tom Dale\n").attendees
    parse("Present: the members (of the board; of the panel; of the club\n")


def test_a_list_without_names_is_no_list():
    assert mended("Present:", []) == []


@pytest.mark.parametrize("line", [":", "✅", "a)", "❌ ", "1 ", "Apologies from ", "--", "Ann ("])
def test_a_mark_with_nobody_behind_it_lists_nobody(line: str) -> None:
    people = parsed(f"Present:\n{line}\n\nApologies:\n{line}\n").attendees
    assert all(person.name == "Ann" for person in people)
