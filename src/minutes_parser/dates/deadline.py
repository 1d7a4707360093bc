"""By when: the phrase in a task's text that says so."""

from __future__ import annotations

import re

from minutes_parser.dates.reach import reach
from minutes_parser.dates.written import DATE, MONTH, WEEKDAY
from minutes_parser.models import Due, Span
from minutes_parser.source import Source

LONGEST_TASK = 3000
"""Characters of a task that are looked at."""

_THE = r"(?:(?:the|our|their|its)\s+)?"
_COUNT = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|(?:a\s+)?few|a\s+couple\s+of|several)"
_UNIT = r"(?:(?:working|calendar|business|school)\s+)?(?:hour|day|week|fortnight|month|year|term)s?\b(?:['’]?\s+time\b|['’])?"
_LENGTH = rf"{_COUNT}(?:\s?(?:-|–|—|to|or)\s?{_COUNT})?[\s-]?{_UNIT}"  # "6 – 12 months"
_YEAR = r"(?:,?\s+(?:19|20)\d\d(?!\d))?"
_MONTH = rf"(?:(?:early|mid|late)[\s-]|(?:the\s+)?(?:beginning|start|middle|end)\s+of\s+)?{MONTH}(?:\s?/\s?{MONTH})?{_YEAR}"
_PERIOD = r"(?:(?:calendar|financial|school|academic|summer|autumn|spring|winter|current)\s+)?(?:day|week|month|year|term|quarter|sprint|season|holidays?|break|play|business)"
_END_OF = rf"{_THE}(?:end|start|beginning|middle|close)\s+of\s+(?:(?:the|this|next)\s+)?(?:{_PERIOD}\b|Q[1-4]\b{_YEAR}|(?:19|20)\d\d(?!\d))|Q[1-4]\b{_YEAR}"
_OCCASION = r"(?:meeting|plenum|plenary|agenda|session|call|assembly|AGM|EGM|stand-?up|sitting|newsletter)s?\b"
_OF_BODY = r"(?:\s+of\s+the(?:\s+(?-i:[A-Z])[\w&’'-]*){1,5})?"
_NEXT_MEETING = rf"{_THE}(?:next|following|forthcoming|upcoming)\s+(?:[\w.&’'/-]+\s+){{0,4}}?(?:{_OCCASION}|(?-i:Board|Committee|Council|Panel|Exec)\b){_OF_BODY}"
_NAMED_MEETING = rf"{_THE}(?:{DATE}|{MONTH}(?:\s?/\s?{MONTH})?{_YEAR})\s+(?:[\w.&’'/-]+\s+){{0,3}}?{_OCCASION}"
_ANY_MEETING = rf"{_THE}(?:[\w.&’'/-]+\s+){{0,4}}?{_OCCASION}"
_WEEK = r"(?:(?-i:[A-Z])[\w-]*\s+){0,3}(?:meeting\s+)?(?:in\s+)?week\s+\d{1,2}\b(?:,?\s+(?:of\s+)?term\s+\d)?"
_RELATIVE = rf"(?:tomorrow|(?:this|next|the\s+following)\s+(?:week|month|term|year|quarter|spring|summer|autumn|winter|{WEEKDAY}\b)(?!['’]s))"
_FEAST = r"(?:Christmas|Easter|Whitsun|Michaelmas|new\s+year|half[\s-]term|summer|autumn|spring|winter)\b"
_SEASON = rf"(?:the\s+{_FEAST}\s+(?!(?:and|or|to|if|so|in|at|on|for)\b)[a-z]+|(?:the\s+)?{_FEAST}(?:\s+(?:break|holidays?|term|recess))?)"
_CLOCK = r"(?:\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b\.?|noon|midday|midnight|close\s+of\s+play|COB|EOD)"
_DAY_NAME = rf"{WEEKDAY}\b(?:\s+(?:morning|afternoon|evening|night))?"
_POINT = (
    rf"(?:the\s+time\s+of\s+|(?:end|close)\s+of\s+(?:play\s+|business\s+)?(?:on\s+)?)?(?:{_CLOCK},?\s+(?:on\s+)?)?"
    rf"(?:{_NEXT_MEETING}|{_NAMED_MEETING}|{DATE}|{_END_OF}|{_MONTH}|{_WEEK}|{_RELATIVE}|{_DAY_NAME}|{_SEASON})"
)
_ASAP = r"(?:asap\b|a\.s\.a\.p\b\.?|asp\b|(?:as\s+soon\s+as|at\s+the\s+earliest|whenever)\s+(?:possible|practicable|practical|opportunity|convenient)\b(?:\s+opportunity)?|at\s+the\s+earliest\s+opportunity)"
_BY = r"(?:by|before|prior\s+to|in\s+advance\s+of|ahead\s+of|(?:no|not)\s+later\s+than|on\s+or\s+before|until|till|in\s+time\s+for)"
_AFTER = r"(?:before|prior\s+to|in\s+advance\s+of|ahead\s+of)"
_TO_END = r"(?=\s*(?:[.;:,()\[\]\n]|$))"

