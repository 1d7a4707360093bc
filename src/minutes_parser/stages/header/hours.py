"""When the meeting began and ended."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from minutes_parser import lazy
from minutes_parser.dates import WrittenDate, WrittenTime, find_dates, find_times
from minutes_parser.dates.clock import HOURS_IN_WORDS
from minutes_parser.models import Span, TimeValue
from minutes_parser.source import Source
from minutes_parser.stages.header.lines import HeadLine, Labelled, Place, names_day, of_page
from minutes_parser.stages.header.zones import Zone, holding, zones_of

_AT = r"(?:\s+(?:promptly|just|shortly|approximately|about|around))?(?:\s+(?:at|by|after|before|@))*\s*(?:approximately|approx\.?|about|around|circa|c\.|~)?\s*[:–—-]?\s*(?:<\d{4}-\d\d-\d\d\s+(?:\w{3}\s+)?)?$"
_BEGAN = lazy.compile(
    rf"(?i)\b(?:(?:commenc|open|start|conven|reconven)(?:ed|es|s|ing)|began|begun|begins|(?:called|brought|came)\s+(?:(?:the|this|our)\s+(?:\w+\s+){{0,8}})?to\s+order|call\s+to\s+order|meeting\s+start|(?:convene|open)\s+(?:the\s+)?meeting|(?:\A|\n)[\W\d]{{0,8}}open(?!\s+(?:air|day|evening|forum|gardens?|house|mic|weekend)\b)|declared\s+(?:the\s+)?meeting\s+open)"
    rf"(?:\s+(?:the|this|our|formal|formally|proceedings)\b)*(?:\s+[\w’'-]+){{0,4}}?(?:\s+by\s+[^.;\n]{{3,50}}?)?{_AT}"
)
_ENDED = lazy.compile(
    rf"(?i)\b(?:clos(?:e[ds]?|ing|ure)|ended|ends?(?:\s+time)?|finish(?:ed)?|adjourn(?:ed|ment)?|conclud(?:ed|es)|conclusion|terminated|recessed|dissolved|dismissed|rose|(?:wound|wrapped)\s+up|drew\s+to\s+a\s+close)"
    rf"(?:\s+(?:the|this|of|formally|officially|meeting|business|proceedings|session|call|teleconference)\b)*(?:\s+by\s+[^.;\n]{{3,50}}?)?(?:\s+(?:with|in)\s+(?!(?:the\s+|our\s+)?next\b)[^.;\n]{{3,50}}?)?(?:,?\s+(?:(?:was|were)\s+)?(?:moved|made|proposed|seconded)\b[^.;\n]{{0,90}}?)?,?{_AT}"
)
_PLANNED = lazy.compile(r"(?i)\b(?:commencing|starting|beginning)\s+(?:promptly\s+)?(?:at\s*)?$")
_BEGAN_STEMS = ("commenc", "open", "start", "conven", "began", "begun", "begins", "to order", "welcomed")
_ENDED_STEMS = ("clos", "end", "finish", "adjourn", "conclu", "terminat", "dissol", "recess", "dismiss", "rose", "ped up", "und up")  # fmt: skip
_CLOSED = ("closed", "ended", "finished", "adjourned", "concluded")
_NOT_THE_MEETING = lazy.compile(
    r"(?i)\b(?:doors|office|library|hall|shop|pub|road|school|consultation|applications?|registration|deadline|poll|booking|path|gate|bar|video|audio|recording|stream|livestream|event|talk|webinar|workshop|festival|fair|concert)s?\b(?![^.;\n]{0,20}\bto\s+order\b)[^.;\n]{0,30}$"
    r"|\b(?!(?:meeting|session|call|assembly|conference|council|committee|board|agenda|business|we|it)\b)[a-z’'-]{2,}\s+(?:begins|starts|opens)\b[^.;]{0,20}$"
    r"|\b(?:next|(?:will|to)\s+(?:hold|meet|be\s+held))\b[^.;\n]{0,100}$"
)
_BEGAN_AFTER = lazy.compile(
    r"(?i)\s*[A-Z]{0,4}\s*[-–—:,]?\s*(?:meeting\s+start|call(?:ed)?\s+to\s+order|start\s+of\s+meeting)"
)
_ENDED_AFTER = lazy.compile(
    r"(?i)\s*[A-Z]{0,4}\s*[-–—:,]?\s*(?:meeting\s+(?:end|clos|adjourn)|end\s+of\s+meeting|clos(?:e|ing|ed|ure)\b|end\b|adjourn|finish)"
)
_BEGINS = lazy.compile(
    r"(?i)\s?(?-i:[A-Z]{2,4})?(?:\s?[:–—-]|\])\s*(?:the\s+)?meeting\s+(?:(?:is|was)\s+)?(?:called\s+to\s+order|opened|convened|start|began|begins)"
    r"|,?\s(?:the\s)?(?:[\w.’'-]+\s){1,4}(?:welcomed\s(?:all|every|those|the|(?:[\w-]+\s){0,3}(?:members|people|residents|guests))|opened\sthe\smeeting(?!\s(?:to|up|for)\b)|called\sthe\s(?:\w+\s){0,4}to\sorder)"
)
_ENDS = lazy.compile(
    r"(?i)\s?(?-i:[A-Z]{2,4})?\s?[:–—\]-]?\s*(?:(?:there\s+being\s+no[^.;\n]{3,40}?\s)?(?:the\s+)?meeting\s+(?:(?:is|was)\s+)?(?:closed|adjourned|ended|concluded)\b(?!\s+(?:at|until|till)\b)|(?<=[:–—-]\s)[^.;\n]{3,40}?\s(?:moves|moved)\s+to\s+adjourn)"
)
"""What a log of the meeting tells behind a time: '12:49pm: Meeting is called to order'."""
_STAMP = lazy.compile(
    r"\dT\d\d:\d\d:(?!00)|\d\d:\d\d:(?!00)\d\d|[ T]00:00(?::00)?\b|:00[ ]?(?:[+]\d\d:?|-0\d:?|[ ]-\d\d)\d\d\b"
)
"""To the second, at midnight or with the zone, a tool tells when it wrote the page."""
_SECONDS = lazy.compile(r"\d\d:\d\d:\d\d")
_FOUR_DIGITS = lazy.compile(r"(?<!\d)([01]\d|2[0-3])([0-5]\d)[ ]?[-–][ ]?([01]\d|2[0-3])([0-5]\d)(?!\d)")
"""'Time: 1900-2130', which looks like years."""
_YEAR = lazy.compile(r"(?:19|20)\d\d")
"""'aimed end 2025' tells no hour."""
_MAY_OPEN = lazy.compile(r"(?s).?[\dnNmM]")
"""What a heading begins with that opens with a time, or with a mark and a time: a digit, or 'noon' and 'midnight'."""
_WORDS = lazy.compile(r"[A-Za-z]{2,}")
_RANGE = lazy.compile(r"\s*(?:[A-Z]{2,4}\s*)?,?\s*(?:-|–|—|to|until|till|and)\s*$")
_HEAD_ZONES = 10
"""Lines of the head in which 'started 7pm, ended 8pm' may stand."""
_NEAR = 5
"""Up to so many lines below the day the hour may stand alone: '6:00 p.m.'"""
_WINDOW = 110
"""Characters before a time in which the words stand that say what it is the time of."""


def hours(
    source: Source, lines: Sequence[HeadLine], values: Sequence[Labelled], day: WrittenDate | None,
    opening: Sequence[Zone], closing: Sequence[Zone], headings: Sequence[Place],
) -> tuple[WrittenTime | None, WrittenTime | None]:  # fmt: skip
    """Return when the meeting began and ended, as written.

    The time at which it is said to have begun outranks the one for which it was called.
    """
    text = source.text
    began, ended = _timed_headings(text, headings)
    planned = _labelled_times(text, values, "start") or _beside_day(text, lines, values, day)
    began = (
        began
        or _said(source, opening, _BEGAN, _BEGAN_STEMS)
        or (planned[0] if planned else None)
        or _said(source, opening, _BEGAN, _BEGAN_STEMS, planned=True)
        or _first_heading(text, headings)
    )
    end_values = _labelled_times(text, values, "end")
    ended = (
        ended
        or _said(source, [*reversed(closing)], _ENDED, _ENDED_STEMS)
        or (end_values[0] if end_values else None)
        or _said(source, _closed_anywhere(source), _ENDED, ("meeting",))
        or (planned[1] if len(planned) > 1 else None)
        or _said(source, opening[:_HEAD_ZONES], _ENDED, ("ended", "closed", "finished", "adjourned"))
    )
    return _halves(began, ended)


def _clock(text: str, start: int, end: int) -> list[WrittenTime]:
    """Return the times in a slice, bare ones included, that are no part of a date."""
    times = find_times(text, start, end, bare=True)
    dates = find_dates(text, start, end) if times else []
    return [time for time in times if not any(date.start <= time.start < date.end for date in dates)]


def _labelled_times(text: str, values: Iterable[Labelled], field: str) -> list[WrittenTime]:
    """Return the times behind such labels: the first value that holds any."""
    for value in values:
        if value.field != field:
            continue
        end = min(value.end, value.start + 120)
        if times := _four_digits(text, value.start, end) or _pair(text, _clock(text, value.start, end)):
            return times
    return []


def _four_digits(text: str, start: int, end: int) -> list[WrittenTime]:
    """Return the two times of a range without any mark but the dash between them."""
    found = _FOUR_DIGITS.search(text, start, end)
    halves = (1, 3) if found else ()
    return [WrittenTime(found.start(n), found.end(n + 1), int(found[n]), int(found[n + 1])) for n in halves if found]


def _pair(text: str, times: list[WrittenTime]) -> list[WrittenTime]:
    """Keep the first time, and the second where the two make a range."""
    if len(times) > 1 and _RANGE.match(text, times[0].end, times[1].start):
        return times[:2]
    return times[:1]


def _beside_day(
    text: str, lines: Sequence[HeadLine], values: Sequence[Labelled], day: WrittenDate | None
) -> list[WrittenTime]:
    """Return the times that stand in a line with the meeting's day, or alone in a line next to one."""
    if day is None:
        return []
    for index, line in enumerate(lines):
        if names_day(text, line, day) and not _is_stamp(text, line) and not _adjourns(text, line):
            times = _sure(text, _clock(text, line.start, min(line.end, line.start + 500)))
            if not times:
                below = lines[index + 1 : index + 3]
                below = [*below, *(line for line in lines[index + 3 : index + _NEAR] if text[line.start].isdigit())]
                times = [time for near in below for time in _beside(text, near)][:2]
            if pair := _pair(text, times):
                return pair
    for value in values:
        if (
            value.field == "date"
            and not value.metadata
            and not of_page(text, value)
            and not _STAMP.search(text, value.start, value.end)
            and (times := [t for t in _clock(text, value.start, value.end) if not t.bare or _is_sure(text, t)])
        ):
            return _pair(text, times)
    return []


