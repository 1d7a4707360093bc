"""Closing owners: tasks of a paragraph at whose end its owner stands, in italics, in brackets, or behind a tab."""

from __future__ import annotations

import re
from dataclasses import replace

from minutes_parser import lazy
from minutes_parser.honorifics import SHORTENED
from minutes_parser.layout import motions, owners
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.labels import emphasised_label
from minutes_parser.layout.mentions import Known
from minutes_parser.layout.mentions import Span as Place
from minutes_parser.layout.standing import standing
from minutes_parser.layout.task import Task, read_task, working
from minutes_parser.sentences import split

NO_TITLE = "".join(rf"(?<!\b{title}.)" for title in SHORTENED)
"""The sign before this place is no shortened title's."""
DOERS = frozenset(
    "clerk secretary treasurer chair chairman chairperson vice-chair bursar headteacher warden editor caretaker manager president"
    " convenor convener coordinator webmaster administrator registrar committee officers councillors trustees governors directors".split()
)
"""Who is called on in small letters: '... - clerk to write'."""
_GAP = lazy.compile(r"[ ]{4,}(?=[A-Z][^\s][^\n\t]{0,40}\Z)")
"""What sets off an owner in a column of plain text."""
_GOVERNS = (" the", " a", " of", " from", " with", " by", " at", " in", " for", " and", " to")  # a name behind them


def marked(text: str, block: Block, known: Known) -> Task | None:
    """Return the task of a paragraph at whose end its owner stands, set in italics or behind a tab."""
    if block.emphasis and (task := _in_brackets(text, block, known)):
        return task
    start = max((a for a, b in block.emphasis if b >= block.end - 1), default=-1) if block.emphasis else -1
    if start <= block.body:
        gap = _GAP.search(text, max(block.body, block.end - 80), block.end)
        if gap and not any(word.islower() for word in text[block.body : gap.start()].split()):
            return None
        start = gap.end() if gap else text.rfind("\t", block.body, block.end) + 1
    if start <= block.body or text[block.body : start].rstrip().endswith(":"):
        return None  # 'Venue:<tab>The Loft' is a field
    closed = block.end - 1 if text[start] in "([" and text[block.end - 1] in ")]" else 0  # 'in bold: (AB)'
    sole = owners.only(text, start + 1 if closed else start, closed or block.end, known)
    if not sole or text[block.body : start].rstrip(" *_").endswith(_GOVERNS):  # 'Ann from the *Town Band*'
        return None
    at, end = _called(text, *working(text, block.body, start), known)
    who, names = owners.subject(text, at, end, known), {text[a:b] for a, b in sole}
    given = who if who and all(text[a:b] in names for a, b in who) else sole
    return read_task(text, at, end, known, given=given)


def _in_brackets(text: str, block: Block, known: Known) -> Task | None:
    """Return the task whose owner alone is set in bold or italics, in brackets at the end."""
    start, end = block.emphasis[-1]
    if start <= block.body or text[start - 1] != "(" or text[end : block.end] not in (")", ")."):
        return None
    match = _STATED.fullmatch(text, start, end)
    return _starred(text, block.body, start - 1, match, known) if match else None


def _starred(text: str, start: int, end: int, match: re.Match[str], known: Known) -> Task | None:
    """Return the task before the brackets in which its owner is set apart, perhaps with what became of it."""
    sole = owners.named(text, *match.span("starred"), known)
    heads = text.startswith(":", end - 2)  # '- Pump: (*Ann*)', and below it what is to be done
    task = read_task(text, start, end, known, given=sole) if sole and not heads else None
    return replace(task, done=bool(match["state"] and standing(text, *match.span("state")))) if task else None


def _called(text: str, start: int, end: int, known: Known) -> Place:
    """Return the part of a sentence behind a dash that calls on somebody: '... - Clerk to write'."""
    for sign in ("– ", " - ", "— "):
        at = text.rfind(sign, start, end) + len(sign)
        if at > start + len(sign) and owners.subject(text, at, end, known):
            return at, end
    return start, end


_LONGEST_APART = 160  # of a task set apart at the end of a paragraph
TO_ACT = lazy.compile(
    r"\s+(?:to|will)\s+(?:action|do|follow[ -]up|progress|pursue|arrange|organi[sz]e|take\s+forward)\W*\Z"
)
"""'AB to action' gives what the paragraph tells to somebody."""

