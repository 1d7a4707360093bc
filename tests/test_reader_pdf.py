"""PDF: documents are built here object by object, in Helvetica, from places of words and lines."""

import contextlib

import pytest

from minutes_parser.readers import read_bytes
from minutes_parser.source import MinutesError, Source

FULL = "The trustees looked at the plans for the boiler in the hall and asked for three quotations"


def pdf(*pages: str, extra: bytes = b"") -> bytes:
    """Build a document of pages of 600 x 800 points from their content streams."""
    count = len(pages)
    kids = " ".join(f"{5 + 2 * i} 0 R" for i in range(count))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    ]
    for number, stream in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {6 + 2 * number} 0 R"
            " /Resources << /Font << /F 3 0 R /B 4 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(objects) + 1} /Root 1 0 R"
    return out + head.encode() + extra + f" >>\nstartxref\n{len(out)}\n%%EOF\n".encode()


def say(x: float, y: float, words: str, font: str = "F", size: float = 10, turned: bool = False) -> str:
    """Return the operators that show words at a place, on their side if ``turned``."""
    matrix = f"0 1 -1 0 {x} {y}" if turned else f"1 0 0 1 {x} {y}"
    return f"BT /{font} {size} Tf {matrix} Tm ({words}) Tj ET\n"


def rule(x0: float, y0: float, x1: float, y1: float) -> str:
    """Return the operators that draw a line."""
    return f"{x0} {y0} m {x1} {y1} l S\n"


def grid(xs: list[float], ys: list[float]) -> str:
    """Return the operators that rule a table."""
    return "".join(rule(xs[0], y, xs[-1], y) for y in ys) + "".join(rule(x, ys[0], x, ys[-1]) for x in xs)


def lines(source: Source, kind: str = "text") -> list[str]:
    """Return the texts of the lines of a kind."""
    return [source.text[line.start : line.end] for line in source.lines if line.kind == kind]


def test_wrapped_lines_are_one_paragraph_and_a_gap_ends_it() -> None:
    page = (
        say(70, 700, FULL)
        + say(70, 688, "before the winter.")
        + say(70, 664, "The clerk thanked all.")
        + say(70, 640, FULL)
    )
    source = read_bytes(pdf(page), "a.pdf")
    assert lines(source) == [f"{FULL} before the winter.", "The clerk thanked all.", FULL]
    assert source.media_type == "application/pdf"
    assert source.encoding is None
    assert {line.number for line in source.lines} == {1}


def test_a_line_that_was_ended_early_goes_on_in_lower_case_or_behind_a_comma() -> None:
    page = (
        say(70, 700, FULL)
        + say(70, 680, "The clerk thanked all who had come to the hall")
        + say(70, 668, "in the snow.")
    )
    page += say(70, 648, "Apologies were sent by Ann Bell, Bob Day,") + say(70, 636, "Cy Dale and Di Frost.")
    page += say(70, 616, "Hall lamps:") + say(70, 604, "ten of them") + say(70, 592, "Roof")
    assert lines(read_bytes(pdf(page), "a.pdf")) == [
        FULL, "The clerk thanked all who had come to the hall in the snow.",
        "Apologies were sent by Ann Bell, Bob Day, Cy Dale and Di Frost.", "Hall lamps:", "ten of them", "Roof",
    ]  # fmt: skip


def test_bold_lines_and_large_ones_are_known() -> None:
    page = say(70, 740, "Minutes of the Meeting", "B", 18) + say(70, 700, "1. Welcome", "B") + say(70, 680, "All came.")
    source = read_bytes(pdf(page + say(70, 660, "All stayed.")), "a.pdf")
    assert [(line.kind, line.bold) for line in source.lines] == [
        ("heading", True), ("text", True), ("text", False), ("text", False),
    ]  # fmt: skip


BLUE = "0.2 0.4 0.7 rg\n"
BLACK = "0 0 0 rg\n"


def dot(x: float, y: float) -> str:
    """Return the operators that draw a bullet."""
    return f"{x} {y} 3.5 3.5 re f\n"


def levels(source: Source) -> list[tuple[str, int]]:
    """Return the headings, each with its level."""
    return [(source.text[line.start : line.end], line.level) for line in source.lines if line.kind == "heading"]


def items(source: Source) -> list[tuple[int, str]]:
    """Return the items of lists, each with its depth and its text without the bullet."""
    return [(line.depth, source.text[line.content : line.end]) for line in source.lines if line.kind == "item"]


