"""Chair and minute-taker whom the header names and no list."""

from __future__ import annotations

from minutes_parser import lazy
from minutes_parser.layout.generations import without_generation
from minutes_parser.layout.names import name_at
from minutes_parser.layout.posts import post_at
from minutes_parser.models import Party
from minutes_parser.source import Source
from minutes_parser.stages.attendees.entry import Entry, councillor_of, entry_at
from minutes_parser.stages.attendees.groups import Group
from minutes_parser.stages.attendees.inline import names_in

_ROLE_LETTERS = lazy.compile(r"[A-Z]{2,5} (?=[A-Z][a-z])")
_BRACKET = lazy.compile(r"[ ]?\([A-Za-z][^()\n]{0,60}\)")
_CLERK = lazy.compile(r"(?i)\b((?:minutes?|recording)\s(?:clerk|secretary)|clerk(?!ed)|secretary|treasurer)\b|clerked")
_SIGNS_AS = lazy.compile(
    r",?\s{1,3}(?:(?:[A-Z][a-z]+ )?(?:[A-Z][a-z]+ )?)?(Clerk|Secretary|Recorder|Treasurer)\b(?!\s*[:–—-]|[ ]?[\t|])"
)
"""Behind the name of who signs: 'Ann Bell, Town Clerk'."""


_LEADS = r"((?:Vice[- ]|Deputy |Acting )?(?:President|Mayor|Chair(?:man|woman|person)?|Moderator|Supervisor))"
_POST = lazy.compile(rf"\b{_LEADS},?[ ]\Z")
_POST_BEHIND = lazy.compile(
    rf",[ ](?:(?:the|our)[ ])?(?:[A-Z]{{2,6}}[ ]|(?:Board|Council|Club)[ ])?{_LEADS}\b(?![ ](?:of|[Ee]lect))"
)
"""'Ann Bell, the HOA President'."""


def of_header(source: Source, party: Party, people: list[tuple[Entry, Group]]) -> list[tuple[Entry, Group]]:
    """Return an entry for the chair or the minute-taker whom no list names, and for those named behind the first one."""
    pair = _missing(source, party, people)
    return [*([pair] if pair else ()), *_others(source, party)]


def _missing(source: Source, party: Party, people: list[tuple[Entry, Group]]) -> tuple[Entry, Group] | None:
    """Return an entry for the party if no list names it."""
    place = _name_in(source, party)
    office = post_at(source.text, *place)
    name = office.name if office else name_at(source.text, *place)
    if name is None:
        return _titled(source, party, people)
    words = " ".join(source.text[name.start : name.end].split())
    before = source.text[max(0, party.span.start - 30) : party.span.start]
    single = sum(" " not in entry.name for entry, _ in people) * 2 > len(people)
    if " " not in words and people and not (single or words.startswith("@") or _POST.search(before)):
        return None
    last, first = _surname(words), words[0].casefold()
    if any(
        (_surname(entry.name) == last and (" " not in words or words.isupper() or entry.name[:1].casefold() == first))
        or (single and entry.name.startswith(words))
        or _is_shortened(entry.name, words)
        for entry, _ in people
    ):
        return None
    clerk = _CLERK.search(before)
    signs = None if clerk else _SIGNS_AS.match(source.text, name.end)
    post = None if clerk or signs else _POST.search(before) or _POST_BEHIND.match(source.text, name.end)
    said = (clerk[1] if clerk else None) or "clerk"
    role = (
        source.fold(office.start, office.end)
        if office
        else post[1]
        if post
        else (said if " " in said else said.capitalize())
        if clerk
        else signs[1]
        if signs
        else councillor_of(name.title)
    )
    entry = Entry(name.start, name.end, words, name.title, role)
    if bracket := _BRACKET.match(source.text, name.end):
        said = entry_at(source.text, name.start, bracket.end())
        if said and said.name == words:  # 'Minutes: Ann Bell (Democracy Officer)'
            entry.role, entry.organisation, entry.short = role or said.role, said.organisation, said.short
    return entry, Group("in_attendance" if clerk else "present", None, 0)


def _is_shortened(listed: str, name: str) -> bool:
    """Whether a list gives no more of a surname than its initial: 'Ann B.' for 'Ann Bell'."""
    first, _, last = listed.rstrip(".").partition(" ")
    return len(last) == 1 and name.startswith(f"{first} ") and name.split()[-1][0] == last


_SEVERAL = lazy.compile(
    r"(?i)(?:chairs|co-?chairs|(?:(?:note|minute)[ -]?taker|scribe)(?:s|\(s\)))[ ]?\*{0,2}:[ ]?\*{0,2}[ ]{0,4}\Z"
)


def _others(source: Source, party: Party) -> list[tuple[Entry, Group]]:
    """Return those named behind the first one of a label for several: 'Note takers: Ann Bell, Bob Day'."""
    start, text = party.span.start, source.text
    stop = text.find("\n", party.span.end)
    stop = stop if stop >= 0 else len(text)
    if stop - start > _LONGEST_LINE or not _SEVERAL.search(text, max(0, start - _LONGEST_LABEL), start):
        return []
    names = list(names_in(source, start, stop, Group("present", None, 0), True))[1:]
    return [(entry, group) for entry, group in names if " " in entry.name]


_LONGEST_LINE, _LONGEST_LABEL = 200, 30


def _titled(source: Source, party: Party, people: list[tuple[Entry, Group]]) -> tuple[Entry, Group] | None:
    """Return an entry for a chair whom the header calls by role and name ('Mayor Thorne') and no list names."""
    entry = entry_at(source.text, party.span.start, party.span.end)
    if entry is None or not entry.role or any(_surname(known.name) == _surname(entry.name) for known, _ in people):
        return None
    return entry, Group("present", None, 0)


def _surname(name: str) -> str:
    return without_generation(name).split()[-1].casefold().rstrip(".")


def _name_in(source: Source, party: Party) -> tuple[int, int]:
    """Return where the name begins in a mention such as 'PCC Jo Bloggs'."""
    start, end = party.span.start, party.span.end
    role = _ROLE_LETTERS.match(source.text, start, end)
    return (role.end() if role else start), end
