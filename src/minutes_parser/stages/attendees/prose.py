"""Apologies told in sentences, and lists of mere names: 'Apologies were received from Cllr A, Cllr B and C D (holiday).'"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from minutes_parser import lazy
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.names import HONORIFIC, NO_STOP, name_at
from minutes_parser.layout.posts import may_open_post, post_at
from minutes_parser.layout.telling import is_sentence
from minutes_parser.source import Source
from minutes_parser.stages.attendees.cuts import cut_at, is_bare
from minutes_parser.stages.attendees.entry import Entry, entry_at
from minutes_parser.stages.attendees.groups import Group, label_at, status_of_label
from minutes_parser.stages.attendees.inline import parted, shared_role
from minutes_parser.stages.attendees.lists import listed

_FROM = lazy.compile(
    r"(?i)\b(?:apolog(?:y|ies|ises)|regrets)\b[^.:;]{0,80}?\b(?:from|by|on behalf of)\b(?:\sthe following(?-i:\s[a-z]+){0,3})?:?\s*|"
    r"(?:(?<=pologies )|(?<=absence ))(?:were|was|have been|had been) (?:received|given|noted|accepted|tendered)(?: and \w+)? (?:from|by|for(?= [A-Z][a-z.]))\b:?\s*|"
    r"\bleave of absence (?:was|were|is|has been|had been)(?: also)? granted to\b:?\s*|"
    r"\b(?:apolog(?:y|ies))(?: for absence)?(?: (?:were|was|had been|have been))?(?: received| given| sent| noted| accepted)?\s*[:–-]\s+(?=[A-Z@])"
)
SENT = lazy.compile(
    r"(?i)\b(?:had |has |have )?(?:(?:sent|gave|given|tendered|offered|submitted)\b[^.]{0,30}\bapolog(?!\w*\s(?:from|on\sbehalf))"
    r"|apologi[sz]ed(?:\sfor\s(?:(?:his|her|their)\s)?(?:absence|non-attendance|not\s(?:attending|being\s[a-z]+)|being\s(?:absent|unable)[^.;]{0,30}))?\s*(?=[.;,]|\Z))"
)
_ABSENT = lazy.compile(
    r"(?:\A|(?<=[.;:–—-]\s)|(?<=\n))(?P<who>[A-Z](?:[^.;:]|(?:(?<=\b[A-Z])|(?<=Mrs)|(?<=Cllr)|(?<=\b[DMR][rsev]))\.){0,160}?)\s(?P<how>(?:was|were)\s(?:also\s)?(?:absent|excused|unable\sto\sattend)|(?:did|could)\snot\sattend)(?:\sthe\smeeting)?(?:\s\((?:un)?excused\))?\s*(?=[.;]|\Z)"
)
_STOP = lazy.compile(
    rf"(?<=[a-z)]{{2}}){NO_STOP}[.;](?=\s|$)|\b(?:due to|because|owing to|who|which|were|was|and (?:these|it|they)|had|both|all|for (?:the|item|personal|absence))\b|\n\s*\n"
)
_BROKEN = lazy.compile(r"[A-Z][\w’'-]{1,20}\n[A-Z][\w’'-]{1,20}")
AWAY = (" absent", " not attend", " excused", " unable to attend")
"""One of these stands in every sentence that tells who was away."""
_FROM_ALONE = lazy.compile(
    r"(?i)(?:(?:were\s|was\s)?(?:received|noted|accepted|sent|given)\s?)?(?:(?:from|by)\b\s?)?:?\s*(?-i:(?=[A-Z]))"
)
"""What stands before the names below 'Apologies': 'Received from: Ann Bell'."""
_REASONS = ("who", "due to", "because", "owing to")
_ONE_MORE = lazy.compile(rf"(?:\band|,)\s+(?={HONORIFIC}\b\.?\s+[A-Z])")
_NONE = lazy.compile(r"(?i)\b(?:no apologies|none|there were no|nil)\b")
SPLIT = lazy.compile(
    r"[()\[\]]|\s*(?:,(?:\s*and\b)?|;|\band\b(?<!\bMr and)(?<!\bDr and)(?<!\bMr\. and)|&(?<!\bMr &)(?<!\bDr &)(?=\s)|\n|/)\s*"
)
STOP_LIST = lazy.compile(rf"(?<=[a-z)]{{2}}){NO_STOP}[.;](?=\s|$)|\n\s*\n")
LONGEST_SENTENCE, LONGEST_LIST = 300, 1500
FEWEST = 3
"""Names that make a list of a line without a label."""
_PLAIN_PLURAL = lazy.compile(r"\s*(?:the )?(councillors|cllrs|governors|trustees|members|directors)\s+(?=[A-Z])")
APOLOGIES = Group("apologies", None, 0)


def apologies(
    source: Source, blocks: tuple[Block, ...], *, lists: bool, group: Group = APOLOGIES
) -> Iterator[tuple[Entry, Group]]:
    """Yield those whose apologies a section records: in its sentences and, with ``lists``, in lines of mere names.

    ``group`` is that of its heading, and counts for mere names: below 'Absent' nobody need have sent apologies.
    """
    text = source.text
    for block in blocks:
        if block.kind in ("row", "metadata", "furniture"):
            continue
        if text.startswith((". ", "– ", "- ", ": "), block.body):  # the heading's own: '**Apologies**. Cllr Hill'
            block = replace(block, body=block.body + 2)
        if any(text.find(word, block.body, block.end) >= 0 for word in AWAY):
            yield from told_absent(text, block)
        if told := list(told_away(text, block.body, block.end)):
            yield from ((entry, APOLOGIES) for entry in told)
            continue
        if not lists or _NONE.search(text, block.body, min(block.end, block.body + 80)) or block.end - block.body > 300:
            continue
        opened = _FROM_ALONE.match(text, block.body, block.end)
        block = replace(block, body=opened.end()) if opened else block
        first = replace(block, end=_first_sentence(source.text, block))
        if bare := bare_names(text, first.body, first.end):
            yield from ((entry, group) for entry in bare)
            continue
        names = [pair for pair in listed(source, (first,), group) if _surely(pair[0])]
        if names and _names_fill(source, first, [entry for entry, _ in names]):
            yield from names


def told_absent(text: str, block: Block) -> Iterator[tuple[Entry, Group]]:
    """Yield those of whom a sentence says that they were absent: 'Cllr Hill was absent.'"""
    for match in _ABSENT.finditer(text, block.body, block.end):
        group = Group(status_of_label(match["how"]), None, 0)
        yield from ((entry, group) for entry in names_told(text, *match.span("who")))


def sent_by(source: Source, start: int, end: int) -> Iterator[tuple[Entry, Group]]:
    """Yield those whose apologies a title records: 'Apologies from Ann and Bob'."""
    phrase = _FROM.search(source.text, start, end)
    if phrase:
        found = bare_names(source.text, phrase.end(), end) or list(told_away(source.text, start, end))
        yield from ((entry, APOLOGIES) for entry in found)


def mere_names(source: Source, blocks: tuple[Block, ...], group: Group) -> Iterator[tuple[Entry, Group]]:
    """Yield those of the paragraphs at once below a heading over people that are nothing but lists of names."""
    for block in blocks:
        if block.kind != "paragraph" or is_sentence(source.text, block.body, block.end):
            return
        if label_at(source.text, block.body, block.end):
            return
        found = list(parted(source, block.body, block.end, group, True))
        if len(found) < FEWEST or not _names_fill(source, block, [entry for entry, _ in found]):
            return
        yield from found


def bare_names(text: str, start: int, end: int) -> list[Entry]:
    """Return the people of a slice that lists two or more names, single ones too, and holds nothing else."""
    if end - start > LONGEST_LIST:
        return []
    parts = cut_at(SPLIT, text, start, end)
    names = [entry_at(text, *part) for part in parts if is_bare(text, part[0], part[1] - (text[part[1] - 1] == "."))]
    entries = [entry for entry in names if entry]
    if len(entries) < len(parts) or len(entries) < 2:
        return []
    role = None
    for entry in entries:
        role = shared_role(entry) or (role if entry.honorific is None and entry.role in (None, role) else None)
        entry.role = entry.role or role
    return entries


def _first_sentence(text: str, block: Block) -> int:
    """Return where the list of names ends behind which the reasons are accepted: 'Cllr Hill (leave). The meeting ...'."""
    stop = STOP_LIST.search(text, block.body, block.end)
    return stop.start() + 1 if stop and text[stop.start()] == "." else block.end


def _surely(entry: Entry) -> bool:
    """Whether an entry outside an attendance list is a person beyond doubt: no single word."""
    return " " in entry.name or bool(entry.honorific or entry.name.isupper() or (entry.role and not entry.organisation))


_TELLS = lazy.compile(
    r"\s+(?:(?:[a-z]+ly|then|also)\s+)?(?:was|were|is|are|has|have|had|will|would|may|might|can|could|should|must|[a-z]{3,}ed|wrote|gave|took|said|spoke|told|left|made|sent)\b"
)
"""A verb behind a name: the line tells of that person."""


def _names_fill(source: Source, block: Block, entries: list[Entry]) -> bool:
    """Whether a line is a list of names and no sentence about one."""
    if any(_TELLS.search(source.text, entry.start, min(block.end, entry.start + 120)) for entry in entries):
        return False
    covered = sum(len(entry.name) + len(entry.honorific or "") for entry in entries)
    return covered * 2 > block.end - block.body or not is_sentence(source.text, block.body, block.end)


def told_away(text: str, start: int, end: int) -> Iterator[Entry]:
    """Yield the names behind 'apologies from', and those who 'sent apologies'."""
    reached = start
    for phrase in _FROM.finditer(text, start, end):
        stop = _STOP.search(text, phrase.end(), end)
        yield from names_told(text, phrase.end(), _behind_brackets(text, phrase.end(), stop.start() if stop else end))
        if stop and stop[0] in _REASONS and stop.end() >= reached:
            reached = min(end, stop.end() + 2 * LONGEST_SENTENCE)
            yield from _behind_reasons(text, stop.end(), reached)
    for sent in SENT.finditer(text, start, end):
        first = max((stop.end() for stop in STOP_LIST.finditer(text, start, sent.start())), default=start)
        yield from names_told(text, first, sent.start())


def _behind_reasons(text: str, start: int, end: int) -> Iterator[Entry]:
    """Yield those named behind another's reason: '... Cllr Hill who was away and Cllr Dale who was ill'."""
    last = STOP_LIST.search(text, start, end)
    end = last.start() if last else end
    for match in _ONE_MORE.finditer(text, start, end):
        stop = _STOP.search(text, match.end(), end)
        yield from names_told(text, match.end(), stop.start() if stop else end)


