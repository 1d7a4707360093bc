"""What reads as a decision and is none: what one person says, what nobody seconds, the title of the document."""

from __future__ import annotations

from minutes_parser import lazy
from minutes_parser.layout.blocks import Block
from minutes_parser.roster import Roster
from minutes_parser.stages.decisions.found import Found
from minutes_parser.stages.decisions.outcomes import merely_outcome

_NEAR = 120
_LONGEST_TAIL = 40
_LONGEST_SAID = 250
_LONGEST_MARKS = 40
"""Characters of blanks and marks before the document's first words."""
_TITLE = lazy.compile(r"(?i)(?:approved|adopted|agreed|accepted|final)\s+(?:[a-z]+\s+){0,2}minutes\b")
_SPOKEN = lazy.compile(
    r"\W{0,4}(?P<who>[A-Z][\w.’'-]*(?:\s[\w.’'-]{1,30}){0,4}?)(?:,\s[^:\n]{2,40}|\s\([^()\n]{2,40}\))?\W{0,3}:\W{1,4}(?i:agreed?|approved?|accepted|no\s+objections?)(?:,\s[^.\n]*)?\W*\Z"
)
_INFORMS = lazy.compile(r"(?:\w{4,12}:\s)?\W{0,4}[Ff]or\s(?:the\s)?information(?:\sonly)?\W{0,4}\Z")
"""'Resolved: (for information only)'."""
_UNSECONDED = lazy.compile(
    r"(?i)\bfor\s+(?:want|lack)\s+of\s+a\s+second|\b(?:no|not|without\s+a)\s+second(?:ed|er)?\b\W{0,3}\Z"
)
"""What nobody seconds is not put to the vote."""


def no_decision(text: str, one: Found, roster: Roster) -> bool:
    """Whether somebody alone agrees, 'Ann: agreed.', or moves what nobody seconds, or the line is the document's title."""
    if (
        one.start < _LONGEST_MARKS
        and not text[: one.start].strip(" \t\r\n#*")
        and _TITLE.match(text, one.start, one.end)
    ):
        return True
    if "second" in text[one.end - _LONGEST_TAIL : one.end] and _UNSECONDED.search(text, one.start, one.end):
        return True
    if _INFORMS.match(text, one.start, one.end):
        return True
    said = _SPOKEN.match(text, one.start, one.end) if one.end - one.start < _LONGEST_SAID else None
    return said is not None and roster.resolve(said["who"]) is not None


def comments(text: str, block: Block, start: int, end: int) -> bool:
    """Whether a line is no more than 'No objections': what anybody said on an application, or the reply to a question above."""
    whole = (start, end) == (block.body, block.end)
    if not whole or text[start : start + 3].lower() != "no " or not merely_outcome(text, start, end):
        return False
    if block.kind == "bullet":
        return text.rfind("?\n", max(0, start - _NEAR), start) >= 0
    return not text[text.rfind("\n", 0, start) + 1 : start].strip()
