"""Standing: what became of a task, where the minutes say so behind or below it."""

from __future__ import annotations

import re

from minutes_parser import lazy

# Looked for first: a task that is only partly done is not done.
_OPEN_WORDS = (
    r"(?:still[ ])?(?:not[ ](?:yet(?:[ ][a-z]{2,12})?|(?:complete|start|done)[a-z]*)|in(?:complete|[ ]progress|[ ]hand)|on-?going|outstanding"
    r"|part(?:ially|ly)?[ ](?:complete|done)[a-z]*|pending|carried[ ](?:forward|over)|carry[ ](?:forward|over)|c/?fwd|c/f"
    r"|wip|work[ ]continuing|on[ ]hold|to[ ]be[ ](?:done|confirmed|advised)|tbc|tba|tbd|unknown[ ]status|awaiting"
    r"|deferred|postponed|still[ ][a-z][^.\n]{0,60}|nearly[ ]done|needs[ ]assignment|unassigned|open(?![ ][a-z])|continue[sd](?![ ]?[a-z])|no[ ]progress"
    r"|not[ ]discussed|(?:moved|pushed|rolled)[ ](?:over[ ])?to[ ](?:the[ ])?(?:next|following)[ ][a-z]+|rolled[ ]over|on[ ](?:track|schedule)|under[ ]way|underway)"
)
_CLOSED_WORDS = (
    r"(?:(?:now[ ]|all[ ]|action[ ])?(?:done|complete(?:d|(?![ ](?:the|an?|all|our|this|these|any|and)\b))|closed|actioned|discharged|finished|resolved|achieved|implemented"
    r"|cleared|dropped|withdrawn|superseded|cancelled|canceled)|not[ ]to[ ]be[ ]taken[ ]forward"
    r"|no[ ]longer[ ](?:required|needed|relevant|applicable)|not[ ]required|no[ ]further[ ]action)"
)
_OPENS = lazy.compile(rf"(?i)[\s•●○▪◦*\-–—\[(]{{0,8}}(?:status[ ]?[:\-–—][ ]?|action[ ])?{_OPEN_WORDS}\b")
_CLOSES = lazy.compile(rf"(?i)[\s•●○▪◦*\-–—\[(✓✔☑]{{0,8}}(?:status[ ]?[:\-–—][ ]?)?{_CLOSED_WORDS}\b")
# Set off at the end of a task: behind a dash, in brackets, behind a gap, or in capitals behind the sentence.
_TAIL = lazy.compile(
    rf"[\s(\[](?:(?<=\s)\s*(?:[-–—]+[ ]*|[(\[][ ]*)|(?<=[(\[])[ ]*|(?<=\t)[ \t]*|(?<=[ ])[ ]{{2,8}}|(?<=[.;]\s)\s*)(?i:(?:status[ ]?[:\-–—][ ]?)?"
    rf"(?:(?P<open>{_OPEN_WORDS})|(?P<closed>{_CLOSED_WORDS})))\b"
)
_CAPITALS = lazy.compile(
    r"\s(?<!\bBE\s)(?<!\bbe\s)\s*(?:(?P<open>(?:STILL )?(?:NOT (?:YET(?: [A-Z]+)?|COMPLETED?|DONE|STARTED)|ONGOING|IN PROGRESS|OUTSTANDING|WORK CONTINUING"
    r"|PENDING|CARRIED (?:FORWARD|OVER)|INCOMPLETE))|(?P<closed>DONE|COMPLETED?|CLOSED|ACTIONED|DISCHARGED))\b"
)
_SHOUTED = ("ED", "ING", "NOT ", "DONE", "COMPLETE", "PROGRESS")
"""Without which none of those words stands in capitals."""
_AHEAD = lazy.compile(
    r"\[?(?:(?P<closed>DONE|COMPLETED?|CLOSED|[✅✔✓☑]\ufe0f?)|(?:NOT DONE|ONGOING|IN PROGRESS|OUTSTANDING|PENDING|OPEN))\]?[ ]?[:\-–—]?[ ]+(?=\S)"
)
_TICKS = ("✅", "✔", "✓", "☑")
_CELL_CLOSED = lazy.compile(rf"(?i)\W{{0,4}}(?:{_CLOSED_WORDS}|yes|y|100(?= ?%)|✓|✔|x|☑|green)\b|\s*[✓✔☑]")

_TOLD = lazy.compile(r"(?:[Hh]as|[Hh]ave|[Hh]ad|[Ii]s|[Aa]re|[Ww]as|[Ww]ere|[Dd]id)\b")
"""With which somebody tells what became of an earlier task: 'AB: Has sent the form'."""
_SPOKEN = lazy.compile(
    r"(?:(?:I|We|It|You|He|She|They|There|This|That|Yes|No(?=[,.;])|OK|Ok|Okay|So|Do|Does|Didn|Don|How|Why|When|Can|Could|Would|Will|Were)\b"
    r"|[A-Z][a-z]{2,12}(?:es|[^es\Wu]s|[^e\W]ed)\s)"
)
"""With which somebody speaks, or is told to have spoken, where earlier tasks are gone through: 'AB: There are two', 'AB: Proposes ...'."""
_STATES = lazy.compile(r"(?i)(?:the|an?|this|these|that|those|there|it|we|no|not|some)\b")
_PROMISES = lazy.compile(r"\b(?:will|would)\b|[’']ll\b")
_LONGEST_BID = 200
_FINITE = lazy.compile(r"\b(?:is|are|was|were|has|have|had|did|does|can|may|I|we)\b|\?|\b[A-Z][a-z]{3,12}ed\b")
_MERE_DATE = lazy.compile(
    r"(?i)(?:by\s+|due\s+)?(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?|\d{1,2}(?:st|nd|rd|th)?\s+[a-z]{3,9}\.?(?:,?\s+\d{4})?"
    r"|[a-z]{3,9}\s+\d{1,2}(?:,?\s+\d{4})?)\W*\Z"
)
"""A line that holds nothing but a date: by then the task above it is due."""


