"""Which blocks are set as headings are, and the numbers with which blocks begin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from minutes_parser import lazy
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.headings import (
    CAPITAL_RUN,
    heads_below,
    heads_nothing,
    is_capitals,
    is_task,
    may_be_short_line,
    stands_at_end,
)
from minutes_parser.layout.names import ROLE, name_at
from minutes_parser.layout.numbering import Number, number_at
from minutes_parser.layout.speakers import speakers
from minutes_parser.layout.telling import is_sentence
from minutes_parser.layout.topics import Topic, dates_meeting, heads_agenda, labels_people, opens_vote, topic
from minutes_parser.source import Source

Look = Literal["heading", "bold", "capitals", "short", ""]

_HEAD = 250
SHORT = 100
"""Characters of the longest line that is a heading without being set as one or opening in capitals."""
_LONGEST_SMALL = 70
"""Characters of the longest line that is a heading without a capital at its beginning."""
_FEWEST_FIELDS = 3
"""Different lines, each with text below, that come twice in a form for several cases."""
_LETTER = lazy.compile(r"[^\W_]")
_LAST_MARK = 0x2190
"""Behind the quotation marks and dashes, before arrows and pictures."""
_LONGEST_POST = 45
"""Characters of the longest post or name that stands alone in a line."""
_SCRIBES = ("Scribe", "Scribes", "Scribe:", "Scribes:")
"""What stands over who took the minutes, and over no business."""
_BRACKET_LAST = lazy.compile(r"[ ]?\([^()]{1,60}\)\Z")
_SIGNS = lazy.compile(r"(?i:signed\b)[^.!?]{0,40}\Z|[_.…]{6,45}\s*\Z")
"""A line to sign on, or what stands above one."""
LABELLED = lazy.compile(
    r"(?i:ayes?|yeas|nays|noes|in[ ]favou?r|approved|opposed)[: ]{1,2}\d|(?:ACTION|DECISION|RESOLVED|AGREED|TODO)[ ](?=[\w@])|(?:Q|A)(?:[ ]?\d{1,2})?[ ]?[.)]?[ ]?:|Q[ ]?\d{1,2}[.)][ ]|(?:MOTION|Motion)[ ](?:CARRI|PASS|FAIL|DEFEAT|WITHDRAW|APPROV|LOST|carri|pass|fail|defeat|withdraw|approv|lost)|(?:Action|ACTION|Due|Decision|DECISION|Resolved|RESOLVED|Resolution|RESOLUTION|Motion|MOTION|Vote|VOTE|RESULT|Result|M(?:OVER|over|OVED|oved)|S(?:ECONDER|econder|ECONDED|econded)|P(?:ROPOSER|roposer|ROPOSED|roposed)|Question|Answer|Note|N\.?B\.?)\b[^:]{0,12}:"
    r"|(?:A(?:CTION|ction)(?:S|s| POINTS?| points?)?(?: \d{1,3})?|D(?:ECISION|ecision)|R(?:ESOLVED|esolved)|A(?:GREED|greed)|P(?:ROPOSED|roposed)|Q(?:UESTION|uestion)|R(?:ESPONSE|esponse))[ ]?[-–—]{1,2}[ ]"
)

TOPIC = lazy.compile(r"(?:(?:[Ss]ub-?)?[Tt](?:opic|OPIC)(?:[ ]\d{1,2})?|A(?:genda [Ii]tem|GENDA ITEM)):[ \t]+(?=\S)")
"""What a scribe or a form writes before the title of the next matter."""
ANNOUNCES = lazy.compile(
    r"(?:including|includes?|following|follows|(?i:participants|attendees|attendance|present|absent))\b(?P<behind>[^.:]{0,40}):\Z"
)
"""What announces a list: '... including:', '... has the following doubts about the plan:'."""

SIGNS = "•●○▪-*+–o[☐☑"
"""Signs of list items, behind which their number stands."""


_UNFILLED = ("{{", "{%")
"""With these opens what a program was to fill in: '{{ page.title }}'."""
_SPEAKS = lazy.compile(r"[A-Z]\w{1,15}:[ ]\S")
"""A speaker's words."""
_LIST_HEAD = lazy.compile(
    r"(?i)action (?:items|points|list|log|summary|register|table)(?: (?:agreed|arising|summary|list))?:?"
)
"""What looks like a label and opens a list at the end of the minutes."""


def heads_list(words: str) -> bool:
    """Whether words that look like a label head the list of actions: 'ACTION ITEMS'."""
    return words[:1] in ("A", "a") and _LIST_HEAD.fullmatch(words.strip()) is not None


@dataclass(slots=True)
class Mark:
    """How a block is set, and the number with which it begins; it never changes (see ``Block``)."""

    look: Look
    number: Number | None
    text: str
    """The block's text, as much of it as a heading can have."""
    topic: Topic = "other"
    """What it heads, of a block that is set apart."""


UNMARKED = Mark("", None, "")


