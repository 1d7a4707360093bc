"""Minutes in six house styles, with a few faults each: all rules together find those, in their places, and nothing else.

The findings of ``fixtures/checks/NAME`` stand in ``NAME.found``. ``make golden`` writes them anew; judge each new line.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / "fixtures" / "checks"
DOCUMENTS = sorted(path.name for path in FOLDER.iterdir() if path.suffix != ".found")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_all_rules_find_the_faults_and_nothing_else(minutes, monkeypatch, name):
    monkeypatch.chdir(FOLDER)
    found = minutes(
        "check", name, "--no-config", "--no-cache", "--select", "ALL", "--output-format", "concise", "-q"
    ).out
    expected = FOLDER / f"{name}.found"
    if os.environ.get("WRITE_GOLDEN"):
        expected.write_text(found, "utf-8")
    assert found == expected.read_text("utf-8")


def test_every_document_has_its_findings():
    assert {path.name for path in FOLDER.glob("*.found")} == {f"{name}.found" for name in DOCUMENTS}
