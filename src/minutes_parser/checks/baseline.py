"""Accepted findings of minutes that cannot be changed any more: matched by what they quote, not by their line."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from minutes_parser.checks.located import Located
from minutes_parser.output import opened
from minutes_parser.source import MinutesError

Key = tuple[str, str, str]
"""File relative to the baseline's folder, code, and what the finding is about."""
VERSION = 1


def read(path: Path) -> Counter[Key]:
    """Return how often each finding is accepted; raise ``MinutesError`` where ``path`` is no baseline."""
    try:
        entries = json.loads(path.read_text("utf-8"))["findings"]
        return Counter({(entry["file"], entry["code"], entry["quote"]): int(entry["count"]) for entry in entries})
    except OSError as error:
        raise MinutesError(f"{path.name}: cannot be read ({error.strerror}); make it with --write-baseline") from None
    except (ValueError, KeyError, TypeError):
        raise MinutesError(f"{path.name}: is no baseline; make it with --write-baseline") from None


def write(path: Path, found: Sequence[Located]) -> None:
    """Accept ``found``: write a baseline to ``path``, in the order of files, codes and quotes."""
    counts = Counter(_key(located, path) for located in found)
    entries = [{"file": key[0], "code": key[1], "quote": key[2], "count": counts[key]} for key in sorted(counts)]
    text = json.dumps({"version": VERSION, "findings": entries}, indent=2, ensure_ascii=False)
    with opened(path) as put:
        put(text.encode() + b"\n")


def without(found: Sequence[Located], accepted: Counter[Key], path: Path) -> list[Located]:
    """Return the findings beyond those that are accepted, each as often as it is accepted."""
    open_counts = Counter(accepted)
    left = []
    for located in found:
        key = _key(located, path)
        if open_counts[key]:
            open_counts[key] -= 1
        else:
            left.append(located)
    return left


def _key(located: Located, path: Path) -> Key:
    file = os.path.relpath(os.path.abspath(located.path), path.absolute().parent).replace(os.sep, "/")
    return file, located.code, located.quote
