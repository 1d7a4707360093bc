"""Who holds an office, as the list of those present tells: who chairs, and who did by their office."""

from __future__ import annotations

from collections.abc import Sequence

from minutes_parser import lazy
from minutes_parser.layout.topics import lowered
from minutes_parser.models import Attendee, Party
from minutes_parser.stages.header.lines import Place
from minutes_parser.stages.header.zones import Zone, holding

_CHAIR_ROLE = lazy.compile(
    r"(?i)(?<!vice)(?<!deputy)(?<!past)(?<!former)(?:^|[\s,/&(-])(?:chair|chairs|chairman|chairwoman|chairperson)\b(?!\s*(?:of\s+(?!the\s+(?:meeting|board|committee|council|panel|governors))|[-–]?elect|'s))"
)
_PRESIDES = lazy.compile(r"(?i)(?:(?:town|city|borough|lord)\s+)?(?:mayor|provost)(?:ess)?|conven[eo]r|moderator")
"""Who presides without being called chair: over a council, over a society or a kirk session of Scotland."""
_VICE = lazy.compile(r"(?i)\b(?:vice|deputy)[\s-]*chair")
_ABSENT_KIND = lazy.compile(r"(?i)\b(?:past|former|ex|previous|immediate)\b")
_SERVES = lazy.compile(r"(?i)\b(?:to|for)\s+the\s+chair")


_BY_OFFICE = lazy.compile(
    r"\b[Tt]he\s+(President|[Cc]hair(?:man|woman|person)?|Mayor|Convenor|Convener|Moderator|Commodore|Captain|Speaker|Supervisor)\s+(?:then\s+|\w+ly\s+)?"
    r"(?:opened|called|declared|welcomed|closed|adjourned|took\s+the\s+chair)\b"
)


def opened_by_office(text: str, zones: Sequence[Zone]) -> Place | None:
    """Return the office of which it is told that its holder opened the meeting: 'The President opened ...'."""
    for zone in holding(zones, ("the ",)):
        if match := _BY_OFFICE.search(text, zone.start, zone.end):
            return match.span(1)
    return None


def holder(office: str, attendees: Sequence[Attendee]) -> Attendee | None:
    """Return the one who was there and holds an office."""
    there = (person for person in attendees if person.role and person.status == "present")
    return {(person.role or "").casefold(): person for person in there}.get(office.casefold())


def listed_chair(attendees: Sequence[Attendee]) -> Attendee | None:
    """Return the one attendee whose role is to chair; the vice-chair where the chair was not there."""
    there = [person for person in attendees if person.status in ("present", "in_attendance")]
    there = [person for person in there if "chair" in lowered(person.role or "")]
    chairs = [person for person in there if _chairs(person.role or "")]
    if not chairs:
        chairs = [person for person in there if _VICE.search(person.role or "")]
    present = [person for person in chairs if person.status == "present"]
    return only(present) or only(chairs)


def listed_presider(attendees: Sequence[Attendee]) -> Attendee | None:
    """Return the one who was there and presides by office: the mayor, the convener."""
    present = [person for person in attendees if person.status == "present" and person.role]
    return only([person for person in present if _PRESIDES.fullmatch(person.role or "")])


def is_deputy(attendee: Attendee | None) -> bool:
    """Whether somebody chairs but in place of another: who is told to have opened the meeting chaired it rather."""
    return attendee is not None and _VICE.search(attendee.role or "") is not None


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
