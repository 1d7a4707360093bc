"""What cannot be read gives one clear sentence, and what is strange gives a valid record; never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from minutes_parser import LARGEST_FILE, Minutes, MinutesError, parse, parse_bytes, parse_file

COMMAND = [sys.executable, "-c", "from minutes_parser.cli import main; main()", "parse"]


def run(*args: object, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*COMMAND, *map(str, args)], input=stdin, capture_output=True)


def folder(path: Path) -> Path:
    path.mkdir()
    return path


def unreadable(path: Path) -> Path:
    path.write_text("1. Apologies")
    path.chmod(0)
    return path


def binary(path: Path) -> Path:
    path.write_bytes(bytes(range(256)) * 40)
    return path


def empty(path: Path) -> Path:
    path.write_bytes(b"")
    return path


@pytest.mark.parametrize("make", [Path, folder, unreadable, binary, empty], ids=lambda make: make.__name__)
def test_what_cannot_be_read_is_told_in_one_sentence(tmp_path, make):
    path = make(tmp_path / "minutes.txt")
    if make is unreadable and os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    with pytest.raises(MinutesError) as told:
        parse_file(path)
    message = str(told.value)
    assert message.startswith("minutes.txt: ")
    assert ";" in message, "says what to do"
    assert "\n" not in message


def test_the_command_prints_that_sentence_and_leaves_with_2(tmp_path):
    done = run(tmp_path / "no\x1b[31msuch\n.txt")
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.decode() == "minutes: no␛[31msuch .txt: no such file; check the name\n"


@pytest.mark.parametrize("data", [b"", bytes(range(256)) * 40], ids=["empty", "binary"])
def test_standard_input_is_no_better_than_a_file(data):
    done = run("-", stdin=data)
    assert done.returncode == 2
    assert done.stderr.startswith(b"minutes: -: ")
    assert done.stderr.count(b"\n") == 1


def test_a_name_that_is_no_text_is_still_recorded(tmp_path):
    path = os.fsencode(tmp_path) + b"/\xff.txt"
    Path(os.fsdecode(path)).write_text("1. Apologies\n")
    assert Minutes.model_validate_json(parse_file(os.fsdecode(path)).to_json()).source.name == "\ufffd.txt"


STRANGE = {
    "nothing": "",
    "blanks": " \t \n\n \f ",
    "no minutes": "Take two eggs and beat them well. Add flour until it is thick.\n\nBake for an hour.",
    "control characters": "".join(map(chr, range(32))) + "\x7f\x9b",
    "lone surrogates": "1. A \ud800\udc00 \udfff",
    "a byte order mark": "\ufeff1. Apologies",
    "only bullets": "• \n•\n- \n",
    "only numbers": "1.\n2.\n3.\n",
    "line ends of all kinds": "1. A\r\nb\r\r\n2. B\x85c\u2028d\x0be",
    "an unclosed everything": "**[(`<a href='\"“1. \n| a |\n```\n",
}


@pytest.mark.parametrize("text", STRANGE.values(), ids=STRANGE.keys())
def test_any_text_gives_a_valid_record(text):
    record = parse(text, with_text=True)
    assert Minutes.model_validate_json(record.to_json()) == record
    assert record.source.characters == len(text)


def test_what_is_no_minutes_says_so():
    assert parse(STRANGE["no minutes"]).diagnostics


def test_megabytes_on_one_line_are_read():
    record = parse_bytes(b"The clerk said that it was so. " * 170_000, "long.txt", sentences=False)
    assert record.source.characters == 31 * 170_000


def test_questions_in_a_paragraph_beyond_spacys_limit_are_read():
    assert parse("1. Report\n\n" + "The Chair asked the Clerk whether it was so, and it was. " * 20_000).source


def test_a_file_larger_than_any_format_takes_is_not_read(tmp_path):
    path = tmp_path / "vast.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)  # holds nothing on the disk
    with pytest.raises(MinutesError, match=r"vast\.txt: is larger than 500 MB"):
        parse_file(path)
