"""Terms that the document itself expands: 'Tide Gauge Office (TGO)', 'TGO (Tide Gauge Office)', 'TGO: Tide Gauge Office'.

The letters are aligned from the right, as Schwartz and Hearst do ("A simple algorithm for identifying abbreviation
definitions in biomedical text", 2003): each letter of the short form must stand in the long form, in order, the first
one at the beginning of a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutes_parser import lazy
from minutes_parser.layout.outline import Outline
from minutes_parser.models import Abbreviation, Attendee, Span
from minutes_parser.source import Source

_BRACKET = lazy.compile(r"\(([^()\n]{2,120})\)")
_SHORT = lazy.compile(r"(?=[^ ]*[A-Z])(?:[A-Za-z][A-Za-z0-9&/.\-]{1,9})")
_LAST_WORD = lazy.compile(r"([A-Z][A-Za-z0-9&/.\-]{1,9})[ ]?$")
_GLOSSARY = lazy.compile(r"[ \t•*\-]*([A-Z][A-Za-z0-9&]{1,8})[ \t]*(?:=|[–-](?=[ ])|:)[ \t]+([A-Z][^\n.;:]{4,90})\Z")
_NO_TERM = frozenset("ALL TBC TBA TBD TBCA NONE DNA".split())
"""Words in capitals that close a line in brackets and stand for nothing: '(ALL)' is who does it."""
_PERSON = lazy.compile(r"[A-Z][a-z’'-]+\s+[A-Z][A-Za-z’'-]+\s*")
_SPEAKS = lazy.compile(
    r"\s+(?:[a-z]+ly\s+)?(?:said|asked|reported|noted|advised|explained|gave|spoke|told|asks|felt|thought|thanked|stated|confirmed)\b"
)
"""Behind a name and a bracket, these tell that it holds a speaker's initials."""
_BREAK = lazy.compile(r"[.;:!?()\n\t•]")
_WORD = lazy.compile(r"\S+")


def read(outline: Outline, attendees: Sequence[Attendee]) -> list[Abbreviation]:
    """Return each term at the first place that expands it, in document order; people's short forms are not among them."""
    people = {attendee.abbreviation for attendee in attendees}
    names = {attendee.name for attendee in attendees}
    found: dict[str, Abbreviation] = {}
    for term, start, end, stop in sorted(_candidates(outline.source), key=lambda item: item[1]):
        expansion = outline.source.fold(start, end)
        if term not in found and term not in people and term not in _NO_TERM and expansion not in names:
            found[term] = Abbreviation(
                term=term, expansion=expansion, span=Span(start=min(start, stop), end=max(end, stop))
            )
    return list(found.values())


def _candidates(source: Source) -> Iterator[tuple[str, int, int, int]]:
    """Yield term, start and end of its expansion, and the far end of the term itself."""
    text = source.text
    for bracket in _BRACKET.finditer(text):
        inside = re.split(r"[,;]| - | – ", bracket[1])[0].strip(" “”\"'‘’")
        if _SHORT.fullmatch(inside) and _capitals(inside):
            start = _expansion_before(text, bracket.start(), _singular(inside))
            if start >= 0 and not (
                _SPEAKS.match(text, bracket.end()) and _PERSON.fullmatch(text, start, bracket.start())
            ):
                yield _singular(inside), start, _behind_word(text, bracket.start()), bracket.end() - 1
        elif (
            (short := _LAST_WORD.search(text, max(0, bracket.start() - 12), bracket.start()))
            and _capitals(short[1])
            and _aligned(bracket[1], _singular(short[1])) == 0
        ):
            yield _singular(short[1]), bracket.start() + 1, bracket.end() - 1, short.start()
    for line in source.lines:
        entry = _GLOSSARY.match(text, line.start, line.end)
        if entry and _capitals(entry[1]) and _aligned(entry[2], entry[1]) == 0 and len(entry[2].split()) > 1:
            yield entry[1], entry.start(2), entry.end(2), entry.start(1)


def _behind_word(text: str, end: int) -> int:
    """Return ``end`` without the white space before it."""
    while end and text[end - 1].isspace():
        end -= 1
    return end


def _capitals(short: str) -> bool:
    """Whether it has two capitals, or one with a hyphen ('Q-cards'), and is no plain word."""
    capitals = sum(letter.isupper() for letter in short)
    return capitals > 1 or (capitals == 1 and "-" in short)


def _singular(short: str) -> str:
    """Return 'ABC' for 'ABCs'."""
    return short[:-1] if re.fullmatch(r"[A-Z&]{2,8}s", short) else short


def _expansion_before(text: str, end: int, short: str) -> int:
    """Return where the expansion begins that ends at ``end``, or -1."""
    letters = sum(letter.isalnum() for letter in short)
    begin = max(0, end - 14 * (letters + 4))
    for stop in _BREAK.finditer(text, begin, end):
        begin = stop.end()
    words = [match.start() for match in _WORD.finditer(text, begin, end)][-min(letters + 5, 2 * letters) :]
    if not words:
        return -1
    if "".join(text[at] for at in words[-letters:]).casefold() == short.casefold() and letters > 2:
        return words[-letters]  # every letter begins a word: 'Patient Participation Group (PPG)'
    place = _aligned(text[words[0] : end].rstrip(), short)
    start = words[0] + place
    return start if place >= 0 and len(text[start:end].split()) > 1 else -1


def _aligned(long: str, short: str) -> int:
    """Return where in ``long`` the first letter of ``short`` stands when all are aligned from the right, or -1."""
    folded = long.casefold()
    place = len(folded)
    letters = [letter for letter in short.casefold() if letter.isalnum()]
    for index, letter in enumerate(reversed(letters)):
        place = folded.rfind(letter, 0, place)
        first = index == len(letters) - 1
        while first and place > 0 and (folded[place - 1].isalnum() or folded[place - 1] in "’'"):
            place = folded.rfind(letter, 0, place)
        if place < 0:
            return -1
    return place
