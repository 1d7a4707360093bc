"""An open action of the meeting before is not reported on.

Why: it was forgotten, or it was done and nobody can see that.

Bad:

    April: Action: TA to paint the gate. May: no word of the gate.

Good:

    April: Action: TA to paint the gate. May: TA had painted the gate.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_parser.models import Severity
from minutes_parser.rules.likeness import Texts
from minutes_parser.rules.subject import Fault, Subject, excerpt

SEVERITY: Severity = "info"


def check(subject: Subject) -> Iterator[Fault]:
    """Report each open action of the last earlier minutes that no block of these resembles."""
    if not subject.earlier:
        return
    last = subject.earlier[-1]
    written = Texts(text for text, _ in subject.written())
    for action in last.actions:
        if not action.done and not written.mention(action.text):
            day = last.meeting.date.value if last.meeting.date else None
            yield Fault(f"Nothing is said of the action of {day or 'the last meeting'}: '{excerpt(action.text)}'")
