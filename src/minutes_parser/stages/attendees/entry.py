"""One entry of an attendance list: name, title, role, organisation, short form, and a status said of the person alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from minutes_parser import lazy
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
from minutes_parser.layout.posts import Post, is_post, may_open_post, post_at
from minutes_parser.models import Status
from minutes_parser.stages.attendees import offices
from minutes_parser.stages.attendees.remarks import NOTHING, is_nothing, may_be_remark, status_of

_TITLE = rf"(?:{HONORIFIC}\b\.?[ ])?"
HALVES = lazy.compile(rf"{_TITLE}[A-Z][\w’'-]+\s*\n\s*[A-Z](?:[\w’'-]+\.?|\.)")
"""A first name that ends a line and the surname that begins the next."""
_SURNAME = lazy.compile(r"[ \t]{0,40}\n\s{0,60}(?P<last>[A-Z](?:[\w’'-]{1,24}|\.))(?=\s{0,40}(?:[,;(:–—]|\.?\Z|-\s))")
"""The surname in the next line."""
_ROLE_FIRST = lazy.compile(r"\(([A-Z][\w -]{2,30})\)[ ]+(?=[A-Z])")
_SHORT_FIRST = lazy.compile(
    r"(?:(?P<short>[A-Z]{2,4}[a-z]?)[ ]?[:=–-]|\[(?P<bracket>[A-Z]{2,4}[a-z]?)\]:?)[ ]?(?=[A-Z])"
)
_BRACKET = lazy.compile(r"[ \t]*[(\[]([^()\[\]]{0,80})[)\]]")
_HOLDER = lazy.compile(r"(?:[Tt]he )?(?P<post>[A-Z][\w’' -]{2,40}?) \((?P<name>[A-Z][^()]{2,40})\)")
_HANDLE = lazy.compile(r"[ \t,]*[(<]?(@[\w\-.]+)[)>]?")
_EMAIL = lazy.compile(r"[ \t,]*[(<]?[\w.+\-]{1,64}@[\w\-.]{1,120}[)>]?")
_SEPARATOR = lazy.compile(r"[ \t]*(?:[–—:|/\t]|,|;|-(?=\s|$)|(?<=\s)-)[ \t]*")
_PHRASE_END = lazy.compile(r"[(\[,;\t ](?:(?<! )|[ \t]*(?:[(\[,;]|[–—-][ \t])|[<@])")
_PARTS = lazy.compile(r"[,;/]| [–—-] ")
_SOMEBODY = lazy.compile(rf"{HONORIFIC}\b\.? [A-Z]")
"""Opens a remark on somebody else."""
_INITIALS = lazy.compile(r"[A-Z][A-Za-z&]{1,4}|[A-Z]{2,6}|[A-Z]{1,3}[’'-][A-Z]{1,2}")
_LONGEST_INITIALS = 7
_LONGEST_OF_SURNAME = 5
_WHENCE = lazy.compile(
    r"(?:of|from|representing|on behalf of|for)[ ](?:the[ ])?(?=[A-Z])(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|Item)\b)"
)
"""Behind a name: 'of Quay Ltd', 'representing Vale'."""
_DOTTED = lazy.compile(r"(?:[A-Z]\.){1,4}[A-Z]")
"""'S.E.E.' behind a name is a grade; organisations write their letters without stops."""
_PLAIN_WORD = lazy.compile(r"[A-Za-z]+")
_NUMBER = lazy.compile(r"\s*\d{2,4}[a-z]?\s*")
_NO_LETTER = lazy.compile(r"[’'-]")


@dataclass(slots=True)
class Entry:
    """A person as an entry of a list gives them; offsets into the source."""

    start: int
    end: int
    name: str
    honorific: str | None = None
    role: str | None = None
    organisation: str | None = None
    short: str | None = None
    handle: str | None = None
    status: Status | None = None


def entry_at(text: str, start: int, end: int, *, loose: bool = False) -> Entry | None:
    """Read the entry in the slice; None where it does not begin with a name.

    With ``loose`` a single word in any case is taken for a name ('mullet'): the list has shown that it holds such.
    """
    begin, short = start + 5 if text.startswith("User:", start) else start, None  # a link of a wiki to who it is
    if first := _SHORT_FIRST.match(text, begin, end):
        begin, short = first.end(), first["short"] or first["bracket"]
    office = may_open_post(text, begin, end)
    if text.find("(", begin, end) > begin and (holder := holder_at(text, begin, end, office)):
        return holder
    if first := _ROLE_FIRST.match(text, begin, end):  # '(Chair) Ann Bell'
        entry = entry_at(text, first.end(), end)
        return replace(entry, start=start, role=entry.role or first[1]) if entry and ROLE.search(first[1]) else None
    if office and (post := post_at(text, begin, end)):
        return _in_post(text, start, end, post, short)
    first_word = None if office and is_post(text, begin, end) else name_at(text, begin, end)
    if first_word is None:
        return _nickname(text, start, end) if loose else None
    name = _over_line(text, first_word, end)
    entry = Entry(start, end, " ".join(text[name.start : name.end].split()), name.title, short=short)
    entry.role = councillor_of(name.title)
    if _NUMBER.fullmatch(text, name.end, end):
        return None  # 'Quay Hall 300'
    nominals = POST_NOMINALS.match(text, name.end, end)
    _rest(text, nominals.end() if nominals else name.end, end, entry)
    return entry


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
    name = post.name
    role = " ".join(text[post.start : post.end].split())
    entry = Entry(
        start, end, " ".join(text[name.start : name.end].split()), name.title, role, short=post.short or short
    )
    nominals = POST_NOMINALS.match(text, name.end, end)
    _rest(text, nominals.end() if nominals else name.end, end, entry)
    return entry


def _nickname(text: str, start: int, end: int) -> Entry | None:
    word = text[start:end].strip()
    if word.endswith(("]", ")")):
        word = word.partition("[" if word[-1] == "]" else "(")[0].rstrip()
    plain = re.fullmatch(r"[\w.\-]{2,24}", word) and not word.isdigit() and not names_nobody(word)
    return Entry(start, end, word) if plain else None


def _rest(text: str, start: int, end: int, entry: Entry) -> None:
    """Read what stands behind the name: brackets, handles, and phrases set off by commas, dashes or nothing."""
    position, before = start, 0  # where the phrase before began, if it gave the role
    signed = text.find("@", start, end) >= 0
    while position < end:
        if signed and (handle := _HANDLE.match(text, position, end)):
            entry.handle = handle[1]
            position = handle.end()
        elif signed and (email := _EMAIL.match(text, position, end)):
            position = email.end()
        elif bracket := _BRACKET.match(text, position, end):
            _bracketed(text, bracket[1], bracket.end(), end, entry)
            position = bracket.end()
        else:
            separator = _SEPARATOR.match(text, position, end)
            position = separator.end() if separator else position
            stop = _phrase_end(text, position, end)
            if separator and "\t" in separator[0] and entry.short is None and _is_own(text[position:stop], entry):
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


def is_role_behind(words: str) -> bool:
    """Whether a phrase behind a role is one more of the same person: it has a word for one and names no organisation."""
    words = words.strip()
    return bool(ROLE.search(words)) and not ORGANISATION.search(words) and not may_be_remark(words)


def _is_own(words: str, entry: Entry) -> bool:
    """Whether the words are initials by which the minutes may call the person."""
    return bool(_INITIALS.fullmatch(words)) and _stands_for(words, entry)


def _phrase_end(text: str, start: int, end: int) -> int:
    """Return where a phrase ends: at a bracket, a comma or a dash between spaces."""
    found = _PHRASE_END.search(text, start, end)
    return found.start() if found else end


def _bracketed(text: str, inside: str, after: int, end: int, entry: Entry) -> None:
    """Take what a bracket says: a short form, a role, an organisation, a nickname or a status."""
    inside = inside.strip()
    if status := status_of(inside):
        entry.status = status if status != "present" else entry.status
        return
    if _is_own(inside, entry):
        entry.short = inside
        return
    if is_nothing(inside) or _SOMEBODY.match(inside):
        return
    title = entry.organisation if entry.role is None else None
    if _INITIALS.fullmatch(inside) and title and not ORGANISATION.search(title) and _initials_of(title, inside.upper()):
        entry.role, entry.organisation, entry.short = title, None, inside
        return
    nickname = re.fullmatch(r"[A-Za-z][\w\-]{1,14}", inside) and re.match(
        r"[ \t]*[–—-][ \t]", text[after : min(after + 4, end)]
    )
    if nickname and not entry.short and not ROLE.search(inside) and not ORGANISATION.search(inside):
        entry.short = inside
        return
    parts = _PARTS.split(inside)
    if "/" in inside and not any(ROLE.search(part) or _is_own(part.strip(), entry) for part in parts):
        parts = [inside]  # 'Harbour/Quays' is one organisation
    if len(parts) == 2 and entry.role is None and all(role_or_organisation(part) == "role" for part in parts):
        parts = [inside]  # '2019 Secretary, Chair of the meeting'
    for part in parts:
        if _is_own(part.strip(), entry):
            entry.short = part.strip()
        elif part.strip()[:1].isupper() or ROLE.search(part):
            describe(part, entry)


def _stands_for(short: str, entry: Entry) -> bool:
    """Whether letters in brackets are the person's initials or those of the role."""
    letters = short.upper() if short.isalpha() else _NO_LETTER.sub("", short.upper())
    own = initials(entry.name).upper()
    if (
        letters == own
        or (len(letters) > 1 and letters[0] == own[:1] and letters[-1] in own)
        or (len(own) > 2 and letters == own[0] + own[-1])
    ):
        return True
    if short != own and letters.startswith(own) and (len(own) > 1 or (short.isupper() and len(short) == 2)):
        return True  # 'Doug (DL)' keeps the surname back
    if short.isupper() and len(short) > 2 and entry.name.upper().startswith(short):
        return True  # 'Orla Venn (ORL)'
    if len(own) == 1 and short.isupper() and 1 < len(short) < _LONGEST_OF_SURNAME and short[-1] == own:
        return True  # 'Venn (OJV)': a list of surnames
    return bool(entry.role) and _initials_of(entry.role or "", letters)


