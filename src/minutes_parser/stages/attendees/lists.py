"""Entries in running lists: one a line, or several in a line, under the label or heading that groups them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from minutes_parser import lazy
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.headings import SIDE, asks_names
from minutes_parser.layout.names import COUNCILLOR, NO_STOP, ROLE
from minutes_parser.layout.telling import is_sentence, tells
from minutes_parser.layout.topics import topic
from minutes_parser.models import Status
from minutes_parser.source import Source
from minutes_parser.stages.attendees.abreast import Column, cells, heads, under
from minutes_parser.stages.attendees.entry import Entry, councillor_of, entry_at
from minutes_parser.stages.attendees.groups import Group, label_at, label_of_body, status_of_label
from minutes_parser.stages.attendees.joined import joined
from minutes_parser.stages.attendees.kinds import (
    ALONE,
    are_two,
    behind_count,
    holds_people,
    is_body,
    is_record,
    lists_nobody,
    lists_words,
    rambles,
    set_as_code,
)
from minutes_parser.stages.attendees.lines import of_organisation, officer_at
from minutes_parser.stages.attendees.pieces import pieces_of

_FIELD = lazy.compile(
    r"(?i)(?:date|time|venue|location|place|chair(?:ed by|man|person)?|minutes(?: taken by)?|minute[- ]taker|scribe|clerk(?:ed by)?|(?:meeting )?(?:start|end|finish)(?:ed|s)?(?: time)?|"
    r"(?:acting )?secretary|agenda|subject|purpose|next meeting|note[- ]taker|recording|quorum|note|circulation|distribution|cc|n\.?b\.?|(?:other )?abbreviations|key|legend)\s*(?:[:–]|-(?=\s))(?:\s|$)"
)
_FEWEST = 3
"""Names that go on behind a full stop."""
_INNER = lazy.compile(
    r"(?<![\w.])(?:(?P<role>(?:(?:Vice|Deputy)[- ]?)?Chair(?:man|woman|person)?|(?:Parish |Town |Locum |Acting )?Clerk|Treasurer|Secretary"
    r"|(?:Parish |Town )?Councillors|Cllrs|(?:Non-)?[Vv]oting [Mm]embers|Members|Officers|Governors|Trustees|Directors)(?:\s*:\s*|(?<=[a-z])[-–—](?=[A-Z]))(?=\S)|Members of (?:the )?public\b"
    r"|(?P<kind>(?:Committee|Board|Council|Executive|Staff|Parents?|Residents|Tenants|Guests?|Visitors?|Observers?|Officials"
    r"|Plot ?holders|[Cc]o-opted(?: members)?|Ex[- ]officio)(?: [Mm]embers)?)(?::\s+|(?<=[a-z])[-–—])(?=[A-Z]))"
)
_MARK = lazy.compile(r"[:–—-](?:(?<=:)|(?<=[a-z].)(?=[A-Z]))")
"""What stands behind the words of ``_INNER``."""
_CLERK = lazy.compile(r"(?:(?:Parish|Town|Locum|Acting)\s+)?Clerk\s*:")
_COUNT = lazy.compile(
    r"(?i)(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|no|approx\w*)\s+(?:other\s+)?(?:members?|residents?|parishioners?|people|public|electors?)"
)
_NAMELY = lazy.compile(r"[^.;:]{0,20}?(?:[ ,]\s?(?:including|namely|incl\.)|:)\s+(?=[A-Z])")
"""'12 members including Ann Bell and Bob Day'."""
_SENTENCE_END = lazy.compile(
    rf"(?:(?<=[a-z)]{{2}})|(?<=\))){NO_STOP}[ ]?\.(?=\s+[A-Z])"
    r"|(?<=[a-z)]);(?=\s+(?:The[ ])?[Mm]eeting[ ])|(?<=[a-z)]);?(?=[ ]+(?:Apologies|In attendance|Also present|Absent|Regrets|Excused|Not present)(?: for absence| received)?(?::|[ ][–-])\s)"
    r"|(?<=[a-z)])[ ]*(?=\n\s{0,9}(?:The (?:meeting|chair\w*)\b|At \d|A (?:motion|quorum)\b|There (?:was|were|being)\b))"
)
"""Where a list ends within a line: at a full stop, or before the label of the next one."""
_OPENS_LIST = lazy.compile(
    r"\b[Tt]he following\s+(?P<words>(?:[\w-]+,?\s+){0,8}?(?:present|in attendance|attend(?:ed|ing)|absent|apologies|apologised|regrets))\b[\w ]{0,30}[:.]\Z"
)
"""A sentence that opens a list: '... with the following in attendance:'."""
_MOST_LABELS = 5
"""Labels that one line of names may have."""
_LONGEST = 200
_NO_LIST = ("metadata", "furniture", "row")


def listed(source: Source, blocks: Sequence[Block], group: Group | None) -> Iterator[tuple[Entry, Group]]:
    """Yield the entries of ``blocks`` with the group they stand in; ``group`` is that of a heading above them."""
    text = source.text
    told = 0  # where a label's own line ended that lists several
    waiting, goes_on = False, group is not None  # a label, or a comma, stood at the end of the line before
    columns: list[Column] = []
    alone = group is not None and len(blocks) == 1  # one line below a heading
    posted = False  # the line before gave an office and its holder: 'President: Ann Bell'
    depth = 0  # of a list item that is a label; its like end what stands below it
    lines = [line for block in blocks if block.kind not in _NO_LIST for line in set_as_code(text, block)]
    whole = list(joined(text, lines))
    holder: tuple[int, str] | None = None  # the depth and name of a body whose people stand below it
    for block, after in zip_longest(whole, whole[1:]):
        start, end = behind_count(text, block.body, block.end), block.end
        if text[start] == ":" and end - start < _LONGEST:
            start += 1  # a field: ':Present: Ann Bell'
        if asks_names(text[start : min(end, start + _LONGEST)]):
            continue
        if abreast := heads(text, block):
            columns, group = abreast, None
            continue
        label = label_at(text, start, end) or _bold_label(text, block) or label_of_body(text, start, end)
        if columns and not label and len(block.lines) == 1 and not is_sentence(text, start, end):
            for a, b in cells(text, block):
                yield from names_in(source, a, b, under(columns, block, a))
            continue
        columns = []
        if label:
            beside = waiting and group is not None and group.status == label.status
            group = label._replace(role=None) if beside else label
            depth = block.depth if label.end >= end else 0
            if label.end < end and (within := label_at(text, label.end, end)):
                group = label = within._replace(role=within.role or label.role)  # 'Roll call: Present - Ann Bell'
            stop = _sentence_end(text, label.end, end)
            found = list(parted(source, label.end, stop, group, True))
            found += _labelled_on(source, stop, end, label)
            waiting = not found
            told = end if len(found) >= _FEWEST and text.find(",", label.end, end) > 0 else 0
            yield from found
            continue
        last = text[end - 1]
        if last in ":." and (opened := _OPENS_LIST.search(text, max(start, end - 90), end)):
            group = Group(_of_sentence(opened["words"]), None, end)
            continue
        if group is not None and depth and block.kind == "bullet" and block.depth <= depth:
            group, depth = None, 0
        if group is not None and last == ":" and topic(text[start:end]) == "people":
            group = group._replace(status=status_of_label(text[start:end], group.status), role=None)
            waiting = True
            continue
        if group is not None and last == ":" and SIDE.fullmatch(text, start, end):
            waiting = True
            continue
        if is_record(text, start, end):
            group = None
        if ALONE.fullmatch(text, start, end):
            group = None
            continue
        if field := _FIELD.match(text, start, end):
            group = None if field[0][:6].lower() == "agenda" else group
        clerk = _CLERK.match(text, start, end) if group is not None else None
        if field and not clerk and posted and group is not None and (officer := officer_at(text, start, end)):
            yield officer, group
            continue
        if group is None or (field and not clerk):
            continue
        if holder and block.depth <= holder[0]:
            holder = None
        if after and holds_people(text, block, after):
            holder = (block.depth, " ".join(text[start:end].split()))
            continue
        if people := of_organisation(text, start, end, sure=bool(block.emphasis) and block.emphasis[0][0] == start):
            yield from ((entry, group) for entry in people)
            waiting = False
            continue
        over = told and text.count("\n", told, block.start) > 1 and text.find(",", start, end) < 0
        if over or lists_nobody(text, start, end):
            group = None  # a list within a line is over with its paragraph
            continue
        own = group._replace(status="in_attendance", role=None) if clerk else group
        by_initials = lists_words(text, block, behind=waiting or goes_on)
        goes_on = last == ","
        if block.bold and group is not None and is_body(text, start, end):
            continue  # whom those below it come from
        by_initials = by_initials or (alone and are_two(text, start, end))
        found = [
            _marked(block, pair)
            for pair in parted(source, start, end, own, by_initials or (waiting and text.count("(", start, end) > 1))
        ]
        if any(entry.role and (tells(entry.role) or rambles(entry.role)) for entry, _ in found):
            group = None  # a sentence about one of them
            continue
        waiting = waiting and not found
        for entry, _ in found if holder else ():
            entry.organisation = entry.organisation or (holder[1] if holder else None)
        posted = bool(found) and all(_has_post_first(text, entry) for entry, _ in found)
        yield from found
        if not found and block.end - block.start > _LONGEST:
            group = None


def _of_sentence(words: str) -> Status:
    """Return the status that the words of a sentence over a list give."""
    if "absent" in words:
        return "absent"
    return "apologies" if "apolog" in words or "regrets" in words else "present"


def _has_post_first(text: str, entry: Entry) -> bool:
    """Whether an entry was written with its office before the name."""
    return entry.role is not None and text.startswith(entry.role, entry.start)


def _labelled_on(source: Source, start: int, end: int, group: Group) -> Iterator[tuple[Entry, Group]]:
    """Yield the entries behind further labels in a line: 'Present: Ann, Bob. Apologies: Cy. Visitor - Di.'

    Where a list of names goes on behind the stop ('... Bob Day online. Cy Dale, Di Frost, Ed Gale'), it is one of ``group``.
    """
    text = source.text
    for _ in range(_MOST_LABELS):
        start += len(text[start:end]) - len(text[start:end].lstrip(" .;"))
        label = label_at(text, start, end) if start < end else None
        if label is None:
            further = [] if is_sentence(text, start, end) else list(names_in(source, start, end, group))
            yield from further if len(further) >= _FEWEST else ()
            return
        group, stop = label, _sentence_end(text, label.end, end)
        yield from parted(source, label.end, stop, label, True)
        start = stop


def _sentence_end(text: str, start: int, end: int) -> int:
    """Return where the sentence ends that a label begins; behind it stands something else."""
    found = _SENTENCE_END.search(text, start, end)
    return found.start() if found else end


def _bold_label(text: str, block: Block) -> Group | None:
    """A label set bold needs no colon: '**Present** Ann, Bob'."""
    if not block.emphasis or block.emphasis[0][0] != block.body:
        return None
    end = block.emphasis[0][1]
    label = label_at(text, block.body, end)
    return label._replace(end=end) if label else None


def _marked(block: Block, pair: tuple[Entry, Group]) -> tuple[Entry, Group]:
    """An empty box or a struck-out line says that the person was not there."""
    if block.checked is False or block.struck:
        pair[0].status = "absent"
    return pair


def _may_label(text: str, start: int, end: int) -> bool:
    """Whether the slice has a mark behind which ``_INNER`` may have a label, or speaks of members of the public."""
    return _MARK.search(text, start, end) is not None or text.find("Members of", start, end) >= 0


def parted(source: Source, start: int, end: int, group: Group, labelled: bool = False) -> Iterator[tuple[Entry, Group]]:
    """Yield the entries of a line in which roles label those behind them: 'Chairman: A B Councillors: C, D and E'."""
    text = source.text
    while start < end and text[start] in " |":  # a cell's edge
        start += 1
    labels = list(_INNER.finditer(text, start, end)) if _may_label(text, start, end) else []
    if not labels:
        yield from names_in(source, start, end, group, labelled)
        return
    yield from names_in(source, start, labels[0].start(), group, labelled)
    for label, after in zip_longest(labels, labels[1:]):
        if label["kind"]:
            yield from names_in(source, label.end(), after.start() if after else end, group, True)
        if label["role"] is None:
            continue
        role = " ".join(label["role"].split())
        several = role.endswith("s")
        for entry, of_group in names_in(source, label.end(), after.start() if after else end, group, True):
            if not several:
                entry.role = role
            elif entry.role is None and not role.startswith(("Member", "Officer")):
                entry.role = "Councillor" if role.startswith("Cllr") else role.removesuffix("s")
            yield entry, of_group


def names_in(
    source: Source, start: int, end: int, group: Group, labelled: bool = False
) -> Iterator[tuple[Entry, Group]]:
    """Yield the entries in one line or paragraph."""
    text = source.text
    while start < end and text[start] in ' :–—-"″〃':  # a dash behind the title, a mark for the title above
        start += 1
    if counted := _COUNT.match(text, start, end):
        named = _NAMELY.match(text, counted.end(), end)
        if named is None:
            return
        start, labelled = named.end(), True
    role = None
    if text.startswith("and ", start):
        start += 4
    for a, b in pieces_of(source, start, end, labelled):
        entry = entry_at(text, a, b, loose=labelled)
        if entry is None or _COUNT.match(text, a, b):
            continue
        if shared := shared_role(entry):
            role = shared
        elif entry.role is None and (
            entry.honorific is None or (entry.honorific in _SET_APART and not entry.organisation)
        ):
            entry.role = role
        yield entry, group
        if text[b : b + 1] == ";":
            role = None  # what one part of a list says counts not for the next


_SET_APART = ("Mrs", "Miss", "Ms")
"""Titles by which lists of surnames tell women from men: they are members as the others are."""
_PLURALS = lazy.compile(
    r"(?:Cllr|Councill?or|[Cc]ouncil ?[Mm]ember|Member|Trustee|Governor|Commissioner|Supervisor|Director|Alderman|Selectman)s\b"
)


_MEMBERS = lazy.compile(r"(?:[\w-]+ ){0,2}(?:members|trustees|directors|governors|wardens|commissioners|councillors)")
"""Posts in small letters before the names of several: 'vestry members Ann Bell and Bob Day'."""


def shared_role(entry: Entry) -> str | None:
    """Return the role that a title in the plural gives to its person and to those behind: 'Cllrs A, B and C'."""
    if title := entry.honorific:
        plural = next((word for word in title.split() if word.endswith("s") and COUNCILLOR.fullmatch(word)), None)
        if plural:
            entry.honorific = title.replace(plural, plural.removesuffix("s"), 1)
            return councillor_of(title)
    if entry.role and entry.role.lower().endswith("men") and ROLE.fullmatch(entry.role):
        entry.role = entry.role[:-2] + ("AN" if entry.role.isupper() else "an")
        return entry.role
    if entry.role and entry.role.endswith("s") and (_PLURALS.fullmatch(entry.role) or _MEMBERS.fullmatch(entry.role)):
        entry.role = entry.role.removesuffix("s")
        return entry.role
    return None
