"""The same document gives the same bytes, whatever the process that reads it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent.parent / "fixtures" / "minutes"
DOCUMENTS = [FOLDER / "brackenford-council.txt", FOLDER / "lantern-tsc.md"]
WORLDS = [
    {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"},
]


def printed(path: Path, world: dict[str, str]) -> bytes:
    command = [sys.executable, "-m", "minutes_parser", "parse", str(path), "--json"]
    return subprocess.run(command, env={**os.environ, **world}, capture_output=True, check=True).stdout


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_hash_seed_time_zone_and_locale_change_nothing(path: Path) -> None:
    first, second = (printed(path, world) for world in WORLDS)
    assert first == second == path.with_name(path.name + ".json").read_bytes()
