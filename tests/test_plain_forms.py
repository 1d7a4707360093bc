"""Plain text as people mail, print, log and export it: the same minutes, whatever stands around them."""

from __future__ import annotations

import re
from email.message import EmailMessage

import pytest

from minutes_parser import Minutes, parse, parse_bytes
from minutes_parser.readers import read_bytes

MINUTES = """Heron Boat Club
Committee meeting, 4 May 2021, 19:00, the boathouse

Present: Ann Bell (chair), Bob Day, Cy Frost (secretary)
Apologies: Di Gale

1. Slipway

Bob asked whether the slipway would be mended. Cy said that the work
begins in June.

Action: Cy to write to the builder by 20 May

2. Any other business

It was agreed to buy two oars.

Next meeting: 1 June 2021
"""


def told(minutes: Minutes) -> dict[str, object]:
    """What minutes say, without the places where they say it."""
    record = minutes.model_dump(exclude={"source", "diagnostics"})

    def bare(value: object) -> object:
        if isinstance(value, dict):
            return {key: bare(part) for key, part in value.items() if key != "span"}
        return [bare(part) for part in value] if isinstance(value, list) else value

    return bare(record)  # type: ignore[return-value]


def titles(text: str) -> list[str | None]:
    return [section.title for section in parse(text).sections]


def tasks(text: str) -> list[tuple[str, list[str], str | None]]:
    return [(a.text, [owner.text for owner in a.owners], a.due.text if a.due else None) for a in parse(text).actions]


def quoted(text: str, mark: str = "> ") -> str:
    return re.sub("(?m)^", mark, text)


