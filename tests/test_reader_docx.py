"""Word documents, built here, as a reader of minutes sees them."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from minutes_parser import MinutesError, parse_bytes
from minutes_parser.readers import read_bytes


def saved(document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def read(document):
    source = read_bytes(saved(document), "minutes.docx")
    ends = [0, *(line.end for line in source.lines)]
    assert all(a <= line.start < line.end <= len(source.text) for a, line in zip(ends, source.lines, strict=False))
    covered = "".join(source.text[line.start : line.end] for line in source.lines)
    assert "".join(covered.split()) == "".join(source.text.split())
    return source


def lines(source):
    return [source.text[line.start : line.end].strip() for line in source.lines]


def test_headings_lists_bold_and_tabs():
    document = docx.Document()
    document.add_heading("Elmbury Parish Council", 0)
    document.add_heading("Finance", 2)
    document.add_paragraph("Pay the invoice", "List Number")
    document.add_paragraph("Tell the bank", "List Number")
    document.add_paragraph("Keys", "List Bullet")
    paragraph = document.add_paragraph("To write to the county\tClerk")
    paragraph.add_run("\nDone").bold = True
    source = read(document)
    assert lines(source) == [
        "Elmbury Parish Council", "Finance", "1. Pay the invoice", "2. Tell the bank", "• Keys",
        "To write to the county\tClerk", "Done",
    ]  # fmt: skip
    assert [line.kind for line in source.lines[:5]] == ["text", "heading", "item", "item", "item"]
    assert source.lines[0].bold
    assert source.lines[1].level == 2
    assert source.text[source.lines[2].content :].startswith("Pay")
    assert source.lines[6].bold
    assert source.lines[5].block == source.lines[6].block


def test_a_table_of_actions_has_cells():
    document = docx.Document()
    table = document.add_table(0, 3)
    for texts in (("Action", "Owner", "Due"), ("Order grit", "Clerk", "1 May"), ("Paint gate", "", "2 May")):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    source = read(document)
    assert [line.kind for line in source.lines] == ["row"] * 3
    assert [source.text[a:b] for a, b in source.lines[2].cells] == ["Paint gate", "", "2 May"]


def test_a_table_that_lays_out_minutes_is_running_text():
    document = docx.Document()
    first = document.add_table(1, 3).rows[0].cells
    first[0].text, first[2].text = "1.", "Clerk"
    first[1].paragraphs[0].add_run("Apologies").bold = True
    first[1].add_paragraph("None were given.")
    first[1].add_paragraph("The dates are agreed.")
    assert lines(read(document)) == ["1.\tApologies", "None were given.", "The dates are agreed.\tClerk"]


def remade(data: bytes, old: bytes, new: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            part = before.read(name)
            after.writestr(name, part.replace(old, new) if name == "word/document.xml" else part)
    return buffer.getvalue()


def test_tracked_changes_are_read_as_accepted():
    document = docx.Document()
    document.add_paragraph("KEEP")
    new = b"<w:t>Paid</w:t></w:r>"
    new += b"<w:del><w:r><w:delText>not </w:delText></w:r></w:del>"
    new += b"<w:ins><w:r><w:t> twice</w:t></w:r></w:ins><w:r><w:t/>"
    source = read_bytes(remade(saved(document), b"<w:t>KEEP</w:t>", new), "minutes.docx")
    assert source.text == "Paid twice"


RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACE = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def with_notes(data: bytes, **notes: list[str]) -> bytes:
    """Return a document with foot- and endnotes; a place for one stands in its text as KINDn, n from 0."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            part = before.read(name)
            for kind, texts in notes.items():
                for id in range(len(texts)):
                    refers = f'</w:t></w:r><w:r><w:{kind}Reference w:id="{id + 2}"/></w:r><w:r><w:t>'
                    part = part.replace(f"{kind.upper()}{id}".encode(), refers.encode())
                link = f'<Relationship Id="n{kind}" Type="{RELATION}/{kind}s" Target="{kind}s.xml"/></Relationships>'
                if name == "word/_rels/document.xml.rels":
                    part = part.replace(b"</Relationships>", link.encode())
            after.writestr(name, part)
        for kind, texts in notes.items():
            xml = b"".join(
                f'<w:{kind} w:id="{id}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:{kind}>'.encode()
                for id, text in enumerate(texts, 2)
            )
            after.writestr(
                f"word/{kind}s.xml", b"<w:%bs %b>%b</w:%bs>" % (kind.encode(), NAMESPACE, xml, kind.encode())
            )
    return buffer.getvalue()


