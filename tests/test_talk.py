"""Questions, answers and promises in whole minutes of many house styles: ``fixtures/stages/talk.txt``.

Each document stands below ``=== name.suffix``, and below its ``---`` all that is to be found in it: ``Q`` a question, its
asker and whom it was put to, ``A`` an answer's speaker and its words, ``C`` a promise and whose it is. "…" leaves words
out, "-" is nobody.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from minutes_parser import Minutes, parse_bytes
from minutes_parser.models import Party

TEXT = (Path(__file__).parent.parent / "fixtures/stages/talk.txt").read_text("utf-8")
CASES = [case.partition("\n")[::2] for case in re.split(r"^=== ", TEXT, flags=re.MULTILINE)[1:]]


def found(minutes: Minutes) -> list[tuple[str, ...]]:
    def name(party: Party | None) -> str:
        return party.text if party else "-"

    lines: list[tuple[str, ...]] = []
    for one in minutes.exchanges:
        lines.append(("Q", one.question.text, name(one.question.asker), name(one.question.addressee)))
        lines += [("A", name(answer.speaker), answer.text) for answer in one.answers]
    lines += [("C", one.text, " + ".join(owner.text for owner in one.owners)) for one in minutes.commitments]
    return lines


def shortened(quote: str, expected: str) -> str:
    """Return ``expected`` if the quote is what it leaves words out of."""
    first, left_out, last = expected.partition(" … ")
    whole = quote == expected or (left_out and quote.startswith(first) and quote.endswith(last))
    return expected if whole else quote


@pytest.mark.parametrize(("name", "case"), CASES, ids=[name for name, _ in CASES])
def test_whole_minutes(name: str, case: str) -> None:
    text, _, lines = case.rpartition("\n---\n")
    expected = [tuple(line.split(" | ")) for line in lines.strip().splitlines()]
    got = found(parse_bytes(text.encode(), name))
    assert [
        tuple(shortened(*pair) for pair in zip(one, other, strict=True))
        for one, other in zip(got, expected, strict=False)
    ] + got[len(expected) :] == expected
