"""What looks like a heading, set apart or as a short line of its own."""

from __future__ import annotations

from collections.abc import Sequence

from minutes_parser import lazy
from minutes_parser.honorifics import EVERYDAY
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.labels import action_label
from minutes_parser.layout.names import HONORIFIC
from minutes_parser.layout.owners import named
from minutes_parser.layout.topics import LONG_LABEL, OF_LISTS, is_when, lowered, topic

_USUAL = frozenset(
    "declaration declarations interest interests business report update matters finance financial planning minutes meeting"
    " review action decision correspondence statement discussion policy policies budget accounts election item items forum"
    " participation session introduction summary programme project strategy plan event events news issues notice notices next"
    " any close closing appointment appointments highways committee subcommittee safeguarding governance prayer prayers opening"
    " items aob aocb maintenance fundraising training grants donations complaints premises services performance quality risk audit"
    " reports announcements welcome staffing membership adjournment order presentation presentations elections bylaws bills"
    " allegiance comment comments consent hearing hearings invocation resolutions ordinances communications concerns petitions"
    " orders invoices bills payments proposals requests changes fees permits applications awards outreach facilities website newsletter insurance"
    " contracts repairs licences licenses renewals projects activities memberships vacancies nominations".split()
)
"""Words that headings have and names do not."""
_OF_BUSINESS = _USUAL - {"committee", "subcommittee"}
"""Those of them that stand over no people."""


WHOLE = lazy.compile(
    r"(?i)(?:transcription|(?:(?:draft|the) )?(?:meeting )?minutes)(?: \((?:draft|unconfirmed|approved|final)\))?(?:[ ]?[:–-])?|(?:meeting|detailed) notes:?"
)
"""A heading over the business as a whole."""

TOPICS = lazy.compile(
    r"(?i)(?:(?:discussion|agenda|main|primary|meeting) (?:topics|items)|topics (?:discussed|(?:of|for) discussion)|discussions?)[ ]?:?"
)
"""Over all items, where nothing else stands below it."""
_PUBLIC = r"(?:the )?(?:public|open|citizens?[’']?s?|residents?[’']?s?|parishioners?[’']?s?)[ ](?:participation|forum|session|comments?|questions?(?: time)?|question time|time|discussion)(?: session| period)?[ ]?:?"
_PUBLIC_TIME = lazy.compile(rf"(?i){_PUBLIC}")
"""Before the numbered business those who came may speak."""
_OPENING = lazy.compile(
    r"(?i)(?:(?:agenda )?(?:topic|item)(?: \d{1,2})?:|welcome|call to order|opening|introductions?|apologies|declarations?|(?:section|part) (?:[A-Z]|[IVX]{1,4}|\d)(?!.*\bminutes))(?:(?<=:)|\b).{0,60}|"
    rf"{_PUBLIC}"
)
_RUNS_IN = lazy.compile(r"(?i)(?:call to order|(?:opening|welcome)(?: and (?:welcome|opening|introductions?))?): \S")
"""One of those behind which the text runs on."""


def opens_business(words: str) -> bool:
    """Whether a heading is one with which the business of a meeting opens."""
    return bool(_OPENING.fullmatch(words.strip()) or _RUNS_IN.match(words))


def tells_business(words: str) -> bool:
    """Whether a heading has one of the words that name business: 'Standing items', but not 'Committee'."""
    return not _OF_BUSINESS.isdisjoint(_words(words))


def says_none(words: str) -> bool:
    """Whether a line tells that nothing was said of an item: 'None.'"""
    return words[:1] in ("N", "n") and _SAYS_NONE.fullmatch(words) is not None


def hears_public(words: str) -> bool:
    """Whether a line heads the time in which the public may speak."""
    return words[:1] in "TtPpOoCcRr" and _PUBLIC_TIME.fullmatch(words) is not None


def heads_business(words: str) -> bool:
    """Whether words that headings have stand before a colon: 'Matters arising: none', 'Treasurer's report:'."""
    before, colon, _ = words[: _LONGEST_LABEL + 2].partition(":")
    return (
        bool(colon)
        and len(before) < _LONGEST_LABEL
        and words[len(before) + 1 : len(before) + 2] in ("", " ", "\t", "\n")
        and topic(before) == "other"
        and not _USUAL.isdisjoint(_words(before))
        and not LONG_LABEL.match(words)
    )


def _words(line: str) -> list[str]:
    """Return the words of a line in lower case."""
    return _WORD.findall(lowered(line))


