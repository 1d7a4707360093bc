"""One entry of an attendance list: name, title, role, organisation, short form, and a status said of the person alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from minutes_parser import lazy
from minutes_parser.layout.given import is_given
from minutes_parser.layout.names import (
    COUNCILLOR,
    HONORIFIC,
    ORGANISATION,
    POST_NOMINALS,
    ROLE,
    Name,
    initials,
    name_at,
    names_nobody,
    role_or_organisation,
)
from minutes_parser.layout.posts import Post, is_office, is_post, may_open_post, post_at
from minutes_parser.models import Status
from minutes_parser.stages.attendees import offices
from minutes_parser.stages.attendees.commas import holder_behind
from minutes_parser.stages.attendees.described import INITIALS, describe, initials_of, is_own, is_role_behind
from minutes_parser.stages.attendees.inverted import turned
from minutes_parser.stages.attendees.remarks import PERSONAL, PICTURE, is_nothing, mark_of, status_of

_TITLE = rf"(?:{HONORIFIC}\b\.?[ ])?"
HALVES = lazy.compile(rf"{_TITLE}[A-Z][\w’'-]+\s*\n\s*[A-Z](?:[\w’'-]+\.?|\.)")
"""A first name that ends a line and the surname that begins the next."""
_SURNAME = lazy.compile(
    r"[ \t]{0,40}\r?\n\s{0,60}(?P<last>[A-Z](?:[\w’'-]{1,24}|\.))(?=\s{0,40}(?:[,;(:–—]|\.?\Z|-\s))"
)
"""The surname in the next line."""
_ROLE_FIRST = lazy.compile(r"\(([A-Z][\w -]{2,30})\)[ ]+(?=[A-Z])")
_SHORT_FIRST = lazy.compile(
    r"(?:(?:(?P<short>[A-Z]{2,4}[a-z]?)[ ]?[:=–-]|\[(?P<bracket>[A-Z]{2,4}[a-z]?)\]:?)[ ]?|(?P<column>[A-Z]{2,4})(?:[ ]{2,20}|[ ]?\t[ \t]{0,20}))(?=[A-Z])"
)
_BRACKET = lazy.compile(r"[ \t]*[(\[]([^()\[\]]{0,80})[)\]]")
_TENURE = lazy.compile(r"(?i)interim|acting|temporary|pro tem(?:pore)?|elect|designate|honorary|emeritus")
"""How somebody holds the office before the bracket: 'Ann Bell, President (Interim)'."""
_HOLDER = lazy.compile(r"(?:[Tt]he )?(?P<post>[A-Z][\w’' -]{2,40}?) \((?P<name>[A-Z][^()]{2,40})\)")
_HANDLE = lazy.compile(r"[ \t,]*[(<]?(@[\w\-.]+)[)>]?")
_EMAIL = lazy.compile(r"[ \t,]*[(<]?[\w.+\-]{1,64}@[\w\-.]{1,120}[)>]?")
_SEPARATOR = lazy.compile(r"[ \t]*(?:[–—:|/\t]|`(?:[ ]?<[^<>]{1,200}>`?)?_{0,2}|,|;|-(?=\s|$)|(?<=\s)-)[ \t]*")
_PHRASE_END = lazy.compile(
    r"(?:[(\[;\t ]|,(?! ?(?:Inc|Ltd|LLC|LLP|PLC|plc|Corp|GmbH)\b))(?:(?<! )|[ \t]*(?:[(\[,;]|[–—-][ \t])|[<@]|[ ]{2,40}(?=\S))"
)
_PARTS = lazy.compile(r"[,;/]| [–—-] ")
_SOMEBODY = lazy.compile(rf"(?!Hon\b\.?[ ](?i:sec|treas|pres|vice|mem|clerk|aud|life|chair)){HONORIFIC}\b\.? [A-Z]")
"""Opens a remark on somebody else; 'Hon' before an office says that it is honorary."""
_AREA = lazy.compile(
    r"((?:(?:North|South|East|West|Mid|Upper|Lower)(?:ern)?[ ]|[A-Z][\w’'-]{2,20}[ ](?:and|&)[ ])?[A-Z][\w’'-]{1,20})[ ](?=C(?:ouncillors?|llrs?)\b\.?[ ][A-Z])"
)
_TITLE_ALONE = lazy.compile(rf"{HONORIFIC}\b")
_LONGEST_AREA = 50
_OWN_LETTERS = lazy.compile(r"[ \t]+([A-Z]{2,4})(?=[ ,;]|\Z)")
_NUMBER = lazy.compile(r"\s*\d{2,4}[a-z]?\s*")


@dataclass(slots=True)
class Entry:
    """A person as an entry of a list gives them; offsets into the source."""

    start: int
    end: int
    name: str
    """In the order in which it is spoken."""
    honorific: str | None = None
    role: str | None = None
    organisation: str | None = None
    short: str | None = None
    handle: str | None = None
    status: Status | None = None
    written: str | None = None
    """The name as it stands, of one that puts the surname first."""


def entry_at(text: str, start: int, end: int, *, loose: bool = False) -> Entry | None:
    """Read the entry in the slice; None where it does not begin with a name.

    With ``loose`` a single word in any case is taken for a name ('mullet'): the list has shown that it holds such.
    """
    begin, short = start + 5 if text.startswith("User:", start) else start, None  # a link of a wiki to who it is
    begin += text.startswith("`", begin)  # a name set as a word of code
    if (first := _SHORT_FIRST.match(text, begin, end)) and not (first["column"] and _are_others(text, first, end)):
        begin, short = first.end(), first["short"] or first["bracket"] or first["column"]
    if area := area_before_councillor(text, begin, end):
        entry = entry_at(text, area.end(), end)
        return replace(entry, start=start, role=_of_area(area[1], entry)) if entry else None
    office = may_open_post(text, begin, end)
    if text.find("(", begin, end) > begin and (holder := holder_at(text, begin, end, office)):
        return holder
    if text.find(", ", begin, end) > begin and (held := holder_behind(text, begin, end)):  # 'Curator, A. Bell'
        role, name = held
        entry = Entry(start, end, " ".join(text[name.start : name.end].split()), name.title, role, short=short)
        _rest(text, name.end, end, entry)
        return entry
    if text.startswith("(", begin) and (first := _ROLE_FIRST.match(text, begin, end)):  # '(Chair) Ann Bell'
        entry = entry_at(text, first.end(), end)
        return replace(entry, start=start, role=entry.role or first[1]) if entry and ROLE.search(first[1]) else None
    if office and (post := post_at(text, begin, end)):
        return _in_post(text, start, end, post, short)
    first_word = None if office and is_post(text, begin, end) else name_at(text, begin, end)
    if first_word is None:
        return _nickname(text, start, end) if loose else None
    name = _over_line(text, first_word, end)
    if text[name.end - 1] == "`":
        name = name._replace(end=name.end - 1)
    entry = Entry(start, end, " ".join(text[name.start : name.end].split()), name.title, short=short)
    entry.role = councillor_of(name.title)
    if _NUMBER.fullmatch(text, name.end, end):
        return None  # 'Quay Hall 300'
    _rest(text, _behind_nominals(text, name.end, end, entry), end, entry)
    return entry


def area_before_councillor(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return what stands before the title of a councillor and says of which area or council: 'Moorland Councillor Ann Bell'."""
    if text.find(" C", start, min(end, start + _LONGEST_AREA)) < 0:
        return None
    area = _AREA.match(text, start, end)
    if area is None or ROLE.search(area[1]) or _TITLE_ALONE.match(text, start, end) or is_given(area[1].split()[0]):
        return None
    return area


