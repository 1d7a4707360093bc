"""Names of people, and the words that tell a role from an organisation."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from minutes_parser import honorifics, lazy
from minutes_parser.layout.callings import ORGANISATION, ROLE, is_organisation, is_role, role_or_organisation
from minutes_parser.layout.generations import behind_generation, without_generation
from minutes_parser.layout.given import is_given

TIERS = ("County", "Borough", "District", "Town", "City", "Unitary", "Parish", "Community", "Ward")
"""What may stand before 'Councillor': the council or area in which somebody is one."""
_TIER = "|".join(TIERS)
HONORIFIC = rf"(?:(?:(?:{lazy.by_letter(_TIER)}) )?(?:{lazy.by_letter(honorifics.COUNCILLORS)})|{lazy.by_letter(honorifics.ALL)})"
TITLE_WORDS = honorifics.WORDS.union(TIERS)
"""The words with which what ``HONORIFIC`` matches begins."""
SHORT_OFFICES = "Admin Asst Atty Capt Comm Commr Coord Dir Insp Mgr Sec Secy Sgt Supt Supv Treas".split()
"""Offices as clerks shorten them, with a stop."""
NO_STOP = "".join(rf"(?<!\b{word})" for word in (*SHORT_OFFICES, *honorifics.SHORTENED))
"""What no sentence ends behind: a shortened office or title."""
_MERE_TITLES = frozenset(["Mr", "Mrs", "Ms", "Dr", "Prof", *honorifics.COUNCILLORS.split("|")])
"""Titles that nobody is called by."""
_TITLE = lazy.compile(
    rf"(?:The )?(?:R(?:igh)?t\.? (?:Hon(?:ourable|\.)? )?|Very |Most )?(?P<title>{HONORIFIC}(?:\.? (?:(?:&|and) )?{HONORIFIC})?)\b\.?\s{{0,20}}(?=[A-Z])"
)
COUNCILLOR = lazy.compile(rf"(?:({_TIER}) )?(?:{honorifics.COUNCILLORS})\b")
POST_NOMINALS = lazy.compile(
    r"[, ]+(?:(?:T\.?D|M\.P|J\.P|P\.E|J\.D|M\.D|Ph\.D|Ed\.D|D\.Phil|OBE|MBE|CBE|KBE|DBE|KCB|GBE|OAM|CB|CMG|JP|DL|QC|KC|MP|MEP|MSP|AM|MS|PhD|DPhil|BSc|BA|MA|MSc|MBA|FRS|FRCP|FCA|ACA|CPA|AICP|RN|QPM|KPM|Esq|Bt|KCMG|FSA|AIA|MRCP|MRCGP|FRCGP|FRCS|MRICS|FRICS|MRTPI|MCIPD|FCIPD|FCIS|CEng|MICE|BEM|CVO|LVO|LLB|FRSA)\.?(?=[, ]|$)[, ]*)+"
)
_LETTERS_BEHIND = frozenset("CB AM BA DL JP KC MA MP MS QC RN".split())
"""Post-nominals of two letters."""
_TOKEN = lazy.compile(
    r"(?:(?=[a-zO])(?:(?:von|van|de|der|den|del|della|di|da|das|do|dos|du|la|le|el|al|bin|binti|bint|ibn|ap|ab|ferch|zu|wa|ole|ter|ten|y|O[’'] ?)[ ]+)*(?:[aeu]l-|[dl][’'])?)?"
    r"[A-ZÀ-ÞĀ-ŽǍ-Ǿ][\w’'‘`.\-]*(?:[A-Z][\w’']*)?(?<!-)[ ]{0,2}",
)
_INITIALS = lazy.compile(r"(?:[A-Z]\.){2,4}")
_GOES_ON = lazy.compile(r"(?:and|of|for|&|the)\b")
_PARTICLES = (
    "von van de der den del della di da das do dos du la le el al bin binti bint ap ab ferch zu wa ole ter ten".split()
)

_OF_BODIES = (
    "commissioner|officer|manager|director|secretary|treasurer|councillor|councillors|member|members|chair|chairman|chairwoman|"
    "chairperson|governor|governors|trustee|trustees|clerk|constable|coordinator|university|council|office|ministry|corporation|ltd|"
    "limited|inc|foundation|association|police|authority|trust|board|committee|support|software|service|services|group|person|people|"
    "borough|centre|department|dept|agency|society|institute|systems|company|academy|college|school|hospital|panel|project|team|network|"
    "management|consulting|consultants|properties|realty|industries|solutions|forum|partnership|policy|about|meeting|minutes|report|responsible|attorney|engineer|planner|administrator|supervisor|"
    "superintendent|inspector|president|principal|point|points|update|updates|review|approval|discussion|item|items|road|avenue|village"
)
"""Words that are no part of a person's name behind its first word."""
_NEVER_WORDS = frozenset(_OF_BODIES.split("|"))
_NEVER = lazy.compile(lazy.by_letter(_OF_BODIES), re.IGNORECASE)
_NOBODY = (
    "members? of (?:the )?public|vacant|none|nil|n/?a|tb[cda]|public|press|apologies|attendance|present|everyone|all|the|quorum|"
    "minutes?|notes?|late|agenda|meeting|matters|police|declarations?|summary|also|correspondence|any other|standing|chair[’']s|chairman[’']s|"
    "treasurer[’']s|secretary[’']s|president[’']s|director[’']s|residents?|parishioners?|electors?|no|there|others?|people|persons?|staff|"
    "officers?|councillors|governors|observers?|guests?|visitors?|unknown|date|time|venue|location|chair|secretary|clerk|treasurer|"
    "voting|items?|action|report|changes|approval|approve|accept|accepted|adopt|review|discuss|discussion|consider|to|election|nothing|"
    r"yes|met$|respectfully|index|an cathaoirleach|roll[ ]call|host|regular|opening|adoption|amendments?|corrections?|additions?|call|ayes?|nays?|yeas?|noes|abstentions?|abstain\w*|motion|"
    "moved|proposed|seconded|proposer|seconder|topics?|welcome|introductions?|please|adjournment|noted|agreed|resolved|approved|january|february|march|april$|june$|august$|july|"
    "september|october|november|december|plus|various|vacancy|vacancies|total|version|author|email|tel|draft|unconfirmed|signed|start|business|pledge|village"
)
_NO_NAME = lazy.compile(rf"\b(?:{lazy.by_letter(_NOBODY)}|\w+day)\b", re.IGNORECASE)
_HANDLE = lazy.compile(r"@[\w\-.]*[\w\-]")


