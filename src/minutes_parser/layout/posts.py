"""Posts in front of names: 'City Clerk Ada Thorne', 'Director of Public Works Dov Hale', 'Chief Fire Officer (CFO) Una Ross'.

A post is a row of words from one vocabulary. What ends it is the first word outside, with which the name begins.
"""

from __future__ import annotations

from typing import NamedTuple

from minutes_parser import lazy
from minutes_parser.layout.names import HONORIFIC, SHORT_OFFICES, Name, is_role, name_at

_OFFICES = frozenset(
    "attorney elder forester lieutenant captain constable commissioner inspector sergeant sergt superintendent mayor warden alderman"
    " alderwoman treas councilmember councilman councilwoman trustee supervisor comptroller controller provost chancellor headmaster"
    " headmistress headteacher principal dean ceo cao cfo coo cto cio rfo gm ombudsman auditor solicitor planner engineer archivist"
    " librarian ranger foreman sec steward curator custodian".split()
)
"""Words for an office that are roles wherever they stand, beside those of ``ROLE``."""
_NO_OFFICE = frozenset(
    "head lead minutes minuter rep contact parent admin vice deputy assistant co-opted ex-officio executive".split()
)
_QUALIFIERS = frozenset(
    "acting interim deputy rear assistant associate vice co senior junior chief head lead general executive principal honorary hon"
    " strata township chapter branch division area immediate club bar ladies ladies' ladies’ men women gents match founding past former retiring outgoing incoming city town village county borough district parish state national regional"
    " local council board committee panel cabinet school college university faculty student academic hospital practice clinical"
    " medical nursing police fire crime rescue court harbour airport library museum parks park recreation leisure sports arts"
    " community public tree flood footpath footpaths allotment allotments works road roads sewer waste wastewater fiscal purchasing procurement compliance development economic environmental environment planning zoning building traffic highways transport"
    " transportation street water utilities housing health safety safeguarding social human resources personnel staff training"
    " finance financial treasury budget audit risk business operations operating operational technical technology information"
    " communication communications marketing media press publicity website websites web data research policy strategy legal"
    " administrative administration engineering office service services project programme program membership events education youth"
    " welfare wellbeing welcome recording minutes responsible independent lay foundation parent patient tenant resident"
    " department code codes highway customer digital it hr i ii iii pro tem emergency estates estate facilities buildings grounds site property land regeneration infrastructure"
    " commercial corporate democratic governance quality performance partnership partnerships engagement science conservation"
    " heritage tourism licensing enforcement neighbourhood cultural church vestry parochial standing steering welfare volunteer volunteers fundraising grants".split()
)
_SHORT = frozenset(office.casefold() for office in SHORT_OFFICES)
_FIRST_NAMES = frozenset(["Dean"])
"""Words for an office that people are also called by."""
_DEPUTIES = frozenset(["Deputy", "Deputies"])
_LINKS = frozenset("of and for the to in".split())
_WORD = lazy.compile(r"[A-Za-z][\w’'\-]*|&")
_GAP = lazy.compile(r"[ ]?/[ ]?|[ ]|\r?\n|[ ]?-[ ]?|,[ ](?=[A-Z][a-z]+(?:,| and| &)[ ])")
_BEHIND = lazy.compile(
    rf"(?:[ ]?\((?P<short>[A-Z]{{2,6}})\))?(?:[ ]?[:–-][ ]|[ ]{{2,40}}|[ ]|\r?\n|[ ]?\t[ \t]{{0,20}}|,[ ](?={HONORIFIC}\b))"
)
_BEHIND_THE = lazy.compile(r"(?:[ ]?\((?P<short>[A-Z]{2,6})\))?,?(?:[ ]|\r?\n)(?=[A-Z])")
_TITLED = lazy.compile(rf"(?!Hon\b\.?[ ](?i:sec|treas|president|vice|member|clerk|auditor)){HONORIFIC}\b")
"""A title; 'Hon' before an office says that it is honorary."""
_MOST_WORDS = 10


