"""Changes of the text that mend findings."""

from __future__ import annotations

import codecs
import difflib
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from minutes_parser.models import Minutes
from minutes_parser.output import opened
from minutes_parser.rules import Finding
from minutes_parser.rules.subject import Fix, Subject

MOST_ROUNDS = 100
"""How often a text is mended and read again: mending one number may bring the next to light."""
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def mend(
    subject: Subject,
    unsafe: bool,
    read: Callable[[str], Minutes],
    look: Callable[[Subject], list[Finding]],
) -> tuple[Subject, Counter[str]]:
    """Mend a text as often as there is something to mend, ``look`` for that and ``read`` it again each time.

    Return what then is to be looked at, and how many findings of each rule were mended.
    """
    changes: Counter[str] = Counter()
    for _ in range(MOST_ROUNDS):
        chosen = _fixable(look(subject), unsafe)
        if not chosen:
            break
        changes.update(code for code, _ in chosen)
        text = mended(subject.text or "", [fix for _, fix in chosen])
        subject = Subject(read(text), text, subject.earlier)
    return subject, changes


def _fixable(findings: Sequence[Finding], unsafe: bool) -> list[tuple[str, Fix]]:
    """Return the changes to make and for which rule, in the order of the text; of two that touch the same place, the first."""
    fixes = [(found.code, found.fix) for found in findings if found.fix and (found.fix.safe or unsafe)]
    chosen: list[tuple[str, Fix]] = []
    for code, fix in sorted(fixes, key=lambda item: (item[1].span.start, item[1].span.end)):
        if not chosen or fix.span.start >= chosen[-1][1].span.end:
            chosen.append((code, fix))
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
