"""What a line among lists of people is: one of names, of nicknames, a sentence, somebody's words, a list set as code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from minutes_parser import lazy
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.given import is_given
from minutes_parser.layout.headings import heads_business
from minutes_parser.layout.names import ORGANISATION, ROLE, is_organisation
from minutes_parser.layout.posts import is_post
from minutes_parser.layout.telling import is_sentence
from minutes_parser.layout.topics import labels_attendance
from minutes_parser.stages.attendees.entry import Entry

_LONGEST, _FEWEST = 200, 3
ALONE = lazy.compile(
    r"(?i)(?:chair(?:man|person)?s?|scribes?|minute[- ]?takers?|note[- ]?takers?|facilitators?|moderators?|editors?)\s*:?"
)
"""A label alone in its line, above a name that belongs to no list."""
FIELD = lazy.compile(
    r"(?i)(?:date|time|venue|location|place|chair(?:ed by|man|person)?|minutes(?: taken by)?|minute[- ]?taker|scribe|recorder|recorded by|clerk(?:ed by)?|(?:meeting )?(?:start|end|finish)(?:ed|s)?(?: time)?|"
    r"(?:acting )?secretary|agenda|subject|purpose|in the chair|cop(?:ies|ied|y)(?: to)?|circulated(?: to)?|next meeting|note[- ]?taker|recording|quorum|notes?(?: by)?|circulation|distribution|cc|n\.?b\.?|(?:other )?abbreviations|key|legend)\s*(?:[:–]|-(?=\s))(?:\s|$)"
)
"""A line that gives something of the meeting, or who held an office."""
CLERK = lazy.compile(r"(?:(?:Parish|Town|Locum|Acting)\s+)?Clerk\s*:")
SECRETARY = lazy.compile(r"(?:(?:Acting|Board|Committee|Company|Recording|University)\s+)?Secretary\s*:")
"""Somebody who attends, behind the lists; among offices line by line it is one of them."""
_SHORT_NAMES = lazy.compile(r"[A-Z]{2,4}(?:,\s*[A-Z]\w{1,20}){2,40}\W*")
"""'SW, RL, NDW, Ian_H': people by their initials."""
_NICKNAMES = lazy.compile(
    r"[\w.'’-]{2,24}(?:[ ]?[\[(][^\[\]()]{1,30}[\])])?(?:,\s*[\w.'’-]{2,24}(?:[ ]?[\[(][^\[\]()]{1,30}[\])])?){1,60}[,.]?"
)
"""'mullet, SteveZ, Ann_Bell[phone]': people by one word each, as they sign in."""
_TOLD = lazy.compile(
    r"(?i)(?:visitors|guests|observers)\s+(?:present\s+)?included\b|[^\n]{3,80}?[–-][ ]present\b[^\n]{3,80}?[–-][ ](?:present|absent)\b"
)
"""A sentence or a roll call, which is read as such."""
_SPEECH = lazy.compile(
    r"[A-Z][\w.]{1,15}: (?:I|We|Does|Do|Is|Are|This|That|It|So|OK|Okay|Yes|No|The|There|Can|Could|Would|Any|Thanks|Let)\b"
)
"""Somebody speaks: the list is over."""
_LINK = lazy.compile(r"[\w ]{2,30}:\s{0,3}https?://")
"""A field with an address: 'Notepad: https://...'."""
_ONE_WORD = lazy.compile(r"[\w.'’-]{2,24}")
_TWO_WORDS = lazy.compile(r"[A-Z][a-z’'-]{1,20}[ ](?:[A-Z]\.?[ ])?[A-Z][\w’'-]{1,24}")
_PERSON_LINE = lazy.compile(r"[A-Z][\w’'.-]{0,20}(?:[ ][A-Z][\w’'.-]{0,24}){1,3}\s*(?:[,(\[<|–—-][^\n]{0,100})?\s*")
_RECORD = lazy.compile(
    r"(?i)\b(?:record|register|summary|table)\b.{0,40}\battendances?\b|\battendance\s+(?:record|register|summary|table)\b"
)
_ACTS = lazy.compile(
    r"(?:Ayes?|Nays?|Noes|Yeas?|Abst\w{3,8}|Mov(?:ed|er)|Second(?:ed|er))\b.{0,12}:|At (?:\d{1,2}[:.]?\d{0,2}|the|this)\b|(?:[A-Z][\w’'.-]*,?[ ]){1,4}(?:opened|called|welcomed|moved|seconded|convened|commenced|sat|led|thanked|started|began|took)\b"
)
"""Somebody does something: 'Chair Bell called the meeting to order', 'At 7.00 pm the chair opened the meeting'."""
_COUNTED = lazy.compile(r"\d{1,2}[.):][ \t]+(?=[A-Z])")
"""The number of a person in a list."""
_ITEM = lazy.compile(
    r"\d{1,2}[.)]?[ \t]+(?=(?:Present|In [Aa]ttendance|Attendance|Attending|Apologies|Absent|Also [Pp]resent)\b[\w ]{0,30}:)"
)
"""The number of an item that is a label: '1 Present: Ann Bell, Bob Day'."""
_MEMBERS = lazy.compile(
    r"(?i)\d{1,3}[ ](?=(?:(?:\w+[ ]){0,2}(?:members|councillors|people|persons|trustees|directors|governors|residents|attendees|participants)[ ]?)"
    r"(?:were[ ])?(?:present|in attendance|attending|attended|absent)?[ ]?:[ ])"
)
"""How many there were, before the label of the list that names them: '8 members in attendance: Ann, Bob ...'."""
_FIELD_OF_ONE = lazy.compile(r"[A-Z][A-Za-z-]{3,24}:[ ]+(?P<value>[a-z][\w-]{1,20}\b|[A-Z][\w-]{1,20}\Z)")
"""'Timekeeper: ab': who does what, behind a list of people by one word each."""
_LETTERED = lazy.compile(r"[a-z][.)][ \t]+(?=[A-Z])")
CROSSES, _TICKS = "❌✗✘✖☐⬜", "✅✔☑✓"
"""Marks before the name of somebody who did not come, and of who did."""
_LONGEST_ROLE = 30
"""Characters of a role in small letters without a word for one."""


def is_duty(text: str, start: int, end: int) -> bool:
    """Whether a line gives a duty and, in one word in small letters, who has it; 'Ann: treasurer' gives a person."""
    found = _FIELD_OF_ONE.match(text, start, end)
    return found is not None and not (ROLE.search(found["value"]) or ORGANISATION.search(found["value"]))


def is_record(text: str, start: int, end: int) -> bool:
    """Whether a line heads a record of how often everybody came."""
    stop = min(end, start + 100)
    return "attendance" in text[start:stop].lower() and _RECORD.search(text, start, stop) is not None


def behind_count(text: str, start: int, end: int) -> int:
    """Return where a person begins whom the list numbers: '1. Ann Bell'; a single word may be an item's title."""
    if start >= end:
        return start
    if text[start] in CROSSES or text[start] in _TICKS:
        marked = start + 1 + len(text[start + 1 : end]) - len(text[start + 1 : end].lstrip(" \ufe0f"))
        return marked if marked < end else start
    if text[start + 1 : start + 2] in (")", ".") and text[start].islower():
        lettered = _LETTERED.match(text, start, end)
        return lettered.end() if lettered and text.find(" ", lettered.end(), end) > 0 else start
    if text[start].isdigit() and (item := _ITEM.match(text, start, end)):
        return item.end()
    counted = _COUNTED.match(text, start, end) if text[start].isdigit() else None
    if text[start].isdigit() and (members := _MEMBERS.match(text, start, end)):
        return members.end()
    return counted.end() if counted and text.find(" ", counted.end(), end) > 0 else start


