"""The manifest of a converted archive, ``manifest.jsonl``: one line for each document, what became of it.

While a run goes on, lines are added at the end, so that a run that is killed goes on where it was; at the end of a run
the file is written anew, in the order of the paths.
"""

from __future__ import annotations

import json
from pathlib import Path

from minutes_parser.batch.places import Folder, Place
from minutes_parser.batch.task import Outcome, Task
from minutes_parser.models import SCHEMA_VERSION

NAME = "manifest.jsonl"
_OFTEN = 200
"""Outcomes after which the manifest is written to a place that cannot be added to."""


class Manifest:
    """What is known of the documents of an archive."""

    def __init__(self, out: Place) -> None:
        """Read the manifest of ``out``, where there is one; a line cut off by a killed run is left out."""
        self._out = out
        self._since = 0
        self.outcomes: dict[str, Outcome] = {}
        text = out.read(NAME).decode("utf-8", errors="replace") if out.exists(NAME) else ""
        for line in text.splitlines():
            if outcome := _outcome(line):
                self.outcomes[outcome.path] = outcome

    def known(self, task: Task, retry_failed: bool) -> str:
        """Return the hash of the content for which nothing is left to do; empty where the document must be read."""
        before = self.outcomes.get(task.entry.name)
        if not before or before.schema != SCHEMA_VERSION or before.formats != task.formats:
            return ""
        if before.outcome == "failed":
            return "" if retry_failed else before.sha256
        return before.sha256 if all(self._out.exists(name) for name in before.outputs) else ""

    def add(self, outcome: Outcome) -> None:
        """Note what became of a document, at once."""
        self.outcomes[outcome.path] = outcome
        if isinstance(self._out, Folder):
            path = Path(self._out.root, NAME)
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("ab") as file:
                file.write(_line(outcome))
            return
        self._since += 1
        if self._since >= _OFTEN:
            self.finish()

    def finish(self) -> None:
        """Write the manifest in the order of the paths."""
        self._since = 0
        self._out.write(NAME, b"".join(_line(self.outcomes[path]) for path in sorted(self.outcomes)))


def _line(outcome: Outcome) -> bytes:
    return json.dumps(outcome.as_dict(), ensure_ascii=False).encode() + b"\n"


def _outcome(line: str) -> Outcome | None:
    """Return the outcome that a line tells; None where it is cut off or tells another thing."""
    try:
        values = json.loads(line)
        values["outputs"], values["formats"] = tuple(values["outputs"]), tuple(values["formats"])
        return Outcome(**values)
    except (ValueError, KeyError, TypeError):
        return None
