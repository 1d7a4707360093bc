"""Score the parser against annotated minutes and hold the figures against floors that only rise.

    python bench/score_gate.py --corpus FOLDER --scorer FILE [--raise] [ARGUMENTS OF THE SCORER]

The scorer is called as ``python SCORER FOLDER --cmd "minutes parse {file} --json" --json FILE``; it must write
``{"documents": n, "failed": [...], "figures": {figure: {"f1" or "accuracy": value}}}`` to the file. Leaves with 1 where
a figure lies below its floor in ``bench/floors.json`` or a document could not be read, with 2 where corpus or scorer is
missing. ``--raise`` writes better figures as the new floors; nothing here lowers one. Floors belong to one set of
documents: where the number of documents differs from theirs, they are not enforced.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
import tempfile
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.json")
COMMAND = Path(sys.executable).with_name("minutes")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--floors", type=Path, default=FLOORS)
    parser.add_argument("--raise", dest="lift", action="store_true", help="make better figures the new floors")
    args, passed_on = parser.parse_known_args()
    for path, what in ((args.corpus, "annotated minutes (CORPUS=folder)"), (args.scorer, "scorer (SCORER=file)")):
        if not path.exists():
            print(f"score: no {what} at {path}; nothing was measured", file=sys.stderr)
            return 2
    measured = measure(args.corpus, args.scorer, passed_on)
    if measured is None:
        print("score: the scorer gave no figures", file=sys.stderr)
        return 2
    return gate(measured, args.floors, args.lift)


def measure(corpus: Path, scorer: Path, more: list[str], *, quiet: bool = False) -> dict | None:
    """Run the scorer, which prints its table unless it is to be ``quiet``, and return what it wrote."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "figures.json"
        command = f"{COMMAND} parse {{file}} --json"
        call = [sys.executable, scorer, corpus, "--cmd", command, "--json", out, *more]
        subprocess.run(call, check=False, stdout=subprocess.DEVNULL if quiet else None)
        return json.loads(out.read_text("utf-8")) if out.exists() else None


def figures_of(measured: dict) -> dict[str, float]:
    """Return the one value by which each figure is judged, cut (not rounded) to three digits."""
    values = {name: row.get("f1", row.get("accuracy", 0.0)) for name, row in measured["figures"].items()}
    return {name: math.floor(value * 1000 + 1e-9) / 1000 for name, value in values.items()}


def gate(measured: dict, path: Path, lift: bool) -> int:
    """Hold the figures against the floors kept at ``path``, raise those where asked, and return the exit code."""
    figures, documents = figures_of(measured), measured["documents"]
    kept = json.loads(path.read_text("utf-8")) if path.exists() else {"documents": documents, "floors": {}}
    floors: dict[str, float] = kept["floors"]
    for failure in measured["failed"]:
        print(f"score: could not be read: {failure}", file=sys.stderr)
    if kept["documents"] != documents and not lift:
        print(f"score: the floors are for {kept['documents']} documents, these are {documents}; not enforced")
        return bool(measured["failed"])
    below = {name: floor for name, floor in floors.items() if figures.get(name, 0.0) < floor}
    for name, floor in below.items():
        print(f"score: {name} is {figures.get(name, 0.0):.3f}, below its floor {floor:.3f}", file=sys.stderr)
    if below or measured["failed"]:
        return 1
    if lift:
        path.write_text(json.dumps({"documents": documents, "floors": figures}, indent=2) + "\n", "utf-8")
        print(f"score: {len(figures)} floors written to {path.name}")
    else:
        print(f"score: all {len(floors)} floors hold")
    return 0


if __name__ == "__main__":
    sys.exit(main())