def _of_area(area: str, entry: Entry) -> str | None:
    return f"{area} Councillor" if entry.role == "Councillor" else entry.role


def turned_at(text: str, start: int, end: int) -> Entry | None:
    """Read an entry that puts the surname first: 'Bell, Ann (Quay Trust)'."""
    found = turned(text, start, end)
    if found is None:
        return None
    title = (found["title"] or "").strip(" .") or None
    entry = Entry(start, end, " ".join(f"{found['first']} {found['last']}".split()), title, councillor_of(title))
    entry.written = f"{found['last']}, {found['first']}"
    _rest(text, found.end(), end, entry)
    return entry


def _are_others(text: str, first: re.Match[str], end: int) -> bool:
    """Whether letters in a column before a name are not its initials: 'PC   Ann Bell'."""
    name = name_at(text, first.end(), end)
    return name is None or initials(text[name.start : name.end]) != first["column"]


def councillor_of(title: str | None) -> str | None:
    """Return the role that a title before the name gives: 'Councillor' for 'Cllr', 'County Councillor' for 'County Cllr'."""
    councillor = COUNCILLOR.match(title) if title else None
    if not councillor:
        return None
    return f"{councillor[1]} Councillor" if councillor[1] else "Councillor"


def _over_line(text: str, name: Name, end: int) -> Name:
    """Return a first name that ends a line with the surname that begins the next."""
    if text.find("\n", name.end, end) < 0 or " " in text[name.start : name.end]:
        return name
    found = _SURNAME.match(text, name.end, end)
    if found is None or ROLE.fullmatch(found["last"]) or ORGANISATION.fullmatch(found["last"]):
        return name
    return name._replace(end=found.end("last"))


