"""The short forms by which the minutes call people: introduced in brackets, or initials that the text uses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from minutes_parser import lazy
from minutes_parser.layout.generations import without_generation
from minutes_parser.layout.names import ROLE, initials
from minutes_parser.source import Source
from minutes_parser.stages.attendees.entry import Entry

_INTRODUCED = lazy.compile(r"\(([A-Z][A-Za-z]{1,4})\)")
_NAME_BEFORE = lazy.compile(r"(?:[A-Z][\w’'.\-]{0,20} ){2,4}$")
_USED = lazy.compile(
    r"(?<![\w@#.\-])(?<![^A-Z]/)([A-Z]{2,4})(?=:[ ]|/[A-Z]{2}\b|[ ]*$|[)\]][.;]?[ ]*$|(?:(?<=\([A-Z]{2})|(?<=\([A-Z]{3}))\)[ ][a-z]{3}|"
    r"[ ]+(?:and [A-Z]{2,4}\b|to [a-z]|(?:said|asked|reported|noted|agreed|advised|will|has|had|was|is|would|suggested|proposed|explained|"
    r"confirmed|thanked|stated|queried|updated|presented|pointed|felt|thought|raised|questioned|gave|declared|informed|welcomed|provided|"
    r"offered|outlined|introduced|highlighted|responded|replied|added|commented|described|opened|closed|apologised|undertook|requested|"
    r"moved|seconded|expressed|shared|circulated|also|then|further)\b))",
    re.MULTILINE,
)
"""Two to four capitals used as a person is: before a verb, in a bracket before one, a colon, 'to do', another's initials, or at a line's end."""
_LETTERS = lazy.compile(r"[A-Z]{2,4}")
_ALONE = lazy.compile(r"\s*[A-Z]{2,4}(?:(?:\s?[/,&;+]\s?|\s+and\s+|\s+)[A-Z]{2,4}){0,5}\s*")
_OWNERS = 30
"""Characters of the longest cell that can name owners by their initials alone."""
_SURNAME = 4
"""Letters from which on a name in capitals may be a surname."""
_COMMON = set(
    "GM MD VP AGM EGM AOB AOCB IT UK US USA EU UN TV PC VAT PR HR IP ID OK AM PM NB PS TBC TBA TBD FAQ CEO CFO PDF URL API CCTV BBC GP NHS DIY PE RE SEN PTA".split()
)
_ROLE_LETTERS = {
    "headteacher": "HT",
    "head teacher": "HT",
    "deputy headteacher": "DHT",
    "chief executive": "CEO",
    "vice chair": "VC",
}


def give_shorts(source: Source, start: int, entries: Sequence[Entry]) -> None:
    """Give each entry without a short form the one that the text from ``start`` on uses for it alone."""
    text = source.text
    _introduced(text, start, entries)
    unsettled = [entry for entry in entries if not entry.short or _is_word(entry.short)]
    if not unsettled:
        return
    initialled = {entry.name: initials(entry.name) for entry in entries}
    accented = {entry.name: initials(entry.name, accents=True) for entry in unsettled if not entry.name.isascii()}
    possible = {initialled[entry.name] for entry in unsettled} | {_role_letters(entry) for entry in unsettled}
    used = _uses(source, start, possible.union(accented.values()))
    initialled |= {name: letters for name, letters in accented.items() if used[letters] > used[initialled[name]]}
    taken = {entry.short for entry in entries if entry.short}
    own = Counter(initialled[entry.name] for entry in _people(entries))
    for entry in unsettled:
        letters = initialled[entry.name]
        role = _role_letters(entry)
        if entry.short and re.search(rf"(?i)\b{re.escape(entry.short)}\b", text[start:]):
            continue
        entry.short = None
        fits = len(letters) > 1 and own[letters] == 1 and used[letters] and letters not in taken
        if fits and (letters not in _COMMON or used[letters] > 2):
            entry.short = letters
        elif role and used[role] and sum(1 for other in entries if _role_letters(other) == role) == 1:
            entry.short = role
        elif entry.name == letters and (len(letters) < _SURNAME or used[letters]):
            entry.short = letters


def _role_letters(entry: Entry) -> str:
    return _ROLE_LETTERS.get(entry.role.lower(), "") if entry.role else ""


def _is_word(short: str) -> bool:
    """Whether a short form is written as a plain word is, so that it counts only where the text uses it."""
    return len(short) > 1 and (short.islower() or short.istitle())


def _uses(source: Source, start: int, short: set[str]) -> Counter[str]:
    """Count how often the text uses each of the short forms, someone's initials or the letters of a role, as a person."""
    text, used = source.text, _in_cells(source, start)
    for letters in short:
        stands = len(letters) > 1 and (letters.lower() in source.words or not letters.isascii())
        place = text.find(letters, start) if stands else -1
        while place >= 0:
            found = _USED.match(text, place)
            used[letters] += bool(found and found[1] == letters)
            place = text.find(letters, place + 1)
    return used


def _in_cells(source: Source, start: int) -> Counter[str]:
    """Count the letters that fill a cell of a table by themselves, as owners do: 'AB', 'AB/CD', 'AB and CD'."""
    used = Counter[str]()
    for line in source.lines:
        if not line.cells or line.start < start:
            continue
        for a, b in line.cells:
            if (
                b - a <= _OWNERS
                and (letters := _LETTERS.findall(source.text, a, b))
                and _ALONE.fullmatch(source.text, a, b)
            ):
                used.update(letters)
    return used


def _people(entries: Sequence[Entry]) -> list[Entry]:
    """Return one entry of each person."""
    return list({entry.name.casefold(): entry for entry in entries}.values())


def _introduced(text: str, start: int, entries: Sequence[Entry]) -> None:
    """Take short forms from 'Jo Bloggs (JB) said'."""
    surnames = {without_generation(entry.name).split()[-1] for entry in entries}
    for match in _INTRODUCED.finditer(text, start):
        begin = max(start, match.start() - 60)
        if surnames.isdisjoint(text[begin : match.start()].rsplit(None, 1)[-1:]):
            continue
        before = _NAME_BEFORE.search(text, begin, match.start())
        if not before:
            continue
        words, short = before[0].split(), match[1]
        same = [entry for entry in entries if entry.name.split()[-1] == words[-1] and entry.name[0] == words[-2][0]]
        if len(_people(same)) == 1 and short[0] == same[0].name[0] and not ROLE.fullmatch(short):
            for entry in same:
                entry.short = entry.short or short
