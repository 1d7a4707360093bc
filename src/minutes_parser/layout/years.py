"""Numbers that carry a year: '128/17' and '24/01', or with a point '21.44' and '1.19'."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from minutes_parser.layout.numbering import Number

Numbered = list[tuple[int, Number]]
"""Numbers with the index of the block that each heads."""


def by_year(group: Numbered) -> Numbered:
    """Read '24/01', '24/02' as a year and a running number: the parts before the running one stand still."""
    parts = min((len(number.value) for _, number in group), default=0)
    still = [len({number.value[part] for _, number in group}) == 1 for part in range(parts)]
    if len(group) < 2 or parts < 2 or not still[0] or all(still):
        return group
    runs = still.index(False)
    return [(index, number._replace(value=(number.value[runs], *number.value))) for index, number in group]


def by_letters(group: Numbered) -> list[Numbered]:
    """Part the references that share their letters into sequences, whose other part stands still.

    'GB/2021/01', 'GB/2021/02' run in the second part; 'FGB 01/2021', 'FGB 02/2021' in the first.
    """
    firsts = {number.value[0] for _, number in group}
    if len(group) > 1 and len(firsts) == 1:
        return [by_year(group)]
    sequences: dict[tuple[int, ...], Numbered] = {}
    for index, number in group:
        sequences.setdefault(number.value[1:], []).append((index, number))
    return list(sequences.values())


def dotted_by_year(group: Sequence[tuple[int, Number]]) -> Numbered:
    """Return a document's numbers '21.44', '21.45' or '44.21', '45.21' where one part is a year and the other runs on."""
    firsts = Counter(number.value[0] for _, number in group)
    most, count = firsts.most_common(1)[0] if firsts else (0, 0)
    if len(firsts) > 1 and count >= 3 and count * 5 >= len(group) * 3 and most >= 10:
        group = [
            (index, number) for index, number in group if number.value[0] == most
        ]  # '87.4' is an item of the last meeting
    if len(group) < 3 or any(len(number.value) != 2 for _, number in group):
        return []
    for year in (0, 1):
        years = {number.value[year] for _, number in group}
        running = [number.value[1 - year] for _, number in group]
        if len(years) == 1 and min(years) >= 10 and running == sorted(set(running)):
            values = [(number.value[1 - year], number.value[year]) for _, number in group]
            return [
                (index, number._replace(style="slash", value=value))
                for (index, number), value in zip(group, values, strict=True)
            ]
    return []
