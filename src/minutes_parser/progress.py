"""How far a long run has come, on standard error; a home of rich beside the view."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from minutes_parser.output import visible

Watch = Callable[[int, Mapping[str, int]], None]
"""What is called after each document: with how many are done, and how many of each result."""
SECONDS = 10
"""Between two lines where there is no terminal."""
MOST_FAILURES = 20
"""Failures that the summary names; the manifest has all."""
_RESULTS = ("ok", "partial", "failed", "skipped")


@contextmanager
def conversion(total: int, quiet: bool) -> Iterator[Watch]:
    """Show a bar in a terminal, a line now and then elsewhere, nothing where it is to be ``quiet``."""
    start = time.monotonic()
    if quiet:
        yield lambda done, results: None
    elif not sys.stderr.isatty():
        yield _Lines(total, start)
    else:
        columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[state]}"), TimeRemainingColumn())
        with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
            bar = progress.add_task("", total=total, state="")
            yield lambda done, results: progress.update(bar, completed=done, state=_state(done, results, start))


def converted(results: Mapping[str, int], reasons: Mapping[str, int], failures: Sequence[tuple[str, str]]) -> str:
    """Return the summary of a run: how many documents came to what, why, and which failed."""
    lines = [f"{results[name]:8d}  {name}" for name in _RESULTS if results.get(name)]
    lines += [f"{'':10}{count:6d}  {reason}" for reason, count in sorted(reasons.items())]
    lines += [f"failed: {visible(path)}: {visible(message)}" for path, message in sorted(failures)[:MOST_FAILURES]]
    if len(failures) > MOST_FAILURES:
        lines.append(f"... and {len(failures) - MOST_FAILURES} more, in the manifest")
    return "".join(f"{line}\n" for line in lines) or "       0  documents\n"


class _Lines:
    """A line on standard error now and then."""

    def __init__(self, total: int, start: float) -> None:
        self.total, self.start, self.last = total, start, start

    def __call__(self, done: int, results: Mapping[str, int]) -> None:
        now = time.monotonic()
        if now - self.last >= SECONDS:
            self.last = now
            sys.stderr.write(f"{done} of {self.total}: {_state(done, results, self.start)}\n")


def _state(done: int, results: Mapping[str, int], start: float) -> str:
    rate = done / max(time.monotonic() - start, 0.001)
    parts = [f"{results[name]} {name}" for name in ("failed", "skipped") if results.get(name)]
    return ", ".join([f"{rate:.0f} a second", *parts])
