"""Where the business begins: behind the title of the document, the attendance list and the agenda."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from minutes_parser import lazy
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.headings import heads_business, hears_public, opens_business, tells_business
from minutes_parser.layout.marks import Mark
from minutes_parser.layout.numbering import Number
from minutes_parser.layout.telling import is_sentence
from minutes_parser.layout.topics import dates_hour, dates_meeting, is_when, labels_attendance, names_meeting, topic
from minutes_parser.layout.votes import absent_from_vote
from minutes_parser.source import Source

_BEFORE_PEOPLE = 2
"""Headings with text that may stand before the attendance list; behind more of them it stands at the end of the minutes."""
_TITLE_LINES = 3
"""Lines of the document among which the day below its title stands."""
_RUN_IN = 20
"""Characters at least that run on behind a title in the same line."""
_LONGEST_DATED = 120
_SENTENCE = 100
"""Characters of the shortest text below a heading with which something is told."""


_BEFORE_NUMBERS = 60
"""Blocks before the first number among which the public is heard."""


def with_public(source: Source, blocks: Sequence[Block], marks: list[Mark], first: int) -> list[Mark]:
    """Return the marks with a line above its text, before the numbered business, that heads what the public said."""
    if source.words.isdisjoint(_OF_PUBLIC):
        return marks
    for index in range(1, min(first, _BEFORE_NUMBERS)):
        m, block = marks[index], blocks[index]
        if not m.look and m.text and block.kind == "paragraph" and hears_public(m.text):
            below = blocks[index + 1]
            if below.kind == "paragraph" and is_sentence(source.text, below.body, below.end):
                return [*marks[:index], replace(m, look="short", topic="other"), *marks[index + 1 :]]
    return marks


_OF_PUBLIC = frozenset("participation forum session comment comments question questions time discussion".split())
"""One of these stands in every line that heads what the public said."""


def own_number(m: Mark) -> Number | None:
    """Return the number of a heading that is no part of the sequence; '2018 budget' has none."""
    if not m.look or m.number is None or m.number.bare or m.number.style in ("reference", "slash"):
        return None
    return m.number


def counted_on(marks: Sequence[Mark], heads: Sequence[int]) -> set[int]:
    """Return the headings whose numbers without a point count up from 1, as they do anew below each larger heading."""
    found, run = set[int](), list[int]()
    for index in heads:
        number = marks[index].number
        if marks[index].look not in ("heading", "bold") or number is None or not number.bare:
            continue
        if number.value[0] != len(run) + 1:
            run = []
        if number.value[0] == len(run) + 1:
            run.append(index)
            found.update(run if len(run) > 1 else ())
    return found


def first_business(
    source: Source, marks: list[Mark], chain: dict[int, Number], heads: list[int], blocks: Sequence[Block]
) -> int:
    """Return the index of the first heading that may head business: behind title, attendance and agenda."""
    first_number = min(chain, default=len(marks))
    lead = [i for i in heads if i <= first_number]
    start, people, told, listed = 0, 0, 0, attendance_in_text(source, marks, blocks)
    opened = begun = False
    for place, index in enumerate(lead):
        if index in chain:
            break
        begun = begun or (0 < max(listed, people) <= index and _shouts_business(marks[index]))
        what = marks[index].topic
        early = index * 3 < 2 * len(marks) and told <= _BEFORE_PEOPLE
        told += what == "other" and _told(source, blocks, index)
        opened = opened or (what == "other" and opens_business(marks[index].text))
        if early and what == "agenda" and _wraps(blocks, marks, lead[:place], index, max(listed, people)):
            continue
        if early and what == "agenda" and any(people <= i and _over_business(blocks, marks, i) for i in lead[:place]):
            continue
        if early and (
            what in ("attendance", "agenda")
            or (
                what == "notes"
                and place
                and not opened
                and not runs_in(blocks[index], marks[index])
                and not _tells_approval(source, blocks, marks, index)
                and not _stands_within(blocks, marks, lead[:place], index, people)
            )
        ):
            start = index + 1
            people = start if what == "attendance" else people
        elif (
            marks[index].look in ("capitals", "short")
            and chain
            and what != "actions"
            and not begun
            and not own_number(marks[index])
        ) or (
            what == "other"
            and place < 4
            and (not 0 < max(listed, people) <= index or _dated_over_people(marks, index))
            and not _follows_business(source, blocks, marks, index)
            and (_titles(blocks, marks, index) or _alone_on_top(blocks, marks, lead, index))
        ):
            start = max(start, index + 1)
    return max(start, listed) if listed <= first_number else start


def _shouts_business(m: Mark) -> bool:
    """Whether a line in capitals is a title of business, as may stand before the first number: 'PLEDGE OF ALLEGIANCE'."""
    return m.look == "capitals" and m.topic == "other" and tells_business(m.text) and not names_meeting(m.text)


_APPROVED = lazy.compile(r"(?i)\b(?:approv|accept|adopt|agreed|confirm|signed|read\b)")


def approves(source: Source, block: Block) -> bool:
    """Whether a block tells that minutes were approved."""
    return _APPROVED.search(source.text, block.body, block.end) is not None


def _stands_within(blocks: Sequence[Block], marks: list[Mark], lead: list[int], index: int, people: int) -> bool:
    """Whether a heading is one of the lower ones below an item of the business: 'Notes' under 'Release', behind the people."""
    return people > 0 and any(
        people <= i and 0 < blocks[i].level < blocks[index].level and marks[i].topic == "other"
        and not names_meeting(marks[i].text)
        for i in lead
    )  # fmt: skip


def runs_in(block: Block, m: Mark) -> bool:
    """Whether a title in capitals runs into what is told below it: 'MINUTES: Ann Bell moved to approve ...'."""
    return block.end - block.start > len(m.text) + _RUN_IN and m.look == "capitals"


def _tells_approval(source: Source, blocks: Sequence[Block], marks: list[Mark], index: int) -> bool:
    """Whether below 'MINUTES' stands a sentence on the approval of those of the last meeting, and then the next heading."""
    return (
        index + 2 < len(blocks) and blocks[index + 1].kind == "paragraph" and marks[index + 2].look == marks[index].look
        and not marks[index + 1].look and approves(source, blocks[index + 1])
    )  # fmt: skip


def _follows_business(source: Source, blocks: Sequence[Block], marks: list[Mark], index: int) -> bool:
    """Whether a line is no title of the document: a sentence stands above it, or it runs in behind a title of business."""
    if marks[index].look == "short" and heads_business(marks[index].text) and not dates_meeting(marks[index].text):
        return True
    if marks[index].text[:8].lower() == "minutes:" and approves(source, blocks[index]):
        return True
    above = blocks[index - 1] if index else None
    return (
        above is not None and above.kind == "paragraph" and source.text[above.end - 1] == "." and marks[index].look == "short"
        and above.end - above.body > _SENTENCE // 2
        and (OPENED.search(source.text, above.body, above.end) is not None or is_sentence(source.text, above.body, above.end))
    )  # fmt: skip


OPENED = lazy.compile(
    r"\b(?:called|opened|convened|brought) (?:the )?(?:\w+ ){0,2}(?:meeting|session)\b|\bcalled to order\b"
)
"""What is told of the opening of a meeting."""


def _wraps(blocks: Sequence[Block], marks: list[Mark], above: list[int], index: int, people: int) -> bool:
    """Whether 'Topics' stands over headings alone, behind business under headings like itself below the attendance list."""
    return (
        0 < people <= index and index + 1 < len(marks) and marks[index + 1].look == "heading"
        and any(marks[i].topic == "other" and i >= people and blocks[i].level == blocks[index].level for i in above)
    )  # fmt: skip


def _told(source: Source, blocks: Sequence[Block], index: int) -> bool:
    """Whether a sentence of some length stands below a heading."""
    below = blocks[index + 1] if index + 1 < len(blocks) else None
    return below is not None and below.end - below.body > _SENTENCE and is_sentence(source.text, below.body, below.end)


def attendance_in_text(source: Source, marks: list[Mark], blocks: Sequence[Block]) -> int:
    """Return the index behind the last label or table head of an attendance list in the first third, or 0."""
    found = 0
    for index, block in enumerate(blocks[: len(blocks) // 3 + 1]):
        if block.kind == "row":
            labels = any(topic(source.fold(*cell)) == "attendance" for cell in block.cells[:4])
        else:
            words = marks[index].text
            labels = words != "" and not marks[index].look and labels_attendance(words)
            labels = labels and not absent_from_vote(source.text, blocks, index)
        found = index + 1 if labels else found
    return found


def _titles(blocks: Sequence[Block], marks: list[Mark], index: int) -> bool:
    """Whether a heading names the meeting; one of several alike ('Agree the minutes of the last meeting') does not.

    The document's first line, with a date in it, does.
    """
    level = blocks[index].level
    if not index and (
        dates_meeting(marks[0].text)
        or any(m.text and (is_when(m.text) or dates_meeting(m.text)) for m in marks[1:_TITLE_LINES])
    ):
        return True
    if index < _TITLE_LINES and _stands_over_title(marks, index):
        return True
    if 0 < index <= _TITLE_LINES and _stands_over_day(marks, index):
        return True  # the last line of the title, over the day
    if marks[index].look == "capitals" and dates_hour(marks[index].text):
        return True
    alike = sum(1 for block, m in zip(blocks, marks, strict=True) if m.look == "heading" and block.level == level)
    return names_meeting(marks[index].text) and (marks[index].look != "heading" or alike < 3)


def _dated_over_people(marks: list[Mark], index: int) -> bool:
    """Whether a heading names the meeting with its day, over a list of attendance: the title, below other fields."""
    below = marks[index + 1].text if index + 1 < len(marks) else ""
    return below != "" and labels_attendance(below) and dates_meeting(marks[index].text)


def _over_business(blocks: Sequence[Block], marks: list[Mark], index: int) -> bool:
    """Whether a heading of business stands over text, as 'Previous minutes' may do before the agenda."""
    return (
        0 < index < len(blocks) - 1 and marks[index].look == "heading" and marks[index].topic == "other"
        and not marks[index + 1].look and heads_business(f"{marks[index].text.rstrip(' :')}: ") and not names_meeting(marks[index].text)
    )  # fmt: skip


def _stands_over_title(marks: list[Mark], index: int) -> bool:
    """Whether a line in capitals stands above the document's title: the body, or for whom the minutes are."""
    m = marks[index]
    below = (m.text for m in marks[index + 1 : _TITLE_LINES + 1])
    return (
        m.look == "capitals" and not opens_business(m.text) and not tells_business(m.text)
        and any(words[:7].lower() == "minutes" and names_meeting(words) for words in below)
    )  # fmt: skip


def _stands_over_day(marks: list[Mark], index: int) -> bool:
    """Whether the day of the meeting stands in the line below, and the line has no word that titles of business have."""
    words, title = marks[index + 1].text if index + 1 < len(marks) else "", marks[index].text
    if not 0 < len(words) < _LONGEST_DATED:
        return False
    if is_when(words):
        return "next" not in title.lower()
    return dates_meeting(words) and words[-1] != "." and not heads_business(f"{title}: ")


def _alone_on_top(blocks: Sequence[Block], marks: list[Mark], heads: list[int], index: int) -> bool:
    """Whether the document's first heading ranks above all others: its title."""
    ranks = [blocks[i].level for i in range(len(marks)) if marks[i].look == "heading"]
    return (
        index == heads[0]
        and blocks[index].level > 0
        and ranks.count(blocks[index].level) == 1
        and min(ranks) == blocks[index].level
    )
