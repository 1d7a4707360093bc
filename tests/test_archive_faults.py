"""Archives in which things go wrong: broken files, dying workers, runs that are killed."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import manifest, tree

from minutes_parser import parse_file
from minutes_parser.batch import pool, task
from minutes_parser.batch.archive import entries
from minutes_parser.batch.run import Options, plan, run
from minutes_parser.output import HALF

sys.path.insert(0, str(Path(__file__).parents[1] / "bench"))
from bad_files import bad_files

FIXTURES = Path(__file__).parents[1] / "fixtures" / "minutes"
COMMAND = [sys.executable, "-c", "from minutes_parser.cli import main; main()"]
DEADLY = {"die.txt": "died", "hang.txt": "timeout", "greedy.txt": "memory"}
"""Documents that end, stop or swell the process that reads them, as a bug in a library might, and what is told of them."""


@pytest.fixture
def archive(tmp_path):
    """Return a folder with a hundred documents."""
    folder = tmp_path / "archive"
    folder.mkdir()
    documents = sorted(path for path in FIXTURES.iterdir() if path.suffix != ".json")
    for number in range(100):
        path = documents[number % len(documents)]
        shutil.copy(path, folder / f"{number:03}{path.suffix}")
    return folder


def test_whatever_breaks_all_other_documents_are_converted(archive, tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", f"{Path(__file__).parent}:{os.environ.get('PYTHONPATH', '')}")
    monkeypatch.setattr(pool, "convert", deadly)
    broken = bad_files()
    for name, content in broken.items():
        (archive / name).write_bytes(content)
    for name in DEADLY:
        (archive / name).write_text("Minutes")
    (archive / "gone.txt").symlink_to(archive / "nowhere.txt")
    out = tmp_path / "out"
    options = Options(workers=2, limits=pool.Limits(seconds=8, megabytes=2000))
    summary = run(
        plan(entries(str(archive)), str(out), ["json"], keep_suffix=True), str(out), options, lambda state: None
    )
    assert summary.results == {"ok": 100, "failed": len(broken) + len(DEADLY) + 1}
    lines = manifest(out)
    assert {line["path"]: line["reason"] for line in lines if line["outcome"] == "failed"} == {
        **dict.fromkeys(broken, "unreadable"), **DEADLY, "gone.txt": "unreadable",
    }  # fmt: skip
    assert all(line["message"] for line in lines if line["outcome"] == "failed")
    assert len(list(out.rglob("*.json"))) == 100


def deadly(work: task.Task) -> task.Outcome | None:
    """Convert a document as a bug in a library might."""
    match work.entry.name:
        case "die.txt":
            os.kill(os.getpid(), signal.SIGKILL)
        case "hang.txt":
            time.sleep(600)
        case "greedy.txt":
            _ = bytearray(4_000_000_000)
    return task.convert(work)


@pytest.mark.parametrize(("workers", "times"), [(1, 3), (2, 10)])
def test_a_run_that_is_killed_goes_on_where_it_was(archive, tmp_path, workers, times):
    """It is killed while documents are being converted; what the manifest tells of is never done again."""
    for number in range(300):
        shutil.copy(FIXTURES / "harbour-scrutiny.txt", archive / f"copy-{number}.txt")
    whole, out = tmp_path / "whole", tmp_path / "out"
    convert = [*COMMAND, "convert", "--quiet", "--workers", str(workers), archive]
    subprocess.run([*convert, whole], check=True)
    chance = random.Random(workers)
    written: dict[str, tuple[int, int]] = {}
    for _ in range(times):
        process = subprocess.Popen([*convert, out])
        wait_for(process, lambda: known(out), known(out) + chance.randint(1, 6))
        time.sleep(chance.random() / 50)
        assert process.poll() is None, "the run was over before it was killed"
        process.send_signal(signal.SIGKILL)
        process.wait()
        for path in out.rglob("*.json"):
            json.loads(path.read_text("utf-8"))
        written |= {name: stamp(out, name) for line in told(out) for name in line["outputs"] if name not in written}
    assert len(written) < len(list(archive.iterdir()))
    subprocess.run([*convert, out], check=True)
    assert tree(out) == tree(whole)
    assert {name: stamp(out, name) for name in written} == written


def known(out: Path) -> int:
    """Return of how many documents the manifest of a run tells."""
    return len(told(out))


def told(out: Path) -> list[dict]:
    """Return the whole lines of the manifest of a run that is going on or was killed."""
    path = out / "manifest.jsonl"
    return [json.loads(line) for line in path.read_bytes().split(b"\n")[:-1]] if path.exists() else []


def stamp(out: Path, name: str) -> tuple[int, int]:
    """Return what changes where a file is written anew."""
    status = (out / name).stat()
    return status.st_ino, status.st_mtime_ns


def wait_for(process: subprocess.Popen, count: Callable[[], int], wanted: int) -> None:
    """Wait until so many are done, or the process has ended."""
    while process.poll() is None and count() < wanted:
        time.sleep(0.002)


def test_what_a_dead_worker_left_half_written_is_cleared_away(archive, tmp_path, monkeypatch):
    out = tmp_path / "out"
    monkeypatch.setattr(pool, "convert", breaking_off)
    summary = run(plan(entries(str(archive)), str(out), ["json"]), str(out), Options(workers=2), lambda state: None)
    assert summary.reasons == {"died": 1}
    assert [name for name in tree(out) if name.rpartition("/")[2].startswith(HALF)] == []


def breaking_off(work: task.Task) -> task.Outcome | None:
    """Convert a document; in the middle of writing one of them, die."""
    if work.entry.name == "001.md":
        Path(work.out).mkdir(parents=True, exist_ok=True)
        Path(work.out, f"{HALF}x").write_text("{")
        os.kill(os.getpid(), signal.SIGKILL)
    return task.convert(work)


def test_an_index_that_is_killed_goes_on_where_it_was(archive, tmp_path):
    """Killed while it adds records, it holds in the end what an index made in one go does, and adds nothing twice."""
    records, fresh, killed = tmp_path / "records", tmp_path / "fresh.db", tmp_path / "killed.db"
    records.mkdir()
    record = parse_file(archive / "000.txt").to_json()
    for number in range(1500):
        (records / f"{number:04}.json").write_text(record, "utf-8")
    index = [*COMMAND, "index", records, "--quiet", "--db"]
    subprocess.run([*index, fresh], check=True)
    chance, held = random.Random(3), 0
    for _ in range(4):
        process = subprocess.Popen([*index, killed])
        wait_for(process, lambda: meetings(killed), held + 1)
        time.sleep(chance.random() / 20)
        assert process.poll() is None, "the run was over before it was killed"
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert meetings(killed) > held
        held = meetings(killed)
    done = subprocess.run([*COMMAND, "index", records, "--db", killed], check=True, capture_output=True, text=True)
    assert f"{held}  unchanged" in done.stdout
    assert content(killed) == content(fresh)


def meetings(path: Path) -> int:
    """Return how many meetings an index holds."""
    if not path.exists():
        return 0
    with sqlite3.connect(path, timeout=1) as db:  # may write: what a killed run left half done is rolled back
        try:
            return db.execute("SELECT count(*) FROM meetings").fetchone()[0]
        except sqlite3.OperationalError:  # no table yet, or just being written
            return 0


def content(path: Path) -> list[str]:
    with sqlite3.connect(path) as db:
        return list(db.iterdump())
