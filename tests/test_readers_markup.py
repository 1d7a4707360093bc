"""Markdown and HTML: what stands in the text, and what is known of its lines."""

from __future__ import annotations

import pytest

from minutes_parser.readers import read_bytes
from minutes_parser.readers.text import from_text
from minutes_parser.source import Line, MinutesError, Source


def markdown(text: str) -> Source:
    return checked(read_bytes(text.encode(), "minutes.md"))


def html(text: str) -> Source:
    return checked(read_bytes(text.encode(), "minutes.html"))


def checked(source: Source) -> Source:
    """Every line in order and inside the text, no character outside of them, every place of a line inside it."""
    at = 0
    for line in source.lines:
        assert not source.text[at : line.start].strip()
        assert at <= line.start < line.end <= len(source.text)
        assert "\n" not in source.text[line.start : line.end]
        assert line.content == -1 or line.start <= line.content <= line.end
        assert all(line.start <= a <= b <= line.end for a, b in (*line.cells, *line.emphasis))
        at = line.end
    assert not source.text[at:].strip()
    return source


def texts(source: Source) -> list[str]:
    return [source.text[line.start : line.end] for line in source.lines]


def body(source: Source, line: Line) -> str:
    return source.text[max(line.start, line.content) : line.end]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("1\\. Apologies \\(none\\) on the 24^th^", ["1. Apologies (none) on the 24^th^"]),
        ("Quay [minutes](http://quay.example) at <https://quay.example>", ["Quay minutes at https://quay.example"]),
        ("[Ann Bell][AnnBell] and [Tom] met", ["Ann Bell and Tom met"]),
        ("[[User:Bell|Ann Bell]] met [[Tom]]", ["Ann Bell met Tom"]),
        ("[ACTION][Tom] ask [Ann]", ["[ACTION][Tom] ask [Ann]"]),
        ("![Crest](crest.png) Quay\u00a0 Council", ["Crest Quay Council"]),
        ("-\u00a0 a\n-\u00a0 b\n\n1.\u00a0\u00a0\u00a0\u00a0\u00a0 x\n\n##\u00a0Roof", ["• a", "• b", "1. x", "Roof"]),
        ("one\ntwo  \nthree", ["one", "two", "three"]),
        ("* a\n    * b\n", ["• a", "  • b"]),
        ("## Roof {#roof .big}\n\n#  {#section-1}\n\n### Gate {-} ##\n\nLamps {: #l }\n---", ["Roof", "Gate", "Lamps"]),
        ('[Ann]{.underline} met [Tom](t.md){target="_blank"}\n{: .who}\n\n::: {.note}\nb\n:::', ["Ann met Tom", "b"]),
        ("The sets {1, 2} and {#a} [b] {c}", ["The sets {1, 2} and {#a} [b] {c}"]),
        ("- - a\n  - b", ["  • a", "  • b"]),
        ("3. x\n3. y\n7. z", ["3. x", "4. y", "7. z"]),
        ("1. x\n1. y", ["1. x", "2. y"]),
        ("2) x", ["2) x"]),
        ("<p>a<br>b</p>\n<script>x</script>\n<!-- no -->\n", ["a", "b"]),
        ("A & B < C", ["A & B < C"]),
        ("| a | b |\n|--|--|\n| 1 | |", ["a\tb", "1\t"]),
    ],
)
def test_markup_is_gone_and_the_text_stays(written: str, expected: list[str]) -> None:
    assert texts(markdown(written)) == expected


def test_lines_have_the_number_they_have_in_the_file() -> None:
    source = markdown(
        "---\ntitle: Quay\n---\n\n# Quay\n\n- a\n  b\n\n<div>\n<p>c\n</p><p>d</p></div>\n\n"
        "| e | |\n|---|---|\n| f | |\n\n```\ng\n```\n"
    )
    found = {text: line.number for text, line in zip(texts(source), source.lines, strict=True)}
    assert found == {"title: Quay": 2, "Quay": 5, "• a": 7, "b": 8, "c": 11, "d": 12, "e\t": 14, "f\t": 16, "g": 19}


