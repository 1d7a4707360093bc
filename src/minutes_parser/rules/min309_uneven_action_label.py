"""The label of an action is written otherwise than the others.

Why: a search for the label misses it.

Bad:

    Action - OF to write to the tenants
    Action - TA to paint the gate
    Action  – TA to tell the neighbours

Good:

    Action - OF to write to the tenants
    Action - TA to paint the gate
    Action - TA to tell the neighbours
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from minutes_parser.models import Severity, Span
from minutes_parser.rules.subject import Fault, Fix, Subject

SEVERITY: Severity = "info"

_LABEL = re.compile(r"(?P<word>(?i:actions?))(?P<mark>[ \t]*[-–—:][ \t]*)(?=\S)")


def check(subject: Subject) -> Iterator[Fault]:
    """Report each label whose dash or spaces differ from those of most labels; the fix writes it as they are."""
    labels = list(_labels(subject))
    if not labels:
        return
    usual = Counter(label["mark"] for label in labels).most_common(1)[0][0]
    for label in labels:
        if label["mark"] != usual and _bare(label["mark"]) == _bare(usual):
            span = Span(start=label.start("mark"), end=label.end("mark"))
            yield Fault(
                f"'{label[0]}' is written '{label['word']}{usual}' elsewhere.",
                Span(start=label.start(), end=label.end()), Fix(span, usual, safe=True),
            )  # fmt: skip


def _labels(subject: Subject) -> Iterator[re.Match[str]]:
    """Yield the labels in front of the actions, where the text is known."""
    if not subject.text:
        return
    for action in subject.minutes.actions:
        line = subject.text.rfind("\n", 0, action.span.start) + 1
        if label := _LABEL.search(subject.text, line, action.span.end):
            yield label


def _bare(mark: str) -> str:
    """Return the mark without spaces, all dashes being one: a colon is a style of its own."""
    return mark.strip().replace("–", "-").replace("—", "-")
