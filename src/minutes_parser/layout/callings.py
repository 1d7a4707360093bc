"""Words for roles and for organisations, and which of the two a phrase behind a name is."""

from __future__ import annotations

import re

from minutes_parser import lazy

_ROLES = (
    "chair|chairman|chairwoman|chairperson|chairer|co-chair|co-head|co-lead|co-president|vice|deputy|president|secretary|treasurer|clerk|"
    "officer|officers|manager|director|directors|head|lead|leader|member|members|governor|governors|councillor|councillors|trustee|"
    "trustees|constable|commissioner|superintendent|inspector|sergeant|chief|warden|administrator|coordinator|co-ordinator|adviser|"
    "advisor|engineer|analyst|accountant|auditor|assistant|executive|minister|mayor|alderman|representative|rep|liaison|scribe|recorder|"
    "taker|minutes|minuter|facilitator|moderator|headteacher|head teacher|teacher|principal|co-opted|ex-officio|barrister|solicitor|"
    "nurse|consultant|specialist|planner|archivist|editor|maintainer|convenor|convener|organiser|organizer|volunteer|ceo|cao|rfo|vp|cto|cfo|coo|"
    "cio|ciso|architect|developer|researcher|professor|dean|registrar|bursar|secretariat|owner|founder|contact|supervisor|intern|vicar|"
    "rector|caretaker|handyman|steward|marshal|headmaster|headmistress|cathaoirleach|ranger|librarian|curator|surveyor|lawyer|counsel|gp|doctor|parent|"
    r"admin|webmaster|notes|senior\s+partner|managing\s+partner|associate\s+partner|salaried\s+partner|gp\s+partner|receptionist|pharmacist|paramedic|"
    "physiotherapist|churchwarden|churchwardens|church warden|church wardens|curate|verger|archdeacon|organist|evangelist|lay reader|"
    "selectman|selectmen|selectwoman|selectperson|custodian|senator|commodore|attorney|councilman|councilmen|councilwoman|councilmember|councilperson|comptroller|"
    "controller|assessor|homeowner|resident|tenant|landowner|ratepayer|shareholder|student|reporter|stenographer|interpreter|translator|groundsman|matron|midwife|leaseholder|plotholder|plot holder"
)
ROLE = lazy.compile(rf"\b(?:{lazy.by_letter(_ROLES)})\b", re.IGNORECASE)
_ROLES_BEHIND = (
    "reeve|sexton|deacon|priest|pastor|provost|bailie|dentist|captain|coach|alternate|delegate|official|historian|elder|reader|"
    "lecturer|fellow|chaplain|scientist|technician|programmer|operator|designer|magistrate|sheriff|keeper|publisher|quartermaster|at[- ]large|agent|nominee|appointee|"
    "ombudsman|publicist|crier|senco|sec|treas|asst|staff|bookkeeper|greenkeeper|groundskeeper|harbourmaster|harbormaster|postmaster|bosun|instructor|trainer|tutor|mentor|"
    "counsellor|counselor|psychologist|therapist|economist|ecologist|biologist|geologist|forester|valuer|actuary|examiner|investigator|practitioner|trainee|apprentice|"
    "spokesperson|champion|ambassador|emeritus|whip|physio|health visitor|optometrist|radiographer|conductor|accompanist|photographer|statistician|producer|host|collector|expert|bishop|tehsildar|sarpanch|candidate"
)
_ROLE_BEHIND = lazy.compile(
    rf"(?i)\b(?:{lazy.by_letter(_ROLES_BEHIND)})\b"
    r"|\A(?-i:PI|PCSO|NED|SBM|DSL|GM|ED|Membership|Welfare|Outreach|Publicity|Newsletter|Website|Fundraising|Events|Programmes?|Catering|Safeguarding)\Z"
)
"""Roles that are surnames, too: they count only behind a name."""
_ORGANISATIONS = (
    "university|college|school|academy|council|ministry|bureau|office|department|dept|ltd|limited|inc|llc|plc|gmbh|corp|corporation|company|trust|"
    "foundation|nhs|police|service|services|association|society|institute|authority|agency|commission|union|club|group|partner|partners|"
    "bank|hospital|board|committee|centre|center|church|charity|network|federation|alliance|lab|labs|systems|technologies|software|"
    "consulting|government|parliament|assembly|embassy|museum|press|gazette|times|news|media|housing|homes|borough|county|city of|team|"
    "branch|court|tribunal|tribunals|uhb|ccg|watch|local|power|energy|water"
)
ORGANISATION = lazy.compile(rf"\b(?:{lazy.by_letter(_ORGANISATIONS)})\b|&", re.IGNORECASE)
_ROLE_WORDS, _ORGANISATION_WORDS = frozenset(_ROLES.split("|")), frozenset(["&", *_ORGANISATIONS.split("|")])
_ORGANISATIONS_OPEN = _ORGANISATION_WORDS | {"city"}
"""The first words of what ``ORGANISATION`` matches, the sign '&' aside."""
_RUN = lazy.compile(r"\w+")


