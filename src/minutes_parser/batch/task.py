"""One document of an archive: what is to be done with it, and what became of it. Every executor runs ``convert``."""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Literal

from minutes_parser import __version__, parse_bytes
from minutes_parser.batch.archive import Entry
from minutes_parser.batch.places import place
from minutes_parser.models import SCHEMA_VERSION, Minutes
from minutes_parser.source import MinutesError
from minutes_parser.writers import render, wants_text

_PARTIAL = {"MIN002": "no-minutes", "MIN006": "several-meetings"}
"""Diagnostics of a record that is not all that the document may hold."""
Result = Literal["ok", "partial", "failed"]


@dataclass(frozen=True)
class Task:
    """A document, and the files to make of it."""

    entry: Entry
    out: str
    outputs: tuple[tuple[str, str], ...]
    """Format and name of each file, relative to ``out``."""
    model: str | None = None
    """The spaCy pipeline to ask beside the patterns."""
    known: str = ""
    """Hash of the content that was converted before; it need not be again."""

    @property
    def formats(self) -> tuple[str, ...]:
        """The formats to write."""
        return tuple(format for format, _ in self.outputs)


@dataclass(frozen=True)
class Outcome:
    """What became of a document: a line of the manifest."""

    path: str
    sha256: str = ""
    outcome: Result = "ok"
    reason: str = ""
    """Why not ok: 'no-minutes', 'several-meetings' (of which the first is read); 'unreadable', 'timeout', 'died', 'memory', 'write' or 'bug'."""
    message: str = ""
    outputs: tuple[str, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    ms: float = 0
    formats: tuple[str, ...] = ()
    tool: str = __version__
    schema: str = SCHEMA_VERSION
    model: str | None = None

    def as_dict(self) -> dict[str, object]:
        """Return the values in the order of the fields."""
        return dict(vars(self))


def convert(task: Task) -> Outcome | None:
    """Convert one document; None where it has not changed. Nothing but a full disk or a bug in a library raises."""
    start = time.perf_counter()
    digest = ""
    try:
        data = task.entry.read()
        digest = hashlib.sha256(data).hexdigest()
        if digest == task.known:
            return None
        with_text = any(map(wants_text, task.formats))
        minutes = parse_bytes(data, PurePosixPath(task.entry.name).name, with_text=with_text, model=task.model)
        _write(task, minutes)
    except MinutesError as error:
        message = str(error).removeprefix(f"{PurePosixPath(task.entry.name).name}: ")
        return failed(task, "unreadable", message, digest, start)
    except OSError as error:
        return failed(task, "write" if digest else "unreadable", error.strerror or str(error), digest, start)
    except MemoryError:
        return failed(task, "memory", "needs more memory than a worker may take", digest, start)
    except Exception as error:  # a bug must not end a run of ten thousand documents; the manifest tells it
        return failed(task, "bug", f"{type(error).__name__}: {error}", digest, start)
    reason = next((_PARTIAL[found.code] for found in minutes.diagnostics if found.code in _PARTIAL), "")
    return Outcome(
        task.entry.name, digest, "partial" if reason else "ok", reason,
        outputs=tuple(name for _, name in task.outputs), counts=_counts(minutes), ms=_since(start), formats=task.formats,
        model=task.model,
    )  # fmt: skip


def failed(task: Task, reason: str, message: str, digest: str = "", start: float | None = None) -> Outcome:
    """Return the outcome of a document that could not be converted."""
    ms = _since(start) if start is not None else 0
    return Outcome(task.entry.name, digest, "failed", reason, message, ms=ms, formats=task.formats, model=task.model)


def _write(task: Task, minutes: Minutes) -> None:
    out = place(task.out)
    for format, name in task.outputs:
        record = minutes if wants_text(format) else _without_text(minutes)
        out.write(name, render(record, format))


def _without_text(minutes: Minutes) -> Minutes:
    if minutes.source.text is None:
        return minutes
    return minutes.model_copy(update={"source": minutes.source.model_copy(update={"text": None})})


def _counts(minutes: Minutes) -> dict[str, int]:
    parts = ("attendees", "sections", "actions", "commitments", "exchanges", "decisions", "diagnostics")
    return {part: len(getattr(minutes, part)) for part in parts}


def _since(start: float) -> float:
    return round((time.perf_counter() - start) * 1000, 1)
