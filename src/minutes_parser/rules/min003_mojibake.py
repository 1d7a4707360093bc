"""Characters were decoded wrongly when the document was made.

Why: names and amounts with broken characters cannot be searched for, and what stood there may be lost.

Bad:

    The ferry costs Â£4 â€“ as agreed with JosÃ©.

Good:

    The ferry costs £4 – as agreed with José.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_parser.models import Severity, Span
from minutes_parser.rules.subject import Fault, Subject

SEVERITY: Severity = "warning"

_BROKEN = re.compile("\N{REPLACEMENT CHARACTER}|â€[™œž˜“”¦¢\x80-\x9f]|Ã[\x80-\xbf‰–…ƒŸ©]|Â[£©®°±·º»«§¼½¾\xa0]")
"""UTF-8 that was read as Windows-1252: a lead byte shown as a letter, the bytes after it as signs."""


def check(subject: Subject) -> Iterator[Fault]:
    """Report the first broken characters of each block."""
    for text, span in subject.written():
        if broken := _BROKEN.search(text):
            yield Fault(f"'{broken[0]}' is a character that was decoded wrongly.", _place(subject, broken[0], span))


def _place(subject: Subject, broken: str, block: Span) -> Span:
    """Return where the characters stand, or the block where the text is not known."""
    start = subject.text.find(broken, block.start, block.end) if subject.text else -1
    return Span(start=start, end=start + len(broken)) if start >= 0 else block
