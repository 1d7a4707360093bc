"""Verdicts: whether a sentence records what a meeting resolved."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes_parser import lazy
from minutes_parser.layout.verdict_forms import FORMS
from minutes_parser.layout.verdicts_elsewhere import here

LONGEST = 1500
"""Only so much of a sentence is looked at."""

_FIRST_WORD = re.compile(r"\A\\b([a-z]+)(?![?*+{])")


def _quick(pattern: str) -> str:
    """Begin with the letters of the first word rather than with its boundary: a search runs from one of them to the next."""
    return _FIRST_WORD.sub(r"\1(?<=\\b\1)", pattern)


_BY_WORD: dict[str, list[re.Pattern[str]]] = {}
for _words, _patterns in FORMS:
    for _pattern in map(lazy.compile, map(_quick, _patterns)):
        for _word in _words.split():
            _BY_WORD.setdefault(_word, []).append(_pattern)
FORM_WORDS = frozenset(_BY_WORD)
CUES = FORM_WORDS | frozenset(
    "again application applications approval authority consent decisions further permission proposed read resolutions suggested week".split()
)
"""A text without any of these words records no decision, neither in a sentence nor behind a label."""

_LETTERS_VERBS = frozenset(
    "agrees decided resolved resolves approved approves adopted adopts accepts voted endorsed endorses recommends confirms requests instructs".split()
)
_BY_LETTERS = lazy.compile(
    # 'TSC', 'WG7', 'SC9/WG7', 'XYZ/TC 9'
    r"(?:\W{0,4}(?:[a-z]{3,10}:\s+)?|[^.]{3,300}?,\s)(?:The\s)?(?:[A-Z]{3,6}|(?:[A-Z]{2,6}\d{0,4}/){0,3}[A-Z]{2,4}\s?\d{1,4})\s(?:has\s)?"
    rf"(?:agrees (?:that|to|on)|{'|'.join(sorted(_LETTERS_VERBS - {'agrees'}))})\b"
)
"""A body may go by its letters, and by letters and numbers; two letters are a person's."""

_SHOUTED = lazy.compile(
    r"\b(?:RECOMMENDED|RESOLVED|AGREED|APPROVED|CARRIED|ADOPTED|RATIFIED|DEFERRED)\b(?!:?\s*\Z)|(?:\b[a-z]\S*\s+(?:\S+\s+){1,20}?)(?:AGREED|APPROVED|ACCEPTED|CARRIED|ADOPTED|RATIFIED|POSTPONED|TABLED|REJECTED|DECLINED|REFUSED|DEFEATED)[.!]?\s*\Z"
)
_SHOUTS = "ED"
"""With this each of those words in capitals ends."""
_UNSECONDED = lazy.compile(
    r"\b(?:not|nobody|no-one|no one) second(?:ed)?\b|\b(?:no|lack of a|want of a) second(?:er)?\b"
)
_LEGEND = r"\W*m/?s/?[acpu](?:/u)?\W{0,2}(?: ?= ?| (?:denotes?|stands? for|means|indicates?|is short for) )|[^.]{3,100} (?:denotes?|indicates?) (?:the )?(?:persons?|people|members?|those|motions?|who|moved)\b"
"""What letters mean: 'M/S/C denotes that it was moved, seconded and carried'."""
_OWN_TITLE = lazy.compile(
    rf"{_LEGEND}|"
    r"\W*status\s?:|\W*(?:approved|adopted|agreed):? (?:on )?(?:\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w* [\d, ]{1,10}\Z|\W*(?:adopted|approved|agreed|ratified|confirmed) (?:draft |final )?minutes\W*\Z"
)
_LIST_TITLE = lazy.compile(
    r"(?i)[\W\d]{0,12}(?:(?:summary|list|record|review) of )?(?:(?:the|key|agreed|main) )?(?:decisions?|resolutions?"
    r"|agreements?|resolved|motions? (?:passed|approved)|(?<=summary of )outcomes|(?<=agreed )outcomes|(?<=main )outcomes|(?<=key )outcomes)(?: (?:and resolutions?|made|taken|reached|agreed|recorded)){0,3}\W{0,4}\Z"
)


def decides(text: str, start: int, end: int, cues: Sequence[str]) -> bool:
    """Whether the sentence, in which ``cues`` stand, records a decision of the meeting."""
    sentence = text[start : min(end, start + LONGEST)]
    if sentence.rstrip().endswith("?"):
        return False
    if (_SHOUTS in sentence and _SHOUTED.search(sentence) and not sentence.isupper()) or (
        not _LETTERS_VERBS.isdisjoint(cues) and _BY_LETTERS.match(sentence)
    ):
        return True
    low = " ".join(sentence.lower().split())
    if not _has_form(low, cues) or _OWN_TITLE.match(low):
        return False
    if "second" in low and _UNSECONDED.search(low):
        return False
    own = here(low)
    return own == low or _has_form(own, [cue for cue in cues if cue in own])


def _has_form(low: str, cues: Sequence[str]) -> bool:
    """Whether the words, in lower case, have one of the forms of a verdict, by the ``cues`` among them."""
    patterns = {pattern: cue for cue in cues for pattern in _BY_WORD[cue]}
    return any(pattern.search(low) for pattern in patterns)


def lists_decisions(title: str) -> bool:
    """Whether a heading opens a list of decisions."""
    return bool(_LIST_TITLE.match(title))
