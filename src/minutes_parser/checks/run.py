"""One run of the checker: which files, what was found in them, now or by an earlier run, and what of it counts."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from minutes_parser import file_bytes
from minutes_parser.checks import baseline
from minutes_parser.checks.cache import Cache, digest
from minutes_parser.checks.files import Fits, matcher
from minutes_parser.checks.located import Located, Severity
from minutes_parser.checks.selection import selected
from minutes_parser.checks.settings import Settings
from minutes_parser.source import MinutesError

if TYPE_CHECKING:
    from minutes_parser.models import Minutes
    from minutes_parser.rules import Finding

SERIES = "MIN6"
"""How the codes of the rules begin that look at earlier minutes."""


class File(NamedTuple):
    """What a file holds, or why it could not be opened."""

    path: str
    """As it was named, with slashes."""
    data: bytes = b""
    fault: str = ""
    stdin: bool = False


@dataclass(frozen=True)
class Options:
    """What the command line asks of a run beside the settings."""

    settings: Settings
    folder: Path
    """To which the patterns of the settings are relative."""
    stdin_name: str = "-"
    earlier: Sequence[Path] = ()
    fix: bool = False
    unsafe: bool = False
    diff: bool = False
    cache: Cache | None = None
    model: str | None = None
    """The spaCy pipeline to ask beside the patterns."""

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The rules to check."""
        return self.settings.codes()

    @cached_property
    def severities(self) -> Mapping[str, Severity]:
        """The severities of rules that have another one than their own."""
        return self.settings.severities()

    @cached_property
    def in_series(self) -> bool:
        """Whether what is found in one file hangs on the others."""
        return any(code.startswith(SERIES) for code in self.codes)

    @cached_property
    def _excused(self) -> list[tuple[Fits, frozenset[str]]]:
        return [
            (matcher([pattern]), frozenset(selected(selectors, [])))
            for pattern, selectors in self.settings.per_file_ignores.items()
        ]

    def codes_for(self, path: str) -> tuple[str, ...]:
        """Return the rules to check in a file."""
        relative = os.path.relpath(os.path.abspath(path), self.folder).replace(os.sep, "/")
        unwanted = {code for fits, codes in self._excused if fits(relative) for code in codes}
        return tuple(code for code in self.codes if code not in unwanted)


@dataclass
class Outcome:
    """What a run found."""

    found: list[Located] = field(default_factory=list)
    files: int = 0
    fixes: dict[str, Mapping[str, int]] = field(default_factory=dict)
    """By file, how often a finding of each rule was mended."""
    accepted: int = 0
    """Findings that the baseline accepts."""
    diffs: list[str] = field(default_factory=list)
    mended: bytes | None = None
    """What standard input held, mended."""

    @property
    def fixed(self) -> int:
        """How many findings were mended."""
        return sum(sum(counts.values()) for counts in self.fixes.values())

    def failing(self, strict: bool) -> bool:
        """Return whether anything was found that fails the run."""
        return any(strict or located.severity != "info" for located in self.found)


class Checked(NamedTuple):
    """What was found in one file, and what was changed in it."""

    found: list[Located]
    fixes: Mapping[str, int] = MappingProxyType({})
    """How often a finding of each rule was mended."""
    diff: str = ""
    mended: bytes | None = None
    """Of standard input: what it held, mended."""


def run(paths: Iterable[Path], options: Options) -> Outcome:
    """Check the files, in their order; a file that cannot be read is a finding and the others are still checked."""
    outcome = Outcome()
    for group in _groups(paths, options):
        for file, checked in zip(group, _checked(group, options), strict=True):
            outcome.files += 1
            outcome.found += checked.found
            outcome.fixes.update({file.path: checked.fixes} if checked.fixes else {})
            outcome.diffs += [checked.diff] if checked.diff else []
            outcome.mended = checked.mended if file.stdin else outcome.mended
    return _accepting(outcome, options)


def findings(minutes: Minutes, path: str, options: Options) -> list[Finding]:
    """Return what is found in a record that was read from ``path``, and not accepted there or by the baseline."""
    from minutes_parser.checks import reading

    found = _accepting(Outcome(reading.located(minutes, path, options)), options).found
    return [reading.finding(located) for located in found]


def _accepting(outcome: Outcome, options: Options) -> Outcome:
    """Leave out what the baseline accepts."""
    if options.settings.baseline:
        path = Path(options.folder, options.settings.baseline)
        left = baseline.without(outcome.found, baseline.read(path), path)
        outcome.accepted = len(outcome.found) - len(left)
        outcome.found = left
    return outcome


def _groups(paths: Iterable[Path], options: Options) -> Iterator[list[File]]:
    """Yield what is checked together: each file alone, or all of them where a rule compares them."""
    files = (_file(path, options) for path in paths)
    if options.in_series:
        yield list(files)
    else:
        yield from ([file] for file in files)


def _file(path: Path, options: Options) -> File:
    stdin = str(path) == "-"
    name = options.stdin_name if stdin else str(path).replace(os.sep, "/")
    try:
        return File(name, sys.stdin.buffer.read() if stdin else file_bytes(path)[0], stdin=stdin)
    except MinutesError as error:
        return File(name, fault=str(error).removeprefix(f"{path.name}: "))


def _checked(group: Sequence[File], options: Options) -> list[Checked]:
    """Return what is found in the files of a group: what an earlier run kept of it, where it kept all."""
    cache = None if options.fix or options.diff or any(file.stdin for file in group) else options.cache
    if not cache:
        return _read(group, options)
    together = (
        [*group, *(File(str(path), file_bytes(path)[0]) for path in options.earlier)] if options.in_series else group
    )
    contents = digest(part for file in together for part in (file.fault, file.data))
    asked = [_asked(file, options) for file in group]
    kept = [cache.get(file.path, ask, contents) for file, ask in zip(group, asked, strict=True)]
    if all(found is not None for found in kept):
        return [Checked(found or []) for found in kept]
    fresh = _read(group, options)
    for file, ask, checked in zip(group, asked, fresh, strict=True):
        cache.put(file.path, ask, contents, checked.found)
    return fresh


def _asked(file: File, options: Options) -> str:
    """Return what is asked of a file, as far as it decides what is found: rules and their severities."""
    severities = map(str, sorted(options.severities.items()))
    model = [options.model] if options.model else []
    return digest([*options.codes, "", *options.codes_for(file.path), "", *severities, *model])


def _read(group: Sequence[File], options: Options) -> list[Checked]:
    from minutes_parser.checks import reading  # loads all that reads minutes, which takes half a second

    return reading.checked(group, options)