@pytest.mark.parametrize(
    "text", ["---\n\nQuay met.\n\n---\n", "---\nQuay met in the hall\n---\n", "---\ntitle: Quay\n"]
)
def test_a_rule_at_the_top_is_no_front_matter(text: str) -> None:
    assert not any(line.kind == "metadata" for line in markdown(text).lines)


@pytest.mark.parametrize(
    ("written", "bold", "italic", "struck"),
    [
        ("**Action**: ", True, False, False),
        ("**Item** **one**", True, False, False),
        ("<strong>Item </strong><b>one</b>:", True, False, False),
        ("**Item** one", False, False, False),
        ("*Noted*", False, True, False),
        ("~~AB to paint the shed~~", False, False, True),
        ("- **Item**", True, False, False),
        ("<span style='font-weight: 700'>Item</span>", True, False, False),
    ],
)
def test_a_line_set_in_one_style_says_so(written: str, bold: bool, italic: bool, struck: bool) -> None:
    (line,) = markdown(written).lines
    assert (line.bold, line.italic, line.struck) == (bold, italic, struck)


def test_parts_set_off_are_known() -> None:
    source = html("<p>The fence is loose.     <em>Clerk</em></p>")
    assert [source.text[a:b] for a, b in source.lines[0].emphasis] == ["Clerk"]


def test_items_know_depth_box_and_where_their_text_begins() -> None:
    source = markdown("- [x] shed\n- [ ] gate\n  - hinge\n    screws\n\n  later\n")
    found = [(line.kind, line.depth, line.checked, body(source, line)) for line in source.lines]
    assert found == [
        ("item", 1, True, "shed"),
        ("item", 1, False, "gate"),
        ("item", 2, None, "hinge"),
        ("text", 2, None, "screws"),
        ("text", 1, None, "later"),
    ]
    assert source.lines[2].block == source.lines[3].block != source.lines[4].block


def test_an_item_that_begins_with_a_heading_is_a_part_of_the_document() -> None:
    source = html("<ol start=4><li><h4>HELLO</h4><p>The chair spoke.</p><ul><li>Tea</ul></li><li><h4>CLOSE</h4></ol>")
    found = [(line.kind, line.level, line.depth, text) for line, text in zip(source.lines, texts(source), strict=True)]
    assert found == [
        ("heading", 4, 0, "4. HELLO"),
        ("text", 0, 0, "The chair spoke."),
        ("item", 0, 1, "• Tea"),
        ("heading", 4, 0, "5. CLOSE"),
    ]


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [("type=a", "b. y"), ("type=I", "II. y"), ("start=9", "10. y"), ("style='list-style-type: lower-roman'", "ii. y")],
)
def test_ordered_lists_show_their_numbers(attributes: str, expected: str) -> None:
    assert texts(html(f"<ol {attributes}><li>x</li><li>y</li></ol>"))[1] == expected


def test_rows_know_their_cells() -> None:
    source = html("<table><tr><th>What<th>Who</tr><tr><td rowspan=2>Paint<td>AB</tr><tr><td>CD</td></tr></table>")
    cells = [[source.text[a:b] for a, b in line.cells] for line in source.lines]
    assert cells == [["What", "Who"], ["Paint", "AB"], ["", "CD"]]
    assert [line.header for line in source.lines] == [True, False, False]
    assert len({line.table for line in source.lines}) == 1


def test_a_table_that_lays_out_running_text_becomes_paragraphs() -> None:
    long = "The clerk told how the gate had been hung. " * 5
    source = html(f"<table><tr><td>4</td><td>Gates</td><td><p>{long}</p><p>{long}</p></td></tr></table>")
    assert [line.kind for line in source.lines] == ["text"] * 3
    assert texts(source)[0] == "4 Gates"


