"""Mentions: whether a phrase names a person, a role or a group, and which of several names stand where.

Everything here works on the text alone, with one question put to the caller: whether a mention is ``known``, that is,
means somebody of the meeting.
"""

from __future__ import annotations

from collections.abc import Callable

from minutes_parser import lazy
from minutes_parser.honorifics import EVERYDAY

Span = tuple[int, int]
Known = Callable[[str], bool]

_SEPARATOR = lazy.compile(
    r"(?:,(?:\s+and\b)?|/|;|&|\+|and(?<=\band)\b|with(?<=\bwith)\b|plus(?<=\bplus)\b|AND(?<=\bAND)\b|or(?<=\bor)\b)\s*"
)
_HONORIFIC = lazy.compile(rf"(?:{EVERYDAY}|(?:PC|PCSO|Fr|Shri|Smt|Sri|Capt|Col|Sgt|Insp|Pastor|Bishop)\b\.?)\s")
_INITIALS = lazy.compile(r"(?:[A-Z]{2,4}|[A-Z]{1,2}[a-z][A-Z]{0,2}|[A-Z]{2,3}[a-z]|(?:[A-Z]\.[ ]?){2,4})\Z")
_HANDLE = lazy.compile(r"@[\w-]{1,40}\Z")
_EVERYBODY = lazy.compile(r"(?i)(?:all|everyone|everybody|(?:all|both)\s+(?:the\s+)?[a-z-]{3,20}(?:\s[a-z-]{3,20})?)\Z")
_CAPITAL = lazy.compile(r"@?[A-Z][\w.’'\-]*\Z")
_TOKEN = lazy.compile(r"[^\s(),]+")
_PARTICLES = frozenset("of the for from and de van von der la le di du at in st y".split())
ROLES = frozenset(
    "clerk chair chairman chairperson chairwoman chairs co-chair co-chairs vice-chair vice secretary secretariat treasurer"
    " headteacher head deputy bursar governors governor members member trustees trustee committee board council councillors"
    " councillor cllr cllrs officers officer exec executive team teams manager managers director directors staff warden"
    " president group groups webmaster convenor convener coordinator co-ordinator editor editors administrator"
    " administrators admin admins caretaker chief constable commissioner superintendent inspector registrar leader leaders"
    " lead leads rep reps representative representatives panel party department office author authors maintainer"
    " maintainers everyone everybody all colleagues attendees participants subcommittee sub-committee organisers principal"
    " teacher teachers society delegates delegate volunteers handyman contractor groundsman lengthsman auditor facilitator"
    " pastor vicar rector curate churchwarden churchwardens mayor commodore captain steward dean provost librarian attorney"
    " solicitor architect engineer surveyor accountant bookkeeper moderator"
    " sysadmin sysadmins host minute-taker scribe agency police highways ht dht sbm sendco senco rfo proper".split()
)
_GROUP_WORDS = frozenset(
    "project policy communications parish school leadership working finance core research support tech".split()
)
# Words that head the name of a thing or an event; what they head does no task.
_THINGS = frozenset(
    "policy policies plan plans minutes report reports meeting meetings letter letters agenda agendas item items website"
    " copy copies form forms survey surveys budget document documents poster posters quote quotes nominations nomination"
    " notifications notification costs cost payment payments details detail information update updates action actions"
    " discussion need work works request requests response email emails invitation invite invites date dates event events"
    " application applications proposal proposals paper papers draft decision decisions list issue issues pr link training"
    " review noted none nothing something someone somebody anyone tbc tba tbd n/a na due done ongoing complete completed"
    " closed it this that these those there we they he she you i who what which permission votes vote funding data"
    " consideration thanks apologies welcome reminder note notes matters matter business contract contracts options"
    " suggestions feedback repairs repair signs sign page pages order everything time next new further section approved"
    " unanimously adopted passed defeated lost rejected ratified motion motions resolution resolutions amendment amendments"
    " attempt attempts continue try plan aim arrange seek prepare begin remember offer intend ask look"
    " add write speak talk send reply respond move reach listen go refer submit apply contribute migrate switch subscribe"
    " convert upgrade commit propose unassigned agreed carried deferred msc msp msa msu chq asap ok agm egm gdpr vat a an no yes".split()
)
_BIDS = frozenset(
    "inform contact email e-mail thank notify tell call phone ring brief consult remind chase update advise appoint nominate meet support"
    " help train pay elect replace recruit engage instruct provide give visit ask invite write send get".split()
)
"""With which a task begins: 'Email all members', 'Inform the contractor'."""
_NO_OWNER = frozenset("up a an which what whether how why if no some any".split())