def _initials_of(role: str, letters: str) -> bool:
    """Whether the letters begin the words of a role, small words aside or not, the last ones if it is long."""
    words = _PLAIN_WORD.findall(role)
    full = "".join(word[0] for word in words).upper()
    main = "".join(word[0] for word in words if word[0].isupper()).upper()
    return letters in (full, main) or main.endswith(letters) or main.startswith(letters)


def _before_initials(words: str, entry: Entry) -> int:
    """Return where the person's own initials begin at the end of a phrase ('Site manager AB'), or 0."""
    place = words.rfind(" ")
    last = words[place + 1 :]
    return place if place > 0 and len(last) > 1 and last == initials(entry.name).upper() else 0


_NO_WORDS = lazy.compile(
    r"\d+|https?://.*|[A-Z][\w ]{2,30}: ?\d+|\d+ (?:other )?(?:members?|residents?|parishioners?|people|public|electors?)\b.*"
)
"""Numbers, addresses and counts."""
_ROLE_OF = lazy.compile(
    r"(CEO|CTO|CFO|COO|CIO|CISO|MD|Chair(?! of)|Clerk|Secretary|Director(?! of)) (?:of )?([A-Z]\w*)$"
)
"""'Clerk of Dunmere': a role and the organisation."""
_CHIEF_OF = lazy.compile(r"(CEO|CTO|CFO|COO|CIO|CISO|MD) ([A-Z].*)$")


