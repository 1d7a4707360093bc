"""Entries in running lists: one a line, or several in a line, under the label or heading that groups them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from minutes_parser.layout.blocks import Block
from minutes_parser.layout.headings import topic
from minutes_parser.layout.names import COUNCILLOR, HONORIFIC, ROLE, TIERS, name_at, role_or_organisation
from minutes_parser.layout.posts import is_post, post_at, post_end
from minutes_parser.layout.titles import is_sentence, tells
from minutes_parser.source import Source
from minutes_parser.stages.attendees.entry import Entry, councillor_of, entry_at, holder_at, status_of
from minutes_parser.stages.attendees.groups import Group, label_at, status_of_label

_FIELD = re.compile(
    r"(?i)(?:date|time|venue|location|place|chair(?:ed by|man|person)?|minutes(?: taken by)?|minute[- ]taker|scribe|clerk(?:ed by)?|(?:meeting )?(?:start|end|finish)(?:ed|s)?(?: time)?|"
    r"secretary|agenda|subject|purpose|next meeting|note[- ]taker|recording|quorum|note|circulation|distribution|cc)\s*(?:[:–]|-(?=\s))(?:\s|$)"
)
_ALONE = re.compile(
    r"(?i)(?:chair(?:man|person)?s?|scribes?|minute[- ]?takers?|note[- ]?takers?|facilitators?|moderators?|editors?)\s*:?"
)
"""A label alone in its line, above a name that belongs to no list."""
_SHORT_NAMES = re.compile(r"[A-Z]{2,4}(?:,\s*[A-Z]\w{1,20}){2,40}\W*")
"""'SW, RL, NDW, Ian_H': people by their initials."""
_INNER = re.compile(
    r"(?<![\w.])(?:(?P<role>(?:(?:Vice|Deputy)[- ]?)?Chair(?:man|woman|person)?|(?:Parish |Town |Locum |Acting )?Clerk|Treasurer|Secretary"
    r"|(?:Parish |Town )?Councillors|Cllrs|Members|Officers|Governors|Trustees|Directors)\s*:\s*(?=\S)|Members of (?:the )?public\b)"
)
_CLERK = re.compile(r"(?:(?:Parish|Town|Locum|Acting)\s+)?Clerk\s*:")
_BROKEN = re.compile(rf"(?:^|\s)(?:[A-Z]\.?|{HONORIFIC}\.?)\Z")
"""How a line ends within a name: behind an initial or a title."""
_PIECE = re.compile(
    r"[()\[\]]|\s*(?:,|;|\n|•|\t|/(?=\s?[A-Z])|\s\|\s|\band\b(?=\s+(?:the\s+)?[A-Z@])|&(?=\s+[A-Z]))\s*"
)
_TITLED = re.compile(
    rf"(?=[ ])(?<=\S){''.join(f'(?<!{tier})' for tier in TIERS)}(?<!and)(?<!&)(?<!Cllr)(?<!Cllrs)(?<!Councillor)"
    rf"(?<!Councillors)(?<!Cllr\.)(?<!Cllrs\.)(?<!\bCr)(?<!\bRev)(?<!Revd)(?<!Prof)(?<!\bDr)(?<!\bSir)[ ]+(?={HONORIFIC}\b\.?[ ]+[A-Z])"
)
_TITLE_FIRST = re.compile(rf"{HONORIFIC}\b")
_COUNT = re.compile(
    r"(?i)(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|no|approx\w*)\s+(?:other\s+)?(?:members?|residents?|parishioners?|people|public|electors?)"
)
_SENTENCE_END = re.compile(r"(?<=[a-z)]{2})(?<!Cllr)(?<!Cllrs)(?<!Mrs)(?<!Prof)(?<!Rev)\.(?=\s+[A-Z])")
_OPENS_LIST = re.compile(
    r"\b[Tt]he following\s+(?P<words>(?:[\w-]+\s+){0,4}?(?:present|in attendance|attend(?:ed|ing)|absent))\b[\w ]{0,30}:\Z"
)
"""A sentence that opens a list: '... with the following in attendance:'."""
_RECORD = re.compile(
    r"(?i)\b(?:record|register|summary|table)\b.{0,40}\battendances?\b|\battendance\s+(?:record|register|summary|table)\b"
)
_LONGEST = 200
_WIDE = re.compile(r"(?<=\S)(?: {3,}|\t[ \t]*)(?=\S)")
"""What stands between the columns of a list: 'Ann Bell      Head of Lettings & Repairs'."""


def listed(source: Source, blocks: Sequence[Block], group: Group | None) -> Iterator[tuple[Entry, Group]]:
    """Yield the entries of ``blocks`` with the group they stand in; ``group`` is that of a heading above them."""
    text = source.text
    waiting = False
    depth = 0  # of a list item that is a label; its like end what stands below it
    for block in blocks:
        if block.kind in ("metadata", "furniture", "preformatted", "row"):
            continue
        start, end = block.body, block.end
        label = label_at(text, start, end) or _bold_label(text, block)
        if label:
            columns = waiting and group is not None and group.status == label.status
            group = label._replace(role=None) if columns else label
            depth = block.depth if label.end >= end else 0
            stop = _sentence_end(text, label.end, end)
            found = list(_parted(source, label.end, stop, group, True))
            waiting = not found
            yield from found
            if stop < end and (further := label_at(text, source.trim(stop + 1, end)[0], end)):
                yield from _parted(source, further.end, _sentence_end(text, further.end, end), further, True)
            continue
        if opened := _OPENS_LIST.search(text, max(start, end - 90), end):
            group = Group("absent" if "absent" in opened["words"] else "present", None, end)
            continue
        if group is not None and depth and block.kind == "bullet" and block.depth <= depth:
            group, depth = None, 0
        if group is not None and text[end - 1] == ":" and topic(text[start:end]) == "people":
            group = group._replace(status=status_of_label(text[start:end], group.status), role=None)
            waiting = True
            continue
        if _RECORD.search(text, start, min(end, start + 100)):
            group = None  # how often everybody came
        if _ALONE.fullmatch(text, start, end):
            group = None
            continue
        if field := _FIELD.match(text, start, end):
            group = None if field[0][:6].lower() == "agenda" else group
        clerk = _CLERK.match(text, start, end) if group is not None else None
        if group is None or (field and not clerk):
            continue
        if is_sentence(text, start, end):
            group = None
            continue
        under = group._replace(status="in_attendance", role=None) if clerk else group
        by_initials = _SHORT_NAMES.fullmatch(text, start, end) is not None
        found = [
            _marked(block, pair)
            for pair in _parted(source, start, end, under, by_initials or (waiting and text.count("(", start, end) > 1))
        ]
        if any(entry.role and tells(entry.role) for entry, _ in found):
            group = None  # a sentence about one of them
            continue
        waiting = waiting and not found
        yield from found
        if not found and block.end - block.start > _LONGEST:
            group = None


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


def _parted(
    source: Source, start: int, end: int, group: Group, labelled: bool = False
) -> Iterator[tuple[Entry, Group]]:
    """Yield the entries of a line in which roles label those behind them: 'Chairman: A B Councillors: C, D and E'."""
    text = source.text
    while start < end and text[start] in " |":  # a cell's edge
        start += 1
    labels = list(_INNER.finditer(text, start, end))
    yield from names_in(source, start, labels[0].start() if labels else end, group, labelled)
    for label, after in zip_longest(labels, labels[1:]):
        if label["role"] is None:
            continue
        role = " ".join(label["role"].split())
        several = role.endswith("s")
        for entry, under in names_in(source, label.end(), after.start() if after else end, group, True):
            if not several:
                entry.role = role
            elif entry.role is None and not role.startswith(("Member", "Officer")):
                entry.role = "Councillor" if role.startswith("Cllr") else role.removesuffix("s")
            yield entry, under


def names_in(
    source: Source, start: int, end: int, group: Group, labelled: bool = False
) -> Iterator[tuple[Entry, Group]]:
    """Yield the entries in one line or paragraph."""
    text = source.text
    if _COUNT.match(text, start, end):
        return
    role = None
    for a, b in _pieces(source, start, end, labelled):
        entry = entry_at(text, a, b, loose=labelled)
        if entry is None or _COUNT.match(text, a, b):
            continue
        if shared := shared_role(entry):
            role = shared
        elif entry.honorific is None and entry.role is None:
            entry.role = role
        yield entry, group


_PLURALS = re.compile(
    r"(?:Cllr|Councill?or|[Cc]ouncil ?[Mm]ember|Trustee|Governor|Commissioner|Supervisor|Director|Alderman|Selectman)s\b"
)


def shared_role(entry: Entry) -> str | None:
    """Return the role that a title in the plural gives to its person and to those behind: 'Cllrs A, B and C'."""
    title = entry.honorific or ""
    plural = next((word for word in title.split() if word.endswith("s") and COUNCILLOR.fullmatch(word)), None)
    if plural:
        entry.honorific = title.replace(plural, plural.removesuffix("s"), 1)
        return councillor_of(title)
    if entry.role and _PLURALS.fullmatch(entry.role):
        entry.role = entry.role.removesuffix("s")
        return entry.role
    return None


def _pieces(source: Source, start: int, end: int, labelled: bool) -> list[tuple[int, int]]:
    """Cut a line into entries: at commas where it lists names, before titles where names run together."""
    text = source.text
    start, end = source.trim(start, end)
    if (gap := _WIDE.search(text, start, end)) and _bare(text, start, gap.start()):
        return [(start, end)]
    parts = _with_posts(text, _mended(text, cut_at(_PIECE, text, start, end)))
    names = [place for place in parts if _is_name(text, *place, labelled)] if len(parts) > 1 else []
    several = len(names) > 1 if labelled else _lists_names(text, parts, names)
    pieces = _joined(text, parts, names) if several else [(start, end)]
    return [person for place in pieces for piece in _titled(text, *place) for person in _run_on(text, *piece)]


def _mended(text: str, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join the parts of a name that a line's end parts: 'Cllr Mrs V' and 'Kavanagh'."""
    joined: list[tuple[int, int]] = []
    for place in parts:
        if joined and text[joined[-1][1] : place[0]].strip(" ") == "\n" and _BROKEN.search(text[slice(*joined[-1])]):
            joined[-1] = (joined[-1][0], place[1])
        else:
            joined.append(place)
    return joined


