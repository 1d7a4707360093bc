"""Whether certain letters stand in a stretch of a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from minutes_parser.source import Source

LOWER_IS_ASCII = ("İ", "\u212a")
"""The only letters beyond ASCII whose lower case is ASCII: the dotted I, and the sign for kelvin."""
_RARE = ("q", "k", "want", "sed", "nder", "")
"""What strings may have in common that few sentences hold; nothing, for those that have none of it."""


def by_rarity(strings: Iterable[str]) -> tuple[tuple[str, Sequence[str]], ...]:
    """Return the strings, in lower case, by what is rare in them: where it is missing they need not be sought."""
    found: dict[str, list[str]] = {}
    for string in strings:
        found.setdefault(next(rare for rare in _RARE if rare in string), []).append(string)
    return tuple(found.items())


class Cues:
    """Some strings, to be looked for in stretches of a text, letters' case aside."""

    def __init__(self, source: Source, mark: str, strings: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Keep the ``mark``, which is no letter, and the ``strings`` of letters and spaces ``by_rarity``."""
        self._text, self._low = source.text, _lower(source)
        self._mark, self._strings = mark, strings

    def within(self, start: int, end: int) -> bool:
        """Whether one of them stands between the two offsets."""
        said = self._low[start:end]
        for rare, strings in self._strings:
            if rare in said and any(map(said.__contains__, strings)):
                return True
        return self._text.find(self._mark, start, end) >= 0


def lowers_plainly(source: Source) -> bool:
    """Whether the text in lower case has no ASCII letters but those that ``source.low`` has, too."""
    return not any(letter in source.beyond for letter in LOWER_IS_ASCII)


def _lower(source: Source) -> str:
    """Return the text in lower case, as long as it was; of letters beyond ASCII nothing needs to be told."""
    return source.low if lowers_plainly(source) else source.text.replace("İ", "I").lower()
