"""An abbreviation is used and nowhere expanded.

Why: a reader outside the body, or in ten years, cannot know what it stands for.

Bad:

    The HSP was adopted.

Good:

    The Harbour Safety Plan (HSP) was adopted.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from minutes_parser.models import Severity, Span
from minutes_parser.rules.capitals import COMMON
from minutes_parser.rules.subject import Fault, Subject

SEVERITY: Severity = "info"

_TERM = re.compile(r"(?<![\w&/.@#-])(?:[A-Z]{2,6}|[A-Z][a-z]?[A-Z]{1,4})(?=s?(?![\w&@-]|/\w|\.\w))")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 200
"""Characters of a name or a role that are looked at."""
_NAME_WORD = r"[A-Z][\w’']{0,30}+"
_CAPITALISED = re.compile(rf"\b{_NAME_WORD}(?:\s(?:(?:of|to|the|and|for|in|on|&)\s){{0,2}}{_NAME_WORD}){{1,9}}+")
_NUMERAL = re.compile(r"[IVXLC]+")
_SHOUTED = re.compile(r"[A-Z]{2,}\W+[A-Z]{2,}")
"""Words in capitals side by side: a heading or a stressed word such as RESOLVED, not a short form."""

_SPEAKS = re.compile(
    r" (?:said|asked|noted|reported|confirmed|agreed|suggested|explained|advised|thanked|proposed|seconded|raised|felt|queried|"
    r"wondered|replied|answered|added|stated|offered|volunteered)\b"
)
_LEADS = re.compile(r":(?!\S)| to (?!be\b)[a-z]+\b")
"""Behind letters with which a paragraph begins, as behind a name: 'AB: it is late', 'AB to write'."""


def check(subject: Subject) -> Iterator[Fault]:
    """Report each term once, where it is first used."""
    known = {abbreviation.term.rstrip("s") for abbreviation in subject.minutes.abbreviations} | COMMON
    spelled = _spelled(subject)
    for person in subject.minutes.attendees:
        known |= {person.abbreviation or "", *person.aliases, _initials(person.name), *_TERM.findall(person.role or "")}
    for text, span in subject.written():
        if text.isupper() or _SHOUTED.search(text):
            continue
        for match in _TERM.finditer(text):
            term = match[0]
            if _SPEAKS.match(text, match.end()) or (match.start() == 0 and _LEADS.match(text, match.end())):
                known.add(term)  # somebody's initials
            if term not in known and term.casefold() not in spelled and not _NUMERAL.fullmatch(term):
                known.add(term)
                yield Fault(f"'{term}' is nowhere expanded.", _place(subject, term, span))


def _spelled(subject: Subject) -> set[str]:
    """Return the initials of what roles and affiliations spell out, and of capitalised words in a row anywhere.

    'Quay and Harbour Committee' gives qahc, qhc and what is in a row within them.
    """
    minutes = subject.minutes
    phrases = [phrase for person in minutes.attendees for phrase in (person.role, person.organisation) if phrase]
    texts = [subject.text] if subject.text else [text for text, _ in subject.written()]
    found = set()
    for phrase in itertools.chain(phrases, (run[0] for text in texts for run in _CAPITALISED.finditer(text))):
        words = _WORD.findall(phrase[:_LONGEST])
        for letters in ("".join(word[0] for word in words), "".join(word[0] for word in words if word[0].isupper())):
            low = letters.casefold()
            found |= {low[start : start + size] for size in range(2, 7) for start in range(len(low) - size + 1)}
    return found


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split())


def _place(subject: Subject, term: str, block: Span) -> Span:
    """Return where the term stands in the block, or the block where the text is not known."""
    found = re.compile(rf"(?<!\w){term}").search(subject.text, block.start, block.end) if subject.text else None
    return Span(start=found.start(), end=found.end()) if found else block
