"""Where a line of names is cut: at commas and semicolons, before titles where names run together, never within a bracket."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from minutes_parser import lazy
from minutes_parser.layout.given import begins_given
from minutes_parser.layout.names import (
    HONORIFIC,
    ORGANISATION,
    ROLE,
    TIERS,
    initials,
    name_at,
    role_or_organisation,
)
from minutes_parser.layout.posts import is_post, may_open_post, post_at, post_end
from minutes_parser.source import Source
from minutes_parser.stages.attendees.commas import holder_behind, taking_turns
from minutes_parser.stages.attendees.cuts import cut_at, is_bare, is_full, is_full_name, may_hold_title
from minutes_parser.stages.attendees.entry import HALVES, area_before_councillor, holder_at
from minutes_parser.stages.attendees.mending import (
    affiliated,
    ends_post,
    is_body,
    is_letters,
    mended,
    with_posts,
    without_halves,
    without_roles,
)
from minutes_parser.stages.attendees.offices import held
from minutes_parser.stages.attendees.remarks import status_of
from minutes_parser.stages.attendees.semicolons import SEMICOLON, by_semicolon
from minutes_parser.stages.attendees.unmarked import counted, handles, nicknames

_WITH_INITIAL = lazy.compile(rf"(?:{HONORIFIC}\.?[ ])?(?:[A-Z]\.?[ ]?){{1,3}}[A-Z][a-z][\w’'-]*")
"""'C. Moss': in the next column surely a person, where 'Lantern Trust' may be an organisation."""
_BAR = lazy.compile(r"[()\[\]]|\s*\|\s*")
_PIECE = lazy.compile(
    r"(?=[\Wa])(?:[()\[\]]|\s*(?:,(?!\s*(?:Inc|Ltd|LLC|LLP|PLC|plc|Corp|GmbH|Jr|JR|Sr|SR|Esq|III?|IV|[OMC]BE|JP|Bt|RN|M\.D|Ph\.?D|T\.?D|MP|MSP|QC|KC)\b)(?:\s*and\b(?=\s+(?:(?!from|of|for|at|to|by|with|the)[a-z][\w-]{2,20}\s){1,3}[A-ZÀ-ÞĀ-Ž]))?|;|\n|•|\t|/(?=\s?[A-Z])|\s\|\s|\s\+(?=\s?[A-Z])|\band\b(?<!\bMr and)(?<!\bDr and)(?<!\bMr\. and)(?=\s+(?:the\s+)?(?:(?:members|trustees|directors|governors|commissioners|councillors)\s+)?[A-ZÀ-ÞĀ-Ž@])"
    r"|\band\b(?=\s+[a-z][\w-]{2,20}\.?\s*\Z)|&(?<!\bMr &)(?<!\bDr &)(?=\s+(?:the\s+)?[A-ZÀ-ÞĀ-Ž]))\s*|(?<=[A-Z]\))[ ]+(?=[A-Z][\w’'-]{1,20}(?:[ ][A-Z][\w’'-]{1,20})?[ ]\([A-Z]{2,4}\))|(?<=\))[ ]+(?=[A-Z][\w’'-]{1,20}[ ][A-Z][\w’'-]{1,20}[ ]\([A-Z])|(?<=\))[ ]+(?=[A-Z]\.[ ]?[A-Z][a-z][\w’'-]{1,20}(?:[,;]|[ ]\()))"
)
"""It begins with a mark, white space or 'and'."""
_MAY_CUT = lazy.compile(r"[,;\n•\t/|&+]|and|\)[ ]")
"""What stands in every line that ``_PIECE`` cuts."""
_TITLED = lazy.compile(
    rf"(?=[ ])(?<=\S){''.join(f'(?<!{tier})' for tier in TIERS)}(?<!and)(?<!&)(?<! for)(?<!Cllr)(?<!Cllrs)(?<!Councillor)"
    rf"(?<!Councillors)(?<!Cllr\.)(?<!Cllrs\.)(?<!\bCr)(?<!\bRev)(?<!\bRev\.)(?<!Revd)(?<!Revd\.)(?<!Prof\.)(?<!\bFr\.)(?<!\bVen)(?<!\bVen\.)(?<!Reverend)(?<!Father)(?<!Prof)(?<!\bDr)(?<!\bSir)(?<!\bRt)(?<!\bVery)(?<!\bMost)(?<!\bHon)(?<!\bHon\.)(?<!\bLt)(?<!\bLt\.)[ ]+(?={HONORIFIC}\b\.?[ ]+[A-Z])"
)
_TITLED_NAME = lazy.compile(rf"{HONORIFIC}\b\.?[ ](?:[A-Z][\w’'.-]{{0,20}}[ ]?){{1,4}}(?:[(,–-]|\Z)")
"""'Cllr J Ashdown (Chairman)' in a cell of its own."""
_UNNAMED = lazy.compile(r"(?:the|an?|one|two|three|four|five|six|seven|eight|several|some|\d+)[ ]")
"""Opens what counts or names no one: 'and the Clerk', 'and a member of the public'."""
_GUEST = lazy.compile(r"(?:special |guest )?(?:guests?|visitors?|observers?|speakers?) (?=[A-Z][\w.’'-]+ [A-Z])")
"""Before the name of somebody who visited: '..., and guest Ann Bell'."""
_TITLE_FIRST = lazy.compile(rf"{HONORIFIC}\b")
_WIDE = lazy.compile(r"(?<=\S)(?: {3,}|\t[ \t]*)(?=\S)")
"""What stands between the columns of a list: 'Ann Bell      Head of Lettings & Repairs'."""
_PLURAL_FIRST = lazy.compile(
    r"(?:Councill?ors|Cllrs|Trustees|Governors|Aldermen|Commissioners|Supervisors|Messrs)\b\.?[ ](?=[A-Z])"
)


def pieces_of(source: Source, start: int, end: int, labelled: bool) -> list[tuple[int, int]]:
    """Cut a line into entries: at commas where it lists names, before titles where names run together."""
    text = source.text
    start, end = source.trim(start, end)
    labelled = labelled or _PLURAL_FIRST.match(text, start, end) is not None
    if len(people := held(text, start, end)) > 1 or (people := counted(text, start, end)):
        return people
    if people := handles(text, start, end):
        return people
    if labelled and len(people := nicknames(text, start, end)) > 1:
        return people
    if text.find(";", start, end) >= 0 and len(people := by_semicolon(text, start, end)) > 1:
        return people
    if text.count(";", start, end) > 1 and len(parts := cut_at(SEMICOLON, text, start, end)) > 1:
        return [piece for part in parts for piece in pieces_of(source, *part, labelled)]
    if text.find("   ", start, end) >= 0 or text.find("\t", start, end) >= 0:
        if people := _abreast(text, start, end):
            return people
        gap = _WIDE.search(text, start, end)
        if gap and is_bare(text, start, gap.start()):
            initialled = _WITH_INITIAL.fullmatch(text, gap.end(), end) and _WITH_INITIAL.fullmatch(
                text, start, gap.start()
            )
            both = is_full_name(text, start, gap.start()) and is_full_name(text, gap.end(), end)
            if initialled or (both and begins_given(text, gap.end(), end)):
                return [(start, gap.start()), (gap.end(), end)]
            if not _WITH_INITIAL.fullmatch(text, gap.end(), end):
                return [(start, end)]
    bars = text.count(" | ", start, end)
    if bars and text.count(",", start, end) <= bars and len(cells := cut_at(_BAR, text, start, end)) > 1:
        return cells if all(name_at(text, *cell) for cell in cells) else [(start, end)]
    pieces = _listed(text, start, end, labelled) if _MAY_CUT.search(text, start, end) else [(start, end)]
    return [person for place in pieces for piece in _titled(text, *place) for person in _run_on(text, *piece)]


def _listed(text: str, start: int, end: int, labelled: bool) -> list[tuple[int, int]]:
    """Cut a line at its commas and the like where it lists names so."""
    if holder_behind(text, start, end):
        return [(start, end)]  # 'Head of Parks and Leisure, A. Bell'
    parts = mended(text, affiliated(text, cut_at(_PIECE, text, start, end)))
    if pairs := taking_turns(text, parts):
        return pairs
    labelled = labelled or _is_couple(text, parts)
    if len(parts) == 2 and not labelled and not _may_be_two(text, parts):
        return [(start, end)]
    parts = mended(text, with_posts(text, parts)) if len(parts) > 1 else parts
    if len(parts) < 2:
        return [(start, end)]
    names = [place for place in parts if _is_name(text, *place, labelled)]
    roles = {after for before, after in pairwise(parts) if _in_role(text, before, after)}
    names = [place for place in names if place not in roles and not is_letters(text, place, parts)]
    if text.find(" & ", start, end) > 0 and any(" " in text[a:b] for a, b in names):
        names = without_halves(text, parts, names)
    if labelled and len(names) > 1:
        names = without_roles(text, names)
    several = len(names) > 1 if labelled else _lists_names(text, parts, names)
    return _joined(text, parts, names) if several else [(start, end)]


def _abreast(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the cells of a line where each begins with a title and a name, or three or more are full names and nothing else but brackets."""
    cells = cut_at(_WIDE, text, start, end)
    if len(cells) > 1 and all(_TITLED_NAME.match(text, *cell) for cell in cells):
        return cells
    return cells if len(cells) > 2 and all(is_full_name(text, a, _before_bracket(text, a, b)) for a, b in cells) else []


