"""Make an archive of many documents in mixed formats from the fixtures, the same each time.

    python bench/make_archive.py FOLDER --documents 10000

The fixtures are given other bodies (a hundred series of each), other days and other formats: of twenty documents twelve are
plain text, three Markdown, two web pages, two Word files and one is a PDF. With ``--poison 1`` there is, for every hundred
documents, one broken file of each kind beside them, in ``broken/``.
"""

from __future__ import annotations

import argparse
import html
import io
import zipfile
from datetime import date, timedelta
from pathlib import Path

from bad_files import bad_files
from docx import Document

from minutes_parser import Minutes

FIXTURES = Path(__file__).parents[1] / "fixtures" / "minutes"
SERIES = 100
FIRST_DAY = date(1950, 1, 9)
_FORMATS = (*[".txt"] * 12, *[".md"] * 3, *[".html"] * 2, *[".docx"] * 2, ".pdf")
_LINES = 60
"""Of a page of a PDF."""


def make(folder: Path, documents: int) -> None:
    """Write the archive."""
    fixtures = [_fixture(path) for path in sorted(FIXTURES.iterdir()) if path.suffix in (".txt", ".md")]
    blank = _blank()
    for number in range(documents):
        text, body, written = fixtures[number % len(fixtures)]
        series, meeting = number // len(fixtures) % SERIES, number // len(fixtures) // SERIES
        day = FIRST_DAY + timedelta(days=28 * meeting + number % len(fixtures))
        told = text.replace(written, f"{day:%A} {day.day} {day:%B %Y}", 1).replace(body, f"{body} {series + 1}")
        suffix = _FORMATS[number % len(_FORMATS)]
        path = folder / f"{series:03}" / f"{number:06}{suffix}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_as(suffix, told, blank))


def poison(folder: Path, each: int) -> None:
    """Write ``each`` broken files of every kind below ``folder``."""
    for name, content in bad_files().items():
        for number in range(each):
            path = folder / "broken" / f"{number:04}" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def _fixture(path: Path) -> tuple[str, str, str]:
    """Return the text of a fixture, its body and its day, as they stand there."""
    meeting = Minutes.from_json(path.with_name(f"{path.name}.json").read_bytes(), path.name).meeting
    assert meeting.body
    assert meeting.date
    return path.read_text("utf-8"), meeting.body.text, meeting.date.text


def _as(suffix: str, text: str, blank: dict[str, bytes]) -> bytes:
    if suffix == ".html":
        lines = "".join(f"<p>{html.escape(line)}</p>\n" for line in text.splitlines() if line.strip())
        return f"<!DOCTYPE html><html lang=en><title>Minutes</title><body>\n{lines}</body></html>".encode()
    if suffix == ".docx":
        return _word(text, blank)
    return _pdf(text) if suffix == ".pdf" else text.encode()


def _blank() -> dict[str, bytes]:
    """Return the parts of an empty Word file."""
    saved = io.BytesIO()
    Document().save(saved)
    with zipfile.ZipFile(saved) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _word(text: str, blank: dict[str, bytes]) -> bytes:
    lines = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{html.escape(line)}</w:t></w:r></w:p>'
        for line in text.splitlines()
        if line
    )
    name = "word/document.xml"
    head, _, rest = blank[name].decode().partition("<w:body>")
    body = f"{head}<w:body>{lines}{rest[rest.index('<w:sectPr') :]}".encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in blank.items():
            archive.writestr(
                zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0)), body if part == name else content, zipfile.ZIP_DEFLATED
            )
    return out.getvalue()


def _pdf(text: str) -> bytes:
    """Return pages of the text in Helvetica."""
    lines = [piece for line in text.splitlines() for piece in _wrapped(line)]
    pages = [lines[start : start + _LINES] for start in range(0, len(lines), _LINES)]
    kids = " ".join(f"{4 + 2 * page} 0 R" for page in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for page, shown in enumerate(pages):
        stream = b"".join(
            b"BT /F 9 Tf 50 %d Td (%b) Tj ET\n" % (780 - 12 * row, _escaped(line))
            for row, line in enumerate(shown)
            if line
        )
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /F 3 0 R >> >> >>"
            % (5 + 2 * page)
        )
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream))
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + tail


def _wrapped(line: str, width: int = 100) -> list[str]:
    pieces, rest = [], line
    while len(rest) > width:
        cut = rest.rfind(" ", 1, width)
        cut = cut if cut > 0 else width
        pieces.append(rest[:cut])
        rest = rest[cut:].lstrip()
    return [*pieces, rest]


def _escaped(line: str) -> bytes:
    plain = line.encode("cp1252", errors="replace")
    return plain.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--poison", type=int, default=0, metavar="PERCENT", help="broken files of each kind")
    asked = parser.parse_args()
    make(asked.folder, asked.documents)
    poison(asked.folder, asked.documents * asked.poison // 100)
