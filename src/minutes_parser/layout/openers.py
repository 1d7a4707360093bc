"""Where a sentence begins behind the words of a title: words that open one, and the subject before its verb."""

from __future__ import annotations

from minutes_parser import lazy
from minutes_parser.honorifics import COUNCILLORS, EVERYDAY
from minutes_parser.layout.names import HONORIFIC, ROLE

OPENER_WORDS = [
    *"The There This These It A An No None Nil After As At In On Following Upon That To Member Members Mr Mrs Ms Miss Dr Prof".split(),
    *"Monday Tuesday Wednesday Thursday Friday Saturday Sunday RESOLVED Resolved AGREED Agreed NOTED Noted Action ACTION Proposed".split(),
    *COUNCILLORS.split("|"),
]
OPENER = lazy.compile(rf"(?:{'|'.join(OPENER_WORDS)}|Cllrs?\.)\b")
"""Words with which a sentence opens but a heading rarely goes on."""

_SMALL = frozenset("of the and for from to in on at a an with by & or dated held - –".split())
_TITLED = lazy.compile(rf"{EVERYDAY}|The")
_COUNCILLOR = lazy.compile(rf"(?:{COUNCILLORS})\b")
_KINDS = {"Parish", "Town", "County", "Borough", "District", "City", "New", "Community"}
_MONTH = lazy.compile("January|February|March|April|May|June|July|August|September|October|November|December")
_DAY = lazy.compile(r"\d{1,2}/[01]?\d/(?:20)?\d\d")
"""A day in figures ends a title as one in words does; other numbers with a stroke go on: '16/0123/F The Old Barn'."""
TITLE = lazy.compile(rf"{HONORIFIC}\.?")


def in_brackets(text: str, start: int, end: int) -> bool:
    """Whether a bracket is open behind the words of the slice: 'Agenda (N 211)'."""
    return text.rfind("(", start, end) > text.rfind(")", start, end)


def refers(text: str, word: tuple[int, int]) -> bool:
    """Whether the word before a number makes it a reference: 'Item 5.2', 'minute 7'."""
    return text[slice(*word)].lower().strip("(.") in (
        "item",
        "items",
        "minute",
        "para",
        "paragraph",
        "section",
        "no",
        "ref",
        "point",
        "page",
        "resolution",
        "ordinance",
        "bill",
        "case",
        "motion",
        "on",
        "dated",
        "from",
    )


NUMBERS = ("No.", "Nos.", "no.", "nos.", "No", "#")
"""What stands before the number of a case, a bill or a well."""
_OF_ACTIONS = frozenset("items item points point list log register summary table tracker plan review".split())
"""With these, 'Action' names a list: 'Previous Action Items'."""


def opens_sentence(text: str, words: list[tuple[int, int]], index: int) -> bool:
    """Whether the word, which has a capital, is one that opens a sentence, behind words that can end a title."""
    word = text[words[index][0] : words[index][1]]
    before = text[words[index - 1][0] : words[index - 1][1]]
    if (
        not OPENER.match(word)
        or before.lower() in _SMALL
        or before[-1] in ",;/&("
        or (before[0].isdecimal() and "/" in before and not _DAY.fullmatch(before))
    ):
        return False
    after = text[words[index + 1][0]] if index + 1 < len(words) else ""
    if _COUNCILLOR.match(word) or word in ("Mr", "Mrs", "Ms", "Miss", "Dr", "Prof"):
        return after.isupper() and before not in _KINDS
    if word in ("Action", "ACTION"):
        lists = index + 1 < len(words) and text[slice(*words[index + 1])].lower().rstrip(":") in _OF_ACTIONS
        return after.isupper() and not lists  # 'Outstanding Action points'
    return (
        after.islower()
        or (after.isdigit() and word not in NUMBERS)
        or word.endswith("day")
        or (word == "The" and after.isupper())
    )


def _is_role(text: str, start: int, end: int) -> bool:
    return ROLE.fullmatch(text, start, end) is not None and text[start:end].lower() not in ("minutes", "notes")


def before_subject(text: str, words: list[tuple[int, int]], verb: int) -> int | None:
    """Return the end of the title that stands before the subject of the verb; -1 where the subject begins the line, so
    that it is a sentence; None where the word is no verb of a sentence.
    """
    first = verb
    if text[words[first - 1][0]] == "(":
        verb = first = first - 1
    while first > 0 and verb - first < 2 and text[words[first - 1][0]].isupper():
        first -= 1
    if first > 0 and (TITLE.fullmatch(text, *words[first - 1]) or _is_role(text, *words[first - 1])):
        first -= 1
    if first == verb and verb > 2 and text[words[verb - 2][0]].isupper() and text[words[verb - 3][0]].islower():
        first = verb - 2
    if first and _TITLED.fullmatch(text, *words[first - 1]):
        first -= 1  # 'Cllr Ann Bell asked'
    if first == 0 or (verb == first + 1 and text[words[first][1] - 1] == ","):
        return -1  # '..., held on 6 June, were agreed': the line's first words are the subject
    if text[words[first - 1][0]] in "-–—" and first > 1:
        return words[first - 2][1]
    if text[slice(*words[0])] in ("A", "An") and text[words[1][0]].islower():
        return -1  # 'A tenant of the Mill had complained'
    word = text[words[first - 1][0] : words[first - 1][1]]
    if word.isdecimal() and _MONTH.fullmatch(text, *words[first]):
        return -1  # 'The accounts to 31 March were received'
    if first == verb or word.lower() in _SMALL or word[-1] in ",;":
        return None
    return words[first - 1][1]
