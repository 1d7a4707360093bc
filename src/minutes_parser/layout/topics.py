"""What the words of a heading say that it heads: people, the agenda, actions, details or anything else."""

from __future__ import annotations

import re
from typing import Literal

from minutes_parser import lazy

Topic = Literal["attendance", "people", "agenda", "details", "notes", "actions", "label", "title", "other"]

_COMPANY = (
    r"(?:also|members?|councillors?|governors?|those|others?|voting|persons?|people|board|committee|council|panel|directors?|trustees?"
    r"|officers?|officials?|staff|delegates?|representatives?|commissioners?|supervisors?|parents?|guests?|visitors?|public|executive|participants?)"
)
_ATTENDANCE = (
    rf"(?:{_COMPANY} )*"
    r"(?:list of (?:the )?(?:participants|attendees|(?:members|those|persons) present)|(?:not )?present(?: in the chair)?|(?:not )?in attendance|in the chair|not attending|(?:\w{1,12} ){1,2}attendees|attendance(?: list| record| register| notes?)?|attend(?:ees|ing|ed)(?: present| by)?|(?:\w{2,12} )?members? (?:and \w{2,12} )?present|participants?|participating|(?<!public )participation(?=:)|(?:not |un)available(?=:)|"
    r"sederunt|apols?|apolog(?:y|ies)(?: for absence)?(?: received| accepted| noted| given)?|absent(?: with(?:out)? (?:apolog(?:y|ies)|permission|leave|notice))?|absen(?:ces|tees|ts)|(?:on )?leave of absence(?: granted| approved)?|substitutes|regrets(?: received| from)?|(?:un)?excused(?: absen(?:ces?|t))?|(?:unable|not able) to attend|did not attend|roll[ -]?call|who(?:[’']s| is| was) here|(?:(?:people|persons|everyone) )?who (?:attended|came|was there|were there|was present|were present))"
)
_PEOPLE = (
    r"(?!(?:comments?|questions?|remarks|reports?|updates?|news|welcome|thanks|elections?|appointments?|nominations?)\b)(?:[\w&/\-]+ ){0,4}(?:members?|officials|guests?|observers?|visitors?|presenters?|officers|others?(?: attendees)?|governors|"
    r"councillors|trustees|directors|staff|secretariat|public|invitees|speakers|alternates|representatives|facilitator|people|gallery(?=:)|in the room|in person|remote(?:ly)?|online|on the call|late(?:comers)?|(?:late )?arrivals)|(?:(?:call|check|establish|determine|confirm)(?: for| of)? )?quorum(?: (?:call|check))?"
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATE = rf"(?:\d{{1,4}}[ ./\-–]\d{{1,2}}[ ./\-–]\d{{1,4}}|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH},? ?\d{{0,4}}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? ?\d{{0,4}})"
_AGENDA = rf"(?:(?:draft|proposed|meeting|today[’']s|full|final) )*agenda(?: items)?(?: (?:for )?{_DATE})?(?: and (?!.{{0,30}}\b(?:minutes|notes|discussions?)\b).{{1,40}})?|order of business|topics"
_DETAILS = (
    r"(?:useful |meeting |other |previous |zoom |video |audio |source )*(?:links?|resources|references|recordings?|logistics|details|info(?:rmation)?|"
    r"slides|documents?|materials|image)|"
    r"(?:date|time|venue|place|location)(?:[ ,/]*(?:and|&|/)?[ /]*(?:date|time|location|venue|place))*|meeting times?|when|where|"
    r"how to (?:join|attend|dial in)|(?:conference call|dial[- ]?in|zoom|call(?! to order)|joining|connection)(?: \w+){0,3}|join(?:ing)?(?: \w+){0,4}|"
    r"(?:community |meeting |public )*calendar|(?:desired |expected )?(?:meeting )?(?:outcomes|objectives|goals)|purpose|"
    r"(?:table of )?contents?|(?:linux foundation )?antitrust(?: policy)?(?: notice)?|note taking|next steps for this document"
)
_NOTES = r"(?:(?:draft|meeting|the|detailed) )*(?:minutes|notes)|agenda ?(?:and|&|/|with) ?(?:meeting )?(?:minutes|notes)|(?:minutes|notes) ?(?:and|&|/) ?agenda"
_ACTIONS = (
    r"(?:(?:summary of|new|open|outstanding|agreed|list of|review of|recap of|previous|ongoing|key|follow[- ]?up|matters for) )*"
    r"(?:action(?:s|[ -](?:items?|points?|list|log|summary|register|table))|to[- ]?dos?|next steps|follow[- ]?ups?|tasks)"
    r"(?: (?:to be taken|arising|agreed|summary|items|from (?:this|the) meeting|required))*"
)
_LABEL = (
    r"(?:action|resolved|resolution|decision|decided|agreed|noted|carried|passed|lost|motion|vote|note|background|discussion|due|owner|result|outcome|conclusion|consensus|response|reply|answer|question"
    r"|(?:motion |vote )?(?:carried|carries|defeated|lost|passed|passes|fails|adopted|approved)(?: unanimously)?(?:,? \(?\d{1,3}[-–/]\d{1,3}(?:[-–/]\d{1,3})?\)?)?"
    r"|(?:council|committee|board) (?:resolution|decision)(?: (?:no\.? ?)?[\w/.\-]{1,12})?|(?:officers?[’']?s?|staff) recommendation)"
)

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
        "acti reso deci agre note carr pass fail lost moti vote back disc due owne resu outc conc cons resp repl answ ques defe adop appr coun comm boar reco".split()
    ),
    "agenda": frozenset("agen orde topi".split()),
    "actions": frozenset("acti to todo next foll task".split()),
    "notes": frozenset("agen minu note".split()),
    "details": frozenset(
        "link reso refe reco logi deta info slid docu mate date time venu plac loca meet when wher how conf dial zoom call"
        " join conn cale outc obje goal purp tabl cont anti note next imag".split()
    ),
    "attendance": frozenset(
        "pres atte part sede apol abse leav subs regr roll who chai not unav excu unex unab did".split()
    ),
    "people": frozenset(
        "memb offi gues gall obse visi pres othe gove coun trus dire staf secr publ invi spea alte repr faci quor peop in remo onli on late arri".split()
    ),
}
"""Up to four letters with which a word begins in every line that heads the topic: without such a word no pattern is tried."""
OF_LISTS = _BEGINNINGS["actions"] | _BEGINNINGS["agenda"]
_ANY_BEGINNING = frozenset[str]().union(*_BEGINNINGS.values())
_BEGINNING = lazy.compile(r"(\w\w{0,3})\w*")
_TOPICS = tuple(
    (name, _BEGINNINGS[name], lazy.compile(rf"(?:{pattern})(?: \([^)]{{0,60}}\))?[ ]?/?[:.–-]{{0,2}}"))
    for name, pattern in _WORDS
)
"""Of words in lower case: with many alternatives that takes a fraction of the time of a pattern that ignores case."""
_ATTENDANCE_JOINED = lazy.compile(rf"(?:{_ATTENDANCE})(?:\s*(?:,|/|&|and|or)\s*[\w ]{{1,30}}){{1,3}}:?")

