"""The time at which a scribe's log took down a line: "17:04 <rosie> I can look", "[10:05] Rosie: not yet"."""

from __future__ import annotations

from minutes_parser import lazy

_STAMP = lazy.compile(
    r"[\[(]?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:[ \t]?[ap]m)?[\])]?[ \t]{0,4}(?:[-–|][ \t]{0,4})?"
    r"(?=<[\w.@|-]{1,30}>|@?[A-Za-z][\w.'’-]{0,24}(?:[ \t][A-Z][\w.'’-]{0,24}){0,2}[:>][ \t])"
)


def behind_stamp(text: str, start: int, end: int) -> int:
    """Return where the speaker's label begins behind a time at ``start``; ``start`` where there is none."""
    if not (text[start].isdigit() or text[start] in "[("):
        return start
    stamp = _STAMP.match(text, start, end)
    return stamp.end() if stamp else start
