"""Agendas that became the minutes: below 'Agenda' stands what was said of its items, and no other part tells it."""

from __future__ import annotations

from minutes_parser.layout.headings import stands_at_end
from minutes_parser.layout.marks import announces_next
from minutes_parser.layout.outline import Part
from minutes_parser.layout.telling import is_sentence
from minutes_parser.layout.topics import topic
from minutes_parser.source import Source

_FEWEST = 4
"""Sentences, tasks and what is noted below items: as many stand in no list of what will be spoken of."""


def with_minuted(source: Source, parts: list[Part]) -> list[Part]:
    """Return the parts with an agenda as business that holds notes, where nothing behind it is business but tasks."""
    last = max((i for i, part in enumerate(parts) if part.kind == "agenda" and part.heading), default=-1)
    if last < 0 or any(_divides(source, part) for part in parts[last + 1 :]) or not _noted(source, parts[last]):
        return parts
    part = parts[last]
    return [*parts[:last], part._replace(kind="business"), *parts[last + 1 :]]


def _divides(source: Source, part: Part) -> bool:
    """Whether a part is business with notes of its own."""
    if part.kind != "business" or not part.title:
        return part.kind == "business"
    title = source.fold(*part.title)
    return not (topic(title) == "actions" or announces_next(title) or stands_at_end(title))


def _noted(source: Source, part: Part) -> bool:
    """Whether what stands in an agenda tells what was said or is to be done."""
    told = sum(1 for b in part.blocks if b.checked is not None or is_sentence(source.text, b.body, b.end))
    return told >= _FEWEST and told * 4 >= len(part.blocks)
