"""The roster: which attendee a mention in the text means, abstaining when unsure.

Forms are looked up from the surest to the weakest: abbreviation, full name, role, surname, first name. The first kind of
form that anybody answers to decides; where two people answer to it, the mention is ambiguous and means nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from minutes_parser import honorifics, lazy
from minutes_parser.models import Attendee, Party, Span
from minutes_parser.source import Source

_HONORIFIC = lazy.compile(
    rf"(?:(?:{honorifics.EVERYDAY}|(?:baroness|fr|hon|the|councilman|councilwoman)\b\.?)\s*)+(?=\w)",
    re.IGNORECASE,
)
_TRIM = lazy.compile(r"^[\s@*_'\"“‘(\[<]+|(?:['’]s)?[\s*_'\"”’)\]>,;:.]+$|['’]s$")
_SEVERAL = lazy.compile(r"[/&,;+]|\band\b", re.IGNORECASE)
_BELOW = lazy.compile(
    r"\b(?:deputy|assistant|vice|acting|sub|under|associate|former|co|interim|junior|minute|taker|elect)\b"
)
_GENERATIONS = frozenset(("jr", "sr", "ii", "iii", "iv"))
_CHAIR = lazy.compile(r"chair(?:man|woman|person|er)?")
_SHORT_ROLES = frozenset(
    "commissioner chair clerk secretary treasurer headteacher head president director chief superintendent chancellor provost "
    "dean principal mayor leader registrar convener convenor bursar warden scribe facilitator moderator auditor solicitor".split()
)


class Roster:
    """The attendees of one meeting, looked up by the ways in which minutes mention them."""

    def __init__(self, attendees: Sequence[Attendee], chair: str | None = None) -> None:
        """Index the attendees; ``chair`` is the id of the one who chaired, where the list does not say so."""
        self.attendees = tuple(attendees)
        names = {attendee.id: _plain(attendee.name) for attendee in attendees}
        self._one = _same_people(attendees, names)
        self._known: dict[str, str | None] = {}
        self._abbreviations: dict[str, set[str]] = {}
        self._tiers: tuple[dict[str, set[str]], ...] = ({}, {}, {}, {})
        self._ends = set[str]()  # the last word of each form
        for attendee in attendees:
            self._add(attendee, names[attendee.id])
        if chair:
            self.chaired_by(chair)

    def chaired_by(self, attendee: str) -> None:
        """Take the attendee of this id for the chair, where the list does not say who that is."""
        if "chair" not in self._tiers[1]:
            self._put(1, "chair", self._one.get(attendee, attendee))
            self._known.clear()

    def _add(self, attendee: Attendee, name: str) -> None:
        """Index one attendee under each form."""
        identity = self._one[attendee.id]
        if attendee.abbreviation:
            short = attendee.abbreviation.lstrip("@")
            self._abbreviations.setdefault(short, set()).add(identity)
            self._ends.update(short.casefold().split()[-1:])
        for alias in attendee.aliases:
            self._put(1, _plain(alias).lstrip("@"), identity)
        names = name.lstrip("@").split()
        if len(names) > 2 and names[-1] in _GENERATIONS:  # 'Robert Tarn, Jr.' is called 'Tarn'
            self._put(0, " ".join(names), identity)
            names = [*names[:-2], names[-2].rstrip(",")]
        if not names:
            return
        self._put(0, " ".join(names), identity)
        for short in _short_roles(attendee.role):
            self._put(1, short, identity)
        if len(names) > 1:
            first, last = names[0], names[-1]
            if len(names) > 2:
                self._put(0, f"{first} {last}", identity)
                self._put(2, " ".join(names[1:]), identity)
            self._put(2, last, identity)
            self._put(2, f"{first[0]} {last}", identity)
            if len(first) > 1:
                self._put(3, first, identity)
                self._put(2, f"{first} {last[0]}", identity)

    def _put(self, tier: int, form: str, identity: str) -> None:
        people = self._tiers[tier].get(form)
        if people is None:
            self._tiers[tier][form] = {identity}
            self._ends.add(form.rpartition(" ")[2])
        else:
            people.add(identity)

    def resolve(self, mention: str) -> str | None:
        """Return the id of the one attendee whom ``mention`` means, or None."""
        if mention not in self._known:
            found = self.candidates(mention) if self._may_end(mention) else ()
            self._known[mention] = next(iter(found)) if len(found) == 1 else None
        return self._known[mention]

    def _may_end(self, mention: str) -> bool:
        """Whether some form ends with the word that ends the mention; what is no plain word is not judged here."""
        last = mention.rstrip(".,;:)'\"’” ").rpartition(" ")[2]
        return not last.isalnum() or last.casefold() in self._ends

    def candidates(self, mention: str) -> set[str]:
        """Return the ids of all attendees whom ``mention`` may mean, by the surest kind of form that fits any."""
        bare = _TRIM.sub("", mention) if _has_edges(mention) else mention
        bare = bare[4:] if bare.startswith(("The ", "the ")) else bare
        if found := self._abbreviations.get(bare):
            return found
        plain = _plain(bare)
        if not plain or _SEVERAL.search(bare):
            return set()
        return self._by_form(plain) or self._by_parts(bare, plain)

    def _by_form(self, plain: str) -> set[str]:
        for tier in self._tiers:
            if found := tier.get(plain):
                return found
        return set()

    def _by_parts(self, bare: str, plain: str) -> set[str]:
        """Resolve 'ACC Marsh', 'PCC Ida Vale', 'Chairman Smith': a role or abbreviation, then a name.

        A role that nobody has ('PC Jones') counts only where what follows is a full name.
        """
        words = plain.split()
        for cut in range(1, min(len(words), 5)):
            named = self._by_form(" ".join(words[cut:]))
            if not named:
                continue
            head = bare.split()[:cut]
            titled = self._abbreviations.get(" ".join(head)) or self._tiers[1].get(" ".join(words[:cut]), set())
            if named & titled:
                return named & titled
            if len(words) - cut > 1 or all(word.lower() in _SHORT_ROLES for word in head):
                return named if not titled else set()
        return set()

    def party(self, source: Source, start: int, end: int) -> Party:
        """Return the mention at ``start`` to ``end`` of ``source`` as a party."""
        text = source.fold(start, end)
        return Party(text=text, span=Span(start=start, end=end), attendee=self.resolve(text))


def _has_edges(mention: str) -> bool:
    """Whether there is something to trim: a mark at an end, or the 's of a genitive."""
    return not (mention[:1].isalnum() and mention[-1:].isalnum()) or mention.endswith(("'s", "’s"))


