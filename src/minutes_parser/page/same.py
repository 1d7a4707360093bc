"""Whether two records say the same."""

from __future__ import annotations

from typing import TypeAlias

from minutes_parser.models import Minutes
from minutes_parser.styled.escapes import fold

Value: TypeAlias = "str | int | bool | list[Value] | dict[str, Value] | None"

_ABOUT_THE_SOURCE = frozenset(("id", "span", "source", "diagnostics"))
_REFERENCES = frozenset(("attendee", "section", "parent"))


def same(first: Minutes, second: Minutes) -> bool:
    """Return whether the records say the same of the meeting, whatever documents they were read from."""
    return content(first) == content(second)


def content(minutes: Minutes) -> Value:
    """Return what a record says, as plain values.

    Left out is what depends on the document and not on the meeting: ``source``, spans, and the diagnostics, which are
    findings about that document. Ids count as places in their lists, a reference to none of them as null; white space
    is folded, as the texts of a record are.
    """
    attendees = {attendee.id: f"p{number}" for number, attendee in enumerate(minutes.attendees, 1)}
    sections = {section.id: f"s{number}" for number, section in enumerate(minutes.sections, 1)}
    return _plain(minutes.model_dump(), {"attendee": attendees, "section": sections, "parent": sections})


def _plain(value: Value, ids: dict[str, dict[str, str]]) -> Value:
    if isinstance(value, str):
        return fold(value)
    if isinstance(value, list):
        return [_plain(item, ids) for item in value]
    if isinstance(value, dict):
        return {
            key: ids[key].get(str(item)) if key in _REFERENCES else _plain(item, ids)
            for key, item in value.items()
            if key not in _ABOUT_THE_SOURCE
        }
    return value
