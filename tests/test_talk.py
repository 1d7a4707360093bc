"""Questions, answers and promises: whole minutes of many house styles, and many ways of putting them.

The minutes are those of ``fixtures/stages/talk.txt``, the ways those of ``fixtures/stages/wordings.toml``.

Each document stands below ``=== name.suffix``, and below its ``---`` all that is to be found in it: ``Q`` a question, its
asker and whom it was put to, ``A`` an answer's speaker and its words, ``C`` a promise and whose it is. "…" leaves words
out, "-" is nobody.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from minutes_parser import Minutes, parse, parse_bytes
from minutes_parser.models import Party

TEXT = (Path(__file__).parent.parent / "fixtures/stages/talk.txt").read_text("utf-8")
CASES = [case.partition("\n")[::2] for case in re.split(r"^=== ", TEXT, flags=re.MULTILINE)[1:]]
WAYS = tomllib.loads((Path(__file__).parent.parent / "fixtures/stages/wordings.toml").read_text("utf-8"))
MINUTES = """Minutes of the Nether Sallow Hall Committee, 3 May 2024

Present: Mr Ivor Hill (IH), Ms Ann Orr (AO, Chair), Eve Lark (Clerk), Cllr Dunn

1. Lease

{}

2. Close

The meeting closed at 9pm.
"""


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


@pytest.mark.parametrize("text", WAYS["questions"])
def test_a_question_with_one_answer(text: str) -> None:
    assert [len(one.answers) for one in parse(MINUTES.format(text)).exchanges] == [1]


@pytest.mark.parametrize("text", WAYS["no_questions"])
def test_no_question(text: str) -> None:
    assert parse(MINUTES.format(text)).exchanges == []


@pytest.mark.parametrize(("text", "owners"), WAYS["promises"])
def test_a_promise(text: str, owners: str) -> None:
    [promise] = parse(MINUTES.format(text)).commitments
    assert "+".join(owner.text for owner in promise.owners) == owners


@pytest.mark.parametrize("text", WAYS["no_promises"])
def test_no_promise(text: str) -> None:
    assert parse(MINUTES.format(text)).commitments == []
