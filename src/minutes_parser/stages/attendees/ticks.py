"""What a cell of an attendance column says: 'P', 'Apologies', a tick or nothing."""

from __future__ import annotations

import re

from minutes_parser import lazy
from minutes_parser.layout.blocks import Block
from minutes_parser.models import Status
from minutes_parser.source import Source
from minutes_parser.stages.attendees.groups import heading_group

PRESENT = lazy.compile(
    r"(?i)p|present|y|yes|x|✓|✔|☑|☒|√|1|l|late|attended|remote|online|virtual|v|r|in person|\+|✅|:(?:white_check_mark|heavy_check_mark|ballot_box_with_check):"
)
APOLOGIES = lazy.compile(
    r"(?i)ap|apols?|apolog(?:y|ies)|s|sanctioned|regrets|excused|e|(?:sent|with) apologies|unable to attend|on leave|leave of absence"
)
ABSENT = lazy.compile(
    r"(?i)a|absent|not (?:present|attended|attending|in attendance)|did not attend|dna|no[ -]show|away|n|no|0|-|–|—|✗|✘|☐|❌|:(?:x|no_entry|negative_squared_cross_mark):|"
)
_APART = lazy.compile(r"(?i)in attendance|observer|guest|visitor|invited")

_HOW = lazy.compile(r"(?i)present|attended|absent|excused|apolog(?:y|ies)|regrets|late|remote(?:ly)?|in person|online")
"""What heads a column of marks."""


def is_mark(words: str) -> bool:
    """Whether a cell tells by a mark or a word whether somebody came, or is empty."""
    return any(pattern.fullmatch(words) for pattern in (PRESENT, APOLOGIES, ABSENT))


def status_in(words: str, legend: dict[str, str]) -> Status | None:
    """Return what a cell of the attendance column says."""
    words = legend.get(words.lower(), words).strip(" .")
    if re.match(r"(?i)apolog|regret|sanction|excus", words) or (APOLOGIES.fullmatch(words) and words):
        return "apologies"
    if re.match(r"(?i)present|late|attended", words) or (words and PRESENT.fullmatch(words)):
        return "present"
    if _APART.fullmatch(words):
        return "in_attendance"
    return "absent" if ABSENT.fullmatch(words) or words == "absent" else None


def marks_of(source: Source, head: Block) -> list[tuple[int, Status]]:
    """Return the columns that hold nothing but marks, with what a mark in each tells: 'Name | Present | Absent'."""
    words = [source.fold(*cell) for cell in head.cells]
    return [(index, heading_group(word).status) for index, word in enumerate(words) if _HOW.fullmatch(word)]