def behind_guest(text: str, start: int, end: int) -> int:
    """Return where the name begins behind a word for a visitor: 'guest Ann Bell'."""
    guest = _GUEST.match(text, start, end) if text[start : start + 1] in "gvos" else None
    return guest.end() if guest else start


def _in_role(text: str, before: tuple[int, int], place: tuple[int, int]) -> bool:
    """Whether a single word behind 'and' belongs to the role that a colon opens: 'Ann Bell: VP Sports and Societies'."""
    if " " in text[slice(*place)].strip(" .") or text[before[1] : place[0]].strip() not in ("and", "&"):
        return False
    return ": " in text[slice(*before)]


def _lists_names(text: str, parts: list[tuple[int, int]], names: list[tuple[int, int]]) -> bool:
    """Whether a line without a label lists names: 'A B, C D, E F' does, 'A B, Harbour Trust' does not."""
    sure = sum(1 for place in names if _is_sure(text, place))
    if len(names) * (3 if sure > 1 else 2) <= len(parts):
        return False
    return (
        len(names) > 2
        or sure > 1
        or _end_with_brackets(text, parts)
        or (
            len(names) == len(parts) == 2
            and is_bare(text, *parts[0])
            and (
                _and_between(text, parts)
                or (begins_given(text, *parts[1]) and is_full_name(text, parts[1][0], _before_bracket(text, *parts[1])))
                or ("\t" in text[parts[0][1] : parts[1][0]] and bool(_WITH_INITIAL.fullmatch(text, *parts[1])))
                or (text[parts[1][1] - 1] == "." and is_bare(text, parts[1][0], parts[1][1] - 1))
            )
        )
    )


