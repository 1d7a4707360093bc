"""Each document in fixtures/minutes has its record beside it; adding a document needs no code.

``make golden`` writes the records anew; read the difference before you commit it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from minutes_parser import Minutes, parse_file

FOLDER = Path(__file__).parent.parent / "fixtures" / "minutes"
DOCUMENTS = sorted(p for p in FOLDER.iterdir() if p.suffix != ".json")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: p.name)
def test_the_record_is_the_golden_one(path: Path) -> None:
    golden = path.with_name(path.name + ".json")
    record = parse_file(path).to_json() + "\n"
    if os.environ.get("WRITE_GOLDEN"):
        golden.write_text(record, encoding="utf-8")
    assert record == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: p.name)
def test_every_golden_record_validates_and_prints_the_same_bytes(path: Path) -> None:
    golden = path.with_name(path.name + ".json").read_text(encoding="utf-8")
    assert Minutes.model_validate_json(golden).to_json() + "\n" == golden


def test_there_are_at_least_six_house_styles() -> None:
    assert len(DOCUMENTS) >= 6
