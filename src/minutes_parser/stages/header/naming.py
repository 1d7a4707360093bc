"""The document's title line and the body that met."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from minutes_parser import lazy
from minutes_parser.dates import find_dates
from minutes_parser.layout.names import HONORIFIC
from minutes_parser.layout.topics import labels_attendance, topic
from minutes_parser.stages.header.beside import between_day_and_meeting
from minutes_parser.stages.header.lines import HeadLine, Labelled, Place, is_labelled

_TITLE_WORD = lazy.compile(
    r"(?i)\b(?:minutes|meeting(?!\s+(?:room|hall|house)\b)|plenum|plenary|AGM|EGM|(?<!\()notes|notes(?!\))|proceedings|assembly|(?<!via )tele-?con(?:f|ference)?)\b"
)
_NO_TITLE_MARKS = ("://", "->", "»", "›")
"""Of links and of the way to a page."""
_MEETING = lazy.compile(r"(?i)\bminutes\s+(?:of|from|for)\b|\bmeeting\b")
_MONTH_DAY = lazy.compile(
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)\.?\s+(?:\d{1,4}\s+)?|[\d/.-]{1,10}\s+|(?:Draft|Minutes|Notes|From|from|Of|of|the|The)\s+"
)
_BARE_MINUTES = lazy.compile(r"\W*(?:(?:un)?(?:approved|confirmed|adopted|official)|draft|final)\s+minutes\W*")
_SHORT, _ALONE = 60, 20
_OF_MEETING = lazy.compile(r"(?i)\b(?:meeting|met|held|minutes)\b")
_SENTENCE = lazy.compile(
    r"(?i)\b(?:was|were|is|are|be|been|will|shall|said|met|has|have|took|agreed|opens|opened|welcome[sd]|thanked|commence[sd]|began|(?<!, )called|closed|held\s+(?:their|its|a))\b"
)
_NO_TITLE = lazy.compile(
    r"(?i)\W*(?:\d+[.)]\s|(?:to\s+)?(?:approve|approval|adopt|adoption|accept|acceptance|confirm|confirmation)\b|there\s+being|minutes\s*:|meeting\s+purpose\b|(?:type|purpose|nature|date|time|place|name)\s+of\s+(?:the\s+)?meeting\b|present|apologies|in\s+attendance|attendees|members|note\b|these\s+minutes|status|(?:the\s+)?minutes\s+(?:of|from)\s+(?:the\s+|our\s+)?(?:last|previous)\b|the\s+meeting|meeting\s+(?:chair|called|location|venue|type|date|time|start|details|opened|information|info|link|id|minutes?\s*:?$)|"
    r"[^.\n]{0,40}\b(?:previous|last|next)\s+meeting|agenda(?:,\s*decisions)?\s+(?:and|&)\s+(?:draft\s+)?minutes\s*$|all\s+meetings|homemy\s+weblink|tsc\s+meetings|minutes\s*:?$|https?:)"
)
_LETTERED = "|".join(rf"{letters}(?<=[\w)]\s{letters})(?!\s?\d|-)" for letters in ("WG", "CG", "IG", "SIG"))
_BODY_NOUN = (
    r"(?:Council|Committee|Sub-?[Cc]ommittee|Board|Panel|Group|Forum|Assembly|Society|Association|Trust|Club|Federation|Union|Foundation|"
    r"Partnership|Governors|Governing\s+Body|Team|Taskforce|Task\s+Force|Commission|Cabinet|Executive|Exec|TSC|TAC|TC|PTA|Trustees|Network|Alliance|Consortium|Charity(?<!Registered Charity)|Authority|Selectmen|Maintainers|"
    r"COUNCIL|COMMITTEE|SUB-?COMMITTEE|BOARD|PANEL|GROUP|FORUM|ASSEMBLY|SOCIETY|ASSOCIATION|TRUST|CLUB|GOVERNORS|PARTNERSHIP|COMMISSION|Plenum|Senate|SENATE"
    rf"|{_LETTERED})"
)
_BODY = lazy.compile(
    rf"(?:(?<![A-Za-z])(?!Registered\b|Meeting\b|MEETING\b|Minutes\b|MINUTES\b|HELD\b|Held\b)(?:[A-Z]{{2,6}}\s\d{{1,4}}|[a-z]{{0,4}}[A-Z][\w&’'./-]*)\s+(?:\([A-Z][\w-]{{1,9}}\)\s+)?(?:(?:of|and|for|the|&|in|on)\s+){{0,2}}){{0,8}}(?<![A-Za-z]){_BODY_NOUN}(?!\s+(?i:chambers?|offices?|room|house|hall)\b)(?:\s+(?:OF|of|(?:ON|on)(?!\s+(?i:the\s+)?(?i:\w+day\b|jan|feb|mar|apr|may\b|jun|jul|aug|sep|oct|nov|dec)))\s+(?:the\s+|THE\s+)?[A-Z][\w’'-]+(?:\s+(?![Mm]eeting|MEETING|[Mm]inutes|MINUTES)[A-Z][\w’'-]+){{0,3}})?(?:\s+\([A-Z]{{2,8}}\)|\b)"
)
_OF_A_PERSON = lazy.compile(rf"\s*{HONORIFIC}\b\.?\s+[A-Z]")
_LISTS = lazy.compile(
    r"(?i)\W*(?:(?:those|also|members|others|councillors|governors|trustees|directors|board\s+members|committee\s+members)\s+)?(?:present|in\s+attendance|attendees|attendance|apologies|absent|invited|observers|guests|regrets|council|committee|board)(?:\s*\([^()]{1,30}\))?\s*[:;–-]"
)
"""A line of people, whose organisations are not the body that met."""
_OFFICE_HOLDERS = lazy.compile(r"(?:Trustees|Governors|Directors)[ ][A-Z][a-z]+")
"""Those who hold an office, before their names: 'Trustees Ann Bell'."""
_NOUN = lazy.compile(_BODY_NOUN)
"""Each of its words begins with a letter, so that the search runs from one such capital to the next."""
_LEAD_IN = lazy.compile(
    r"(?i)(?:(?:[ap]m|draft|unconfirmed|approved|confirmed|final|the|of|a|an|ordinary|annual|general|extraordinary|special|regular|monthly|statutory|adopted|adjourned|summary|reconvened|proceedings|session|minute|minutes|meeting|notes|held|by|for|parish\s+meeting|spring|summer|autumn|winter|business|quarterly|weekly|(?:january|february|march|april|may|june|july|august|september|october|november|december)|\d{1,4}(?:st|nd|rd|th)?|(?-i:[A-Z]{3,6}-?\d{2,3}))\s+)+"
)
_LOWER_NOUN = r"(?:team|task\s?force|working\s+group|steering\s+group|group|committee|board|council|club|panel|forum)"
_WITH_MEETING = lazy.compile(
    rf"(?P<name>(?:[A-Z][\w&/.-]*\s+(?:\d{{4}}\s+|(?:of|and|for|the|&)\s+)?){{1,6}}?(?P<noun>(?:[a-z]+\s){{0,2}}{_LOWER_NOUN}\s+)?)"
    r"(?:[–—-]\s+)?(?:(?i:annual|general|special|regular|monthly|weekly|\d{4}|public|virtual)\s+){0,3}(?i:meetings?|minutes|notes|AGM|tele-?con(?:f|ference)?|call)\b"
)
"""What stands before 'meeting' in a title."""
_MEETING_OF = lazy.compile(
    r"(?i:\bmeeting\s+of\s+the)\s+(?P<name>(?!(?:Parish|PARISH|Town|TOWN|Members|MEMBERS|Electors|ELECTORS|Year|YEAR)\b(?!\s+of\b))"
    r"(?:[A-Z][\w&’'./-]*\s+(?:(?:of|and|for|the|&)\s+){0,2}){0,5}(?!HELD\b|Held\b)[A-Z][\w&’'/-]*)(?=[,;(]|\s+(?:[-–—(@]|(?i:held|on|at|in)\b)|\s*\Z)"
)
"""'meeting of the Brook Centre, 5 May', whatever the body calls itself."""
_ACRONYM = lazy.compile(
    r"(?!(?:DRAFT|AGM|EGM|IRC|FINAL|MINUTES|MEETING|NOTES|TBD|FY\d*|UTC|PDF)\b)(?:[A-Z]{2,}|[A-Z][\w-]*[A-Z])[\w-]*(?<!\d{4})"
)
"""'PFA', 'SIG-Docs': a name in a title that is not set in capitals as a whole."""
_FRIENDS = lazy.compile(
    r"\bFriends of (?:the )?[A-Z][\w’'-]+(?: (?!(?:AGM|EGM|Meeting|Minutes|Annual|General|Notes|Committee)\b)[A-Z][\w’'-]+){0,3}"
)
_GENERIC = lazy.compile(
    r"(?:the\s+)?(?:Board|Council|Committee|Group|Team|Club|Panel|Trustees|Union|Network|Executive|Association|Society|Trust|Authority|Charity)"
)
"""A word for any body, which in running text names none."""
LONGEST_TITLE = 250
_PAGE_DATA = 300
"""Characters at the beginning in which 'title:' tells the page's title."""
_UNENDED = lazy.compile(r"(?i)\b(?:of|the|on|at|in|for|and|held)\s*\Z")
_LONGEST_WORD = 6
_NEXT_LINE = lazy.compile(r"[ \t*_]*\r?\n(?:[ \t]*\r?\n)?[ \t]*[^\r\n]{2,120}(?<=\S)")
_TOP_LINES, _LONGEST_DATED = 4, 120
_DATE_WORD = lazy.compile(
    r"(?i)\W*(?:dated?|days?|times?|when|held|posted|published|created|updated|version|revision|printed|agenda(?=\s\d))\b"
)
_WORD = lazy.compile(r"[A-Za-z]{3,}")


