"""How often each rule was broken, the most frequent first."""

from __future__ import annotations

import json
from collections import Counter

from minutes_parser.checks.run import Outcome
from minutes_parser.source import MinutesError

FORMATS = ("full", "concise", "github", "json", "jsonl")
"""Those in which counts can be said; the others have a form of their own, which has no place for them."""


def statistics(outcome: Outcome, format: str) -> str:
    """Return the counts: a line each, or as JSON where ``format`` is that; raise ``MinutesError`` for any other."""
    if format not in FORMATS:
        raise MinutesError(f"options: {format} has no place for statistics; choose one of {', '.join(FORMATS)}")
    counts = Counter((located.code, located.name) for located in outcome.found)
    fixable = Counter(located.code for located in outcome.found if located.mendable == "safe")
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    entries = [
        {"code": code, "name": name, "count": count, "fixable": fixable[code]} for (code, name), count in ordered
    ]
    if format == "json":
        return json.dumps(entries, indent=2) + "\n"
    if format == "jsonl":
        return "".join(f"{json.dumps(entry)}\n" for entry in entries)
    return "".join(f"{count:6d}  {code}  {name}\n" for (code, name), count in ordered)
