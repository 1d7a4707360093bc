"""How deep an item stands in its list, where white space before it tells."""

from __future__ import annotations

import re
from collections.abc import Sequence


class Indents:
    """The columns at which the items stand that are open."""

    def __init__(self) -> None:
        """Begin outside of lists."""
        self._columns: list[int] = []

    def depth(self, column: int) -> int:
        """Return the depth of an item at a column, 1 for the outermost, and go there."""
        while self._columns and self._columns[-1] > column:
            self._columns.pop()
        if not self._columns or self._columns[-1] < column:
            self._columns.append(column)
        return len(self._columns)

    def within(self, column: int) -> int:
        """Return the depth of the item to which a line of text at a column belongs, 0 for none, and go there."""
        while self._columns and self._columns[-1] >= column:
            self._columns.pop()
        return len(self._columns)

    def clear(self) -> None:
        """Leave the list."""
        self._columns.clear()


def column(line: str) -> int:
    """Return the columns of white space before a line."""
    white = line[: len(line) - len(line.lstrip())]
    return len(white.expandtabs(8)) if "\t" in white else len(white)


def stands_alone(lines: Sequence[str], at: int, item: re.Pattern[str]) -> bool:
    """Whether a line that begins with a number is no item of a list: what stands below it is neither indented nor an item."""
    below = next((line for line in lines[at + 1 : at + _FARTHEST] if line.strip()), "")
    return lines[at][:1] not in " \t" and below[:1] not in ("", " ", "\t") and item.fullmatch(below) is None


_FARTHEST = 5
"""Lines below it that are looked at."""