def title(text: str, lines: Sequence[HeadLine], values: Iterable[Labelled]) -> Place | None:
    """Return the title line: 'Minutes of ...' in the text, else the front matter's title, else a heading for the meeting."""
    written = [
        line
        for line in lines[:12]
        if not line.metadata and not line.cells and not _listed(line) and _is_title(text, line)
    ]
    full = [
        line
        for line in written
        if "minutes" in text[line.start : line.end].casefold() and find_dates(text, line.start, line.end)
    ]
    telling = [line for line in written if line.heading and _names_body_and_day(text, line.start, line.end)]
    declared = [
        (value.start, value.end)
        for value in values
        if value.field == "title"
        and (value.metadata or value.start < _PAGE_DATA or text[value.label[0] :][:7].casefold() == "meeting")
        and not _is_bare_date(text, value.start, value.end)
    ]
    full.sort(
        key=lambda line: not _MEETING.search(text, line.start, line.end)
    )  # '1 May - Minutes' above 'Minutes of the ...'
    written.sort(key=lambda line: _tells_little(text[line.start : line.end].casefold()))
    if not any(_names_body_and_day(text, *place) for place in declared):
        full += telling  # 'Meeting minutes' in the page's data tells less
    for place in [*((line.start, line.end) for line in full), *declared, *((line.start, line.end) for line in written)]:
        if _TITLE_WORD.search(text, *place):
            return _whole(text, place)
    return declared[0] if declared else _dated(text, lines) or _heading(text, lines)


