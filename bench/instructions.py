"""Count the instructions that reading a document takes, whole and stage by stage: the same on any day, however busy the machine.

    python bench/instructions.py [FILE]

Runs under Valgrind's callgrind (Debian: valgrind), which slows Python down some forty times; takes about a minute. Times
on the clock vary by a tenth from minute to minute, these counts by a hundredth from one version of Python to the next build
of it: what a change costs shows at once. FILE is text; without one, the fixture that the benchmarks read is read.
The garbage collector rests. Leaves with 2 where Valgrind or the file is missing.
"""

from __future__ import annotations

import gc
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from minutes_parser import parse, pipeline

DOCUMENT = Path(__file__).resolve().parents[1] / "fixtures" / "minutes" / "harbour-scrutiny.txt"
STAGES: tuple[tuple[str, Any, str], ...] = (
    ("pages", pipeline, "without_pages"),
    ("blocks", pipeline, "look"),
    ("outline", pipeline, "outline"),
    ("header", pipeline.header, "read"),
    ("attendees", pipeline.attendees, "read"),
    ("actions", pipeline.actions, "read"),
    ("decisions", pipeline.decisions, "read"),
    ("commitments", pipeline.commitments, "read"),
    ("exchanges", pipeline.exchanges, "read"),
    ("abbreviations", pipeline.abbreviations, "read"),
    ("diagnostics", pipeline, "diagnose"),
)
_CHILD = "--child"
_COUNT = re.compile(r"^desc: Trigger: .*?(\w+)$.*?^(?:summary|totals): (\d+)", re.MULTILINE | re.DOTALL)


def main() -> int:
    if sys.argv[1:2] == [_CHILD]:
        run(Path(sys.argv[2]).read_text("utf-8"))
        return 0
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else DOCUMENT
    missing = [str(file)] if not file.is_file() else []
    missing += [] if shutil.which("valgrind") else ["valgrind"]
    if missing:
        print(f"instructions: {', '.join(missing)} not found; nothing was counted", file=sys.stderr)
        return 2
    print(f"{file.name}, {len(file.read_text('utf-8')):,} characters: millions of instructions")
    for name, count in counted(file).items():
        print(f"{name:16} {count / 1e6:8.2f}")
    return 0


def counted(file: Path) -> dict[str, int]:
    """Return the instructions of each part, by running this program under callgrind and telling that when to count."""
    with tempfile.TemporaryDirectory() as folder:
        quiet = {"PYTHONHASHSEED": "0", "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
        command = [
            "valgrind",
            "--quiet",
            "--tool=callgrind",
            "--instr-atstart=no",
            f"--callgrind-out-file={folder}/out",
        ]
        child = subprocess.Popen(
            [*command, sys.executable, __file__, _CHILD, str(file)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, **quiet},
        )  # fmt: skip
        assert child.stdin
        assert child.stdout
        for line in child.stdout:
            subprocess.run(["callgrind_control", *line.split(), str(child.pid)], check=True, capture_output=True)
            print(file=child.stdin, flush=True)
        if child.wait():
            raise SystemExit(child.returncode)
        dumps = sorted(Path(folder).glob("out.*"), key=lambda path: int(path.suffix[1:]))
        found = [_COUNT.search(path.read_text("utf-8", "replace")) for path in dumps]
        return {match[1]: int(match[2]) for match in found if match and match[1] != "termination"}


def run(text: str) -> None:
    """Read the text, warm, and say before and after each part what callgrind is to do."""
    for _ in range(3):
        parse(text)
        parse(text, sentences=False)
    gc.collect()
    gc.disable()
    say("-i on")
    counting("whole", parse)(text)
    counting("structure", parse)(text, sentences=False)
    for name, module, function in STAGES:
        setattr(module, function, counting(name, getattr(module, function)))
    parse(text)
    say("-i off")


def counting(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """Return the function so that its instructions are counted under the name."""

    def counted(*args: Any, **options: Any) -> Any:
        say("-z")
        result = function(*args, **options)
        say(f"-d {name}")
        return result

    return counted


def say(command: str) -> None:
    """Have the process that started this one tell callgrind something, and wait until it has."""
    print(command, flush=True)
    sys.stdin.readline()


if __name__ == "__main__":
    sys.exit(main())
