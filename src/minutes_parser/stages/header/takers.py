"""Who took the minutes: said in sentences, marked behind a name, or told by the list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from minutes_parser import lazy
from minutes_parser.layout.topics import lowered
from minutes_parser.models import Attendee
from minutes_parser.source import Source
from minutes_parser.stages.header.lines import HeadLine, Labelled, Place
from minutes_parser.stages.header.officers import only
from minutes_parser.stages.header.people import NOT_A_NICKNAME, marked, named_before, person_at
from minutes_parser.stages.header.zones import Zone, holding

_TAKER_MARK = lazy.compile(
    r"[(\[](?:[^()\n]{0,30}\b)?(?:[Mm]inute[\s-]?s?[\s-]?[Tt]aker|[Mm]inutes?(?:\s:\w{2,30}:|\s[^\w\s()]{1,3})?|[Nn]otes|[Mm]ins|[Mm]inuting|[Ss]cribe|[Nn]ote[\s-]?s?[\s-]?[Tt]aker"
    r"|[Tt]aking\s(?:(?:the\s)?(?:[Nn]otes|[Mm]inutes)[\w ]{0,30}))[)\]]"
)
_REMARK = lazy.compile(r"(?:[-–—,]|\s{2})\s*(?:[Tt]aking )?(?:the )?(?:[Mm]inutes|[Nn]otes|[Mm]inuting)[ .)]{0,3}\Z")
_LONGEST_REMARK = 40
_TOOK_MINUTES = lazy.compile(
    r"\b(?:took|takes|(?:is\s+|was\s+|will\s+be\s+)?taking|recorded|kept|agreed\s+to\s+take)\s+(?:the\s+)?(?:minutes|notes)\b|\b(?:minuted|scribed)\s+the\s+meeting\b",
    re.IGNORECASE,
)
_MINUTES_BY = lazy.compile(
    r"\b(?:(?:minutes|notes)\s+(?:were\s+)?(?:(?:taken|recorded|prepared|written|produced|compiled|drafted|kept|compiled|(?:respectfully\s+)?submitted)\s+)?by"
    r"|(?:minuted|scribed|clerked)\s+by|respectfully\s+submit(?:ted)?)(?:\s+by)?[\s:,]+(?:the\s+)?(?:(?:clerk|secretary)[,:]?\s+)?", re.IGNORECASE,
)  # fmt: skip
_TAKEN_BY = lazy.compile(
    r"(?i)\(?(?:taken|recorded|written)\s+by[\s:]+|(?-i:[A-Z][^\n]{3,200}?[.;])\s+minutes:\s+(?=[A-Z])"
)
"""What stands below 'Notes', or behind another sentence: '(taken by Ann Bell)', 'Chair: Bob Day. Minutes: Ann Bell'."""
_WAS_TAKER = lazy.compile(
    r"(?i)(?:the[ ])?(?:(?:minutes?|notes?)[ -]?taker|scribe|recorder|(?:recording[ ]|meeting[ ]|acting[ ])?secretary)(?:[ ](?:for|of)[ ](?:the|this|today[’']s)[ ](?:meeting|call|session))?(?:[ ]today)?[ ]was[ ](?=[A-Z@])"
)
"""'Secretary was Ann Bell.'"""
_SUBMITTED = lazy.compile(r"(?i)(?:submitted|prepared|typed|transcribed)\s+by[\s:]+")
_FOOT = 400
"""Characters at the end among which whoever wrote the minutes signs."""
_RECORDING = lazy.compile(
    r",?\s+(?:(?:was|is)\s+)?record(?:ing|ed)(?=\s*(?:[.;\n]|\Z))|,?\s+(?:acted|acting|served|serving)\s+as\s+(?:the\s+)?(?:recording\s+)?(?:secretary|clerk|scribe|minute[\s-]taker|recorder)\b"
)
_LOWER_NAME = lazy.compile(
    r"(?!(?:the|an?|our|email|mail|all|each|both|any|it|me|us|consensus)\b)([a-z][\w-]{1,19})[ ]?\.?[ ]*(?:\n|\Z)"
)
_SPACE_TO_SIGN = 80
"""Characters of space or ruled line in which a signature stands."""
_MINUTES_ROLE = lazy.compile(
    r"(?i)\bminut(?:e|es|er|ing)\b|\bscribe\b|\bnote[\s-]?s?[\s-]?taker\b|\btaking\s+notes\b|\bnotes\b|\brecording\s+secretary\b|\brecorder\b"
)


def minute_taker_in_sentences(text: str, zones: Sequence[Zone]) -> Place | None:
    """Return who is said to have taken the minutes."""
    for zone in holding(
        zones,
        (
            "minute",
            "notes",
            "scribe",
            "recorder was",
            "taker was",
            "secretary was",
            "clerked",
            "submitted",
            "recorded.",
            "taken by",
            "prepared by",
            "typed by",
            "transcribed by",
        ),
    ):
        match = (
            _TAKEN_BY.match(text, zone.start, zone.end)
            or _WAS_TAKER.match(text, zone.start, zone.end)
            or (zone.end > len(text) - _FOOT and _SUBMITTED.match(text, zone.start, zone.end))
            or _MINUTES_BY.search(text, zone.start, min(len(text), zone.end + 1))
        )
        behind = _behind(text, match.end(), zone.end) if match else None
        if behind and (place := person_at(text, *behind) or _nickname_at(text, *behind)):
            return place
        if place := named_before(text, _TOOK_MINUTES, zone) or named_before(text, _RECORDING, zone):
            return place
    return None


def _nickname_at(text: str, start: int, end: int) -> Place | None:
    """Return a word in small letters that ends the line: 'Minutes taken by beck'."""
    match = _LOWER_NAME.match(text, start, end)
    return match.span(1) if match and not NOT_A_NICKNAME.match(match[1]) else None


def _behind(text: str, start: int, end: int) -> Place:
    """Return what stands behind 'Respectfully submitted,': the rest of the line, or the next one with a word in it."""
    while start < min(len(text), end + _SPACE_TO_SIGN) and text[start] in " \t\r\n_,:":
        start += 1
    stop = text.find("\n", start)
    return start, end if start < end else (stop if stop >= 0 else len(text))


def beside_chair(source: Source, values: Sequence[Labelled]) -> list[Labelled]:
    """Return the secretaries who are named right behind the chair: they took the minutes.

    Where a treasurer follows, the officers are listed, whatever they did. A clerk is listed in any case.
    """
    return [
        after for before, after in pairwise(values)
        if before.field == "chair" and after.field == "secretary" and "treasurer" not in source.low[after.end : after.end + _NEXT_LINE]
    ]  # fmt: skip


_NEXT_LINE = 40


def listed_minute_taker(text: str, attendees: Sequence[Attendee]) -> Attendee | None:
    """Return the one attendee of whom the list says that they took the minutes, by a role or in a mere remark."""
    return only([person for person in attendees if person.status != "apologies" and _took_minutes(text, person)])


_TAKERS = ("minut", "mins", "note", "scribe", "record")
"""One of these is in all that tells who took the minutes."""


def _may_take(words: str) -> bool:
    low = lowered(words)
    return any(word in low for word in _TAKERS)


def _took_minutes(text: str, person: Attendee) -> bool:
    start, end = person.span.start, person.span.end
    if not _may_take(f"{text[start:end]}\n{person.role}"):
        return False
    remark = _TAKER_MARK.search(text, start, end) or _REMARK.search(text, max(start, end - _LONGEST_REMARK), end)
    return remark is not None or _MINUTES_ROLE.search(person.role or "") is not None


def marked_minute_taker(text: str, lines: Iterable[HeadLine]) -> Place | None:
    """Return the one person of the head behind whose name '(minute taker)' or the like stands."""
    found = [
        place
        for line in lines
        if any(map(text[line.start : line.end].__contains__, "(["))
        for place in marked(text, line, _TAKER_MARK)
    ]
    return found[0] if len(found) == 1 else None
