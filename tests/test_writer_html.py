"""The review page as a file: what stands in it, and that nothing of the minutes can act in it."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_parser import parse, parse_file, writers
from minutes_parser.models import Minutes
from minutes_parser.writers.html import marks
from minutes_parser.writers.html.markup import escape
from minutes_parser.writers.html.shown import Shown
from minutes_parser.writers.html.text import body

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted(path for path in (ROOT / "fixtures" / "minutes").iterdir() if path.suffix != ".json")
HOSTILE = ROOT / "fixtures" / "writers" / "hostile.txt"


def tree(record: Minutes) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(writers.render(record, "html").decode())


@pytest.mark.parametrize("path", [*DOCUMENTS, HOSTILE], ids=lambda path: path.name)
def test_the_page_shows_the_whole_text_and_every_entry(path):
    record = parse_file(path, with_text=True)
    page = tree(record)
    sheet = page.find_class("sheet")[0].text_content()
    assert len(sheet) == len(record.source.text)
    assert " ".join(sheet.split())[:30] == " ".join(record.source.text.split())[:30]
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    for part in (
        record.attendees,
        record.sections,
        record.actions,
        record.commitments,
        record.exchanges,
        record.decisions,
    ):
        assert {item.id for item in part} <= set(ids)


@pytest.mark.parametrize("path", [*DOCUMENTS, HOSTILE], ids=lambda path: path.name)
def test_every_link_leads_to_something_in_the_page(path):
    page = tree(parse_file(path, with_text=True))
    for link in page.xpath("//@href"):
        assert link[0] == "#"
        assert page.get_element_by_id(link[1:]) is not None


@pytest.mark.parametrize("path", [*DOCUMENTS, HOSTILE], ids=lambda path: path.name)
def test_a_mark_covers_what_the_entry_quotes(path):
    record = parse_file(path, with_text=True)
    page = tree(record)
    links = [(link.get("data-e").split(), link.text_content()) for link in page.find_class("m")]
    for item in (*record.actions, *record.commitments, *record.decisions):
        marked = "".join(text for entries, text in links if item.id in entries)
        assert unescape(escape(item.text)) in " ".join(marked.split())


def test_without_the_text_the_sections_are_shown_and_that_is_said():
    record = parse_file(ROOT / "docs" / "allotments.txt")
    page = tree(record)
    assert "--with-text" in page.find_class("banner")[0].text_content()
    sheet = page.find_class("sheet")[0]
    assert sheet.text_content().startswith("1 Water supply\n\nCllr Okoro asked")
    marked = {mark.get("data-e"): mark.text_content() for mark in sheet.xpath("//a[@data-n!='']")}
    assert marked["A1"] == "PL"
    assert "".join(mark.text_content() for mark in sheet.xpath("//a[@data-e='A1'][contains(@class, 'm')]")) == (
        "PL to send plot holders the date by 31 May."
    )


def test_the_page_names_no_place_elsewhere():
    page = writers.render(parse_file(DOCUMENTS[0], with_text=True), "html").decode()
    assert not re.search(
        r"https?:|//|url\(|@import|\bsrc=", re.sub(r"(?s)<script>.*</script>|<main>.*</main>", "", page)
    )
    assert "default-src 'none'" in page
    assert "unsafe" not in page


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 9), st.sampled_from("ABC")), max_size=8))
def test_marks_that_overlap_cover_each_its_own_characters(spans):
    """Whatever marks lie over one another: the text is whole, and each entry's stretches make up its characters."""
    text = 'abcdefghijklmnopqrstuvwxyz<&>"'
    made = [marks.Mark(start, start + length, entry, "action") for start, length, entry in spans]
    sheet = lxml.html.fragment_fromstring(body(Shown(text, made, [], True)), create_parent="div")
    assert sheet.text_content() == text
    for entry in "ABC":
        wanted = {at for mark in made if mark.entry == entry for at in range(mark.start, mark.end)}
        got = "".join(link.text_content() for link in sheet.iter("a") if entry in link.get("data-e").split())
        assert got == "".join(text[at] for at in sorted(wanted))
        assert len(sheet.xpath(f"//span[@id='t-{entry}']")) == bool(wanted)


def test_lines_without_a_value_are_listed_and_headings_over_values_are_not():
    text = "MINUTES\n\n3 May 2024\n\nAttendees:\nAda Marsh\n\nKeep to the left on the stairs.\n\n1. Gates\n\nOne gate was hung.\n"
    page = tree(parse(text, with_text=True))
    listed = [link.text_content() for link in page.find_class("m") if "k-unread" in link.get("class").split()]
    assert "Keep to the left on the stairs." in listed
    assert "Attendees:" not in listed
