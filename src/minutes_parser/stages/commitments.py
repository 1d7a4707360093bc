"""Promises made in the discussion."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutes_parser import dates, lazy
from minutes_parser.language import Act, Reading, Sentence
from minutes_parser.language.words import GROUP, ROLE, TITLE, WOULD
from minutes_parser.layout.cues import Cues
from minutes_parser.layout.outline import Outline
from minutes_parser.layout.task import unnumbered
from minutes_parser.models import Commitment, Party, Span
from minutes_parser.roster import Roster
from minutes_parser.source import Source

_CUES = (
    "will ", "will,", "shall ", "would ", "'ll ", "?ll ", "'d ", "?d ", " is to ", " are to ", " was to ", " were to ", " asked ",
    "requested", "instructed", "instructs", "agreed to", "agrees to", "offered to", "offers to", "undertook", "undertakes", "volunteers",
    "volunteered", "promised", "committed to", "pledged", "plan to", "plans to", "intends to", "intend to", "intended to", "going to",
    "planning to", "intending to", "happy to", "willing to", "prepared to", "tasked", "directed", "mandated", "left to ", ": i can ", "left with ",
)  # fmt: skip
"""Without one of these a sentence promises nothing; a curly apostrophe stands as '?' in the text they are looked for in."""
_NEEDED = tuple((max(re.findall("[a-z]+", cue), key=len), cue) for cue in _CUES)
"""With the word that a text must have to hold the cue."""
_RESOLVED = lazy.compile(
    r"(?i)(?:it (?:was|is)(?! (?:left|(?:also |further |then )?(?:confirmed|stated|reported|announced|advised|explained))\b)|resolved|agreed|proposed"
    r"|approved|decision|motion|vote)\b"
)
_AS_A_BODY = lazy.compile(
    r"(?i)(?:the\s)?(?:\w+\s)?(?:board|committee|council|panel|meeting|group|governors|trustees|members|tsc|directors)\Z"
)
_OUTSIDE = lazy.compile(
    r"(?i)(?:the\s)?(?:borough|county|district|city|highways|government|home office|ministry|department|police|residents|students"
    r"|pupils|parents|staff|users?|developers?|applicants?|people|everyone|anyone|children|volunteers?|public|landowners?|owners?|tenants?|householders?|visitors?|contributors?|employees|contractors?|consultants?)\b"
)
_GROUP_NAME = lazy.compile(
    r"(?i)\b(?:(?:sub-?)?committee|(?:working|steering) (?:group|party)|panel|team|task force)\s*\Z"
)
_OF_ONE = lazy.compile(r"[A-Z][a-z]{1,14}")
"""Whom a meeting asks to do something is a person, even if no list has the name."""
_INITIALS = lazy.compile(r"(?!IT|HR|PR|EA|EU|UK|US|UN|AI|NE|GP|TV)[A-Z][ABD-Z]")
"""Two letters are a person's, but those that end as 'County Council' does."""
_FIRMS = frozenset("ltd limited plc inc llp llc gmbh".split())
"""What ends the name of a business."""
_LABEL = lazy.compile(
    r"(?P<name><[\w.|-]{1,24}>:?(?=\s)|@?[A-Z][\w.'’-]{0,24}(?:[ \t][A-Z][\w.'’-]{0,24}){0,2}(?=:)):?[ \t]+"
)
_WILL = lazy.compile(
    r"(?i)(?:I['’]ll|(?:I\s+)?will|(?:I['’]m\s+)?going\s+to|(?:I['’]?a?m\s+)?happy\s+to|I\s+can(?=\s+(?:do|take|write|look|help|ask|try|send|fix|add|open|make|draft)\b))\s+(?!be\b|not\b|have\b|need\b|say\b)[a-z]{2,}"
)
_WILL_BEHIND = lazy.compile(r"(?:[.;]|\s[-–—])\s+will\s+(?!be\b|not\b|have\b|need\b|say\b)[a-z]{2,}")
"""Behind the one who speaks, and behind something else: 'Ann: a pity - will ask them.'"""
_OFFERS = ("offer", "undert", "volunteer", "agree", "promis", "pledg")
"""Verbs that nobody but a person keeps company with."""
_JOINT = lazy.compile(r"\s*,\s+(?:and\s+)?|\s+(?:and|&)\s+|\s?/\s?")
_LONG_WORD = lazy.compile(r"[a-z]{4,}")
_HEAD = 100
"""Characters of a document that name the body that meets."""
_LONGEST = 1000
"""Characters; what goes on longer without a full stop is no sentence."""


def read(
    outline: Outline, roster: Roster, reading: Reading, recorded: Sequence[tuple[int, int]], meeting_date: str | None
) -> list[Commitment]:
    """Read them in document order; ``recorded`` are the spans of the actions, which say the same more firmly."""
    source = outline.source
    known = [_deed(source.fold(start, end)) for start, end in recorded]
    found: list[Commitment] = []
    for sentence in _sentences(outline, reading):
        start, end = sentence.start, sentence.end
        if any(a < end and b > start for a, b in recorded):
            continue
        owners = _owners(outline, roster, sentence)
        if not owners or _recorded(_deed(source.fold(start, end)), known):
            continue
        found.append(
            Commitment(
                id=f"C{len(found) + 1}", text=source.fold(start, end), span=Span(start=start, end=end),
                owners=owners, due=dates.due(source, start, end, meeting_date), section=outline.section_at(start),
            )
        )  # fmt: skip
    return found


