"""What may import what, and where each outside library lives."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "minutes_parser"

# From the top to the ground: a module imports only from layers below its own, or from its own folder.
LAYERS = (
    {"__main__"},
    {"cli"},
    {"report"},
    {"view_archive"},
    {"index"},
    {"register"},
    {"batch", "checks", "progress", "view"},
    {"coverage"},
    {"minutes_parser"},
    {"pipeline", "writers"},
    {"stages", "diagnostics"},
    {"rules"},
    {"page"},
    {"layout", "roster", "language", "output"},
    {"dates", "sentences"},
    {"readers", "models"},
    {"source", "honorifics"},
    {"styled", "lazy", "collector"},
)
HOMES = {
    "typer": {"cli"},
    "rich": {"view", "view_archive", "progress"},
    "pebble": {"batch"},
    "distributed": {"batch"},
    "fsspec": {"batch"},
    "spacy": {"language"},
    "pydantic": {"models", "checks.settings"},
    "pathspec": {"checks"},
    "docx": {"readers.docx", "writers.docx"},
    "pypdfium2": {"readers.pdf"},
    "markdown_it": {"readers.markdown"},
    "icalendar": {"writers.ics"},
    "xlsxwriter": {"writers.xlsx"},
    "lxml": {"readers.html", "readers.archive", "readers.doc"},
}
MODULES = sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__") or "minutes_parser"


def imported(path: Path) -> set[str]:
    """Return the dotted names of all modules that the file imports, inside functions too."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def layer(name: str) -> int:
    return next(number for number, heads in enumerate(LAYERS) if name.split(".")[0] in heads)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_go_one_way(path: Path) -> None:
    name = name_of(path)
    for target in imported(path):
        if not target.startswith("minutes_parser"):
            continue
        inner = target.removeprefix("minutes_parser").strip(".")
        head = inner.split(".")[0] if inner and (PACKAGE / inner.split(".")[0]).exists() else ""
        head = head or (inner.split(".")[0] if (PACKAGE / f"{inner.split('.')[0]}.py").exists() else "minutes_parser")
        if head == "minutes_parser" and inner == "__version__":
            continue
        same_folder = head == name.split(".")[0] and head != "stages"
        own_part = head == "stages" == name.split(".")[0] and inner.split(".")[1] == name.split(".")[1].split("_")[0]
        assert same_folder or own_part or layer(name) < layer(head), f"{name} imports {target}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_each_outside_library_has_one_home(path: Path) -> None:
    name = name_of(path)
    for library in {target.split(".")[0] for target in imported(path)} & set(HOMES):
        homes = HOMES[library]  # the module itself, its parts, its folder
        assert any(name == home or name.startswith((f"{home}.", f"{home}_")) for home in homes), library


@pytest.mark.parametrize(
    ("code", "unwanted"),
    [
        ("import minutes_parser", {"pydantic", "typer", "rich", "spacy", "lxml", "docx"}),
        ("import minutes_parser.cli", {"pydantic", "spacy", "lxml", "docx", "pypdfium2"}),
        ("import minutes_parser.checks.run, minutes_parser.report", {"pydantic", "spacy", "pathspec"}),
        ("from minutes_parser.writers import json; json.schema()", {"spacy", "lxml", "docx", "typer"}),
        ("from minutes_parser import parse; parse('1. One', sentences=False)", {"spacy", "lxml", "docx", "typer"}),
    ],
)
def test_what_is_not_needed_is_not_loaded(code: str, unwanted: set[str]) -> None:
    script = f"{code}\nimport sys; print(*(name for name in sys.modules if '.' not in name))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert not unwanted & set(done.stdout.split())


def test_the_command_reads_sentences_without_the_commands_of_spacy(tmp_path):
    document = tmp_path / "minutes.txt"
    document.write_text(
        "1. Report\n\nThe Chair asked the Clerk whether it was done. The Clerk confirmed that it was.\n"
    )
    script = f"""
import sys
from minutes_parser.cli import main
sys.argv = ["minutes", "parse", {str(document)!r}]
try:
    main()
except SystemExit:
    pass
print(*("spacy" in sys.modules, "weasel" in sys.modules))"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split()[-2:] == ["True", "False"]
