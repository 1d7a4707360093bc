"""Lines of an attendance list that stand alone and so look like headings: 'Residents: Ann Bell, Bob Day', 'Treasurer: Cy Dale', 'DEE FELL'."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_parser.layout.blocks import Block
from minutes_parser.layout.names import name_at
from minutes_parser.layout.outline import Outline, Part
from minutes_parser.layout.telling import is_sentence
from minutes_parser.source import Source
from minutes_parser.stages.attendees.cuts import is_full_name
from minutes_parser.stages.attendees.entry import entry_at
from minutes_parser.stages.attendees.groups import Group, label_at, label_of_body
from minutes_parser.stages.attendees.kinds import FIELD

_OFFICES = ("Chair", "Secretary", "Clerk")
"""Fields of the meeting that may as well be lines of a list."""
_LONGEST = 120
"""Characters of a line with one person."""


def rejoined(outline: Outline) -> Iterator[Part]:
    """Yield the parts, those in front whose heading is one more line of the list right above it joined to that list."""
    source, before = outline.source, None
    for part in outline.parts:
        if before and part.kind == "front" and part.heading and _goes_on(source, before, part.heading):
            before = before._replace(blocks=(*before.blocks, part.heading, *part.blocks))
            continue
        if before:
            yield before
        before = part
    if before:
        yield before


def _goes_on(source: Source, before: Part, line: Block) -> bool:
    """Whether the line is one of a list: it names people behind a label, or a list of people ends the part ``before``."""
    if before.kind not in ("front", "attendance") or line.kind != "paragraph":
        return False
    if FIELD.match(source.text, line.body, line.end) and not source.text.startswith(_OFFICES, line.body):
        return False
    if _label(source.text, line.body, line.end):
        return True
    last = before.blocks[-1] if before.blocks else before.heading
    return (
        last is not None
        and _is_person(source.text, line)
        and (before.kind == "attendance" or _lists(source.text, last))
    )


def _label(text: str, start: int, end: int) -> Group | None:
    return label_at(text, start, end) or label_of_body(text, start, end)


def _lists(text: str, line: Block) -> bool:
    return _label(text, line.body, line.end) is not None or _is_person(text, line)


def _is_person(text: str, line: Block) -> bool:
    """Whether a line is a full name alone or somebody with what is said of them."""
    start, end = line.body, line.end
    entry = entry_at(text, start, end) if end - start < _LONGEST else None
    if entry is None or is_sentence(text, start, end) or not (" " in entry.name or entry.honorific):
        return False
    if entry.role or entry.short or entry.status or entry.honorific:
        return True
    name = name_at(text, start, end)
    behind = text[name.end : end].lstrip() if name else ""
    return name is not None and is_full_name(text, name.start, name.end) and behind[:1] in ("", "(", ",", "-", "–")
