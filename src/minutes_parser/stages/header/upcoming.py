"""The next meeting."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from minutes_parser import lazy
from minutes_parser.dates import WrittenDate, find_dates, next_after, resolve
from minutes_parser.dates.settle import in_order
from minutes_parser.layout.outline import Outline, Part
from minutes_parser.layout.topics import lowered
from minutes_parser.models import NextMeeting, Span
from minutes_parser.source import Source
from minutes_parser.stages.header.lines import Labelled, Place

_STOP = lazy.compile(r"\n\s*\n|[.;]\s+(?=[A-Z])")
_MEETING = r"(?:meeting|phone\s+conference|tele-?con(?:f|ference)?|video\s?conference|plenum|plenary|assembly|session|call|AGM|sitting)"
_HEADING = lazy.compile(
    rf"(?i)\b(?:next\s+(?:\w+\s+){{0,4}}{_MEETING}s?\b|(?:dates?|time)\b[^.\n]{{0,30}}\b(?:next|future|forthcoming)\s+(?:\w+\s+){{0,3}}{_MEETING}s?|future\s+meetings?|upcoming\s+meetings?|meeting\s+dates|dates\s+of\s+meetings|(?:donm|d\.o\.n\.m)\b)"
)
_PUT_OFF = lazy.compile(
    r"(?i)\b(?:matters?|items?|agenda|business|topics?|actions?|issues|points|tasks?|to-?dos?|forward|deferred|carried)\b(?!.{0,80}\bdates?\b)[^.\n]{0,60}\b(?:for|to|at|until)\s+(?:the\s+|our\s+)?next\b"
)
"""What is left to the next meeting: 'Items for the next meeting'."""
_SENTENCE = lazy.compile(
    rf"(?i)\bnext\s+(?:(?:[\w’'-]+\s+){{0,5}}?{_MEETING}|meets?|(?-i:[A-Z]{{2,6}})(?=\s+(?:is|will\s+be)\b))\b"
)
_NOT_OF_BODY = lazy.compile(r"(?i)\b(?:minutes|subject\s+to|approv\w+|agenda)\b[^.\n]{0,30}$")
_REACH = 160
"""Characters behind 'next meeting' in which its date stands."""
_HEAD = 400
"""Characters in which a document names its body."""
_PROPER = lazy.compile(r"[A-Z][\w’'-]+")
_KIND = lazy.compile(
    r"(?i)(?:annual|general|ordinary|extraordinary|regular|special|full|monthly|quarterly|formal|public|open|parish|town|city|village|"
    r"county|council|committee|board|governors?|governing|body|trustees?|directors?|members?|team|group|business|executive|scheduled|"
    r"community|plenary|sub-?committee|panel|forum)[’']?s?"
)
_OPEN = lazy.compile(
    r"(?i)\b(?:dates?|day)\b[^.\n]{0,20}\b(?:to be (?:confirmed|announced|decided|fixed|set|agreed)|tb[acd])\b"
)
"""The day is not settled: '3 or 4 May, day to be agreed'."""
_FEWEST = 3
"""Items among which the last ones are not told from the others."""
_LONGEST_TEXT = 400
_LONGEST_WAIT = 400
"""Days between a meeting and the next: a year and some; a date as far before it is a slip of the pen."""


@dataclass(frozen=True, slots=True)
class Upcoming:
    """What the document says of the next meeting: the item's text, and the date in it as written."""

    start: int
    end: int
    written: WrittenDate | None
    announced: bool = True
    """Under a heading or label of its own, not in a sentence that may speak of another meeting."""


def upcoming(outline: Outline, values: Sequence[Labelled]) -> list[Upcoming]:
    """Return what the document says of the next meeting, the surest first: its own item, a label, a sentence."""
    found = [item for part in outline.parts if (item := _own_item(outline.source, part))]
    text = outline.source.text
    for value in values:
        if value.field == "next":
            end = min(value.end, value.start + _REACH)
            dates = [] if _OPEN.search(text, value.start, end) else find_dates(text, value.start, end)
            found.append(Upcoming(value.start, value.end, dates[0] if dates else None))
    found += [item for item in _sentences(outline.source) if _may_be_own(outline, item.start)]
    return sorted(found, key=lambda item: item.written is None)


def _may_be_own(outline: Outline, start: int) -> bool:
    """Whether a sentence on the next meeting may be on that of the body: in the middle of the business it is on another group's."""
    business = outline.business
    if len(business) <= _FEWEST or start < business[0].start or start >= business[-2].start:
        return True
    return start * 10 > len(outline.source.text) * 9


