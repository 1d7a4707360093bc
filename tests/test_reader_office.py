"""OpenDocument, Rich Text and old Word files, whole and hostile."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from minutes_parser import MinutesError, parse_bytes, parse_file
from minutes_parser.readers import read_bytes

FOLDER = Path(__file__).parents[1] / "fixtures" / "readers"
FILES = sorted(FOLDER.glob("quay.*"))
ODT = "application/vnd.oasis.opendocument.text"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.suffix)
class TestEveryFormat:
    def test_gives_the_same_record(self, path):
        record = parse_file(path)
        assert (record.meeting.title.text, record.meeting.date.value) == ("Minutes of the Quay Committee", "2023-05-04")
        assert [person.abbreviation for person in record.attendees] == ["OF", "TA"]
        assert [(section.number, section.title) for section in record.sections] == [
            ("1", "Apologies"), ("2", "Gate"), ("3", "Boats"),
        ]  # fmt: skip
        assert [(action.text, [owner.text for owner in action.owners], action.due.latest) for action in record.actions[:2]] == [
            ("Paint the gate", ["OF"], "2023-06-01"), ("Buy a lock", ["TA"], "2023-06-15"),
        ]  # fmt: skip

    def test_keeps_every_character(self, path):
        text = parse_file(path, with_text=True).source.text
        assert "There were none – “really”. José & Zoë." in text
        assert "The gate is broken." in text

    def test_is_known_by_its_content(self, path):
        data = path.read_bytes()
        assert parse_bytes(data, "minutes").source.media_type == parse_file(path).source.media_type
        assert parse_bytes(data, "minutes.txt").attendees

    def test_cut_short_is_told_in_a_sentence(self, path):
        data = path.read_bytes()
        for part in (
            len(data) // 50,
            len(data) // 10,
            len(data) // 3,
            len(data) // 2,
            len(data) * 19 // 20,
            len(data) - 9,
        ):
            with pytest.raises(MinutesError) as told:
                parse_bytes(data[:part], path.name)
            assert str(told.value).startswith(f"{path.name}: the file is damaged or cut short; ")
            assert "\n" not in str(told.value)


WEIR = (FOLDER / "weir" / "weir.fodt", *sorted(FOLDER.glob("weir/weir.[dor]*")))


def told(path: Path) -> list[tuple[str, int, int, bool, str]]:
    source = read_bytes(path.read_bytes(), path.name)
    return [
        (line.kind, line.level, line.depth, line.bold, source.text[line.start : line.end].rstrip())
        for line in source.lines
    ]


@pytest.mark.parametrize("path", WEIR, ids=lambda path: path.suffix)
def test_the_same_minutes_in_another_format_are_the_same_lines(path):
    """Lists in lists, notes, running heads, a text box, deleted and hidden words, a link, a break, a table with a wide cell."""
    assert told(path) == told(WEIR[0])


def odt(path: Path, content: str, manifest: str = "<manifest/>") -> bytes:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", ODT, zipfile.ZIP_STORED)
        packed.writestr("META-INF/manifest.xml", manifest)
        packed.writestr("content.xml", content)
    return path.read_bytes()


@pytest.mark.parametrize(
    ("content", "manifest", "fault"),
    [
        ('<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>', "<manifest/>", "declares entities"),
        (f"<x>{' ' * 30_000_000}</x>", "<manifest/>", "unpacks to far more"),
        ("<x/>", "<manifest><encryption-data/></manifest>", "protected by a password"),
        ("<x", "<manifest/>", "damaged"),
    ],
)
def test_a_hostile_opendocument_is_told(tmp_path, content, manifest, fault):
    with pytest.raises(MinutesError, match=fault):
        parse_bytes(odt(tmp_path / "a.odt", content, manifest), "a.odt")


def test_rich_text_nested_without_end_is_told():
    with pytest.raises(MinutesError, match="nested deeper"):
        parse_bytes(b"{\\rtf1" + b"{" * 100_000 + b"x" + b"}" * 100_000 + b"}", "a.rtf")


def test_rich_text_in_code_pages_and_unicode():
    text = parse_bytes(rb"{\rtf1\ansi\ansicpg1252 Caf\'e9 \u8211? Zo\u235?\par}", "a.rtf", with_text=True).source.text
    assert text == "Café – Zoë"


@pytest.mark.parametrize("name", ["a.xls", "a.doc"])
def test_another_office_file_is_no_word_document(name):
    with pytest.raises(MinutesError, match="no Word document"):
        parse_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4000), name)


def test_a_protected_word_file_is_told():
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(400) + "EncryptedPackage".encode("utf-16-le") + bytes(400)
    with pytest.raises(MinutesError, match="protected by a password"):
        parse_bytes(data, "a.docx")


def test_the_office_formats_load_their_library_only_when_met():
    import subprocess
    import sys

    script = (
        "import sys; from minutes_parser import parse; parse('1. One', sentences=False); print('lxml' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True).stdout == "False\n"
