"""The Markdown: whatever stands in the minutes stays text, as a reader of Markdown sees it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from minutes_parser import parse, parse_file, writers
from minutes_parser.writers import md

FIXTURE = Path(__file__).parents[1] / "fixtures" / "minutes" / "harbour-scrutiny.txt"
LINKING = MarkdownIt("gfm-like")
READER = MarkdownIt("gfm-like", {"linkify": False})
MARKS = ["#", "-", "+", "1.", "2)", "*", "_", "`", "~~", "[x](y)", "![", "<b>", "</script>", "&lt;", "&#64;", "|", "\\",
         "://", "www.", "a@b.c", "=", "---", "===", ":", "$", " ", "x", "1", "é", "\n", "\t", ">"]  # fmt: skip


def shown(markdown: str) -> tuple[list[str], str]:
    """Return the kinds of block that a reader finds, and the text in them, where all of it is text."""
    tokens = READER.parse(markdown)
    inline = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in inline} <= {"text", "text_special"}
    return [token.type for token in tokens if token.nesting == 1], "".join(child.content for child in inline)


@given(st.lists(st.sampled_from(MARKS), min_size=1).map("".join).filter(str.strip))
def test_a_text_is_read_back_as_it_was(value):
    assert shown(md.text(value)) == (["paragraph_open"], " ".join(value.split()))


@pytest.mark.parametrize("value", ["https://x.org/a_b", "www.x.org", "jo@x.org", "HTTP://X.ORG"])
def test_an_address_makes_no_link(value):
    assert "<a" in LINKING.render(value)
    assert "<a" not in LINKING.render(md.text(value))


def test_a_page_has_the_minutes_and_the_actions_as_tasks():
    record = parse_file(FIXTURE)
    page = writers.render(record, "md").decode()
    headings = [line.split(" ", 1)[0] for line in page.splitlines() if line.startswith("#")]
    assert headings[0] == "#"
    assert set(headings[1:]) == {"##", "###"}
    assert page.count("\n- [ ] **A") == len(record.actions)
    html = READER.render(page)
    assert html.count("<table>") == 1
    assert html.count("<tr>") == len(record.attendees) + 1


def test_what_is_done_is_ticked():
    page = writers.render(parse("1. Slipway\n\nAction: JB to mend it. DONE\n", sentences=False), "md").decode()
    assert "- [x] **A1** JB to mend it." in page


def test_markup_of_a_document_is_not_passed_on():
    page = writers.render(parse("1. <img src=x onerror=alert(1)>\n\n[a](javascript:alert(1)) | <script>\n"), "md")
    html = READER.render(page.decode())
    assert "<img" not in html
    assert "<script" not in html
    assert "href" not in html
