"""A question was put and an answer declined.

Why: the minutes should say who will answer it and when.

Bad:

    TA asked what the quay costs. OF could not say without the survey.

Good:

    TA asked what the quay costs. OF said that it costs 400 pounds.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_parser.models import Severity
from minutes_parser.rules.subject import Fault, Subject, excerpt

SEVERITY: Severity = "info"
SENTENCES = True


def check(subject: Subject) -> Iterator[Fault]:
    """Report each exchange whose answer was declined."""
    for exchange in subject.minutes.exchanges:
        if exchange.status == "declined":
            yield Fault(f"No answer was given to this: '{excerpt(exchange.question.text)}'", exchange.question.span)
