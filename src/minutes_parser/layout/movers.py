"""Movers: who put a motion, who seconded it and how the vote went, in the words of the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutes_parser import lazy
from minutes_parser.honorifics import EVERYDAY
from minutes_parser.layout.mentions import Span as Place
from minutes_parser.layout.votes import vote_place

NAME = (
    rf"(?:(?:(?:County[ ])?{EVERYDAY}|(?:Sen|Rep|Hon|Comm|Capt|Sgt|Fr)\b\.?)\s+)?(?:the\s+)?"
    r"(?:(?:[A-Z]\.){1,3}|[A-Z@][\w’'-]{0,30})(?:[ ](?:de|van|von|der)\b)?"
    r"(?:[ ](?!(?i:second|sec\b|carried|motion|vote|passed|propose|moved))(?:[A-Z]\.|[A-Z][\w’'-]{0,30})){0,3}(?:(?<=Jr)\.|(?<=Sr)\.)?"
)
_BETWEEN = (
    r"(?:\s(?:as\s(?:Vice[- ])?(?:Chair\w*|President|Secretary|Treasurer|Captain|Clerk)(?=\sby\b)|was|were|made|duly|in|his|her|their|absence|as|an?|true|correct|and|accurate|record|jointly|for|of|the|adoption"
    r"|approval|acceptance|offered|chair|chairman|president|vice|secretary|treasurer)\b){0,6}"
)
_BY = rf"{_BETWEEN}[.:]?\s{{1,3}}(?i:by|of|from|:)?[:.]?\s{{0,3}}"
_MOVED_BY = lazy.compile(
    rf"\b(?i:propos(?:ed|er|al(?=\s(?:by|of|from)\b))|nominated(?=\s+by\b)|mov(?:ed(?!(?<=[a-z]\smoved)\.)|er)|sponsor(?=\s?:)|(?:approved|accepted|adopted)(?=\s+by\s[^.;\n]{{2,40}}?\ssecond)|prop|proposition|1st(?!\s(?:of\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))|first(?:ed)?(?=\s?(?::|by\b))|motion(?!\s?[:;.,\n]|\sfor\s(?!(?:the\s)?(?:adoption|approval|acceptance)\b)))(?:{_BY}|(?<=[dD])\s?\(|(?<=d)\s?[-–—]\s|(?<=d),\s(?={NAME}(?:[,;]|(?<!\b[A-Z])(?<!\bCllr)(?<!\bM[rs])\.)))(?P<name>{NAME})"
    rf"|\b[Mm]otion\s?\((?P<bracket>{NAME})\)\s?:"
    rf"|\b[Mm]otion\s?:\s{{0,3}}(?P<behind>{NAME})(?=[,;.)]|\s*/|\s*\n|\s*\Z|\s+(?i:sec|2nd))"
)
"""Behind 'Motion:' a name alone is the mover's; else the motion's own words begin there."""
_MADE_BY = lazy.compile(
    rf"\b[Mm]otion\b(?:[^.;\n]{{0,160}}?\b(?:made|put|offered|moved|proposed)|\s+(?:to|that)\b[^.,;\n]{{0,120}}?)\s+by\s+(?P<name>{NAME})"
)
_MOTION_OF = lazy.compile(
    rf"\b[Mm]otion\b[^.;\n]{{2,160}}?(?:[:–-]\s|\()(?P<name>{NAME})[)]?(?=[,;.]?\s+(?i:second|2nd))"
)
"""'Motion to pay the bills: Ann Bell, second: Tom Day'."""
_MOVER = lazy.compile(
    rf"(?P<name>{NAME}):?,?\s+(?:so\s+)?(?:propose[ds]|(?:accepted|approved)(?=\s[^.;\n]{{3,140}}\ssecond(?:ed|s)\b)|offered\s+(?:the\s+following|a)\s+(?:resolution|motion)|(?<!mittee\s)(?<!ouncil\s)(?<!oard\s)(?<!embers\s)(?<!rustees\s)(?<!overnors\s)nominat(?:ed|es)|moved|motion(?:ed|s)|ma(?:de|king)\s+(?:a\s+|the\s+)?motion|[Mm]akes?\s+a\s+motion|moves)\b(?!\s+to\s+(?:\d|next\b|[A-Z]))"
)
_SECONDED_BY = lazy.compile(
    rf"\b(?i:second(?:ed|er)?|sec|2nd(?:ed)?|supported(?=\s+by\b))(?!(?<=[a-z]\sseconded)\.)(?:{_BY}|\s?\(|(?<=d)\s?[-–—]\s|(?<=d),\s(?={NAME}(?:[,;]|(?<!\b[A-Z])(?<!\bCllr)(?<!\bM[rs])\.)))(?P<name>{NAME})"
)
_SECONDED_OF = lazy.compile(rf"\bsecond(?:ed|s)\s(?P<name>{NAME})(?<=[’']s)\smotion\b")
"""Whose motion it was: 'Tim Day seconded Ann's motion'."""
_SECONDER = lazy.compile(
    rf"(?P<name>{NAME}):?\s+(?i:seconded|2nd(?:ed|s)?|seconds|seconding|second(?=[.,;]|\s+(?:the|this|that)\s+motion\b)|supported(?=[.,;]))\b"
)
_MOVING = ("prop", "mov", "mot", "nom", "1st", "rst", "ffer", "sponsor", "pproved", "ccepted", "dopted")
_SECONDING = ("sec", "2nd", "supported")
"""Without which nobody moves or seconds: parts of the words, as an 'i' may be written in ways that are not folded to one."""
_PAIR = lazy.compile(
    rf"(?:\bM/?S/?[CP]?(?:/U)?[:\s]\s?\(?|(?:\A|(?<=[-–—:.(\s])))(?P<mover>{NAME})\s?/\s?(?P<seconder>{NAME})"
    r"(?=[,.;:)\s–—-]{0,4}(?i:(?:motion\s+)?carried|agreed|passed|approved|unanim|moved|motioned|all\s+(?:agreed|in\s+fav)|cd\b))"
)
"""The mover and the seconder before the outcome: '... Bell/Dow, carried'."""
_PROPOSERS = lazy.compile(
    rf"(?:[(\[,.]\s?P(?:rop)?[:.]\s?|\bM\s?[(:]\s?)(?P<mover>{NAME})[)]?[,;./ ]{{1,3}}S(?:ec)?\s?[(:.]\s?(?P<seconder>{NAME})"
)
"""'... (P: Ann Bell, S: Tom Day)', 'M (Ann) S (Tom) to accept'."""
_MERE_PAIR = lazy.compile(rf"\W{{0,4}}(?P<mover>{NAME})\s?/\s?(?P<seconder>{NAME})[.]?\s*(?:\n|\Z)")
_OUTCOME_PAIR = lazy.compile(
    rf"\b(?:M/?S/?[CPAU](?:/U)?:?|Resolved|RESOLVED|Carried|CARRIED|[Mm]otion|[Mm]oved|MOVED)\s?\((?P<mover>{NAME})\s?/\s?(?P<seconder>{NAME})\)"
)
"""The same behind it: 'Resolved (Bell/Dow)', 'M/S/C (Bell/Dow)': moved, seconded, carried."""
_CLOSING_PAIR = lazy.compile(rf"\((?P<mover>{NAME})\s?/\s?(?P<seconder>{NAME})\)[.]?\s*\Z")
_LETTERS_PAIR = lazy.compile(
    rf"\bM/?S(?:/?[CPAU]){{0,2}}:?\s\(?(?P<mover>{NAME})(?:\s?/\s?|,\s|\s?&\s?|\s+and\s+)(?P<seconder>{NAME})(?=\W|\Z)"
)
"""The same behind the letters: 'M/S/C Bell, Dow to paint the gate'."""
_CARRIED_PAIR = lazy.compile(
    rf"(?P<mover>{NAME})(?:\smove[sd])?(?:\s?[/&,]\s?|\sand\s)(?P<seconder>{NAME})[.,]?\sM/(?:S/)?C\b"
)
"""The same before them: 'Approve the agenda: Ann Bell moves, Tom Day M/C'."""
_NO_NAMES = frozenset(
    "she he that it this the seconded proposed vote votes motion and all we they aye ayes nay nays noes carried carries passed passes approved accepted adopted unanimous agreed minutes accounts upon with after on in a to approve roll failed falls defeated lost tabled motions discussion voted voting voice yes no ordinance resolution bylaw by-law item option application budget amendment amendments bylaws changes policy plan rules agenda".split()
)


