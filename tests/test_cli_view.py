"""``minutes view``: the page is written where only its reader can see it, and the browser is asked to show it."""

from __future__ import annotations

import stat
import webbrowser
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOCUMENT = ROOT / "docs" / "allotments.txt"


@pytest.fixture
def opened(monkeypatch, tmp_path):
    """Keep temporary files in a folder, and note what the browser is asked to open."""
    asked: list[str] = []
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(webbrowser, "open", lambda address: asked.append(address) or True)
    return asked


def test_the_browser_gets_a_page_of_the_document(minutes, opened):
    done = minutes("view", DOCUMENT)
    page = Path(done.out.strip())
    assert (done.code, opened) == (0, [page.as_uri()])
    assert "the new tap would be ready" in page.read_text("utf-8")
    assert stat.S_IMODE(page.stat().st_mode) == 0o600


def test_a_record_is_shown_as_the_document_is(minutes, opened, tmp_path):
    record = tmp_path / "record.json"
    minutes("parse", DOCUMENT, "--with-text", "-o", record)
    first, second = (Path(minutes("view", file).out.strip()) for file in (DOCUMENT, record))
    assert first.read_bytes() == second.read_bytes()


def test_the_page_can_be_left_unopened(minutes, opened):
    done = minutes("view", DOCUMENT, "--no-open")
    assert (done.code, opened) == (0, [])
    assert Path(done.out.strip()).is_file()


def test_a_browser_that_does_not_start_is_told_with_the_place_of_the_page(minutes, opened, monkeypatch):
    monkeypatch.setattr(webbrowser, "open", lambda address: False)
    done = minutes("view", DOCUMENT)
    assert (done.code, done.err) == (2, "minutes: no browser could be started; open the page that is named above\n")
    assert Path(done.out.strip()).is_file()


@pytest.mark.parametrize("name", ["missing.txt", "broken.json"])
def test_what_cannot_be_read_leaves_no_page(minutes, opened, tmp_path, name):
    (tmp_path / "broken.json").write_text("{")
    done = minutes("view", tmp_path / name)
    assert done.code == 2
    assert done.err.startswith(f"minutes: {name}: ")
    assert done.err.count("\n") == 1
    assert (opened, list(tmp_path.glob("*.html"))) == ([], [])


def test_a_full_disk_is_told_in_a_sentence(minutes, opened, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", "/nowhere/at/all")
    done = minutes("view", DOCUMENT)
    assert done.code == 2
    assert "the page cannot be written (No such file or directory)" in done.err
