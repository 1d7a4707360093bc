"""Who signed: the clerk or secretary whose name stands below the minutes took them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from minutes_parser import lazy
from minutes_parser.models import Attendee
from minutes_parser.source import Source
from minutes_parser.stages.header.lines import Place
from minutes_parser.stages.header.people import NOT_A_PERSON, PERSON

_OFFICE = (
    r"(?:(?i:acting|deputy|assistant|town|city|village|parish|township|borough|county|district|board|council|recording|hon(?:orary|\.)?"
    r"|executive|general|club|minutes?)[ ]){0,3}(?i:clerk|secretary|recorder|scribe|minute[ -]taker)(?:[ /-](?i:treasurer))?"
    r"(?:[ ](?:to|of|for)[ ][\w ’']{2,60})?"
)
_SIGNED = lazy.compile(rf"(?P<person>{PERSON})(?:,[ ]?|[ ][–—-][ ]|[ ]{{2,20}}|[ ]\()(?:the[ ])?{_OFFICE}\)?[.,]?")
_BELOW = lazy.compile(rf"\(?(?:the[ ])?{_OFFICE}\)?[.,]?")
_NAME = lazy.compile(rf"{PERSON}[.,]?")
_CLERKS = lazy.compile(r"(?i)\b(?:secretary|clerk)\b")
_MARKS = " \t_.*-–—"
_FOOT, _LONGEST, _MOST_LINES = 700, 90, 10


def signed(source: Source, begin: int) -> Place | None:
    """Return the name that stands with an office below the minutes, behind ``begin``: 'Ann Bell, Town Clerk'."""
    if source.words.isdisjoint(("clerk", "secretary", "recorder", "scribe", "taker")):
        return None
    lines = _last_lines(source, begin)
    for place, above in zip_longest(lines, lines[1:]):
        found = _SIGNED.fullmatch(source.text, *place)
        if found and not NOT_A_PERSON.match(found["person"]):
            return found.span("person")
        if above and _BELOW.fullmatch(source.text, *place) and _is_name(source.text, above):
            return above
    return None


def signed_by(source: Source, attendees: Sequence[Attendee], begin: int) -> Place | None:
    """Return the name alone in one of the last lines of somebody whom the list calls secretary or clerk."""
    clerks = {person.name: person.span for person in attendees if person.role and _CLERKS.search(person.role)}
    for start, end in _last_lines(source, begin) if clerks else ():
        span = clerks.get(source.fold(start, end).rstrip(".,"))
        if span and span.end < start:
            return start, end
    return None


def _is_name(text: str, place: Place) -> bool:
    return (
        _NAME.fullmatch(text, *place) is not None
        and " " in text[slice(*place)]
        and not NOT_A_PERSON.match(text, *place)
    )


def _last_lines(source: Source, begin: int) -> list[Place]:
    """Return the short lines at the document's end, the last one first, without the marks of space to sign in."""
    found: list[Place] = []
    foot = max(begin, len(source.text) - _FOOT)
    for line in reversed(source.lines):
        if line.start < foot or len(found) == _MOST_LINES:
            break
        start, end = line.start, line.end
        if source.text.startswith("/s/", start):
            start += 3
        while start < end and source.text[start] in _MARKS:
            start += 1
        while end > start and source.text[end - 1] in _MARKS:
            end -= 1
        if start < end and not line.cells and line.kind != "furniture":
            if end - start > _LONGEST:
                break
            found.append((start, end))
    return found
