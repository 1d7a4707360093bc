"""Dated: owners and the time by when that stand together, at the end of a task or alone."""

from __future__ import annotations

import re

from minutes_parser import lazy
from minutes_parser.layout.mentions import Known, Span, is_certain
from minutes_parser.layout.owners import Owned, all_of

_MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|March|April|May|June|July|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
_DATED = lazy.compile(
    r"(?<![\w/.-])(?P<due>(?:(?:by|due|before|for|on|at|in|no\slater\sthan|in\stime\sfor)[:\s]\s?)?(?:\d{1,2}(?:st|nd|rd|th)?\s[A-Z][a-z]{2,8}(?:\s\d{4})?|\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?"
    rf"|(?:(?:[Tt]he\s)?(?i:early|mid|late|end|start|middle)[\s-](?:of\s)?(?:the\s)?)?(?:{_MONTH}|{_WEEKDAY})|(?i:(?:the\s)?(?:end|start)\sof\s(?:the\s)?(?:month|week|year|term|next\s(?:week|month|term)))|(?i:(?:next|this)\s(?:week|month|term))"
    r"|\d{4}-\d{2}-\d{2}|[A-Z][a-z]{2,8}\s(?:\d{1,2}(?:,?\s\d{4})?|\d{4})\b|ASAP|asap|as\ssoon\sas\spossible|immediately|within\s(?:the\s)?(?:next\s)?(?:\w{1,8}\s)?(?:days?|weeks?|months?)|(?:by\s+)?(?:the\s+)?[Nn]ext\s[Mm]eeting)"
    r"|(?:by|due|before)\s[A-Za-z][^,;:()\n]{2,28})[)\].\s]{0,3}\Z"
)
_DATE_WORDS = tuple(
    "0 1 2 3 4 5 6 7 8 9 day jan feb march april may june july aug sep oct nov dec by due before week month term year asap soon immediately meeting".split()
)
"""What each of these times holds."""
_NUMBER = lazy.compile(r"\d{1,2}\.\d{1,2}")
"""In brackets it is that of the task rather than a day: '(2.8)'."""
_LONGEST_SOLE = 80


def _dated(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the time by when that ends the text."""
    tail = text[max(start, 0) : end].lower()
    dated = any(map(tail.__contains__, _DATE_WORDS)) or not tail.isascii()
    return _DATED.search(text, start, end) if dated else None


def dated_behind(text: str, start: int, end: int, known: Known) -> tuple[Owned, Span] | None:
    """Return the owners that end an item of a list with the time by when: '... - AB - 5 May', '... (AB, by 5 May)'."""
    match = _dated(text, max(start + 1, end - 48), end)
    if match is None:
        return None
    stop = start + len(text[start : match.start()].rstrip(" ,;:–—-\n"))
    opening = max(text.rfind("(", stop - 40, stop), text.rfind("[", stop - 40, stop))
    if opening > start:
        closed = stop - 1 if text[stop - 1] in ")]" else stop  # '... (AB) – 5 May'
        spans = all_of(text, opening + 1, closed, known, is_certain)
        return (Owned(spans, start, opening), match.span("due")) if spans else None
    sign = max((text.rfind(sign, start + 1, stop), len(sign)) for sign in (" - ", " – ", " — ", "\t", ", ", ": "))
    if sign[0] < 0:
        return None
    spans = all_of(text, sum(sign), stop, known, is_certain)
    if not spans or (text[sign[0]] in ",:" and not all(known(text[a:b]) for a, b in spans)):
        return None
    return Owned(spans, start, sign[0]), match.span("due")


def only_dated(text: str, start: int, end: int, known: Known) -> tuple[tuple[Span, ...], Span] | None:
    """Return the owners, and the time by when, if nothing else stands there: 'AB (5 May)', 'Clerk, by next meeting'."""
    match = _dated(text, start + 1, end) if end - start < _LONGEST_SOLE else None
    stop = start + len(text[start : match.start()].rstrip(" ,;:(–—-[")) if match else start
    spans = all_of(text, start, stop, known, is_certain) if stop > start else ()
    return (spans, match.span("due")) if match and spans else None


def day_behind(text: str, start: int, end: int) -> Span | None:
    """Return the time by when that a dash sets off at the end of an item: '... – 5 May'."""
    match = _dated(text, max(start + 1, end - 40), end)
    sign = text[start : match.start()].rstrip()[-1:] if match else ""
    if match is None or not sign or sign not in "–—-|(" or (sign == "(" and _NUMBER.fullmatch(match["due"])):
        return None
    return match.span("due")
