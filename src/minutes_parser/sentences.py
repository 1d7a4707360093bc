"""Sentences: where they begin and end, by rule.

A sentence ends at ``.``, ``!``, ``?`` or an ellipsis (with the quotes and brackets that close behind it) before
white space, unless what stands before the full stop is an abbreviation, an initial or a list number, or what follows
goes on in lower case. A blank line ends one too. Every character is looked at a bounded number of times.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_parser import lazy


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_LONG = 7
"""Letters in a row of which no abbreviation has so many."""

# Before a name or a number: never the end of a sentence.
_TITLES = _words(
    "mr mrs ms mx dr prof cllr cllrs clr coun rev revd hon sgt insp supt cpl capt col lt gen gov st fr sr messrs"
    " i.e e.g cf viz vs v ie eg approx prop sec"
)
# The same where they have a capital: "our rep. The" ends.
_RANKS = _words(
    "smt shri sri sh km kum sen rep reps ald asst assoc atty lieut maj ven mme mlle engr adv det const pres supv"
)
# Before a number only: "No. 5" goes on, "the answer was no. Members" does not.
_COUNTED = _words("no nos fig figs para paras ref art sec ch vol p pp ext tel min item op app rs")
_OF_NUMBER = _words("no nos")  # 'Ch. No. 12'
# May end a sentence: "... at 7.30 p.m. The Chair", but "at 7 p.m. on Monday" and "at 7 p.m. Monday" go on.
_TIMES = _words("a.m p.m am pm")
_CALENDAR = _words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july"
    " august september october november december gmt bst utc est pst"
)
_MONTHS = _words("jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat")
# Words that open a sentence but are no name: "option A. The" ends, "J. Smith" and "A.O.B. Items" go on.
_OPENERS = _words(
    "the this that these those it he she they we there in on at as if for a an all no one some members however"
    " also following after when while any to by with from"
)
_SHORTENED = _TITLES | _RANKS | _COUNTED | _TIMES | _MONTHS
_NUMERALS = "ivx"


def _behind_word(letters: int) -> str:
    """Return a pattern for the place behind a word of so many letters, which is no abbreviation, and its full stop."""
    shortened = "|".join(sorted(re.escape(word) for word in _SHORTENED if len(word) == letters))
    return rf"(?<= (?![{_NUMERALS}]|(?i:{shortened}))[A-Za-z]{{{letters}}}\.)"


# A word that is no abbreviation, and a capital behind it, leave no doubt: so most sentences end. No group is set then.
# ``[A-YZ]`` are the capitals of ASCII: for ``A-Z``, ``lazy`` has more of them, and small letters between those.
_PLAIN = rf"(?=\s[A-YZ])(?:(?<=[A-Za-z]{{{_LONG}}}\.)|{'|'.join(map(_behind_word, range(2, _LONG)))})"

# Each way to end begins with one character of this set, so that the search runs from one of them to the next; what must
# stand before that character is looked at behind it.
_MARK = r"[.!?…\n]"
# A run of terminators is looked at once, from its first character: the look-behind keeps hostile runs linear.
_TERMINATOR = r"(?<!\n)(?<![.!?…].)[.!?…]*+[)\]\"'’”»*]*+(?=\s|\Z)"
# "meeting.The next": a forgotten space; only before words that open sentences, so that host names stay whole.
_FORGOTTEN_SPACE = r"(?<=[a-z)]{2}[.?!])(?=(?:The|This|It|He|She|They|We|There|In|A|An|As|If|However)\s)"
_BLANK_LINE = r"(?<=\n)[ \t\r]*+\n"
_END = lazy.compile(f"{_MARK}(?:{_PLAIN}|({_TERMINATOR}|{_FORGOTTEN_SPACE}|{_BLANK_LINE}))")
_END_IN_PARAGRAPH = lazy.compile(f"[.!?…](?:{_PLAIN}|({_TERMINATOR}|{_FORGOTTEN_SPACE}))")
_FULL_STOP = lazy.compile(rf"\.(?:{_PLAIN}|({_TERMINATOR}|{_FORGOTTEN_SPACE}))")
"""The same where no other mark stands; a search for one character takes half the time."""
_NEXT_WORD = lazy.compile(r"\s*+[\"'“‘(\[«*]{0,3}([^\s,.;:)]{0,24})")
_INITIALS = lazy.compile(r"(?:[^\W\d_]\.){0,6}[^\W\d_]")
_LIST_NUMBER = lazy.compile(r"[(\[]?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[ivx]{1,5}|[a-zA-Z])[)\]]?")


def split(text: str, start: int, end: int, *, one_paragraph: bool = False) -> list[tuple[int, int]]:
    """Return the offsets of the sentences of ``text[start:end]``, in order, without white space around them.

    In ``one_paragraph`` a blank line ends none: some documents have one behind every line.
    """
    return list(sentences(text, start, end, one_paragraph=one_paragraph))


def sentences(text: str, start: int, end: int, *, one_paragraph: bool = False) -> Iterator[tuple[int, int]]:
    """Yield the offsets of the sentences of ``text[start:end]`` one after another."""
    begin = _skip_space(text, start, end)
    for match in _pattern(text, start, end, one_paragraph).finditer(text, start, end):
        mark, after = match.span()
        if match.lastindex is None and begin + _LONG < after:
            yield begin, after
            begin = after + 1
            continue
        if mark < begin or not (after >= end or _ends(text, begin, match, end)):
            continue
        yield begin, after if text[mark] != "\n" else _strip_space(text, begin, mark)
        begin = after
        while begin < end and text[begin].isspace():
            begin += 1
    if begin < end and (last := _strip_space(text, begin, end)) > begin:
        yield begin, last


def _pattern(text: str, start: int, end: int, one_paragraph: bool) -> re.Pattern[str]:
    """Return the pattern of what may end a sentence in ``text[start:end]``."""
    if not one_paragraph:
        return _END
    said = text[start:end]
    return _END_IN_PARAGRAPH if "?" in said or "!" in said or "…" in said else _FULL_STOP


def _ends(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    """Whether the terminator in ``match`` ends the sentence that began at ``begin``."""
    mark = match[0]
    if mark[0] == "\n":
        return True
    after = _NEXT_WORD.match(text, match.end(), end)
    word = after[1] if after else ""
    if not word:
        return mark[0] != "."
    if word[0].islower():
        return False
    if mark != "." and mark.rstrip(")]\"'’”»*") != ".":
        return True
    before = text[max(begin, match.start() - 24) : match.start()].split()
    if not before:
        return True
    token = before[-1].rpartition("/")[2].lstrip('(["“‘')  # 'A. Bell/T. Day'
    return not _abbreviates(token, word, first=len(before) == 1)


def _abbreviates(token: str, word: str, *, first: bool) -> bool:
    """Whether the full stop behind ``token`` belongs to it and the sentence goes on with ``word``."""
    low, following = token.lower(), word.lower()
    if first and _LIST_NUMBER.fullmatch(token):
        return True
    if low in _TITLES:
        return not (low == "st" and following in _OPENERS)
    if low in _RANKS and token[0].isupper():
        return following not in _OPENERS
    if low in _COUNTED and (len(token) > 1 or token.islower() or word[0].isdigit()):  # 'P. Oakley' is no page
        return word[0].isdigit() or following in _OF_NUMBER or (word[-1].isdigit() and "-" in word)  # 'No. A-418'
    if low in _TIMES:
        return following in _CALENDAR
    if low in _MONTHS:
        return word[0].isdigit()
    if low == "i":
        return False
    if len(token) > 1 and "." not in token:
        return False
    return bool(_INITIALS.fullmatch(token)) and following not in _OPENERS


def _skip_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _strip_space(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
