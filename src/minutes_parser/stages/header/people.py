"""Who chaired and who took the minutes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from minutes_parser import lazy
from minutes_parser.honorifics import EVERYDAY
from minutes_parser.layout.names import ORGANISATION
from minutes_parser.layout.posts import post_at
from minutes_parser.models import Attendee, Party, Span
from minutes_parser.roster import Roster
from minutes_parser.source import Source
from minutes_parser.stages.header.lines import HeadLine, Labelled, Place
from minutes_parser.stages.header.zones import Zone, holding

_TITLE = rf"(?:(?:{EVERYDAY}|(?:Baroness|Hon|Judge|Col|Capt|Major)\b\.?)\s+){{1,3}}"
_WORD = r"(?!(?:[AP]M|Including)\b)(?:[A-Z][\w’'-]{0,3}\.|[A-Z][\w’'-]*)"
_PARTICLE = r"(?:(?:de|van|der|von|den|la|le|du|di|bin|al)\s+)?"
_NEXT_SENTENCE = r"(?!(?:The|It|This|There|He|She|They|We|All|Apologies|Present|Minutes)\b)"
PERSON = rf"(?:@[\w-]+|(?:{_TITLE})?{_WORD}(?:\s+{_PARTICLE}{_NEXT_SENTENCE}{_WORD}){{0,4}})"
_PERSON_FIRST = lazy.compile(PERSON)
_PERSON_LAST = lazy.compile(
    rf"(?:^|(?<=[\s(]))({PERSON})(?:\s*[(,][^()\n]{{1,60}}[),])?,?\s*\(?(?:(?:then|formally|also|was|who|had)\s+)?$"
)
_IN_BRACKETS = lazy.compile(rf"\(({PERSON})\),?\s*$")
_COMING = lazy.compile(r"(?i)\bnext\s+(?:\w+\s+)?(?:meeting|call|session)\b")
_AFTER_NAME = lazy.compile(
    r"\s*(?:$|[,;(/|&.\n–—-]|and\b|(?:(?:hon|parish|club)\.?\s)?(?:clerk|secretary|treasurer)\b|opened|welcomed|(?:at|on|for|who|with|in)\b|\[|@)"
)
_OFFICE_BEHIND = lazy.compile(
    r"[ ](?:(?:Recording|Town|Village|Parish|City|Board|Council|Club|Commission|Committee|Corresponding|Hon\.|Honorary|Acting|Deputy|Assistant|Administrative)[ ]){0,3}(?:Secretary|Clerk|Scribe|Recorder|Assistant|Administrator)\.?\Z"
)
"""An office that no mark sets apart from the name: 'Respectfully submitted, Ann Bell Recording Secretary'."""
NOT_A_PERSON = lazy.compile(
    r"(?i)(?:non-\w+|the|this|all|none|no|nobody|tb[cad]|n/?a|vacant|vacancy|chair\w*|vice\w*|deputy|minutes?|notes?|present|apologies|"
    r"draft|(?:un)?approved|(?:un)?confirmed|(?:un)?official|final|corrected|revised|google|zoom|microsoft|skype|jitsi|webex|goto\w*|slack|discord|online|virtual|january|february|march|(?:april|may|june)(?!\s(?-i:[A-Z]))|july|august|september|october|november|december|"
    r"\w+day|previous|last|next|item|action|actions|meeting|agenda|https?|see|please|attendees|it|he|she|they|we|"
    r"there|members?|report\w*|to|yes|ok|nothing|thanks?|any|welcome\w*|of|for|elect\w*|appoint\w*|opening|closing|accepted|agreed|"
    r"signed|taken|amended|circulated|discuss\w*|note[sd]?|resolved|various|new|old|(?:secretary|treasurer)['’]s)\b\.?"
)
_ELECTED = lazy.compile(
    r"(?i)\b(?:election|elected|nominations?|appointment)\b[^.\n]{0,40}[:.]?\s*\n(?:[^\n]{0,50}\n){0,2}\s*[•*-]?\s*\Z"
)
"""A heading over the officers who were elected: who is chair from then on did not chair."""
_ABOVE = 200
_DOES = lazy.compile(r"\s*(?:\([^()\n]{1,40}\)\s*)?(?!and\b|of\b|for\b)[a-z]{2,}")
"""What somebody did stands behind a name."""
_YEAR = lazy.compile(r"\b(?:19|20)\d\d\b")
_BARE = " \t:–—-"
_NICKNAME = lazy.compile(r"(@?[\w.-]{2,20})\s*(?:$|\(|:\w{2,20}:)")
NOT_A_NICKNAME = lazy.compile(
    r"(?i)(?:of|for|from|held|(?:un)?(?:approved|confirmed|official)|final|corrected|revised|accepted|agreed|read|draft|none|nobody|no|n/a|tb[acd]|see|attached|online|available|pending|yes|done|"
    r"here|below|circulated|taken|vacant|absent|unknown|published|\d+)$"
)
# A sentence that says who chaired; the name stands before it.
_CHAIRED = lazy.compile(
    r"(?:\b(?:took|assumed|occupied|(?:was\s+)?in|taking)\s+the\s+chair\b|,?\s(?:standing\s+in|acting|sitting|serving)\s+as\s+(?:the\s+)?(?:acting\s+)?chair(?:man|woman|person)?\b|\bagreed\s+to\s+chair\s+(?:the|this)\s+meeting\b|\b(?:chaired|presided|facilitated|moderated|(?:is\s+|was\s+)?(?:chairing|facilitating|moderating))\b(?!\s+(?:over\s+)?by)"
    r"|\b(?:was\s+|is\s+)?(?:elected|appointed|voted|nominated)\s+(?:as\s+|to\s+be\s+)?(?:the\s+)?(?:to\s+(?:chair|preside)|chair(?:man|person)?\s+(?:for|of)\s+(?:the|this)\s+meeting))",
    re.IGNORECASE,
)  # fmt: skip
_OFFICE = r"(?:(?:the|our)\s+)?(?:(?:current|new|retiring|outgoing)\s+)?(?:(?:(?:acting|vice|deputy|co)[\s-]?)?(?:chair(?:man|woman|person)?|president|pres\.|mayor|convenor|leader|supervisor|commissioner)(?:\b|(?<=\.)),?\s+)?"
_CHAIRED_BY = lazy.compile(
    rf"\b(?:(?:(?<!be\s)(?<!is\s)(?<!are\s)(?:chaired|headed)|presided\s+over|facilitated|moderated|meeting\s+(?:was|is)\s+(?:led|hosted|run|conducted))\s+by|under\s+the\s+(?:chair(?:man|person)?ship|presidency)\s+of|presiding\s+(?:was|were)|in\s+the\s+chair\s+(?:was|:)|(?:call(?:ed)?\s+to\s+order\b[^;]{{0,200}}?|opened|convened)\s+by)\s+{_OFFICE}",
    re.IGNORECASE,
)
_CHAIR_NAMED = lazy.compile(
    rf"\b(?:[Cc]hair|[Aa]s\s+(?:the\s+)?chair)(?:man|woman|person)?,?\s+({PERSON}),?\s+(?:opened|called|welcomed|declared|closed|thanked|conducted|led|ran)\b"
)
_CHAIR_BESIDE = lazy.compile(
    rf"({PERSON}),\s(?:(?:our|the)\s)?(?:[Aa]cting\s)?[Cc]hair(?:man|woman|person)?(?:\sof\s(?:\w+\s?){{1,4}}(?=,\s(?:then\s)?(?:opened|called|welcomed|declared|closed)\b))?,"
    r"\s(?:then\s)?(?:opened|called|welcomed|declared|closed|introduced|thanked|noted|reminded|announced|advised)\b"
)
_CALL_BY = lazy.compile(rf"(?i:\bcall\s+to\s+order)\s?[:–—-]\s?({PERSON})[ \t]*(?=$|\n|[,;.]\s)")
"""The item's heading and who opened it: 'Call to order: Ann Bell'."""
_MADE_CHAIR = lazy.compile(
    rf"\b(?:elected|appointed|nominated|voted|asked|invited)\s+({PERSON})\s+(?:to\s+(?:take\s+the\s+)?|(?:to\s+act\s+)?as\s+)[Cc]hair(?:man|woman|person)?\s+(?:of\s+|for\s+)?(?:the|this)\s+meeting\b"
)
_OTHER_GROUP = lazy.compile(
    r"(?i)\b(?:group|forum|panel|committee|team|board|task\s?force|project|programme|event|workshop)s?,?\s*$"
)
_MEETING = lazy.compile(r"(?i)\b(?:meeting|session|agm|assembly|call)\b")
_OPENED = lazy.compile(
    r"\b(?:opened|started|convened|called|closed|adjourned|opens|starts|convenes|calls|closes|adjourns)\s+(?:(?:the|this|an?)\s+)?(?:\w+\s+){0,3}(?:meeting|session|call|assembly|agm)\b|\bdeclared\s+(?:the\s+)?meeting\s+(?:open|closed|adjourned)\b|\bcalled\s+(?:the\s+meeting\s+)?to\s+order\b",
    re.IGNORECASE,
)
_CHAIR_IN_HEADING = lazy.compile(rf"\((?:Co-?)?Chair(?:man|person|woman)?:?\s+({PERSON})\)")
_CHAIR_MARK = lazy.compile(
    r"\((?:[^()\n]{0,40}[,;]\s*)?(?:in\s+the\s+)?(?:[A-Z]{2,6}\s+|[Mm]eeting\s+)?[Cc]hair(?:man|woman|person)?\b[^()\n]{0,30}\)|\([Pp]resid(?:ing|ed)\)"
    r"|(?:,\s|[ ]{3,}|\t)(?:Chair|CHAIR)(?:man|woman|person|MAN|WOMAN|PERSON)?[ \t]*\Z|(?:,|\s[-–—])?\s+(?:presiding|in\s+the\s+[Cc]hair)\b|\s[-–—]\s(?:Chair|CHAIR)(?:man|woman|person|MAN|WOMAN|PERSON)?\b(?!\s(?:of|Elect))"
)
_IN_COLUMN = lazy.compile(rf"\s*({PERSON})(?: {{3,}}|\t)")
"""The name in the first column of a list set with spaces."""
_SEVERAL = lazy.compile(
    r"(?:Present|Attending|Attendees|Councillors|Cllrs\.?|Messrs\.?|Governors|Members|Trustees|Directors|Commissioners)\s+"
)  # a title for all names of the list
_CHAIR_LABEL = lazy.compile(rf"(?:\A|[.;]\s+)Chair(?:man|woman|person)?:\s+({PERSON})(?=[,.;]|\s*\Z)")
"""Behind a sentence: '... with 80 persons present. Chair: Ann Bell, President.'"""


