"""Entries within one line: several between commas, under roles that label those behind them, or with a count before."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from minutes_parser import lazy
from minutes_parser.layout.names import COUNCILLOR, ROLE
from minutes_parser.layout.posts import is_office
from minutes_parser.source import Source
from minutes_parser.stages.attendees.couples import surnames
from minutes_parser.stages.attendees.delegations import by_delegation
from minutes_parser.stages.attendees.entry import Entry, councillor_of, entry_at, turned_at
from minutes_parser.stages.attendees.groups import Group, status_of_label
from minutes_parser.stages.attendees.inverted import by_surname
from minutes_parser.stages.attendees.pieces import behind_guest, pieces_of

_INNER = lazy.compile(
    r"(?<![\w.])(?:(?P<role>(?:(?:Vice|Deputy)[- ]?)?Chair(?:man|woman|person)?|(?:Parish |Town |Locum |Acting )?Clerk|Treasurer|Secretary"
    r"|(?:Parish |Town )?Councillors|Cllrs|(?:Non-)?[Vv]oting [Mm]embers|Members|Officers|Governors|Trustees|Directors|Commissioners|Supervisors|Selectmen|Alder(?:men|persons)|Council ?(?:members|persons)|Senators)(?:\s*:\s*|(?<=[a-z])[-–—](?=[A-Z])(?!Treasurer|[Ee]lect|General))(?=\S)|Members of (?:the )?public\b"
    r"|(?P<kind>(?:Committee|Board|Council|Executive|Staff|Parents?|Residents|Tenants|Public|Guests?|Visitors?|Observers?|Officials"
    r"|Plot ?holders|[Cc]o-opted(?: members)?|Ex[- ][Oo]fficio)(?: [Mm]embers)?|(?i:(?:present |attending |join(?:ed|ing) )?(?:remotely|online|virtually|in person|(?:by|via|on) (?:phone|telephone|zoom|teams|video))))(?::\s+|(?<=[a-z])[-–—])(?=[A-Z]))"
)
_BY_OFFICE = lazy.compile(r"(?i)ex[- ]officio")
_MARK = lazy.compile(r"[:–—-](?:(?<=:)|(?<=[a-z].)(?=[A-Z]))")
"""What stands behind the words of ``_INNER``."""
_COUNT = lazy.compile(
    r"(?i:(?:approx\w*\.?|about|around|roughly|over|nearly|at\s+least|some)\s+(?:an?\s+)?(?=\d|\w+\s))?"
    r"(?i:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|dozen|several|many|some|no|approx\w*|about|around)\s+(?:(?i:other\s+)?(?i:members?|residents?|parishioners?|people|public|electors?)|(?!and\b|or\b)[a-z]{2})"
)
_NAMELY = lazy.compile(r"[^.;:]{0,20}?(?:[ ,]\s?\(?(?:[Ii]ncluding|namely|incl\.)|:)\s+(?=[A-Z])")
"""'12 members including Ann Bell and Bob Day'."""


def _may_label(text: str, start: int, end: int) -> bool:
    """Whether the slice has a mark behind which ``_INNER`` may have a label, or speaks of members of the public."""
    return _MARK.search(text, start, end) is not None or text.find("Members of", start, end) >= 0


def parted(source: Source, start: int, end: int, group: Group, labelled: bool = False) -> Iterator[tuple[Entry, Group]]:
    """Yield the entries of a line in which roles label those behind them: 'Chairman: A B Councillors: C, D and E'."""
    text = source.text
    while start < end and text[start] in " |":  # a cell's edge
        start += 1
    labels = list(_INNER.finditer(text, start, end)) if _may_label(text, start, end) else []
    if not labels:
        yield from names_in(source, start, end, group, labelled)
        return
    yield from names_in(source, start, labels[0].start(), group, labelled)
    for label, after in zip_longest(labels, labels[1:]):
        if kind := label["kind"]:
            attends = group.status in ("present", "in_attendance") and status_of_label(kind) == "in_attendance"
            within = group._replace(status="in_attendance", role=None) if attends else group
            for entry, of_group in names_in(source, label.end(), after.start() if after else end, within, True):
                if _BY_OFFICE.match(kind):
                    entry.role = entry.role or " ".join(kind.split())
                yield entry, of_group
        if label["role"] is None:
            continue
        role = " ".join(label["role"].split())
        several = role.endswith("s")
        for entry, of_group in names_in(source, label.end(), after.start() if after else end, group, True):
            if not several:
                entry.role = role
            elif entry.role is None and not role.startswith(("Member", "Officer")):
                entry.role = "Councillor" if role.startswith("Cllr") else role.removesuffix("s")
            yield entry, of_group


def names_in(
    source: Source, start: int, end: int, group: Group, labelled: bool = False
) -> Iterator[tuple[Entry, Group]]:
    """Yield the entries in one line or paragraph."""
    text = source.text
    while start < end and text[start] in ' :–—-"″〃':  # a dash behind the title, a mark for the title above
        start += 1
    uncounted, role, over = start, None, False
    if counted := _COUNT.match(text, start, end):
        named = _NAMELY.match(text, counted.end(), end)
        if named is None:
            return
        start, labelled = named.end(), True
    if text.startswith("and ", start):
        start += 4
    if sent := by_delegation(text, start, end):
        yield from ((entry, group) for entry in sent)
        return
    turned = by_surname(text, start, end, alone=group.turned)
    before: Entry | None = None
    places = turned or pieces_of(source, start, end, labelled)
    shared_names = {} if turned else surnames(text, places)
    for a, b in places:
        begin = behind_guest(text, a, b)
        entry = turned_at(text, a, b) if turned else entry_at(text, begin, b, loose=labelled)
        if entry is None or (a > uncounted and _COUNT.match(text, a, b)):
            continue
        if begin > a and group.status == "present":
            entry.status = "in_attendance"
        if entry.honorific is None and a in shared_names:
            entry.name = f"{entry.name} {shared_names[a]}"
        first = entry.honorific is not None or (entry.role is not None and text.startswith(entry.role, a))
        if shared := shared_role(entry):
            role = shared if first else role
            if before and not first and before.role is None and text[before.end : a].strip() in ("and", "&"):
                before.role = shared  # 'Ann Bell and Bob Day (Wardens)'
        elif entry.role is None and (
            entry.honorific is None or (entry.honorific in _SET_APART and not entry.organisation)
        ):
            entry.role = role
        yield entry, group
        before = entry
        another = role is not None and entry.role != role
        ends = another and (role in _OF_TWO or (first and not _PLURALS.fullmatch(f"{role}s")))
        apart = text[b : b + 1] == ";"
        if (apart and not (shared or over)) or entry.honorific == "Mr" or ends:
            role = None  # what one part of a list says counts not for the next
        over = apart and role is not None  # 'Cllrs Ann Bell; Bob Day': semicolons alone part them


_OF_TWO = ("Churchwarden", "Church Warden", "Warden", "churchwarden", "warden", "Lay Reader", "Reader")
"""Offices that two or three have, so that the next one with another ends them."""
_SET_APART = ("Mrs", "Miss", "Ms")
"""Titles by which lists of surnames tell women from men: they are members as the others are."""
_PLURALS = lazy.compile(
    r"(?:Cllr|Councill?or|[Cc]ouncil ?[Mm]ember|Member|Trustee|Governor|Commissioner|Supervisor|Director|Alderman|Selectman|(?:[Cc]hurch ?|[Ll]ay )?(?:[Ww]arden|Reader)|Senator|Elder|Constable|Engineer)s\b"
)


_LINK = frozenset(["of", "to", "for"])
"""'Clerk to Governors' is one."""
_LONGEST_POST = 4
"""Words of a post that several hold."""
_MEMBERS = lazy.compile(r"(?:[\w-]+ ){0,2}(?:members|trustees|directors|governors|wardens|commissioners|councillors)")
"""Posts in small letters before the names of several: 'vestry members Ann Bell and Bob Day'."""


def shared_role(entry: Entry) -> str | None:
    """Return the role that a title in the plural gives to its person and to those behind: 'Cllrs A, B and C'."""
    if title := entry.honorific:
        plural = next((word for word in title.split() if word.endswith("s") and COUNCILLOR.fullmatch(word)), None)
        if plural:
            entry.honorific = title.replace(plural, plural.removesuffix("s"), 1)
            return councillor_of(title)
    if entry.role and (one := of_several(entry.role)):
        entry.role = one
        return one
    return None


def of_several(role: str) -> str | None:
    """Return the singular of a post that several hold ('clerks', 'Vice Presidents'); None where it is none."""
    words = role.split()
    last = words[-1] if words else ""
    if last[-3:].lower() == "men" and ROLE.fullmatch(last):
        return role[:-2] + ("AN" if role.isupper() else "an")
    if (
        len(last) < 2
        or last[-1] not in "sS"
        or len(words) > _LONGEST_POST
        or (last.isupper() and not _PLURALS.fullmatch(last.capitalize()))
    ):
        return None
    one = f"{role[:-3]}y" if last.endswith("ies") else role[:-1]
    if (is_office(one.split()[-1]) or one == "Deputy") and _LINK.isdisjoint(words):
        return one
    return one if _PLURALS.fullmatch(role) or _MEMBERS.fullmatch(role) else None
