"""What stands below the findings: how many there are, what was mended and what can be."""

from __future__ import annotations

from collections import Counter

from minutes_parser.checks.run import Outcome
from minutes_parser.output import visible
from minutes_parser.rules import names


def summary(outcome: Outcome) -> str:
    """Return how many findings there are and what can be done."""
    found = len(outcome.found)
    parts = [_none(outcome) if not found else f"{found} finding{'s' * (found != 1)} in {_files(outcome)}."]
    if outcome.fixed:
        parts.append(f"{outcome.fixed} fixed.")
    mendable = Counter(located.mendable for located in outcome.found)
    if mendable["safe"]:
        parts.append(f"{mendable['safe']} can be fixed with --fix.")
    if mendable["unsafe"]:
        parts.append(f"{mendable['unsafe']} can be fixed with --fix --unsafe-fixes.")
    if outcome.accepted:
        parts.append(f"{outcome.accepted} accepted by the baseline.")
    return " ".join(parts) + "\n"


def fixes(outcome: Outcome) -> str:
    """Return what was mended, by file and rule."""
    lines = []
    for path, counts in outcome.fixes.items():
        lines += [
            f"{visible(path)}:",
            *(f"  {count} x {code} {names()[code]}" for code, count in sorted(counts.items())),
        ]
    return "".join(f"{line}\n" for line in ["Fixed:", *lines]) if lines else ""


def _none(outcome: Outcome) -> str:
    return "All checks passed." if outcome.files else "Nothing was checked."


def _files(outcome: Outcome) -> str:
    with_findings = len({located.path for located in outcome.found})
    return f"{with_findings} of {outcome.files} file{'s' * (outcome.files != 1)}"