@dataclass(slots=True)
class Terms:
    """Who moved and who seconded, and how the vote went, as far as the text says."""

    moved_by: Place | None
    seconded_by: Place | None
    vote: Place | None

    @property
    def complete(self) -> bool:
        """Whether all of it is told."""
        return bool(self.moved_by and self.seconded_by and self.vote)


def terms(text: str, start: int, end: int) -> Terms:
    """Return who moved and seconded and the vote, as the text tells it."""
    vote = vote_place(text, start, end)
    if text.find("/", start, end) >= 0 and (
        pair := _PAIR.search(text, start, end)
        or _OUTCOME_PAIR.search(text, start, end)
        or _LETTERS_PAIR.search(text, start, end)
        or (text.find(" M/", start, end) >= 0 and _CARRIED_PAIR.search(text, start, end))
        or _CLOSING_PAIR.search(text, max(start, end - 80), end)
        or _MERE_PAIR.match(text, start, end)
    ):
        return Terms(pair.span("mover"), pair.span("seconder"), vote)
    if text.find("S", start, end) >= 0 and (pair := _PROPOSERS.search(text, start, end)):
        return Terms(pair.span("mover"), pair.span("seconder"), vote)
    said = text[start:end].casefold()
    moves, seconds = _holds(said, _MOVING), _holds(said, _SECONDING)
    moved = _named(_MOVED_BY, text, start, end) if moves else None
    if moved and text[moved[0] - 5 : moved[0]] == " and " and _SECONDER.match(text, moved[0], end):
        moved = None  # 'Bell moved and Day seconded'
    return Terms(
        moved
        or (_named(_MOVER, text, start, end) if moves else None)
        or (_named(_SECONDED_OF, text, start, end) if moves and seconds else None)
        or (_motion_of(text, start, end) if text.find("otion", start, end) >= 0 else None),
        (_named(_SECONDED_BY, text, start, end) or _named(_SECONDER, text, start, end)) if seconds else None,
        vote,
    )