def _behind_brackets(text: str, start: int, stop: int) -> int:
    """Return ``stop``, moved behind a bracket that is open there ('(due to illness)')."""
    opened = text.count("(", start, stop) - text.count(")", start, stop)
    close = text.find(")", stop, stop + 80) if opened > 0 else -1
    return close + 1 if close >= 0 else stop


def names_told(text: str, start: int, end: int) -> Iterator[Entry]:
    """Yield the people listed in the slice; a title in the plural counts for all behind it: 'Cllrs Hill, Dale and Marsh'."""
    several, role = False, None
    if plain := _PLAIN_PLURAL.match(text, start, end):
        start, several = plain.end(), True
        role = "Councillor" if plain[1][0] in "cC" else None
    for a, b in _unbroken(text, cut_at(SPLIT, text, start, end)):
        if _BROKEN.fullmatch(text, a, b):
            yield Entry(a, b, " ".join(text[a:b].split()), role=role)
            continue
        begin = a + len(text[a:b]) - len(text[a:b].lstrip())
        name = name_at(text, begin, b)
        sure = name is not None and (several or name.title or _surely_named(text[name.start : name.end]))
        if not sure and not _is_in_post(text, begin, b):
            continue
        if entry := entry_at(text, begin, b):
            if shared := shared_role(entry):
                several, role = True, shared
            elif entry.honorific is None:
                entry.role = entry.role or role
            yield entry


def _is_in_post(text: str, start: int, end: int) -> bool:
    """Whether a slice is a surname behind a post: 'Trustee Hill'."""
    post = post_at(text, start, end) if may_open_post(text, start, end) else None
    return post is not None and text[post.name.start : post.name.end].istitle()


def _unbroken(text: str, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join a first name that ends a line and the surname that begins the next: 'from Ann', 'Bell and ...'."""
    joined: list[tuple[int, int]] = []
    for a, b in parts:
        if joined and text[joined[-1][1] : a] == "\n" and _BROKEN.fullmatch(text, joined[-1][0], b):
            joined[-1] = (joined[-1][0], b)
        else:
            joined.append((a, b))
    return joined


def _surely_named(words: str) -> bool:
    """Whether words that look like a name are more than one, or initials."""
    return " " in words or words.isupper()
