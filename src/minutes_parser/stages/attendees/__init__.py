"""The people of the attendance lists.

They stand under labels in front of the business, under headings of their own, in tables and grids, in a section on
apologies, and now and then at the end of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_parser import lazy
from minutes_parser.dates import find_dates
from minutes_parser.layout.outline import Outline, Part
from minutes_parser.layout.topics import topic
from minutes_parser.models import Attendee, Meeting, attendees_of
from minutes_parser.source import Source
from minutes_parser.stages.attendees.affiliations import give_affiliations
from minutes_parser.stages.attendees.aliases import aliases_in
from minutes_parser.stages.attendees.entry import Entry
from minutes_parser.stages.attendees.following import below_body, ends_with, goes_on, of_named_body
from minutes_parser.stages.attendees.groups import Group, heading_group, label_at
from minutes_parser.stages.attendees.lists import listed
from minutes_parser.stages.attendees.officers import of_header
from minutes_parser.stages.attendees.people import distinct, roles_of_body, undivided
from minutes_parser.stages.attendees.places import (
    at_foot,
    headed,
    in_front_matter,
    in_some_item,
    introduced,
    labelled_lines,
    of_body,
)
from minutes_parser.stages.attendees.prose import APOLOGIES, apologies, mere_names, sent_by, told_absent
from minutes_parser.stages.attendees.rejoined import rejoined
from minutes_parser.stages.attendees.shorts import give_shorts
from minutes_parser.stages.attendees.stars import read_stars
from minutes_parser.stages.attendees.tables import tabled
from minutes_parser.stages.attendees.told import answered, labelled_within, mentioned
from minutes_parser.stages.attendees.unlabelled import FEWEST, above_label, is_person, unlabelled

_APOLOGIES = lazy.compile(r"(?i)\bapolog(?:y|ies|ises)\b|^(?:absences?|absent|attendance|present)\b")
_AWAY = lazy.compile(r"(?i)\b(?:apolog|absen)")
_ABSENT = lazy.compile(r"(?i)(?:(?:members|directors|trustees|not|those)\s+)?absent(?:ees)?\W*$")
_THERE = lazy.compile(r"(?i)\b(?:attendance|present)\b")
_WELCOME = lazy.compile(
    r"(?i)^(?:welcome|introductions?)(?:\W*$|\W+(?:and\W+)?(?:introductions?|welcome|attendance|opening)\b)"
)
"""Headings under which sentences may tell who could not come."""
_OPENS = lazy.compile(
    r"(?i)(?:welcome|call(?:ed)? to order|opening|introductions?|apologies|attendance|present|roll call|quorum|to receive apologies)\b"
)
"""Headings of the items in which a labelled list of those present may stand."""
_SIGNS = (
    "call to order",
    "opening",
    "quorum",
    "apolog",
    "absen",
    "attend",
    "present",
    "welcome",
    "ntroduct",
    "part",
    "roll call",
    "observers",
    "sederunt",
)
"""One of these stands in every heading over people."""
_PEOPLE = lazy.compile(
    r"(?i)\b(?:participants|roll call|attendance|attending|attendees|observers|present(?![ ]the\b)|sederunt)\b"
)
_LONGEST_TITLE = 100
_OPENING = 4
"""Items in which the list of those present may stand."""
_LONGEST_NAME = 60
"""Characters of a line that is a name with its office."""


def read(outline: Outline, meeting: Meeting) -> list[Attendee]:
    """Read the attendance lists, in document order."""
    source = outline.source
    day = meeting.date.value if meeting.date else None
    found = sorted(_entries(outline, day), key=lambda pair: pair[0].start)
    if not found:
        found = _in_opening(outline) or at_foot(outline) or in_front_matter(outline) or in_some_item(outline)
    if all((entry.status or group.status) in ("apologies", "absent") for entry, group in found):
        found = [*unlabelled(outline), *found]  # those who came need no label above the others
    if all((entry.status or group.status) != "present" for entry, group in found):
        found = [*above_label(outline), *found]
    merged = distinct(found)
    people = undivided(merged)
    for party in (meeting.chair, meeting.minute_taker):
        more = of_header(source, party, people) if party else []
        if more or people is not merged:
            people = distinct([*people, *more])
    roles_of_body(source, people)
    read_stars(source, people)
    entries = [entry for entry, _ in people]
    give_affiliations(source.text, entries)
    first = outline.business[0].start if outline.business else 0
    give_shorts(source, first, entries)
    aliases = aliases_in(source.text, first, entries)
    return attendees_of(
        [
            _attendee(f"p{number}", entry, group, forms)
            for number, ((entry, group), forms) in enumerate(zip(people, aliases, strict=True), 1)
        ]
    )


def _entries(outline: Outline, day: str | None) -> Iterator[tuple[Entry, Group]]:
    """Yield the entries of all parts that can hold some."""
    source, group, above = outline.source, None, None
    opening = {part.id for part in outline.business[:_OPENING]}
    titles: dict[str | None, str] = {}
    opened = False  # a heading over attendance has nothing but headings below it
    last: list[tuple[Entry, Group]] = []  # the people of the part before, where the list may go on
    for part in rejoined(outline):
        words = (
            source.fold(*part.title) if part.title else titles.get(part.parent, "") if part.parent else ""
        )  # '1.1' stands under '1. Apologies'
        titles[part.id] = words
        found: list[tuple[Entry, Group]] = []
        if part.kind == "attendance" and _is_title(source, part, words):
            continue
        if (
            part.kind == "attendance"
            and above
            and group
            and (people := of_named_body(source, part, words, above, group))
        ):
            found = people
        elif part.kind == "attendance":
            group = _under(words, group, part, above)
            above = part
            found = _listed(source, part, group, day)
        elif part.kind in ("front", "details") and _before_business(outline, part):
            if above is not None and (people := of_body(source, part)):
                found = [*headed(source, part), *people]
            else:
                found = [*_listed(source, part, _over(source, part), day), *answered(source, part.blocks)]
        elif part.kind == "agenda" and _before_business(outline, part):
            found = list(listed(source, labelled_lines(source, part), None))
        elif part.kind == "business" and (part.blocks or part.title):
            if (opened and group and above and (people := below_body(source, part, above, group))) or (
                last and (people := goes_on(source, part, last))
            ):
                found = people
            else:
                found = [
                    *headed(source, part),
                    *_in_business(source, part, words, day, part.id in opening),
                ]
        yield from found
        opened = not part.blocks if part.kind == "attendance" else opened and bool(found)
        last = found if found and ends_with(part, found) else []


def _is_title(source: Source, part: Part, words: str) -> bool:
    """Whether a heading is the name of the body that met, below which stand the day and the place: 'BOARD OF DIRECTORS'."""
    return topic(words) == "people" and any(
        find_dates(source.text, block.body, min(block.end, block.body + _LONGEST_NAME))
        for block in part.blocks[:_OPENING]
        if block.kind == "paragraph"
    )


def _over(source: Source, part: Part) -> Group | None:
    """Return the group of a heading in front of the business that is a label of people, or over people and nothing else."""
    if part.title is None or not part.blocks:
        return None
    label = label_at(source.text, *part.title)
    if label and label.end >= part.title[1]:
        return label  # 'Call participants:'
    if len(part.blocks) >= FEWEST and all(is_person(source, block) for block in part.blocks):
        return heading_group(source.fold(*part.title))  # 'Management and staff'
    return None


def _listed(source: Source, part: Part, group: Group | None, day: str | None) -> list[tuple[Entry, Group]]:
    """Return the entries of a part outside the business, which may stand in its heading, in tables, lists and sentences."""
    return [
        *headed(source, part),
        *tabled(source, part.blocks, group, day),
        *listed(source, part.blocks, group),
        *mentioned(source, part.blocks),
    ]


def _in_opening(outline: Outline) -> list[tuple[Entry, Group]]:
    """Return the entries of lists within the first items: under 'Call to order' stands who was there."""
    return [
        pair
        for part in outline.business[:_OPENING]
        for pair in (*listed(outline.source, part.blocks, None), *mentioned(outline.source, part.blocks))
    ]


def _before_business(outline: Outline, part: Part) -> bool:
    return not outline.business or part.start < outline.business[0].start


def _under(words: str, before: Group | None, part: Part, above: Part | None) -> Group:
    """Return the group of a heading.

    Two headings of one rank with nothing between them head two columns run together: one undivided list. 'Attendees'
    behind the voting members are those who have no vote.
    """
    group = heading_group(words)
    level = part.heading.level if part.heading else 0
    empty = above is not None and not above.blocks and above.heading is not None and above.heading.level == level
    if empty and (topic(words) == "people" or (_divided(before, group) and len(part.blocks) >= FEWEST)):
        return group._replace(role=None, status="present")
    if (
        before
        and before.role
        and re.match(r"(?i)(?:non-)?voting", before.role)
        and re.match(r"(?i)attendees|participants", words)
    ):
        return group._replace(status="in_attendance")
    return group


def _divided(before: Group | None, group: Group) -> bool:
    """Whether one heading is over those who came and the next over those who did not."""
    return before is not None and before.status == "present" and group.status in ("apologies", "absent")


def _in_business(
    source: Source, part: Part, words: str, day: str | None, opening: bool
) -> Iterator[tuple[Entry, Group]]:
    """Yield those listed in a section on apologies or on who took part."""
    if len(words) > _LONGEST_TITLE or (words and not any(map(words.casefold().__contains__, _SIGNS))):
        return
    if not words and part.blocks and _AWAY.match(source.text, part.blocks[0].body):  # the item is one sentence
        words = source.fold(part.blocks[0].body, min(part.blocks[0].end, part.blocks[0].body + _LONGEST_NAME))
    if _APOLOGIES.search(words) or _WELCOME.search(words):
        both = _THERE.search(words) is not None  # 'Attendance and apologies' heads those who came
        away = heading_group(words) if _ABSENT.match(words) else APOLOGIES
        yield from apologies(source, part.blocks, lists=bool(_AWAY.search(words)) and not both, group=away)
        if part.title and _AWAY.match(words):
            yield from sent_by(source, *part.title)
    if opening and _OPENS.match(words):
        yield from listed(source, part.blocks, None)
        yield from answered(source, part.blocks)
        yield from labelled_within(source, part.blocks)
        for block in part.blocks:
            if source.text.find(" absent", block.body, block.end) >= 0:
                yield from told_absent(source.text, block)
    if _WELCOME.search(words) and (people := introduced(source, part)):
        yield from people
    if _PEOPLE.search(words):
        group = heading_group(words)
        if _AWAY.search(words) and _THERE.search(words):
            group = group._replace(status="present")
        yield from mere_names(source, part.blocks, group)
        yield from tabled(source, part.blocks, group, day)
        bullets = any(block.kind == "bullet" for block in part.blocks) or all(
            block.end - block.start < _LONGEST_NAME for block in part.blocks
        )
        code = tuple(block for block in part.blocks if block.kind == "preformatted")  # a note may stand above it
        lists = (code, group) if code else (part.blocks, group if bullets else None)
        for entry, under in listed(source, *lists):
            if under is not group or " " in entry.name:
                yield entry, under


def _attendee(identity: str, entry: Entry, group: Group, aliases: list[str]) -> dict[str, object]:
    role = group.role if group.role and (entry.role or "member").lower().endswith("member") else entry.role
    return {
        "id": identity,
        "name": entry.written or entry.name,
        "honorific": entry.honorific,
        "role": role,
        "organisation": entry.organisation,
        "abbreviation": entry.short,
        "aliases": aliases,
        "status": entry.status or group.status,
        "span": {"start": entry.start, "end": entry.end},
    }
