"""Remarks to the checker that stand in the text: ``[minutes: ignore MIN301 reason]``, or the same as an HTML comment."""

from __future__ import annotations

from dataclasses import replace

from minutes_parser import lazy
from minutes_parser.source import Source

REMARK = lazy.compile(
    r"(?:<!--|\[)[ \t]*minutes:[ \t]*ignore[ \t]+(?P<rules>[\w-]+(?:,[ \t]*[\w-]+)*)(?P<reason>[^\n\]]{0,500}?)[ \t]*(?:-->|\])"
)


def set_aside(source: Source) -> Source:
    """Return ``source`` with the lines that hold nothing but a remark set aside: they are no part of the minutes."""
    if "minutes:" not in source.text:
        return source
    lines = tuple(
        replace(line, kind="furniture") if REMARK.fullmatch(source.text[line.start : line.end].strip()) else line
        for line in source.lines
    )
    return replace(source, lines=lines)
