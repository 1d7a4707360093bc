"""Other forms by which a text calls its people: 'the Chief', 'Mr Bloggs', a first name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes_parser.stages.attendees.entry import Entry

_SHORT = (
    "Commissioner",
    "Chair",
    "Chairman",
    "Clerk",
    "Secretary",
    "Treasurer",
    "Headteacher",
    "President",
    "Director",
    "Chief",
)
_BELOW = re.compile(r"(?i)\b(?:deputy|assistant|vice|acting|co)\b")


def aliases_in(text: str, start: int, entry: Entry, entries: Sequence[Entry]) -> list[str]:
    """Return the forms that occur in the text from ``start`` on and mean this person alone."""
    return [form for form in _forms(entry, entries) if text.find(form, start) >= 0]


def _forms(entry: Entry, entries: Sequence[Entry]) -> list[str]:
    forms = [entry.handle] if entry.handle else []
    if entry.role and not _BELOW.search(entry.role):
        for word in _SHORT:
            alone = [
                e for e in entries if e.role and word.lower() in e.role.lower().split() and not _BELOW.search(e.role)
            ]
            if len(alone) == 1 and alone[0] is entry:
                forms.append(f"the {word}")
    if entry.honorific and " " in entry.name:
        forms.append(f"{entry.honorific} {entry.name.split()[-1]}")
    return forms
