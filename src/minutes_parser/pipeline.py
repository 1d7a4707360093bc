"""The way from a source to its record."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_parser import collector
from minutes_parser.diagnostics import diagnose, several
from minutes_parser.language import Reading
from minutes_parser.layout.blocks import look
from minutes_parser.layout.divide import outline
from minutes_parser.layout.meetings import parted, starts
from minutes_parser.layout.outline import Outline, Part
from minutes_parser.layout.pages import without_pages
from minutes_parser.layout.remarks import set_aside
from minutes_parser.lazy import widen
from minutes_parser.models import Minutes, SourceInfo, sections_of
from minutes_parser.roster import Roster
from minutes_parser.source import Source
from minutes_parser.stages import abbreviations, actions, attendees, commitments, decisions, exchanges, header

_BLOCK_KINDS = {"bullet": "bullet", "row": "table_row", "preformatted": "preformatted"}


@collector.at_rest()
def read_minutes(
    source: Source, *, sentences: bool = True, with_text: bool = False, model: str | None = None
) -> Minutes:
    """Read the minutes in ``source``: of several meetings the first.

    Without ``sentences`` the parts that need them (exchanges and commitments) stay empty, and spaCy is not imported.
    ``model`` names an installed spaCy pipeline whose parser is asked, too, who does what in a sentence.
    """
    return next(read_each(source, sentences=sentences, with_text=with_text, model=model))


def read_each(
    source: Source, *, sentences: bool = True, with_text: bool = False, model: str | None = None
) -> Iterator[Minutes]:
    """Yield the minutes of each meeting in ``source``, otherwise like ``read_minutes``; offsets are those of the document."""
    widen(source.beyond)
    if source.page:
        from minutes_parser.page.read import read  # only a document that we wrote needs it

        minutes = read(source, _source_info(source, with_text))
        yield minutes.model_copy(update={"diagnostics": diagnose(source, minutes)})
        return
    source = without_pages(set_aside(source))
    blocks = look(source)
    begins = starts(source, blocks)
    if not begins:
        yield read_plan(outline(source, blocks), sentences=sentences, with_text=with_text, model=model)
        return
    info = _source_info(source, with_text)
    for number, part in enumerate(parted(source, begins)):
        minutes = read_plan(outline(part, look(part)), sentences=sentences, model=model)
        others = [] if number else [several(source, begins)]
        yield minutes.model_copy(update={"source": info, "diagnostics": [*others, *minutes.diagnostics]})


def plan_of(source: Source) -> Outline:
    """Look at ``source``: divide it into labelled parts, whose meaning is still to be read."""
    widen(source.beyond)
    source = without_pages(set_aside(source))
    return outline(source, look(source))


def read_plan(plan: Outline, *, sentences: bool = True, with_text: bool = False, model: str | None = None) -> Minutes:
    """Read the minutes that were looked at; otherwise like ``read_minutes``."""
    source = plan.source
    meeting = header.read(plan)
    people = attendees.read(plan, meeting)
    roster = Roster(people)
    meeting = header.complete(plan, meeting, people, roster)
    if meeting.chair and meeting.chair.attendee:
        roster.chaired_by(meeting.chair.attendee)
    day = meeting.date.value if meeting.date else None
    recorded = actions.read(plan, roster, day)
    resolved = decisions.read(plan, roster)
    tasks = [(action.span.start, action.span.end) for action in recorded]
    stops = sorted([*tasks, *((decision.span.start, decision.span.end) for decision in resolved)])
    reading = Reading(source.text, model)
    minutes = Minutes(
        source=_source_info(source, with_text),
        meeting=meeting,
        attendees=people,
        sections=sections_of([_section(source, part) for part in plan.business]),
        actions=recorded,
        commitments=commitments.read(plan, roster, reading, tasks, day) if sentences else [],
        exchanges=exchanges.read(plan, roster, reading, stops) if sentences else [],
        decisions=resolved,
        abbreviations=abbreviations.read(plan, people),
    )
    return minutes.model_copy(update={"diagnostics": diagnose(source, minutes, roster)})


def _source_info(source: Source, with_text: bool) -> SourceInfo:
    return SourceInfo(
        name=source.name, media_type=source.media_type, encoding=source.encoding, sha256=source.sha256,
        characters=len(source.text), text=source.text if with_text else None,
    )  # fmt: skip


def _section(source: Source, part: Part) -> dict[str, object]:
    """Return a section as plain values: validating them all at once takes a third of the time of making each model."""
    return {
        "id": part.id,
        "number": part.number,
        "title": source.fold(*part.title) if part.title else None,
        "level": part.level,
        "parent": part.parent,
        "blocks": [
            {
                "kind": _BLOCK_KINDS.get(block.kind, "paragraph"),
                "text": source.fold(block.body, block.end),
                "span": {"start": block.body, "end": block.end},
            }
            for block in part.blocks
            if block.kind not in ("furniture", "metadata")
        ],
        "span": {"start": part.start, "end": part.end},
    }