def test_sizes_and_weights_of_headings_are_levels() -> None:
    page = say(70, 760, "Minutes", "B", 20) + say(70, 730, "Finance", "B", 14) + say(70, 700, FULL) + say(70, 688, FULL)
    page += (
        say(70, 658, "Reserves", "B", 12) + say(70, 640, FULL) + say(70, 628, FULL) + say(70, 598, "Grants", "F", 12)
    )
    source = read_bytes(pdf(page + say(70, 570, FULL) + say(70, 540, "Roof", "B", 14)), "a.pdf")
    assert levels(source) == [("Minutes", 1), ("Finance", 2), ("Reserves", 3), ("Grants", 4), ("Roof", 2)]


def test_lines_in_the_colour_of_larger_headings_are_headings_and_links_are_none() -> None:
    page = BLUE + say(70, 760, "Finance", "F", 14) + BLACK + say(70, 730, FULL)
    page += BLUE + say(70, 700, "Reserves") + BLACK + say(70, 670, FULL)
    page += BLUE + say(70, 640, "tarrow.example.org") + BLACK + say(70, 610, FULL)
    assert levels(read_bytes(pdf(page), "a.pdf")) == [("Finance", 1), ("Reserves", 2)]


def test_a_colour_that_stands_within_lines_too_makes_no_headings() -> None:
    page = BLUE + say(70, 760, "the papers") + say(70, 730, "the plans") + BLACK + say(70, 700, FULL)
    page += say(70, 670, "See") + BLUE + say(100, 670, "the papers") + BLACK + say(70, 640, FULL)
    assert levels(read_bytes(pdf(page), "a.pdf")) == []


def test_indented_bullets_are_nested_and_a_paragraph_at_the_margin_ends_the_list() -> None:
    page = say(70, 760, FULL) + say(90, 740, r"\225 Roof") + say(110, 726, "o Slates") + say(110, 712, "o Gutters")
    page += say(90, 698, r"\225 Hall") + say(70, 680, FULL) + say(110, 660, r"\225 Lamps")
    assert items(read_bytes(pdf(page), "a.pdf")) == [
        (1, "Roof"), (2, "Slates"), (2, "Gutters"), (1, "Hall"), (1, "Lamps"),
    ]  # fmt: skip


def test_bullets_that_are_drawn_begin_items() -> None:
    page = say(70, 760, FULL) + dot(80, 742) + say(90, 740, "Roof") + dot(100, 730) + say(110, 728, "Slates")
    source = read_bytes(pdf(page + say(70, 710, FULL)), "a.pdf")
    assert items(source) == [(1, "Roof"), (2, "Slates")]


def test_numbers_are_items_where_a_list_sets_them_and_not_at_the_margin() -> None:
    page = say(70, 760, "1. Welcome") + say(70, 746, FULL) + say(90, 732, "1. Roof") + say(90, 718, "2. Hall")
    page += say(70, 704, "2.") + say(100, 704, "Finance") + say(70, 690, FULL)
    assert items(read_bytes(pdf(page), "a.pdf")) == [(1, "Roof"), (1, "Hall"), (1, "Finance")]


def test_a_wide_gap_between_paragraphs_is_a_blank_line() -> None:
    page = say(70, 760, FULL) + say(70, 748, FULL) + say(70, 736, FULL) + say(70, 706, "Finance") + say(70, 676, FULL)
    page += say(70, 664, "Roof: the slates") + say(70, 652, "Hall: the lamps")
    text = read_bytes(pdf(page), "a.pdf").text
    assert f"{FULL}\n\nFinance\n\n{FULL}\nRoof: the slates\nHall: the lamps" in text


def test_running_heads_and_page_numbers_are_furniture_and_a_paragraph_goes_over_them() -> None:
    heads, bodies = ("Apologies", "in writing.", "Finance"), (FULL, "All agreed.", "Nothing was said.")
    pages = [
        say(70, 780, f"Orchard Trust 4 May 202{i}")
        + say(290, 30, f"Page {i} of 3")
        + say(70, 700, head)
        + say(70, 400, body)
        for i, (head, body) in enumerate(zip(heads, bodies, strict=True), 1)
    ]
    source = read_bytes(pdf(*pages), "a.pdf")
    assert len(lines(source, "furniture")) == 5
    assert lines(source)[0] == "Orchard Trust 4 May 2021"
    assert f"{FULL} in writing." in lines(source)
    assert source.notes == ("5 running heads, footers and page numbers were set aside",)


def test_a_ruled_table_becomes_rows() -> None:
    page = say(70, 760, "Actions", "B") + grid([70, 300, 400, 500], [740, 720, 690, 670])
    heads = zip((75, 305, 405), ("ACTION", "BY WHOM", "BY WHEN"), strict=True)
    page += "".join(say(x, 726, words, "B") for x, words in heads)
    page += (
        say(75, 708, "Ask for quotations for the boiler in")
        + say(75, 696, "the hall")
        + say(305, 708, "Clerk")
        + say(405, 708, "May")
    )
    page += say(75, 676, "Paint the door") + say(405, 676, "June")
    source = read_bytes(pdf(page), "a.pdf")
    rows = [line for line in source.lines if line.kind == "row"]
    assert lines(source, "row") == [
        "ACTION\tBY WHOM\tBY WHEN", "Ask for quotations for the boiler in the hall\tClerk\tMay", "Paint the door\t\tJune",
    ]  # fmt: skip
    assert [row.header for row in rows] == [True, False, False]
    assert len({row.table for row in rows}) == 1
    assert [source.text[a:b] for a, b in rows[2].cells] == ["Paint the door", "", "June"]


