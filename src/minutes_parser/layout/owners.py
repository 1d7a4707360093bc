"""Owners: whom the words of a task name, and where.

What is not certain is no owner.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from minutes_parser import lazy
from minutes_parser.layout.mentions import Known, Span, bare, is_bid, is_certain, is_mention, parts

_ARTICLE = lazy.compile(r"(?i)\s*(?:(?:that|for|then|also,?|and|both|action:?)\s+){0,2}(?:the\s+)?")
_MARKER = lazy.compile(
    r"\s+(?=[achikmnopstuvw])(?:kindly\s+)?(?:to|(?:will|is\s+to|are\s+to)\s+be\s+(?:asked|requested|tasked|invited|instructed)\s+to|will|would|shall|should|must"
    r"|(?:is|are)\s+(?:(?:going|planning|intending|due|happy|willing)\s+)?to|plans?\s+to|intends?\s+to|needs?\s+to"
    r"|(?:(?:has|have)\s+)?(?:also\s+|kindly\s+)?(?:agree[ds]?|undert(?:ook|akes?|aken)|promise[ds]?|offer(?:s|ed)?|volunteer(?:s|ed)?)\s+to|offered|volunteered"
    r"|(?:has|have)\s+to|(?:was|were|has\s+been|have\s+been|is|are)\s+(?:(?:asked|requested|tasked|invited|instructed)\s+to|(?:tasked\s+with|responsible\s+for)(?=\s\w{2,20}ing\b))"
    r"|(?:advised|said|confirmed|stated)\s+(?:that\s+)?(?:he|she|they)\s+(?:will|would))\b(?P<also>\s+also\b)?"
)
_LONGEST_ASIDE = 50
FARTHEST = 90
"""Characters before a ' to ' in which the clause begins that calls on somebody."""
_ASKED = frozenset("ask the get invite tell remind need let help request encourage urge contact our this each".split())
"""What opens a sentence about a group: 'Ask the finance team to ...'."""
_NO_VERB = frozenset(
    "the a an all any each both this that these those their his her its our your my whom which date members".split()
)
_PASSIVE = lazy.compile(
    r"\s+(?:also\s+|then\s+)?be\s+(?:\w+ly\s+)?(?!involved\b)(?:\w{2,20}ed|sent|put|made|done|given|kept|held|written|taken"
    r"|brought|set|found|drawn|bought|sought|told|shown|paid|read|laid|built|chosen|run|met|let)\b"
)
_GOES_ON = lazy.compile(r"\s+continue\s+(?:to|with|[a-z]{2,20}ing)\b")
_UNAGENTIVE = frozenset(
    "go be open close remain start begin include stay continue display appear become happen feature end come stand rise"
    " fall increase cost".split()
)
_TEAM = lazy.compile(
    r"(?:The\s+)?(?P<who>[A-Z][\w-]{1,20}(?:\s[a-z][\w-]{2,20}){1,3}?\s(?:team|group|committee|board|panel|owners?|officers?|editors?|leads?|managers?"
    r"|coordinators?|members|maintainers|volunteers|staff))\s+(?:to|will)\s+(?!be\b|the\b|an?\b)[a-z]{2,}"
)
"""A group that goes by ordinary words, where they open the task: 'Open days team to write ...'."""
_REQUESTED = lazy.compile(
    r"\b(?:requested|asked)\s+(?:that\s+|for\s+)?(?P<who>[^,.;:\n]{2,60}?)\s+(?:to\s+)?(?=[a-z]{3,})"
)
_AGREED = lazy.compile(r"It\swas\s(?:agreed|resolved|decided)\sthat\s")
_THAT = lazy.compile(
    r"That\s+(?:the\s+)?(?P<who>[A-Z@][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3})\s+(?!to\b|be\b)(?=[a-z]{3,}\s)"
)
_JOINED = lazy.compile(
    r"(?:,|;|\band)\s+(?P<who>(?:[A-Z@][^,.;:\s]{0,30}\sand\s)?(?:the\s+)?(?:clerk|secretary|treasurer|chair(?:man)?|[A-Z@][^,.;:\s]{0,30})(?:\s[A-Z][^,.;:\s]{0,30}){0,2})\s+(?:to|will)\s+(?=[a-z]{2,})"
)
_DUE_TAIL = lazy.compile(
    r"[BbAaDdFf](?:(?<=\b[Bb])(?:y|efore)|(?<=\ba)sap|(?<=\bA)SAP|(?<=\b[Aa])s soon|(?<=\b[Dd])ue|(?<=\b[Ff])or next)\b[^\n]{0,60}\Z"
)
_FIELDS_BEHIND = lazy.compile(
    r"[\s(\[](?i:owners?|actions?(?:\sby)?|assigned(?:\sto)?|assignees?|responsible|lead|by\swhom)\s?:\s{0,2}(?P<who>[A-Z@][^:;()\[\]\n]{1,50}?)"
    r"(?:[,;.|\s]{1,3}(?i:due(?:\s(?:date|by))?|deadline|by\swhen|when|target)\s?:\s{0,2}(?P<due>[^:;()\[\]\n]{2,40}?))?[)\].]{0,2}\s*\Z"
)
"""What a task says of itself behind its words: '... (Owner: Ann Bell, due: 5 May)'."""
_BRACKETS_BEHIND = lazy.compile(
    r"\s*[(\[]\s*(?:(?:(?i:action|owner)s?|(?i:led|lead|assigned|owned)(?:\s+(?:by|to))?|by)\s*[:\-–—]?\s+|(?i:action|owner)s?[:\-–—])?(?P<who>[^()\[\]\n]{2,80}?)\s*[)\]][.;]?\s*\Z"
)
_DASH_BEHIND = lazy.compile(
    r"\s*(?:\s[-–—]{1,2}|[-–—]{1,2}\s|\t|[ ]{3,9}|\s(?:[-=]{1,2}>|[>→⇒|]))\s*(?P<who>[A-Z@a][^\n\t()\-–—]{1,60}?)[.;]?\s*\Z"
)
_KNOWN_BEHIND = lazy.compile(
    r"(?:(?::|,)\s(?P<who>[A-Z](?:[^:,.;\n()]|(?<=\b[A-Z])\.){1,40})|\s(?P<handle>@[\w-]{1,40}))[.]?\s*\Z"
)
_OPENING = lazy.compile(r"[(\[]")
_SET_OFF = lazy.compile(r"[-=–—\t>→⇒|]|   ")
"""Without which neither of the two is met."""
_STOP = lazy.compile(r"[.!?]\s")
_STOP_BEHIND = lazy.compile(r"(?<=[.!?])(?<!\b[A-Z]\.)\s+(?P<who>[A-Z@](?:[^\n\t.]|(?<=\b[A-Z])\.){1,40}?)[.]?\s*\Z")
_WORD_AFTER = lazy.compile(r"\s+([\w’'-]+)")
_AHEAD = lazy.compile(
    r"(?P<who>[A-Za-z@*](?:[^:\n\-–—]|(?<=\w)-(?=\w)){0,80}?)(?=[\s:–—-])(?:\s\(with\s[^()\n]{2,40}\))?\s*(?::{1,2}|\s[-–—]{1,2}|[-–—]{1,2}(?=\s)|[ ]*(?=\t)|[ ]{2,12}(?=[ ]))\s+(?=\S)"
)
_SIGN = lazy.compile(r"[:\-–—\t]|[ ]{3}")
_WORKS = lazy.compile(r":\s(?!(?:the|an?|any|this|these|no|not|all|we|it|is|was|see)\b)[a-z]")
_HANDLE_AHEAD = lazy.compile(r"@[\w-]{1,40}(?:(?:,|\s?[/&+])\s?@[\w-]{1,40}){0,5}(?=\s+(?!to\b|and\b|will\b)[A-Za-z])")
_KNOWN_AHEAD = lazy.compile(
    r"(?P<who>[A-Z][a-z’'-]+[A-Z]?|[A-Z]{2,4}|[A-Z][\w’'-]+(?:\s[A-Z][\w’'.-]*){1,2}?)(?:\s?(?P<stop>\.)\s+(?=[A-Z])|(?=\s(?!\w+(?:ed|ly)\b|\w*[^s\W]s\b|(?:to|and|will|would|could|should|may|had|the|of|or|also|not|on|in|at|for|from|with|who|said|told|gave"
    r"|took|made|met|spoke|felt|led|sent|wrote|found|kept|brought|thought|became|began|left)\b)[a-z]))"
)
_AHEAD_BRACKETS = lazy.compile(r"[(\[](?P<who>[A-Za-z@][^()\[\]\n]{0,60})[)\]]\s*[:\-–—]?\s*(?=\S)")


_NOT_YET = lazy.compile(
    r"(?i)(?:optional|ongoing|on-?going|carried|cont|new|old|urgent|done|in progress|completed?|closed|open|low|medium|high|stretch"
    r"|previous|update|blocked|wip|draft|from|see|if|re|p\d)\b"
)
"""What stands in brackets before a task and is its state, not its owner."""


@dataclass(slots=True)
class Owned:
    """Owners, and the text of the task without the words that only name them."""

    owners: tuple[Span, ...]
    start: int
    end: int


def _is_sure(phrase: str, known: Known) -> bool:
    return is_certain(phrase, known, full_names=False)


def ahead(text: str, start: int, end: int, known: Known) -> Owned | None:
    """Return the owners before a colon or dash: 'AB: write ...', '@handle - write ...', '[AB] write ...'."""
    window = min(end, start + 140)
    enclosed = text[start : start + 1] in ("(", "[")
    for pattern in (_AHEAD_BRACKETS,) if enclosed else (_AHEAD,) if _SIGN.search(text, start, window) else ():
        if match := pattern.match(text, start, window):
            keeps = text.startswith(("to ", "will "), match.end())
            works = _WORKS.match(text, match.end() - 2)  # 'Ann Bell: draft the letter'
            apart = (
                pattern is _AHEAD_BRACKETS or text.find("::", match.end("who"), match.end()) >= 0
            )  # as in a list of terms
            apart = apart and not _NOT_YET.match(match["who"])
            test = is_mention if keeps or apart else is_certain if works else _is_sure
            spans = all_of(text, *match.span("who"), known, test)
            if not spans and (among := all_of(text, *match.span("who"), known, is_mention)):
                spans = among if any(known(text[a:b]) for a, b in among) else ()  # 'Ann & Lena - help with the fair'
            if spans:
                return Owned(spans, start if keeps else match.end(), end)
    if (
        (match := _KNOWN_AHEAD.match(text, start, end))
        and known(match["who"])
        and not (match["who"].isupper() and subject(text, start, end, known))  # 'AB policy team to write'
    ):  # 'Ann Bell draft the letter'
        return Owned((match.span("who"),), match.end() if match["stop"] else start, end)
    if text.startswith("@", start) and (match := _HANDLE_AHEAD.match(text, start, end)):
        return Owned(all_of(text, *match.span(), known, is_mention) or (match.span(),), start, end)
    return None


def behind(text: str, start: int, end: int, known: Known) -> Owned | None:
    """Return the owners that end the task: '... (AB)', '... - AB', '...<tab>Clerk', '... Clerk' as its last sentence."""
    window = max(start, end - 120)
    tail = text[max(0, window - 1) : end]  # with the stop before it
    for pattern, sign in ((_BRACKETS_BEHIND, _OPENING), (_DASH_BEHIND, _SET_OFF), (_STOP_BEHIND, _STOP)):
        first = sign.search(tail)  # nothing but white space stands before it in what the pattern matches
        begin = max(window, end - len(tail) + len(tail[: first.start()].rstrip())) if first else end
        match = pattern.search(text, begin, end) if first else None
        while match and not (spans := all_of(text, *match.span("who"), known, is_certain)):
            match = pattern.search(text, match.start() + 1, end)
        if match and match.start() > start and not (pattern is _STOP_BEHIND and is_bid(match["who"])):
            return Owned(spans, start, match.start())
    return None


def fields_behind(text: str, start: int, end: int, known: Known) -> tuple[Owned, Span | None] | None:
    """Return the owners, and the time by when, that fields behind the task's words name: '... Owner: AB. Due: 5 May'."""
    window = max(start, end - 130)
    match = _FIELDS_BEHIND.search(text, window, end) if text.find(":", window, end) >= 0 else None
    spans = all_of(text, *match.span("who"), known, is_mention) if match else ()
    if match is None or not spans or match.start() <= start:
        return None
    return Owned(spans, start, match.start()), match.span("due") if match["due"] else None


