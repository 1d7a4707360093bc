"""What looks like a heading, and what its words say it heads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from minutes_parser import lazy
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.labels import action_label
from minutes_parser.layout.names import HONORIFIC

Topic = Literal["attendance", "people", "agenda", "details", "notes", "actions", "label", "title", "other"]

_COMPANY = (
    r"(?:also|members?|councillors?|governors?|those|others?|voting|persons?|people|board|committee|council|panel|directors?|trustees?"
    r"|officers?|officials?|staff|delegates?|representatives?|commissioners?|supervisors?|parents?|guests?|visitors?|public|executive|participants?)"
)
_ATTENDANCE = (
    rf"(?:{_COMPANY} )*"
    r"(?:(?:not )?present(?: in the chair)?|(?:not )?in attendance|in the chair|not attending|(?:\w{2,12} ){1,2}attendees|attendance(?: list| record| register)?|attend(?:ees|ing|ed)(?: present| by)?|(?:\w{2,12} )?members? (?:and \w{2,12} )?present|participants?|participating|"
    r"sederunt|apols?|apolog(?:y|ies)(?: for absence| received)?|absent(?: with(?:out)? (?:apolog(?:y|ies)|permission|leave|notice))?|absen(?:ces|tees|ts)|regrets|roll[ -]?call|who(?:[’']s| is| was) here|(?:(?:people|persons|everyone) )?who (?:attended|came|was there|were there|was present|were present))"
)
_PEOPLE = (
    r"(?:[\w&/\-]+ ){0,4}(?:members?|officials|guests?|observers?|visitors?|presenters?|officers|others?(?: attendees)?|governors|"
    r"councillors|trustees|directors|staff|secretariat|public|invitees|speakers|alternates|representatives|facilitator|quorum|people|in the room|in person|remote(?:ly)?|online|on the call)"
)
_AGENDA = r"(?:(?:draft|proposed|meeting|today[’']s|full|final) )*agenda(?: items)?(?: and (?!.{0,30}\b(?:minutes|notes|discussions?)\b).{1,40})?|order of business|topics"
_DETAILS = (
    r"(?:useful |meeting |other |previous |zoom |video |audio |source )*(?:links?|resources|references|recordings?|logistics|details|info(?:rmation)?|"
    r"slides|documents?|materials|image)|"
    r"(?:date|time|venue|place|location)(?:[ ,/]*(?:and|&|/)?[ /]*(?:date|time|location|venue|place))*|meeting times?|when|where|"
    r"how to (?:join|attend|dial in)|(?:conference call|dial[- ]?in|zoom|call(?! to order)|joining|connection)(?: \w+){0,3}|join(?:ing)?(?: \w+){0,4}|"
    r"(?:community |meeting |public )*calendar|(?:desired |expected )?(?:meeting )?(?:outcomes|objectives|goals)|purpose|"
    r"(?:table of )?contents|(?:linux foundation )?antitrust(?: policy)?(?: notice)?|note taking|next steps for this document"
)
_NOTES = r"(?:(?:draft|meeting|the|detailed) )*(?:minutes|notes)"
_ACTIONS = (
    r"(?:(?:summary of|new|open|outstanding|agreed|list of|review of|recap of|previous|ongoing|key|follow[- ]?up|matters for) )*"
    r"(?:action(?:s|[ -](?:items?|points?|list|log|summary|register|table))|to[- ]?dos?|next steps|follow[- ]?ups?|tasks)"
    r"(?: (?:to be taken|arising|agreed|summary|items|from (?:this|the) meeting|required))*"
)
_LABEL = r"(?:action|resolved|resolution|decision|decided|agreed|noted|carried|passed|lost|motion|vote|note|background|discussion|due|owner|result|outcome|conclusion|consensus)"

_WORDS: tuple[tuple[Topic, str], ...] = (
    ("label", _LABEL),
    ("agenda", _AGENDA),
    ("actions", _ACTIONS),
    ("notes", _NOTES),
    ("details", _DETAILS),
    ("attendance", _ATTENDANCE),
    ("people", rf"(?:{_PEOPLE})(?:\s*(?:/|,|&|and)\s*(?:{_PEOPLE})){{0,2}}"),
)
_BEGINNINGS: dict[Topic, frozenset[str]] = {
    "label": frozenset(
        "acti reso deci agre note carr pass lost moti vote back disc due owne resu outc conc cons".split()
    ),
    "agenda": frozenset("agen orde topi".split()),
    "actions": frozenset("acti to todo next foll task".split()),
    "notes": frozenset("minu note".split()),
    "details": frozenset(
        "link reso refe reco logi deta info slid docu mate date time venu plac loca meet when wher how conf dial zoom call"
        " join conn cale outc obje goal purp tabl cont anti note next".split()
    ),
    "attendance": frozenset("pres atte part sede apol abse regr roll who chai not".split()),
    "people": frozenset(
        "memb offi gues obse visi pres othe gove coun trus dire staf secr publ invi spea alte repr faci quor peop in remo onli on".split()
    ),
}
"""Up to four letters with which a word begins in every line that heads the topic: without such a word no pattern is tried."""
_OF_LISTS = _BEGINNINGS["actions"] | _BEGINNINGS["agenda"]
_ANY_BEGINNING = frozenset[str]().union(*_BEGINNINGS.values())
_BEGINNING = lazy.compile(r"\b\w{1,4}")
_TOPICS = tuple(
    (name, _BEGINNINGS[name], lazy.compile(rf"(?:{pattern})(?: \([^)]{{0,60}}\))?[ ]?[:.–-]?", re.IGNORECASE))
    for name, pattern in _WORDS
)
_ATTENDANCE_JOINED = lazy.compile(rf"(?:{_ATTENDANCE})(?:\s*(?:,|/|&|and|or)\s*[\w ]{{1,30}}){{1,3}}:?", re.IGNORECASE)

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATE = rf"(?:\d{{1,4}}[ ./\-–]\d{{1,2}}[ ./\-–]\d{{1,4}}|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH},? ?\d{{0,4}}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? ?\d{{0,4}})"
_DAY = lazy.compile(_DATE, re.IGNORECASE)
_TIME = r"\d{1,2}(?:[:.]?\d\d)? ?(?:[ap]\.?m\.?)?(?: ?(?:utc|gmt|bst|est|edt|pst|pdt|cet|cest|[pecm]t))?"
_WHEN = lazy.compile(
    rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? ?(?:the )?)?(?:{_DATE})?(?:,|@|at| )*(?:{_TIME}(?: ?(?:-|–|to|until) ?{_TIME})?)?",
    re.IGNORECASE,
)
_WHEN_OPENINGS = frozenset("mon tue wed thu fri sat sun jan feb mar apr may jun jul aug sep oct nov dec".split())
"""Three letters with which a day or a time may begin; else only 'at' may, or what is no letter."""
_CLOCK_LINE = lazy.compile(
    rf"{_TIME} ?[-–—:]? ?(?:(?:pre-?|post-?)?meeting\b.{{0,40}}|(?:meeting )?(?:starts?|begins?|ends?))", re.IGNORECASE
)
_TITLE = lazy.compile(
    rf"\b(?:minutes (?:(?:of|from|for)(?! (?:the |our )?(?:previous|last|prior)\b)|-|–|{_DATE})|(?:{_DATE}|draft|exec|board|council|committee|tsc|tac|agm) minutes|"
    rf"(?:meeting|call|plenum|assembly|agm|standup|sync)\b[^.]{{0,30}}{_DATE}|{_DATE}[^.]{{0,40}}\bmeeting|meeting (?:minutes|notes)|held (?:on|at|in)\b)",
    re.IGNORECASE,
)
_BODY = lazy.compile(
    r"(?i)(?:the )?(?:[\w’'&,.\-]+ ){0,8}(?:council|board|committee|panel|authority|trust|forum|association|society|assembly|group|"
    r"partnership|school|academy|governors|sig|tsc|tac|working group|project|foundation|hackspace|company)(?: \([^)]*\))?"
)

_USUAL = frozenset(
    "declaration declarations interest interests business report update matters finance financial planning minutes meeting"
    " review action decision correspondence statement discussion policy policies budget accounts election item items forum"
    " participation session introduction summary programme project strategy plan event events news issues notice notices next"
    " any close closing appointment appointments highways committee subcommittee safeguarding governance prayer prayers opening"
    " aob aocb maintenance fundraising training grants donations complaints premises services performance quality risk audit"
    " reports announcements welcome staffing membership adjournment order presentation presentations elections bylaws bills"
    " allegiance comment comments consent hearing hearings invocation resolutions ordinances communications concerns petitions".split()
)
"""Words that headings have and names do not."""


def topic(words: str) -> Topic:
    """Say what a heading with these words heads; 'other' for a part of the business or anything else."""
    words = words.strip()
    if len(words) > 90 or not words:
        return "other"
    beginnings = _BEGINNING.findall(_lower(words))
    if not _ANY_BEGINNING.isdisjoint(beginnings):
        for name, needed, pattern in _TOPICS:
            if not needed.isdisjoint(beginnings) and pattern.fullmatch(words):
                return name
        if not _BEGINNINGS["attendance"].isdisjoint(beginnings) and _ATTENDANCE_JOINED.fullmatch(words):
            return "attendance"
    if words[-1] == ":" and LONG_LABEL.fullmatch(words):
        return "attendance"
    return "details" if _is_when(words) or (words[0].isdecimal() and _CLOCK_LINE.fullmatch(words)) else "other"


def _lower(words: str) -> str:
    """Return the words in lower case as patterns that ignore case see them: with an 's' for 'ſ', an 'i' for 'ı' and 'İ'."""
    if not words.isascii():
        words = words.replace("ſ", "s").replace("ı", "i").replace("İ", "i")
    return words.lower()


def _is_when(words: str) -> bool:
    """Whether a line consists of a day, a time or both."""
    opening = words[:3].lower()
    if opening.isalpha() and opening.isascii() and opening not in _WHEN_OPENINGS and opening[:2] != "at":
        return False
    return _WHEN.fullmatch(words) is not None


def names_meeting(words: str) -> bool:
    """Whether the line names the meeting or the body that met, as a document's title lines do."""
    return len(words) < 250 and bool(_TITLE.search(words) or _BODY.fullmatch(words.strip()) or _is_when(words.strip()))


