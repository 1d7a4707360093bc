"""Several speakers in one block: "Ann: is it open? Ben: not yet.", and lines under nicknames that stand close."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from minutes_parser import lazy

_NEXT = lazy.compile(
    r"(?:(?<=[.?!…)\"”])(?:[ \t]{1,3}|\n[ \t]{0,8})(?:\[(?P<bracket>[A-Z][\w .'’-]{1,24})\]|[*_]{0,2}(?P<name>@?[A-Z][\w.'’/-]{0,24}(?:[ \t][A-Z][\w.'’-]{0,24}){0,2})(?:,[ \t][A-Z][\w&.'’ -]{1,40})?[*_]{0,2}(?::[*_]{0,2}|[ \t](?:--|[-–—])))"
    r"|\n[ \t]{0,8}(?P<nick>[a-z][\w-]{1,15}):)[ \t]{1,4}(?=\S)"
)
_PUTS = lazy.compile(
    r"(?<=[.?!…)\"”])[ \t\n]{1,3}(?P<name>@?[A-Z][\w.'’/-]{0,24}(?:[ \t][A-Z][\w.'’-]{0,24}){0,2}):[ \t]{1,4}(?=[^.?!\n]{1,300}\?)"
)
"""Within a paragraph, behind what was told: "He needs a deck. Ms. Hill: Is there another place?"."""

_TITLE = 5
"""Characters of a title, whose full stop ends nothing: "Mrs. Hill: not yet"."""


def told_and_put(text: str, start: int, end: int, known: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """Yield ``text[start:end]``, which no label opens, up to where somebody of the ``known`` begins to ask under his own."""
    found = next((found for found in _PUTS.finditer(text, start, end) if known(found["name"])), None)
    if not found:
        yield start, end
        return
    yield start, found.start()
    yield from turns(text, found.start("name"), end, known)


def turns(text: str, start: int, end: int, known: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of ``text[start:end]``, which begins with a speaker's label, each with one label of the ``known``."""
    for found in _NEXT.finditer(text, start, end):
        group = found.lastgroup or "name"
        if (
            found.start() - start > _TITLE
            and not text.startswith(found[group], start + (text[start] == "["))
            and known(found[group])
        ):
            yield start, found.start()
            start = found.start(group) - (group == "bracket")
    yield start, end