def known_behind(text: str, start: int, end: int, known: Known) -> Owned | None:
    """Return those of the meeting who end an item of a list behind a colon or comma: 'Mend the gate: AB'."""
    match = _KNOWN_BEHIND.search(text, max(start + 1, end - 60), end)
    if match is None:
        return None
    if match["handle"]:
        return Owned((match.span("handle"),), start, match.start())
    spans = all_of(text, *match.span("who"), known, _is_sure if text[match.start()] == ":" else is_certain)
    meant = text[match.start()] == ":" or all(known(text[a:b]) for a, b in spans)  # 'Ask the Chair, Clerk'
    return Owned(spans, start, match.start()) if spans and meant else None


def only(text: str, start: int, end: int, known: Known) -> tuple[Span, ...]:
    """Return the owners if nothing but owners (and perhaps a due date) stands there."""
    if end - start > 120:
        return ()
    if due := _DUE_TAIL.search(text, start + 1, end):
        before = text[start + 1 : due.start()].rstrip()
        end = start + 1 + len(before[:-1].rstrip() if before.endswith((",", "(", "-", "–", "—")) else before)
    return all_of(text, start, end, known, is_certain)


def named(text: str, start: int, end: int, known: Known) -> tuple[Span, ...]:
    """Return whoever a cell or label names, certain or not, as long as each part looks like a name, role or group."""
    return all_of(text, start, end, known, is_mention)