_STATED = lazy.compile(r"(?P<starred>[^()*\n–—]{2,60}?)(?:\s[-–—]{1,2}\s(?P<state>[^()*\n]{2,30}))?")
_ENCLOSED = lazy.compile(
    r"\[(?P<who>[^\[\]\n]{2,40})\]\Z|\((?P<initials>[A-Z]{2,4}(?:[/,& ]{1,3}[A-Z]{2,4}){0,3})\)\.?\Z|\(\*(?P<starred>[^()*\n–—]{2,60}?)(?:\s[-–—]{1,2}\s(?P<state>[^()*\n]{2,30}))?\*\)\.?\Z"
    r"|\((?:assigned|delegated)\sto\s(?P<assigned>[^()\n]{2,40}?)(?:\sin\s(?:coordination|cooperation|consultation|collaboration)\swith\s[^()\n]{2,30})?\)\.?\Z"
    rf"|(?<=[.!?]){NO_TITLE}(?<!\b[A-Z].)(?<!\bCllrs.)(?<!\bMessrs.)\s{{1,3}}(?P<bare>[A-Z][\w’'-]{{1,20}}(?:(?:/|\s?&\s?|,\s?(?:and\s)?|\s(?:and\s)?)[A-Z][\w’'-]{{1,20}}){{0,7}})\.?\Z"
)
_NAME_LAST = lazy.compile(r"[A-Z][\w’'-]{1,20}\.?\Z")
_LONGEST_NAMES = 90
_TO_BE_DONE = lazy.compile(
    r"\b(?:to\sbe\s|(?:needs?|has|have)\sto\s|needs\s|must\s|should\s|will\sbe\s|(?:agreed|resolved|decided)\s(?:that|to)\s)",
    re.IGNORECASE,
)


def closes_with_names(text: str, start: int, end: int, known: Known) -> bool:
    """Whether somebody of the meeting is named behind the last sentence, as in a column of owners: 'John will ask.  John'."""
    last = text.rfind(" ", start, end) + 1
    if last <= start or not text[last].isupper() or not known(text[last:end].rstrip(".")):
        return False
    match = _enclosed(text, start, end)
    return match is not None and match["bare"] is not None and bool(_known_only(text, *match.span("bare"), known))


def _enclosed(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return those who are named at the end: only a bracket or a name ends it so."""
    if text[end - 1] in ")]" or text.endswith(").", start, end) or _NAME_LAST.search(text, max(start, end - 23), end):
        return _ENCLOSED.search(text, max(start, end - _LONGEST_NAMES), end)
    return None


def _known_only(text: str, start: int, end: int, known: Known) -> tuple[Place, ...]:
    """Return the owners that stand there if each is of the meeting, or goes by an office."""
    who = owners.only(text, start, end, known)
    return who if all(known(text[a:b]) or text[a:b].lower() in DOERS for a, b in who) else ()


def bracketed(text: str, start: int, end: int, known: Known, *, column: bool = False) -> Task | None:
    """Return the task of a paragraph that ends with those who are to see to it: '... [AB/CD]', '... (AB)', '... Ann, Tom'.

    In a ``column`` of owners a name says enough; else the words before it must tell of something to do.
    """
    match = _enclosed(text, start, end)
    if match is None:
        return None
    said = split(text, start, match.start(), one_paragraph=True)[-1:] if match["assigned"] else ()
    told = said[0] if said else working(text, start, match.start())
    place, group = _called(text, *told, known), match.lastgroup or "who"
    if match["starred"]:
        return _starred(text, start, match.start(), match, known)
    who = _known_only(text, *match.span(group), known)
    colon = text.rfind(": ", start, match.start())
    if who and colon > start and (done := standing(text, colon + 2, match.start())) is not None:
        task = read_task(text, start, colon, known, given=who)  # 'Mend the gate: Done (AB)'
        return replace(task, done=done) if task else None
    if not who or motions.of_meeting(text, *place):
        return None
    works = match["assigned"] or owners.subject(text, *place, known)
    works = works or (group != "who" and _TO_BE_DONE.search(text, *place))
    return read_task(text, *place, known, given=who) if works or (column and group == "bare") else None


def set_apart(text: str, block: Block, known: Known) -> Task | None:
    """Return the task that a paragraph's end states in bold or italics: '... **AB to contact them**', '... **AB to action**'."""
    start, end = block.emphasis[-1]
    if not block.body < start < end == block.end or end - start > _LONGEST_APART:
        return None
    if (label := emphasised_label(text, (start, end), end)) and label.owner:
        given = owners.only(text, *label.owner, known)
        return read_task(text, *working(text, block.body, start), known, given=given) if given else None
    who = owners.subject(text, start, end, known)
    if not who or not owners.opens(text, start, who, known):
        return None
    if TO_ACT.match(text, who[-1][1], end):
        return read_task(text, *working(text, block.body, start), known, given=who)
    return read_task(text, start, end, known, given=who)
