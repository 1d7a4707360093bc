"""People in one line whom no comma sets apart: logins, nicknames and names that a list counts."""

from __future__ import annotations

from minutes_parser import lazy
from minutes_parser.layout.slices import between
from minutes_parser.stages.attendees.cuts import is_full

_COUNT = lazy.compile(r"[,;\s]{0,20}\(?\b\d{1,2}[.)][ ]?(?=[A-Z])")
_HANDLES = lazy.compile(r"@[\w.-]{1,38}(?:[ ]+@[\w.-]{1,38}){1,60}")
_CAMEL = lazy.compile(r"[A-Z]{0,3}[a-z]+[A-Z]+[a-z]*")
"""'NickB', 'SKotM': how people of one first name tell themselves apart."""
_TOKEN = lazy.compile(r"\S+")


def counted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the people of a line that numbers them: '1. Ann Bell 2. Bob Day, 3. Cy Dale'; nothing for another line."""
    if not text.startswith(("1.", "1)", "(1)"), start, end):
        return []
    people = between(_COUNT, text, start, end)
    return people if len(people) > 1 and all(is_full(text, *place) for place in people) else []


def handles(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the logins of a line of nothing else: '@ann @bob'."""
    if text[start : start + 1] != "@" or not _HANDLES.fullmatch(text, start, end):
        return []
    return [match.span() for match in _TOKEN.finditer(text, start, end)]


def nicknames(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the people of a list that is set off by spaces alone: 'SKotM NickB StuartM Jo'; nothing where it is none."""
    if text.find(",", start, end) >= 0 or text.find(";", start, end) >= 0:
        return []
    tokens = [match.span() for match in _TOKEN.finditer(text, start, end)]
    camel = sum(1 for token in tokens if _CAMEL.fullmatch(text, *token))
    plain = all(text[a].isupper() and text[a:b].isalpha() for a, b in tokens)
    return tokens if plain and len(tokens) > 2 and camel * 2 > len(tokens) else []
