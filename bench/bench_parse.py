"""Times and growth, each as a ratio to a yardstick measured in the same run: ``make bench``.

Absolute milliseconds depend on the machine; the ratios hardly do. Yardsticks: one pass of a trivial regex splitter over
the same text, spaCy's blank English tokenizer over it, and for whole processes the bare imports.
"""

from __future__ import annotations

import html
import io
import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path, PurePath

import docx
import pytest

from minutes_parser import parse, parse_bytes, writers
from minutes_parser.readers import read_bytes

ROOT = Path(__file__).parents[1]
DOCUMENT = ROOT / "fixtures" / "minutes" / "harbour-scrutiny.txt"
TEXT = DOCUMENT.read_text("utf-8")
FIXTURES = sorted(path for path in DOCUMENT.parent.iterdir() if path.suffix in (".txt", ".md", ".html"))
SPLITTER = re.compile(r"\w+|[^\w\s]")
MINUTES = [sys.executable, "-c", "from minutes_parser.cli import main; main()"]
LINES: list[tuple[str, str]] = []


@pytest.fixture(scope="module", autouse=True)
def table():
    """Print what was measured, at the end and in one piece."""
    yield
    print("\n")
    for label, figures in LINES:
        print(f"{label:38s} {figures}")


def best(run: Callable[[], object], runs: int = 9) -> float:
    """Return the least time of several runs, in milliseconds, after one that does not count."""
    run()
    return min(timed(run) for _ in range(runs))


def timed(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return (time.perf_counter() - start) * 1000


def tokenizer() -> Callable[[str], object]:
    import spacy

    return spacy.blank("en")


def structure(text: str) -> object:
    return parse(text, sentences=False)


@pytest.mark.parametrize("part", ["whole", "structure"])
def test_one_document(benchmark, part):
    run = parse if part == "whole" else structure
    benchmark.pedantic(run, args=(TEXT,), rounds=20, warmup_rounds=2)
    took = benchmark.stats.stats.min * 1000
    nlp = tokenizer()
    splitter, tokens = took / best(lambda: SPLITTER.findall(TEXT)), took / best(lambda: nlp(TEXT))
    label = f"{part}, {len(TEXT.encode()) / 1000:.0f} KB"
    LINES.append((label, f"{took:8.2f} ms   {splitter:6.1f} x splitter   {tokens:6.2f} x spaCy tokenizer"))


@pytest.mark.parametrize("format", writers.formats())
def test_one_record(format):
    """Time to write a record of eleven pages in Word, beside that of dumping it with pydantic."""
    record = parse(TEXT * 2, name=DOCUMENT.name, with_text=True)
    took = best(lambda: writers.render(record, format))
    LINES.append((f"write {format}, 11 pages", f"{took:8.2f} ms   {took / best(record.to_json):6.1f} x its JSON"))


PROCESSES = {
    "minutes parse FILE --json": ([*MINUTES, "parse", str(DOCUMENT), "--json"], "import spacy; spacy.blank('en')"),
    "minutes parse FILE --no-sentences": (
        [*MINUTES, "parse", str(DOCUMENT), "--json", "--no-sentences"],
        "import typer, pydantic, rich",
    ),
    "minutes schema": ([*MINUTES, "schema"], "import typer, pydantic, rich"),
    "minutes --help": ([*MINUTES, "--help"], "import typer, rich"),
}


@pytest.mark.parametrize("name", PROCESSES)
def test_whole_process(name):
    """Take turns, so that what else the machine does hits both alike."""
    command, yardstick = PROCESSES[name]
    ours, theirs = [], []
    for _ in range(7):
        ours.append(process(command))
        theirs.append(process([sys.executable, "-c", yardstick]))
    ratio = min(ours) / min(theirs)
    LINES.append((name, f"{min(ours):8.0f} ms   {ratio:6.2f} x `{yardstick}`"))


def process(command: list[str]) -> float:
    return timed(lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL))


def repeated(times: int) -> str:
    return "\n\n".join([TEXT] * times)


def one_line(times: int) -> str:
    return " ".join(TEXT.split()) * times


def headings(times: int) -> str:
    return "".join(f"{number}. Item {number}\n\n" for number in range(1, 400 * times))


@pytest.mark.parametrize("make", [repeated, one_line, headings], ids=lambda make: make.__name__)
@pytest.mark.parametrize("run", [structure, parse], ids=lambda run: run.__name__)
def test_growth(make, run):
    """Time for each megabyte at 1, 10 and 100 times the size: level where time grows with size."""
    rates = []
    run(make(1))
    for times in (1, 10, 100):
        text = make(times)
        rates.append(timed(lambda text=text: run(text)) / (len(text) / 1e6))
    label = f"{run.__name__} {make.__name__}, 1x 10x 100x"
    LINES.append((label, "  ".join(f"{rate:7.0f}" for rate in rates) + f" ms a MB   ratio {rates[2] / rates[0]:.2f}"))


