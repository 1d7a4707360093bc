"""Findings as plain values, for the formats that machines read."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence

from minutes_parser.checks.located import Located


def entry(located: Located) -> dict[str, object]:
    """Return a finding as JSON values."""
    return {
        "code": located.code,
        "name": located.name,
        "severity": located.severity,
        "message": located.message,
        "file": located.path,
        "line": located.line,
        "column": located.column,
        "end_line": located.end_line,
        "end_column": located.end_column,
        "span": {"start": located.span[0], "end": located.span[1]} if located.span else None,
        "fixable": located.mendable is not None,
    }


def with_fingerprints(found: Sequence[Located]) -> Iterator[tuple[Located, str]]:
    """Yield each finding with a digest that stays when lines are added above it: of file, code and quote."""
    seen: Counter[str] = Counter()
    for located in found:
        key = "\0".join((located.path, located.code, located.quote))
        seen[key] += 1
        yield located, hashlib.sha256(f"{key}\0{seen[key]}".encode()).hexdigest()
