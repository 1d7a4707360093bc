"""Two people share one abbreviation.

Why: an action for those initials belongs to nobody in particular.

Bad:

    Present: Orla Fenwick (OF), Oscar Flint (OF)

Good:

    Present: Orla Fenwick (OFe), Oscar Flint (OFl)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from minutes_parser.models import Attendee, Severity
from minutes_parser.rules.subject import Fault, Subject

SEVERITY: Severity = "warning"


def check(subject: Subject) -> Iterator[Fault]:
    """Report each abbreviation that people of different names have."""
    shared: dict[str, dict[str, Attendee]] = defaultdict(dict)
    for person in subject.minutes.attendees:
        if person.abbreviation:
            shared[person.abbreviation.casefold()].setdefault(person.name.casefold(), person)
    for people in shared.values():
        if len(people) > 1:
            names = " and ".join(person.name for person in people.values())
            last = list(people.values())[-1]
            yield Fault(f"'{last.abbreviation}' stands for {names}.", last.span)