def dates_meeting(words: str) -> bool:
    """Whether the line names the meeting, or no more than the body that met, with its day: 'Steering Group 2021-03-02'."""
    day = _DAY.search(words)
    return day is not None and (
        names_meeting(words) or _BODY.fullmatch(words[: day.start()].rstrip(" ,:(–—-")) is not None
    )


def labels_attendance(words: str) -> bool:
    """Whether a line opens a list of those who came or did not: 'Present: Ann Bell', or 'Present' alone."""
    before, colon, _ = words[:COLON_WITHIN].partition(":")
    if not colon and len(words) > LONGEST_ALONE:
        return False
    low = before.lower()
    if not any([hint in low for hint in _OF_ATTENDANCE]):  # noqa: C419 - a generator takes twice the time
        return False
    return topic(before.strip(" *\n")) == "attendance" or bool(LONG_LABEL.match(words))


COLON_WITHIN = 60
"""Characters within which the colon of a label stands."""
LONGEST_ALONE = 40
"""Characters of the longest label without a colon."""
_OF_ATTENDANCE = (
    "present", "attend", "apol", "absen", "regret", "roll", "particip", "sederunt", "excused", "guest", "visitor", "observer",
    "public", "community", "press", "who",
)  # fmt: skip
"""One of these stands in every label of an attendance list."""


