"""What a label or heading over names says of those below it: their status and, perhaps, their role."""

from __future__ import annotations

import re
from typing import NamedTuple

from minutes_parser import lazy
from minutes_parser.layout.names import HONORIFIC
from minutes_parser.layout.telling import is_sentence
from minutes_parser.layout.topics import LONG_LABEL
from minutes_parser.models import Status
from minutes_parser.stages.attendees.cuts import is_full

_WHO = (
    r"(?:(?:also|those|members?(?:\s+of\s+(?:the\s+)?(?:board|committee|council|executive|trust))?|(?:home|land|lot|unit)?owners?|elected|executive|delegates|representatives|councillors?|cllrs?|governors?|trustees|directors|board|committee|council|voting|non-voting|non-members?|other|others|"
    r"library|vestry|associate|co-opted|independent|park|parks|planning|zoning|select|alternates?|parish|town|city|county|village|district|borough|unitary|ward|school|declared|undeclared|excused|unexcused|known|faculty|student|commissioners?|aldermen|supervisors?|selectmen|staff|public|officials|citizens|residents|persons?|people|officers?|(?:working\s+)?group|panel|core|team|the\s+following(?:\s+(?:members|councillors|people|persons))?)\s+(?:(?:and|&)\s+(?:\w+\s+)?)?)"
)
_RECEIVED = r"(?:(?:(?:were|was|have been|had been|has been)[ ])?(?:also[ ])?(?:received|accepted|noted|given|sent|tendered)[ ](?:and[ ](?:accepted|noted)[ ])?(?:from|by|for)\b:?[ ]|from\b:?[ ](?=[A-Z]))?"
"""'Apologies: were received from Ann Bell': what a clerk says before the names."""
_LABEL = lazy.compile(
    rf"(?P<words>(?:[^\W\d_]{{2,15}}(?:[ ][^\W\d_]{{2,15}})?[ ]?/[ ]?)?(?:(?:list\s+of(?:\s+the)?|external|internal|remote|online|virtual|call|zoom|conference|(?-i:[A-Z]{{2,6}})(?=\s+(?:voting\s+)?members\b))\s+)?{_WHO}{{0,3}}(?:were\s+|was\s+)?(?:(?:(?:people|persons|those|everyone)\s+)?who\s+(?:attended|came|(?:was|were)\s+(?:there|present))|remote(?:ly)?|online|dial(?:l?ed)?[ -]in|(?:not\s+)?on\s+the\s+(?:phone|call)|(?:non-?)?attending\s+members|(?:by|on|via)\s+(?:phone|telephone|zoom|(?:ms\s+)?teams|skype|video|webex)|(?:local|virtual(?:ly)?|in\s+person)(?=\s?:)|not\s+(?:present|in\s+attendance|attending)|(?:did|could|can)\s?not\s+attend|(?:unable|not\s+able)\s+to\s+attend|DNA|(?:on\s+)?leave\s+of\s+absence(?:\s+(?:granted|approved|previously\s+(?:granted|approved)))?|substitutes?(?:\s+members?)?|excused|arriving\s+late|in\s+(?:attendance|the\s+room)|present(?:\s+today|\s+in\s+(?:the\s+)?chair|\s+at\s+(?:the\s+|this\s+)?meeting|\s+(?:and|&)\s+voting)?|signed\s+in|join(?:ed|ing)(?:\s+(?:late|later))?|delegates|(?:attended|quorate\s+with)(?:\s+by|\s+the\s+meeting)?|attendance|attendee\s+list|attend(?:ees|ing)|participants|participating|sederunt|"
    r"(?:who(?:\s+(?:could|did)\s?n(?:o|[’'])t\s+(?:make\s+it|attend|come))?|(?:could|did)\s?n[’']t\s+(?:make\s+it|attend|come)|arrived\s+late|left\s+early|sorry|away|(?:not\s+|un)available|participation|(?:not\s+)?here|(?:non-)?voting)(?=\s?:)|absent(?:ees)?\s+with(?:out)?\s+(?:apolog(?:y|ies)|permission|leave|notice)|late(?:comers|\s+arrivals?)?(?=\s?:)|(?:management|people|quorum|students|faculty|also)(?=\s?:)|gallery(?=\s?:)|patients(?=\s?:)|practice(?:\s+(?:staff|team))?(?=\s?:)|parents(?=\s?:)|teachers(?=\s?:)|clergy(?=\s?:)|administration(?=\s?:)|ex[ -]officio(?:\s+members)?|liaisons?|alternates?|proxies|"
    r"apols?|apolog(?:y|ies)(?:\s+\w+){0,6}\s+(?:from|by)\s+the\s+following(?:\s+\w+){0,3}(?=\s?:)|the\s+following\s+(?:\w+\s+){0,3}(?:sent|gave|offered|tendered|submitted)\s+(?:their\s+)?apologies(?=\s?:)|(?:with|sent|sending|no)\s+apologies(?:\s+received)?|apolog(?:y|ies)(?:\s+(?:for|of)\s+(?:absence|non[ -]?attendance|inability\s+to\s+attend)|\s+(?:and|&)\s+absen(?:ces?|ts?)|\s+(?:were\s+)?(?:received|accepted|noted|given|tendered|recorded)|\s+from|\s+sent)*|absen(?:tees?|ts?|ces?)(?:\s+(?:members|excused))?|non-?attendance|unexcused|declined|missing|regrets(?:\s+(?:received|sent|from))?|roll\s*call(?:\s+of\s+(?:the\s+)?\w+)?|observing|(?:(?:invited|special)\s+)?guests?(?:\s+speakers?)?|(?:attending\s+)?by\s+invitation|invited|"
    r"observers?|visitors?|presenters?|officials|invitees|speakers|cllrs(?!\.)|members\s+of\s+(?:the\s+)?public(?:\s+appearing[^:\n]{0,40})?|voting\s+members?|non-voting\s+members?|"
    r"others?(?:\s+attendees)?|members?(?:[ -]at[ -]large)?|governors?|councillors?|trustees|directors|secretariat|officers?|(?:(?:support|council|school|town|office)\s+)?staff|advis[oe]rs|residents|press|public|members\s+of\s+the\s+(?:board|committee|council|executive))"
    r"(?:\s+(?:present|attending|in\s+attendance|absent|were|list))?(?:\s+(?:in\s+person|remotely|virtually|online|(?:by|via)\s+\w{2,12}))?(?:\s*[(\[][^)\]]{0,40}[)\]])?(?:\s+(?:from|until|during|for)\s(?:the\s)?(?:agenda\s|item|min|some|part|most|all|\d)[^:;,\n()–—]{0,30}?)?)"
    r"(?:[ ]?/[ ]?[^\W\d_]{3,15}(?:[ ][^\W\d_]{3,15})?(?=[*]{0,2}:))?[ \t]*(?P<mark>(?:\*\*)?:\*\*|[:;–—]|--?(?=\s|$|[A-Z][a-z])|=(?=\s)|\.(?=\s)|$|(?=[ \t]{2,}|\t)|(?=[ ](?-i:[A-Z]{2,4}(?:,[ ]|[ ](?:and|&)[ ])[A-Z]{2,4}\b)))[ \t]*(?:\(?none(?:[ ](?:received|sent|given|recorded|noted))?\)?\.?)?"
    rf"{_RECEIVED}",
    re.IGNORECASE,
)
_PROSE = lazy.compile(
    r"(?i)(?:those|(?:(?:those|the) )?(?:(?:board|council|committee|commission|panel|voting) )?members?|others?|also|councillors?|governors?|trustees|directors|the following(?: \w+)?)?\s*(?:present|in attendance|attending|attended|attendees)?\s*"
    r"(?:were|was|attended(?:[ ]by)?|are|is)\b[ :]*"
)
_STATUS: tuple[tuple[Status, re.Pattern[str]], ...] = (
    ("apologies", lazy.compile(r"(?i)(?<!without )(?<!\bno )apol|regrets|declined|\bsorry\b|(?:not\s+|un)available|(?<!un)excused|able\s+to\s+attend|leave\s+of\s+absence|absen\w*\s+with\s+(?:permission|leave|notice)")),
    ("absent", lazy.compile(r"(?i)\babsen|unexcused|\bno\s+apol|\bmissing\b|\baway\b|not\s+(?:present|here|on|in\s+attendance)|no[tn][\s-]?\s*attend|\bdna\b|n(?:o|[’'])t\s+(?:make|come|attend)")),
    ("in_attendance", lazy.compile(r"(?i)in\s+attendance|\balso\b|guest|observ(?:er|ing)|visitor|presenter|invitee|by\s+invitation|\binvited(?=\W*\Z|\s+guest)|speaker|\bothers?\b|public|of\s+the\s+community|\bofficers?\b|\bstaff\b|secretariat|non-(?:voting|member)|\bofficials\b|\bpress\b|\badvis[oe]rs\b|\bresidents\b(?!.*\bpresent\b)|\bgallery\b|\bmanagement\b|\badministrat(?:ion|ors)\b|\bexternal\b|\badditional\b")),
)  # fmt: skip
_APART = lazy.compile(
    r"(?i)\balso\b|guest|observ(?:er|ing)|visitor|presenter|invitee|by\s+invitation|\binvited(?=\W*\Z|\s+guest)|speaker|\bothers?\b|public|\bstaff\b|secretariat|non-member|\bofficials\b|\badditional\b"
)
_UNMARKED = lazy.compile(
    r"(?P<words>(?i:(?:(?:board|committee|council|staff)?[ ]?members|directors|trustees|governors|councillors|commissioners|officers|staff|guests|those|also)[ ])?"
    r"(?i:present|in[ ]attendance|absent|attending|attendees|apologies))[ ]+(?:were[ ])?(?=[A-Z])"
)
_OF_OTHERS = lazy.compile(
    r"(?P<words>(?:[A-Z][\w’'/-]*[ ](?:(?:and|of|the|&)[ ]){0,2}){0,3}"
    r"(?i:staff|employees|residents|citizens|parishioners|advis[oe]rs|consultants|contractors|representatives|audience|police(?-i:[ ][A-Z][a-z]+)?|media|press|counsel|gallery"
    r"|administration|administrators|invited|by[ ]invitation|community(?:[ ]members)?(?=[ ]?[:(])|non-[\w-]{2,12}(?:[ ]members)?|(?P<away>leave[ ]of[ ]absence|on[ ]leave|unexcused|no-?shows?))"
    r"(?:[ ](?i:present|attending|in[ ]attendance))?)(?:[ ]?\([^()\n]{0,40}\))?[ ]?:[ \t]*"
)
_PERSON = lazy.compile(
    rf"(?:{HONORIFIC}\b\.?[ ][A-Z]|[A-Z][\w’'.-]{{0,20}}(?:[ ][A-Z][\w’'.-]{{0,20}}){{1,3}}[ ]?(?:[,;(–-]|[ ]{{2}}|\t|and\b|&|\.?[ ]*\Z|\n))"
)
"""Somebody, at the beginning of a list."""
_SENT_BY = lazy.compile(
    rf"(?i:regrets|apolog(?:y|ies)|absent|excused)(?i:[ ](?:for[ ]absence|sent|received))?[ ](?:from[ ](?=[A-Z])|(?={HONORIFIC}\b\.?[ ][A-Z]))"
)
"""'Regrets from Ann Bell', 'Apologies Mrs A Bell': what a list has of those who sent theirs."""
_AWAY_FIRST = tuple("RrAaEe")
"""The letters with which what ``_SENT_BY`` matches begins."""
_NEXT_NAME = lazy.compile(r",[ ]?(?:and[ ])?|[ ]and[ ]")
_FEWEST = 3
"""Full names behind a label that no mark sets apart."""
_OF_ALL = lazy.compile(
    r"(?i)\b((?:non-)?voting member|governor|(?:(?:parish|town|county|district|borough|city|community|ward) )?councillor|trustee|(?-i:[A-Z]{2,6}) member|(?<![Nn]on-)(?:board|committee|panel|council|executive|vestry|parent|lay|general|regular|full|ordinary|life|honorary|core|founding|co-opted|student|associate|independent|elected|appointed) member|official|(?-i:TSC|TAC|TC|SC|Committer|Maintainer|Contributor)(?= attendees))(?:s\b|\b)"
)
_SERVE = lazy.compile(
    r"\b(?:(?P<several>[DCSWE](?i:irector|ommissioner|upervisor|enator|arden|lder))[sS]\b(?!\s+(?i:of)\b)"
    r"|(?P<staff>S(?i:taff|ecretariat))(?=\s*(?:[:–-]|$|(?i:present|attending|in\s+attendance))))"
)
"""Those who serve, in a label: 'Directors present', 'Staff:'."""
_MEN = lazy.compile(r"(?i)\b(select|alder|council|free)men\b(?!\s+of\b)")
"""'Selectmen present', whose plural adds no letter."""
_OTHERS_TOO = lazy.compile(r"\s+(?:and|&)\s+(?!alternates)\w")
"""'Board members and officers present' tells of nobody which of them they are."""
_AWAY = lazy.compile(
    r"(?i)apolog|absent(?!\W*\Z)|\Aabsent|not\s+present|not\s+(?:in\s+)?attend|to\s+attend|\bdna\b|regrets"
)
_CAME = lazy.compile(r"(?i)\s*(?:attend(?!ing by invitation)|present\b|participants)")
_THERE = lazy.compile(r"(?i)\b(?:present|attend\w*)")
_FURTHER_APOLOGIES = lazy.compile(r"(?i)\s*(?:other|further|late|additional)\s+apol")


