"""A whole archive: documents a second on one and two workers, memory, and what the index costs: ``make bench-archive``.

Each step is a process of its own; its memory is the largest resident size of it and of each of its workers. One and two
workers take turns, and the faster run of each counts: what else the machine does slows some runs, and speeds up none.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from make_archive import make

MINUTES = [sys.executable, "-c", "from minutes_parser.cli import main; main()"]
FEW = 1_000
TURNS = 2


class Cost(NamedTuple):
    """What a step took."""

    seconds: float
    megabytes: float


def run(*arguments: object) -> Cost:
    """Run the command; end the benchmark where it fails."""
    start = time.perf_counter()
    process = subprocess.Popen([*MINUTES, *map(str, arguments)], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"minutes {' '.join(map(str, arguments))} left with {os.waitstatus_to_exitcode(status)}")
    return Cost(time.perf_counter() - start, usage.ru_maxrss / 1024)


def digest(folder: Path) -> str:
    """Return a hash of all files of a folder but the manifest, which tells how long each took."""
    told = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name != "manifest.jsonl":
            told.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return told.hexdigest()


def tell(label: str, cost: Cost, documents: int) -> None:
    """Print a line."""
    rate = documents / cost.seconds
    print(f"{label:44} {cost.seconds:8.1f} s {rate:9.0f}/s {cost.seconds / documents * 1000:8.2f} s a thousand {cost.megabytes:6.0f} MB", flush=True)  # fmt: skip


def in_turns(folder: Path, documents: int) -> tuple[Cost, Cost]:
    """Convert everything anew with one worker and with two, in turns; return the cost of the faster runs."""
    least: dict[str, Cost] = {}
    for _ in range(TURNS):
        for name, workers in (("one", 1), ("two", 2)):
            shutil.rmtree(folder / name, ignore_errors=True)
            cost = run("convert", folder / "all", folder / name, "--quiet", "-j", workers)
            tell(f"convert, {workers} workers" if workers > 1 else "convert, 1 worker", cost, documents)
            least[name] = min(cost, least.get(name, cost))
    return least["one"], least["two"]


def measure(folder: Path, documents: int) -> None:
    """Make the archives in ``folder``, and run each step over them."""
    few = min(FEW, documents)
    make(folder / "few", few)
    make(folder / "all", documents)
    size = sum(path.stat().st_size for path in (folder / "all").rglob("*") if path.is_file())
    print(f"{documents} documents, {size / documents / 1000:.1f} KB each, {os.cpu_count()} processors")
    small = run("convert", folder / "few", folder / "few-out", "--quiet")
    tell(f"convert, 1 worker, {few}", small, few)
    one, two = in_turns(folder, documents)
    same = digest(folder / "one") == digest(folder / "two")
    print(f"two workers to one: {one.seconds / two.seconds:.2f}; same bytes: {same}")
    print(f"memory at {documents} to {few}: {one.megabytes / small.megabytes:.2f}")
    tell("convert again, nothing changed", run("convert", folder / "all", folder / "one", "--quiet"), documents)
    index = folder / "minutes.db"
    tell("index the records", run("index", folder / "one", "--db", index, "--quiet"), documents)
    print(f"the database takes {index.stat().st_size / documents / 1000:.1f} KB a document")
    tell("index again, nothing changed", run("index", folder / "one", "--db", index, "--quiet"), documents)
    tell("search", run("search", "minutes of the last meeting", "--db", index), documents)
    tell("actions", run("actions", "--db", index, "--open", "-o", folder / "actions.csv"), documents)
    if not same:
        raise SystemExit("one and two workers differ")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--keep", type=Path, help="make the archives in this folder, and leave them there")
    asked = parser.parse_args()
    target = asked.keep or Path(tempfile.mkdtemp(prefix="minutes-archive-"))
    try:
        measure(target, asked.documents)
    finally:
        if not asked.keep:
            shutil.rmtree(target)
