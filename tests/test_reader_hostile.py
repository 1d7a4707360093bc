"""Hostile files of each format: one sentence, or a valid record; nothing is fetched. Each file is made here and small."""

from __future__ import annotations

import base64
import io
import socket
import zipfile
import zlib
from collections.abc import Callable, Mapping

import docx
import pytest

from minutes_parser import Minutes, MinutesError, parse_bytes
from minutes_parser import readers as registry
from minutes_parser.readers import read_bytes

NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODF = " ".join(
    f'xmlns:{name[:6]}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "drawing")
)
PARAGRAPH = "<w:p><w:r><w:t>The gate was broken.</w:t></w:r></w:p>"
LINE = "<text:p>The gate was broken.</text:p>"
RTF = rb"{\rtf1\ansi "


def word(body: str, **parts: str) -> bytes:
    """Return a Word file with this body, and other parts in place of its own."""
    saved, out = io.BytesIO(), io.BytesIO()
    docx.Document().save(saved)
    parts["document"] = f"<w:document {NAMES}><w:body>{body}</w:body></w:document>"
    with zipfile.ZipFile(saved) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            own = parts.get(name.removeprefix("word/").removesuffix(".xml")) if name.startswith("word/") else None
            after.writestr(name, before.read(name) if own is None else own)
    return out.getvalue()


