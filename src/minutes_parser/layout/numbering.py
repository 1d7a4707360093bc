"""Numbers at the head of a block, and the sequences they form.

A numbered list item looks like a heading; what tells them apart is the sequence: a heading's number follows the one
before it, all through the document. So numbers are collected first and chained after.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from minutes_parser import lazy
from minutes_parser.readers.ordinals import to_roman

Style = Literal["decimal", "dotted", "slash", "reference", "letter", "roman", "capital", "ROMAN", "item"]

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_GAP = 6
"""Numbers that clerks leave out in a row: items withdrawn from the agenda keep their number."""
_HIGH = 100
"""A number from here on that stands twice is a slip of who counts all items of the years; a lower one is more often that of a list."""

_PATTERN = lazy.compile(
    r"""(?:
      (?:(?i:agenda[ ](?:items?|point|topic)|agenda|agendum|items?|minute|min\.|topic|top|point|section|n[or]\.)(?i:[ ]no\.?|[ ]number)?[ ]{1,2}\#?|§[ ]?)
        (?P<item>(?!(?:19|20)\d\d)\d{4}(?=[ ]?[:.])|\d{1,3}(?:[a-z]|[ ]?(?:&|and|-|–)[ ]?\d{1,3}(?=[ ]?[:.)]))?|[IVX]{1,5}(?=[ ]?[:.)\-–])|(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=[ ]?[:.)\-–]))
        (?![./]?\d)(?:[ ]?[:.)\-–][ ]*|[ ]+(?=[A-Z])|[ ]*$)                                      # Item 4:
    | (?P<reference>(?!AP|AI|Q[ ]?\d{1,2}\b)(?:[A-P][.\-](?=\d{1,2}[.):]?\s)|[A-Z]{1,3}\.(?=\d{2,3}[.):]?\s)|[A-Z]{1,5}(?:[ ]?\(\d{1,3}\)|[ /]?)(?=\d))\d{1,4}(?:[./\-]\w{1,4}){0,2})[.:]?(?:[ \t]+|$)  # TB(5)2, C 12/23
    | (?P<monthly>(?:19|20)?\d{2}(?:0[1-9]|1[0-2])[./\-]\d{2,3})[.:]?(?:[ \t]*[\-–](?=[ ]))?(?:[ \t]+|$)                  # 2307.01: of July 2023
    | (?:(?i:agenda[ ])?(?i:item)[ ])?\(?(?P<slash>\d{1,4}/\d{2,4}(?:[./]\d{1,2})?)[.):]?(?:[ \t]*[\-–](?=[ ]))?(?:[ \t]+|$|(?=[A-Z][a-z]))                  # 128/17
    | (?:(?i:agenda[ ])?(?i:item)[ ](?i:no\.?[ ])?)?(?P<dotted>\d{1,3}(?:(?:[.\-]\d{1,3}){1,3}|:\d{1,2}(?=[.)])))[.):]?(?:[ \t]*[\-–](?=[ ]))?(?:[ \t]+|$|(?=[A-Z][a-z]))                  # 2.1  1-1-2
    | (?P<lettered>\d{1,2}(?:\.[a-z]|[ ]?\([a-zA-Z]\)|[a-zA-Z](?=[.):])|\.[A-Z](?=[.):])))[.):]?[ \t]+                  # 2a.  2.a  2(a)  2.A.
    | (?P<decimal>\d{1,3}|(?!19|20)\d{4}(?=(?:[.):]|[ ][\-–])?[ \t]+[A-Z]))(?:(?P<stop>\.\)|\.-(?=[ ])|[º°]\.?|[ ]?\|(?=[ ])|[.):](?!\d)|/(?=[ \t]+[A-Z])|[ ]?[\-–](?=[ ])|[ ]/(?=[ ][A-Z]))[ \t]*|[ \t]+|(?=$))      # 1.  1)  1 -  1
    | (?:\((?=\d{1,3}\))|\[(?=\d{1,2}\][ \t]+[A-Z])|\#(?=\d{1,2}[.:)]?[ \t]+[A-Z]))(?P<bracketed>\d{1,3})[)\].:]?[ \t]+
    | \(?(?P<roman>[ivxl]{1,5})(?P<stop2>[.)])[ \t]+
    | \(?(?P<ROMAN>[IVXL]{1,5})(?P<stop3>[.):]|[ ][\-–](?=[ ]))[ \t]+
    | \(?(?P<letter>[a-z])(?P<stop4>[.)]|(?<=[a-p]):)[ \t]+
    | (?P<capital>[A-PR-Z])(?P<stop5>[.)])[ \t]+
    )(?=\S|$)""",
    re.VERBOSE,
)


_OPENINGS = frozenset(
    [
        "ſe",
        "it",
        "It",
        "to",
        "To",
        "po",
        "Po",
        "se",
        "Se",
        "no",
        "No",
        "nr",
        "Nr",
        "ag",
        "Ag",
        "mi",
        "Mi",
        "mı",
        "Mı",
        *(a + b for a in "ivxl" for b in "ivxl"),
    ]
)
"""Two letters, the second a small one, with which a number may begin: 'Item', 'Agenda item', 'Point', a Roman numeral.
A pattern that ignores case takes 'ı' for an i, 'ſ' for an s."""
_COUNTS = lazy.compile(
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December|st|nd|rd|th)\b|[a-z](?![A-Z])|[%£$])"
)
"""What follows a number that counts or dates and numbers nothing: '14 May', '3 members', '13 th meeting'; not '4 iPads'."""


_HOUR = lazy.compile(r"(?i)(?:[ap]\.?[ ]?m\b|hrs\b|hours\b|o['’]clock\b)")
"""What follows the time of a day: '9.00 pm'."""
_HOUR_OPENINGS = "aApPhHoO"


_ACTS = lazy.compile(
    r"(?:(?:approv|resolv|authori[sz]|endors|decid|invit|not)es|(?:recommend|instruct|request|confirm|thank|accept|adopt|appoint|ask|direct)s"
    r"|agrees|expresses|will|has)[ ]"
)
"""What follows the name of a body that looks like a number: 'WG7 approves the draft'."""


class Number(NamedTuple):
    """A number at the head of a block."""

    text: str
    """As written, without trailing dot or brackets."""
    style: Style
    value: tuple[int, ...]
    """Its parts as integers, the running one first as far as a number alone tells."""
    prefix: str
    """What numbers of one sequence share: the year of '128/17', the letters of 'FGB 01/2021'."""
    end: int
    """Offset behind the number, its dot and the white space."""
    bare: bool = False
    """Neither dot nor bracket follows."""
    closed: bool = False
    """A bracket follows: '1)', '(1)'."""


def number_at(text: str, start: int, end: int) -> Number | None:
    """Return the number that ``text`` begins with at ``start``, or None."""
    opening = text[start : start + 2]
    if opening.isalpha() and opening[-1].islower() and opening not in _OPENINGS:
        return None
    match = _PATTERN.match(text, start, end)
    if not match:
        return None
    after = match.end()
    if text[after : after + 1] in _HOUR_OPENINGS and _HOUR.match(text, after, end):
        return None
    if decimal := match["decimal"]:
        if not match["stop"] and _COUNTS.match(text, after, end):
            return None
        stop = match["stop"]
        return Number(
            decimal, "decimal", (int(decimal),), "", after, bare=not stop, closed=bool(stop) and stop[0] == ")"
        )
    if bracketed := match["bracketed"]:
        return Number(
            bracketed,
            "decimal",
            (int(bracketed),),
            opening[0] if opening[0] in "#[" else "",
            after,
            closed=opening[0] == "(",
        )
    if dotted := match["dotted"]:
        if dotted.endswith(".0") and dotted[:-2].isdecimal():
            return Number(dotted, "decimal", (int(dotted[:-2]),), "", after)
        return Number(
            dotted, "dotted", tuple(map(int, dotted.replace("-", ".").replace(":", ".").split("."))), "", after
        )
    if lettered := match["lettered"]:
        letter = next(character for character in lettered if character.isalpha())
        return Number(lettered, "dotted", (int(re.match(r"\d+", lettered)[0]), ord(letter.lower()[0]) - 96), "", after)  # type: ignore[index]
    if item := match["item"]:
        return Number(item, "item", (_item_value(item),), "", after)
    if reference := match["reference"]:
        return None if _ACTS.match(text, after, end) else _reference(reference, after)
    if monthly := match["monthly"]:
        month, running = re.split(r"[./\-]", monthly)
        return Number(monthly, "slash", (int(running), int(month)), f"{month}/", after)
    if slash := match["slash"]:
        return _slash(slash, after)
    if (roman := match["roman"]) and (value := roman_value(roman)):
        return Number(roman, "roman", (value,), "", after)
    if (roman := match["ROMAN"]) and (value := roman_value(roman.lower())):
        return Number(roman, "ROMAN", (value,), "", after)
    if letter := match["letter"]:
        return Number(letter, "letter", (ord(letter) - 96,), "", after)
    if capital := match["capital"]:
        return Number(capital, "capital", (ord(capital) - 64,), "", after)
    return None


_WORDS = "one two three four five six seven eight nine ten eleven twelve".split()


def _item_value(text: str) -> int:
    """Return the value of an item's number: '4', '4a', 'IV', 'Four'."""
    if digits := re.match(r"\d+", text):
        return int(digits[0])
    low = text.lower()
    return _WORDS.index(low) + 1 if low in _WORDS else roman_value(low)