def _with_posts(text: str, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join the parts of one post in front of a name: 'the Clerk, | Mrs Lund', 'Communications | and Events Manager Jo Day'."""
    joined: list[tuple[int, int]] = []
    leads = bool(parts) and (post_at(text, *parts[0]) is not None or is_post(text, *parts[0]))
    for place in parts:
        if joined and _goes_before(text, joined[-1], place, leads):
            joined[-1] = (joined[-1][0], place[1])
        else:
            joined.append(place)
    return joined


def _goes_before(text: str, first: tuple[int, int], second: tuple[int, int], leads: bool) -> bool:
    """Whether the first part is the beginning of the post of the person in the second."""
    between = text[first[1] : second[0]].strip()
    if text.startswith(("the ", "The "), first[0]):
        return between in ("", ",", "and") and post_at(text, first[0], second[1]) is not None
    if (not leads or between not in ("and", "&", "/")) and "\n" not in text[first[1] : second[0]]:
        return False
    post = post_at(text, first[0], second[1])
    return post is not None and post.name.start >= second[0]


def _lists_names(text: str, parts: list[tuple[int, int]], names: list[tuple[int, int]]) -> bool:
    """Whether a line without a label lists names: 'A B, C D, E F' does, 'A B, Harbour Trust' does not."""
    sure = sum(1 for a, _ in names if text[a] == "@" or _TITLE_FIRST.match(text, a))
    if len(names) * (3 if sure > 1 else 2) <= len(parts):
        return False
    return (
        len(names) > 2
        or sure > 1
        or (
            len(names) == len(parts) == 2
            and _bare(text, *parts[0])
            and (
                _and_between(text, parts)
                or (text[parts[1][1] - 1] == "." and _bare(text, parts[1][0], parts[1][1] - 1))
            )
        )
    )


def _bare(text: str, start: int, end: int) -> bool:
    """Whether a part is a name and nothing else."""
    name = name_at(text, start, end)
    return name is not None and not text[name.end : end].strip()


def _run_on(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut before a second name that follows the first without a mark and has a role behind it."""
    first = name_at(text, start, end)
    begin = first.end + 1 if first else end
    second = (
        name_at(text, begin, end)
        if begin < end and text[begin - 1] == " " and not post_end(text, begin, end) > begin
        else None
    )
    if not first or not second or second.start != begin or " " not in text[second.start : second.end]:
        return [(start, end)]
    behind = text[second.end : end].strip(" ,")
    return [(start, first.end), (begin, end)] if behind and role_or_organisation(behind) == "role" else [(start, end)]


def _and_between(text: str, parts: list[tuple[int, int]]) -> bool:
    return text[parts[0][1] : parts[1][0]].strip() in ("and", "&")


def cut_at(marks: re.Pattern[str], text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the slices between separators, leaving brackets whole; ``marks`` finds separators and brackets."""
    parts, begin, depth = [], start, 0
    for match in marks.finditer(text, start, end):
        if match[0] in "([":
            depth += 1
        elif match[0] in ")]":
            depth = max(depth - 1, 0)
        elif not depth:
            parts.append((begin, match.start()))
            begin = match.end()
    parts.append((begin, end))
    return [(a, b) for a, b in parts if b > a]


def _is_name(text: str, start: int, end: int, labelled: bool) -> bool:
    """Whether a part begins with a name and is none but that, a bracket or a word on the person aside."""
    if post_at(text, start, end) or holder_at(text, start, end):
        return True
    name = None if is_post(text, start, end) else name_at(text, start, end)
    if name is None:
        word = text[start:end].strip(" .")
        return (
            labelled
            and bool(re.fullmatch(r"[a-z][\w\-]{2,20}", word))
            and status_of(word) is None
            and not ROLE.search(word)
        )
    words = text[name.start : name.end]
    single = " " not in words
    if single and not (name.title or labelled or words.startswith("@")):
        return False
    rest = text[name.end : end].strip()
    return not rest or rest[0] in "(–-<@" or bool(name.title) or len(rest) < 40


def _joined(text: str, parts: list[tuple[int, int]], names: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join a part that is no name to the one before it: a role or an organisation behind its comma.

    'and the Clerk' is somebody else, without a name.
    """
    starts = set(names)
    joined: list[tuple[int, int]] = []
    for place in parts:
        if place in starts or not joined:
            joined.append(place)
        elif text[joined[-1][1] : place[0]].strip() == "and" and text.startswith("the ", place[0]):
            continue
        else:
            joined[-1] = (joined[-1][0], place[1])
    return joined


def _titled(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut before each title where names run together without commas ('Cllr A B Vice Chair Cllr C D')."""
    post = post_at(text, start, end)
    cuts = [match.start() for match in _TITLED.finditer(text, post.end if post else start, end)]
    if not cuts:
        return [(start, end)]
    starts = [start, *[cut + 1 for cut in cuts]]
    ends = [*cuts, end]
    return [(a, b) for a, b in zip(starts, ends, strict=True) if b > a]