def heads_agenda(words: str) -> bool:
    """Whether ``topic`` is 'agenda'."""
    low = _lower(words)
    return ("agenda" in low or "topics" in low or "order of business" in low) and topic(words) == "agenda"


def labels_people(words: str) -> bool:
    """Whether a line opens a list of people of any kind: 'Guests: Ann Bell', too."""
    return labels_attendance(words) or topic(words[:60].partition(":")[0].strip(" *\n")) == "people"


LONG_LABEL = lazy.compile(
    r"(?P<words>(?:[A-Z(][\w&/,.’'–()-]*[ ]+(?:(?:and|of|the|for|to|in)[ ]+){0,2}){0,7}(?:[\w-]{2,15}/)?"
    r"(?i:(?:not[ ])?present|absent|excused|in[ ]attendance|attending|attendees|apologies|regrets|guests|visitors|observers|members[ ]of[ ](?:the[ ])?(?:public|community|press))"
    r"(?:[ ]+(?i:with(?:out)?|of|from|by|via|on|for|during)[ ][\w’' ]{1,30})?)[ ]?:(?=\s|$)"
)
"""A label over people with more words in it: 'Town Board Members Present:', 'Members Absent Without Leave:', 'Guests of the Club:'."""


WHOLE = lazy.compile(
    r"(?i)(?:transcription|(?:(?:draft|the) )?(?:meeting )?minutes)(?: \((?:draft|unconfirmed|approved|final)\))?(?:[ ]?[:–-])?|(?:meeting|detailed) notes:?"
)
"""A heading over the business as a whole."""

