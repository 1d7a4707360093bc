"""Where the meeting was held."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice, pairwise

from minutes_parser import lazy
from minutes_parser.dates import WrittenDate, find_dates, find_times
from minutes_parser.layout.telling import is_sentence
from minutes_parser.stages.header.lines import HeadLine, Labelled, Place, names_day
from minutes_parser.stages.header.places import ENDING, PLATFORM, clean, is_named, looks_like_place, without_link
from minutes_parser.stages.header.zones import Zone, holding

_VIA = lazy.compile(
    rf"(?i)\b(?:via|on|over|using|by|through|in|with)\s+(?:an?\s+)?(?P<platform>(?:the\s+)?(?:on-?line\s+)?{PLATFORM}\b)(?!\s+(?:about|that))"
    r"|\b(?:virtually|online|remotely),?\s+(?:via|on|over|using|by|through)\s+(?P<named>(?-i:[A-Z])[\w.]{2,30}\b)"
)
_STOP = (
    r"(?=\s*(?:$|\n|(?<!\bco)[.;:](?:\s|$)|\((?!(?-i:[A-Z][\w-]{1,9}\),\s[A-Z]))|,?\s+(?:on|held|commencing|commenced|starting|started|opened|beginning|from|at\s+\d|when|during|after|where|to|and\s+(?:via|online|by|was)|"
    r"following|which|with|immediately|for)\b|,?\s*(?:mon|tues?|wednes|thurs?|fri|satur|sun)day\b|,?\s*\d{1,2}(?:st|nd|rd|th)?(?:\s+(?:of\s+)?|-)(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"|,?\s*(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+\d|\s+[-–—]\s|,?\s*\d{1,2}[:.]\d\d|,?\s*\d{1,2}\s?[ap]m))"
)
_SAME_SENTENCE = r"(?:[^.;\n]|\.(?=\d|\s?m\.|,)|(?<=m)\.(?=\s(?:at|in|on|by)\b))"
_ROOM = (
    r"(?-i:(?:(?:high|middle|primary|hotel|village|parish|church|fire|grange|city|public|senior|town|community|school|council|committee|meeting|conference|board|staff|sixth[ ]form|main|small|large|upper"
    r"|lower|sports|cricket|memorial|social|function|reading|vestry|members?)[ ])*"
    r"(?:hall|room|rooms|boardroom|office|offices|chamber|chambers|library|pavilion|clubhouse|schoolroom|classroom|centre|church|vestry|canteen|surgery|school|premises|vicarage|rectory|gymnasium))"
)
"""A room or building that is no name: 'boardroom', 'village hall'."""
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_STREET = r"[A-Za-z]?\s(?-i:[A-Z][a-z]+\s[A-Z][a-z])"
"""Behind the number of a house: '22 Bank Street'."""
_HELD_AT = lazy.compile(
    rf"(?i)\b(?:held|met|meeting|assembled|convened|gathered|took\s+place|hosted|called\s+to\s+order)\b{_SAME_SENTENCE}{{0,90}}?(?:\b|(?<=\d))(?:at|in)\s+(?!\d{{1,4}}+(?!{_STREET})|(?:the\s+)?{_MONTH}\b)(?:the\s+)?(?P<place>(?:{_ROOM}\s+(?:at|of|in)\s+(?:the\s+)?)?(?-i:[A-ZÀ-Þ0-9])[^\n;]{{2,90}}?|{_ROOM}){_STOP}"
)
_MODAL = lazy.compile(
    r"\b(?:[Hh]appy|perhaps|plan\w{0,4}|propos\w{1,4}|suggest\w{0,4}|must|will|would|should|shall|may|can|could)\b"
)
_BEFORE = 30
"""Characters before 'the meeting in Quay' in which somebody says that it is but a wish."""
_OTHER_MEETING = lazy.compile(r"(?i)\b(?:minutes|last|previous|next|future)\b")
_NEXT = lazy.compile(
    r"(?i)\bnext\s+meeting\s*:|\b(?:last|previous)\b|\b(?:approved|adopted|accepted|agreed|confirmed)\s+(?:at|in)\b"
)
_OPENING_AT = lazy.compile(
    rf"(?i)(?:(?:held\s+)?at\s+\d{{1,2}}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?)?,?\s+)?(?:held\s+)?(?:at|in)\s+(?:the\s+)?(?P<place>(?!\d{{4}}\b|\d{{1,2}}(?:[:.]\d\d)?\s?[ap]\.?m)(?-i:[A-ZÀ-Þ0-9])[^\n;]{{2,90}}?){_STOP}"
)
_BEHIND = lazy.compile(
    r"(?i)(?:/\d{1,2}\b)?\s*(?:(?-i:UTC|GMT|[A-Z]{1,4}T|Eastern|Pacific|Central)\b)?\s*(?:--|[,–—@(|-])?\s*(?:(?:held\s+)?(?:at|in|on|via)\s+)?"
)
_TOOK_PLACE = lazy.compile(
    r"(?i)\b(?:held|met|took\s+place|assembled|gathered|hosted|opened|convened|started|began|to\s+order)\b"
)
"""What the meeting itself did at a place: 'the meeting in Quay' may be any."""
_MET = lazy.compile(r"(?i)\b(?:meeting|session|assembly|agm|conference|met|gathered|assembled|it)\b")
_PARTLY = lazy.compile(
    r"(?i)\b(?:participat|join|attend|dial|call)\w*\b[^.;\n]{0,30}\b(?:part|some|most|half|beginning|end|start)\s+of\b"
)
"""Somebody, and not the meeting: 'Ann Bell joined for part of the meeting by telephone.'"""
_IN_BRACKETS = lazy.compile(rf"(?i)[ ]{{0,3}}[(\[](?:via[ ]|on[ ]|by[ ])?(?P<platform>{PLATFORM}|online)[)\]]")
_WITH_LINK = lazy.compile(
    rf"(?i)(?:\d{{1,2}}[:.]?\d{{0,2}}[ ]?(?:[ap]\.?m\.?)?(?:[ ][A-Z]{{2,4}}\b)?[ ]?[,–—-][ ])?(?P<platform>{PLATFORM})\b[ ]?[:,–—-]?[ ]?[(<\[]?https?://"
)
"""Behind the hour or at the beginning of a line: '10:00am EDT, Zoom https://...'."""
_LABEL_OF_LINK = lazy.compile(
    rf"(?i)(?P<platform>{PLATFORM})(?:[ ](?:link|meeting|call|room|url|info(?:rmation)?|details)){{0,3}}[ ]?:\s{{0,3}}(?:[*•-]\s)?[(<\[]?https?://"
    rf"|(?:to[ ])?join[ ](?:\w+[ ]){{0,3}}?(?:via|on|by|using)[ ](?P<joined>{PLATFORM})\b"
)
_AND_ONLINE = lazy.compile(
    rf"(?i),?\s+(?:and|&)\s+(?:also\s+)?(?:(?:via|by|over|on|through)\s+)?(?:(?:on-?line|remotely|virtually)(?:\s+(?:via|by|over|on|through|using)\s+{PLATFORM}(?:\s+{PLATFORM})?)?|{PLATFORM}(?:\s+{PLATFORM})?)\b"
)
"""Where the others were: 'and online via Zoom'."""
_ORGANISATION = lazy.compile(
    r"[\w’'.& -]*[ ](?i:church|chapel|club|school|college|university|academy|hospital|institute|museum|trustees|directors|commissioners|board|commission|committee|society|association)\s*"
)
"""Alone under the title this is who met: 'Quay Rowing Club'."""
_ROOM_NUMBER = lazy.compile(r"(?i)\b(?:room|suite|unit|floor|level|building)[ ]\Z")
_AND_BY = lazy.compile(r"(?i)(?:\band|&)\s+(?:by|via|on|over|through)\s+\Z")
_PLACE_TOO = lazy.compile(r"(?i)place|venue|location")
_LINK_BELOW = 12
"""Characters behind a label in which the link of the next line begins."""
_HEADINGS = ("location", "venue", "place", "where")
_REACH = 200
"""Characters behind a heading in which the place stands."""
_LONGEST = 40
"""Characters from which on what stands behind a label may be a sentence."""


def venue(
    text: str,
    lines: Sequence[HeadLine],
    values: Sequence[Labelled],
    day: WrittenDate | None,
    opening: Sequence[Zone],
    headings: Sequence[Place],
) -> Place | None:
    """Return where the place or platform is named."""
    for value in values:
        if value.field == "venue" and (place := _named(text, value.start, value.end)):
            return place
    for value in values:  # 'Date and place: 5 March 2024, Quay Hall'
        if (
            value.field == "date"
            and (_PLACE_TOO.search(text, *value.label) or _VIA.match(text, value.start, value.end))
            and (place := _named(text, value.start, value.end))
        ):
            return place
    for start, end in headings:
        if text[start:end].strip(ENDING).lower() in _HEADINGS and (place := _below(text, end)):
            return place
    head = [line for line in lines if not line.metadata and not line.cells][:25]
    if wrapped := _in_wrapped(text, head):
        return wrapped
    titles = [(value.start, value.end) for value in values if value.field == "title"]
    told = _in_words(
        text,
        [(start, min(end, start + 400)) for start, end in titles]
        + [(line.start, min(line.end, line.start + 400)) for line in head if _of_meeting(text, line, day)],
    )
    if told and _AND_BY.search(text, max(0, told[0] - 12), told[0]):
        told = _beside_day(text, head, day) or told
    return (
        told
        or _beside_day(text, head, day)
        or _in_words(text, [place for place in headings if looks_like_place(text, *place)])
        or _in_words(
            text,
            [
                (zone.start, min(zone.end, zone.start + 400))
                for zone in islice(holding(opening, ("held", "met ", "meeting", "to order")), 12)
            ],
            held=True,
        )
        or _platform_label(text, head)
    )


def _platform_label(text: str, lines: Sequence[HeadLine]) -> Place | None:
    """Return the platform that is the label of a link: 'Zoom: https://...'."""
    for line in lines:
        if (label := _LABEL_OF_LINK.match(text, line.start, line.end + _LINK_BELOW)) is not None:
            return label.span("platform" if label["platform"] else "joined")
    return None


def _in_wrapped(text: str, lines: Sequence[HeadLine]) -> Place | None:
    """Return the place that a sentence on the meeting names which runs over several lines."""
    start, last = 0, None
    for line, after in pairwise([*lines[:_TITLE_LINES], None]):
        if line is None or line.end - line.start > _LONGEST_WRAPPED:
            continue
        start = start if last else line.start
        last = line
        if after and after.end - start <= _LONGEST_WRAPPED and _goes_on(text, line, after):
            continue
        end, last = line.end, None
        words = text[start:end].replace("\n", " ").replace("\r", " ")
        if start == line.start or not _HELD.search(words):
            continue
        if _HELD_AT.search(words) and (place := _in_words(words, [(0, len(words))])):
            return start + place[0], start + place[1]
    return None


_TELLS = lazy.compile(r"(?i)\b(?:meeting|took\s+place|was\s+held)\b")
_TITLE_LINES, _LONGEST_WRAPPED, _FULL = 12, 500, 40
_HELD = lazy.compile(r"(?i)\b(?:held|meeting|met)\b")
_UNENDED = lazy.compile(r"(?i)(?:,|\b(?:at|in|on|of|the|and|for|via))\s*\Z")
_ON = lazy.compile(r"[a-z]|(?:AT|IN|ON|VIA|At|In|On|Via|HELD|Held)\b|(?:19|20)\d\d,")


def _between(text: str, line: HeadLine) -> Place | None:
    """Return the place that stands between day and hour: '5 March 2024, Quay Hall, 7pm'."""
    for day in find_dates(text, line.start, line.end)[:1]:
        for time in find_times(text, day.end, line.end)[:1]:
            place = clean(text, day.end, time.start)
            apart = text[day.end] in ",;|" or text[day.end : day.end + 3] in (" – ", " - ", " — ")
            if place and apart and text[time.start - 2] in ",;|–-" and looks_like_place(text, *place):
                return place
    return None


def _goes_on(text: str, line: HeadLine, after: HeadLine) -> bool:
    """Whether a line of the title goes on in the next one."""
    if line.cells or after.cells or _is_listed(after):
        return False
    same = line.block is after.block and line.block is not None
    if text[line.start : line.end].isupper() and text[after.start : after.end].isupper():
        full = line.end - line.start > _FULL and (line.end - line.start) * 10 > (after.end - after.start) * 8
        same = same or (full and text[line.end - 1].isalpha() and text.find(":", after.start, after.end) < 0)
    return (
        same
        or _UNENDED.search(text, max(line.start, line.end - 8), line.end) is not None
        or _ON.match(text, after.start) is not None
    )


def _named(text: str, start: int, end: int) -> Place | None:
    """Return the place that stands behind its label, alone or in a sentence: 'These are the minutes of ..., at the mill.'"""
    told = end - start > _LONGEST and _TELLS.search(text, start, end)
    return (_in_words(text, [(start, end)]) if told else None) or without_link(text, start, end)


def _below(text: str, start: int) -> Place | None:
    """Return the place in the line below a heading, unless that is a sentence."""
    stop = start + _REACH
    start += len(text[start:stop]) - len(text[start:stop].lstrip(ENDING + "*_#=~"))
    end = text.find("\n", start, stop)
    return _named(text, start, end) if start < end and not is_sentence(text, start, end) else None


def _of_meeting(text: str, line: HeadLine, day: WrittenDate | None) -> bool:
    """Whether a line of the head speaks of the meeting as a whole."""
    low = text[line.start : min(line.end, line.start + 400)].casefold()
    return "held" in low or "meeting" in low or "minutes" in low or (low.startswith(("at ", "in ", "via ")) and not _is_listed(line)) or bool(
        day and line.start <= day.start < line.end
    )  # fmt: skip


def _stands_between(text: str, title: HeadLine, line: HeadLine) -> bool:
    """Whether a line is a place alone, between the title and the day."""
    named = _TITLE.search(text, title.start, min(title.end, title.start + _FULL * 3))
    place = looks_like_place(text, line.start, line.end) and not line.cells and not _is_listed(line)
    return bool(named) and place and not _ORGANISATION.fullmatch(text, line.start, line.end)


_TITLE = lazy.compile(r"(?i)\w\s+(?:meeting|agm|assembly|session)\b|\bminutes\s+\w")


def _is_listed(line: HeadLine) -> bool:
    return line.block is not None and line.block.kind == "bullet"


def _in_words(text: str, places: Iterable[Place], held: bool = False) -> Place | None:
    """Return the place after 'held at', 'in the' at a line's beginning, or the platform after 'via'."""
    for start, end in places:
        match = _HELD_AT.search(text, start, end) or (None if held else _OPENING_AT.match(text, start, end))
        if match and _MODAL.search(text, max(start, match.start() - _BEFORE), match.start("place")):
            continue
        if match and held and not all(told.search(text, start, match.start("place")) for told in (_MET, _TOOK_PLACE)):
            continue
        if match and (_OTHER_MEETING if held else _NEXT).search(text, start, match.start("place")):
            continue
        if match and not find_dates(text, *match.span("place")) and (place := clean(text, *match.span("place"))):
            too = _AND_ONLINE.match(text, place[1], end)
            return place[0], too.end() if too else place[1]
        if (via := _VIA.search(text, start, end)) and _PARTLY.search(text, start, via.start()):
            continue
        if via and (
            not held
            or (
                any(word in text[start : via.start()] for word in ("held", "met", "took place", "to order"))
                and not _OTHER_MEETING.search(text, start, via.start())
            )
        ):
            return via.span(via.lastgroup or "platform")
    return None


