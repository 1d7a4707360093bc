"""Prose: tasks that the discussion states without a label.

Somebody took an action; the fixed form 'AB to write ...'; a task behind an arrow.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from minutes_parser import lazy
from minutes_parser.layout import owners
from minutes_parser.layout.closing import DOERS, NO_TITLE, TO_ACT
from minutes_parser.layout.mentions import Known, bare, is_certain
from minutes_parser.layout.outline import Part
from minutes_parser.layout.standing import standing
from minutes_parser.layout.task import Task, read_task, working
from minutes_parser.sentences import sentences, split

_TOOK = lazy.compile(
    r"\b(?:took|takes|has\s+taken|[Ww]ill\s+take|accepted|agreed\s+to\s+take|was\s+(?:given|assigned)|volunteered\s+for|has|have)"
    r"\s+(?:on\s+)?(?:(?:an?|the|this)\s+|(?<=\b[Ww]ill\stake\s))(?:new\s+)?action(?:\s+(?:item|point))?\s+(?:to|of|on|for)\b"
)
# Where a clause begins: behind a stop that ends no title or initial, at a line, in brackets, behind an arrow.
_STOP = lazy.compile(
    rf"[.?!;:→⇒>\n(\[–—-](?:(?<=:)\s+|(?<=[.?!;]){NO_TITLE}(?<!\b[A-Z].)\s+"
    r"|(?<=[→⇒>])\s+|(?<=\n)(?<!,\n)(?<!\bthe\n)(?<!\b(?:of|by|to|an)\n)(?<!\b(?:and|for|our)\n)(?<!\b(?:with|that|from)\n)|(?<=\s[–—-])\s+|(?<=[(\[]))"
)
_ALOOF = lazy.compile(
    r"(?:[\[(](?P<inside>[^\[\]()\n]{2,60})[\])]|(?P<before>[A-Z@][^\[\]():.;\n–—]{1,60}?)\s?(?::|\s[–—-]|[–—]))\Z"
)
"""Owners with a sign between them and the ' to ' of their task: '[AB] to write ...', 'Ann Bell - to write ...'."""
_ARROW = lazy.compile(r"(?:[-=]{1,2}>|[→⇒➔➜➡])\s*")


def pointed(text: str, start: int, end: int, known: Known) -> Task | None:
    """Return the task behind an arrow that names its owner first: '-> AB: write ...'."""
    arrow = _ARROW.match(text, start, end)
    owned = owners.ahead(text, arrow.end(), end, known) if arrow else None
    return read_task(text, arrow.end(), end, known, listed=True) if arrow and owned else None


def taken(text: str, start: int, end: int, known: Known) -> Iterator[Task]:
    """Yield the sentences in which somebody takes an action on."""
    for a, b in split(text, start, end, one_paragraph=True):
        if text.find("action", a, b) >= 0 and (took := _TOOK.search(text, a, b)):
            who = owners.subject_before(text, a, took.start(), known)
            if not who and text.endswith(": ", a, took.start()):
                who = owners.only(text, a, took.start(), known)
            if task := read_task(text, a, b, known, given=who):
                yield task


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
        opens = opens or (begin > start and text[begin:to] in DOERS and text[begin - 1] in " (")
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
            yield Task(*(told if TO_ACT.match(text, who[-1][1], close) else end_of_item), who)  # '... (AB to update)'
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