def subject(text: str, start: int, end: int, known: Known) -> tuple[Span, ...]:
    """Return the owners in a sentence of the form 'AB to write ...', 'The Clerk will ...', 'X was asked to ...'."""
    if agreed := _AGREED.match(text, start, end):
        start = agreed.end()
    window = min(end, start + 220)
    if (asked := _THAT.match(text, start, window)) and is_certain(asked["who"], known):
        return (asked.span("who"),)
    if (team := _TEAM.match(text, start, window)) and team["who"].partition(" ")[0].lower() not in _ASKED:
        return (team.span("who"),)
    for tries, marker in enumerate(_MARKER.finditer(text, start, window)):
        if tries > 4:
            break
        spans = _run(text, start, marker.start(), known)
        if spans and _agentive(text, marker, spans, known, end):
            return spans + _joined(text, marker.end(), end, known)
        if spans:
            return ()
    asks = text.find("asked", start, window) >= 0 or text.find("requested", start, window) >= 0
    if asks and (match := _REQUESTED.search(text, start, window)):
        return all_of(text, *match.span("who"), known, is_mention)
    return ()


def calls_nobody(text: str, to: int) -> bool:
    """Whether the ' to ' at ``to`` can tell nobody what to do: no verb follows it, and nothing before it might call on somebody.

    So it is in 'Prior to the meeting', 'Thanks to Ann'.
    """
    sign = text[to + 4 : to + 5]
    if sign.isspace() or (sign.islower() and not text.startswith(("the ", "a ", "an "), to + 4)):
        return False
    start = max(0, to - FARTHEST)
    first = _MARKER.search(
        text, max(start, text.rfind("\n\n", start, to)), to + 4
    )  # no clause goes on behind a blank line
    return first is not None and first.start() == to