def _is_stamp(text: str, line: HeadLine) -> bool:
    """Whether a line is a date with the second at which a page was written: 'Date: 2020-02-25T14:03:21'."""
    stamp = _SECONDS if line.metadata else _STAMP
    return text[line.start : line.start + 4].lower() == "date" and stamp.search(text, line.start, line.end) is not None


_CAME = ("showed up", "arrived", "joined", "left at")


def _adjourns(text: str, line: HeadLine) -> bool:
    """Whether a line tells that the meeting ended or somebody came: 'Meeting adjourned <2024-05-14 Tue 18:20>'."""
    low = text[line.start : min(line.end, line.start + 60)].lower()
    return ("adjourn" in low and "order" not in low and "open" not in low) or any(word in low for word in _CAME)


def _sure(text: str, times: list[WrittenTime]) -> list[WrittenTime]:
    """Leave out bare numbers that nothing tells to be times, neither a word nor a second one: '17.00 – 18.00'."""
    pair = _pair(text, times)
    spans = len(pair) == 2 and all("." in text[time.start : time.end] for time in pair)
    return [time for time in times if not time.bare or (spans and time in pair) or _is_sure(text, time)]


def _is_sure(text: str, time: WrittenTime) -> bool:
    """Whether 'at' or 'from' tells that a bare number is a time, or the year before '19.30' and '19h30'."""
    before = text[max(0, time.start - 8) : time.start]
    told = r"(?i)\b(?:at|from|time:?|@)\s*$"
    year = r"|\b(?:19|20)\d\d,?\s+$" if not text[time.start : time.end].isdecimal() else ""
    return re.search(told + year, before) is not None