HEAD = """<header><a href="/">Site</a>{title}<nav><a href="/a">Previous</a></nav></header>
<div><h2>Attendees</h2><p>Present: Ann, Ben</p></div><main><h2>Minutes</h2><p>{text}</p></main>"""


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "<h1>Loom Guild</h1><h2>9 May 2025</h2>",
            ["Loom Guild", "9 May 2025", "Attendees", "Present: Ann, Ben", "Minutes"],
        ),
        ("<h1>Loom Guild</h1>", ["Minutes"]),
        ("", ["Minutes"]),
    ],
)
def test_a_title_with_its_day_beside_the_menu_is_that_of_the_minutes(title: str, expected: list[str]) -> None:
    source = html(HEAD.format(title=title, text="Ann spoke of the loom. " * 20))
    shown = [source.text[line.start : line.end] for line in source.lines if line.kind != "furniture"]
    assert [line for line in shown if line != "Site"][:-1] == expected


def test_what_belongs_to_the_site_is_furniture() -> None:
    page = "<a href='#m'>Skip to main content</a><nav><ul><li>Home</ul></nav><h1>Quay</h1><p>x</p><footer>(c)</footer>"
    source = html(page)
    assert [line.kind for line in source.lines] == ["furniture", "furniture", "heading", "text", "furniture"]
    assert source.notes


def test_what_is_not_shown_is_left_out() -> None:
    page = "<head><title>t</title></head><p hidden>a</p><p style='display:none'>b</p><template>c</template><p>d</p>tail"
    assert texts(html(page)) == ["d", "tail"]


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.md", b"<p>x</p>", "markdown"), ("a", b"<!DOCTYPE html><p>x", "html"), ("a.txt", b"<html><body>x", "html"),
        ("a.HTM", b"<p>x", "html"), ("a", b"x", "plain"), ("a.doc", b"no Word", "plain"),
        ("a.txt", b"# Quay\n\n## Present\n", "markdown"), ("a.txt", b"---\ntitle: Quay\n---\n", "markdown"), ("-", b"1\\. Roof\n\n2\\. Key", "markdown"),
        ("a.txt", b"# Quay\n\nC# and **all**", "plain"),
    ],
)  # fmt: skip
def test_content_decides_then_the_suffix(name: str, data: bytes, expected: str) -> None:
    assert read_bytes(data, name).media_type == f"text/{expected}"


@pytest.mark.parametrize("data", [b"<div>" * 5000 + b"x", b"", b"a\0b", b"<!-- only -->"])
def test_what_cannot_be_read_is_told_in_a_sentence(data: bytes) -> None:
    with pytest.raises(MinutesError, match=r"^quay\.html: "):
        read_bytes(data, "quay.html")


def test_bullets_of_word_processors_are_items() -> None:
    lines = markdown("Present\n• Ann Bell\n  ◦ Tom Hill\n\n• Kim Lund").lines
    assert [(line.kind, line.depth) for line in lines[1:]] == [("item", 1), ("item", 2), ("item", 1)]


_WRAPPED = """The harbour committee met at the custom house on Tuesday the 7th of
March 2023 and heard from the surveyor that the crane has been mended by
the firm that built it and that the sluice will be looked at before May.
Nothing was said of the ferry, which has been laid up since the autumn,
nor of the lamps along the eastern quay that the town took down in June
to have them painted, although several of those who live there had asked
when they would be put back and who was to pay for the work on them.

Ann Bell
Tom Hill
"""


def test_lines_that_were_cut_at_a_column_are_one() -> None:
    lines = texts(markdown(_WRAPPED))
    assert [line.split()[-1] for line in lines] == ["them.", "Bell", "Hill"]
    assert "Tuesday the 7th of March 2023" in lines[0]


def test_a_reversed_list_counts_down():
    page = b"<html><body><ol reversed><li>Gate<li>Lock</ol><ol reversed start=9><li>Key<li>Quay</ol>"
    assert read_bytes(page, "a.html").text.split("\n") == ["2. Gate", "1. Lock", "9. Key", "8. Quay"]