def _sentences(outline: Outline, reading: Reading) -> Iterator[Sentence]:
    """Yield the sentences of the running text in which somebody may promise something."""
    cues = _cues(outline.source)
    for part in outline.parts:
        if part.kind not in ("business", "front"):
            continue
        for block in part.blocks:
            if block.kind not in ("paragraph", "bullet", "row") or not cues.within(block.body, block.end):
                continue
            start = unnumbered(outline.source.text, block.body, block.end)
            for cell_start, cell_end in block.cells or ((start, block.end),):
                for first, last in reading.spans(cell_start, cell_end):
                    if last - first < _LONGEST and cues.within(first, last):
                        yield reading.sentence(first, last)


def _cues(source: Source) -> Cues:
    """Return where something may be promised."""
    low, places = source.low, list[int]()
    for word, cue in _NEEDED:
        at = low.find(cue) if word in source.words else -1
        while at >= 0:
            places.append(at)
            at = low.find(cue, at + 1)
    return Cues(sorted(places))


def _owners(outline: Outline, roster: Roster, sentence: Sentence) -> list[Party]:
    """Return who promises something in the sentence, or is asked to do something; empty where nobody is."""
    source, text = outline.source, outline.source.text
    start, end = sentence.start, sentence.end
    if (label := _LABEL.match(text, start, end)) and (
        _WILL.match(text, label.end(), end) or _WILL_BEHIND.search(text, label.end(), end)
    ):
        return [roster.party(source, *label.span("name"))] if roster.resolve(label["name"]) else []
    if _RESOLVED.match(text, start, end) or text[end - 1] == "?":
        return []
    for act in sentence.deeds:
        if who := _owner(act, outline, roster):
            return _each(who, outline, roster)
    return []


def _owner(act: Act, outline: Outline, roster: Roster) -> Party | None:
    """Return who is to do it, if that is someone at the meeting."""
    span = act.speaker if act.kind == "promises" else act.addressee
    if span is None:
        return None
    party = roster.party(outline.source, *_bare(outline.source.text, *span))
    if party.attendee or any(map(roster.resolve, _JOINT.split(party.text))):
        return party
    text, verb = party.text.casefold(), outline.source.text[slice(*act.verb)].casefold()
    asked = act.kind == "requests" and text in ("everyone", "everybody")
    if (_OUTSIDE.match(party.text) and not asked) or text in ("they", "you", "i", "it"):
        return None
    if verb.startswith("agree") and _AS_A_BODY.match(party.text):
        return None
    if act.kind == "requests":
        named = _OF_ONE.fullmatch(party.text) and (act.speaker is None or _is_body(outline.source.text, act.speaker))
        return party if text.split()[-1] in ROLE or named else None
    if verb in WOULD and not (ROLE | TITLE).intersection(text.split()) and not _of_himself(outline.source.text, act):
        return None
    if verb in ("happy", "willing") and (_AS_A_BODY.match(party.text) or text.split()[-1] in GROUP):
        return None
    abroad = text.split()[-1] in _FIRMS or (
        party.text.isupper()
        and not _INITIALS.fullmatch(party.text)
        and text not in GROUP
        and not _of_our_own(outline.source.text, party.text)
    )
    offered = verb.startswith(_OFFERS) and not abroad
    return party if offered or (act.person and not abroad) else None


def _is_body(text: str, who: tuple[int, int]) -> bool:
    """Whether those who ask are a body."""
    return text[slice(*who)].casefold().split()[-1] in GROUP


def _of_our_own(text: str, short: str) -> bool:
    """Whether the short form is the body's own, or the document introduces it as that of a group that works for it."""
    if any(short in line for line in text[:_HEAD].split("\n", 2)[:2]):
        return True
    place = text.find(f"({short})")
    return place > 0 and _GROUP_NAME.search(text, max(0, place - 20), place) is not None


def _each(who: Party, outline: Outline, roster: Roster) -> list[Party]:
    """Return those whom "the Chair and the Clerk" names, one by one."""
    text, found, start = outline.source.text, [], who.span.start
    for joint in _JOINT.finditer(text, who.span.start, who.span.end):
        found.append((start, joint.start()))
        start = joint.end()
    return [roster.party(outline.source, *_bare(text, *span)) for span in (*found, (start, who.span.end))]


def _of_himself(text: str, act: Act) -> bool:
    """Whether the promise is put as "he said that he would"."""
    return text[max(0, act.verb[0] - 5) : act.verb[0]].rstrip().endswith((" he", " she"))


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the mention without its article."""
    return (start + 4, end) if text[start : start + 4].casefold() == "the " else (start, end)


def _deed(text: str) -> frozenset[str]:
    """Return the words that tell what is to be done."""
    return frozenset(_LONG_WORD.findall(text.casefold())) - {"will", "would", "that", "agreed", "said", "this", "with"}


def _recorded(deed: frozenset[str], known: Sequence[frozenset[str]]) -> bool:
    """Whether an action records nearly the same words."""
    return any(len(deed & other) * 5 >= min(len(deed), len(other)) * 3 for other in known if len(other) > 2)