def holder_at(text: str, start: int, end: int, office: bool = True) -> Entry | None:
    """Read 'Secretary (Ann Bell)' and 'Engineer, Roads (Mr Day)': an office with who holds it in brackets.

    Without a title before the name, ``office`` tells whether the slice may begin with one at all.
    """
    if titled := offices.holder_at(text, start, end):
        role, person = titled
        return Entry(start, end, " ".join(text[person.start : person.end].split()), person.title, role)
    bracket = _HOLDER.match(text, start, end) if office else None
    name = name_at(text, *bracket.span("name")) if bracket and is_post(text, *bracket.span("post")) else None
    if not bracket or not name or name.end != bracket.end("name"):
        return None
    words = " ".join(text[name.start : name.end].split())
    return Entry(start, end, words, name.title, " ".join(bracket["post"].split())) if " " in words else None


def _in_post(text: str, start: int, end: int, post: Post, short: str | None) -> Entry:
    """Return the entry of a person whose post stands before the name."""
    name = _over_line(text, post.name, end)
    role = " ".join(text[post.start : post.end].split())
    entry = Entry(
        start, end, " ".join(text[name.start : name.end].split()), name.title, role, short=post.short or short
    )
    _rest(text, _behind_nominals(text, name.end, end, entry), end, entry)
    return entry


def _behind_nominals(text: str, start: int, end: int, entry: Entry) -> int:
    """Return where the letters of honours and degrees end that begin at ``start``; the person's own initials are none."""
    nominals = POST_NOMINALS.match(text, start, end)
    return nominals.end() if nominals and not _own_letters(text, start, end, entry.name) else start


def _nickname(text: str, start: int, end: int) -> Entry | None:
    word = text[start:end].strip()
    if word.endswith(("]", ")")):
        word = word.partition("[" if word[-1] == "]" else "(")[0].rstrip()
    plain = re.fullmatch(r"[\w.\-]{2,24}", word) and not word.isdigit() and not names_nobody(word)
    return Entry(start, end, word) if plain else None


def _own_letters(text: str, start: int, end: int, name: str) -> re.Match[str] | None:
    """Return the initials of a name that stand at once behind it."""
    found = _OWN_LETTERS.match(text, start, end)
    return found if found and found[1] == initials(name).upper() else None


def _is_office(words: str) -> bool:
    """Whether words in small letters name an office: 'ward candidate', 'joint chairs'."""
    return role_or_organisation(words.capitalize()) == "role" or (bool(words) and is_office(words.split()[-1]))


