"""Tables for spreadsheets: csv read back by the standard library, xlsx by openpyxl."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from minutes_parser import MinutesError, parse, parse_file, writers
from minutes_parser.models import Minutes

FIXTURE = Path(__file__).parents[1] / "fixtures" / "minutes" / "harbour-scrutiny.txt"
TABLES = ("actions", "attendees", "exchanges", "decisions")
HOSTILE = ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "\t=1", "\r=1", " =1", '=HYPERLINK("http://x")', "{=1}", "<r>x</r>"]


@pytest.fixture(scope="module")
def record() -> Minutes:
    return parse_file(FIXTURE)


def rows_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline=""), strict=True))


def sheet_of(data: bytes) -> Worksheet:
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert isinstance(sheet, Worksheet)
    return sheet


def with_action(text: str) -> Minutes:
    """Return a record whose one action has this text."""
    record = parse(
        "Minutes of the Ferry Committee, 3 May 2023\n\n1. Slipway\n\nAction: JB to mend it.", sentences=False
    )
    return record.model_copy(update={"actions": [record.actions[0].model_copy(update={"text": text})]})


@pytest.mark.parametrize("table", TABLES)
def test_both_hold_every_item(record, table):
    items = [item.id for item in getattr(record, table)]
    rows = rows_of(writers.render(record, "csv", table=table))
    assert [row["id"] for row in rows] == items
    assert {row["document"] for row in rows} <= {FIXTURE.name}
    sheet = sheet_of(writers.render(record, "xlsx", table=table))
    assert [cell.value for cell in sheet["C"]] == ["Id", *items]


def test_the_register_names_the_owner_and_the_dates(record):
    row = rows_of(writers.render(record, "csv"))[0]
    owner = next(person for person in record.attendees if person.id == record.actions[0].owners[0].attendee)
    assert (row["meeting_date"], row["owner"]) == ("2023-01-09", owner.name)
    assert row["owner_as_written"] == record.actions[0].owners[0].text
    assert row["due_latest"] == record.actions[0].due.latest
    assert row["done"] == "false"


def test_lines_end_as_the_rfc_wants(record):
    data = writers.render(record, "csv", table="exchanges")
    assert data.endswith(b"\r\n")
    assert not data.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_a_formula(text):
    record = with_action(text)
    written = rows_of(writers.render(record, "csv"))[0]["action"]
    assert written == (f"'{text}" if text[0] not in "{<" else text)
    cell = sheet_of(writers.render(record, "xlsx"))["D2"]
    assert cell.data_type == "s"
    assert cell.quotePrefix
    assert cell.hyperlink is None
    assert str(cell.value).replace("_x000D_", "\r").strip() == text.strip()


def test_a_workbook_is_ready_to_work_in(record):
    sheet = sheet_of(writers.render(record, "xlsx"))
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:M{len(record.actions) + 1}"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet["B2"].value == datetime(2023, 1, 9)
    assert sheet["B2"].number_format == "yyyy-mm-dd"
    assert sheet.column_dimensions["D"].width > 40


def test_a_workbook_bears_no_time_of_writing(record):
    with zipfile.ZipFile(io.BytesIO(writers.render(record, "xlsx"))) as book:
        assert {entry.date_time for entry in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2023-01-09T00:00:00Z" in book.read("docProps/core.xml")


def test_a_cell_holds_what_excel_allows():
    value = str(sheet_of(writers.render(with_action("a" * 40000), "xlsx"))["D2"].value)
    assert (len(value), value[-1]) == (32767, "…")


def test_control_characters_do_not_break_a_workbook():
    sheet = sheet_of(writers.render(with_action("a\x00\x0b\ufffe\U0001f6a2 _x0041_"), "xlsx"))
    assert str(sheet["D2"].value).endswith("\U0001f6a2 _x0041_")


def test_an_empty_table_has_its_head():
    record = parse("Nothing.", sentences=False)
    assert rows_of(writers.render(record, "csv")) == []
    assert sheet_of(writers.render(record, "xlsx"))["A1"].value == "Document"


@pytest.mark.parametrize("format", ["csv", "xlsx"])
def test_an_unknown_table_names_what_there_is(record, format):
    with pytest.raises(MinutesError, match=r"unknown table 'sections'; choose one of actions, attendees, exchanges"):
        writers.render(record, format, table="sections")