def behind_directive(text: str, start: int, end: int) -> int:
    """Return where the title of a box begins that is a label: '.. sidebar:: Participants'; ``end`` for any other directive."""
    named = text.find(":: ", start, end)
    return named + 3 if named >= 0 and labels_attendance(text[named + 3 : end]) else end


def lists_nobody(text: str, start: int, end: int) -> bool:
    """Whether a line among the lists is a sentence, somebody's words or the heading of an item."""
    if text.find(":", start, end) >= 0 and (
        _SPEECH.match(text, start, end)
        or (heads_business(text[start : min(end, start + _LONGEST)]) and not _gives_officer(text, start, end))
        or _LINK.match(text, start, end)
    ):
        return True
    if text.startswith(("TODO", "FIXME"), start):
        return True
    return bool(_is_told(text, start, end) or is_sentence(text, start, end) or _ACTS.match(text, start, end))


def _gives_officer(text: str, start: int, end: int) -> bool:
    """Whether a line is an office and who holds it: 'Vice President/Website: Ann Bell', but not 'Treasurer's report: Ann Bell'."""
    office, _, holder = text[start:end].partition(":")
    named = _TWO_WORDS.fullmatch(holder.strip()) is not None
    return named and ROLE.search(office) is not None and _MATTER.search(office) is None