def names_nobody(words: str) -> bool:
    """Whether the words, or the first of them, stand in lists for something other than a person: 'Vacant', 'None'."""
    return _NO_NAME.match(words) is not None


def _is_never(word: str) -> bool:
    return word.lower() in _NEVER_WORDS if word.isascii() else _NEVER.fullmatch(word) is not None


class Name(NamedTuple):
    """A person's name in a text: offsets of the name proper, and the title before it as written."""

    start: int
    end: int
    title: str | None


def name_at(text: str, start: int, end: int, *, handles: bool = True) -> Name | None:
    """Return the name that begins at ``start``, as long as its words look like one, or None."""
    title = _TITLE.match(text, start, end)
    begin = title.end() if title else start
    if handles and text[begin : begin + 1] == "@":
        handle = _HANDLE.match(text, begin, end)
        return Name(begin, handle.end(), None) if handle else None
    words = _words(text, begin, end)
    if not words:
        return None
    if len(words) > 1 and not title and _is_body(text, words, end):
        return None
    stop = _last_word(text, words, bool(title))
    last = text[begin:stop].split()[-1] if text[stop - 1] == "." else ""
    if last.count(".") == 1 and (len(last) > 3 or last[1:2].isupper()):
        stop -= 1  # the sentence's stop behind 'Bell' or 'AB', no initial's
    if text[stop : stop + 2] in (" (", ' "', " “", " ‘"):
        stop = _behind_nickname(text, stop, end)
    after = behind_generation(text, stop, end) if " " in text[begin:stop] or title else stop
    if after > stop and text[stop:after].strip() != initials(text[begin:stop]):  # else 'John Rowe JR' in a column
        stop = after
    name = text[begin:stop]
    if len(name.rstrip(".")) < 2 or name.endswith(("'s", "’s")) or _NO_NAME.match(name):
        return None
    if title is None:
        if name.rstrip(".") in _MERE_TITLES:
            return None
        return None if is_role(name.removesuffix("s")) else Name(begin, stop, None)
    lord = title["title"] in ("Lord", "Lady", "Baroness") and " " not in name
    return Name(title.start("title"), stop, None) if lord else Name(begin, stop, title["title"])


