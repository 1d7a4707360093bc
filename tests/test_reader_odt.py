"""OpenDocument texts, written here element by element, as a reader of minutes sees them."""

from __future__ import annotations

import io
import zipfile

import pytest

from minutes_parser.readers import read_bytes
from minutes_parser.source import MinutesError, Source

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("style", "style"), ("table", "table"), ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
    )
)  # fmt: skip
STYLES = """
<style:style style:name="Strong" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Gone" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="P2"/>
<style:style style:name="P2" style:family="paragraph" style:parent-style-name="P1">
 <style:text-properties style:text-line-through-style="solid"/></style:style>
<text:list-style style:name="L">
 <text:list-level-style-number text:level="1" style:num-suffix=")" style:num-format="1"/>
 <text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="." text:display-levels="2"/>
 <text:list-level-style-number text:level="3" style:num-prefix="(" style:num-suffix=")" style:num-format="i"/>
</text:list-style>
<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="x"/></text:list-style>"""
OUTLINE = """<text:outline-style style:name="O">
<text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/>
<text:outline-level-style text:level="2" style:num-format="a" style:num-suffix="."/></text:outline-style>"""


def content(body: str, styles: str = STYLES) -> str:
    return (
        f'<office:document-content {NAMES} office:mimetype="{MEDIA_TYPE}"><office:automatic-styles>{styles}'
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )


def read(body: str, named: str = "") -> Source:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", MEDIA_TYPE, zipfile.ZIP_STORED)
        packed.writestr("content.xml", content(body))
        if named:
            packed.writestr("styles.xml", f"<office:document-styles {NAMES}>{named}</office:document-styles>")
    return read_bytes(buffer.getvalue(), "minutes.odt")


def lines(source: Source) -> list[tuple[str, str]]:
    return [(line.kind, source.text[line.start : line.end].strip()) for line in source.lines]


