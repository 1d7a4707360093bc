"""Lists of people that go on under the name of a body: 'Quay Trust' in a line of its own, and below it who came from there.

Such a line looks like the heading of an item. What stands below it tells: people, beyond doubt, straight behind a list.
"""

from __future__ import annotations

from minutes_parser.layout.blocks import Block
from minutes_parser.layout.names import ORGANISATION, is_organisation, name_at
from minutes_parser.layout.outline import Part
from minutes_parser.layout.telling import is_sentence
from minutes_parser.layout.topics import topic
from minutes_parser.source import Source
from minutes_parser.stages.attendees.cuts import is_full
from minutes_parser.stages.attendees.entry import Entry, entry_at
from minutes_parser.stages.attendees.groups import Group, heading_group
from minutes_parser.stages.attendees.lines import behind_organisation, run_together

_FEWEST = 2
_LONGEST = 120
"""Characters of a line with one person, or with the few of one body."""


def goes_on(source: Source, part: Part, before: list[tuple[Entry, Group]]) -> list[tuple[Entry, Group]]:
    """Return those listed first in a part whose heading is a body's name, straight behind the list of those ``before``."""
    if not before or part.number or not part.title or not part.blocks or not _is_body(source.text, *part.title):
        return []
    group = before[-1][1]._replace(role=None)
    found: list[Entry] = []
    for index, block in enumerate(part.blocks):
        people = _people(source, block) if block.kind in ("paragraph", "bullet") else []
        if not people:
            break
        if index == 0 and "\n" not in source.text[part.title[1] : block.body]:  # 'Quay Trust: Mr A Bell' in one line
            for entry in people:
                entry.organisation = entry.organisation or source.fold(*part.title)
        found += people
    return [(entry, group) for entry in found] if len(found) >= _FEWEST else []


def below_body(source: Source, part: Part, above: Part, group: Group) -> list[tuple[Entry, Group]]:
    """Return those of a part that is a list of full names and nothing else, below the heading ``above`` over attendance.

    Its heading says whom they come from: '## Present', '### Quay Trust', '- Ann Bell'.
    """
    if part.number or not part.title or not part.blocks or source.text[part.title[0]].isdigit():
        return []
    deeper = part.heading and above.heading and part.heading.level > above.heading.level
    if not deeper and not _is_body(source.text, *part.title):
        return []
    found: list[Entry] = []
    for block in part.blocks:
        entry = entry_at(source.text, block.body, block.end) if block.kind in ("paragraph", "bullet") else None
        if entry is None or not is_full(source.text, block.body, block.end) or not _is_set_off(source.text, block):
            return []
        entry.organisation = entry.organisation or source.fold(*part.title).rstrip(":")
        found.append(entry)
    return [(entry, group) for entry in found]


def of_named_body(source: Source, part: Part, words: str, above: Part, group: Group) -> list[tuple[Entry, Group]]:
    """Return those below a heading that is a body's name and no label of people, among the lists below ``above``."""
    named = topic(words) == "other" and not is_organisation(words) and heading_group(words).status == "present"
    return below_body(source, part, above, group) if named else []  # 'Committee' and 'Missing' are no names


def _is_set_off(text: str, block: Block) -> bool:
    """Whether nothing stands behind the name of a line, or what a mark sets off, and the whole is no sentence."""
    name = name_at(text, block.body, block.end)
    if name is None or block.end - block.body > _LONGEST or is_sentence(text, block.body, block.end):
        return False
    behind = text[name.end : block.end].lstrip()
    return not behind or behind[0] in ",(.–-"


def _is_body(text: str, start: int, end: int) -> bool:
    return end - start < _LONGEST and ORGANISATION.search(text, start, end) is not None


def _people(source: Source, block: Block) -> list[Entry]:
    """Return the people of a line that holds nothing else, each with a title, an organisation or a role."""
    text, start, end = source.text, block.body, block.end
    if end - start > _LONGEST:
        return []
    if found := behind_organisation(text, block) or run_together(text, start, end):
        return found
    entry = entry_at(text, start, end) if _is_set_off(text, block) else None
    told = entry and (entry.organisation or entry.role or entry.short or entry.honorific)
    return [entry] if entry and told and " " in entry.name else []


def ends_with(part: Part, found: list[tuple[Entry, Group]]) -> bool:
    """Whether the last block of a part is one of those in which people were found."""
    blocks = [block for block in part.blocks if block.kind != "furniture"]
    return bool(blocks) and any(blocks[-1].start <= entry.start < blocks[-1].end for entry, _ in found)