def mark(source: Source, blocks: Sequence[Block]) -> list[Mark]:
    """Return a mark for each block, also for people who are numbered in a list."""
    text = source.text
    marks = []
    for index, block in enumerate(blocks):
        if block.kind not in ("paragraph", "bullet", "heading"):
            marks.append(UNMARKED)
            continue
        start, end = block.start, block.end
        opening = text[start] if start < end else ""
        number = number_at(text, block.body if opening in SIGNS else start, end)
        if end - start > _HEAD and not (text[start + 1].isupper() or block.bold or block.kind == "heading"):
            marks.append(Mark("", number, "") if number else UNMARKED)
            continue
        head = _head(source, block)
        look: Look = _look(source, blocks, index, head) if head and block.kind != "bullet" else ""
        marks.append(Mark(look, number, head, topic(head) if look else "other"))
    return _without_labels(marks)


def _head(source: Source, block: Block) -> str:
    """Return as much of a block's text as a heading can have."""
    heading = block.kind == "heading"
    start = block.body if heading else block.start  # the marks of a title are none of it
    head = source.fold(start, min(block.end, start + _HEAD))
    if not heading:
        return head
    if head[-1:] == "}":
        head = head.rpartition(" {#")[0] or head
    if ord(head[:1] or " ") > _LAST_MARK and not head[0].isalnum():
        opens = _LETTER.search(head)  # behind a picture: '📅 Agenda'
        return head[opens.start() :] if opens else head
    return head


def _look(source: Source, blocks: Sequence[Block], index: int, head: str) -> Look:
    block = blocks[index]
    if block.kind == "heading":
        return (
            ""
            if _labels_people(head)
            or not _LETTER.search(head)
            or _is_text(head)
            or stands_at_end(head)
            or head[:2] in _UNFILLED
            or ("," in head and _lists_people(source, blocks, index, head))
            else "heading"
        )
    if block.cells:
        return ""
    if (
        not block.bold
        and len(head) > _LONGEST_SMALL
        and not (head[0].isupper() and (len(head) <= SHORT or head[1].isupper()))
    ):
        return ""
    look: Look = ""
    if block.bold:
        look = "" if len(head) > 160 or head.endswith((",", ";")) or _is_remark(head) else "bold"
    elif (is_capitals(head) and len(head) > 3) or (len(head) > 1 and head[1].isupper() and _capital_run(head)):
        look = "capitals"
    elif _stands_short(source, blocks, index, head) or announces_next(head):
        look = "short"
    if look and (
        (LABELLED.match(head) and not heads_list(head))
        or heads_nothing(head)
        or opens_vote(head)
        or (look != "short" and head[0] in "[(A" and is_task(head))
        or _labels_people(head)
        or _names(source, blocks, index, head)
        or _heads_page(blocks, index, head)
    ):
        return ""
    return look


def _is_remark(head: str) -> bool:
    """Whether a line without a number is a sentence with its stop, set in bold to be seen."""
    return head[-1] == "." and not head[0].isdecimal() and is_sentence(head, 0, len(head))


def _is_text(head: str) -> bool:
    """Whether what is set as a heading is a sentence of the text, by its length and its stop."""
    return len(head) > SHORT and head[-1] == "." and is_sentence(head, 0, len(head))


def _stands_short(source: Source, blocks: Sequence[Block], index: int, head: str) -> bool:
    """Whether the block is a short line that stands alone, or over a block that is inset, as headings in plain text do."""
    block = blocks[index]
    if not may_be_short_line(head) or len(block.lines) != 1 or index + 1 == len(blocks):
        return False
    if _in_columns(source, block, head) or (source.one_a_line and head[-1] == "?"):
        return False
    after = blocks[index + 1]
    told = head[-1] == ":" and after.kind == "paragraph" and after.body < after.end
    if told and source.text[after.body].isalpha() and source.text[after.end - 1].isalnum():
        return False  # a label: what follows is its value, or goes on below
    inset = not after.depth and indent(source, after) > indent(source, block)
    if not inset:
        before = blocks[index - 1] if index else None
        if not (after.kind == "bullet" or apart(source, block, after)) or not apart(source, before, block):
            return False
    carries = (
        inset
        or after.kind in ("bullet", "row")
        or block.italic
        or (head[-1] != "?" and _SPEAKS.match(source.text, after.body, after.end) is not None)
        or heads_agenda(head)
    )
    return heads_below(head, after, carries)


def _labels_people(head: str) -> bool:
    """Whether names stand behind a label in the line: 'Absent: Ann Bell'."""
    _, _, names = head.partition(":")
    return bool(names.strip()) and labels_people(head)


def _lists_people(source: Source, blocks: Sequence[Block], index: int, head: str) -> bool:
    """Whether a heading at once below one over people is the first line of their list: 'Ann Bell, Bob Day, Cy Dale (Quay Rail)'."""
    above = blocks[index - 1] if index else None
    if above is None or above.kind != "heading" or topic(_head(source, above)) not in ("attendance", "people"):
        return False
    people = _BRACKET_LAST.sub("", head).replace(" and ", ", ").split(", ")
    names = [name_at(person, 0, len(person)) for person in people]
    return all(name and name.end == len(person) and " " in person for name, person in zip(names, people, strict=True))


