"""Labels: the words by which a clerk marks an action, a decision, a due date or what became of a task.

A label stands at the start of a line ("Action 3: ...", "ACTION on the Clerk to ...", "[ACTION: AB]"), or within a
paragraph behind the end of a sentence. Here labels are only found; what they mean is for the stages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from minutes_parser import lazy
from minutes_parser.layout.blocks import Block

LabelKind = Literal["action", "decision", "due", "status", "owner"]

_ACTION = (
    r"(?:(?i:(?:(?:new|further|agreed|recommended|outstanding|open|ongoing|key)[ ]{1,3})?"
    r"(?P<plural>actions|action[ ]items|action[ ]points|tasks|to-?dos)"
    r"|action(?:[ ](?:item|point|step))?|to[ -]?do|task))"
    r"(?i:[ ]{1,3}(?:agreed|required|needed|arising|to[ ]be[ ]taken|taken|log))?"
    r"|(?i:(?:further|agreed|new)[ ]action(?:[ ](?:agreed|required))?|matters?[ ]for[ ]action|(?:for|to)[ ]action(?=[ ]?:)|actioned[ ]by(?=[ ]?:)|follow[ -]up[ ]actions?)"
)
# Things that are called after actions: 'ACTION AGENDA', 'Action plan to be reviewed'.
_NO_LABEL = r"(?![ ](?i:agendas?|plans?|tracker|groups?|teams?|funds?|areas?|research|minutes|lists?:[ ]?https?)\b)"
# "AP", "AI" and the like are labels only with a number, a colon or an owner in brackets behind them.
_SHORT = r"A\.?P\.?|A\.?I\.?|AR(?=[ ]?(?::|\([A-Z]))|ACT|TODONE|TODO|TO DO"
_NUMBER = r"(?:[ ]{0,3}(?i:no\.?|nr\.?|number|item)?[ ]{0,3}[#\-]?(?P<number>(?:[A-Z]{1,6}-){0,2}[A-Z]{0,3}\d{1,4}(?:[./\-]\d{1,4}){0,3}))"
_OWNER_ON = r"[ ]{1,3}(?i:on|for|to)[ ]{1,3}(?=\S(?:[^.:;\n]|(?<=\b[A-Z])\.){0,80}?[ ]to[ ])"
_OF_NAME = (
    r"(?:[^:.;\n\-–—]|(?<=\b[A-Z])\.|(?<=\b[DM]r)\.|(?<=\bM[rs]s)\.|(?<=\bCllr)\.|(?<=\bRev)\.|(?<=[a-z])-(?=[A-Z]))"
)
_OWNER_BRACKETS = (
    r"[ ]{0,3}[(\[](?:[A-Z]?\d{1,4}|(?:(?i:by|for|on)[ ])?(?P<bracket>[^()\[\]\n]{1,60}))[)\]][ ]{0,3}[:.\-–—]?"
)
_OWNER_DASH = rf"(?:[ ]{{1,3}}(?:for|by|on|For|FOR|BY|By)[ ]{{1,3}}|[ ]{{0,3}}[-–—][ ]{{0,3}})(?P<dashed>{_OF_NAME}{{1,60}}):(?=\s)"
_OWNER_DIRECT = rf"[ ]{{1,3}}(?P<direct>(?:[A-Z@]|all\b|everyone\b){_OF_NAME}{{0,40}}):(?=\s)"  # 'Action AB: ...'
_ENCLOSED = r"[ ]{0,3}(?P<closed>[)\]])[ ]{0,3}[:.\-–—]?(?:[ \t]{1,8}(?=\S)|\s*\Z)"  # '(Action) ...'
_BY = r"[ ]{1,3}(?i:by|owner|on|for|with)[ ]{0,3}[:\-–—]?[ ]{1,3}"  # 'Action by: Clerk'
_SIGN = r"[ ]{0,3}(?::{1,2}[ ]{0,3}[-–—]?|[-–—]{1,2}(?=\s)|[.](?=\s))[ \t]{0,8}"
_ALONE = r"[ ]{0,3}/?(?:::|[:.\-–—])?\s*\Z"

_ACTION_LABEL = lazy.compile(
    rf"(?:(?P<word>{_ACTION})|(?P<short>{_SHORT}))(?![A-Za-z]){_NO_LABEL}(?:{_NUMBER}|\s{{1,6}}(?P<wrapped>\d{{1,3}}(?:\.\d{{1,3}})?)(?=[)\]]))?"
    rf"(?:{_OWNER_BRACKETS}|{_OWNER_ON}|{_OWNER_DASH}|{_ENCLOSED}|{_SIGN}|{_ALONE}|{_OWNER_DIRECT}|(?P<bare>{_BY}|[ \t]{{1,8}}(?=\S)))"
)
_DECISION_LABEL = lazy.compile(
    r"(?:(?i:(?:(?:final|group|key)[ ])?decisions?(?:[ ](?:made|taken|reached))?(?:[ ]?[(\[][^()\[\]\n]{1,30}[)\]](?=[ ]?:))?|decided|ruling|resolved|resolutions?|agreed[ ](?:proposals?|points?|approach|wording|text|outcomes?)(?=[ ]?:)|agreed|agreement|motions?|voted?|consensus|conclusion"
    r"|outcome|approved|it[ ]was[ ](?:resolved|agreed|decided)(?:[ ]that(?=[ ]?:))?))"
    rf"{_NUMBER}?(?:[ ]{{0,3}}:{{1,2}}(?=[^:])|{_ENCLOSED}|[ ]{{0,3}}[-–—]{{1,3}}(?=\s)|{_ALONE}|(?P<bare>[ \t]{{1,3}}(?=\S)))"
)
_DUE_LABEL = lazy.compile(
    r"(?i:due(?:[ ](?:date|by))?|deadline|target(?:[ ]date)?|by[ ]when|when|timescale|timeline|date[ ]due|complete[ ]by"
    r"|completion[ ]date)[ ]{0,3}[:\-–—][ ]{0,3}(?=\S)"
)
_STATUS_LABEL = lazy.compile(r"(?i:update|status|progress|response(?:[ ]from)?|outcome|note|comment)\b[^:\n]{0,150}:")
_OWNER_LABEL = lazy.compile(
    r"(?i:owners?|by[ ]whom|responsib(?:le|ility)(?:[ ](?:person|officer))?|assigned(?:[ ]to)?|assignees?|lead|who)"
    r"[ ]{0,3}[:\-–—][ ]{0,3}(?=\S)"
)
_PICTURES = r"[\u2190-\u21ff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d\U0001f000-\U0001faff]{1,8}"
# What may stand between the start of a line and its label: bullets, numbers, an opening bracket, an arrow, a picture.
_PREFIX = lazy.compile(
    rf"(?:[ \t]{{0,8}}(?:{_PICTURES}|[-=]{{1,2}}>|[•●○▪■◦‣·*+>#\-–—]|\(?(?:\d{{1,3}}|[a-zA-Z]|[ivx]{{1,5}})[.)]|[\[(])){{0,3}}[ \t]{{0,8}}"
)
# Within a paragraph a label begins behind the end of a sentence, a bracket or a list number.
_INLINE = lazy.compile(
    r"(?:(?<=[.!?;:)\]”\"’])[ \t\n]{1,8}|[\[(][ ]?|\t[ \t]{0,8}|[ ]{3,12}|[ ][-–—][ ])(?:\d{1,2}[.)][ ]{1,3})?"
    r"(?=(?:Further |FURTHER |New |NEW )?(?:A(?:ction|CTION|P|I|R(?=[ ]?[:(]))|TODO))"
)


@dataclass(slots=True)
class Label:
    """A label and what it says beside its kind."""

    kind: LabelKind
    start: int
    end: int
    """Where the labelled text begins."""
    plural: bool = False
    """'Actions:' rather than 'Action:'."""
    owner: tuple[int, int] | None = None
    """Offsets of what stands in brackets or behind a dash in the label: mostly the owner."""
    alone: bool = False
    """Nothing follows it."""
    loud: bool = True
    """Set apart by a colon, dash or bracket; else only by its capitals."""
    weak: bool = False
    """Set apart by nothing: 'Action Clerk' is one only where nothing but an owner follows."""
    numbered: bool = False
    """It holds a number: 'Action 3'."""
    done: bool = False
    """It says that the task is done: 'TODONE'."""


def action_label(text: str, start: int, end: int) -> Label | None:
    """Return the action label at ``start``, if one stands there."""
    match = _ACTION_LABEL.match(text, start, end)
    if match is None:
        return None
    word, bare = match["word"] or match["short"], match["bare"] is not None
    if (
        match["short"]
        and match["short"][:4] not in ("TODO", "TO D")
        and not match["direct"]
        and not (match["number"] or match["wrapped"] or match["bracket"] or match["closed"] or ":" in match.group())
    ):
        return None
    if match["closed"] and text[start - 1 : start] not in ("(", "["):
        return None
    direct, hashed = match["direct"] is not None, text[start - 1 : start] == "#"
    loud = word.isupper() and not match["plural"]  # 'TODO Ann Bell: mend the gate'
    weak = (direct and not (loud and match["direct"][1:2].islower())) or (
        bare and not hashed and not (word.isupper() or match["number"] or match["wrapped"])
    )
    sign = _CLOSING.get(text[start - 1 : start], "\n")
    close = text.find(sign, match.end(), min(end, match.end() + _LONGEST_OWNER))
    end = close if sign != "\n" and close >= 0 else end  # '(Action Clerk) The roof leaks.'
    if weak and ((end - match.end() > _LONGEST_OWNER and not direct) or word[0].islower()):
        return None
    if word[0].islower() and not word.isupper() and ":" not in match.group() and not match["closed"] and not hashed:
        return None
    group = next((name for name in ("bracket", "dashed", "direct") if match[name]), None)
    return Label(
        "action", match.start(), match.end(), plural=match["plural"] is not None, alone=match.end() >= end,
        owner=match.span(group) if group else None, loud=not bare, weak=weak,
        numbered=bool(match["number"] or match["wrapped"]), done=word == "TODONE",
    )  # fmt: skip


_CLOSING = {"(": ")", "[": "]"}
_LONGEST_OWNER = 60
_EMPHASISED = lazy.compile(
    r"[\[(]?(?:(?i:(?:new|further|agreed)[ ])?(?i:(?P<plural>actions|action[ ](?:items|points)|to-?dos)|action(?:[ ](?:item|point|required|needed|on|for|by))?|to-?do))"
    r"(?:[ ]#?\d{1,3})?(?:[ ]?[:(\[–—-]?[ ]?(?P<owner>[A-Z@][^:()\[\]\n]{1,60}))?[ ]?[:.)\]–—-]{0,3}[ ]?\Z"
)
_SIGNS = lazy.compile(r"[\s:)\]–—-]{0,6}")


def emphasised_label(text: str, place: tuple[int, int], end: int) -> Label | None:
    """Return the action label that the words set in bold or italics at ``place`` are: '**Action** mend the gate', '**Action AB**'."""
    match = _EMPHASISED.match(text, *place) if place[1] - place[0] < 80 else None
    if match is None:
        return None
    signs = _SIGNS.match(text, place[1], end)
    behind = signs.end() if signs else place[1]
    owner = match.span("owner") if match["owner"] else None
    return Label("action", *(place[0], behind), plural=match["plural"] is not None, owner=owner, alone=behind >= end)


def decision_label(text: str, start: int, end: int) -> Label | None:
    """Return the decision label at ``start``, if one stands there."""
    match = _DECISION_LABEL.match(text, start, end)
    if match is None:
        return None
    if match["closed"] and text[start - 1 : start] not in ("(", "["):
        return None
    word = match.group().strip(" :-–—\t")
    if match["bare"] is not None and not word.isupper() and text[start - 1 : start] != "#":
        return None
    return Label("decision", match.start(), match.end(), alone=match.end() >= end,
                 plural=word.lower().endswith("s"), loud=match["bare"] is None)  # fmt: skip


# The first words of labels: what opens with another is none, and need not be tried.
_ACTION_OPENERS = frozenset(
    "action actions actioned for ap ai ar act a to todo todos todone task tasks further new agreed recommended outstanding open ongoing key matter"
    " matters follow".split()
)
_DECISION_OPENERS = frozenset(
    "decision decisions final group key decided ruling resolved resolution resolutions agreed agreement motion motions"
    " vote voted consensus conclusion outcome approved it".split()
)
_FIELD_OPENERS = frozenset(
    "due deadline target by when timescale timeline date complete completion update status progress response outcome note"
    " comment owner owners responsible responsibility assigned assignee assignees lead who".split()
)
_OPENERS = _ACTION_OPENERS | _DECISION_OPENERS | _FIELD_OPENERS
_BEGINNINGS = frozenset(
    first + second
    for word in _OPENERS
    for first in (word[0], word[0].upper())
    for second in (word[1:2], word[1:2].upper())
)
_WORD = lazy.compile(r"[A-Za-z]+")


def labels_of(text: str, blocks: Iterable[Block]) -> dict[tuple[int, int], Label]:
    """Return the labels with which some of the blocks open, by the block's body and end.

    Most blocks open with a word whose first two letters begin no label's.
    """
    found: dict[tuple[int, int], Label] = {}
    for block in blocks:
        start = block.body
        head = text[start : start + 2]
        if head not in _BEGINNINGS and head.isalpha() and head.isascii():
            continue
        if label := label_at(text, start, block.end):
            found[start, block.end] = label
    return found


def label_at(text: str, start: int, end: int) -> Label | None:
    """Return the label with which the block from ``start`` to ``end`` opens, behind bullets, numbers and brackets."""
    at, word = start, _WORD.match(text, start, end)
    if word is None or text[word.end() : word.end() + 1] in (".", ")"):
        prefix = _PREFIX.match(text, start, end)
        at = prefix.end() if prefix else start
        word = _WORD.match(text, at, end)
    opener = word.group().lower() if word else ""
    if opener not in _OPENERS:
        return None
    if opener in _ACTION_OPENERS:
        found = action_label(text, at, end)
        return found or (decision_label(text, at, end) if opener in _DECISION_OPENERS else None)
    if opener == "it":
        return decision_label(text, at, end)
    for pattern, kind in _FIELDS:
        if match := pattern.match(text, at, end):
            return Label(kind, match.start(), match.end())
    return decision_label(text, at, end)


_FIELDS: tuple[tuple[re.Pattern[str], LabelKind], ...] = (
    (_DUE_LABEL, "due"), (_OWNER_LABEL, "owner"), (_STATUS_LABEL, "status"),
)  # fmt: skip


def inline_actions(text: str, start: int, end: int) -> Iterator[Label]:
    """Yield the action labels within the block, behind its start."""
    for gap in _INLINE.finditer(text, start, end):
        if gap.end() > start and (found := action_label(text, gap.end(), end)):
            yield found


_DECISION_INLINE = lazy.compile(
    r"(?:(?<=[.!?;:)\]”])[ \t\n]{1,4}|\A)(?:(?:DECISIONS?|Decision|RESOLUTIONS?|Resolution)(?:[ ](?:[Nn]o\.?[ ]?)?\d[\w./-]{0,8})?(?:[ ]?:|[ ]?[-–—]{1,2}[ ])|(?:RESOLVED|AGREED|CONSENSUS|Consensus)[ ]?:|(?i:further[ ]actions?|actions?)[ ](?i:agreed)[ ]?:)\s*"
)

_OF_DECISIONS = (
    "DECISION", "ecision:", "ecision ", "RESOL", "Resolution", "AGREED", "greed:", "greed :", "CONSENSUS", "Consensus",
)  # fmt: skip


def inline_decisions(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where labels within the block stand that mark what follows as decided: 'DECISION: ...', 'Action agreed: ...'."""
    said = text[start:end]
    if not any(map(said.__contains__, _OF_DECISIONS)):
        return []
    return [match.span() for match in _DECISION_INLINE.finditer(text, start, end)]


def status_label(text: str, start: int, end: int) -> int:
    """Return where the first 'Update:', 'Response from X:' behind a sentence begins, or ``end``."""
    for gap in _SENTENCE_GAP.finditer(text, start, end):
        if _STATUS_LABEL.match(text, gap.end(), end):
            return gap.start()
    return end


_SENTENCE_GAP = lazy.compile(r"(?<=[.!?;)])[ \t\n]{1,4}(?=[A-Z])")
