"""An abbreviation is used and nowhere expanded.

Why: a reader outside the body, or in ten years, cannot know what it stands for.

Bad:

    The HSP was adopted.

Good:

    The Harbour Safety Plan (HSP) was adopted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_parser.models import Severity, Span
from minutes_parser.rules.capitals import COMMON
from minutes_parser.rules.subject import Fault, Subject

SEVERITY: Severity = "info"

_TERM = re.compile(r"(?<![\w&/.@#-])(?:[A-Z]{2,6}|[A-Z][a-z]?[A-Z]{1,4})(?=s?(?![\w&@-]|/\w|\.\w))")
_NUMERAL = re.compile(r"[IVXLC]+")
_SHOUTED = re.compile(r"[A-Z]{2,}\W+[A-Z]{2,}")
"""Words in capitals side by side: a heading or a stressed word such as RESOLVED, not a short form."""


def check(subject: Subject) -> Iterator[Fault]:
    """Report each term once, where it is first used."""
    known = {abbreviation.term.rstrip("s") for abbreviation in subject.minutes.abbreviations} | COMMON
    for person in subject.minutes.attendees:
        known |= {person.abbreviation or "", *person.aliases, _initials(person.name), *_TERM.findall(person.role or "")}
    for text, span in subject.written():
        if text.isupper() or _SHOUTED.search(text):
            continue
        for match in _TERM.finditer(text):
            term = match[0]
            if term not in known and not _NUMERAL.fullmatch(term):
                known.add(term)
                yield Fault(f"'{term}' is nowhere expanded.", _place(subject, term, span))


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split())


def _place(subject: Subject, term: str, block: Span) -> Span:
    """Return where the term stands in the block, or the block where the text is not known."""
    found = re.compile(rf"(?<!\w){term}").search(subject.text, block.start, block.end) if subject.text else None
    return Span(start=found.start(), end=found.end()) if found else block