def is_role(word: str) -> bool:
    """Whether a word is a role and nothing else: what ``ROLE`` matches as a whole, which may see alike 'ſ' and 's'."""
    low = word.lower()
    if word.isascii() and not low.endswith("partner"):  # 'senior partner' has any white space within
        return low in _ROLE_WORDS
    return ROLE.fullmatch(word) is not None


def is_organisation(word: str) -> bool:
    """Whether a word is of an organisation and nothing else: what ``ORGANISATION`` matches as a whole."""
    return word.lower() in _ORGANISATION_WORDS if word.isascii() else ORGANISATION.fullmatch(word) is not None


_LONGEST_WORD = 24
_MOST_BODIES = 2
"""'&' and 'Services' in one department."""
_ROLE_WITHIN = lazy.compile(r" (?:of|to|for|at|in|on|with) ")
_OF_DEPARTMENT = lazy.compile(
    r"(?:[A-Z][a-z]+ ){0,3}(?:Officer|Manager|Director|Engineer|Administrator|Clerk|Secretary|Executive|Architect|Assistant|Head|Coordinator)"
    r" (?:Housing|Services|Water|Energy|Media|Court|Museum|Library)"
    r"|(?:(?:Deputy|Assistant|Executive|Corporate) )?(?:Director|Manager) (?:[A-Z][a-z]+,? )?[A-Z][a-z]+ (?:&|and) (?:[A-Z][a-z]+ ?){1,3}"
)
"""'Senior Staff Officer Housing': a post and, without a link, the department in which it is."""


def role_or_organisation(words: str) -> str:
    """Say whether a phrase behind a name is a 'role' or an 'organisation'; 'Clerk to the Council' is a role."""
    words = words.strip()
    if words.startswith(("Office of ", "Department of ")):
        return "organisation"
    if words.isascii() and "&" not in words:
        plain = _RUN.findall(words.lower())
        if _ORGANISATIONS_OPEN.isdisjoint(plain) and not _ROLE_WORDS.isdisjoint(plain):
            return "role"
    organisations = list(ORGANISATION.finditer(words))
    last = _RUN.findall(words[-_LONGEST_WORD:])[-1:]
    if organisations and last and _ROLE_BEHIND.fullmatch(last[0]) and not words.endswith(organisations[-1][0]):
        return "role"  # 'Water Plant Operator'
    if not organisations:
        role = (words[:1].islower() and not words[1:2].isupper()) or ROLE.search(words) or _ROLE_BEHIND.search(words)
        return "role" if role else "organisation"
    if len(organisations) <= _MOST_BODIES and _OF_DEPARTMENT.fullmatch(words):
        return "role"
    if roles := list(ROLE.finditer(words)):
        return (
            "role"
            if roles[-1].end() >= organisations[-1].end()
            or (
                roles[0].end() <= organisations[0].start()
                and _ROLE_WITHIN.search(words, roles[0].end(), organisations[0].start() + 1)
            )
            else "organisation"
        )
    return "organisation"