_DAY = lazy.compile(_DATE, re.IGNORECASE)
_TIME = r"\d{1,2}(?:[:.]?\d\d)? ?(?:[ap]\.?m\.?)?(?: ?(?:utc|gmt|bst|est|edt|pst|pdt|cet|cest|[pecm]t))?"
_WHEN = lazy.compile(
    rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? ?(?:the )?)?(?:{_DATE})?(?:,|@|at| )*(?:{_TIME}(?: ?(?:-|–|to|until) ?{_TIME})?)?"
)
_WHEN_OPENINGS = frozenset("mon tue wed thu fri sat sun jan feb mar apr may jun jul aug sep oct nov dec".split())
"""Three letters with which a day or a time may begin; else only 'at' may, or what is no letter."""
_CLOCK_LINE = lazy.compile(
    rf"{_TIME} ?[-–—:]? ?(?:(?:pre-?|post-?)?meeting\b.{{0,40}}|(?:meeting )?(?:starts?|begins?|ends?))"
)
_TITLE = lazy.compile(
    rf"\b(?:minutes,? (?:(?:of|from|for)(?! (?:the |our )?(?:previous|last|prior)\b)|-|–|{_DATE})|(?:{_DATE}|draft|exec|board|council|committee|tsc|tac|agm) minutes|"
    rf"(?:meeting|call|plenum|assembly|agm|standup|sync)\b[^.]{{0,30}}{_DATE}|{_DATE}[^.]{{0,40}}\bmeeting|meeting (?:minutes|notes)|held (?:on|at|in)\b)"
    r"|\A(?!.*\b(?:approv|accept|adopt|review|confirm|previous|last|prior|matters|read))[^.:]{0,50}\bmeeting\b[^.:]{1,50}\bminutes\Z",
    re.IGNORECASE,
)
_BODY = lazy.compile(
    r"(?i)(?:the )?(?:[\w’'&,.\-]+ ){0,8}(?:council|board|committee|panel|authority|trust|forum|association|society|assembly|group|"
    r"partnership|school|academy|governors|sig|tsc|tac|working group|project|foundation|hackspace|company)(?: \([^)]*\))?"
)


def topic(words: str) -> Topic:
    """Say what a heading with these words heads; 'other' for a part of the business or anything else."""
    words = words.strip()
    if len(words) > 90 or not words:
        return "other"
    low = lowered(words)
    beginnings = _BEGINNING.findall(low)
    if not _ANY_BEGINNING.isdisjoint(beginnings):
        for name, needed, pattern in _TOPICS:
            if not needed.isdisjoint(beginnings) and pattern.fullmatch(low):
                return name
        if not _BEGINNINGS["attendance"].isdisjoint(beginnings) and _ATTENDANCE_JOINED.fullmatch(low):
            return "attendance"
    if words[-1] == ":" and LONG_LABEL.fullmatch(words):
        return "attendance"
    return "details" if is_when(low) or (low[0].isdecimal() and _CLOCK_LINE.fullmatch(low)) else "other"


