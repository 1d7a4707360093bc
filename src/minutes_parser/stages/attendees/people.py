"""What is made of the entries of all lists: each person once for each status, in one list or several."""

from __future__ import annotations

from unicodedata import combining, normalize

from minutes_parser.layout.generations import without_generation
from minutes_parser.source import Source
from minutes_parser.stages.attendees.entry import Entry
from minutes_parser.stages.attendees.groups import Group
from minutes_parser.stages.attendees.unlabelled import FEWEST


def distinct(found: list[tuple[Entry, Group]]) -> list[tuple[Entry, Group]]:
    """Return each person once for each status."""
    seen, surnames, short = set[tuple[str, str]](), set[str](), set[str]()
    people: list[tuple[Entry, Group]] = []
    for entry, group in found:
        if people and people[-1][0].start == entry.start:
            continue  # the first reading of a place: that of the list in which it stands
        words = _plain(without_generation(entry.name)).split()
        title = (entry.honorific or "") if len(words) == 1 else ""  # 'Cllr Ruth' and 'Cllr Mrs Ruth' are two
        if not title and len(words) == 1 and (words[0] in surnames or entry.name in short):
            continue  # 'Absent: MOSS', 'Apologies from AM' within an item, of Ada Moss (AM), whom a list names in full
        if len(words) > 1:
            surnames.add(words[-1])
            short.add(entry.short or "")
        key = (f"{title} {' '.join(words)}", entry.status or group.status)
        if key not in seen:
            seen.add(key)
            people.append((entry, group))
    return people


def _plain(name: str) -> str:
    """Return a name without case and accents, which a clerk may set once and leave out another time."""
    if name.isascii():
        return name.casefold()
    return "".join(letter for letter in normalize("NFKD", name.casefold()) if not combining(letter))


def _before_members(people: list[tuple[Entry, Group]]) -> list[tuple[Entry, Group]]:
    """Take those 'in attendance' above the members for present where others attend below them: the chair stands so."""
    statuses = [entry.status or group.status for entry, group in people]
    first = statuses.index("present") if "present" in statuses else 0
    if not first or "in_attendance" not in statuses[first:] or any(group.apart for _, group in people[:first]):
        return people
    return [
        (entry, group._replace(status="present") if index < first and group.status == "in_attendance" else group)
        for index, (entry, group) in enumerate(people)
    ]


def undivided(people: list[tuple[Entry, Group]]) -> list[tuple[Entry, Group]]:
    """Take those 'in attendance' for present where nobody else is: the list is undivided."""
    people = _before_members(people)
    statuses = [entry.status or group.status for entry, group in people if not group.apart]
    if "present" in statuses or statuses.count("in_attendance") < FEWEST:
        return people
    return [
        (entry, group._replace(status="present") if group.status == "in_attendance" and not group.apart else group)
        for entry, group in people
    ]


_COMMITTEES = ("TSC", "TAC", "TC", "SC")
"""Short forms that projects have for the committee that leads them."""


def roles_of_body(source: Source, people: list[tuple[Entry, Group]]) -> None:
    """Take the short form of the body that met ('(TSC)') behind names for their role."""
    head = source.text[: min((entry.start for entry, _ in people), default=0)]
    for entry, _ in people:
        body = entry.organisation or ""
        if (
            body.isupper()
            and entry.role is None
            and (f"({body})" in head or (body in _COMMITTEES and body in head.split()))
        ):
            entry.role, entry.organisation = body, None
