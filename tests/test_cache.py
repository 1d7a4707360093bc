"""What ``minutes check`` keeps from run to run: the same output, sooner, and never more than that."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from minutes_parser import report
from minutes_parser.checks import cache as caches

FIXTURES = Path(__file__).parents[1] / "fixtures" / "minutes"
HEAD = (
    "Minutes of the Quay Committee\n\nThursday 4 May 2023\n\nPresent: Orla Fenwick (OF), Tom Ashby (TA)\n\n1. Gate\n\n"
)
UNOWNED = f"{HEAD}The gate is broken.\n\nAction: to paint the gate\n"
OWNED = UNOWNED.replace("to paint", "OF to paint")


@pytest.fixture
def check(minutes, monkeypatch, tmp_path):
    """Return a function that checks in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.delenv("MINUTES_CACHE_DIR", raising=False)
    return lambda *args, command="check": minutes(command, *args)


@pytest.fixture
def readings(monkeypatch):
    """Return a list to which each document adds that is read."""
    from minutes_parser.checks import reading

    read: list[str] = []
    monkeypatch.setattr(reading, "parse_bytes", _noting(reading.parse_bytes, read))
    return read


def _noting(parse, read):
    def noting(data, name, **options):
        read.append(name)
        return parse(data, name, **options)

    return noting


def kept() -> list[Path]:
    return sorted(Path(caches.FOLDER).glob("*/*.json"))


@pytest.mark.parametrize("format", report.formats())
def test_output_is_the_same_with_and_without(check, format, readings):
    for document in FIXTURES.glob("*.[tm]*[td]"):
        Path(document.name).write_bytes(document.read_bytes())
    Path("unreadable.pdf").write_bytes(b"")
    asked = ("--select", "ALL", "--ignore", "MIN4,MIN6", "--output-format", format, ".")
    plain = check(*asked, "--no-cache")
    assert not Path(caches.FOLDER).exists()
    first = check(*asked)
    readings.clear()
    second = check(*asked)
    assert readings == ["unreadable.pdf"]
    assert {(done.code, done.out, done.err) for done in (plain, first, second)} == {(1, plain.out, "")}


def test_what_matters_is_looked_at_anew(check, readings):
    file = Path("may.txt")
    file.write_text(UNOWNED)
    assert check("may.txt").code == check("may.txt").code == 1
    assert readings == ["may.txt"]
    for args in (("--select", "MIN303"), ("--require", "owner"), ("--ignore", "MIN101")):
        readings.clear()
        check("may.txt", *args)
        check("may.txt", *args)
        assert readings == ["may.txt"], args
    file.write_text(OWNED)
    assert check("may.txt").code == 0


def test_it_is_as_new_as_the_program(check, readings, monkeypatch):
    Path("may.txt").write_text(UNOWNED)
    check("may.txt")
    monkeypatch.setattr("minutes_parser.__version__", "99")
    assert check("may.txt").code == 1
    assert readings == ["may.txt"] * 2


def test_files_excused_and_a_baseline_count_afterwards(check):
    Path("may.txt").write_text(UNOWNED)
    assert check("may.txt").code == 1
    check("may.txt", "--write-baseline", "known.json")
    assert check("may.txt", "--baseline", "known.json").code == 0
    assert check("may.txt").code == 1
    Path("minutes.toml").write_text('[per-file-ignores]\n"may.txt" = ["MIN301"]\n')
    assert check("may.txt").code == 0


def test_a_series_counts_as_a_whole(check, readings):
    april = Path("april.txt")
    april.write_text(OWNED.replace("Thursday 4 May", "6 April"))
    Path("may.txt").write_text(f"{HEAD}Two boats are new.\n")
    asked = (".", "--select", "MIN601")
    first = check(*asked)
    assert first.code == 0
    assert "MIN601" in first.out
    readings.clear()
    assert check(*asked).out == first.out
    assert readings == []
    april.write_text(april.read_text().replace("Action: OF to paint the gate", "It is green."))
    assert check(*asked).out == "All checks passed.\n"
    assert "MIN601" in check("may.txt", "--select", "MIN601", "--earlier", _other(OWNED)).out


def _other(text: str) -> str:
    Path("other").mkdir()
    Path("other/april.txt").write_text(text.replace("Thursday 4 May", "6 April"))
    return "other/april.txt"


def test_mending_reads_and_the_next_run_sees_what_was_mended(check):
    labels = f"{HEAD}Action - OF to paint the gate\n\nAction - TA to buy paint\n\nAction  - OF to buy a lock\n"
    Path("may.txt").write_text(labels)
    asked = ("may.txt", "--select", "MIN309")
    assert "MIN309" in check(*asked).out
    assert check(*asked, "--fix").out == "All checks passed. 1 fixed.\n"
    assert check(*asked).out == "All checks passed.\n"