_MEMBERS_CAME = lazy.compile(
    r"(?i)\s*(?!other\b|additional\b|also\b)(?:\w+\s+){0,3}?(?:board|council|committee|commission|trustees|governors|councillors|commissioners|supervisors|selectmen"
    r"|directors|(?<!of )members)\s+(?:members\s+)?in\s+attendance\b"
)
"""'Village Board in attendance': the members, not those who attend on them."""


_MEMBERS_TOO = lazy.compile(
    r"(?i)\s*(?:the\s+)?(?:following\s+)?(?:other|remaining)\s+(?:\w+\s+){0,2}(?:members(?!\s+of)|councillors|governors|trustees|directors)\b(?:\s+and\s+officers)?\s+present\b"
)
"""'Other board members present': members as those before them."""


_OF_BODY = lazy.compile(
    r"(?:[A-Z][\w’'-]{1,20} ){0,3}(?:Board|Council|Committee|Commission|Commissioners|Trustees|Selectmen|Panel|Side|Team|[Tt]eam|Executive|Directors)"
    r"(?: of (?:[A-Z][\w’'-]{1,20} ?){1,3})?(?: [Mm]embers)?:\s{1,20}(?=[A-Z])"
)
_BRACKETS = lazy.compile(r"[ ]?\([^()]{1,80}\)")
_PERSON_ALONE = lazy.compile(rf"(?:{HONORIFIC}\b\.?[ ])?[A-Z][\w’'.-]{{0,20}}(?:[ ][A-Z][\w’'.-]{{0,20}}){{1,3}}")
_MOSTLY = 5
"""One of so many names behind a body may have another label or a word before it."""
_FULL_NAME = lazy.compile(r"(?:and )?[A-Z][\w’'.-]{0,20}(?: [A-Z][\w’'.-]{0,20}){1,3}(?: \([A-Z][\w -]{2,30}\))?")
_OPENERS = frozenset(
    "advisers advisors support office absentee with sent sending no attendee invited special declined owner owners homeowner homeowners landowners lotowners unitowners elected executive representatives nonattendance via local list external internal remote online virtual call zoom conference signed quorum joined joining delegates students working boardmembers committeemembers councilmembers staffmembers group panel core team also those member members councillor councillors cllr cllrs governor governors trustees"
    " directors board committee council voting non other others library park parks planning zoning select alternate"
    " alternates parish town city county village district borough unitary ward school declared undeclared excused unexcused known faculty"
    " student commissioner commissioners aldermen supervisor supervisors selectmen staff public gallery officials citizens residents person"
    " persons people officer officers the were was everyone who remotely dial dialed dialled on by not did dna arriving in present"
    " attendance attendees attending attended participants participating participation unavailable sederunt apol apols apology apologies absent absentees absence"
    " absences absents missing away sorry couldn didn arrived left regrets roll rollcall observing guest guests observer observers visitor visitors presenter presenters"
    " invitees speakers secretariat who here management administration ex could can cannot unable patients practice parents teachers clergy vestry associate co independent leave substitute substitutes press liaison liaisons proxies late latecomers".split()
)
"""The first words of what ``_LABEL``, ``_SENT_BY`` and ``_UNMARKED`` match."""
_WORD = lazy.compile(r"[A-Za-z]+")
_LONGEST_BODY = 60
_LONGEST_WORD = 18
"""Characters within which a slash stands behind the first word of a label in two languages: 'Yn bresennol / Present'."""
_LONGEST_LIST = 600
"""Characters of a line of names behind a body."""
_LONGEST_LABEL = 110
_ENDS = lazy.compile(r"[a-z)]\.[ ]|\),")
"""A sentence, or somebody with a bracket, ends before the words: '... Cy Dale. Apologies:'."""
_TITLED = lazy.compile(rf"{HONORIFIC}\b\.?[ ][A-Z]")
"""Somebody, and no label: 'Cllr Ann Bell Apologies: ...'."""