def test_notes_end_the_section_that_refers_to_them():
    document = docx.Document()
    document.add_paragraph("Ann OakFOOTNOTE0, Ben Elm")
    document.add_paragraph("Cat Yew")
    document.add_heading("1. Gate", 1)
    document.add_paragraph("ShutENDNOTE0.")
    document.add_table(1, 2).cell(0, 1).text = "KeyFOOTNOTE1"
    document.add_paragraph("Open.")
    data = with_notes(
        saved(document), footnote=["Left early.", "Two were cut.", "Nobody refers to this."], endnote=["By the county."]
    )
    source = read_bytes(data, "minutes.docx")
    assert lines(source) == [
        "Ann Oak, Ben Elm", "Cat Yew", "[1] Left early.", "1. Gate", "Shut.", "Key", "Open.",
        "[i] By the county.", "[2] Two were cut.",
    ]  # fmt: skip
    assert [line.kind for line in source.lines if source.text[line.start] == "["] == ["item"] * 3


@pytest.mark.parametrize(
    "data",
    [
        saved(docx.Document())[:4000],
        remade(saved(docx.Document()), b"<w:document ", b'<!DOCTYPE a [<!ENTITY b "c">]><w:document '),
        remade(saved(docx.Document()), b"</w:body>", b"<w:p>" + b" " * 30_000_000 + b"</w:p></w:body>"),
        b"PK\x03\x04 no archive at all",
    ],
    ids=["cut short", "entities", "bomb", "no zip"],
)
def test_what_is_broken_or_hostile_is_told_in_one_sentence(data):
    with pytest.raises(MinutesError, match=r"^minutes\.docx: [^\n]+; [^\n]+$"):
        read_bytes(data, "minutes.docx")


_LEVELS = """
<w:abstractNum w:abstractNumId="900"><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl>
<w:lvl w:ilvl="2"><w:numFmt w:val="ordinal"/><w:suff w:val="nothing"/><w:lvlText w:val="%3:"/></w:lvl></w:abstractNum>
<w:num w:numId="900"><w:abstractNumId w:val="900"/></w:num>
<w:num w:numId="901"><w:abstractNumId w:val="900"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
"""


def test_lists_have_the_numbers_that_word_shows():
    document = docx.Document()
    for part in parse_xml(f"<w:numbering {nsdecls('w')}>{_LEVELS}</w:numbering>"):
        document.part.numbering_part.element.append(part)
    for id, level in ((900, 0), (900, 1), (900, 2), (900, 2), (900, 0), (901, 0), (901, 1), (0, 0), (900, 0)):
        properties = document.add_paragraph("Tea")._p.get_or_add_pPr()
        properties.append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{id}"/></w:numPr>')
        )
    assert lines(read(document)) == [
        "I. Tea", "1.1 Tea", "1st:Tea", "2nd:Tea", "II. Tea", "VII. Tea", "7.1 Tea", "Tea", "VIII. Tea",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        (
            '<w:t>Tea</w:t><w:br w:type="column"/><w:t>Cake</w:t><w:br w:type="page"/><w:t>Bye</w:t>',
            ["Tea", "Cake", "Bye"],
        ),
        ("<w:t>soft</w:t><w:softHyphen/><w:t>ly non</w:t><w:noBreakHyphen/><w:t>stop</w:t>", ["softly non-stop"]),
        ('<w:sym w:font="Wingdings" w:char="F0FE"/><w:t xml:space="preserve"> paid</w:t>', ["☑ paid"]),
        ("<w:rPr><w:vanish/></w:rPr><w:t>secret</w:t>", []),
        (
            "<w:fldChar w:fldCharType='begin'><w:ffData><w:checkBox><w:default w:val='1'/></w:checkBox></w:ffData></w:fldChar>"
            "<w:instrText>FORMCHECKBOX</w:instrText><w:t xml:space='preserve'> paid</w:t>",
            ["☑ paid"],
        ),
        (
            "<w:fldChar w:fldCharType='begin'><w:ffData><w:checkBox><w:default w:val='1'/><w:checked w:val='0'/></w:checkBox>"
            "</w:ffData></w:fldChar><w:t xml:space='preserve'> paid</w:t>",
            ["☐ paid"],
        ),
    ],
)
def test_what_a_run_holds_beside_words(run, expected):
    document = docx.Document()
    document.add_paragraph()._p.append(parse_xml(f"<w:r {nsdecls('w')}>{run}</w:r>"))
    assert lines(read(document)) == expected