def test_columns_without_rules_are_a_table_where_their_cells_go_on() -> None:
    rows = [
        (700, "First", "Last", "Body", "Role"), (684, "Ada", "Thorne", "Quay Office", "Voting"), (672, "", "", "", "member"),
        (656, "Tom", "Rusk", "Harbour", "Clerk"), (644, "", "", "Trust", ""), (628, "Kim", "Lund", "Town", "Member"),
        (612, "Jo", "Fairweather", "Town", "Member"),
    ]  # fmt: skip
    said = [say(x, y, word) for y, *words in rows for x, word in zip((72, 110, 170, 225), words, strict=True) if word]
    source = read_bytes(
        pdf("".join([say(72, 740, "Who was at the meeting is told below, in the order of the roll."), *said])), "a.pdf"
    )
    assert lines(source, "row")[1:] == [
        "Ada\tThorne\tQuay Office\tVoting member", "Tom\tRusk\tHarbour Trust\tClerk", "Kim\tLund\tTown\tMember",
        "Jo\tFairweather\tTown\tMember",
    ]  # fmt: skip


def test_lists_and_prose_have_no_columns() -> None:
    words = "".join(say(72, 700 - 12 * k, "-") + say(86, 700 - 12 * k, f"Cllr {c} Bell") for k, c in enumerate("ABDGK"))
    prose = "".join(say(72, 600 - 12 * k, f"Cllr {c} Hill") for k, c in enumerate("ABDGK"))
    assert not lines(read_bytes(pdf(words + prose), "a.pdf"), "row")


def test_a_date_on_its_side_is_a_cell_of_the_head() -> None:
    page = grid([70, 200, 240, 280], [740, 670, 650, 630])
    page += say(225, 675, "11 May 2023", turned=True) + say(265, 675, "12/06/2023", turned=True)
    page += say(75, 656, "Ann Oak") + say(215, 656, "P") + say(75, 636, "Ben Elm") + say(255, 636, "A")
    assert lines(read_bytes(pdf(page), "a.pdf"), "row") == ["\t11 May 2023\t12/06/2023", "Ann Oak\tP\t", "Ben Elm\t\tA"]


def test_minutes_in_columns_become_running_text_with_the_action_behind_its_paragraph() -> None:
    page = grid([50, 90, 180, 460, 550], [740, 720, 560, 520])
    page += "".join(say(x, 726, words, "B") for x, words in ((95, "Item"), (185, "Notes"), (465, "Action")))
    page += say(55, 706, "1") + say(95, 706, "Heating of") + say(95, 694, "the hall")
    notes = "The trustees looked at the plans for the boiler in the hall"
    page += "".join(say(185, 706 - 12 * i, words) for i, words in enumerate([notes, notes, notes, "and then agreed."]))
    page += (
        say(185, 640, notes)
        + say(185, 628, "and asked for more.")
        + say(185, 604, "No more was said.")
        + say(465, 640, "Clerk", "B")
    )
    page += say(55, 546, "2") + say(95, 546, "Any other business") + say(185, 546, "None.")
    source = read_bytes(pdf(page), "a.pdf")
    assert lines(source) == [
        "1 Heating of the hall", f"{notes} {notes} {notes} and then agreed.", f"{notes} and asked for more.\tClerk",
        "No more was said.", "2 Any other business", "None.",
    ]  # fmt: skip
    assert lines(source, "row") == ["\tItem\tNotes\tAction"]


def test_a_column_of_names_that_is_not_ruled_stands_behind_the_paragraphs() -> None:
    page, y, expected = say(480, 720, "ACTION", "B"), 700, []
    for who in ("Clerk", "AB", "Clerk/AB", ""):
        page += (
            say(70, y, FULL[:88]) + say(70, y - 12, f"and so on for {who}.") + (say(480, y - 12, who) if who else "")
        )
        expected.append(f"{FULL[:88]} and so on for {who}." + (f"\t{who}" if who else ""))
        y -= 40
    page += "".join(say(70, y - 20 * i, f"Matter {i} was noted.") for i in range(6))
    source = read_bytes(pdf(page), "a.pdf")
    assert lines(source)[:4] == expected
    assert lines(source, "furniture") == ["ACTION"]


