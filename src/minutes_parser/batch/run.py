"""One run over an archive: plan, convert what is new, and keep the manifest."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from minutes_parser.batch import pool
from minutes_parser.batch.archive import Entry
from minutes_parser.batch.manifest import NAME, Manifest
from minutes_parser.batch.places import place
from minutes_parser.batch.task import Outcome, Task
from minutes_parser.source import MinutesError
from minutes_parser.writers import suffix


@dataclass(frozen=True)
class Options:
    """How a run goes about its work."""

    workers: int = 1
    dask: str | None = None
    limits: pool.Limits = field(default_factory=pool.Limits)
    retry_failed: bool = False
    fail_fast: bool = False


@dataclass
class Summary:
    """What a run did, kept up to date while it goes on."""

    total: int
    results: Counter[str] = field(default_factory=Counter)
    """How many documents were 'ok', 'partial', 'failed' or 'skipped'."""
    reasons: Counter[str] = field(default_factory=Counter)
    failures: list[Outcome] = field(default_factory=list)
    """Those that failed in this run."""
    failed_before: int = 0
    """How many of the skipped ones failed in an earlier run."""

    @property
    def done(self) -> int:
        """How many documents are dealt with."""
        return self.results.total()

    def add(self, outcome: Outcome | None) -> None:
        """Count what became of a document; None is one that has not changed."""
        self.results[outcome.outcome if outcome else "skipped"] += 1
        if outcome and outcome.reason:
            self.reasons[outcome.reason] += 1
        if outcome and outcome.outcome == "failed":
            self.failures.append(outcome)


def plan(
    entries: Iterable[Entry], out: str, formats: Sequence[str], keep_suffix: bool = False, model: str | None = None
) -> list[Task]:
    """Return what is to be done; raise ``MinutesError`` where two documents would be written to one file."""
    tasks = [Task(entry, out, _outputs(entry.name, formats, keep_suffix), model) for entry in entries]
    taken: dict[str, str] = {NAME: "the manifest"}
    for task in tasks:
        if "://" not in out and _within(out, task.entry.root):
            raise MinutesError(
                f"{out}: lies within the archive and would be read as a part of it; choose another folder"
            )
        for _, name in task.outputs:
            other = taken.setdefault(name.casefold(), task.entry.name)
            if other != task.entry.name:
                raise MinutesError(f"{name}: would be made of both {other} and {task.entry.name}; use --keep-suffix")
    return tasks


def run(tasks: Sequence[Task], out: str, options: Options, watch: Callable[[Summary], None]) -> Summary:
    """Convert what is new or has changed, calling ``watch`` after each document, and keep the manifest of ``out``."""
    where = place(out)
    where.tidy()
    manifest = Manifest(where)
    summary = Summary(len(tasks))
    manifest.keep({task.entry.name for task in tasks})
    fresh = (replace(task, known=manifest.known(task, options.retry_failed)) for task in tasks)
    workers = max(1, min(options.workers, len(tasks)))
    with closing(_converted(fresh, replace(options, workers=workers))) as converted:
        for task, outcome in converted:
            if outcome:
                manifest.add(outcome if outcome.sha256 else replace(outcome, sha256=_digest(task)))
            elif (before := manifest.outcome(task.entry.name)) and before.outcome == "failed":
                summary.failed_before += 1
            summary.add(outcome)
            watch(summary)
            if options.fail_fast and outcome and outcome.outcome == "failed":
                break
    where.tidy()  # after a worker that died while it wrote
    manifest.finish()
    return summary


def _converted(tasks: Iterable[Task], options: Options) -> pool.Work:
    if options.dask:
        return pool.on_dask(tasks, options.dask)
    if options.workers == 1 and options.limits == pool.Limits():
        return pool.in_this_process(tasks)
    return pool.in_processes(tasks, options.workers, options.limits)


def _outputs(name: str, formats: Sequence[str], keep_suffix: bool) -> tuple[tuple[str, str], ...]:
    path = PurePosixPath(name)
    stem = path if keep_suffix else path.with_suffix("")
    return tuple((format, f"{stem}{suffix(format)}") for format in formats)


def _within(out: str, root: str) -> bool:
    if "://" in root or not Path(root).is_dir():
        return False
    inner, outer = os.path.realpath(out), os.path.realpath(root)
    return inner == outer or inner.startswith(outer + os.sep)


def _digest(task: Task) -> str:
    """Return the hash of a document that its worker could not tell; empty where it cannot be read."""
    try:
        return hashlib.sha256(task.entry.read()).hexdigest()
    except (MinutesError, OSError, MemoryError):
        return ""