class Post(NamedTuple):
    """A post, the short form behind it in brackets, and the name that follows."""

    start: int
    end: int
    short: str | None
    name: Name


def is_office(word: str) -> bool:
    """Whether a word alone names an office, in the singular or plural."""
    low = word.casefold().removeprefix("vice-").removeprefix("deputy-").removeprefix("co-")
    one = f"{low[:-3]}y" if low.endswith("ies") else low.removesuffix("s")
    if low in _OFFICES or one in _OFFICES:
        return True
    return low not in _NO_OFFICE and (is_role(low) or (one != low and is_role(one)))


def behind_article(text: str, start: int, end: int) -> int:
    """Return where an office begins behind an article: 'the Clerk', and in Irish councils 'An Cathaoirleach'."""
    if text.startswith(("the ", "The "), start, end):
        return start + 4
    return start + 3 if text.startswith("An Cathaoirleach", start, end) else start


def may_open_post(text: str, start: int, end: int) -> bool:
    """Whether the first word, behind an article, is one of those that posts begin with: without it no post stands here."""
    word = _WORD.match(text, behind_article(text, start, end), end)
    if word is None:
        return False
    low = word[0].casefold().removesuffix("’s").removesuffix("'s")
    return low in _QUALIFIERS or is_office(low) or low in _SHORT


def post_end(text: str, start: int, end: int, *, lower: bool = False) -> int:
    """Return where the row of words ends that may name a post; ``start`` where none of them names an office.

    With ``lower`` the words may be in small letters: 'the senior warden'.
    """
    at, stop, offices = start, start, 0
    for _ in range(_MOST_WORDS):
        word = _WORD.match(text, at, end)
        if word is None:
            break
        low = word[0].casefold().removesuffix("’s").removesuffix("'s")  # 'Town Clerk’s Assistant'
        capital = lower or word[0][0].isupper()
        stopped = text[word.end() : word.end() + 1] == "."
        short = stopped and capital and (low in _SHORT or low == "hon")
        leads = low == "head" and text.startswith(" of ", word.end())  # alone it is the head of anything
        office = leads or (short and low != "hon") or ((capital or (stop > start and not offices)) and is_office(low))
        if office or (capital and low in _QUALIFIERS):
            stop, offices = word.end() + short, offices + office
        elif not (low in _LINKS or low == "&") or stop == start:
            break
        gap = _GAP.match(text, word.end() + short, end)
        if gap is None:
            break
        at = gap.end()
    if not offices and text[start:stop] in _DEPUTIES:
        return stop  # a member of parliament in Ireland, and under a sheriff
    return stop if offices else start


def qualifies(word: str) -> bool:
    """Whether a word stands in posts before the one for the office: 'Conservation'."""
    return word.casefold() in _QUALIFIERS


def is_post(text: str, start: int, end: int) -> bool:
    """Whether the slice names a post and nobody in it."""
    stop = post_end(text, start, end)
    return stop > start and not text[stop:end].strip(" .,;:()")


def post_at(text: str, start: int, end: int) -> Post | None:
    """Return the post that begins at ``start`` if a name follows it, or None."""
    begin = behind_article(text, start, end)
    lower = text[begin : begin + 1].islower()
    stop = post_end(text, begin, end, lower=lower)
    if stop == begin or text[begin] == "&" or _TITLED.match(text, begin, end):
        return None
    behind = (_BEHIND_THE if lower else _BEHIND).match(text, stop, end)
    name = name_at(text, behind.end(), end, handles=False) if behind else None
    if name and text[begin:stop] in _FIRST_NAMES and " " not in text[name.start : name.end]:
        return None  # 'Dean Moss'; 'Dean Ada Moss' is one
    return Post(begin, stop, behind["short"], name) if behind and name else None
