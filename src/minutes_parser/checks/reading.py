"""Files are read and checked: what a run does where no earlier one has kept what it found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from minutes_parser import collector, file_bytes, parse_bytes
from minutes_parser.checks import fixes
from minutes_parser.checks.located import Lines, Located, locate
from minutes_parser.checks.run import Checked, File, Options
from minutes_parser.checks.selection import UNREADABLE, selected
from minutes_parser.checks.series import Series
from minutes_parser.checks.suppression import UNUSED, accepted, remarks, unused
from minutes_parser.models import Minutes, Span
from minutes_parser.rules import Finding, check, rule
from minutes_parser.rules.subject import Subject
from minutes_parser.source import MinutesError

_RECORD = ".json"
_EDITABLE = ("text/plain", "text/markdown")


@dataclass(frozen=True)
class _Document:
    """A file that was read, or why it could not be."""

    file: File
    minutes: Minutes | None = None
    fault: str = ""


def checked(group: Iterable[File], options: Options) -> list[Checked]:
    """Check files that belong together; one that cannot be read is a finding."""
    documents = [_document(file, options) for file in group]
    series = Series()
    if options.in_series:
        series = Series([*_earlier(options), *(document.minutes for document in documents if document.minutes)])
    return [_checked(document, series, options) for document in documents]


def located(minutes: Minutes, path: str, options: Options) -> list[Located]:
    """Return what is found in a record that was read from ``path``, and not accepted there."""
    codes = options.codes_for(path)
    subject = Series().subject(minutes)
    return _counting(path, subject, check(subject, codes), codes, options)


def finding(located: Located) -> Finding:
    """Return a finding without its file."""
    span = Span(start=located.span[0], end=located.span[1]) if located.span else None
    return Finding(located.code, located.name, located.severity, located.message, span)


def _document(file: File, options: Options) -> _Document:
    if file.fault:
        return _Document(file, fault=file.fault)
    try:
        return _Document(file, _minutes(file.data, file.path, options.codes, options.model))
    except MinutesError as error:
        return _Document(file, fault=str(error).removeprefix(f"{Path(file.path).name}: "))


def _earlier(options: Options) -> Iterator[Minutes]:
    """Yield the minutes that are named as earlier ones."""
    for path in options.earlier:
        yield _minutes(file_bytes(path)[0], str(path), ())


def _minutes(data: bytes, name: str, codes: Sequence[str], model: str | None = None) -> Minutes:
    """Return the record of a document, or the record that the file is."""
    if name.lower().endswith(_RECORD):
        return Minutes.from_json(data, Path(name).name)
    sentences = any(rule(code).sentences for code in codes)
    minutes = parse_bytes(data, Path(name).name, sentences=sentences, with_text=True, model=model)
    collector.settle()
    return minutes


def _checked(document: _Document, series: Series, options: Options) -> Checked:
    file, minutes = document.file, document.minutes
    if minutes is None:
        return Checked(_unreadable(document, options))
    codes = options.codes_for(file.path)
    subject = series.subject(minutes)
    if options.fix or options.diff:
        return _mended(file, minutes, subject, codes, options)
    return Checked(_counting(file.path, subject, check(subject, codes), codes, options))


def _mended(file: File, minutes: Minutes, subject: Subject, codes: Sequence[str], options: Options) -> Checked:
    """Mend what can be mended in a text; in any other format only say what is found."""
    before, counts, diff = subject.text or "", Counter[str](), ""
    editable = _is_editable(minutes, file.path)
    if editable:
        subject, counts = fixes.mend(
            subject, options.unsafe,
            read=lambda text: _minutes(_encoded(file, minutes, text), file.path, codes, options.model),
            look=lambda now: _not_accepted(check(now, codes), now),
        )  # fmt: skip
    if counts and options.diff:
        diff = fixes.difference(file.path, before, subject.text or "")
    elif counts and not file.stdin:
        fixes.write(Path(file.path), _encoded(file, minutes, subject.text or ""))
    text = _encoded(file, minutes, subject.text or "") if editable else file.data
    found = _counting(file.path, subject, check(subject, codes), codes, options)
    return Checked(found, counts, diff, text if file.stdin and options.fix and not options.diff else None)


def _is_editable(minutes: Minutes, path: str) -> bool:
    """Return whether a file holds the text itself, and no picture of it: a Word document, a PDF or a record."""
    return minutes.source.media_type in _EDITABLE and not path.lower().endswith(_RECORD)


def _not_accepted(findings: list[Finding], subject: Subject) -> list[Finding]:
    """Return the findings that no remark in the text accepts."""
    lines = Lines(subject.text or "")
    marks = remarks(lines)
    return [finding for finding in findings if accepted([locate("", finding, lines)], marks)]


def _placed(path: str, findings: Iterable[Finding], lines: Lines | None, options: Options) -> list[Located]:
    """Return findings with their places and the severities of the settings."""
    graded = (item._replace(severity=options.severities.get(item.code, item.severity)) for item in findings)
    return [locate(path, finding, lines) for finding in graded]


def _counting(
    path: str, subject: Subject, findings: list[Finding], codes: Sequence[str], options: Options
) -> list[Located]:
    """Return the findings that no remark in the text accepts, in the order of the text."""
    lines = Lines(subject.text) if subject.text is not None else None
    if not _is_editable(subject.minutes, path):
        findings = [finding._replace(fix=None) for finding in findings]
    found = _placed(path, findings, lines, options)
    if lines is None:
        return found
    marks = remarks(lines)
    found = accepted(found, marks)
    if UNUSED in codes:
        found += _placed(path, unused(marks, frozenset(codes)), lines, options)
    return sorted(found, key=lambda located: (located.line, located.column, located.code))


def _unreadable(document: _Document, options: Options) -> list[Located]:
    """Return the finding that a file was not checked: whatever is selected, unless just that is to be ignored."""
    if UNREADABLE in selected(options.settings.ignore, []):
        return []
    finding = Finding(UNREADABLE, rule(UNREADABLE).name, rule(UNREADABLE).severity, document.fault)
    return _placed(document.file.path, [finding], None, options)


def _encoded(file: File, minutes: Minutes, text: str) -> bytes:
    encoding = minutes.source.encoding or "utf-8"
    try:
        return fixes.encoded(text, file.data, encoding)
    except UnicodeEncodeError:
        raise MinutesError(f"{file.path}: has characters that {encoding} cannot hold; save it as UTF-8") from None
