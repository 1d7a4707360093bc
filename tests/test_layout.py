from __future__ import annotations

from itertools import pairwise
from textwrap import wrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_parser import parse, parse_bytes
from minutes_parser.layout.blocks import look
from minutes_parser.layout.divide import outline
from minutes_parser.layout.numbering import best_chain, number_at, roman_value
from minutes_parser.layout.outline import Outline
from minutes_parser.layout.titles import title_end
from minutes_parser.layout.topics import topic
from minutes_parser.readers.ordinals import to_roman
from minutes_parser.readers.text import from_text
from minutes_parser.source import Source, plain_lines


def outline_of(text: str) -> Outline:
    source = Source("test.txt", text, plain_lines(text))
    return outline(source, look(source))


def sections(text: str) -> list[tuple[str | None, str | None, int]]:
    plan = outline_of(text)
    return [(p.number, plan.source.fold(*p.title) if p.title else None, p.level) for p in plan.business]


@pytest.mark.parametrize(
    ("text", "number", "style"),
    [
        ("1. Welcome", "1", "decimal"),
        ("1) Welcome", "1", "decimal"),
        ("2.1. Accounts", "2.1", "dotted"),
        ("1-1-2 Quorum", "1-1-2", "dotted"),
        ("Item 4: Budget", "4", "item"),
        ("Item 4 Budget", "4", "item"),
        ("Item 4", "4", "item"),
        ("Item 04/21 Budget", "04/21", "slash"),
        ("Item 2.1 Budget", "2.1", "dotted"),
        ("GB/2324/001: Welcome", "GB/2324/001", "reference"),
        ("128/17 Apologies", "128/17", "slash"),
        ("2307.01 Apologies", "2307.01", "slash"),
        ("1.19 - Apologies", "1.19", "dotted"),
        ("3 / Apologies", "3", "decimal"),
        ("PC 03/2024 Apologies", "PC 03/2024", "reference"),
        ("II. Reports", "II", "ROMAN"),
        ("(a) Fencing", "a", "letter"),
        ("iv) Fencing", "iv", "roman"),
        ("B. Fencing", "B", "capital"),
        ("1 Opening", "1", "decimal"),
        ("2/ Minutes of the last meeting", "2", "decimal"),
        ("CS07/08.17 Apologies", "CS07/08.17", "reference"),
        ("1358 INTERESTS OF MEMBERS", "1358", "decimal"),
    ],
)
def test_a_number_is_read_as_written(text: str, number: str, style: str) -> None:
    found = number_at(text, 0, len(text))
    assert found is not None
    assert (found.text, found.style) == (number, style)


@pytest.mark.parametrize(
    "text", ["Welcome", "I think so", "A.O.B.", "20:30 Finance", "24/7 cover", "2.5% rise", "civil. x"]
)
def test_what_is_no_number(text: str) -> None:
    assert number_at(text, 0, len(text)) is None


def test_roman_numerals() -> None:
    assert [roman_value(to_roman(n)) for n in range(1, 89)] == list(range(1, 89))
    assert roman_value("iix") == roman_value("vx") == 0


def test_an_agenda_and_a_list_are_not_the_sequence() -> None:
    agenda, business, listed = [0.1] * 3, [1.0] * 2, [0.1] * 3
    values = [1, 2, 3, 1, 2, 1, 2, 3, 3]
    assert best_chain(values, [*agenda, *business, *listed, 1.0], from_one=True) == [3, 4, 8]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Apologies and Welcome There were no apologies.", "Apologies and Welcome"),
        ("Update on the Hall - The Clerk said that the roof was dry.", "Update on the Hall"),
        ("Highways Cllr Marlowe had met the engineer.", "Highways"),
        ("Any Other Business P Oldroyd proposed that the bench be painted.", "Any Other Business"),
        ("Date of Next Meeting Tuesday 11 June 2024", "Date of Next Meeting"),
        ("Planning a) Tannery Row", "Planning"),
        ("Update on the boiler. Amir explained that it had failed.", "Update on the boiler."),
        ("Lettings policy – Agreed", "Lettings policy"),
        ("Targets for the year (inc. outcomes)", "Targets for the year (inc. outcomes)"),
        ("The minutes were approved as a true record.", ""),
        ("Ingrid Vale (IV) welcomed the panel and noted the apology.", ""),
        ("LS to obtain two quotes before the summer.", ""),
        ("To receive the accounts", "To receive the accounts"),
        ("The Panel NOTED the report.", ""),
        ("Annual accounts The Panel NOTED the report.", "Annual accounts"),
        ("Treasurer’s report – The card has been renewed. It is in use.", "Treasurer’s report"),
        ("Inspections – the following days were agreed:", "Inspections"),
        ("Minutes of the last meeting, held on Friday 6 June, were agreed", ""),
        ("Present - Ada (Chair), Beck, Cy", "Present"),
        ("Apologies:Ada, Beck, Cy", "Apologies:"),
        (
            "To confirm the Quay Commission Annual Return has been sent",
            "To confirm the Quay Commission Annual Return has been sent",
        ),
    ],
)
def test_where_a_title_ends(line: str, title: str) -> None:
    assert line[: title_end(line, 0, len(line))] == title


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("Present:", "attendance"), ("Apologies for absence", "attendance"), ("In attendance", "attendance"),
        ("Attendees, absents & regrets", "attendance"), ("Board members", "people"), ("Agenda", "agenda"),
        ("Meeting notes", "notes"), ("Action items", "actions"), ("Recording", "details"), ("3 October 2023", "details"),
        ("Resolved", "label"), ("Climate action plan", "other"), ("Membership", "other"),
    ],
)  # fmt: skip
def test_what_a_heading_heads(words: str, what: str) -> None:
    assert topic(words) == what