_WORD = lazy.compile(r"\w+")
_LONGEST_LABEL = 60
_LETTERS = lazy.compile(r"[A-Za-z]")
_LONGEST_SHORT = 90
_SHORT_ENDS = "_)?’'”\"!&:"
"""What a heading may end with beside letters and digits; with a colon if it introduces something."""
_NAME_LIKE = lazy.compile(
    rf"(?:{EVERYDAY}.*|[A-Z][\w’'\-]+(?: [A-Z][\w’'.\-]*){{1,2}}"
    r"(?: ?[(,–-].*)?|.*\S@\S.*|.*(?:https?://|www\.).*|\d.*|[A-Z]{2,4})"
)
_INTRODUCES = lazy.compile(
    r"(?!The |These |This |It |We |They |He |She |In |.{0,60}\b(?:was|were|is|are|has|have|following)\b)[^:]{3,60}:"
)
_TELLS = lazy.compile(
    r"(?:[A-Z][\w’'\-]* ){1,3}(?:[a-z]+ )?(?:said|asked|opened|closed|welcomed|chaired|thanked|introduced|moved|seconded|reported|noted|agreed|was|were|is|are|has|had|will)\b"
    r"|(?:The|All|Some|Both) [a-z]+ (?!proposed|planned|revised|updated|amended|need|feed|seed|speed)[a-z]{3,}ed\b"
)
_CLOSES = lazy.compile(
    r"(?i)\bmeeting (?:was )?(?:close[ds]|end(?:ed|s)|adjourn(?:ed|s)|conclude[ds]|finish(?:ed|es)|open(?:ed|s)|commence[ds]|began|begins|start(?:ed|s))\b"
)
_AMOUNT = lazy.compile(r"[£$€][ ]?\d[\d,]{0,12}\.\d\d\Z")
_HOUR = lazy.compile(r"\d{1,2}(?:[:.]?\d\d|[ ]?[AaPp]\.?[Mm])\b")
_SPEAKER = lazy.compile(r"[A-Z]{2,4}: \S")
_LETTERED = lazy.compile(r"\(?[A-Za-z][.)] [^:]{2,60}:.*")
"""'C. Networking Committee: Ann Bell' is an item of a list under a heading."""
_SIGNED = lazy.compile(
    r"(?i)(?:\(?signed\b|signature|approved (?:and signed|by) .{0,20}$|chair(?:man|person)?[’']?s? signature)"
)
_SIGNED_OPENINGS = "(sSſaAcC"
"""With these begins what is signed, approved by or for the signature of the chair."""
_OF_SIGNATURES = frozenset(
    "signed signature date dated chair chairman chairperson chairwoman clerk secretary draft confidential".split()
)
"""One of these words stands in every place to sign that has no number of a page."""
_PAGE = lazy.compile(r"(?i)\bpage \d+\b")


CAPITAL_RUN = lazy.compile(
    r"[A-Z][A-Z&’'/,\-]+(?: (?:[A-Z&’'/,\-]+|\d+(?:ST|ND|RD|TH)?))+(?=\s+(?:[A-Z][a-z]|\d)|[\s.:]*$)"
)
"""Two or more words in capitals before ordinary text."""

_PERSON = lazy.compile(rf"{HONORIFIC}\b\.?[ ][A-Z][^()\[\]:;]{{1,40}}[(\[][A-Z]{{2,4}}[)\]]")
"""'Mr A Bell (AB) Clerk'."""

_STATE = lazy.compile(
    r"(?i)(?:approved|unapproved|confirmed|unconfirmed|draft|final|public|confidential|unofficial|attest(?:ed)?:?)"
)
"""What became of the minutes, set above them."""
_LONGEST_STATE = 12
_SAYS_NONE = lazy.compile(
    r"(?i)(?:n/?a|nil|none|nothing)(?:[ ](?:(?:new[ ])?to[ ](?:report|discuss|add|share|note|raise)|reported|raised|received|at[ ]this[ ]time|further|discussed|declared))*[.!]?"
    r"|no[ ](?:[\w-]+[ ]){0,2}(?:business|reports?|items?|updates?|agenda|changes?|apologies|comments?|questions?|matters|correspondence|news|declarations?|discussion|issues)(?:[ ]\w+){0,3}[.!]?"
)
"""What was said of an item about which nothing was."""
_INITIALS = lazy.compile(r"[A-Z]{2,4}(?:(?:,[ ]?(?:and[ ])?|[ ](?:and|&)[ ])[A-Z]{2,4}){2,40}\.?")
"""Those who came, by their initials: 'AB, CD and EF'."""
_COLUMNS = lazy.compile(r"(?i)agenda item|(?:min(?:ute)?|no\.?|ref\.?|item no\.?) (?:agenda )?item\b.{0,40}")
"""The head of a table whose rows stand as lines: 'Item No Item under discussion'."""


