"""Terms that the document itself expands: 'Tide Gauge Office (TGO)', 'TGO (Tide Gauge Office)', 'TGO: Tide Gauge Office'.

The letters are aligned from the right, as Schwartz and Hearst do ("A simple algorithm for identifying abbreviation
definitions in biomedical text", 2003): each letter of the short form must stand in the long form, in order, the first
one at the beginning of a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from minutes_parser import lazy
from minutes_parser.layout.outline import Outline
from minutes_parser.models import Abbreviation, Attendee, abbreviations_of
from minutes_parser.source import Source

_BRACKET = lazy.compile(r"\(([^()\n]{2,120})\)")
_SHORT = lazy.compile(r"(?=[^ ]*[A-Z])(?:[A-Za-z][A-Za-z0-9&/.\-]{1,9})")
_LAST_WORD = lazy.compile(r"([A-Z][A-Za-z0-9&/.\-]{1,9})[ ]?$")
_GLOSSARY = lazy.compile(r"[ \t•*\-]*([A-Z][A-Za-z0-9&]{1,8})[ \t]*(?:=|[–-](?=[ ])|:)[ \t]+([A-Z][^\n.;:]{4,90})\Z")
_EQUALS = lazy.compile(r"(?<![\w/])([A-Z][A-Za-z0-9&/]{1,8})[\"”]? (?:=|stands for|denotes) ([A-Za-z][^\n.;:()]{4,90})")
"""Within a text: 'NTA = National Tide Association, a charity', 'NTA stands for National Tide Association'."""
_NAMES_IT = lazy.compile(
    r", (?<=[A-Z]{3}, )(?:[Tt]he |an? )?((?:[A-Za-z][\w’'&-]{0,24}[ \n]){1,12}[A-Za-z][\w’'&-]{1,24})"
)
"""Set off by a comma: 'NTA, the National Tide Association'."""
_SMALL = frozenset("of for and the in to on a an".split())
"""Words of an expansion whose first letters the short form leaves out."""
_NO_TERM = frozenset("ALL TBC TBA TBD TBCA NONE DNA".split())
"""Words in capitals that close a line in brackets and stand for nothing: '(ALL)' is who does it."""
_PERSON = lazy.compile(r"[A-Z][a-z’'-]+\s+[A-Z][A-Za-z’'-]+\s*")
_SPEAKS = lazy.compile(
    r"\s+(?:[a-z]+ly\s+)?(?:said|asked|reported|noted|advised|explained|gave|spoke|told|asks|felt|thought|thanked|stated|confirmed)\b"
)
"""Behind a name and a bracket, these tell that it holds a speaker's initials."""
_BREAK = lazy.compile(r"[.;:!?()\t•\n](?:(?<!\n)|(?=[ \t]*(?:\n|[*-]|\d{1,3}[.)]))|(?<![^\n]{50}\n))")
"""Behind these an expansion begins at the earliest; the end of a long line parts no words, as text is wrapped there."""
_PLURAL = lazy.compile(r"[A-Z&]{2,8}s")
_ASIDE = lazy.compile(r"[,;]| - | – ")
"""Sets off what stands behind a short form within its bracket."""


def read(outline: Outline, attendees: Sequence[Attendee]) -> list[Abbreviation]:
    """Return each term at the first place that expands it, in document order; people's short forms are not among them."""
    known = {*_NO_TERM, *(attendee.abbreviation for attendee in attendees if attendee.abbreviation)}
    names = {attendee.name for attendee in attendees}
    found: dict[str, dict[str, object]] = {}
    for term, start, end, stop in sorted(_candidates(outline.source, known), key=lambda item: item[1]):
        if term in found:
            continue
        expansion = outline.source.fold(start, end)
        if expansion not in names:
            span = {"start": min(start, stop), "end": max(end, stop)}
            found[term] = {"term": term, "expansion": expansion, "span": span}
    return abbreviations_of(list(found.values()))


