"""The sequence of the business: of all numbers at the heads of blocks those that head its items."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from minutes_parser import lazy
from minutes_parser.layout.blocks import Block
from minutes_parser.layout.headings import tells_business
from minutes_parser.layout.marks import ANNOUNCES, SHORT, UNMARKED, Mark
from minutes_parser.layout.numbering import Number, Style, best_chain
from minutes_parser.layout.runs import (
    FEWEST_BARE,
    all_ones,
    counting_ones,
    counts_all,
    counts_up,
    divided,
    gone_on,
    is_inset,
    lists_below,
    opens_bold,
    outermost,
    restarted,
    stands_within,
)
from minutes_parser.layout.titles import title_end
from minutes_parser.layout.topics import labels_attendance, names_meeting
from minutes_parser.layout.years import by_letters, by_year, dotted_by_year
from minutes_parser.source import Source

_SMALL = lazy.compile(r"\W?\w{1,4}\W{1,3}[a-z]")
"""An item that goes on with the sentence of the line above: '1. agreed that ...'."""
_FEWEST_AROUND = 3
"""Numbers of a sequence within which a longer one stands as sub-items."""
_TITLE_LINE = 60
"""Characters of the longest line of a title set in several."""
_MAIN_STYLES: tuple[Style, ...] = ("item", "reference", "slash", "decimal", "ROMAN", "capital", "roman", "letter")
_SMALL_PART = 3
"""The part of the document, one in so many, that a list within the text takes at most."""
_FEWEST_HEADS = 3
"""Short lines that head the business, where no number does."""


def main_sequence(blocks: Sequence[Block], marks: Sequence[Mark]) -> dict[int, Number]:
    """Return the numbers of the top items by the index of their block: the sequence that carries the most text."""
    looks = [(i, m) for i, m in enumerate(marks) if m.look and _may_head(m)]
    set_apart = [i for i, m in looks if m.look in ("heading", "bold")]
    capitals = [i for i, m in looks if m.look == "capitals" and not m.number and m.text == m.text.upper()]
    if len(capitals) >= 4:
        set_apart = sorted({*set_apart, *capitals})
    chains: list[tuple[float, list[tuple[int, Number]]]] = []
    agenda = _under_agenda(blocks, marks)
    bare_agenda = all(blocks[i].end - blocks[i].start < SHORT for i in agenda)
    by_style: dict[Style, list[tuple[int, Number]]] = {}
    counting = counting_ones(marks)
    for index, m in enumerate(marks):
        if m.number and index not in counting:
            by_style.setdefault(m.number.style, []).append((index, m.number))
    for style in _MAIN_STYLES:
        for candidates in _groups(style, by_style):
            group = [(i, n) for i, n in candidates if i not in agenda] or ([] if bare_agenda else candidates)
            outer = [(i, n) for i, n in group if blocks[i].depth < 2]
            # the items of a list within a list head nothing beside its own
            group = outermost(outer if len(outer) > 1 else group, blocks)
            if restarted(group, blocks, marks):
                return {}
            chain = [] if lists_below(group, blocks, marks) else _chain(group, blocks, marks, set_apart)
            if chain:
                chains.append((_score(chain, blocks, marks), chain))
    if ones := all_ones(by_style.get("decimal", []), blocks, marks):
        chains.append((_score(ones, blocks, marks), ones))
    best: list[tuple[int, Number]] = max(chains, key=lambda scored: scored[0])[1] if chains else []
    around = [chain for _, chain in chains if len(chain) >= _FEWEST_AROUND and stands_within(best, chain)]
    return dict(around[0] if around else best)


def _under_agenda(blocks: Sequence[Block], marks: Sequence[Mark]) -> set[int]:
    """Return the blocks between a heading 'Agenda' and the next heading."""
    inside, under = False, set[int]()
    if "agenda" not in {m.topic for m in marks}:
        return under
    first, depth = None, 0
    for index, m in enumerate(marks):
        if m.look:
            inside, first = m.topic == "agenda", None
        elif (
            inside
            and first
            and m.number
            and (m.number.style, m.number.value) == (first.style, first.value)
            and blocks[index].depth <= depth
        ):
            inside = False  # its numbers begin again: the items themselves
        elif inside:
            first, depth = (first, depth) if first else (m.number, blocks[index].depth)
            under.add(index)
    return under


def _may_head(m: Mark) -> bool:
    return m.topic in ("other", "actions", "notes")


def _groups(style: Style, by_style: Mapping[Style, list[tuple[int, Number]]]) -> Iterable[list[tuple[int, Number]]]:
    """Return the candidates of one style; references and years apart by what they share, numbers without a point also alone,
    those with a point and with a bracket apart where each count from one.
    """
    numbers = by_style.get(style, [])
    if style == "reference":
        letters: dict[str, list[tuple[int, Number]]] = {}
        for index, number in numbers:
            letters.setdefault(number.prefix, []).append((index, number))
        return [sequence for group in letters.values() for sequence in by_letters(group)]
    if style == "slash":
        return [by_year(group) for group in (numbers, dotted_by_year(by_style.get("dotted", []))) if group]
    bare = [(i, n) for i, n in numbers if n.bare]
    if FEWEST_BARE <= len(bare) < len(numbers):
        return [numbers, bare]
    closed = [(i, n) for i, n in numbers if n.closed]
    others = [(i, n) for i, n in numbers if not n.closed]
    if _begins(closed) and _begins(others):
        return [others, closed]
    return [numbers] if numbers else []


def _begins(numbers: Iterable[tuple[int, Number]]) -> bool:
    """Whether a sequence may begin among the numbers: a 1 stands there, and a 2."""
    return {1, 2} <= {n.value[0] for _, n in numbers}


def _chain(
    group: list[tuple[int, Number]], blocks: Sequence[Block], marks: Sequence[Mark], set_apart: list[int]
) -> list[tuple[int, Number]]:
    """Return the best sequence of a group, or nothing where it is a list and no sequence of headings."""
    begin = group[0][0] if group else 0  # what stands before the first number is the document's title
    headed = sum(1 for i in set_apart if marks[i].look == "heading" and i > begin)
    across = headed >= 2 and not any(marks[i].look for i, _ in group)
    chain = _counted(group, blocks, marks)
    if len(chain) == len(group) - 1 and group[0][1].bare and counts_up(group, blocks, marks):
        chain = group  # one number stands twice
    alike = []
    if headed >= 2 and not across:
        alike = [(i, n) for i, n in group if marks[i].look == "heading"]
    elif sum(1 for i, _ in group if marks[i].look == "bold") >= 2:
        alike = [(i, n) for i, n in group if marks[i].look == "bold"]
    if (headed >= 2 and not across) or (
        alike and (not set(alike) <= set(chain) or (len(chain) > len(alike) and counts_all(alike)))
    ):
        chain = gone_on(_counted(alike, blocks, marks), group, blocks, marks)
    if across and _crossed(chain, set_apart) < 2 and not opens_bold(chain, blocks, marks):
        return []
    return [] if _is_list(chain, blocks, marks, set_apart) else chain


def _counted(
    group: list[tuple[int, Number]], blocks: Sequence[Block], marks: Sequence[Mark]
) -> list[tuple[int, Number]]:
    """Return the rising numbers of a group that carry the most text; a single one only where it is set as a heading is."""
    if len(group) < 2:
        return group if group and _over_title(blocks, marks, *group[0]) else []
    indexes = best_chain(
        [n.value[0] for _, n in group],
        _weights(group, blocks, marks),
        from_one=group[0][1].style in ("decimal", "item", "ROMAN", "capital", "roman", "letter"),
    )
    return [group[i] for i in indexes]


def _over_title(blocks: Sequence[Block], marks: Sequence[Mark], index: int, number: Number) -> bool:
    """Whether the number '1.' stands alone in bold over a title in bold: the only item of the business."""
    after = marks[index + 1] if index + 1 < len(marks) else UNMARKED
    return (
        number.value == (1,) and not number.bare and number.end >= blocks[index].end
        and marks[index].look in ("bold", "heading") and after.look in ("bold", "heading") and not after.number
    )  # fmt: skip


def _crossed(chain: list[tuple[int, Number]], heads: Sequence[int]) -> int:
    """Return how many of the headings the numbering goes on across, by steps of one."""
    return sum(
        1 for (a, first), (b, second) in pairwise(chain)
        if second.value[0] == first.value[0] + 1 and any(a < i < b for i in heads)
    )  # fmt: skip


def numbered_through(
    source: Source, blocks: Sequence[Block], marks: Sequence[Mark], chain: Mapping[int, Number]
) -> bool:
    """Whether the sequence numbers the paragraphs of the document, straight on under its headings."""
    heads = [i for i, m in enumerate(marks) if m.look and i not in chain and _may_head(m)]
    if len(chain) < 3 or _crossed(list(chain.items()), heads) < 2:
        return False
    sentences = sum(
        1 for i, n in chain.items() if not marks[i].look and title_end(source.text, n.end, blocks[i].end) <= n.end
    )
    return sentences * 2 > len(chain)


def _weights(group: list[tuple[int, Number]], blocks: Sequence[Block], marks: Sequence[Mark]) -> list[float]:
    """Weigh each candidate by the text under it, up to the next one, and by how it is set."""
    ends = [i for i, _ in group[1:]] + [len(blocks)]
    weights = []
    for (index, _), end in zip(group, ends, strict=True):
        characters = blocks[end - 1].end - blocks[index].start
        weights.append(
            min(characters / 400, 1.0) + (0.5 if marks[index].look else 0.0) + (0.3 if end - index > 1 else 0.0)
        )
    return weights


def _is_list(
    chain: list[tuple[int, Number]], blocks: Sequence[Block], marks: Sequence[Mark], set_apart: list[int]
) -> bool:
    """Whether the sequence is a numbered list inside the text."""
    if len(chain) < 2:
        return not (chain and _over_title(blocks, marks, *chain[0]))
    first, last = chain[0][0], chain[-1][0]
    looks = sum(1 for i, _ in chain if marks[i].look in ("heading", "bold", "capitals"))
    if looks * 2 >= len(chain):
        return False
    if chain[0][1].prefix in ("#", "[") and (
        chain[0][1].value != (1,) or any(b == a + 1 for (a, _), (b, _) in pairwise(chain))
    ):
        return True  # the numbers of reports, or of what is quoted
    above = marks[first - 1].text if first else ""
    announced = ANNOUNCES.search(above) or (above[-1:] == ":" and _SMALL.match(marks[first].text))
    if chain[1][0] == first + 1 and announced:
        return True
    if chain[0][1].style in ("capital", "ROMAN") and [n.value[0] for _, n in chain[:2]] != [1, 2]:
        return True  # initials: 'B. Marsh stated', 'C. Bell asked'
    if chain[0][1].style == "letter" and not _letters_all(chain, blocks):
        return True
    bare = sum(1 for _, n in chain if n.bare)
    if bare * 2 > len(chain):
        return not (counts_up(chain, blocks, marks) or divided(chain, marks))
    own = {i for i, _ in chain}
    inside = [i for i in set_apart if i not in own and marks[i].topic != "notes"]
    while inside and inside[0] < first and _heads_nothing(blocks, inside[0], min([*inside[1:2], first])):
        inside = inside[1:]  # a line of the document's title
    if inside and inside[0] < first and _over_people(marks, inside[0], first):
        inside = inside[1:]  # the document's title
    if inside and any(i < first for i in inside) and not any(first < i < last for i in inside):
        return len(inside) > 1 or marks[inside[0]].look == "heading"
    if chain[0][1].style in ("slash", "reference", "item"):
        return False
    if _under_one(chain, blocks, marks):
        return True
    covered = (blocks[-1].end - blocks[first].start) / max(blocks[-1].end, 1)
    if first and marks[first - 1].look == "short" and (marks[first - 1].topic == "actions" or covered < 0.3):
        return True
    together = sum(1 for (a, _), (b, _) in pairwise(chain) if b == a + 1)
    return (
        together == len(chain) - 1
        and last < len(blocks) - 1
        and len(blocks) - last > len(chain)
        and (blocks[first].kind == "bullet" or is_inset(blocks, chain))
    )


def _over_people(marks: Sequence[Mark], index: int, first: int) -> bool:
    """Whether a heading before the first number names the meeting, or stands over the attendance list."""
    return names_meeting(marks[index].text) or any(
        (m.topic == "attendance" and marks[index].look == "heading") or (not m.look and labels_attendance(m.text))
        for m in marks[index + 1 : first]
    )


def _under_one(chain: list[tuple[int, Number]], blocks: Sequence[Block], marks: Sequence[Mark]) -> bool:
    """Whether a short list stands under one of several lines that head business without a number, in the midst of them."""
    first, last, own = chain[0][0], chain[-1][0], {i for i, _ in chain}
    if (blocks[last].end - blocks[first].start) * _SMALL_PART > blocks[-1].end:
        return False
    style = chain[0][1].style
    if any(m.number and m.number.style == style and i not in own for i, m in enumerate(marks)):
        return False  # items numbered anew under each of several lines
    heads = [
        i for i, m in enumerate(marks)
        if m.look == "short" and not m.number and tells_business(m.text) and m.topic in ("other", "actions")
        and not names_meeting(m.text)
    ]  # fmt: skip
    before = sum(1 for i in heads if i < first)
    return before >= 2 and len(heads) >= _FEWEST_HEADS and not any(first < i < last for i in heads)


def _letters_all(chain: list[tuple[int, Number]], blocks: Sequence[Block]) -> bool:
    """Whether letters from 'a' on head the document: lines of their own with text below, through most of it."""
    covered = (blocks[-1].end - blocks[chain[0][0]].start) / max(blocks[-1].end, 1)
    lines = sum(1 for (a, _), (b, _) in pairwise(chain) if b > a + 1 and blocks[a].end - blocks[a].start < _TITLE_LINE)
    return (
        [n.value[0] for _, n in chain] == list(range(1, len(chain) + 1))
        and len(chain) >= _FEWEST_AROUND and covered > 0.5 and lines + 1 == len(chain)
    )  # fmt: skip


def _heads_nothing(blocks: Sequence[Block], index: int, end: int) -> bool:
    """Whether no more than short lines stand between a line set apart and the next."""
    return all(block.end - block.start < _TITLE_LINE for block in blocks[index + 1 : end])


def _score(chain: list[tuple[int, Number]], blocks: Sequence[Block], marks: Sequence[Mark]) -> float:
    """Score a sequence by its length and by the text that it covers."""
    if not chain:
        return 0.0
    span = blocks[-1].end - blocks[chain[0][0]].start
    named = len(chain) if chain[0][1].style == "item" else 0  # 'Item 4' says that it is one
    return len(chain) + named + sum(0.5 for i, _ in chain if marks[i].look) + 3 * span / max(blocks[-1].end, 1)
