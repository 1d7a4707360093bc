"""The document's title line and the body that met."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from minutes_parser import lazy
from minutes_parser.dates import find_dates
from minutes_parser.layout.names import HONORIFIC
from minutes_parser.stages.header.lines import HeadLine, Labelled, Place, is_labelled

_TITLE_WORD = lazy.compile(
    r"(?i)\b(?:minutes|meeting(?!\s+(?:room|hall|house)\b)|plenum|plenary|AGM|EGM|notes|proceedings|assembly|tele-?con(?:ference)?)\b"
)
_MEETING = lazy.compile(r"(?i)\bminutes\s+(?:of|from|for)\b|\bmeeting\b")
_SHORT = 60
_OF_MEETING = lazy.compile(r"(?i)\b(?:meeting|met|held|minutes)\b")
_SENTENCE = lazy.compile(
    r"(?i)\b(?:was|were|is|are|be|been|will|said|met|has|have|took|agreed|opens|opened|welcome[sd]|thanked|commence[sd]|began|called|closed|held\s+(?:their|its|a))\b"
)
_NO_TITLE = lazy.compile(
    r"(?i)\W*(?:\d+[.)]\s|(?:to\s+)?(?:approve|approval|adopt|adoption|accept|acceptance|confirm|confirmation)\b|there\s+being|minutes\s*:|meeting\s+purpose\b|(?:type|purpose|nature|date|time|place|name)\s+of\s+(?:the\s+)?meeting\b|present|apologies|in\s+attendance|attendees|members|note\b|these\s+minutes|status|(?:the\s+)?minutes\s+(?:of|from)\s+(?:the\s+|our\s+)?(?:last|previous)\b|the\s+meeting|meeting\s+(?:chair|called|location|venue|type|date|time|start|details|opened|information|info|link|id|minutes?\s*:?$)|"
    r"(?:previous|last|next)\s+meeting|all\s+meetings|tsc\s+meetings|minutes\s*:?$|https?:)"
)
_BODY_NOUN = (
    r"(?:Council|Committee|Sub-?[Cc]ommittee|Board|Panel|Group|Forum|Assembly|Society|Association|Trust|Club|Federation|Union|Foundation|"
    r"Partnership|Governors|Governing\s+Body|Team|Taskforce|Task\s+Force|Commission|Cabinet|Executive|Exec|TSC|TAC|TC|PTA|Trustees|Network|Alliance|Consortium|"
    r"COUNCIL|COMMITTEE|SUB-?COMMITTEE|BOARD|PANEL|GROUP|FORUM|ASSEMBLY|SOCIETY|ASSOCIATION|TRUST|CLUB|GOVERNORS|PARTNERSHIP|COMMISSION|Plenum|Senate|SENATE)"
)
_BODY = lazy.compile(
    rf"(?:(?<![A-Za-z])(?!Meeting\b|MEETING\b|Minutes\b|MINUTES\b|HELD\b|Held\b)[A-Z][\w&’'.-]*\s+(?:(?:of|and|for|the|&|in|on)\s+){{0,2}}){{0,8}}(?<![A-Za-z]){_BODY_NOUN}(?!\s+(?i:chambers?|offices?|room|house|hall)\b)(?:\s+(?:OF|of|(?:ON|on)(?!\s+(?i:the\s+)?(?i:\w+day\b|jan|feb|mar|apr|may\b|jun|jul|aug|sep|oct|nov|dec)))\s+(?:the\s+|THE\s+)?[A-Z][\w’'-]+(?:\s+(?![Mm]eeting|MEETING|[Mm]inutes|MINUTES)[A-Z][\w’'-]+){{0,3}})?(?:\s+\([A-Z]{{2,8}}\)|\b)"
)
_OF_A_PERSON = lazy.compile(rf"\s*{HONORIFIC}\b\.?\s+[A-Z]")
_LISTS = lazy.compile(
    r"(?i)\W*(?:(?:those|also|members|others|councillors|governors|trustees|directors|board\s+members|committee\s+members)\s+)?(?:present|in\s+attendance|attendees|attendance|apologies|absent|invited)(?:\s*\([^()]{1,30}\))?\s*[:;–-]"
)
"""A line of people, whose organisations are not the body that met."""
_OFFICE_HOLDERS = lazy.compile(r"(?:Trustees|Governors|Directors)[ ][A-Z][a-z]+")
"""Those who hold an office, before their names: 'Trustees Ann Bell'."""
_NOUN = lazy.compile(_BODY_NOUN)
_LEAD_IN = lazy.compile(
    r"(?i)(?:(?:[ap]m|draft|unconfirmed|approved|confirmed|final|the|of|a|an|ordinary|annual|general|extraordinary|special|regular|monthly|statutory|adopted|adjourned|summary|reconvened|proceedings|session|minute|minutes|meeting|notes|held|by|for|parish\s+meeting)\s+)+"
)
LONGEST_TITLE = 250


def title(text: str, lines: Sequence[HeadLine], values: Iterable[Labelled]) -> Place | None:
    """Return the title line: 'Minutes of ...' in the text, else the front matter's title, else a heading for the meeting."""
    written = [
        line
        for line in lines[:12]
        if not line.metadata and not line.cells and not _listed(line) and _is_title(text, line)
    ]
    full = [
        line
        for line in written
        if "minutes" in text[line.start : line.end].casefold() and find_dates(text, line.start, line.end)
    ]
    declared = [
        (value.start, value.end)
        for value in values
        if value.field == "title"
        and (value.metadata or text[value.label[0] :][:7].casefold() == "meeting")
        and not _is_bare_date(text, value.start, value.end)
    ]
    full.sort(
        key=lambda line: not _MEETING.search(text, line.start, line.end)
    )  # '1 May - Minutes' above 'Minutes of the ...'
    written.sort(key=lambda line: not _names_minutes(text[line.start : line.end].casefold()))
    for place in [*((line.start, line.end) for line in full), *declared, *((line.start, line.end) for line in written)]:
        if _TITLE_WORD.search(text, *place):
            return place
    return declared[0] if declared else None


