"""A question has no answer.

Why: whoever asked is owed one, in the minutes or by an action.

Bad:

    TA asked whether the quay is safe.

    5. Planning

Good:

    TA asked whether the quay is safe. OF confirmed that it is.

    5. Planning
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_parser.models import Severity
from minutes_parser.rules.subject import Fault, Subject, excerpt

SEVERITY: Severity = "info"
SENTENCES = True


def check(subject: Subject) -> Iterator[Fault]:
    """Report each exchange without an answer."""
    for exchange in subject.minutes.exchanges:
        if exchange.status == "unanswered":
            yield Fault(
                f"Nothing is minuted in answer to this: '{excerpt(exchange.question.text)}'", exchange.question.span
            )
