"""``minutes schema``: print the JSON Schema of the record."""

from __future__ import annotations

from minutes_parser.output import to_stdout


def schema() -> None:
    """Print the JSON Schema of the record (draft 2020-12)."""
    from minutes_parser.writers import json

    to_stdout(json.schema())
