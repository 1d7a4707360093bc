"""Old Word files that are broken or hostile: a small one, changed byte by byte."""

from __future__ import annotations

import random
from contextlib import suppress
from pathlib import Path
from struct import pack, unpack_from

import pytest

from minutes_parser import MinutesError
from minutes_parser.readers import read_bytes

FILE = Path(__file__).parents[1] / "fixtures" / "readers" / "weir" / "weir.doc"
DATA = FILE.read_bytes()
SECTOR = 512
WORD = DATA.index(b"\xec\xa5", 512)
"""Where Word's own stream begins."""
DIRECTORY = (unpack_from("<I", DATA, 48)[0] + 1) * SECTOR


def entry(name: str) -> int:
    """Return where the list of streams tells of one."""
    return DATA.index(name.encode("utf-16-le"), DIRECTORY)


def changed(*changes: tuple[int, bytes]) -> bytes:
    data = bytearray(DATA)
    for at, new in changes:
        data[at : at + len(new)] = new
    return bytes(data)


def table(number: int) -> int:
    """Return where the file information block tells the place and the length of a table."""
    return WORD + 154 + 8 * number


FIRST_TABLE = (unpack_from("<I", DATA, 76)[0] + 1) * SECTOR
FIRST_SECTOR = WORD // SECTOR - 1
REFUSED = {
    "a chain without end": changed((FIRST_TABLE + 4 * FIRST_SECTOR, pack("<I", FIRST_SECTOR))),
    "a chain behind the end": changed((FIRST_TABLE + 4 * FIRST_SECTOR, pack("<I", 0x00FFFFFF))),
    "sectors of no size": changed((30, pack("<H", 0))),
    "a table named twice": changed((80, DATA[76:80])),
    "more text than there is": changed((table(33), pack("<II", 0, 0x7FFFFFFF))),
    "no pieces": changed((table(33) + 4, pack("<I", 0))),
    "fewer characters than none": changed((WORD + 76, pack("<i", -5))),
    "a stream longer than its chain": changed((entry("WordDocument") + 120, pack("<I", 0x7FFFFFFF))),
}


@pytest.mark.parametrize("fault", REFUSED)
def test_what_is_broken_is_refused(fault):
    with pytest.raises(MinutesError, match=r"^weir.doc: the file is damaged or cut short; [^\n]+\Z"):
        read_bytes(REFUSED[fault], "weir.doc", "doc")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (changed((WORD + 2, pack("<H", 0x65))), "by a Word of before 1997"),
        (changed((WORD + 10, pack("<H", 0x1300))), "protected by a password"),
        (changed((entry("WordDocument"), "Workbook".encode("utf-16-le"))), "no Word file of the old kind"),
    ],
)
def test_what_is_not_read_is_told(data, words):
    with pytest.raises(MinutesError, match=words):
        read_bytes(data, "weir.doc", "doc")


@pytest.mark.parametrize("number", [1, 2, 3, 6, 11, 12, 13, 40, 46, 47, 56, 73, 74])
@pytest.mark.parametrize("place", [pack("<II", 0, 0), pack("<II", 7, 40_000), pack("<II", 0xFFFFFFFF, 0xFFFFFFFF)])
def test_the_text_can_do_without_what_is_told_about_it(number, place):
    assert "sticks at low water" in read_bytes(changed((table(number), place)), "weir.doc").text


def test_any_change_is_read_or_refused():
    dice = random.Random(7)
    for _ in range(400):
        places = [
            dice.choice((dice.randrange(len(DATA) - 4), WORD + dice.randrange(900)))
            for _ in range(dice.randrange(1, 30))
        ]
        data = changed(*((at, dice.choice((dice.randbytes(1), b"\xff\xff\xff\xff", bytes(4)))) for at in places))
        with suppress(MinutesError):
            assert len(read_bytes(data, "weir.doc", "doc").text) < 100_000