def test_documents_a_second():
    for path in FIXTURES:
        parse_bytes(path.read_bytes(), path.name)
    times = [timed(lambda path=path: parse_bytes(path.read_bytes(), path.name)) for path in FIXTURES]
    nlp, texts = tokenizer(), [path.read_text("utf-8") for path in FIXTURES]
    tokens = sum(times) / sum(best(lambda text=text: nlp(text), 3) for text in texts)
    rate = f"{1000 * len(times) / sum(times):8.0f} documents a second, {statistics.median(times):.1f} ms each"
    figures = f"{rate}   {tokens:6.2f} x spaCy tokenizer"
    LINES.append((f"{len(FIXTURES)} fixtures", figures))


COUNTS = (100, 250, 500, 1000)


def test_memory_stays_over_a_thousand_documents_of_all_formats():
    """One process reads them all, one after another; each has a new name in it, where its format lets it be put in."""
    documents = documents_of_all_formats()
    figures = []
    for number in range(COUNTS[-1]):
        name, make = documents[number % len(documents)]
        parse_bytes(make(f"Name{number}"), name)
        if number + 1 in COUNTS:
            figures.append(f"{number + 1}: {resident():.0f} MB")
    LINES.append((f"resident, documents of {len(documents)} formats", "   ".join(figures)))
    assert {PurePath(name).suffix for name, _ in documents} >= {
        ".txt",
        ".md",
        ".html",
        ".docx",
        ".odt",
        ".rtf",
        ".doc",
        ".pdf",
    }


def documents_of_all_formats() -> list[tuple[str, Callable[[str], bytes]]]:
    """Return for each format a file's name and a function that makes the file with a word in it."""
    office = [path for path in (ROOT / "fixtures" / "readers").glob("*.*") if path.suffix != ".md"]
    kept = {path.name: path.read_bytes() for path in (*office, *FIXTURES)}
    made: list[tuple[str, Callable[[str], bytes]]] = [(name, partial(renamed, data)) for name, data in kept.items()]
    return [*made, ("minutes.html", html_document), ("minutes.docx", word_document), ("minutes.pdf", pdf_document)]


def renamed(data: bytes, name: str) -> bytes:
    """Return a text with another name in it; what is packed stays as it is."""
    return data.replace(b"Fenwick", name.encode()).replace(b"Chair", name.encode()) if b"\0" not in data else data


def html_document(name: str) -> bytes:
    return "".join(f"<p>{name} {html.escape(paragraph)}</p>" for paragraph in TEXT.split("\n\n")).encode()


def word_document(name: str, times: int = 1) -> bytes:
    document, saved = docx.Document(), io.BytesIO()
    for paragraph in TEXT.split("\n\n") * times:
        document.add_paragraph(f"{name} {paragraph}")
    document.save(saved)
    return saved.getvalue()


def pdf_document(name: str, pages: int = 3) -> bytes:
    """Return a PDF of pages as long as those of the text: 40 lines of 82 characters."""
    words = re.sub(r"[^\x20-\x7e]|[()\\\\]", " ", f"{name} {TEXT}")
    lines = [words[at : at + 82] for at in range(0, len(words) - 82, 82)]
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    for page in range(pages):
        text = [lines[(40 * page + at) % len(lines)] for at in range(40)]
        shown = "".join(f"1 0 0 1 60 {780 - 18 * at} Tm ({line}) Tj " for at, line in enumerate(text))
        stream = f"BT /F 10 Tf {shown}ET".encode()
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /F 3 0 R >> >> >>"
            % len(objects)
        )
    kids = b" ".join(b"%d 0 R" % (5 + 2 * page) for page in range(pages))
    objects[1] = b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, pages)
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = b"xref\n0 %d\n0000000000 65535 f \n%btrailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return out + tail % (len(objects) + 1, table, len(objects) + 1, len(out))


THIRTY_PAGES = {
    "minutes.docx": lambda: word_document("Name", times=6),
    "minutes.pdf": lambda: pdf_document("Name", pages=30),
}


@pytest.mark.parametrize("name", THIRTY_PAGES)
def test_reading(name):
    """Time to read a document of thirty pages, without the stages."""
    data = THIRTY_PAGES[name]()
    took = best(lambda: read_bytes(data, name))
    ratio = took / best(lambda: SPLITTER.findall(TEXT))
    LINES.append((f"read {name}, 30 pages", f"{took:8.1f} ms   {ratio:6.1f} x splitter over six pages"))


def test_memory_stays():
    """New words in every document must not stay behind: growth of the process over many documents."""
    for number in range(300):
        parse(re.sub(r"\b(\w{5,})\b", rf"\1q{number}", TEXT))
        if number == 50:
            settled = resident()
    LINES.append(("memory over 250 documents of new words", f"{resident() - settled:8.1f} MB more"))


def resident() -> float:
    """Return the memory of this process in megabytes, now where the system tells it, else at its peak."""
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text().split()[1]) * resource.getpagesize() / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
