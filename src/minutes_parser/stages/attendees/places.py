"""Places of attendance lists beside those that headings make: at the document's foot, in a heading's own line, below a body's name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minutes_parser import lazy
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.outline import Outline, Part
from minutes_parser.layout.telling import is_sentence
from minutes_parser.layout.topics import labels_attendance, labels_people, topic
from minutes_parser.source import Source
from minutes_parser.stages.attendees.entry import Entry, entry_at
from minutes_parser.stages.attendees.groups import Group, heading_group, label_at
from minutes_parser.stages.attendees.inline import names_in
from minutes_parser.stages.attendees.joined import joined
from minutes_parser.stages.attendees.lists import listed

_KEY = lazy.compile(
    r"(?i)(?:(?:other|board|voting)[ _-])?(?:members|attendees|attendance|present|participants|attending|guests|observers|visitors|absent|absentees|apologies|regrets|excused)\s?:"
)
_VALUE = lazy.compile(r"[^\[\]\"',\s-][^\[\]\",]{1,60}(?<=[\w.)])")
_LONGEST_LABEL, _LONGEST_LINE, _LONGEST_LIST = 60, 160, 600
_FEWEST = 2


def headed(source: Source, part: Part) -> list[tuple[Entry, Group]]:
    """Return those whom a heading itself lists behind a label: '### Present: Ann, Bob, Cy'."""
    if part.title is None or part.number or source.text.find(":", part.title[0], part.title[0] + _LONGEST_LABEL) < 0:
        return []
    start, end = part.title
    if end - start > _LONGEST_LIST or not labels_attendance(source.text[start:end]):
        return []
    label = label_at(source.text, start, end)
    return list(names_in(source, label.end, end, label, True)) if label and label.end < end else []


def of_body(source: Source, part: Part) -> list[tuple[Entry, Group]]:
    """Return those below a heading among the attendance lists that says whom they come from: 'QUAY NOMINEES:'.

    Every line below it lists people, and nothing else stands there.
    """
    if part.title is None or not part.blocks or source.text[part.title[1] - 1] != ":":
        return []
    found = list(listed(source, part.blocks, Group("present", None, 0)))
    blocks = list(joined(source.text, part.blocks))
    filled = all(
        block.kind in ("paragraph", "bullet")
        and any(block.start <= entry.start < block.end for entry, _ in found)
        and not is_sentence(source.text, block.body, block.end)
        for block in blocks
    )
    sure = sum(1 for entry, _ in found if " " in entry.name or entry.honorific)
    return found if filled and sure == len(found) else []


def labelled_lines(source: Source, part: Part) -> list[Block]:
    """Return those lines of an agenda that list people behind a label: 'Attendees: Ann Bell, Bob Day'."""
    found = []
    for block in part.blocks:
        if block.kind in ("paragraph", "bullet") and labels_attendance(source.text[block.body : block.end]):
            label = label_at(source.text, block.body, block.end)
            if label and label.end < block.end and source.text.count(",", label.end, block.end):
                found.append(block)
    return found


def introduced(source: Source, part: Part) -> list[tuple[Entry, Group]]:
    """Return the people of a list below 'Introductions' in which each item is a full name with what is said of it."""
    items = [block for block in part.blocks if block.kind == "bullet"]
    if len(items) < _FEWEST or len(items) < len(part.blocks):
        return []
    entries = [entry_at(source.text, block.body, block.end) for block in items]
    sure = [entry for entry in entries if entry and " " in entry.name and (entry.organisation or entry.role)]
    told = any(is_sentence(source.text, block.body, block.end) for block in items)
    return [(entry, Group("present", None, 0)) for entry in sure] if len(sure) == len(items) and not told else []


def in_front_matter(outline: Outline) -> list[tuple[Entry, Group]]:
    """Return those whom the data at the head of a page lists: 'attendees: [Ann Bell, Bob Day]', or one a line below it."""
    source, found, below = outline.source, list[tuple[Entry, Group]](), False
    group = Group("present", None, 0)
    for block in outline.parts[0].blocks if outline.parts else ():
        if block.kind != "metadata":
            break
        key = _KEY.match(source.text, block.body, block.end)
        below = bool(key) or (below and source.text[block.body] == "-")
        group = heading_group(key[0].replace("_", " ")) if key else group
        start = key.end() if key else block.body + 1
        if below and start < block.end:
            places = [(match.start(), match.end()) for match in _VALUE.finditer(source.text, start, block.end)]
            entries = [entry_at(source.text, *place) for place in places]
            found += [(entry, group) for entry in entries if entry]
    return found if len(found) >= _FEWEST else []


def at_foot(outline: Outline) -> list[tuple[Entry, Group]]:
    """Return the people of the lists that stand at the end of a document which has none at its beginning."""
    source = outline.source
    for part in reversed(outline.parts):
        for index, block in enumerate(part.blocks):
            if _is_label(source, block) and (found := list(_below(source, part.blocks[index:]))):
                return found
    return []


def _is_label(source: Source, block: Block) -> bool:
    """Whether a paragraph is the label of an attendance list and nothing else."""
    if block.kind != "paragraph" or block.end - block.body > _LONGEST_LABEL:
        return False
    words = source.text[block.body : block.end]
    return (block.bold or words[-1] == ":") and labels_attendance(words) and topic(words) == "attendance"


def _below(source: Source, blocks: Sequence[Block]) -> Iterator[tuple[Entry, Group]]:
    """Yield those of the lists that begin with a label, up to a paragraph that is none."""
    end = 0
    for block in blocks:
        if block.end - block.start > _LONGEST_LINE and not labels_people(source.text[block.start : block.end]):
            break
        end += 1
    found = list(listed(source, blocks[:end], None))
    yield from found if len(found) >= _FEWEST else ()


def in_some_item(outline: Outline) -> list[tuple[Entry, Group]]:
    """Return the entries of the labelled lines of the first part that has some: a list of old actions may stand above it."""
    for part in outline.parts:
        if found := list(listed(outline.source, labelled_lines(outline.source, part), None)):
            return found
    return []
