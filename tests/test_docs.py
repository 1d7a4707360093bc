"""What the documentation shows is what happens.

A ``console`` block is run line by line in a terminal without colours, from the folder of the project, and must print
what stands below each command. ``make golden`` writes the outputs anew; read the difference before you commit it.
"""

from __future__ import annotations

import doctest
import os
import pty
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from minutes_parser import readers
from minutes_parser.checks.selection import DEFAULT
from minutes_parser.cli.parse import Format
from minutes_parser.rules import names, rule

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
NOT_RUN = re.compile(r"\$ (?:make|pip|git|python3|curl|\.ci/run)\b")


@pytest.fixture
def here(tmp_path, monkeypatch):
    """Go to a copy of the project's documents, with ``minutes`` on the path."""
    for folder in ("docs", "fixtures"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    command = tmp_path / "bin" / "minutes"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT / "src"}" exec "{sys.executable}" -m minutes_parser "$@"\n')
    command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{command.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.chdir(tmp_path)


def run(command: str) -> str:
    """Run a shell command in a terminal of 80 columns and return what it shows."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "NO_COLOR": "1", "COLUMNS": "80", "TERM": "dumb"}
    process = subprocess.Popen(["bash", "-c", command], stdin=theirs, stdout=theirs, stderr=theirs, env=environment)
    os.close(theirs)
    shown = b""
    while True:
        try:
            chunk = os.read(ours, 65536)
        except OSError:
            break
        if not chunk:
            break
        shown += chunk
    os.close(ours)
    process.wait()
    return shown.decode().replace("\r\n", "\n")


def replay(block: str) -> str:
    """Return the block with each command's true output below it."""
    if NOT_RUN.match(block):
        return block
    commands = [line for line in block.splitlines() if line.startswith("$ ")]
    return "\n".join(f"{command}\n{run(command[2:])}" for command in commands)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_print_what_is_shown(page, here):
    text = page.read_text("utf-8")
    true = BLOCK.sub(lambda match: replay(match[0]), text)
    if os.environ.get("WRITE_GOLDEN"):
        page.write_text(true, "utf-8")
    assert true == page.read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_python_examples_hold(page, here):
    done = doctest.testfile(str(page), module_relative=False, optionflags=doctest.ELLIPSIS)
    assert done.failed == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


def test_the_page_of_rules_is_made_of_theirs():
    page = ROOT / "docs" / "rules.md"
    true = (
        "# Rules\n\nMade from the modules in `src/minutes_parser/rules/`. Those with a star are checked by default.\n"
    )
    for code in names():
        described = rule(code)
        star = " ★" if code in DEFAULT else ""
        true += f"\n## {code} {described.name}{star}\n\nSeverity: {described.severity}\n\n{described.page}\n"
    if os.environ.get("WRITE_GOLDEN"):
        page.write_text(true, "utf-8")
    assert true == page.read_text("utf-8")


def test_every_target_of_make_is_documented():
    text = "".join(page.read_text("utf-8") for page in PAGES)
    for target in re.findall(r"^\.PHONY: (.*)", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)[0].split():
        assert f"make {target}" in text, target


def test_the_command_knows_every_format():
    assert set(readers.formats()) <= {str(format) for format in Format}