def _beside(text: str, line: HeadLine) -> list[WrittenTime]:
    """Return the times of a line that holds little else, or says where and when the meeting was held."""
    end = min(line.end, line.start + 160)
    low = text[line.start : end].lower()
    if line.cells or any(stem in low for stem in _ENDED_STEMS):
        return []
    held = low.startswith(("held ", "at ", "from ")) or " held " in low
    times = _sure(text, _clock(text, line.start, end))
    if not times or find_dates(text, line.start, end):
        return []
    words = len(_WORDS.findall(low)) - 2 * len(times)
    return times if held or words <= 3 or times[0].start - line.start < 2 or _is_sure(text, times[0]) else []


def _said(
    source: Source, zones: Iterable[Zone], pattern: re.Pattern[str], stems: tuple[str, ...], *, planned: bool = False
) -> WrittenTime | None:
    """Return the first time of which the words before it, or behind its colon, say that the meeting began or ended then.

    'commencing at 7pm' tells for when it was ``planned``.
    """
    text, behind = source.text, _BEGINS if pattern is _BEGAN else _ENDS
    in_words = not HOURS_IN_WORDS.isdisjoint(source.words)
    for zone in holding((zone for zone in zones if zone.counts or in_words), stems):
        for time in _clock(text, zone.start, zone.end):
            before = text[max(zone.start, time.start - _WINDOW) : time.start]
            if time.bare and _YEAR.fullmatch(text, time.start, time.end) and not before.endswith("at "):
                continue
            if not planned and _PLANNED.search(before):
                continue
            if (pattern.search(before) and not _NOT_THE_MEETING.search(before)) or behind.match(
                text, time.end, min(zone.end, time.end + _WINDOW)
            ):
                return time
    return None