def _before_bracket(text: str, start: int, end: int) -> int:
    """Return where a bracket opens that ends the slice, or its end."""
    opened = text.rfind(" (", start, end) if text[end - 1] == ")" else -1
    return opened if opened > 0 else end


def _may_be_two(text: str, parts: list[tuple[int, int]]) -> bool:
    """Whether a line in two parts may list two names for ``_lists_names``: both are sure or end with a bracket, or the first is nothing else."""
    return all(_is_sure(text, place) for place in parts) or is_bare(text, *parts[0]) or _end_with_brackets(text, parts)


def _is_couple(text: str, parts: list[tuple[int, int]]) -> bool:
    """Whether two parts are a given name and one with the surname of both: 'Ann and Bob Day'."""
    if len(parts) != 2 or not _and_between(text, parts) or " " in text[slice(*parts[0])]:
        return False
    return all(begins_given(text, *part) for part in parts) and is_full_name(text, *parts[1])


def _end_with_brackets(text: str, parts: list[tuple[int, int]]) -> bool:
    """Whether each part is a full name with a bracket behind it: 'Ann Bell (Chair) Bob Day (Clerk)'."""
    return all(
        text[end - 1] == ")" and is_full(text, start, end) and not is_body(text, start, end) for start, end in parts
    )


def _is_sure(text: str, part: tuple[int, int]) -> bool:
    """Whether a name is one beyond doubt: a handle, or behind a title."""
    return text[part[0]] == "@" or _TITLE_FIRST.match(text, part[0]) is not None


