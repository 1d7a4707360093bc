"""Headings that record decisions: 'Lettings policy - agreed', 'Appointment of the auditor (approved)'."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from minutes_parser import lazy
from minutes_parser.layout import motions
from minutes_parser.layout.outline import Outline, Part
from minutes_parser.layout.verdict_cues import VerdictCues
from minutes_parser.sentences import split
from minutes_parser.source import Source
from minutes_parser.stages.decisions.found import Found
from minutes_parser.stages.decisions.outcomes import merely_outcome, names_movers

_WIDEST_SIGN = 6
_SHORTEST_SENTENCE = 24
_LONGEST_TITLE = 200
_SHOUTED_ENDS = ("APPROVED", "AGREED", "CARRIED", "DEFERRED", "RESOLVED", "POSTPONED")
_VERBS = (" Resolved", " RESOLVED", " Agreed", " AGREED")
_ENDS = (
    "approved",
    "agreed",
    "adopted",
    "accepted",
    "carried",
    "rejected",
    "deferred",
    "postponed",
    "ratified",
    "elected",
    "passed",
    "denied",
    "declined",
)
_TOLD = lazy.compile(
    r"(?i)(?!\W{0,4}(?:motions?|decisions?|resolutions?|actions?|items?|matters?|proposals?|business|previously|already|not|what|as|if|once"
    r"|to|applications?|polic(?:y|ies)|payments?)\b)[^.:;?!\n]{4,90}?(?<!to\sbe)(?<!not)(?<!\bas)(?<!\band)[\s(–—-]{1,4}(?:\w{3,12}\s(?:&|and)\s)?"
    r"(?:approved|agreed|adopted|accepted|carried|passed|rejected|deferred|postponed|ratified|elected|denied|declined)(?:\s+unanimously)?[).*:\s]{0,4}\Z"
)
"""A heading that ends with what became of its matter; 'Motions approved' heads a list."""
_SEVERAL = lazy.compile(r"\W{0,4}(?:[A-Za-z’'-]{2,20}\s){0,4}[A-Za-z’'-]{2,20}s\s[a-z]{6,9}\W{0,4}\Z")
"""'Grants approved', below which stands which."""
_LONGEST_LIST = 800
_DEED = lazy.compile(
    r"(?i)\W{0,4}(?:to\s)?(?:adoption|approval|acceptance|ratification|(?:re-?)?election|(?:re-?)?appointment|approve|adopt|accept|ratify|elect|appoint)\s"
)
"""With which a title says what was moved below it: 'Adoption of the accounts'."""


def with_subject(outline: Outline, one: Found) -> Found:
    """Put the title in front of an outcome that stands behind it and a dash: 'Lettings policy – agreed'."""
    part = outline.part_at(one.start)
    if part is None or part.title is None or one.start < part.title[1]:
        return one
    text = outline.source.text
    if (
        part.blocks
        and one.start == part.blocks[0].body
        and (
            (motions.goes_on(text, one.start, one.end) and motions.puts_motion(text, *part.title))
            or (_DEED.match(text, *part.title) and names_movers(text, one.start, one.end))
        )
    ):
        return replace(one, start=part.title[0], terms=-1)  # the heading says what was moved
    return replace(one, start=part.title[0]) if behind_title(text, part, one.start, one.end) else one


def behind_title(text: str, part: Part, start: int, end: int) -> bool:
    """Whether nothing but a dash stands between the title and what begins at ``start``; before a mere outcome, a colon or a stop."""
    if part.title is None or start - part.title[1] > _WIDEST_SIGN:
        return False
    sign = text[part.title[1] : start].strip(" \t")
    if sign in ("–", "—", "-") or (not sign and text[start] in "–—-"):
        return True
    colon = sign == ":" or (not sign and text[part.title[1] - 1] in ":.")
    return colon and merely_outcome(text, start, end)  # 'Minutes of 4 May: agreed.'


def heading(source: Source, part: Part, cues: VerdictCues) -> Iterator[Found]:
    """Yield the heading of an item that says what became of it, or sentences of it that record decisions."""
    if part.title is None or part.kind not in ("business", "front"):
        return
    said = source.text[slice(*part.title)].rstrip(" .*):") if part.kind == "business" else ""
    if part.blocks and said.endswith(_VERBS) and source.text[part.blocks[0].body].islower():
        first = split(source.text, part.blocks[0].body, part.blocks[0].end, one_paragraph=True)[0]
        verb = part.title[0] + said.rfind(" ") + 1  # '3. Precept: Resolved', 'to set ...'
        yield Found(verb, first[1], first[1])
    elif part.number and source.text.startswith(("That ", "THAT "), part.title[0]):
        yield Found(*part.title, part.title[1])  # '(a) That the plan be approved;'
    elif said.endswith(_SHOUTED_ENDS) or (said.endswith(_ENDS) and _TOLD.match(source.text, *part.title)):
        if merely_outcome(source.text, *part.title):
            return  # 'MOTION CARRIED' tells of what stands above it
        end = _listed_end(source.text, part)
        yield Found(part.title[0], end, end)
    elif (
        part.title[1] - part.title[0] < _LONGEST_TITLE
        and cues.likely.within(*part.title)
        and (source.text[part.title[1] - 1] == "." or not part.blocks)
    ):
        for a, b in split(source.text, *part.title, one_paragraph=True):
            if b - a > _SHORTEST_SENTENCE and cues.decides(a, b):
                yield Found(a, b, b)


def _listed_end(text: str, part: Part) -> int:
    """Return where the heading ends that says what became of several, with the items below it if there is nothing else."""
    start, end = part.title or (0, 0)
    if not part.blocks or not _SEVERAL.match(text, start, end):
        return end
    last = part.blocks[-1].end
    return last if last - start < _LONGEST_LIST and all(one.kind == "bullet" for one in part.blocks) else end
