"""GitLab's Code Quality report.

Source: GitLab's documentation, "Code Quality", "Import Code Quality results": description, check_name, fingerprint,
severity (info, minor, major, critical, blocker) and location.
"""

from __future__ import annotations

import json

from minutes_parser.checks.run import Outcome
from minutes_parser.report._data import with_fingerprints

_LEVELS = {"error": "critical", "warning": "major", "info": "minor"}


def render(outcome: Outcome, color: bool) -> str:
    """Return one JSON array."""
    issues = [
        {
            "description": f"{located.code} {located.name}: {located.message}",
            "check_name": located.name,
            "fingerprint": fingerprint,
            "severity": _LEVELS[located.severity],
            "location": {"path": located.path, "lines": {"begin": located.line, "end": located.end_line}},
        }
        for located, fingerprint in with_fingerprints(outcome.found)
    ]
    return json.dumps(issues, indent=2, ensure_ascii=False) + "\n"
