"""Turns: who speaks from where to where, as far as it answers a question."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutes_parser import lazy
from minutes_parser.honorifics import EVERYDAY
from minutes_parser.language import words as W

FILLER = lazy.compile(
    r"(?i)(?:there (?:was|followed) (?:a |an |some |further |much |general )?\w*\s?(?:discussion|debate|conversation)"
    r"|(?:an? )?(?:(?:general|detailed|lengthy|brief|short|further|full|long|wide-ranging|some) )?(?:discussion|debate)\b"
    r"|[\[(](?:talking about|discussi|silence|laughter|slides?\b|crosstalk|inaudible))"
)
"""What neither answers nor ends an answer."""
INVITES = lazy.compile(
    r"(?i)\W{0,3}(?:(?:so|and|ok|okay|are there|is there),?\s)?(?:any(?:thing|one|body)?(?: (?:other|else|more|further|final|last)\b)?(?: (?:on|about|for|with))?\s"
    r"(?:requests?|announcements?|discussions?|objections?|corrections?|volunteers?)\b(?!\s(?:with|between|by)\b)|(?:questions?|comments?|thoughts) (?:on|about|regarding)\b)"
)
"""With which it opens who bids others speak."""
LOOSE_LABEL = lazy.compile(
    rf"((?:{EVERYDAY} )?@?[A-Z][\w’'-]{{1,20}}(?:[ \t][A-Z][\w’'-]{{0,20}}){{0,2}})(?:[ \t]--|:)[ \t]+(?=\S)"
)
"""A name before an answer nested under a question, where the same word would be no speaker elsewhere."""
_DASHED_LABEL = lazy.compile(r"([A-Z][\w’'-]{1,20}(?:[ \t][A-Z][\w’'-]{0,20}){0,2})[ \t][-–—][ \t]{1,4}(?=\S)")
"""The same with a dash, for those whom the roster knows."""
_LONGEST_LABEL = 70
"""Characters in which the mark stands with which such a label ends."""
SHORTLY = lazy.compile(r"(?:Yes|No|None|Nobody|Not|Agreed|Agreement|Consensus|General (?:agreement|consensus))\b")
"""With which an answer opens that no speaker is named for."""
SPEAKS = W.REPLY | W.OPINE
"""After a single name that may also be a thing: verbs that only people do."""
MOST = 40
"""Sentences or passages among which an answer is looked for."""


@dataclass(slots=True)
class Turn:
    """What one speaker says in answer; ``key`` is who it is, for comparing, and empty where nobody is named."""

    start: int
    end: int
    speaker: tuple[int, int] | None
    key: str


def add(turns: list[Turn], start: int, end: int, speaker: tuple[int, int] | None, key: str) -> None:
    """Let ``speaker`` speak from ``start`` to ``end``: a new turn, or more of the last one."""
    if turns and key == turns[-1].key:
        turns[-1].end = end
    else:
        turns.append(Turn(start, end, speaker, key))


def label_at(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the name and the mark with which words are given to a speaker at ``start``, whoever that is."""
    opens = text[start : min(end, start + _LONGEST_LABEL)]
    label = LOOSE_LABEL.match(text, start, end) if ":" in opens or "--" in opens else None
    dashed = not label and ("-" in opens or "–" in opens or "—" in opens)
    return _DASHED_LABEL.match(text, start, end) if dashed else label