def odt(body: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        start = f"<office:document-content {ODF}><office:body><office:text>"
        packed.writestr("content.xml", f"{start}{body}</office:text></office:body></office:document-content>")
    return out.getvalue()


def pdf(*objects: bytes) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n%btrailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return out + head % (len(objects) + 1, table, len(objects) + 1, len(out))


def lzw(stream: bytes) -> bytes:
    """Pack as many equal bytes as are given, of which each code stands for one more than the code before."""
    bits, left = "", len(stream)
    while left > 0:
        bits += f"{256:012b}" if bits else f"{256:09b}"
        for code in (stream[0], *range(258, 4094)):
            bits += f"{code:0{min(max((max(code, 257) + 2).bit_length(), 9), 12)}b}"
            left -= max(code - 256, 1)
    return int(bits.ljust(-(-len(bits) // 8) * 8, "0"), 2).to_bytes(-(-len(bits) // 8), "big")


PACK: Mapping[bytes, Callable[[bytes], bytes]] = {
    b"/FlateDecode": lambda stream: zlib.compress(stream, 9),
    b"/#46l": lambda stream: zlib.compress(stream, 9),
    b"/ASCII85Decode": lambda stream: base64.a85encode(stream) + b"~>",
    b"/AHx": lambda stream: stream.hex().encode() + b">",
    b"/LZWDecode": lzw,
    b"/RunLengthDecode": lambda stream: (b"\x81" + stream[:1]) * (len(stream) // 128),
}


def page(stream: bytes, *filters: bytes) -> bytes:
    """Return a PDF of one page whose content goes through these filters."""
    for name in reversed(filters):
        stream = PACK[name](stream)
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        b"<< /Length %d /Filter [%b] >>\nstream\n%b\nendstream" % (len(stream), b" ".join(filters), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )


def within(before: str, inside: str, after: str, times: int) -> str:
    return before * times + inside + after * times


CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
FLATE = b"/FlateDecode"
REFUSED: Mapping[str, tuple[bytes, str]] = {
    "sdt.docx": (word(within("<w:sdt><w:sdtContent>", PARAGRAPH, "</w:sdtContent></w:sdt>", 100)), "nested deeper"),
    "tables.docx": (word(within("<w:tbl><w:tr><w:tc>", PARAGRAPH, "</w:tc></w:tr></w:tbl>", 80)), "nested deeper"),
    "xml.docx": (word(within("<w:a>", "", "</w:a>", 5000)), "damaged"),
    "cut.docx": (b"PK\x03\x04" + bytes(40), "damaged"),
    "lists.odt": (odt(within("<text:list><text:list-item>", LINE, "</text:list-item></text:list>", 110)), "nested deeper"),
    "boxes.odt": (odt(within("<drawin:frame><drawin:text-box>", LINE, "</drawin:text-box></drawin:frame>", 100)), "nested"),
    "spans.odt": (odt(f"<text:p>{within('<text:span>', 'x', '</text:span>', 200)}</text:p>"), "nested deeper"),
    "deep.html": (b"<html><body>" + b"<div>" * 50_000 + b"x", "nested too deeply"),
    "open.html": (b"<html><body>" + b"<b><i><u>" * 20_000 + b"x", "nested too deeply"),
    "html.md": (b"<div>" * 20_000, "nested too deeply"),
    "loop.pdf": (pdf(CATALOGUE, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000000 >>"), "broken"),
    "count.pdf": (pdf(CATALOGUE, b"<< /Type /Pages /Kids [] /Count 1900 >>"), "broken"),
    "bomb.pdf": (page(b" " * 250_000_000, FLATE), "unpacks to far more"),
    "twice.pdf": (page(b" " * 1000, FLATE, FLATE), "unpacks to far more"),
    "name.pdf": (page(b" " * 250_000_000, b"/#46l"), "unpacks to far more"),
    "letters.pdf": (page(b" " * 250_000_000, b"/ASCII85Decode", FLATE), "unpacks to far more"),
    "digits.pdf": (page(b" " * 250_000_000, b"/AHx", FLATE), "unpacks to far more"),
    "lzw.pdf": (page(b" " * 250_000_000, b"/LZWDecode"), "unpacks to far more"),
    "runs.pdf": (page(b" " * 250_000_000, b"/RunLengthDecode"), "unpacks to far more"),
    "groups.rtf": (RTF + b"{" * 100_000, "nested deeper"),
    "bytes.rtf": (RTF + rb"\bin2147483647 x}", "damaged"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_is_refused_in_one_sentence(name):
    data, words = REFUSED[name]
    with pytest.raises(MinutesError, match=rf"^{name}: [^\n]+; [^\n]+\Z") as told:
        parse_bytes(data, name)
    assert words in str(told.value)


CYCLE = (
    f'<w:styles {NAMES}><w:style w:styleId="A" w:type="paragraph"><w:basedOn w:val="B"/></w:style>'
    '<w:style w:styleId="B" w:type="paragraph"><w:basedOn w:val="A"/></w:style></w:styles>'
)
NUMBERS = (
    f'<w:numbering {NAMES}><w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="A"/><w:lvl w:ilvl="0">'
    '<w:start w:val="999999999"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1.%9"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
NUMBERED = PARAGRAPH.replace(
    "<w:r>", '<w:pPr><w:pStyle w:val="A"/><w:numPr><w:ilvl w:val="%d"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r>', 1
)
SPAN = f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>{PARAGRAPH}</w:tc></w:tr>'
REPEATED = f'<table:table-cell table:number-columns-repeated="999999999">{LINE}</table:table-cell>'
READ: Mapping[str, bytes] = {
    "cyclic.docx": word(NUMBERED % 0 + NUMBERED % 99999, styles=CYCLE, numbering=NUMBERS),
    "span.docx": word(f"<w:tbl>{SPAN * 50}</w:tbl>"),
    "macro.docm": word(PARAGRAPH),
    "repeat.odt": odt(f"<table:table>{f'<table:table-row>{REPEATED}</table:table-row>' * 50}</table:table>"),
    "table.html": b"<table><tr><td>The gate was broken.<td>x"
    + b"<tr><td colspan=999999 rowspan=999999>The gate was broken." * 2000,
    "quotes.md": b">" * 40 + b" The gate was broken.\n\n" + b"[" * 5000 + b"\n\n" + b"*a_ " * 5000 + b"`" * 5000,
    "columns.md": b"The gate was broken.\n\n" + b"|a" * 500 + b"|\n" + b"|-" * 500 + b"|\n" + b"|x|\n" * 500,
    "scatter.pdf": page(
        b"BT /F 9 Tf 1 0 0 1 9 820 Tm (The gate was broken.) Tj "
        + b"".join(b"%d 1 -1 0 %d %d Tm (w) Tj " % (at % 2, at * 7 % 590, at * 13 % 800) for at in range(3000))
        + b"ET", FLATE,
    ),
    "letters.pdf": page(b"BT /F 9 Tf 9 820 Td (The gate was broken.) Tj ET" + b" " * 3_000_000, b"/ASCII85Decode", FLATE),
    "text.doc": b"The gate was broken.",
    "word.pdf": word(PARAGRAPH),
    "page.txt": b"<!DOCTYPE html><html><body><p>The gate was broken.</p>",
    "cells.rtf": RTF + rb"\pard\intbl The gate was broken.\cell" + rb"\cell" * 5000 + rb"\row\nestrow\row\cellx99999999999}",
}  # fmt: skip


@pytest.mark.parametrize("name", READ)
def test_is_read_as_far_as_it_goes(name):
    record = parse_bytes(READ[name], name, with_text=True)
    assert "The gate was broken." in record.source.text
    assert record.source.characters < 2_000_000
    assert Minutes.model_validate_json(record.to_json()) == record


HTML = b'<base href="http://quay.example/"><link rel=stylesheet href=a.css><img src=b.png><iframe src=c></iframe><script src=d></script>'
OUTSIDE: Mapping[str, bytes] = {
    "a.html": b"<!DOCTYPE html SYSTEM 'http://quay.example/a.dtd'><html><body>The gate was broken." + HTML,
    "a.md": b"The gate was broken. ![a](http://quay.example/b.png)\n\n" + HTML,
    "a.rtf": RTF + rb"{\field{\*\fldinst INCLUDEPICTURE http://quay.example/a}{\fldrslt }}The gate was broken.\par}",
    "a.docx": word(PARAGRAPH + '<w:altChunk xmlns:r="r" r:id="x"/>'),
    "a.odt": odt(LINE + '<text:section-source xmlns:x="x" x:href="http://quay.example/a"/>'),
    "a.pdf": page(b"BT /F 9 Tf 1 0 0 1 9 820 Tm (The gate was broken.) Tj ET", FLATE).replace(
        b"/Type /Catalog", b"/Type /Catalog /OpenAction << /S /URI /URI (http://quay.example/a) >>"
    ),
}


@pytest.mark.parametrize("name", OUTSIDE)
def test_nothing_is_fetched(name, monkeypatch):
    def refuse(*_args, **_named):
        raise AssertionError("asked for something outside the file")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert "The gate was broken." in read_bytes(OUTSIDE[name], name).text


@pytest.mark.parametrize("format", registry.formats())
def test_a_file_that_is_too_large_is_told(format, monkeypatch):
    monkeypatch.setattr(registry, "_reader", lambda _: type("Small", (), {"LARGEST": 10, "MEDIA_TYPE": "text/plain"}))
    monkeypatch.setattr(registry, "formats", lambda: (format,))
    with pytest.raises(MinutesError, match="is larger than 0 MB; split it into smaller files"):
        read_bytes(b"The gate was broken.", "minutes", format)