def parts(text: str, start: int, end: int, known: Known) -> list[Span]:
    """Return the places of the names that stand there, separated by commas, slashes, 'and'."""
    if known(bare(text, start, end)):
        return [_trim(text, start, end)]
    found, at = [], start
    opened = text.find("(", start, end)
    for gap in _SEPARATOR.finditer(text, start, end):
        if 0 <= opened < gap.start() and text.count("(", at, gap.start()) > text.count(")", at, gap.start()):
            continue  # within an aside
        found.append(_trim(text, at, at + len(text[at : gap.start()].rstrip())))
        at = gap.end()
    found.append(_trim(text, at, end))
    found = [_without_aside(text, a, b) for a, b in found] if opened >= 0 else found
    return [(a, b) for a, b in found if a < b]


def _without_aside(text: str, start: int, end: int) -> Span:
    """Return the place of a name without what stands behind it in brackets: 'Ann Bell (Mill Trust)', 'Ann (ab12)'."""
    opened = text.rfind("(", start, end) if text[end - 1 : end] == ")" else -1
    return _trim(text, start, opened) if opened > start else (start, end)


def is_mention(phrase: str, known: Known) -> bool:
    """Whether the phrase names a person, a role or a group rather than a thing."""
    phrase = phrase.strip()
    if not 1 < len(phrase) <= 70:
        return False
    if known(phrase) or _is_open(phrase):
        return True
    if phrase.isalpha():
        tokens = [phrase]
    else:
        tokens = _TOKEN.findall(_HONORIFIC.sub("", phrase.removeprefix("the ").removeprefix("The ")))
    if not 1 <= len(tokens) <= 6 or not all(map(_names, tokens)):
        return False
    if len(tokens) > 1 and tokens[-1] == "volunteers" and known(phrase.removesuffix("volunteers").rstrip()):
        return False  # 'Ann volunteers to bake'
    head = next((i for i, token in enumerate(tokens) if i and token in _PARTICLES), len(tokens)) - 1
    if tokens[head].lower().rstrip(".") in _THINGS or tokens[0].lower() in _NO_OWNER:
        return False
    if len(tokens) > 1 and tokens[1][0].islower() and tokens[0].lower() in _BIDS:
        return False
    return any(token not in _PARTICLES for token in tokens)


def is_bid(phrase: str) -> bool:
    """Whether the phrase opens with a verb that gives somebody work: 'Ask Antonio'."""
    return phrase.partition(" ")[0].lower() in _BIDS


def is_certain(phrase: str, known: Known, *, full_names: bool = True) -> bool:
    """Whether the phrase, standing alone, can only be an owner: known, a role, initials, a titled or a full name."""
    phrase = phrase.strip().rstrip(".")
    if not is_mention(phrase, known):
        return False
    if known(phrase) or _INITIALS.match(phrase) or _is_open(phrase):
        return True
    tokens = phrase.split()
    return (
        bool(_HONORIFIC.match(phrase))
        or (full_names and len(tokens) in (2, 3) and all(map(_CAPITAL.match, tokens)))
        or any(token.lower().strip(".,") in ROLES for token in tokens)
    )


def _is_open(phrase: str) -> bool:
    """Whether the phrase is a handle or means everybody, which no list need hold."""
    first = phrase[0]
    return (first == "@" and _HANDLE.match(phrase) is not None) or (
        first in "AaBbEe" and _EVERYBODY.match(phrase) is not None
    )


def _names(token: str) -> bool:
    return (
        bool(_CAPITAL.match(token))
        or token in _PARTICLES
        or token.lower().strip(".,") in ROLES
        or token in _GROUP_WORDS
    )


def bare(text: str, start: int, end: int) -> str:
    """Return what stands there without the article."""
    return text[start:end].strip().removeprefix("The ").removeprefix("the ")


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in " \t\n.:*":
        start += 1
    while end > start and text[end - 1] in " \t\n:*":
        end -= 1
    return start, end
