"""Changes of the text that mend findings."""

from __future__ import annotations

import codecs
import difflib
from collections.abc import Callable, Sequence
from pathlib import Path

from minutes_parser.models import Minutes
from minutes_parser.output import opened
from minutes_parser.rules import Finding, check
from minutes_parser.rules.subject import Fix, Subject

MOST_ROUNDS = 100
"""How often a text is mended and read again: mending one number may bring the next to light."""
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def mend(
    subject: Subject, findings: list[Finding], unsafe: bool, read: Callable[[str], Minutes], codes: Sequence[str]
) -> tuple[Subject, list[Finding], int]:
    """Mend a text as often as there is something to mend, and ``read`` it again each time.

    Return what then is to be looked at, what is left to report in it, and how many changes were made.
    """
    changes = 0
    for _ in range(MOST_ROUNDS):
        chosen = _fixable(findings, unsafe)
        if not chosen:
            break
        changes += len(chosen)
        text = mended(subject.text or "", chosen)
        subject = Subject(read(text), text, subject.earlier)
        findings = check(subject, codes)
    return subject, findings, changes


def _fixable(findings: Sequence[Finding], unsafe: bool) -> list[Fix]:
    """Return the changes to make, in the order of the text; of two that touch the same place, the first."""
    fixes = [finding.fix for finding in findings if finding.fix and (finding.fix.safe or unsafe)]
    chosen: list[Fix] = []
    for fix in sorted(fixes, key=lambda fix: (fix.span.start, fix.span.end)):
        if not chosen or fix.span.start >= chosen[-1].span.end:
            chosen.append(fix)
    return chosen


def mended(text: str, fixes: Sequence[Fix]) -> str:
    """Return ``text`` with the changes made."""
    pieces, position = [], 0
    for fix in fixes:
        pieces += [text[position : fix.span.start], fix.replacement]
        position = fix.span.end
    return "".join([*pieces, text[position:]])


def encoded(text: str, data: bytes, encoding: str) -> bytes:
    """Return ``text`` in the encoding, and with the byte order mark, of the file that held ``data``."""
    mark = next((mark for mark in _MARKS if data.startswith(mark)), b"")
    if encoding == "utf-16":
        encoding = "utf-16-le" if mark == codecs.BOM_UTF16_LE else "utf-16-be"
    return mark + text.encode(encoding)


def write(path: Path, data: bytes) -> None:
    """Replace the file at ``path``, once the new one is whole."""
    with opened(path) as put:
        put(data)


def difference(path: str, before: str, after: str) -> str:
    """Return the change as a unified diff."""
    lines = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), path, path, lineterm="\n"
    )
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
