"""When the garbage collector works: not while a document is read, and not among what a command has loaded."""

import gc
import subprocess
import sys
from pathlib import Path

import pytest

from minutes_parser import collector, parse, pipeline

TEXT = "Minutes\n\n1. Welcome\nThe Chair asked whether it was safe. The Clerk will write to them.\n"
MINUTES = sorted((Path(__file__).parents[1] / "fixtures" / "minutes").glob("*.txt"))


@pytest.fixture(autouse=True)
def works():
    gc.enable()
    yield
    gc.enable()


def test_it_rests_while_minutes_are_read_and_works_again_afterwards(monkeypatch):
    working = []
    diagnose = pipeline.diagnose
    monkeypatch.setattr(pipeline, "diagnose", lambda *given: working.append(gc.isenabled()) or diagnose(*given))
    parse(TEXT)
    assert working == [False]
    assert gc.isenabled()


def test_it_works_again_when_reading_fails(monkeypatch):
    monkeypatch.setattr(pipeline, "diagnose", lambda *given: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        parse(TEXT)
    assert gc.isenabled()


def test_one_that_rested_before_goes_on_resting():
    gc.disable()
    parse(TEXT)
    assert not gc.isenabled()


@pytest.mark.parametrize("path", MINUTES, ids=lambda path: path.stem)
def test_reading_makes_no_circles_that_it_would_have_to_find(path):
    text = path.read_text("utf-8")
    parse(text)
    gc.collect()
    gc.disable()
    parse(text)
    assert gc.collect() == 0


def test_what_a_command_loads_is_not_looked_at_again():
    code = (
        "import gc; from minutes_parser import collector\n"
        "collector.load(); loading = gc.isenabled(); import json\n"
        "collector.settle(); print(loading, gc.isenabled(), gc.get_freeze_count() > 1000)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["False", "True", "True"]


def test_nothing_is_settled_that_no_command_loaded(monkeypatch):
    monkeypatch.setattr(collector, "_loading", False)
    frozen = gc.get_freeze_count()
    gc.disable()
    collector.settle()
    assert not gc.isenabled()
    assert gc.get_freeze_count() == frozen
