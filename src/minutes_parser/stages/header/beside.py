"""The name of a body that no word for bodies ends, beside the day in a title."""

from __future__ import annotations

from minutes_parser import lazy
from minutes_parser.dates import find_dates
from minutes_parser.stages.header.lines import Place

_BESIDE_DAY = lazy.compile(
    r"(?P<name>(?:[A-Za-z][\w&’'./-]*\s+){1,4}?)(?i:meetings?|tele-?con(?:f|ference)?|telco|call)\b"
)
"""What stands between the day at the beginning of a title and 'meeting': '2024-05-14 Brook core meeting'."""
_KINDS = frozenset(
    "a all agenda agm all-hands annual biweekly bi-weekly budget business closed closing community conference core daily design developer developers "
    "dev discussion draft emergency extraordinary face face-to-face final first for full general informal in-person inaugural internal introductory joint "
    "kick-off kickoff leadership meeting members membership minutes monthly notes of online open opening ordinary phone planning plenary preparatory "
    "private progress project public quarterly regular release retrospective review roadmap second special sprint staff standup status strategy "
    "summary sync team technical the third triage user users video virtual weekly working zoom".split()
)
"""Words for what kind of meeting it was."""
_NAMED = lazy.compile(r"[A-Z]|\w+-\w|[a-z]{1,4}[A-Z]")


def between_day_and_meeting(text: str, start: int, end: int) -> Place | None:
    """Return the name between the day at the beginning of a title and 'meeting', unless it but tells the kind of meeting."""
    first = next(iter(find_dates(text, start, end)), None)
    if first is None or first.start - start > 2:
        return None
    begin = first.end + len(text[first.end : end]) - len(text[first.end : end].lstrip(" \t:,–—-"))
    named = _BESIDE_DAY.match(text, begin, end)
    words = named["name"].split() if named else []
    if not words or words[0].lower() in _KINDS or not _NAMED.match(words[0]) or words[-1].endswith(("'s", "’s")):
        return None
    return begin, begin + len((named["name"] if named else "").rstrip())
