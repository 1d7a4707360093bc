"""Numbers and letters as they are written before the items of a list."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutes_parser.readers.ordinals import to_roman

MARK = r"\(?(?:\d{1,3}|\#|[a-zA-Z]|[ivx]{2,5}|[IVX]{2,5})[.)]"
"""What stands before an item that is counted; '#' where the program is to count."""
_ROMAN = {to_roman(number): number for number in range(1, 40)}
_COUNTED = re.compile(r"\(?(?P<value>\w{1,5}|\#)(?P<end>[.)])")


@dataclass(slots=True)
class Count:
    """A list that is open: its element, and how far its items were counted."""

    tag: str
    kind: str = "1"
    next: int = 1
    written: int = 0
    """The number written before the last item."""

    def attributes(self, mark: str) -> str:
        """Return the attributes of an item with such a mark, and count it.

        The number that is written counts where it is higher than the one that counting gives, or begins anew.
        """
        written = value_of(mark, self.kind)
        told = written > self.next or written == 1 < self.written
        self.next = (written if told else self.next) + 1
        self.written = written or self.written
        return f' value="{written}"' if told else ""


def opened(mark: str) -> tuple[Count, str]:
    """Return the list that an item with such a mark begins, and its tag with the attributes; without a mark it has bullets."""
    if not mark:
        return Count("ul"), "<ul>"
    found = _COUNTED.fullmatch(mark)
    value, end = (found["value"], found["end"]) if found else ("#", ".")
    kind = "1"
    if value.isalpha():
        kind = "i" if value.lower() in ("i", "v", "x") or len(value) > 1 else "a"
        kind = kind.upper() if value.isupper() else kind
    first = max(value_of(mark, kind), 1)
    return Count("ol", kind, first), f'<ol type="{kind}" start="{first}" data-delimiter="{end}">'


def value_of(mark: str, kind: str) -> int:
    """Return the number that a mark means in a list of that kind, 0 where the program is to count."""
    found = _COUNTED.fullmatch(mark)
    value = found["value"].lower() if found else "#"
    if value.isdecimal():
        return int(value)
    if kind in "iI":
        return _ROMAN.get(value, 0)
    return ord(value) - ord("a") + 1 if len(value) == 1 and value.isascii() and value.isalpha() else 0