@pytest.mark.parametrize(
    "harm",
    [
        lambda entry: "no JSON",
        lambda entry: "[]",
        lambda entry: "[" * 5000,
        lambda entry: json.dumps({**entry, "program": "another"}),
        lambda entry: json.dumps({**entry, "contents": "others"}),
        lambda entry: json.dumps({**entry, "found": [["MIN301"]]}),
        lambda entry: json.dumps({**entry, "found": [[1, *entry["found"][0][1:]]]}),
        lambda entry: json.dumps({**entry, "found": [["MIN999", *entry["found"][0][1:]]]}),
        lambda entry: json.dumps({**entry, "found": [[*entry["found"][0][:4], "here", *entry["found"][0][5:]]]}),
        lambda entry: json.dumps({**entry, "found": [[*entry["found"][0][:6], -1, *entry["found"][0][7:]]]}),
    ],
)
def test_damage_is_as_good_as_nothing(check, harm):
    Path("may.txt").write_text(UNOWNED)
    first = check("may.txt")
    (entry,) = kept()
    entry.write_text(harm(json.loads(entry.read_text())))
    assert check("may.txt").out == first.out
    assert check("may.txt").out == first.out


def test_the_folder_says_what_it_is(check):
    Path("may.txt").write_text(UNOWNED)
    check("may.txt")
    folder = Path(caches.FOLDER)
    assert (folder / ".gitignore").read_text().splitlines()[-1] == "*"
    assert (folder / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55\n")
    assert not [path for path in folder.rglob("*") if path.name.startswith(".") and path.name != ".gitignore"]


def test_its_place_can_be_chosen(check, monkeypatch):
    Path("may.txt").write_text(UNOWNED)
    check("may.txt", "--cache-dir", "a")
    monkeypatch.setenv("MINUTES_CACHE_DIR", "b/c")
    check("may.txt")
    monkeypatch.delenv("MINUTES_CACHE_DIR")
    Path("minutes.toml").write_text('cache-dir = "d"\n')
    check("may.txt")
    assert [caches.is_ours(Path(name)) for name in ("a", "b/c", "d", caches.FOLDER)] == [True, True, True, False]
    assert check(command="clean").err == f"minutes: removed {Path.cwd() / 'd'}\n"
    assert check("--cache-dir", "a", command="clean").code == 0
    assert [Path(name).exists() for name in ("a", "b/c", "d")] == [False, True, False]
    assert "there is no cache" in check(command="clean").err


def test_another_folder_is_neither_filled_nor_removed(check):
    Path("may.txt").write_text(UNOWNED)
    Path("letters").mkdir()
    Path("letters/dear.txt").write_text("Dear all")
    Path("link").symlink_to("letters")
    Path("file").write_text("")
    for name in ("letters", "link", "file"):
        assert check("may.txt", "--cache-dir", name).code == 1
        done = check("--cache-dir", name, command="clean")
        assert (done.code, done.err) == (
            2,
            f"minutes: {name}: is no cache of minutes; remove it yourself if you mean it\n",
        )
    assert [path.name for path in Path("letters").iterdir()] == ["dear.txt"]


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="only where files have owners")
def test_what_somebody_else_has_made_is_not_believed(check, monkeypatch, readings):
    Path("may.txt").write_text(UNOWNED)
    check("may.txt")
    monkeypatch.setattr(os, "getuid", lambda: os.stat(caches.FOLDER).st_uid + 1)
    check("may.txt")
    assert readings == ["may.txt"] * 2


def test_a_place_that_cannot_be_written_stops_nothing(check, monkeypatch):
    Path("may.txt").write_text(UNOWNED)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    done = check("may.txt")
    assert (done.code, done.err) == (1, "")
    assert not list(Path(caches.FOLDER).glob("*/*"))


def test_a_second_run_loads_nothing_that_reads_minutes(tmp_path):
    (tmp_path / "may.txt").write_text(UNOWNED)
    (tmp_path / "minutes.toml").write_text('select = ["MIN301"]\n')
    script = (
        "import sys; from minutes_parser.cli import main; sys.argv = ['minutes', 'check', 'may.txt']\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print(*({'pydantic', 'lxml', 'pathspec', 'minutes_parser.pipeline'} & set(sys.modules)), file=sys.stderr)"
    )
    environment = {**os.environ, "GITHUB_ACTIONS": "false"}
    runs = [
        subprocess.run([sys.executable, "-c", script], cwd=tmp_path, env=environment, capture_output=True, text=True)
        for _ in range(2)
    ]
    assert "minutes_parser.pipeline" in runs[0].stderr
    assert runs[1].stderr.split() == []
    assert runs[0].stdout == runs[1].stdout
    assert "MIN301" in runs[1].stdout