_EXPLICIT = re.compile(rf"(?i)\b(?:{_BY}\s+(?:{_POINT}|{_CLOCK})|{_AFTER}\s+{_ANY_MEETING}|{_ASAP})")
_PLACED = re.compile(
    rf"(?i)\b(?:(?:at|for)\s+(?:{_NEXT_MEETING}|{_NAMED_MEETING})|(?:to|on|onto|in|into)\s+(?P<kept>{_NEXT_MEETING})"
    rf"|(?P<on>on|in|at|during|for)\s+(?:{DATE}|{_MONTH}|{_END_OF}|(?:the\s+)?week\s+\d{{1,2}}\b(?:,?\s+(?:of\s+)?term\s+\d)?|{_DAY_NAME}|the\s+new\s+year\b)"
    rf"|(?:with)?in\s+(?:the\s+)?(?:(?:next|coming|following)\s+)?{_LENGTH}"
    rf"|(?:some\s?time\s+)?(?:over|during|in)\s+(?:the\s+)?(?:next|coming|following)\s+(?:{_LENGTH}|(?:week|month|year|term|quarter)s?\b)"
    rf"|(?:(?:later|early|earlier)\s+)?{_RELATIVE})"
)
_CONDITION = re.compile(
    rf"(?i)\b(?:once(?!\s+(?:an?|again|more|per|every|weekly)\b)\s+[^.;:,()\[\]\n]{{3,60}}?{_TO_END}"
    rf"|(?:when|if\s+and\s+when|as\s+soon\s+as)\s+(?:\w+\s+){{0,6}}?(?:available|ready|complete|completed|received|confirmed|known)\b"
    rf"|{_AFTER}\s+[^.;:,()\[\]\n]{{3,50}}?{_TO_END}|after\s+(?:the\s+)?(?:{_SEASON}|(?-i:[A-Z])[\w-]+(?:\s(?-i:[A-Z])[\w-]+){{0,3}}){_TO_END})"
)
_WHOLE = re.compile(rf"(?i)(?:{_POINT}|{_ASAP}|{_CLOCK}|{_LENGTH}|immediate(?:ly)?|today)[.!]?$")
_NO_TIME = re.compile(r"(?i)[\W_]*(?:n/?a|none|nil|no|ongoing|on-going|complete[d]?|done)?[\W_]*$")

# What stands before 'on 5 May' or 'in June' where that says when something happens or which document is meant.
_EVENT_BEFORE = re.compile(
    r"(?i)\b(?:meetings?|minutes|events?|held|scheduled|dated|due|published|conference|workshop|training|visit|AGM|elections?|"
    r"reports?|letters?|emails?|agenda|session|planned|arranged|booked|took\s+place|was|were|received|made|issued|starting|"
    r"commencing|beginning|sent|agreed|approved|discussed|raised|report(?:ed)?\s+of)\s*$"
)
_DATE_OF_MEETING = re.compile(r"(?i)\b(?:dates?|time|venue|topics?|chair)\s+(?:and\s+\w+\s+)?$")


def due(source: Source, start: int, end: int, meeting_date: str | None, *, field: bool = False) -> Due | None:
    """Return what a task's text, or the text of a due field, says of the time by when; None where it says nothing.

    ``start`` and ``end`` bound the text; ``field`` tells that the whole of it stands behind a label or in a column for
    the time, so that it is one, whatever its words. ``meeting_date`` (ISO) is the day from which 'in two weeks' counts.
    """
    start, end = source.trim(start, min(end, start + LONGEST_TASK))
    if field:
        place = None if _NO_TIME.match(source.text, start, end) else (start, end)
    else:
        place = _phrase(source.text, start, end)
    if place is None:
        return None
    earliest, latest = reach(source, *place, meeting_date)
    return Due(text=source.fold(*place), earliest=earliest, latest=latest, span=Span(start=place[0], end=place[1]))


def _phrase(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where the phrase stands: the whole, an explicit 'by', a time that a preposition places, or a condition."""
    if end - start < 60 and _WHOLE.match(text, start, end):
        return start, end
    if explicit := _EXPLICIT.search(text, start, end):
        return _trimmed(text, *explicit.span())
    for placed in _PLACED.finditer(text, start, end):
        before = text[max(start, placed.start() - 40) : placed.start()]
        if placed["on"] and _EVENT_BEFORE.search(before):
            continue
        if not placed["on"] and _DATE_OF_MEETING.search(before):
            continue
        return _trimmed(text, *(placed.span("kept") if placed["kept"] else placed.span()))
    if condition := _CONDITION.search(text, start, end):
        return _trimmed(text, *condition.span())
    return None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while end > start and text[end - 1] in " \t\r\n,;":
        end -= 1
    if text[end - 1] == "." and text[end - 2] not in "mMpP":  # the sentence's, not that of 'p.m.' or 'a.s.a.p.'
        end -= 1
    return start, end
