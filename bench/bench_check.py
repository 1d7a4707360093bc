"""The checker's process against bare imports: ``make bench``."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
CHECK = "import sys; from minutes_parser.cli import main; sys.argv = ['minutes', *sys.argv[1:]]; main()"
BARE = [sys.executable, "-c", "import typer, pydantic, rich"]


def best(command: list[str], runs: int = 7) -> float:
    """Return the least wall time of several runs, in seconds."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(command, capture_output=True, check=False)
        times.append(time.perf_counter() - start)
    return min(times)


def test_a_structural_rule_on_ten_files(tmp_path):
    documents = sorted(path for path in (ROOT / "fixtures" / "minutes").iterdir() if path.suffix in (".txt", ".md"))
    for number in range(10):
        document = documents[number % len(documents)]
        (tmp_path / f"{number}{document.suffix}").write_bytes(document.read_bytes())
    checked = best([sys.executable, "-c", CHECK, "check", "--no-config", "--select", "MIN301", str(tmp_path)])
    bare = best(BARE)
    print(
        f"\ncheck --select MIN301, ten files       {checked * 1000:.0f} ms, {checked / bare:.2f} x import typer, pydantic, rich"
    )
