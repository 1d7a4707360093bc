"""One run of the checker: read each file, check it, mend it, and say what is left."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pathspec import GitIgnoreSpec

from minutes_parser import file_bytes, parse_bytes
from minutes_parser.checks import baseline, fixes
from minutes_parser.checks.located import Lines, Located, locate
from minutes_parser.checks.selection import selected
from minutes_parser.checks.series import Series
from minutes_parser.checks.settings import Settings
from minutes_parser.checks.suppression import UNUSED, accepted, remarks, unused
from minutes_parser.models import Minutes
from minutes_parser.rules import Finding, check, rule
from minutes_parser.rules.subject import Subject
from minutes_parser.source import MinutesError

UNREADABLE = "MIN001"
SERIES = "MIN6"
"""How the codes of the rules begin that look at earlier minutes."""
MOST_ROUNDS = 100
"""How often a file is mended and read again: mending one number may bring the next to light."""
_EDITABLE = ("text/plain", "text/markdown")


@dataclass
class Document:
    """A file that was read, or why it could not be."""

    path: str
    data: bytes = b""
    minutes: Minutes | None = None
    fault: str = ""
    stdin: bool = False

    @property
    def text(self) -> str | None:
        """The text to which the spans refer, where it is known."""
        return self.minutes.source.text if self.minutes else None


@dataclass
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


def run(paths: Iterable[Path], options: Options) -> Outcome:
    """Check the files, in their order; a file that cannot be read is a finding and the others are still checked."""
    codes = options.settings.codes()
    outcome = Outcome()
    documents: Iterable[Document] = _documents(paths, codes, options)
    series = Series()
    if any(code.startswith(SERIES) for code in codes):
        documents = list(documents)  # a series is known only once all of it was read
        series = Series([*_earlier(options), *(document.minutes for document in documents if document.minutes)])
    for document in documents:
        outcome.files += 1
        outcome.found += _checked(document, series, options, outcome)
    if options.settings.baseline:
        _accept(outcome, Path(options.folder, options.settings.baseline))
    return outcome


def _accept(outcome: Outcome, path: Path) -> None:
    left = baseline.without(outcome.found, baseline.read(path), path)
    outcome.accepted = len(outcome.found) - len(left)
    outcome.found = left


def _documents(paths: Iterable[Path], codes: Sequence[str], options: Options) -> Iterator[Document]:
    for path in paths:
        stdin = str(path) == "-"
        name = options.stdin_name if stdin else str(path).replace(os.sep, "/")
        try:
            data = sys.stdin.buffer.read() if stdin else file_bytes(path)[0]
            yield Document(name, data, _minutes(data, name, codes), stdin=stdin)
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


def _checked(document: Document, series: Series, options: Options, outcome: Outcome) -> list[Located]:
    codes = _codes_for(document.path, options)
    if document.minutes is None:
        ignored = UNREADABLE in selected(options.settings.ignore, [])
        return [] if ignored else [_unreadable(document, options)]  # whatever is selected: it was not checked
    subject = series.subject(document.minutes)
    findings = check(subject, codes)
    if (options.fix or options.diff) and document.minutes.source.media_type in _EDITABLE and document.text is not None:
        subject, findings = _mend(document, subject, findings, codes, options, outcome)
    lines = Lines(subject.text) if subject.text is not None else None
    found = [_graded(locate(document.path, finding, lines), options) for finding in findings]
    if lines is None:
        return found
    marks = remarks(lines)
    left = accepted(found, marks)
    if UNUSED in codes:
        left += [_graded(locate(document.path, finding, lines), options) for finding in unused(marks, frozenset(codes))]
    return sorted(left, key=lambda located: (located.line, located.column, located.finding.code))


def _unreadable(document: Document, options: Options) -> Located:
    finding = Finding(UNREADABLE, rule(UNREADABLE).name, rule(UNREADABLE).severity, document.fault)
    return _graded(locate(document.path, finding, None), options)


def _graded(located: Located, options: Options) -> Located:
    severity = options.settings.severities().get(located.finding.code)
    return located.with_severity(severity) if severity else located


def _codes_for(path: str, options: Options) -> tuple[str, ...]:
    """Return the rules to check in a file."""
    settings = options.settings
    relative = os.path.relpath(os.path.abspath(path), options.folder).replace(os.sep, "/")
    ignore = [
        selector
        for pattern, selectors in settings.per_file_ignores.items()
        if GitIgnoreSpec.from_lines([pattern]).match_file(relative)
        for selector in selectors
    ]
    unwanted = set(selected(ignore, [])) if ignore else set()
    return tuple(code for code in settings.codes() if code not in unwanted)


def _mend(
    document: Document,
    subject: Subject,
    findings: list[Finding],
    codes: Sequence[str],
    options: Options,
    outcome: Outcome,
) -> tuple[Subject, list[Finding]]:
    """Mend the document as often as there is something to mend; return it as it then is, and what is left to report."""
    before, text, changes = subject.text or "", subject.text or "", 0
    for _ in range(MOST_ROUNDS):
        chosen = fixes.fixable(findings, options.unsafe)
        if not chosen:
            break
        changes += len(chosen)
        text = fixes.mended(text, chosen)
        data = _encoded(document, text)
        subject = Subject(_minutes(data, document.path, codes), text, subject.earlier)
        findings = check(subject, codes)
    if not changes:
        return subject, findings
    outcome.fixed += changes
    if options.diff:
        outcome.diffs.append(fixes.difference(document.path, before, text))
    elif not document.stdin:
        fixes.write(Path(document.path), _encoded(document, text))
    return subject, findings


def _encoded(document: Document, text: str) -> bytes:
    encoding = (document.minutes.source.encoding if document.minutes else None) or "utf-8"
    try:
        return fixes.encoded(text, document.data, encoding)
    except UnicodeEncodeError:
        raise MinutesError(f"{document.path}: has characters that {encoding} cannot hold; save it as UTF-8") from None
