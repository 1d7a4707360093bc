"""A comment that suppresses findings suppresses none.

Why: it hides the next fault that appears there, which nobody decided to accept.

Bad:

    [minutes: ignore MIN301 the clerk knows] above an action that has an owner

Good:

    no such line
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_parser.models import Severity
from minutes_parser.rules.subject import Fault, Subject

SEVERITY: Severity = "info"


def check(subject: Subject) -> Iterator[Fault]:
    """Yield nothing: only after all other rules have run is it known which suppressions were of use."""
    yield from ()