def _rest(text: str, start: int, end: int, entry: Entry) -> None:
    """Read what stands behind the name: brackets, handles, and phrases set off by commas, dashes or nothing."""
    if entry.short is None and (own := _own_letters(text, start, end, entry.name)):
        entry.short, start = own[1], own.end()  # 'Ann Bell AB Clerk'
    barred = text.find("/", start, end) >= 0 or text.find("|", start, end) >= 0
    if barred and (personal := PERSONAL.search(text, start, end)):
        end = personal.start()
    position, before = start, 0  # where the phrase before began, if it gave the role
    signed = text.find("@", start, end) >= 0
    while position < end:
        if signed and (handle := _HANDLE.match(text, position, end)):
            entry.handle = handle[1]
            position = handle.end()
        elif signed and (email := _EMAIL.match(text, position, end)):
            position = email.end()
        elif bracket := _BRACKET.match(text, position, end):
            if before and entry.role and _TENURE.fullmatch(bracket[1]):
                entry.role = " ".join(text[before : bracket.end()].split())
            else:
                _bracketed(text, bracket[1], bracket.end(), end, entry)
            position = bracket.end()
        else:
            separator = _SEPARATOR.match(text, position, end)
            gap = position = separator.end() if separator else position
            while position < end and text[position] == " ":
                position += 1
            stop = _phrase_end(text, position, end)
            apart = (
                separator[0].strip() not in (",", ";")
                if separator
                else position - gap > 1 or not text[position:stop].isascii()
            )
            if apart and (status := mark_of(text[position:stop])):
                entry.status, position = status if status != "present" else entry.status, stop
                continue
            if separator and "\t" in separator[0] and entry.short is None and is_own(text[position:stop], entry):
                entry.short, position = text[position:stop], stop  # a column of initials
                continue
            if before and separator and separator[0].strip() in (",", "/") and is_role_behind(text[position:stop]):
                entry.role = " ".join(text[before:stop].split())  # 'Secretary, Webmaster' and 'Secretary / Treasurer'
            else:
                role = entry.role
                describe(text[position:stop], entry)
                begin = position + len(text[position:stop]) - len(text[position:stop].lstrip())
                before = begin if entry.role != role and text.startswith(entry.role or "", begin) else 0
            position = stop if separator and stop < end else max(stop, position + 1)


def _phrase_end(text: str, start: int, end: int) -> int:
    """Return where a phrase ends: at a bracket, a comma or a dash between spaces."""
    found = _PHRASE_END.search(text, start, end)
    return found.start() if found else end


def _bracketed(text: str, inside: str, after: int, end: int, entry: Entry) -> None:
    """Take what a bracket says: a short form, a role, an organisation, a nickname or a status."""
    inside = inside.strip()
    if inside[-1:] == ":" or not inside.isascii():
        inside = PICTURE.sub("", inside)  # 'chair 🪑', 'minutes :pencil:'
    if status := status_of(inside):
        entry.status = status if status != "present" else entry.status
        return
    if entry.short and entry.organisation and INITIALS.fullmatch(inside):
        return  # 'Ann Bell (AB), Harbour Rail (HR)'
    if is_own(inside, entry):
        entry.short = inside
        return
    if is_nothing(inside) or len(inside) == 1 or _SOMEBODY.match(inside):
        return
    title = entry.organisation if entry.role is None else None
    if INITIALS.fullmatch(inside) and title and not ORGANISATION.search(title) and initials_of(title, inside.upper()):
        entry.role, entry.organisation, entry.short = title, None, inside
        return
    nickname = re.fullmatch(r"[A-Za-z][\w\-]{1,14}", inside) and re.match(
        r"[ \t]*[–—-][ \t]", text[after : min(after + 4, end)]
    )
    several = inside.isupper() and len(inside) > 2
    if nickname and several and entry.role is None:
        behind = text[after + len(nickname[0]) : _phrase_end(text, after + len(nickname[0]), end)]
        if behind[:1].isupper() and role_or_organisation(behind) == "organisation":
            entry.role = inside  # 'Ann Bell (TSC) - Quay Ltd'
            return
    if nickname and not several and not entry.short and not ROLE.search(inside) and not ORGANISATION.search(inside):
        entry.short = inside
        return
    parts = _PARTS.split(inside)
    if "/" in inside and not any(ROLE.search(part) or is_own(part.strip(), entry) for part in parts):
        parts = [inside]  # 'Harbour/Quays' is one organisation
    if (
        len(parts) == 2
        and entry.role is None
        and not any(is_nothing(part.strip()) for part in parts)
        and all(role_or_organisation(part) == "role" for part in parts)
    ):
        parts = [inside]  # '2019 Secretary, Chair of the meeting'
    for part in parts:
        if is_own(part.strip(), entry):
            entry.short = part.strip()
        elif part.strip()[:1].isupper() or _is_office(part.strip()):
            describe(part, entry)
