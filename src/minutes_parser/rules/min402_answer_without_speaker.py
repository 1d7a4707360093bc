"""An answer does not say who gave it.

Why: nobody can be held to it.

Bad:

    TA asked whether the quay is safe. It was confirmed that it is.

Good:

    TA asked whether the quay is safe. OF confirmed that it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_parser.models import Severity
from minutes_parser.rules.subject import Fault, Subject, excerpt

SEVERITY: Severity = "info"
SENTENCES = True


def check(subject: Subject) -> Iterator[Fault]:
    """Report each answer without a speaker."""
    for exchange in subject.minutes.exchanges:
        for answer in exchange.answers:
            if answer.speaker is None:
                yield Fault(f"Who said this is not minuted: '{excerpt(answer.text)}'", answer.span)
