"""A task: its words, whom they name, and what became of it, read from one stretch of text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutes_parser import lazy
from minutes_parser.layout import dated, motions, owners
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.mentions import Known
from minutes_parser.layout.mentions import Span as Place
from minutes_parser.layout.standing import standing_ahead, standing_behind
from minutes_parser.sentences import split

_NUMBERED = lazy.compile(
    r"\s*(?:[•●○▪■◦‣*+–—-]\s+)?(?:\(?(?:\d{1,4}(?:[.\-/]\d{1,4}){0,3}|[a-z]|[A-Z](?!\.\s[A-Z][\w’'-]{1,20}(?::|\s[–-]\s|\s(?:moved|made|motioned|seconded|proposed|nominated|and)\b|/))|[ivx]{1,5})[.)]{1,2}"
    r"|#?\d{1,4}[a-z]?(?:[./\-]\d{1,4}){1,3}(?:-[a-z])?:?|#\d{1,5}[:.)]?|(?:A|T|AI|AP|ACT|Action|ACTION)[-# ]?(?:[A-Z]{1,5}[-.]){0,2}\d{1,4}(?:[-./]\d{1,4}){0,3}"
    r"(?:[:.)]|\s[-–—]))\s+(?=\S)"
)
_NOTHING = lazy.compile(
    r"(?i)\W*(?:none\b.{0,40}|n/?a|not\s+applicable|nil|no\s+(?:new\s+|further\s+|outstanding\s+)?(?:actions?|items?)\b.*|nothing\b.*|tbc|tbd"
    r"|to\s+be\s+confirmed|see\s.*|not(?:ed?|ing)|to\s+note|closed|completed?|done|actioned|approved|agreed|accepted|yes|no|aye|nay|abstain(?:ed|s)?|abstention|recused|(?:not\s+)?present|absent|(?:for\s+)?(?:noting|information|discussion|decision))?\W*\Z",
    re.DOTALL,
)
_LETTER = lazy.compile(r"[^\W\d_]")
_INITIALLED = lazy.compile(r"(?:[A-Z]\.\s?){1,3}[A-Z][\w’'-]{1,30}")
_DUE_BEHIND = lazy.compile(r"(?i)\b(?:due|deadline|target)(?:\s(?:by|date))?:?\s(?P<due>[^.;()\[\]\n]{3,30})")
_DUE_FIELD = lazy.compile(
    r"[\s;,]\s?(?i:due(?:\s(?:date|by))?|deadline|target(?:\sdate)?|by\swhen)\s?:\s{0,2}(?P<due>[^:;()\[\]\n]{2,30}?)[.\s]*\Z"
)
_WORK = lazy.compile(
    r"\b(?:to|will|would|shall|should|must|agreed|deferred|needs?|needed|ongoing|on-going|requested|asked|action)\b",
    re.IGNORECASE,
)
_LONGEST_TOPIC = 60
_CALLS = lazy.compile(r"\b(?:to|will|would|shall|should|must)\b")


@dataclass(slots=True)
class Task:
    """Something to do, as it stands in the text."""

    start: int
    end: int
    owners: tuple[Place, ...] = ()
    due: Place | None = None
    """A field that holds nothing but the time by when; else the time is sought in the words."""
    done: bool = False


def is_nothing(text: str, start: int, end: int) -> bool:
    """Whether the words say that there is no action: 'None', 'n/a', 'Noted'."""
    return end - start < 200 and (bool(_NOTHING.match(text, start, end)) or not _LETTER.search(text, start, end))


def unnumbered(text: str, start: int, end: int) -> int:
    """Return where the text begins behind a list number or letter."""
    if text[start + 1 : start + 2].islower() and text[start].isalpha() and text[start] not in "Aivx":
        return start  # "The": with two letters of which the second is small, no number begins but "Action 3", "ii"
    match = _NUMBERED.match(text, start, end)
    return match.end() if match else start


def task_start(text: str, start: int, end: int, known: Known) -> int:
    """Return where a task begins behind its number; the initial of somebody of the meeting is no letter of a list."""
    named = _INITIALLED.match(text, start, end) if text[start + 1 : start + 2] == "." else None
    return start if named and known(named.group()) else unnumbered(text, start, end)


def behind_topic(text: str, block: Block, start: int, known: Known) -> int:
    """Return where a task begins behind a topic set in bold, which is nobody of the meeting: '**Budget:** Complete the survey.'"""
    first, last = block.emphasis[0] if block.emphasis else (0, 0)
    if not start <= first < last < block.end or last - start > _LONGEST_TOPIC:
        return start
    topic = text[first : last + 1].rstrip("* ")
    return start if not topic.endswith(":") or known(topic.rstrip(":* ")) else first + len(topic)


def works(text: str, start: int, end: int) -> bool:
    """Whether the words say that somebody is to do something."""
    return bool(_CALLS.search(text, start, end))


def working(text: str, start: int, end: int) -> Place:
    """Return the last sentence that tells of work to do; the last of all where none does."""
    found = [
        place
        for place in split(text, start, end, one_paragraph=True)
        if not is_nothing(text, *place) and not motions.merely_terms(text, *place)
    ]
    return next(
        (place for place in reversed(found) if _WORK.search(text, *place)), found[-1] if found else (start, end)
    )


def read_task(text: str, start: int, end: int, known: Known, *, given: tuple[Place, ...] = (), listed: bool = False,
              due: Place | None = None, worded: Place | None = None) -> Task | None:  # fmt: skip
    """Read the task that the text states; None where it says that there is none.

    ``given`` are the owners that a label or a column names; ``listed`` tells that the text is an item of a list of
    actions, where 'AB: ...' and 'AB - ...' name the owner; of ``worded`` it is known that no mere owners stand there.
    """
    start = task_start(text, start, end, known)
    if is_nothing(text, start, end):
        return None
    ahead, start = standing_ahead(text, start, end)
    whole = end
    done, end = standing_behind(text, start, end)
    if end < whole and due is None and (told := _DUE_BEHIND.search(text, end, min(whole, end + 80))):
        due = told.span("due")  # '... - open, due 5 May'
    done = ahead if done is None else done
    found = given
    if listed and not found and (owned := owners.ahead(text, start, end, known)):
        if not any(known(text[a:b]) for a, b in owned.owners) and (sole := owners.only(text, owned.start, end, known)):
            return Task(*_trimmed(text, start, sole[0][0]), sole)  # 'MOT - Karl'
        found, start = owned.owners, owned.start
        if is_nothing(text, start, end):
            return None  # 'Ann    [+1]', 'Ann: yes'
        due = due or dated.day_behind(text, start, end)
    if due is None and (field := _DUE_FIELD.search(text, max(start + 1, end - 60), end)):
        due, end = field.span("due"), field.start()  # '... Due: 5 May'
    if not found and (fields := owners.fields_behind(text, start, end, known)):
        found, end, due = fields[0].owners, fields[0].end, due or fields[1]
    elif (owned := owners.behind(text, start, end, known)) and not _doubtful(text, start, owned, known):
        found, end = found or owned.owners, owned.end
        if done is None:
            done, end = standing_behind(text, start, end)
    elif listed and not found and (apart := dated.dated_behind(text, start, end, known)):
        found, end, due = apart[0].owners, apart[0].end, due or apart[1]
    elif listed and not found and (owned := owners.known_behind(text, start, end, known)):
        found, end = owned.owners, owned.end
    if (start, end) != worded and owners.only(text, start, end, known):
        return None
    doers = () if found and not _everybody(text, found) else _doers(text, start, end, known)
    start, end = _trimmed(text, start, end)
    if start >= end:
        return None
    return Task(start, end, _distinct(text, (*doers, *found)), due, bool(done))


def _doubtful(text: str, start: int, owned: owners.Owned, known: Known) -> bool:
    """Whether what ends the task may be an abbreviation of a thing: unknown, while the sentence names its owner."""
    unknown = not any(known(text[a:b]) for a, b in owned.owners)
    return (
        unknown
        and text[owned.end : owned.owners[0][0]].strip() in ("(", "[")
        and bool(_doers(text, start, owned.end, known))
    )


def _doers(text: str, start: int, end: int, known: Known) -> tuple[Place, ...]:
    """Return whoever the sentences call on: 'AB to ...', 'The Clerk will ...'."""
    return tuple(
        place for a, b in split(text, start, end, one_paragraph=True) for place in owners.subject(text, a, b, known)
    )


def _everybody(text: str, places: tuple[Place, ...]) -> bool:
    return all(text[a:b].strip().lower() in ("all", "everyone", "everybody") for a, b in places)


def _distinct(text: str, places: tuple[Place, ...]) -> tuple[Place, ...]:
    seen: dict[str, Place] = {}
    for a, b in places:
        seen.setdefault(" ".join(text[a:b].casefold().split()).removeprefix("the "), (a, b))
    return tuple(sorted(seen.values()))


def _trimmed(text: str, start: int, end: int) -> Place:
    while start < end and text[start] in " \t\n\r:–—-•":
        start += 1
    while end > start and text[end - 1] in " \t\n\r;([–—-":
        end -= 1
    return start, end
