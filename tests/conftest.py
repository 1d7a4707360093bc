"""What several tests share: the command, run in this process."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from minutes_parser import cli


class Done:
    """What a run of the command left."""

    def __init__(self, code: int, out: bytes, err: bytes) -> None:
        self.code, self.out, self.err = code, out.decode(), err.decode()


@pytest.fixture
def minutes(capsysbinary, monkeypatch):
    """Return a function that runs the command with some arguments."""

    def run(*args: object) -> Done:
        monkeypatch.setattr(sys, "argv", ["minutes", *map(str, args)])
        with pytest.raises(SystemExit) as left:
            cli.main()
        return Done(left.value.code or 0, *capsysbinary.readouterr())

    return run


def tree(out: Path) -> dict[str, bytes]:
    """Return every file below ``out``, the manifest without its times."""
    found = {}
    for path in sorted(out.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            if path.name == "manifest.jsonl":
                data = b"".join(json.dumps({**line, "ms": 0}).encode() + b"\n" for line in manifest(out))
            found[path.relative_to(out).as_posix()] = data
    return found


def manifest(out: Path) -> list[dict]:
    return [json.loads(line) for line in (out / "manifest.jsonl").read_text("utf-8").splitlines()]