def test_a_value_in_a_box_stands_behind_its_label() -> None:
    page = say(70, 700, "COMMITTEE:") + say(160, 694, "Allotments", "B") + grid([150, 300], [710, 685])
    page += (
        say(330, 700, "DATE:")
        + say(400, 694, "4 May 2023", "B")
        + grid([390, 500], [710, 685])
        + say(70, 650, "All came.")
    )
    assert lines(read_bytes(pdf(page), "a.pdf")) == ["COMMITTEE:\tAllotments", "DATE:\t4 May 2023", "All came."]


def test_bold_words_are_known_and_a_number_at_a_line_start_ends_no_sentence() -> None:
    page = say(70, 700, "Present:", "B") + say(115, 700, f"{FULL[:76]} and it cost")
    page += (
        say(70, 688, "2.50 each.")
        + say(70, 676, "2.1")
        + say(100, 676, f"{FULL[:76]} and hyphen-")
        + say(100, 664, "ated words.")
    )
    page += "".join(say(70, 640 - 20 * i, f"{FULL[:76]} again.") for i in range(3))
    source = read_bytes(pdf(page), "a.pdf")
    assert lines(source)[:2] == [
        f"Present: {FULL[:76]} and it cost 2.50 each.",
        f"2.1 {FULL[:76]} and hyphen-ated words.",
    ]
    assert [source.text[a:b] for a, b in source.lines[0].emphasis] == ["Present:"]


def test_a_list_of_names_beside_a_label_keeps_its_lines() -> None:
    page = (
        grid([50, 150, 450], [740, 690, 670])
        + say(55, 728, "Present:")
        + say(55, 676, "Apologies:")
        + say(155, 676, "Dan Ash")
    )
    page += "".join(say(155, 728 - 12 * i, name) for i, name in enumerate(("Ann Oak (Chair)", "Ben Elm", "Cat Yew")))
    assert lines(read_bytes(pdf(page), "a.pdf")) == [
        "Present:",
        "Ann Oak (Chair)",
        "Ben Elm",
        "Cat Yew",
        "Apologies:",
        "Dan Ash",
    ]


def test_a_word_broken_at_the_line_end_is_joined_if_it_stands_elsewhere() -> None:
    page = say(70, 700, f"{FULL[:79]} docu-") + say(70, 688, "ment was read.") + say(70, 660, f"{FULL[:79]} co-")
    page += say(70, 648, "opted.") + say(70, 620, "One document.")
    found = lines(read_bytes(pdf(page), "a.pdf"))
    assert found == [f"{FULL[:79]} document was read.", f"{FULL[:79]} co-opted.", "One document."]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_page_that_is_turned_reads_as_shown(turn: int) -> None:
    matrix = {0: "1 0 0 1 0 0", 90: "0 1 -1 0 600 0", 180: "-1 0 0 -1 600 800", 270: "0 -1 1 0 0 800"}[turn]
    page = f"q {matrix} cm {say(60, 500, FULL, size=8)}{say(60, 490, 'before noon.', size=8)} Q"
    data = pdf(page).replace(b"/MediaBox", f"/Rotate {turn} /MediaBox".encode())
    assert lines(read_bytes(data, "a.pdf")) == [f"{FULL} before noon."]


ENCRYPTED = (
    b" /Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b"> >>"
    b" /ID [<41> <41>]"
)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (pdf(say(70, 700, "Secret"), extra=ENCRYPTED), "is encrypted; remove the password"),
        (b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog", "is broken or cut short"),
        (pdf(*[""] * 2001), "has 2001 pages; give at most 2000"),
        (pdf("0 0 100 100 re f"), "holds page images without text (a scan); run OCR first"),
    ],
    ids=["encrypted", "truncated", "long", "scan"],
)
def test_what_cannot_be_read_is_said_in_one_sentence(data: bytes, words: str) -> None:
    with pytest.raises(MinutesError, match=r"a\.pdf: ") as failure:
        read_bytes(data, "a.pdf")
    assert words in str(failure.value)


def test_no_damage_crashes_the_reader() -> None:
    whole = pdf(grid([70, 200, 280], [740, 670, 650]) + say(75, 676, "Ann Oak") + say(220, 676, "P"))
    for at in range(0, len(whole), 37):
        for damaged in (whole[:at], whole[:at] + b"\xff/<<" + whole[at + 4 :]):
            with contextlib.suppress(MinutesError):
                read_bytes(damaged, "a.pdf", "pdf")


def test_a_heading_with_initials_in_the_column_beside_it_is_one_whatever_they_look_like() -> None:
    page = say(530, 560, "CD") + "".join(
        say(70, 760 - 12 * row, FULL) + say(530, 760 - 12 * row, "AB") for row in range(14)
    )
    page += say(70, 560, "Budget", "B", 10.6) + say(70, 530, FULL)
    source = read_bytes(pdf(page), "a.pdf")
    assert "Budget" in source.text
