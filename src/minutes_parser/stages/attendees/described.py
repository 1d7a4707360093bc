"""What the words behind a name say of the person: a role, an organisation, initials, or where they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from minutes_parser import lazy
from minutes_parser.layout.names import (
    HONORIFIC,
    ORGANISATION,
    ROLE,
    initials,
    role_or_organisation,
)
from minutes_parser.layout.posts import qualifies
from minutes_parser.stages.attendees.remarks import NOTHING, may_be_remark, says_nothing, status_of

if TYPE_CHECKING:
    from minutes_parser.stages.attendees.entry import Entry

INITIALS = lazy.compile(r"[A-Z][A-Za-z&]{1,4}|[A-Z]{2,6}|[A-Z]{1,3}[’'-][A-Z]{1,2}")
_LONGEST_INITIALS = 7
_WORD = 4
"""Letters from which on a short form with one capital is a word: '(Rivo)' of 'Rae Osk'."""
_LONGEST_OF_SURNAME = 5
_WHENCE = lazy.compile(
    r"(?:of|from|representing|on behalf of|for)[ ](?:the[ ])?(?=[A-Z])(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|Item)\b)"
)
"""Behind a name: 'of Quay Ltd', 'representing Vale'."""
_TITLED = lazy.compile(rf"{HONORIFIC}\b\.?[ ][A-Z]")
_DOTTED = lazy.compile(r"(?:[A-Z]\.){1,4}[A-Z]")
"""'S.E.E.' behind a name is a grade; organisations write their letters without stops."""
_PLAIN_WORD = lazy.compile(r"[A-Za-z]+")
_NO_LETTER = lazy.compile(r"[’'-]")


def is_role_behind(words: str) -> bool:
    """Whether a phrase behind a role is one more of the same person: it has a word for one and names no organisation."""
    words = words.strip()
    return bool(ROLE.search(words)) and not ORGANISATION.search(words) and not says_nothing(words)


def is_own(words: str, entry: Entry) -> bool:
    """Whether the words are initials by which the minutes may call the person."""
    return bool(INITIALS.fullmatch(words)) and _stands_for(words, entry)


def _stands_for(short: str, entry: Entry) -> bool:
    """Whether letters in brackets are the person's initials or those of the role."""
    letters = short.upper() if short.isalpha() else _NO_LETTER.sub("", short.upper())
    own = initials(entry.name).upper()
    if (
        letters == own
        or (
            1 < len(letters) < (_WORD if short.istitle() else _LONGEST_INITIALS)
            and letters[0] == own[:1]
            and letters[-1] in own
        )
        or (len(own) > 2 and letters == own[0] + own[-1])
    ):
        return True
    if short != own and letters.startswith(own) and (len(own) > 1 or (short.isupper() and len(short) == 2)):
        return True  # 'Dov (DL)' keeps the surname back
    if short.isupper() and len(short) > 2 and entry.name.upper().startswith(short):
        return True  # 'Orla Venn (ORL)'
    if len(own) == 1 and short.isupper() and 1 < len(short) < _LONGEST_OF_SURNAME and short[-1] == own:
        return True  # 'Venn (OJV)': a list of surnames
    return bool(entry.role) and initials_of(entry.role or "", letters)


def initials_of(role: str, letters: str) -> bool:
    """Whether the letters begin the words of a role, small words aside or not, the last ones if it is long."""
    words = _PLAIN_WORD.findall(role)
    full = "".join(word[0] for word in words).upper()
    main = "".join(word[0] for word in words if word[0].isupper()).upper()
    return letters in (full, main) or main.endswith(letters) or main.startswith(letters)


def _before_initials(words: str, entry: Entry) -> int:
    """Return where the person's own initials begin at the end of a phrase ('Site manager AB'), or 0."""
    place = words.rfind(" ")
    last = words[place + 1 :]
    return place if place > 0 and len(last) > 1 and last == initials(entry.name).upper() else 0


_NO_WORDS = lazy.compile(
    r"\d+|https?://.*|[A-Z][\w ]{2,30}: ?\d+|\d+ (?:other )?(?:members?|residents?|parishioners?|people|public|electors?)\b.*"
)
"""Numbers, addresses and counts."""
_ROLE_OF = lazy.compile(
    r"(CEO|CTO|CFO|COO|CIO|CISO|MD|Chair(?! of)|Clerk|Secretary|Director(?! of)) (?:of )?([A-Z]\w*)$"
)
"""'Clerk of Dunmere': a role and the organisation."""
_CHIEF_OF = lazy.compile(r"(CEO|CTO|CFO|COO|CIO|CISO|MD) ([A-Z].*)$")


_AT = lazy.compile(r"([A-Z][^,;:()]{3,80}?) at (?:the )?(?!Large)([A-Z].*)")
"""'Head Brewer at Quay Ales': a post, whatever its words, and the organisation."""
_TOGETHER = lazy.compile(
    r"(?:\A|[ ])(?:with[ ](?=guests?\b|\d)|(?:(?:together|along)[ ]with|plus|as[ ]well[ ]as)[ ](?=\d|an?\b|the\b|several|some|two|three|four|five|six))"
)
"""What begins with others behind somebody's office: 'Ferry Warden along with 5 passengers'."""


def _stripped(words: str) -> str:
    """Return the words without marks around them; 'Inc.' keeps its stop."""
    bare = words.strip(" .,;:*_-–—")
    return bare + "." if bare.endswith((" Inc", " Ltd", " Corp", " Co")) and f"{bare}." in words else bare


def describe(words: str, entry: Entry) -> None:
    """Take a phrase for the role or the organisation, whichever it looks like and is not taken."""
    words = _stripped(" ".join(words.split())).removeprefix("the ")
    words = words.rstrip(")") if "(" not in words else words
    if "with " in words or " plus " in words or " as well as " in words:
        words = _TOGETHER.split(words, maxsplit=1)[0]
    if (whence := _WHENCE.match(words)) and _TITLED.match(words, whence.end()):
        return  # 'for Cllr Pike', whose place somebody takes
    if whence and entry.organisation is None:
        entry.organisation = words[whence.end() :]
        return
    if (
        entry.short is None
        and len(words) < _LONGEST_INITIALS
        and INITIALS.fullmatch(words)
        and words.upper() == initials(entry.name).upper()
    ):
        entry.short = words
        return
    if entry.short is None and words[-1:].isupper() and (behind := _before_initials(words, entry)):
        entry.short, words = words[behind:].strip(), words[:behind].rstrip()
    if not words or words.startswith(("and ", "plus ", "+", "who ")):
        return
    if may_be_remark(words):
        if NOTHING.fullmatch(words):
            return
        if status := status_of(words):
            entry.status = status if status != "present" else entry.status
            return
    if (words[0].isdigit() or ":" in words) and _NO_WORDS.fullmatch(words):
        return
    if "." in words and entry.role is None and _DOTTED.fullmatch(words):
        entry.role = words
        return
    if " at " in words and entry.role is None and entry.organisation is None and (place := _AT.match(words)):
        entry.role, entry.organisation = place[1], place[2]
        return
    if role_or_organisation(words) == "role":
        lead = _ROLE_OF.match(words)
        if lead and not ROLE.fullmatch(lead[2]) and not (qualifies(lead[2]) and " of " not in words):
            entry.role, entry.organisation = lead[1], lead[2]
        elif entry.role in (None, "Councillor") or "Councillor" in (entry.role or ""):
            entry.role = words
        return
    lead = _CHIEF_OF.match(words)
    if lead and entry.role is None:
        entry.role, words = lead[1], lead[2]
    if entry.organisation is None:
        entry.organisation = words
