"""Who it is that a sentence binds: the one who promises, or is asked to do something, if that is someone at the meeting."""

from __future__ import annotations

from collections.abc import Sequence

from minutes_parser import honorifics, lazy
from minutes_parser.language import Act, Sentence
from minutes_parser.language.words import ANONYMOUS, GROUP, ROLE, THINGS_DO, TITLE, WOULD
from minutes_parser.layout.outline import Outline
from minutes_parser.models import Party
from minutes_parser.roster import Roster
from minutes_parser.source import Source
from minutes_parser.stages.commitments.setting import Setting

_RESOLVED = lazy.compile(
    r"(?i)(?:it (?:was|is)(?! (?:left|(?:also |further |then )?(?:confirmed|stated|reported|announced|advised|explained))\b)"
    r" (?:\w{1,14}ly |also |further |then |therefore |now )?(?:[a-z]{2,14}ed|felt|thought|understood|put)|resolved|agreed|proposed"
    r"|approved|decision|resolution|motion|vote)\b"
)
_FELT = lazy.compile(r"(?i)it (?:was|is) (?:felt|noted|thought|pointed out|mentioned|observed)\b")
"""Where somebody may offer something behind what was thought."""
_AS_A_BODY = lazy.compile(
    r"(?i)we\Z|(?:the\s)?(?:\w+\s)?(?:board|committee|council|panel|meeting|group|governors|trustees|members|tsc|directors)\Z"
)
_OUTSIDE = lazy.compile(
    r"(?i)(?:the\s)?(?:borough|county|district|city|highways|government|home office|ministry|department|police|residents|students"
    r"|pupils|parents|staff|users?|developers?|applicants?|people|everyone|anyone|children|volunteers?|public|landowners?|owners?|tenants?|householders?|visitors?|contributors?|employees|contractors?|consultants?|customers?|neighbou?rs?|callers?|journalists?|reporters?|citizens?|villagers?|investors?|analysts?|homeowners?|leaseholders?|ratepayers?|taxpayers?|constituents?|ministers|(?:external |internal )?auditors?|inspectors?)\b"
)
_SENT = lazy.compile(
    rf"(?i:{honorifics.COUNCILLORS}|sergeant|sgt|constable|inspector|superintendent|officer)\.?(?:\s[A-Z]|\Z)|\b(?:liaison|rep|representative|governor|delegate)\Z"
)
"""One of such a body, at the meeting: "County Cllr Bell", "Police Sergeant Hill", "Parent Governor"."""
_ABROAD = frozenset("agency authority department ministry corporation federation university highways".split())
"""With which the name of a body ends that is not the one that meets, unless the head of the document has it."""
_OF_A_BODY = lazy.compile(
    r"(?i)(?:the\s)?(?:(?:city|town|county|district|village|council|board|commission|agency|planning)\s)?staff\Z"
)
_IN_SERVICE = lazy.compile(
    r"\s(?:also\s|then\s)?(?:report back|bring|prepare|provide|return|draft|contact|follow|investigate|look|send|research|schedule|coordinate|post"
    r"|distribute|circulate|check|work with|reach|issue|submit|revise|notify|email|arrange|confirm|compile)\b"
)
"""Behind "staff will": what those do who work for the body that meets."""
_GROUP_NAME = lazy.compile(
    r"(?i)\b(?:(?:sub-?)?committee|(?:working|steering) (?:group|party)|panel|team|task force)\s*\Z"
)
_OF_ONE = lazy.compile(r"[A-Z][a-z]{1,14}")
"""Whom a meeting asks to do something is a person, even if no list has the name."""
_IN_OFFICE = lazy.compile(
    rf"(?!Chief (?:Ex|Con|Su|Off|Fin|Op))(?:{honorifics.EVERYDAY}|(?:Sgt|Insp)\.?|[A-Z]{{2,4}}|Councilmember|Director|Chief|Manager|Superintendent|Trustee|Commissioner"
    r"|Supervisor|Administrator|Attorney|Officer|Treasurer|Secretary|Clerk|Chair(?:man|woman)?|President|Captain|Principal)(?: [A-Z][\w’'-]{1,24}){1,2}"
)
"""One who is named by title or office."""
_INITIALS = lazy.compile(r"(?!IT|HR|PR|EA|EU|UK|US|UN|AI|NE|GP|TV)[A-Z][ABD-Z]")
"""Two letters are a person's, but those that end as 'County Council' does."""
_FIRMS = frozenset("ltd limited plc inc llp llc gmbh".split())
"""What ends the name of a business."""
_OFFERS = ("offer", "undert", "volunteer", "agree", "promis", "pledg")
"""Verbs that nobody but a person keeps company with."""
_JOINT = lazy.compile(r"\s*,\s+(?:and\s+)?|\s+(?:and|&)\s+|\s?/\s?")
_JOINS = (",", ";", " and", " but", " while")
"""Before one who promises something besides."""
_HEAD = 100
"""Characters of a document that name the body that meets."""
_FRONT = 400
"""Characters in which the name of the body stands whose initials the minutes use."""
_PLURALS = ("s", *GROUP)
_OF_OURS = ROLE | {"he", "she", "they", "i", "we"}
_BY_OTHERS = lazy.compile(r"\bhad\s\Z|(?i:\b(?:letter|e-?mail|correspondence|petition)\b)[^.\n]{0,300}\Z")
"""Before a request that was put to the meeting by those who are not there."""
_CAPITALISED = lazy.compile(r"\b[A-Z][a-z]+")
_UNNAMED = frozenset(
    ["they", "you", "i", "it", "nobody", "none", "someone", "somebody", "anyone", "anybody", "those", "all those"]
)
"""Of whom a promise says nothing."""
_PRONOUN = frozenset("he she they".split())
_SHORT = lazy.compile(r"(?!IT|HR|PR|EA|EU|UK|US|UN|AI|NE|GP|TV)[A-Z]{2,3}")
"""Initials, where others than bodies are told of: "MK and TR would ask"."""