_NICKNAME = lazy.compile(r"[ ][(\"“‘](?P<nick>[A-Z][a-z’'-]{1,14})[)\"”’][ ](?P<last>[A-Z][\w’'-]{1,24})(?![\w’'-])")


def _behind_nickname(text: str, stop: int, end: int) -> int:
    """Return the end of a name with a nickname before the surname: 'Elspeth (Betty) Moss'."""
    found = _NICKNAME.match(text, stop, end)
    if not found or any(ROLE.search(word) or ORGANISATION.search(word) for word in found.groups()):
        return stop
    return found.end()


def _words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the capitalised words in a row from ``start``, at most six."""
    words: list[tuple[int, int]] = []
    position = start
    while len(words) < 6 and (token := _TOKEN.match(text, position, end)):
        first, position = token.span()
        stop = position
        while text[stop - 1] == " ":
            stop -= 1
        words.append((first, stop))
        if text[stop : stop + 1] == "\n" and text[first + 1 : stop] in ("", "."):
            while text[position : position + 1] == "\n":
                position += 1  # the line ends behind an initial
        if position - stop > 1 and len(words) > 1:
            break  # what stands behind a gap is told of the person
        if text[stop - 1] == "." and stop - first > 3 and not _INITIALS.fullmatch(text, first, stop):
            break
    return words


def _is_body(text: str, words: list[tuple[int, int]], end: int) -> bool:
    """Whether the words name a body or a post: 'Harbour Trust', 'Crime Commissioner', 'Vale UHB'."""
    (start, stop), (second_start, second_stop) = words[0], words[1]
    second = text[second_start:second_stop].rstrip(".,")
    if _is_never(second):
        return True
    if (
        len(second) > 2
        and second.isupper()
        and "-" not in second
        and not _in_capitals(text, words)
        and not (_is_call_sign(second) or _is_surname(text[start:stop], second))
    ):
        return True
    first = text[start:stop]
    if (
        len(first) > 2
        and first.isupper()
        and is_role(text[slice(*words[-1])].rstrip(".,"))
        and not _in_capitals(text, words)
    ):
        return True  # 'NHS Link Officer'
    if len(words) != 3 or text[words[2][1] : end].strip(" ."):
        return False
    return is_organisation(text[slice(*words[2])].rstrip(".,")) and not is_role(second)


_CALL_SIGN = lazy.compile(r"[A-Z]{1,2}\d[A-Z]{1,4}")


def _is_surname(first: str, word: str) -> bool:
    """Whether a word in capitals is a surname as international bodies set it: 'Ada THORNE', not 'Vale UNHCR'."""
    letters = word.replace("’", "").replace("'", "")
    vowels = sum(1 for letter in letters if letter in "AEIOUYÄÖÜÉÁÍÓÚØÅ")
    return (
        first[1:].islower()
        and ((len(letters) > 4 and vowels > 1) or (vowels > 0 and is_given(first)))  # 'Ann HOLT', but not 'Vale GMBH'
        and not is_organisation(first)
        and not is_organisation(word)
        and not is_role(word)
    )


def _is_call_sign(word: str) -> bool:
    """Whether a word is the call sign of a radio amateur, who signs with it: 'Una K0PPX'."""
    return not word.isalpha() and _CALL_SIGN.fullmatch(word) is not None


def _in_capitals(text: str, words: list[tuple[int, int]]) -> bool:
    return all(text[a:b].isupper() for a, b in words)


def _last_word(text: str, words: list[tuple[int, int]], titled: bool) -> int:
    """Return the end of the name: before a role, an organisation or a second name that runs on behind it."""
    count = len(words)
    for index in range(1 if titled else 2, count):
        word = text[slice(*words[index])].rstrip(".")
        if (
            is_role(word)
            or is_organisation(word)
            or word in _NO_SURNAMES
            or _are_initials(text, words, index)
            or ((_is_upper(word) or _is_grade(text, words, index)) and not _in_capitals(text, words))
        ):
            count = index
            break
    else:
        if count < 3 or not _GOES_ON.match(text[words[-1][1] : words[-1][1] + 12].lstrip()):
            return words[min(count, 4) - 1][1]
    if count > 2 and not _is_middle(text[slice(*words[1])]):
        count = 2
    return words[count - 1][1]


_NO_SURNAMES = frozenset(["The", "PhD", "DPhil", "MSc", "BSc", "Esq"])
"""What ends a name before it: an organisation's article, a degree."""