def test_sub_items_need_the_number_above_or_titles() -> None:
    text = (
        "1. Welcome\nEveryone was welcomed.\n\n2. Works\n2.1 Roof\nThe roof was mended.\n2.2 The gutters were cleaned in May.\n\n"
        "3. Report\nThe aims are:\n1) to mend the roof;\n2) to paint the door.\n\n4. Parks\na) Benches\nTwo benches were painted.\n"
        "b) Bins\nOne bin was stolen.\n\n5. Close\nThe meeting closed.\n"
    )
    assert sections(text) == [
        ("1", "Welcome", 1), ("2", "Works", 1), ("2.1", "Roof", 2), ("2.2", None, 2), ("3", "Report", 1),
        ("4", "Parks", 1), ("a", "Benches", 2), ("b", "Bins", 2), ("5", "Close", 1),
    ]  # fmt: skip


def test_an_agenda_on_top_is_no_business() -> None:
    text = (
        "Agenda\n1. Apologies\n2. Finance\n3. Close\n\n1. Apologies\nNone were received from anybody this time.\n\n"
        "2. Finance\nThe accounts were read out in full and then adopted.\n\n3. Close\nThe meeting closed at nine.\n"
    )
    plan = outline_of(text)
    assert [p.number for p in plan.business] == ["1", "2", "3"]
    assert plan.business[0].start > text.index("3. Close")


@pytest.mark.parametrize(
    "numbers",
    [
        ("44.21", "45.21", "46.21"),
        ("21.44", "21.45", "21.46"),
        ("2307.01", "2307.02", "2307.03"),
        ("GB/2324/001:", "GB/2324/002:", "GB/2324/003:"),
        ("FGB 01/2021", "FGB 02/2021", "FGB 03/2021"),
    ],
)
def test_numbers_that_carry_a_year_are_a_sequence(numbers: tuple[str, str, str]) -> None:
    titles = ("Welcome", "Works", "Close")
    text = "".join(
        f"{number} {title}\nNothing was said of it.\n\n" for number, title in zip(numbers, titles, strict=True)
    )
    assert sections(text) == [(number.rstrip(":"), title, 1) for number, title in zip(numbers, titles, strict=True)]


def test_high_numbers_without_a_point_head_items_set_in_capitals() -> None:
    text = (
        "334 APOLOGIES\nNone were received.\n\n335 PLANNING (members only)\n120 residents had written.\n\n"
        "336 CLOSE\nThe meeting closed at nine.\n"
    )
    assert [(number, title) for number, title, _ in sections(text)] == [
        ("334", "APOLOGIES"), ("335", "PLANNING (members only)"), ("336", "CLOSE"),
    ]  # fmt: skip


def test_a_number_alone_has_its_title_below() -> None:
    text = (
        "291/19\n\nApologies for absence\n\nThe Chair welcomed all to the meeting of the Board held in public today.\n\n"
        "292/19\n\nDeclarations of Interest\n\nMembers are reminded of their duty to declare any interest they may have.\n\n"
        "293/19\n\nFinance\n\nThe report was read out in full, and nobody had anything to say about it at all.\n"
    )
    assert [(number, title) for number, title, _ in sections(text)] == [
        ("291/19", "Apologies for absence"), ("292/19", "Declarations of Interest"), ("293/19", "Finance"),
    ]  # fmt: skip