_LONE = lazy.compile(r"[A-Z][a-zß-öø-ÿ’'-]{1,14}(?<!s)|[A-Z][a-z]{1,8}(?:is|us|ss)")
"""A word that may be somebody's name: no plural, and no product in capitals of its own."""
_OF_NOUNS = ("ing", "tion", "sion", "ment", "ance", "ence", "ship", "ness", "ity", "age")
"""What ends a common noun with which a sentence opens."""
_DEED = lazy.compile(
    r"\s(?:to\s)?(?:(?:also|then|now|still|soon|just|first|next|[a-z]{2,12}ly)\s){0,2}(?:be\s(?=[a-z]{2,20}ing\b))?(?P<verb>[a-z]+)"
)
_SURE = ("will", "shall", "’ll", "'ll", "is")
"""What says that something will be done, and not just that it is meant."""


def owners(outline: Outline, roster: Roster, sentence: Sentence, setting: Setting) -> list[Party]:
    """Return who promises something in the sentence, or is asked to do something; empty where nobody is."""
    source, text = outline.source, outline.source.text
    start, end = sentence.start, sentence.end
    if spoken := setting.spoken(sentence):
        return [roster.party(source, *spoken)]
    if text[end - 1] == "?" or text.startswith("Hopefully", start) or not (deeds := sentence.deeds):
        return []
    resolved = _RESOLVED.match(text, start, end)
    if resolved and not _FELT.match(text, start, end):  # '... and Ann Bell agreed to write'
        return _in_further_clauses(deeds, resolved.end(), outline, roster, setting, verbs=_OFFERS)
    for act in deeds:
        if resolved and not text.startswith(_OFFERS, act.verb[0]) and not _settled(act, sentence, text):
            continue
        if act.kind == "requests" and _pleads(act, sentence, outline.source, roster):
            continue
        meant = setting.named(act, sentence)
        who = _owner(meant, outline, roster, setting) or (
            None if meant is act else _owner(act, outline, roster, setting)
        )
        if who:
            further = (
                _in_further_clauses(deeds, act.verb[1], outline, roster, setting) if act.kind == "promises" else []
            )
            return list({party.text: party for party in (*_each(who, outline, roster), *further)}.values())
    return []