def _plain(name: str) -> str:
    """Return a name in lower case, as it is spoken, without honorific, initials' dots and doubled spaces."""
    name = name.replace("’", "'")
    last, comma, first = name.partition(", ")
    if comma and first.rstrip(".").casefold() not in _GENERATIONS:  # 'Bell, Ann'
        name = f"{first} {last}"
    title = _HONORIFIC.match(name)
    bare = name[title.end() :] if title else name
    return " ".join(bare.replace(".", " ").casefold().split())


def _same_people(attendees: Sequence[Attendee], names: Mapping[str, str]) -> dict[str, str]:
    """Map each id to that of the person's first entry: someone in two lists is one person."""
    first: dict[str, str] = {}
    for person in sorted(attendees, key=lambda person: person.status != "present"):
        first.setdefault(names[person.id], person.id)
    return {person.id: first[names[person.id]] for person in attendees}


def _short_roles(role: str | None) -> Iterator[str]:
    """Yield the forms by which a role is called: 'parish clerk' and 'clerk', 'chief constable' and 'chief'."""
    if not role:
        return
    whole = _plain(role)
    yield whole
    words = whole.replace("-", " ")
    if words != whole:
        yield words
    if _BELOW.search(words):
        yield _CHAIR.sub("chair", words)
        return
    for word in words.split():
        if word.startswith("chair") and _CHAIR.fullmatch(word):
            yield from ("chair", "chairman", "chairperson")
        elif word in _SHORT_ROLES:
            yield word