def labelled_person(text: str, values: Iterable[Labelled], field: str, *, nicknames: bool = False) -> Place | None:
    """Return the first value behind such a label that opens with a person's name, or else is one word: a nickname."""
    fitting = [
        value
        for value in values
        if value.field == field and not _heads_line(text, value) and not _follows_election(text, value.label[0])
    ]
    # 'Minutes' and 'Notes' also head a text: a label that can only mean the person comes first.
    for value in sorted(fitting, key=lambda value: _is_word(text, value)):
        if not value.metadata or text[value.start].isupper():
            nickname = _handle_at(text, value) if nicknames and not value.metadata else None
            place = person_at(text, value.start, value.end) or nickname
            if place and _is_word(text, value) and _DOES.match(text, place[1], value.end):
                continue  # 'Minutes' heads what was said, and somebody is its first word
            if place and not ORGANISATION.search(text, *place):
                return place
    return None


def _follows_election(text: str, start: int) -> bool:
    """Whether a heading over the officers who were elected stands above ``start``."""
    above = text[max(0, start - _ABOVE) : start].lower()
    may_head = "elect" in above or "nominat" in above or "appoint" in above
    return may_head and _ELECTED.search(text, max(0, start - _ABOVE), start) is not None


def _heads_line(text: str, value: Labelled) -> bool:
    """Whether 'Minutes - Quay Club, 5 March' is the title of the minutes and names nobody."""
    return (
        _is_word(text, value)
        and (":" not in text[slice(*value.label)] or _YEAR.search(text, value.start, value.end) is not None)
        and any(character.isdigit() for character in text[value.start : value.end])
    )


