"""Numbered items that run on behind a dash, each in its line: '4. Captain - a course starts in April.' among others like it."""

from __future__ import annotations

from dataclasses import replace

from minutes_parser import lazy
from minutes_parser.layout.blocks import tail
from minutes_parser.layout.outline import Part
from minutes_parser.source import Source

_DASH = lazy.compile(r"[ ][–—-][ ](?=\S)")
_LONGEST_TITLE, _FEWEST = 50, 4


def cut_at_dashes(source: Source, parts: list[Part]) -> list[Part]:
    """Return the parts with their titles cut at the dash where nearly every numbered item is one line with a dash in it."""
    items = [i for i, part in enumerate(parts) if part.number and part.title and part.kind == "business"]
    if len(items) < _FEWEST:
        return parts
    found = {i: dash for i in items if (dash := _dash(source, parts[i]))}
    if len(found) < _FEWEST or len(found) * 4 < len(items) * 3:
        return parts
    return [_cut(part, *found[i]) if i in found else part for i, part in enumerate(parts)]


def _dash(source: Source, part: Part) -> tuple[int, int] | None:
    """Return where the dash stands in the line that is the whole of a part."""
    text, (start, _) = source.text, part.title or (0, 0)
    if len(part.blocks) > 1 or text.find("\n", start, part.end) >= 0:
        return None
    dash = _DASH.search(text, start, min(part.end, start + _LONGEST_TITLE))
    return dash.span() if dash and dash.end() < part.end else None


def _cut(part: Part, dash: int, behind: int) -> Part:
    start, heading = part.title[0] if part.title else 0, part.heading
    if heading is None:
        return part
    told = tail(replace(heading.until(part.end), lines=((heading.start, part.end),)), behind)
    return part._replace(heading=heading.until(dash), title=(start, dash), blocks=(told,))
