"""Somebody else answers than the person asked.

Why: the question to the person asked may still be open.

Bad:

    TA asked the Treasurer what the quay costs. The Clerk said that it is a lot.

Good:

    TA asked the Treasurer what the quay costs. The Treasurer said that it is a lot.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_parser.models import Severity
from minutes_parser.rules.subject import Fault, Subject

SEVERITY: Severity = "info"
SENTENCES = True


def check(subject: Subject) -> Iterator[Fault]:
    """Report each exchange whose addressee is known and not among those who answer."""
    for exchange in subject.minutes.exchanges:
        asked = exchange.question.addressee
        answered = [answer.speaker for answer in exchange.answers if answer.speaker]
        if not (asked and asked.attendee and answered and all(speaker.attendee for speaker in answered)):
            continue
        if asked.attendee not in {speaker.attendee for speaker in answered}:
            yield Fault(f"'{asked.text}' was asked and '{answered[0].text}' answers.", answered[0].span)