def describe(words: str, entry: Entry) -> None:
    """Take a phrase for the role or the organisation, whichever it looks like and is not taken."""
    words = " ".join(words.split()).strip(" .,;:*-–—").removeprefix("the ")
    if (whence := _WHENCE.match(words)) and entry.organisation is None:
        entry.organisation = words[whence.end() :]
        return
    if (
        entry.short is None
        and len(words) < _LONGEST_INITIALS
        and _INITIALS.fullmatch(words)
        and words.upper() == initials(entry.name).upper()
    ):
        entry.short = words
        return
    if entry.short is None and words[-1:].isupper() and (behind := _before_initials(words, entry)):
        entry.short, words = words[behind:].strip(), words[:behind].rstrip()
    if not words or words.startswith(("and ", "plus ")):
        return
    if may_be_remark(words):
        if NOTHING.fullmatch(words):
            return
        if status := status_of(words):
            entry.status = status if status != "present" else entry.status
            return
    if (words[0].isdigit() or ":" in words) and _NO_WORDS.fullmatch(words):
        return
    if entry.role is None and _DOTTED.fullmatch(words):
        entry.role = words
        return
    if role_or_organisation(words) == "role":
        lead = _ROLE_OF.match(words)
        if lead and not ROLE.fullmatch(lead[2]):
            entry.role, entry.organisation = lead[1], lead[2]
        elif entry.role in (None, "Councillor") or "Councillor" in (entry.role or ""):
            entry.role = words
        return
    lead = _CHIEF_OF.match(words)
    if lead and entry.role is None:
        entry.role, words = lead[1], lead[2]
    if entry.organisation is None:
        entry.organisation = words
