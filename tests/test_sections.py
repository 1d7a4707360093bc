"""Which lines head the business: forms of many clerks, and what looks like them."""

from __future__ import annotations

import io
import time
import tomllib
from pathlib import Path

import docx
import pytest

from minutes_parser import parse_bytes

CASES = tomllib.loads(Path("fixtures/stages/sections.toml").read_text("utf-8"))["case"]
SUFFIXES = {"text": "txt", "markdown": "md", "html": "html"}


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_sections(case) -> None:
    name = f"minutes.{SUFFIXES[case.get('format', 'text')]}"
    minutes = parse_bytes(case["text"].encode(), name, sentences=False)
    assert [f"{s.level} {s.number or '-'} {s.title or '-'}" for s in minutes.sections] == case["sections"]


LONG = "The treasurer presented the accounts and said that the balance was healthy. " * 6


@pytest.mark.parametrize(
    "rows",
    [
        [("No", "Item", "Discussion", "Action"), ("1", "Apologies", "None.", ""), ("2", "Finance", f"{LONG}\nAll agreed.", "AB"),
         ("3", "Roof", "It leaks.", "BD")],
        [("Item", "Discussion", "Action by"), ("1", "Apologies\nNone.", ""), ("2", f"Finance\n{LONG}\nAll agreed.", "AB"),
         ("3", "Roof\nIt leaks.", "BD")],
        [("Ref", "Agenda item", "Minutes"), ("1.", "Apologies", "None."), ("2.", "Finance", "Fine."), ("3.", "Roof", "It leaks.")],
    ],
)  # fmt: skip
def test_rows_of_a_word_table_are_items(rows) -> None:
    document = docx.Document()
    document.add_paragraph("Present: Ann Bell (AB), Bob Day (BD)")
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            first, *others = text.split("\n")
            cell.paragraphs[0].text = first
            for other in others:
                cell.add_paragraph(other)
    buffer = io.BytesIO()
    document.save(buffer)
    minutes = parse_bytes(buffer.getvalue(), "minutes.docx", sentences=False)
    assert [(s.number, s.title) for s in minutes.sections] == [("1", "Apologies"), ("2", "Finance"), ("3", "Roof")]


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("m.md", "| a | b |\n"),
        ("m.md", "|\n"),
        ("m.md", "| a\n\n| --- | --- |\n"),
        ("m.md", "| a | b |\n| --- | --- |\n| c\n\n d | e |\n"),
        ("m.md", "**Roof:** It leaks.\n\n"),
        ("m.md", "#Roof\n\n"),
        ("m.txt", "ROOF: It leaks.\n\n"),
        ("m.txt", "Topic: Roof\n\nAnn: it leaks\n\n"),
        ("m.txt", "Roof report: It leaks.\n"),
        ("m.txt", "a) Roof\nIt leaks.\n"),
        ("m.txt", "Roof of it (A-1)\n\nIt leaks.\n\n"),
        ("m.md", "## 1. Roof\n\nIt leaks.\n\n2. Gutter\n\nIt leaks, too.\n\n"),
        ("m.md", "1. Roof\n\nIt leaks.\n\n"),
        ("m.txt", "---\nRoof\nIt leaks.\n"),
        ("m.txt", "--- Roof ---\n\nIt leaks.\n\n"),
        ("m.txt", "ROOF WORK\n1. Slates\nIt leaks.\n2. Gutter\nIt leaks.\n"),
        ("m.txt", "A. Roof\n1. Slates\nIt leaks.\n2. Gutter\nIt leaks.\n"),
        ("m.txt", "1\nRoof\nIt leaks.\n"),
        ("m.txt", "* Roof\n  It leaks.\n"),
        ("m.txt", "Roof\nIt leaks.\n\nPage 1 of 9\n\n"),
        ("m.txt", "1. Roof - it leaks\n"),
        ("m.html", "<table><tr><td>Agenda item:</td><td>Roof</td></tr></table>"),
        ("m.html", "<div class='widget'>Roof</div>"),
        ("m.html", "<a data-toggle='collapse'>Roof</a>"),
    ],
)
def test_time_grows_with_the_text(name: str, unit: str) -> None:
    def seconds(times: int) -> float:
        started = time.process_time()
        parse_bytes((unit * times).encode(), name, sentences=False)
        return time.process_time() - started

    seconds(10)
    once = min(seconds(400) for _ in range(2))
    assert min(seconds(3200) for _ in range(2)) < 24 * once + 0.1


@pytest.mark.parametrize("look", ["bold", "underline", "all_caps", "small_caps"])
def test_titles_of_a_word_document_are_set_apart_in_several_ways(look: str) -> None:
    document = docx.Document()
    document.add_paragraph("Minutes of the Pond Wardens, 14 May 2024")
    document.add_paragraph("Present: Ann Hazel, Bob Larch")
    for title, said in (
        ("Fence", "It leans."),
        ("School visit", "Bob read the letter."),
        ("Ducks", "There are eleven."),
    ):
        setattr(document.add_paragraph().add_run(title).font, look, True)
        document.add_paragraph(said)
    stream = io.BytesIO()
    document.save(stream)
    minutes = parse_bytes(stream.getvalue(), "minutes.docx", sentences=False)
    assert [section.title for section in minutes.sections] == ["Fence", "School visit", "Ducks"]
