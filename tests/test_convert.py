"""Archives: the same bytes whoever converts them, whatever breaks on the way."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
import zipfile
from pathlib import Path

import pytest
from conftest import manifest, tree

from minutes_parser import parse_file
from minutes_parser.batch import task
from minutes_parser.batch.archive import entries
from minutes_parser.batch.run import Options, plan, run

FIXTURES = Path(__file__).parents[1] / "fixtures" / "minutes"


@pytest.fixture
def archive(tmp_path):
    """Return a folder with documents in several folders and formats."""
    folder = tmp_path / "archive"
    for path in FIXTURES.iterdir():
        if path.suffix != ".json":
            target = folder / path.stem[0] / path.name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
    (folder / "notes.log").write_text("no document")
    return folder


@pytest.fixture
def convert(minutes):
    """Return a function that runs the command in this process."""
    return lambda *args: minutes("convert", *args)


def test_the_tree_is_kept_and_each_record_is_that_of_parse(convert, archive, tmp_path):
    out = tmp_path / "out"
    done = convert(archive, out, "--to", "json,md")
    assert (done.code, done.out) == (0, "       7  ok\n")
    for path in archive.rglob("*.*"):
        if path.suffix != ".log":
            target = out / path.relative_to(archive)
            assert target.with_suffix(".json").read_text("utf-8") == parse_file(path).to_json() + "\n"
            assert target.with_suffix(".md").is_file()
    assert [line["path"] for line in manifest(out)] == sorted(line["path"] for line in manifest(out))
    assert manifest(out)[0]["counts"]["sections"] > 0


def test_what_has_not_changed_is_left_alone(convert, archive, tmp_path):
    out = tmp_path / "out"
    convert(archive, out)
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*.json")}
    changed = next(archive.rglob("*.txt"))
    changed.write_text(changed.read_text("utf-8") + "\nMore.\n", "utf-8")
    next(path for path in sorted(before) if path.stem != changed.stem).unlink()
    done = convert(archive, out)
    assert "       5  skipped" in done.out
    again = {path for path in before if path.exists() and path.stat().st_mtime_ns == before[path]}
    assert len(again) == 5
    assert "skipped" not in convert(archive, out, "--to", "jsonl").out


def test_known_failures_are_retried_only_when_asked(convert, archive, tmp_path):
    out = tmp_path / "out"
    (archive / "empty.txt").write_text("")
    first = convert(archive, out)
    assert first.code == 1
    assert "failed: empty.txt: is empty; give minutes with text in them" in first.out
    assert "       8  skipped" in (again := convert(archive, out)).out
    assert again.code == 1
    assert "       1  failed" in convert(archive, out, "--retry-failed").out
    (archive / "empty.txt").write_text("Minutes of the Quay Committee, 4 May 2023\n\nPresent: Orla Fenwick\n")
    assert "       1  ok" in convert(archive, out).out


def test_two_documents_for_one_file_are_refused_before_anything_is_written(convert, archive, tmp_path):
    out = tmp_path / "out"
    text = next(archive.rglob("*.txt"))
    shutil.copy(text, text.with_suffix(".md"))
    done = convert(archive, out)
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert "use --keep-suffix" in done.err
    assert not out.exists()
    assert convert(archive, out, "--keep-suffix").code == 0
    assert (out / text.relative_to(archive)).with_name(f"{text.name}.json").is_file()


@pytest.mark.parametrize("place", [".", "out"])
def test_an_output_within_the_archive_is_refused(convert, archive, place):
    done = convert(archive, archive / place)
    assert (done.code, done.err.count("\n")) == (2, 1)


@pytest.mark.parametrize("workers", ["1", "2"])
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_manifest_that_cannot_be_written_ends_the_run_in_a_sentence(convert, archive, tmp_path, workers):
    full, file = tmp_path / "full", tmp_path / "file"
    full.mkdir()
    (full / "manifest.jsonl").symlink_to("/dev/full")
    file.write_text("no folder")
    for out in (full, file):
        done = convert(archive, out, "--quiet", "--workers", workers)
        assert (done.code, done.err.count("\n")) == (2, 1)
        assert "manifest.jsonl: cannot be written" in done.err


def test_lists_patterns_and_zip_files(convert, archive, tmp_path, monkeypatch):
    names = sorted(path for path in archive.rglob("*") if path.suffix in (".txt", ".md"))
    listed = tmp_path / "list"
    listed.write_text("".join(f"{name}\n" for name in names))
    with listed.open() as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        assert convert("-", tmp_path / "a").code == 0
    assert convert(f"{archive}/**/*.[tm][xd]*", tmp_path / "b").code == 0
    with zipfile.ZipFile(tmp_path / "archive.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        for name in names:
            packed.write(name, name.relative_to(archive))
    assert convert(tmp_path / "archive.zip", tmp_path / "c").code == 0
    assert tree(tmp_path / "a") == tree(tmp_path / "b") == tree(tmp_path / "c")
    done = convert(tmp_path / "nowhere", tmp_path / "d")
    assert (done.code, done.err.count("\n")) == (2, 1)


@pytest.mark.parametrize("name", ["../out.txt", "/etc/minutes.txt", "a/../../b.txt", "C:\\minutes.txt"])
def test_a_name_that_leads_out_of_a_zip_file_is_refused(convert, tmp_path, name):
    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as packed:
        packed.writestr(name, "Minutes")
    done = convert(tmp_path / "bad.zip", tmp_path / "out")
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert not (tmp_path / "out").exists()


def test_a_zip_file_cannot_fill_the_memory(tmp_path, monkeypatch):
    monkeypatch.setattr("minutes_parser.batch.archive.LARGEST", 1000)
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.txt", "0" * 5000)
    (entry,) = entries(str(tmp_path / "bomb.zip"))
    outcome = task.convert(task.Task(entry, str(tmp_path / "out"), (("json", "a.json"),)))
    assert (outcome.outcome, outcome.reason) == ("failed", "unreadable")


def test_a_wrong_format_is_told_before_anything_is_read(convert, archive, tmp_path):
    done = convert(archive, tmp_path / "out", "--to", "wpd")
    assert (done.code, done.err.count("\n")) == (2, 1)


class TestWorkers:
    def test_any_number_gives_the_same_bytes(self, convert, archive, tmp_path):
        convert(archive, tmp_path / "one")
        convert(archive, tmp_path / "two", "--workers", "2")
        assert tree(tmp_path / "one") == tree(tmp_path / "two")

    def test_the_first_failure_ends_a_run_when_asked(self, convert, archive, tmp_path):
        (archive / "a.txt").write_text("")
        done = convert(archive, tmp_path / "out", "--fail-fast")
        assert done.code == 1
        assert len(manifest(tmp_path / "out")) == 1


def test_a_dask_cluster_gives_the_same_bytes_though_a_worker_is_killed(archive, tmp_path):
    distributed = pytest.importorskip("distributed", reason="the extra [dask] is not installed")
    for number in range(20):
        shutil.copy(FIXTURES / "harbour-scrutiny.txt", archive / f"copy-{number}.txt")
    tasks = plan(entries(str(archive)), str(tmp_path / "one"), ["json"])
    run(tasks, str(tmp_path / "one"), Options(), lambda state: None)
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        victims = [worker.process.pid for worker in cluster.workers.values()]

        def watch(state: object) -> None:
            if victims and state.done == 5:
                os.kill(victims.pop(), signal.SIGKILL)

        tasks = plan(entries(str(archive)), str(tmp_path / "dask"), ["json"])
        summary = run(tasks, str(tmp_path / "dask"), Options(dask=cluster.scheduler_address), watch)
    assert len(victims) == 1
    assert summary.results == {"ok": 27}
    assert tree(tmp_path / "one") == tree(tmp_path / "dask")


def test_no_dask_cluster_is_told(convert, archive, tmp_path):
    done = convert(archive, tmp_path / "out", "--dask", "tcp://127.0.0.1:9")
    assert (done.code, done.err.count("\n")) == (2, 1)


def test_places_of_fsspec_give_the_same_bytes(convert, archive, tmp_path):
    fsspec = pytest.importorskip("fsspec", reason="the extra [remote] is not installed")
    memory = fsspec.filesystem("memory")
    memory.put(str(archive), "/archive", recursive=True)
    convert(archive, tmp_path / "out")
    assert convert("memory://archive", "memory://records").code == 0
    memory.get("/records", str(tmp_path / "remote"), recursive=True)
    assert tree(tmp_path / "remote") == tree(tmp_path / "out")
    assert "7  skipped" in convert("memory://archive", "memory://records").out


def test_several_meetings_in_a_file_are_told(convert, tmp_path):
    held = "Minutes of the Gates Committee\nHeld on {} 2024\n\nPresent: Ann Hazel, Bob Larch\n\n1. Gate\nShut.\n\n2. Close\nAt nine.\n\n"
    (tmp_path / "year").mkdir()
    (tmp_path / "year" / "2024.txt").write_text(held.format("9 January") + held.format("12 March"))
    assert convert(tmp_path / "year", tmp_path / "out").code == 0
    [line] = (tmp_path / "out" / "manifest.jsonl").read_text().splitlines()
    outcome = json.loads(line)
    assert (outcome["outcome"], outcome["reason"]) == ("partial", "several-meetings")
