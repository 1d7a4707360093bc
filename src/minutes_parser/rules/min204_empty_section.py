"""An item has a heading and nothing below it.

Why: nobody can tell whether the item was taken, deferred or forgotten.

Bad:

    4. Accounts

    5. Planning

Good:

    4. Accounts

    Deferred to the next meeting.

    5. Planning
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_parser.models import Severity
from minutes_parser.rules.numbers import head
from minutes_parser.rules.subject import Fault, Subject, excerpt

SEVERITY: Severity = "info"

_TELLS = re.compile(
    r"\b(?:none|nil|no|not|nothing|noted|made|received|taken|given|agreed|approved|accepted|adopted|declared|deferred|"
    r"close[ds]?|closure|closing|adjourn\w*|end(?:ed|s)?|was|were|had)\b",
    re.IGNORECASE,
)
"""A heading that says by itself what came of the item: 'Declarations of interest: none', 'Close'."""
_LETTER = re.compile(r"[a-z]{1,4}", re.IGNORECASE)
"""Letters number the items of lists, too, such as what is to come on the next agenda."""


def check(subject: Subject) -> Iterator[Fault]:
    """Report each section without text and without sections of its own, if its heading does not say all."""
    parents = {section.parent for section in subject.minutes.sections}
    for section in subject.minutes.sections:
        told = _TELLS.search(section.title or "") or _LETTER.fullmatch((section.number or "").strip("().").strip())
        if not section.blocks and section.id not in parents and not told:
            yield Fault(f"Nothing is minuted under '{excerpt(section.title or section.number or '')}'.", head(section))