def test_a_table_that_numbers_items_with_a_title_and_text_in_one_cell_becomes_sections() -> None:
    document = docx.Document()
    document.add_paragraph("Minutes of the Quay Trust, 7 May 2024")
    rows = [
        ("No", "Item", "Action"),
        ("1", "Welcome\nThe chair welcomed everyone.", ""),
        ("2", "Premises\nThe roof leaks.", "BD to obtain quotes by 1 June"),
        ("3", "Accounts\nThe accounts were approved.", ""),
        ("4", "Any other business\nNone.", ""),
    ]
    table = document.add_table(len(rows), 3)
    for row, words in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text
    data = io.BytesIO()
    document.save(data)
    minutes = parse_bytes(data.getvalue(), "minutes.docx", sentences=False)
    assert [(one.number, one.title) for one in minutes.sections] == [
        ("1", "Welcome"), ("2", "Premises"), ("3", "Accounts"), ("4", "Any other business"),
    ]  # fmt: skip
    assert [(one.text, one.section) for one in minutes.actions] == [("BD to obtain quotes by 1 June", "s2")]


def test_a_paragraph_behind_a_list_is_set_apart():
    document = docx.Document()
    document.add_paragraph("Pay the bill", "List Number")
    document.add_paragraph("Decisions")
    document.add_paragraph("The roof is mended", "List Bullet")
    assert read(document).text == "1. Pay the bill\n\nDecisions\n\n• The roof is mended"


def test_columns_that_go_on_in_the_next_paragraph_are_one_block():
    document = docx.Document()
    for words in ("Present:\tAda Thorne\tBeck Rowe", "\tCleo Finn\tDi Marsh", "1.\tRoof", "\tIt leaks."):
        document.add_paragraph(words)
    source = read(document)
    assert source.text == "Present:\tAda Thorne\tBeck Rowe\n\tCleo Finn\tDi Marsh\n\n1.\tRoof\n\nIt leaks."
    assert [line.block for line in source.lines[:2]] == [source.lines[0].block] * 2


def numbered_rows(counted: bool) -> bytes:
    """Return a table of items, a title over its text in each; Word counts them, or the numbers are typed."""
    document = docx.Document()
    table = document.add_table(1, 3)
    for cell, words in zip(table.rows[0].cells, ("No.", "Item", "Action"), strict=True):
        cell.paragraphs[0].add_run(words).bold = True
    for number, (title, words, owner) in enumerate(
        (("Roof", "It leaks.", "AT"), ("Gate", "It is shut.", ""), ("Till", "Full.", ""))
    ):
        cells = table.add_row().cells
        cells[0].paragraphs[0].style = "List Number" if counted else "Normal"
        cells[0].paragraphs[0].text = "" if counted else f"{number + 1}."
        cells[1].text, cells[2].text = title, owner
        cells[1].add_paragraph(words)
    return saved(document)


@pytest.mark.parametrize("counted", [True, False])
def test_rows_that_are_numbered_items_are_running_text(counted):
    source = read_bytes(numbered_rows(counted), "minutes.docx")
    assert lines(source) == [
        "No.\tItem\tAction", "1.\tRoof", "It leaks.\tAT", "2.\tGate", "It is shut.", "3.\tTill", "Full.",
    ]  # fmt: skip
    assert [line.kind for line in source.lines] == ["row", *["text"] * 6]


def test_numbers_are_counted_in_the_cells_of_a_table_too():
    document = docx.Document()
    for words in ("Gate", "Wall"):
        row = document.add_table(1, 2).rows[0].cells
        row[0].paragraphs[0].style = "List Number"
        row[0].paragraphs[0].add_run(words)
        row[1].text = "mended"
        document.add_paragraph("Seen.")
    assert lines(read(document)) == ["1. Gate\tmended", "Seen.", "2. Wall\tmended", "Seen."]
