"""Times of day as they are written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutes_parser import lazy

_NO_MORE_DIGITS = r"(?![\d:%]|[.,]\d)"
_HALF = r"(?P<{0}>[ap])(?:\.\s?m\b\.?|\s?m\b)"
_WITH_MINUTES = rf"(?P<h1>[01]?\d|2[0-4])\s?(?P<sep>[:.]|[hH](?=[0-5]\d(?!\w))|-(?=(?:1[3-9]|[2-5]\d)\s?[ap]\.?\s?m))\s?(?P<m1>[0-5]\d)(?::[0-5]\d)?{_NO_MORE_DIGITS}(?:\s?{_HALF.format('p1')}|\s?(?:hrs?|hours)\b)?"
_HOUR_ONLY = rf"(?P<h2>[01]?\d|2[0-4])\s?(?:{_HALF.format('p2')}|o['’]clock(?:\s(?P<p5>[ap])\.?\s?m\b\.?|\sin\sthe\s(?P<day>evening|afternoon|morning))?)"
_FOUR_DIGITS = (
    rf"(?<![-–.])(?P<h3>[01]\d|2[0-3])(?P<m3>[0-5]\d){_NO_MORE_DIGITS}(?![-–/]\d)(?:\s?(?P<unit>h\b|hrs?\b|hours\b))?"
)
_RANGE = r"\s?(?:-|–|—|to|until|till)\s?"
_RANGE_HALF = rf"(?={_RANGE}(?:1[0-2]|[1-9])(?:[:.][0-5]\d)?\s?(?P<p4>[ap])\.?\s?m\b)"
_START_OF_RANGE = rf"(?P<h4>1[0-2]|[1-9])(?:[:.](?P<m4>[0-5]\d))?{_RANGE_HALF}"  # "7-9pm", "7.30 to 9pm"
_TIME = lazy.compile(rf"(?i)(?:{_START_OF_RANGE}|{_WITH_MINUTES}|{_HOUR_ONLY}|{_FOUR_DIGITS})")
_NUMBER = lazy.compile(r"\d(?<![\d/£$€.:@#]\d)\d{0,3}(?!\d)")
"""The digit first, what may not stand before it afterwards: so the search runs from digit to digit."""
_WORD = lazy.compile(r"(?i)\b(?:12[ ]?)?(noon|mid-?day|midnight)\b")
HOURS_IN_WORDS = frozenset(
    f"{hour}{word}" for word in ("noon", "mid", "midday", "midnight", "midn") for hour in ("", "12")
)
"""One of these is among the words of a text with an hour that has no digit, 'midnıght' cut where it is not ASCII."""


@dataclass(frozen=True, slots=True)
class WrittenTime:
    """A time of day as it stands in the text."""

    start: int
    end: int
    hour: int
    minute: int
    half_open: bool = False
    """The hour is 1 to 12 and neither 'am' nor 'pm' nor a leading zero says which half of the day is meant."""
    bare: bool = False
    """Four digits ('1834') or a number with a point ('7.30'): a time only where the context says so."""
    impossible: bool = False
    """'am' or 'pm' contradicts the hour ('14:00pm')."""

    @property
    def value(self) -> str:
        """HH:MM, 24 hours."""
        return f"{self.hour:02}:{self.minute:02}"


def find_times(text: str, start: int = 0, end: int | None = None, *, bare: bool = False) -> list[WrittenTime]:
    """Return the times of day in ``text[start:end]``, in order; ``bare`` ones only where the context allows them."""
    end = len(text) if end is None else end
    found: list[WrittenTime] = []
    reached = start
    for number in _NUMBER.finditer(text, start, end):
        if number.start() >= reached and (match := _TIME.match(text, number.start(), end)):
            found.append(_written(match))
            reached = match.end()
    if text.find("oon", start, end) >= 0 or text.find("mid", start, end) >= 0 or text.find("Mid", start, end) >= 0:
        found += [_in_words(word) for word in _WORD.finditer(text, start, end)]
        found.sort(key=lambda written: written.start)
    return [written for written in found if bare or not written.bare]


def _in_words(match: re.Match[str]) -> WrittenTime:
    return WrittenTime(match.start(), match.end(), 0 if match[1].casefold() == "midnight" else 12, 0)


def _written(match: re.Match[str]) -> WrittenTime:
    """Return the match as a time on a clock of 24 hours."""
    group = match.groupdict()
    digits = group["h1"] or group["h2"] or group["h3"] or group["h4"]
    hour, minute = int(digits), int(group["m1"] or group["m3"] or group["m4"] or 0)
    half = (group["p1"] or group["p2"] or group["p4"] or group["p5"] or "").casefold()
    if group["day"]:
        half = "a" if group["day"].casefold() == "morning" else "p"
    impossible = bool(half) and (hour > 12 or hour == 0)
    if half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    if hour == 24:
        hour = 0
    bare = not half and (group["sep"] in (".", "h", "H") or (bool(group["h3"]) and not group["unit"]))
    half_open = not half and not group["h3"] and 1 <= hour <= 12 and not digits.startswith("0")
    return WrittenTime(match.start(), match.end(), hour, minute, half_open, bare, impossible)
