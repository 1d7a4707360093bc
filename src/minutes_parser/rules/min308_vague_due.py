"""The due date of an action is no date.

Why: nobody can say when "soon" is over.

Bad:

    Action: OF to write to the tenants asap

Good:

    Action: OF to write to the tenants by 20 May 2023
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_parser.models import Severity
from minutes_parser.rules.subject import Fault, Subject

SEVERITY: Severity = "info"

_VAGUE = re.compile(
    r"\b(?:a\.?s\.?a\.?p|as soon as (?:possible|practicable)|when(?:ever)? (?:possible|practicable|convenient|time allows)|in due course"
    r"|soon(?:est)?|shortly|urgent(?:ly)?|immediate(?:ly)?|on-?going|t\.?b\.?[acd]|at (?:some point|a later date))\b",
    re.IGNORECASE,
)


def check(subject: Subject) -> Iterator[Fault]:
    """Report due times that name neither a day nor an event."""
    for action in subject.minutes.actions:
        if action.due and not action.due.latest and not action.done and _VAGUE.search(action.due.text):
            yield Fault(f"'{action.due.text}' is no date.", action.due.span)
