"""Growth on hostile text: what a part of the reading takes for eight times the text, against what it takes for one.

Linear time gives a quotient of eight, quadratic time one of sixty-four; above twenty the run fails. ``make bench``.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

import pytest

from minutes_parser import parse
from minutes_parser.dates import due, find_dates, find_times
from minutes_parser.language import Reading
from minutes_parser.readers.text import from_text
from minutes_parser.sentences import split

SMALL = 30_000
"""Characters; the larger text has eight times as many."""
MOST = 20
NOISE = 0.05
"""Seconds by which a quick run may be off."""


def sentences(text: str) -> object:
    return split(text, 0, len(text))


def days(text: str) -> object:
    return find_dates(text), find_times(text), due(from_text(text, "-"), 0, len(text), "2022-12-19")


def acts(text: str) -> object:
    return [(one.acts, one.subject) for one in Reading(text).sentences(0, len(text))]


def item(text: str) -> object:
    return parse("1. Hall\n\n" + text)


UNITS: dict[Callable[[str], object], list[str]] = {
    parse: [
        "The clerk said that it was so, and went on. ", "1. Item\n\n", "\n", " ", "(", "1.", "- x\n",
        "Action: AB to write by Monday\n", "Mr A. Bee, ", "CHAIR ", "Date: ", "next meeting ", "Chair\n", "closed at 1 ",
        "(A", "AB (", "Aa ", "AB (CD) ", "MK asked why. TR said so.\n\n", "Ann Bell was absent. ",
        "Proposed Mr Dale, seconded Mr Hill. ", "| a | b ", "In attendance were Ann Bell and Tom Dale. ", "Apologies from Cllr Hill (leave). ",
        "Passed.\n\n", "She will write. ", "In response to a question, it was said. ", "Chief Officer (Dr P. Dale), ",
        "lower case goes on\n\n", "I. Hall\nA. Roof\n1. Slates\n",
    ],
    item: [
        "proposed ", "It was ", "The Board ", "agreed, and ", "5 for ", "Action: ", "AB ", "(", "- ", "A/", " to ",
    ],
    sentences: [".", ". ", "?)", "\n", " ", "a. ", "A.", ".A "],
    days: ["1 ", "by the next ", "12/", "Monday ", "7-"],
    acts: ["x", "(", "word ", "MK asked, and ", "TR will ask. ", "MK, ", "water will seep, and ", "it is to be, and "],
}  # fmt: skip
CASES = [(read, unit) for read, units in UNITS.items() for unit in units]
WORST: dict[str, tuple[float, str]] = {}


@pytest.fixture(scope="module", autouse=True)
def table():
    """Print the worst quotient of each part."""
    yield
    print("\n")
    for name, (quotient, unit) in WORST.items():
        print(f"hostile text, {name:24s} {quotient:7.1f} x the time for 8 x the text, at worst ({unit!r})")


@pytest.mark.parametrize(("read", "unit"), CASES, ids=[f"{read.__name__}-{unit!r}" for read, unit in CASES])
def test_time_grows_no_faster_than_text(read, unit):
    small, large = (unit * (size // len(unit)) for size in (SMALL, 8 * SMALL))
    read(unit)
    few, many = seconds(read, small, 3), seconds(read, large, 2)
    WORST[read.__name__] = max(WORST.get(read.__name__, (0.0, "")), (many / few, unit))
    assert many <= MOST * few + NOISE


def seconds(read: Callable[[str], object], text: str, runs: int) -> float:
    """Return the least CPU time of several runs, without that of Python's garbage collector, whose share rises in steps."""
    took = []
    gc.disable()
    for _ in range(runs):
        began = time.process_time()
        read(text)
        took.append(time.process_time() - began)
    gc.enable()
    return min(took)
