"""SARIF 2.1.0, which code hosts show as alerts. Source: OASIS, Static Analysis Results Interchange Format 2.1.0."""

from __future__ import annotations

import json
from urllib.parse import quote

from minutes_parser import __version__
from minutes_parser.checks.located import Located
from minutes_parser.checks.run import Outcome
from minutes_parser.report._data import with_fingerprints
from minutes_parser.rules import rule

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(outcome: Outcome, color: bool) -> str:
    """Return one log of one run."""
    codes = sorted({located.code for located in outcome.found})
    run = {
        "tool": {"driver": {"name": "minutes", "version": __version__, "rules": [_rule(code) for code in codes]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(located, digest, codes) for located, digest in with_fingerprints(outcome.found)],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False) + "\n"


def _rule(code: str) -> dict[str, object]:
    described = rule(code)
    return {
        "id": code,
        "name": described.name,
        "shortDescription": {"text": described.summary},
        "help": {"text": described.page},
        "defaultConfiguration": {"level": _LEVELS[described.severity]},
    }


def _result(located: Located, digest: str, codes: list[str]) -> dict[str, object]:
    region = {
        "startLine": located.line,
        "startColumn": located.column,
        "endLine": located.end_line,
        "endColumn": located.end_column,
    }
    return {
        "ruleId": located.code,
        "ruleIndex": codes.index(located.code),
        "level": _LEVELS[located.severity],
        "message": {"text": located.message},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": quote(located.path)}, "region": region}}],
        "partialFingerprints": {"minutes/v1": digest},
    }