def test_an_agenda_without_notes_is_no_business_though_nothing_else_is_numbered() -> None:
    text = "Agenda:\n\n1. Policy\n2. Strategy\n3. Licences\n\nAction items:\n\n- Ann to write\n- Bob to ring\n"
    assert sections(text) == [(None, "Action items:", 1)]


def test_the_agendas_number_behind_a_minutes_own_is_no_part_of_the_title() -> None:
    text = "48/23  1.  Welcome\nAll were welcomed.\n\n49/23  2.  Works\nNone.\n\n50/23  3.  Close\nIt closed at nine.\n"
    assert [s[:2] for s in sections(text)] == [("48/23", "Welcome"), ("49/23", "Works"), ("50/23", "Close")]


def test_lines_directly_over_their_text_are_headings_where_there_are_several() -> None:
    text = "".join(
        f"{title}\nThe chair said that a good deal had been done since last time, and that more was to come.\n\n"
        for title in ("Roof repairs", "Treasurer's report", "Summer fair")
    )
    assert [s[1] for s in sections(text)] == ["Roof repairs", "Treasurer's report", "Summer fair"]
    assert sections(text.partition("Summer")[0]) == []


def test_headings_that_run_in_divide_the_business_where_there_are_several() -> None:
    text = "Attendees: Ann Bell, Bob Day\nMatters arising: None\nChairman's report:\nA good year.\nTreasurer's report: Healthy.\n"
    titles = [title for _, title, _ in sections(text)]
    assert titles == ["Matters arising:", "Chairman's report:", "Treasurer's report:"]


def test_lines_with_a_colon_between_blank_lines_are_headings_where_there_are_several() -> None:
    prose = "A long paragraph stands below each of the headings of this club, and it says what was said.\n\n"
    text = "Present: Ann Bell, Bob Day\n\n" + "".join(
        f"{title}:\n\n{prose}" for title in ("Rowing & Facilities", "Welfare", "Bar")
    )
    assert [title for _, title, _ in sections(text)] == ["Rowing & Facilities:", "Welfare:", "Bar:"]


def test_a_number_in_the_middle_of_a_line_is_found_by_the_sequence() -> None:
    text = (
        "12/24 Roads The road was swept. It was agreed to sweep it again. 13/24 Parks The park was mown.\n\n"
        "14/24 Close The meeting closed.\n\n15/24 Notes None were made.\n"
    )
    assert [s[0] for s in sections(text)] == ["12/24", "13/24", "14/24", "15/24"]


def test_wrapped_lines_become_one_paragraph() -> None:
    text = (
        "The committee met in the long room and went through the report that had been\n"
        "sent out before. Nobody had anything to add to it, and so the chair moved on\n"
        "to the accounts, which were in order, and to the budget of the coming year,\n"
        "which was not.\n"
    )
    source = Source("t", text, plain_lines(text))
    assert len(look(source)) == 1


@given(st.text(alphabet=st.sampled_from("ab1.2)(/ \n\t•-AĐ:\r\f"), max_size=400))
def test_every_character_lies_in_one_part(text: str) -> None:
    source = Source("t", text, plain_lines(text))
    plan = outline(source, look(source))
    covered = [
        (block.start, block.end)
        for part in plan.parts
        for block in ((part.heading, *part.blocks) if part.heading else part.blocks)
    ]
    assert covered == sorted(covered)
    assert all(b >= a for (_, a), (b, _) in pairwise(covered))
    inside = "".join(text[a:b] for a, b in covered)
    assert "".join(inside.split()) == "".join(text.split())


def test_the_items_of_a_list_within_a_list_are_no_sections():
    text = "# Board\n\n1. Who came:\n    1. Ann Bell, Bob Day\n2. Fence\n    1. Mend it\n    2. Paint it\n3. Path\n    1. Sweep it\n"
    record = parse_bytes(text.encode(), "board.md", sentences=False)
    assert [(section.number, section.title) for section in record.sections] == [
        ("1", "Who came:"), ("2", "Fence"), ("3", "Path"),
    ]  # fmt: skip


def test_a_list_of_names_that_the_business_carries_on_counts_as_business() -> None:
    kept = parse(
        "Notes of the Reedham Quay Committee\n\nPresent:\n\n1. Harbour Walk\nIt was swept.\n\n2. Ferry Steps\nThey were mended."
        "\n\n3. Finance\nThe accounts were noted.\n",
        sentences=False,
    )
    assert [section.number for section in kept.sections] == ["1", "2", "3"]


