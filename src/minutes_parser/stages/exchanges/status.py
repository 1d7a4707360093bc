"""What became of a question, by the words of its answers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes_parser import lazy
from minutes_parser.models import ExchangeStatus

_DECLINED = lazy.compile(
    r"\b(?:cannot|could not|couldn['’]t|can['’]t|unable to|not able to|not in a position to|not possible to|declined to"
    r"|refused to|would not|not prepared to)\s(?:\w+\s){0,2}(?:answer|say|comment|confirm|provide|give|disclose|respond|discuss|be drawn)"
    r"|\bno comment\b"
)
_LATER = lazy.compile(
    r"\b(?:will|would|to|['’]ll|should)\s(?:\w+\s){0,3}?(?:report back|check|find out|look into|get back|come back|revert|investigate"
    r"|follow (?:this |it )?up|respond in writing|write to|seek (?:advice|clarification|further)|bring (?:it|this|a report) back"
    r"|make (?:enquiries|inquiries)|chase|ask)\b"
    r"|\b(?:written (?:response|reply|answer)|taken? (?:away|offline|outside)|in due course|to (?:a|the) (?:future|next|later) meeting"
    r"|not yet (?:known|available|decided|been decided))\b"
)
_PARTLY = lazy.compile(
    r"\b(?:partial(?:ly)?|in part|partly|not (?:\w+\s)?sure|unsure|not aware|not certain|did not know|unclear|was unaware"
    r"|no(?:t| )one (?:knew|knows)|unknown|needs? (?:to be )?(?:clarif\w+)|not (?:been )?sighted)\b"
)
# Without one of these the patterns cannot match; to find that out takes a fraction of the time.
_DECLINED_CUES = (
    "cannot", "could not", "couldn't", "couldn’t", "can't", "can’t", "able to", "not in a position", "not possible", "declined to",
    "refused to", "would not", "not prepared", "no comment",
)  # fmt: skip
_LATER_CUES = (
    "ask", "check", "back", "look into", "follow ", "find out", "writ", "chase", "seek ", "investigate", "revert", "quiries", "away",
    "offline", "outside", "in due course", " meeting", "not yet ",
)  # fmt: skip
_PARTLY_CUES = (
    "partial", "in part", "partly", "sure", "aware", "certain", "not know", "unclear", "one knew", "one knows", "unknown", "clarif", "sighted",
)  # fmt: skip
_SHORT = 300
"""Characters of an answer that can consist of putting it off."""


def status(answers: Sequence[str]) -> ExchangeStatus:
    """Return what became of a question with these answers."""
    if not answers:
        return "unanswered"
    first = last = answers[0].lower()
    if len(answers) > 1:
        last = answers[-1].lower()
    elif _says(_DECLINED, _DECLINED_CUES, first):
        return "deferred" if _says(_LATER, _LATER_CUES, first) else "declined"
    partly = _says(_PARTLY, _PARTLY_CUES, first)
    if (partly or len(last) < _SHORT) and _says(_LATER, _LATER_CUES, last):
        return "deferred"
    return "partly" if partly else "answered"


def _says(pattern: re.Pattern[str], cues: Sequence[str], low: str) -> bool:
    """Whether the pattern, which holds one of the ``cues``, is found in the text."""
    return any(map(low.__contains__, cues)) and pattern.search(low) is not None