HEADERS = """From: Cy Frost <cy@heron.example>
To: committee@heron.example
Date: Thu, 6 May 2021 21:10:44 +0100
Subject: [committee] Re: {subject}
Message-ID: <77@heron.example>

"""
FOOTER = """
Cheers,
Cy

--
Cy Frost, 07700 900000
_______________________________________________
committee mailing list
https://lists.heron.example/listinfo/committee
"""
FORMS = {
    "inset": re.sub("(?m)^(?=.)", " " * 12, MINUTES),
    "inset by tabs": re.sub("(?m)^(?=.)", "\t", MINUTES),
    "quoted": quoted(MINUTES),
    "quoted twice": quoted(MINUTES, "> > "),
    "quoted without a space": quoted(MINUTES, ">"),
    "answered": "On Thu, 6 May 2021 at 21:10, Cy Frost <cy@heron.example> wrote:\n\n" + quoted(MINUTES),
    "answered, cut at a column": "On Thu, 6 May 2021 at 21:10, Cy Frost\n<cy@heron.example> wrote:\n\n"
    + quoted(MINUTES),
    "other line ends": MINUTES.replace("\n", "\r\n"),
    "form feeds": MINUTES.replace("\n\nAction", "\n\n                    1\n\f\nAction").rstrip() + "\n\n   - 2 -\n\f",
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_what_stands_around_the_minutes_changes_nothing(form: str) -> None:
    assert told(parse_bytes(form.encode(), "minutes.txt")) == told(parse(MINUTES))


def test_the_head_and_the_end_of_a_mail_are_left_out() -> None:
    body = MINUTES.partition("\n")[2]
    mail = HEADERS.format(subject="Heron Boat Club") + body + FOOTER
    minutes = parse_bytes(mail.encode(), "minutes.txt", with_text=True)
    assert minutes.source.media_type == "message/rfc822"
    assert told(minutes) == told(parse(f"Heron Boat Club\n\n{body}"))
    assert not re.search("heron.example|0100|Cheers|07700", minutes.source.text or "")


def test_lines_of_a_mail_keep_their_numbers() -> None:
    source = read_bytes((HEADERS.format(subject="Minutes") + MINUTES).encode(), "a.txt")
    assert [line.number for line in source.lines[:2]] == [4, 7]


def test_a_mail_with_the_marks_of_markdown_is_read_as_such() -> None:
    mail = HEADERS.format(subject="Minutes") + quoted(
        "## Roof\n\n- **Action:** Ann to mend it\n\n## Hall\n\nNo news.\n"
    )
    source = read_bytes(mail.encode(), "a.txt")
    assert [source.text[line.start : line.end] for line in source.lines if line.kind == "heading"] == ["Roof", "Hall"]


def test_a_mail_that_was_saved_encoded_is_read() -> None:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "Cy <cy@heron.example>", "all@heron.example", "Minutes"
    message.set_content(MINUTES.replace("slipway", "café"), cte="base64")
    message.add_alternative("<p>The same as a page</p>", subtype="html")
    assert [a.text for a in parse_bytes(message.as_bytes(), "a.eml").actions] == [
        "Cy to write to the builder by 20 May"
    ]


def test_a_mail_that_is_a_page_alone_is_read() -> None:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "Cy <cy@heron.example>", "all@heron.example", "Minutes"
    message.set_content("<h2>Roof</h2><p>Action: Cy to mend it</p>", subtype="html", cte="quoted-printable")
    assert [a.text for a in parse_bytes(message.as_bytes(), "a.eml").actions] == ["Cy to mend it"]


def test_a_mail_whose_parts_are_missing_is_read_as_it_stands() -> None:
    mail = (
        HEADERS.format(subject="Minutes").replace("\n\n", "\nContent-Type: multipart/mixed; boundary=x\n\n") + MINUTES
    )
    assert len(parse_bytes(mail.encode(), "a.eml").sections) == 2


@pytest.mark.parametrize(
    "text",
    [
        "From: the Clerk\nTo: all members\nDate: 4 May 2021\nSubject: Minutes\n\n1. Roof\n\nNo news.",
        "1. Roof\n\nThe owner wrote:\n\n> Mend the roof\n> at once.\n\nNo more was said.",
    ],
    ids=["a memorandum", "a quotation within"],
)
def test_what_only_looks_like_a_mail_is_a_text(text: str) -> None:
    assert read_bytes(text.encode(), "a.txt").text == text


def test_underlines_are_marks_of_their_titles() -> None:
    source = read_bytes(b"Roof\n====\n\nHall\n----\n\nAnn, Bob\n\n-----\n", "a.txt")
    assert [(source.text[line.start : line.end], line.kind) for line in source.lines] == [
        ("Roof", "heading"), ("Hall", "heading"), ("Ann, Bob", "text"), ("-----", "furniture"),
    ]  # fmt: skip


TABLES = {
    "spaces": (
        "No  Action                     Owner      Due\n1   Write to the builder       Ann Bell   20 May\n2   Order oars                 Bob Day    1 June\n"
    ),
    "a rule below the head": (
        "Action                 Owner      Due\n---------------------  ---------  ------\nWrite to the builder   Ann Bell   20 May\nOrder oars             Bob Day    1 June\n"
    ),
    "a cell that is full": (
        "Action               Owner    Due\nWrite to the builder Ann Bell 20 May\nOrder oars           Bob Day  1 June\n".replace(
            "Ann Bell 20", "Ann Bell  20").replace("Owner    D", "Owner     D").replace("Bob Day  1", "Bob Day   1")
    ),
    "tabs": "Action\tOwner\tDue\nWrite to the builder\tAnn Bell\t20 May\nOrder oars\tBob Day\t1 June\n",
    "rules and bars": (
        "+----------------------+----------+--------+\n| Action               | Owner    | Due    |\n+----------------------+----------+--------+\n"
        "| Write to the builder | Ann Bell | 20 May |\n+----------------------+----------+--------+\n| Order oars           | Bob Day  | 1 June |\n"
        "+----------------------+----------+--------+\n"
    ),
}  # fmt: skip


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_table_of_actions_is_one_however_it_is_set(table: str) -> None:
    text = f"Present: Ann Bell, Bob Day\n\n1. Slipway\n\nWork begins in June.\n\n2. Tasks\n\n{table}\n3. Close\n\nThe meeting closed."
    assert tasks(text) == [("Write to the builder", ["Ann Bell"], "20 May"), ("Order oars", ["Bob Day"], "1 June")]


def test_the_last_cell_of_a_row_goes_on_below_it() -> None:
    text = "1. Tasks\n\nOwner      Action\nAnn Bell   Write to the builder about\n           the slipway\nBob Day    Order oars\n"
    assert tasks(text) == [
        ("Write to the builder about the slipway", ["Ann Bell"], None), ("Order oars", ["Bob Day"], None)
    ]  # fmt: skip


def test_what_goes_on_beside_other_cells_is_no_row() -> None:
    text = (
        "1. Roof\n\nNo news.\n\n2. Tasks\n\nNo.  Action           Owner\n1    Write to the     Ann Bell\n     builder\n"
        "2    Order oars       Bob Day\n"
    )
    assert tasks(text) == [("Write to the", ["Ann Bell"], None), ("Order oars", ["Bob Day"], None)]
    assert [block.kind for block in parse(text).sections[1].blocks] == ["table_row"] * 2 + ["preformatted", "table_row"]


def test_lists_side_by_side_are_no_table() -> None:
    people = parse(
        "Present          Apologies\nAnn Bell         Di Gale\nBob Day          Ed Hall\n\n1. Roof\n\nNo news."
    ).attendees
    assert {(person.name, person.status) for person in people} >= {("Ann Bell", "present"), ("Di Gale", "apologies")}


LOG = """18:00:02 <ann> #startmeeting Heron council
18:00:02 <meetbot> Meeting started Tue May  4 18:00:02 2021 UTC.  The chair is ann.
18:00:02 <meetbot> Useful Commands: #action #agreed #topic
18:01:10 <ann> #topic Slipway
18:01:40 <bob> will it be mended?
18:02:03 <cy> yes, in June
18:03:00 <ann> #action cy to write to the builder by Friday
18:04:00 <ann> #topic Oars
18:05:00 <ann> #agreed buy two oars
18:06:00 <ann> #endmeeting
"""


def test_commands_to_a_bot_head_the_log_and_record_what_came_of_it() -> None:
    minutes = parse(LOG)
    assert [section.title for section in minutes.sections] == ["Slipway", "Oars"]
    assert tasks(LOG) == [("cy to write to the builder by Friday", ["cy"], "by Friday")]
    assert [decision.text for decision in minutes.decisions] == ["#agreed buy two oars"]
    assert minutes.meeting.date
    assert minutes.meeting.date.value == "2021-05-04"
    assert [exchange.question.text for exchange in minutes.exchanges] == ["will it be mended?"]


SUMMARY = """============================
#heron-meeting: Heron council
============================

Meeting started by ann at 18:00:02 UTC. The full logs are available at
http://heron.example/heron-meeting/2021/heron.2021-05-04-18.00.log.html .

Meeting summary
---------------
* Slipway  (ann, 18:01:10)
  * the builder begins in June  (cy, 18:02:03)
  * ACTION: cy to write to the builder about the slipway by Friday  (ann,
    18:03:00)

* Oars  (ann, 18:04:00)
  * AGREED: two oars are bought  (ann, 18:05:00)

Meeting ended at 18:06:00 UTC.

Action Items
------------
* cy to write to the builder about the slipway by Friday

People Present (lines said)
---------------------------
* ann (21)
* cy (9)
* meetbot (4)

Generated by `MeetBot`_ 0.1.4
"""


def test_the_summary_of_a_bot_is_read_without_who_said_what_when() -> None:
    minutes = parse(SUMMARY)
    assert [section.title for section in minutes.sections] == ["Slipway", "Oars", "Action Items"]
    assert tasks(SUMMARY) == [("cy to write to the builder about the slipway by Friday", ["cy"], "by Friday")] * 2
    assert [person.name for person in minutes.attendees] == ["ann", "cy"]
    assert minutes.meeting.date
    assert minutes.meeting.date.value == "2021-05-04"
    assert [decision.text for decision in minutes.decisions] == ["AGREED: two oars are bought"]


CALL = """   [1]Heron

      [1] http://heron.example/

                  Heron Working Group Teleconference

04 May 2021

Attendees

   Present
          Ann_Bell, Bob, Cy

   Chair
          Ann

   Scribe
          Bob

Contents

     * [2]Topics
         1. [3]Empty anchors
         2. [4]Test suite
     * [5]Summary of Action Items
     _________________________________________

Empty anchors

   Cy: two cases fail in all implementations

   Bob: should we drop them?

   Cy: no, I would rather fix the prose

   <Ann> ACTION: Cy to write new prose [recorded
   in [6]http://heron.example/04-minutes.html#action01]

      [6] http://heron.example/04-minutes.html#action01

   <trackbot> Created ACTION-12 - Write new prose
   [on Cy Frost - due 2021-05-11].

Test suite

   Bob: nothing new this week

   RESOLUTION: Keep the test suite as it is

Summary of Action Items

   [NEW] ACTION: Cy to write new prose [recorded in
   [7]http://heron.example/04-minutes.html#action01]

   [End of minutes]
     _________________________________________

    Minutes formatted by scribe.perl version 1.137
    $Date: 2021-05-04 17:02:11 $
"""


def test_minutes_that_a_program_made_of_the_log_of_a_call() -> None:
    minutes = parse(CALL)
    assert [section.title for section in minutes.sections] == ["Empty anchors", "Test suite", "Summary of Action Items"]
    assert tasks(CALL) == [("Cy to write new prose", ["Cy"], None)] * 2
    assert minutes.meeting.minute_taker
    assert minutes.meeting.minute_taker.text == "Bob"
    assert [(e.question.asker and e.question.asker.text, [a.text for a in e.answers]) for e in minutes.exchanges] == [
        ("Bob", ["no, I would rather fix the prose"])
    ]


def test_titles_that_a_list_with_lists_in_it_announces() -> None:
    text = """Agenda

1. Opening
   1. Roll call
2. Reports
   1. Slipway works
   2. Oars for the boats
3. Closing words

Opening

Ann opened the meeting and welcomed everyone who had come.

Slipway works

The builder begins in June, as Bob had heard.

Oars for the boats

Two oars are needed, and Cy has asked for the price.

Closing words

Ann thanked everyone and the meeting was closed.
"""
    assert titles(text) == ["Opening", "Slipway works", "Oars for the boats", "Closing words"]


def test_numbers_of_short_lists_below_titles_in_capitals_are_no_items() -> None:
    matter = "What was said of it took some time, and nothing was settled in the end by those who had come. " * 2
    text = "\n\n".join(
        f"{title}\n\n{matter}" + ("\n\n1. First the wood\n2. Then the paint" if number % 3 == 1 else "")
        for number, title in enumerate(["SLIPWAY", "OARS", "ROOF AND DOORS", "SUMMER REGATTA", "MEMBERS", "KEYS"])
    )
    assert titles(text) == ["SLIPWAY", "OARS", "ROOF AND DOORS", "SUMMER REGATTA", "MEMBERS", "KEYS"]


def test_a_tab_before_a_line_counts_four_columns_and_one_character() -> None:
    assert titles("1.\tNEXT MEETING\n\t2 April 2015\n\n2.\tCLOSE\n\tThe meeting closed.\n") == ["NEXT MEETING", "CLOSE"]


def test_a_title_at_the_end_of_a_page_heads_what_stands_on_the_next() -> None:
    text = "SLIPWAY\n\nWork begins in June.\n\nACTIONS\n\n        1\n\f- Ann to write to the builder\n\n        2\n\f"
    assert [(a.text, a.section and "s2") for a in parse(text).actions] == [("Ann to write to the builder", "s2")]
