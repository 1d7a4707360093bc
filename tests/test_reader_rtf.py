"""Rich Text, written here control word by control word, as a reader of minutes sees it."""

from __future__ import annotations

import pytest

from minutes_parser.readers import read_bytes
from minutes_parser.readers.rtf import document
from minutes_parser.source import MinutesError, Source

HEAD = rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}{\f2\fcharset128 C;}}"
HEAD += rb"{\stylesheet{\s1 heading 1;}{\s2\outlinelevel1 Item;}{\s3 Title;}{\*\cs4 Strong;}}"


def read(body: bytes) -> Source:
    return read_bytes(HEAD + body + b"}", "minutes.rtf")


def lines(source: Source) -> list[tuple[str, str]]:
    return [(line.kind, source.text[line.start : line.end].strip()) for line in source.lines]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (rb"\uc1 Caf\u233\'e9 noir", "Café noir"),
        (rb"\uc2\u8211\'96\'96 x{\uc0\u233 y}\u233 ab z", "– xéyé z"),
        (rb"\u-10179?\u-8704? ok", "😀 ok"),
        (rb"\u233{braces} end a fallback", "ébraces end a fallback"),
        (rb"\f1 \'cf\'f0\'e8\f0  \'e9", "При é"),
        (rb"\f2 \'93\'fa\'96\'7b", "日本"),
        (rb"\ldblquote Quay\rdblquote  a\~b\-c\_d\{\}\\", "“Quay” a bc-d{}\\"),
        (rb"to{\v hidden} {\deleted removed }be", "to be"),
        (rb"see {\field{\*\fldinst HYPERLINK x}{\fldrslt{the plan}}} now", "see the plan now"),
        (rb"a{\*\unheard of}b{\info{\title no}}c{\pict 00ff}d", "abcd"),
        (rb"{\upr{ab}{\*\ud{cd}}}", "cd"),
        (rb"A {\object{\*\objdata 00}{\result graph}} here", "A graph here"),
        (rb"picture{\pict\bin5 }}}}}} and text", "picture and text"),
    ],
)
def test_characters(body, text):
    assert read(body).text == text


def test_headings_by_style_or_outline_and_titles():
    source = read(rb"\pard\s3 Quay\par\pard\s1 Gate\par\pard\s2 Lock\par\pard\outlinelevel2 Key\par\pard Text\par")
    assert [(line.kind, line.level, line.bold) for line in source.lines] == [
        ("text", 0, True), ("heading", 1, False), ("heading", 2, False), ("heading", 3, False), ("text", 0, False),
    ]  # fmt: skip


def test_numbers_and_bullets_are_those_that_were_written():
    source = read(
        rb"{\listtext\pard 1.\tab}\pard\ls1 Pay\par{\listtext a)\tab}\pard\ls1\ilvl1 Bank\par"
        rb"{\pntext\f3\'B7\tab}{\*\pn\pnlvlblt{\pntxtb\'B7}}\pard Keys\par{\listtext 2\tab}\pard\s1 Gate\par"
    )
    assert lines(source) == [("item", "1. Pay"), ("item", "a) Bank"), ("item", "• Keys"), ("heading", "2 Gate")]
    assert [line.depth for line in source.lines] == [1, 2, 1, 0]


def test_tables_with_heads_merged_cells_and_lines_in_cells():
    row = rb"\trowd\trgaph108\clbrdrt\brdrs\cellx1000\cellx2000\pard\intbl %b\cell %b\cell\row"
    rows = [row % (rb"{\b Task}", rb"{\b Who}"), row % (rb"Paint\par the gate", b"AB"), row % (b"Lock", b"")]
    source = read(b"".join(rows) + rb"\pard After\par")
    assert lines(source) == [("row", "Task\tWho"), ("row", "Paint\tthe gate\tAB"), ("row", "Lock"), ("text", "After")]
    assert [line.header for line in source.lines] == [True, False, False, False]
    assert len({line.table for line in source.lines[:3]}) == 1


def test_notes_end_their_section_boxes_follow_their_paragraph_margins_are_furniture():
    source = read(
        rb"{\header Quay Council\par}{\footer Page 1\par}Ann Oak{\super\chftn}{\footnote\chftn  Left early.}, Ben Elm\par"
        rb" Cat Yew\par\pard\s1 Gate\par\pard Shut{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt Locked\par}}{\shprslt old}}.\par"
    )
    assert lines(source) == [
        ("furniture", "Quay Council"), ("text", "Ann Oak, Ben Elm"), ("text", "Cat Yew"), ("item", "[1] Left early."),
        ("heading", "Gate"), ("text", "Shut."), ("text", "Locked"), ("furniture", "Page 1"),
    ]  # fmt: skip


def test_a_tab_sets_off_and_a_break_ends_a_line():
    source = read(rb"To write\tab Clerk\line and pay\par")
    assert source.text == "To write\tClerk\nand pay"
    assert source.lines[0].block == source.lines[1].block


@pytest.mark.parametrize("cut", [1, 2, 40, 400])
def test_a_file_cut_anywhere_is_told(cut):
    whole = HEAD + rb"\pard Paint the gate, and the lock, \'e9.\par" * 30 + b"}"
    assert "Paint" in read_bytes(whole, "a.rtf").text
    with pytest.raises(MinutesError, match=r"a\.rtf: the file is damaged or cut short"):
        read_bytes(whole[:-cut], "a.rtf")


def test_what_stands_behind_the_last_brace_does_not_count():
    assert read_bytes(rb"{\rtf1 Quay\par}" + b"\0\r\n}} trailing", "a.rtf").text == "Quay"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"{" * 600, "nested deeper"),
        (rb"\bin999999999 abc", "damaged or cut short"),
        (rb"\pard\par", "no text in it"),
        (rb"{\b\i}" * 5000, "split it into several files"),
    ],
)
def test_hostile_rich_text_is_told(monkeypatch, body, words):
    monkeypatch.setattr(document, "MOST_TOKENS", 10_000)
    with pytest.raises(MinutesError, match=r"minutes\.rtf: [^\n]+; [^\n]+") as told:
        read(body)
    assert words in str(told.value)


def test_what_the_group_of_a_number_says_of_paragraphs_is_its_own():
    data = (
        rb"{\rtf1{\stylesheet{\s1 heading 1;}}\pard\plain\s1{\listtext\pard\plain 2.\tab}Roof\par\pard It leaks.\par}"
    )
    source = read_bytes(data, "a.rtf")
    assert [(line.kind, source.text[line.start : line.end]) for line in source.lines] == [
        ("heading", "2. Roof"), ("text", "It leaks."),
    ]  # fmt: skip