def _closed_anywhere(source: Source) -> list[Zone]:
    """Return the surroundings of the last 'closed at' and the like, wherever lists and signatures have moved it."""
    words = [word for word in _CLOSED if word in source.words]
    found = [_last(source.text, f"{word} at") for word in words]
    found += [_last(source.text, f"eeting {word}\n") for word in words]  # '13:10 Meeting adjourned'
    places = [(max(0, at - 80), min(len(source.text), at + 60)) for at in sorted(found, reverse=True) if at >= 0]
    return zones_of(source, places)


def _last(text: str, words: str) -> int:
    """Return where the words stand last, or -1: searching forward is many times faster than ``str.rfind``."""
    last = at = text.find(words)
    while at >= 0:
        last, at = at, text.find(words, at + 1)
    return last


def _timed_headings(text: str, headings: Iterable[Place]) -> tuple[WrittenTime | None, WrittenTime | None]:
    """Return the times of headings such as '17:05 – Meeting start' and '21:30 Close'."""
    began = ended = None
    for start, end in headings:
        if not _MAY_OPEN.match(text, start, end):
            continue
        times = find_times(text, start, min(end, start + 12))
        if times and times[0].start - start <= 1:
            if _BEGAN_AFTER.match(text, times[0].end, end):
                began = began or times[0]
            elif _ENDED_AFTER.match(text, times[0].end, end):
                ended = ended or times[0]
    return began, ended


def _first_heading(text: str, headings: Sequence[Place]) -> WrittenTime | None:
    """Return the first item's time where most items of the business begin with theirs."""
    timed = [
        times[0]
        for start, end in headings
        if _MAY_OPEN.match(text, start, end)
        and (times := find_times(text, start, min(end, start + 12)))
        and times[0].start - start <= 1
    ]
    return timed[0] if len(timed) >= 3 and len(timed) * 2 > len(headings) else None


def _halves(began: WrittenTime | None, ended: WrittenTime | None) -> tuple[WrittenTime | None, WrittenTime | None]:
    """Settle '7.30' by the other time: a meeting ends after it began.

    What is written without 'am' or a leading zero and lies before eight is an hour of the evening or afternoon.
    """
    if began and began.half_open and began.hour < 12 and (began.hour < 8 or _later_half(began, ended)):
        began = replace(began, hour=began.hour + 12)
    if ended and ended.half_open and ended.hour < 12 and (ended.value <= began.value if began else ended.hour < 8):
        ended = replace(ended, hour=ended.hour + 12)
    return began, ended


def _later_half(began: WrittenTime, ended: WrittenTime | None) -> bool:
    """Whether the end, in the evening, tells that the beginning was so too: at most six hours before."""
    return bool(ended and not ended.half_open and 0 < ended.hour - (began.hour + 12) + 1 <= 6)


def as_value(source: Source, time: WrittenTime | None) -> TimeValue | None:
    """Return a time as a value of the record."""
    if time is None:
        return None
    return TimeValue(
        text=source.fold(time.start, time.end), value=time.value, span=Span(start=time.start, end=time.end)
    )
