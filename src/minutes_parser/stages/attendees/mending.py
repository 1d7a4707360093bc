"""Parts of a list put together again that belong to one person: a name cut by a line's end, a post before or behind a name."""

from __future__ import annotations

from itertools import pairwise

from minutes_parser import lazy
from minutes_parser.layout.given import begins_given
from minutes_parser.layout.names import (
    COUNCILLOR,
    HONORIFIC,
    ROLE,
    is_organisation,
    is_role,
    name_at,
    role_or_organisation,
)
from minutes_parser.layout.posts import is_post, may_open_post, post_at, qualifies
from minutes_parser.stages.attendees.cuts import is_full
from minutes_parser.stages.attendees.entry import HALVES

_BROKEN = lazy.compile(rf"(?:^|\s)(?:[A-Z]\.?|{HONORIFIC}\.?)\Z")
"""How a line ends within a name: behind an initial or a title."""

_PRESIDES = lazy.compile(r"(?i)\b(?:chair\w*|mayor\w*|leader|convenor|president|cathaoirleach|member|representative)\b")
"""Offices that councillors hold."""


def mended(text: str, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join the parts of a name that a line's end parts: 'Cllr Mrs V' and 'Kavanagh'."""
    if len(parts) < 2 or text.find("\n", parts[0][1], parts[-1][0]) < 0:
        return parts
    joined: list[tuple[int, int]] = []
    full = _are_full(text, parts)
    for place in parts:
        if (
            joined
            and "\n" in text[joined[-1][1] : place[0]]
            and (
                (_BROKEN.search(text[slice(*joined[-1])]) and "," not in text[joined[-1][1] : place[0]])
                or (full and HALVES.fullmatch(text, _behind_post(text, *joined[-1]), place[1]))
                or ends_post(text, joined[-1], place)
            )
        ):
            joined[-1] = (joined[-1][0], place[1])
        else:
            joined.append(place)
    return joined


def _behind_post(text: str, start: int, end: int) -> int:
    """Return where the name begins behind the post with which a part opens, or where the part does."""
    post = post_at(text, start, end) if may_open_post(text, start, end) else None
    return post.name.start if post else start


def _are_full(text: str, parts: list[tuple[int, int]]) -> bool:
    """Whether most names have two words, those aside that a line's end may have cut."""
    breaks = [
        "\n" in (gap := text[before[1] : after[0]]) and "," not in gap and ";" not in gap
        for before, after in pairwise(parts)
    ]
    whole = [
        (a, b)
        for (a, b), left, right in zip(parts, [False, *breaks], [*breaks, False], strict=True)
        if not (left or right or is_role(text[a:b]))
    ]
    if not whole and any(breaks):
        return True
    whole = whole or parts
    return sum(1 for a, b in whole if " " in text[a:b].strip()) * 5 >= len(whole) * 3


_DOTTED = lazy.compile(r"(?:[A-Z]\.){1,4}[A-Z]")
"""'S.E.E': the letters of a post or grade."""


def is_letters(text: str, place: tuple[int, int], parts: list[tuple[int, int]]) -> bool:
    """Whether a part is the letters of an organisation or post behind a person: 'C. Dale, QVT' where all others have two words."""
    word = text[slice(*place)].partition("(")[0].strip(" .")
    if text[slice(*parts[0])].isupper():
        return False  # the whole list is set so
    if "." in word and _DOTTED.fullmatch(word):
        people = [part for part in parts if not _DOTTED.fullmatch(text[slice(*part)].strip(" ."))]
        return bool(people) and _are_full(text, people)
    return len(word) > 2 and word.isupper() and word.isalpha() and _are_full(text, parts)


def is_body(text: str, start: int, end: int) -> bool:
    """Whether a part is the words of a body with its letters in brackets: 'Quay Harbour Administration (QHA)'."""
    words, _, short = text[start : end - 1].partition(" (")
    return (
        words.count(" ") > 1
        and short == "".join(word[0] for word in words.split() if word[0].isupper())
        and len(short) > 2
    )


def affiliated(text: str, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join 'Ann Bell' and 'Quay' of 'Ann Bell/Quay, Bob Day/Vale': behind the slash or bar stands where each is from.

    That may be more than one word where most of the others have theirs behind a bracket or dash.
    """
    slashes = [
        index for index in range(1, len(parts)) if text[parts[index - 1][1] : parts[index][0]].strip() in ("/", "|")
    ]
    if not slashes or len(slashes) * 2 > len(parts) or len(parts) < 3:
        return parts
    marked = sum(1 for part in parts if _has_behind(text, *part))
    others_too = marked > 1 and marked * 2 > len(parts) - 2 * len(slashes)
    fits = all(
        " " in text[slice(*parts[index - 1])].strip()
        and (others_too or " " not in text[slice(*parts[index])].strip(" ."))
        for index in slashes
    )
    if not fits:
        return parts
    joined: list[tuple[int, int]] = []
    for index, part in enumerate(parts):
        if index in slashes:
            joined[-1] = (joined[-1][0], part[1])
        else:
            joined.append(part)
    return joined


def _has_behind(text: str, start: int, end: int) -> bool:
    """Whether a part is a full name with something in a bracket or behind a dash: 'Ann Bell (Quay)', 'Ann Bell - Quay'."""
    name = name_at(text, start, end)
    return (
        name is not None
        and " " in text[name.start : name.end]
        and text[name.end : end].lstrip().startswith(("(", "[", "- ", "– ", "— ", ": "))
    )


def ends_post(text: str, first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Whether the second part is the end of a post that the first begins, parted by the line's end."""
    return qualifies(text[slice(*first)].strip()) and ROLE.search(text, *second) is not None


def with_posts(text: str, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join the parts of one post in front of a name: 'the Clerk, | Mrs Lund', 'Communications | and Events Manager Jo Day'."""
    joined: list[tuple[int, int]] = []
    leads = bool(parts) and (post_at(text, *parts[0]) is not None or is_post(text, *parts[0]))
    for place in parts:
        if joined and _goes_before(text, joined[-1], place, leads):
            joined[-1] = (joined[-1][0], place[1])
        else:
            joined.append(place)
    return joined


def _goes_before(text: str, first: tuple[int, int], second: tuple[int, int], leads: bool) -> bool:
    """Whether the first part is the beginning of the post of the person in the second."""
    between = text[first[1] : second[0]].strip()
    if text.startswith(("the ", "The "), first[0]) or text[first[0]].islower():
        alone = post_at(text, *first) is None  # no name behind it yet
        if COUNCILLOR.match(text, *second) and not _PRESIDES.search(text, *first):
            return False  # 'the Clerk, County Councillor Lund'
        return alone and between in ("", ",", "and") and post_at(text, first[0], second[1]) is not None
    if (not leads or between not in ("and", "&", "/")) and "\n" not in text[first[1] : second[0]]:
        return False
    post = post_at(text, first[0], second[1])
    return post is not None and post.name.start >= second[0]


_TITLE_CASED = lazy.compile(r"[A-Z][A-Za-z]+|[A-Z][a-z]{2,}[ ][A-Z][a-z]{2,}")


_SURNAMES = frozenset(
    ["Bank", "Branch", "Church", "Court", "Homes", "Love", "Partner", "Power", "Press", "Center", "Watch"]
)
"""Words for a body that are surnames, too."""


def without_roles(text: str, names: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the names but for a role or body behind a full name: 'Ann Bell, Ferry Agent', 'Ann Bell, Quay Gazette'."""
    kept = names[:1]
    for before, place in pairwise(names):
        word = text[slice(*place)].strip(" .")
        plain = _TITLE_CASED.fullmatch(word) is not None and not begins_given(text, *place)
        last = word.split()[-1]
        told = role_or_organisation(last) == "role" or (is_organisation(last) and last not in _SURNAMES)
        if not (plain and told and is_full(text, *before) and text[before[1] : place[0]].strip() == ","):
            kept.append(place)
    return kept


def without_halves(text: str, parts: list[tuple[int, int]], names: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the names but for the two words of a body or post behind a full name: 'Ann Bell, Fire & Rescue'."""
    halves = set[tuple[int, int]]()
    for (a, b), first, second in zip(parts, parts[1:], parts[2:], strict=False):
        one_each = is_full(text, a, b) and not (" " in text[slice(*first)] or " " in text[slice(*second)].strip(" ."))
        if one_each and text[first[1] : second[0]].strip() == "&" and "," in text[b : first[0]]:
            halves |= {first, second}
    return [place for place in names if place not in halves]
