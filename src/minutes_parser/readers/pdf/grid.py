"""Grids: the ruled tables of a page, found from the lines that cross."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from minutes_parser.readers.pdf.rules import Rule

_NEAR = 2.5
_JOIN = 4.0
_MAX_CROSSINGS = 40_000
_MAX_COLUMNS = 60


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: ``xs`` from left to right, ``ys`` from the top down; rules of equal place are one."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    uprights: tuple[Rule, ...] = field(repr=False, default=())

    @property
    def rows(self) -> int:
        """Number of bands between two horizontal rules."""
        return len(self.ys) - 1

    @property
    def columns(self) -> int:
        """Number of columns between two vertical rules."""
        return len(self.xs) - 1

    def row(self, y: float) -> int | None:
        """Return the row in which a baseline at ``y`` stands."""
        at = bisect_right(self.ys, -y, key=lambda edge: -edge) - 1
        return at if 0 <= at < self.rows else None

    def spans(self, row: int) -> list[tuple[int, int]]:
        """Return first and last column of each cell of a row: a missing upright joins two columns."""
        middle = (self.ys[row] + self.ys[row + 1]) / 2
        edges = [0]
        for column in range(1, self.columns):
            x = self.xs[column]
            if any(abs(rule.at - x) < _NEAR and rule.low - 1 <= middle <= rule.high + 1 for rule in self.uprights):
                edges.append(column)
        return [(a, b - 1) for a, b in zip(edges, [*edges[1:], self.columns], strict=True)]

    def like(self, other: Grid) -> bool:
        """Whether the columns of both agree."""
        return len(self.xs) == len(other.xs) and all(abs(a - b) < 4 for a, b in zip(self.xs, other.xs, strict=True))


def grids(rules: Iterable[Rule]) -> list[Grid]:
    """Return the ruled tables and boxes of a page, from the top down."""
    rules = list(rules)
    across = _merge([rule for rule in rules if rule.horizontal])
    upright = _merge([rule for rule in rules if not rule.horizontal])
    if not across or not upright or len(across) * len(upright) > _MAX_CROSSINGS:
        return []
    group = _components(across, upright)
    found: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for index, rule in enumerate([*across, *upright]):
        found.setdefault(_root(group, index), ([], []))[not rule.horizontal].append(rule)
    tables = [_grid(*pair) for pair in found.values() if len(pair[0]) > 1 and len(pair[1]) > 1]
    return sorted(
        (grid for grid in tables if grid.rows > 0 and 0 < grid.columns <= _MAX_COLUMNS), key=lambda grid: -grid.ys[0]
    )


def _grid(across: list[Rule], upright: list[Rule]) -> Grid:
    xs = _distinct(rule.at for rule in upright)
    ys = _distinct(rule.at for rule in across)
    return Grid(tuple(xs), tuple(reversed(ys)), tuple(upright))


def _merge(rules: list[Rule]) -> list[Rule]:
    """Join rules of one line that touch or nearly touch."""
    rules.sort(key=lambda rule: rule.at)
    merged: list[Rule] = []
    start = 0
    for end in range(1, len(rules) + 1):
        if end < len(rules) and rules[end].at - rules[start].at < _NEAR:
            continue
        line = sorted(rules[start:end], key=lambda rule: rule.low)
        current = line[0]
        for rule in line[1:]:
            if rule.low <= current.high + _JOIN:
                current = Rule(current.horizontal, current.at, current.low, max(current.high, rule.high))
            else:
                merged.append(current)
                current = rule
        merged.append(current)
        start = end
    return merged


def _components(across: list[Rule], upright: list[Rule]) -> list[int]:
    group = list(range(len(across) + len(upright)))
    for i, flat in enumerate(across):
        for j, post in enumerate(upright, len(across)):
            touches = (
                flat.low - _JOIN <= post.at <= flat.high + _JOIN and post.low - _JOIN <= flat.at <= post.high + _JOIN
            )
            if touches:
                group[_root(group, j)] = _root(group, i)
    return group


def _root(group: list[int], index: int) -> int:
    while group[index] != index:
        group[index] = group[group[index]]
        index = group[index]
    return index


def _distinct(places: Iterable[float]) -> list[float]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _JOIN:
            found.append(place)
    return found
