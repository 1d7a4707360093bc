"""Expressions for a time to come, without the preposition before them: 'the next meeting', 'end of March', 'two weeks'.

Each function says where the expression that begins at an offset ends. The patterns are compiled once and apart, since
one pattern for all of them takes longer to compile than a document to read.
"""

from __future__ import annotations

import re

from minutes_parser import lazy
from minutes_parser.dates.written import DATE, MONTH, WEEKDAY

_THE = r"(?:(?:the|our|their|its)\s+)?"
_WORD = r"[\w.&’'/-]+\s+"
_YEAR = r"(?:,?\s+(?:19|20)\d\d(?!\d))?"
_COUNT = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|(?:a\s+)?few|a\s+couple\s+of|several)"
_UNIT = (
    r"(?:(?:working|calendar|business|school)\s+)?(?:hour|day|week|fortnight|month|year|term)s?\b"
    r"(?:['’]?\s+time\b|['’])?"
)
_PERIOD = (
    r"(?:(?:calendar|financial|school|academic|summer|autumn|spring|winter|current)\s+)?"
    r"(?:day|week|month|year|term|quarter|sprint|season|holidays?|break|play|business)"
)
_END_OF = (
    rf"{_THE}(?:end|start|beginning|middle|close)\s+of\s+(?:(?:the|this|next)\s+)?"
    rf"(?:{_PERIOD}\b|Q[1-4]\b{_YEAR}|(?:19|20)\d\d(?!\d))|Q[1-4]\b{_YEAR}"
)
_IN_MONTH = rf"(?:(?:early|mid|late)[\s-]|(?:the\s+)?(?:beginning|start|middle|end)\s+(?:of\s+)?)?{MONTH}(?:\s?/\s?{MONTH})?{_YEAR}"
_OCCASION = r"(?:meeting|plenum|plenary|agenda|session|call|assembly|AGM|EGM|stand-?up|sitting|newsletter)s?\b"
_OF_BODY = r"(?:\s+of\s+the(?:\s+(?-i:[A-Z])[\w&’'-]*){1,5})?"
_NEXT = r"(?:next|following|forthcoming|upcoming)"
_SPAN_OF_YEAR = r"(?:week|month|term|year|quarter|spring|summer|autumn|winter)"
_FEAST = r"(?:Christmas|Easter|Whitsun|Michaelmas|new\s+year|half[\s-]term|summer|autumn|spring|winter)\b"
_NO_NOUN = r"(?!(?:and|or|to|if|so|in|at|on|for)\b)"

_NEXT_MEETING = lazy.compile(
    rf"(?i){_THE}{_NEXT}\s+(?:{_WORD}){{0,4}}?(?:{_OCCASION}|(?-i:Board|Committee|Council|Panel|Exec)\b){_OF_BODY}"
)
_NEXT_ANY = lazy.compile(rf"(?i){_THE}next\s+[a-z-]{{3,12}}\b")
_ANY_MEETING = lazy.compile(rf"(?i){_THE}(?:{_WORD}){{0,4}}?{_OCCASION}")
_DAY = lazy.compile(
    rf"(?i)(?:(?:w/?[ce]|week\s+(?:commencing|beginning|ending|of))\s+)?{DATE}|{_END_OF}|{_IN_MONTH}|the\s+\d{{1,2}}(?:st|nd|rd|th)\b"
)
_WITH_MEETING = lazy.compile(rf"(?i)\s+(?:{_WORD}){{0,3}}?{_OCCASION}")  # "the April board meeting"
_ARTICLE = lazy.compile(r"(?i)(?:the|our|their|its)\s+")
_DAY_NAME = lazy.compile(rf"(?i){WEEKDAY}\b(?:\s+(?:morning|afternoon|evening|night))?|the\s+new\s+year\b")
_WEEK = lazy.compile(r"(?i)(?:the\s+)?week\s+\d{1,2}\b(?:,?\s+(?:of\s+)?term\s+\d)?")
_MEETING_OF_WEEK = lazy.compile(
    r"(?:[A-Z][\w-]*\s+){1,3}(?:[Mm]eeting\s+)?(?:in\s+)?(?=[Ww]eek\s+\d)"
)  # "Exec meeting Week 2"
_RELATIVE = lazy.compile(rf"(?i)(?:tomorrow|(?:this|next|the\s+following)\s+(?:{_SPAN_OF_YEAR}|{WEEKDAY})\b(?!['’]s))")
_SEASON = lazy.compile(
    rf"(?i)the\s+{_FEAST}\s+{_NO_NOUN}[a-z]+|(?:the\s+)?{_FEAST}(?:\s+(?:break|holidays?|term|recess))?{_YEAR}"
)
_CLOCK = lazy.compile(
    r"(?i)(?:\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.m\.?|[ap]m\b)|(?:12\s+)?noon|midday|midnight|close\s+of\s+play|COB|EOD)"
)
_NUMBERS = lazy.compile(
    r"(?:(?:0?[1-9]|1[0-2])/(?:[12]\d|3[01]|0?[1-9])|(?:[12]\d|3[01])/(?:1[0-2]|0?[1-9]))(?![/\d%])"
)  # '4/15'
_OF_THE_DAY = lazy.compile(
    r"(?i)(?:the\s+time\s+of|(?:end|close)\s+of(?:\s+(?:play|business))?(?:\s+on)?)\s+|,?\s+(?:on\s+)?"
)
_LENGTH = lazy.compile(rf"(?i){_COUNT}(?:\s?(?:-|–|—|to|or)\s?{_COUNT})?[\s-]?{_UNIT}")  # "6 – 12 months"


