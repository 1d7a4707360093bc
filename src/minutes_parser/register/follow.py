"""Following actions from meeting to meeting: by fixed rules, which abstain where it is not clear what is meant.

A later meeting of the same body speaks of an action

- by recording it again: an action with the same words, and no other owner;
- under a heading that reports on earlier meetings (matters arising, action log): in a sentence that has most words of
  this action and of no other as many. A mark of status in that sentence, or alone in the next, says what became of it, and
  so does the action's own verb, told as done: 'pay the bill', 'the bill has been paid';
- by saying there that all actions are complete, which is said of the meeting before.

A meeting of which body or day is not known is followed by none and follows none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from minutes_parser.register.held import Held, Task
from minutes_parser.register.verbs import participles
from minutes_parser.rules.likeness import mentions, words_of
from minutes_parser.sentences import split

Status = Literal["open", "carried over", "stale", "overdue", "done"]
SAME, OVERLAP = 0.8, 0.5
"""Shares of the shorter and of the longer text's words that an action and its repetition have in common."""
SILENT = 3
"""Meetings that say nothing of an open action, after which it is stale."""
FORGOTTEN = 12
"""Meetings that say nothing of an action, after which it is not looked for any more."""

_DONE = re.compile(r"\b(?:done|completed?|closed|discharged|actioned|fulfilled)\b", re.IGNORECASE)
_NOT_DONE = re.compile(
    r"\b(?:not|never|yet|incomplete|partly|partially|nearly|almost|except|until|once|when|if|unless|before|apart|other\s+than|"
    r"to|will|would|should|must|shall|can|could|may|cannot|half|being)\b|n['’]t\b",
    re.IGNORECASE,
)
"""Words beside which a mark of completion may mean another thing."""
_CARRIED = re.compile(
    r"\bcarried\s+(?:over|forward)\b|\bcarry\s+(?:over|forward)\b|\bon-?going\b|\boutstanding\b|\bin\s+progress\b|\bunder\s?way\b|"
    r"\bdeferred\b|\b(?:remains?|still)\s+open\b|\bpending\b|\bnot\s+(?:yet\s+)?(?:been\s+)?(?:done|completed?|started|closed)\b",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[\w’'-]+")
_MARKED_BEHIND = 6
"""Words behind what a row or line tells of an action, among which 'done' is said of it: 'Mend the roof - AB - done'."""
_TO = re.compile(r"\s(?:to|will|agreed to|is to|are to|was to)\s+", re.IGNORECASE)
_VERB = re.compile(r"(?:to\s+)?([a-z]{2,20})\b", re.IGNORECASE)
_PERFECT = re.compile(
    r"\b(?:has|have|had|was|were)\s+(?:now\s+|since\s+|also\s+|all\s+)?(?:been\s+)?(?:duly\s+|now\s+)?([a-z]{2,20})\b",
    re.IGNORECASE,
)
_ALL_DONE = re.compile(
    r"^all\s+(?:of\s+)?(?:the\s+)?(?:previous\s+|outstanding\s+)?actions?\s+(?:points\s+|items\s+)?"
    r"(?:(?:from|of|arising\s+from)\s+the\s+(?:last|previous)\s+(?:meeting|minutes)\s+)?"
    r"(?:(?:are|were|have\s+been|had\s+been)\s+)?(?:now\s+)?(?:done|complete[d]?|closed|discharged|actioned)\b",
    re.IGNORECASE,
)


class Report(NamedTuple):
    """What a later meeting says of an action."""

    path: str
    date: str
    text: str
    """The sentence or action, as quoted from there."""
    status: Status | None
    """None where it speaks of the action without a clear mark."""


@dataclass
class Item:
    """An action of the register, with what is said of it."""

    meeting: Held
    task: Task
    due: Task
    """The last record of it that names a time."""
    reports: list[Report] = field(default_factory=list)
    silent: int = 0
    """Meetings since it was last heard of."""

    def __post_init__(self) -> None:
        """Keep what later meetings are compared with."""
        self.words = _content(self.task)
        self.owners = {owner.casefold() for owner in self.task.owners}

    @property
    def done(self) -> bool:
        """Whether it is marked done, where it is recorded or by the last clear report."""
        return self.task.done or self._said() == "done"

    def _said(self) -> Status | None:
        return next((report.status for report in reversed(self.reports) if report.status), None)

    def status(self, as_of: str | None) -> Status:
        """Return its status; without a day nothing is overdue."""
        if self.done:
            return "done"
        if as_of and self.due.due_latest and self.due.due_latest < as_of:
            return "overdue"
        if self.silent >= SILENT:
            return "stale"
        return self._said() or "open"


def register(meetings: Iterable[Held], as_of: str | None = None) -> list[Item]:
    """Return the actions of the meetings up to the ISO date ``as_of``, by body, day and place, each once."""
    bodies: dict[str, list[Held]] = defaultdict(list)
    for meeting in meetings:
        if not (as_of and meeting.date and meeting.date > as_of):
            bodies[meeting.key].append(meeting)
    return [item for key in sorted(bodies) for item in _followed(bodies[key])]


def _followed(meetings: list[Held]) -> Iterator[Item]:
    """Yield the actions of one body."""
    looked_for: list[Item] = []
    for _, meeting in sorted((((held.date or "", held.path), held) for held in meetings), key=lambda entry: entry[0]):
        comparable = bool(meeting.key and meeting.date)
        earlier = (
            [item for item in looked_for if (item.meeting.date or "") < (meeting.date or "")] if comparable else []
        )
        heard: list[Item] = []
        new = []
        for task in meeting.tasks:
            again = _repeated(task, [item for item in earlier if item not in heard])
            if again:
                heard.append(again)
                again.due = task if task.due_latest else again.due
                status: Status = "done" if task.done else "carried over"
                again.reports.append(Report(meeting.path, meeting.date or "", task.text, status))
            else:
                new.append(Item(meeting, task, task))
        heard += _reported(meeting, [item for item in earlier if item not in heard])
        for item in earlier:
            item.silent = 0 if item in heard else item.silent + 1
        yield from new
        if comparable:
            looked_for = [item for item in [*looked_for, *new] if not item.done and item.silent < FORGOTTEN]


def _repeated(task: Task, earlier: list[Item]) -> Item | None:
    """Return the one earlier action that is recorded again as ``task``; None where none or several may be."""
    words, owners = _content(task), {owner.casefold() for owner in task.owners}
    fitting = [
        (len(words & item.words), item)
        for item in earlier
        if _same(words, item.words) and (not owners or not item.owners or owners & item.owners)
    ]
    return _best(fitting)


def _same(one: set[str], other: set[str]) -> bool:
    common = len(one & other)
    shorter, longer = sorted((len(one), len(other)))
    return common >= 2 and common >= SAME * shorter and common >= OVERLAP * longer


def _best(fitting: list[tuple[int, Item]]) -> Item | None:
    """Return the item that fits best; None where another fits as well."""
    most = max((share for share, _ in fitting), default=0)
    best = [item for share, item in fitting if share == most]
    return best[0] if len(best) == 1 else None


def _content(task: Task) -> set[str]:
    """Return the words of what is to be done, without those of owner and time."""
    aside = {
        word for part in (*task.owners, task.owner_as_written, task.due_as_written or "") for word in words_of(part)
    }
    words = set(words_of(task.text))
    return words - aside or words


def _reported(meeting: Held, earlier: list[Item]) -> list[Item]:
    """Note what the reports of ``meeting`` say of the earlier actions; return those of which they speak."""
    heard: list[Item] = []
    for block in meeting.reports:
        sentences = [block[start:end] for start, end in split(block, 0, len(block))]
        for number, sentence in enumerate(sentences):
            if _ALL_DONE.match(sentence) and not _NOT_DONE.search(sentence):
                day = max((item.meeting.date or "" for item in earlier), default="")
                spoken: list[Item] = [item for item in earlier if item.meeting.date == day]
                status: Status | None = "done"
            else:
                item = _spoken_of(sentence, earlier)
                spoken = [item] if item else []
                status = _mark(sentence) or _alone(sentences[number + 1 : number + 2])
                status = status or ("done" if item and _told_as_done(sentence, item) else None)
            for item in spoken:
                item.reports.append(Report(meeting.path, meeting.date or "", sentence, status))
            heard += [item for item in spoken if item not in heard]
    return heard


def _spoken_of(sentence: str, earlier: list[Item]) -> Item | None:
    words = set(words_of(sentence))
    fitting = [
        (len(words & item.words), item)
        for item in earlier
        if len(words & item.words) >= 2 and mentions(sentence, " ".join(sorted(item.words)))
    ]
    return _best(fitting)


def _mark(sentence: str) -> Status | None:
    """Return what a sentence says of the status; None where it says nothing, or not clearly."""
    done, carried = _DONE.search(sentence), _CARRIED.search(sentence)
    if carried:
        return "carried over" if not done or carried.start() <= done.start() < carried.end() else None
    return "done" if done and not _NOT_DONE.search(sentence) else None


def _told_as_done(sentence: str, item: Item) -> bool:
    """Whether a sentence that speaks of the action ends in 'done', or tells its verb as done."""
    behind = max((m.end() for m in _TOKEN.finditer(sentence) if item.words.intersection(words_of(m[0]))), default=0)
    rest = sentence[behind:]
    if len(rest.split()) <= _MARKED_BEHIND and _DONE.search(rest) and not _NOT_DONE.search(rest):
        return True
    verb = _VERB.match(item.task.text, _after_owner(item.task))
    if not verb or _NOT_DONE.search(sentence):
        return False
    told = _PERFECT.search(sentence)
    return told is not None and told[1].lower() in participles(verb[1].lower())


def _after_owner(task: Task) -> int:
    """Return where the text of an action begins behind 'AB to ', 'AB will '."""
    to = _TO.search(task.text)
    return to.end() if to and to.start() <= len(task.owner_as_written) + 1 else 0


def _alone(following: list[str]) -> Status | None:
    """Return the status that the next sentence says, where it says nothing else: 'Done.', 'Carried forward.'"""
    text = following[0].strip(" .;!") if following else ""
    mark = _DONE.fullmatch(text) or _CARRIED.fullmatch(text)
    return _mark(text) if mark else None