def _is_word(text: str, value: Labelled) -> bool:
    """Whether the label is 'Minutes' or 'Notes', which may head a text as well."""
    return text[slice(*value.label)].strip(_BARE).lower() in ("minutes", "notes")


def _handle_at(text: str, value: Labelled) -> Place | None:
    """Return a value that is one word, as a nickname is; behind 'Notes:' it is more likely a note."""
    if text[slice(*value.label)].strip(_BARE).lower() == "notes":
        return None
    match = _NICKNAME.match(text, value.start, value.end)
    return match.span(1) if match and not NOT_A_NICKNAME.match(match[1]) else None


def person_at(text: str, start: int, end: int) -> Place | None:
    """Return the person's name with which a slice begins, where nothing runs on behind it."""
    match = _PERSON_FIRST.match(text, start, end)
    if not match or NOT_A_PERSON.match(match[0]):
        return None
    stop = match.end() - (text[match.end() - 1] == ".")  # 'Ann Bell. The meeting ...'
    if not (_AFTER_NAME.match(text, match.end(), end) or _AFTER_NAME.match(text, stop, end)):
        return None
    office = _OFFICE_BEHIND.search(match[0])
    if office and " " in match[0][: office.start()]:
        return match.start(), match.start() + office.start()
    return match.start(), _without_stop(text, match.start(), match.end())


