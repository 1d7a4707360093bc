"""The record as JSON, and the JSON Schema of that JSON."""

from __future__ import annotations

import json

from minutes_parser.models import Minutes

SUFFIXES = (".json",)
DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMA_ID = "urn:minutes-parser:record:"


def write(minutes: Minutes) -> bytes:
    """Return the record as UTF-8 text, indented, with a line end."""
    return minutes.to_json().encode() + b"\n"


def schema() -> bytes:
    """Return the JSON Schema (draft 2020-12) of the record, made from the models."""
    made = Minutes.model_json_schema(mode="serialization")
    version = Minutes.model_fields["schema_version"].default
    head = {"$schema": DIALECT, "$id": f"{SCHEMA_ID}{version}"}
    return json.dumps({**head, **made}, indent=2, ensure_ascii=False).encode() + b"\n"
