"""The record as one line of JSON, so that several records make a JSON Lines file."""

from __future__ import annotations

from minutes_parser.models import Minutes

SUFFIXES = (".jsonl", ".ndjson")


def write(minutes: Minutes) -> bytes:
    """Return the record as one line of UTF-8 text, as JSON Lines wants it."""
    return minutes.to_json(indent=None).encode() + b"\n"
