"""Attributes in braces, as pandoc, kramdown and other programs write them: '## Lamps {#lamps .heading}', '[now]{.underline}'.

They name and style what stands before them, and are no part of its text.
"""

from __future__ import annotations

import re

_BRACES = r"\{(?:-|:?[ ]?(?:[#.]\w|[\w-]{1,30}=|unnumbered)[^{}\n]{0,300})\}"
_HEADING = re.compile(
    rf"^([ ]{{0,3}}#{{1,6}}(?=[ \t])[^\n{{]{{0,400}}?)[ \t]{{0,9}}{_BRACES}(?=[ \t#]*$)", re.MULTILINE
)
_UNDERLINED = re.compile(rf"^([^\n{{]{{1,400}}?)[ \t]{{0,9}}{_BRACES}[ \t]{{0,9}}(?=\n(?:=+|-+)[ \t]*$)", re.MULTILINE)
_SPAN = re.compile(rf"(?<![!\\])\[([^\[\]]{{1,400}})\]{_BRACES}")
_BEHIND = re.compile(rf"(?<=[)>`]){_BRACES}")
_LINE = re.compile(
    rf"^[ \t]*(?:{_BRACES}|:{{3,40}}(?!:)[ \t]{{0,9}}(?:{_BRACES}|[\w-]{{1,40}}|))[ \t:]*$", re.MULTILINE
)
"""A line of them alone, for the block beside it, or the fence of a division."""


def without(body: str) -> str:
    """Return the Markdown without attributes, each line where it was."""
    if "\n:::" in body or body[:3] == ":::":
        body = _LINE.sub("", body)
    if "}" not in body:
        return body
    body = _BEHIND.sub("", _SPAN.sub(r"\1", _LINE.sub("", body)))
    return _UNDERLINED.sub(r"\1", _HEADING.sub(r"\1", body))