SPACED_OUT = """Minutes of the Weir Committee

held on 4 March 2024 in the

Old Mill, Sallow Bridge

PRESENT: Ann Hazel, Bob Larch

1. Weir

The engineer told the committee that the weir had been looked at in

February and that the boards on the north side would have to be

replaced before the summer, since two of them were found to be

rotten and a third had come loose in the storm.

Ann Hazel asked whether the work could be done by volunteers from

the rowing club, as had been done when the landing stage was

2

built. The engineer said that it could not, because

the insurer wanted somebody with experience of work in

flowing water.

2. Fish pass

The committee agreed that the fish pass be cleaned twice a year

and that the cost be met from the reserve for the banks of

the river, which has not been used for several years.
"""


def test_a_blank_line_after_every_line_ends_no_paragraph() -> None:
    plan = outline_of(SPACED_OUT)
    assert sections(SPACED_OUT) == [("1", "Weir", 1), ("2", "Fish pass", 1)]
    first, *_ = plan.business[0].blocks
    assert plan.source.fold(first.start, first.end).endswith("had come loose in the storm.")
    assert [plan.source.fold(b.start, b.end) for b in plan.business[0].blocks if b.kind == "furniture"] == ["2"]


def test_paragraphs_that_open_with_a_heading_in_bold_are_sections() -> None:
    text = """**Date:** 4 March 2024

**Present:** Ann Hazel, Bob Larch

**Weir:** The boards on the north side are rotten.

**Fish pass:** It was cleaned in January, and looks well.

**Landing stage :** Nothing to report.
"""
    record = parse_bytes(text.encode(), "minutes.md")
    assert [section.title for section in record.sections] == ["Weir:", "Fish pass:", "Landing stage :"]
    spoken = text.replace("Weir:", "Ann:").replace("Fish pass:", "Bob:").replace("Landing stage :", "Ann:")
    assert parse_bytes(spoken.encode(), "minutes.md").sections == []


@pytest.mark.parametrize("space", ["\u00a0", "\u00a0\u00a0\u00a0 ", "\u2003", "\u202f"])
@pytest.mark.parametrize("form", ["txt", "md"])
def test_spaces_that_do_not_break_part_numbers_from_titles_as_others_do(space: str, form: str) -> None:
    text = "".join(f"{n}.{space}{title}\n\n{body}\n\n" for n, title, body in (
        ("1", "Apologies", "None were sent."), ("2", "Roof", "It is dry."), ("3", "Hall", "It is let."),
    ))  # fmt: skip
    found = parse_bytes(text.encode(), f"minutes.{form}").sections
    assert [(section.number, section.title) for section in found] == [("1", "Apologies"), ("2", "Roof"), ("3", "Hall")]


ONE_A_LINE = """\
Vale Hall Trust
Minutes of the meeting held on 4 June 2024
Present: Ann Bell (Chair), Bob Day, Cy Dale
Welcome
The Chair welcomed everybody to the hall, which had been let for the whole of the week before, and thanked those who had cleaned it.
Roof
Bob Day told the meeting that the roofer had come at last, that he had found the slates sound, and that the gutters would be seen to.
Ann Bell to write to the roofer by 14 June.
Lettings
Cy Dale said that the hall was let on every evening but one, and that the choir would like to have that one from the autumn onwards.
AB asks about the choir
The choir has sung in the hall before, and it pays what it owes, as the Treasurer said when the rent was last spoken of in the spring.
To be put on the notice board
Cy Dale said that the rent of the choir is what all others pay, and that it should be told that nothing may be hung from the beams.
The meeting closed at 9 pm.
"""


def test_in_text_without_blank_lines_every_line_is_a_paragraph() -> None:
    assert [section.title for section in parse(ONE_A_LINE).sections] == ["Welcome", "Roof", "Lettings"]
    assert len(look(from_text(ONE_A_LINE, "minutes.txt"))) == len(ONE_A_LINE.splitlines())


def test_text_that_was_cut_at_a_width_is_no_such_text() -> None:
    cut = "\n".join(line for whole in ONE_A_LINE.splitlines() for line in wrap(whole, 60))
    assert from_text(ONE_A_LINE, "minutes.txt").one_a_line
    assert not from_text(cut, "minutes.txt").one_a_line