def _in_further_clauses(
    deeds: Sequence[Act],
    behind: int,
    outline: Outline,
    roster: Roster,
    setting: Setting,
    verbs: tuple[str, ...] = ("",),
) -> list[Party]:
    """Return who promises by one of the ``verbs`` in clauses that begin ``behind``: "Ann will buy it and Tom will hang it"."""
    text = outline.source.text
    found: list[Party] = []
    for act in deeds:
        who = act.speaker if act.kind == "promises" and text.startswith(verbs, act.verb[0]) else None
        if who and who[0] > behind and text[behind : who[0]].rstrip().endswith(_JOINS):
            party = _owner(act, outline, roster, setting)
            found += _each(party, outline, roster) if party and party.text.casefold() not in _PRONOUN else []
    return found


def _pleads(act: Act, sentence: Sentence, source: Source, roster: Roster) -> bool:
    """Whether somebody from outside would have the body do something, which binds nobody: "A resident asked the Council to"."""
    if act.addressee is None or sentence.subject is None or not roster.attendees:
        return False
    if sentence.subject == act.addressee or not _AS_A_BODY.match(source.text[slice(*act.addressee)]):
        return False
    asker = roster.party(source, *_bare(source.text, *sentence.subject))
    last = asker.text.casefold().split()[-1]
    outside = _OUTSIDE.match(asker.text) or last in ANONYMOUS - {"member"} or last not in _OF_OURS
    return not asker.attendee and bool(outside)


def _settled(act: Act, sentence: Sentence, text: str) -> bool:
    """Whether it is noted what a person will do, and not just thought: "It was noted that Mr Hill will collect them"."""
    noted = text.startswith(("noted", "mentioned"), sentence.start + len("It was "))
    return noted and act.person and act.kind == "promises" and text.startswith("will", act.verb[0])


def _owner(act: Act, outline: Outline, roster: Roster, setting: Setting) -> Party | None:
    """Return who is to do it, if that is someone at the meeting."""
    span = act.speaker if act.kind == "promises" else act.addressee
    if span is None:
        return None
    party = roster.party(outline.source, *_bare(outline.source.text, *span))
    if not party.text:
        return None
    if party.attendee or any(map(roster.resolve, _JOINT.split(party.text))):
        return party
    if _is_elsewhere(act, party, outline):
        return None
    if act.kind == "requests":
        return party if _is_asked(act, party, outline.source.text) else None
    return party if _binds_himself(act, party, outline, setting) else None


def _is_elsewhere(act: Act, party: Party, outline: Outline) -> bool:
    """Whether it is nobody at the meeting: outsiders, a body of another name, or whom others would have do something."""
    words, text, verb = outline.source.text, party.text.casefold(), outline.source.text[slice(*act.verb)].casefold()
    by_others = (
        act.kind == "requests"
        and _AS_A_BODY.match(party.text)
        and _BY_OTHERS.search(words, max(0, act.verb[0] - _FRONT), act.verb[0])
    )
    if by_others or text in _UNNAMED:
        return True
    asked = act.kind == "requests" and text in ("everyone", "everybody", "staff")
    ours = text.endswith("staff") and _OF_A_BODY.match(party.text) and _IN_SERVICE.match(words, act.verb[1])
    if _OUTSIDE.match(party.text) and not _SENT.search(party.text) and not asked and not ours:
        return True
    if text.split()[-1] in _ABROAD and party.text not in _front(outline):
        return True
    return verb.startswith("agree") and _AS_A_BODY.match(party.text) is not None


def _is_asked(act: Act, party: Party, words: str) -> bool:
    """Whether it is a person, by name or office, who is asked to do something, and not all of a kind at all times."""
    text = party.text.casefold()
    if text.split()[-1].endswith(_PLURALS) and _always(words, act):
        return False
    if text.partition(" of ")[0].split()[-1] in ROLE or _IN_OFFICE.fullmatch(party.text):
        return True
    return _OF_ONE.fullmatch(party.text) is not None and (act.speaker is None or _is_body(words, act.speaker))


