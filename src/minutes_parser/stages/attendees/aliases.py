"""Other forms by which a text calls its people: 'the Chief', 'Mr Bloggs', a first name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from minutes_parser import lazy
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
_BELOW = lazy.compile(r"(?i)\b(?:deputy|assistant|vice|acting|co)\b")


def aliases_in(text: str, start: int, entries: Sequence[Entry]) -> list[list[str]]:
    """Return, for each entry, the forms that occur in the text from ``start`` on and mean this person alone."""
    roles = [
        set(entry.role.lower().split()) if entry.role and not _BELOW.search(entry.role) else () for entry in entries
    ]
    called = Counter(word for words in roles for word in words)
    return [
        [form for form in _forms(entry, [word for word in _SHORT if word.lower() in words and called[word.lower()] == 1])
         if text.find(form, start) >= 0]
        for entry, words in zip(entries, roles, strict=True)
    ]  # fmt: skip


def _forms(entry: Entry, roles: Sequence[str]) -> list[str]:
    """Return what a text may call a person who alone has each of these short roles."""
    forms = [entry.handle] if entry.handle else []
    forms += [f"the {word}" for word in roles]
    if entry.honorific and " " in entry.name:
        forms.append(f"{entry.honorific} {entry.name.split()[-1]}")
    return forms
