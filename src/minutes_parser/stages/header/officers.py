"""Who holds an office, as the list of those present tells: who chairs, and who did by their office."""

from __future__ import annotations

from collections.abc import Sequence

from minutes_parser import lazy
from minutes_parser.models import Attendee, Party
from minutes_parser.stages.header.lines import Zone, holding

_CHAIR_ROLE = lazy.compile(
    r"(?i)(?<!vice)(?<!deputy)(?<!past)(?<!former)(?:^|[\s,/&(-])(?:chair|chairs|chairman|chairwoman|chairperson)\b(?!\s*(?:of\s+(?!the\s+(?:meeting|board|committee|council|panel|governors))|[-–]?elect|'s))"
)
_PRESIDES = lazy.compile(r"(?i)(?:(?:town|city|borough|lord)\s+)?(?:mayor|provost)(?:ess)?|conven[eo]r|moderator")
"""Who presides without being called chair: over a council, over a society or a kirk session of Scotland."""
_VICE = lazy.compile(r"(?i)\b(?:vice|deputy)[\s-]*chair")
_ABSENT_KIND = lazy.compile(r"(?i)\b(?:past|former|ex|previous|immediate)\b")
_SERVES = lazy.compile(r"(?i)\b(?:to|for)\s+the\s+chair")


_BY_OFFICE = lazy.compile(
    r"\b[Tt]he\s+(President|Chair(?:man|woman|person)?|Mayor|Convenor|Convener|Moderator|Commodore|Captain|Speaker|Supervisor)\s+(?:then\s+)?"
    r"(?:opened|called|declared|welcomed|closed|adjourned|took\s+the\s+chair)\b"
)


def opened_by_office(text: str, zones: Sequence[Zone], attendees: Sequence[Attendee]) -> Attendee | None:
    """Return the one who was there and holds the office of which it is told that it opened the meeting: 'The President opened ...'."""
    offices = {person.role.casefold(): person for person in attendees if person.role and person.status == "present"}
    for zone in holding(zones, ("the ",)) if offices else ():
        if match := _BY_OFFICE.search(text, zone.start, zone.end):
            return offices.get(match[1].casefold())
    return None


def listed_chair(attendees: Sequence[Attendee]) -> Attendee | None:
    """Return the one attendee whose role is to chair; the vice-chair where the chair was not there."""
    there = [person for person in attendees if person.status in ("present", "in_attendance") and person.role]
    chairs = [person for person in there if _chairs(person.role or "")]
    if not chairs:
        chairs = [person for person in there if _VICE.search(person.role or "")]
    present = [person for person in chairs if person.status == "present"]
    return only(present) or only(chairs)


def listed_presider(attendees: Sequence[Attendee]) -> Attendee | None:
    """Return the one who was there and presides by office: the mayor, the convener."""
    present = [person for person in attendees if person.status == "present" and person.role]
    return only([person for person in present if _PRESIDES.fullmatch(person.role or "")])


def was_away(party: Party, attendees: Sequence[Attendee]) -> bool:
    """Whether the list gives somebody as away, and nowhere as there."""
    name = next((person.name for person in attendees if person.id == party.attendee), None)
    statuses = [person.status for person in attendees if person.name == name]
    return bool(statuses) and all(status in ("apologies", "absent") for status in statuses)


def _chairs(role: str) -> bool:
    return bool(_CHAIR_ROLE.search(role)) and not any(other.search(role) for other in (_VICE, _ABSENT_KIND, _SERVES))


def only(people: list[Attendee]) -> Attendee | None:
    """Return the one of a list of one."""
    return people[0] if len(people) == 1 else None