_COUNTED = lazy.compile(
    r"(?i)(?:(?:plus|also|and|approximately|approx\.?|about|around|some|over|a total of|there were)[ ]){0,3}(?:\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|several|no)[ ]"
    r"(?:other[ ]|more[ ])?(?:members?|residents?|parishioners|people|persons|councillors|electors|owners|guests|visitors|observers|householders)\b.{0,60}"
)
"""How many came: 'Plus 12 members of the public'."""
_CLOSING = lazy.compile(
    r"(?i)\W{0,5}end of (?:the )?(?:meeting|minutes|document|report)\W{0,5}"
    r"|(?:minutes|notes)(?: (?:were )?(?:taken|recorded|prepared|submitted|written|compiled|typed|drafted|approved|kept))? by:? \w.{1,60}"
    r"|(?:submitted|prepared|recorded|compiled|drafted),? by:? \w.{1,60}|respectfully submitted\b.{0,60}"
    r"|(?:the )?next (?:\w+ ){0,2}meeting(?: (?:is|will be|will be held))?(?: (?:on|at))? (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?"
    r"(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?[A-Z][a-z]{2,8}|[A-Z][a-z]{2,8} \d{1,2}(?:st|nd|rd|th)?)\b.{0,40}"
    r"|(?:the )?next (?:\w+ )?(?:tele)?(?:call|con|conference)s?(?: (?:is|will be))?[ ]?:? (?:on )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?"
    r"(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?[A-Z][a-z]{2,8}|[A-Z][a-z]{2,8} \d{1,2}(?:st|nd|rd|th)?|\d{4}-\d\d-\d\d)\b.{0,40}"
    r"|(?:coffee|tea|lunch|dinner|comfort|health|bio|short)[ -]break\b.{0,60}"
)
"""What stands at the end of the minutes, or of a part of the meeting: who took them, and when the next one is."""
_CLOSING_OPENINGS = "*–—-_=[(eEmMnNrRsSpPcCdDtTlLhHbB"
_COUNTED_OPENINGS = "pPaAsSſoOtTfFeEnN"


SIDE = lazy.compile(r"(?:For|From|On behalf of|Representing)[ ](?:the[ ])?[A-Z][^:\n]{1,60}:")
"""Whom those came from who are named below: 'For the contractor:'."""
_ASKS_NAMES = lazy.compile(
    r"(?i)\b(?:add|write|put|list|enter|type|note|include)\b.{0,20}\b(?:yourself|your\b.{0,20}\b(?:name|handle|username|nick|initials|affiliation))\b"
)


def asks_names(words: str) -> bool:
    """Whether a line asks those who come to sign in: 'Please add your name here'."""
    return "your" in words and _ASKS_NAMES.search(words) is not None and topic(words) == "other"


def stands_at_end(words: str) -> bool:
    """Whether a line says no more than that the minutes end, who took them, or when the next meeting is."""
    return words[:1] in _CLOSING_OPENINGS and _CLOSING.fullmatch(words) is not None


_POLLED = ("+1", "-1", "\u22121", "+0", "-0", "±0")
"""How projects vote in a log: '+1 AB, +1 CD'."""


def heads_nothing(words: str) -> bool:
    """Whether a line set apart heads no business: a bare date, a place to sign (in), a person, the head of a table."""
    bare = words.strip()
    return bool(
        bare.startswith(_POLLED)
        or (len(bare) <= _LONGEST_STATE and _STATE.fullmatch(bare))
        or (words[:1] == "(" and words[-1:] == ")")
        or is_when(bare)
        or (words[:1] in _SIGNED_OPENINGS and _SIGNED.match(words))
        or (words[-1].isdecimal() and _AMOUNT.search(words))
        or ("eeting" in words.lower() and _CLOSES.search(words) and _HOUR.search(words))
        or (("(" in words or "[" in words) and _PERSON.match(words))
        or _COLUMNS.fullmatch(words)
        or says_none(bare)
        or ("," in words and _INITIALS.fullmatch(bare))
        or (words[-1:] == ":" and SIDE.fullmatch(words))
        or words[:2] == "/s"  # who signed
        or stands_at_end(bare)
        or asks_names(words)
        or ((words[0] in _COUNTED_OPENINGS or words[0].isdecimal()) and _COUNTED.fullmatch(bare))
    )


