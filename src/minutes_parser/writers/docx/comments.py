"""Findings of checks as comments at their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from docx.document import Document as Docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as DocxParagraph

from minutes_parser.rules import Finding
from minutes_parser.styled import Page, Paragraph
from minutes_parser.styled.escapes import encode, fold

_AUTHOR = "minutes"


def comment(document: Docx, page: Page, findings: Sequence[Finding], day: datetime) -> None:
    """Add each finding as a comment on the paragraph that shows what it is about, else on the title."""
    if not findings:
        return
    elements = list(document.element.body.iter(qn("w:p")))
    paragraphs = list(_paragraphs(page))
    for finding in findings:
        element = elements[_place(paragraphs, finding)]
        runs = DocxParagraph(element, document._body).runs or DocxParagraph(elements[0], document._body).runs
        added = document.add_comment(
            [runs[0], runs[-1]], encode(fold(f"{finding.code}: {finding.message}")), author=_AUTHOR, initials="m"
        )
        added._comment_elm.set(qn("w:date"), f"{day.isoformat()}Z")


def _paragraphs(page: Page) -> Iterator[Paragraph]:
    """Yield the paragraphs of a page in the order in which they stand in the document."""
    for part in page:
        if isinstance(part, Paragraph):
            yield part
        else:
            yield from (paragraph for row in part.rows for cell in row for paragraph in cell)


def _place(paragraphs: Sequence[Paragraph], finding: Finding) -> int:
    """Return the number of the shortest paragraph that shows where the finding begins, 0 for the title."""
    if finding.span is None:
        return 0
    start = finding.span.start
    holding = [
        (shows[1] - shows[0], index)
        for index, paragraph in enumerate(paragraphs)
        if (shows := paragraph.shows) and paragraph.runs and shows[0] <= start < max(shows[1], shows[0] + 1)
    ]
    return min(holding, default=(0, 0))[1]