def next_meeting(text: str, at: int, end: int) -> int | None:
    """Return where 'the next meeting', 'the following board meeting' ends."""
    return _end(_NEXT_MEETING.match(text, at, end))


def next_any(text: str, at: int, end: int) -> int | None:
    """Return where 'the next' and whatever it is ends: 'next guild'."""
    return _end(_NEXT_ANY.match(text, at, end))


def any_meeting(text: str, at: int, end: int) -> int | None:
    """Return where a meeting of any name ends: 'the annual parish meeting'."""
    return _end(_ANY_MEETING.match(text, at, end))


def named_meeting(text: str, at: int, end: int) -> int | None:
    """Return where a meeting with its day or month ends: 'the 4 May meeting'."""
    article = _ARTICLE.match(text, at, end)
    day = _DAY.match(text, article.end() if article else at, end)
    return _end(_WITH_MEETING.match(text, day.end(), end)) if day else None


def day(text: str, at: int, end: int) -> int | None:
    """Return where a date, a month, the end of a period, a numbered week or a day's name ends."""
    return _end(_DAY.match(text, at, end) or _WEEK.match(text, at, end) or _DAY_NAME.match(text, at, end))


def relative(text: str, at: int, end: int) -> int | None:
    """Return where 'tomorrow', 'this month', 'next Friday' ends."""
    return _end(_RELATIVE.match(text, at, end))


def season(text: str, at: int, end: int) -> int | None:
    """Return where 'Christmas', 'the summer holidays' ends."""
    return _end(_SEASON.match(text, at, end))


def clock(text: str, at: int, end: int) -> int | None:
    """Return where a time of day ends."""
    return _end(_CLOCK.match(text, at, end))


def length(text: str, at: int, end: int) -> int | None:
    """Return where a length of time ends: 'two weeks', '6 – 12 months'."""
    return _end(_LENGTH.match(text, at, end))


def point(text: str, at: int, end: int) -> int | None:
    """Return where a point in time of any kind ends, an hour before the day included: 'noon on Friday 5 May'."""
    hour = clock(text, at, end)
    lead = _OF_THE_DAY.match(text, hour or at, end)
    begin = lead.end() if lead else at
    meeting = _MEETING_OF_WEEK.match(text, begin, end)
    begin = meeting.end() if meeting else begin
    for kind in (next_meeting, named_meeting, relative, day, season):
        found = kind(text, begin, end)
        if found is not None:
            return found
    ends = day(text, hour or at, end) if lead else None  # 'end of sprint'
    return ends or hour or _end(_NUMBERS.match(text, begin, end))


def _end(match: re.Match[str] | None) -> int | None:
    return match.end() if match else None
