"""The manifest of a converted archive, ``manifest.jsonl``: one line for each document, what became of it.

While a run goes on, lines are added at the end, so that a run that is killed goes on where it was; at the end of a run
the file is written anew, in the order of the paths.
"""

from __future__ import annotations

import io
import json
from collections.abc import Container, Iterator
from contextlib import contextmanager
from pathlib import Path

from minutes_parser.batch.places import Folder, Place
from minutes_parser.batch.task import Outcome, Task
from minutes_parser.models import SCHEMA_VERSION
from minutes_parser.source import MinutesError

NAME = "manifest.jsonl"
_OFTEN = 200
"""Outcomes after which the manifest is written to a place that cannot be added to."""


class Manifest:
    """What is known of the documents of an archive.

    It is kept as the lines of the file, and only what is asked for is made of them: so an archive takes little memory.
    """

    def __init__(self, out: Place) -> None:
        """Read the manifest of ``out``, where there is one; a line cut off by a killed run is left out."""
        self._out = out
        self._since = 0
        self._added: io.FileIO | None = None
        """The file while lines are added to it: opening it for each would take half of the time of keeping it."""
        self._lines: dict[str, bytes] = {}
        for line in out.read(NAME).splitlines() if out.exists(NAME) else ():
            if outcome := _outcome(line):
                self._lines[outcome.path] = line + b"\n"

    def __iter__(self) -> Iterator[Outcome]:
        """Yield what became of each document, in the order of the paths."""
        return (outcome for path in sorted(self._lines) if (outcome := _outcome(self._lines[path])))

    def outcome(self, path: str) -> Outcome | None:
        """Return what became of a document; None where that is not known."""
        return _outcome(self._lines[path]) if path in self._lines else None

    def keep(self, paths: Container[str]) -> None:
        """Forget all documents but these."""
        self._lines = {path: line for path, line in self._lines.items() if path in paths}

    def known(self, task: Task, retry_failed: bool) -> str:
        """Return the hash of the content for which nothing is left to do; empty where the document must be read."""
        before = self.outcome(task.entry.name)
        if not before or before.schema != SCHEMA_VERSION:
            return ""
        if (before.formats, before.model) != (task.formats, task.model):
            return ""
        if before.outcome == "failed":
            return "" if retry_failed else before.sha256
        return before.sha256 if all(self._out.exists(name) for name in before.outputs) else ""

    def add(self, outcome: Outcome) -> None:
        """Note what became of a document, at once; raise ``MinutesError`` where nothing can be written."""
        line = self._lines[outcome.path] = _line(outcome)
        if isinstance(self._out, Folder):
            with _told():
                if self._added is None:
                    path = Path(self._out.root, NAME)
                    path.parent.mkdir(parents=True, exist_ok=True)
                    self._added = path.open("ab", buffering=0)
                self._added.write(line)
            return
        self._since += 1
        if self._since >= _OFTEN:
            self.finish()

    def finish(self) -> None:
        """Write the manifest in the order of the paths."""
        self._since = 0
        if self._added is not None:
            self._added.close()
            self._added = None
        with _told():
            self._out.write(NAME, b"".join(self._lines[path] for path in sorted(self._lines)))


@contextmanager
def _told() -> Iterator[None]:
    """Tell a disk that is full or may not be written to in a sentence: without a manifest no run can go on."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or error
        raise MinutesError(f"{NAME}: cannot be written ({reason}); make room for it or choose another place") from error


def _line(outcome: Outcome) -> bytes:
    return json.dumps(outcome.as_dict(), ensure_ascii=False).encode() + b"\n"


def _outcome(line: bytes) -> Outcome | None:
    """Return the outcome that a line tells; None where it is cut off or tells another thing."""
    try:
        values = json.loads(line)
        values["outputs"], values["formats"] = tuple(values["outputs"]), tuple(values["formats"])
        return Outcome(**values)
    except (ValueError, KeyError, TypeError):
        return None
