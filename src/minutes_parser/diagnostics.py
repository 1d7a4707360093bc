"""What a reader of the record should know: what reading noted, and the findings of the rules that every record reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minutes_parser.models import Diagnostic, Minutes, Span
from minutes_parser.roster import Roster
from minutes_parser.rules import check
from minutes_parser.rules.subject import Subject, excerpt
from minutes_parser.source import Source

REPORTED = (
    "MIN002", "MIN101", "MIN102", "MIN103", "MIN104", "MIN105", "MIN106", "MIN121", "MIN122", "MIN126", "MIN201", "MIN202",
    "MIN301",
)  # fmt: skip
"""The rules whose findings every record holds: those that say where a value is missing, doubtful or contradictory."""


def diagnose(source: Source, minutes: Minutes, roster: Roster | None = None) -> list[Diagnostic]:
    """Return the diagnostics of a record, those of the whole document first, then in the order of place and code.

    ``roster`` is that of the attendees, where it has been made.
    Of text that is no minutes that alone is said: all else follows from it.
    """
    found = check(Subject(minutes, people=roster), REPORTED)
    if any(finding.code == "MIN002" for finding in found):
        found = [finding for finding in found if finding.code == "MIN002"]
    diagnostics = [
        *_set_aside(source),
        *(Diagnostic(code=item.code, severity=item.severity, message=item.message, span=item.span) for item in found),
    ]
    return sorted(diagnostics, key=lambda item: (item.span.start if item.span else -1, item.code))


def several(source: Source, begins: Sequence[int]) -> Diagnostic:
    """Return what the record of the first of several meetings says of the others, which begin at ``begins``."""
    start = begins[0]
    end = next(line.end for line in source.lines if line.start >= start)
    message = (
        f"The document holds {len(begins) + 1} meetings; this record is of the first, the second begins with "
        f"'{excerpt(source.fold(start, end))}'."
    )
    return Diagnostic(code="MIN006", severity="warning", message=message, span=Span(start=start, end=end))


def _set_aside(source: Source) -> Iterator[Diagnostic]:
    """Report what the reader noted, and the lines that it took for page furniture."""
    for note in source.notes:
        yield Diagnostic(code="MIN004", severity="info", message=note)
    aside = [line for line in source.lines if line.kind == "furniture"]
    if aside and not any("set aside" in note for note in source.notes):
        first = Span(start=aside[0].start, end=aside[0].end)
        lines = "1 line was" if len(aside) == 1 else f"{len(aside)} lines were"
        message = (
            f"{lines} set aside as page numbers, running heads or web chrome, "
            f"the first of them '{excerpt(source.fold(first.start, first.end))}'."
        )
        yield Diagnostic(code="MIN004", severity="info", message=message, span=first)
