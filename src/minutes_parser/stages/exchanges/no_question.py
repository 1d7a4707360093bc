"""What looks like a question and is none: a motion put to the vote, a suggestion, or what others are bidden do."""

from __future__ import annotations

from minutes_parser import lazy
from minutes_parser.stages.exchanges.asked import Asked
from minutes_parser.stages.exchanges.turns import INVITES

_VOTES = lazy.compile(
    r"(?i)[\s\-–—:(]{0,6}(?:\d{1,3}\s?/\s?\d{1,3}\b|\d{1,3} of (?:the )?\d{1,3}\b|\d{1,3} (?:yes|for|in favou?r|ayes?|votes?)\b|yes\s?/\s?no\b|all in favou?r\b"
    r"|votes?:|carried\b|unanimous)"
)
"""Behind what was put to the vote: 'Raise the fee to £65? - 4/4 yes'."""
_PERHAPS = lazy.compile(r"(?i)\b(?:perhaps|maybe)\b")
_IN_ORDER = r"\W{0,3}(?:who|what|when|where|why|how|which|is|are|was|were|do|does|did|can|could|should|shall|will|would|has|have|any)\b"
ORDER = lazy.compile(rf"(?i){_IN_ORDER}")
_ORDER_BEHIND = lazy.compile(rf"(?i)(?:[,;:.]\s|\s[-–—]\s|\b(?:and|but|so|or|also|then)\s){_IN_ORDER}")
"""Words in the order of a question, at its beginning and within it."""
_REQUESTS = lazy.compile(
    r"(?i)\s(?:if|whether)\s(?:any(?:one|body)?|some(?:one|body)?)\b[^,.;?]{0,40}?\s(?:can|could|would|was willing to|is willing to)\s(?:be able to\s|please\s)?"
    r"(?:produce|bring|help|take|volunteer|write|prepare|draft|make|find|join|lend|donate|organi[sz]e|host|act|serve|stand|send)\b"
)
"""Behind "asked": a request that somebody do something."""


def no_question(one: Asked, text: str) -> bool:
    """Whether words before a question mark are a motion, whose votes stand behind it, or a mere suggestion.

    Nor is it one if others are bidden speak, or asked to do something.
    """
    if one.act:
        return _REQUESTS.match(text, one.act.verb[1], one.end) is not None
    if text[one.end - 1 : one.end] != "?":
        return False
    if INVITES.match(text, one.start, one.end) and text.find("?", one.start, one.end) == one.end - 1:
        return True
    if _VOTES.match(text, one.end, one.end + 80):
        return True
    if not _PERHAPS.search(text, one.start, one.end):
        return False
    return not ORDER.match(text, one.start, one.end) and not _ORDER_BEHIND.search(text, one.start, one.end)
