"""The floors of the score: they hold, they rise, they never sink."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "bench"))
import score_gate


def measured(actions: float, failed: tuple[str, ...] = (), documents: int = 3) -> dict:
    figures = {"actions": {"precision": 1.0, "recall": 1.0, "f1": actions}, "action due": {"accuracy": 0.5, "n": 2}}
    return {"documents": documents, "failed": list(failed), "figures": figures}


@pytest.fixture
def floors(tmp_path: Path) -> Path:
    path = tmp_path / "floors.json"
    path.write_text(json.dumps({"documents": 3, "floors": {"actions": 0.8, "action due": 0.5}}))
    return path


@pytest.mark.parametrize(
    ("run", "code"),
    [
        (measured(0.8), 0),
        (measured(0.7999), 1),
        (measured(0.9, failed=("a.txt",)), 1),
        (measured(0.1, documents=9), 0),
        (measured(0.9, documents=9, failed=("a.txt",)), 1),
    ],
)
def test_a_figure_below_its_floor_fails(floors, run, code):
    before = floors.read_text()
    assert score_gate.gate(run, floors, lift=False) == code
    assert floors.read_text() == before


@pytest.mark.parametrize(("figure", "kept"), [(0.9, 0.9), (0.7, 0.8)])
def test_raising_never_lowers(floors, figure, kept):
    score_gate.gate(measured(figure), floors, lift=True)
    assert json.loads(floors.read_text())["floors"]["actions"] == kept


def test_a_figure_that_is_gone_fails(floors):
    run = measured(0.9)
    del run["figures"]["action due"]
    assert score_gate.gate(run, floors, lift=True) == 1
