"""Light markups other than Markdown: what stands in the text, and what is known of its lines."""

from __future__ import annotations

import pytest
from test_readers_markup import checked, texts

from minutes_parser import parse_bytes
from minutes_parser.readers import read_bytes
from minutes_parser.source import Source

ROWS = [("Name", "Post"), ("Ann Bell", "Clerk")]


def read(format: str, text: str) -> Source:
    return checked(read_bytes(text.encode(), "minutes", format))


def cells(source: Source) -> list[tuple[str, ...]]:
    return [tuple(source.text[a:b] for a, b in line.cells) for line in source.lines if line.kind == "row"]


def levels(source: Source) -> list[tuple[int, str]]:
    return [(line.level, source.text[line.start : line.end]) for line in source.lines if line.kind == "heading"]


HEADINGS = {
    "mediawiki": ("wiki", "== Quay ==\n\ntext\n\n===Roof===\n", [(2, "Quay"), (3, "Roof")]),
    "dokuwiki": ("wiki", "====== Quay ======\n===== Roof =====\n", [(1, "Quay"), (2, "Roof")]),
    "moinmoin": ("wiki", "= Quay =\n== Roof ==\n", [(1, "Quay"), (2, "Roof")]),
    "textile": ("wiki", "h1. Quay\n\nh2(#roof). Roof\n", [(1, "Quay"), (2, "Roof")]),
    "twiki": ("wiki", "---+ Quay\n---++!! Roof\n", [(1, "Quay"), (2, "Roof")]),
    "org": ("org", "* Quay  :works:\n** [#A] Roof [1/2]\n", [(1, "Quay"), (2, "Roof")]),
    "rst": ("rst", "====\nQuay\n====\n\nRoof\n====\n\nGate\n----\n\nLamp\n====\n", [(1, "Quay"), (2, "Roof"), (3, "Gate"), (2, "Lamp")]),
    "asciidoc": ("asciidoc", "= Quay\n:toc:\n\n== Roof ==\n", [(1, "Quay"), (2, "Roof")]),
}  # fmt: skip


@pytest.mark.parametrize("name", HEADINGS)
def test_headings(name):
    format, text, expected = HEADINGS[name]
    assert levels(read(format, text)) == expected


LISTS = {
    "mediawiki": ("wiki", "== a ==\n* x\n** y\n*: more\n# one\n# two\n## in\n"),
    "dokuwiki": ("wiki", "===== a =====\n  * x\n    * y\n\n    more\n  - one\n  - two\n    - in\n"),
    "moinmoin": ("wiki", "= a =\n * x\n  * y\n  \n  more\n 1. one\n 1. two\n  1. in\n"),
    "textile": ("wiki", "h1. a\n\n* x\n** y\nmore\n# one\n# two\n## in\n"),
    "org": ("org", "* a\n- x\n  + y\n\n    more\n1. one\n2. two\n   1) in\n"),
    "rst": ("rst", "aaa\n===\n\n* x\n\n  * y\n\n    more\n\n#. one\n#. two\n\n   1) in\n"),
    "asciidoc": ("asciidoc", "== a\n* x\n** y\n+\nmore\n\n[start=1]\n. one\n. two\n.. in\n"),
}


@pytest.mark.parametrize("name", LISTS)
def test_lists_keep_depth_and_numbers(name):
    format, text = LISTS[name]
    source = read(format, text)
    shown = [(line.kind, line.depth, words.strip()) for line, words in zip(source.lines, texts(source), strict=True)]
    assert shown[1:3] == [("item", 1, "• x"), ("item", 2, "• y")]
    assert ("text", shown[3][1], "more") == shown[3]
    assert [words for _, _, words in shown[4:6]] == ["1. one", "2. two"]
    assert shown[6][2] in ("1. in", "1) in")
    assert shown[6][1] == shown[5][1] + 1