_NOTES = """
Present: Ann Bell[^late], Carl Dunn (since 2023[^1]).

## Boats

- tea[^1]
- no note[^2]

[^1]: Co-opted in **May**.
[^late]: Left at 8 pm
  with her dog.

    Came back.

The end.
[^x]: Nobody refers to it.
"""


def test_notes_of_markdown_end_the_section_that_refers_to_them() -> None:
    source = markdown(_NOTES)
    assert [(line.number, text.strip()) for line, text in zip(source.lines, texts(source), strict=True)] == [
        (2, "Present: Ann Bell, Carl Dunn (since 2023)."),
        (10, "[1] Left at 8 pm"), (11, "with her dog."), (13, "Came back."), (9, "[2] Co-opted in May."),
        (4, "Boats"), (6, "• tea"), (7, "• no note[^2]"), (15, "The end."), (16, "[3] Nobody refers to it."),
    ]  # fmt: skip
    assert source.lines[1].kind == "item"


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        ("<sup><a href=#a id=b>1</a></sup>", "<ol><li id=a><p>Co-opted.<a href=#b>↩</a></p></li></ol>"),
        (
            "<a href=#_ftn1 name=_ftnref1><span>[1]</span></a>",
            "<div id=ftn1><p><a href=#_ftnref1 name=_ftn1><span>[1]</span></a> Co-opted.</p></div>",
        ),
        (
            "<a name=sdfootnote1anc href=#sdfootnote1sym><sup>1</sup></a>",
            "<div id=sdfootnote1><p><a name=sdfootnote1sym href=#sdfootnote1anc>1</a>Co-opted.</p></div>",
        ),
        (
            "<sup id=cite_ref-1><a href=#cite_note-1>[1]</a></sup>",
            "<aside><ol><li id=cite_note-1><b><a href=#cite_ref-1>^</a></b> <span>Co-opted.</span></li></ol></aside>",
        ),
    ],
)
def test_notes_of_a_page_end_the_section_that_refers_to_them(mark: str, note: str) -> None:
    source = html(f"<p>Clerk since 2023{mark}, on the 24<sup>th</sup>.</p><h2>Tea</h2><p>Was had{mark}.</p>{note}")
    assert texts(source) == ["Clerk since 2023, on the 24th.", "[1] Co-opted.", "Tea", "Was had."]


@pytest.mark.parametrize(
    "page",
    [
        "<p>See <a href=#i1>1</a></p><ol><li id=i1>Tea</li></ol>",
        "<p>See <a href=#s id=t>1</a></p><div id=s>Tea <a href=#t>Top</a></div>",
        "<p>Area 10 m<sup>2</sup>, see <sup><a href=#gone>2</a></sup></p>",
    ],
)
def test_other_links_and_raised_signs_are_no_notes(page: str) -> None:
    assert not any("[" in text for text in texts(html(page)))
    assert any(text.startswith("See 1") or text.endswith("see 2") for text in texts(html(page)))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            "<dt>Chair</dt><dd>Ann <b>Bell</b></dd><dt>Clerk:</dt><dd>Carl Dunn</dd>",
            ["Chair: Ann Bell", "Clerk: Carl Dunn"],
        ),
        ("<div><dt><b>Chair</b></dt><dd>Ann Bell</dd></div>", ["Chair: Ann Bell"]),
        ("<dt>Present</dt><dd>Ann Bell</dd><dd>Carl Dunn</dd>", ["Present", "Ann Bell", "Carl Dunn"]),
        ("<dt>1. Boats</dt><dd>Two leak.</dd>", ["1. Boats", "Two leak."]),
        ("<dt>Boats</dt><dd><p>Two leak.</p></dd>", ["Boats", "Two leak."]),
    ],
)
def test_a_short_description_stands_beside_its_term(written: str, expected: list[str]) -> None:
    assert texts(html(f"<dl>{written}</dl>")) == expected


def test_a_line_of_a_rule_between_bars_that_is_none_takes_no_time() -> None:
    text = "|" + "-" * 300_000 + "x\n" + "|--\n" * 30_000
    assert [line.kind for line in from_text(text, "a.txt").lines][:2] == ["row", "furniture"]
