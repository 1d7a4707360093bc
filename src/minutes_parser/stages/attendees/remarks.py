"""What a list says beside a name that is neither role nor organisation: whether, when and why somebody was (not) there."""

from __future__ import annotations

import re

from minutes_parser import lazy
from minutes_parser.models import Status

_STATUSES: tuple[tuple[Status, re.Pattern[str]], ...] = (
    ("apologies", lazy.compile(r"(?i)apolog(?:y|ies)(?: received| sent)?|(?:(?:sent|with)(?: (?:his|her|their))? )?(?:regrets|apologies)|sanctioned|excused")),
    ("absent", lazy.compile(r"(?i)absent|not present|did not attend|no show|away")),
    ("in_attendance", lazy.compile(r"(?i)observer|observing|guest|visitor|presenter|invited|in attendance|by invitation|member of the public|speaker")),
    ("present", lazy.compile(r"(?i)(?:(?:was|were) )?(?:also )?present|presid(?:ed|ing)|in the chair|took part.*|(?:participat|attend)(?:ed|ing) (?:remotely|virtually|online|by|via).*|remote|remotely|by (?:phone|telephone|video|zoom)|via \w+(?: \w+)?|on (?:the )?(?:phone|call|line|chat|zoom|teams|skype|slack|irc|etherpad)|online|virtual|in person|arrived.*|left.*|(?:coming|joining|arriving|running|leaving)\b.*|from .*|until .*|(?:both |all )?for items?.*|items? \d.*|late.*|part.*|joined.*|.*[ _]only|last[ _]\d.*")),
)  # fmt: skip
NOTHING = lazy.compile(
    r"(?i)(?:but )?not .*|\+ ?\d+|quorum.*|(?:for )?(?:absence|late(?:ness| arrival)?|early departure)|tbc|n/?a|\W*|(?:on |due to |away on |family |annual )*(?:holidays?|leave|vacation)|(?:un|not )well|(?:due to )?(?:ill(?:ness)?"
    r"|ill health|sick(?:ness)?|bereavement)|(?:due to |at |pressure of )?work(?: commitments?| reasons)?|(?:for )?(?:personal|family|medical|health) reasons"
    r"|(?:a )?(?:prior|previous|other|family|business|personal|another) (?:engagements?|commitments?|meetings?|matters?)|(?:had )?also(?: .*)?|answered (?:to )?(?:the )?roll.*|(?:(?:who )?(?:is |was )?taking )?(?:the )?(?:minutes|notes)(?: (?:this|for) .*)?|minuting|(?:belated|late|his|her) apologies"
)
"""What a list says beside a name that is no role: mostly why somebody could not come, or that they took the notes."""
_REMARKS = frozenset(
    "ab al an ap ar at aw be bo bu by co di du ea ex fa fo fr gu ha he hi ho il in it jo la le me mi n/ na no ob on ot pa pe pr qu re ru sa se si"
    " sp ta tb th to un va vi wa we wh wi wo".split()
) | {"a "}
"""The first two letters of what ``_STATUSES`` and ``NOTHING`` match, but for '... only' and what begins with no letter."""


_MARKS: dict[str, Status] = {
    "y": "present", "yes": "present", "p": "present", "x": "present", "n": "absent", "no": "absent", "a": "absent",
    "✓": "present", "✔": "present", "✅": "present", "☑": "present", "✗": "absent", "✘": "absent", "❌": "absent",
}  # fmt: skip
"""What a mark behind a name and a dash says: 'Ann Bell - Y'."""


def mark_of(words: str) -> Status | None:
    """Return what a mark that fills the slice tells of who was there."""
    return _MARKS.get(words.strip(" .\ufe0f").lower()) if len(words) < _LONGEST_MARK else None


_LONGEST_MARK = 6


def says_nothing(words: str) -> bool:
    """Whether words beside a name tell neither a role nor an organisation, but why or when somebody was (not) there."""
    return status_of(words) is not None or is_nothing(words)


def is_nothing(words: str) -> bool:
    """Whether words beside a name say why or when somebody was (not) there, and no more."""
    return may_be_remark(words) and NOTHING.fullmatch(words) is not None


def may_be_remark(words: str) -> bool:
    """Whether words begin as a status does or what tells no role, or end so."""
    return words[:2].lower() in _REMARKS or not words[:1].isalpha() or not words.isascii() or "only" in words.lower()


def status_of(words: str) -> Status | None:
    """Return the status that a word or two beside a name give."""
    words = words.strip(" .*")
    if not may_be_remark(words):
        return None
    for status, pattern in _STATUSES:
        if pattern.fullmatch(words):
            return status
    return None