def _names(source: Source, blocks: Sequence[Block], index: int, head: str) -> bool:
    """Whether a line says who signs, or is a post with nothing but a name below it: 'Chair' over 'Cllr Ann Bell'."""
    if len(head) > _LONGEST_POST:
        return False
    text = source.text
    around = (*blocks[max(index - 2, 0) : index], *blocks[index + 1 : index + 2])
    if any([_SIGNS.match(text, block.body, block.end) for block in around]):  # noqa: C419 - a generator takes twice the time
        return True
    if head in _SCRIBES:
        return True
    if index + 1 == len(blocks) or not _is_name(text, blocks[index + 1]):
        return False
    return ROLE.fullmatch(head.rstrip(" :")) is not None or (
        index > 0 and head[-1] != ":" and _is_name(text, blocks[index - 1])
    )


def _is_name(text: str, block: Block) -> bool:
    """Whether a line is somebody's name and no more."""
    start, end = block.body, block.end
    if block.kind != "paragraph" or end - start > _LONGEST_POST or text.find(":", start, end) >= 0:
        return False
    name = name_at(text, start, end)
    return name is not None and " " in text[name.start : name.end] and not text[name.end : end].strip(" .")


def announces_next(head: str) -> bool:
    """Whether a line is the title over the day of the next meeting, which heads it wherever it stands."""
    return head[:1] in "DdTtVv" and "ext" in head and _NEXT.fullmatch(head) is not None


_NEXT = lazy.compile(
    r"(?i)(?:dates?|time|venue)(?:(?:[ ]?[,/&]|[ ]and)[ ]?(?:dates?|time|venue|place|location)){0,2} of (?:the )?next (?:[\w’'-]+ ){0,2}meetings?[ ]?:?"
)


def _heads_page(blocks: Sequence[Block], index: int, head: str) -> bool:
    """Whether the line names the meeting once more, beside the number of the page."""
    after = blocks[index + 1].kind if index + 1 < len(blocks) else ""
    return index > 2 and "furniture" in (after, blocks[index - 1].kind) and dates_meeting(head)


def _in_columns(source: Source, block: Block, head: str) -> bool:
    """Whether the line is a row of columns set with spaces or tabs and not a number with its title."""
    find, start, end = source.text.find, block.start, block.end
    return (find("   ", start, end) >= 0 or find("\t", start, end) >= 0) and not head[0].isdigit()


def indent(source: Source, block: Block) -> int:
    """Return the columns before the block in its line; readers of structured formats leave none."""
    start = block.lines[0][0] if block.lines else block.start
    return len(source.text[start : block.start].expandtabs(4)) if start < block.start else 0


def _capital_run(head: str) -> bool:
    """Whether the paragraph opens with a title in capitals, with text running on behind it."""
    run = CAPITAL_RUN.match(head)
    if run and run[0].endswith((",", " OF", " BY", " TO", " THAT", " THE")):
        return False  # 'ON THE MOTION OF Cllr Bell': no title ends so
    if run and run[0].startswith(("MOTION CARRIED", "MOTION PASSED", "MOTION FAILED", "MOTION APPROVED")):
        return False  # what became of the motion above it
    return run is not None and 8 <= run.end() <= 80 and len(head) > run.end() + 20


def apart(source: Source, first: Block | None, second: Block | None) -> bool:
    """Whether a blank line stands between the two blocks, or every line is a paragraph."""
    if first is None or second is None or source.one_a_line:
        return True
    gap = first.end, second.start
    return max(source.text.count("\n", *gap), source.text.count("\r", *gap)) > 1  # '\r\n' ends one line


def _without_labels(marks: list[Mark]) -> list[Mark]:
    """Take from bold and capital lines those that repeat under every item ('Resolved'): they are labels."""
    apart = [(index, m.text.casefold()) for index, m in enumerate(marks) if m.look and m.look != "heading"]
    counts = Counter([words for _, words in apart])
    fields = {words for words, count in counts.items() if count > 2 or (count == 2 and not words[0].isdigit())}
    if (
        min([counts[words] for words in fields], default=3) == 2
    ):  # twice: an agenda's lines above the text, or a form's fields
        bare = {words for index, words in apart if index + 1 == len(marks) or marks[index + 1].look}
        twice = {words for words in fields - bare if counts[words] == 2}
        fields = {words for words in fields if counts[words] > 2} | (twice if len(twice) >= _FEWEST_FIELDS else set())
    speaking = speakers([m.text for m in marks]) if any([m.look == "short" for m in marks]) else ()  # noqa: C419
    for index, words in apart:
        m = marks[index]
        name, _, said = m.text.partition(":")
        spoken = m.look == "short" and (
            name in speaking or (speaking and said[1:2].islower())
        )  # who speaks but once, too
        if m.topic == "label" or words in fields or spoken:
            marks[index] = Mark("", m.number, m.text)
    return marks