def _beside_day(text: str, lines: Sequence[HeadLine], day: WrittenDate | None) -> Place | None:
    """Return the place that stands behind the day and the hour, or alone in a line next to them."""
    if day is None:
        return None
    for index, line in enumerate(lines):
        if not names_day(text, line, day):
            continue
        reached = max(found.end for found in find_dates(text, line.start, min(line.end, line.start + 400))[:1] or [day])
        times = find_times(text, reached, min(line.end, reached + 40), bare=True)
        reached = max([reached, *(t.end for t in times if not _ROOM_NUMBER.search(text, reached, t.start))])
        behind = _BEHIND.match(text, reached, line.end)
        rest = (behind.end() if behind else reached, line.end)
        if bracket := _IN_BRACKETS.match(text, reached, line.end):
            return bracket.span("platform")  # 'Meeting of 5 March 2024 (Zoom)'
        inside = _OPENING_AT.match(text, reached + (text[reached : reached + 1] == " "), line.end)
        named = inside and not find_dates(text, *inside.span("place"))
        if inside and named and (place := clean(text, *inside.span("place"))):
            return place
        if (between := _between(text, line)) is not None:
            return between
        when = [day.start for day in find_dates(text, line.start, line.end)]
        before = min([*when, *(time.start for time in find_times(text, line.start, line.end))], default=line.start)
        if text[before - 2 : before] == ", " and looks_like_place(text, line.start, before):
            return clean(text, line.start, before)
        if looks_like_place(text, *rest) or (behind and behind[0].strip() and is_named(text, *rest)):
            return clean(text, *rest)
        if index > 1 and _stands_between(text, lines[index - 2], lines[index - 1]):
            return without_link(text, lines[index - 1].start, lines[index - 1].end)
        for near in lines[index + 1 : index + 3]:
            if linked := _WITH_LINK.match(text, near.start, near.end):
                return linked.span("platform")
            if looks_like_place(text, near.start, near.end) and not _ORGANISATION.fullmatch(text, near.start, near.end):
                return without_link(text, near.start, near.end)
            if text.startswith("The ", near.start) and is_named(text, near.start, near.end):
                return near.start, near.end  # 'The Red Lion, Quay'
    return None