class Group(NamedTuple):
    """The status of those below a label, their common role, and where the names begin."""

    status: Status
    role: str | None
    end: int
    apart: bool = False
    """They are told apart from the members: 'Staff present'; 'In attendance' alone may head everybody."""
    turned: bool = False
    """The list puts surnames first: 'Bell, Ann'."""


def label_at(text: str, start: int, end: int) -> Group | None:
    """Return the group whose label stands at ``start``; names may follow behind it in the same line."""
    opens = _may_open(text, start, end)
    label = _LABEL.match(text, start, end) if opens else None
    if not label or (label["mark"] == "" and label.end() < end and not text[label.end() - 1].isspace()):
        colon = text.find(":", start, min(end, start + _LONGEST_LABEL))
        if colon > start and (others := _beside(text, start, end)):
            return others
        long = LONG_LABEL.match(text, start, end) if colon > start else None
        if long and not (
            ("," in long["words"] and is_full(text, start, long.end("words")))
            or _TITLED.match(text, start, end)
            or _ENDS.search(long["words"])
        ):
            return _group(long["words"], _behind(text, long.end(), end))
        found = _prose(text, start, end)
        return found or (_sent_by(text, start, end) or _unmarked(text, start, end) if opens else None)
    return _group(label["words"], label.end())


