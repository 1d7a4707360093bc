"""Lines of a list with one label before the people: their organisation ('Quay Trust: Ann Bell, Bob Day') or office."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes_parser import lazy
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.given import begins_given
from minutes_parser.layout.names import HONORIFIC, ORGANISATION, ROLE, TIERS, initials, role_or_organisation
from minutes_parser.layout.slices import between
from minutes_parser.models import Status
from minutes_parser.stages.attendees.cuts import is_bare, is_full_name, may_hold_title
from minutes_parser.stages.attendees.entry import Entry, entry_at
from minutes_parser.stages.attendees.groups import Group, label_at, role_of
from minutes_parser.stages.attendees.kinds import CROSSES

_BEFORE = lazy.compile(r"(?P<body>[A-Z][\w’'&.,/ -]{1,50}?)(?P<mark>[ ]?:[ ]+|[ ][–—-][ ]+)(?=[A-ZÀ-ÞĀ-Ž])")
_NEXT = lazy.compile(r"[ ]?[,;][ ]?(?:and[ ])?|[ ]and[ ]|[ ]&[ ]|[ ]/[ ]")
_MARKS_BEHIND = lazy.compile(r"(?:[ ]\([^()]{1,40}\))?[ ]?\*?\Z")
"""What may stand behind a person: an office in brackets, a star."""
_MAY_LABEL = lazy.compile(r":| [–—-] ")
_OFFICER = lazy.compile(
    r"(?P<role>(?i:(?:(?:acting|hon(?:orary|\.)?|recording|minutes?|membership|general|vice|deputy)[ -]){0,2}(?:chair(?:man|woman|person)?|secretary|scribe|note[ -]taker)))"
    r"[ ]?(?::|[–—-](?=\s))\s*(?=[A-Z])"
)
_NOMINEES = lazy.compile(
    r"(?:[A-Z][\w’'&/-]{1,20}[ ]){1,4}(?i:nominees|representatives|delegates|appointees|members)[ ]?:[ \t]*(?=[A-Z])"
)
_COLUMN_OF_NAMES = lazy.compile(
    r"(?i:names?|attendees?|(?:initials|role|position)(?=\s+names?\b))(?:[ ]{2,}|\t[ \t]*)[A-Z][^.:\n]{2,80}\Z"
)
"""The head of a list set in columns: 'Name      Role      Initials'."""
_BEFORE_TITLED = lazy.compile(
    rf"(?P<role>[A-Z][a-z]{{3,20}}(?:[ ][a-z]{{3,15}})?)[ ]?:[ ]+(?={HONORIFIC}\b\.?[ ][A-Z])"
)
"""'Applicant: Mr Bell': in what part somebody is there."""
_OF_LETTERS = lazy.compile(
    r"(?P<body>[A-Z]{2,8})[ ]?(?:[-–—]|:)[ ]+(?P<names>[A-Z][\w’'-]{1,24}(?:,[ ][A-Z][\w’'-]{1,24}){0,12})[ ]?"
)
_OPENS_LIST = lazy.compile(
    r"\b(?:[Tt]he following|[Tt]here were)\s+(?P<words>(?:[\w-]+,?\s+){0,8}?(?:present|in attendance|attend(?:ed|ing)|could not attend|unable to attend|absent|apologies|apologised|regrets))\b[\w ]{0,30}[:.]\Z"
    r"|\b(?P<who>[Aa]ttendees|[Pp]articipants|(?:[Tt]hose|[Mm]embers|[Pp]eople|[Pp]ersons)\s+(?:present|attending|in attendance|absent))(?:\b[^.:;]{0,40}\b(?:meeting|call|session|(?:tele-?)?conference|workshop|assembly)\b[^.:;]{0,30}?)?\s(?:were|was|are|included)(?:\s+as\s+follows)?[ ]?:\Z"
    r"|[a-z\d)][.;]\s+(?P<label>(?:[Ll]ist\s+of\s+|[Tt]he\s+)?(?:[Aa]ttendees|[Pp]articipants|[Tt]hose\s+present)):?\Z"
)
"""A sentence that opens a list: '... with the following in attendance:', 'The attendees at the call were:', '... in May. List of attendees'."""
_FEWEST_BODIES, _MOST_BODIES = 3, 60
_LONGEST, _MOST_NAMES, _LONGEST_LABEL, _LONGEST_OPENING = 200, 12, 40, 90
_VOTES = frozenset(
    "aye ayes nay nays noes yea yeas yes no for against abstain abstained abstentions moved seconded motion".split()
)
"""What stands before names and is no organisation."""
_BODY_FIRST = lazy.compile(rf"_?(?P<body>[A-Z][\w’'&./ -]{{3,60}}?)(?:_[ ]?|[ ]+)(?={HONORIFIC}\b\.?[ ][A-Z])")
_NEXT_TITLED = lazy.compile(rf"(?:(?<=[a-z])|[ ,;])\s*(?={HONORIFIC}\b\.?[ ]+[A-Z])")
_MERE_TITLE = lazy.compile(rf"{HONORIFIC}\.?")


_NEXT_FIELD = lazy.compile(
    r"(?<=[\w).,])(?:[ ]{4,60}|[ ]{0,8}\t[ \t]{0,20})(?=[A-Z][a-z]+(?:[ ][A-Za-z][a-z]+){0,2}:[ ]{1,4}[A-Z])"
)
_OFFICERS = lazy.compile(r"(?i)officers\b")
_LEADS = lazy.compile(r"(?i)(?:vice[- ])?(?:president|chair\w*|commodore)\b")


def fields_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the fields of a line that a gap before each further label parts: 'Police: PC Bell           Minutes: Mary Day'."""
    return between(_NEXT_FIELD, text, start, end) if text.find(":", start, end) >= 0 else []