def _binds_himself(act: Act, party: Party, outline: Outline, setting: Setting) -> bool:
    """Whether it is a person, or a group of ours, and what is told is a promise and no mere possibility."""
    words, text, verb = outline.source.text, party.text.casefold(), outline.source.text[slice(*act.verb)].casefold()
    if verb in WOULD and party.text.casefold() in _PRONOUN and not _of_himself(words, act):
        return False
    if act.kind == "promises" and party.text.isupper() and _initials_of_ours(outline, party.text):
        return True
    initials = all(map(_SHORT.fullmatch, _JOINT.split(party.text)))
    titled = initials or not (ROLE | TITLE).isdisjoint(text.split())
    if verb in WOULD and not titled and not _of_himself(words, act):
        return False
    if verb in ("happy", "willing") and (_AS_A_BODY.match(party.text) or text.split()[-1] in GROUP):
        return False
    abroad = text.split()[-1] in _FIRMS or (
        party.text.isupper()
        and not all(map(_INITIALS.fullmatch, _JOINT.split(party.text)))
        and text not in GROUP
        and not _of_our_own(words, party.text)
    )
    if abroad:
        return False
    return verb.startswith(_OFFERS) or act.person or _does_as_people_do(outline.source, party.text, act, setting)


def _does_as_people_do(source: Source, name: str, act: Act, setting: Setting) -> bool:
    """Whether a lone name is somebody's by what he will do, or by what the minutes tell of him: "Jo will paint it"."""
    text, deed = source.text, _DEED.match(source.text, act.verb[1])
    if not deed or not _LONE.fullmatch(name) or act.speaker is None or text[slice(*act.speaker)] != name:
        return False
    if name.endswith(_OF_NOUNS) or name.lower() in source.common:
        return False  # 'Parking will': a common noun
    doing, stem = deed["verb"], deed["verb"].removesuffix("ing")
    plain = text.startswith(_SURE, act.verb[0]) and THINGS_DO.isdisjoint((doing, stem, stem + "e", stem[:-1]))
    return plain or setting.tells(name)


def _always(text: str, act: Act) -> bool:
    """Whether a body is asked time and again, "Members are asked to speak up", or by a paper: "The Board is asked to approve it"."""
    before = text[max(0, act.verb[0] - 12) : act.verb[0]].rstrip()
    return before.endswith((" are", " is", " be", " are always", " are also"))


def _is_body(text: str, who: tuple[int, int]) -> bool:
    """Whether those who ask are a body."""
    return text[slice(*who)].casefold().split()[-1] in GROUP


def _of_our_own(text: str, short: str) -> bool:
    """Whether the short form is the body's own, or the document introduces it as that of a group that works for it."""
    if any(short in line for line in text[:_HEAD].split("\n", 2)[:2]):
        return True
    place = text.find(f"({short})")
    return place > 0 and _GROUP_NAME.search(text, max(0, place - 20), place) is not None


def _initials_of_ours(outline: Outline, short: str) -> bool:
    """Whether a name at the head begins so: "Nether Sallow Town Band" says who NSTB is."""
    if len(short) < 3 or not short.isalpha():
        return False
    return short in "".join(word[0] for word in _CAPITALISED.findall(_front(outline)))


def _front(outline: Outline) -> str:
    """Return what stands above the business, where the body is named that meets."""
    business = next((part.start for part in outline.parts if part.kind == "business"), 0)
    return outline.source.text[: min(business, _FRONT)]


def _each(who: Party, outline: Outline, roster: Roster) -> list[Party]:
    """Return those whom "the Chair and the Clerk" names, one by one."""
    text, found, start = outline.source.text, [], who.span.start
    for joint in _JOINT.finditer(text, who.span.start, who.span.end):
        found.append((start, joint.start()))
        start = joint.end()
    if not found and text[start : start + 4].casefold() != "the ":
        return [who]
    return [roster.party(outline.source, *_bare(text, *span)) for span in (*found, (start, who.span.end))]


def _of_himself(text: str, act: Act) -> bool:
    """Whether the promise is put as "he said that he would"."""
    return text[max(0, act.verb[0] - 5) : act.verb[0]].rstrip().endswith((" he", " she", " they"))


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the mention without its article."""
    return (start + 4, end) if text[start : start + 4].casefold() == "the " else (start, end)
