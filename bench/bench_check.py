"""The checker's process against bare imports, in the same run: ``make bench``."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CHECK = "import sys; from minutes_parser.cli import main; sys.argv = ['minutes', *sys.argv[1:]]; main()"
BARE = [sys.executable, "-c", "import typer, pydantic, rich"]
RUNS = 9
BOUND = 2
"""Times the bare import that a second run may take."""


def took(command: list[str]) -> float:
    """Return the wall time of one run, in seconds."""
    start = time.perf_counter()
    subprocess.run(command, capture_output=True, check=False)
    return time.perf_counter() - start


@pytest.fixture
def ten(tmp_path):
    """Return a folder with ten documents."""
    documents = sorted(path for path in (ROOT / "fixtures" / "minutes").iterdir() if path.suffix in (".txt", ".md"))
    folder = tmp_path / "minutes"
    folder.mkdir()
    for number in range(10):
        document = documents[number % len(documents)]
        (folder / f"{number}{document.suffix}").write_bytes(document.read_bytes())
    return folder


@pytest.mark.parametrize("settings", ["--no-config", "--config"])
def test_a_structural_rule_on_ten_files(ten, tmp_path, settings):
    file = tmp_path / "minutes.toml"
    file.write_text('select = ["MIN301"]\n')
    chosen = [settings] if settings == "--no-config" else [settings, str(file)]
    command = [
        sys.executable, "-c", CHECK, "check", *chosen, "--select", "MIN301", "--cache-dir", str(tmp_path / "cache"), str(ten),
    ]  # fmt: skip
    took(command)
    runs = [(took(BARE), took([*command, "--no-cache"]), took(command)) for _ in range(RUNS)]  # in turn: load is shared
    bare, cold, warm = (min(times) for times in zip(*runs, strict=True))
    print(f"\ncheck {settings} --select MIN301, ten files, against import typer, pydantic, rich ({bare * 1000:.0f} ms)")
    print(f"  nothing kept            {cold * 1000:4.0f} ms, {cold / bare:.2f} x")
    print(f"  unchanged since checked {warm * 1000:4.0f} ms, {warm / bare:.2f} x")
    assert warm < BOUND * bare
