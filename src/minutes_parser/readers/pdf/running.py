"""Minutes set in columns: rows of a table as running text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from minutes_parser.readers.pdf.flow import Paragraph, TextLine, join, paragraphs, wraps
from minutes_parser.readers.pdf.tables import Row

_NUMBER = re.compile(r"[A-Z]{0,6}[ .]?\(?\d{0,4}(?:[./\-]\d{1,4}){0,4}[a-z]?[.):]{0,2}\Z")


def titles(row: Row, notes: int) -> tuple[str, str]:
    """Return the title line of a row, and the number that goes before its first paragraph where no title stands."""
    left = [cell.text.replace("\t", " ") for cell in row.cells if cell.last < notes and cell.lines]
    text = " ".join(left)
    held = any(cell.lines for cell in row.cells if cell.first <= notes <= cell.last)
    return ("", text) if held and _NUMBER.match(text) else (text, "")


def row_paragraphs(row: Row, notes: int, spacing: float) -> Iterator[Paragraph]:
    """Yield the paragraphs of a row's notes, each with what stands beside it to the right."""
    body: list[Paragraph] = []
    for cell in row.cells:
        if cell.first <= notes <= cell.last:
            body.extend(paragraphs(cell.lines, row.page, cell.x1 - 5, spacing))
    for cell in row.cells:
        if cell.first > notes:
            attach(body, cell.lines, cell.x1 - 5, row.page)
    yield from body


def groups(lines: Sequence[TextLine], body: Sequence[Paragraph], right: float) -> list[list[TextLine]]:
    """Return the lines of a column in groups: parted by gaps, and where one stands beside the start of a paragraph."""
    starts = sorted(paragraph.lines[0].y for paragraph in body)
    parts: list[list[TextLine]] = []
    for line in lines:
        last = parts[-1][-1] if parts else None
        near = bisect_left(starts, line.y - 0.3 * line.size)
        starting = near < len(starts) and starts[near] < line.y + 0.3 * line.size
        if last and last.y - line.y < 1.6 * line.size and (not starting or wraps(last, line, right)):
            parts[-1].append(line)
        else:
            parts.append([line])
    return parts


def attach(body: list[Paragraph], lines: Sequence[TextLine], right: float, page: int) -> None:
    """Put what stands in a column beside the paragraphs; what stands by none becomes a paragraph of its own."""
    at = 0
    for part in groups(lines, body, right):
        size, y = part[0].size, part[0].y
        while at < len(body) and body[at].bottom - 0.5 * size > y:
            at += 1
        beside = next((p for p in body[at : at + 2] if _beside(p, part)), None)
        if beside:
            beside.asides.append(_joined(part))
        else:
            body.insert(at + (at < len(body) and body[at].top >= y), Paragraph(part, page, stray=True))


def _beside(paragraph: Paragraph, lines: Sequence[TextLine]) -> bool:
    """Whether the lines stand next to the paragraph, or just above it, and nothing else does."""
    return not paragraph.asides and not paragraph.stray and lines[-1].y - 2.5 * lines[0].size <= paragraph.lines[0].y


def _joined(lines: Sequence[TextLine]) -> str:
    text = lines[0].text
    for line in lines[1:]:
        text = join(text, line.text)
    return text.replace("\t", " ")