_MATTER = lazy.compile(r"(?i)[’']s?\b|\b(?:reports?|updates?|items?|elections?|matters?|minutes)\b")


def _is_told(text: str, start: int, end: int) -> bool:
    said = text[start:end].casefold()
    return ("present" in said or "ncluded" in said) and _TOLD.match(text, start, end) is not None


def lists_words(text: str, block: Block, *, behind: bool) -> bool:
    """Whether single words are names in a line; ``behind`` a label or a comma at the end of the line before."""
    start, end = block.body, block.end
    if block.kind == "bullet" and _ONE_WORD.fullmatch(text, start, end):
        return True
    commas = text.count(",", start, end) if behind else 0
    return (
        (commas > _FEWEST and text.find(";", start, end) < 0)
        or _SHORT_NAMES.fullmatch(text, start, end) is not None
        or (commas > 0 and _NICKNAMES.fullmatch(text, start, end) is not None)
    )


def are_nicknames(text: str, blocks: Sequence[Block]) -> bool:
    """Whether a list has nothing but single words, one to a line, as people sign in."""
    return len(blocks) >= _FEWEST and all(_ONE_WORD.fullmatch(text, block.body, block.end) for block in blocks)


def rambles(role: str) -> bool:
    """Whether what stands behind a name is no role: 'hedge cutting was put off to the Monday'."""
    return len(role) > _LONGEST_ROLE and role[0].islower() and not ROLE.search(role)


def is_phrase(text: str, entry: Entry) -> bool:
    """Whether an entry is a title or sentence in which only the first word begins as names do: 'Old business'."""
    words = f"{entry.name} {entry.role}"
    plain = " " not in entry.name and entry.honorific is None and (entry.role or "")[:1].islower()
    return plain and text.startswith(words, entry.start) and not ROLE.search(words)


def opens_post(text: str, start: int, end: int) -> bool:
    """Whether a line opens with a post before a colon: 'Library Director: Ann Bell'."""
    colon = text.find(":", start, min(end, start + _LONGEST_ROLE))
    return colon > start and is_post(text, start, colon)


def are_two(text: str, start: int, end: int) -> bool:
    """Whether a line is two full names and nothing else: 'Ann Bell, Bob Day'."""
    first, comma, second = text[start:end].rstrip(" .").partition(", ")
    names = (_TWO_WORDS.fullmatch(first), _TWO_WORDS.fullmatch(second)) if comma else (None, None)
    if not all(names) or any(pattern.search(second) for pattern in (ROLE, ORGANISATION)):
        return False
    return is_given(second.split()[0]) or not is_given(first.split()[0])  # 'Ann Bell, Harbour Rail'


def is_body(text: str, start: int, end: int) -> bool:
    """Whether a line set bold is the name of a body."""
    return text.find(",", start, end) < 0 and is_organisation(text[start:end].split()[-1].strip(":."))


def holds_people(text: str, block: Block, after: Block) -> bool:
    """Whether an item of a list is a body, and those below it are its people: '- Quay', '  - Ann Bell'."""
    if block.kind != "bullet" or after.kind != "bullet" or after.depth <= block.depth:
        return False
    words = text[block.body : block.end]
    person = _TWO_WORDS.match(text, after.body, after.end)
    if person is None or "," in words or ":" in words or "(" in words or "@" in words:
        return False
    return words[0].isupper() and (" " not in words or is_organisation(words.split()[-1]))


def set_as_code(text: str, block: Block, *, headed: bool = False) -> list[Block]:
    """Return the lines of a list that is set as code; nothing of what is code, and any other block as it is.

    A list has a label, or it is ``headed`` by one and each of its lines begins with a full name.
    """
    if block.kind != "preformatted":
        return [block]
    lines = [(start, end) for start, end in block.lines if not text[start:end].isspace()]
    if not (headed and all(_begins_with_person(text, *line) for line in lines)) and not any(
        labels_attendance(text[start : min(end, start + _LONGEST)].strip()) for start, end in lines
    ):
        return []
    places = [(start + len(text[start:end]) - len(text[start:end].lstrip()), end) for start, end in lines]
    return [replace(block, start=a, body=a, end=b, kind="paragraph", lines=((a, b),)) for a, b in places if a < b]


def _begins_with_person(text: str, start: int, end: int) -> bool:
    """Whether a line is a full name, alone or with what a mark sets apart: 'Ann Bell (Quay Trust)'."""
    start, stop = start + len(text[start:end]) - len(text[start:end].lstrip(" \t*-")), end
    return _PERSON_LINE.fullmatch(text, start, stop) is not None