def _reference(text: str, end: int) -> Number | None:
    """Read 'FGB 01/2021', 'GB/2021/01', 'TB(5)3.ii', 'C12.3': letters, a number and often a second one.

    Which of the two runs on, only the others can say.
    """
    match = re.match(r"([A-Z]{1,5}(?:[ ]?\(\d{1,3}\)|[ /.\-]?))(\d{1,4})(?:[./\-](\d{2,4}))?(?:[./\-](\d{1,4}))?", text)
    if not match:
        return None
    return Number(text, "reference", tuple(int(part) for part in match.groups()[1:] if part), match[1], end)


def _slash(text: str, end: int) -> Number:
    """Read '128/17' (running number, then year) and '2017/128' (year, then running number)."""
    parts = [int(part) for part in re.split(r"[/.]", text)]
    year_first = 1990 <= parts[0] <= 2100 and parts[1] != parts[0] + 1
    running, year = (parts[1], parts[0]) if year_first else (parts[0], parts[1])
    return Number(text, "slash", (running, year, *parts[2:]), f"/{year}", end)


def roman_value(text: str) -> int:
    """Return the value of a lower-case Roman numeral below 90, or 0 where it is none."""
    values = [_ROMAN.get(letter, 0) for letter in text]
    total = sum(-v if any(w > v for w in values[i + 1 : i + 2]) else v for i, v in enumerate(values))
    return total if values and all(values) and to_roman(total) == text else 0


