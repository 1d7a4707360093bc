"""Sentences end where a reader would say so."""

from __future__ import annotations

import pytest

from minutes_parser.sentences import split

CASES = {
    "two plain ones": ["The Chair opened the meeting.", "Apologies were received."],
    "titles": ["Mr. Brown and Cllr. Green met Dr. White.", "They agreed."],
    "titles of councillors": ["It was proposed by Coun. Ada Thorne and agreed.", "Clr. Rowe voted against."],
    "ranks": ["Rep. Oake told Sen. Moor and Asst. Clerk Bell.", "They thanked our rep.", "The bus came."],
    "initials": ["J. Smith and A. B. Jones resigned.", "K. Lee was elected."],
    "number before a figure": ["See item No. 5 and Fig. 3.", "The answer was no.", "Members agreed."],
    "latin": ["Costs, i.e. VAT and e.g. Postage, rose.", "Fine."],
    "time ends": ["The meeting closed at 9.15 p.m.", "The next one is on Monday."],
    "time goes on": ["It is at 7.30 p.m. Monday 3 May.", "All welcome."],
    "decimals": ["The bill is £12.50 plus 3.5 per cent.", "It was paid."],
    "dotted": ["Under A.O.B. Mrs Hill spoke.", "Nothing else."],
    "ellipsis goes on": ["It was … well, late.", "So be it."],
    "ellipsis ends": ["We waited...", "Nobody came."],
    "closing quote": ["She said “it is done.”", "He left.", "(It rained.)", "They stayed."],
    "question": ["Why was it late?", "Because of snow!", "Right."],
    "quoted question goes on": ["“Is it late?” he asked.", "It was."],
    "list number": ["1. The roof leaks.", "It is old."],
    "forgotten space": ["It was paid.", "The rest is due."],
    "host names": ["See example.org and Node.js pages.", "Then vote."],
    "opener after a letter": ["They chose option B.", "The rest fell."],
}


@pytest.mark.parametrize("expected", CASES.values(), ids=CASES)
def test_sentences(expected: list[str]) -> None:
    text = " ".join(expected)
    assert [text[a:b] for a, b in split(text, 0, len(text))] == expected


def test_space_forgotten_after_the_stop() -> None:
    text = "It was paid.The rest is due."
    assert [text[a:b] for a, b in split(text, 0, len(text))] == ["It was paid.", "The rest is due."]


def test_only_the_slice_and_across_lines() -> None:
    text = "Skip me. The path\nwas closed.\nIt reopened.\n\nNo stop here\n\nSkip"
    assert [text[a:b] for a, b in split(text, 9, len(text) - 6)] == [
        "The path\nwas closed.", "It reopened.", "No stop here",
    ]  # fmt: skip
