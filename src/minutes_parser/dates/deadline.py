"""By when: the phrase in a task's text that says so."""

from __future__ import annotations

from minutes_parser import lazy
from minutes_parser.dates import points
from minutes_parser.dates.reach import reach
from minutes_parser.models import Due, Span
from minutes_parser.source import Source

LONGEST_TASK = 3000
"""Characters of a task that are looked at."""

_BEFORE = r"(?:before|prior\s+to|in\s+advance\s+of|ahead\s+of)"
_TO_END = r"(?=\s*(?:[.;:,()\[\]\n]|$))"
_AT_ONCE = (
    r"\ba\.?s\.?a\.?p\b|\basp\b|\b(?:as\s+soon\s+as|whenever)\s+(?:possible|practicable|practical|convenient)\b"
    r"|\bat\s+the\s+earliest\s+(?:possible\s+)?opportunity"
)
_BY = lazy.compile(
    rf"(?i)\b(?P<by>{_BEFORE}|by|(?:no|not)\s+later\s+than|on\s+or\s+before|until|till|in\s+time\s+for|w/?[ce]|week\s+(?:commencing|beginning|ending))\s+"
    r"|(?P<set>(?:(?<=[(\[])|(?<=[.;,–—-]\s))(?:due(?:\s+(?:by|on|date))?|deadline(?:\s+(?:of|is))?|target(?:\s+date)?|eta|when)[:\s][\s:–—-]{0,3})"
    rf"|(?P<asap>{_AT_ONCE})"
)
_BY_WORDS = tuple(
    "by before prior advance ahead later until till time w/ wc we week due deadline target eta when a.s asa as. asp soon earliest".split()
)
"""One of these stands in each of them: parts of words."""
_EARLIER = lazy.compile(rf"(?i){_BEFORE}|in\s+time\s+for")
_PLACED = lazy.compile(
    r"(?i)(?<!\w)(?=[adefilnotw])(?:(?P<place>at|for|to|on|onto|in|into|during|within|over)\s+|(?:(?:later|early|earlier)\s+)?(?=this|next|the\s+following|tomorrow))"
)
"""Begins, like that for a condition, with a look at whether a word begins here with the letter of one that is meant."""
_COMING = lazy.compile(r"(?i)(?:the\s+)?(?:next|coming|following)\s+(?:(?:week|month|year|term|quarter)s?\b)?")
_THE = lazy.compile(r"(?i)the\s+")
_SOME_TIME = lazy.compile(r"(?i)\bsome\s?time\s+$")
_CONDITION = lazy.compile(
    rf"(?i)(?<!\w)(?=[abiopw])(?:once(?!\s+(?:an?|again|more|per|every|weekly)\b)\s+[^.;:,()\[\]\n]{{3,60}}?{_TO_END}"
    rf"|(?:when|if\s+and\s+when|as\s+soon\s+as)\s+(?:\w+\s+){{0,6}}?(?:available|ready|completed?|received|confirmed|known)\b"
    rf"|{_BEFORE}\s+(?!\w+ing\b)[^.;:,()\[\]\n]{{3,50}}?{_TO_END}"
    rf"|after\s+(?:the\s+)?(?!each|every)[^.;:,()\[\]\n]{{2,40}}?\smeeting(?:\s(?:in|at)\s(?-i:[A-Z])\w{{2,20}})?{_TO_END}"
    rf"|after\s+(?:the\s+)?(?-i:[A-Z])[\w-]+(?:\s(?-i:[A-Z])[\w-]+){{0,3}}{_TO_END})"
)
_AFTER = lazy.compile(r"(?i)\bafter\s+")
_BARE = lazy.compile(r"(?i)(?:a\.?s\.?a\.?p|asp|as\s+soon\s+as\s+(?:possible|practicable)|immediate(?:ly)?|today)\b")
_NO_TIME = lazy.compile(r"(?i)[\W_]*(?:n/?a|none|nil|no|ongoing|on-going|complete[d]?|done)?[\W_]*$")

_NAMES = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun"
_TIME = lazy.compile(
    r"\d|"
    + lazy.by_letter(
        "hour|day|week|fortnight|month|year|term|quarter|sprint|season|break|play|business|next|follow|coming|tomorrow"
        r"|noon|midnight|cob|eod|asp|a\.?s\.?a\.?p|soon|earliest|immediate|christmas|easter|whitsun|michaelmas|summer"
        r"|autumn|spring|winter|once|when|before|in\s+time|prior|advance|ahead|after"
        + "".join(rf"|{name[0]}(?<!\w.){name[1:]}" for name in _NAMES.split("|"))
    )
)
"""One of these stands in every phrase; those of months and days begin a word."""
_FOLDED = lazy.compile(r"[ſıİ]")
"""Letters that a pattern without regard to case takes for an 's' and an 'i', and that are no such small letters."""

# What stands before 'on 5 May' or 'in June' where that says when something happens or which document is meant.
_EVENT_BEFORE = lazy.compile(
    r"(?i)\b(?:meetings?|minutes|events?|held|scheduled|dated|due|published|conference|workshop|training|visit|AGM|elections?|"
    r"reports|(?<!and )(?<!to )report|letters?|emails?|agenda|session|planned|arranged|booked|took\s+place|was|were|received|made|issued|starting|"
    r"commencing|beginning|sent|agreed|approved|discussed|raised|report(?:ed)?\s+of)\s*$"
)
_RESERVED = lazy.compile(r"(?i)\b(?:book|hire|reserve|re-?arrange|confirm|invite)\b[^.;]{1,60}$")
"""Before 'for 5 May': what is booked is for that day, and not the booking."""
_DATE_OF_MEETING = lazy.compile(r"(?i)\b(?:dates?|time|venue|topics?|chair)\s+(?:and\s+\w+\s+)?$")