def _is_title(text: str, line: HeadLine) -> bool:
    return (
        line.end - line.start <= LONGEST_TITLE
        and bool(_TITLE_WORD.search(text, line.start, line.end))
        and not _NO_TITLE.match(text, line.start, line.end)
        and not _SENTENCE.search(text, line.start, line.end)
        and text.find("://", line.start, line.end) < 0
        and not (text[line.end - 1] == "." and _is_remark(text, line))
        and not is_labelled(text, line)
    )


def _names_minutes(low: str) -> bool:
    return "minutes" in low and len(low) < _SHORT and low[-1] != "."


def _tells(text: str, line: HeadLine) -> bool:
    """Whether a line is a sentence that does not speak of the meeting."""
    words = text[line.start : min(line.end, line.start + LONGEST_TITLE)]
    return words[-1:] == "." and bool(_SENTENCE.search(words)) and not _OF_MEETING.search(words)


def _is_remark(text: str, line: HeadLine) -> bool:
    """Whether a line with a stop names neither minutes nor a day: 'Meeting mostly on the fair.'"""
    return "minutes" not in text[line.start : line.end].casefold() and not find_dates(text, line.start, line.end)


def _listed(line: HeadLine) -> bool:
    """Whether the line is an item of a list, as people and topics are."""
    return line.block is not None and line.block.kind == "bullet"


def _is_bare_date(text: str, start: int, end: int) -> bool:
    dates = find_dates(text, start, end)
    return bool(dates) and sum(date.end - date.start for date in dates) >= end - start - 3


def body(text: str, lines: Sequence[HeadLine], values: Iterable[Labelled], named: Place | None) -> Place | None:
    """Return the body that met: behind a label, in the title, or in one of the first lines."""
    for value in values:
        if value.field == "body" and value.end - value.start < 100 and text[value.start].isupper():
            return value.start, value.end
    first = [
        (line.start, min(line.end, line.start + LONGEST_TITLE))
        for line in lines[:10]
        if not line.cells
        and not _listed(line)
        and not _LISTS.match(text, line.start, line.end)
        and not _OF_A_PERSON.match(text, line.start, line.end)
        and not _tells(text, line)
    ]
    found: list[Place] = []
    for start, end in ([(named[0], min(named[1], named[0] + LONGEST_TITLE))] if named else []) + first:
        if _NOUN.search(text, start, end) and (match := _BODY.search(text, start, end)):
            lead = _LEAD_IN.match(text, match.start(), match.end())
            begin = lead.end() if lead and lead.end() < match.end() else match.start()
            if not _OFFICE_HOLDERS.match(text, begin, end):
                found.append((begin, match.end()))
    best = next((place for place in found if " " in text[slice(*place)]), found[0] if found else None)
    return next((place for place in found if best and _says_more(text, place, best)), best)


def _says_more(text: str, place: Place, other: Place) -> bool:
    """Whether the name goes on before the words of the other: 'Quayside Users Group' and 'Users Group'."""
    return text[slice(*place)].casefold().endswith(f" {text[slice(*other)].casefold()}")
