"""Attendance told in sentences in front of the business: 'Present were ...', 'Ann Bell was also present.', a roll call."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_parser import lazy
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.names import NO_STOP
from minutes_parser.layout.telling import is_sentence
from minutes_parser.models import Status
from minutes_parser.source import Source
from minutes_parser.stages.attendees.behind import labelled_on
from minutes_parser.stages.attendees.cuts import cut_at, is_bare, is_full
from minutes_parser.stages.attendees.entry import Entry, entry_at
from minutes_parser.stages.attendees.groups import Group, label_at, role_of, status_of_label
from minutes_parser.stages.attendees.inline import names_in
from minutes_parser.stages.attendees.prose import (
    APOLOGIES,
    FEWEST,
    LONGEST_LIST,
    LONGEST_SENTENCE,
    SENT,
    SPLIT,
    STOP_LIST,
    bare_names,
    names_told,
    told_away,
)

_FROM_SOMEBODY = lazy.compile(
    r"(?:[Aa]polog(?:ies|y)|[Rr]egrets (?:were|was|had|have))[^.:;]{0,80} (?:from|by|for(?= [A-Z]))\b|[Ll]eave of absence \w+ (?:\w+ )?granted to\b"
)
_COUNCILLORS = lazy.compile(
    r"\s*((?:Parish |Town )?(?:Councillors|Cllrs|Governors|Trustees)\.?\s+(?![A-Z]\w*\s?:)[A-Z])"
)
_WERE_PRESENT = lazy.compile(r",?\s{1,30}(?:were\s+(?:also\s+)?present|attended)\s*\.?\Z")
_WERE = lazy.compile(
    r"(?<!enotes),?\s{1,30}(?:(?P<absent>(?:was|were)\s+(?:also\s+)?(?:absent|not\s+present|excused|unable\s+to\s+attend)|(?:did|could)\s+not\s+attend)|(?:(?:was|were)\s+also|also\s+(?:was|were))\s+(?:present|in\s+attendance)"
    r"|(?:was|were)\s+in\s+attendance)\b(?!\s+(?:at|for|from|on)\b)"
)
_HERE_WERE = lazy.compile(
    r"(?:(?<=[.,;:•●*-]\s)|(?<=[.;:]\s\s)|\A|(?<=\n))(?P<words>(?:visitors|guests|observers)\s+(?:present\s+)?included|(?:(?:the\s+)?(?:Also|visitors|guests|observers|liaisons|alternates|(?:those|(?:board|committee|council|commission)?\s?members|trustees|directors|councillors|commissioners|administrators|officers|others|staff(?:\s+members)?))\s+)?(?:in\s+attendance|attending|attendees|present|absent|excused|not\s+present|answering\s+(?:to\s+)?(?:the\s+)?roll[ -]?call)(?:\s+(?:also|in\s+person|remotely|online|(?:by|via)\s+\w+|(?:at|for)\s+the\s+meeting))?\s+(?:were|was|included)|(?:a\s+)?quorum\s+(?:was|is)\s+present(?=:)|there\s+were\s+present|all\s+(?:\w+\s+){1,2}(?:were\s+)?present(?=:)|(?:the\s+)?meeting\s+was\s+attended\s+by)\b:?\s+(?=[A-Z@(]|the\s[a-z])|(?:(?<=[.;:]\s)|(?<=[.;]\s\s))(?P<told>(?:(?:Also|Other)\s+)?(?:(?:Board|Committee|Council|Commission|District|City|Town|Village|County)\s+)?(?:(?:Members|Directors|Trustees|Commissioners|Supervisors|Selectmen|Aldermen|Senators|Officers|Governors|Councill?ors|Councilmembers|Staff|Others|Guests|Visitors|Those|Persons|People)\s+)?(?:Present(?:\s+at\s+the\s+meeting)?|Absent|Excused|Apologies|Regrets|In\s+attendance|Not\s+present|Attend(?:ance|ees|ing)))\s?:\s+(?=[A-Z])|\b(?P<call>rol[el][ -]call):\s+(?=[A-Z])",
    re.IGNORECASE,
)
"""Within a paragraph: '... by President Bell.  In attendance were Trustees Ann Day and ...'."""
_WITH = lazy.compile(
    r"\b[Ww]ith\s+(?=[A-Z])(?P<names>(?:[^.;:()]|(?<=\b[A-Z])\.|\([^.;:()]{1,30}\)){5,400}?)(?:,\s*|\s+)(?P<words>(?:all\s+)?(?:present|in\s+attendance|attending|absent))\s*(?:[.;]|\band\b|\Z)"
)
"""'The board met on 5 May with Ann Bell, Bob Day and Cy Dale in attendance.'"""
_ONE = lazy.compile(r"(?<![\w’'-])(?P<person>(?:[A-Z][\w’'.-]{1,20}\s+){1,4})(?P<words>absent|excused)\s*(?=[.;])")
"""'Councilmember Hale absent.'"""
_ALL_PRESENT = lazy.compile(
    r",?\s{1,30}(?:(?:were\s+)?(?:all\s+)?present(?:\s+(?:at|for|in|via|by)\s+[\w ]{2,30}?)?|attended(?:\s+the\s+meeting)?|answered\s+(?P<roll>(?:to\s+)?(?:the\s+)?roll(?:[ -]call)?))"
    r"(?:\s*[.;](?=\s|\Z)|,?\s+as\s+(?:were|was)\s+(?P<too>[A-Z]))"
)
_SEVERAL = lazy.compile(
    r"\s*(?:[Tt]he\s+)?(?P<posts>(?:[A-Z][a-z]+\s+)?(?:[Mm]embers|Councill?ors|Councilmembers|Commissioners|Directors|Trustees|Supervisors|Selectmen|Aldermen)\s+[A-Z])"
)
_CALLS = lazy.compile(r"[()\[\]]|\s*(?:,(?:\s*and\b)?|;|\band\b)\s*(?:alternates?\s+|members?\s+)?")
_CALL = lazy.compile(r"(?i)\s*(?:[–—:-]|\s)\s*(present|here|absent|excused)\s*\.?\s*\Z")
"""How a name of a roll call is answered."""
_BEFORE_SENTENCE = lazy.compile(rf"(?:(?<=[a-z)]{{2}}){NO_STOP}|(?<=\d\d))[.;](?=\s)|\n\s*\n")
_SENTENCE_STOP = lazy.compile(r"(?<=[a-z)\d]{2})[.;](?=\s)|\n\s*\n")
_SIGNS = (
    "was", "were", "attend", "answered", "ncluded", "call", "present", "ollowing", "polog", "regrets", "councillors", "cllrs", "governors", "trustees"
)  # fmt: skip
"""What stands in every block of which something is told: one of these is in each of the patterns here."""
_FOLLOWING = lazy.compile(
    r"\b[Tt]he following\s+(?P<words>(?:[\w-]+\s+){0,6}?(?:present|in attendance|attend(?:ed|ing)|absent))(?:\s+[\w ]{0,30})?:?\s*:\s*"
)


_LABEL_WITHIN = lazy.compile(
    r"(?i)[.;]\s{1,2}(?:[a-z]+\s){0,3}(?:present(?:\sat\sthe\smeeting)?|absent|excused|in\sattendance|attend(?:ance|ees|ing))\s?:\s|[.]\s{1,2}(?:also\s)?(?:present|in\sattendance)\s(?:were|was)\s"
)


_ANSWERED = lazy.compile(
    r"(?i)(?:[ ]?[–—:-]|\.{2,40}|[ ]{2,40}|\t)[ \t]{0,40}(?P<call>present|here|absent|excused)[.]?[ ]*\Z"
)
"""How a line of a roll call ends: 'Ann Bell, President - Present'."""


def answered(source: Source, blocks: tuple[Block, ...]) -> Iterator[tuple[Entry, Group]]:
    """Yield those of a roll call in which each line gives a name and the answer, two lines or more."""
    found: list[tuple[Entry, Group]] = []
    for block in blocks:
        if block.kind not in ("paragraph", "bullet"):
            continue
        for start, end in block.lines or ((block.body, block.end),):
            start, end = source.trim(max(start, block.body), end)
            call = _ANSWERED.search(source.text, max(start, end - 60), end)
            entry = entry_at(source.text, start, call.start()) if call else None
            if call and entry and (" " in entry.name or entry.honorific or entry.role):
                word = call["call"].lower()
                status: Status = "apologies" if word == "excused" else "absent" if word == "absent" else "present"
                found.append((entry, Group(status, None, 0)))
    yield from found if len(found) > 1 else ()


def mentioned(source: Source, blocks: tuple[Block, ...]) -> Iterator[tuple[Entry, Group]]:
    """Yield those whose apologies a sentence in front of the business records."""
    for index, block in enumerate(blocks):
        if not any(map(source.text[block.body : block.end].casefold().__contains__, _SIGNS)):
            continue
        if block.kind == "paragraph":
            yield from _said_of(source, block.body, block.end)
        if block.kind == "paragraph" and (opened := _COUNCILLORS.match(source.text, block.body, block.end)):
            last = _last_line(source.text, blocks, index)
            came = list(_came(source, opened.start(1), blocks[last].end))
            yield from came
            yield from _officers(source.text, blocks[last + 1 :]) if came else ()
        if block.kind in ("paragraph", "bullet"):
            yield from _inverted(source, block.body, block.end)
            yield from _called(source.text, block.body, block.end)
            yield from _counted_in(source, block.body, block.end)
        if block.kind == "paragraph" and "ollowing" in source.text[block.body : block.end]:
            yield from _grouped(source.text, block.body, block.end)
        if block.kind == "paragraph" and (
            _FROM_SOMEBODY.search(source.text, block.body, block.end) or SENT.search(source.text, block.body, block.end)
        ):
            yield from ((entry, APOLOGIES) for entry in told_away(source.text, block.body, block.end))


def labelled_within(source: Source, blocks: tuple[Block, ...]) -> Iterator[tuple[Entry, Group]]:
    """Yield those whom labels within a paragraph list, behind a sentence: 'Called to order at 7:00. Members present: Bell, Day.'

    Sentences behind the list may tell of others: 'Town Planner Cy Dale was also present.'
    """
    for block in blocks:
        if block.kind == "paragraph" and _LABEL_WITHIN.search(source.text, block.body, block.end):
            yield from _inverted(source, block.body, block.end)
            yield from _said_of(source, block.body, block.end)


def _last_line(text: str, blocks: tuple[Block, ...], index: int) -> int:
    """Return the index of the block in which a list ends whose lines end with commas."""
    while index + 1 < len(blocks) and text[blocks[index].end - 1] == "," and blocks[index + 1].kind == "paragraph":
        index += 1
    return index


def _officers(text: str, blocks: tuple[Block, ...]) -> Iterator[tuple[Entry, Group]]:
    """Yield those of the lines at once below a list of members that give a name and a role: 'C Dale, Acting Clerk'."""
    for block in blocks:
        entry = entry_at(text, block.body, block.end) if block.kind == "paragraph" and len(block.lines) == 1 else None
        if (
            entry is None
            or not entry.role
            or entry.organisation
            or " " not in entry.name
            or text[block.end - 1] in ".:"
        ):
            return
        yield entry, Group("in_attendance", None, 0)


def _came(source: Source, start: int, end: int) -> Iterator[tuple[Entry, Group]]:
    """Yield those of a line that is a list of councillors: 'Councillors A B, C D and E F (were present).'"""
    present = _WERE_PRESENT.search(source.text, start, end)
    stop = present.start() if present else end
    group = Group("present", None, 0)
    found = list(names_in(source, start, stop, group)) if not is_sentence(source.text, start, stop) else []
    yield from found if len(found) >= FEWEST else ()


def _said_of(source: Source, start: int, end: int) -> Iterator[tuple[Entry, Group]]:
    """Yield those of whom a sentence says so: 'Ann Bell and Bob Day were absent.', 'The manager, Cy Dale, was also present.'"""
    text = source.text
    for match in _WERE.finditer(text, start, end):
        window = max(start, match.start() - LONGEST_SENTENCE)
        first = max((found.end() for found in _BEFORE_SENTENCE.finditer(text, window, match.start())), default=window)
        first, _ = source.trim(first, match.start())
        label = label_at(text, first, match.start())
        first = label.end if label else first  # 'Not present: Cllr Hill was not present.'
        status: Status = status_of_label(match["absent"]) if match["absent"] else "in_attendance"
        group = Group(status, None, 0)
        yield from ((entry, group) for entry in _people(source, first, match.start(), group))


def _people(source: Source, start: int, end: int, group: Group) -> list[Entry]:
    """Return the people of a list within a sentence, with their roles where it reads as a list."""
    named = [entry for entry, _ in names_in(source, start, end, group, True)]
    sure = [entry for entry in named if " " in entry.name or entry.honorific]
    if (
        not sure
        and len(named) > 1
        and all(entry.role and source.text.startswith(entry.role, entry.start) for entry in named)
    ):
        sure = named  # 'Fire Chief Bell and Interim Clerk Day'
    return sure or list(names_told(source.text, start, end))


def _inverted(source: Source, start: int, end: int) -> Iterator[tuple[Entry, Group]]:
    """Yield those named behind 'In attendance were', and three or more before 'present.'"""
    text = source.text
    reached = start
    for phrase in _HERE_WERE.finditer(text, start, end):
        if phrase.start() < reached:
            continue
        last = min(end, phrase.end() + LONGEST_LIST)
        stop = STOP_LIST.search(text, phrase.end(), last)
        if (
            stop and stop[0] == ";" and (text.count(";", phrase.end(), last) > 1 or is_full(text, stop.end(), last))
        ):  # the list's parts are set off so
            stop = next((found for found in STOP_LIST.finditer(text, stop.end(), last) if found[0] != ";"), None)
        reached = stop.start() if stop else last
        if text.startswith(("representatives", "members of"), phrase.end()):
            continue
        words = phrase["words"] or phrase["told"] or phrase["call"]
        group = Group(status_of_label(words), role_of(words), 0)
        people = _people(source, phrase.end(), reached, group) or bare_names(text, phrase.end(), reached)
        if not people and phrase["told"] and is_bare(text, phrase.end(), reached):  # 'Absent: Bell.'
            people = [entry for entry in [entry_at(text, phrase.end(), reached)] if entry]
        yield from ((entry, group) for entry in people)
        if people and phrase["told"]:
            yield from labelled_on(source, reached, end, group)
    for match in _ALL_PRESENT.finditer(text, start, min(end, start + 2 * LONGEST_SENTENCE)):
        window = max(start, match.start() - LONGEST_SENTENCE)
        first = max((found.end() for found in _SENTENCE_STOP.finditer(text, window, match.start())), default=window)
        parts = cut_at(SPLIT, text, first + len(text[first:end]) - len(text[first:end].lstrip()), match.start())
        names = [entry for part in parts if _is_mere(text, *part) and (entry := entry_at(text, *part))]
        if _SEVERAL.match(text, first, match.start()):  # 'Council members Bell, Day and Dale were present.'
            opened = _SEVERAL.match(text, first, match.start())
            group = Group("present", None, 0)
            named = [
                entry
                for entry, _ in names_in(source, opened.start("posts") if opened else first, match.start(), group, True)
            ]
            yield from ((entry, group) for entry in named if len(named) >= FEWEST)
            if match["too"] and len(named) >= FEWEST:  # '... were present as were Treasurer Bell and Attorney Day.'
                stop = STOP_LIST.search(text, match.end(), end)
                group = Group("in_attendance", None, 0)
                too = names_in(source, match.start("too"), stop.start() if stop else end, group, True)
                yield from too
            continue
        if match["roll"]:  # 'Chair Bell and Commissioners Day and Dale answered the roll.'
            group = Group("present", None, 0)
            yield from ((entry, group) for entry in _people(source, first, match.start(), group))
            continue
        if len(names) == len(parts) >= FEWEST:
            yield from ((entry, Group("present", None, 0)) for entry in names)


def _is_mere(text: str, start: int, end: int) -> bool:
    """Whether a slice is a name and nothing else, a bracket behind it aside: 'Ann Bell (chair)'."""
    opened = text.find(" (", start, end) if text[end - 1] == ")" else -1
    return is_bare(text, start, opened if opened > 0 else end)


def _counted_in(source: Source, start: int, end: int) -> Iterator[tuple[Entry, Group]]:
    """Yield those with whom the meeting was held or the roll called: '... with Ann Bell and Bob Day present. Cy Dale absent.'"""
    text = source.text
    for match in _WITH.finditer(text, start, min(end, start + LONGEST_LIST)):
        found = _people(source, *match.span("names"), Group("present", None, 0))
        if len(found) < 2:
            continue
        group = Group("absent" if match["words"] == "absent" else "present", None, 0)
        yield from ((entry, group) for entry in found)
        for one in _ONE.finditer(text, match.end() - 1, min(end, match.end() + LONGEST_SENTENCE)):
            away = Group("apologies" if one["words"] == "excused" else "absent", None, 0)
            yield from ((entry, away) for entry in _people(source, *one.span("person"), away))


def _called(text: str, start: int, end: int) -> Iterator[tuple[Entry, Group]]:
    """Yield those of a roll call in one paragraph: 'Ann Bell – present, Bob Day – absent and Cy Dale – present.'"""
    if end - start > LONGEST_LIST or text.count("present", start, end) < 2:
        return
    for part in cut_at(_CALLS, text, start, end):
        call = _CALL.search(text, *part)
        entry = entry_at(text, part[0], call.start()) if call else None
        if call and entry:
            yield entry, Group("present" if call[1].lower() in ("present", "here") else "absent", None, 0)


def _grouped(text: str, start: int, end: int) -> Iterator[tuple[Entry, Group]]:
    """Yield those named behind 'the following members were present:' and the like, up to the end of the sentence."""
    for phrase in _FOLLOWING.finditer(text, start, end):
        stop = STOP_LIST.search(text, phrase.end(), end)
        group = Group("absent" if "absent" in phrase["words"] else "present", role_of(phrase["words"]), 0)
        place = (phrase.end(), stop.start() if stop else end)
        for entry in list(names_told(text, *place)) or bare_names(text, *place):
            yield entry, group