def lowered(words: str) -> str:
    """Return the words in lower case as patterns that ignore case see them: with an 's' for 'ſ', an 'i' for 'ı' and 'İ'."""
    if not words.isascii():
        words = words.replace("ſ", "s").replace("ı", "i").replace("İ", "i")
    return words.lower()


def is_when(words: str) -> bool:
    """Whether a line consists of a day, a time or both."""
    opening = words[:3].lower()
    if opening.isalpha() and opening.isascii() and opening not in _WHEN_OPENINGS and opening[:2] != "at":
        return False
    return _WHEN.fullmatch(lowered(words)) is not None


def names_meeting(words: str) -> bool:
    """Whether the line names the meeting or the body that met, as a document's title lines do."""
    return len(words) < 250 and bool(_TITLE.search(words) or _BODY.fullmatch(words.strip()) or is_when(words.strip()))


def dates_meeting(words: str) -> bool:
    """Whether the line names the meeting, or no more than the body that met, with its day: 'Steering Group 2021-03-02'."""
    day = _DAY.search(words)
    return day is not None and (
        names_meeting(words) or _BODY.fullmatch(words[: day.start()].rstrip(" ,:(–—-")) is not None
    )


_HOUR = lazy.compile(r"(?i)\b\d{1,2}(?:[:.]\d\d)?[ ]?[ap]\.?m\b")


def dates_hour(words: str) -> bool:
    """Whether a line names a day and an hour: 'MILL ROAD MAY 14, 2025 6PM'."""
    return _DAY.search(words) is not None and _HOUR.search(words) is not None


def labels_attendance(words: str) -> bool:
    """Whether a line opens a list of those who came or did not: 'Present: Ann Bell', or 'Present' alone."""
    colon = words.find(":", 0, COLON_WITHIN)
    if colon < 0 and len(words) > LONGEST_ALONE:
        return False
    before = words[:colon] if colon >= 0 else words
    low = before.lower()
    for hint in _OF_ATTENDANCE:
        if hint in low:
            sign = ":" if colon >= 0 else ""
            return topic(before.strip(" *\n") + sign) == "attendance" or LONG_LABEL.match(words) is not None
    return False


_VOTE = lazy.compile(
    r"(?i)(?:(?:votes?|voting|voted)[ ])?(?:ayes?|yeas?|yes|nays?|noe?s?|abstain(?:ed|ing)?|abstentions?|in[ ]favou?r|for|against|opposed|recused)[ ]?[:–-]"
)


def opens_vote(words: str) -> bool:
    """Whether a line tells one side of a vote: 'Noes: None'. 'Absent:' below it lists who did not vote, not who did not come."""
    return words[:1] in "ARNOIFVYarnoifvy" and _VOTE.match(words) is not None


COLON_WITHIN = 60
"""Characters within which the colon of a label stands."""
LONGEST_ALONE = 40
"""Characters of the longest label without a colon."""
_OF_ATTENDANCE = (
    "present", "attend", "apol", "absen", "regret", "roll", "particip", "availab", "sederunt", "excused", "guest", "visitor", "observer",
    "public", "community", "press", "who",
)  # fmt: skip
"""One of these stands in every label of an attendance list."""


def heads_agenda(words: str) -> bool:
    """Whether ``topic`` is 'agenda'."""
    low = lowered(words)
    return ("agenda" in low or "topics" in low or "order of business" in low) and topic(words) == "agenda"


def labels_people(words: str) -> bool:
    """Whether a line opens a list of people of any kind: 'Guests: Ann Bell', too."""
    return labels_attendance(words) or topic(words[:60].partition(":")[0].strip(" *\n")) == "people"


LONG_LABEL = lazy.compile(
    r"(?P<words>(?!(?i:welcome|opening|introductions?)\b)(?:[A-Z(][\w&/,.’'–()-]*[ ]+(?:(?:and|of|the|for|to|in)[ ]+){0,2}){0,7}(?:[\w-]{2,15}/)?(?:members[ ])?"
    r"(?i:(?:not[ ])?present|absent|excused|in[ ]attendance|attending|attendees|attendance|apologies|regrets|guests|visitors|observers|members[ ]of[ ](?:the[ ])?(?:public|community|press))"
    r"(?:[ ]+(?i:with(?:out)?|of|from|by|via|on|in|for|during|at)[ ][\w’' ]{1,30})?)(?:[ ]?:|\*\*:\*\*)(?=\s|$)"
)
"""A label over people with more words in it: 'Town Board Members Present:', 'Members Absent Without Leave:', 'Guests of the Club:'."""
