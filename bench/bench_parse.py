"""Times and growth, each as a ratio to a yardstick measured in the same run: ``make bench``.

Absolute milliseconds depend on the machine; the ratios hardly do. Yardsticks: one pass of a trivial regex splitter over
the same text, spaCy's blank English tokenizer over it, and for whole processes the bare imports.
"""

from __future__ import annotations

import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from minutes_parser import parse, parse_bytes, writers

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
