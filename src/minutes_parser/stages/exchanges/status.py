"""What became of a question, by the words of its answers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes_parser import lazy
from minutes_parser.models import ExchangeStatus
from minutes_parser.source import Source

_DECLINED = lazy.compile(
    r"\b(?:cannot|could not|couldn't|can't|unable to|not able to|not in a position to|not possible to|declined to"
    r"|refused to|would not|not prepared to)\s(?:\w+\s){0,2}(?:answer|say|comment|confirm|provide|give|disclose|respond|discuss|be drawn)"
    r"|\bno comment\b"
)
_LATER = lazy.compile(
    r"\b(?:will|would|to|'ll|should)\s(?:\w+\s){0,3}?(?:report back|check|find out|look into|get back|come back|revert|investigate"
    r"|follow (?:this |it )?up|respond in writing|write to|seek (?:advice|clarification|further)|bring (?:it|this|a report) back"
    r"|make (?:enquiries|inquiries)|chase|ask)\b"
    r"|\b(?:written (?:response|reply|answer)|taken? (?:away|offline|outside)|in due course|to (?:a|the) (?:future|next|later) meeting"
    r"|not yet (?:known|available|decided|been decided))\b"
)
_PARTLY = lazy.compile(
    r"\b(?:partial(?:ly)?|in part|partly|not (?:\w+\s)?sure|unsure|not aware|not certain|did not know|unclear|was unaware"
    r"|no(?:t| )one (?:knew|knows)|unknown|needs? (?:to be )?(?:clarif\w+)|not (?:been )?sighted)\b"
)
# Without one of these the patterns cannot match; to find that out takes a fraction of the time. In front of each stands
# the word that it, and what the pattern wants behind it, cannot do without: what the document does not hold is not sought.
_DECLINED_CUES = (
    ("cannot", "cannot"), ("could", "could not"), ("couldn", "couldn't"), ("t", "can't"), ("unable", "unable to"), ("able", "not able to"), ("position", "not in a position"), ("possible", "not possible"),
    ("declined", "declined to"), ("refused", "refused to"), ("would", "would not"), ("prepared", "not prepared"), ("comment", "no comment"),
)  # fmt: skip
_LATER_CUES = (
    ("back", " back"), ("check", " check"), ("find", "find out"), ("look", "look into"), ("revert", " revert"), ("investigate", " investigate"),
    ("follow", "follow "), ("writing", "in writing"), ("write", "write to"), ("seek", "seek "), ("enquiries", " enquiries"),
    ("inquiries", " inquiries"), ("chase", " chase"), ("ask", " ask"), ("written", "written "), ("away", " away"), ("offline", " offline"),
    ("outside", " outside"), ("due", "in due course"), ("meeting", " meeting"), ("yet", "not yet "),
)  # fmt: skip
_PARTLY_CUES = (
    ("partial", "partial"), ("partially", "partial"), ("part", "in part"), ("partly", "partly"), ("sure", " sure"), ("unsure", "unsure"),
    ("aware", "not aware"), ("certain", "not certain"), ("know", "not know"), ("unclear", "unclear"), ("unaware", "was unaware"),
    ("knew", "one knew"), ("knows", "one knows"), ("unknown", "unknown"), ("need", " clarif"), ("needs", " clarif"), ("sighted", " sighted"),
)  # fmt: skip
_SHORT = 300
"""Characters of an answer that can consist of putting it off."""


class Outcomes:
    """What became of the questions of one document."""

    def __init__(self, source: Source) -> None:
        """Keep those cues whose words the document holds."""
        self._declined, self._later, self._partly = (
            [cue for word, cue in cues if word in source.words] for cues in (_DECLINED_CUES, _LATER_CUES, _PARTLY_CUES)
        )

    def status(self, answers: Sequence[str]) -> ExchangeStatus:
        """Return what became of a question with these answers, whose white space is folded."""
        if not answers:
            return "unanswered"
        first = last = _plain(answers[0])
        if len(answers) > 1:
            last = _plain(answers[-1])
        elif _says(_DECLINED, self._declined, first):
            return "deferred" if _says(_LATER, self._later, first) else "declined"
        partly = _says(_PARTLY, self._partly, first)
        if (partly or len(last) < _SHORT) and _says(_LATER, self._later, last):
            return "deferred"
        return "partly" if partly else "answered"


def _plain(text: str) -> str:
    """Return the text in lower case, with straight apostrophes: what has no others is lowered in a third of the time."""
    return text.replace("’", "'").lower()


def _says(pattern: re.Pattern[str], cues: Sequence[str], low: str) -> bool:
    """Whether the pattern, which holds one of the ``cues``, is found in the text."""
    return any(map(low.__contains__, cues)) and pattern.search(low) is not None
