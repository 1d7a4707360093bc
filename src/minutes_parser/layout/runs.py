"""How numbers run on: in plain lines between those set apart, as ones throughout, or from one again below each heading."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from minutes_parser import lazy
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.marks import SHORT, Mark
from minutes_parser.layout.numbering import Number
from minutes_parser.layout.titles import title_end
from minutes_parser.layout.topics import names_meeting

Numbered = list[tuple[int, Number]]
"""Numbers by the index of their block."""

FEWEST_BARE = 4
"""Items numbered without points that make a sequence and no quantities."""
_FEWEST_DIVIDED = 3
"""Numbers without points over sub-items of their own."""
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
    if _below_items(group, blocks):
        return True
    ones = [
        place for place, (i, n) in enumerate(group) if n.value == (1,) and not n.bare and i and _heads(marks[i - 1])
    ]
    if len(ones) < _FEWEST_RUNS or any(marks[i].look in ("heading", "bold") for i, _ in group):
        return False
    runs = [b - a for a, b in pairwise([*ones, len(group)])]
    return ones[0] == 0 and max(runs) * 3 <= len(group) * 2


def lists_below(group: Numbered, blocks: Sequence[Block], marks: Sequence[Mark]) -> bool:
    """Whether numbers count short lists, each from one without anything between, below some of many titles without numbers."""
    runs, last = list[int](), (-1, 0)
    for i, n in group:
        if marks[i].look:
            return False
        if (i, *n.value) != (last[0] + 1, last[1] + 1):
            if n.value != (1,) or n.bare:
                return False
            runs.append(i)
        last = (i, n.value[0])
    titles = [i for i, m in enumerate(marks) if m.look in ("capitals", "short") and _heads(m)] if runs else []
    if len(titles) < _FEWEST_TITLES:
        return False
    told = sum(blocks[i].end - blocks[i].start for i, _ in group)
    return (
        titles[0] < runs[0]
        and len(runs) * 2 < len(titles)
        and told * _SMALL_PART < blocks[-1].end - blocks[titles[0]].start
    )


_FEWEST_TITLES = 5
_SMALL_PART = 3
"""The part of the text, one in so many, that lists take at most."""


def _below_items(group: Numbered, blocks: Sequence[Block]) -> bool:
    """Whether numbers count from one again and again, each time right below an item of a list with signs."""
    ones = [place for place, (i, n) in enumerate(group) if n.value == (1,) and i and blocks[i - 1].kind == "bullet"]
    if len(ones) < _FEWEST_ONES or ones[0] or group[0][1].style != "decimal":
        return False
    return all(
        [n.value[0] for _, n in group[a:b]] == list(range(1, b - a + 1)) for a, b in pairwise([*ones, len(group)])
    )


def _heads(m: Mark) -> bool:
    """Whether a block is set apart as a heading of the business, without a number of its own."""
    return (
        m.look in ("heading", "bold", "capitals", "short")
        and m.text[-1] != ":"
        and m.topic == "other"
        and not m.number
        and not names_meeting(m.text)
    )


def opens_bold(chain: Numbered, blocks: Sequence[Block], marks: Sequence[Mark]) -> bool:
    """Whether numbers without a point count up through the document, most before a title in bold: '2   **Apologies** ...'."""
    bold = sum(1 for i, n in chain if blocks[i].emphasis and blocks[i].emphasis[0][0] == n.end)
    return 0 < len(chain) * 2 <= bold * 3 and all(n.bare for _, n in chain) and counts_up(chain, blocks, marks)


def counts_up(chain: Numbered, blocks: Sequence[Block], marks: Sequence[Mark]) -> bool:
    """Whether numbers without a point go up by one, one to a paragraph, through most of the document.

    Who counts by hand from 1 may once write a number twice or leave one out.
    """
    values = [n.value[0] for _, n in chain]
    steps = [b - a for a, b in pairwise(values)]
    if any(n.end >= blocks[i].end and not _over_line(blocks, marks, i) for i, n in chain):
        return False  # the numbers of pages
    covered = (blocks[-1].end - blocks[chain[0][0]].start) / max(blocks[-1].end, 1)
    return (
        len(chain) >= FEWEST_BARE
        and sum(1 for step in steps if step != 1) <= ((len(values) - FEWEST_BARE + 1) // 2 if values[0] == 1 else 0)
        and all(step in (0, 1, 2) for step in steps)
        and covered > 0.5
        and all(blocks[i].kind == "paragraph" for i, _ in chain)
    )


def counting_ones(marks: Sequence[Mark]) -> set[int]:
    """Return the blocks with a high number that counts something, but where such go up by one: '115 Apologies', '116 Minutes'."""
    found = [(index, n.value[0]) for index, m in enumerate(marks) if (n := m.number) and _counts(m, n)]
    if not found:
        return set()
    first, last = found[0][1], found[-1][1]
    if first == _HUNDRED:  # they went on from lower ones
        low = {n.value[0] for m in marks if (n := m.number) and n.bare}
        while first - 1 in low:
            first -= 1
    runs_on = last - first + 1 >= FEWEST_BARE and all(b == a + 1 for (_, a), (_, b) in pairwise(found))
    return set() if runs_on else {index for index, _ in found}


_HUNDRED = 100
_SHOUTS = lazy.compile(r"\d+[ \t]+[A-Z]{3}")


def _counts(m: Mark, number: Number) -> bool:
    """Whether a high number without a point more likely counts something: '334 residents', not '334 PLANNING'."""
    return number.bare and number.value[0] >= _HUNDRED and not (m.look or _SHOUTS.match(m.text))


def divided(chain: Numbered, marks: Sequence[Mark]) -> bool:
    """Whether below most numbers without a point stand their own sub-items: '2' over '2.1'."""
    below = [(n, marks[i + 1].number) for i, n in chain if i + 1 < len(marks)]
    divided = sum(1 for n, sub in below if sub and sub.style == "dotted" and sub.value[0] == n.value[0])
    return divided >= _FEWEST_DIVIDED and divided * 4 >= len(chain) * 3


def _over_line(blocks: Sequence[Block], marks: Sequence[Mark], index: int) -> bool:
    """Whether a short line stands below a number that stands alone: its title."""
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    return (
        after is not None and after.kind == "paragraph" and len(after.lines) == 1 and after.end - after.body < SHORT
        and marks[index + 1].text[:1].isupper()
    )  # fmt: skip


def counts_all(chain: Numbered) -> bool:
    """Whether numbers count from one without a gap: where all are set in bold, plain ones between them number something else."""
    return [n.value[0] for _, n in chain] == list(range(1, len(chain) + 1))


def is_inset(blocks: Sequence[Block], chain: Numbered) -> bool:
    """Whether the numbered lines are indented below a paragraph."""
    above = blocks[chain[0][0] - 1]
    return (
        chain[0][0] > 0 and above.kind == "paragraph" and above.end - above.start >= SHORT
        and all(blocks[i].lines and blocks[i].lines[0][0] < blocks[i].start for i, _ in chain)
    )  # fmt: skip


def outermost(group: Numbered, blocks: Sequence[Block]) -> Numbered:
    """Return the numbers at the margin where those below each of them are indented and begin again from one; else all."""
    margin = [(i, n) for i, n in group if not _is_indented(blocks[i])]
    if not 1 < len(margin) < len(group) or group[0] != margin[0] or not counts_all(margin):
        return group
    places = [place for place, (i, _) in enumerate(group) if not _is_indented(blocks[i])]
    below = [group[a + 1 : b] for a, b in pairwise([*places, len(group)])]
    return margin if all(not run or counts_all(run) for run in below) and below[0] else group


def _is_indented(block: Block) -> bool:
    return bool(block.lines) and block.lines[0][0] < block.start


def stands_within(inner: Numbered, outer: Numbered) -> bool:
    """Whether a sequence stands between two numbers of another one that follow each other."""
    first, last = inner[0][0], inner[-1][0]
    return any(a < first and last < b and n.value[0] == m.value[0] + 1 for (a, m), (b, n) in pairwise(outer))