def _run_on(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut before a second name that follows the first without a mark and has a role behind it.

    The two have three words or more, and no dash before one of them.
    """
    words = text[start:end].split(None, 3)
    if len(words) < 3 or words[1][0] in "–—-" or words[2][0] in "–—-":
        return [(start, end)]
    first = name_at(text, start, end)
    begin = first.end + 1 if first else end
    if first and text[begin:end].split(" ", 1)[0] == initials(text[first.start : first.end]):
        return [(start, end)]  # 'Ann Bell AB Vice Chair'
    second = (
        name_at(text, begin, end)
        if begin < end
        and text[begin - 1] == " "
        and text[begin] not in " ([–—-"
        and not post_end(text, begin, end) > begin
        else None
    )
    if (
        not first
        or not second
        or second.start != begin
        or " " not in text[second.start : second.end]
        or ORGANISATION.search(text, second.start, second.end)
    ):
        return [(start, end)]
    behind = text[second.end : end].strip(" ,")
    return [(start, first.end), (begin, end)] if behind and role_or_organisation(behind) == "role" else [(start, end)]


def _and_between(text: str, parts: list[tuple[int, int]]) -> bool:
    return text[parts[0][1] : parts[1][0]].strip() in ("and", "&")


def _is_name(text: str, start: int, end: int, labelled: bool) -> bool:
    """Whether a part begins with a name and is none but that, a bracket or a word on the person aside."""
    office = may_open_post(text, start, end)
    if (office and (post_at(text, start, end) or holder_at(text, start, end))) or HALVES.fullmatch(text, start, end):
        return True
    if area_before_councillor(text, start, end):
        return True
    start = behind_guest(text, start, end)
    line = text.find("\n", start, end)
    post = (office and is_post(text, start, end)) or (line > 0 and ends_post(text, (start, line), (line, end)))
    name = None if post else name_at(text, start, end)
    if name is None:
        word = text[start:end].strip(" .")
        return (
            labelled
            and bool(re.fullmatch(r"[a-z][\w\-]{1,20}(?:[ ]?(?:\[[^\[\]]*\]|\([^()]*\)))?", word))
            and status_of(word) is None
            and not ROLE.search(word.partition("(")[0].rstrip(" s"))
        )
    words = text[name.start : name.end]
    single = " " not in words
    if single and not (name.title or labelled or words.startswith("@")):
        return False
    rest = text[name.end : end].strip()
    return not rest or rest[0] in "(–-<@" or bool(name.title) or len(rest) < 40


def _joined(text: str, parts: list[tuple[int, int]], names: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join a part that is no name to the one before it: a role or an organisation behind its comma.

    'and the Clerk' is somebody else, without a name.
    """
    starts = set(names)
    joined: list[tuple[int, int]] = []
    for place in parts:
        if place in starts or not joined:
            joined.append(place)
        elif text[joined[-1][1] : place[0]].strip() in ("and", "&") and _UNNAMED.match(text, *place):
            continue
        else:
            joined[-1] = (joined[-1][0], place[1])
    return joined


def _outside_brackets(text: str, start: int, places: list[int]) -> Iterator[int]:
    """Yield those of the ``places``, in order, at which no bracket is open that was opened behind ``start``."""
    opened = 0
    for place in places:
        opened += text.count("(", start, place) - text.count(")", start, place)
        start = place
        if opened <= 0:
            yield place


def _titled(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut before each title where names run together without commas ('Cllr A B Vice Chair Cllr C D')."""
    if not may_hold_title(text, start, end):
        return [(start, end)]
    post = post_at(text, start, end)
    found = [match.start() for match in _TITLED.finditer(text, post.name.start if post else start, end)]
    if found and (area := area_before_councillor(text, start, end)):
        found = [place for place in found if place >= area.end()]  # 'Moorland Councillor Ann Bell' is one
    cuts = list(_outside_brackets(text, start, found))  # '(for Cllr A)' is within
    if not cuts:
        return [(start, end)]
    starts = [start, *[cut + 1 for cut in cuts]]
    ends = [*cuts, end]
    return [(a, b) for a, b in zip(starts, ends, strict=True) if b > a]
