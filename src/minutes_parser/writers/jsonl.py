"""The record as one line of JSON, so that several records make a JSON Lines file."""

from __future__ import annotations

from collections.abc import Sequence

from minutes_parser.models import Minutes

SUFFIXES = (".jsonl", ".ndjson")


def write(minutes: Minutes) -> bytes:
    """Return the record as one line of UTF-8 text, as JSON Lines wants it."""
    return minutes.to_json(indent=None).encode() + b"\n"


def write_all(records: Sequence[Minutes]) -> bytes:
    """Return a line for each record."""
    return b"".join(map(write, records))
