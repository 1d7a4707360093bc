"""Apologies and attendance told in sentences: 'Apologies were received from Cllr A, Cllr B and C D (holiday).'"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_parser import lazy
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.names import HONORIFIC, name_at
from minutes_parser.layout.titles import is_sentence
from minutes_parser.source import Source
from minutes_parser.stages.attendees.entry import Entry, entry_at
from minutes_parser.stages.attendees.groups import Group, label_at, role_of, status_of_label
from minutes_parser.stages.attendees.lists import listed, names_in, shared_role
from minutes_parser.stages.attendees.pieces import cut_at

_FROM = lazy.compile(
    r"(?i)\b(?:apolog(?:y|ies|ises)|regrets)\b[^.:;]{0,80}?\b(?:from|by|on behalf of)\b:?\s*|"
    r"\b(?:apolog(?:y|ies))(?: for absence)?(?: (?:were|was|had been|have been))?(?: received| given| sent| noted| accepted)?\s*[:–-]\s+(?=[A-Z@])"
)
_FROM_SOMEBODY = lazy.compile(r"[Aa]pologies[^.:;]{0,80} from\b")
_SENT = lazy.compile(r"(?i)\b(?:had |has |have )?(?:sent|given|tendered|offered|submitted)\b[^.]{0,30}\bapolog")
_STOP = lazy.compile(
    r"(?<=[a-z)]{2})(?<!Cllr)(?<!Cllrs)(?<!Mrs)(?<!Prof)(?<!Rev)[.;](?=\s|$)|\b(?:due to|because|owing to|who|which|were|was|and (?:these|it|they)|had|both|all|for (?:the|item|personal|absence))\b|\n\s*\n"
)
_BROKEN = lazy.compile(r"[A-Z][\w’'-]{1,20}\n[A-Z][\w’'-]{1,20}")
_REASONS = ("who", "due to", "because", "owing to")
_ONE_MORE = lazy.compile(rf"(?:\band|,)\s+(?={HONORIFIC}\b\.?\s+[A-Z])")
_NONE = lazy.compile(r"(?i)\b(?:no apologies|none|there were no|nil)\b")
_SPLIT = lazy.compile(
    r"[()\[\]]|\s*(?:,(?:\s*and\b)?|;|\band\b(?<!\bMr and)(?<!\bDr and)(?<!\bMr\. and)|&(?<!\bMr &)(?<!\bDr &)|\n|/)\s*"
)
_COUNCILLORS = lazy.compile(r"\s*((?:Parish |Town )?(?:Councillors|Cllrs|Governors|Trustees)\.?\s+[A-Z])")
_WERE_PRESENT = lazy.compile(r",?\s+(?:were\s+(?:also\s+)?present|attended)\s*\.?\Z")
_WERE = lazy.compile(
    r",?\s+(?:(?:was|were)\s+(?:also\s+)?(?P<absent>absent|not\s+present)|(?:(?:was|were)\s+also|also\s+(?:was|were))\s+(?:present|in\s+attendance)"
    r"|(?:was|were)\s+in\s+attendance)\b(?!\s+(?:at|for|from|on)\b)"
)
_HERE_WERE = lazy.compile(
    r"(?:(?<=[.;:•●*-]\s)|(?<=[.;:]\s\s)|\A|(?<=\n))(?P<words>(?:visitors|guests|observers)\s+(?:present\s+)?included|(?:(?:Also|visitors|guests|observers|liaisons|alternates|(?:those|(?:board|committee|council|commission)?\s?members|trustees|directors|councillors|commissioners))\s+)?(?:in\s+attendance|attending|present|absent|excused|not\s+present)(?:\s+(?:also|(?:at|for)\s+the\s+meeting))?\s+(?:were|was)|(?:the\s+)?meeting\s+was\s+attended\s+by)\b:?\s+(?=[A-Z@(]|the\s[a-z])|\b(?P<call>rol[el][ -]call):\s+(?=[A-Z])",
    re.IGNORECASE,
)
"""Within a paragraph: '... by President Bell.  In attendance were Trustees Ann Day and ...'."""
_ALL_PRESENT = lazy.compile(r",?\s+(?:were\s+)?(?:all\s+)?present\s*[.;](?=\s|\Z)")
_CALLS = lazy.compile(r"[()\[\]]|\s*(?:,(?:\s*and\b)?|;|\band\b)\s*(?:alternates?\s+|members?\s+)?")
_CALL = lazy.compile(r"(?i)\s*(?:[–—:-]|\s)\s*(present|here|absent|excused)\s*\.?\s*\Z")
"""How a name of a roll call is answered."""
_SENTENCE_STOP = lazy.compile(r"(?<=[a-z)\d]{2})[.;](?=\s)|\n\s*\n")
_LONGEST_SENTENCE, _LONGEST_LIST = 300, 1500
_FEWEST = 3
"""Names that make a list of a line without a label."""
_PLAIN_PLURAL = lazy.compile(r"\s*(?:the )?(councillors|cllrs|governors|trustees|members|directors)\s+(?=[A-Z])")
_FOLLOWING = lazy.compile(
    r"\b[Tt]he following\s+(?P<words>(?:[\w-]+\s+){0,4}?(?:present|in attendance|attend(?:ed|ing)|absent))(?:\s+[\w ]{0,30})?:?\s*:\s*"
)
_STOP_LIST = lazy.compile(
    r"(?<=[a-z)]{2})(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!Mrs)(?<!Cllr)(?<!Prof)(?<!Rev)[.;](?=\s|$)|\n\s*\n"
)
_GROUP = Group("apologies", None, 0)


def apologies(source: Source, blocks: tuple[Block, ...], *, lists: bool) -> Iterator[tuple[Entry, Group]]:
    """Yield those whose apologies a section records: in its sentences and, with ``lists``, in lines of mere names."""
    text = source.text
    for block in blocks:
        if block.kind in ("row", "metadata", "furniture"):
            continue
        if told := list(_told(text, block.body, block.end)):
            yield from ((entry, _GROUP) for entry in told)
            continue
        if not lists or _NONE.search(text, block.body, min(block.end, block.body + 80)) or block.end - block.body > 300:
            continue
        first = block._replace(end=_first_sentence(source.text, block))
        if bare := bare_names(text, first.body, first.end):
            yield from ((entry, _GROUP) for entry in bare)
            continue
        names = [pair for pair in listed(source, (first,), _GROUP) if _surely(pair[0])]
        if names and _names_fill(source, first, [entry for entry, _ in names]):
            yield from names


def sent_by(source: Source, start: int, end: int) -> Iterator[tuple[Entry, Group]]:
    """Yield those whose apologies a title records: 'Apologies from Ann and Bob'."""
    phrase = _FROM.search(source.text, start, end)
    if phrase:
        found = bare_names(source.text, phrase.end(), end) or list(_told(source.text, start, end))
        yield from ((entry, _GROUP) for entry in found)


def mere_names(source: Source, blocks: tuple[Block, ...], group: Group) -> Iterator[tuple[Entry, Group]]:
    """Yield those of the paragraphs at once below a heading over people that are nothing but lists of names."""
    for block in blocks:
        if block.kind != "paragraph" or is_sentence(source.text, block.body, block.end):
            return
        if label_at(source.text, block.body, block.end):
            return
        found = list(names_in(source, block.body, block.end, group, True))
        if len(found) < _FEWEST or not _names_fill(source, block, [entry for entry, _ in found]):
            return
        yield from found


def bare_names(text: str, start: int, end: int) -> list[Entry]:
    """Return the people of a slice that lists two or more names, single ones too, and holds nothing else."""
    if end - start > _LONGEST_LIST:
        return []
    parts = cut_at(_SPLIT, text, start, end)
    names = [entry_at(text, *part) for part in parts if _bare(text, part[0], part[1] - (text[part[1] - 1] == "."))]
    return [entry for entry in names if entry] if len(names) == len(parts) > 1 else []


def mentioned(source: Source, blocks: tuple[Block, ...]) -> Iterator[tuple[Entry, Group]]:
    """Yield those whose apologies a sentence in front of the business records."""
    for index, block in enumerate(blocks):
        if block.kind == "paragraph":
            yield from _said_of(source, block.body, block.end)
        if block.kind == "paragraph" and (opened := _COUNCILLORS.match(source.text, block.body, block.end)):
            last = _last_line(source.text, blocks, index)
            came = list(_came(source, opened.start(1), blocks[last].end))
            yield from came
            yield from _officers(source.text, blocks[last + 1 :]) if came else ()
        if block.kind in ("paragraph", "bullet"):
            yield from _inverted(source, block.body, block.end)
            yield from _called(source.text, block.body, block.end)
        if block.kind == "paragraph" and "ollowing" in source.text[block.body : block.end]:
            yield from _grouped(source.text, block.body, block.end)
        if block.kind == "paragraph" and _FROM_SOMEBODY.search(source.text, block.body, block.end):
            yield from ((entry, _GROUP) for entry in _told(source.text, block.body, block.end))


def _last_line(text: str, blocks: tuple[Block, ...], index: int) -> int:
    """Return the index of the block in which a list ends whose lines end with commas."""
    while index + 1 < len(blocks) and text[blocks[index].end - 1] == "," and blocks[index + 1].kind == "paragraph":
        index += 1
    return index


def _officers(text: str, blocks: tuple[Block, ...]) -> Iterator[tuple[Entry, Group]]:
    """Yield those of the lines at once below a list of members that give a name and a role: 'C Dale, Acting Clerk'."""
    for block in blocks:
        entry = entry_at(text, block.body, block.end) if block.kind == "paragraph" and len(block.lines) == 1 else None
        if (
            entry is None
            or not entry.role
            or entry.organisation
            or " " not in entry.name
            or text[block.end - 1] in ".:"
        ):
            return
        yield entry, Group("in_attendance", None, 0)


def _came(source: Source, start: int, end: int) -> Iterator[tuple[Entry, Group]]:
    """Yield those of a line that is a list of councillors: 'Councillors A B, C D and E F (were present).'"""
    present = _WERE_PRESENT.search(source.text, start, end)
    stop = present.start() if present else end
    group = Group("present", None, 0)
    found = list(names_in(source, start, stop, group)) if not is_sentence(source.text, start, stop) else []
    yield from found if len(found) >= _FEWEST else ()


def _said_of(source: Source, start: int, end: int) -> Iterator[tuple[Entry, Group]]:
    """Yield those of whom a sentence says so: 'Ann Bell and Bob Day were absent.', 'The manager, Cy Dale, was also present.'"""
    text = source.text
    for match in _WERE.finditer(text, start, end):
        window = max(start, match.start() - _LONGEST_SENTENCE)
        first = max((found.end() for found in _STOP_LIST.finditer(text, window, match.start())), default=window)
        group = Group("absent" if match["absent"] else "in_attendance", None, 0)
        yield from ((entry, group) for entry in _people(source, first, match.start(), group))


def _people(source: Source, start: int, end: int, group: Group) -> list[Entry]:
    """Return the people of a list within a sentence, with their roles where it reads as a list."""
    named = [entry for entry, _ in names_in(source, start, end, group, True)]
    sure = [entry for entry in named if " " in entry.name or entry.honorific]
    return sure or list(_names(source.text, start, end))


def _inverted(source: Source, start: int, end: int) -> Iterator[tuple[Entry, Group]]:
    """Yield those named behind 'In attendance were', and three or more before 'present.'"""
    text = source.text
    reached = start
    for phrase in _HERE_WERE.finditer(text, start, end):
        if phrase.start() < reached:
            continue
        last = min(end, phrase.end() + _LONGEST_LIST)
        stop = _STOP_LIST.search(text, phrase.end(), last)
        if stop and stop[0] == ";" and text.count(";", phrase.end(), last) > 1:  # the list's parts are set off so
            stop = next((found for found in _STOP_LIST.finditer(text, stop.end(), last) if found[0] != ";"), None)
        reached = stop.start() if stop else last
        if text.startswith(("representatives", "members of"), phrase.end()):
            continue
        group = Group(status_of_label(phrase["words"] or phrase["call"]), None, 0)
        yield from ((entry, group) for entry in _people(source, phrase.end(), reached, group))
    for match in _ALL_PRESENT.finditer(text, start, min(end, start + 2 * _LONGEST_SENTENCE)):
        window = max(start, match.start() - _LONGEST_SENTENCE)
        first = max((found.end() for found in _SENTENCE_STOP.finditer(text, window, match.start())), default=window)
        parts = cut_at(_SPLIT, text, first + len(text[first:end]) - len(text[first:end].lstrip()), match.start())
        names = [entry for part in parts if _bare(text, *part) and (entry := entry_at(text, *part))]
        if len(names) == len(parts) >= _FEWEST:
            yield from ((entry, Group("present", None, 0)) for entry in names)


def _called(text: str, start: int, end: int) -> Iterator[tuple[Entry, Group]]:
    """Yield those of a roll call in one paragraph: 'Ann Bell – present, Bob Day – absent and Cy Dale – present.'"""
    if end - start > _LONGEST_LIST or text.count("present", start, end) < 2:
        return
    for part in cut_at(_CALLS, text, start, end):
        call = _CALL.search(text, *part)
        entry = entry_at(text, part[0], call.start()) if call else None
        if call and entry:
            yield entry, Group("present" if call[1].lower() in ("present", "here") else "absent", None, 0)


def _bare(text: str, start: int, end: int) -> bool:
    """Whether the slice is a name and nothing else."""
    name = name_at(text, start, end)
    return name is not None and not text[name.end : end].strip()


def _grouped(text: str, start: int, end: int) -> Iterator[tuple[Entry, Group]]:
    """Yield those named behind 'the following members were present:' and the like, up to the end of the sentence."""
    for phrase in _FOLLOWING.finditer(text, start, end):
        stop = _STOP_LIST.search(text, phrase.end(), end)
        group = Group("absent" if "absent" in phrase["words"] else "present", role_of(phrase["words"]), 0)
        for entry in _names(text, phrase.end(), stop.start() if stop else end):
            yield entry, group


def _first_sentence(text: str, block: Block) -> int:
    """Return where the list of names ends behind which the reasons are accepted: 'Cllr Hill (leave). The meeting ...'."""
    stop = _STOP_LIST.search(text, block.body, block.end)
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


def _told(text: str, start: int, end: int) -> Iterator[Entry]:
    """Yield the names behind 'apologies from', and those who 'sent apologies'."""
    reached = start
    for phrase in _FROM.finditer(text, start, end):
        stop = _STOP.search(text, phrase.end(), end)
        yield from _names(text, phrase.end(), _behind_brackets(text, phrase.end(), stop.start() if stop else end))
        if stop and stop[0] in _REASONS and stop.end() >= reached:
            reached = min(end, stop.end() + 2 * _LONGEST_SENTENCE)
            yield from _behind_reasons(text, stop.end(), reached)
    for sent in _SENT.finditer(text, start, end):
        first = max(start, text.rfind(".", start, sent.start()) + 1)
        yield from _names(text, first, sent.start())


def _behind_reasons(text: str, start: int, end: int) -> Iterator[Entry]:
    """Yield those named behind another's reason: '... Cllr Hill who was away and Cllr Dale who was ill'."""
    last = _STOP_LIST.search(text, start, end)
    end = last.start() if last else end
    for match in _ONE_MORE.finditer(text, start, end):
        stop = _STOP.search(text, match.end(), end)
        yield from _names(text, match.end(), stop.start() if stop else end)


