"""Whose words an item of a list is nested below."""

from __future__ import annotations

from collections.abc import Sequence

from minutes_parser import lazy
from minutes_parser.stages.exchanges.floor import Floor
from minutes_parser.stages.exchanges.passages import Passage
from minutes_parser.stages.exchanges.speakers import Span

_QUESTIONS_OF = lazy.compile(
    r"(?i)(?:the )?(?:following )?(?:questions|queries)(?: raised| asked| put| received| posed)? (?:from|by) ([^.:?]{2,60}?)"
    r"(?: (?:included|were|are|was)\b[^.:?]{0,40})?\s?[:\-–—]{1,2}\Z"
)
_LONGEST_NAME = 40


def held_by(passage: Passage, above: Sequence[Passage], floor: Floor) -> Span | None:
    """Return whose words the item is nested below: "MK: the hut is damp", and below it "Can it be aired?"."""
    depth = floor.depth(passage)
    for one in reversed(above):
        if one.part != passage.part:
            return None
        if floor.depth(one) < depth:
            named = one.label == "speaker" and one.nested and one.speaker is not None and floor.known(one.speaker)
            alone = not one.nested and not one.label and one.end - one.start <= _LONGEST_NAME
            if alone and floor.known((one.start, one.end)):
                return one.start, one.end  # a name alone on its line heads what he has to say
            return floor.name(one.speaker) if named else questions_of(one, floor)
    return None


def questions_of(above: Passage, floor: Floor) -> Span | None:
    """Return X of "Questions from X included:", above the list of them."""
    found = _QUESTIONS_OF.match(floor.text, above.start, above.end)
    return floor.name(found.span(1)) if found else None