def _names_body_and_day(text: str, start: int, end: int) -> bool:
    return bool(find_dates(text, start, end)) and _in_title(text, start, end) is not None


def _whole(text: str, place: Place) -> Place:
    """Return the title with the lines in which it goes on: 'Minutes of the meeting held on' over the day."""
    start, end = place
    while _UNENDED.search(text, max(start, end - _LONGEST_WORD), end) and (more := _NEXT_LINE.match(text, end)):
        if more.end() - start > LONGEST_TITLE:
            break
        end = more.end()
    return start, end


def _dated(text: str, lines: Sequence[HeadLine]) -> Place | None:
    """Return the first line that names a day beside other words, where no line names the meeting: 'Quay Forum - 5 March 2024'."""
    for line in _first(lines, _TOP_LINES):
        if not line.counts or line.metadata or line.cells or _listed(line) or line.end - line.start > _LONGEST_DATED:
            continue
        if _DATE_WORD.match(text, line.start, line.end) or not (named := find_dates(text, line.start, line.end)):
            continue
        rest = text[line.start : named[0].start] + text[named[0].end : line.end]
        opens = named[0].start == line.start and any(
            character.isdigit() for character in rest
        )  # the hour and the place
        if (
            _WORD.search(rest)
            and not opens
            and not _NO_TITLE.match(text, line.start, line.end)
            and not _SENTENCE.search(rest)
        ):
            named_otherwise = is_labelled(text, line) or labels_attendance(text[line.start : line.end])
            return None if named_otherwise else (line.start, line.end)
    return None


def _heading(text: str, lines: Sequence[HeadLine]) -> Place | None:
    """Return the heading over the whole document, where no line names meeting or day: the body's name, 'Quay Panel at Harbour 12'."""
    line = next((line for line in _first(lines, 1) if not line.metadata), None)
    if (
        line is None
        or line.block is None
        or line.block.kind != "heading"
        or _NO_TITLE.match(text, line.start, line.end)
    ):
        return None
    known = line.block.level == 1 or _by_noun(text, line.start, line.end)
    return (line.start, line.end) if known and topic(text[line.start : line.end]) == "other" else None


def _first(lines: Sequence[HeadLine], most: int) -> Sequence[HeadLine]:
    """Return the first lines of the text, and the data of the page above them."""
    data = next((index for index, line in enumerate(lines) if not line.metadata), 0)
    return lines[: data + most]


def _is_title(text: str, line: HeadLine) -> bool:
    return (
        line.end - line.start <= LONGEST_TITLE
        and bool(_TITLE_WORD.search(text, line.start, line.end))
        and not _NO_TITLE.match(text, line.start, line.end)
        and not _SENTENCE.search(text, line.start, line.end)
        and not any(mark in text[line.start : line.end] for mark in _NO_TITLE_MARKS)
        and not (text[line.end - 1] == "." and _is_remark(text, line))
        and not is_labelled(text, line)
        and not (text[line.end - 1] == ":" and not line.heading)
    )


