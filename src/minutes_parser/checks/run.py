"""One run of the checker: read each file, check it, mend it, and say what is left."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from pathspec import GitIgnoreSpec

from minutes_parser import file_bytes, parse_bytes
from minutes_parser.checks import baseline, fixes
from minutes_parser.checks.located import Lines, Located, locate
from minutes_parser.checks.selection import selected
from minutes_parser.checks.series import Series
from minutes_parser.checks.settings import Settings
from minutes_parser.checks.suppression import UNUSED, accepted, remarks, unused
from minutes_parser.models import Minutes, Severity
from minutes_parser.rules import Finding, check, rule
from minutes_parser.rules.subject import Subject
from minutes_parser.source import MinutesError

UNREADABLE = "MIN001"
SERIES = "MIN6"
"""How the codes of the rules begin that look at earlier minutes."""
_EDITABLE = ("text/plain", "text/markdown")


@dataclass(frozen=True)
class Document:
    """A file that was read, or why it could not be."""

    path: str
    data: bytes = b""
    minutes: Minutes | None = None
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

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The rules to check."""
        return self.settings.codes()

    @cached_property
    def severities(self) -> Mapping[str, Severity]:
        """The severities of rules that have another one than their own."""
        return self.settings.severities()

    @cached_property
    def _excused(self) -> list[tuple[GitIgnoreSpec, frozenset[str]]]:
        return [
            (GitIgnoreSpec.from_lines([pattern]), frozenset(selected(selectors, [])))
            for pattern, selectors in self.settings.per_file_ignores.items()
        ]

    def codes_for(self, path: str) -> tuple[str, ...]:
        """Return the rules to check in a file."""
        relative = os.path.relpath(os.path.abspath(path), self.folder).replace(os.sep, "/")
        unwanted = {code for spec, codes in self._excused if spec.match_file(relative) for code in codes}
        return tuple(code for code in self.codes if code not in unwanted)

    def place(self, path: str, findings: Iterable[Finding], lines: Lines | None) -> list[Located]:
        """Return findings with their places and the severities of the settings."""
        graded = (item._replace(severity=self.severities.get(item.code, item.severity)) for item in findings)
        return [locate(path, finding, lines) for finding in graded]


@dataclass
class Outcome:
    """What a run found."""

    found: list[Located] = field(default_factory=list)
    files: int = 0
    fixed: int = 0
    accepted: int = 0
    """Findings that the baseline accepts."""
    diffs: list[str] = field(default_factory=list)

    def failing(self, strict: bool) -> bool:
        """Return whether anything was found that fails the run."""
        return any(strict or located.finding.severity != "info" for located in self.found)


class _Checked(NamedTuple):
    """What was found in one file, and what was changed in it."""

    found: list[Located]
    fixed: int = 0
    diff: str = ""


def run(paths: Iterable[Path], options: Options) -> Outcome:
    """Check the files, in their order; a file that cannot be read is a finding and the others are still checked."""
    outcome = Outcome()
    documents: Iterable[Document] = _documents(paths, options)
    series = Series()
    if any(code.startswith(SERIES) for code in options.codes):
        documents = list(documents)  # a series is known only once all of it was read
        series = Series([*_earlier(options), *(document.minutes for document in documents if document.minutes)])
    for document in documents:
        checked = _checked(document, series, options)
        outcome.files += 1
        outcome.found += checked.found
        outcome.fixed += checked.fixed
        outcome.diffs += [checked.diff] if checked.diff else []
    if options.settings.baseline:
        _accept(outcome, Path(options.folder, options.settings.baseline))
    return outcome


def findings(minutes: Minutes, path: str, options: Options) -> list[Finding]:
    """Return what is found in a record that was read from ``path``, and not accepted there or by the baseline."""
    outcome = Outcome(_checked(Document(path, minutes=minutes), Series(), options).found)
    if options.settings.baseline:
        _accept(outcome, Path(options.folder, options.settings.baseline))
    return [located.finding for located in outcome.found]


def _accept(outcome: Outcome, path: Path) -> None:
    left = baseline.without(outcome.found, baseline.read(path), path)
    outcome.accepted = len(outcome.found) - len(left)
    outcome.found = left


def _documents(paths: Iterable[Path], options: Options) -> Iterator[Document]:
    for path in paths:
        stdin = str(path) == "-"
        name = options.stdin_name if stdin else str(path).replace(os.sep, "/")
        try:
            data = sys.stdin.buffer.read() if stdin else file_bytes(path)[0]
            yield Document(name, data, _minutes(data, name, options.codes), stdin=stdin)
        except MinutesError as error:
            yield Document(name, fault=str(error).removeprefix(f"{Path(name).name}: "))


def _earlier(options: Options) -> Iterator[Minutes]:
    """Yield the minutes that are named as earlier ones."""
    for path in options.earlier:
        yield _minutes(file_bytes(path)[0], str(path), ())


def _minutes(data: bytes, name: str, codes: Sequence[str]) -> Minutes:
    """Return the record of a document, or the record that the file is."""
    if name.lower().endswith(".json"):
        return Minutes.from_json(data, Path(name).name)
    sentences = any(rule(code).sentences for code in codes)
    return parse_bytes(data, Path(name).name, sentences=sentences, with_text=True)


def _checked(document: Document, series: Series, options: Options) -> _Checked:
    if document.minutes is None:
        return _Checked(_unreadable(document, options))
    codes = options.codes_for(document.path)
    subject = series.subject(document.minutes)
    findings = check(subject, codes)
    fixed, diff = 0, ""
    if (options.fix or options.diff) and document.minutes.source.media_type in _EDITABLE:
        before = subject.text or ""
        subject, findings, fixed = fixes.mend(
            subject,
            findings,
            options.unsafe,
            lambda text: _minutes(_encoded(document, text), document.path, codes),
            codes,
        )
        if fixed and options.diff:
            diff = fixes.difference(document.path, before, subject.text or "")
        elif fixed and not document.stdin:
            fixes.write(Path(document.path), _encoded(document, subject.text or ""))
    return _Checked(_counting(document.path, subject, findings, codes, options), fixed, diff)


def _counting(
    path: str, subject: Subject, findings: list[Finding], codes: Sequence[str], options: Options
) -> list[Located]:
    """Return the findings that no remark in the text accepts, in the order of the text."""
    lines = Lines(subject.text) if subject.text is not None else None
    found = options.place(path, findings, lines)
    if lines is None:
        return found
    marks = remarks(lines)
    found = accepted(found, marks)
    if UNUSED in codes:
        found += options.place(path, unused(marks, frozenset(codes)), lines)
    return sorted(found, key=lambda located: (located.line, located.column, located.finding.code))


def _unreadable(document: Document, options: Options) -> list[Located]:
    """Return the finding that a file was not checked: whatever is selected, unless just that is to be ignored."""
    if UNREADABLE in selected(options.settings.ignore, []):
        return []
    finding = Finding(UNREADABLE, rule(UNREADABLE).name, rule(UNREADABLE).severity, document.fault)
    return options.place(document.path, [finding], None)


def _encoded(document: Document, text: str) -> bytes:
    encoding = (document.minutes.source.encoding if document.minutes else None) or "utf-8"
    try:
        return fixes.encoded(text, document.data, encoding)
    except UnicodeEncodeError:
        raise MinutesError(f"{document.path}: has characters that {encoding} cannot hold; save it as UTF-8") from None