def lead_officers(text: str, start: int, entries: Sequence[Entry]) -> bool:
    """Whether the officers of a label lead a club, as members of its committee, and are no staff: 'Officers present: President Ann Bell'."""
    return _OFFICERS.match(text, start) is not None and any(_LEADS.match(entry.role or "") for entry in entries)


def officer_at(text: str, start: int, end: int) -> Entry | None:
    """Return the entry of a line 'Secretary: Ann Bell' among others that give an office and who holds it."""
    label = _OFFICER.match(text, start, end)
    entry = entry_at(text, label.end(), end) if label else None
    if label is None or entry is None or not (" " in entry.name or entry.honorific):
        return None
    entry.start, entry.role = start, label["role"]
    return entry


_HELD = lazy.compile(r"(?P<role>[A-Z][\w/&’' -]{2,40}?)[ ]?:[ ]+(?=[A-Z])")


def held_at(text: str, start: int, end: int) -> Entry | None:
    """Return the entry of a line with an office, whatever its words, and one full name: 'Coach: Ann Bell' below 'President: ...'."""
    label = _HELD.match(text, start, end)
    if label is None or ORGANISATION.search(label["role"]) or not is_full_name(text, label.end(), end):
        return None
    entry = entry_at(text, label.end(), end)
    if entry:
        entry.start, entry.role = start, label["role"]
    return entry


def of_organisation(text: str, start: int, end: int, *, sure: bool = False) -> list[Entry]:
    """Return the people of a line in which an organisation stands before a colon or dash and nothing but full names behind it.

    Before a dash or a single name it must be ``sure`` to be one: by its words, or set bold.
    """
    if end - start > _LONGEST or not _MAY_LABEL.search(text, start, min(end, start + 60)):
        return []
    label = _BEFORE.match(text, start, end)
    if label is None:
        return []
    sure = sure or ORGANISATION.search(label["body"]) is not None
    if not (sure or ":" in label["mark"]) or ROLE.search(label["body"]) or label["body"].lower() in _VOTES:
        return []
    places, at = list[tuple[int, int]](), label.end()
    for gap in _NEXT.finditer(text, label.end(), end):
        places.append((at, gap.start()))
        at = gap.end()
    places.append((at, end - (text[end - 1] == ".")))
    sure = sure or (len(places) > 1 and ":" in label["mark"])
    if sure and ":" in label["mark"] and _has_role_behind(text, places):
        places = [(label.end(), end)]  # 'Vale Rail: Ann Bell, Stations Manager'
    elif not sure or len(places) > _MOST_NAMES or not all(_is_person(text, *place) for place in places):
        return []
    found = [entry for place in places if (entry := entry_at(text, *place))]
    body = " ".join(label["body"].split())
    for entry in found:
        if initials(entry.name) == body:
            entry.short = body  # 'AB - Ann Bell'
        else:
            entry.organisation = body
    return found


def _has_role_behind(text: str, places: Sequence[tuple[int, int]]) -> bool:
    """Whether the first of two slices is a person and the second a role: 'Ann Bell, Stations Manager'."""
    return (
        len(places) == _PAIR
        and _is_person(text, *places[0])
        and role_or_organisation(text[slice(*places[1])]) == "role"
    )


_PAIR = 2


def dashed(text: str, block: Block) -> bool:
    """Whether a line may give a body and, behind a dash, its people: what stands before the dash is no given name, what stands behind it is."""
    label = None if begins_given(text, block.body, block.end) else _BEFORE.match(text, block.body, block.end)
    return label is not None and ":" not in label["mark"] and begins_given(text, label.end(), block.end)