_OPENING = lazy.compile(
    r"(?i)(?:(?:agenda )?(?:topic|item)(?: \d{1,2})?:|welcome|call to order|opening|introductions?|apologies|declarations?)(?:(?<=:)|\b).{0,60}"
)


def opens_business(words: str) -> bool:
    """Whether a heading is one with which the business of a meeting opens."""
    return bool(_OPENING.fullmatch(words.strip()))


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
    return _WORD.findall(_lower(line))


_WORD = lazy.compile(r"\w+")
_LONGEST_LABEL = 60
_LETTERS = lazy.compile(r"[A-Za-z]")
_LONGEST_SHORT = 90
_SHORT_ENDS = "_)?’'”\"!&:"
"""What a heading may end with beside letters and digits; with a colon if it introduces something."""
_NAME_LIKE = lazy.compile(
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Cllr|Councillor|Rev|Sir|Lord|Lady)\b\.?.*|[A-Z][\w’'\-]+(?: [A-Z][\w’'.\-]*){1,2}"
    r"(?: ?[(,–-].*)?|.*\S@\S.*|.*(?:https?://|www\.).*|\d.*|[A-Z]{2,4})"
)
_INTRODUCES = lazy.compile(
    r"(?!The |These |This |It |We |They |He |She |In |.{0,60}\b(?:was|were|is|are|has|have|following)\b)[^:]{3,60}:"
)
_TELLS = lazy.compile(
    r"(?:[A-Z][\w’'\-]* ){1,3}(?:[a-z]+ )?(?:said|asked|introduced|moved|seconded|reported|noted|agreed|was|were|is|are|has|had|will)\b"
)
_CLOSES = lazy.compile(
    r"(?i)\bmeeting (?:was )?(?:closed|ended|adjourned|concluded|finished|opened|commenced|began|started)\b"
)
_SPEAKER = lazy.compile(r"[A-Z]{2,4}: \S")
_LETTERED = lazy.compile(r"\(?[A-Za-z][.)] [^:]{2,60}:.*")
"""'C. Networking Committee: Ann Bell' is an item of a list under a heading."""
_SIGNED = lazy.compile(
    r"(?i)(?:\(?signed\b|signature|approved (?:and signed|by) .{0,20}$|chair(?:man|person)?[’']?s? signature)"
)
_SIGNED_OPENINGS = "(sSſaAcC"
"""With these begins what is signed, approved by or for the signature of the chair."""
_OF_SIGNATURES = frozenset(
    "signed signature date dated chair chairman chairperson chairwoman clerk secretary page draft confidential".split()
)
"""One of these words stands in every place to sign."""
_SIGNATURE = lazy.compile(
    r"(?i)(?!.*\breport$).*\b(?:signed|signature|dated?|chair(?:man|person|woman)?|clerk|secretary|page \d+|draft|confidential)\b.*"
)


CAPITAL_RUN = lazy.compile(
    r"[A-Z][A-Z&’'/,\-]+(?: (?:[A-Z&’'/,\-]+|\d+(?:ST|ND|RD|TH)?))+(?=\s+(?:[A-Z][a-z]|\d)|[\s.:]*$)"
)
"""Two or more words in capitals before ordinary text."""

_PERSON = lazy.compile(rf"{HONORIFIC}\b\.?[ ][A-Z][^()\[\]:;]{{1,40}}[(\[][A-Z]{{2,4}}[)\]]")
"""'Mr A Bell (AB) Clerk'."""