def _behind_brackets(text: str, start: int, stop: int) -> int:
    """Return ``stop``, moved behind a bracket that is open there ('(due to illness)')."""
    opened = text.count("(", start, stop) - text.count(")", start, stop)
    close = text.find(")", stop, stop + 80) if opened > 0 else -1
    return close + 1 if close >= 0 else stop


def _names(text: str, start: int, end: int) -> Iterator[Entry]:
    """Yield the people listed in the slice; a title in the plural counts for all behind it: 'Cllrs Hill, Dale and Marsh'."""
    several, role = False, None
    if plain := _PLAIN_PLURAL.match(text, start, end):
        start, several = plain.end(), True
        role = "Councillor" if plain[1][0] in "cC" else None
    for a, b in _unbroken(text, cut_at(_SPLIT, text, start, end)):
        if _BROKEN.fullmatch(text, a, b):
            yield Entry(a, b, " ".join(text[a:b].split()), role=role)
            continue
        begin = a + len(text[a:b]) - len(text[a:b].lstrip())
        name = name_at(text, begin, b)
        if name is None or not (several or name.title or _surely_named(text[name.start : name.end])):
            continue
        if entry := entry_at(text, begin, b):
            if shared := shared_role(entry):
                several, role = True, shared
            elif entry.honorific is None:
                entry.role = entry.role or role
            yield entry


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
