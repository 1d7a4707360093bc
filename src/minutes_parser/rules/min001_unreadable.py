"""A file cannot be read.

Why: what cannot be read was not checked, and a run that passed it over would look clean.

Bad:

    an empty file, a scanned PDF without text, a Word file with a password

Good:

    a file with text in it
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_parser.models import Severity
from minutes_parser.rules.subject import Fault, Subject

SEVERITY: Severity = "error"


def check(subject: Subject) -> Iterator[Fault]:
    """Yield nothing: where there is a record, the file could be read; whoever reads files reports the others."""
    yield from ()