_STATE = lazy.compile(r"(?i)(?:approved|unapproved|confirmed|unconfirmed|draft|final|public|confidential|unofficial)")
"""What became of the minutes, set above them."""
_LONGEST_STATE = 12
_SAYS_NONE = lazy.compile(
    r"(?i)(?:n/?a|nil|none|nothing)(?:[ ](?:to[ ]report|reported|raised|received|at[ ]this[ ]time|further|discussed|declared))*[.!]?"
    r"|no[ ](?:\w+[ ]){0,2}(?:business|reports?|items?|updates?|changes?|apologies|comments?|questions?|matters|correspondence|news|declarations?|discussion|issues)(?:[ ]\w+){0,3}[.!]?"
)
"""What was said of an item about which nothing was."""
_COLUMNS = lazy.compile(r"(?i)agenda item|(?:min(?:ute)?|no\.?|ref\.?|item no\.?) (?:agenda )?item\b.{0,40}")
"""The head of a table whose rows stand as lines: 'Item No Item under discussion'."""


SIDE = lazy.compile(r"(?:For|From|On behalf of|Representing)[ ](?:the[ ])?[A-Z][^:\n]{1,60}:")
"""Whom those came from who are named below: 'For the contractor:'."""
_ASKS_NAMES = lazy.compile(
    r"(?i)\b(?:add|write|put|list|enter|type|note|include)\b.{0,20}\b(?:yourself|your\b.{0,20}\b(?:name|handle|username|nick|initials|affiliation))\b"
)


def asks_names(words: str) -> bool:
    """Whether a line asks those who come to sign in: 'Please add your name here'."""
    return "your" in words and _ASKS_NAMES.search(words) is not None and topic(words) == "other"


def heads_nothing(words: str) -> bool:
    """Whether a line set apart heads no business: a bare date, a place to sign (in), a person, the head of a table."""
    bare = words.strip()
    return bool(
        (len(bare) <= _LONGEST_STATE and _STATE.fullmatch(bare))
        or (words[:1] == "(" and words[-1:] == ")")
        or _is_when(bare)
        or (words[:1] in _SIGNED_OPENINGS and _SIGNED.match(words))
        or (("(" in words or "[" in words) and _PERSON.match(words))
        or _COLUMNS.fullmatch(words)
        or (words[:1] in ("N", "n") and _SAYS_NONE.fullmatch(bare))
        or (words[-1:] == ":" and SIDE.fullmatch(words))
        or asks_names(words)
    )


def is_capitals(text: str) -> bool:
    """Whether a short line is set in capitals."""
    if text.isascii() and not text.isupper():
        return False
    return len(text) <= 100 and text == text.upper() and len(_LETTERS.findall(text)) >= 3


def may_be_short_line(text: str) -> bool:
    """Whether a line is short, opens and ends as headings do: what is no heading by itself is none over any block."""
    return (
        2 < len(text) <= _LONGEST_SHORT
        and (text[0].isupper() or text[1] == "-")
        and (text[-1].isalnum() or text[-1] in _SHORT_ENDS)
        and len(text.split()) <= 14
    )


def is_short_line(text: str, after: Block, carries: bool) -> bool:
    """Whether a line standing alone in plain text looks like a heading over the block ``after`` it.

    A line that ``carries`` a list or an indented block may be longer, and may end with a colon.
    """
    if not may_be_short_line(text) or (not carries and (len(text) > 70 or len(text.split()) > 9)):
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
        (not _OF_SIGNATURES.isdisjoint(words) and _SIGNATURE.fullmatch(text))
        or _TELLS.match(text)
        or ("meeting" in words and _CLOSES.search(text))
        or _SPEAKER.match(text)
        or _LETTERED.fullmatch(text)
        or _is_task(text)
    )


def _heads_list(text: str, words: Sequence[str]) -> bool:
    """Whether a line of these words heads the agenda or a list of actions."""
    return not _OF_LISTS.isdisjoint([word[:4] for word in words]) and topic(text) in ("actions", "agenda")


def _is_task(text: str) -> bool:
    """Whether a line is an action rather than the heading over some: 'Action - Clerk to write'."""
    label = action_label(text, 0, len(text))
    return label is not None and label.loud and not label.alone