def _group(words: str, end: int) -> Group:
    return Group(status_of_label(words), role_of(words), end, _APART.search(words) is not None)


def _beside(text: str, start: int, end: int) -> Group | None:
    """Return the group of a label over those who are no members ('Support staff:', 'Invited:') or on leave, before full names."""
    label = _OF_OTHERS.match(text, start, end)
    if label is None or not (label.end() >= end or _PERSON.match(text, label.end(), end)):
        return None
    words = label["words"]
    if label["away"]:
        return Group("absent" if label["away"][0] in "uUnN" else "apologies", None, label.end())
    return Group(status_of_label(words, "in_attendance"), role_of(words), label.end(), apart=True)


def _sent_by(text: str, start: int, end: int) -> Group | None:
    """Return the group of a label without a mark before the names of those who are away, in no sentence."""
    label = _SENT_BY.match(text, start, end) if text.startswith(_AWAY_FIRST, start) else None
    return _group(label[0], label.end()) if label and not is_sentence(text, start, end) else None


def _unmarked(text: str, start: int, end: int) -> Group | None:
    """Return the group of a label that no mark sets apart from three full names or more: 'Directors present Ann Bell, Bob Day ...'."""
    loud = text[start : start + 3].isupper()  # 'APOLOGIES Ann Bell'
    if end - start > _LONGEST_LIST or not (loud or text.count(",", start, end) + 1 >= _FEWEST):
        return None
    label = _UNMARKED.match(text, start, end)
    if label is None or is_sentence(text, start, end):
        return None
    fewest = 1 if label["words"].isupper() else _FEWEST
    names = _NEXT_NAME.split(text[label.end() : end].rstrip(" ."))
    full = sum(1 for name in names if _FULL_NAME.match(name) or name[:1].isdigit())  # '5 members of the public'
    return _group(label["words"], label.end()) if len(names) >= fewest and full == len(names) else None


