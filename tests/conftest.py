"""What several tests share: the command, run in this process."""

from __future__ import annotations

import sys

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