def _motion_of(text: str, start: int, end: int) -> Place | None:
    """Return whoever made the motion that the text names."""
    return _named(_MADE_BY, text, start, end) or _named(_MOTION_OF, text, start, end)


def _holds(said: str, parts: tuple[str, ...]) -> bool:
    return any(map(said.__contains__, parts))


def opens_pair(text: str, start: int, end: int) -> bool:
    """Whether the text opens with mover and seconder: 'Bell/Dow, carried'."""
    return text.find("/", start, end) >= 0 and bool(_PAIR.match(text, start, end) or _MERE_PAIR.match(text, start, end))


def carried_pair(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the mover and the seconder with whom the text begins, if 'M/C' stands behind them."""
    return _CARRIED_PAIR.match(text, start, end) if text.find(" M/", start, end) >= 0 else None


def _named(pattern: re.Pattern[str], text: str, start: int, end: int) -> Place | None:
    position = start
    while match := pattern.search(text, position, end):
        position = match.start() + 1  # a name may begin within what was none: 'The motion was Proposed by Ann Bell'
        a, b = match.span(match.lastgroup or "name")
        while b > a and text[b - 1] in ".,":
            b -= 1
        owns = text[b - 2 : b] in ("'s", "’s")
        b -= 2 * owns
        cut = text[a - 1 : a].isalnum() or b - a < 2  # the end of 'to the TSC. Seconded.'
        cut = cut or owns is not (pattern is _SECONDED_OF)
        if not cut and text[a:b].lower().removeprefix("the ").partition(" ")[0] not in _NO_NAMES:
            return a, b
    return None