_OF_LIST = lazy.compile(
    r"(?i)(?:the\s|all\s|any\s|these\s|both\s|there\s(?:are|were)\sno\s|no\s)?(?:[a-z]{3,12}\s){0,2}?(?:actions?|action\s(?:log|list|points|items|plan|tracker|register)|items|matters)\b[^.:;\n]{0,80}?"
    r"\s(?:was|were|(?:has|have)\sbeen|is|are)\s(?:[a-z]{3,12}\s){0,2}?(?:reviewed|updated|noted|discussed|received|circulated|completed?|closed|considered|included|covered|outstanding|confirmed|discharged|actioned|in\shand|on\sthe\sagenda)\b"
)
"""What a sentence says of the list of actions as a whole: 'The action log was reviewed.'"""
_CLOSING = lazy.compile(
    r"(?i)(?:date (?:and time )?of )?(?:the )?next (?:meeting|call|session)\b|meeting (?:was )?(?:closed|ended|adjourned|opened|concluded)\b|adjourn(?:ed|ment)\b|(?:meeting )?(?:closed?|ended|ends) (?:at )?\d"
    r"|(?:respectfully submitted|minutes (?:were )?(?:taken|prepared|submitted|recorded) by|signed)\b|(?:cheers|(?:kind |best |warm )?regards|many thanks|thanks|thank you|yours \w+)\W*\Z"
)
"""What stands below the last list of minutes and is no task."""


def closes(text: str, start: int, end: int) -> bool:
    """Whether the words stand below the last list of minutes, or tell of the list as a whole, and are no task."""
    return bool(_CLOSING.match(text, start, end) or _OF_LIST.match(text, start, end))


def standing(text: str, start: int, end: int) -> bool | None:
    """Return whether the words that open at ``start`` call a task done; None where they say nothing of it."""
    if _OPENS.match(text, start, end):
        return False
    return True if _CLOSES.match(text, start, end) else None


def standing_ahead(text: str, start: int, end: int) -> tuple[bool | None, int]:
    """Return what capitals in front of a task say of it, and where its words begin: 'DONE Ann to send the form'."""
    match = _AHEAD.match(text, start, end)
    return (match["closed"] is not None, match.end()) if match else (None, start)


def tells(text: str, start: int, *, spoken: bool) -> bool:
    """Whether the words tell what became of a task, or, where earlier ones are gone through, what somebody said of it."""
    return bool(_TOLD.match(text, start) or (spoken and _SPOKEN.match(text, start)))


def promises(text: str, start: int, end: int) -> bool:
    """Whether the words say what will be done or what is: among the next steps that is no item of a list of tasks."""
    return bool(_STATES.match(text, start, end) or _PROMISES.search(text, start, min(end, start + 120)))


def bids(text: str, start: int, end: int) -> bool:
    """Whether a short item that names nobody may bid something be done: 'Invite the county', and not 'Repairs are late'."""
    return end - start < _LONGEST_BID and not (_STATES.match(text, start, end) or _FINITE.search(text, start, end))


def merely_date(text: str, start: int, end: int) -> bool:
    """Whether nothing but a date stands there."""
    return end - start < 30 and bool(_MERE_DATE.match(text, start, end))


def cell_done(text: str, start: int, end: int) -> bool:
    """Return whether the cell of a status column calls the task done."""
    return not _OPENS.match(text, start, end) and bool(_CELL_CLOSED.match(text, start, end))


def standing_behind(text: str, start: int, end: int) -> tuple[bool | None, int]:
    """Return whether the end of the task from ``start`` calls it done, and where the task's own words end."""
    if text[start:end].rstrip()[-2:].strip("\ufe0f ")[-1:] in _TICKS and end - start > 3:
        return True, max(text.rfind(tick, start, end) for tick in _TICKS)
    said = text[start:end]
    shouts = any(map(said.__contains__, _SHOUTED))
    for pattern in (_TAIL, _CAPITALS) if shouts else (_TAIL,):
        for match in pattern.finditer(text, start + 3, end):
            if _sets_off(text, match, end):
                return match["closed"] is not None, match.start()
    return None, end


def _sets_off(text: str, match: re.Match[str], end: int) -> bool:
    """Whether nothing but a remark follows the standing: it ends the text, is in capitals or opens the remark."""
    word = match["open"] or match["closed"]
    rest = text[match.end() : end].lstrip()
    return not rest.rstrip(" .;)]*_") or word.isupper() or rest[0] in ".,;:)]-–—("