def _own_item(source: Source, part: Part) -> Upcoming | None:
    """Return the next meeting from the item that is about it: in the heading's own line or below it."""
    if not part.title or part.kind == "agenda" or not _may_announce(source.text[slice(*part.title)]):
        return None
    if not (head := _HEADING.search(source.text, *part.title)) or _PUT_OFF.search(source.text, *part.title):
        return None
    dates = find_dates(source.text, head.end(), part.title[1])
    if dates:
        return Upcoming(*source.trim(*part.title), dates[0])
    blocks = [block for block in part.blocks[:4] if block.kind not in ("furniture", "metadata")]
    for block in blocks:
        if _OPEN.search(source.text, block.body, min(block.end, block.body + _REACH)):
            return Upcoming(block.body, min(block.end, block.body + _LONGEST_TEXT), None)
        if dates := find_dates(source.text, block.body, min(block.end, block.body + 1000)):
            return Upcoming(block.body, min(block.end, block.body + _LONGEST_TEXT), dates[0])
    if not blocks or source.text.startswith(_CONDITIONS, blocks[0].body):
        return None
    return Upcoming(blocks[0].body, min(blocks[0].end, blocks[0].body + _LONGEST_TEXT), None)


_CONDITIONS = ("If ", "When ", "Whenever ")
"""What is told of any meeting, not of the next."""


_ANNOUNCES = ("next", "future", "forthcoming", "upcoming", "dates", "donm", "d.o.n.m")


def _may_announce(title: str) -> bool:
    """Whether a heading has one of the words without which it is not about the next meeting."""
    low = lowered(title)
    return any(word in low for word in _ANNOUNCES)


def _sentences(source: Source, most: int = 40) -> Iterator[Upcoming]:
    """Yield the sentences that give the next meeting's date, the last ones first."""
    text = source.text
    for start in _occurrences(source, most):
        match = _SENTENCE.match(text, start)
        if not match or _of_others(text, *match.span()) or _NOT_OF_BODY.search(text[max(0, start - 50) : start]):
            continue
        end = min(len(text), match.end() + _REACH)
        stop = _STOP.search(text, match.end(), end)
        if stop and not text[match.end() : stop.start()].strip(" \t:."):  # the words stand alone in their line
            end = min(len(text), stop.end() + _REACH)
            stop = _STOP.search(text, stop.end(), end)
        until = stop.start() if stop else end
        dates = find_dates(text, match.end(), until)
        if dates and not _OPEN.search(text, match.end(), until):
            begin = max(text.rfind("\n", 0, start), text.rfind(". ", max(0, start - 300), start) + 1, start - 300) + 1
            yield Upcoming(
                *source.trim(begin, max(dates[0].end, stop.start() if stop else dates[0].end)), dates[0], False
            )


def _of_others(text: str, start: int, end: int) -> bool:
    """Whether 'the next Harbour Synod Meeting' names a body that the document's head does not."""
    words = _PROPER.findall(text, start + 5, end)
    return len(words) > 1 and any(
        word not in text[: min(_HEAD, start // 2)] and not _KIND.fullmatch(word) for word in words[:-1]
    )


def _occurrences(source: Source, most: int) -> list[int]:
    """Return where 'next' stands, the last ``most`` times in each form, from the end."""
    if "next" not in source.words:
        return []
    found = {form: deque[int](maxlen=most) for form in ("next ", "Next ", "NEXT ")}
    at = source.low.find("next ")
    while at >= 0:
        if (form := source.text[at : at + 5]) in found:
            found[form].append(at)
        at = source.low.find("next ", at + 5)
    return sorted((at for places in found.values() for at in places), reverse=True)


def settled(source: Source, items: Sequence[Upcoming], meeting: date | None) -> NextMeeting | None:
    """Return the next meeting: the first item whose date lies after the meeting, else what is announced as such."""
    mistaken = None
    for item in items:
        if item.written is None:
            continue
        ordered = in_order(source, item.written)
        year = item.written.year or (next_after(ordered, meeting) if ordered and meeting else None)
        day = ordered.on(year) if ordered and year else None
        if day and meeting and not 0 < (day - meeting).days <= _LONGEST_WAIT:
            if item.announced and 0 <= (meeting - day).days <= _LONGEST_WAIT:
                mistaken = mistaken or _record(source, item, year)
            continue
        return _record(source, item, year)
    return mistaken or (_record(source, items[0], None) if items and items[0].written is None else None)


def _record(source: Source, item: Upcoming, year: int | None) -> NextMeeting:
    return NextMeeting(
        text=source.fold(item.start, item.end),
        span=Span(start=item.start, end=item.end),
        date=resolve(source, item.written, year) if item.written else None,
    )


def full_days(source: Source, items: Sequence[Upcoming]) -> list[date]:
    """Return the days of the next meeting that are written with their year."""
    ordered = (in_order(source, item.written) for item in items if item.written and item.written.year)
    return [day for written in ordered if written and (day := written.on())][:1]


__all__ = ["Place", "Upcoming", "full_days", "settled", "upcoming"]