def is_capitals(text: str) -> bool:
    """Whether a short line is set in capitals."""
    if text.isascii() and not text.isupper():
        return False
    return len(text) <= 100 and text == text.upper() and len(_LETTERS.findall(text)) >= 3


_SAID = lazy.compile(
    r"(?:[A-Z]{2,4}[a-z]?|[A-Z][a-z]+(?:[ ][A-Z][\w’'-]+)?)[ ](?:asks|asked|says|said|told|reported|noted|suggests|suggested|confirms|confirmed|agrees"
    r"|agreed|proposes|proposed|wants|wanted|explains|explained|mentions|mentioned|raised|advised|stated|informed|thanked|queried|gave|felt|thinks|thought)\b"
    r"|To[ ]be[ ][a-z]"
)
"""Who says what, or what is to be done."""


def may_be_short_line(text: str) -> bool:
    """Whether a line is short, opens and ends as headings do: what is no heading by itself is none over any block."""
    return (
        2 < len(text) <= _LONGEST_SHORT
        and (text[0].isupper() or text[1] == "-")
        and (text[-1].isalnum() or text[-1] in _SHORT_ENDS)
        and len(text.split()) <= 14
        and _SAID.match(text) is None
    )


def is_short_line(text: str, after: Block, carries: bool) -> bool:
    """Whether a line standing alone in plain text looks like a heading over the block ``after`` it.

    A line that ``carries`` a list or an indented block may be longer, and may end with a colon.
    """
    return may_be_short_line(text) and heads_below(text, after, carries)


def heads_below(text: str, after: Block, carries: bool) -> bool:
    """Whether what ``may_be_short_line`` is one over the block ``after`` it."""
    if not carries and (len(text) > 70 or len(text.split()) > 9):
        return False
    words = _words(text)
    usual = not _USUAL.isdisjoint(words)
    if not (carries or usual or after.end - after.start > 80 or _heads_list(text, words)):
        return False
    if text[-1] == ":" and not ((carries or usual) and _INTRODUCES.fullmatch(text)):
        return False
    if not usual and text[-1] != "?" and _NAME_LIKE.fullmatch(text) and topic(text) == "other":
        return False
    return not (
        (_may_be_signed(text, words) and not _of_business(text, words))
        or _TELLS.match(text)
        or ("meeting" in words and _CLOSES.search(text))
        or (": " in text and _SPEAKER.match(text))
        or ((")" in text[:3] or "." in text[:3]) and _LETTERED.fullmatch(text))
        or is_task(text)
    )


def _may_be_signed(text: str, words: Sequence[str]) -> bool:
    """Whether a line of these words may be a place to sign, which is no report: 'Chairman', 'Page 3'."""
    report = words[-1:] == ["report"] and text[-1].isalnum()
    return not report and (not _OF_SIGNATURES.isdisjoint(words) or ("page" in words and _PAGE.search(text) is not None))


_POSTS = frozenset(
    "date dated chair chairs chairman chairmans chairperson chairwoman clerk clerks secretary secretarys s".split()
)
_OF_PLACES = frozenset("signed signature page draft confidential".split())
_LONE_POST = lazy.compile(r"(?i)(?:the )?(?:chair\w*|clerk|secretary)(?: (?:of|to|for) .*)?")


def _of_business(text: str, words: Sequence[str]) -> bool:
    """Whether a line with a word of those who sign is about business: 'Date of next meeting', 'Clerk's update'."""
    if not _OF_PLACES.isdisjoint(words) or _LONE_POST.fullmatch(text):
        return False
    others = [word for word in text.split() if word.strip("’'").lower() not in _POSTS]
    return any(word.islower() and len(word) > _JOINING for word in others) or not _USUAL.isdisjoint(words)


_JOINING = 3
"""Letters of the longest word that joins names: 'for', 'the'."""


def _heads_list(text: str, words: Sequence[str]) -> bool:
    """Whether a line of these words heads the agenda or a list of actions."""
    return not OF_LISTS.isdisjoint([word[:4] for word in words]) and topic(text) in ("actions", "agenda")


def is_task(text: str) -> bool:
    """Whether a line is an action rather than the heading over some: 'Action - Clerk to write', '[ACTION: AB]', 'Action Ann Bell'."""
    label = action_label(text, 1 if text[0] in "[(" else 0, len(text))
    if label is None or label.alone:
        return False
    return label.loud or (label.weak and label.start == 0 and named(text, label.end, len(text), lambda _: False) != ())
