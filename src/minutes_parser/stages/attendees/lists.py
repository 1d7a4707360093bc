"""Entries in running lists: one a line, or several in a line, under the label or heading that groups them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutes_parser.layout.blocks import Block
from minutes_parser.layout.headings import topic
from minutes_parser.layout.names import HONORIFIC, name_at, role_or_organisation
from minutes_parser.source import Source
from minutes_parser.stages.attendees.entry import Entry, entry_at, status_of
from minutes_parser.stages.attendees.groups import Group, label_at

_FIELD = re.compile(
    r"(?i)(?:date|time|venue|location|place|chair(?:ed by|man|person)?|minutes(?: taken by)?|minute[- ]taker|scribe|clerk(?:ed by)?|"
    r"secretary|agenda|subject|purpose|next meeting|note[- ]taker|recording|quorum|note|circulation|distribution|cc)\s*[:–-]\s"
)
_PIECE = re.compile(r"\s*(?:,|;|\n|•|\t|/(?=\s?[A-Z])|\s\|\s|\band\b(?=\s+(?:[A-Z@]))|&(?=\s+[A-Z]))\s*")
_TITLED = re.compile(rf"(?<=\S)[ ]+(?={HONORIFIC}\b\.?[ ]+[A-Z])")
_COUNT = re.compile(r"(?i)(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|no|approx\w*)\s+(?:other\s+)?(?:members?|residents?|parishioners?|people|public|electors?)")
_LONGEST = 200


def listed(source: Source, blocks: Sequence[Block], group: Group | None) -> Iterator[tuple[Entry, Group]]:
    """Yield the entries of ``blocks`` with the group they stand in; ``group`` is that of a heading above them."""
    text, loose = source.text, False
    waiting = False
    for block in blocks:
        if block.kind in ("metadata", "furniture", "preformatted", "row"):
            continue
        start, end = block.body, block.end
        label = label_at(text, start, end)
        if label:
            columns = waiting and group is not None and group.status == label.status
            group = label._replace(role=None) if columns else label
            found = list(_in_line(source, label.end, end, group, True))
            waiting = not found
            yield from found
            continue
        if group is None or _FIELD.match(text, start, end):
            group = None if group is None or block.kind != "bullet" else group
            continue
        found = list(_in_line(source, start, end, group, loose))
        waiting = waiting and not found
        if found or _may_stand_between(source, block):
            yield from found
        elif block.end - block.start > _LONGEST or topic(source.fold(start, end)) in ("agenda", "details"):
            group = None


def _may_stand_between(source: Source, block: Block) -> bool:
    return block.end - block.start < _LONGEST


def _in_line(source: Source, start: int, end: int, group: Group, labelled: bool) -> Iterator[tuple[Entry, Group]]:
    """Yield the entries in one line or paragraph."""
    text = source.text
    if _COUNT.match(text, start, end):
        return
    for a, b in _pieces(source, start, end, labelled):
        entry = entry_at(text, a, b, loose=labelled)
        if entry and not _COUNT.match(text, a, b):
            yield entry, group


def _pieces(source: Source, start: int, end: int, labelled: bool) -> list[tuple[int, int]]:
    """Cut a line into entries: at commas where it lists names, before titles where names run together."""
    text = source.text
    start, end = source.trim(start, end)
    parts = _parts(text, start, end)
    names = [place for place in parts if _is_name(text, *place, labelled)]
    if len(parts) > 1 and (len(names) * 2 > len(parts) or (labelled and len(names) > 1)):
        return [piece for place in _joined(text, parts, names) for piece in _titled(text, *place)]
    if len(names) == len(parts) == 2 and _and_between(text, parts):
        return parts
    return _titled(text, start, end)


def _and_between(text: str, parts: list[tuple[int, int]]) -> bool:
    return text[parts[0][1] : parts[1][0]].strip() in ("and", "&")


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the slices between commas, leaving brackets whole."""
    parts, begin, depth = [], start, 0
    for match in re.compile(rf"[()\[\]]|{_PIECE.pattern}").finditer(text, start, end):
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
    name = name_at(text, start, end)
    if name is None:
        word = text[start:end].strip(" .")
        return labelled and bool(re.fullmatch(r"[a-z][\w\-]{2,20}", word)) and status_of(word) is None and role_or_organisation(word) != "role"
    words = text[name.start : name.end]
    single = " " not in words
    if single and not (name.title or labelled or words.startswith("@")):
        return False
    rest = text[name.end : end].strip()
    return not rest or rest[0] in "(–-<@" or bool(name.title) or len(rest) < 40


def _joined(text: str, parts: list[tuple[int, int]], names: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join a part that is no name to the one before it: a role or an organisation behind its comma."""
    starts = set(names)
    joined: list[tuple[int, int]] = []
    for place in parts:
        words = text[slice(*place)].strip()
        known = place in starts and not (joined and " " in words and _tells(words))
        if known or not joined:
            joined.append(place)
        else:
            joined[-1] = (joined[-1][0], place[1])
    return joined


def _tells(words: str) -> bool:
    """Whether a phrase is a role or an organisation beyond doubt."""
    return bool(re.search(r"(?i)\b(?:chair\w*|clerk|officer|council|university|secretary|treasurer|director|manager|head of|ministry|office)\b", words)) and not re.match(
        rf"{HONORIFIC}\b", words
    )


def _titled(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut before each title where names run together without commas ('Cllr A B Vice Chair Cllr C D')."""
    cuts = [match.start() for match in _TITLED.finditer(text, start, end)]
    if not cuts:
        return [(start, end)]
    starts = [start, *[cut + 1 for cut in cuts]]
    ends = [*cuts, end]
    return [(a, b) for a, b in zip(starts, ends, strict=True) if b > a]
