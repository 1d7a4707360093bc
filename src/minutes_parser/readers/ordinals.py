"""The numbers of a list as they are shown: 3, c, C, iii, III."""

from __future__ import annotations


def to_letters(value: int) -> str:
    """Return ``value`` (from 1) in letters as word processors count them: a, b, ... z, aa, bb."""
    return chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)


def to_roman(value: int) -> str:
    """Return ``value`` (1 to 89) as a lower-case Roman numeral."""
    text = ""
    for size, letters in ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        while value >= size:
            text, value = text + letters, value - size
    return text


def to_ordinal(number: int) -> str:
    """Return a number with its ending: 1st, 2nd, 3rd, 4th, 11th."""
    last = number % 10 if number // 10 % 10 != 1 else 0
    return f"{number}{('th', 'st', 'nd', 'rd')[last] if last < 4 else 'th'}"