def _may_open(text: str, start: int, end: int) -> bool:
    """Whether a label may stand at ``start``: with one of its words, or a word and a slash before them."""
    word = _WORD.match(text, start, end)
    if word is None:
        opening = text[start : start + 1]
        return opening.isspace() or not opening.isascii()
    if word[0].lower() in _OPENERS or (word[0].isupper() and len(word[0]) > 1):
        return True
    behind = text[word.end() : word.end() + _LONGEST_WORD]
    return not behind[:1].isascii() or "/" in behind


def label_of_body(text: str, start: int, end: int) -> Group | None:
    """Return the group that a body before a colon labels, behind which nothing stands but full names: 'Harbour Board: Ann Bell, Bob Day'."""
    last = min(end, start + _LONGEST_BODY)
    body = _OF_BODY.match(text, start, last) if text.find(":", start, last) >= 0 else None
    if body is None or end - start > _LONGEST_LIST:
        return None
    if text.find(";", body.end(), end) > 0:  # 'Harbour Board: Ann Bell, Chair; Bob Day; ...'
        parts = [part.strip() for part in text[body.end() : end].rstrip(" .;").split(";")]
        several = len(parts) > 1 and all(_FULL_NAME.match(part.partition(",")[0]) for part in parts)
        return Group("present", role_of(body[0]), body.end()) if several else None
    names = [name for name in _NEXT_NAME.split(_BRACKETS.sub(",", text[body.end() : end].rstrip(" ."))) if name.strip()]
    full = sum(1 for name in names if _PERSON_ALONE.fullmatch(name.strip()))
    mostly = full == len(names) > 1 or (full > _FEWEST and full * _MOSTLY >= len(names) * (_MOSTLY - 1))
    return Group("present", role_of(body[0]), body.end()) if mostly else None


