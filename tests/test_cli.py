"""The command: what it prints where, and how it fails."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from minutes_parser import Minutes, __version__, cli, parse_file

FIXTURE = Path(__file__).parents[1] / "fixtures" / "minutes" / "harbour-scrutiny.txt"
COMMAND = [sys.executable, "-c", "from minutes_parser.cli import main; main()"]


def in_terminal(*args: object, columns: int = 80, **env: str) -> str:
    """Run the command with a terminal as its standard output and return what that received."""
    ours, theirs = pty.openpty()
    clean = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR", "CI")}
    environment = {**clean, "TERM": "xterm-256color", "COLUMNS": str(columns), **env}
    process = subprocess.Popen([*COMMAND, *map(str, args)], stdout=theirs, stderr=theirs, env=environment)
    os.close(theirs)
    received = b""
    while True:
        try:
            chunk = os.read(ours, 65536)
        except OSError:
            break
        if not chunk:
            break
        received += chunk
    os.close(ours)
    assert process.wait() == 0
    return received.decode().replace("\r\n", "\n")


def test_a_pipe_gets_the_record_as_json(minutes):
    done = minutes("parse", FIXTURE)
    assert done.code == 0
    assert done.out == parse_file(FIXTURE).to_json() + "\n"
    assert done.err == ""


def test_the_record_reads_back_to_the_same_bytes(minutes):
    printed = minutes("parse", FIXTURE, "--json", "--with-text").out
    record = Minutes.model_validate_json(printed)
    assert record.to_json() + "\n" == printed
    assert record.source.text == FIXTURE.read_text("utf-8")


def test_several_files_need_jsonl(minutes, tmp_path):
    assert minutes("parse", FIXTURE, FIXTURE).code == 2
    lines = minutes("parse", FIXTURE, FIXTURE, "--jsonl").out.splitlines()
    assert len(lines) == 2
    assert {json.loads(line)["source"]["name"] for line in lines} == {FIXTURE.name}


def test_standard_input(minutes, monkeypatch):
    with FIXTURE.open() as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        record = json.loads(minutes("parse", "-").out)
    assert record["source"]["name"] == "-"
    assert record["sections"] == json.loads(parse_file(FIXTURE).to_json())["sections"]


def test_one_bad_file_does_not_stop_the_others(minutes, tmp_path):
    done = minutes("parse", tmp_path / "missing.txt", FIXTURE, "--jsonl")
    assert done.code == 2
    assert done.err == "minutes: missing.txt: no such file; check the name\n"
    assert json.loads(done.out)["source"]["name"] == FIXTURE.name


class TestOutputFile:
    def test_is_written_whole(self, minutes, tmp_path):
        target = tmp_path / "record.json"
        assert minutes("parse", FIXTURE, "-o", target).out == ""
        assert target.read_text("utf-8") == parse_file(FIXTURE).to_json() + "\n"
        assert list(tmp_path.iterdir()) == [target]

    def test_keeps_its_permissions_and_links(self, minutes, tmp_path):
        target, link = tmp_path / "record.json", tmp_path / "link.json"
        target.write_text("old")
        target.chmod(0o640)
        link.symlink_to(target)
        minutes("parse", FIXTURE, "-o", link)
        assert link.is_symlink()
        assert target.stat().st_mode & 0o777 == 0o640
        assert target.read_text("utf-8").startswith("{")

    def test_stays_as_it_was_where_nothing_could_be_read(self, minutes, tmp_path):
        target = tmp_path / "record.json"
        target.write_text("old")
        assert minutes("parse", tmp_path / "missing.txt", "-o", target).code == 2
        assert target.read_text() == "old"
        assert list(tmp_path.iterdir()) == [target]

    def test_stays_as_it_was_where_reading_breaks_off(self, minutes, tmp_path, monkeypatch):
        target = tmp_path / "record.json"
        target.write_text("old")
        monkeypatch.setattr(cli.parse, "rendered", lambda *_, **__: (_ for _ in ()).throw(KeyboardInterrupt))
        assert minutes("parse", FIXTURE, "-o", target).code == 130
        assert target.read_text() == "old"
        assert list(tmp_path.iterdir()) == [target]

    @pytest.mark.parametrize("place", [".", "no/such/folder.json"])
    def test_in_an_impossible_place_is_refused_in_a_sentence(self, minutes, tmp_path, place):
        done = minutes("parse", FIXTURE, "-o", tmp_path / place)
        assert done.code == 2
        assert done.err.startswith("minutes: ")
        assert done.err.count("\n") == 1

    def test_must_not_be_an_input(self, minutes, tmp_path):
        source = tmp_path / "minutes.txt"
        source.write_text("1. Apologies\n")
        done = minutes("parse", source, "-o", source)
        assert done.code == 2
        assert source.read_text() == "1. Apologies\n"

    def test_may_be_a_device(self, minutes):
        assert minutes("parse", FIXTURE, "-o", "/dev/null").code == 0


def test_the_schema_accepts_every_record(minutes):
    schema = json.loads(minutes("schema").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(json.loads(minutes("parse", FIXTURE).out))
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_the_schema_describes_every_field(minutes):
    schema = json.loads(minutes("schema").out)
    for name, model in {"Minutes": schema, **schema["$defs"]}.items():
        assert model["description"], name
        for field, form in model["properties"].items():
            named = schema["$defs"].get(form.get("$ref", "").rpartition("/")[2], {})
            assert form.get("description") or named.get("description"), f"{name}.{field}"


def test_version(minutes):
    assert minutes("--version").out == f"minutes {__version__}\n"


@pytest.mark.parametrize("args", [("--help",), ("parse", "--help"), ("write", "--help"), ("schema", "--help")])
def test_help(minutes, args):
    done = minutes(*args)
    assert done.code == 0
    assert "Usage" in done.out


def test_a_terminal_gets_the_view():
    shown = in_terminal("parse", FIXTURE)
    assert "\x1b[" in shown
    assert "Command and oversight" in shown


@pytest.mark.parametrize(("args", "env"), [(("--color", "never"), {}), ((), {"NO_COLOR": "1"})])
def test_colours_can_be_left_out(args, env):
    assert "\x1b" not in in_terminal("parse", FIXTURE, *args, **env)


def test_a_terminal_gets_json_when_asked():
    assert json.loads(in_terminal("parse", FIXTURE, "--json"))["schema_version"] == "1.0"


def test_what_stands_in_a_document_cannot_steer_the_terminal(tmp_path):
    hostile = tmp_path / "hostile.txt"
    hostile.write_text("1. A \x1b]0;owned\x07 \x1b[31mred \x9b2J \u202etxt\n\n2. [bold]not markup[/bold]\n", "utf-8")
    shown = in_terminal("parse", hostile, "--color", "never", "--no-sentences")
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(shown)
    assert "[bold]not markup[/bold]" in shown
    printed = in_terminal("parse", hostile, "--json", "--no-sentences")
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(printed)
    assert json.loads(printed)["sections"][0]["title"].count("\x9b") == 1


def test_the_locale_does_not_matter():
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    command = [*COMMAND, "parse", FIXTURE, "--no-sentences"]
    done = subprocess.run(command, capture_output=True, env=environment, check=True)
    assert "–" in done.stdout.decode("utf-8")


def test_a_reader_that_leaves_is_no_error():
    script = f"{sys.executable} -c 'from minutes_parser.cli import main; main()' parse {FIXTURE} --json | head -c 1"
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("{", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_told_in_a_sentence():
    with open("/dev/full", "wb") as full:
        done = subprocess.run([*COMMAND, "schema"], stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 2
    assert done.stderr.startswith("minutes: standard output: cannot be written")
    assert done.stderr.count("\n") == 1


class TestWrite:
    def test_gives_the_bytes_that_parse_gives(self, minutes, tmp_path):
        record = tmp_path / "record.json"
        minutes("parse", FIXTURE, "-o", record)
        assert minutes("write", record, "--to", "jsonl").out == minutes("parse", FIXTURE, "--jsonl").out

    def test_takes_the_format_from_the_suffix(self, minutes, tmp_path):
        record, lines = tmp_path / "record.json", tmp_path / "record.jsonl"
        minutes("parse", FIXTURE, "-o", record)
        assert minutes("write", record, "-o", lines).code == 0
        assert lines.read_text("utf-8") == minutes("parse", FIXTURE, "--jsonl").out

    def test_makes_one_table_of_the_records_in_lines(self, minutes, tmp_path):
        lines = tmp_path / "year.jsonl"
        files = (FIXTURE, FIXTURE.with_name("marsh-lane-governors.txt"))
        minutes("parse", *files, "--jsonl", "-o", lines)
        assert minutes("write", lines, "--to", "jsonl").out == lines.read_text("utf-8")
        alone = [minutes("parse", file, "--to", "csv").out.splitlines() for file in files]
        assert minutes("write", lines, "--to", "csv").out.splitlines() == [*alone[0], *alone[1][1:]]

    @pytest.mark.parametrize("command", [("write", "--to", "docx"), ("view", "--no-open")], ids=["write", "view"])
    def test_one_record_is_asked_for_where_one_is_held(self, minutes, tmp_path, command):
        lines = tmp_path / "year.jsonl"
        minutes("parse", FIXTURE, FIXTURE, "--jsonl", "-o", lines)
        done = minutes(command[0], lines, *command[1:])
        assert (done.code, done.err.count("\n")) == (2, 1)
        assert "holds one record, and here are 2; keep the line of one" in done.err

    def test_names_the_line_that_is_no_record(self, minutes, tmp_path):
        lines = tmp_path / "year.jsonl"
        minutes("parse", FIXTURE, "--jsonl", "-o", lines)
        lines.write_text(lines.read_text("utf-8") + "{}\n", "utf-8")
        assert minutes("write", lines, "--to", "csv").err.startswith("minutes: year.jsonl:2: is no record of minutes")

    @pytest.mark.parametrize(
        ("text", "fault"),
        [
            ("{}", "(source: Field required)"),
            ("1. Apologies", "(the whole file: Invalid JSON"),
            ("[]", "(the whole file"),
        ],
    )
    def test_tells_what_is_no_record(self, minutes, tmp_path, text, fault):
        record = tmp_path / "record.json"
        record.write_text(text)
        done = minutes("write", record)
        assert (done.code, done.err.count("\n")) == (2, 1)
        assert done.err.startswith("minutes: record.json: is no record of minutes")
        assert fault in done.err

    def test_tells_a_day_that_is_on_no_calendar(self, minutes, tmp_path):
        record = tmp_path / "record.json"
        minutes("parse", FIXTURE, "-o", record)
        day = parse_file(FIXTURE).meeting.date.value
        record.write_text(record.read_text("utf-8").replace(f'"{day}"', '"2023-02-30"'), "utf-8")
        done = minutes("write", record)
        assert (done.code, done.err.count("\n")) == (2, 1)
        assert "(meeting.date.value: Value error, day is out of range for month)" in done.err

    def test_does_not_load_what_reads_minutes(self, minutes, tmp_path):
        record = tmp_path / "record.json"
        minutes("parse", FIXTURE, "-o", record)
        script = (
            f"import sys; from minutes_parser.cli import main; sys.argv = ['minutes', 'write', {str(record)!r}]\n"
            "try: main()\nexcept SystemExit: pass\n"
            "print(sorted({'spacy', 'lxml', 'minutes_parser.pipeline'} & set(sys.modules)), file=sys.stderr)"
        )
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        assert done.stderr == "[]\n"


def test_a_suffix_without_a_format_is_refused_before_anything_is_read(minutes, tmp_path):
    done = minutes("parse", tmp_path / "missing.txt", "-o", tmp_path / "record.wpd")
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert "no format is written to '.wpd' files" in done.err