def _without_stop(text: str, start: int, end: int) -> int:
    """Leave out a full stop that ends the sentence and not an initial ('J.') or a short title."""
    return end - 1 if text[end - 1] == "." and end - start > 2 and text[end - 3 : end - 2] not in (" ", ".") else end


def chair_in_sentences(text: str, zones: Sequence[Zone]) -> Place | None:
    """Return who is said to have chaired."""
    for zone in holding(zones, _CHAIRED_STEMS):
        if place := _said_to_chair(text, zone):
            return place
    return None


_CHAIRED_STEMS = (
    "chair", "presid", "headed by", "facilitat", "moderat", "to order", "opened by", "convened by", "led by", "hosted by", "run by",
    "conducted by",
)  # fmt: skip


def opener(text: str, zones: Sequence[Zone]) -> Place | None:
    """Return who opened, convened or closed the meeting."""
    for zone in holding(zones, (" meeting", " session", "to order", " call ", " agm", " assembly")):
        if place := named_before(text, _OPENED, zone):
            return place
    return None


def _said_to_chair(text: str, zone: Zone) -> Place | None:
    if (label := _CHAIR_LABEL.search(text, zone.start, zone.end)) and not NOT_A_PERSON.match(label[1]):
        return label.start(1), _without_stop(text, *label.span(1))
    for pattern in (_CALL_BY, _MADE_CHAIR):
        if (match := pattern.search(text, zone.start, zone.end)) and not NOT_A_PERSON.match(match[1]):
            return match.span(1)
    match = _CHAIRED_BY.search(text, zone.start, zone.end)
    if match and _of_other_group(text[max(zone.start, match.start() - _ABOVE) : match.start()]):
        return None
    if match and (place := person_at(text, match.end(), zone.end)):
        return place
    if match and (post := post_at(text, match.end(), zone.end)):  # 'called to order by Minister of Works Ann Bell'
        return post.name.start, post.name.end
    if (match := _CHAIR_NAMED.search(text, zone.start, zone.end)) and not NOT_A_PERSON.match(match[1]):
        return match.span(1)
    if (match := _CHAIR_BESIDE.search(text, zone.start, zone.end)) and not NOT_A_PERSON.match(match[1]):
        return match.span(1)
    return named_before(text, _CHAIRED, zone)


