"""Reviewdog's diagnostic format. Source: reviewdog's ``proto/rdf/jsonschema/DiagnosticResult.json``."""

from __future__ import annotations

import json

from minutes_parser.checks.run import Outcome

_LEVELS = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def render(outcome: Outcome, color: bool) -> str:
    """Return one diagnostic result."""
    diagnostics = [
        {
            "message": located.message,
            "location": {
                "path": located.path,
                "range": {
                    "start": {"line": located.line, "column": located.column},
                    "end": {"line": located.end_line, "column": located.end_column},
                },
            },
            "severity": _LEVELS[located.severity],
            "code": {"value": located.code},
        }
        for located in outcome.found
    ]
    result = {"source": {"name": "minutes"}, "severity": "WARNING", "diagnostics": diagnostics}
    return json.dumps(result, indent=2, ensure_ascii=False) + "\n"