def _candidates(source: Source, known: AbstractSet[str]) -> Iterator[tuple[str, int, int, int]]:
    """Yield term, start and end of its expansion, and the far end of the term itself; terms that are ``known`` are none."""
    text = source.text
    for bracket in _BRACKET.finditer(text):
        inside = bracket[1]
        if not inside.isalnum():
            inside = _ASIDE.split(inside, 1)[0].strip(" “”\"'‘’")
        if _SHORT.fullmatch(inside) and _capitals(inside):
            term = _singular(inside)
            start = _expansion_before(text, bracket.start(), term) if term not in known else -1
            if start >= 0 and not (
                _SPEAKS.match(text, bracket.end()) and _PERSON.fullmatch(text, start, bracket.start())
            ):
                yield term, start, _behind_word(text, bracket.start()), bracket.end() - 1
        elif (
            (short := _short_before(text, bracket.start()))
            and (term := _singular(short[1])) not in known
            and _aligned(bracket[1], term) == 0
        ):
            yield term, bracket.start() + 1, bracket.end() - 1, short.start()
    yield from _in_words(source, known)
    for line in source.lines:
        if text[line.end - 1] in ".;:":
            continue  # no expansion ends so
        entry = _GLOSSARY.match(text, line.start, line.end)
        if entry is None or entry[1] in known or not _capitals(entry[1]):
            continue
        if _aligned(entry[2], entry[1]) == 0 and len(entry[2].split()) > 1:
            yield entry[1], entry.start(2), entry.end(2), entry.start(1)


def _in_words(source: Source, known: AbstractSet[str]) -> Iterator[tuple[str, int, int, int]]:
    """Yield what ``_candidates`` does where neither brackets nor a line of its own hold the expansion."""
    text = source.text
    if "stands" in source.words or "denotes" in source.words or ("=" in text and " = " in text):
        for entry in _EQUALS.finditer(text):
            long = entry[2].partition(",")[0]
            long = long if _aligned(long, entry[1]) == 0 else entry[2]
            if entry[1] not in known and _capitals(entry[1]) and " " in long and _aligned(long, entry[1]) == 0:
                yield entry[1], entry.start(2), entry.start(2) + len(long.rstrip()), entry.start(1)
    for named in _NAMES_IT.finditer(text):
        short = _short_before(text, named.start())
        if short and short[1] not in known and (length := _initials(named[1], short[1])):
            yield short[1], named.start(1), named.start(1) + length, short.start()


def _initials(long: str, short: str) -> int:
    """Return where the words end whose first letters the short form consists of; 0 where it does not."""
    end, letters = 0, short.casefold()
    for word in long.split():
        end = long.index(word, end) + len(word)
        if word[0].casefold() == letters[:1]:
            letters = letters[1:]
        elif word not in _SMALL:
            return 0
        if not letters:
            return end
    return 0


def _short_before(text: str, end: int) -> re.Match[str] | None:
    """Return the short form that ends at ``end``: 'TGO (Tide Gauge Office)'."""
    start = max(0, end - 12)
    short = _LAST_WORD.search(text, start, end) if _capitals(text[start:end]) else None
    return short if short and _capitals(short[1]) else None


def _behind_word(text: str, end: int) -> int:
    """Return ``end`` without the white space before it."""
    while end and text[end - 1].isspace():
        end -= 1
    return end


def _capitals(short: str) -> bool:
    """Whether it has two capitals, or one with a hyphen ('Q-cards'), and is no plain word."""
    if short.islower():
        return False
    if short.isupper() and short.isalpha() and short.isascii():
        return len(short) > 1
    capitals = sum(map(str.isupper, short))
    return capitals > 1 or (capitals == 1 and "-" in short)


def _singular(short: str) -> str:
    """Return 'ABC' for 'ABCs'."""
    return short[:-1] if short.endswith("s") and _PLURAL.fullmatch(short) else short


def _expansion_before(text: str, end: int, short: str) -> int:
    """Return where the expansion begins that ends at ``end``, or -1."""
    letters = len(short) if short.isalnum() else sum(map(str.isalnum, short))
    begin = _behind_break(text, max(0, end - 14 * (letters + 4)), end)
    words = text[begin:end].split()
    if not words:
        return -1
    if letters > 2 and "".join([word[0] for word in words[-letters:]]).casefold() == short.casefold():
        return _last_words(text, begin, end, letters)  # every letter begins one: 'Patient Participation Group (PPG)'
    first = _last_words(text, begin, end, min(letters + 5, 2 * letters))
    place = _aligned(text[first:end].rstrip(), short)
    start = first + place
    return start if place >= 0 and len(text[start:end].split()) > 1 else -1


def _behind_break(text: str, start: int, end: int) -> int:
    """Return where an expansion begins at the earliest: behind the last mark or line's end that parts words, or at ``start``."""
    for stop in _BREAK.finditer(text, start, end):
        start = stop.end()
    return start


def _last_words(text: str, start: int, end: int, count: int) -> int:
    """Return where the last ``count`` words of the slice begin, or all of them where they are fewer."""
    before, *words = text[start:end].rsplit(None, count)
    return text.index(words[0], start + len(before)) if len(words) == count else text.index(before, start)


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
