"""Prose: tasks that the discussion states without a label.

Somebody took an action; the fixed form 'AB to write ...'; an owner in italics or behind a tab at a paragraph's end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from minutes_parser import lazy
from minutes_parser.honorifics import SHORTENED
from minutes_parser.layout import motions, owners
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.labels import emphasised_label
from minutes_parser.layout.mentions import Known, bare, is_certain
from minutes_parser.layout.mentions import Span as Place
from minutes_parser.layout.outline import Part
from minutes_parser.layout.standing import standing
from minutes_parser.layout.task import Task, read_task, working
from minutes_parser.sentences import sentences, split

_TOOK = lazy.compile(
    r"\b(?:took|takes|has\s+taken|[Ww]ill\s+take|accepted|agreed\s+to\s+take|was\s+(?:given|assigned)|volunteered\s+for|has|have)"
    r"\s+(?:on\s+)?(?:(?:an?|the|this)\s+|(?<=\b[Ww]ill\stake\s))(?:new\s+)?action(?:\s+(?:item|point))?\s+(?:to|of|on|for)\b"
)
_NO_TITLE = "".join(rf"(?<!\b{title}.)" for title in SHORTENED)
# Where a clause begins: behind a stop that ends no title or initial, at a line, in brackets, behind an arrow.
_STOP = lazy.compile(
    rf"[.?!;:→⇒>\n(\[–—-](?:(?<=:)\s+|(?<=[.?!;]){_NO_TITLE}(?<!\b[A-Z].)\s+"
    r"|(?<=[→⇒>])\s+|(?<=\n)(?<!,\n)(?<!\bthe\n)(?<!\b(?:of|by|to|an)\n)(?<!\b(?:and|for|our)\n)(?<!\b(?:with|that|from)\n)|(?<=\s[–—-])\s+|(?<=[(\[]))"
)
_ALOOF = lazy.compile(
    r"(?:[\[(](?P<inside>[^\[\]()\n]{2,60})[\])]|(?P<before>[A-Z@][^\[\]():.;\n–—]{1,60}?)\s?(?::|\s[–—-]|[–—]))\Z"
)
"""Owners with a sign between them and the ' to ' of their task: '[AB] to write ...', 'Ann Bell - to write ...'."""


_GAP = lazy.compile(r"[ ]{4,}(?=[A-Z][^\s][^\n\t]{0,40}\Z)")
"""What sets off an owner in a column of plain text."""


_GOVERNS = (" the", " a", " of", " from", " with", " by", " at", " in", " for", " and", " to")  # a name behind them


def marked(text: str, block: Block, known: Known) -> Task | None:
    """Return the task of a paragraph at whose end its owner stands, set in italics or behind a tab."""
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


def _called(text: str, start: int, end: int, known: Known) -> Place:
    """Return the part of a sentence behind a dash that calls on somebody: '... - Clerk to write'."""
    for sign in ("– ", " - ", "— "):
        at = text.rfind(sign, start, end) + len(sign)
        if at > start + len(sign) and owners.subject(text, at, end, known):
            return at, end
    return start, end


_ARROW = lazy.compile(r"(?:[-=]{1,2}>|[→⇒➔➜➡])\s*")


def pointed(text: str, start: int, end: int, known: Known) -> Task | None:
    """Return the task behind an arrow that names its owner first: '-> AB: write ...'."""
    arrow = _ARROW.match(text, start, end)
    owned = owners.ahead(text, arrow.end(), end, known) if arrow else None
    return read_task(text, arrow.end(), end, known, listed=True) if arrow and owned else None


_LONGEST_APART = 160  # of a task set apart at the end of a paragraph
_TO_ACT = lazy.compile(
    r"\s+(?:to|will)\s+(?:action|do|follow[ -]up|progress|pursue|arrange|organi[sz]e|take\s+forward)\W*\Z"
)
"""'AB to action' gives what the paragraph tells to somebody."""

_ENCLOSED = lazy.compile(
    r"\[(?P<who>[^\[\]\n]{2,40})\]\Z|\((?P<initials>[A-Z]{2,4}(?:[/,& ]{1,3}[A-Z]{2,4}){0,3})\)\.?\Z|\(\*(?P<starred>[^()*\n–—]{2,60}?)(?:\s[-–—]{1,2}\s(?P<state>[^()*\n]{2,30}))?\*\)\.?\Z"
    r"|\((?:assigned|delegated)\sto\s(?P<assigned>[^()\n]{2,40}?)(?:\sin\s(?:coordination|cooperation|consultation|collaboration)\swith\s[^()\n]{2,30})?\)\.?\Z"
    rf"|(?<=[.!?]){_NO_TITLE}(?<!\b[A-Z].)(?<!\bCllrs.)(?<!\bMessrs.)\s{{1,3}}(?P<bare>[A-Z][\w’'-]{{1,20}}(?:(?:/|\s?&\s?|,\s?(?:and\s)?|\s(?:and\s)?)[A-Z][\w’'-]{{1,20}}){{0,7}})\.?\Z"
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
    return who if all(known(text[a:b]) or text[a:b].lower() in _DOERS for a, b in who) else ()


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
        sole = owners.named(text, *match.span("starred"), known)
        heads = text.startswith(":", match.start() - 2)  # '- Pump: (*Ann*)', and below it what is to be done
        task = read_task(text, start, match.start(), known, given=sole) if sole and not heads else None
        return replace(task, done=bool(match["state"] and standing(text, *match.span("state")))) if task else None
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
    if _TO_ACT.match(text, who[-1][1], end):
        return read_task(text, *working(text, block.body, start), known, given=who)
    return read_task(text, start, end, known, given=who)


def taken(text: str, start: int, end: int, known: Known) -> Iterator[Task]:
    """Yield the sentences in which somebody takes an action on."""
    for a, b in split(text, start, end, one_paragraph=True):
        if text.find("action", a, b) >= 0 and (took := _TOOK.search(text, a, b)):
            who = owners.subject_before(text, a, took.start(), known)
            if not who and text.endswith(": ", a, took.start()):
                who = owners.only(text, a, took.start(), known)
            if task := read_task(text, a, b, known, given=who):
                yield task


_DOERS = frozenset(
    "clerk secretary treasurer chair chairman chairperson vice-chair bursar headteacher warden editor caretaker manager president"
    " convenor convener coordinator webmaster administrator registrar committee officers councillors trustees governors directors".split()
)
"""Who is called on in small letters: '... - clerk to write'."""
_SHORT_LINE = 45
_DECIDED = lazy.compile(r"(?:(?:RESOLVED|AGREED|Resolved|Agreed):?\s+)?(?:\d{1,2}[.)]\s+)?(?:[Tt]hat\s+)?")
"""Before the fixed form: 'RESOLVED Cllr Bell to buy the paint.'"""


def fixed_form(text: str, places: Iterable[int], start: int, end: int, known: Known) -> Iterator[Task]:
    """Yield the sentences 'AB to write ...' whose owner is certain; ``places`` are those in the block where such a call may stand."""
    at = start
    for to in places:
        if to < at:
            continue
        if text[to - 1] in "])-–—:":
            if task := _aloof(
                text, max(at, to - owners.FARTHEST), to, end, known, opens=max(at, to - owners.FARTHEST) == start
            ):
                yield task
                at = task.end
            if task or text[to - 1] != ")":
                continue
        begin = _clause(text, max(start, to - owners.FARTHEST), to, whole=to - owners.FARTHEST <= start)
        begin = _behind_comma(text, begin, to, known)
        if begin >= 0 and (decided := _DECIDED.match(text, begin, to)):
            begin = decided.end()
        if begin < 0:
            continue
        opens = text[begin].isupper() or text[begin] == "@" or text.startswith("the ", begin)
        opens = opens or (begin > start and text[begin:to] in _DOERS and text[begin - 1] in " (")
        if not opens and not known(text[begin:to].partition(" ")[0]):
            continue
        if text[begin - 1] == "\n" and begin > start and _runs_on(text, start, begin) and not known(text[begin:to]):
            continue
        if text.count(" ", begin, to) > 7 or not owners.named(text, begin, to, known):
            continue
        sign = {"(": ")", "[": "]"}.get(text[begin - 1])
        close = text.find(sign, to, end) if sign else -1
        stop = close if close >= 0 else next(sentences(text, begin, end, one_paragraph=True))[1]
        who = owners.subject(text, begin, stop, known)
        if not who or not owners.opens(text, begin, who, known):
            continue
        if close < 0:
            task = read_task(text, begin, stop, known, given=who)
            yield from (task,) if task else ()
        elif sign == ")" and close - begin < 40 and not text[close + 1 : end].strip(" ."):
            told, end_of_item = working(text, start, begin - 1), (start, close + 1)
            yield Task(*(told if _TO_ACT.match(text, who[-1][1], close) else end_of_item), who)  # '... (AB to update)'
        elif close - begin < 80:
            yield Task(begin, close, who)
        at = stop


def _runs_on(text: str, start: int, line: int) -> bool:
    """Whether the line before the one at ``line`` was broken for want of room, amid a sentence."""
    before = text[max(start, text.rfind("\n", start, line - 1) + 1) : line].rstrip()
    return len(before) > _SHORT_LINE and (before[-1].islower() or before[-1] == ",")


def in_title(text: str, part: Part, places: Iterable[int], known: Known) -> list[Task]:
    """Return the tasks that a title states, '1. Ann to mend the gate'; '– done' may stand behind it."""
    found = list(fixed_form(text, places, *part.title, known)) if part.title else []
    if found and part.blocks and standing(text, part.blocks[0].body, part.blocks[0].end):
        found[-1] = replace(found[-1], done=True)
    return found


def _behind_comma(text: str, begin: int, to: int, known: Known) -> int:
    """Return where the call begins that a comma sets off within its clause: 'Roof leaks again, Fred to get prices'."""
    comma = text.rfind(", ", begin, to) if begin >= 0 else -1
    set_off = comma > begin and known(bare(text, comma + 2, to)) and not owners.named(text, begin, to, known)
    return comma + 2 if set_off else begin


_ALSO = lazy.compile(r"\s+Also\s(?:ask|write|e-?mail|contact|notify|inform|send|check|arrange|obtain|request)\s")


def bidden(text: str, places: Iterable[int], start: int, end: int, known: Known) -> Iterator[Task]:
    """Yield the sentences that begin with an office and a bare verb, at ``places``: 'Clerk write to ...', and 'Also ask ...' behind."""
    for office in places:
        begin = _clause(text, max(start, office - 90), office, whole=office - 90 <= start)
        if begin != office:
            continue
        who = ((office, text.index(" ", office)),)
        last = begin
        for a, b in sentences(text, begin, end, one_paragraph=True):
            if a > begin and not _ALSO.match(text, last, b):
                break
            last = b
            if task := read_task(text, a, b, known, given=who):
                yield task


_NO_VERBS = frozenset(
    "be the a an this that these those his her its their our your my all any each both date which".split()
)


def _aloof(text: str, start: int, to: int, end: int, known: Known, *, opens: bool) -> Task | None:
    """Return the task whose owners a bracket, dash or colon parts from ' to ': '[AB] to write', 'AB: to write'."""
    begin = _clause(text, start, to - 1, whole=opens)
    if text[to - 1] in "])":
        begin = max(text.rfind("(", start, to), text.rfind("[", start, to))
        if begin < 0 or text[start:begin].rstrip()[-1:] not in (*".?!;:•-–—", "") or (begin > start) > opens:
            return None
    match = _ALOOF.match(text, begin, to) if begin >= 0 else None
    place = match.span(match.lastgroup or "before") if match else (to, to)
    who = owners.only(text, *place, known)
    stop = next(sentences(text, to + 1, end, one_paragraph=True), (to, to))[1]
    verb = text[to + 4 : min(end, to + 30)].split(" ", 1)[0]
    if not who or not verb[:1].islower() or verb in _NO_VERBS:
        return None
    if not all(known(text[a:b]) or is_certain(text[a:b], known, full_names=False) for a, b in who):
        return None
    return read_task(text, begin, stop, known, given=who)


def _clause(text: str, start: int, end: int, *, whole: bool) -> int:
    """Return where the sentence or bracket begins that goes on to ``end``; -1 where it begins before ``start``."""
    last = -1
    for stop in _STOP.finditer(text, start, end):
        opened = stop.start()
        aside = text[opened] == "(" and text[opened - 2].isalnum() and text.find(")", opened, end) > 0
        last = last if aside else stop.end()  # 'Ann Bell (Mill Trust) to write'
    return last if last >= 0 else start if whole else -1
