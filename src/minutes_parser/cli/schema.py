"""``minutes schema``: print the JSON Schema of the record."""

from __future__ import annotations

from typing import Annotated

from minutes_parser.cli.options import flag
from minutes_parser.output import to_stdout


def schema(
    settings: Annotated[bool, flag("--settings", "Print the schema of minutes.toml instead.")] = False,
) -> None:
    """Print the JSON Schema of the record (draft 2020-12)."""
    if settings:
        from minutes_parser.checks import settings as of_checks

        to_stdout(of_checks.schema())
        return
    from minutes_parser.writers import json

    to_stdout(json.schema())
