"""Lines that announce whose question, or answer, stands below them: "Question 2 from Cllr Hill", "Response"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

from minutes_parser import lazy
from minutes_parser.honorifics import EVERYDAY
from minutes_parser.layout.outline import Outline
from minutes_parser.stages.exchanges.passages import Passage
from minutes_parser.stages.exchanges.speakers import Span

_LONGEST = 140
"""Characters of such a line."""
_QUESTION = lazy.compile(
    r"(?i)(?:(?:written|supplementary|public|oral|follow-up|members?['’]?)[ \t])?questions?(?:[ \t](?:no\.?[ \t]?)?\d{1,3}\.?)?"
    r"(?:[ \t](?:(?:submitted|asked|put|tabled|received|raised)[ \t])?(?:by|from)[ \t](?:the[ \t])?(?!(?:members?|public|councillors|residents|floor"
    r"|governors|trustees|directors|shareholders|board|council|committee)\b)(?P<who>[^\n:?,]{2,60}?)(?:,[^\n:?]{1,60}?)?(?:[ \t](?:to[ \t](?:the[ \t])?[^\n:?]{2,60}|included|were|are))?)?"
    r"(?<![-–—])[ \t]?[:.*]{0,3}"
)
_ANSWER = lazy.compile(
    r"(?i)(?:the[ \t])?(?:written[ \t])?(?:response|answer|reply)(?:[ \t](?:given[ \t])?(?:by|from|of)[ \t](?:the[ \t])?(?P<who>[^\n:?,]{2,60}?)(?:,[^\n:?]{1,60}?)?)?"
    r"[ \t]?[:.*]{0,3}"
)
_ANSWERED_BY = lazy.compile(
    rf"(?:[^,.:;]{{1,40}}, )?(?:[Tt]he )?(?P<who>(?:{EVERYDAY} )?[A-Z][^,.:;]{{0,40}}?) (?:then |also )?"
    r"(?:answered|took|responded to|replied to|fielded) (?:\w+ ){0,3}questions\b"
)
_ASKS = lazy.compile(r"\W{0,4}[“\"](?=[A-Z])|(?=I (?:will|would like to|wish to) ask\b|To ask\b|Question[ \t])")
"""How the words of a question open that is no question by its mark."""

_PERSON = lazy.compile(
    rf"(?P<who>{EVERYDAY}[ \t][A-Z][\w.'’-]{{0,24}}(?:[ \t][A-Z][\w.'’-]{{0,24}}){{0,3}}(?:[ \t](?:of|from)[ \t][A-Z][\w.'’ -]{{1,40}})?)"
    r"(?:,[ \t][\w .'’-]{1,40}){0,2}:?"
)
"""A line that names who put the questions below it: "Mr J Hill of Mill Lane"."""

_FORUM = lazy.compile(r"(?i)\b(?:questions?|public|forum|participation)\b")
_OF_FORUMS = ("question", "public", "forum", "participation")


class _Line(NamedTuple):
    kind: Literal["question", "answer"]
    who: Span | None


def with_announced(flow: Sequence[Passage], outline: Outline) -> list[Passage]:
    """Return the passages with what the lines above them say of them; the lines themselves are left out.

    Headings say so, too: what stands under "Response" belongs to the part before, and below "Questions submitted by
    Cllr Hill" may stand one by one under numbers alone.
    """
    if outline.source.words.isdisjoint(("question", "questions")):
        return list(flow)
    text, low = outline.source.text, outline.source.low
    kept: list[Passage] = []
    pending: _Line | None = None
    held: _Line | None = None
    answerer: Span | None = None
    person: re.Match[str] | None = None
    forum, last, belongs = False, -1, -1
    for one in flow:
        while last < one.part:
            last += 1
            title = outline.parts[last].title
            if title:
                held, answerer = _line(text, *title), _answerer(text, *title)
            forum, person = _heads(text, low, title, forum=forum) if title else (False, None)
            belongs = belongs if title and held and held.kind == "answer" else last
            pending = held
        if one.label:
            if person and one.label == "question" and not one.speaker:
                one = replace(one, speaker=person.span("who"))
        else:
            person = None
            if one.end - one.start <= _LONGEST:
                if forum and (person := _PERSON.fullmatch(text, one.start, one.end)):
                    continue
                if line := _line(text, one.start, one.end):
                    pending = line
                    continue
            if pending:
                one, pending = _labelled(one, pending), None
        kept.append(replace(one, part=belongs, answerer=answerer) if answerer or belongs != one.part else one)
        if text[one.end - 1] == ":":
            answerer = _answerer(text, one.start, one.end) or answerer
    return kept


def _heads(text: str, low: str, title: Span, *, forum: bool) -> tuple[bool, re.Match[str] | None]:
    """Return whether the public, or members, put questions below the title, and whose it says they are."""
    named = _PERSON.fullmatch(text, *title) if forum else None
    opens = any(map(low[slice(*title)].__contains__, _OF_FORUMS)) and _FORUM.search(text, *title) is not None
    return named is not None or opens, named


def _answerer(text: str, start: int, end: int) -> Span | None:
    """Return X of "After the talk, X answered several questions:"."""
    if end - start > _LONGEST or text[end - 1] != ":":
        return None
    found = _ANSWERED_BY.match(text, start, end)
    return found.span("who") if found else None


def _line(text: str, start: int, end: int) -> _Line | None:
    if end - start > _LONGEST or text[start] not in "QRAWSPOFMTqr":
        return None
    if found := _QUESTION.fullmatch(text, start, end):
        return _Line("question", found.span("who") if found["who"] else None)
    if found := _ANSWER.fullmatch(text, start, end):
        return _Line("answer", found.span("who") if found["who"] else None)
    return None


def _labelled(one: Passage, line: _Line) -> Passage:
    """Return the first passage below the line as what it says."""
    if line.kind == "answer":
        return replace(one, label="answer", speaker=line.who)
    opening = _ASKS.match(one.text, one.start, one.end)
    if not opening and (not line.who or one.text.find("?", one.start, one.end) < 0):
        return one
    return replace(one, start=opening.end() if opening else one.start, label="question", speaker=line.who)