TABLES = {
    "mediawiki": ("wiki", '{| class="wikitable"\n! Name !! Post\n|-\n| style="color:red" | Ann Bell || \'\'Clerk\'\'\n|}\n'),
    "mediawiki, a cell a line": ("wiki", "{|\n|-\n! Name\n! Post\n|-\n| [[User:AB|Ann Bell]]\n| Clerk\n|}\n"),
    "dokuwiki": ("wiki", "===== a =====\n^ Name ^ Post ^\n| [[ab|Ann Bell]] | Clerk |\n"),
    "moinmoin": ("wiki", "= a =\n||<style='x'>'''Name''' || '''Post''' ||\n|| Ann Bell || Clerk ||\n"),
    "confluence": ("wiki", "h1. a\n||Name||Post||\n|[Ann Bell|http://quay.example]|Clerk|\n"),
    "textile": ("wiki", "h1. a\n\n|_. Name|_. Post|\n|Ann Bell|Clerk|\n"),
    "org": ("org", "| Name | Post |\n|------+------|\n| Ann Bell | Clerk |\n#+TBLFM: $1=1\n"),
    "rst, simple": ("rst", "========  =====\nName      Post\n========  =====\nAnn Bell  Clerk\n========  =====\n"),
    "rst, grid": ("rst", "+------+-------+\n| Name | Post  |\n+======+=======+\n| Ann  | Clerk |\n| Bell |       |\n+------+-------+\n"),
    "rst, list": ("rst", ".. list-table:: People\n   :header-rows: 1\n\n   * - Name\n     - Post\n   * - Ann Bell\n     - Clerk\n"),
    "asciidoc": ("asciidoc", '[options="header"]\n|===\n|Name |Post\n|Ann Bell |Clerk\n|===\n'),
    "asciidoc, a cell a line": ("asciidoc", "[%header,cols=2*]\n|===\n|Name\n|Post\n\n|Ann Bell\n|Clerk\n|===\n"),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_tables(name):
    format, text = TABLES[name]
    source = read(format, text)
    assert [tuple(" ".join(cell.split()) for cell in row) for row in cells(source)] == ROWS
    assert [line.header or line.bold for line in source.lines if line.kind == "row"] == [True, False]


INLINE = {
    "'''Present:''' [[User:AB|Ann]] & ''Bob''": "wiki",
    "'''Present:''' [http://quay.example Ann] &amp; Bob<!-- not Cy -->__NOTOC__": "wiki",
    "**Present:** //Ann// & __Bob__": "wiki",
    "h1. a\n\n*Present:* [~Ann] & _Bob_": "wiki",
    'h1. a\n\n*Present:* "Ann":http://quay.example & Bob': "wiki",
    "*Present:* [[http://quay.example][Ann]] & /Bob/": "org",
    "**Present:** `Ann <http://quay.example>`_ & *Bob*": "rst",
    "*Present:* http://quay.example[Ann] & _Bob_": "asciidoc",
}


@pytest.mark.parametrize("written", INLINE)
def test_marks_within_a_line_are_no_text(written):
    assert texts(read(INLINE[written], written))[-1] == "Present: Ann & Bob"


@pytest.mark.parametrize(
    ("format", "written", "expected"),
    [
        ("wiki", "a < b, <ann@quay.example>, 2 ** 3", "a < b, <ann@quay.example>, 2 ** 3"),
        ("wiki", "see https://quay.example/a//b or // that", "see https://quay.example/a//b or // that"),
        ("wiki", "h1. a\n\n5 - 6 - 7, 2*3*4, snake_case_word", "5 - 6 - 7, 2*3*4, snake_case_word"),
        ("org", "and/or 2*3*4 a=b=c", "and/or 2*3*4 a=b=c"),
        ("rst", "2*3*4 snake_case ``a*b``", "2*3*4 snake_case a*b"),
        ("asciidoc", "2*3*4 snake_case_word {unknown}", "2*3*4 snake_case_word {unknown}"),
    ],
)
def test_signs_that_mark_nothing_stay(format, written, expected):
    assert texts(read(format, written))[-1] == expected


def test_tasks_of_org():
    source = read(
        "org",
        "* Roof\n** TODO Ann to ring\n   DEADLINE: <2024-05-02 Thu>\n** DONE Bob to look\n"
        "* TODO Gate\n  It sticks.\n* Lamps\n- [X] Cy to buy\n- [ ] Di to fit\n",
    )
    assert [(line.checked, source.text[line.content : line.end]) for line in source.lines if line.checked is not None] == [
        (False, "Ann to ring"), (True, "Bob to look"), (True, "Cy to buy"), (False, "Di to fit"),
    ]  # fmt: skip
    assert "DEADLINE: 2024-05-02 Thu" in texts(source)
    assert levels(source) == [(1, "Roof"), (1, "Gate"), (1, "Lamps")]


@pytest.mark.parametrize(
    ("format", "text"),
    [
        ("org", "#+TITLE: x\n#+OPTIONS: toc:nil\n#+DATE: 2024-05-02\n* a"),
        ("asciidoc", "= x\n:toc:\n:date: 2024-05-02\n\n== a\n"),
        ("wiki", "{{Meeting\n|date = 2024-05-02\n|empty =\n}}\n== a ==\n"),
    ],
)
def test_what_is_said_of_the_document_stands_apart(format, text):
    source = read(format, text)
    told = [words.lower() for line, words in zip(source.lines, texts(source), strict=True) if line.kind == "metadata"]
    assert told[-1] == "date: 2024-05-02"
    assert not any("toc" in words or "empty" in words for words in told)


@pytest.mark.parametrize(
    ("format", "text"),
    [
        ("wiki", "; Chair : Ann Bell\n; Clerk\n: Bob Day\n"),
        ("wiki", "---+ a\n   $ Chair: Ann Bell\n   $ Clerk: Bob Day\n"),
        ("org", "- Chair :: Ann Bell\n- Clerk :: Bob Day\n"),
        ("rst", ":Chair: Ann Bell\n:Clerk: Bob\n   Day\n"),
        ("asciidoc", "Chair:: Ann Bell\nClerk::\n  Bob Day\n"),
    ],
)
def test_a_term_and_what_it_means_stand_in_one_line(format, text):
    assert texts(read(format, text))[-2:] == ["Chair: Ann Bell", "Clerk: Bob Day"]


@pytest.mark.parametrize("format", ["org", "rst", "asciidoc"])
def test_a_number_over_paragraphs_counts_no_list(format):
    source = read(format, "1. Roof\n\nIt leaks.\n\nii) Gate\n\nIt sticks.\n")
    assert [(line.kind, words) for line, words in zip(source.lines, texts(source), strict=True)][::2] == [
        ("text", "1. Roof"), ("text", "ii) Gate")
    ]  # fmt: skip


@pytest.mark.parametrize("format", ["org", "rst", "asciidoc"])
def test_lines_that_people_cut_are_one(format):
    cut = (
        "The engineer told the committee that the weir had been looked\nat in May. Ann: thanks.\nAction: Bob to write\n"
    )
    assert texts(read(format, cut)) == [
        "The engineer told the committee that the weir had been looked at in May. Ann: thanks.", "Action: Bob to write",
    ]  # fmt: skip


def test_notes_stand_at_the_end_of_their_section():
    source = read("wiki", "== a ==\nBalance 40.<ref>As of May.</ref>\n== b ==\nx ((y))\n")
    assert texts(source) == ["a", "Balance 40.", "[1] As of May.", "b", "x", "[2] y"]


def test_lines_have_the_numbers_of_the_file():
    for format, text in (
        ("wiki", "== a ==\n<!-- x\n-->\n\n* b\n{|\n| c || d\n|}\ne\n"),
        ("rst", "aaa\n===\n\n.. x\n   y\n\nb\n"),
    ):
        source, lines = read(format, text), text.split("\n")
        for line, words in zip(source.lines, texts(source), strict=True):
            assert words.split()[-1] in lines[line.number - 1]


RECOGNISED = {
    "wiki": [
        "== Roof ==\n* leaks\n** in May\n", "'''Present:''' Ann\n\n'''Roof'''\n", "{|\n| a\n|}\n[[Category:Minutes]]\n",
        "====== Roof ======\n  * leaks\n", "h2. Roof\n\n# leaks\n\nh2. Gate\n", "---++ Roof\n---++ Gate\n   * x\n",
        "Roof:\n\n# Ann to ring\n# Bob to look\n", "*Present:* Ann Bell, Bob Day\n\n*Roof*\n* leaks\n** in May\n", "||Task||Owner||\n|Paint|Ann|\n[~bob]\n",
    ],
    "org": ["* Roof\n** Leak\n- Ann rang\n- Bob came\n", "#+TITLE: Minutes\n#+DATE: 2024-05-02\n* Roof\n", "* Roof\n** TODO Ann to ring\n"],
    "rst": ["Roof\n====\n\n:Chair: Ann Bell\n:Clerk: Bob Day\n", "Roof\n----\n\nsee `that <http://quay.example>`_\n", ".. _a:\n\n.. note:: b\n"],
    "asciidoc": ["= Minutes\n:date: 2024-05-02\n\n== Roof\n", "== Roof\n\n* leaks\n** in May\n\n== Gate\n"],
    "markdown": ["# Board\n# Roof\nAnn Bell\n# Gate\nIt is out.\n", "# Roof\n\n**Present:** Ann\n\n## Gate\n\n1. a\n", "**Present:** Ann\n\n**Roof**\n\n* a\n"],
    "text": [
        "Roof\n====\n\nIt leaks.\n\nGate\n====\n", "* Roof\n  - leaks\n* Gate\n  - sticks\n", "1. Roof\n\n* Ann\n* Bob\n",
        "Present: Ann Bell\n\n-- Roof --\n\n| a | b |\n", "== Roof\n\nIt leaks.\n", "    * a\n\n** Roof\n\nx\n\n** Gate\n\n- y\n- z\n",
    ],
}  # fmt: skip
TYPES = {"wiki": "text/x-wiki", "org": "text/org", "rst": "text/x-rst", "asciidoc": "text/asciidoc", "markdown": "text/markdown", "text": "text/plain"}  # fmt: skip


@pytest.mark.parametrize(("format", "text"), [(format, text) for format, all_ in RECOGNISED.items() for text in all_])
def test_the_content_shows_the_markup(format, text):
    assert read_bytes(text.encode(), "minutes.txt").media_type == TYPES[format]


@pytest.mark.parametrize(
    ("name", "format"),
    [
        ("a.wiki", "wiki"),
        ("a.org", "org"),
        ("a.rst", "rst"),
        ("a.adoc", "asciidoc"),
        ("a.md", "markdown"),
        ("a.textile", "wiki"),
    ],
)
def test_the_suffix_counts_among_markups_that_share_their_marks(name, format):
    assert read_bytes(b"* a\n* b\n\n**c** d\n", name).media_type == TYPES[format]
    assert read_bytes(b"== Roof ==\n* leaks\n", name).media_type == TYPES[format]


def test_stars_within_stars_are_items_of_plain_text():
    source = read_bytes(b"* Roof\n** leaks\n** in May\n* Gate\n\n1. x\n", "minutes.txt")
    assert [(line.kind, line.depth) for line in source.lines[:4]] == [
        ("item", 1),
        ("item", 2),
        ("item", 2),
        ("item", 1),
    ]


def test_notes_below_an_item_are_no_title_of_the_minutes():
    minutes = parse_bytes(
        b"# Sync 20 August 2024\n\n## Attendees\n\n- Ann Bell\n- Bob Day\n\n## Lamps\n\n### Notes\n\n- They work.\n\n## Gate\n\nIt sticks.\n",
        "minutes.md",
    )
    assert [section.title for section in minutes.sections] == ["Lamps", "Gate"]


def test_an_owner_alone_in_bold_within_brackets_is_one():
    minutes = parse_bytes(
        b"h2. Roof\n\n* ring the builder (*Ann*)\n* mend it (*Bob -- done*)\n\nh2. Gate\n\nx\n", "minutes.txt"
    )
    told = [(action.text, [owner.text for owner in action.owners], action.done) for action in minutes.actions]
    assert told == [("ring the builder", ["Ann"], False), ("mend it", ["Bob"], True)]


def test_a_title_repeated_by_the_program_that_exported_the_page_stands_once():
    assert levels(read("wiki", "= Quay =\n\n== Quay ==\n\ntext\n")) == [(1, "Quay")]