def p(words: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{words}</text:p>'


def listed(*items: str, style: str = "L", more: str = "") -> str:
    inside = "".join(f"<text:list-item>{item}</text:list-item>" for item in items)
    return f'<text:list text:style-name="{style}" {more}>{inside}</text:list>'


def test_characters():
    source = read(
        p(
            'To<text:s text:c="3"/>pay\n<text:span text:style-name="Strong">the bank</text:span><text:tab/>Clerk<text:line-break/>now'
        )
        + p(
            'A<text:span text:style-name="Gone">hidden</text:span><office:annotation><text:p>mind</text:p></office:annotation>B'
        )
        + "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        + p("<text:ruby><text:ruby-base>C</text:ruby-base><text:ruby-text>sea</text:ruby-text></text:ruby>D", "P2")
        + p("Quay", "Title")
    )
    assert source.text == "To pay the bank\tClerk\nnow\n\nAB\n\nCD\n\nQuay"
    assert [line.struck for line in source.lines] == [False, False, False, True, False]
    assert source.lines[4].bold
    assert [source.text[a:b] for a, b in source.lines[0].emphasis] == ["the bank"]


def test_lists_have_the_numbers_that_are_shown():
    inner = listed(p("Keys") + listed(p("Two")), p("Locks"))
    source = read(
        listed(p("Pay"), p("Tell") + p("more of it") + inner)
        + p("Between")
        + listed(p("Go on"), more='text:continue-numbering="true"')
        + listed(p("Begin again"))
        + listed(p("Point"), style="B")
    )
    assert lines(source) == [
        ("item", "1) Pay"), ("item", "2) Tell"), ("text", "more of it"), ("item", "2.1. Keys"), ("item", "(i) Two"),
        ("item", "2.2. Locks"), ("text", "Between"), ("item", "3) Go on"), ("item", "1) Begin again"), ("item", "• Point"),
    ]  # fmt: skip
    assert [line.depth for line in source.lines] == [1, 1, 1, 2, 3, 2, 0, 1, 1, 1]


def test_headings_are_numbered_by_the_outline():
    body = "".join(
        f'<text:h text:outline-level="{level}">{words}</text:h>'
        for level, words in ((1, "Gate"), (2, "Lock"), (1, "Quay"))
    )
    source = read(body, OUTLINE)
    assert lines(source) == [("heading", "1. Gate"), ("heading", "a. Lock"), ("heading", "2. Quay")]
    assert [line.level for line in source.lines] == [1, 2, 1]


def note(mark: str, words: str) -> str:
    return (
        f'<text:note text:note-class="footnote"><text:note-citation>{mark}</text:note-citation>'
        f"<text:note-body>{p(words)}</text:note-body></text:note>"
    )


def test_notes_end_their_section_and_leave_no_mark_in_it():
    source = read(
        p(f"Held on 4 May 2023{note('1', 'A Thursday.')}") + p("Ann Oak") + '<text:h text:outline-level="1">Gate</text:h>'
        + p(f"Shut{note('*', 'Locked.')}.")
        + p("Open.")
    )  # fmt: skip
    assert lines(source) == [
        ("text", "Held on 4 May 2023"), ("text", "Ann Oak"), ("item", "[1] A Thursday."), ("heading", "Gate"),
        ("text", "Shut."), ("text", "Open."), ("item", "[*] Locked."),
    ]  # fmt: skip


def test_tables_boxes_contents_and_margins():
    def row(*cells: str) -> str:
        return f"<table:table-row>{''.join(cells)}</table:table-row>"

    def cell(words: str, more: str = "") -> str:
        return f"<table:table-cell {more}>{p(words)}</table:table-cell>"

    table = f"<table:table><table:table-header-rows>{row(cell('Task'), cell('Who'))}</table:table-header-rows>"
    table += row(cell("All of it", 'table:number-columns-spanned="2"'), "<table:covered-table-cell/>")
    table += row(cell("Lock", 'table:number-columns-repeated="999999999"')) + "</table:table>"
    box = f"<draw:frame><draw:text-box>{p('In a box')}</draw:text-box></draw:frame>"
    index = f"<text:table-of-content><text:index-body>{p('Gate 3')}</text:index-body></text:table-of-content>"
    pages = f"<style:master-page><style:header>{p('Quay Council')}</style:header></style:master-page>"
    source = read(index + p(f"With{box} it") + table, pages)
    assert lines(source)[:5] == [
        ("furniture", "Quay Council"), ("furniture", "Gate 3"), ("text", "With it"), ("text", "In a box"), ("row", "Task\tWho"),
    ]  # fmt: skip
    assert [(line.header, len(line.cells) < 100) for line in source.lines[4:]] == [
        (True, True),
        (False, True),
        (False, True),
    ]


def test_a_document_in_a_single_file_is_known_by_its_content():
    assert read_bytes(content(p("Quay")).encode(), "minutes").text == "Quay"


@pytest.mark.parametrize(
    "body", ["<text:section>" * 200 + "</text:section>" * 200, p("<text:span>" * 200 + "x" + "</text:span>" * 200)]
)
def test_what_is_nested_without_end_ends(body):
    with pytest.raises(MinutesError, match=r"minutes\.odt: is nested deeper than any document; check"):
        read(body)


def test_rows_that_are_numbered_items_are_running_text():
    def row(number: str, title: str, words: str, owner: str = "") -> str:
        cells = (listed(p(""), style="L") if not number else p(number), p(title) + p(words), p(owner))
        return f"<table:table-row>{''.join(f'<table:table-cell>{cell}</table:table-cell>' for cell in cells)}</table:table-row>"

    rows = row("1.", "Roof", "It leaks.", "AT") + row("2.", "Gate", "It is shut.") + row("3", "Till", "Full.")
    source = read(f"<table:table>{rows}</table:table><table:table>{row('', 'Fees', 'Paid.')}</table:table>")
    assert [words for _, words in lines(source)] == [
        "1.\tRoof", "It leaks.\tAT", "2.\tGate", "It is shut.", "3\tTill", "Full.", "1)\tFees\tPaid.",
    ]  # fmt: skip
