"""The numbers and bullets of lists, as a browser shows them."""

from __future__ import annotations

from typing import Any

from minutes_parser.readers.ordinals import to_letters, to_roman


class Numbering:
    """A list that is being read."""

    def __init__(self, element: Any) -> None:
        """Begin to count as the list element says."""
        self.ordered = element.tag == "ol"
        self.type = element.get("type") or _list_style(element)
        self.delimiter = element.get("data-delimiter") or "."
        self.step = -1 if self.ordered and element.get("reversed") is not None else 1
        first = 1 if self.step > 0 else sum(1 for _ in element.iterchildren("li"))
        self.next = integer(element.get("start"), first)

    def marker(self, item: Any) -> str:
        """Return what stands before the item, with the space behind it."""
        if not self.ordered:
            return "• "
        number = integer(item.get("value"), self.next)
        self.next = number + self.step
        return f"{_counted(number, self.type)}{self.delimiter} "


def _list_style(element: Any) -> str:
    """Return the kind of numbers that the list's style names, as ``type`` would."""
    css = element.get("style") or ""
    for words, kind in (("lower-alpha", "a"), ("lower-latin", "a"), ("upper-alpha", "A"), ("upper-latin", "A"),
                        ("lower-roman", "i"), ("upper-roman", "I")):  # fmt: skip
        if words in css:
            return kind
    return "1"


def _counted(number: int, type: str) -> str:
    """Return the number of a list item as shown: in digits, letters or Roman numerals."""
    shown = str(number)
    if type in ("a", "A") and 1 <= number <= 26:
        shown = to_letters(number)
    elif type in ("i", "I") and 1 <= number < 90:
        shown = to_roman(number)
    return shown.upper() if type in ("A", "I") else shown


def integer(value: str | None, default: int) -> int:
    """Return the number that an attribute holds, within bounds."""
    value = (value or "").strip()
    return int(value) if value.isascii() and value.removeprefix("-").isdigit() and len(value) < 7 else default
