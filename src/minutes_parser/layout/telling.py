"""What reads as a sentence, so that it is no heading."""

from __future__ import annotations

from minutes_parser import lazy
from minutes_parser.layout.names import HONORIFIC

FINITE_WORDS = "was were is are has have had will would should could can did does do been".split()
FINITE = lazy.compile(
    rf"\b(?:{lazy.by_letter('|'.join([*FINITE_WORDS, 'agreed to', 'agreed that', 'resolved that']))})\b"
)
"""Words that make a sentence of a line; a heading has none, or only in a subordinate clause."""

PAST_WORDS = (
    "agreed noted reported said stated asked explained confirmed advised informed welcomed thanked declared presented proposed"
    " raised gave updated introduced suggested expressed highlighted outlined apologised attended spoke led read moved opened"
    " closed called adjourned took made motioned seconded nominated commented mentioned reminded announced remarked requested queried offered resolved told shared provided circulated".split()
)
PAST = lazy.compile(rf"(?:{'|'.join(PAST_WORDS)})\b")
"""Verbs of reporting, which may also stand as participles in a heading ('applications received')."""

_TASK = lazy.compile(r"[A-Z][\w’'/&]*(?: [A-Z][\w’']*){0,3} to [a-z]+ .*\.$")
"""'AB to obtain two quotes.' is a task."""

_TOLD = lazy.compile(
    r"(?:(?:[A-Z][\w’'\-]+ ){1,3}\([A-Z]\w{1,3}\)|[A-Z]{2,4}|The [A-Z][a-z]+) [a-z]+(?:ed|s|t)\b"
    r"|(?:Members|Councillors|Trustees|Governors|Directors|Commissioners|Residents|Officers) (?:[a-z]+ed|heard|spoke|felt|thought) [a-z]"
)
"""'Jo Bloggs (JB) described ...' is a report."""

PUT_OFF = lazy.compile(
    r"(?:Moved|Deferred|Postponed|Tabled|Held over|Carried (?:over|forward)) (?:to|until|till) "
    r"|(?:Resolved|RESOLVED|Agreed|AGREED|Decided|DECIDED|Voted|VOTED) (?:unanimously )?(?:to|that|not) |Motion (?:was )?(?:made )?by .{2,40}[,;] ?second"
    r"|(?:The )?(?:Motion|MOTION) (?:was )?(?i:carried|passed|failed|approved|adopted|defeated|lost)\b"
)
"""'Moved to the next meeting' and 'Voted to buy the gate' say what became of an item and name none."""
OUTCOME_OPENINGS = "MDPTHCRAV"
"""Letters with which a line begins that says what became of an item."""
_SHORT_SENTENCE = 40
"""Characters up to which a line is a sentence only if it begins as one."""
_SUBJECTS = frozenset("The She He They It We All Members This".split())
_NAMED = lazy.compile(rf"(?:The|{HONORIFIC}\b\.?)[ ]")
_BETWEEN_MARKS = 40
"""Characters that a name with what stands behind it has at most, on the average."""
_DID = lazy.compile(r"[a-z)’',] [a-z]{2,20}ed (?:the|that|an?|its|their|his|her|to|on|upon|with|members)\b")
"""A verb in the past with its object: '... in attendance, updated the Committee'."""

_ACTED = lazy.compile(
    r"(?:[a-z)’',]|\b[A-Z][a-z]{1,20} [A-Z][a-z’'-]{1,20}) (?:[a-z]{2,20}ed|met|paid|sent|held|found|bought|sold|felt|heard|left|won|lost|kept|built|spent|brought|got) (?:the|that|an?|its|their|his|her|all|no)\b"
    r"|(?:\A(?:It|They|We|Everyone|Nobody|There)| (?:stood|went|came|began|broke|wrote|fell|grew|chose|ran|became|complained|happened|leaked|begins|takes|comes|goes|gives|seems|wants?"
    r"|makes|gets|keeps|brings|hopes|believes|knows|expects|remains|requires|continues|includes|needs (?:the|an?|to|more)|costs (?=[£$€\d]))) [a-z£$€\d]"
)
"""What somebody did in a line with its stop: '... paid the invoice', '... came from the county'."""


def is_sentence(text: str, start: int, end: int) -> bool:
    """Whether the slice reads as a sentence and not as a heading."""
    line = text[start:end].strip()
    if (len(line) > 250 and not _lists(line)) or (not line.startswith("To ") and FINITE.search(line)):
        return True
    if line[:1] in OUTCOME_OPENINGS and PUT_OFF.match(line):
        return True
    if line[-1:] == "." and (
        (" to " in line and _TASK.match(line))
        or _TOLD.match(line)
        or (_NAMED.match(line) and _DID.search(line))
        or (_ACTED.search(line) and not line.startswith("To "))
    ):
        return True
    if line[-1:] not in (".", ":"):
        return False
    words = line.split(None, 4)[:4]
    if len(line) <= _SHORT_SENTENCE and (line[-1] == ":" or words[0] not in _SUBJECTS):
        return False
    return words[0][0].isupper() and any(PAST.fullmatch(word) for word in words[1:])


def _lists(line: str) -> bool:
    """Whether a line has a comma or semicolon for every few words, as long lists of people do."""
    return (line.count(",") + line.count(";")) * _BETWEEN_MARKS > len(line)


def tells(phrase: str) -> bool:
    """Whether a phrase begins with a verb of reporting: 'led the discussion'."""
    return bool(PAST.match(phrase))