def best_chain(values: Sequence[int], weights: Sequence[float], *, from_one: bool) -> list[int]:
    """Return the indexes of the sequence of rising numbers that carries the most text.

    ``weights`` say how much text stands under each number. A step of one counts fully, a gap of up to six less, and a
    number that stands twice least. With ``from_one`` a sequence that begins with 1 is preferred. One pass, so the time
    is linear in the number of values.
    """
    best: dict[int, tuple[float, int]] = {}
    back: list[int] = [-1] * len(values)
    scores: list[float] = [0.0] * len(values)
    for index, (value, weight) in enumerate(zip(values, weights, strict=True)):
        score, previous = (1.0 if value == 1 or not from_one else 0.2), -1
        for step in range(1 if value == 1 else 0, _GAP + 1):
            if value - step in best:
                bonus = (-0.5 if value < _HIGH else 0.5) if step == 0 else 1.0 if step == 1 else 0.5
                total = best[value - step][0] + bonus
                if total > score:
                    score, previous = total, best[value - step][1]
        scores[index], back[index] = score + weight, previous
        if value not in best or scores[index] >= best[value][0]:
            best[value] = (scores[index], index)
    if not scores:
        return []
    index = max(range(len(scores)), key=lambda i: scores[i])
    chain: list[int] = []
    while index >= 0:
        chain.append(index)
        index = back[index]
    return chain[::-1]
