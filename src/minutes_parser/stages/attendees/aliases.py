"""Other forms by which a text calls its people: 'the Chief', 'Mr Bloggs', a first name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain

from minutes_parser import lazy
from minutes_parser.layout.generations import without_generation
from minutes_parser.stages.attendees.entry import Entry

_SHORT = {
    word.lower(): word
    for word in "Commissioner Chair Chairman Clerk Secretary Treasurer Headteacher President Director Chief".split()
}
_BELOW = lazy.compile(r"(?i)\b(?:deputy|assistant|vice|acting|co)\b")


def aliases_in(text: str, start: int, entries: Sequence[Entry]) -> list[list[str]]:
    """Return, for each entry, the forms that occur in the text from ``start`` on and mean this person alone."""
    roles = [_short_roles(entry.role) for entry in entries]
    called = Counter(chain.from_iterable(roles))
    return [
        [form for form in _forms(entry, [word for word in words if called[word] == 1])
         if text.find(form, start) >= 0]
        for entry, words in zip(entries, roles, strict=True)
    ]  # fmt: skip


def _short_roles(role: str | None) -> list[str]:
    """Return the words by which a text may call the holder of a role."""
    words = role.lower().split() if role else []
    if _SHORT.keys().isdisjoint(words) or _BELOW.search(role or ""):
        return []
    return [word for low, word in _SHORT.items() if low in words]


def _forms(entry: Entry, roles: Sequence[str]) -> list[str]:
    """Return what a text may call a person who alone has each of these short roles."""
    forms = [entry.handle] if entry.handle else []
    forms += [f"the {word}" for word in roles]
    if entry.honorific and " " in entry.name:
        forms.append(f"{entry.honorific} {without_generation(entry.name).split()[-1]}")
    return forms
