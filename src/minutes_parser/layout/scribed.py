"""Lines with which the scribe of a call says what is spoken of next: 'Topic: Release plan'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from minutes_parser.layout.blocks import Block
from minutes_parser.layout.marks import TOPIC, Mark
from minutes_parser.source import Source

TOPIC_WORDS = frozenset(("topic", "subtopic"))


def with_topics(source: Source, blocks: Sequence[Block], marks: list[Mark]) -> list[Mark]:
    """Mark the lines that say what is spoken of next; short lines between them are what somebody says."""
    if not (TOPIC_WORDS & source.words or "genda item:" in source.low):
        return marks
    said = {m.text for m in marks if m.look == "heading"}
    topics = {i for i, m in enumerate(marks) if m.text not in said and _names_topic(source, blocks[i], m)}
    if not topics:
        return marks
    return [
        replace(m, look="capitals", topic="other") if i in topics
        else replace(m, look="", topic="other") if m.look == "short" and m.topic == "other" else m
        for i, m in enumerate(marks)
    ]  # fmt: skip


def _names_topic(source: Source, block: Block, m: Mark) -> bool:
    """Whether a line says what is spoken of next, as scribes of calls note it: 'Topic: Release plan'."""
    return (
        m.look in ("", "short") and block.kind == "paragraph" and not block.depth and len(block.lines) == 1
        and TOPIC.match(source.text, block.start, block.end) is not None
    )  # fmt: skip