def _are_initials(text: str, words: list[tuple[int, int]], index: int) -> bool:
    """Whether a word is the initials of the name before it: 'Ann Bell AB'."""
    word = text[slice(*words[index])].rstrip(".")
    if not (1 < len(word) < 5 and word.isupper() and word.isalpha()):
        return False
    return word == "".join(text[start] for start, _ in words[:index])


def _is_upper(word: str) -> bool:
    """Whether a word in capitals is no initial."""
    if len(word) > 2 and word[-1].isupper() and not word.isupper():
        return word[-2].isupper()  # 'DfID'
    return word.isupper() and (len(word) > 2 or word in _LETTERS_BEHIND) and not _is_call_sign(word)


def _is_grade(text: str, words: list[tuple[int, int]], index: int) -> bool:
    """Whether two letters behind an initial and a surname are a grade or office: 'A. Bell EE'."""
    if index < 2 or index + 1 < len(words):
        return False
    word, before = (text[slice(*words[at])].rstrip(".") for at in (index, index - 1))
    return len(word) == 2 and word.isalpha() and word.isupper() and len(before) > 2 and not before.isupper()


def _is_middle(word: str) -> bool:
    """Whether a second word is an initial or begins with a particle, so that a third belongs to the name."""
    return len(word.rstrip(".")) == 1 or word.split()[0] in _PARTICLES


_INITIAL = lazy.compile(r"[A-Z](?:(?<![\w’'].)[A-Z]{1,2}(?![\w’'])|(?=[a-z’'.\-]|\b))")
"""A capital that begins a part of a name, or 'JM', which are two."""
_STROKED = str.maketrans("ŁłØøĐđÐðÞþÆæŒœ", "LlOoDdDdTtAaOo")
"""Letters that Unicode does not take apart into one without a mark and the mark."""


def unaccented(words: str) -> str:
    """Return the words without the marks of their letters."""
    parted = unicodedata.normalize("NFD", words.translate(_STROKED))
    return "".join(letter for letter in parted if not unicodedata.combining(letter))


def initials(name: str, *, accents: bool = False) -> str:
    """Return the initials of a name: 'KOH' for "Kim O'Hara", 'JMB' for 'JM Bell', 'JvD' never: particles do not count.

    Unless ``accents`` are asked for, they are given without: 'EL' for 'Éamonn Łukas', as most write them.
    """
    if not accents and not name.isascii():
        name = unaccented(name)
    if name.isupper():
        return name if len(name) < 5 else "".join(word[0] for word in name.split())
    name = without_generation(name)
    if "'" in name or "’" in name:
        name = re.sub(r"(?<=\b[A-Z])[’']\s?", " ", name)
    return "".join(_INITIAL.findall(name))


__all__ = [
    "COUNCILLOR",
    "HONORIFIC",
    "NO_STOP",
    "ORGANISATION",
    "POST_NOMINALS",
    "ROLE",
    "SHORT_OFFICES",
    "TIERS",
    "TITLE_WORDS",
    "Name",
    "initials",
    "is_organisation",
    "is_role",
    "name_at",
    "names_nobody",
    "role_or_organisation",
]