def _behind(text: str, start: int, end: int) -> int:
    """Return where the names begin behind a label: white space and a dash may stand before them."""
    while start < end and text[start] in " \t–-":
        start += 1
    return start


def _prose(text: str, start: int, end: int) -> Group | None:
    """'Those present were ...', 'In attendance were ...'."""
    opening = text[start : min(end, start + 60)].casefold()
    if "present" not in opening and "attend" not in opening:
        return None
    found = _PROSE.match(text, start, min(end, start + 60))
    words = found[0] if found else ""
    if not re.search(r"(?i)present|attend", words):
        return None
    status = "present" if re.match(r"(?i)(?:those|the)\b.*\bmembers?\b", words) else status_of_label(words)
    return Group(status, None, found.end() if found else start)


def heading_group(words: str) -> Group:
    """Return the group that a heading over an attendance list names."""
    return _group(words, 0)


def status_of_label(words: str, otherwise: Status = "present") -> Status:
    """Return the status that a label's words give, ``otherwise`` where they give none."""
    low = words.casefold()
    if "apol" in low and _FURTHER_APOLOGIES.match(words):
        return "apologies"
    if "lateness" in low:
        return "present"
    first = len(words)
    status = otherwise
    for name, pattern in _STATUS[:2]:  # 'Officers absent' are absent, whoever they are
        found = pattern.search(words)
        if found and not _THERE.search(words, 0, found.start()) and not (name == "absent" and status == "apologies"):
            first, status = 0, name
    for name, pattern in _STATUS:
        found = pattern.search(words)
        if found and found.start() < first:
            first, status = found.start(), name
    if ("present" in low or "attend" in low or "part" in low) and _divides(words):
        return "present"
    return status


def _divides(words: str) -> bool:
    """Whether the words head those who came among all who could have."""
    came = _CAME.match(words) or _MEMBERS_CAME.match(words) or _MEMBERS_TOO.match(words)
    return came is not None


def role_of(words: str) -> str | None:
    """Return the role that a group heading gives to all below it: 'Voting members' makes each a 'Voting member'."""
    if words[:5].lower() == "cllrs":
        return "Councillor"
    if (men := _MEN.search(words)) and not _AWAY.search(words) and not _OTHERS_TOO.match(words, men.end()):
        return f"{men[1].capitalize()}man"
    found = _OF_ALL.search(words) or _SERVE.search(words)
    serve = found is not None and found.re.groups > 1 and not found.start()  # 'Directors not in attendance'
    if found is None or (not serve and _AWAY.search(words)) or _OTHERS_TOO.match(words, found.end()):
        return None
    return found[found.lastgroup or 1]