def subject_before(text: str, start: int, end: int, known: Known) -> tuple[Span, ...]:
    """Return whoever stands between ``start`` and the verb at ``end``: 'AB [took an action to ...]'."""
    return _run(text, start, end, known)


def opens(text: str, start: int, spans: tuple[Span, ...], known: Known) -> bool:
    """Whether certain owners open the text at ``start`` and 'to' or 'will' follows them at once."""
    lead = spans[0]
    certain = all(is_certain(text[a:b], known, full_names=False) for a, b in spans)
    return (
        certain
        and not text[start : lead[0]].strip().lower().removeprefix("the")
        and any(text.startswith((" to ", " will "), _behind_aside(text, b)) for _, b in spans)
    )


def _behind_aside(text: str, at: int) -> int:
    """Return where what stands in brackets behind a name ends: 'Ann Bell (Mill Trust)'."""
    return text.find(")", at, at + _LONGEST_ASIDE) + 1 or at if text.startswith(" (", at) else at


def _joined(text: str, start: int, end: int, known: Known) -> tuple[Span, ...]:
    """Return further owners: '... and HQ to report back'."""
    found: list[Span] = []
    for match in _JOINED.finditer(text, start, min(end, start + 600)):
        found += all_of(text, *match.span("who"), known, is_certain)
    return tuple(found)


def _agentive(text: str, marker: re.Match[str], spans: tuple[Span, ...], known: Known, end: int) -> bool:
    """Whether the words behind the marker are something that the owner does."""
    after = _WORD_AFTER.match(text, marker.end(), end)
    if after is None:
        return False
    word = after[1]
    if marker.group().split()[-1] == "to" and (word in _NO_VERB or not word[0].islower()):
        return False
    if _PASSIVE.match(text, marker.end(), end):
        return False
    phrase = bare(text, *spans[-1])
    return word not in _UNAGENTIVE or is_certain(phrase, known) or _GOES_ON.match(text, marker.end(), end) is not None


def _run(text: str, start: int, end: int, known: Known) -> tuple[Span, ...]:
    """Return the names that end at ``end`` and fill the text back to ``start`` or to a comma."""
    start = max(
        start, *(at + 2 for sign in (": ", "- ", "– ", "— ") if (at := text.rfind(sign, start, end)) > start), start
    )
    skip = _ARTICLE.match(text, start, end)
    spans = parts(text, skip.end() if skip else start, end, known)
    kept: list[Span] = []
    for a, b in reversed(spans):
        a, b = _strip_article(text, a, b)
        if not is_mention(text[a:b], known):
            break
        kept.insert(0, (a, b))
    if kept and len(kept) < len(spans):
        before = text[spans[-len(kept) - 1][1] : kept[0][0]]
        if "," not in before:
            return ()
    return tuple(kept)


def all_of(text: str, start: int, end: int, known: Known, test: Callable[[str, Known], bool]) -> tuple[Span, ...]:
    """Return the names that stand there, if each of them passes the test."""
    spans = [_strip_article(text, a, b) for a, b in parts(text, start, end, known)]
    return tuple(spans) if spans and all(test(text[a:b], known) for a, b in spans) else ()


def _strip_article(text: str, start: int, end: int) -> Span:
    return (start + 4, end) if text[start : start + 4] in ("The ", "the ") else (start, end)