def _of_other_group(before: str) -> bool:
    """Whether those whom somebody chaired are no meeting: 'A working group, chaired by Ann Bell, will ...'."""
    sentence = before.rpartition(". ")[2]
    return _OTHER_GROUP.search(sentence) is not None and not _MEETING.search(sentence)


def named_before(text: str, pattern: re.Pattern[str], zone: Zone) -> Place | None:
    """Return the name that stands right before a match of ``pattern``."""
    for match in pattern.finditer(text, zone.start, zone.end):
        begin = max(zone.start, match.start() - 120)
        lines = text[begin : match.start()].rstrip()
        if (line := lines.rfind("\t") + 1) and " " in lines[line:]:
            begin += line  # a cell holds people one below the other
        if text[begin : match.start()].rstrip().endswith((" was", " is")):
            continue  # 'the meeting of the Association was called to order'
        name = _PERSON_LAST.search(text[begin : match.start()])
        if name and NOT_A_PERSON.match(name[1]):
            name = _IN_BRACKETS.search(text[begin : match.start()])  # 'The Vicar (Revd Ann Bell) in the chair'
        if name and not NOT_A_PERSON.match(name[1]) and not _COMING.search(text, begin, match.start()):
            several = _SEVERAL.match(name[1])
            return begin + name.start(1) + (several.end() if several else 0), begin + name.end(1)
    return None


def chair_in_headings(text: str, places: Iterable[Place]) -> Place | None:
    """Return the person whom most headings name as chair: '3. Reports (Co-Chair Kim)'."""
    found = [match for start, end in places if (match := _CHAIR_IN_HEADING.search(text, start, end))]
    if len(found) < 2:
        return None
    name = Counter(match[1] for match in found).most_common(1)[0][0]
    return next(match.span(1) for match in found if match[1] == name)


def marked_chair(text: str, lines: Iterable[HeadLine]) -> Place | None:
    """Return the one person of the head behind whose name '(Chair)' or '- Chair' stands."""
    found = []
    for line in lines:
        end = min(line.end, line.start + 600)
        low = text[line.start : end].lower()
        if ("chair" in low or "presiding" in low) and not low.startswith(("apolog", "absent")):
            found += [place for place in marked(text, line, _CHAIR_MARK) if not NOT_A_PERSON.match(text, *place)]
    return found[0] if len(found) == 1 else None


def as_party(source: Source, attendee: Attendee) -> Party:
    """Quote the attendee's name from the entry in the list."""
    words = r"[\s|,]+".join(re.escape(word) for word in attendee.name.split())
    match = re.compile(words).search(source.text, attendee.span.start, attendee.span.end)
    start, end = match.span() if match else (attendee.span.start, attendee.span.end)
    return Party(text=source.fold(start, end), attendee=attendee.id, span=Span(start=start, end=end))


def marked(text: str, line: HeadLine, mark: re.Pattern[str]) -> Iterator[Place]:
    """Yield the names before a mark such as '(Chair)'; where one comma stands before it, an affiliation follows the name."""
    first = _IN_COLUMN.match(text, line.start, line.end)
    for match in mark.finditer(text, line.start, min(line.end, line.start + 600)):
        if first and not NOT_A_PERSON.match(first[1]):
            yield first.span(1)
            continue
        before = text[line.start : match.start()]
        if (
            before.count(",") == 1
            and "(" not in before
            and ":" not in before
            and "," not in text[match.end() : line.end]
        ):
            before = before[: before.index(",")]
        name = _PERSON_LAST.search(before[-90:])
        if name:
            start = line.start + max(0, len(before) - 90) + name.start(1)
            several = _SEVERAL.match(name[1])
            yield start + (several.end() if several else 0), start + len(name[1])


def resolved(party: Party, roster: Roster, listed: Attendee | None) -> Party:
    """Return the party with the attendee whom it means: of several it may mean, the one whose role is listed so."""
    attendee = roster.resolve(party.text)
    if attendee is None and listed and set(party.text.split()) <= set(listed.name.split()):
        attendee = listed.id
    return party.model_copy(update={"attendee": attendee})