def by_bodies(text: str, blocks: Sequence[Block]) -> list[Entry]:
    """Return the people of a list of which each line has a body's letters before surnames: 'QVT - Bell, Day'."""
    lines = [_OF_LETTERS.fullmatch(text, block.body, block.end) for block in blocks[:_MOST_BODIES]]
    if len(lines) < len(blocks) or len(lines) < _FEWEST_BODIES or not all(lines):
        return []
    found = []
    for line in filter(None, lines):
        for place in between(_NEXT, text, line.start("names"), line.end()):
            if entry := entry_at(text, *place):
                entry.organisation = line["body"]
                found.append(entry)
    return found


def behind_organisation(text: str, block: Block) -> list[Entry]:
    """Return the people of a line that begins with a body, in italics or by its words, and nothing behind it: 'Quay Board Mr A Bell'."""
    start, end = block.body, block.end
    if end - start > _LONGEST or not may_hold_title(text, start, end):
        return []
    label = _BODY_FIRST.match(text, start, end)
    if label is None or label["body"] in TIERS or role_or_organisation(label["body"]) == "role":
        return []
    leaning = bool(block.emphasis) and block.emphasis[0][0] == start and block.emphasis[0][1] <= label.end()
    if not ORGANISATION.search(label["body"]) and not (leaning and label["body"].isupper()):
        return []
    found = run_together(text, label.end(), end)
    for entry in found:
        entry.organisation = " ".join(label["body"].split())
    return found


def nominees_at(text: str, block: Block, group: Group | None) -> Group | None:
    """Return the group of those in an open list behind a bold label in the plural that says who sent them: '**Tenant nominees:** Ann Bell'."""
    if group is None or not block.emphasis or block.emphasis[0][0] != block.body:
        return None
    label = _NOMINEES.match(text, block.body, block.end)
    return Group(group.status, None, label.end()) if label else None


def heads_columns(text: str, start: int, end: int) -> bool:
    """Whether a line is the head of a list of people set in columns."""
    return (
        text.startswith(("Name", "NAME", "Attendee", "Initials", "Role", "Position"), start)
        and _COLUMN_OF_NAMES.match(text, start, end) is not None
    )


def before_titled(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the label before a person with a title that tells in what ``role`` they are there."""
    labelled = text.find(":", start, min(end, start + _LONGEST_LABEL)) > 0
    return _BEFORE_TITLED.match(text, start, end) if labelled else None


def run_together(text: str, start: int, end: int) -> list[Entry]:
    """Return the people of a slice that is names behind titles and nothing else: 'Mr A Bell, Mrs B Day', 'Mr A BellMrs B Day'."""
    places, at = list[tuple[int, int]](), start
    for gap in _NEXT_TITLED.finditer(text, start, end):
        if gap.start() > at and not _MERE_TITLE.fullmatch(text, at, gap.start()):
            places.append((at, gap.start()))
            at = gap.end()
    places.append((at, end - (text[end - 1] == ".")))
    found = [
        entry for place in places if is_bare(text, *place) and (entry := entry_at(text, *place)) and entry.honorific
    ]
    return found if len(found) == len(places) <= _MOST_NAMES else []


def _is_person(text: str, start: int, end: int) -> bool:
    if behind := _MARKS_BEHIND.search(text, start, end):
        end = behind.start()
    return is_full_name(text, start, end)


def bold_label(text: str, block: Block) -> Group | None:
    """A label set bold needs no colon: '**Present** Ann, Bob'."""
    if not block.emphasis or block.emphasis[0][0] != block.body:
        return None
    end = block.emphasis[0][1]
    label = label_at(text, block.body, end)
    return label._replace(end=end) if label else None


def opened_by_sentence(text: str, start: int, end: int) -> Group | None:
    """Return the group that a sentence opens which ends the slice: those in the lines below it."""
    last = text[end - 1]
    opened = _OPENS_LIST.search(text, max(start, end - _LONGEST_OPENING), end) if last in ":.st" else None
    if opened is None:
        return None
    words = opened["words"] or opened["who"] or opened["label"]
    absent = "absent" in words
    status: Status = (
        "absent"
        if absent
        else "apologies"
        if any(map(words.__contains__, ("apolog", "regrets", "not attend", "unable")))
        else "present"
    )
    return Group(status, role_of(words), end)


def has_post_first(text: str, entry: Entry, start: int) -> bool:
    """Whether an entry of the line from ``start`` was written with its office before the name."""
    return entry.role is not None and (text.startswith(entry.role, entry.start) or text.startswith(entry.role, start))


def marked(text: str, block: Block, pair: tuple[Entry, Group]) -> tuple[Entry, Group]:
    """An empty box or a struck-out line says that the person was not there."""
    if block.checked is False or block.struck or text[block.body] in CROSSES:
        pair[0].status = pair[0].status or "absent"
    return pair