def _tells_little(low: str) -> int:
    """Return 0 for a line that names minutes, 1 for one that names a meeting, 2 for the bare word: 'Approved minutes'."""
    if _BARE_MINUTES.fullmatch(low):
        return 2
    return 0 if "minutes" in low and len(low) < _SHORT and low[-1] != "." else 1


def _tells(text: str, line: HeadLine) -> bool:
    """Whether a line is a sentence that does not speak of the meeting."""
    words = text[line.start : min(line.end, line.start + LONGEST_TITLE)]
    return text[line.end - 1] == "." and bool(_SENTENCE.search(words)) and not _OF_MEETING.search(words)


def _is_remark(text: str, line: HeadLine) -> bool:
    """Whether a line with a stop names neither minutes nor a day: 'Meeting mostly on the fair.'"""
    return "minutes" not in text[line.start : line.end].casefold() and not find_dates(text, line.start, line.end)


def _listed(line: HeadLine) -> bool:
    """Whether the line is an item of a list, as people and topics are."""
    return line.block is not None and line.block.kind == "bullet"


def _is_bare_date(text: str, start: int, end: int) -> bool:
    dates = find_dates(text, start, end)
    return bool(dates) and sum(date.end - date.start for date in dates) >= end - start - 3


def body(text: str, lines: Sequence[HeadLine], values: Iterable[Labelled], named: Place | None) -> Place | None:
    """Return the body that met: behind a label, in the title, or in one of the first lines."""
    for value in values:
        if value.field == "body" and value.end - value.start < 100 and text[value.start].isupper():
            return value.start, value.end
    first = [
        (line.start, min(line.end, line.start + LONGEST_TITLE))
        for line in lines[:10]
        if not line.cells
        and not _listed(line)
        and not _LISTS.match(text, line.start, line.end)
        and not _OF_A_PERSON.match(text, line.start, line.end)
        and not _tells(text, line)
    ]
    found: list[Place] = []
    if named and (place := _in_title(text, named[0], min(named[1], named[0] + LONGEST_TITLE))):
        found.append(place)
    for start, end in first:
        place = _by_noun(text, start, end)
        if place and (end - start < _ALONE or not _GENERIC.fullmatch(text, *place)):
            found.append(place)
    best = next((place for place in found if " " in text[slice(*place)]), found[0] if found else None)
    return next((place for place in found if best and _says_more(text, place, best)), best)


def _in_title(text: str, start: int, end: int) -> Place | None:
    """Return the body that a title names: 'Quay Council minutes', 'PFA meeting of 5 March', '5 March: reading team call'."""
    if place := _by_noun(text, start, end):
        return place
    if text[start:end].isupper():
        return None
    named = _MEETING_OF.search(text, start, end)
    if named and " " in named["name"] and not find_dates(text, *named.span("name")):
        return named.span("name")
    for match in _WITH_MEETING.finditer(text, start, end):
        lead = _LEAD_IN.match(text, *match.span("name"))
        begin = lead.end() if lead else match.start()
        stop = match.start() + len(match["name"].rstrip())
        stop -= 5 * (text[stop - 4 : stop].isdecimal() and text[stop - 5].isspace())
        while opening := _MONTH_DAY.match(text, begin, stop):
            begin = opening.end()
        words = text[begin:stop].split()
        if (
            words
            and words[0][0].isupper()
            and ((match["noun"] and len(words) > 1) or any(_ACRONYM.fullmatch(word) for word in words))
        ):
            return begin, stop
    return between_day_and_meeting(text, start, end)


def _by_noun(text: str, start: int, end: int) -> Place | None:
    """Return the name that ends in a word for bodies: 'Quay Harbour Council'."""
    match = _BODY.search(text, start, end) if _NOUN.search(text, start, end) else None
    if match is None:
        friends = _FRIENDS.search(text, start, end) if text.find("Friends of ", start, end) >= 0 else None
        return (friends.start(), friends.end()) if friends else None
    lead = _LEAD_IN.match(text, match.start(), match.end())
    begin = lead.end() if lead and lead.end() < match.end() else match.start()
    if begin and text[begin - 1] == "-":  # within a day: '2018-June-07 Quay Panel'
        begin = max([begin, *(d.end + 1 for d in find_dates(text, start, match.end()) if d.start <= begin < d.end)])
    return None if _OFFICE_HOLDERS.match(text, begin, end) else (begin, match.end())


def _says_more(text: str, place: Place, other: Place) -> bool:
    """Whether the name goes on before the words of the other: 'Quayside Users Group' and 'Users Group'."""
    return text[slice(*place)].casefold().endswith(f" {text[slice(*other)].casefold()}")
