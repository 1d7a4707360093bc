"""How numbers run on: in plain lines between those set apart, as ones throughout, or from one again below each heading."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from minutes_parser.layout.blocks import Block
from minutes_parser.layout.marks import SHORT, Mark
from minutes_parser.layout.numbering import Number
from minutes_parser.layout.titles import title_end
from minutes_parser.layout.topics import names_meeting

Numbered = list[tuple[int, Number]]
"""Numbers by the index of their block."""

_FEWEST_ONES = 3
"""Items before each of which '1.' is written."""
_FEWEST_SET_APART = 2
"""Lines set apart that make a sequence which may go on in plain lines."""
_FEWEST_RUNS = 2
"""Headings below which numbers begin again."""


def all_ones(
    group: list[tuple[int, Number]], blocks: Sequence[Block], marks: Sequence[Mark]
) -> list[tuple[int, Number]]:
    """Return the items where '1.' is written before each, as who leaves counting to a program does, each over its text."""
    ones = [
        (i, n) for i, n in group if n.value == (1,) and not n.bare and n.end < blocks[i].end and blocks[i].depth < 2
    ]
    if len(ones) < _FEWEST_ONES or len(ones) * 4 < len(group) * 3 or any(n.value == (2,) for _, n in group):
        return []
    over = sum(1 for (a, _), (b, _) in pairwise(ones) if b > a + 1 and 0 < len(marks[a].text) < SHORT)
    covered = (blocks[-1].end - blocks[ones[0][0]].start) / max(blocks[-1].end, 1)
    titles = sum(1 for i, n in ones if _is_title(blocks[i], marks[i], n))
    return ones if over + 1 == len(ones) and covered > 0.5 and titles * 2 > len(ones) else []


def gone_on(chain: Numbered, group: Numbered, blocks: Sequence[Block], marks: Sequence[Mark]) -> Numbered:
    """Return a sequence of lines set apart with the plain lines in which it goes on, as where the marks of a page are lost.

    Each has the number that comes next, and consists of its title.
    """
    if len(chain) < _FEWEST_SET_APART or len(chain) == len(group):
        return chain
    own, found = dict(chain), chain[:1]
    later = iter([*(n.value[0] for _, n in chain[1:]), 0])  # numbers set apart that are still to come
    following = next(later)
    for index, number in group:
        if index <= found[-1][0]:
            continue
        value = number.value[0]
        if index in own:
            found.append((index, number))
            following = next(later)
        elif (
            value == found[-1][1].value[0] + 1
            and (not following or value < following)
            and not number.bare
            and (marks[index].look == "capitals" or _is_title(blocks[index], marks[index], number))
        ):
            found.append((index, number))
    return found


def _is_title(block: Block, m: Mark, number: Number) -> bool:
    """Whether a line that begins with a number is a title and no more."""
    start = min(number.end - block.start, len(m.text))
    return (
        start < len(m.text) < SHORT and block.depth < 2 and m.text[start].isupper()
        and title_end(m.text, start, len(m.text)) == len(m.text)
    )  # fmt: skip


def restarted(group: Numbered, blocks: Sequence[Block], marks: Sequence[Mark]) -> bool:
    """Whether numbers begin again from one right below the headings of the business: they number the items of each."""
    ones = [
        place for place, (i, n) in enumerate(group) if n.value == (1,) and not n.bare and i and _heads(marks[i - 1])
    ]
    if len(ones) < _FEWEST_RUNS or any(marks[i].look in ("heading", "bold") for i, _ in group):
        return False
    runs = [b - a for a, b in pairwise([*ones, len(group)])]
    return ones[0] == 0 and max(runs) * 3 <= len(group) * 2


def _heads(m: Mark) -> bool:
    """Whether a block is set apart as a heading of the business, without a number of its own."""
    return (
        m.look in ("heading", "bold", "capitals") and m.topic == "other" and not m.number and not names_meeting(m.text)
    )
