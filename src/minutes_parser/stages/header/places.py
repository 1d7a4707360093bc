"""What looks like a place or a platform, and what of the words around it belongs to its name."""

from __future__ import annotations

import re

from minutes_parser import lazy
from minutes_parser.dates import find_dates, find_times
from minutes_parser.honorifics import EVERYDAY
from minutes_parser.layout.telling import is_sentence
from minutes_parser.stages.header.lines import Place

PLATFORM = (
    r"(?:Zoom|(?:Microsoft|MS)\s+Teams|Teams|Google\s+(?:Meet|Hangouts?)|Skype(?:\s+for\s+Business)?|Jitsi(?:\s+Meet)?|(?:Cisco\s+)?Webex|"
    r"GoToMeeting|BigBlueButton|BBB|Discord|Slack|Matrix|IRC|Mumble|BlueJeans|Telegram|Whereby|StarLeaf|(?:tele|video)[\s-]?conference|"
    r"(?:tele)?phone(?:\s+conference)?|conference\s+call|video[\s-]?link)"
)
_PLATFORM_NAME = lazy.compile(rf"(?i)\b{PLATFORM}\b")
_PLACE_NOUN = lazy.compile(
    r"(?i)\b(?:room|hall|house|office|offices|centre|center|church|chapel|school|library|street|st|road|avenue|lane|square|building|HQ|headquarters|pavilion|"
    r"inn|hotel|club|clubhouse|clubrooms?|suite|floor|theatre|theater|university|college|campus|chambers?|hub|institute|museum|barn|hospital|academy|rooms|parlour|"
    r"station|lounge|studio|hackspace|makerspace|cafe|pub|arms|court|park|classroom|boardroom|auditorium|tower|online|remote)\b"
    r"|\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b|\b[A-Z]{2}\s\d{5}\b"
)
_NOT_A_PLACE = lazy.compile(
    r"(?i)\b(?:council(?!\s+(?:chamber|office|house|building|room))|committee(?!\s+room)|board(?!\s?room)|minutes|meeting(?!\s+(?:house|room|hall))|agenda|present|apologies|present:|attend\w*|draft|chair\w*|http\S+|clerk|councillors?|cllrs?|mr|mrs|ms(?!\s+teams)|welcome|as\s+an?|"
    r"email|tel|page|see|log|approved|telephone:|the\s+(?:chair|board|minutes)|public(?!\s+(?:school|library|hall|house|baths))|attendance|transcript)\b"
)
_CHANNEL = lazy.compile(r"#[a-z][\w-]{1,30}\b")
_LINK = lazy.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\S+")
_NAME = lazy.compile(r"(?:(?:[Tt]he|[A-Z][\w’'-]*\.?(?=[,\s]|$)|of|and|&)[ ,]{0,2}){2,6}\.?\s*$")
_BY_WHOM = lazy.compile(
    rf",?\s+by\s+(?:the\s+)?(?:[A-Z]\w+\s+)?(?:[Cc]hair|[Pp]resident|[Vv]ice|[Mm]ayor|{EVERYDAY}|[A-Z][a-z’'-]+[ ](?:[A-Z]\.?[ ])?[A-Z][\w’'-]+\s*\Z)"
)
_TRAILING = lazy.compile(
    r",[ ](?:recording|recorded|dial|join)\b[^\n]*|\s+(?:at|on|from|commencing|starting|beginning)(?:\s+\d{1,2}[:.]\d\d(?:\s?[ap]m)?)?\Z"
)
_LEADING = lazy.compile(r"(?i)(?:held\s+)?(?:via|over|by)\s+(?=[A-Z])")
ENDING = " \t\r\n.,;:-–—|"


def is_named(text: str, start: int, end: int) -> bool:
    """Whether what stands behind the hour and a comma or 'at' is a name of few words: 'The Red Lion'."""
    return bool(_NAME.match(text, start, end)) and not _NOT_A_PLACE.search(text, start, end)


def looks_like_place(text: str, start: int, end: int) -> bool:
    """Whether the slice has a word of places and none that speaks of anything else."""
    words = text[start:end]
    return (
        3 < end - start < 120
        and bool(_PLACE_NOUN.search(words) or re.search(PLATFORM, words) or _CHANNEL.match(words))
        and not _NOT_A_PLACE.search(words)
        and not is_sentence(text, start, end)
        and not find_dates(text, start, end)
    )


def without_link(text: str, start: int, end: int) -> Place | None:
    """Leave out a link behind the name of the place, and the day and hour where the label covers those too."""
    link = _LINK.search(text, start, end)
    if link:
        platform = _PLATFORM_NAME.search(_LINK.sub(lambda found: " " * len(found[0]), text[start:end]))
        if platform:
            return start + platform.start(), start + platform.end()
        end = link.start()
    when = [(found.start, found.end) for found in find_dates(text, start, end)]
    when += [(found.start, found.end) for found in find_times(text, start, end)]
    for first, last in when:
        if first - start < 3:
            start = last
        elif end - last < 6:
            end = first
    while text[start:end].rstrip(ENDING).endswith((" at", " from")):
        end = start + len(text[start:end].rstrip(ENDING)) - 4
    return clean(text, start, end)


def clean(text: str, start: int, end: int) -> Place | None:
    """Return the slice without the words and marks around the name of the place; None where nothing is left."""
    while start < end and (text[start] in ENDING or text[start] in "("):
        start += 1
    end -= len(text[start:end]) - len(text[start:end].rstrip(ENDING))
    if lead := _LEADING.match(text, start, end):
        start = lead.end()
    if by := _BY_WHOM.search(text, start, end):
        end = by.start()
    if tail := _TRAILING.search(text, start, end):
        end = tail.start()
    words = text[start:end]
    if (
        words.casefold()
        in (
            "public",
            "private",
            "person",
            "attendance",
            "committee",
            "chair",
            "confidence",
            "camera",
            "session",
            "part",
            "tbc",
            "tbd",
            "tba",
            "n/a",
            "none",
            "the",
            "",
        )
        or len(words) < 3
        or words[-1] == "?"
    ):
        return None
    if words.endswith(")") and "(" not in words:
        end -= 1
    return start, end