def due(source: Source, start: int, end: int, meeting_date: str | None, *, field: bool = False) -> Due | None:
    """Return what a task's text, or the text of a due field, says of the time by when; None where it says nothing.

    ``start`` and ``end`` bound the text; ``field`` tells that the whole of it stands behind a label or in a column for
    the time, so that it is one, whatever its words. ``meeting_date`` (ISO) is the day from which 'in two weeks' counts.
    """
    start, end = source.trim(start, min(end, start + LONGEST_TASK))
    if field:
        place = None if _NO_TIME.match(source.text, start, end) else (start, end)
    else:
        place = _phrase(source.text, start, end) if _may_tell(source.text[start:end]) else None
    if place is None:
        return None
    earliest, latest = reach(source, *place, meeting_date)
    return Due(text=source.fold(*place), earliest=earliest, latest=latest, span=Span(start=place[0], end=place[1]))


def _may_tell(said: str) -> bool:
    """Whether any word or number stands there without which there is no time."""
    return bool(_TIME.search(said.lower()) or _FOLDED.search(said))


def _may_say_by(said: str) -> bool:
    low = said.lower()
    return any(map(low.__contains__, _BY_WORDS)) or _FOLDED.search(said) is not None


def _phrase(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where the phrase stands: the whole, an explicit 'by', a time that a preposition places, or a condition."""
    place = (
        _whole(text, start, end)
        or _explicit(text, start, end)
        or _placed(text, start, end)
        or _condition(text, start, end)
    )
    return _trimmed(text, *place) if place else None


def _whole(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the slice where all of it is a time: a cell that holds 'asap' or 'April 2011'."""
    if end - start > 60:
        return None
    bare = _BARE.match(text, start, end)
    reached = bare.end() if bare else points.point(text, start, end) or points.length(text, start, end)
    return (start, end) if reached and not text[reached:end].strip(" .!") else None


def _explicit(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return 'by', 'before', 'no later than' with the time behind it, or 'as soon as possible'."""
    if not _may_say_by(text[start:end]):
        return None
    for match in _BY.finditer(text, start, end):
        if match["asap"]:
            return match.span()
        if match["set"]:  # '(due 5 May)', '- deadline: Friday'
            if reached := points.point(text, match.end(), end):
                return match.end(), reached
            continue
        reached = points.point(text, match.end(), end)
        if reached is None:
            reached = points.next_any(text, match.end(), end)
        if reached is None and _EARLIER.match(match["by"]):
            reached = points.any_meeting(text, match.end(), end)
        if reached is not None:
            return match.start(), reached
    return None


def _placed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return a time that another preposition places, or that needs none ('this month')."""
    for match in _PLACED.finditer(text, start, end):
        word, at = (match["place"] or "").lower(), match.end()
        before = text[max(start, match.start() - 40) : match.start()]
        if reached := _meeting(text, word, at, end):
            if not _DATE_OF_MEETING.search(before):
                return (at if word in ("to", "on", "onto", "in", "into") else match.start()), reached
        elif reached := _period(text, word, at, end):
            some = _SOME_TIME.search(before)
            return match.start() - (len(some[0]) if some else 0), reached
        elif reached := _day(text, word, before, at, end):
            return match.start(), reached
    return None


def _day(text: str, word: str, before: str, at: int, end: int) -> int | None:
    """Return where the day behind 'on', 'in' or 'at' ends, unless it is that of an event or of a document."""
    if word not in ("on", "in", "at", "during", "for"):
        return None
    reached = points.day(text, at, end)
    if reached is None or _EVENT_BEFORE.search(before) or (word == "for" and _RESERVED.search(before)):
        return None
    return reached


def _meeting(text: str, word: str, at: int, end: int) -> int | None:
    """Return where the meeting behind 'at', 'for' or 'to' ends."""
    if word not in ("at", "for", "to", "on", "onto", "in", "into"):
        return None
    return points.next_meeting(text, at, end) or points.named_meeting(text, at, end)


def _period(text: str, word: str, at: int, end: int) -> int | None:
    """Return where the length of time behind 'in', 'within' or 'over the next' ends, or that of 'this month'."""
    if not word:
        return points.relative(text, at, end)
    if word not in ("in", "within", "over", "during"):
        return None
    coming = _COMING.match(text, at, end)
    the = _THE.match(text, at, end)
    if coming:
        return points.length(text, coming.end(), end) or (coming.end() if not coming[0][-1].isspace() else None)
    return points.length(text, the.end() if the else at, end) if word in ("in", "within") else None


def _condition(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return 'once ...', 'when ready', 'before the leaflet is printed', 'after the summer'."""
    if match := _CONDITION.search(text, start, end):
        return match.span()
    for match in _AFTER.finditer(text, start, end):
        if reached := points.season(text, match.end(), end):
            return match.start(), reached
    return None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while end > start and text[end - 1] in " \t\r\n,;":
        end -= 1
    if text[end - 1] == "." and text[end - 2] not in "mMpP":  # the sentence's, not that of 'p.m.' or 'a.s.a.p.'
        end -= 1
    return start, end
